"""Each state of the till has its pill, and its banner when it lasts: ux table of app states."""

import pytest

from posapp.offline.care import StorageState
from posapp.offline.clock_offset import Offset
from posapp.offline.reach import Away
from posapp.offline.sync_status import LinkState, SyncStatus
from posapp.ui.health.state import HealthState
from posapp.ui.health.strip import BANNER_AFTER_MS, DEGRADED_AFTER_MS, status_of
from posapp.ui.widgets.status_pill import Mark

T0 = 1_795_219_200_000
OFFSET = Offset(200, 20)


def state(link, *, lasts_ms=0, **more):
    since = T0 if link is LinkState.OFFLINE else 0
    sync = SyncStatus(
        link=link,
        last_success_ms=T0,
        offline_since_ms=since,
        offset=more.pop("offset", OFFSET),
        waiting=more.pop("waiting", 0),
        problem=more.pop("problem", ""),
    )
    return HealthState(sync=sync, now_ms=T0 + lasts_ms, since_ms=T0, **more)


@pytest.mark.parametrize(
    ("now", "mark", "text", "banner", "level"),
    [
        (state(LinkState.ONLINE), Mark.OK, "在线", "", "warn"),
        (state(LinkState.SYNCING, waiting=3), Mark.SYNCING, "同步中 3", "", "warn"),
        (state(LinkState.DEGRADED, lasts_ms=5_000), Mark.DEGRADED, "降级", "", "warn"),
        (
            state(LinkState.DEGRADED, lasts_ms=DEGRADED_AFTER_MS),
            Mark.DEGRADED,
            "降级",
            "总部应答慢，可以收银，储值和充值可能要多等几秒",
            "warn",
        ),
        (
            state(LinkState.OFFLINE, lasts_ms=BANNER_AFTER_MS, away=Away.LAN),
            Mark.OFFLINE,
            "离线",
            "本机没有网络 1 分钟，可现金收款，储值与兑换限预留",
            "warn",
        ),
        (
            state(LinkState.OFFLINE, lasts_ms=180_000, away=Away.SERVICE),
            Mark.OFFLINE,
            "离线 3 分钟",
            "总部没有应答 3 分钟，可现金收款，储值与兑换限预留",
            "ours",
        ),
        (
            state(LinkState.ONLINE, storage=StorageState(is_sound=False)),
            Mark.BROKEN,
            "停止收银",
            "本机数据损坏，请停止收款，退出后重新启动",
            "danger",
        ),
        (
            state(LinkState.ONLINE, offset=None),
            Mark.WARNING,
            "时钟",
            "时钟还没有校准，会员动态码暂不可用，请稍候或检查系统时间",
            "warn",
        ),
    ],
    ids=["online", "syncing", "slow", "degraded", "no network", "no service", "stopped", "clock"],
)
def test_pill_and_banner(now, mark, text, banner, level):
    status = status_of(now)
    assert (status.mark, status.text, status.banner) == (mark, text, banner)
    assert status.banner_level == level


def test_the_part_that_fails_is_named():
    failing = state(LinkState.DEGRADED, lasts_ms=60_000, problem="sync.fork")
    slow = state(LinkState.DEGRADED, lasts_ms=60_000)
    assert status_of(failing).banner
    assert status_of(failing).banner != status_of(slow).banner
