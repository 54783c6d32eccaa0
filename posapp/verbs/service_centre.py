"""What an operator asks of the service centre (`posapp central`): tags, complaints, referrals."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from posapp.verbs.central_action import Answer, central_action

if TYPE_CHECKING:
    import argparse


def add_service_actions(
    actions: argparse._SubParsersAction[argparse.ArgumentParser], common: argparse.ArgumentParser
) -> None:
    """Under `posapp central`."""
    tags = central_action(actions, common, "tags", _tags, "tags of members; from or to a CSV file")
    which = tags.add_mutually_exclusive_group()
    which.add_argument("--from", dest="file", type=Path, help="add or change those of a CSV file")
    which.add_argument("--to", type=Path, help="write them as a new CSV file")
    complaints = central_action(
        actions, common, "complaints", _complaints, "complaints by category, and how many are late"
    )
    complaints.add_argument("--since", default="", metavar="DAY", help="recorded on it or later")
    complaints.add_argument("--until", default="", metavar="DAY", help="recorded on it or before")
    referrals = central_action(
        actions, common, "referrals", _referrals, "members who bring members; their programme"
    )
    way = referrals.add_mutually_exclusive_group()
    way.add_argument("--from", dest="file", type=Path, help="the programme of a CSV file")
    way.add_argument("--to", type=Path, help="write the programme as a new CSV file")
    way.add_argument("--allow", metavar="NUMBER", help="a refused friend counts after all")
    referrals.add_argument("--note", default="", help="with --allow: why")


def _tags(options: argparse.Namespace) -> Answer:
    from posapp.central.tagging import commands

    if options.file is not None:
        return commands.bring(options.data, options.file)
    if options.to is not None:
        return commands.export(options.data, options.to)
    return commands.show(options.data)


def _complaints(options: argparse.Namespace) -> Answer:
    from posapp.central.complaints import commands

    return commands.report(options.data, since=options.since, until=options.until)


def _referrals(options: argparse.Namespace) -> Answer:
    from posapp.central.referral import commands

    if options.file is not None:
        return commands.bring(options.data, options.file)
    if options.to is not None:
        return commands.export(options.data, options.to)
    if options.allow is not None:
        return commands.allow(options.data, options.allow, note=options.note)
    return commands.show(options.data)
