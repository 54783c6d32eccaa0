"""The page's addresses, and the road from a browser's request to an answer with every guard."""

from __future__ import annotations

import logging
import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC
from http import HTTPStatus
from typing import TYPE_CHECKING, Final

from sqlalchemy.exc import OperationalError
from sqlalchemy.exc import TimeoutError as NoConnection
from starlette.background import BackgroundTask
from starlette.concurrency import run_in_threadpool
from starlette.requests import ClientDisconnect, Request
from starlette.responses import RedirectResponse, Response

from posapp.central.endpoint import RETRY_AFTER_S, status_of
from posapp.central.member_page import friends, handlers, sessions
from posapp.central.member_page.html import SCRIPT, STYLE
from posapp.central.member_page.pages import wrong_page
from posapp.central.member_page.site import NO_PAGE, ROOT, Site, find_site, only_path
from posapp.central.member_page.visit import (
    BROWSER_COOKIE,
    INVITE_COOKIE,
    LANGUAGE_COOKIE,
    MOST_FORM_BYTES,
    SESSION_COOKIE,
    Reply,
    Visit,
    read_form,
)
from posapp.central.member_page.words import PageWords, language_of
from posapp.central.watching import SEEN, Seen
from posapp.domain.receipt_words import LANGUAGES
from posapp.errors import PosError, Refused, Unavailable
from posapp.paths import resource

if TYPE_CHECKING:
    from collections.abc import Awaitable

    from fastapi import FastAPI

    from posapp.central.service import Central

_LOG: Final = logging.getLogger(__name__)
_THIS_MACHINE: Final = ("127.0.0.1", "::1")
_PASSED_ON: Final = ("Forwarded", "X-Forwarded-For", "X-Forwarded-Proto", "Via")
_HOST: Final = re.compile(r"[A-Za-z0-9.:\-\[\]]{1,255}")
_YEAR_S: Final = 365 * 86_400


GUARDS: Final = {
    "Content-Security-Policy": (
        "default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self'; "
        "form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
    ),
    "Cache-Control": "no-store",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=()",
    "X-Robots-Tag": "noindex, nofollow",
}
"""On every answer: nothing of another origin or inline runs, nothing is framed, kept or told on."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """An address below a shop's page. `is_open` needs no sign-in; `notes` keeps one alive."""

    path: str
    get: Callable[[Visit], Reply] | None = None
    post: Callable[[Visit], Reply] | None = None
    is_open: bool = False
    notes: bool = True


PLACES: Final = (
    Place(path="", get=handlers.home, is_open=True),
    Place(path="/sign-in", post=handlers.sign_in, is_open=True),
    Place(path="/enter", post=handlers.enter, is_open=True),
    Place(path="/sign-out", post=handlers.sign_out),
    Place(path="/code.json", get=handlers.code_now, notes=False),
    Place(path="/coupons", get=handlers.coupons),
    Place(path="/statement", get=handlers.statement),
    Place(path="/me", get=handlers.me),
    Place(path="/data", get=handlers.data),
    Place(path="/data.json", get=handlers.data_file),
    Place(path="/seen", get=handlers.seen),
    Place(path="/policy", get=handlers.policy, is_open=True),
    Place(path="/consent", post=handlers.consent),
    Place(path="/correction", post=handlers.correction),
    Place(path="/deletion", post=handlers.deletion),
    Place(path="/friends", get=friends.friends),
    Place(path="/friends/new", post=friends.another_code),
    Place(path="/join", get=friends.join, is_open=True),
    Place(path="/join/send", post=friends.send_code, is_open=True),
    Place(path="/join/enter", post=friends.enter, is_open=True),
)
_SHOP: Final = ROOT + "/{shop}"
_FILES: Final = {
    STYLE: ("member_page/page.css", "text/css"),
    SCRIPT: ("member_page/page.js", "text/javascript"),
}
ROUTES: Final = (ROOT, *_FILES, *(_SHOP + place.path for place in PLACES))


def add_pages(app: FastAPI, central: Central) -> None:
    """All addresses; a shop whose page is off answers none of them."""
    app.add_api_route(ROOT, _front(central), methods=["GET"], include_in_schema=False)
    for path, (name, kind) in _FILES.items():
        app.add_api_route(path, _file(path, name, kind), methods=["GET"], include_in_schema=False)
    for place in PLACES:
        app.add_api_route(
            _SHOP + place.path,
            _route(central, place),
            methods=["GET", "POST"] if place.post else ["GET"],
            include_in_schema=False,
        )


def _front(central: Central) -> Callable[[Request], Response]:
    def front(request: Request) -> Response:
        _seen(request).route = ROOT
        try:
            with central.database.read() as connection:
                path = only_path(connection)
        except Refused as error:
            return _wrong(request, error)
        return _guarded(RedirectResponse(path, status_code=HTTPStatus.SEE_OTHER))

    return front


def _file(path: str, name: str, kind: str) -> Callable[[Request], Response]:
    def file(request: Request) -> Response:
        _seen(request).route = path
        # Read anew each time, a few kB: an update of the program is seen at once.
        return _guarded(Response(resource(name).read_bytes(), media_type=kind), "no-cache")

    return file


def _route(central: Central, place: Place) -> Callable[[Request], Awaitable[Response]]:
    async def handle(request: Request) -> Response:
        _seen(request).route = _SHOP + place.path
        try:
            form = await _read_form(request) if request.method == "POST" else {}
            return await run_in_threadpool(_answer, central, place, request, form)
        except PosError as error:
            return _wrong(request, error)
        except (OperationalError, NoConnection):
            _LOG.exception("the database did not answer")
            return _wrong(request, Unavailable("central.busy", seconds=RETRY_AFTER_S))

    return handle


def _answer(central: Central, place: Place, request: Request, form: dict[str, str]) -> Response:
    with central.database.read() as connection:
        site = find_site(connection, request.path_params["shop"])
        token = request.cookies.get(SESSION_COOKIE, "")[:64]
        now_ms = central.clock.wall_ms()
        session = sessions.find(connection, central.keys, site, token, now_ms)
    here = site.path + place.path
    chosen = request.query_params.get("lang", "")
    if chosen in LANGUAGES:
        there = here if request.method == "GET" and place.get else site.path
        return _sent(request, site, Reply(to=there, cookies={LANGUAGE_COOKIE: chosen}))
    visit = Visit(
        central=central,
        site=site,
        words=PageWords(_language(request), site.tenant.zone, site.tenant.currency),
        now_ms=now_ms,
        browser=request.cookies.get(BROWSER_COOKIE, "")[:64] or sessions.new_token(),
        token=token if session else "",
        session_or_none=session,
        query=dict(request.query_params),
        form=form,
        address=_address(request),
        is_from_elsewhere=request.headers.get("Sec-Fetch-Site") == "cross-site",
        invited=request.cookies.get(INVITE_COOKIE, "")[:20],
        origin=_origin(request),
    )
    return _sent(request, site, _handled(request, place, visit), visit)


def _handled(request: Request, place: Place, visit: Visit) -> Reply:
    is_post = request.method == "POST"
    handler = place.post if is_post else place.get
    if handler is None:
        return Reply(to=visit.site.path)
    if is_post:
        _check_origin(request)
    if visit.session_or_none is None and not place.is_open:
        if handler is handlers.code_now:
            raise Refused("auth.page_signed_out")
        return Reply(to=f"{visit.site.path}?told=in.ended")
    if is_post:
        visit.check_form()
    if visit.session_or_none is not None and place.notes:
        _note_use(visit)
    return handler(visit)


def _note_use(visit: Visit) -> None:
    if sessions.is_to_note(visit.session, visit.now_ms):
        with visit.central.database.write() as connection:
            sessions.note(connection, visit.session, visit.now_ms)


def _check_origin(request: Request) -> None:
    """A browser says itself whether a form is ours. Raises Refused("page.form_old")."""
    if request.headers.get("Sec-Fetch-Site", "same-origin") not in ("same-origin", "none"):
        raise Refused("page.form_old")


async def _read_form(request: Request) -> dict[str, str]:
    """Raises Refused: "request.too_large", "wire.not_understood"."""
    body = b""
    try:
        async for part in request.stream():
            body += part
            if len(body) > MOST_FORM_BYTES:
                raise Refused("request.too_large", most=MOST_FORM_BYTES)
    except ClientDisconnect as error:
        raise Refused("wire.not_understood", reason="cut off") from error
    return read_form(body)


def _sent(request: Request, site: Site, reply: Reply, visit: Visit | None = None) -> Response:
    response = _response(reply)
    cookies = dict(reply.cookies)
    if (
        visit is not None
        and visit.session_or_none is None
        and BROWSER_COOKIE not in request.cookies
    ):
        cookies[BROWSER_COOKIE] = visit.browser
    for name, value in cookies.items():
        is_language = name == LANGUAGE_COOKIE
        response.set_cookie(
            name,
            value,
            max_age=_YEAR_S if is_language else (None if value else 0),
            path=ROOT if is_language else site.path,
            secure=not _is_plain(request),
            httponly=True,
            samesite="lax" if is_language else "strict",
        )
    return _guarded(response)


def _response(reply: Reply) -> Response:
    if reply.to:
        return RedirectResponse(reply.to, status_code=HTTPStatus.SEE_OTHER)
    later = None if reply.later is None else BackgroundTask(reply.later)
    content = reply.data if reply.page is None else str(reply.page)
    response = Response(
        content, status_code=reply.status, media_type=reply.media_type, background=later
    )
    if reply.file_name:
        response.headers["Content-Disposition"] = f'attachment; filename="{reply.file_name}"'
    return response


def _guarded(response: Response, cache: str = "no-store") -> Response:
    response.headers.update({**GUARDS, "Cache-Control": cache})
    return response


def _wrong(request: Request, error: PosError) -> Response:
    """A page of its own; it names nothing of what was sent."""
    status = HTTPStatus.NOT_FOUND if error.key == NO_PAGE else status_of(error)
    words = PageWords(_language(request), UTC, "")
    back = request.url.path.rpartition("/")[0] if error.key != NO_PAGE else ""
    page = wrong_page(words, error, brand="", back=back)
    response = _guarded(Response(str(page), status_code=status, media_type="text/html"))
    if "seconds" in error.params:
        response.headers["Retry-After"] = str(error.params["seconds"])
    return response


def _language(request: Request) -> str:
    chosen = request.cookies.get(LANGUAGE_COOKIE, "")
    return language_of(chosen, request.headers.get("Accept-Language", ""))


def _origin(request: Request) -> str:
    """As her own browser calls us; empty where it says nothing that is a host."""
    host = request.headers.get("Host", "")
    scheme = "http" if _is_plain(request) else "https"
    return f"{scheme}://{host}" if _HOST.fullmatch(host) else ""


def _address(request: Request) -> str:
    return request.client.host if request.client is not None else ""


def _is_plain(request: Request) -> bool:
    """A browser on this very machine over plain HTTP, as in a demo: it would keep no secure
    cookie everywhere. Anybody else comes through TLS.
    """
    is_passed_on = any(name in request.headers for name in _PASSED_ON)
    here = _address(request) in _THIS_MACHINE
    return request.url.scheme == "http" and here and not is_passed_on


def _seen(request: Request) -> Seen:
    seen: Seen = request.scope[SEEN]
    return seen
