"""The operator's agreement and privacy policy: every version as it read, short and in full."""

from __future__ import annotations

import json
import re
import unicodedata
from itertools import product
from typing import TYPE_CHECKING, Final

from sqlalchemy import select

from posapp.central.portable import insert_new, upsert
from posapp.central.tables.privacy import policy_text
from posapp.central.tables.shops import setting
from posapp.domain.policy_texts import MOST_TOLD, written_policies
from posapp.domain.receipt_words import LANGUAGES
from posapp.errors import Refused
from posapp.paths import resource

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from posapp.central.unit import Unit

FULL: Final = "full"
SHORT: Final = "short"
FORMS: Final = (FULL, SHORT)
LONGEST: Final = 60_000
SAMPLE_VERSIONS: Final = ("v3",)
SETTING: Final = "policy_texts"
"""By which the tills know the whole texts."""
VERSIONS_TOLD: Final = 3
_VERSION: Final = re.compile(r"[A-Za-z0-9._-]{1,20}")


def keep_policy(
    connection: Connection,
    tenant_id: str,
    now_ms: int,
    *,
    version: str,
    language: str,
    form: str,
    body: str,
) -> None:
    """Keep a text under its version for good; the same once more changes nothing.

    Raises Refused: "policy.version_not_valid", "policy.word_unknown" (word), "policy.too_long"
    (most), "policy.empty", "policy.other_text" where the version reads otherwise already: people
    agreed to that.
    """
    plain = _plain(body)
    if _VERSION.fullmatch(version) is None:
        raise Refused("policy.version_not_valid")
    for word, known in ((language, LANGUAGES), (form, FORMS)):
        if word not in known:
            raise Refused("policy.word_unknown", word=word[:20])
    if not plain:
        raise Refused("policy.empty")
    if len(plain) > LONGEST:
        raise Refused("policy.too_long", most=LONGEST)
    row = {
        "tenant_id": tenant_id,
        "version": version,
        "language": language,
        "form": form,
        "body": plain,
        "at_ms": now_ms,
    }
    if not insert_new(connection, policy_text, row):
        standing = policy_of(connection, tenant_id, version, language, form)
        if standing != plain:
            raise Refused("policy.other_text", version=version)


def keep_sample_policies(connection: Connection, tenant_id: str, now_ms: int) -> None:
    """The sample park's: a beginning for an operator's own (docs/compliance.md)."""
    for version, form, language in product(SAMPLE_VERSIONS, FORMS, LANGUAGES):
        body = resource(f"sample_store/policies/{version}.{form}.{language}.txt")
        keep_policy(
            connection,
            tenant_id,
            now_ms,
            version=version,
            language=language,
            form=form,
            body=body.read_text("utf-8"),
        )


def tell_tills(unit: Unit) -> None:
    """The setting of the feed: the newest versions in full, as many as there is room for."""
    rows = unit.connection.execute(
        select(policy_text)
        .where(policy_text.c.tenant_id == unit.tenant.id, policy_text.c.form == FULL)
        .order_by(policy_text.c.at_ms, policy_text.c.version)
    )
    bodies: dict[str, dict[str, str]] = {}
    for row in rows:
        bodies.setdefault(row.version, {})[row.language] = row.body
    told: dict[str, dict[str, str]] = {}
    for version in list(reversed(bodies))[:VERSIONS_TOLD]:
        more = {**told, version: bodies[version]}
        if len(written_policies(more)) <= MOST_TOLD:
            told = more
    value = json.dumps(written_policies(told) if told else "")
    values = {"tenant_id": unit.tenant.id, "name": SETTING, "value": value}
    upsert(unit.connection, setting, [values])
    unit.change("setting", SETTING)


def policy_of(
    connection: Connection, tenant_id: str, version: str, language: str, form: str = FULL
) -> str:
    """As it read, in this language, else in simplified Chinese; empty where nobody brought one."""
    rows = connection.execute(
        select(policy_text.c.language, policy_text.c.body).where(
            policy_text.c.tenant_id == tenant_id,
            policy_text.c.version == version,
            policy_text.c.form == form,
            policy_text.c.language.in_([language, LANGUAGES[0]]),
        )
    )
    found = {row.language: str(row.body) for row in rows}
    return found.get(language) or found.get(LANGUAGES[0], "")


def versions(connection: Connection, tenant_id: str) -> list[dict[str, str | int]]:
    """What there is, newest first."""
    rows = connection.execute(
        select(policy_text)
        .where(policy_text.c.tenant_id == tenant_id)
        .order_by(
            policy_text.c.at_ms.desc(),
            policy_text.c.version.desc(),
            policy_text.c.language,
            policy_text.c.form,
        )
    )
    return [
        {
            "version": row.version,
            "language": row.language,
            "form": row.form,
            "characters": len(row.body),
            "at_ms": row.at_ms,
        }
        for row in rows
    ]


def _plain(body: str) -> str:
    """Lines as they are, without what would steer a screen or hide a part."""
    lines = body.replace("\r\n", "\n").replace("\r", "\n").removeprefix("\ufeff")
    kept = (mark for mark in lines if mark == "\n" or unicodedata.category(mark)[0] != "C")
    return "".join(kept).strip()
