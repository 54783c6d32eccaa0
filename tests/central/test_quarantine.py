"""The quarantine worked off: looked at, applied again under the same id, never emptied unseen."""

from __future__ import annotations

import json

import pytest
from sqlalchemy.exc import DatabaseError

from posapp.central import case_commands
from posapp.central.quarantine import Act, apply_again
from posapp.central.seeding import only_tenant
from posapp.wire.canonical import encode
from posapp.wire.facts import AuditData, SaleData
from tests.central.goods import A, cart, cash, sale
from tests.central.tills import refusal


def cash_sale(till):
    return SaleData(sale=sale(till.ids, cart(A), cash(till.ids, 20_000)))


@pytest.fixture
def poison(park):
    """A sale whose envelope contradicts its body: kept, not applied."""
    till = park.till
    plain = till.journal(cash_sale(till))
    till.seq -= 1
    till.chain = bytes(32)
    item = till.entry(plain.event_id, "lottery.v9", plain.aggregate_id, plain.body)
    assert [each.outcome.value for each in till.push(item)] == ["quarantined"]
    return item


def operator(park, method, path, body=None, token=""):
    token = token or park.seeded.operator_token
    headers = {"Authorization": f"Bearer {token}"}
    return park.site.client.request(method, path, json=body, headers=headers)


def sums(park):
    return park.rows("SELECT count(*) FROM sale")[0][0]


def test_what_waits_is_listed_with_its_age_and_shown_with_its_raw_body(park, poison):
    park.clock.advance_ms(3 * 3_600_000)
    report = case_commands.cases(park.folder)
    (kept,) = report["quarantined"]
    assert (kept["event_id"], kept["code"]) == (poison.event_id, "fact.contradicts_itself")
    assert report["quarantined_count"] == 1
    shown = case_commands.cases(park.folder, event_id=poison.event_id)
    assert (shown["body"], shown["acts"]) == (poison.body, [])


def test_fact_is_applied_under_its_own_id_once_its_body_is_put_right(park, poison, tmp_path):
    (tmp_path / "body.json").write_text(poison.body, encoding="utf-8")
    answer = case_commands.reapply(
        park.folder, event_id=poison.event_id, note="信封写错", body=tmp_path / "body.json"
    )
    assert answer == {"applied": poison.event_id}
    assert sums(park) == 1
    assert park.cases() == ["fact.quarantined"]
    assert park.rows("SELECT closed FROM open_case") == [(1,)]
    assert park.rows("SELECT outcome, kind FROM inbox") == [("applied", "lottery.v9")]
    assert park.rows("SELECT body FROM correction") == [(poison.body.encode(),)]
    assert [each.outcome.value for each in park.till.push(poison)] == ["duplicate"]
    again = refusal(
        case_commands.reapply, park.folder, event_id=poison.event_id, note="x", body=None
    )
    assert again.key == "quarantine.unknown"
    assert sums(park) == 1


def test_fact_whose_cause_was_mended_is_applied_as_it_came(park, monkeypatch):
    from posapp.central import inbox

    def broken(*_):
        raise LookupError

    till = park.till
    with monkeypatch.context() as before:
        before.setattr(inbox, "apply", broken)
        assert till.tell(cash_sale(till)) == ["quarantined"]
    (event_id,) = park.rows("SELECT event_id FROM inbox")[0]
    case_commands.reapply(park.folder, event_id=event_id, note="程序已改正", body=None)
    assert sums(park) == 1
    assert park.rows("SELECT count(*) FROM correction") == [(0,)]


def test_what_hung_on_it_goes_on_afterwards(park, poison):
    till = park.till
    hanging = till.entry(till.ids.new(), "audit.v1", poison.aggregate_id, "{}")
    assert [each.outcome.value for each in till.push(hanging)] == ["depends"]
    operator(
        park,
        "POST",
        "/v1/quarantine/reapply",
        {"event_id": poison.event_id, "note": "ok", "body": poison.body},
    )
    assert [each.outcome.value for each in till.push(hanging)] == ["quarantined"]


def test_vain_try_is_refused_with_the_reason_and_written_down(park, poison):
    error = refusal(
        case_commands.reapply, park.folder, event_id=poison.event_id, note="试", body=None
    )
    assert (error.key, error.params) == (
        "quarantine.still_fails",
        {"code": "fact.contradicts_itself"},
    )
    assert park.rows("SELECT act, note FROM operator_act") == [("reapply_failed", "试")]
    assert park.rows("SELECT outcome FROM inbox") == [("quarantined",)]


def test_corrected_body_of_another_fact_is_refused(park, poison):
    other = park.till.journal(AuditData(action="sign_in"))
    tenant = only_tenant(park.central)
    act = Act(who="zhou", note="x")
    for body in (other.body, "{}", "no json"):
        error = refusal(apply_again, park.central, tenant, poison.event_id, act, body=body)
        assert error.key == "quarantine.body_not_valid"


def test_case_is_closed_with_a_note_and_the_fact_stays_in_quarantine(park, poison):
    (case_id,) = park.rows("SELECT id FROM open_case")[0]
    assert refusal(case_commands.close, park.folder, case_id=case_id, note=" ").key == (
        "case.note_needed"
    )
    case_commands.close(park.folder, case_id=case_id, note="顾客已退款")
    report = case_commands.cases(park.folder)
    assert (report["cases"], report["quarantined_count"]) == ([], 1)
    assert (
        refusal(case_commands.close, park.folder, case_id=case_id, note="x").key == "case.unknown"
    )


def test_acts_can_neither_be_changed_nor_deleted(park, poison):
    refusal(case_commands.reapply, park.folder, event_id=poison.event_id, note="试", body=None)
    for verb in ("UPDATE operator_act SET note = ''", "DELETE FROM operator_act"):
        with (
            park.central.database.write() as connection,
            pytest.raises(DatabaseError, match="append only"),
        ):
            connection.exec_driver_sql(verb)


def test_only_an_operator_may_work_the_quarantine_off(park, poison):
    body = json.dumps({"event_id": poison.event_id, "note": "x"}).encode()
    assert park.till.send("POST", "/v1/quarantine/reapply", body).status_code == 401
    assert operator(park, "GET", "/v1/quarantine/fact", token="guess").status_code == 401
    path = f"/v1/quarantine/fact?event={poison.event_id}"
    assert operator(park, "GET", path).json()["body"] == poison.body
    assert operator(park, "GET", "/v1/quarantine/fact?event=x").status_code == 404


def test_fork_that_no_till_ever_moved_on_from_can_be_applied_by_hand(park):
    till = park.till
    seq, chain = till.seq, till.chain
    till.tell(cash_sale(till))
    till.seq, till.chain = seq, chain
    copy = till.journal(cash_sale(till))
    assert [each.outcome.value for each in till.push(copy)] == ["fork"]
    (kept,) = case_commands.cases(park.folder)["quarantined"]
    assert (kept["event_id"], kept["code"]) == (copy.event_id, "sync.fork")
    case_commands.reapply(park.folder, event_id=copy.event_id, note="两台都卖了", body=None)
    assert sums(park) == 2
    assert case_commands.cases(park.folder)["quarantined"] == []


def test_dead_letter_whose_place_another_fact_took_can_be_applied_by_hand(park):
    till = park.till
    seq, chain = till.seq, till.chain
    till.tell(cash_sale(till))
    till.seq, till.chain = seq, chain
    copy = till.journal(cash_sale(till))
    till.send("POST", "/v1/sync/deadletter", encode(copy))
    (kept,) = case_commands.cases(park.folder)["quarantined"]
    assert kept["event_id"] == copy.event_id
    case_commands.reapply(park.folder, event_id=copy.event_id, note="两台都卖了", body=None)
    assert sums(park) == 2


def test_dead_letter_is_listed_and_shown(park):
    park.till.send("POST", "/v1/sync/deadletter", b"\xff\x00 not an item")
    (letter,) = case_commands.cases(park.folder)["dead_letters"]
    shown = operator(park, "GET", f"/v1/quarantine/letter?letter={letter['id']}").json()
    assert shown["body"] == "\\xff\x00 not an item"
