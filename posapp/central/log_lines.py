"""Central's log: one JSON object a line, made of words of the program and never of what came in."""

from __future__ import annotations

import json
import logging
import os
import re
import sys
import traceback
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Final

from posapp.domain.ids import is_uuid_text
from posapp.errors import Refused

VARIABLE: Final = "POSAPP_LOG_FORMAT"
FORMATS: Final = ("json", "text")

_KEY: Final = re.compile(r"[a-z_]+(\.[a-z_]+)*(\.v[0-9]{1,2})?")
_SMALL: Final = 100_000


class JsonLines(logging.Formatter):
    """A message is told without the values in it, but for ids, keys of ours and small counts; an
    exception by its kind and where it was raised, without its text.
    """

    def format(self, record: logging.LogRecord) -> str:
        line: dict[str, Any] = {
            "time": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname.lower(),
            "event": str(record.msg),
            "logger": record.name,
            "process": record.process,
            **getattr(record, "fields", {}),
        }
        if isinstance(record.args, tuple):
            told = [each for each in record.args if _is_ours(each)]
            line |= {"about": told} if told else {}
        if record.exc_info and record.exc_info[1] is not None:
            line |= _raised(record.exc_info[1])
        return json.dumps(line, ensure_ascii=False)


def set_up_log(environment: dict[str, str] | None = None) -> None:
    """As the variable says; where it says nothing, JSON unless a person looks on.

    Raises Refused("settings.not_valid").
    """
    given = (os.environ if environment is None else environment).get(VARIABLE, "")
    if given and given not in FORMATS:
        raise Refused("settings.not_valid", name=VARIABLE)
    handler = logging.StreamHandler(sys.stderr)
    is_json = given == "json" or (not given and not sys.stderr.isatty())
    if is_json:
        handler.setFormatter(JsonLines())
    root = logging.getLogger()
    root.handlers = [handler]
    root.setLevel(logging.INFO if is_json else logging.WARNING)
    for name in ("uvicorn", "uvicorn.error", "uvicorn.access", "alembic"):
        logger = logging.getLogger(name)
        logger.handlers, logger.propagate = [], True
        logger.setLevel(logging.WARNING)


def _is_ours(value: object) -> bool:
    if isinstance(value, str):
        return is_uuid_text(value) or ("." in value and _KEY.fullmatch(value) is not None)
    return isinstance(value, int) and -_SMALL < value < _SMALL


def _raised(error: BaseException) -> dict[str, Any]:
    frames = traceback.extract_tb(error.__traceback__)[-6:]
    return {
        "error": type(error).__name__,
        "where": [f"{Path(each.filename).name}:{each.lineno} {each.name}" for each in frames],
    }
