"""The two files of a till, its keys, and the settings in force."""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from posapp.app.mending import open_mended
from posapp.errors import Unavailable
from posapp.offline.cache_store import CacheStore
from posapp.offline.till_backup import MARK, BackupFolder
from posapp.offline.till_store import COPIES_FOLDER, TillStore
from posapp.settings import Settings, known, read_file, with_values, write_file

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from contextlib import ExitStack

    from posapp.clock import Clock
    from posapp.offline.keys import TillKeys
    from posapp.settings import SettingValue

SETTINGS_FILE = "settings.toml"
COUNTER_FILE = "counter.toml"


@dataclass(frozen=True, slots=True, kw_only=True)
class Stores:
    """Both stores of one data folder, opened."""

    folder: Path
    till: TillStore
    cache: CacheStore


def open_stores(
    folder: Path,
    keys: TillKeys,
    clock: Clock,
    closing: ExitStack,
    open_till: Callable[[Path, TillKeys, Clock], TillStore] = TillStore.open,
) -> Stores:
    """Open till.db, then cache.db; `closing` closes them in reverse. Raises as the stores do."""
    till = open_till(folder, keys, clock)
    closing.callback(till.close)
    cache = CacheStore.open(folder, keys.cache_db)
    closing.callback(cache.close)
    if (folder / MARK).exists():
        cache.begin_again()
        (folder / MARK).unlink()
    return Stores(folder=folder, till=till, cache=cache)


def open_mended_stores(
    folder: Path, keys: TillKeys, clock: Clock, closing: ExitStack, chosen: Mapping[str, object]
) -> Stores:
    """As `open_stores`; a till.db that is damaged or gone comes back first (`open_mended`)."""
    local = with_values(Settings(), read_file(folder / SETTINGS_FILE))
    folders = backup_folders(folder, keys, with_values(local, chosen))
    return open_stores(folder, keys, clock, closing, partial(open_mended, backups=folders))


def backup_folders(folder: Path, keys: TillKeys, settings: Settings) -> tuple[BackupFolder, ...]:
    """Where backups go, and where else an older one may lie."""
    places = [folder / COPIES_FOLDER]
    if settings.backup_folder:
        places.insert(0, Path(settings.backup_folder))
    keep, before = settings.backup_keep, keys.till_db_before
    return tuple(BackupFolder(place, keys.till_db, keep, before) for place in places)


def settings_in_force(stores: Stores, chosen: Mapping[str, object]) -> Settings:
    """Defaults, central's, settings.toml, what was chosen at the counter, what the start named.

    Raises Refused("settings.unknown_key" | "settings.not_valid" | "settings.file_damaged"). A
    setting of a newer central that this till does not know is left alone, not refused.
    """
    names = {each.name for each in known()}
    sent = {key: json.loads(text) for key, text in stores.till.settings.values().items()}
    ours = {key: value for key, value in sent.items() if key in names}
    settings = with_values(Settings(), ours)
    for name in (SETTINGS_FILE, COUNTER_FILE):
        settings = with_values(settings, read_file(stores.folder / name))
    return with_values(settings, chosen)


def keep_at_the_counter(folder: Path, values: Mapping[str, SettingValue]) -> None:
    """What a person chose at this machine goes before all that comes from elsewhere.

    Raises Unavailable("settings.not_kept") where the folder takes no file.
    """
    path = folder / COUNTER_FILE
    try:
        write_file(path, {**read_file(path), **values})
    except OSError as error:
        raise Unavailable("settings.not_kept") from error
