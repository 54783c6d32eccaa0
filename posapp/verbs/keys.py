"""The operator's commands about a till's keys: renewed, taken back from central, recovered."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from posapp.verbs.central_action import Answer, central_action

if TYPE_CHECKING:
    import argparse
    from collections.abc import Callable


def add_key_verbs(
    verbs: argparse._SubParsersAction[argparse.ArgumentParser], common: argparse.ArgumentParser
) -> None:
    """Verbs of a till."""
    _verb(
        verbs, common, "till-new-store-key", _new_store_key, "a closed till's files under new keys"
    )
    _verb(verbs, common, "till-recovery", _recovery, "a new recovery secret; an older one is void")
    take = _verb(
        verbs, common, "till-take-keys", _take_keys, "lost keys back from central, with a code"
    )
    take.add_argument("--central", required=True, metavar="URL", help="the till's central")
    take.add_argument(
        "--backup", type=Path, help="the keys that open this backup (default: the till's database)"
    )


def add_release(
    actions: argparse._SubParsersAction[argparse.ArgumentParser], common: argparse.ArgumentParser
) -> None:
    """Under `posapp central`."""
    action = central_action(
        actions, common, "release-keys", _release, "a one-time code that gives a till its keys back"
    )
    action.add_argument("till", help="the till's code, for example A03")
    action.add_argument("--note", required=True, help="why its keys are lost, and who asked")


def _verb(
    verbs: argparse._SubParsersAction[argparse.ArgumentParser],
    common: argparse.ArgumentParser,
    name: str,
    command: Callable[[argparse.Namespace], Answer],
    words: str,
) -> argparse.ArgumentParser:
    verb = verbs.add_parser(name, parents=[common], help=words)
    verb.add_argument("--data", type=Path, help="the till's data folder")
    verb.add_argument("--keys", choices=["keyring", "file", "recovery"], default="keyring")
    verb.set_defaults(command=command)
    return verb


def _new_store_key(options: argparse.Namespace) -> Answer:
    from posapp.app.opening import store_for
    from posapp.app.rekeying import renew_store_keys
    from posapp.clock import SystemClock
    from posapp.operating import standing

    folder = standing(options.data)
    return renew_store_keys(folder, store_for(folder, options.keys), SystemClock())


def _recovery(options: argparse.Namespace) -> Answer:
    from posapp.app.opening import keys_for
    from posapp.app.rekeying import begin_recovery
    from posapp.operating import standing

    folder = standing(options.data)
    return begin_recovery(folder, keys_for(folder, options.keys, may_make=False))


def _take_keys(options: argparse.Namespace) -> Answer:
    from posapp.app.escrow import take_back
    from posapp.paths import default_data_folder

    folder = options.data or default_data_folder()
    return take_back(folder, options.keys, options.central, options.backup)


def _release(options: argparse.Namespace) -> Answer:
    from posapp.central import case_commands

    return case_commands.release_keys(data=options.data, till=options.till, note=options.note)
