"""kill -9 in each state of an external payment: found again, never charged twice, one sale."""

import json
import os
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from posapp.domain import payment as payments
from posapp.domain.charges import OPEN, Stage
from posapp.errors import Refused
from posapp.workflows.pay_outcomes import ChargeDeclined, ChargePaid
from tests.workflows.counter import counter
from tests.workflows.dies_paying import ACQUIRER, AMOUNT, KEYS, POINTS
from tests.workflows.far_offers import beside
from tests.workflows.orders import sold

ROOT = Path(__file__).parents[2]
FOUND = {
    "put_down": Stage.SENT,
    "reply_lost": Stage.SENT,
    "userpaying": Stage.USERPAYING,
    "offered": Stage.USERPAYING,
    "unknown": Stage.UNKNOWN,
    "paid": Stage.PAID,
    "reversing": Stage.REVERSING,
    "reversal_unheard": Stage.REVERSING,
    "reversal_lost": Stage.REVERSING,
}
BECOMES_PAID = ("reply_lost", "userpaying", "offered", "unknown", "paid")

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="SIGKILL and fork are POSIX")


@pytest.fixture(scope="module")
def died(tmp_path_factory):
    folder = tmp_path_factory.mktemp("died")
    ran = subprocess.run(
        [sys.executable, "-m", "tests.workflows.dies_paying", str(folder)],
        cwd=ROOT,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        timeout=240,
        check=False,
    )
    assert ran.returncode == 0, ran.stderr
    return folder


@pytest.fixture(params=[point.__name__ for point in POINTS])
def point(request):
    return request.param


@pytest.fixture
def till(died, point):
    with closing(counter(died / point, keys=KEYS)) as opened:
        found = next(opened)
        if point == "offered":
            beside(found, found.folder / ACQUIRER)
        yield found


def taken(till):
    """What the far side's own book says, minor units."""
    books = [till.folder / name for name in ("bank.json", ACQUIRER)]
    rows = [row for book in books if book.exists() for row in json.loads(book.read_text())]
    return [row["amount"] for row in rows if row["state"] == "paid"]


def test_it_is_found_as_it_was_and_ends_in_one_sale_or_in_none(till, point):
    (leg,) = till.paying.open_legs()
    assert (leg.stage, leg.amount) == (FOUND[point], AMOUNT)
    draft = till.selling.load_draft()
    assert draft.sale_id == leg.sale_id
    payment = payments.start(draft.sale_id, till.selling.price(draft.cart), "CNY")
    if leg.stage in OPEN:
        with pytest.raises(Refused) as refusal:
            till.paying.charge(payment, till.paying.new_tender_id(), AMOUNT, "card")
        assert refusal.value.key == "pay.unknown_open"

    if leg.stage is Stage.REVERSING:
        till.paying.reverse(leg)
        assert taken(till) == []
    elif point in BECOMES_PAID:
        outcome = till.paying.query(leg)
        assert isinstance(outcome, ChargePaid)
        payment = payments.add(payment, outcome.tender)
    else:
        assert isinstance(till.paying.query(leg), ChargeDeclined)

    till.paying.check_none_unknown()
    sale = sold(till, payment, till.shifts.current()).sale
    assert sale.net == AMOUNT
    assert till.paying.open_legs() == ()
    assert taken(till) == ([AMOUNT] if point in BECOMES_PAID else [])
    assert len(till.facts("SaleData")) == 1
