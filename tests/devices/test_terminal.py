"""The payment terminal's contract: money moves once, whatever is repeated, lost or restarted."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from posapp.devices.ports import Absent, Ready
from posapp.devices.simulated_terminal import AttemptState, Script, SimulatedTerminal
from posapp.domain.charges import Declined, Paid, Reversed, Unknown
from posapp.domain.codes import PaymentChannel, PaymentCode
from posapp.errors import Refused, Unavailable

if TYPE_CHECKING:
    from pathlib import Path

CODE = PaymentCode("134512345678908293", PaymentChannel.WECHAT)


@pytest.fixture
def terminal(tmp_path: Path) -> SimulatedTerminal:
    return SimulatedTerminal(tmp_path / "ledger.json")


def test_a_charge_is_paid_once_however_often_it_is_repeated(terminal) -> None:
    first = terminal.charge("a1", 4000, "CNY", CODE)
    assert isinstance(first, Paid)
    assert first.masked == "1345********8293"
    assert terminal.charge("a1", 4000, "CNY", CODE) == first == terminal.query("a1")
    assert terminal.money_taken() == 4000


def test_the_same_attempt_for_another_amount_is_refused(terminal) -> None:
    terminal.charge("a1", 4000, "CNY", None)
    with pytest.raises(Refused, match=r"terminal\.attempt_differs"):
        terminal.charge("a1", 4001, "CNY", None)


def test_a_declined_charge_moves_nothing(terminal) -> None:
    terminal.script = Script.DECLINED
    assert terminal.charge("a1", 4000, "CNY", CODE) == Declined("terminal.declined")
    assert terminal.money_taken() == 0


@pytest.mark.parametrize(
    ("script", "clear", "taken"),
    [
        (Script.UNKNOWN_THEN_PAID, Paid, 4000),
        (Script.UNKNOWN_THEN_DECLINED, Declined, 0),
    ],
)
def test_an_unknown_charge_is_cleared_by_a_query_after_a_restart(
    tmp_path: Path, script, clear, taken
) -> None:
    path = tmp_path / "ledger.json"
    before = SimulatedTerminal(path)
    before.script = script
    assert before.charge("a1", 4000, "CNY", CODE) == Unknown()
    assert before.charge("a1", 4000, "CNY", CODE) == Unknown()
    after = SimulatedTerminal(path)
    assert isinstance(after.query("a1"), clear)
    assert isinstance(after.charge("a1", 4000, "CNY", CODE), clear)
    assert after.money_taken() == taken


def test_it_may_stay_unknown_until_it_is_reversed(terminal) -> None:
    terminal.script = Script.STAYS_UNKNOWN
    terminal.charge("a1", 4000, "CNY", CODE)
    assert terminal.query("a1") == Unknown()
    assert terminal.reverse("a1") == Reversed() == terminal.reverse("a1")
    assert terminal.query("a1") == Declined("terminal.reversed")
    assert terminal.money_taken() == 0


def test_an_attempt_that_never_arrived_is_known_not_to_have(terminal) -> None:
    assert terminal.query("a9") == Declined("terminal.not_found")


def test_a_reversed_attempt_that_arrives_late_is_not_paid(terminal) -> None:
    assert terminal.reverse("a1") == Reversed()
    assert terminal.charge("a1", 4000, "CNY", CODE) == Declined("terminal.reversed")
    assert terminal.money_taken() == 0


def test_parts_are_given_back_up_to_what_was_paid(terminal) -> None:
    terminal.charge("a1", 4000, "CNY", CODE)
    assert isinstance(terminal.refund("r1", "a1", 1500), Paid)
    assert isinstance(terminal.refund("r1", "a1", 1500), Paid)
    assert isinstance(terminal.refund("r2", "a1", 2500), Paid)
    with pytest.raises(Refused, match=r"terminal\.refund_exceeds"):
        terminal.refund("r3", "a1", 1)
    assert terminal.money_taken() == 0
    assert terminal.reverse("a1") == Declined("terminal.already_refunded")


def test_nothing_is_given_back_of_what_was_not_paid(terminal) -> None:
    terminal.script = Script.DECLINED
    terminal.charge("a1", 4000, "CNY", CODE)
    assert terminal.refund("r1", "a1", 1) == Declined("terminal.not_paid")
    assert terminal.refund("r2", "nobody", 1) == Declined("terminal.not_paid")


def test_an_unplugged_terminal_is_absent_and_nothing_was_sent(terminal) -> None:
    terminal.script = Script.UNPLUGGED
    assert terminal.state() == Absent("terminal.unreachable")
    for call in (
        lambda: terminal.charge("a1", 1, "CNY", CODE),
        lambda: terminal.query("a1"),
        lambda: terminal.reverse("a1"),
    ):
        with pytest.raises(Unavailable, match=r"terminal\.unreachable"):
            call()
    terminal.script = Script.PAID
    assert terminal.state() == Ready()
    assert terminal.ledger() == ()


@pytest.mark.parametrize("amount", [0, -1])
def test_only_positive_amounts_are_moved(terminal, amount: int) -> None:
    with pytest.raises(ValueError, match="positive"):
        terminal.charge("a1", amount, "CNY", CODE)
    with pytest.raises(ValueError, match="positive"):
        terminal.refund("r1", "a1", amount)


def test_the_code_is_nowhere_in_the_ledger(tmp_path: Path) -> None:
    terminal = SimulatedTerminal(tmp_path / "ledger.json")
    terminal.charge("a1", 4000, "CNY", CODE)
    terminal.close()
    assert CODE.reveal() not in (tmp_path / "ledger.json").read_text(encoding="utf-8")


@given(
    steps=st.lists(
        st.tuples(
            st.sampled_from(["charge", "query", "reverse", "restart"]),
            st.sampled_from([Script.PAID, Script.UNKNOWN_THEN_PAID, Script.STAYS_UNKNOWN]),
        ),
        max_size=12,
    )
)
def test_one_attempt_never_takes_its_amount_twice(tmp_path_factory, steps) -> None:
    path = tmp_path_factory.mktemp("t") / "ledger.json"
    terminal = SimulatedTerminal(path)
    for step, script in steps:
        terminal.script = script
        match step:
            case "charge":
                terminal.charge("a1", 700, "CNY", CODE)
            case "query":
                terminal.query("a1")
            case "reverse":
                terminal.reverse("a1")
            case _:
                terminal = SimulatedTerminal(path)
    assert terminal.money_taken() in (0, 700)
    states = [row.state for row in terminal.ledger()]
    assert (AttemptState.PAID in states) == (terminal.money_taken() == 700)
