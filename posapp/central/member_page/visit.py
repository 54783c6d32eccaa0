"""One request to the page: whose page, which language, who is signed in, what the form says."""

from __future__ import annotations

import hmac
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Final
from urllib.parse import parse_qsl

from markupsafe import Markup

from posapp.central.member_page.sessions import Session
from posapp.central.member_page.site import Site
from posapp.central.member_page.words import PageWords
from posapp.central.service import Central
from posapp.errors import Refused

MOST_FORM_BYTES: Final = 16 * 1024
_MOST_FIELDS: Final = 20
_PURPOSE: Final = "member page form"
FORM_FIELD: Final = "form"

SESSION_COOKIE: Final = "posapp_member"
BROWSER_COOKIE: Final = "posapp_browser"
INVITE_COOKIE: Final = "posapp_invite"
LANGUAGE_COOKIE: Final = "posapp_language"


@dataclass(frozen=True, slots=True, kw_only=True)
class Visit:
    """`browser` is a random token of this browser before anybody signed in, `token` that of the
    session. Neither is ever shown or logged. `invited` is the code of a friend's link, `origin`
    what stands before the path of a link to this page.
    """

    central: Central
    site: Site
    words: PageWords
    now_ms: int
    browser: str
    token: str
    session_or_none: Session | None
    query: Mapping[str, str]
    form: Mapping[str, str]
    address: str
    is_from_elsewhere: bool = False
    invited: str = ""
    origin: str = ""

    @property
    def session(self) -> Session:
        assert self.session_or_none is not None
        return self.session_or_none

    @property
    def member_id(self) -> str:
        return self.session.member_id

    def form_token(self) -> str:
        """What every form of this browser carries: no other site can know it."""
        return self.central.keys.code_hash(_PURPOSE, self.token or self.browser).hex()

    def check_form(self) -> None:
        """Raises Refused("page.form_old") for a form that this browser was not given."""
        given = self.form.get(FORM_FIELD, "").encode()
        has_cookie = bool(self.token or self.browser)
        if not (has_cookie and hmac.compare_digest(given, self.form_token().encode())):
            raise Refused("page.form_old")


@dataclass(frozen=True, slots=True, kw_only=True)
class Reply:
    """What goes back: a page, bytes of another kind, or with `to` the way to another page.

    `cookies` are set; an empty value takes one away. `later` runs once the answer has left.
    """

    page: Markup | None = None
    data: bytes = b""
    media_type: str = "text/html"
    file_name: str = ""
    to: str = ""
    status: int = 200
    cookies: Mapping[str, str] = field(default_factory=dict)
    later: Callable[[], None] | None = None


def read_form(body: bytes) -> dict[str, str]:
    """The fields of a form; the last of two of one name. Raises Refused("wire.not_understood")."""
    try:
        text = body.decode("ascii")
        pairs = parse_qsl(text, keep_blank_values=True, max_num_fields=_MOST_FIELDS)
    except ValueError as error:
        raise Refused("wire.not_understood", reason="form") from error
    return dict(pairs)
