"""Version 4: beside the verifier of a person's PIN stands that of her badge, empty for none."""

from __future__ import annotations

from typing import Final

STATEMENTS: Final = ("ALTER TABLE staff ADD COLUMN badge TEXT NOT NULL DEFAULT ''",)
