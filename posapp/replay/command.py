"""`posapp replay`: the folder, the records, and the answer in its fixed shape."""

from __future__ import annotations

import tempfile
import time
from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING

from posapp.errors import Refused
from posapp.replay.complete_journey import CompleteJourney
from posapp.replay.runner import Replay, Tell, say_nothing

if TYPE_CHECKING:
    from posapp.replay.baskets import Records

Answer = dict[str, object]


def replay(
    *,
    source: str,
    baskets: int,
    offline_every: int,
    data: Path | None,
    resume: bool,
    tell: Tell = say_nothing,
) -> Answer:
    """Ring the first so many baskets; `failed` when the till and central do not agree.

    `tell` hears how far it is. `resume` goes on in `data` wherever an earlier replay stopped.
    Raises Refused("replay.count_not_valid", "replay.folder_in_use", "replay.nothing_to_resume"),
    Unavailable("replay.records_missing", "replay.not_synced"), and as the workflows do.
    """
    if source != "complete-journey" or baskets < 1 or offline_every < 0:
        raise Refused("replay.count_not_valid")
    _check_folder(data, resume=resume)
    return replay_records(CompleteJourney(), baskets, offline_every, data, tell)


def replay_records(
    records: Records,
    baskets: int,
    offline_every: int,
    data: Path | None,
    tell: Tell = say_nothing,
) -> Answer:
    """The replay of any records. Without a folder its files are gone afterwards."""
    with ExitStack() as closing:
        root = data or Path(closing.enter_context(_temporary_folder()))
        root.mkdir(parents=True, exist_ok=True, mode=0o700)
        chosen = list(records.baskets(baskets))
        tell("opening the shop; the first time this takes about a minute")
        under_way = Replay(root, records, closing)
        began = time.monotonic()
        rung, skipped = under_way.ring_all(chosen, offline_every, tell)
        seconds = time.monotonic() - began
        till, central = under_way.sums(skipped)
    return {
        "till": till.as_json(),
        "central": central.as_json(),
        "baskets_per_second": round(rung / seconds, 1) if rung else 0.0,
        "failed": till != central,
    }


def _temporary_folder() -> tempfile.TemporaryDirectory[str]:
    return tempfile.TemporaryDirectory(prefix="posapp-replay-")


def _check_folder(data: Path | None, *, resume: bool) -> None:
    if resume and data is None:
        raise Refused("replay.nothing_to_resume")
    holds_something = data is not None and data.is_dir() and any(data.iterdir())
    if holds_something and not resume:
        raise Refused("replay.folder_in_use")
