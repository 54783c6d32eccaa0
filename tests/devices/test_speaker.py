"""Tones are played off the caller's thread, softened, the newest only; no device is no error."""

import subprocess
import threading
import wave
from functools import partial

import pytest

from posapp.devices.speaker import Program, Speaker, find_output
from posapp.lanes import Lanes, device_lane
from posapp.paths import resource

TONE = resource("sounds") / "scan_ok.wav"
OTHER = resource("sounds") / "paid.wav"


@pytest.fixture
def lanes():
    lanes = Lanes()
    yield lanes
    lanes.close()


def speaker_with(lanes, output):
    return Speaker(partial(lanes.submit, device_lane("speaker")), output)


def peak(file):
    with wave.open(str(file)) as tone:
        frames = tone.readframes(tone.getnframes())
    return max(
        abs(int.from_bytes(frames[i : i + 2], "little", signed=True))
        for i in range(0, len(frames), 2)
    )


def test_a_tone_is_softened_and_played_on_a_lane(lanes):
    heard = []
    speaker = speaker_with(
        lanes, lambda file: heard.append((threading.current_thread().name, peak(file)))
    )
    speaker.play(TONE, 50)
    lanes.submit(device_lane("speaker"), int).result(10)
    speaker.play(TONE, 0)
    lanes.submit(device_lane("speaker"), int).result(10)
    [(thread, loudness)] = heard
    assert thread.startswith(device_lane("speaker"))
    assert loudness == pytest.approx(peak(TONE) / 2, abs=1)
    speaker.close()


def test_whoever_plays_never_waits_and_late_tones_give_way(lanes):
    go, heard = threading.Event(), []

    def slow(file):
        heard.append(file.name)
        go.wait(10)

    speaker = speaker_with(lanes, slow)
    for file in (TONE, TONE, OTHER):
        speaker.play(file, 100)
    go.set()
    lanes.submit(device_lane("speaker"), int).result(10)
    assert len(heard) <= 2
    assert heard[-1] == OTHER.name


@pytest.mark.parametrize(
    "error", [OSError("no card"), RuntimeError("busy"), subprocess.CalledProcessError(1, "aplay")]
)
def test_a_machine_without_sound_is_silent_and_said_once(lanes, caplog, error):
    def broken(_file):
        raise error

    caplog.set_level("INFO")
    speaker = speaker_with(lanes, broken)
    for _ in range(2):
        speaker.play(TONE, 100)
        lanes.submit(device_lane("speaker"), int).result(10)
    assert caplog.text.count("no sound on this machine") == 1


def test_a_tone_after_the_lanes_closed_is_no_error(lanes):
    speaker = speaker_with(lanes, lambda file: None)
    lanes.close()
    speaker.play(TONE, 100)


def test_a_player_of_the_system_is_used_where_there_is_one():
    output = find_output()
    assert output is None or isinstance(output, Program) or callable(output)
    Program("true")(TONE)
    with pytest.raises(subprocess.CalledProcessError):
        Program("false")(TONE)
