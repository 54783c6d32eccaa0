"""A whole transaction again when the server took it back: a deadlock, or a race for one key."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, TypeVar

from sqlalchemy.exc import DBAPIError

if TYPE_CHECKING:
    from collections.abc import Callable

T = TypeVar("T")

MOST_TRIES: Final = 5
_TAKEN_BACK: Final = frozenset({"40001", "40P01", "23505"})
"""Serialization failure, deadlock, and a key that somebody wrote between our look and our write."""


def again(work: Callable[[], T]) -> T:
    """Run `work`, which opens its own transaction and does nothing else, until it stands.

    After MOST_TRIES the last error is raised. On SQLite nothing is ever taken back.
    """
    for _ in range(MOST_TRIES - 1):
        try:
            return work()
        except DBAPIError as error:
            if getattr(error.orig, "sqlstate", None) not in _TAKEN_BACK:
                raise
    return work()
