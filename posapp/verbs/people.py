"""What an operator decides about people, under `posapp central`: limits, a new PIN, badges."""

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
    badge = central_action(
        actions, common, "new-badge", _new_badge, "a badge that can approve, told once"
    )
    badge.add_argument("number", help="her staff number")
    badge.add_argument("--withdraw", action="store_true", help="she has none any more")
    limits = central_action(
        actions,
        common,
        "badge-limits",
        _badge_limits,
        "what a badge alone approves, and changing it",
    )
    limits.add_argument("--text", help='for example "discount 1000; refund 5000"; empty: nothing')


def _allowances(options: argparse.Namespace) -> Answer:
    from posapp.central.people_commands import allowances

    return allowances(options.data, act=options.act, text=options.text)


def _new_pin(options: argparse.Namespace) -> Answer:
    from posapp.central.people_commands import new_pin

    return new_pin(options.data, number=options.number)


def _new_badge(options: argparse.Namespace) -> Answer:
    from posapp.central.badge_commands import new_badge

    return new_badge(options.data, number=options.number, withdraw=options.withdraw)


def _badge_limits(options: argparse.Namespace) -> Answer:
    from posapp.central.badge_commands import badge_limits

    return badge_limits(options.data, text=options.text)
