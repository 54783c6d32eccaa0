"""What an operator asks of accounts that pay later, and of payments recorded as taken elsewhere."""

from __future__ import annotations

from typing import TYPE_CHECKING

from posapp.verbs.central_action import Answer, central_action

if TYPE_CHECKING:
    import argparse


def add_tender_actions(
    actions: argparse._SubParsersAction[argparse.ArgumentParser], common: argparse.ArgumentParser
) -> None:
    """Under `posapp central`."""
    central_action(
        actions, common, "accounts", _accounts, "who may buy on account, and what each owes"
    )
    account = central_action(actions, common, "account", _account, "open an account, or change it")
    account.add_argument("code", help="its code: letters and digits")
    account.add_argument("--name", required=True, help="the company's name")
    account.add_argument("--limit", type=int, required=True, help="the most it may owe, fen")
    account.add_argument(
        "--offline-most", type=int, default=0, help="the most at one till offline, fen"
    )
    account.add_argument("--stopped", action="store_true", help="it may buy nothing more")
    paid = central_action(actions, common, "account-paid", _paid, "a company paid what it owes")
    paid.add_argument("code", help="the account's code")
    paid.add_argument("--amount", type=int, required=True, help="fen")
    paid.add_argument("--by", choices=["cash", "transfer"], required=True)
    paid.add_argument("--reference", default="", help="the transfer's number")
    paid.add_argument("--note", required=True, help="for what")
    recorded = central_action(
        actions, common, "recorded", _recorded, "payments that tills recorded as taken elsewhere"
    )
    recorded.add_argument("--state", choices=["open", "seen", "missing"], default="open")
    reconcile = central_action(
        actions, common, "reconcile", _reconcile, "a recorded payment was looked for in the bill"
    )
    reconcile.add_argument("payment", help="its id, as `recorded` shows it")
    found = reconcile.add_mutually_exclusive_group(required=True)
    found.add_argument("--seen", action="store_true", help="it stands in the bill")
    found.add_argument("--missing", action="store_true", help="it does not: opens a case")
    reconcile.add_argument("--note", required=True, help="in which bill")


def _accounts(options: argparse.Namespace) -> Answer:
    from posapp.central import tender_commands

    return tender_commands.show_accounts(options.data)


def _account(options: argparse.Namespace) -> Answer:
    from posapp.central import tender_commands

    return tender_commands.set_account(
        options.data,
        code=options.code,
        name=options.name,
        limit=options.limit,
        offline_most=options.offline_most,
        stopped=options.stopped,
    )


def _paid(options: argparse.Namespace) -> Answer:
    from posapp.central import tender_commands

    return tender_commands.pay_account(
        options.data,
        code=options.code,
        amount=options.amount,
        way=options.by,
        reference=options.reference,
        note=options.note,
    )


def _recorded(options: argparse.Namespace) -> Answer:
    from posapp.central import tender_commands

    return tender_commands.show_recorded(options.data, state=options.state)


def _reconcile(options: argparse.Namespace) -> Answer:
    from posapp.central import tender_commands

    return tender_commands.settle_recorded(
        options.data, payment_id=options.payment, seen=options.seen, note=options.note
    )
