"""The frame of every page and its small parts; whatever is filled into markup is escaped."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Final

from markupsafe import Markup

from posapp.central.member_page.site import ROOT
from posapp.central.member_page.visit import FORM_FIELD
from posapp.central.member_page.words import own_names
from posapp.paths import resource

if TYPE_CHECKING:
    from collections.abc import Iterable

    from posapp.central.member_page.own_code import Picture
    from posapp.central.member_page.visit import Visit
    from posapp.central.member_page.words import PageWords

STYLE: Final = f"{ROOT}/page.css"
SCRIPT: Final = f"{ROOT}/page.js"

_TABS: Final = (
    ("code", "", "qr"),
    ("coupons", "/coupons", "coupon"),
    ("statement", "/statement", "receipt"),
    ("me", "/me", "badge"),
)

_FRAME: Final = Markup("""<!doctype html>
<html lang="{tag}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="robots" content="noindex, nofollow">
<title>{title} - {brand}</title>
<link rel="stylesheet" href="{style}">
{head}</head>
<body>
<a class="skip" href="#main">{skip}</a>
<header class="top"><p class="brand">{brand}</p>{languages}</header>
<main id="main">
{body}
</main>
{tabs}</body>
</html>
""")
_TAB: Final = Markup('<a href="{path}"{current}>{icon}<span>{name}</span></a>')
_NAV: Final = Markup('<nav class="tabs" aria-label="{menu}">{tabs}</nav>\n')
_LANGUAGES: Final = Markup('<nav class="languages" aria-label="{name}">{links}</nav>')
_LANGUAGE: Final = Markup(
    '<a href="?lang={code}" lang="{tag}" hreflang="{tag}"{current}>{name}</a>'
)
_CURRENT: Final = Markup(' aria-current="page"')
_CARD: Final = Markup('<section class="card"{label}>{body}</section>')
_FORM: Final = Markup(
    '<form method="post" action="{action}"{label}>'
    '<input type="hidden" name="{field}" value="{token}">{body}</form>'
)
_NOTE: Final = Markup('<p class="note {kind}" role="{role}">{text}</p>')
_PICTURE: Final = Markup(
    '<svg class="qr" viewBox="0 0 {size} {size}" role="img" aria-label="{label}" '
    'shape-rendering="crispEdges"><rect width="{size}" height="{size}" fill="#fff"/>'
    '<path d="{path}" fill="#000"/></svg>'
)
NOTHING: Final = Markup("")


def frame(
    visit: Visit, title: str, body: Markup, *, tab: str = "", head: Markup = NOTHING
) -> Markup:
    """A whole page; with `tab` the bar of tabs below it."""
    return bare(
        visit.words,
        title,
        body,
        brand=visit.site.brand,
        head=head,
        tabs=_tabs(visit, tab) if tab else NOTHING,
    )


def bare(
    words: PageWords,
    title: str,
    body: Markup,
    *,
    brand: str,
    head: Markup = NOTHING,
    tabs: Markup = NOTHING,
) -> Markup:
    return _FRAME.format(
        tag=words.tag,
        title=title,
        brand=brand,
        style=STYLE,
        head=head,
        skip=words("skip"),
        languages=_languages(words),
        body=body,
        tabs=tabs,
    )


def card(*parts: Markup, label: str = "") -> Markup:
    """`label` is the id of its heading."""
    named = Markup(' aria-labelledby="{}"').format(label) if label else NOTHING
    return _CARD.format(label=named, body=joined(parts))


def form(visit: Visit, place: str, *parts: Markup, label: str = "") -> Markup:
    """A form that posts to a place of this page and proves where it came from."""
    named = Markup(' aria-label="{}"').format(label) if label else NOTHING
    return _FORM.format(
        action=visit.site.path + place,
        label=named,
        field=FORM_FIELD,
        token=visit.form_token(),
        body=joined(parts),
    )


def heading(text: str, *, mark: str = "", level: int = 2) -> Markup:
    named = Markup(' id="{}"').format(mark) if mark else NOTHING
    if level == 1:
        return Markup("<h1{}>{}</h1>").format(named, text)
    return Markup("<h2{}>{}</h2>").format(named, text)


def words_line(text: str, kind: str = "") -> Markup:
    return Markup('<p class="{}">{}</p>').format(kind, text) if kind else _plain(text)


def _plain(text: str) -> Markup:
    return Markup("<p>{}</p>").format(text)


def button(text: str, kind: str = "primary") -> Markup:
    return Markup('<button class="{}">{}</button>').format(kind, text)


def link(path: str, text: str, kind: str = "") -> Markup:
    return Markup('<a class="{}" href="{}">{}</a>').format(kind, path, text)


def note(text: str, kind: str = "told") -> Markup:
    """A sentence at the top: `told`, `warn` or `wrong`; screen readers say it."""
    role = "alert" if kind == "wrong" else "status"
    return _NOTE.format(kind=kind, role=role, text=text)


def pairs(rows: Iterable[tuple[str, str]]) -> Markup:
    """Names with their values."""
    row = Markup("<div><dt>{}</dt><dd>{}</dd></div>")
    return Markup("<dl>{}</dl>").format(joined(row.format(*each) for each in rows))


def picture(drawn: Picture, label: str) -> Markup:
    return _PICTURE.format(size=drawn.size, path=drawn.path, label=label)


def joined(parts: Iterable[Markup]) -> Markup:
    return Markup("\n").join(parts)


@lru_cache(maxsize=16)
def icon(name: str) -> Markup:
    """A shipped drawing as part of the page, silent for screen readers."""
    drawn = resource(f"icons/{name}.svg").read_text("utf-8")
    silent = drawn.replace("<svg ", '<svg class="icon" aria-hidden="true" ', 1)
    return Markup(silent)  # noqa: S704  # our own file, no text of anybody's


def _tabs(visit: Visit, current: str) -> Markup:
    tabs = joined(
        _TAB.format(
            path=visit.site.path + place,
            current=_CURRENT if name == current else NOTHING,
            icon=icon(drawn),
            name=visit.words(f"nav.{name}"),
        )
        for name, place, drawn in _TABS
    )
    return _NAV.format(menu=visit.words("menu"), tabs=tabs)


def _languages(words: PageWords) -> Markup:
    links = joined(
        _LANGUAGE.format(
            code=code,
            tag=code.replace("_", "-"),
            current=Markup(' aria-current="true"') if code == words.language else NOTHING,
            name=name,
        )
        for code, name in own_names()
    )
    return _LANGUAGES.format(name=words("language"), links=links)
