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
    bill = actions.add_parser(
        "bill", parents=[common], help="import an acquirer's bill; without a file those that stand"
    )
    bill.add_argument("--data", type=Path, required=True, help="central's data folder")
    bill.add_argument("file", type=Path, nargs="?", help="the bill of one day, as CSV")
    bill.add_argument("--acquirer", default="", help="whose bill it is, as `gateway` names it")
    bill.add_argument("--layout", choices=("wechat", "alipay"), default="wechat")
    bill.add_argument("--day", default="", help="ISO date, for a bill without rows")
    bill.set_defaults(command=_bill)


def _gateway(options: argparse.Namespace) -> Answer:
    from posapp.central.gateway import commands

    return commands.gateway(options.data, file=options.file)


def _bill(options: argparse.Namespace) -> Answer:
    from posapp.central.gateway import commands

    return commands.bill(
        options.data,
        file=options.file,
        acquirer=options.acquirer,
        layout=options.layout,
        day=options.day,
    )
