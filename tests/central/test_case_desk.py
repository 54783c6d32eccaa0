"""A manager at a till works off what waits: her right and PIN are central's to judge, her acts stay."""

from __future__ import annotations

import json

import pytest
from argon2 import PasswordHasher
from sqlalchemy import insert

from posapp.central.commands import seed_sample
from posapp.central.tables.shops import staff
from posapp.wire.case_work import (
    CaseAsked,
    CaseClosing,
    CasesAsked,
    CasesListed,
    CaseTold,
    CaseWorked,
    FactMending,
    Shelf,
)
from posapp.wire.facts import SaleData
from tests.central.conftest import STORE
from tests.central.goods import A, cart, cash, sale
from tests.central.tills import refusal

PIN = "246802"
QUICK = PasswordHasher(time_cost=1, memory_cost=8, parallelism=1)
RIGHTS = "sell approve work_cases"


def person(park, *, rights=RIGHTS, active=1, tenant_id="", number="9001"):
    """Somebody in central's own list."""
    staff_id = park.till.ids.new()
    row = {
        "id": staff_id,
        "tenant_id": tenant_id or park.seeded.tenant_id,
        "number": number,
        "name": "周店长",
        "role": "manager",
        "permissions": rights,
        "pin_verifier": QUICK.hash(PIN),
        "active": active,
    }
    with park.central.database.write() as connection:
        connection.execute(insert(staff).values(**row))
    return staff_id


@pytest.fixture
def boss(park):
    return person(park)


def poisoned(park):
    """A sale that is kept and not applied; its body alone is good."""
    till = park.till
    seq, chain = till.seq, till.chain
    plain = till.journal(SaleData(sale=sale(till.ids, cart(A), cash(till.ids, 20_000))))
    till.seq, till.chain = seq, chain
    item = till.entry(plain.event_id, "lottery.v9", plain.aggregate_id, plain.body)
    assert [each.outcome.value for each in till.push(item)] == ["quarantined"]
    return item


@pytest.fixture
def poison(park):
    return poisoned(park)


def listed(till, staff_id, **asked):
    return till.ask("/v1/desk/cases", CasesAsked(staff_id=staff_id, **asked), CasesListed)


def shown(till, staff_id, **asked):
    return till.ask("/v1/desk/case", CaseAsked(staff_id=staff_id, **asked), CaseTold)


def mend(till, staff_id, event_id, pin=PIN, note="信封写错", body=None):
    asked = FactMending(staff_id=staff_id, pin=pin, event_id=event_id, note=note, body=body)
    return till.ask("/v1/desk/mend", asked, CaseWorked)


def close(till, staff_id, case_id, pin=PIN, note="顾客已退款"):
    asked = CaseClosing(staff_id=staff_id, pin=pin, case_id=case_id, note=note)
    return till.ask("/v1/desk/close", asked, CaseWorked)


def acts(park):
    rows = park.rows("SELECT who, act, note, detail FROM operator_act ORDER BY id")
    return [(who, act, note, json.loads(detail)) for who, act, note, detail in rows]


def test_what_waits_is_listed_with_till_and_reason_and_shown_with_the_bytes_that_came(
    park, boss, poison
):
    page = listed(park.till, boss)
    (row,) = page.rows
    assert (row.kind, row.code, row.fact_kind) == (
        "fact.quarantined",
        "fact.contradicts_itself",
        "lottery.v9",
    )
    assert (row.terminal, row.event_id) == ("A03", poison.event_id)
    assert (page.total, page.oldest_ms, page.next) == (1, row.at_ms, "")
    whole = shown(park.till, boss, case_id=row.case_id)
    assert (whole.case_id, whole.fact.is_held) == (row.case_id, True)
    assert (whole.fact.body, whole.fact.seq, whole.acts) == (poison.body, poison.seq, ())


def test_fact_is_mended_in_her_name_from_her_till(park, boss, poison):
    assert mend(park.till, boss, poison.event_id, body=poison.body).id == poison.event_id
    assert park.rows("SELECT outcome FROM inbox") == [("applied",)]
    here = {"staff_id": boss, "terminal": "A03"}
    assert acts(park) == [("周店长 (9001)", "reapply", "信封写错", here)]
    assert listed(park.till, boss).rows == ()
    whole = shown(park.till, boss, event_id=poison.event_id)
    assert (whole.fact.is_held, whole.case_id) == (False, "")
    assert [(act.act, act.terminal) for act in whole.acts] == [("reapply", "A03")]
    assert refusal(mend, park.till, boss, poison.event_id).key == "quarantine.unknown"


def test_vain_try_is_told_with_its_reason_and_written_down(park, boss, poison):
    error = refusal(mend, park.till, boss, poison.event_id)
    assert (error.key, error.params["code"]) == (
        "quarantine.still_fails",
        "fact.contradicts_itself",
    )
    assert [(act, detail["code"]) for _, act, _, detail in acts(park)] == [
        ("reapply_failed", "fact.contradicts_itself")
    ]
    assert len(shown(park.till, boss, event_id=poison.event_id).acts) == 1


def test_closed_case_leaves_its_fact_on_the_shelf_of_all_that_is_held(park, boss, poison):
    case_id = listed(park.till, boss).rows[0].case_id
    close(park.till, boss, case_id)
    assert listed(park.till, boss).rows == ()
    (row,) = listed(park.till, boss, shelf=Shelf.HELD).rows
    assert (row.case_id, row.event_id, row.code) == (
        "",
        poison.event_id,
        "fact.contradicts_itself",
    )
    assert refusal(close, park.till, boss, case_id).key == "case.unknown"
    assert [(act, note) for _, act, note, _ in acts(park)] == [("close_case", "顾客已退款")]


def test_pages_follow_each_other_oldest_first_and_miss_nothing(park, boss):
    made = []
    for _ in range(5):
        made.append(poisoned(park).event_id)
        park.clock.advance_ms(1)
    for shelf in Shelf:
        seen, after = [], ""
        while True:
            page = listed(park.till, boss, shelf=shelf, limit=2, after=after)
            assert page.total == 5
            seen += [row.event_id for row in page.rows]
            after = page.next
            if not after:
                break
        assert seen == made
    assert refusal(listed, park.till, boss, after="x.y").key == "wire.not_understood"


def test_list_is_narrowed_to_tills_by_the_beginning_of_their_code(park, boss, poison):
    park.site.enrol(park.seeded.tenant_id, code="B01")
    assert len(listed(park.till, boss, terminal="A").rows) == 1
    assert listed(park.till, boss, terminal="B").total == 0
    assert listed(park.till, boss, terminal="Z", shelf=Shelf.HELD).total == 0


def test_bytes_of_a_dead_letter_and_a_fork_are_shown_too(park, boss):
    till = park.till
    till.send("POST", "/v1/sync/deadletter", b"\xff not an item")
    (row,) = listed(till, boss).rows
    assert row.kind == "sync.dead_letter"
    assert shown(till, boss, case_id=row.case_id).letter == "\\xff not an item"
    seq, chain = till.seq, till.chain
    till.tell(SaleData(sale=sale(till.ids, cart(A), cash(till.ids, 20_000))))
    till.seq, till.chain = seq, chain
    copy = till.journal(SaleData(sale=sale(till.ids, cart(A), cash(till.ids, 20_000))))
    till.push(copy)
    page = listed(till, boss, shelf=Shelf.HELD)
    assert [(row.event_id, row.code) for row in page.rows] == [(copy.event_id, "sync.fork")]
    mend(till, boss, copy.event_id, note="两台都卖了")
    assert listed(till, boss, shelf=Shelf.HELD).total == 0


@pytest.mark.parametrize("lacking", [{"rights": "sell approve"}, {"active": 0}])
def test_nobody_without_the_right_sees_or_does_anything(park, poison, lacking):
    other = person(park, **lacking)
    for act in (
        lambda: listed(park.till, other),
        lambda: shown(park.till, other, event_id=poison.event_id),
        lambda: mend(park.till, other, poison.event_id, body=poison.body),
        lambda: close(park.till, other, park.rows("SELECT id FROM open_case")[0][0]),
    ):
        assert refusal(act).key == "case_work.not_allowed"
    assert acts(park) == []


def test_wrong_pins_are_counted_and_lock_for_a_while(park, boss, poison):
    lefts = [refusal(mend, park.till, boss, poison.event_id, pin="000000") for _ in range(5)]
    assert [error.params.get("left") for error in lefts] == [4, 3, 2, 1, None]
    right = refusal(mend, park.till, boss, poison.event_id, body=poison.body)
    assert (right.key, right.params["minutes"]) == ("sign_in.locked", 5)
    park.clock.advance_ms(5 * 60_000)
    mend(park.till, boss, poison.event_id, body=poison.body)
    assert len(acts(park)) == 1


def test_no_act_without_a_note_and_none_that_no_till_signed(park, boss, poison):
    assert refusal(mend, park.till, boss, poison.event_id, note=" ").key == "case.note_needed"
    asked = {"staff_id": boss, "pin": PIN, "event_id": poison.event_id, "note": "x"}
    for headers in ({}, {"Authorization": f"Bearer {park.seeded.operator_token}"}):
        answer = park.site.client.post("/v1/desk/mend", json=asked, headers=headers)
        assert answer.status_code == 401
    assert acts(park) == []


def test_cases_of_another_tenant_are_not_there(park, boss, poison):
    store = {**STORE, "tenant": {"name": "别家"}, "members": []}
    other = seed_sample(park.central, json.dumps(store).encode())
    stranger = park.site.enrol(other.tenant_id, code="A03")
    theirs = person(park, tenant_id=other.tenant_id)
    case_id = listed(park.till, boss).rows[0].case_id
    for shelf in Shelf:
        assert listed(stranger, theirs, shelf=shelf).total == 0
    assert refusal(shown, stranger, theirs, case_id=case_id).key == "case.unknown"
    assert refusal(shown, stranger, theirs, event_id=poison.event_id).key == "case.unknown"
    assert refusal(mend, stranger, theirs, poison.event_id).key == "quarantine.unknown"
    assert refusal(close, stranger, theirs, case_id).key == "case.unknown"
    assert refusal(listed, stranger, boss).key == "case_work.not_allowed"


def test_the_pin_stands_in_no_message_that_might_be_logged(park, boss, poison, caplog):
    with caplog.at_level("DEBUG"):
        mend(park.till, boss, poison.event_id, body=poison.body)
        refusal(mend, park.till, boss, poison.event_id, pin="975310")
    assert PIN not in caplog.text
    assert "975310" not in caplog.text
    asked = FactMending(staff_id="s", pin=PIN, event_id="e", note="n")
    assert PIN not in repr(asked)
    assert PIN not in repr(CaseClosing(staff_id="s", pin=PIN, case_id="c", note="n"))
