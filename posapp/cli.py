"""The command line for operators: parses, hands on, and turns the outcome into an exit code."""

from __future__ import annotations

import argparse
import io
import json
import os
import sys
from collections.abc import Callable, Sequence
from enum import IntEnum
from pathlib import Path
from typing import TYPE_CHECKING

from posapp import __version__
from posapp.errors import OutcomeUnknown, PosError, Refused, Unavailable
from posapp.verbs.keys import add_key_verbs, add_release
from posapp.verbs.leases import add_lease_actions
from posapp.verbs.member_page import add_member_page_actions
from posapp.verbs.members import add_member_actions
from posapp.verbs.packs import add_pack_actions
from posapp.verbs.payments import add_pay_actions
from posapp.verbs.people import add_people_actions
from posapp.verbs.points import add_points_actions
from posapp.verbs.privacy import add_privacy_actions
from posapp.verbs.reports import add_report_actions
from posapp.verbs.service_centre import add_service_actions
from posapp.verbs.tenders import add_tender_actions

if TYPE_CHECKING:
    from posapp.ui.console import Console

Answer = dict[str, object]
Command = Callable[[argparse.Namespace], Answer]
KEYS = ("keyring", "file", "recovery", "sample")


class Exit(IntEnum):
    """Exit codes, stable: scripts depend on them."""

    OK = 0
    FAILED_CHECK = 1
    USAGE = 2
    REFUSED = 3
    UNAVAILABLE = 4
    UNKNOWN = 5
    STOPPED = 130


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command. Returns the exit code; prints its answer, as JSON with `--json`."""
    _let_any_word_be_printed()
    options = _parser().parse_args(arguments)
    command: Command = options.command
    try:
        answer = command(options)
    except PosError as error:
        return _report(error, options)
    except KeyboardInterrupt:
        return Exit.STOPPED
    except OSError as error:
        return _report(_file_trouble(error), options)
    failed = bool(answer.pop("failed", False))
    _print(answer, options)
    return Exit.FAILED_CHECK if failed else Exit.OK


def _let_any_word_be_printed() -> None:
    """A terminal that lacks Chinese shows question marks; printing must not fail over it."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="posapp", description="Point of sale and member service")
    parser.add_argument("--version", action="version", version=__version__)
    common = argparse.ArgumentParser(add_help=False)
    common.add_argument("--json", action="store_true", help="answer as JSON")
    verbs = parser.add_subparsers(required=True, metavar="COMMAND")
    _add_till(verbs, common)
    _add_till_keeping(verbs, common)
    add_key_verbs(verbs, common)
    _add_central(verbs, common)
    _add_import(verbs, common)
    _add_replay(verbs, common)
    _add_journal(verbs, common)
    _add_doctor(verbs, common)
    _add_demo(verbs, common)
    return parser


if TYPE_CHECKING:
    Verbs = argparse._SubParsersAction[argparse.ArgumentParser]


def _add_till(verbs: Verbs, common: argparse.ArgumentParser) -> None:
    till = verbs.add_parser("till", parents=[common], help="open the till")
    till.add_argument("--data", type=Path, help="data folder (default: the user's own)")
    till.add_argument(
        "--central", metavar="URL", help="enrol this till at a central; asks for the one-time code"
    )
    till.add_argument(
        "--keys",
        choices=["keyring", "file", "recovery"],
        default="keyring",
        help="where the keys are kept",
    )
    till.add_argument(
        "--recovery", action="store_true", help="make a recovery secret and print it, once"
    )
    till.add_argument("--lang", choices=["zh_CN", "zh_TW", "en"])
    till.set_defaults(command=_till)


def _add_till_keeping(verbs: Verbs, common: argparse.ArgumentParser) -> None:
    for name, command, words in (
        ("till-backup", _till_backup, "a verified copy of a closed till's database"),
        ("till-restore", _till_restore, "put a backup back; the black box adds what came later"),
        ("till-may-leave", _till_may_leave, "may this till be updated or exchanged now?"),
        ("till-new-key", _till_new_key, "a new device key for a closed till; every 90 days"),
        ("till-wipe", _till_wipe, "delete a till's files; refused while entries wait"),
    ):
        verb = verbs.add_parser(name, parents=[common], help=words)
        verb.add_argument("--data", type=Path, help="the till's data folder")
        verb.add_argument("--keys", choices=KEYS, default="keyring")
        verb.set_defaults(command=command)
        match name:
            case "till-backup":
                verb.add_argument("--to", type=Path, help="a folder (default: as the settings say)")
            case "till-restore":
                verb.add_argument("backup", type=Path, help="the backup's file")
            case "till-wipe":
                verb.add_argument(
                    "--keys-lost",
                    action="store_true",
                    help="nothing opens the data any more: move it aside, delete nothing",
                )


def _add_central(verbs: Verbs, common: argparse.ArgumentParser) -> None:
    central = verbs.add_parser("central", help="the member system")
    actions = central.add_subparsers(required=True, metavar="ACTION")
    for name, command, words in (
        ("serve", _central_serve, "answer tills"),
        ("init", _central_init, "make an empty database"),
        ("enrol-code", _central_enrol_code, "a one-time code for a new till"),
        ("backup", _central_backup, "a verified copy of the database"),
        (
            "prune",
            _central_prune,
            "what time alone changes: old deletions, tags, gift value; run it daily",
        ),
        ("cases", _central_cases, "what waits for a person: cases and the quarantine"),
        ("reapply", _central_reapply, "apply a fact of the quarantine under its own id"),
        ("close-case", _central_close_case, "a person has dealt with a case"),
        ("revoke", _central_revoke, "answer a lost or stolen till no more"),
        ("take-export", _central_take_export, "take the entries of a till's sealed file"),
        ("restore", _central_restore, "put a backup in the database's place; stop central first"),
    ):
        action = actions.add_parser(name, parents=[common], help=words)
        action.add_argument("--data", type=Path, required=True, help="central's data folder")
        action.set_defaults(command=command)
        _central_options(name, action)
    add_lease_actions(actions, common)
    add_member_actions(actions, common)
    add_pack_actions(actions, common)
    add_pay_actions(actions, common)
    add_people_actions(actions, common)
    add_member_page_actions(actions, common)
    add_points_actions(actions, common)
    add_service_actions(actions, common)
    add_privacy_actions(actions, common)
    add_tender_actions(actions, common)
    add_report_actions(actions, common)
    add_release(actions, common)


def _central_options(name: str, action: argparse.ArgumentParser) -> None:
    match name:
        case "serve":
            action.add_argument("--host", default="127.0.0.1")
            action.add_argument(
                "--port", type=int, default=8420, help="0 takes a free one and prints it"
            )
            action.add_argument(
                "--with-parent", action="store_true", help="end when standard input closes"
            )
            action.add_argument(
                "--workers",
                type=int,
                choices=range(1, 65),
                default=1,
                metavar="N",
                help="processes; more than one on PostgreSQL",
            )
            action.add_argument(
                "--sms-spool", type=Path, help="write messages to this file instead of a gateway"
            )
        case "init":
            action.add_argument(
                "--sample", action="store_true", help="fill it with the sample park"
            )
        case "enrol-code":
            action.add_argument("--shop", required=True, help="the shop's code")
            action.add_argument("--till", required=True, help="the till's code, for example A03")
        case "backup":
            action.add_argument("--to", type=Path, required=True, help="the file to write")
        case "cases":
            action.add_argument("--event", default="", help="show this fact with its raw body")
        case "reapply":
            action.add_argument("event", help="the fact's id")
            action.add_argument("--note", required=True, help="what was wrong and is mended")
            action.add_argument("--body", type=Path, help="a file with the corrected body")
        case "close-case":
            action.add_argument("case", help="the case's id")
            action.add_argument("--note", required=True, help="what was found and done")
        case "revoke":
            action.add_argument("till", help="the till's code, for example A03")
            action.add_argument("--note", required=True, help="why")
        case "take-export":
            action.add_argument("file", type=Path, help="the till's file")
            action.add_argument("--note", required=True, help="why it comes as a file")
        case "restore":
            action.add_argument("backup", type=Path, help="the backup's file")
            action.add_argument(
                "--forgotten", type=Path, help="a copy of the list of destroyed keys"
            )


def _add_import(verbs: Verbs, common: argparse.ArgumentParser) -> None:
    imports = verbs.add_parser("import", help="bring data in")
    kinds = imports.add_subparsers(required=True, metavar="KIND")
    catalogue = kinds.add_parser(
        "catalogue", parents=[common], help="products from a CSV file; a dry run unless --commit"
    )
    catalogue.add_argument("file", type=Path)
    catalogue.add_argument("--data", type=Path, required=True, help="central's data folder")
    catalogue.add_argument("--commit", action="store_true", help="write it, all or nothing")
    catalogue.set_defaults(command=_import_catalogue)


def _add_replay(verbs: Verbs, common: argparse.ArgumentParser) -> None:
    replay = verbs.add_parser("replay", parents=[common], help="ring a real year's baskets")
    replay.add_argument("source", choices=["complete-journey"])
    replay.add_argument("--baskets", type=int, default=2_000)
    replay.add_argument(
        "--offline-every",
        type=int,
        default=0,
        metavar="K",
        help="cut the link for every K-th basket",
    )
    replay.add_argument("--data", type=Path, help="keep the files here")
    replay.add_argument("--resume", action="store_true", help="go on where a killed replay stopped")
    replay.set_defaults(command=_replay)


def _add_journal(verbs: Verbs, common: argparse.ArgumentParser) -> None:
    journal = verbs.add_parser("journal", help="what this till did")
    actions = journal.add_subparsers(required=True, metavar="ACTION")
    verify = actions.add_parser(
        "verify", parents=[common], help="recompute the chain and compare the black box"
    )
    verify.add_argument("--data", type=Path, help="the till's data folder")
    verify.add_argument("--keys", choices=KEYS, default="keyring")
    verify.set_defaults(command=_journal_verify)
    export = actions.add_parser(
        "export", parents=[common], help="what waits to be sent, as a file that only central opens"
    )
    export.add_argument("--sealed", action="store_true", required=True, help="the only way it is")
    export.add_argument("--to", type=Path, required=True, help="the file to write")
    export.add_argument("--data", type=Path, help="the till's data folder")
    export.add_argument("--keys", choices=KEYS, default="keyring")
    export.set_defaults(command=_journal_export)


def _add_doctor(verbs: Verbs, common: argparse.ArgumentParser) -> None:
    doctor = verbs.add_parser("doctor", parents=[common], help="is this machine fit to sell?")
    doctor.add_argument("--data", type=Path, help="the till's data folder")
    doctor.add_argument("--keys", choices=KEYS, help="open the database with them")
    doctor.set_defaults(command=_doctor)


def _add_demo(verbs: Verbs, common: argparse.ArgumentParser) -> None:
    demo = verbs.add_parser(
        "demo", parents=[common], help="a sample park with everything simulated"
    )
    demo.add_argument("--role", choices=["cashier", "service", "manager"], default="cashier")
    demo.add_argument("--lang", choices=["zh_CN", "zh_TW", "en"], default="zh_CN")
    demo.add_argument("--offline", action="store_true", help="start with central out of reach")
    demo.add_argument("--data", type=Path, help="keep the data here")
    demo.add_argument("--headless", action="store_true", help="drive a whole day by keys and leave")
    demo.add_argument("--out", type=Path, help="where the headless day leaves its evidence")
    demo.set_defaults(command=_demo)


def _till(options: argparse.Namespace) -> Answer:
    from posapp.app.run import run_till

    return run_till(
        data=options.data,
        central_url=options.central,
        keys=options.keys,
        language=options.lang,
        tell_secret=_tell_secret if options.recovery else None,
    )


def _tell_secret(secret: str) -> None:
    print(f"恢复密语 / Recovery secret: {secret}")


def _till_backup(options: argparse.Namespace) -> Answer:
    from posapp.operating import back_up_till

    return back_up_till(data=options.data, keys=options.keys, to=options.to)


def _till_restore(options: argparse.Namespace) -> Answer:
    from posapp.operating import restore_till

    return restore_till(data=options.data, keys=options.keys, backup=options.backup)


def _till_may_leave(options: argparse.Namespace) -> Answer:
    from posapp.operating import may_leave

    return may_leave(data=options.data, keys=options.keys)


def _till_new_key(options: argparse.Namespace) -> Answer:
    from posapp.operating import renew_key

    return renew_key(data=options.data, keys=options.keys)


def _till_wipe(options: argparse.Namespace) -> Answer:
    from posapp.operating import wipe_till

    return wipe_till(data=options.data, keys=options.keys, keys_lost=options.keys_lost)


def _central_serve(options: argparse.Namespace) -> Answer:
    from posapp.central import commands

    commands.serve(
        data=options.data,
        host=options.host,
        port=options.port,
        with_parent=options.with_parent,
        sms_spool=options.sms_spool,
        workers=options.workers,
    )
    return {}


def _central_init(options: argparse.Namespace) -> Answer:
    from posapp.central import commands

    return commands.init(data=options.data, sample=options.sample)


def _central_enrol_code(options: argparse.Namespace) -> Answer:
    from posapp.central import commands

    return commands.enrol_code(data=options.data, shop=options.shop, till=options.till)


def _central_backup(options: argparse.Namespace) -> Answer:
    from posapp.central import commands

    return commands.backup(data=options.data, to=options.to)


def _central_prune(options: argparse.Namespace) -> Answer:
    from posapp.central import commands

    return commands.prune(data=options.data)


def _central_restore(options: argparse.Namespace) -> Answer:
    from posapp.central import commands

    return commands.restore(data=options.data, backup=options.backup, forgotten=options.forgotten)


def _central_cases(options: argparse.Namespace) -> Answer:
    from posapp.central import case_commands

    return case_commands.cases(data=options.data, event_id=options.event)


def _central_reapply(options: argparse.Namespace) -> Answer:
    from posapp.central import case_commands

    return case_commands.reapply(
        data=options.data, event_id=options.event, note=options.note, body=options.body
    )


def _central_close_case(options: argparse.Namespace) -> Answer:
    from posapp.central import case_commands

    return case_commands.close(data=options.data, case_id=options.case, note=options.note)


def _central_revoke(options: argparse.Namespace) -> Answer:
    from posapp.central import case_commands

    return case_commands.revoke_till(data=options.data, till=options.till, note=options.note)


def _central_take_export(options: argparse.Namespace) -> Answer:
    from posapp.central import case_commands

    return case_commands.take(data=options.data, file=options.file, note=options.note)


def _import_catalogue(options: argparse.Namespace) -> Answer:
    from posapp.central import commands

    return commands.import_catalogue(data=options.data, file=options.file, commit=options.commit)


def _replay(options: argparse.Namespace) -> Answer:
    from posapp.replay.command import replay

    return replay(
        source=options.source,
        baskets=options.baskets,
        offline_every=options.offline_every,
        data=options.data,
        resume=options.resume,
        tell=lambda words: print(words, file=sys.stderr),
    )


def _journal_verify(options: argparse.Namespace) -> Answer:
    from posapp.operating import verify_journal

    return verify_journal(data=options.data, keys=options.keys)


def _journal_export(options: argparse.Namespace) -> Answer:
    from posapp.operating import export_journal

    return export_journal(data=options.data, keys=options.keys, to=options.to)


def _doctor(options: argparse.Namespace) -> Answer:
    from posapp.operating import examine

    return examine(data=options.data, keys=options.keys)


def _demo(options: argparse.Namespace) -> Answer:
    from posapp.demo.launch import demo

    return demo(
        role=options.role,
        language=options.lang,
        offline=options.offline,
        data=options.data,
        headless=options.headless,
        out=options.out,
    )


def _file_trouble(error: OSError) -> PosError:
    """A path that the operator named, or the disk below it, as one of our own errors."""
    name = str(error.filename or "")
    return Unavailable("system.file_trouble", name=name, reason=error.strerror or str(error))


def _report(error: PosError, options: argparse.Namespace) -> int:
    body: Answer = {"error": {"key": error.key, "params": error.params}}
    if options.json:
        _print(body, options)
    else:
        print(_console(options).sentence(error), file=sys.stderr)
    match error:
        case Refused():
            return Exit.REFUSED
        case Unavailable():
            return Exit.UNAVAILABLE
        case OutcomeUnknown():
            return Exit.UNKNOWN
        case _:
            raise error


def _print(answer: Answer, options: argparse.Namespace) -> None:
    if not answer and not options.json:
        return
    console = _console(options)
    worded = console.worded(answer)
    if options.json:
        print(json.dumps(worded, ensure_ascii=False, indent=2))
    else:
        from posapp.ui.console import as_text

        print(as_text(worded))


def _console(options: argparse.Namespace) -> Console:
    from posapp.ui.console import Console, language_of

    return Console(getattr(options, "lang", None) or language_of(os.environ))
