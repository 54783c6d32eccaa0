"""Data of a newer program in the hands of an older one: pushed and exported, nothing else.

No statement of this program changes what it does not know; only entries are marked as acknowledged.
"""

from __future__ import annotations

from contextlib import ExitStack
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Protocol

from posapp.errors import Refused
from posapp.offline.database import Database
from posapp.offline.engine import open_encrypted
from posapp.offline.guard import FolderLock
from posapp.offline.identity import IdentityStore
from posapp.offline.migrations import STEPS, schema_version
from posapp.offline.outbox import OutboxStore
from posapp.offline.till_store import DATABASE, LOCK
from posapp.wire.facts import SCHEMA
from posapp.wire.sync import HelloRequest, PushRequest

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from posapp.offline.central_api import Timed
    from posapp.offline.outbox import OutboxItem
    from posapp.wire.sync import HelloReply, PushReply

_MOST_ITEMS: Final = 100
_MOST_BYTES: Final = 256 * 1024
_HEAD: Final = "SELECT seq, chain FROM outbox WHERE incarnation = ? ORDER BY seq DESC LIMIT 1"


class Calls(Protocol):
    """What is asked of central; raises NotAnswered."""

    def hello(self, request: HelloRequest) -> Timed[HelloReply]: ...

    def push(self, request: PushRequest) -> Timed[PushReply]: ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Pushed:
    """How many entries central took now, and how many still wait."""

    sent: int
    waiting: int


class NewerData:
    """till.db of a newer program, opened by `of`. One thread; close it."""

    def __init__(self, database: Database, closing: ExitStack) -> None:
        self._database = database
        self._closing = closing
        self.identity = IdentityStore(database)
        self.outbox = OutboxStore(database)

    @classmethod
    def of(cls, folder: Path, key: bytes) -> NewerData:
        """Raises Unavailable as the stores do, Refused("store.not_newer") for data of this one."""
        with ExitStack() as closing:
            closing.callback(FolderLock(folder / LOCK).release)
            file = open_encrypted(folder / DATABASE, key, durable=True)
            database = Database(file, durable=True)
            closing.callback(database.close)
            if schema_version(database) <= len(STEPS):
                raise Refused("store.not_newer")
            return cls(database, closing.pop_all())

    def waiting(self) -> int:
        return self.outbox.depth()[0]

    def push(self, calls: Calls, now_ms: int, new_id: Callable[[], str], app: str) -> Pushed:
        """Send what waits; central's answers settle it as ever.

        Raises NotAnswered, and Refused("sync.update_needed") where central or the till was
        restored: that is for the newer program to settle.
        """
        epoch = self._agreed_epoch(calls, now_ms, new_id, app)
        sent, after = 0, (0, 0)
        while items := self.outbox.pending(_MOST_ITEMS, _MOST_BYTES, after):
            reply = calls.push(self._request(items, epoch, new_id())).reply
            sent += self.outbox.settle(reply.items, reply.epoch).settled
            after = (items[-1].incarnation, items[-1].seq)
        return Pushed(sent=sent, waiting=self.waiting())

    def close(self) -> None:
        self._closing.close()

    def _agreed_epoch(self, calls: Calls, now_ms: int, new_id: Callable[[], str], app: str) -> str:
        known = self.identity.required()
        epoch = self.identity.sync_state().epoch
        seq, chain = self._database.row(_HEAD, (known.incarnation,)) or (0, bytes(32))
        said = calls.hello(
            HelloRequest(
                request_id=new_id(),
                schema=SCHEMA,
                app_version=app,
                terminal_id=known.terminal_id,
                incarnation=known.incarnation,
                max_seq=seq,
                chain_head=bytes(chain).hex(),
                epoch=epoch,
                cursor="",
                outbox_depth=self.waiting(),
                wall_ms=now_ms,
                mono_ms=0,
            )
        ).reply
        is_same = said.incarnation == known.incarnation and said.epoch == (epoch or said.epoch)
        if not is_same or said.expect_seq > seq + 1:
            raise Refused("sync.update_needed")
        return said.epoch

    def _request(self, items: tuple[OutboxItem, ...], epoch: str, request_id: str) -> PushRequest:
        return PushRequest(
            request_id=request_id,
            epoch=epoch,
            terminal_id=self.identity.required().terminal_id,
            incarnation=items[0].incarnation,
            items=tuple(item.to_push() for item in items),
        )
