"""From what arrived to how this scanner works, what to set, and what to tell the person."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import Final

from posapp.domain.codes import has_gtin_check_digit
from posapp.domain.own_codes import looks_own
from posapp.ui.scan_text import clean_scan, normalise
from posapp.ui.scanner_test.trace import Ending, Trace

LEAST_GAP: Final = 30
MOST_GAP: Final = 150
BY_HAND_MS: Final = 150
ENOUGH: Final = 3
"""Reads after which a setting is proposed: one may have been slowed down by chance."""


class Mode(Enum):
    """How the codes get here."""

    NONE = "none"
    BY_HAND = "by_hand"
    WEDGE = "wedge"
    INPUT_METHOD = "input_method"
    DEVICE = "device"


class Advice(Enum):
    """What the person can do about it."""

    SCAN = "scan"
    SCAN_MORE = "scan_more"
    GOOD = "good"
    USE_SCANNER = "use_scanner"
    TOO_SLOW = "too_slow"
    NO_ENTER = "no_enter"
    SWITCH_INPUT = "switch_input"
    CAPS_LOCK = "caps_lock"


@dataclass(frozen=True, slots=True, kw_only=True)
class Setting:
    """What would be saved: the longest gap in milliseconds, and what stands around each code."""

    gap_ms: int
    prefix: str = ""
    suffix: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposal:
    """The conclusion so far; `setting` is None while there is nothing to save."""

    mode: Mode
    advice: tuple[Advice, ...]
    setting: Setting | None = None


def propose(traces: tuple[Trace, ...]) -> Proposal:
    """What the newest reads, oldest first, come to."""
    if not traces:
        return Proposal(mode=Mode.NONE, advice=(Advice.SCAN,))
    mode = mode_of(traces[-1])
    match mode:
        case Mode.INPUT_METHOD:
            return Proposal(mode=mode, advice=(Advice.SWITCH_INPUT,))
        case Mode.BY_HAND:
            return Proposal(mode=mode, advice=(Advice.USE_SCANNER,))
        case Mode.DEVICE:
            return Proposal(mode=mode, advice=(Advice.GOOD,))
        case _:
            return _of_wedge(tuple(each for each in traces if mode_of(each) is Mode.WEDGE))


def mode_of(trace: Trace) -> Mode:
    if trace.source == "input_method" or normalise(trace.text) != trace.text.strip():
        return Mode.INPUT_METHOD
    if trace.source != "keys":
        return Mode.DEVICE
    return Mode.BY_HAND if trace.median > BY_HAND_MS or not trace.gaps else Mode.WEDGE


def around(traces: tuple[Trace, ...]) -> tuple[str, str]:
    """What stands before and after the code in every one of these reads, where that is sure.

    A code with a check digit inside shows its own bounds; AIM marks need no setting.
    """
    bounds = {_bounds(clean_scan(each.text)) for each in traces}
    found = bounds.pop() if len(bounds) == 1 else None
    return found or ("", "")


def _of_wedge(traces: tuple[Trace, ...]) -> Proposal:
    longest = max(each.longest for each in traces)
    advice: list[Advice] = []
    if longest > MOST_GAP:
        advice.append(Advice.TOO_SLOW)
    if any(each.ending is Ending.SILENCE for each in traces):
        advice.append(Advice.NO_ENTER)
    if any(looks_own(each.text) and each.text != each.text.upper() for each in traces):
        advice.append(Advice.CAPS_LOCK)
    if len(traces) < ENOUGH:
        return Proposal(mode=Mode.WEDGE, advice=(Advice.SCAN_MORE, *advice))
    prefix, suffix = around(traces)
    gap = min(MOST_GAP, max(LEAST_GAP, -(-(2 * longest + 10) // 5) * 5))
    setting = Setting(gap_ms=gap, prefix=prefix, suffix=suffix)
    return Proposal(mode=Mode.WEDGE, advice=tuple(advice) or (Advice.GOOD,), setting=setting)


def _bounds(text: str) -> tuple[str, str] | None:
    """Before and after the longest run with a check digit that fits; None where there is none."""
    for length in (14, 13, 12, 8):
        for start in range(len(text) - length + 1):
            before, after = text[:start], text[start + length :]
            whole = not (before[-1:].isdigit() or after[:1].isdigit())
            if whole and has_gtin_check_digit(text[start : start + length]):
                return before, after
    return None
