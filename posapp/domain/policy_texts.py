"""The agreement and privacy policy as a till shows them: one text for a version and a language."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Final

from posapp.errors import Refused

PolicyTexts = Mapping[str, Mapping[str, str]]
"""Version -> language -> the whole text."""

MOST_TOLD: Final = 200_000
"""Characters of the setting: all versions in all languages, escaped."""
_FIRST: Final = "zh_CN"


def written_policies(texts: PolicyTexts) -> str:
    """The setting by which tills know the texts."""
    return json.dumps(texts, sort_keys=True)


def parse_policies(text: str) -> PolicyTexts:
    """As `written_policies` writes it, empty for none. Raises Refused("policy.not_readable")."""
    if not text:
        return {}
    try:
        found = json.loads(text)
    except ValueError as error:
        raise Refused("policy.not_readable") from error
    if not (isinstance(found, dict) and all(_is_bodies(each) for each in found.values())):
        raise Refused("policy.not_readable")
    return found


def policy_in(bodies: Mapping[str, str], language: str) -> str:
    """In this language, else in simplified Chinese; empty where nobody brought one."""
    return bodies.get(language) or bodies.get(_FIRST, "")


def _is_bodies(found: object) -> bool:
    return isinstance(found, dict) and all(isinstance(each, str) for each in found.values())
