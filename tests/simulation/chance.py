"""The one generator of a run: every decision is drawn from the seed, a name and a count."""

from __future__ import annotations

from hashlib import blake2b

_MASK = (1 << 64) - 1
_STEP = 0x9E3779B97F4A7C15


class Chance:
    """Streams by name, so that leaving out one decision does not turn all later ones around.

    That is what makes a failing run shrink: the rest of it stays as it was.
    """

    def __init__(self, seed: int):
        self._seed = seed
        self._streams: dict[str, list[int]] = {}

    def draw(self, stream: str) -> int:
        """64 bits (splitmix64)."""
        found = self._streams.get(stream)
        if found is None:
            digest = blake2b(f"{self._seed} {stream}".encode(), digest_size=8).digest()
            found = self._streams[stream] = [int.from_bytes(digest, "big")]
        found[0] = mixed = (found[0] + _STEP) & _MASK
        mixed = ((mixed ^ (mixed >> 30)) * 0xBF58476D1CE4E5B9) & _MASK
        mixed = ((mixed ^ (mixed >> 27)) * 0x94D049BB133111EB) & _MASK
        return mixed ^ (mixed >> 31)

    def between(self, stream: str, least: int, most: int) -> int:
        return least + self.draw(stream) % (most - least + 1)

    def octets(self, stream: str, count: int) -> bytes:
        words = (count + 7) // 8
        return b"".join(self.draw(stream).to_bytes(8, "big") for _ in range(words))[:count]
