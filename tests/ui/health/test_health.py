"""The health of the till: heard from the sync lane, asked of the devices, told in words."""

from dataclasses import replace

import pytest

from posapp.devices.ports import Absent, Attention, Ready
from posapp.devices.registry import Port
from posapp.devices.simulated_printer import PrinterFault
from posapp.devices.simulated_terminal import Script
from posapp.offline.care import StorageState
from posapp.offline.clock_offset import Offset
from posapp.offline.key_care import KeyState
from posapp.offline.reach import Away
from posapp.offline.sync_status import LinkState, SyncStatus
from posapp.ui.health.asked_papers import AskedPapers
from posapp.ui.health.presenter import HealthPresenter
from posapp.ui.health.state import HealthState, Turn
from posapp.ui.health.strip import BANNER_AFTER_MS, status_of
from posapp.ui.health.words import diagnosis, headline, health_rows
from posapp.ui.pay.state import Surroundings
from posapp.ui.sell.offline_sheet import _columns
from posapp.ui.widgets.status_pill import Mark
from tests.ui.till_floor import settle
from tests.workflows.orders import order, sold

T0 = 1_795_219_200_000
ONLINE = SyncStatus(link=LinkState.ONLINE, last_success_ms=T0, offset=Offset(200, 20))


def offline(minutes):
    sync = SyncStatus(link=LinkState.OFFLINE, offline_since_ms=T0, waiting=3, oldest_ms=T0)
    return HealthState(sync=sync, now_ms=T0 + minutes * 60_000)


@pytest.fixture
def health(till, floor):
    return HealthPresenter(till.station, list, floor, server="member.example")


def test_devices_answer_for_themselves(health, till, qtbot):
    till.terminal.script = Script.UNPLUGGED
    till.printer.fault = PrinterFault.PAPER_OUT
    health.ask_devices()
    qtbot.waitUntil(lambda: len(health.state.devices) == len(Port))
    assert isinstance(health.state.devices[Port.TERMINAL], Absent)
    assert health.state.devices[Port.PRINTER] == Attention("printer.paper_out")
    assert health.state.is_ready(Port.DISPLAY)


def test_paper_that_came_back_is_told_once(health, till, qtbot):
    till.printer.fault = PrinterFault.PAPER_OUT
    health.ask_devices()
    qtbot.waitUntil(lambda: Port.PRINTER in health.state.devices)
    till.printer.fault = PrinterFault.NONE
    with qtbot.waitSignal(health.printer_ready):
        health.ask_devices()
    assert [event.turn for event in health.state.events] == [Turn.DEVICE_BACK]


def test_every_turn_of_the_link_is_one_event(health, qtbot):
    for link in (LinkState.ONLINE, LinkState.SYNCING, LinkState.OFFLINE, LinkState.OFFLINE):
        health.receive(SyncStatus(link=link))
    qtbot.waitUntil(lambda: len(health.state.events) == 2)
    assert [event.turn for event in health.state.events] == [Turn.ONLINE, Turn.OFFLINE]


def test_offline_for_a_moment_shows_no_banner():
    state = offline(0)
    assert status_of(state).banner == ""
    assert status_of(state).mark is Mark.OFFLINE


def test_after_forty_seconds_the_banner_says_what_works():
    state = HealthState(sync=offline(0).sync, now_ms=T0 + BANNER_AFTER_MS)
    assert status_of(state).banner == "已离线 1 分钟，可现金收款，储值与兑换限预留"
    assert status_of(offline(3)).text == "离线 3 分钟"


def test_a_printer_without_paper_is_a_banner_that_says_the_sale_is_done():
    devices = {Port.PRINTER: Attention("printer.paper_out")}
    status = status_of(HealthState(sync=ONLINE, devices=devices, now_ms=T0))
    assert status.banner == "打印机缺纸，交易已完成，装纸后自动补打"
    assert status.devices[0].trouble == "打印机缺纸"


def test_the_page_names_the_device_and_the_next_step():
    devices = {Port.TERMINAL: Absent("terminal.unreachable"), Port.DRAWER: Ready()}
    rows = {row.name: row for row in health_rows(HealthState(sync=ONLINE, devices=devices))}
    assert rows["terminal"].mark is Mark.BROKEN
    assert "支付终端" in rows["terminal"].remark
    assert rows["drawer"].mark is Mark.OK
    assert rows["clock"].state == "+0.2 秒"


def test_the_headline_follows_the_worst_that_matters():
    assert headline(HealthState(sync=ONLINE)) == "一切正常"
    assert headline(offline(1)).startswith("离线")
    broken = {Port.TERMINAL: Absent()}
    assert headline(HealthState(sync=ONLINE, devices=broken)) == "可以收银，有 1 个设备需要处理"


def test_a_clock_that_nobody_set_is_a_warning():
    rows = {row.name: row for row in health_rows(offline(1))}
    assert rows["clock"].mark is Mark.WARNING


def test_the_diagnosis_is_plain_text_with_every_component():
    text = diagnosis(HealthState(sync=ONLINE, version="posapp 0.1"))
    assert "本机数据库" in text
    assert text.endswith("posapp 0.1")


def test_a_paper_of_unknown_fate_is_asked_about_and_printed_again(till, floor, qtbot):
    sold(till, order(till), till.shifts.current())
    till.printer.fault = PrinterFault.REPLY_LOST
    till.printing.print_pending()
    till.printer.fault = PrinterFault.NONE
    papers = AskedPapers(till.printing, floor)
    with qtbot.waitSignal(papers.asked) as asked:
        papers.check()
    papers.answer(asked.args[0], did_print=False)
    settle(qtbot, floor)
    settle(qtbot, floor)
    assert till.printing.asked() == ()
    assert till.store.prints.pending() == ()
    assert len(till.printer.jobs) == 2


# --- where the way to central ends


@pytest.fixture
def asked(till, floor):
    """A presenter that is told, each time it asks, where the way ends."""
    answers = []

    def away():
        return answers[-1]

    made = HealthPresenter(till.station, list, floor, server="member.example", away=away)
    return made, answers


def test_offline_names_the_part_of_the_way_that_is_missing(asked, floor, qtbot):
    health, answers = asked
    answers.append(Away.INTERNET)
    health.receive(ONLINE)
    qtbot.waitUntil(lambda: health.state.sync.is_online)
    assert health.state.away is Away.UNKNOWN
    health.receive(offline(0).sync)
    qtbot.waitUntil(lambda: health.state.away is Away.INTERNET)
    answers.append(Away.SERVICE)
    settle(qtbot, floor)
    health.ask_devices()
    qtbot.waitUntil(lambda: health.state.away is Away.SERVICE)
    health.receive(ONLINE)
    qtbot.waitUntil(lambda: health.state.away is Away.UNKNOWN)


@pytest.mark.parametrize(
    ("away", "words"),
    [
        (Away.LAN, "本机没有网络 3 分钟"),
        (Away.INTERNET, "外网不通 3 分钟"),
        (Away.SERVICE, "总部没有应答 3 分钟"),
        (Away.UNKNOWN, "已离线 3 分钟"),
    ],
)
def test_banner_headline_and_row_say_which_part_is_missing(away, words):
    state = replace(offline(3), away=away)
    assert status_of(state).banner.startswith(words)
    rows = {row.name: row for row in health_rows(state)}
    hint = {Away.LAN: "网线", Away.INTERNET: "宽带", Away.SERVICE: "总部的问题", Away.UNKNOWN: ""}
    assert hint[away] in rows["server"].remark
    assert "限预留" in headline(state)


def test_the_queue_says_how_long_the_oldest_has_waited():
    rows = {row.name: row for row in health_rows(offline(7))}
    assert rows["queue"].state == "3 笔"
    assert "已等 7 分钟" in rows["queue"].remark


# --- the till's own files


def kept(**fields):
    return HealthState(sync=ONLINE, now_ms=T0, storage=StorageState(**fields))


@pytest.mark.parametrize(
    ("storage", "name", "mark", "word"),
    [
        ({"is_sound": True, "checked_ms": T0}, "store", Mark.OK, "通过"),
        ({"is_sound": False}, "store", Mark.BROKEN, "重新启动"),
        ({"is_behind": True}, "store", Mark.WARNING, "旧的"),
        ({"check_problem": "store.disk_error"}, "store", Mark.WARNING, "磁盘"),
        ({"free_bytes": 20_000_000_000}, "disk", Mark.OK, "500 MB"),
        ({"free_bytes": 400_000_000}, "disk", Mark.WARNING, "清出空间"),
        ({"free_bytes": 90_000_000}, "disk", Mark.BROKEN, "不能开新单"),
        ({}, "disk", Mark.WARNING, "没有回答"),
        ({"backup_ms": T0 - 3_600_000}, "backup", Mark.OK, "已加密"),
        ({"backup_ms": T0 - 3 * 86_400_000}, "backup", Mark.WARNING, "两天"),
        ({"backup_problem": "store.backup_failed"}, "backup", Mark.WARNING, "U 盘"),
        ({}, "backup", Mark.OK, "第一份"),
    ],
)
def test_files_disk_and_backups_say_how_they_are_and_what_to_do(storage, name, mark, word):
    rows = {row.name: row for row in health_rows(kept(**storage))}
    assert rows[name].mark is mark
    assert word in rows[name].remark


@pytest.mark.parametrize(
    ("storage", "words"),
    [
        ({"is_sound": False, "free_bytes": 1}, "本机数据损坏，请停止收款，退出后重新启动"),
        ({"free_bytes": 12_000_000}, "磁盘只剩 12 MB，请马上清出空间"),
        ({"is_behind": True}, "这台机器的数据是旧的，请连上总部核对，之前不要用储值"),
    ],
)
def test_what_nobody_may_overlook_goes_before_every_other_banner(storage, words):
    devices = {Port.PRINTER: Attention("printer.paper_out")}
    state = replace(offline(9), devices=devices, storage=StorageState(**storage))
    status = status_of(state)
    assert (status.banner, status.banner_level) == (words, "danger")
    assert headline(state) == words


def test_a_till_that_must_not_sell_says_so_in_the_pill():
    status = status_of(kept(is_sound=False))
    assert (status.mark, status.text) == (Mark.BROKEN, "停止收银")
    assert status_of(kept(is_sound=True)).text == "在线"


def test_the_sheet_of_an_outage_is_told_what_to_look_at():
    assert "宽带" in status_of(replace(offline(1), away=Away.INTERNET)).reason
    assert status_of(offline(1)).reason == ""


def test_a_round_of_care_is_shown_at_once(health):
    health.show_storage(StorageState(free_bytes=7))
    assert health.state.storage.free_bytes == 7


# --- a revoked till, and the device key


def test_a_revoked_till_says_so_before_everything_about_the_link():
    state = replace(offline(3), is_stopped=True)
    status = status_of(state)
    assert (status.mark, status.text, status.banner_level) == (Mark.BROKEN, "已停用", "danger")
    assert status.banner == headline(state) == "本机已被总部停用，不能开新单，请联系店长"
    rows = {row.name: row for row in health_rows(state)}
    assert rows["queue"].remark.endswith("已停用，请导出后交给总部")


def test_the_page_tells_how_old_the_device_key_is():
    day = 24 * 3_600_000
    key = KeyState(since_ms=T0 - 12 * day, days=90)
    rows = {row.name: row for row in health_rows(HealthState(sync=ONLINE, now_ms=T0, key=key))}
    assert (rows["key"].state, rows["key"].mark) == ("12 天", Mark.OK)
    assert "90 天" in rows["key"].remark
    failed = replace(key, problem="keys.keyring_locked")
    rows = {row.name: row for row in health_rows(HealthState(sync=ONLINE, now_ms=T0, key=failed))}
    assert rows["key"].mark is Mark.WARNING


def test_while_offline_the_sheet_says_what_can_what_cannot_and_what_must_not_be_done():
    columns = {title: texts for title, _icon, _tone, _back, texts in _columns(Surroundings())}
    assert list(columns) == ["能做", "不能做", "请勿"]
    assert "现金收款、打小票" in columns["能做"]
    assert "储值支付和充值" in columns["不能做"]
    assert "重装、清空或升级本机" in columns["请勿"]
    assert "修改系统时间" in columns["请勿"]
