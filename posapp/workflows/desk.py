"""The counter that facts come from: which till, what time, whether central answers, who acts."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import timedelta
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from posapp.clock import Clock, Ids, utc_from_ms
from posapp.domain.ids import made_ms
from posapp.errors import Refused
from posapp.offline.entries import Entry
from posapp.wire.facts import Actor, Fact, FactData, FactHead
from posapp.workflows.allowing import Allowing

if TYPE_CHECKING:
    from collections.abc import Callable

    from posapp.domain.permissions import Staff
    from posapp.domain.shift import Shift
    from posapp.settings import Settings
    from posapp.wire.sync import Attachment


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Who this till is since its enrolment; `time_zone` is an IANA name."""

    tenant_id: str
    tenant_name: str
    shop_id: str
    shop_name: str
    terminal_id: str
    terminal_code: str
    terminal_label: str
    incarnation: int
    currency: str
    time_zone: str
    seal_key: str = ""
    training: bool = False


class Desk:
    """Given to every workflow; safe on every lane.

    `clock` tells time corrected by central's; `is_online` is what the sync lane last saw, and
    `revoked_ms` when central said that this till is revoked, 0 while it is not. `allowing` is the
    table of who may do what alone, in the settings of now. `serving` is the id of whoever is signed
    in, empty for nobody: central writes down before whom members were shown.
    """

    def __init__(
        self,
        place: Place,
        clock: Clock,
        ids: Ids,
        settings: Settings,
        is_online: Callable[[], bool],
        *,
        revoked_ms: Callable[[], int] = lambda: 0,
    ) -> None:
        self.place = place
        self.serving = ""
        self.settings = settings
        self.allowing = Allowing(lambda: self.settings)
        self._clock = clock
        self._ids = ids
        self.is_online = is_online
        self._revoked_ms = revoked_ms
        self._zone = ZoneInfo(place.time_zone)
        self._chosen_language = ""

    @property
    def guest_language(self) -> str:
        """What who is served chose on her side of the counter, else the till's own."""
        return self._chosen_language or self.settings.language

    def hear_language(self, language: str) -> None:
        """She chose one; empty when nobody is served any more."""
        self._chosen_language = language

    @property
    def zone(self) -> ZoneInfo:
        """The shop's time zone."""
        return self._zone

    def use(self, settings: Settings) -> None:
        """New settings from the feed or the person."""
        self.settings = settings

    def use_incarnation(self, incarnation: int) -> None:
        """Central gave this till a new incarnation: later facts are headed with it."""
        self.place = replace(self.place, incarnation=incarnation)

    @property
    def is_stopped(self) -> bool:
        """Central revoked this till, and the policy lets it begin nothing new."""
        return bool(self._revoked_ms()) and not self.settings.revoked_till_sells

    def check_may_begin(self) -> None:
        """Before anything new: an order, a refund. Raises Refused("till.revoked")."""
        if self.is_stopped:
            raise Refused("till.revoked")

    def check_may_take(self, order_id: str) -> None:
        """Before money is taken: an order that was begun before may be finished, no later one.

        Raises Refused("till.revoked").
        """
        if self.is_stopped and made_ms(order_id) > self._revoked_ms():
            raise Refused("till.revoked")

    def new_id(self) -> str:
        return self._ids.new()

    def now_ms(self) -> int:
        return self._clock.wall_ms()

    def mono_ms(self) -> int:
        return self._clock.mono_ms()

    def local_date(self) -> str:
        """Today at the shop, YYYY-MM-DD."""
        return utc_from_ms(self.now_ms()).astimezone(self._zone).date().isoformat()

    def local_time(self, at_ms: int) -> str:
        """A moment at the shop, YYYY-MM-DD HH:MM, for paper."""
        return utc_from_ms(at_ms).astimezone(self._zone).strftime("%Y-%m-%d %H:%M")

    def zone_name(self, at_ms: int) -> str:
        """The offset of the shop's time zone, such as UTC+08:00."""
        offset = utc_from_ms(at_ms).astimezone(self._zone).strftime("%z")
        return f"UTC{offset[:3]}:{offset[3:]}"

    def utc_offset_min(self, at_ms: int) -> int:
        """Minutes by which the shop's clock is ahead of UTC at that moment."""
        offset = utc_from_ms(at_ms).astimezone(self._zone).utcoffset()
        return 0 if offset is None else offset // timedelta(minutes=1)

    def entry(
        self,
        data: FactData,
        staff: Staff | None,
        shift: Shift | None,
        attachments: tuple[Attachment, ...] = (),
    ) -> Entry:
        """A fact with its head, ready for the journal. Without staff the system itself acts.

        The business date is the shift's; without a shift it is today's at the shop.
        """
        place = self.place
        head = FactHead(
            event_id=self.new_id(),
            tenant_id=place.tenant_id,
            shop_id=place.shop_id,
            terminal_id=place.terminal_id,
            incarnation=place.incarnation,
            at_ms=self.now_ms(),
            business_date=self.local_date() if shift is None else shift.business_date,
            shift_id=None if shift is None else shift.id,
            actor=_actor(staff),
            currency=place.currency,
        )
        return Entry(fact=Fact(head=head, data=data), attachments=attachments)


def _actor(staff: Staff | None) -> Actor:
    if staff is None:
        return Actor(kind="system", id="system")
    return Actor(kind="staff", id=staff.id, name=staff.name)
