"""A store to train in: the shop's goods and people, nothing that anybody sold, no member at all."""

from __future__ import annotations

import shutil
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from posapp.errors import Unavailable
from posapp.offline.cache_store import CacheStore
from posapp.offline.till_store import TillStore

if TYPE_CHECKING:
    from pathlib import Path

    from posapp.clock import Clock
    from posapp.offline.keys import TillKeys

FOLDER: Final = "training"
"""Below the till's own data folder; made anew each time that somebody trains."""
NUMBER_MARK: Final = "T"
"""Before the till's code in every number that a training till gives out."""


def make_training_store(
    real: TillStore, shelf: CacheStore, folder: Path, keys: TillKeys, clock: Clock
) -> Path:
    """Make `folder`/training anew from an open till; what was trained before is gone. Lane "store".

    Members stay out of it: what is looked up in training leaves no trace at central. Raises
    Unavailable("training.no_room") where the folder cannot be written.
    """
    place = folder / FOLDER
    try:
        shutil.rmtree(place, ignore_errors=True)
        place.mkdir(parents=True)
        for name in ("settings.toml", "counter.toml"):
            if (folder / name).exists():
                shutil.copy(folder / name, place / name)
    except OSError as error:
        raise Unavailable("training.no_room") from error
    _fill_store(real, place, keys, clock)
    cache = CacheStore.open(place, keys.cache_db)
    try:
        cache.apply(shelf.shelf_rows(), "", "training")
    finally:
        cache.close()
    return place


def _fill_store(real: TillStore, place: Path, keys: TillKeys, clock: Clock) -> None:
    known = real.identity.required()
    store = TillStore.open(place, keys, clock)
    try:
        store.identity.save(
            replace(
                known,
                terminal_code=f"{NUMBER_MARK}{known.terminal_code}",
                incarnation=1,
                epoch="training",
                central_url="",
                sign_key="",
                training=True,
            )
        )
        store.staff.replace(real.staff.rows())
        store.settings.apply(real.settings.rows())
    finally:
        store.close()
