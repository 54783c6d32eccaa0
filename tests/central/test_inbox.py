"""Facts in the inbox: once, in order, never refused; duplicates, forks, poison and gaps."""

from __future__ import annotations

import hashlib

import pytest
from msgspec import structs
from sqlalchemy import event

from posapp.central.report_shapes import CasesReport
from posapp.errors import PosError
from posapp.wire.canonical import encode
from posapp.wire.facts import AuditData, RefundData, SaleData
from posapp.wire.sync import HelloReply, HelloRequest
from tests.central.goods import A, B, cart, cash, refund, sale
from tests.central.tills import refusal


def cash_sale(till):
    return SaleData(sale=sale(till.ids, cart(A), cash(till.ids, 20_000)))


def outcomes(results):
    return [result.outcome.value for result in results]


def hello(till):
    message = HelloRequest(
        request_id=till.ids.new(),
        schema=1,
        app_version="t",
        terminal_id=till.identity.terminal_id,
        incarnation=till.identity.incarnation,
        max_seq=till.seq,
        chain_head=till.chain.hex(),
        epoch=till.identity.epoch,
        cursor="",
        outbox_depth=0,
        wall_ms=0,
        mono_ms=0,
    )
    return till.ask("/v1/sync/hello", message, HelloReply, message.request_id)


def postings(park):
    return park.rows("SELECT count(*) FROM posting WHERE kind <> 'opening'")[0][0]


def test_resending_everything_changes_nothing_and_answers_with_the_first_result(park):
    items = [park.till.journal(cash_sale(park.till)) for _ in range(3)]
    first = park.till.push(*items)
    before = park.rows("SELECT count(*), sum(amount) FROM entry")
    again = park.till.push(*items)
    assert outcomes(first) == ["applied"] * 3
    assert outcomes(again) == ["duplicate"] * 3
    assert [each.pos for each in again] == [each.pos for each in first]
    assert park.rows("SELECT count(*), sum(amount) FROM entry") == before


def test_the_same_entry_twice_in_one_batch_counts_once(park):
    item = park.till.journal(cash_sale(park.till))
    assert {each.outcome.value for each in park.till.push(item, item)} == {"applied"}
    assert postings(park) == 1


def test_another_body_under_a_known_id_is_a_fork_and_both_are_kept(park):
    item = park.till.journal(AuditData(action="sign_in"))
    park.till.push(item)
    other = structs.replace(item, body="{}", body_sha256=hashlib.sha256(b"{}").hexdigest())
    assert outcomes(park.till.push(other)) == ["fork"]
    assert outcomes(park.till.push(other)) == ["fork"]
    assert park.rows("SELECT body FROM fork") == [(b"{}",)]
    assert park.rows("SELECT body FROM inbox") == [(item.body.encode(),)]
    assert park.cases() == ["sync.fork"]


def test_a_clone_forks_at_its_first_entry_and_all_that_follows_on_it(park):
    """Two copies of one till go on from the same place; central takes one line and keeps the other."""
    till = park.till
    till.push(till.journal(cash_sale(till)))
    seq, chain = till.seq, till.chain
    assert outcomes(till.push(till.journal(cash_sale(till)))) == ["applied"]
    till.seq, till.chain = seq, chain
    clone = [till.journal(cash_sale(till)) for _ in range(4)]
    assert outcomes(till.push(*clone[:2])) == ["fork", "fork"]
    assert outcomes(till.push(*clone[2:])) == ["fork", "fork"]
    assert postings(park) == 2
    assert len(park.rows("SELECT 1 FROM fork")) == 4


def test_a_link_that_does_not_fit_is_kept_and_not_applied(park):
    till = park.till
    till.push(till.journal(cash_sale(till)))
    item = structs.replace(till.journal(cash_sale(till)), chain="00" * 32)
    assert outcomes(till.push(item)) == ["fork"]
    assert park.cases() == ["sync.chain_broken"]


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"kind": "lottery.v9"}, "fact.contradicts_itself"),
        ({"body": '{"half":', "kind": "x"}, "wire.not_understood"),
        ({"body": '{"head":{},"data":{"kind":"lottery.v9"}}'}, "wire.not_understood"),
        ({"aggregate_id": "somebody-else"}, "fact.contradicts_itself"),
    ],
)
def test_poison_goes_to_quarantine_with_its_bytes_and_the_rest_goes_on(park, change, code):
    till = park.till
    good = till.journal(AuditData(action="sign_in"))
    plain = till.journal(AuditData(action="sign_in"))
    till.seq -= 1
    till.chain = bytes.fromhex(good.chain)
    poison = till.entry(
        plain.event_id,
        change.get("kind", plain.kind),
        change.get("aggregate_id", plain.aggregate_id),
        change.get("body", plain.body),
    )
    after = till.journal(cash_sale(till))
    results = till.push(good, poison, after)
    assert outcomes(results) == ["applied", "quarantined", "applied"]
    assert results[1].code == code
    stored = park.rows("SELECT body, outcome FROM inbox WHERE event_id = :id", id=poison.event_id)
    assert stored == [(poison.body.encode(), "quarantined")]
    assert outcomes(till.push(poison)) == ["quarantined"]
    assert park.cases() == ["fact.quarantined"]


def test_what_waits_for_a_person_can_be_listed(park):
    bad = sale(park.till.ids, cart(B), cash(park.till.ids, 10_000), list_total=9_999)
    item = park.till.journal(SaleData(sale=bad))
    park.till.push(item)
    report = park.till.get("/v1/reports/cases", CasesReport)
    (waiting,) = report.quarantined
    assert (waiting.event_id, waiting.terminal, waiting.code) == (
        item.event_id,
        "A03",
        "sale.contradicts_itself",
    )
    (case,) = report.cases
    assert (case.kind, case.detail) == ("fact.quarantined", {"code": "sale.contradicts_itself"})


def test_a_body_that_is_not_the_one_that_was_hashed_is_quarantined(park):
    item = park.till.journal(AuditData(action="sign_in"))
    changed = structs.replace(item, body=item.body.replace("sign_in", "sign_on"))
    (result,) = park.till.push(changed)
    assert (result.outcome.value, result.code) == ("quarantined", "fact.digest_wrong")


def test_a_fact_of_another_till_or_currency_is_quarantined(park):
    till = park.till
    items = (
        till.journal(AuditData(action="a"), terminal_id=till.ids.new()),
        till.journal(AuditData(action="a"), shop_id=till.ids.new()),
        till.journal(AuditData(action="a"), currency="USD"),
    )
    codes = [result.code for result in till.push(*items)]
    assert codes == ["fact.of_another_till", "fact.of_another_till", "fact.of_another_currency"]


def test_a_sale_that_contradicts_itself_leaves_nothing_in_the_books(park):
    till = park.till
    good = cash_sale(till)
    bad = sale(till.ids, cart(B), cash(till.ids, 10_000), list_total=9_999)
    results = till.push(
        *(till.journal(each) for each in (good, SaleData(sale=bad), cash_sale(till)))
    )
    assert outcomes(results) == ["applied", "quarantined", "applied"]
    assert results[1].code == "sale.contradicts_itself"
    assert postings(park) == 2


def test_what_hangs_on_a_quarantined_sale_waits_with_the_till(park):
    till = park.till
    bad = sale(till.ids, cart(B), cash(till.ids, 10_000), list_total=9_999)
    sold = till.journal(SaleData(sale=bad))
    back = till.journal(RefundData(refund=refund(till.ids, bad, {}, {1: 1_000})))
    results = till.push(sold, back)
    assert outcomes(results) == ["quarantined", "depends"]
    assert results[1].depends_on == sold.event_id
    (again,) = till.push(back)
    assert (again.outcome.value, again.depends_on) == ("depends", sold.event_id)


def test_a_refund_in_the_same_batch_as_its_sale_is_applied(park):
    till = park.till
    sold = sale(till.ids, cart(A, B), cash(till.ids, 30_000))
    back = refund(till.ids, sold, {}, {2: 1_000})
    assert till.tell(SaleData(sale=sold), RefundData(refund=back)) == ["applied", "applied"]
    assert park.cases() == []


def test_an_entry_before_the_one_it_follows_is_taken_and_the_head_waits(park):
    till = park.till
    items = [till.journal(cash_sale(till)) for _ in range(4)]
    assert outcomes(till.push(items[0], *items[2:])) == ["applied"] * 3
    assert hello(till).expect_seq == 2
    assert outcomes(till.push(items[1])) == ["applied"]
    assert hello(till).expect_seq == 5
    assert park.cases() == []


def test_a_dead_letter_keeps_any_bytes_once_and_moves_the_head_when_it_can_be_read(park):
    till = park.till
    item = till.journal(cash_sale(till))
    for body in (b"\xff\x00 not json", encode(item), encode(item)):
        answer = till.send("POST", "/v1/sync/deadletter", body)
        assert answer.status_code == 200
        assert answer.json()["epoch"] == till.identity.epoch
    assert len(park.rows("SELECT 1 FROM dead_letter")) == 2
    assert park.rows("SELECT outcome, code FROM inbox") == [("quarantined", "sync.dead_letter")]
    assert hello(till).expect_seq == 2


def test_a_refused_batch_says_why_and_leaves_nothing(park):
    till = park.till
    item = till.journal(AuditData(action="a"))
    many = [structs.replace(item, seq=n + 1) for n in range(101)]
    assert refusal(till.push, *many).key == "sync.too_many_items"
    assert refusal(till.push, structs.replace(item, chain="zz")).key == "sync.not_well_formed"
    assert park.rows("SELECT count(*) FROM inbox") == [(0,)]


class Broken(RuntimeError):
    """What the test makes the database do."""


def test_a_failure_at_any_statement_leaves_all_or_nothing(park):
    """Break the n-th statement of a push for every n: never an inbox row without its effect."""
    till, engine = park.till, park.central.database._engine
    items = (till.journal(cash_sale(till)), till.journal(AuditData(action="a")))
    left = [0]

    def count(connection, cursor, statement, parameters, context, executemany):
        if statement.startswith(("BEGIN", "ROLLBACK", "SAVEPOINT", "RELEASE")):
            return
        left[0] -= 1
        if left[0] == 0:
            raise Broken

    event.listen(engine, "before_cursor_execute", count)
    broken = 0
    for nth in range(1, 60):
        left[0] = nth
        try:
            results = till.push(*items)
        except PosError:
            broken += 1
            left[0] = 0
            assert park.rows(
                "SELECT (SELECT count(*) FROM inbox), (SELECT count(*) FROM sale)"
            ) == [(0, 0)]
            continue
        left[0] = 0
        assert outcomes(results) == ["applied", "applied"]
        break
    event.remove(engine, "before_cursor_execute", count)
    assert broken > 6
    assert park.rows("SELECT (SELECT count(*) FROM inbox), (SELECT count(*) FROM sale)") == [(2, 1)]
