"""What an operator does about members, under `posapp central`: their files, and who are one."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Final

from posapp.verbs.central_action import Answer, central_action

if TYPE_CHECKING:
    import argparse
    from collections.abc import Callable

    from posapp.central.catalogue_file import RowError

_FIELDS: Final = "the operator's own fields, as the tills' setting member_fields declares them"


def add_member_actions(
    actions: argparse._SubParsersAction[argparse.ArgumentParser], common: argparse.ArgumentParser
) -> None:
    """Under `posapp central`."""
    brought = central_action(
        actions, common, "import-members", _import, "members from CSV or XLSX; a dry run first"
    )
    brought.add_argument("file", type=Path)
    brought.add_argument("--name", default="", help="the run's name; else the file's")
    brought.add_argument(
        "--map", action="append", default=[], metavar="TITLE=FIELD", help="how a column is read"
    )
    brought.add_argument("--mapping", default="", help="remember the columns under this name")
    brought.add_argument("--commit", action="store_true", help="write it, or go on where it ended")
    brought.add_argument(
        "--leave-out-wrong", action="store_true", help="write the rest when rows are wrong"
    )
    brought.add_argument("--report", type=Path, help="a new CSV of every row that needs a person")
    template = actions.add_parser(
        "member-template", parents=[common], help="an empty members' file with all columns"
    )
    template.add_argument("to", type=Path, help="a name that ends in .csv or .xlsx")
    for each in (brought, template):
        each.add_argument("--fields", default="", metavar="DECLARED", help=_FIELDS)
    template.set_defaults(command=_template)
    out = central_action(
        actions, common, "export-members", _export, "members as CSV or XLSX, masked"
    )
    out.add_argument("to", type=Path, help="a name that ends in .csv or .xlsx")
    out.add_argument("--status", default="", help="for example frozen")
    out.add_argument("--tier", default="", help="for example gold")
    out.add_argument("--since", default="", metavar="DAY", help="registered on this day or later")
    out.add_argument("--until", default="", metavar="DAY", help="registered on this day or before")
    out.add_argument(
        "--open-as", default="", metavar="NUMBER", help="unmasked, for this person, who gives a PIN"
    )
    out.add_argument("--note", default="", help="what for; needed with --open-as")
    out.add_argument("--fields", default="", metavar="DECLARED", help=_FIELDS)
    central_action(actions, common, "duplicates", _duplicates, "look for members who may be one")
    central_action(
        actions, common, "index-members", _index, "make the index of names anew from the profiles"
    )
    merge = central_action(
        actions,
        common,
        "merge-members",
        _merge,
        "two members side by side; --commit makes them one",
    )
    merge.add_argument("kept", help="the number of the member who stays")
    merge.add_argument("gone", help="the number that will mean her from now on")
    merge.add_argument("--reason", default="same_person", help="a word, as the manual lists them")
    merge.add_argument("--commit", action="store_true", help="make them one")
    undo = central_action(
        actions, common, "unmerge-members", _unmerge, "take a merge back while nothing has moved"
    )
    undo.add_argument("merge", help="its id, as merge-members told it")


def _index(options: argparse.Namespace) -> Answer:
    from posapp.central.searching import indexing

    return indexing.index_members(options.data)


def _duplicates(options: argparse.Namespace) -> Answer:
    from posapp.central.merging import commands

    return commands.duplicates(options.data)


def _merge(options: argparse.Namespace) -> Answer:
    from posapp.central.merging import commands

    return commands.merge_two(
        options.data,
        kept=options.kept,
        gone=options.gone,
        reason=options.reason,
        commit=options.commit,
    )


def _unmerge(options: argparse.Namespace) -> Answer:
    from posapp.central.merging import commands

    return commands.undo_merge(options.data, merge_id=options.merge)


def _import(options: argparse.Namespace) -> Answer:
    from posapp.central.exchange import commands

    return commands.bring_in(
        options.data,
        options.file,
        name=options.name,
        words=options.map,
        mapping=options.mapping,
        commit=options.commit,
        leave_out=options.leave_out_wrong,
        report=options.report,
        say=_say(options),
        fields=options.fields,
    )


def _say(options: argparse.Namespace) -> Callable[[RowError], str]:
    """A row's trouble in the language of the terminal."""
    import os

    from posapp.errors import PosError
    from posapp.ui.console import Console, language_of

    console = Console(getattr(options, "lang", None) or language_of(os.environ))
    return lambda each: console.sentence(PosError(each.key, **dict(each.params)))


def _template(options: argparse.Namespace) -> Answer:
    from posapp.central.exchange import commands

    return commands.template(options.to, options.fields)


def _export(options: argparse.Namespace) -> Answer:
    import getpass

    from posapp.central.exchange import commands

    return commands.bring_out(
        options.data,
        options.to,
        status=options.status,
        tier=options.tier,
        since=options.since,
        until=options.until,
        staff_number=options.open_as,
        note=options.note,
        fields=options.fields,
        ask_pin=getpass.getpass,
    )
