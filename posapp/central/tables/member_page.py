"""The member's own page: who is signed in, by digests alone, and what she asked of the house."""

from __future__ import annotations

from typing import Final

from sqlalchemy import Index, Table

from posapp.central.tables.base import METADATA, blob, integer, text, uuid

page_session: Final = Table(
    "page_session",
    METADATA,
    blob("digest", key=True),
    uuid("tenant_id"),
    uuid("shop_id"),
    uuid("member_id"),
    blob("phone_digest"),
    integer("begun_ms"),
    integer("seen_ms"),
    Index("ix_page_session_member", "member_id"),
    Index("ix_page_session_begun", "begun_ms"),
)
"""`digest` is of the token in her browser, `phone_digest` of the phone that it was given to."""

member_request: Final = Table(
    "member_request",
    METADATA,
    uuid("id", key=True),
    uuid("tenant_id"),
    uuid("member_id"),
    uuid("case_id"),
    text("kind"),
    blob("words", null=True),
    integer("at_ms"),
    blob("answer", null=True),
    integer("answered_ms", null=True),
    Index("ix_member_request_member", "member_id", "at_ms", "id"),
    Index("ix_member_request_tenant", "tenant_id", "at_ms"),
)
"""What she asked for on her page. `words` and `answer` are under her own key; the case says
whether it waits."""
