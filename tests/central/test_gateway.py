"""Payments over central: asked of the acquirer once, known afterwards, and undone for certain."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest
from sqlalchemy import select

from posapp.central.gateway.config import (
    AcquirerConfig,
    Acquirers,
    GatewayConfig,
    open_acquirers,
    read_config,
    write_config,
)
from posapp.central.gateway.simulated import SimulatedAcquirer
from posapp.central.tables import METADATA
from posapp.central.tables.gateway import pay_attempt, pay_step
from posapp.central.tables.inbox import case
from posapp.domain.charges import Declined, Paid, Stage, Unknown
from posapp.domain.refund import external_attempt_id
from posapp.errors import Refused, Unavailable
from posapp.wire.gateway import PayCharge, PayRef, PayRefund, PayReply
from tests.central.tills import Site, refusal

GOOD, PASSWORD, SYSTEM_ERROR, LOST, SILENT, EXPIRED = (
    f"1345123456789012{end}" for end in ("00", "01", "03", "04", "05", "06")
)


class Shop:
    """A till, and central with an acquirer of its own."""

    def __init__(self, park) -> None:
        self.park = park
        self.acquirer = SimulatedAcquirer()
        channels = {"wechat": "sim", "alipay": "sim"}
        acquirers = Acquirers(channels, {"sim": self.acquirer})
        self.central = replace(park.central, acquirers=acquirers)
        self.till = park.till
        self.till.site = Site(self.central, park.site.clock)
        self.clock = park.site.clock

    def charge(self, code=GOOD, amount=5_000, attempt_id="", channel="wechat"):
        message = PayCharge(
            attempt_id=attempt_id or self.till.ids.new(),
            amount=amount,
            currency="CNY",
            channel=channel,
            code=code,
        )
        return self.till.ask("/v1/pay/charge", message, PayReply)

    def query(self, attempt_id):
        return self.till.ask("/v1/pay/query", PayRef(attempt_id=attempt_id), PayReply)

    def reverse(self, attempt_id):
        return self.till.ask("/v1/pay/reverse", PayRef(attempt_id=attempt_id), PayReply)

    def refund(self, original_id, amount, refund_id=""):
        attempt_id = external_attempt_id(refund_id or self.till.ids.new(), original_id)
        message = PayRefund(attempt_id=attempt_id, original_id=original_id, amount=amount)
        return self.till.ask("/v1/pay/refund", message, PayReply)

    def rows(self, table):
        with self.central.database.read() as connection:
            return connection.execute(select(table)).all()

    def kinds_of_cases(self):
        return [row.kind for row in self.rows(case)]


@pytest.fixture
def shop(park):
    made = Shop(park)
    yield made
    made.till.site.client.close()


def test_a_charge_is_paid_and_the_same_id_again_takes_nothing_more(shop):
    first = shop.charge()
    assert (first.state, first.masked) == (Stage.PAID, "1345********1200")
    again = shop.charge(attempt_id=first.attempt_id, code=GOOD)
    assert (again.state, again.reference) == (Stage.PAID, first.reference)
    assert shop.acquirer.money_taken() == 5_000


def test_the_same_id_for_another_amount_is_refused(shop):
    first = shop.charge()
    error = refusal(shop.charge, attempt_id=first.attempt_id, amount=6_000)
    assert error.key == "gateway.attempt_differs"
    assert shop.acquirer.money_taken() == 5_000


def test_a_declined_charge_says_why(shop):
    told = shop.charge(EXPIRED)
    assert (told.state, told.reason) == (Stage.FAILED, "gateway.code_expired")


def test_a_customer_who_types_her_password_is_waited_for(shop):
    told = shop.charge(PASSWORD)
    assert told.state is Stage.USERPAYING
    assert shop.query(told.attempt_id).state is Stage.USERPAYING
    assert shop.query(told.attempt_id).state is Stage.PAID


def test_a_lost_answer_is_found_by_asking(shop):
    told = shop.charge(LOST)
    assert told.state is Stage.UNKNOWN
    assert shop.query(told.attempt_id).state is Stage.PAID
    assert shop.acquirer.money_taken() == 5_000


def test_what_stays_unknown_is_undone_but_not_within_fifteen_seconds(shop):
    told = shop.charge(SILENT)
    error = refusal(shop.reverse, told.attempt_id)
    assert (error.key, error.params) == ("pay.reverse_too_soon", {"seconds": 15})
    shop.clock.advance_ms(15_000)
    assert shop.reverse(told.attempt_id).state is Stage.REVERSED
    assert shop.reverse(told.attempt_id).state is Stage.REVERSED
    assert shop.acquirer.money_taken() == 0


def test_an_id_that_never_arrived_is_closed_by_the_question_and_cannot_arrive_later(shop):
    attempt_id = shop.till.ids.new()
    told = shop.query(attempt_id)
    assert (told.state, told.reason) == (Stage.FAILED, "gateway.not_found")
    assert shop.charge(attempt_id=attempt_id).state is Stage.FAILED
    assert shop.acquirer.money_taken() == 0


def test_an_id_that_was_reversed_before_it_arrived_is_never_charged(shop):
    attempt_id = shop.till.ids.new()
    assert shop.reverse(attempt_id).state is Stage.REVERSED
    assert shop.charge(attempt_id=attempt_id).state is Stage.REVERSED
    assert shop.acquirer.money_taken() == 0


def test_another_till_learns_nothing_and_undoes_nothing(shop):
    told = shop.charge()
    other = shop.till.site.enrol(shop.park.seeded.tenant_id, code="A04")
    ref = PayRef(attempt_id=told.attempt_id)
    for path in ("/v1/pay/query", "/v1/pay/reverse"):
        assert refusal(other.ask, path, ref, PayReply).key == "gateway.of_another_till"
    assert shop.acquirer.money_taken() == 5_000


def test_a_part_and_then_the_rest_is_given_back_and_never_more(shop):
    paid = shop.charge()
    refund_id = shop.till.ids.new()
    for _ in range(2):
        assert shop.refund(paid.attempt_id, 2_000, refund_id).state is Stage.PAID
    assert shop.acquirer.money_taken() == 3_000
    error = refusal(shop.refund, paid.attempt_id, 3_001)
    assert (error.key, error.params) == ("gateway.refund_exceeds", {"left_minor": 3_000})
    assert shop.refund(paid.attempt_id, 3_000).state is Stage.PAID
    assert shop.acquirer.money_taken() == 0


def test_what_was_refunded_in_part_is_not_reversed_whole(shop):
    paid = shop.charge()
    shop.refund(paid.attempt_id, 2_000)
    told = shop.reverse(paid.attempt_id)
    assert (told.state, told.reason) == (Stage.PAID, "gateway.refunded")
    assert shop.acquirer.money_taken() == 3_000


def test_a_refund_of_what_did_not_go_over_central_says_so_and_leaves_nothing(shop):
    told = shop.refund(shop.till.ids.new(), 100)
    assert (told.state, told.reason) == (Stage.FAILED, "gateway.not_found")
    assert shop.rows(pay_attempt) == []


def test_a_channel_that_nobody_takes_is_refused_before_anything_is_written(shop):
    error = refusal(shop.charge, channel="unionpay")
    assert (error.key, error.params) == ("gateway.not_set_up", {"channel": "unionpay"})
    assert shop.rows(pay_attempt) == []


def test_an_attempt_is_written_down_before_the_acquirer_is_asked(shop):
    seen = []

    class Looking(SimulatedAcquirer):
        def pay(self, order):
            seen.extend(row.state for row in shop.rows(pay_attempt))
            return super().pay(order)

    shop.central.acquirers._named["sim"] = Looking()
    shop.charge()
    assert seen == ["sent"]


def test_central_that_died_while_it_asked_finds_the_charge_and_does_not_repeat_it(shop):
    class Dying(SimulatedAcquirer):
        def pay(self, order):
            super().pay(order)
            raise SystemError("killed")

    shop.acquirer = Dying()
    shop.central.acquirers._named["sim"] = shop.acquirer
    attempt_id = shop.till.ids.new()
    with pytest.raises(Refused):
        shop.charge(attempt_id=attempt_id)
    assert [row.state for row in shop.rows(pay_attempt)] == ["sent"]
    assert shop.charge(attempt_id=attempt_id).state is Stage.PAID
    assert shop.acquirer.money_taken() == 5_000


def test_money_that_comes_after_the_end_goes_back_by_itself(shop):
    """The acquirer was still at work when the till gave up."""
    attempt_id = shop.till.ids.new()

    class Slow(SimulatedAcquirer):
        def pay(self, order):
            shop.clock.advance_ms(30_000)
            shop.reverse(attempt_id)
            self._rows.clear()
            return super().pay(order)

    shop.acquirer = Slow()
    shop.central.acquirers._named["sim"] = shop.acquirer
    assert shop.charge(attempt_id=attempt_id).state is Stage.REVERSED
    assert shop.acquirer.money_taken() == 0
    assert shop.kinds_of_cases() == []


def test_a_reversal_that_the_acquirer_refuses_is_a_case_for_a_person(shop):
    told = shop.charge(SILENT)
    shop.clock.advance_ms(30_000)
    shop.acquirer.reverse = lambda _number: Declined("gateway.declined")
    assert shop.reverse(told.attempt_id).state is Stage.MANUAL
    assert shop.kinds_of_cases() == ["pay.not_reversed"]
    shop.acquirer.query = lambda _number: Paid("S1", "1345********")
    assert shop.query(told.attempt_id).state is Stage.PAID


def test_a_lost_reversal_is_asked_again_under_the_same_number(shop):
    told = shop.charge(SILENT)
    shop.clock.advance_ms(30_000)
    undo, shop.acquirer.reverse = shop.acquirer.reverse, lambda _number: Unknown()
    assert shop.reverse(told.attempt_id).state is Stage.REVERSING
    shop.acquirer.reverse = undo
    assert shop.reverse(told.attempt_id).state is Stage.REVERSED
    assert shop.acquirer.money_taken() == 0


def test_every_step_stays_on_record(shop):
    told = shop.charge(LOST)
    shop.query(told.attempt_id)
    shop.reverse(told.attempt_id)
    steps = [(row.act, row.state) for row in shop.rows(pay_step)]
    assert steps == [
        ("pay", "sent"),
        ("pay", "unknown"),
        ("query", "paid"),
        ("reverse", "reversing"),
        ("reverse", "reversed"),
    ]


def test_the_code_that_was_shown_is_in_no_table(shop):
    shop.charge(LOST)
    kept = [repr(row) for table in METADATA.sorted_tables for row in shop.rows(table)]
    assert kept
    assert not [row for row in kept if LOST in row]


class TestConfiguration:
    SIMULATED = AcquirerConfig(name="sim", channels=("wechat",), driver="simulated")

    def test_it_is_sealed_and_opens_with_this_centrals_key_alone(self, park, tmp_path):
        from posapp.central.keys import create_key_file

        config = GatewayConfig(acquirers=(self.SIMULATED,))
        write_config(tmp_path, park.central.keys, config, park.site.clock)
        file = tmp_path / "gateway.sealed"
        assert b"wechat" not in file.read_bytes()
        assert file.stat().st_mode & 0o077 == 0
        assert read_config(tmp_path, park.central.keys) == config
        other = create_key_file(tmp_path / "other.key")
        with pytest.raises(Unavailable) as error:
            read_config(tmp_path, other)
        assert error.value.key == "central.key_wrong"

    @pytest.mark.parametrize(
        "acquirers",
        [
            (SIMULATED, SIMULATED),
            (AcquirerConfig(name="a", channels=(), driver="simulated"),),
            (
                AcquirerConfig(
                    name="a", channels=("wechat",), driver="signed_http", url="http://far.example"
                ),
            ),
            (
                AcquirerConfig(
                    name="a", channels=("wechat",), driver="signed_http", url="https://a.example"
                ),
            ),
        ],
    )
    def test_what_does_not_work_replaces_nothing(self, park, tmp_path, acquirers):
        good = GatewayConfig(acquirers=(self.SIMULATED,))
        write_config(tmp_path, park.central.keys, good, park.site.clock)
        with pytest.raises(Refused) as refused:
            write_config(
                tmp_path, park.central.keys, GatewayConfig(acquirers=acquirers), park.site.clock
            )
        assert refused.value.key == "gateway.config_not_valid"
        assert read_config(tmp_path, park.central.keys) == good

    def test_no_file_means_no_channel(self, park, tmp_path):
        acquirers = open_acquirers(tmp_path, park.central.keys, park.site.clock)
        assert acquirers.names == ()
        with pytest.raises(Refused):
            acquirers.name_for("wechat")


def test_a_simulated_acquirer_finds_its_orders_after_a_restart(shop, tmp_path):
    file = tmp_path / "ledger.json"
    shop.central.acquirers._named["sim"] = SimulatedAcquirer(file)
    shop.charge()
    assert SimulatedAcquirer(file).money_taken() == 5_000
    assert GOOD not in json.dumps(file.read_text())
