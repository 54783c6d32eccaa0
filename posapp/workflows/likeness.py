"""Who may be the person that is being registered: asked once for each thing that is whole."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from msgspec import structs

from posapp.domain.member import Member, checked_birthday, masked_card, masked_name, masked_phone
from posapp.domain.phones import Region, checked_phone
from posapp.errors import OutcomeUnknown, Refused, Unavailable
from posapp.wire.merging import AlikeAsked, AlikeMember

if TYPE_CHECKING:
    from posapp.offline.cache_store import CacheStore
    from posapp.offline.service_calls import ServiceCalls
    from posapp.workflows.desk import Desk
    from posapp.workflows.members import Members

NOTHING: Final = AlikeAsked()
PHONE: Final = "phone"


class Likeness:
    """Lane: online; it waits for central no longer than any look-up, and nobody waits for it."""

    def __init__(
        self, calls: ServiceCalls, members: Members, cache: CacheStore, desk: Desk
    ) -> None:
        self._calls = calls
        self._members = members
        self._cache = cache
        self._desk = desk

    def alike(self, asked: AlikeAsked) -> tuple[AlikeMember, ...]:
        """Masked, likeliest first. Without central the phone alone is looked up in the cache.

        Raises Refused("members.too_many_look_ups").
        """
        if self._desk.is_online():
            try:
                return self._calls.alike(
                    structs.replace(asked, staff_id=self._desk.serving)
                ).members
            except (Unavailable, OutcomeUnknown):
                pass
        known = self._cache.member_by_phone(asked.phone) if asked.phone else None
        return () if known is None else (alike_member(known, PHONE),)

    def her(self, named: AlikeMember) -> Member:
        """One of them as she stands now. Raises Refused("member.unknown"), and as `find`."""
        found = self._members.look_up(named.number)
        her = next((each for each in found if each.id == named.member_id), None)
        if her is None:
            raise Refused("member.unknown")
        return her


def alike_member(her: Member, *reasons: str) -> AlikeMember:
    """As central shows her."""
    return AlikeMember(
        member_id=her.id,
        number=her.number,
        name=masked_name(her.name),
        phone=masked_phone(her.phone),
        card=masked_card(her.card),
        reasons=reasons,
    )


def whole(
    phone: str, region: Region, name: str = "", birthday: str = "", card: str = ""
) -> AlikeAsked:
    """What of it is worth asking for: a phone that is a phone, a name with a day of birth or with a
    phone, a card. `NOTHING` while all of it is half typed.
    """
    good_phone, day = _or_empty(phone, region), _day(birthday)
    names = name.strip() if good_phone or day else ""
    if not (good_phone or card.strip() or (names and day)):
        return NOTHING
    return AlikeAsked(
        phone=good_phone, name=names, birthday=day if names else "", card=card.strip()
    )


def _or_empty(phone: str, region: Region) -> str:
    try:
        return checked_phone(phone, region)
    except Refused:
        return ""


def _day(birthday: str) -> str:
    try:
        return checked_birthday(birthday)
    except Refused:
        return ""
