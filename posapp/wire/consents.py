"""What a member agreed to, as tills and pages ask for it and change it."""

from __future__ import annotations

import msgspec


class ConsentsAsked(msgspec.Struct, frozen=True, kw_only=True):
    """Everything that one member said."""

    staff_id: str
    member_id: str


class ConsentChange(msgspec.Struct, frozen=True, kw_only=True):
    """She gives or withdraws one purpose: one act, no reason asked. `change_id` is its id."""

    change_id: str
    staff_id: str
    member_id: str
    purpose: str
    given: bool
    policy_version: str
    channel: str = "counter"
    by_guardian: bool = False


class ConsentShown(msgspec.Struct, frozen=True, kw_only=True):
    """One entry; `by` is who wrote it down."""

    purpose: str
    given: bool
    policy_version: str
    channel: str
    at_ms: int
    by: str = ""
    by_guardian: bool = False


class ConsentsTold(msgspec.Struct, frozen=True, kw_only=True):
    """`states` are the last entries of their purposes, `entries` all of them, oldest first."""

    request_id: str
    member_id: str
    states: tuple[ConsentShown, ...]
    entries: tuple[ConsentShown, ...]
    needs_guardian: bool = False
