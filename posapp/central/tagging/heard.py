"""What a transaction heard of a member's purchases, to be judged by the rules at its end."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from posapp.domain.sale import Sale


@dataclass(frozen=True, slots=True, kw_only=True)
class Heard:
    """A sale of a member at `at_ms`, or what came back of it, by line; then it is no purchase."""

    member_id: str
    sale: Sale
    at_ms: int = 0
    is_return: bool = False
    returned: Mapping[int, int] = field(default_factory=dict)
