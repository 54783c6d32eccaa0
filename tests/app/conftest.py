"""Tests of the composition share what tests of the screen share."""

from tests.windows_swept import swept

__all__ = ["swept"]
