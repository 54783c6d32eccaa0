"""What an operator asks of payments over central: the acquirers, and their bills."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import argparse

Answer = dict[str, object]


def add_pay_actions(
    actions: argparse._SubParsersAction[argparse.ArgumentParser], common: argparse.ArgumentParser
) -> None:
    """Under `posapp central`."""
    gateway = actions.add_parser(
        "gateway", parents=[common], help="which acquirer takes which payment codes"
    )
    gateway.add_argument("--data", type=Path, required=True, help="central's data folder")
    gateway.add_argument("--file", type=Path, help="JSON with the acquirers from now on; sealed")
    gateway.set_defaults(command=_gateway)


def _gateway(options: argparse.Namespace) -> Answer:
    from posapp.central.gateway import commands

    return commands.gateway(options.data, file=options.file)
