"""The assembler: a scan is a scan, typing is typing, and nothing is lost between them."""

from dataclasses import dataclass

import pytest
from hypothesis import given
from hypothesis import strategies as st

from posapp.ui.scan_text import LONGEST_SCAN, clean_scan, normalise
from posapp.ui.wedge import Scanned, ScanTooLong, Typed, WedgeAssembler, WedgeSettings

ENTER = "\r"


@dataclass
class Keyboard:
    """Presses keys at given times and notes what came of it."""

    wedge: WedgeAssembler[str]
    now: int = 0

    def __post_init__(self):
        self.typed: list[str] = []
        self.scans: list[str] = []
        self.refused: list[int] = []

    def press(self, key: str, after: int, *, repeat: bool = False) -> None:
        self.wait_until(self.now + after)
        if key == ENTER:
            self._note(self.wedge.terminate(self.now, key))
        else:
            self._note(self.wedge.press(key, self.now, key, repeat=repeat))

    def burst(self, text: str, gap: int = 5, after: int = 200) -> None:
        for place, key in enumerate(text):
            self.press(key, after if place == 0 else gap)

    def wait_until(self, moment: int) -> None:
        while (deadline := self.wedge.deadline_ms) is not None and deadline < moment:
            self._note(self.wedge.elapse(deadline))
        self.now = moment

    def settle(self) -> None:
        self.wait_until(self.now + 1000)

    def _note(self, decisions) -> None:
        for decision in decisions:
            match decision:
                case Typed(keys=keys):
                    self.typed += keys
                case Scanned(text=text):
                    self.scans.append(text)
                case ScanTooLong(length=length):
                    self.refused.append(length)


@pytest.fixture
def keyboard() -> Keyboard:
    return Keyboard(WedgeAssembler())


def test_a_burst_with_enter_is_a_scan_and_all_its_keys_vanish(keyboard):
    keyboard.burst("6901234567892" + ENTER)
    keyboard.settle()
    assert (keyboard.scans, keyboard.typed) == (["6901234567892"], [])


def test_a_burst_without_terminator_ends_with_silence(keyboard):
    keyboard.burst("6901234567892")
    assert keyboard.scans == []
    keyboard.wait_until(keyboard.now + 82)
    assert (keyboard.scans, keyboard.typed) == (["6901234567892"], [])


def test_a_late_terminator_still_belongs_to_the_scan(keyboard):
    keyboard.burst("6901234567892")
    keyboard.press(ENTER, after=120)
    assert (keyboard.scans, keyboard.typed) == (["6901234567892"], [])
    keyboard.press(ENTER, after=120)
    assert keyboard.typed == [ENTER]


def test_a_key_typed_alone_is_held_no_longer_than_the_gap(keyboard):
    keyboard.press("7", after=500)
    assert keyboard.typed == []
    assert keyboard.wedge.deadline_ms == keyboard.now + 51
    keyboard.wait_until(keyboard.now + 52)
    assert keyboard.typed == ["7"]


def test_three_quick_keys_are_typing(keyboard):
    keyboard.burst("123" + ENTER)
    keyboard.settle()
    assert (keyboard.scans, keyboard.typed) == ([], ["1", "2", "3", ENTER])


def test_the_edge_of_the_gap(keyboard):
    keyboard.burst("12345678", gap=50)
    keyboard.settle()
    assert keyboard.scans == ["12345678"]
    keyboard.burst("12345678", gap=51)
    keyboard.settle()
    assert keyboard.typed == list("12345678")


def test_a_key_held_down_is_never_a_scan(keyboard):
    keyboard.press("0", after=500)
    for place in range(20):
        keyboard.press("0", after=400 if place == 0 else 33, repeat=True)
    keyboard.settle()
    assert (keyboard.scans, keyboard.typed) == ([], ["0"] * 21)


def test_another_kind_of_key_waits_for_the_decision(keyboard):
    keyboard.burst("12", after=500)
    assert keyboard.wedge.interrupt(keyboard.now + 10) == [Typed(("1", "2"))]
    keyboard.burst("6901234567892", after=500)
    assert keyboard.wedge.interrupt(keyboard.now + 10) == [Scanned("6901234567892")]


def test_releases_stay_behind_their_presses(keyboard):
    assert keyboard.wedge.release("up-A") is False
    keyboard.press("A", after=500)
    assert keyboard.wedge.release("up-A") is True
    keyboard.settle()
    assert keyboard.typed == ["A", "up-A"]


def test_five_thousand_characters_are_refused_and_forgotten(keyboard):
    keyboard.burst("9" * 5000 + ENTER, gap=1)
    keyboard.settle()
    assert (keyboard.refused, keyboard.scans, keyboard.typed) == ([5000], [], [])
    keyboard.burst("6901234567892" + ENTER)
    assert keyboard.scans == ["6901234567892"]


def test_the_longest_scan_is_still_taken(keyboard):
    keyboard.burst("9" * LONGEST_SCAN + ENTER, gap=1)
    assert (len(keyboard.scans), keyboard.refused) == (1, [])


def test_a_burst_of_nothing_but_marks_is_no_scan(keyboard):
    keyboard.burst("\x02\x02\x02\x02" + ENTER)
    assert (keyboard.scans, keyboard.typed) == ([], [])


@pytest.mark.parametrize(
    ("raw", "clean"),
    [
        ("６９０１２３４", "6901234"),
        ("]C16901234", "6901234"),
        ("]d2010690123456789\x1d17", "010690123456789\x1d17"),
        ("\x0269\x0001\x1b23\r", "690123"),
        ("ABC\u200bDEF", "ABCDEF"),
        (" 6901 ", "6901"),
        ("]", "]"),
    ],
)
def test_scans_are_cleaned(raw, clean):
    assert clean_scan(raw) == clean


def test_prefix_and_suffix_of_this_shop_are_removed_once():
    assert clean_scan("~~6901#", "~", "#") == "~6901"
    settings = WedgeSettings(prefix="~", suffix="#")
    keyboard = Keyboard(WedgeAssembler(settings))
    keyboard.burst("~6901234#" + ENTER)
    assert keyboard.scans == ["6901234"]


@given(st.text())
def test_normalised_text_has_no_control_characters_and_stays_so(text):
    once = normalise(text)
    assert normalise(once) == once
    assert not any(ord(c) < 32 or ord(c) == 127 for c in once)


typing = st.tuples(
    st.just("type"),
    st.lists(
        st.tuples(st.sampled_from("0123456789*-+aZ" + ENTER), st.integers(81, 300)), max_size=8
    ),
)
scanning = st.tuples(
    st.just("scan"),
    st.tuples(
        st.text("0123456789ABCdef", min_size=4, max_size=24),
        st.integers(1, 30),
        st.sampled_from(["", ENTER]),
    ),
)
holding = st.tuples(st.just("hold"), st.integers(1, 12))


@given(st.lists(st.one_of(typing, scanning, holding), max_size=12))
def test_no_code_is_lost_or_doubled_and_no_digit_leaks(story):
    """Typing at a person's pace, scans at a scanner's, a finger left on a key, in any order."""
    keyboard = Keyboard(WedgeAssembler())
    scans: list[str] = []
    typed: list[str] = []
    for kind, what in story:
        if kind == "type":
            # A person does not hit Enter in the instant after a beep.
            for place, (key, after) in enumerate(what):
                keyboard.press(key, after + (300 if place == 0 else 0))
                typed.append(key)
        elif kind == "scan":
            text, gap, terminator = what
            keyboard.burst(text + terminator, gap=gap, after=101)
            scans.append(text)
        else:
            keyboard.press("0", after=300)
            for place in range(what):
                keyboard.press("0", after=400 if place == 0 else 33, repeat=True)
            typed += ["0"] * (what + 1)
    keyboard.settle()
    assert keyboard.scans == scans
    assert keyboard.typed == typed
