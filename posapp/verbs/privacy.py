"""Personal data, under `posapp central`: the report, terms that end, policies, sealed copies."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from posapp.verbs.central_action import Answer, central_action

if TYPE_CHECKING:
    import argparse


def add_privacy_actions(
    actions: argparse._SubParsersAction[argparse.ArgumentParser], common: argparse.ArgumentParser
) -> None:
    """Under `posapp central`."""
    report = central_action(
        actions, common, "compliance", _compliance, "the report on personal data, in figures"
    )
    report.add_argument("--days", type=int, default=30, help="how far back (default: 30)")
    report.add_argument("--to", type=Path, help="a new CSV file with the same")
    report.add_argument("--lang", choices=["zh_CN", "zh_TW", "en"], default="zh_CN")
    looks = central_action(
        actions, common, "access", _access, "whose data a clerk or a till saw in a span of time"
    )
    looks.add_argument("--who", default="", metavar="NUMBER", help="a person's staff number")
    looks.add_argument("--till", default="", metavar="CODE", help="a till")
    looks.add_argument("--since", default="", metavar="DAY", help="YYYY-MM-DD (default: 30 days)")
    looks.add_argument("--until", default="", metavar="DAY", help="YYYY-MM-DD, the whole day")
    looks.add_argument("--to", type=Path, help="a new CSV file with the same")
    looks.add_argument("--lang", choices=["zh_CN", "zh_TW", "en"], default="zh_CN")
    central_action(
        actions,
        common,
        "forget-due",
        _forget_due,
        "destroy what the law has kept long enough now; `serve` does it every night",
    )
    texts = central_action(
        actions, common, "policy", _policy, "the agreement and privacy policy by version"
    )
    texts.add_argument("--add", type=Path, metavar="FILE", help="a UTF-8 text to keep for good")
    texts.add_argument("--as", dest="version", default="", help="its version, for example v4")
    texts.add_argument("--language", choices=["zh_CN", "zh_TW", "en"], default="zh_CN")
    texts.add_argument("--short", action="store_true", help="the short form, not the full text")
    sealed = central_action(
        actions,
        common,
        "open-sealed",
        _open_sealed,
        "a sealed member's data for a court or an audit; two managers give their PINs",
    )
    sealed.add_argument("number", help="the member's number")
    sealed.add_argument("--first", required=True, metavar="NUMBER", help="a manager")
    sealed.add_argument("--second", required=True, metavar="NUMBER", help="another manager")
    sealed.add_argument("--note", required=True, help="who asked for it, and why")
    sealed.add_argument("--to", type=Path, required=True, help="a new ZIP file")


def _compliance(options: argparse.Namespace) -> Answer:
    from posapp.central.privacy.commands import compliance

    return compliance(options.data, days=options.days, to=options.to, language=options.lang)


def _access(options: argparse.Namespace) -> Answer:
    from posapp.central.privacy.commands import Asked, access

    return access(
        options.data,
        Asked(
            who=options.who,
            till=options.till,
            since=options.since,
            until=options.until,
            to=options.to,
            language=options.lang,
        ),
    )


def _forget_due(options: argparse.Namespace) -> Answer:
    from posapp.central.privacy.commands import forget_due

    return forget_due(options.data)


def _policy(options: argparse.Namespace) -> Answer:
    from posapp.central.privacy.commands import policy

    return policy(
        options.data,
        file=options.add,
        version=options.version,
        language=options.language,
        form="short" if options.short else "full",
    )


def _open_sealed(options: argparse.Namespace) -> Answer:
    import getpass

    from posapp.central.privacy.commands import open_one

    return open_one(
        options.data,
        options.number,
        to=options.to,
        first=options.first,
        second=options.second,
        note=options.note,
        ask_pin=getpass.getpass,
    )
