"""A member's data as a file for her to take away: the same once for programs, once for people."""

from __future__ import annotations

import io
import zipfile
from typing import TYPE_CHECKING, Final

from markupsafe import Markup

from posapp.central.member_page.own_data import as_file
from posapp.central.member_page.word_table import ROWS
from posapp.central.member_page.words import PageWords

if TYPE_CHECKING:
    from posapp.central.member_page.own_data import Data, Row
    from posapp.central.view import View

FOR_PROGRAMS: Final = "my-data.json"
FOR_PEOPLE: Final = "my-data.html"
_MONEY: Final = frozenset({"principal", "bonus", "held", "net", "tax"})
_GROUPS: Final = {"kind": ("posting",), "purpose": ("consent",), "account": ("account",)}
"""Where the words of a column's codes stand besides its own."""
_PAGE: Final = Markup(
    '<!doctype html>\n<html lang="{tag}">\n<head>\n<meta charset="utf-8">\n'
    '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
    "<title>{title}</title>\n<style>{style}</style>\n</head>\n<body>\n<h1>{title}</h1>\n"
    "<p>{kept_by}</p>\n{sections}\n</body>\n</html>\n"
)
_STYLE: Final = Markup(
    "body{font:16px/1.5 sans-serif;margin:2em auto;max-width:60em;padding:0 1em}"
    "table{border-collapse:collapse;margin-bottom:2em}"
    "th,td{border:1px solid #7c8794;padding:.3em .6em;text-align:left;vertical-align:top}"
)


def archive_of(view: View, data: Data, language: str) -> bytes:
    """A ZIP file, made in memory: nothing of her touches a disk of central's."""
    words = PageWords(language, view.tenant.zone, view.tenant.currency)
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(FOR_PROGRAMS, as_file(view, data))
        archive.writestr(FOR_PEOPLE, str(for_people(view, data, words)))
    return made.getvalue()


def for_people(view: View, data: Data, words: PageWords) -> Markup:
    """All sections as tables, escaped; opens in any browser without a network."""
    sections = Markup("\n").join(_section(words, name, rows) for name, rows in data.items())
    return _PAGE.format(
        tag=words.tag,
        title=words("data"),
        style=_STYLE,
        kept_by=f"{view.tenant.name}, {words.time(view.now_ms)}",
        sections=sections,
    )


def _section(words: PageWords, name: str, rows: list[Row]) -> Markup:
    key = f"section.{name}"
    title = words(key) if key in ROWS else name
    heading = Markup("<h2>{}</h2>").format(title)
    if not rows:
        return heading + Markup("<p>{}</p>").format(words("data.empty"))
    cell, head, line = Markup("<td>{}</td>"), Markup("<th>{}</th>"), Markup("<tr>{}</tr>\n")
    titles = Markup("").join(head.format(_title(words, column)) for column in rows[0])
    lines = Markup("").join(
        line.format(Markup("").join(cell.format(_text(words, *each)) for each in row.items()))
        for row in rows
    )
    return heading + Markup("<table><tr>{}</tr>\n{}</table>").format(titles, lines)


def _title(words: PageWords, column: str) -> str:
    key = f"field.{column}"
    return words(key) if key in ROWS else column


def _text(words: PageWords, column: str, value: object) -> str:
    if isinstance(value, bool):
        return words("data.yes") if value else words("data.no")
    if isinstance(value, int):
        return words.money(value) if column in _MONEY else words.count(value)
    if isinstance(value, list | tuple):
        return ", ".join(map(str, value))
    if isinstance(value, dict):
        return "; ".join(f"{_title(words, name)}: {text}" for name, text in value.items())
    if column == "tier":
        return words.tier(str(value))
    groups = (f"value.{column}", *_GROUPS.get(column, ()))
    coded = (f"{group}.{value}" for group in groups)
    return next((words(key) for key in coded if key in ROWS), str(value or ""))
