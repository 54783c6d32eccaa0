"""A body that somebody put right: read before it is sent, so that central is not asked in vain."""

from __future__ import annotations

import json

import msgspec

from posapp.errors import Refused
from posapp.wire.facts import Fact


def pretty(body: str) -> str:
    """The same JSON on lines of its own; anything else stays as it is."""
    try:
        return json.dumps(json.loads(body), ensure_ascii=False, indent=2)
    except (ValueError, RecursionError):
        return body


def put_right(text: str, event_id: str) -> str:
    """The corrected body on one line, its fields in the order in which they were written.

    Raises Refused("case_work.body_not_json", line, column), ("case_work.body_not_a_fact", reason),
    ("case_work.body_of_another").
    """
    body = _one_line(text)
    try:
        fact = msgspec.json.decode(body, type=Fact)
    except (msgspec.DecodeError, RecursionError) as error:
        raise Refused("case_work.body_not_a_fact", reason=_place(error)) from error
    if fact.head.event_id != event_id:
        raise Refused("case_work.body_of_another")
    return body


def _one_line(text: str) -> str:
    try:
        return json.dumps(json.loads(text), ensure_ascii=False, separators=(",", ":"))
    except json.JSONDecodeError as error:
        where = {"line": error.lineno, "column": error.colno}
        raise Refused("case_work.body_not_json", **where) from error
    except (ValueError, RecursionError) as error:
        raise Refused("case_work.body_not_json", line=1, column=1) from error


def _place(error: Exception) -> str:
    """Where in the body something is missing or of another type, such as $.data.sale.net."""
    said, _, place = str(error).partition(" - at ")
    return (place.strip("`") or said)[:120]
