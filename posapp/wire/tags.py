"""A member's tags at the service desk."""

from __future__ import annotations

import msgspec


class TagOffered(msgspec.Struct, frozen=True, kw_only=True):
    """A tag of the operator's catalogue; `name` is the Chinese one."""

    code: str
    kind: str
    name: str
    name_zh_tw: str = ""
    name_en: str = ""


class TagShown(TagOffered, frozen=True, kw_only=True):
    """One that is hers now."""

    by_rule: bool = False
    since_ms: int = 0


class TagChange(msgspec.Struct, frozen=True, kw_only=True, tag="tag"):
    """Put a tag on her, or take it off."""

    code: str
    put: bool = True
