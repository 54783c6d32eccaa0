"""How far central's clock is from this machine's, from the samples with the shortest round trip."""

from __future__ import annotations

from typing import Final

from msgspec import Struct

SAMPLES_KEPT: Final = 8
LARGEST_ERROR_MS: Final = 2_000


class Sample(Struct, frozen=True, order=True):
    """Central's time over the monotonic count of this boot; it may be wrong by `error_ms`."""

    error_ms: int
    over_mono_ms: int


class Offset(Struct, frozen=True):
    """Add `ms` to the wall clock to get central's time; it may be wrong by `error_ms`."""

    ms: int
    error_ms: int


class ClockOffset(Struct, frozen=True):
    """The last eight usable samples; as they hang on the monotonic count, no set clock harms."""

    samples: tuple[Sample, ...] = ()

    def with_reply(self, sent_mono_ms: int, got_mono_ms: int, server_ms: int) -> ClockOffset:
        """Add a sample; one with an error above 2 s says too little and is left out."""
        error = (got_mono_ms - sent_mono_ms + 1) // 2
        if got_mono_ms < sent_mono_ms or error > LARGEST_ERROR_MS:
            return self
        sample = Sample(error, server_ms - (sent_mono_ms + got_mono_ms) // 2)
        return ClockOffset((*self.samples, sample)[-SAMPLES_KEPT:])

    def at(self, wall_ms: int, mono_ms: int) -> Offset | None:
        """The offset of the wall clock now, or None before the first sample of this boot."""
        if not self.samples:
            return None
        best = min(self.samples)
        return Offset(best.over_mono_ms + mono_ms - wall_ms, best.error_ms)
