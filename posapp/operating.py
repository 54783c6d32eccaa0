"""What an operator asks a machine from the command line: is it fit to sell, does its journal
hold?
"""

from __future__ import annotations

import importlib.util
import shutil
import urllib.error
import urllib.request
from contextlib import ExitStack
from dataclasses import asdict, dataclass, field
from email.utils import parsedate_to_datetime
from enum import StrEnum
from typing import TYPE_CHECKING, Any, Final

from posapp.app import keeping, renewing
from posapp.app.opening import keys_for, store_for
from posapp.app.stores import SETTINGS_FILE, open_stores
from posapp.clock import SystemClock
from posapp.demo.sample import SAMPLE_PASSPHRASE, Folders
from posapp.errors import ParamValue, PosError, Refused
from posapp.offline.journal_export import export_waiting
from posapp.offline.keys import KeyringKeyStore, PassphraseKeyFile, load_or_make
from posapp.offline.newer_data import NewerData
from posapp.offline.till_store import DATABASE, TillStore
from posapp.paths import BOLD_FONT, REGULAR_FONT, default_data_folder, resource
from posapp.settings import read_file

if TYPE_CHECKING:
    from collections.abc import Callable
    from http.client import HTTPResponse
    from pathlib import Path

    from posapp.offline.keys import KeyStore, TillKeys

Answer = dict[str, Any]

_LEAST_FREE_MB: Final = 500
_EARLIEST_MS: Final = 1_790_000_000_000
_CLOCK_OFF_BY_S: Final = 300
"""Central refuses a signature that is older; the till then corrects itself, a person should too."""
_ASK_WITHIN_S: Final = 3
_PLAIN_HEADER: Final = b"SQLite format 3"


class Verdict(StrEnum):
    """ok; warn: works, but look at it; fail: this machine cannot sell like this."""

    OK = "ok"
    WARN = "warn"
    FAIL = "fail"


@dataclass(frozen=True, slots=True, kw_only=True)
class Check:
    """One thing looked at; `key` and `params` say what was found and what to do about it."""

    verdict: Verdict
    name: str
    key: str
    params: dict[str, ParamValue] = field(default_factory=dict)


def verify_journal(*, data: Path | None, keys: str) -> Answer:
    """Recompute the journal's chain and compare it with the tables and the black box.

    `data` is the till's folder. Nothing is changed. Raises Refused("till.not_here") and the
    stores' and key stores' errors.
    """
    folder = standing(data)
    with ExitStack() as closing:
        stores = open_stores(folder, _keys(folder, keys), SystemClock(), closing)
        report = stores.till.journal.verify()
    return {"holds": report.holds, **asdict(report), "failed": not report.holds}


def export_journal(*, data: Path | None, keys: str, to: Path) -> Answer:
    """Write what waits to be sent into a file that only central opens. Nothing is changed here.

    Raises Refused("till.not_here", "backup.file_exists") and the stores' and key stores' errors.
    """
    folder = standing(data)
    if to.exists():
        raise Refused("backup.file_exists")
    opened = _keys(folder, keys)
    with ExitStack() as closing:
        store = _readable(folder, opened, closing)
        sealed, entries = export_waiting(store, opened.device_private)
    to.write_bytes(sealed)
    return {"file": str(to), "entries": entries}


def _readable(folder: Path, keys: TillKeys, closing: ExitStack) -> TillStore | NewerData:
    """The till's store, also of a newer program: what waits there has to get out all the same."""
    try:
        return open_stores(folder, keys, SystemClock(), closing).till
    except Refused as error:
        if error.key != "store.schema_newer":
            raise
    newer = NewerData.of(folder, keys.till_db)
    closing.callback(newer.close)
    return newer


def renew_key(*, data: Path | None, keys: str) -> Answer:
    """A new device key for a closed till. Raises as renewing.renew_key."""
    folder = standing(data)
    return {"till": renewing.renew_key(folder, _key_store(folder, keys), SystemClock())}


def examine(*, data: Path | None, keys: str | None = None) -> Answer:
    """Look at Qt, fonts, keyring, database, central, clock and disk; `failed` if one must be
    mended. With `keys` the database is opened, not only looked at from outside.
    """
    return _Doctor(data or default_data_folder(), keys).examine()


def back_up_till(*, data: Path | None, keys: str, to: Path | None) -> Answer:
    """A verified copy of till.db. Raises Refused("till.not_here") and as `keeping.back_up`."""
    folder = standing(data)
    return keeping.back_up(folder, _keys(folder, keys), SystemClock(), to)


def restore_till(*, data: Path | None, keys: str, backup: Path) -> Answer:
    """Put a backup back. Raises as `keeping.restore`."""
    folder = data or default_data_folder()
    return keeping.restore(folder, _keys(folder, keys), SystemClock(), backup)


def may_leave(*, data: Path | None, keys: str) -> Answer:
    """May this till be updated or exchanged now? Raises Refused("till.entries_wait", n)."""
    folder = standing(data)
    return keeping.may_leave(folder, _keys(folder, keys), SystemClock())


def wipe_till(*, data: Path | None, keys: str, keys_lost: bool) -> Answer:
    """Clear a till's folder. Raises as `keeping.wipe` and `keeping.clear_lost`."""
    folder = standing(data)
    if keys_lost:
        return keeping.clear_lost(folder, SystemClock(), lambda: _keys(folder, keys))
    return keeping.wipe(folder, _keys(folder, keys), SystemClock())


def standing(data: Path | None) -> Path:
    """The folder of a till that is there. Raises Refused("till.not_here")."""
    folder = data or default_data_folder()
    if not (folder / DATABASE).exists():
        raise Refused("till.not_here")
    return folder


def _keys(folder: Path, choice: str) -> TillKeys:
    if choice != "sample":
        return keys_for(folder, choice, may_make=False)
    return load_or_make(_key_store(folder, choice))


def _key_store(folder: Path, choice: str) -> KeyStore:
    if choice != "sample":
        return store_for(folder, choice)
    return PassphraseKeyFile(Folders(folder.parent).keys, SAMPLE_PASSPHRASE)


class _Doctor:
    """Looks at one data folder and the machine around it."""

    def __init__(self, folder: Path, keys: str | None) -> None:
        self._folder = folder
        self._keys = keys
        self._central_url = ""
        self._central_off_by_s = 0

    def examine(self) -> Answer:
        looks: dict[str, Callable[[], Check]] = {
            "qt": self._qt,
            "fonts": self._fonts,
            "keyring": self._keyring,
            "database": self._database,
            "central": self._central,
            "clock": self._clock,
            "disk": self._disk,
        }
        checks = [self._look(name, look) for name, look in looks.items()]
        failed = any(check.verdict is Verdict.FAIL for check in checks)
        return {"checks": [asdict(check) for check in checks], "failed": failed}

    def _look(self, name: str, look: Callable[[], Check]) -> Check:
        try:
            return look()
        except PosError as error:
            runs = error.key == "store.in_use"  # the till is open: no fault of the machine's
            verdict = Verdict.WARN if runs else Verdict.FAIL
            return Check(verdict=verdict, name=name, key=error.key, params=error.params)

    def _qt(self) -> Check:
        """The platform plugin is what fails on a bare machine, not the import."""
        if importlib.util.find_spec("PySide6") is None:
            return _fail("qt", "doctor.qt_missing")
        from posapp.ui.self_check import can_draw, platform_problem

        if not can_draw():
            return _fail("qt", "till.no_display")
        problem = platform_problem()
        if problem:
            return _fail("qt", "doctor.no_window", reason=problem)
        return _ok("qt", "doctor.window_opens")

    def _fonts(self) -> Check:
        missing = [name for name in (REGULAR_FONT, BOLD_FONT) if not resource(name).is_file()]
        if missing:
            return _fail("fonts", "doctor.fonts_missing", names=", ".join(missing))
        return _ok("fonts", "doctor.fonts_there")

    def _keyring(self) -> Check:
        """Without one a till still starts, with its keys in a file: a warning, no failure."""
        try:
            KeyringKeyStore("posapp doctor").load()
        except PosError as error:
            return Check(verdict=Verdict.WARN, name="keyring", key=error.key, params=error.params)
        return _ok("keyring", "doctor.keyring_answers")

    def _database(self) -> Check:
        database = self._folder / DATABASE
        if not database.exists():
            return _warn("database", "till.not_here")
        with database.open("rb") as source:
            if source.read(len(_PLAIN_HEADER)) == _PLAIN_HEADER:
                return _fail("database", "doctor.database_in_the_clear")
        if self._keys is None:
            return _ok("database", "doctor.database_sealed")
        with ExitStack() as closing:
            keys = _keys(self._folder, self._keys)
            stores = open_stores(self._folder, keys, SystemClock(), closing)
            enrolment = stores.till.identity.enrolment()
        self._central_url = "" if enrolment is None else enrolment.central_url
        return _ok("database", "doctor.database_opens")

    def _central(self) -> Check:
        named = read_file(self._folder / SETTINGS_FILE).get("central_url", "")
        url = str(named) or self._central_url
        if not url:
            return _warn("central", "doctor.central_not_named")
        try:
            with _straight(f"{url.rstrip('/')}/healthz") as answer:
                self._central_off_by_s = _off_by_s(answer.headers.get("Date", ""))
        except (OSError, ValueError) as error:
            reason = str(getattr(error, "reason", error))
            return _warn("central", "doctor.central_silent", url=url, reason=reason)
        return _ok("central", "doctor.central_answers", url=url)

    def _clock(self) -> Check:
        if SystemClock().wall_ms() < _EARLIEST_MS:
            return _fail("clock", "doctor.clock_years_behind")
        if self._central_off_by_s > _CLOCK_OFF_BY_S:
            return _warn("clock", "doctor.clock_differs", seconds=self._central_off_by_s)
        return _ok("clock", "doctor.clock_plausible")

    def _disk(self) -> Check:
        place = next(each for each in (self._folder, *self._folder.parents) if each.exists())
        free = shutil.disk_usage(place).free // 1_000_000
        if free < _LEAST_FREE_MB:
            return _fail("disk", "doctor.disk_low", megabytes=free, least=_LEAST_FREE_MB)
        return _ok("disk", "doctor.disk_free", megabytes=free)


def _straight(url: str) -> HTTPResponse:
    """Ask without the environment's proxies, as the till does."""
    opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))
    answer: HTTPResponse = opener.open(url, timeout=_ASK_WITHIN_S)
    return answer


def _off_by_s(date: str) -> int:
    """Seconds between this machine's clock and an HTTP date; 0 for one that is none."""
    try:
        theirs = parsedate_to_datetime(date).timestamp()
    except ValueError:
        return 0
    return abs(round(SystemClock().wall_ms() / 1000 - theirs))


def _ok(name: str, key: str, **params: ParamValue) -> Check:
    return Check(verdict=Verdict.OK, name=name, key=key, params=params)


def _warn(name: str, key: str, **params: ParamValue) -> Check:
    return Check(verdict=Verdict.WARN, name=name, key=key, params=params)


def _fail(name: str, key: str, **params: ParamValue) -> Check:
    return Check(verdict=Verdict.FAIL, name=name, key=key, params=params)
