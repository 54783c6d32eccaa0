"""What every paper begins and ends with: whose shop, which till, who, when, and which member."""

from __future__ import annotations

from dataclasses import dataclass

from posapp.domain.own_codes import receipt_code
from posapp.domain.receipt import Align, Block, Cell, Columns, Pair, Qr, Rule, Style, Text
from posapp.domain.receipt_figures import amount
from posapp.domain.receipt_words import Words


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperHead:
    """Facts of the place and moment; `at` and `zone` are text in the shop's time zone."""

    language: str
    brand: str
    shop: str
    till: str
    cashier: str
    at: str
    zone: str = ""
    return_days: int = 7


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperMember:
    """The member as paper may show her: masked. Balances are None where the till has none.

    `value_before` is principal and bonus, minor units; `points_from` the day new points count from.
    """

    name: str
    tier: str
    phone: str
    value_before: tuple[int, int] | None = None
    points_before: int | None = None
    points_from: str = ""


def head(paper: PaperHead, number: str, title: str = "") -> list[Block]:
    """The shop, an optional title, and two rows that find this paper again."""
    words = Words(paper.language)
    blocks: list[Block] = [
        Text(text=paper.brand, align=Align.CENTER, style=Style.TITLE),
        Text(text=paper.shop, align=Align.CENTER),
    ]
    if title:
        blocks.append(Text(text=title, align=Align.CENTER, style=Style.BOLD))
    blocks.append(Pair(left=f"{words('receipt_number')} {number}", right=till_name(paper)))
    blocks.append(Pair(left=paper.at, right=paper.cashier))
    return blocks


def till_name(paper: PaperHead) -> str:
    return f"{Words(paper.language)('till')} {paper.till}"


def member_row(words: Words, member: PaperMember) -> list[Block]:
    """Her masked name and tier, and her masked phone."""
    name = "  ".join(part for part in (member.name, words.tier(member.tier)) if part)
    left = f"{words('member')} {name}".rstrip()
    return [Rule(), Pair(left=left, right=member.phone, style=Style.BOLD)]


def return_code(words: Words, number: str) -> Qr:
    """The QR code that finds this sale again, with what it is for."""
    return Qr(data=receipt_code(number), caption=words("return_verb"), notes=(number,))


def table_cells(texts: tuple[str, ...]) -> tuple[Cell, ...]:
    """A row of a table: the name at the left, figures at the right."""
    return tuple(
        Cell(text=text, align=Align.RIGHT if place else Align.LEFT)
        for place, text in enumerate(texts)
    )


def value_table(
    words: Words, rows: tuple[tuple[str, int, int], ...], heading: str = "stored_value"
) -> list[Block]:
    """Stored value as principal, bonus and both, row by row; the last row is bold."""
    shares = (12, 12, 11, 13)
    names = ("", words("principal"), words("bonus"), words("both"))
    blocks: list[Block] = [
        Text(text=words(heading), style=Style.BOLD),
        Columns(cells=table_cells(names), shares=shares, style=Style.NOTE),
    ]
    for place, (name, principal, bonus) in enumerate(rows):
        figures = (name, amount(principal), amount(bonus), amount(principal + bonus))
        style = Style.BOLD if place == len(rows) - 1 else Style.BODY
        blocks.append(Columns(cells=table_cells(figures), shares=shares, style=style))
    return blocks
