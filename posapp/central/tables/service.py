"""What was done about a member, who looked at her data, and the cards that were ever hers."""

from __future__ import annotations

from typing import Final

from sqlalchemy import CheckConstraint, Connection, Index, MetaData, Table, event

from posapp.central.tables.base import METADATA, blob, integer, text, uuid

member_event: Final = Table(
    "member_event",
    METADATA,
    uuid("id", key=True),
    uuid("tenant_id"),
    uuid("member_id"),
    uuid("subject_id"),
    text("kind"),
    integer("at_ms"),
    text("staff_id"),
    text("who"),
    text("approved_by"),
    uuid("terminal_id", null=True),
    text("detail", default="{}"),
    blob("sealed", null=True),
    Index("ix_member_event_member", "member_id", "at_ms", "id"),
)
"""Acts that moved no money, and why corrections were posted (those under the posting's id).
`detail` is JSON that names nobody; `sealed` (reasons, what stood before) is under the key of the
subject, and unreadable once she is forgotten.
"""

data_access: Final = Table(
    "data_access",
    METADATA,
    uuid("id", key=True),
    uuid("tenant_id"),
    uuid("member_id"),
    integer("at_ms"),
    text("staff_id"),
    text("who"),
    uuid("terminal_id", null=True),
    text("what"),
    text("why"),
    Index("ix_data_access_member", "member_id", "at_ms", "id"),
    Index("ix_data_access_at", "tenant_id", "at_ms"),
)
"""Who saw what of whose data. `what` and `why` are words of a list, never free text."""

data_glance: Final = Table(
    "data_glance",
    METADATA,
    uuid("id", key=True),
    uuid("tenant_id"),
    uuid("member_id"),
    integer("at_ms"),
    text("staff_id"),
    text("who"),
    uuid("terminal_id", null=True),
    text("what"),
    Index("ix_data_glance_member", "member_id", "at_ms", "id"),
    Index("ix_data_glance_at", "tenant_id", "at_ms"),
)
"""Who was shown whom masked, as one of several: apart from `data_access`, because there are a
hundred of these for one of those and a page of her life would be made of them.
"""

member_card: Final = Table(
    "member_card",
    METADATA,
    uuid("tenant_id", key=True),
    blob("digest", key=True),
    uuid("member_id"),
    uuid("subject_id"),
    text("state"),
    integer("at_ms"),
    blob("sealed"),
    CheckConstraint("state IN ('active', 'lost', 'replaced', 'found')", name="state"),
    Index("ix_member_card_member", "member_id", "at_ms"),
)
"""`digest` is the blind index of the card, `sealed` its text under the subject's key. A card
that came with a registration stands here from its first change on."""

_ON_SERVER: Final = (
    (
        "CREATE TRIGGER member_event_append_only BEFORE UPDATE OR DELETE ON member_event "
        "FOR EACH ROW EXECUTE FUNCTION refuse_change()"
    ),
    (
        "CREATE TRIGGER data_access_append_only BEFORE UPDATE OR DELETE ON data_access "
        "FOR EACH ROW EXECUTE FUNCTION refuse_change()"
    ),
)
_GLANCES_ON_SERVER: Final = (
    (
        "CREATE TRIGGER data_glance_append_only BEFORE UPDATE OR DELETE ON data_glance "
        "FOR EACH ROW EXECUTE FUNCTION refuse_change()"
    ),
)
_GLANCES_IN_FILE: Final = (
    (
        "CREATE TRIGGER data_glance_no_update BEFORE UPDATE ON data_glance "
        "BEGIN SELECT RAISE(ABORT, 'append only'); END"
    ),
    (
        "CREATE TRIGGER data_glance_no_delete BEFORE DELETE ON data_glance "
        "BEGIN SELECT RAISE(ABORT, 'append only'); END"
    ),
)
_IN_FILE: Final = (
    (
        "CREATE TRIGGER member_event_no_update BEFORE UPDATE ON member_event "
        "BEGIN SELECT RAISE(ABORT, 'append only'); END"
    ),
    (
        "CREATE TRIGGER member_event_no_delete BEFORE DELETE ON member_event "
        "BEGIN SELECT RAISE(ABORT, 'append only'); END"
    ),
    (
        "CREATE TRIGGER data_access_no_update BEFORE UPDATE ON data_access "
        "BEGIN SELECT RAISE(ABORT, 'append only'); END"
    ),
    (
        "CREATE TRIGGER data_access_no_delete BEFORE DELETE ON data_access "
        "BEGIN SELECT RAISE(ABORT, 'append only'); END"
    ),
)


def append_only_triggers(dialect: str) -> tuple[str, ...]:
    """What refuses UPDATE and DELETE here; on a server it calls the ledger's function."""
    if dialect == "postgresql":
        return (*_ON_SERVER, *_GLANCES_ON_SERVER)
    return (*_IN_FILE, *_GLANCES_IN_FILE)


def _add_triggers(_target: MetaData, connection: Connection, **_options: object) -> None:
    for statement in append_only_triggers(connection.dialect.name):
        connection.exec_driver_sql(statement)


event.listen(METADATA, "after_create", _add_triggers)
