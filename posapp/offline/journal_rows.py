"""The journal's rows in till.db: written and read by statements that the driver keeps prepared."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from posapp.domain.ids import is_uuid_text
from posapp.offline.batch import BoxedEntry
from posapp.wire.chain import FIRST_LINK
from posapp.wire.sync import Attachment

if TYPE_CHECKING:
    from collections.abc import Sequence

    from posapp.offline.batch import BoxedPrint
    from posapp.offline.database import Row, Tx

_ID_BYTES: Final = 16
_INSERT_ENTRY: Final = """
    INSERT INTO outbox(incarnation, seq, event_id, kind, schema, aggregate_id, body, body_sha256,
                       chain, wall_ms, mono_ms, boot_id, srv_offset_ms, offset_err_ms)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
"""
_INSERT_ATTACHMENT: Final = """
    INSERT INTO attachment(incarnation, seq, sha256, subject_id, ciphertext, sealed_key)
    VALUES (?, ?, ?, ?, ?, ?)
"""
_INSERT_PRINT: Final = """
    INSERT INTO print_job(id, place, kind, receipt_number, document, open_drawer, copy_of, state)
    VALUES (?, (SELECT COALESCE(MAX(place), 0) + 1 FROM print_job), ?, ?, ?, ?, ?, ?)
"""
_HEAD: Final = """
    SELECT incarnation, seq, chain FROM outbox ORDER BY incarnation DESC, seq DESC LIMIT 1
"""
_PRUNED_HEAD: Final = """
    SELECT incarnation, seq, chain FROM pruned ORDER BY incarnation DESC LIMIT 1
"""


def id_to_bytes(uuid: str) -> bytes:
    """The 16 bytes of a UUID in text."""
    return bytes.fromhex(uuid.replace("-", ""))


def id_from_bytes(data: bytes) -> str:
    digits = data.hex()
    return f"{digits[:8]}-{digits[8:12]}-{digits[12:16]}-{digits[16:20]}-{digits[20:]}"


def group_to_bytes(group: str) -> bytes:
    """A dependency group is a UUID as a rule; any other text is kept as it is."""
    return id_to_bytes(group) if is_uuid_text(group) else group.encode()


def group_from_bytes(data: bytes) -> str:
    return id_from_bytes(data) if len(data) == _ID_BYTES else data.decode()


def read_head(tx: Tx) -> tuple[int, int, bytes]:
    """Incarnation, seq and chain after which the next entry goes.

    A newer incarnation of the enrolment begins again at seq 1; 0 is a till that is not enrolled.
    """
    newest = tx.row(_HEAD)
    enrolled = tx.row("SELECT incarnation FROM enrolment")
    incarnation = int(enrolled[0]) if enrolled else 0
    if newest is None or newest[0] < incarnation:
        newest = tx.row(_PRUNED_HEAD)  # all that stood here may have left
    if newest is None or newest[0] < incarnation:
        return incarnation, 0, FIRST_LINK
    return int(newest[0]), int(newest[1]), bytes(newest[2])


def receipts_used(tx: Tx, incarnation: int) -> int:
    """How many receipt numbers this till has used under an incarnation."""
    found = tx.row("SELECT value FROM counter WHERE name = ?", (f"receipts-{incarnation}",))
    return int(found[0]) if found else 0


def set_receipts_used(tx: Tx, incarnation: int, number: int) -> None:
    """The count never goes back."""
    tx.run(
        """
        INSERT INTO counter(name, value) VALUES (?, ?)
        ON CONFLICT(name) DO UPDATE SET value = MAX(value, excluded.value)
        """,
        (f"receipts-{incarnation}", number),
    )


def insert_entries(tx: Tx, entries: Sequence[BoxedEntry]) -> None:
    for entry in entries:
        tx.run(_INSERT_ENTRY, _entry_values(entry))
        for each in entry.attachments:
            values = (each.sha256, each.subject_id, each.ciphertext, each.sealed_key)
            tx.run(_INSERT_ATTACHMENT, (entry.incarnation, entry.seq, *values))


def insert_prints(tx: Tx, prints: Sequence[BoxedPrint], state: str) -> None:
    for job in prints:
        values = (job.id, job.kind, job.receipt_number, job.document, job.open_drawer, job.copy_of)
        tx.run(_INSERT_PRINT, (*values, state))


def entry_from_row(row: Row, attachments: tuple[Attachment, ...] = ()) -> BoxedEntry:
    """A row of: place, ids, body, digests, then the clocks, in the order of the table."""
    return BoxedEntry(
        incarnation=row[0],
        seq=row[1],
        event_id=id_from_bytes(row[2]),
        kind=row[3],
        schema=row[4],
        aggregate_id=group_from_bytes(row[5]),
        body=row[6],
        body_sha256=row[7],
        chain=row[8],
        wall_ms=row[9],
        mono_ms=row[10],
        boot_id=row[11].decode(),
        server_offset_ms=row[12],
        offset_error_ms=row[13],
        attachments=attachments,
    )


def read_attachments(tx: Tx, incarnation: int, seq: int) -> tuple[Attachment, ...]:
    rows = tx.rows(
        """
        SELECT sha256, subject_id, ciphertext, sealed_key FROM attachment
        WHERE incarnation = ? AND seq = ?
        """,
        (incarnation, seq),
    )
    return tuple(
        Attachment(sha256=sha, subject_id=subject, ciphertext=text, sealed_key=key)
        for sha, subject, text, key in rows
    )


def _entry_values(entry: BoxedEntry) -> tuple[object, ...]:
    return (
        entry.incarnation,
        entry.seq,
        id_to_bytes(entry.event_id),
        entry.kind,
        entry.schema,
        group_to_bytes(entry.aggregate_id),
        entry.body,
        entry.body_sha256,
        entry.chain,
        entry.wall_ms,
        entry.mono_ms,
        entry.boot_id.encode(),
        entry.server_offset_ms,
        entry.offset_error_ms,
    )
