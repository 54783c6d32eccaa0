"""The devices of a till: opened from settings, missing ones readable, closed in reverse."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from posapp.app.devices import device_specs
from posapp.demo.paper.interpreter import interpret
from posapp.devices import registry
from posapp.devices.escpos_commands import SECOND_DRAWER_PULSE
from posapp.devices.ports import Absent, Ready
from posapp.devices.printer_profile import Charset, Cutter, own_names, profile_named
from posapp.devices.registry import DeviceSpec, Port, spec
from posapp.devices.simulated_printer import (
    PrinterFault,
    SimulatedDrawer,
    SimulatedPrinter,
    pulses_in,
)
from posapp.devices.station import Station, lane_of
from posapp.domain.receipt_sale import sale_receipt
from posapp.errors import Refused, Unavailable
from posapp.lanes import Lanes
from posapp.settings import Settings
from tests.papers import samples

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

EVERYTHING = tuple(DeviceSpec(port, "simulated") for port in Port)


@pytest.fixture
def lanes() -> Iterator[Lanes]:
    lanes = Lanes()
    yield lanes
    lanes.close()


def test_a_whole_simulated_counter_is_ready(lanes: Lanes) -> None:
    station = Station(EVERYTHING, lanes.submit)
    health = {port: answer.result(5) for port, answer in station.health().items()}
    assert health == dict.fromkeys(Port, Ready())
    assert station.scanner
    assert station.display
    assert station.pin_pad
    assert station.terminal
    station.close()


def test_the_drawer_hangs_on_the_printer(lanes: Lanes) -> None:
    station = Station(EVERYTHING, lanes.submit)
    printer = station.printer
    receipt = sale_receipt(samples.sale(), samples.head(), open_drawer=True)
    station.on_lane(Port.PRINTER, lambda: printer.send("job", printer.render(receipt))).result(5)
    assert isinstance(station.drawer, SimulatedDrawer)
    assert station.drawer.opens == 1
    assert lane_of(Port.DRAWER) == lane_of(Port.PRINTER) == "device:printer"


def test_what_cannot_be_opened_is_absent_with_its_reason(lanes: Lanes) -> None:
    broken = (
        spec(Port.PRINTER, "tcp:"),
        DeviceSpec(Port.DRAWER, "printer"),
        DeviceSpec(Port.SCANNER, "telepathy"),
    )
    station = Station(broken, lanes.submit)
    health = {port: answer.result(5) for port, answer in station.health().items()}
    assert health == {
        Port.PRINTER: Absent("printer.address_not_valid"),
        Port.DRAWER: Absent("drawer.needs_printer"),
        Port.SCANNER: Absent("device.driver_unknown"),
    }
    with pytest.raises(Unavailable, match=r"printer\.address_not_valid"):
        _ = station.printer
    with pytest.raises(Unavailable, match=r"device\.absent"):
        _ = station.terminal
    assert not station.has(Port.PRINTER)


def test_a_missing_vendor_library_is_a_readable_state(monkeypatch) -> None:
    table = {**registry._FACTORIES, Port.SCANNER: {"vendor": "no_such_vendor.scanner:make"}}
    monkeypatch.setattr(registry, "_FACTORIES", table)
    with pytest.raises(Unavailable, match=r"device\.driver_missing"):
        registry.factory(Port.SCANNER, "vendor")


def test_every_registered_driver_can_be_imported() -> None:
    for port in Port:
        for name in registry.names(port):
            assert callable(registry.factory(port, name))


def test_a_setting_names_driver_address_and_options(tmp_path: Path, lanes: Lanes) -> None:
    wanted = spec(Port.PRINTER, "tcp:10.0.0.5:9100", profile="generic-58", charset="big5")
    assert wanted.options == {
        "address": "10.0.0.5:9100",
        "profile": "generic-58",
        "charset": "big5",
    }
    station = Station(
        [spec(Port.PRINTER, f"file:{tmp_path}"), spec(Port.DRAWER, "printer")], lanes.submit
    )
    station.drawer.open()
    assert len(list(tmp_path.glob("*.bin"))) == 1


def test_the_terminal_keeps_its_ledger_where_it_is_told(tmp_path: Path, lanes: Lanes) -> None:
    path = tmp_path / "terminal.json"
    wanted = DeviceSpec(Port.TERMINAL, "simulated", {"ledger": str(path)})
    Station([wanted], lanes.submit).terminal.charge("a1", 1, "CNY", None)
    assert path.exists()


def test_a_simulated_drawer_stands_alone_beside_another_printer(tmp_path: Path, lanes) -> None:
    specs = [spec(Port.PRINTER, f"file:{tmp_path}"), DeviceSpec(Port.DRAWER, "simulated")]
    station = Station(specs, lanes.submit)
    assert isinstance(station.drawer, SimulatedDrawer)
    assert not isinstance(station.printer, SimulatedPrinter)


def test_our_profiles_and_those_of_python_escpos_are_found_by_name() -> None:
    assert {"generic-80", "generic-58"} <= set(own_names())
    epson = profile_named("escpos:TM-T20II", charset=Charset.BIG5)
    assert (epson.dots, epson.columns, epson.qr, epson.cutter, epson.charset) == (
        576,
        48,
        True,
        Cutter.PARTIAL,
        Charset.BIG5,
    )
    cheap = profile_named("escpos:POS-5890")
    assert (cheap.columns, cheap.qr, cheap.cutter) == (32, False, Cutter.NONE)
    assert profile_named("escpos:NT-80-V-UL").columns == 48


@pytest.mark.parametrize("name", ["", "nobody", "escpos:nobody"])
def test_an_unknown_profile_is_refused(name: str) -> None:
    with pytest.raises(Refused, match=r"printer\.profile_unknown"):
        profile_named(name)


def test_each_drawer_opens_by_its_own_pulse_and_no_other(tmp_path: Path, lanes: Lanes) -> None:
    far = tmp_path / "far"
    far.mkdir()
    ways = f"1 printer; 2 printer@5; 3 file:{far}@5; 4 simulated"
    specs = device_specs(Settings(printer="simulated", drawer="simulated", drawer_ways=ways))
    station = Station(specs, lanes.submit)
    printer, fourth = station.printer, station.drawer_of("4")
    assert isinstance(printer, SimulatedPrinter)
    assert isinstance(fourth, SimulatedDrawer)

    def opened() -> tuple[int, int, int, int]:
        there = [path.read_bytes() for path in far.glob("*.bin")]
        pulses = sum(pulses_in(data, SECOND_DRAWER_PULSE) for data in there)
        return printer.drawer.opens, printer.second_drawer.opens, pulses, fourth.opens

    for place in range(4):
        before = opened()
        station.drawer_of(str(place + 1)).open()
        change = [now - was for now, was in zip(opened(), before, strict=True)]
        assert change == [int(each == place) for each in range(4)]
    assert [station.opens_with_paper(str(n)) for n in range(1, 5)] == [True, False, False, False]
    with pytest.raises(Unavailable, match=r"drawer\.not_attached"):
        station.drawer_of("5")
    printer.fault = PrinterFault.UNPLUGGED
    state = station.health()[Port.DRAWER].result(5)
    assert state == Absent("printer.unreachable")
    station.close()


def test_without_ways_of_their_own_all_drawers_share_the_one_pulse(lanes: Lanes) -> None:
    station = Station(EVERYTHING, lanes.submit)
    assert station.drawer_of("1") is station.drawer_of("2") is station.drawer
    assert station.opens_with_paper("2")


def test_a_drawer_that_cannot_be_had_says_why_and_the_others_work(lanes: Lanes) -> None:
    specs = device_specs(Settings(printer="simulated", drawer_ways="1 tcp:nowhere:x; 2 printer@5"))
    station = Station(specs, lanes.submit)
    with pytest.raises(Unavailable, match=r"printer\.address_not_valid"):
        station.drawer_of("1")
    station.drawer_of("2").open()
    state = station.health()[Port.DRAWER].result(5)
    assert state == Absent("printer.address_not_valid")


@pytest.mark.parametrize(("first", "place"), [(True, 1), (False, -1)])
def test_the_setting_says_whether_the_drawer_opens_before_the_receipt(
    lanes: Lanes, first: bool, place: int
) -> None:
    specs = device_specs(Settings(printer="simulated", drawer_before_receipt=first))
    station = Station(specs, lanes.submit)
    receipt = sale_receipt(samples.sale(), samples.head(), open_drawer=True)
    assert interpret(station.printer.render(receipt)).commands[place] == "ESC p"
    station.close()
