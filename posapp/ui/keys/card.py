"""The key card, made from the live map: for paper, for a file."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from PySide6.QtCore import QMarginsF, QSizeF
from PySide6.QtGui import QGuiApplication, QPageLayout, QPageSize, QPdfWriter, QTextDocument

from posapp.domain.receipt_keys import key_card
from posapp.ui.i18n import tr

if TYPE_CHECKING:
    from pathlib import Path

    from posapp.domain.receipt import Receipt
    from posapp.domain.receipt_keys import Section
    from posapp.ui.keymap import KeyMap


def sections(keymap: KeyMap) -> tuple[Section, ...]:
    """Screen by screen; what counts everywhere is told once, at the first."""
    told: set[tuple[str, str]] = set()
    out: list[Section] = []
    for context, title in screen_titles().items():
        rows = [(row.text, " ".join(row.keys)) for row in keymap.help_rows(context)]
        new = tuple(row for row in rows if row not in told)
        told.update(rows)
        if new:
            out.append((title, new))
    return tuple(out)


def screen_titles() -> dict[str, str]:
    """The screens that have keys of their own."""
    return {
        "sell": tr("收银"),
        "pay": tr("收款"),
        "member": tr("会员"),
        "list": tr("列表"),
        "page": tr("其他页面"),
    }


def paper(keymap: KeyMap, note: str) -> Receipt:
    return key_card(tr("键位卡"), note, sections(keymap))


def write_pdf(path: Path, keymap: KeyMap, note: str) -> None:
    """A page of A4 with two columns. UI thread. Raises OSError where no file can be written."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("ab"):
        pass
    writer = QPdfWriter(str(path))
    writer.setPageLayout(
        QPageLayout(
            QPageSize(QPageSize.PageSizeId.A4),
            QPageLayout.Orientation.Portrait,
            QMarginsF(12, 12, 12, 12),
            QPageLayout.Unit.Millimeter,
        )
    )
    writer.setTitle(tr("键位卡"))
    writer.setResolution(96)
    document = QTextDocument()
    document.setDefaultFont(QGuiApplication.font())
    document.setHtml(html(sections(keymap), note))
    document.setPageSize(QSizeF(writer.width(), writer.height()))
    document.print_(writer)


def html(parts: tuple[Section, ...], note: str) -> str:
    """The card as a page of text."""
    body = "".join(
        f"<h3>{escape(title)}</h3><table width='100%'>{''.join(_row(*row) for row in rows)}</table>"
        for title, rows in parts
    )
    return f"<h2>{escape(tr('键位卡'))}</h2><p>{escape(note)}</p>{body}"


def _row(text: str, keys: str) -> str:
    return f"<tr><td width='60%'>{escape(text)}</td><td><b>{escape(keys)}</b></td></tr>"
