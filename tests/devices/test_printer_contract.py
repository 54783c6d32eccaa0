"""What every printer driver keeps, the simulated one included."""

from __future__ import annotations

import os
import pty
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from posapp.demo.paper.interpreter import interpret
from posapp.devices.drawer_printer import PrinterDrawer
from posapp.devices.paper import paper_for
from posapp.devices.ports import Absent, Attention, Printer, Ready
from posapp.devices.printer_file import FilePrinter
from posapp.devices.printer_profile import profile_named
from posapp.devices.printer_tcp import TcpPrinter, make
from posapp.devices.simulated_printer import (
    PrinterFault,
    SimulatedDrawer,
    SimulatedPrinter,
    pulses_in,
)
from posapp.domain.receipt_sale import sale_receipt
from posapp.errors import OutcomeUnknown, Refused, Unavailable
from tests.devices.far_printer import FarPrinter
from tests.papers import samples

PAPER = paper_for(profile_named("generic-80"))


@dataclass
class Bench:
    """A driver with its far side: what came out, and how to break it."""

    printer: Printer
    came_out: Callable[[], list[bytes]]
    unplug: Callable[[], None]
    take_paper: Callable[[], None] | None


@pytest.fixture
def far() -> Iterator[FarPrinter]:
    far = FarPrinter()
    yield far
    far.close()


def quick_tcp(far: FarPrinter) -> TcpPrinter:
    return TcpPrinter("127.0.0.1", far.port, PAPER, connect_s=1, answer_s=0.3, job_s=1)


@pytest.fixture(params=["tcp", "file", "simulated"])
def bench(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Bench]:
    match request.param:
        case "tcp":
            far = FarPrinter()
            yield Bench(
                quick_tcp(far),
                lambda: far.jobs,
                far.close,
                lambda: far.status.update({4: 0x72}),
            )
            far.close()
        case "file":
            folder = tmp_path / "roll"
            folder.mkdir()
            yield Bench(
                FilePrinter(folder, PAPER),
                lambda: [path.read_bytes() for path in sorted(folder.glob("*.bin"))],
                lambda: folder.rename(tmp_path / "elsewhere"),
                None,
            )
        case _:
            printer = SimulatedPrinter(PAPER)

            def fail(fault: PrinterFault) -> Callable[[], None]:
                return lambda: setattr(printer, "fault", fault)

            yield Bench(
                printer,
                lambda: [job.data for job in printer.jobs],
                fail(PrinterFault.UNPLUGGED),
                fail(PrinterFault.PAPER_OUT),
            )


def test_a_job_comes_out_byte_for_byte(bench: Bench) -> None:
    data = bench.printer.render(sale_receipt(samples.sale(), samples.head()))
    bench.printer.send("job-1", data)
    bench.printer.send("job-2", data)
    bench.printer.close()
    assert bench.came_out() == [data, data]


def test_a_working_printer_is_ready(bench: Bench) -> None:
    assert bench.printer.state() == Ready()


def test_an_unplugged_printer_is_absent_and_takes_nothing(bench: Bench) -> None:
    bench.unplug()
    assert isinstance(bench.printer.state(), Absent)
    with pytest.raises((Unavailable, OutcomeUnknown)):
        bench.printer.send("job-1", b"\x1b@x\n")


def test_a_printer_without_paper_says_so_before_anything_is_sent(bench: Bench) -> None:
    if bench.take_paper is None:
        pytest.skip("a folder never runs out of paper")
    bench.take_paper()
    assert bench.printer.state() == Attention("printer.paper_out")
    with pytest.raises(Unavailable, match=r"printer\.paper_out"):
        bench.printer.send("job-1", b"\x1b@x\n")
    assert bench.came_out() == []


def test_closing_twice_is_harmless(bench: Bench) -> None:
    bench.printer.close()
    bench.printer.close()


def test_a_network_printer_that_never_answers_still_prints(far: FarPrinter) -> None:
    far.silent = True
    printer = quick_tcp(far)
    assert printer.state() == Attention("printer.status_unknown")
    printer.send("job-1", b"\x1b@hello\n")
    far.close()
    assert far.jobs == [b"\x1b@hello\n"]


def test_an_open_cover_is_named(far: FarPrinter) -> None:
    far.status[2] = 0x16
    with pytest.raises(Unavailable, match=r"printer\.cover_open"):
        quick_tcp(far).send("job-1", b"x\n")


def test_a_line_cut_within_a_job_is_an_unknown_outcome(far: FarPrinter) -> None:
    far.hang_up_after = 10
    with pytest.raises(OutcomeUnknown, match=r"printer\.outcome_unknown"):
        quick_tcp(far).send("job-1", b"x" * 500_000)


def test_a_job_that_is_never_confirmed_is_an_unknown_outcome(far: FarPrinter) -> None:
    far.confirms = False
    with pytest.raises(OutcomeUnknown):
        quick_tcp(far).send("job-1", b"\x1b@x\n")


@pytest.mark.parametrize("address", ["", ":", "host:", "host:0", "host:70000", "host:９"])
def test_an_address_that_is_none_is_refused(address: str) -> None:
    with pytest.raises(Refused, match=r"printer\.address_not_valid"):
        make({"address": address}, PAPER)


def test_a_job_name_never_leaves_its_folder(tmp_path: Path) -> None:
    with pytest.raises(Refused, match=r"printer\.job_name_not_valid"):
        FilePrinter(tmp_path, PAPER).send("../../etc/x", b"")


def test_a_device_node_gets_the_bytes() -> None:
    near, far = pty.openpty()
    got: list[bytes] = []
    reader = threading.Thread(target=lambda: got.append(os.read(near, 100)))
    reader.start()
    printer = FilePrinter(Path(os.ttyname(far)), PAPER)
    assert printer.state() == Ready()
    printer.send("job-1", b"hello")
    reader.join(5)
    os.close(near)
    os.close(far)
    assert got == [b"hello"]


def test_a_full_device_is_out_of_paper() -> None:
    with pytest.raises(Unavailable, match=r"printer\.paper_out"):
        FilePrinter(Path("/dev/full"), PAPER).send("job-1", b"x")


def test_a_lost_reply_leaves_the_paper_out_and_the_outcome_unknown() -> None:
    printer = SimulatedPrinter(PAPER)
    printer.fault = PrinterFault.REPLY_LOST
    with pytest.raises(OutcomeUnknown):
        printer.send("job-1", b"x\n")
    assert [job.job_id for job in printer.jobs] == ["job-1"]


def test_torn_off_paper_is_gone_from_the_printer() -> None:
    printer = SimulatedPrinter(PAPER)
    printer.send("job-1", b"x\n")
    assert [job.job_id for job in printer.tear_off()] == ["job-1"]
    assert printer.jobs == ()


def test_a_slow_printer_is_let_go_when_the_till_closes() -> None:
    printer = SimulatedPrinter(PAPER, slow_s=60)
    printer.fault = PrinterFault.SLOW
    job = threading.Thread(target=printer.send, args=("job-1", b"x\n"))
    job.start()
    printer.close()
    job.join(5)
    assert not job.is_alive()


def test_the_drawer_opens_by_the_pulse_in_a_cash_receipt() -> None:
    drawer = SimulatedDrawer()
    heard: list[int] = []
    drawer.watch(lambda: heard.append(drawer.opens))
    printer = SimulatedPrinter(PAPER, drawer)
    for cash in (True, False):
        receipt = sale_receipt(samples.sale(), samples.head(), open_drawer=cash)
        printer.send("job", printer.render(receipt))
    assert heard == [1]


def test_an_unplugged_drawer_stays_shut() -> None:
    drawer = SimulatedDrawer()
    drawer.unplugged = True
    drawer.pulse(1)
    assert drawer.opens == 0
    assert isinstance(drawer.state(), Absent)
    with pytest.raises(Unavailable, match=r"drawer\.unreachable"):
        drawer.open()


def test_a_drawer_on_a_printer_opens_through_it_and_shares_its_fate() -> None:
    printer = SimulatedPrinter(PAPER, SimulatedDrawer())
    drawer = PrinterDrawer(printer)
    drawer.open()
    assert interpret(printer.jobs[0].data).pulses == 1
    printer.fault = PrinterFault.UNPLUGGED
    assert isinstance(drawer.state(), Absent)
    with pytest.raises(Unavailable, match=r"drawer\.unreachable"):
        drawer.open()


@pytest.mark.parametrize("profile", ["generic-80", "generic-58-raster", "generic-80-big5"])
@pytest.mark.parametrize("cash", [True, False])
def test_our_count_of_pulses_agrees_with_the_independent_reader(profile: str, cash: bool) -> None:
    receipt = sale_receipt(samples.sale(), samples.head(), samples.MEMBER, open_drawer=cash)
    chosen = profile_named(profile)
    data = paper_for(chosen).render(receipt)
    assert pulses_in(data) == interpret(data, chosen.charset.value).pulses == int(cash)
