"""What an operator asks of packs that companies buy for their people."""

from __future__ import annotations

from typing import TYPE_CHECKING

from posapp.verbs.central_action import Answer, central_action

if TYPE_CHECKING:
    import argparse


def add_pack_actions(
    actions: argparse._SubParsersAction[argparse.ArgumentParser], common: argparse.ArgumentParser
) -> None:
    """Under `posapp central`."""
    central_action(actions, common, "packs", _packs, "what companies bought, and how much is used")
    pack = central_action(
        actions, common, "pack", _pack, "codes for a company: each makes one member, once"
    )
    pack.add_argument("company", help="who buys it")
    pack.add_argument("--title", required=True, help="what it is called")
    pack.add_argument("--count", type=int, required=True, help="how many codes")
    pack.add_argument("--tier", default="", help="ordinary, silver, gold or diamond")
    pack.add_argument("--coupon", action="append", default=[], help="a coupon's code; repeat it")


def _packs(options: argparse.Namespace) -> Answer:
    from posapp.central.registration import commands

    return commands.show(options.data)


def _pack(options: argparse.Namespace) -> Answer:
    from posapp.central.registration import commands

    return commands.issue(
        options.data,
        company=options.company,
        title=options.title,
        size=options.count,
        tier=options.tier,
        coupons=tuple(options.coupon),
    )
