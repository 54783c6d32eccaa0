"""Writes the till's tones into resources/sounds: 48 kHz, 16 bit, mono, -12 dBFS."""

from __future__ import annotations

import math
import struct
import wave
from pathlib import Path

RATE = 48_000
LOUDNESS = 10 ** (-12 / 20)
FADE_MS = 6

TONES: dict[str, list[tuple[int, int]]] = {
    "scan_ok": [(1760, 70)],
    "scan_again": [(1320, 70)],
    "blocked": [(220, 140), (0, 80), (220, 140)],
    "paid": [(1047, 150), (1397, 150)],
    "unknown": [(880, 160), (660, 160), (440, 220)],
    "waiting": [(1000, 20)],
    "paper_out": [(440, 160), (0, 120), (440, 160)],
}


def tone(frequency: int, length_ms: int) -> list[int]:
    count = RATE * length_ms // 1000
    fade = RATE * FADE_MS // 1000
    samples = []
    for place in range(count):
        edge = min(1.0, place / fade, (count - place) / fade)
        samples.append(
            round(32767 * LOUDNESS * edge * math.sin(math.tau * frequency * place / RATE))
        )
    return samples


def main() -> None:
    folder = Path(__file__).resolve().parents[1] / "resources" / "sounds"
    for name, parts in TONES.items():
        samples = [sample for part in parts for sample in tone(*part)]
        with wave.open(str(folder / f"{name}.wav"), "wb") as out:
            out.setnchannels(1)
            out.setsampwidth(2)
            out.setframerate(RATE)
            out.writeframes(struct.pack(f"<{len(samples)}h", *samples))


if __name__ == "__main__":
    main()
