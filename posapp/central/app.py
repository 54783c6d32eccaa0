"""The web application: every endpoint with its OpenAPI text, and one shape for every failure."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING, Any, Final

import msgspec
from fastapi import FastAPI, Request
from starlette.exceptions import HTTPException
from starlette.middleware.gzip import GZipMiddleware
from starlette.responses import Response

from posapp import __version__
from posapp.central.auth import authenticate_operator
from posapp.central.endpoint import Access, Endpoint, answer, error_response
from posapp.central.member_page.routes import ROUTES as PAGE_ROUTES
from posapp.central.member_page.routes import add_pages
from posapp.central.meters import Meters
from posapp.central.metrics import CONTENT, exposition
from posapp.central.routes import (
    accounts,
    bills,
    case_work,
    codes,
    complaints,
    gateway,
    held,
    holds,
    keys,
    leases,
    members,
    merging,
    quarantine,
    recorded,
    registration,
    reports,
    sales,
    service_desk,
    snapshots,
    sync,
    top_ups,
)
from posapp.central.watching import Watch
from posapp.errors import Refused, Unavailable
from posapp.wire import signing
from posapp.wire.sync import ErrorReply

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from posapp.central.service import Central

_WORTH_PACKING: Final = 2_048
_THIS_MACHINE: Final = ("127.0.0.1", "::1")
_LOG: Final = logging.getLogger(__name__)
_REF: Final = "#/components/schemas/{name}"
_TEXT: Final = {"type": "string"}
_COUNT: Final = {"type": "string", "pattern": "^[0-9]{1,9}$"}
_QUERY: Final = {"limit": _COUNT, "number": _COUNT, "bucket": _COUNT}
ENDPOINTS: Final[tuple[Endpoint, ...]] = (
    *sync.ENDPOINTS,
    *keys.ENDPOINTS,
    *snapshots.ENDPOINTS,
    *holds.ENDPOINTS,
    *accounts.ENDPOINTS,
    *held.ENDPOINTS,
    *leases.ENDPOINTS,
    *codes.ENDPOINTS,
    *gateway.ENDPOINTS,
    *members.ENDPOINTS,
    *merging.ENDPOINTS,
    *registration.ENDPOINTS,
    *top_ups.ENDPOINTS,
    *sales.ENDPOINTS,
    *reports.ENDPOINTS,
    *quarantine.ENDPOINTS,
    *case_work.ENDPOINTS,
    *bills.ENDPOINTS,
    *recorded.ENDPOINTS,
    *service_desk.ENDPOINTS,
    *complaints.ENDPOINTS,
)


ROUTES: Final = (
    *dict.fromkeys(each.path for each in ENDPOINTS),
    *PAGE_ROUTES,
    "/healthz",
    "/metrics",
)


def create_app(central: Central, meters: Meters | None = None) -> FastAPI:
    """The application over one central; the caller closes central's database.

    `meters` where several processes count together.
    """
    counts = Meters(ROUTES) if meters is None else meters
    app = FastAPI(
        title="posapp central",
        version=__version__,
        docs_url=None,
        redoc_url=None,
        separate_input_output_schemas=False,
    )
    for endpoint in ENDPOINTS:
        app.add_api_route(
            endpoint.path,
            _route(central, endpoint),
            methods=[endpoint.method],
            summary=endpoint.summary,
            response_class=Response,
            openapi_extra=_operation(endpoint),
        )
    app.add_api_route("/healthz", _healthz(central), methods=["GET"], summary="Is it alive?")
    app.add_api_route("/metrics", _metrics(central, counts), include_in_schema=False)
    add_pages(app, central)
    _add_failures(app, central)
    _add_schemas(app)
    # Pages of the feed shrink to a fifth; who asks for identity (chunks are packed) gets that.
    app.add_middleware(GZipMiddleware, minimum_size=_WORTH_PACKING, compresslevel=6)
    app.add_middleware(Watch, meters=counts)
    return app


def _route(central: Central, endpoint: Endpoint) -> Callable[[Request], Awaitable[Response]]:
    async def handle(request: Request) -> Response:
        return await answer(central, endpoint, request)

    handle.__name__ = endpoint.path.strip("/").replace("/", "_").replace("{", "").replace("}", "")
    return handle


def _healthz(central: Central) -> Callable[[], dict[str, str]]:
    def healthz() -> dict[str, str]:
        with central.database.read() as connection:
            connection.exec_driver_sql("SELECT 1")
        return {"status": "ok", "version": __version__}

    return healthz


def _metrics(central: Central, meters: Meters) -> Callable[[Request], Response]:
    def metrics(request: Request) -> Response:
        """For this machine, or with an operator's token."""
        if not _is_from_here(request):
            try:
                authenticate_operator(central, request.headers)
            except Refused as error:
                return error_response(central, error, _request_id(request))
        return Response(exposition(central, meters), media_type=CONTENT)

    return metrics


def _is_from_here(request: Request) -> bool:
    """Not so for what a proxy on this machine passes on."""
    is_passed_on = any(name in request.headers for name in ("Forwarded", "X-Forwarded-For", "Via"))
    client = request.client
    return client is not None and client.host in _THIS_MACHINE and not is_passed_on


def _add_failures(app: FastAPI, central: Central) -> None:
    async def on_http(request: Request, error: Exception) -> Response:
        assert isinstance(error, HTTPException)
        key = "request.no_such_path" if error.status_code == 404 else "request.not_allowed"
        refused = Refused(key)
        answer = error_response(central, refused, _request_id(request), status=error.status_code)
        # A 405 has to name the methods that there are (RFC 9110, 15.5.6).
        answer.headers.update(error.headers or {})
        return answer

    async def on_bug(request: Request, _error: Exception) -> Response:
        # Starlette raises the exception again after this answer, so that it is logged there.
        bug = Unavailable("central.internal")
        return error_response(central, bug, _request_id(request), status=500)

    app.add_exception_handler(HTTPException, on_http)
    app.add_exception_handler(Exception, on_bug)


def _request_id(request: Request) -> str:
    return request.headers.get(signing.REQUEST_ID_HEADER, "")[:64]


def _operation(endpoint: Endpoint) -> dict[str, Any]:
    usual = {400, 413, 422, 503}
    if endpoint.access is not Access.OPEN:
        usual |= {401, 403, 429}
    failures = sorted({*usual, *endpoint.refuses})
    operation: dict[str, Any] = {
        "responses": {
            "200": _content(endpoint.shows or endpoint.gives, "Done"),
            **{str(status): _content(ErrorReply, "Refused, with a key") for status in failures},
        },
        "parameters": [*_headers(endpoint), *_query(endpoint)],
    }
    if endpoint.takes is not None:
        operation["requestBody"] = {**_content(endpoint.takes, "The message"), "required": True}
    return operation


def _content(kind: type, description: str) -> dict[str, Any]:
    schema = {"$ref": _REF.format(name=kind.__name__)}
    return {"description": description, "content": {"application/json": {"schema": schema}}}


def _headers(endpoint: Endpoint) -> list[dict[str, Any]]:
    names = [signing.REQUEST_ID_HEADER]
    if endpoint.access is Access.TILL:
        names += [
            signing.TERMINAL_HEADER,
            signing.INCARNATION_HEADER,
            signing.TIME_HEADER,
            signing.NONCE_HEADER,
            signing.SIGNATURE_HEADER,
        ]
    return [
        {
            "name": name,
            "in": "header",
            "required": name != signing.REQUEST_ID_HEADER,
            "schema": {"type": "string"},
        }
        for name in names
    ]


def _query(endpoint: Endpoint) -> list[dict[str, Any]]:
    in_path = "{number}" in endpoint.path
    path = {"name": "number", "in": "path", "required": True, "schema": {"type": "string"}}
    query = [
        {"name": name, "in": "query", "required": False, "schema": _QUERY.get(name, _TEXT)}
        for name in endpoint.query
    ]
    return [path, *query] if in_path else query


def _name_of(kind: type) -> str:
    return kind.__name__


def _add_schemas(app: FastAPI) -> None:
    """The messages are msgspec structs: their JSON schemas go in beside FastAPI's own."""
    generate = app.openapi

    def openapi() -> dict[str, Any]:
        kinds: set[type] = {each.shows or each.gives for each in ENDPOINTS}
        kinds.update(each.takes for each in ENDPOINTS if each.takes is not None)
        ordered = sorted({*kinds, ErrorReply}, key=_name_of)
        _, schemas = msgspec.json.schema_components(ordered, ref_template=_REF)
        document = generate()
        document.setdefault("components", {}).setdefault("schemas", {}).update(schemas)
        return document

    app.openapi = openapi  # type: ignore[method-assign]  # FastAPI's documented way to extend it
