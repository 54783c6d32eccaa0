"""What every action under `posapp central` has: its words, central's data folder, its command."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import argparse
    from collections.abc import Callable

Answer = dict[str, object]


def central_action(
    actions: argparse._SubParsersAction[argparse.ArgumentParser],
    common: argparse.ArgumentParser,
    name: str,
    command: Callable[[argparse.Namespace], Answer],
    words: str,
) -> argparse.ArgumentParser:
    """Add it; `words` stand in the list of actions."""
    action = actions.add_parser(name, parents=[common], help=words)
    action.add_argument("--data", type=Path, required=True, help="central's data folder")
    action.set_defaults(command=command)
    return action
