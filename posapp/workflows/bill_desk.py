"""Acquirers' bills at this till: the files at hand, handing one in, and what central found."""

from __future__ import annotations

import base64
from typing import TYPE_CHECKING, Final, Literal

from posapp.domain.permissions import Permission, check_may
from posapp.errors import Refused, Unavailable
from posapp.wire.bills import BillGiven, BillsAsked

if TYPE_CHECKING:
    from pathlib import Path

    from posapp.domain.permissions import Staff
    from posapp.offline.case_calls import CaseCalls
    from posapp.wire.bills import BillShown, BillsListed

MOST_BYTES: Final = 5 * 1024 * 1024
MOST_FILES: Final = 20

Layout = Literal["wechat", "alipay"]


class BillDesk:
    """Every method raises Refused("permission.needs_approval") without the right to work off
    cases. `folder` is where a person puts the files that she downloaded.
    """

    def __init__(self, calls: CaseCalls, folder: Path) -> None:
        self._calls = calls
        self.folder = folder

    def files(self, staff: Staff) -> tuple[Path, ...]:
        """Lane: store. The newest CSV files of the folder; none where it is not there."""
        check_may(staff, Permission.WORK_CASES)
        try:
            found = [
                (each.stat().st_mtime, each)
                for each in self.folder.iterdir()
                if each.suffix.lower() == ".csv" and each.is_file()
            ]
        except OSError:
            return ()
        return tuple(each for _, each in sorted(found, reverse=True)[:MOST_FILES])

    def listed(self, staff: Staff) -> BillsListed:
        """Lane: online. The bills that stand, the newest first. Raises as `CentralApi`."""
        check_may(staff, Permission.WORK_CASES)
        return self._calls.bills(BillsAsked(staff_id=staff.id))

    def hand_in(
        self, staff: Staff, pin: str, file: Path, acquirer: str, layout: Layout
    ) -> BillShown:
        """Lane: online. Central imports it whole or not at all; each difference is a case there.

        Raises as `CentralApi`, Refused("bill.*", "gateway.not_set_up", "sign_in.wrong_pin",
        "sign_in.locked", "case_work.not_allowed"), Unavailable("import.no_file").
        """
        check_may(staff, Permission.WORK_CASES)
        given = BillGiven(
            staff_id=staff.id,
            pin=pin,
            acquirer=acquirer,
            layout=layout,
            file_name=file.name,
            content=base64.b64encode(_bytes_of(file)).decode("ascii"),
        )
        return self._calls.take_bill(given).bill


def _bytes_of(file: Path) -> bytes:
    try:
        if file.stat().st_size > MOST_BYTES:
            raise Refused("bill.too_large", megabytes=MOST_BYTES // 1024 // 1024)
        return file.read_bytes()
    except OSError as error:
        raise Unavailable("import.no_file") from error
