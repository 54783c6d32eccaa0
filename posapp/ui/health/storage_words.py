"""What the till's files, disk and backups are called, and what to do about them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from posapp.errors import Unavailable
from posapp.ui.error_texts import text_for
from posapp.ui.format import local_day_time, time_from_ms
from posapp.ui.health.row import HealthRow
from posapp.ui.i18n import tr
from posapp.ui.widgets.status_pill import Mark

if TYPE_CHECKING:
    from posapp.offline.care import StorageState
    from posapp.offline.key_care import KeyState

_MB: Final = 1_000_000
_GB: Final = 1_000 * _MB
LOW_BYTES: Final = 500 * _MB
LEAST_BYTES: Final = 100 * _MB
_DAY_MS: Final = 24 * 3_600_000
_OLD_BACKUP_MS: Final = 48 * 3_600_000


def store_row(storage: StorageState) -> HealthRow:
    mark, state, remark = Mark.OK, tr("正常"), tr("每笔交易先存本机再打印")
    if storage.is_sound is False:
        mark, state = Mark.BROKEN, tr("损坏")
        remark = tr("请停止收款，退出后重新启动，会从备份和黑匣子找回")
    elif storage.is_behind:
        mark, state = Mark.WARNING, tr("数据是旧的")
        remark = tr("数据目录被换成了旧的，请连上总部核对，之前不要用储值")
    elif storage.check_problem:
        mark, state = Mark.WARNING, tr("没有查成")
        remark = text_for(Unavailable(storage.check_problem))
    elif storage.checked_ms:
        remark = tr("完整性检查 {time} 通过，每笔先存本机再打印", time=_when(storage.checked_ms))
    return HealthRow(
        name="store", icon="box", title=tr("本机数据库"), mark=mark, state=state, remark=remark
    )


def disk_row(storage: StorageState) -> HealthRow:
    free = storage.free_bytes
    mark, state, remark = Mark.OK, tr("正常"), tr("每天约用 5 MB，低于 500 MB 会提醒")
    if free is None:
        mark, state, remark = Mark.WARNING, tr("未知"), tr("系统没有回答可用空间")
    else:
        state = tr("剩余 {size}", size=_size(free))
        if free < LEAST_BYTES:
            mark, remark = Mark.BROKEN, tr("快满了，再满就不能开新单，请马上清出空间")
        elif free < LOW_BYTES:
            mark, remark = Mark.WARNING, tr("空间不多，请清出空间")
    return HealthRow(
        name="disk", icon="magnet", title=tr("磁盘"), mark=mark, state=state, remark=remark
    )


def backup_row(storage: StorageState, now_ms: int) -> HealthRow:
    mark, state = Mark.OK, tr("正常")
    remark = tr("交接班后和每天自动备份，已加密，已打开核对")
    if storage.backup_problem:
        mark, state = Mark.WARNING, tr("没有做成")
        remark = text_for(Unavailable(storage.backup_problem))
    elif not storage.backup_ms:
        state, remark = tr("还没有"), tr("空闲时会自动做第一份")
    elif now_ms - storage.backup_ms > _OLD_BACKUP_MS:
        mark, state = Mark.WARNING, _when(storage.backup_ms)
        remark = tr("超过两天了，请检查备份目录或 U 盘")
    else:
        state = _when(storage.backup_ms)
    return HealthRow(
        name="backup", icon="shield", title=tr("本机备份"), mark=mark, state=state, remark=remark
    )


def key_row(key: KeyState, now_ms: int) -> HealthRow:
    """The key that signs this till's requests, renewed by itself while online."""
    mark, state, remark = Mark.OK, tr("未知"), tr("连上总部后开始计算")
    if key.since_ms:
        state = tr("{n} 天", n=max(0, now_ms - key.since_ms) // _DAY_MS)
        remark = (
            tr("满 {n} 天自动更换，不影响收银", n=key.days) if key.days else tr("设置为不自动更换")
        )
    if key.problem:
        mark, remark = Mark.WARNING, text_for(Unavailable(key.problem))
    return HealthRow(
        name="key", icon="lock", title=tr("签名密钥"), mark=mark, state=state, remark=remark
    )


def storage_banner(storage: StorageState) -> tuple[str, str]:
    """Text and level of what nobody may overlook; empty when there is nothing."""
    if storage.is_sound is False:
        return tr("本机数据损坏，请停止收款，退出后重新启动"), "danger"
    if storage.free_bytes is not None and storage.free_bytes < LEAST_BYTES:
        return tr("磁盘只剩 {size}，请马上清出空间", size=_size(storage.free_bytes)), "danger"
    if storage.is_behind:
        return tr("这台机器的数据是旧的，请连上总部核对，之前不要用储值"), "danger"
    return "", ""


def _size(count: int) -> str:
    return f"{count / _GB:.1f} GB" if count >= _GB else f"{count // _MB} MB"


def _when(wall_ms: int) -> str:
    return local_day_time(time_from_ms(wall_ms))
