"""What the frame of the window shows of the till's health: pill, queue, devices, banner."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from posapp.devices.ports import Absent, Attention
from posapp.devices.registry import Port
from posapp.errors import Unavailable
from posapp.offline.reach import Away
from posapp.offline.sync_status import LinkState
from posapp.ui.error_texts import text_for
from posapp.ui.health.away_words import away_banner, away_remark
from posapp.ui.health.storage_words import storage_banner
from posapp.ui.health.words import (
    PORT_ICONS,
    clock_text,
    degraded_text,
    is_clock_unknown,
    notice_text,
    offline_minutes,
    pill_mark,
    pill_text,
    port_title,
    stopped_text,
)
from posapp.ui.i18n import tr
from posapp.ui.shell import DeviceSign, Status

if TYPE_CHECKING:
    from posapp.ui.health.state import HealthState

BANNER_AFTER_MS: Final = 40_000
DEGRADED_AFTER_MS: Final = 10_000
SHOWN: Final = (Port.PRINTER, Port.SCANNER, Port.TERMINAL)


def status_of(state: HealthState) -> Status:
    """The frame's view; a banner for a printer that needs a hand, or a link that stays away."""
    text, level = _banner(state)
    return Status(
        mark=pill_mark(state),
        text=pill_text(state),
        waiting=state.sync.waiting,
        devices=tuple(_sign(port, state) for port in SHOWN if port in state.devices),
        banner=text,
        banner_level=level,
        banner_action=tr("查看") if text else "",
        online=state.sync.is_online,
        reason=away_remark(state.away),
    )


def _sign(port: Port, state: HealthState) -> DeviceSign:
    trouble = "" if state.is_ready(port) else _short_trouble(port, state)
    return DeviceSign(
        name=str(port), icon=PORT_ICONS[port], title=port_title(port), trouble=trouble
    )


def _short_trouble(port: Port, state: HealthState) -> str:
    known = state.devices[port]
    if isinstance(known, Absent):
        return tr("{what} 断开", what=port_title(port))
    if isinstance(known, Attention) and known.key == "printer.paper_out":
        return tr("打印机缺纸")
    return tr("{what} 需要处理", what=port_title(port))


def _banner(state: HealthState) -> tuple[str, str]:
    serious = storage_banner(state.storage)
    if serious[0]:
        return serious
    if state.is_stopped:
        return stopped_text(), "danger"
    printer = state.devices.get(Port.PRINTER)
    if isinstance(printer, Attention):
        return text_for(Unavailable(printer.key, **dict(printer.params))), "warn"
    since = state.sync.offline_since_ms
    away = state.sync.link is LinkState.OFFLINE and since
    if away and state.now_ms - since >= BANNER_AFTER_MS:
        minutes = max(1, offline_minutes(state))
        level = "ours" if state.away is Away.SERVICE else "warn"
        return away_banner(state.away, minutes), level
    return _quiet_banner(state), "warn"


def _quiet_banner(state: HealthState) -> str:
    """What limits a till that works: the part that is slow or failing, or its clock."""
    lasts = state.now_ms - state.since_ms >= DEGRADED_AFTER_MS
    if state.sync.link is LinkState.DEGRADED and state.since_ms and lasts:
        return degraded_text(state)
    return notice_text(state) or (clock_text() if is_clock_unknown(state) else "")
