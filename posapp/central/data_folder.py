"""Where a central's database is: a file of its data folder, or a server named beside its key."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Final

from posapp.errors import Unavailable

if TYPE_CHECKING:
    from pathlib import Path

DATABASE_FILE: Final = "central.db"
KEY_FILE: Final = "central.key"
TOKEN_FILE: Final = "operator.token"  # noqa: S105  # a file's name
URL_FILE: Final = "database.url"
URL_VARIABLE: Final = "POSAPP_DATABASE_URL"


def database_url(data: Path) -> str:
    """The server's address with its password; empty for a central that lives in a file.

    Never an argument, which every user of the machine could read: from the environment, else from
    a file that only its owner reads. Raises Unavailable("central.database_url_open_to_others").
    """
    named = os.environ.get(URL_VARIABLE, "").strip()
    if named:
        return named
    file = data / URL_FILE
    if not file.exists():
        return ""
    if os.name == "posix" and file.stat().st_mode & 0o077:
        raise Unavailable("central.database_url_open_to_others")
    return file.read_text("utf-8").strip()
