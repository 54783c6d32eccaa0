"""One door to the person's eyes, and tones that a silent machine can do without."""

import wave

import pytest

from posapp.errors import OutcomeUnknown, Refused, Unavailable
from posapp.paths import resource
from posapp.ui.messages import Level
from posapp.ui.sounds import Sound, Sounds
from tools import make_sounds


def test_what_is_shown_is_recorded_and_logged(messages, shown, caplog):
    messages.show("打印机缺纸", Level.WARN, key="printer.paper_out")
    assert [(m.text, m.level, m.key) for m in shown] == [
        ("打印机缺纸", Level.WARN, "printer.paper_out")
    ]
    assert "printer.paper_out" in caplog.text


@pytest.mark.parametrize(
    ("error", "level"),
    [
        (Refused("cart.full", most=500), Level.WARN),
        (Unavailable("printer.unreachable"), Level.WARN),
        (OutcomeUnknown("printer.outcome_unknown"), Level.DANGER),
        (ValueError("secret 13812345678"), Level.DANGER),
    ],
)
def test_errors_are_as_loud_as_they_are_serious(messages, shown, error, level):
    messages.show_error(error)
    assert shown[-1].level is level
    assert "13812345678" not in shown[-1].text


def test_every_sound_has_its_file_at_the_right_loudness():
    for sound in Sound:
        with wave.open(str(resource("sounds") / f"{sound.value}.wav")) as tone:
            assert (tone.getframerate(), tone.getnchannels()) == (48_000, 1)
            frames = tone.readframes(tone.getnframes())
        peak = max(
            abs(int.from_bytes(frames[i : i + 2], "little", signed=True))
            for i in range(0, len(frames), 2)
        )
        assert peak <= 32767 * make_sounds.LOUDNESS + 1
    assert {sound.value for sound in Sound} == set(make_sounds.TONES)


def test_a_machine_without_a_player_beeps_and_says_so(qapp):
    sounds = Sounds()
    assert sounds.state == "beep_only"
    sounds.play(Sound.BLOCKED)
    sounds.play(Sound.SCAN_OK)
    silent = Sounds(enabled=False)
    silent.play(Sound.PAID)
    assert silent.state == "off"
