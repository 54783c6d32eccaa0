"""Central's no to a whole request."""

from __future__ import annotations


class Refusal(Exception):
    """A 4xx: "refused" for the whole request, or "gone" for a cursor."""
