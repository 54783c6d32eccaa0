"""What an operator asks of leases and selling offline: what is lent, its cost, who is awaited."""

from __future__ import annotations

from typing import TYPE_CHECKING

from posapp.verbs.central_action import Answer, central_action

if TYPE_CHECKING:
    import argparse

    from posapp.domain.leases import LeasePolicy


def add_lease_actions(
    actions: argparse._SubParsersAction[argparse.ArgumentParser], common: argparse.ArgumentParser
) -> None:
    """Under `posapp central`."""
    policy = central_action(
        actions, common, "lease-policy", _policy, "what a shop's tills may lend; shows the bound"
    )
    policy.add_argument("--shop", required=True, help="the shop's code")
    policy.add_argument("--cap", type=int, required=True, help="a member at a till, fen")
    policy.add_argument("--ceiling", type=int, required=True, help="all of a till, fen")
    policy.add_argument("--points-cap", type=int, help="a member at a till, points")
    policy.add_argument("--points-ceiling", type=int, help="all of a till, points")
    policy.add_argument("--coupons-cap", type=int, help="a member at a till, coupons good once")
    policy.add_argument("--coupons-ceiling", type=int, help="all of a till, coupons good once")
    policy.add_argument("--commit", action="store_true", help="let it take effect")
    central_action(
        actions, common, "leases", _leases, "what is lent to each till, how old, and the bound"
    )
    lost = central_action(
        actions, common, "terminal-lost", _lost, "free what a lost till holds of members"
    )
    trusted = central_action(actions, common, "terminal-trusted", _trusted, "lend to a till again")
    for action in (lost, trusted):
        action.add_argument("terminal", help="the till's code, for example A03")
    recovery = central_action(
        actions, common, "recovery", _recovery, "the tills that a restored central waits for"
    )
    recovery.add_argument("--release", default="", metavar="TILL", help="wait for this one no more")
    recovery.add_argument("--note", default="", help="why it is not waited for")
    offline = central_action(
        actions,
        common,
        "offline-report",
        _offline,
        "who sold offline while other tills were online",
    )
    offline.add_argument("--days", type=int, default=7, help="how many days back")


def _policy(options: argparse.Namespace) -> Answer:
    from posapp.central import lease_commands
    from posapp.domain.leases import LeasePolicy

    return lease_commands.lease_policy_of(
        data=options.data,
        shop=options.shop,
        value=LeasePolicy(cap=options.cap, ceiling=options.ceiling),
        points=_allowed(options.points_cap, options.points_ceiling),
        coupons=_allowed(options.coupons_cap, options.coupons_ceiling),
        commit=options.commit,
    )


def _allowed(cap: int | None, ceiling: int | None) -> LeasePolicy | None:
    """None where neither was said: what is allowed stays."""
    from posapp.domain.leases import LeasePolicy

    if cap is None and ceiling is None:
        return None
    return LeasePolicy(cap=cap or 0, ceiling=ceiling or 0)


def _leases(options: argparse.Namespace) -> Answer:
    from posapp.central import lease_watch

    return lease_watch.leases(data=options.data)


def _lost(options: argparse.Namespace) -> Answer:
    from posapp.central import lease_commands

    return lease_commands.terminal_lost(data=options.data, terminal=options.terminal)


def _trusted(options: argparse.Namespace) -> Answer:
    from posapp.central import lease_commands

    return lease_commands.terminal_trusted(data=options.data, terminal=options.terminal)


def _recovery(options: argparse.Namespace) -> Answer:
    from posapp.central import lease_watch

    return lease_watch.recovery(data=options.data, release=options.release, note=options.note)


def _offline(options: argparse.Namespace) -> Answer:
    from posapp.central import report_offline

    return report_offline.offline_report(data=options.data, days=options.days)
