"""What an operator asks of payments over central: the acquirers, and their bills."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from posapp.verbs.central_action import Answer, central_action

if TYPE_CHECKING:
    import argparse


def add_pay_actions(
    actions: argparse._SubParsersAction[argparse.ArgumentParser], common: argparse.ArgumentParser
) -> None:
    """Under `posapp central`."""
    gateway = central_action(
        actions, common, "gateway", _gateway, "which acquirer takes which payment codes"
    )
    gateway.add_argument("--file", type=Path, help="JSON with the acquirers from now on; sealed")
    bill = central_action(
        actions, common, "bill", _bill, "import an acquirer's bill; without a file those that stand"
    )
    bill.add_argument("file", type=Path, nargs="?", help="the bill of one day, as CSV")
    bill.add_argument("--acquirer", default="", help="whose bill it is, as `gateway` names it")
    bill.add_argument("--layout", choices=("wechat", "alipay"), default="wechat")
    bill.add_argument("--day", default="", help="ISO date, for a bill without rows")


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
