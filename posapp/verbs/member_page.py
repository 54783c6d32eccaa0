"""The members' own page, under `posapp central`: switched on for a shop; what members ask for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from posapp.verbs.central_action import Answer, central_action

if TYPE_CHECKING:
    import argparse


def add_member_page_actions(
    actions: argparse._SubParsersAction[argparse.ArgumentParser], common: argparse.ArgumentParser
) -> None:
    """Under `posapp central`."""
    page = central_action(
        actions, common, "member-page", _member_page, "which shops' members have a page, and where"
    )
    turn = page.add_mutually_exclusive_group()
    turn.add_argument("--on", metavar="SHOP", help="the code of a shop to switch it on for")
    turn.add_argument("--off", metavar="SHOP", help="the code of a shop to switch it off for")
    turn.add_argument("--join", metavar="SHOP", help="let anybody join on a shop's page")
    turn.add_argument("--no-join", metavar="SHOP", help="let only the invited join on it")
    central_action(
        actions,
        common,
        "member-requests",
        _member_requests,
        "what members asked for on their page, in their own words",
    )


def _member_page(options: argparse.Namespace) -> Answer:
    from posapp.central.member_page.commands import member_page

    turned, joined = options.on or options.off, options.join or options.no_join
    return member_page(
        options.data,
        shop=turned or joined or "",
        is_on=bool(options.on) if turned else None,
        joining=bool(options.join) if joined else None,
    )


def _member_requests(options: argparse.Namespace) -> Answer:
    from posapp.central.member_page.commands import member_requests

    return member_requests(options.data)
