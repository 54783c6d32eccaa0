"""Before a person is forgotten: what has to be settled first, what the law has kept, how long."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from sqlalchemy import func, or_, select

from posapp.central.hold_book import OPEN_STATES
from posapp.central.leases import LIVE
from posapp.central.ledger import MON, POINTS_DEBT
from posapp.central.limits import KEEP_IDENTITY_YEARS, limit
from posapp.central.members import load_members
from posapp.central.privacy.persons import Person, person_of
from posapp.central.tables.inbox import case
from posapp.central.tables.leases import lease
from posapp.central.tables.ledger import account, entry, hold, posting
from posapp.central.tables.members import member
from posapp.central.tables.privacy import erasure
from posapp.central.tables.redress import complaint
from posapp.central.tables.registration import family, family_member
from posapp.central.view import View
from posapp.domain.member import Member
from posapp.wire.privacy import ErasureShown, Obstacle

if TYPE_CHECKING:
    from collections.abc import Callable

    from sqlalchemy import Connection, Select


STORED_VALUE: Final = "stored_value"
"""Why who she was is kept: named prepaid cards (money.md C1)."""
YEAR_MS: Final = 31_556_952_000
_GO_WITH_HER: Final = (
    "member.asks_deletion",
    "member.asks_correction",
    "member.phone_not_verified",
    "member.card_refused",
    "member.guardian_missing",
    "member.merged",
    "member.pack_refused",
    "member.sale_refused",
)
"""Cases that are nothing to settle with her any more."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Asking:
    """Whom it is about, as she stands."""

    view: View
    person: Person
    who: Member


def standing(view: View, member_id: str, request_id: str = "") -> ErasureShown:
    """`member_id` is the member herself, no alias."""
    (who,) = load_members(view, [member_id])
    person = person_of(view.connection, view.tenant.id, member_id)
    asking = Asking(view=view, person=person, who=who)
    keep_until_ms = kept_until(view, person)
    row = last_erasure(view.connection, view.tenant.id, member_id)
    return ErasureShown(
        request_id=request_id,
        obstacles=tuple(
            found for look in OBSTACLES for found in [look(asking)] if found is not None
        ),
        state="" if row is None else row.state,
        asked_ms=0 if row is None else row.asked_ms,
        due_ms=0 if row is None else row.due_ms,
        keep_until_ms=keep_until_ms,
        keep_reason=STORED_VALUE if keep_until_ms else "",
        points=who.points + who.points_pending,
        coupons=len(who.coupons),
    )


def last_erasure(connection: Connection, tenant_id: str, member_id: str) -> Any:
    """The newest row about her, or None."""
    query = select(erasure).where(
        erasure.c.member_id == member_id, erasure.c.tenant_id == tenant_id
    )
    return connection.execute(query.order_by(erasure.c.asked_ms.desc()).limit(1)).first()


def kept_until(view: View, person: Person) -> int:
    """Until when the law has it known whose stored value it was; 0 where none moved, or it is over.

    From the last movement of value on.
    """
    years = limit(view.connection, view.tenant.id, KEEP_IDENTITY_YEARS)
    last = view.connection.execute(
        select(func.max(posting.c.at_ms))
        .join(entry, entry.c.posting_id == posting.c.id)
        .join(account, account.c.id == entry.c.account_id)
        .where(account.c.member_id.in_(person.ids), entry.c.ledger == MON)
    ).scalar()
    until_ms = 0 if last is None else int(last) + years * YEAR_MS
    return until_ms if until_ms > view.now_ms else 0


def _value(asking: Asking) -> Obstacle | None:
    amount = asking.who.stored_value
    return Obstacle(kind="value", amount=amount) if amount else None


def _held(asking: Asking) -> Obstacle | None:
    return Obstacle(kind="held", amount=asking.who.held) if asking.who.held else None


def _lent(asking: Asking) -> Obstacle | None:
    lent = select(func.count()).where(
        lease.c.member_id.in_(asking.person.ids), lease.c.state.in_([each.value for each in LIVE])
    )
    return _some(asking, "lent", lent)


def _hold(asking: Asking) -> Obstacle | None:
    states = [state.value for state in OPEN_STATES]
    begun = select(func.count()).where(
        hold.c.member_id.in_(asking.person.ids), hold.c.state.in_(states)
    )
    return _some(asking, "hold", begun)


def _debt(asking: Asking) -> Obstacle | None:
    owed = asking.view.connection.execute(
        select(func.coalesce(func.sum(account.c.balance), 0)).where(
            account.c.member_id.in_(asking.person.ids), account.c.kind == POINTS_DEBT
        )
    ).scalar_one()
    return Obstacle(kind="debt", amount=-int(owed)) if owed else None


def _case(asking: Asking) -> Obstacle | None:
    """A shortfall, a doubt: what is about her by id or number and nobody has closed."""
    numbers = select(member.c.number).where(member.c.id.in_(asking.person.ids))
    named = [*asking.person.ids, *asking.view.connection.execute(numbers).scalars()]
    about_her = or_(*(case.c.detail.contains(f'"{each}"', autoescape=True) for each in named))
    open_cases = select(func.count()).where(
        case.c.tenant_id == asking.view.tenant.id,
        case.c.closed == 0,
        case.c.kind.not_in(_GO_WITH_HER),
        about_her,
    )
    return _some(asking, "case", open_cases)


def _complaint(asking: Asking) -> Obstacle | None:
    """She would wait for an answer that nobody could give her any more."""
    waiting = select(func.count()).where(
        complaint.c.member_id.in_(asking.person.ids), complaint.c.closed_ms.is_(None)
    )
    return _some(asking, "complaint", waiting)


def _children(asking: Asking) -> Obstacle | None:
    """Whom she answers for needs somebody else before."""
    hers = select(func.count()).where(family_member.c.guardian_id.in_(asking.person.ids))
    return _some(asking, "children", hers)


def _family(asking: Asking) -> Obstacle | None:
    """The card of others."""
    others = (
        select(func.count())
        .select_from(family_member)
        .join(family, family.c.id == family_member.c.family_id)
        .where(
            family.c.holder_id.in_(asking.person.ids),
            family_member.c.member_id.not_in(asking.person.ids),
        )
    )
    return _some(asking, "family", others)


def _some(asking: Asking, kind: str, query: Select[Any]) -> Obstacle | None:
    count = int(asking.view.connection.execute(query).scalar_one())
    return Obstacle(kind=kind, count=count) if count else None


OBSTACLES: Final[tuple[Callable[[Asking], Obstacle | None], ...]] = (
    _value,
    _held,
    _hold,
    _lent,
    _debt,
    _case,
    _complaint,
    _children,
    _family,
)
"""What a package adds here has to be settled before a person can be forgotten."""
