"""Cleans the text of a scan or a typed code: width, control characters, symbology marks."""

from __future__ import annotations

import re
import unicodedata
from typing import Final

LONGEST_SCAN: Final = 512
GROUP_SEPARATOR: Final = "\x1d"
_AIM_MARK: Final = re.compile(r"^\][A-Za-z][0-9A-Za-z]")


def normalise(text: str) -> str:
    """Full-width letters and digits made plain, control characters and outer spaces removed."""
    narrow = unicodedata.normalize("NFKC", text)
    return "".join(c for c in narrow if unicodedata.category(c) not in ("Cc", "Cf")).strip()


def clean_scan(text: str, prefix: str = "", suffix: str = "") -> str:
    """A scanner's raw text without its configured prefix and suffix and the AIM mark (`]C1`).

    GS (0x1d) inside a GS1 code carries meaning and is kept; other control characters are removed.
    """
    if prefix and text.startswith(prefix):
        text = text[len(prefix) :]
    if suffix and text.endswith(suffix):
        text = text[: -len(suffix)]
    text = _AIM_MARK.sub("", text.lstrip("\x02"))
    parts = [normalise(part) for part in text.split(GROUP_SEPARATOR)]
    return GROUP_SEPARATOR.join(parts).strip(GROUP_SEPARATOR)
