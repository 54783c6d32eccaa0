"""What the page of a member's file shows, as values."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from posapp.domain.consents import Purpose
from posapp.domain.extra_fields import ExtraField
from posapp.errors import PosError
from posapp.wire.privacy import ErasureShown
from posapp.wire.service_desk import Happened, MemberFile, Shelf, Shown
from posapp.workflows.pay_outcomes import CodeSent


class Tab(StrEnum):
    """Which side of her file is shown."""

    TIMELINE = "timeline"
    FILE = "file"
    CARDS = "cards"


class Act(StrEnum):
    """What can be done; each is a key of the page, in this order: a card that is lost is urgent."""

    PROFILE = "profile"
    PHONE = "phone"
    BIND = "bind"
    LOST = "lost"
    REPLACE = "replace"
    FOUND = "found"
    PROVE = "prove"
    HOLDER = "holder"
    TAG = "tag"
    TIER = "tier"
    COMPENSATE = "compensate"
    FREEZE = "freeze"
    THAW = "thaw"
    BLACKLIST = "blacklist"
    CLOSE = "close"
    CORRECT = "correct"
    REVERSE = "reverse"
    EXPORT = "export"
    ERASE = "erase"


@dataclass(frozen=True, slots=True, kw_only=True)
class Seen:
    """Somebody whose file was open at this sign-in; masked as it was shown."""

    id: str
    title: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """An act that waits for its form, a reason and a PIN. `refusal` is why the last try failed;
    `sent_*` the codes that are on their way to a phone, `standing` what stands in the way of
    forgetting her, once central has said so. `file` is hers as it was when it was asked, at
    `asked_ms`. A new holder is shown the policy of `policy_version` and asked for `purposes`.
    """

    act: Act
    who: str
    act_id: str
    file: MemberFile | None = None
    language: str = "zh_CN"
    busy: bool = False
    sending: bool = False
    refusal: PosError | None = None
    needs_second: bool = False
    reverses: Happened | None = None
    sent_new: CodeSent | None = None
    sent_old: CodeSent | None = None
    standing: ErasureShown | None = None
    asked_ms: int = 0
    policy_version: str = ""
    purposes: tuple[Purpose, ...] = ()
    extra_fields: tuple[ExtraField, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ServiceState:
    """`places` are the beginnings of the pages up to this one; `revealed` is the text in full of
    what is `bare`, while it is shown.
    """

    member_id: str = ""
    file: MemberFile | None = None
    tab: Tab = Tab.TIMELINE
    shelf: Shelf = Shelf.ALL
    rows: tuple[Happened, ...] = ()
    places: tuple[str, ...] = ("",)
    next: str = ""
    chosen: int = -1
    loading: bool = False
    problem: PosError | None = None
    revealed: str = ""
    bare: Shown = "phone"
    question: Question | None = None
    recent: tuple[Seen, ...] = ()
    online: bool = True
    language: str = "zh_CN"
    extra_fields: tuple[ExtraField, ...] = ()

    def bare_text(self, what: Shown) -> str:
        """In full, while it is shown; else empty."""
        return self.revealed if self.bare == what else ""

    @property
    def row(self) -> Happened | None:
        """The chosen row of the timeline."""
        return self.rows[self.chosen] if 0 <= self.chosen < len(self.rows) else None
