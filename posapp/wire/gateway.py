"""Payments by a code, the customer's or the shop's: what a till has central ask the acquirer."""

from __future__ import annotations

import msgspec

from posapp.domain.charges import Stage


class PayCharge(msgspec.Struct, frozen=True, kw_only=True):
    """Take `amount` (minor units). `attempt_id` = tender id = the idempotency key; `code` travels
    once and is kept nowhere.
    """

    attempt_id: str
    amount: int
    currency: str
    channel: str
    code: str

    def __repr__(self) -> str:
        return f"PayCharge({self.attempt_id})"


class PayOffer(msgspec.Struct, frozen=True, kw_only=True):
    """Have a code made for `amount` (minor units) that the customer scans; ids as `PayCharge`."""

    attempt_id: str
    amount: int
    currency: str


class PayRef(msgspec.Struct, frozen=True, kw_only=True):
    """Names an attempt, to ask about it or to undo it."""

    attempt_id: str


class PayRefund(msgspec.Struct, frozen=True, kw_only=True):
    """Give `amount` (minor units) of a paid attempt back, under an id of its own."""

    attempt_id: str
    original_id: str
    amount: int


class PayReply(msgspec.Struct, frozen=True, kw_only=True):
    """The attempt as it stands; `reason` is an error key where it failed or was not undone.

    `reference` and `masked` are the acquirer's number and the payer as a receipt may show her.
    `content` is what a code says that the customer scans, for `left_ms` from now on.
    """

    request_id: str
    attempt_id: str
    state: Stage
    reference: str = ""
    masked: str = ""
    reason: str = ""
    content: str = ""
    left_ms: int = 0
