"""Central's own limits: settings of a tenant with their defaults; the tills never see them."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Final

from sqlalchemy import select

from posapp.central.tables.shops import setting

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sqlalchemy import Connection

PREFIX: Final = "central."

LOOK_UPS_A_MINUTE: Final = "central.look_ups_a_minute"
MEMBERS_A_DAY: Final = "central.members_a_day"
NAMED_CARD_MOST: Final = "central.named_card_most"
REQUESTS_A_MINUTE: Final = "central.requests_a_minute"
PAGE_SIGN_INS_A_MINUTE: Final = "central.page_sign_ins_a_minute"
MEMBER_PAGE: Final = "central.member_page"
"""A list of the codes of the shops whose members have a page of their own; none: no page."""
PAGE_JOINING: Final = "central.page_joining"
"""A list of the codes of the shops on whose page anybody joins, also without an invitation."""
PAGE_JOIN_MESSAGES_A_MINUTE: Final = "central.page_join_messages_a_minute"
PAGE_JOIN_MESSAGES_A_DAY: Final = "central.page_join_messages_a_day"
ERASURE_DAYS: Final = "central.erasure_days"
KEEP_IDENTITY_YEARS: Final = "central.keep_identity_years"
REVEALS_A_DAY: Final = "central.reveals_a_day"
DESK_FROM_HOUR: Final = "central.desk_from_hour"
DESK_TO_HOUR: Final = "central.desk_to_hour"

COMPLAINT_HOURS: Final = "central.complaint_hours"
COMPENSATION_DAYS: Final = "central.compensation_days"

CANARIES: Final = "central.canary_members"
"""A list of member numbers that nobody has a reason to look up."""

DEFAULTS: Final = {
    LOOK_UPS_A_MINUTE: 60,
    MEMBERS_A_DAY: 500,
    NAMED_CARD_MOST: 500_000,
    REQUESTS_A_MINUTE: 6_000,
    PAGE_SIGN_INS_A_MINUTE: 20,
    PAGE_JOIN_MESSAGES_A_MINUTE: 10,
    PAGE_JOIN_MESSAGES_A_DAY: 300,
    COMPLAINT_HOURS: 24,
    COMPENSATION_DAYS: 90,
    ERASURE_DAYS: 15,
    KEEP_IDENTITY_YEARS: 5,
    REVEALS_A_DAY: 40,
    DESK_FROM_HOUR: 7,
    DESK_TO_HOUR: 23,
}
"""Look-ups per terminal and minute; distinct members per terminal and day; fen on a named card;
requests of any kind per terminal and minute, of which a minute's worth may come at once; what one
network address may try in a minute on the way into a member's page; messages that a shop's page
sends, in a minute and in a day, to people who join without an invitation; hours in which a
complaint is answered; days in which gift value of a compensation is used; days in which a person
who asks to be forgotten is; years for which who she was is kept after her last stored value (0: no
law here asks it); how much one person sees of members in full on an ordinary day; the hours in
which a desk is open.
"""


def word(connection: Connection, tenant_id: str, name: str, among: Sequence[str]) -> str:
    """A tenant's setting that is one of a few words; the first of them where it is none."""
    value = connection.execute(
        select(setting.c.value).where(setting.c.tenant_id == tenant_id, setting.c.name == name)
    ).scalar()
    said = None if value is None else json.loads(value)
    return said if isinstance(said, str) and said in among else among[0]


def limit(connection: Connection, tenant_id: str, name: str) -> int:
    """The tenant's own value, else the default."""
    value = connection.execute(
        select(setting.c.value).where(setting.c.tenant_id == tenant_id, setting.c.name == name)
    ).scalar()
    return DEFAULTS[name] if value is None else int(json.loads(value))


def canaries(connection: Connection, tenant_id: str) -> frozenset[str]:
    """Numbers of members who are there to be noticed when somebody reads what he should not."""
    return _texts(connection, tenant_id, CANARIES)


def shops_with_page(connection: Connection, tenant_id: str) -> frozenset[str]:
    """Codes of the shops whose members have a page of their own."""
    return _texts(connection, tenant_id, MEMBER_PAGE)


def shops_with_joining(connection: Connection, tenant_id: str) -> frozenset[str]:
    """Codes of the shops on whose page anybody may join."""
    return _texts(connection, tenant_id, PAGE_JOINING)


def _texts(connection: Connection, tenant_id: str, name: str) -> frozenset[str]:
    value = connection.execute(
        select(setting.c.value).where(setting.c.tenant_id == tenant_id, setting.c.name == name)
    ).scalar()
    return frozenset() if value is None else frozenset(map(str, json.loads(value)))
