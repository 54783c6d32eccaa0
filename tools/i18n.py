"""Collects the program's texts, fills in their translations from the tables, and compiles them.

`update` rewrites resources/i18n/posapp_*.ts from the code and resources/i18n/strings/*.csv;
`release` runs update and compiles the .qm files; `check` only tells what is missing.
"""

from __future__ import annotations

import ast
import csv
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from xml.sax.saxutils import escape

ROOT = Path(__file__).resolve().parents[1]
FOLDER = ROOT / "resources" / "i18n"
LANGUAGES = ("zh_CN", "zh_TW", "en")
CONTEXT = "posapp"
COLUMNS = ["source", "comment", "zh_TW", "en"]


@dataclass(frozen=True, order=True)
class Text:
    context: str
    source: str
    comment: str = ""


def collect(package: Path) -> set[Text]:
    """Every translatable literal in the code below a folder."""
    found: set[Text] = set()
    for path in sorted(package.rglob("*.py")):
        found |= texts_in(path.read_text("utf-8"), str(path))
    return found


def texts_in(code: str, where: str = "") -> set[Text]:
    found: set[Text] = set()
    for node in ast.walk(ast.parse(code)):
        if not isinstance(node, ast.Call):
            continue
        match called_name(node.func):
            case "tr":
                literals = [literal(arg, where) for arg in node.args[:2]]
                comments = [literal(k.value, where) for k in node.keywords if k.arg == "comment"]
                found.add(Text(CONTEXT, literals[0], (literals[1:] + comments + [""])[0]))
            case "QT_TRANSLATE_NOOP":
                found.add(Text(literal(node.args[0], where), literal(node.args[1], where)))
            case _:
                pass
    return found


def called_name(node: ast.expr) -> str:
    if isinstance(node, ast.Name):
        return node.id
    return ""


def literal(node: ast.expr, where: str) -> str:
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return node.value
    message = f"{where}:{node.lineno}: a translatable text must be a literal"
    raise SystemExit(message)


def load_tables(folder: Path) -> tuple[dict[tuple[str, str], tuple[str, str]], list[str]]:
    """(source, comment) -> (zh_TW, en) from all tables, and what is wrong with them."""
    rows: dict[tuple[str, str], tuple[str, str]] = {}
    problems: list[str] = []
    for path in sorted(folder.glob("*.csv")):
        with path.open(encoding="utf-8", newline="") as lines:
            reader = csv.DictReader(lines)
            if reader.fieldnames != COLUMNS:
                problems.append(f"{path.name}: the columns must be {','.join(COLUMNS)}")
                continue
            for row in reader:
                key = (row["source"], row["comment"] or "")
                value = (row["zh_TW"] or "", row["en"] or "")
                if rows.setdefault(key, value) != value:
                    problems.append(
                        f"{path.name}: {row['source']!r} is translated differently elsewhere"
                    )
    return rows, problems


def translations(text: Text, tables: dict[tuple[str, str], tuple[str, str]]) -> dict[str, str]:
    found = tables.get((text.source, text.comment)) or tables.get((text.source, "")) or ("", "")
    return {"zh_CN": text.source, "zh_TW": found[0], "en": found[1]}


def ts_document(
    language: str, texts: set[Text], tables: dict[tuple[str, str], tuple[str, str]]
) -> str:
    lines = [
        '<?xml version="1.0" encoding="utf-8"?>',
        "<!DOCTYPE TS>",
        f'<TS version="2.1" language="{language}" sourcelanguage="zh_CN">',
    ]
    for context in sorted({text.context for text in texts}):
        lines += ["<context>", f"    <name>{context}</name>"]
        for text in sorted(t for t in texts if t.context == context):
            lines += message(text, translations(text, tables)[language])
        lines.append("</context>")
    lines.append("</TS>")
    return "\n".join(lines) + "\n"


def message(text: Text, translation: str) -> list[str]:
    lines = ["    <message>", f"        <source>{escape(text.source)}</source>"]
    if text.comment:
        lines.append(f"        <comment>{escape(text.comment)}</comment>")
    state = "" if translation else ' type="unfinished"'
    lines += [f"        <translation{state}>{escape(translation)}</translation>", "    </message>"]
    return lines


def missing(texts: set[Text], tables: dict[tuple[str, str], tuple[str, str]]) -> list[Text]:
    return sorted(text for text in texts if not all(translations(text, tables).values()))


def update(folder: Path = FOLDER) -> list[str]:
    """Write the .ts files; returns what is wrong or missing."""
    texts = collect(ROOT / "posapp")
    tables, problems = load_tables(FOLDER / "strings")
    for language in LANGUAGES:
        (folder / f"posapp_{language}.ts").write_text(ts_document(language, texts, tables), "utf-8")
    return problems + [
        f"not translated: {text.source} {text.comment}".rstrip() for text in missing(texts, tables)
    ]


def compile_all(folder: Path = FOLDER, languages: tuple[str, ...] = LANGUAGES) -> None:
    from PySide6 import __file__ as pyside

    tool = Path(pyside).parent / ("lrelease.exe" if sys.platform == "win32" else "lrelease")
    for language in languages:
        ts = folder / f"posapp_{language}.ts"
        command = [str(tool), "-silent", str(ts), "-qm", str(ts.with_suffix(".qm"))]
        subprocess.run(command, check=True)


def main(words: list[str]) -> int:
    verb = words[0] if words else "release"
    if verb not in ("update", "release", "check"):
        print(__doc__)
        return 2
    if verb == "check":
        tables, problems = load_tables(FOLDER / "strings")
        problems += [
            f"not translated: {text.source}" for text in missing(collect(ROOT / "posapp"), tables)
        ]
    else:
        problems = update()
    if verb == "release":
        compile_all()
    for problem in problems:
        print(problem)
    return 1 if problems else 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
