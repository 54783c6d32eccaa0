"""How facts are headed, and what the shop's clock says."""

from dataclasses import replace

import pytest

from posapp.domain.permissions import Permission
from posapp.errors import Refused
from posapp.wire.facts import AuditData
from posapp.workflows.revealing import Revealing
from tests.workflows.counter import CASHIER, MANAGER, WANG, some_shift


def test_a_fact_names_place_person_shift_and_moment(till):
    shift = some_shift()
    head = till.desk.entry(AuditData(action="x"), CASHIER, shift).fact.head
    assert (head.tenant_id, head.shop_id, head.terminal_id) == ("tenant-1", "shop-1", "terminal-3")
    assert (head.shift_id, head.business_date) == (shift.id, shift.business_date)
    assert (head.actor.kind, head.actor.id, head.actor.name) == ("staff", CASHIER.id, "张敏")
    assert (head.at_ms, head.currency, head.incarnation) == (till.clock.wall_ms(), "CNY", 1)


def test_without_staff_or_shift_the_system_acts_on_the_shops_day(till):
    till.clock.advance_ms(17 * 3_600_000)
    head = till.desk.entry(AuditData(action="x"), None, None).fact.head
    assert (head.actor.kind, head.shift_id, head.business_date) == ("system", None, "2026-11-22")


def test_a_new_incarnation_heads_later_facts(till):
    till.desk.use_incarnation(2)
    assert till.desk.entry(AuditData(action="x"), None, None).fact.head.incarnation == 2


def test_paper_shows_the_shops_time_and_zone(till):
    now = till.clock.wall_ms()
    assert till.desk.local_time(now) == "2026-11-21 08:00"
    assert till.desk.zone_name(now) == "UTC+08:00"


def test_an_order_that_becomes_hers_is_journalled_by_her_id_alone(till):
    till.go_offline()
    Revealing(till.store.outbox, till.desk).opened(WANG.id, MANAGER, None)
    (item,) = till.store.outbox.pending(1, 2**20)
    assert till.audits() == ["member.opened"]
    assert WANG.id in item.body.decode()
    assert WANG.name not in item.body.decode()


def test_who_may_not_serve_members_sees_no_whole_phone_number(till):
    clerk = replace(CASHIER, permissions=frozenset({Permission.SELL}))
    with pytest.raises(Refused, match=r"permission.needs_approval"):
        Revealing(till.store.outbox, till.desk).phone(WANG, clerk, None)
    assert till.audits() == []


def test_a_whole_phone_number_is_shown_only_with_an_audit_that_does_not_hold_it(till):
    shown = Revealing(till.store.outbox, till.desk).phone(WANG, MANAGER, None)
    assert shown == WANG.phone
    (item,) = till.store.outbox.pending(1, 2**20)
    assert WANG.phone not in item.body.decode()
    assert till.audits() == ["member.reveal"]
