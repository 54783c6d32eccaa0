"""What waits in data of a newer program, sent by an older one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from posapp import __version__
from posapp.app.stores import SETTINGS_FILE
from posapp.clock import Ids
from posapp.offline.central_api import SyncCalls
from posapp.offline.central_link import CentralLink, Credentials
from posapp.offline.central_reading import NotAnswered, to_pos_error
from posapp.offline.identity import server_key_of
from posapp.offline.newer_data import NewerData, Pushed
from posapp.settings import read_file

if TYPE_CHECKING:
    from pathlib import Path

    from posapp.clock import Clock
    from posapp.offline.keys import TillKeys


def push_newer(folder: Path, keys: TillKeys, clock: Clock, ca_file: Path | None = None) -> Pushed:
    """Send what waits in data of a newer program. Raises PosError; then the rest waits on."""
    data = NewerData.of(folder, keys.till_db)
    try:
        known = data.identity.required()
        named = str(read_file(folder / SETTINGS_FILE).get("central_url", ""))
        credentials = Credentials(
            terminal_id=known.terminal_id,
            incarnation=known.incarnation,
            private_key=keys.device_private,
            server_key=server_key_of(known),
        )
        ids = Ids(clock)
        link = CentralLink(named or known.central_url, credentials, clock, ids, ca_file)
        calls = SyncCalls(link)
        try:
            return data.push(calls, clock.wall_ms(), ids.new, __version__)
        except NotAnswered as error:
            raise to_pos_error(error) from error
        finally:
            calls.close()
    finally:
        data.close()
