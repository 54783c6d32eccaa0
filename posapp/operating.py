"""What an operator asks a machine from the command line: is it fit to sell, does its journal
hold?
"""

from __future__ import annotations

import importlib.util
import shutil
import urllib.error
import urllib.request
from contextlib import ExitStack
from dataclasses import asdict, dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Any, Final

from posapp.app.opening import keys_for
from posapp.app.stores import open_stores
from posapp.clock import SystemClock
from posapp.demo.sample import SAMPLE_PASSPHRASE, Folders
from posapp.errors import PosError
from posapp.offline.keys import PassphraseKeyFile, load_or_make
from posapp.paths import BOLD_FONT, REGULAR_FONT, default_data_folder, resource

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from posapp.offline.keys import TillKeys

Answer = dict[str, Any]

_LEAST_FREE_BYTES: Final = 500_000_000
_EARLIEST_MS: Final = 1_790_000_000_000


class Verdict(StrEnum):
    """ok; warn: works, but look at it; fail: this machine cannot sell like this."""

    OK = "ok"
    WARN = "warn"
    FAIL = "fail"


@dataclass(frozen=True, slots=True, kw_only=True)
class Check:
    """One thing looked at, what was found, and what to do about it."""

    name: str
    verdict: Verdict
    found: str
    next_step: str = ""


def verify_journal(*, data: Path | None, keys: str) -> Answer:
    """Recompute the journal's chain and compare it with the tables and the black box.

    `data` is the till's folder. Nothing is changed. Raises the stores' and key stores' errors.
    """
    folder = data or default_data_folder()
    opened = _sample_keys(folder) if keys == "sample" else keys_for(folder, keys)
    with ExitStack() as closing:
        stores = open_stores(folder, opened, SystemClock(), closing)
        report = stores.till.journal.verify()
    answer = asdict(report)
    return {"holds": report.broken is None, **answer, "failed": report.broken is not None}


def examine(*, data: Path | None) -> Answer:
    """Look at Qt, fonts, keyring, database, central, clock and disk; `failed` if one must be
    mended.
    """
    folder = data or default_data_folder()
    checks = [look() for look in _looks(folder)]
    rows = [asdict(check) for check in checks]
    return {"checks": rows, "failed": any(check.verdict is Verdict.FAIL for check in checks)}


def _sample_keys(folder: Path) -> TillKeys:
    key_file = Folders(folder.parent).keys
    return load_or_make(PassphraseKeyFile(key_file, SAMPLE_PASSPHRASE))


def _looks(folder: Path) -> list[Callable[[], Check]]:
    return [
        _qt,
        _fonts,
        _keyring,
        lambda: _database(folder),
        lambda: _central(folder),
        _clock,
        lambda: _disk(folder),
    ]


def _qt() -> Check:
    """The platform plugin is what fails on a bare machine, not the import."""
    if importlib.util.find_spec("PySide6") is None:
        return _check("qt", Verdict.FAIL, "PySide6 is not installed", "run: python3 dev.py test")
    from posapp.ui.self_check import platform_problem

    problem = platform_problem()
    if problem:
        return _check(
            "qt", Verdict.FAIL, problem, "install the system packages of docs/development.md"
        )
    return _check("qt", Verdict.OK, "a window can be opened")


def _fonts() -> Check:
    missing = [name for name in (REGULAR_FONT, BOLD_FONT) if not resource(name).is_file()]
    if missing:
        return _check(
            "fonts", Verdict.FAIL, f"missing: {', '.join(missing)}", "install posapp again"
        )
    return _check("fonts", Verdict.OK, "the receipt and screen font is there")


def _keyring() -> Check:
    from posapp.offline.keys import KeyringKeyStore

    try:
        KeyringKeyStore("posapp doctor").load()
    except PosError as error:
        return _check("keyring", Verdict.WARN, error.key, "start the till with --keys file")
    return _check("keyring", Verdict.OK, "the system's keyring answers")


def _database(folder: Path) -> Check:
    from posapp.offline.till_store import DATABASE

    if not (folder / DATABASE).exists():
        return _check(
            "database", Verdict.WARN, "no till here yet", "run: posapp till --central URL"
        )
    header = (folder / DATABASE).read_bytes()[:16]
    if header.startswith(b"SQLite format 3"):
        return _check(
            "database", Verdict.FAIL, "till.db is not encrypted", "restore it from a backup"
        )
    return _check("database", Verdict.OK, "till.db is there and encrypted")


def _central(folder: Path) -> Check:
    url = _central_url(folder)
    if not url:
        return _check(
            "central", Verdict.WARN, "no address in settings.toml", "name central_url there"
        )
    try:
        with urllib.request.urlopen(f"{url.rstrip('/')}/healthz", timeout=3) as answer:  # noqa: S310  # the operator's own address
            found = f"{url} answers {answer.status}"
    except (urllib.error.URLError, OSError, ValueError) as error:
        return _check(
            "central",
            Verdict.WARN,
            f"{url}: {error}",
            "check network and address; the till sells offline",
        )
    return _check("central", Verdict.OK, found)


def _central_url(folder: Path) -> str:
    from posapp.app.stores import SETTINGS_FILE
    from posapp.settings import read_file

    return str(read_file(folder / SETTINGS_FILE).get("central_url", ""))


def _clock() -> Check:
    if SystemClock().wall_ms() < _EARLIEST_MS:
        return _check("clock", Verdict.FAIL, "the clock is years behind", "set the machine's clock")
    return _check("clock", Verdict.OK, "the clock is plausible")


def _disk(folder: Path) -> Check:
    place = next(each for each in (folder, *folder.parents) if each.exists())
    free = shutil.disk_usage(place).free
    words = f"{free // 1_000_000} MB free"
    if free < _LEAST_FREE_BYTES:
        return _check("disk", Verdict.FAIL, words, "make room: a till needs 500 MB")
    return _check("disk", Verdict.OK, words)


def _check(name: str, verdict: Verdict, found: str, next_step: str = "") -> Check:
    return Check(name=name, verdict=verdict, found=found, next_step=next_step)
