"""A registration as values: what the page holds, and how far it is."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from posapp.domain.extra_fields import Extra
from posapp.domain.member import Member
from posapp.domain.phones import Region
from posapp.errors import PosError
from posapp.workflows.members import VerifiedPhone
from posapp.workflows.pay_outcomes import CodeSent


class Way(StrEnum):
    """What else can be done when something stands in the way."""

    VOUCH = "vouch"
    WITHOUT_CODE = "without_code"


class After(StrEnum):
    """Where a registration leads: to the order, to a top-up, to her children."""

    SELL = "sell"
    TOP_UP = "top_up"
    FAMILY = "family"


@dataclass(frozen=True, slots=True, kw_only=True)
class Form:
    """What the page holds besides the phone; `agreed`: she consents to the policy shown, `purposes`
    what she agrees to beyond it.
    """

    name: str = ""
    birthday: str = ""
    gender: str = ""
    card: str = ""
    referrer: str = ""
    source: str = ""
    guardian_name: str = ""
    guardian_phone: str = ""
    guardian_number: str = ""
    by_guardian: bool = False
    pack_code: str = ""
    extra: Extra = ()
    agreed: bool = False
    purposes: frozenset[str] = frozenset()
    channel: str = "display"


@dataclass(frozen=True, slots=True, kw_only=True)
class RegisterState:
    """`error` names what stands in the way; `wait_s` counts down to the next code."""

    phone: str = ""
    region: Region = Region.MAINLAND
    sent: CodeSent | None = None
    wait_s: int = 0
    verified: VerifiedPhone | None = None
    already: Member | None = None
    online: bool = True
    busy: bool = False
    error: PosError | None = None

    @property
    def ways(self) -> tuple[Way, ...]:
        """Beside trying again: a manager looks at the phone, or central checks it later. A message
        may be sent and never arrive: from the first one on a manager is one key away.
        """
        key = "" if self.error is None else self.error.key
        if key in _NO_NETWORK:
            return (Way.WITHOUT_CODE,)
        return (Way.VOUCH,) if key in _NO_CODE or self.waits_for_code else ()

    @property
    def waits_for_code(self) -> bool:
        """A message left, and its code was not given yet."""
        return self.sent is not None and self.verified is None and self.already is None


_NO_CODE: Final = frozenset({"sms.not_sent", "codes.too_many_today", "codes.too_soon"})
_NO_NETWORK: Final = frozenset(
    {"central.unreachable", "central.no_answer", "central.busy", "central.certificate"}
)
