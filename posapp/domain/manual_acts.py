"""What a reduction by hand was, as its rule keeps it: line or order, a share or an amount."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from posapp.domain.allowances import Act

if TYPE_CHECKING:
    from posapp.domain.cart import ManualReduction

_ACTS: Final = {each.value: each for each in (Act.DISCOUNT, Act.PRICE_CHANGE)}
_ORDER: Final = "order"


@dataclass(frozen=True, slots=True, kw_only=True)
class ManualAct:
    """One thing that a person did: `whole` was meant for the order and fell on many lines."""

    act: Act
    whole: bool


def act_of(manual: ManualReduction) -> Act:
    """A share off is a discount; an amount off changes a price."""
    return Act.DISCOUNT if manual.basis_points else Act.PRICE_CHANGE


def rule_of(manual: ManualReduction, *, whole: bool) -> str:
    """`manual:` with the approval or -, `line` or `order`, and the act."""
    where = _ORDER if whole else "line"
    return f"manual:{manual.approval_id or '-'}:{where}:{act_of(manual).value}"


def read_rule(rule: str) -> ManualAct | None:
    """None for a rule of the first release, which did not say."""
    parts = rule.split(":")
    act = _ACTS.get(parts[-1])
    return ManualAct(act=act, whole=parts[-2] == _ORDER) if act and len(parts) == 4 else None
