"""A serial scanner on a pair of pseudo terminals: codes stay whole, and it comes back when plugged in."""

import os
import pty
import queue
import tty

import pytest
from hypothesis import given
from hypothesis import strategies as st

from posapp.devices.ports import Absent, Ready
from posapp.devices.registry import Port, factory, spec
from posapp.devices.scanner_serial import AGAIN_S, LONGEST_CODE, CodeSplitter, SerialScanner
from posapp.errors import Refused

EAN = "6901234567892"


@pytest.fixture
def line(tmp_path):
    """The scanner's end of a line, and a name for the till's end that can be pulled out."""
    ours, theirs = pty.openpty()
    tty.setraw(ours)
    node = tmp_path / "ttyACM0"
    node.symlink_to(os.ttyname(theirs))
    yield ours, node
    os.close(ours)
    os.close(theirs)


@pytest.fixture
def codes():
    return queue.Queue()


@pytest.fixture
def scanner(line, codes):
    scanner = SerialScanner(str(line[1]), 115_200)
    yield scanner
    scanner.close()


def listening(scanner, codes):
    scanner.listen(codes.put)
    for _ in range(200):
        if isinstance(scanner.state(), Ready):
            return
        scanner._stopped.wait(0.05)
    raise AssertionError("the port never opened")


@pytest.mark.parametrize("ending", [b"\r", b"\n", b"\r\n", b"\t", b""])
def test_codes_come_whole_with_any_ending(line, scanner, codes, ending):
    listening(scanner, codes)
    for code in (EAN, "PB11024X", "可乐-1"):
        os.write(line[0], code.encode() + ending)
        assert codes.get(timeout=15) == code
    assert codes.empty()


def test_a_scanner_that_comes_later_is_found(line, codes, tmp_path):
    node = tmp_path / "later"
    scanner = SerialScanner(str(node))
    try:
        assert scanner.state() == Absent("scanner.unreachable")
        scanner.listen(codes.put)
        assert scanner.state() == Absent("scanner.unreachable")
        node.symlink_to(os.readlink(line[1]))
        listening(scanner, codes)
        os.write(line[0], EAN.encode() + b"\r")
        assert codes.get(timeout=15 + AGAIN_S) == EAN
    finally:
        scanner.close()


def test_nothing_comes_after_close(line, scanner, codes):
    listening(scanner, codes)
    scanner.close()
    os.write(line[0], EAN.encode() + b"\r")
    assert codes.empty()
    scanner.close()


@given(
    codes=st.lists(st.text("0123456789ABC~]", min_size=1, max_size=30), max_size=6),
    cut=st.integers(1, 7),
)
def test_codes_stay_whole_however_the_bytes_arrive(codes, cut):
    data = "".join(code + "\r\n" for code in codes).encode()
    splitter = CodeSplitter()
    got = []
    for start in range(0, len(data), cut):
        got += splitter.feed(data[start : start + cut])
    assert got == codes
    assert not splitter.is_waiting


def test_an_endless_code_is_cut_so_that_it_is_refused_and_the_next_one_is_whole():
    splitter = CodeSplitter()
    (endless,) = splitter.feed(b"9" * 5_000 + b"\r")
    assert len(endless) == LONGEST_CODE + 1
    assert splitter.feed(EAN.encode() + b"\r") == [EAN]


def test_it_is_chosen_by_a_setting():
    wanted = spec(Port.SCANNER, "serial:/dev/ttyUSB0@115200")
    assert isinstance(factory(wanted.port, wanted.driver)(wanted.options), SerialScanner)
    for wrong in ("serial:", "serial:/dev/ttyUSB0@7", "serial:/dev/ttyUSB0@fast"):
        bad = spec(Port.SCANNER, wrong)
        with pytest.raises(Refused):
            factory(bad.port, bad.driver)(bad.options)
