"""What the health of the till is called, and what to do about it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, assert_never

from posapp.devices.ports import Absent, Attention, Ready
from posapp.devices.registry import Port
from posapp.errors import Unavailable
from posapp.offline.sync_status import LinkState
from posapp.ui.error_texts import text_for
from posapp.ui.format import local_seconds, local_time, time_from_ms
from posapp.ui.health.away_words import away_headline, away_remark
from posapp.ui.health.row import HealthRow
from posapp.ui.health.state import Event, Turn
from posapp.ui.health.storage_words import (
    backup_row,
    disk_row,
    key_row,
    storage_banner,
    store_row,
)
from posapp.ui.i18n import tr
from posapp.ui.widgets.status_pill import Mark

if TYPE_CHECKING:
    from posapp.devices.ports import DeviceState
    from posapp.ui.health.state import HealthState

MINUTE_MS: Final = 60_000
CLOCK_TOLERANCE_MS: Final = 30_000

PORT_ICONS: Final = {
    Port.PRINTER: "printer",
    Port.DRAWER: "drawer",
    Port.SCANNER: "scan",
    Port.DISPLAY: "user",
    Port.PIN_PAD: "keyboard",
    Port.TERMINAL: "card",
}


def port_title(port: Port) -> str:
    match port:
        case Port.PRINTER:
            return tr("小票打印机")
        case Port.DRAWER:
            return tr("钱箱")
        case Port.SCANNER:
            return tr("扫码枪")
        case Port.DISPLAY:
            return tr("顾客屏")
        case Port.PIN_PAD:
            return tr("密码键盘")
        case Port.TERMINAL:
            return tr("外接支付终端")
        case _:
            assert_never(port)


def link_mark(link: LinkState) -> Mark:
    return {
        LinkState.ONLINE: Mark.OK,
        LinkState.SYNCING: Mark.SYNCING,
        LinkState.DEGRADED: Mark.DEGRADED,
        LinkState.OFFLINE: Mark.OFFLINE,
    }[link]


def pill_mark(state: HealthState) -> Mark:
    """The sign of the pill: a till that must not sell goes before everything about the link."""
    if state.storage.is_sound is False or state.is_stopped:
        return Mark.BROKEN
    return Mark.WARNING if is_clock_unknown(state) else link_mark(state.sync.link)


def pill_text(state: HealthState) -> str:
    """The words of the pill."""
    if state.storage.is_sound is False:
        return tr("停止收银")
    if state.is_stopped:
        return tr("已停用")
    return tr("时钟") if is_clock_unknown(state) else link_text(state)


def is_clock_unknown(state: HealthState) -> bool:
    """Central answers and still nobody knows how far this machine's clock is off."""
    sync = state.sync
    return sync.is_online and sync.offset is None and sync.last_success_ms > 0


def clock_text() -> str:
    """What an unknown clock takes away."""
    return tr("时钟还没有校准，会员动态码暂不可用，请稍候或检查系统时间")


def degraded_text(state: HealthState) -> str:
    """The part that is slow or failing, and what it means."""
    if state.sync.problem:
        return text_for(Unavailable(state.sync.problem))
    return tr("总部应答慢，可以收银，储值和充值可能要多等几秒")


def stopped_text() -> str:
    """What nobody may overlook on a revoked till."""
    return tr("本机已被总部停用，不能开新单，请联系店长")


def link_text(state: HealthState) -> str:
    """How the way to central is."""
    match state.sync.link:
        case LinkState.ONLINE:
            return tr("在线")
        case LinkState.SYNCING:
            return tr("同步中 {n}", n=state.sync.waiting)
        case LinkState.DEGRADED:
            return tr("降级")
        case LinkState.OFFLINE:
            minutes = offline_minutes(state)
            return tr("离线 {n} 分钟", n=minutes) if minutes else tr("离线")
        case _:
            assert_never(state.sync.link)


def headline(state: HealthState) -> str:
    """The state of the whole till in one sentence."""
    serious, _ = storage_banner(state.storage)
    if serious:
        return serious
    if state.is_stopped:
        return stopped_text()
    broken = [port for port in state.devices if not state.is_ready(port)]
    match state.sync.link:
        case LinkState.OFFLINE:
            return away_headline(state.away)
        case LinkState.DEGRADED:
            return tr("降级，可以收银，部分功能受限")
        case LinkState.ONLINE | LinkState.SYNCING:
            if broken:
                return tr("可以收银，有 {n} 个设备需要处理", n=len(broken))
            return tr("一切正常")
        case _:
            assert_never(state.sync.link)


def offline_minutes(state: HealthState) -> int:
    since = state.sync.offline_since_ms
    return max(0, state.now_ms - since) // MINUTE_MS if since else 0


def health_rows(state: HealthState) -> tuple[HealthRow, ...]:
    """Every component in the order of the page."""
    devices = tuple(_device_row(port, known) for port, known in state.devices.items())
    storage = state.storage
    return (
        store_row(storage),
        _server_row(state),
        _queue_row(state),
        *devices,
        _clock_row(state),
        disk_row(storage),
        backup_row(storage, state.now_ms),
        key_row(state.key, state.now_ms),
    )


def notice_text(state: HealthState) -> str:
    """What happened to this till since the program began, and needs no answer; or nothing."""
    return text_for(Unavailable(state.sync.notice)) if state.sync.notice else ""


def _server_row(state: HealthState) -> HealthRow:
    sync = state.sync
    seen = local_seconds(sync.last_success_ms) if sync.last_success_ms else ""
    last = tr("最近成功 {time}", time=seen) if seen else tr("还没有连上过")
    problem = text_for(Unavailable(sync.problem)) if sync.problem else ""
    away = away_remark(state.away) if sync.link is LinkState.OFFLINE else ""
    return HealthRow(
        name="server",
        icon="globe",
        title=tr("服务器 {host}", host=state.server),
        mark=link_mark(sync.link),
        state=link_text(state),
        remark=tr("，").join(part for part in (away, last, problem, notice_text(state)) if part),
    )


def _queue_row(state: HealthState) -> HealthRow:
    waiting, oldest = state.sync.waiting, state.sync.oldest_ms
    if not waiting:
        return HealthRow(
            name="queue",
            icon="sync",
            title=tr("上传队列"),
            mark=Mark.OK,
            state=tr("没有待传"),
            remark=tr("所有数据已同步"),
        )
    since = "" if oldest is None else _oldest(oldest, state.now_ms)
    return HealthRow(
        name="queue",
        icon="sync",
        title=tr("上传队列"),
        mark=Mark.SYNCING,
        state=tr("{n} 笔", n=waiting),
        remark=since + _sent_when(state),
    )


def _sent_when(state: HealthState) -> str:
    if state.is_stopped:
        return tr("已停用，请导出后交给总部")
    return tr("连上后自动传完，不会丢失")


def _oldest(oldest_ms: int, now_ms: int) -> str:
    minutes = max(0, now_ms - oldest_ms) // MINUTE_MS
    if not minutes:
        return tr("最早 {time}，", time=local_seconds(oldest_ms))
    return tr("最早 {time}，已等 {n} 分钟，", time=local_seconds(oldest_ms), n=minutes)


def _device_row(port: Port, known: DeviceState) -> HealthRow:
    mark, state, remark = Mark.OK, tr("正常"), ""
    match known:
        case Ready():
            pass
        case Attention(key=key, params=params):
            mark, state = Mark.WARNING, tr("需要处理")
            remark = text_for(Unavailable(key, **dict(params)))
        case Absent(key=key):
            mark, state, remark = Mark.BROKEN, tr("断开"), text_for(Unavailable(key))
        case _:
            assert_never(known)
    return HealthRow(
        name=str(port),
        icon=PORT_ICONS[port],
        title=port_title(port),
        mark=mark,
        state=state,
        remark=remark,
    )


def _clock_row(state: HealthState) -> HealthRow:
    offset = state.sync.offset
    title = tr("时钟")
    if offset is None:
        return HealthRow(
            name="clock",
            icon="clock",
            title=title,
            mark=Mark.WARNING,
            state=tr("未校准"),
            remark=tr("连上服务器后自动校准，之前会员动态码不可用"),
        )
    bad = abs(offset.ms) > CLOCK_TOLERANCE_MS
    return HealthRow(
        name="clock",
        icon="clock",
        title=title,
        mark=Mark.WARNING if bad else Mark.OK,
        state=tr("{s} 秒", s=_signed(offset.ms)),
        remark=tr("与服务器的差，已自动修正"),
    )


def event_text(event: Event) -> str:
    what = "" if event.port is None else port_title(event.port)
    match event.turn:
        case Turn.ONLINE:
            text = tr("恢复在线")
        case Turn.OFFLINE:
            text = tr("转为离线")
        case Turn.DEGRADED:
            text = tr("转为降级")
        case Turn.DEVICE_LOST:
            text = tr("{what}需要处理", what=what)
        case Turn.DEVICE_BACK:
            text = tr("{what}恢复正常", what=what)
        case _:
            assert_never(event.turn)
    return f"{local_time(time_from_ms(event.at_ms))} {text}"


def diagnosis(state: HealthState) -> str:
    """The page as plain text, for whoever helps from afar; holds nothing personal."""
    rows = (f"{row.title}: {row.state} {row.remark}".rstrip() for row in health_rows(state))
    events = (event_text(event) for event in state.events)
    return "\n".join((headline(state), *rows, *events, state.version))


def _signed(ms: int) -> str:
    """Seconds with a sign; next to nothing has none."""
    tenths = round(ms / 100)
    return f"{tenths / 10:+.1f}" if tenths else "0.0"
