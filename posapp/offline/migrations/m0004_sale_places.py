"""Version 4: a sale is found by its place in the journal, for what central has not heard of yet."""

from __future__ import annotations

from typing import Final

STATEMENTS: Final = ("CREATE INDEX sale_by_place ON sale(incarnation, seq)",)
