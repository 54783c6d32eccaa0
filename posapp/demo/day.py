"""A whole day driven by keys and scans, and the evidence that it leaves."""

from __future__ import annotations

from contextlib import ExitStack
from typing import TYPE_CHECKING, Any, Final

from posapp.demo.central_books import central_books
from posapp.demo.evidence import differences, write
from posapp.demo.park import open_park
from posapp.demo.sample import MEMBER_PHONE, SIGN_INS, TILL_CODE
from posapp.demo.till_books import till_books
from posapp.devices.simulated_line import LinkFault
from posapp.devices.simulated_terminal import Script
from posapp.domain.shift import expected_cash
from posapp.errors import Unavailable

if TYPE_CHECKING:
    from pathlib import Path

    from posapp.app.window import TillWindow
    from posapp.demo.hand import Hand
    from posapp.demo.park import Park
    from posapp.demo.sample import Folders
    from posapp.ui.counter.parts import Counter

Answer = dict[str, Any]

WIDTH: Final = 1366
HEIGHT: Final = 768
_SYNC_WITHIN_S: Final = 40.0


def run_day(folders: Folders, out: Path, *, language: str) -> Answer:
    """Work a day at the sample park. Writes pictures, papers, till.json and central.json to `out`.

    The answer's `failed` is true when the two books differ by anything.
    """
    from posapp.app.run import application
    from posapp.app.window import TillWindow

    out.mkdir(parents=True, exist_ok=True)
    with ExitStack() as closing:
        park = open_park(folders, {"language": language}, closing)
        window = TillWindow(application(), park.till)
        closing.callback(window.close)
        window.window.resize(WIDTH, HEIGHT)
        window.open()
        counter = park.counter
        work_day(park, window, counter, out)
        _keep_papers(counter, out)
        return settle(park, out)


def work_day(park: Park, window: TillWindow, counter: Counter, out: Path) -> None:
    """The day itself: cash, stored value, points with an unknown charge, refund, offline, Z."""
    from posapp.demo.hand import Hand
    from posapp.ui.navigation import Place

    hand = Hand(window, counter, out)
    cashier, _, manager = SIGN_INS
    goods = [code.text for code in counter.codes]
    hand.robot.take_focus()
    hand.sign_in(cashier, Place.SHIFT_OPEN)
    hand.open_shift("500")
    _sale_a(hand, goods)
    sale_b = _sale_b(hand, goods, park)
    _sale_c(hand, goods, counter)
    hand.refund(sale_b, 2, manager)
    _sale_offline(hand, goods, park)
    _wait_for_sync(hand, park)
    hand.close_shift(_cash_in_drawer(park), lambda: _wait_for_sync(hand, park))


def settle(park: Park, out: Path) -> Answer:
    """Write both books and hold them against each other."""
    numbers = [park.phone.number]
    ours = till_books(park.till.stores, numbers)
    theirs = central_books(park.reader, TILL_CODE, numbers)
    write(out / "till.json", ours)
    write(out / "central.json", theirs)
    found = differences(ours, theirs)
    return {
        "sales": ours["totals"]["baskets"],
        "net": ours["totals"]["net"],
        "differences": [str(each) for each in found],
        "failed": bool(found),
    }


def _sale_a(hand: Hand, goods: list[str]) -> None:
    hand.scan(goods[0], goods[1], goods[1])
    hand.wait_lines(2)
    hand.picture("sell")
    hand.begin_payment()
    hand.pay_cash("50")
    hand.picture("paid")
    hand.next_sale()


def _sale_b(hand: Hand, goods: list[str], park: Park) -> str:
    hand.serve(MEMBER_PHONE)
    hand.scan(goods[4], goods[3])
    hand.wait_lines(2)
    hand.picture("member")
    hand.begin_payment()
    hand.pay_value("20", park.phone.code)
    hand.picture("pay_mixed")
    hand.pay_cash()
    hand.picture("paid_mixed")
    hand.next_sale()
    return hand.last_receipt


def _sale_c(hand: Hand, goods: list[str], counter: Counter) -> None:
    hand.serve(MEMBER_PHONE)
    hand.scan(goods[5], goods[5])
    hand.begin_payment()
    hand.pay_points()
    counter.terminal.script = Script.UNKNOWN_THEN_PAID
    hand.pay_card()
    counter.terminal.script = Script.PAID
    hand.picture("paid_card")
    hand.next_sale()


def _sale_offline(hand: Hand, goods: list[str], park: Park) -> None:
    park.link.set_fault(LinkFault.GONE)
    park.till.sync.nudge()
    hand.robot.wait_until(lambda: not park.till.board.is_online(), "offline", _SYNC_WITHIN_S)
    hand.scan(goods[2])
    hand.picture("sell_offline")
    hand.begin_payment()
    hand.pay_cash("10")
    hand.next_sale()
    park.link.set_fault(LinkFault.NONE)
    park.till.sync.nudge()


def _wait_for_sync(hand: Hand, park: Park) -> None:
    """Until nothing waits and the feed has brought the balances back."""
    board, cache = park.till.board, park.till.stores.cache

    def is_settled() -> bool:
        status = board.status
        if not status.is_online or park.till.stores.till.outbox.depth()[0]:
            return False
        known = cache.member_by_number(park.phone.number)
        report = park.reader.member(park.phone.number)
        return known is not None and known.points_pending == report["points_pending"]

    hand.robot.wait_until(is_settled, "sync", _SYNC_WITHIN_S)


def _cash_in_drawer(park: Park) -> int:
    """What an honest cashier finds in the drawer, minor units."""
    shifts = park.till.stores.till.shifts
    shift = shifts.current()
    if shift is None:
        raise Unavailable("robot.not_there", what="shift")
    return expected_cash(shift.float_amount, shifts.sums(shift.id))


def _keep_papers(counter: Counter, out: Path) -> None:
    """Each job as the exact bytes that the printer got, and as the picture that came out."""
    from PIL import Image

    for place, job in enumerate(counter.printer.jobs, start=1):
        name = f"job-{place:02d}-{job.job_id}"
        (out / f"{name}.bin").write_bytes(job.data)
        width, height, grey = counter.draw(job.data)
        Image.frombytes("L", (width, height), grey).save(out / f"{name}.png")
