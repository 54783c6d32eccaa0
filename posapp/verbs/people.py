"""What an operator decides about people, under `posapp central`: limits by role, a new PIN."""

from __future__ import annotations

from typing import TYPE_CHECKING

from posapp.verbs.central_action import Answer, central_action

if TYPE_CHECKING:
    import argparse


def add_people_actions(
    actions: argparse._SubParsersAction[argparse.ArgumentParser], common: argparse.ArgumentParser
) -> None:
    """Under `posapp central`."""
    table = central_action(
        actions, common, "allowances", _allowances, "how far each role goes alone, and changing it"
    )
    table.add_argument("--act", default="", help="the row to change, for example discount")
    table.add_argument("--text", help='for example "cashier 1000; service 1000"; empty: declared')
    pin = central_action(
        actions, common, "new-pin", _new_pin, "a new PIN for one person, told once"
    )
    pin.add_argument("number", help="her staff number")


def _allowances(options: argparse.Namespace) -> Answer:
    from posapp.central.people_commands import allowances

    return allowances(options.data, act=options.act, text=options.text)


def _new_pin(options: argparse.Namespace) -> Answer:
    from posapp.central.people_commands import new_pin

    return new_pin(options.data, number=options.number)
