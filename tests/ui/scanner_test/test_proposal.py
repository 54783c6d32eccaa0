"""From keys to a setting: the gap fits the scanner, prefix and suffix are found where they are sure."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from posapp.ui.scanner_test.proposal import Advice, Mode, Setting, around, propose
from posapp.ui.scanner_test.trace import Ending, Trace, Tracer
from posapp.ui.wedge import WedgeAssembler, WedgeSettings

EAN, OTHER = "6901234567892", "6928476000109"


def read(text=EAN, gap=8, ending=Ending.ENTER, source="keys"):
    return Trace(text=text, gaps=(gap,) * (len(text) - 1), ending=ending, source=source)


def test_a_read_is_what_arrived_with_its_gaps():
    tracer = Tracer()
    for place, mark in enumerate("6901"):
        tracer.press(mark, 100 + place * 7, "keys")
    assert tracer.end(Ending.TAB) == Trace(text="6901", gaps=(7, 7, 7), ending=Ending.TAB)
    assert tracer.end(Ending.ENTER) is None


def test_three_reads_of_a_fast_scanner_propose_a_short_gap():
    assert propose((read(), read())).advice == (Advice.SCAN_MORE,)
    proposal = propose((read(), read(OTHER), read()))
    assert (proposal.mode, proposal.advice) == (Mode.WEDGE, (Advice.GOOD,))
    assert proposal.setting == Setting(gap_ms=30)


@given(gaps=st.lists(st.integers(0, 70), min_size=3, max_size=12))
def test_what_is_proposed_takes_every_read_that_it_was_proposed_from(gaps):
    code = "69012345678921234"[: len(gaps) + 1]
    trace = Trace(text=code, gaps=tuple(gaps), ending=Ending.ENTER)
    setting = propose((trace, trace, trace)).setting
    wedge: WedgeAssembler[str] = WedgeAssembler(WedgeSettings(gap_ms=setting.gap_ms))
    now, out = 1_000, []
    out += wedge.press(code[0], now, code[0])
    for mark, gap in zip(code[1:], gaps, strict=True):
        now += gap
        out += wedge.press(mark, now, mark)
    out += wedge.terminate(now + 1, "\r")
    assert [each.text for each in out] == [code]


@pytest.mark.parametrize(
    ("texts", "found"),
    [
        ((f"~{EAN}#", f"~{OTHER}#"), ("~", "#")),
        ((f"A{EAN}", f"A{OTHER}"), ("A", "")),
        ((f"]E0{EAN}",), ("", "")),
        ((f"~{EAN}", OTHER), ("", "")),
        (("ABC-1",), ("", "")),
    ],
)
def test_prefix_and_suffix_are_found_around_a_code_with_a_check_digit(texts, found):
    assert around(tuple(read(text) for text in texts)) == found


@pytest.mark.parametrize(
    ("trace", "mode", "advice"),
    [
        (read(gap=200), Mode.BY_HAND, Advice.USE_SCANNER),
        (read(source="input_method"), Mode.INPUT_METHOD, Advice.SWITCH_INPUT),
        (read("６９０１２３４"), Mode.INPUT_METHOD, Advice.SWITCH_INPUT),
        (Trace(text=EAN, source="serial"), Mode.DEVICE, Advice.GOOD),
        (Trace(text=EAN, gaps=(10,) * 11 + (160,)), Mode.WEDGE, Advice.TOO_SLOW),
        (read(ending=Ending.SILENCE), Mode.WEDGE, Advice.NO_ENTER),
        (read("pb11024x"), Mode.WEDGE, Advice.CAPS_LOCK),
    ],
)
def test_the_way_of_the_codes_is_recognised_and_said(trace, mode, advice):
    proposal = propose((trace, trace, trace))
    assert proposal.mode is mode
    assert advice in proposal.advice
