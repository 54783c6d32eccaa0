"""The one generator of a run: every decision is drawn from the seed, a name and a count."""

from __future__ import annotations

from hashlib import blake2b
from struct import Struct

_WORDS = Struct("<8Q")


class Chance:
    """Streams by name, so that leaving out one decision does not turn all later ones around.

    That is what makes a failing run shrink: the rest of it stays as it was.
    """

    def __init__(self, seed: int):
        self._seed = seed
        self._streams: dict[str, list[int]] = {}
        self._blocks: dict[str, int] = {}

    def draw(self, stream: str) -> int:
        """64 bits."""
        words = self._streams.get(stream)
        if not words:
            words = self._streams[stream] = self._more(stream)
        return words.pop()

    def between(self, stream: str, least: int, most: int) -> int:
        return least + self.draw(stream) % (most - least + 1)

    def octets(self, stream: str, count: int) -> bytes:
        words = (count + 7) // 8
        return b"".join(self.draw(stream).to_bytes(8, "big") for _ in range(words))[:count]

    def _more(self, stream: str) -> list[int]:
        """Eight draws at a time: the digest of the seed, the name and how manieth eight they are."""
        block = self._blocks[stream] = self._blocks.get(stream, 0) + 1
        return list(_WORDS.unpack(blake2b(f"{self._seed} {stream} {block}".encode()).digest()))
