"""Members by several conditions: what a clerk wrote into the form, as central is asked it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING, Final

from msgspec import structs

from posapp.domain.member import MemberStatus
from posapp.domain.permissions import Permission, check_may
from posapp.errors import Refused
from posapp.wire.member_search import (
    MOST_WORDS,
    MembersFound,
    MembersSought,
    SearchConditions,
)

if TYPE_CHECKING:
    from datetime import tzinfo

    from posapp.domain.permissions import Staff
    from posapp.offline.service_calls import ServiceCalls
    from posapp.workflows.desk import Desk

PAGE_ROWS: Final = 20
_MOST_EMPTY: Final = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class SearchForm:
    """Texts as they stand in the fields; an empty one says nothing. Days are YYYY-MM-DD and count
    from their morning to their night; `card` is "yes", "no" or empty; `tags` are codes, all hers.
    """

    name: str = ""
    phone: str = ""
    month: str = ""
    card: str = ""
    tier: str = ""
    status: str = ""
    registered_from: str = ""
    registered_until: str = ""
    bought_from: str = ""
    bought_until: str = ""
    tags: tuple[str, ...] = ()

    def __repr__(self) -> str:
        return "SearchForm()"


class Seeking:
    """Lane: online. Central alone answers: a till knows neither states nor moments of everybody."""

    def __init__(self, calls: ServiceCalls, desk: Desk) -> None:
        self._calls = calls
        self._desk = desk

    def page(self, staff: Staff, form: SearchForm, after: str = "") -> MembersFound:
        """One page, newest members first; `after` is the `next` of the one before. That each was
        shown is kept at central, which looks at so many members a time: an empty page goes on by
        itself for a while, and still has a `next` when there is more to look through.

        Raises Refused("permission.needs_approval", "service.offline", "search.month_not_valid",
        "search.day_not_valid", "search.too_many_tags") and as central refuses, Unavailable.
        """
        check_may(staff, Permission.REGISTER_MEMBER)
        if not self._desk.is_online():
            raise Refused("service.offline")
        conditions = conditions_of(form, self._desk.zone)
        asked = MembersSought(
            staff_id=staff.id, conditions=conditions, after=after, limit=PAGE_ROWS
        )
        found = self._calls.members_sought(asked)
        for _ in range(_MOST_EMPTY):
            if found.rows or not found.next:
                break
            found = self._calls.members_sought(structs.replace(asked, after=found.next))
        return found


def conditions_of(form: SearchForm, zone: tzinfo) -> SearchConditions:
    """Raises Refused("search.month_not_valid", "search.day_not_valid", "search.too_many_tags")."""
    return SearchConditions(
        name=form.name.strip(),
        phone=form.phone.strip(),
        month=_month(form.month),
        tiers=(form.tier,) if form.tier else (),
        statuses=(MemberStatus(form.status),) if form.status else (),
        tags=_few(form.tags),
        has_card={"yes": True, "no": False}.get(form.card),
        registered_from_ms=_morning_ms(form.registered_from, zone),
        registered_before_ms=_morning_ms(form.registered_until, zone, days=1),
        bought_from_ms=_morning_ms(form.bought_from, zone),
        bought_before_ms=_morning_ms(form.bought_until, zone, days=1),
    )


def _few(tags: tuple[str, ...]) -> tuple[str, ...]:
    if len(tags) > MOST_WORDS:
        raise Refused("search.too_many_tags", most=MOST_WORDS)
    return tags


def _month(text: str) -> int:
    plain = text.strip()
    if not plain:
        return 0
    # Full-width figures are decimal too.
    month = int(plain) if plain.isdecimal() and len(plain) <= 2 else 0
    if not 1 <= month <= 12:
        raise Refused("search.month_not_valid")
    return month


def _morning_ms(text: str, zone: tzinfo, *, days: int = 0) -> int:
    """When that day begins at the shop, or the one so many days later; 0 for no day."""
    if not text.strip():
        return 0
    try:
        day = date.fromisoformat(text.strip()) + timedelta(days=days)
        moment = datetime(day.year, day.month, day.day, tzinfo=zone)
        return max(1, int(moment.timestamp()) * 1000)
    except (ValueError, OverflowError) as error:
        raise Refused("search.day_not_valid") from error
