"""Personal data told of: who looked, the regular report, policies, sealed copies; no member in it."""

from __future__ import annotations

import io
import json
import zipfile

import pytest
from sqlalchemy import select

from posapp.central.merging.consents import JOINED
from posapp.central.privacy.access_report import MANY, ONE_PERSON, OUT_OF_HOURS, looked
from posapp.central.privacy.compliance import WITHDRAWN, as_csv, report
from posapp.central.privacy.policies import (
    SETTING,
    keep_policy,
    keep_sample_policies,
    policy_of,
    tell_tills,
)
from posapp.central.privacy.sealed_copies import open_sealed, proved_pair
from posapp.central.registration.consents import Statement, agreed, say_now
from posapp.central.seeding import only_tenant
from posapp.central.service_desk.access_log import note_access
from posapp.central.tables.shops import setting
from posapp.central.view import View
from posapp.domain.consents import Purpose
from posapp.domain.policy_texts import parse_policies
from posapp.domain.receipt_words import LANGUAGES
from posapp.settings import Settings, with_values
from posapp.wire.member_search import MembersFound, MembersSought, SearchConditions
from posapp.wire.service_desk import Balance, Correction, Erasure
from tests.central.desk import BOSS_PIN, MANAGES, Desk, hire
from tests.central.page_visitor import Visitor, turn_on
from tests.central.test_desk_acts import holder_change
from tests.central.test_members import send_code, verify
from tests.central.tills import refusal

HOUR_MS = 3_600_000
DAY_MS = 24 * HOUR_MS
SECRETS = ("王芳", "13812345678")


def seen(park, who, times, at_ms, member_id=""):
    """Somebody saw something in full, so often."""
    with park.central.work(only_tenant(park.central)) as unit:
        for _ in range(times):
            about = member_id or unit.ids.new()
            note_access(unit, about, "phone", who=who, at_ms=at_ms)


def view_on(park, connection):
    return View(
        connection=connection,
        tenant=only_tenant(park.central),
        keys=park.central.keys,
        now_ms=park.clock.wall_ms(),
    )


def days_of(park):
    now_ms = park.clock.wall_ms()
    with park.central.database.read() as connection:
        return looked(view_on(park, connection), now_ms - 7 * DAY_MS, now_ms + 1)


def noon(park):
    """Twelve o'clock in Shanghai of the day before."""
    now_ms = park.clock.wall_ms()
    return now_ms - now_ms % DAY_MS - DAY_MS + 4 * HOUR_MS


def test_unusual_days_are_told_from_ordinary_ones(park):
    at_ms = noon(park)
    seen(park, "ordinary", 40, at_ms)
    seen(park, "many", 41, at_ms)
    seen(park, "late", 1, at_ms + 12 * HOUR_MS)
    seen(park, "one", 10, at_ms, park.fang.id)
    found = {each.who: each.unusual for each in days_of(park)}
    assert found == {
        "ordinary": (),
        "many": (MANY,),
        "late": (OUT_OF_HOURS,),
        "one": (ONE_PERSON,),
    }
    assert [each.who for each in days_of(park)][-1] == "ordinary"


def test_the_report_counts_and_names_no_member(park):
    desk = Desk(park)
    desk.reveal()
    send_id, code = send_code(park, "13812345678")
    assert verify(park, send_id, "13812345678", code).member is not None
    with park.central.database.read() as connection:
        lines = report(view_on(park, connection), park.clock.wall_ms() - DAY_MS)
    text = as_csv(lines)
    figures = {(each.section, each.what): each.figure for each in lines}
    assert figures["keys", "readable"] == 2
    assert figures["erasures", "waiting"] == 0
    assert any(each.section.startswith("access") and each.figure == 1 for each in lines)
    for secret in (*SECRETS, park.fang.number, park.fang.id):
        assert secret not in text


def withdrawn(park):
    with park.central.database.read() as connection:
        lines = report(view_on(park, connection), 0)
    return {each.about: each.figure for each in lines if each.what == WITHDRAWN}


def test_who_never_agreed_or_was_merged_or_handed_on_withdrew_nothing(park, desk_of_holder):
    desk = desk_of_holder
    park.clock.advance_ms(1)
    with park.central.work(only_tenant(park.central)) as unit:
        for given, channel in ((False, "page"), (True, "page"), (False, JOINED)):
            no = Statement(
                purpose=Purpose.MARKETING, given=given, policy_version="v3", channel=channel
            )
            say_now(unit, park.frozen.id, no)
            unit.flush()
    before = agreed_now(park, desk.member_id)
    desk.with_boss(holder_change(desk))
    assert before - agreed_now(park, desk.member_id)
    assert withdrawn(park) == {}


def test_a_yes_that_became_a_no_is_withdrawn_once(park):
    park.clock.advance_ms(1)
    for given in (True, False, False):
        with park.central.work(only_tenant(park.central)) as unit:
            said = Statement(
                purpose=Purpose.MARKETING, given=given, policy_version="v3", channel="page"
            )
            say_now(unit, park.fang.id, said)
    assert withdrawn(park) == {"marketing": 1}


def agreed_now(park, member_id):
    with park.central.database.read() as connection:
        return set(agreed(connection, member_id))


@pytest.fixture
def desk_of_holder(park):
    desk = Desk(park)
    with park.central.work(only_tenant(park.central)) as unit:
        yes = Statement(
            purpose=Purpose.PARTNERS, given=True, policy_version="v3", channel="counter"
        )
        say_now(unit, desk.member_id, yes)
    return desk


def test_masked_rows_are_not_seen_in_full(park):
    desk = Desk(park)
    asked = MembersSought(staff_id=desk.clerk, conditions=SearchConditions(name="王芳"))
    for _ in range(12):
        park.till.ask("/v1/members/search", asked, MembersFound)
    ((day),) = days_of(park)
    assert (day.in_full, day.files, day.members, day.unusual) == (0, 0, 1, ())


REPORT_SAYS = {
    "zh_CN": ("反复看同一位会员: 看到完整资料的次数", "优惠通知: 期内撤回", "最长用了几天"),
    "zh_TW": ("反覆看同一位會員: 看到完整資料的次數", "優惠通知: 期內撤回", "最長用了幾天"),
    "en": ("again and again: times seen in full", "News of offers: withdrawn since", "days, most"),
}


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_report_reads_in_three_languages(park, language):
    seen(park, "one", 10, noon(park), park.fang.id)
    for given in (True, False):
        park.clock.advance_ms(1)
        with park.central.work(only_tenant(park.central)) as unit:
            said = Statement(
                purpose=Purpose.MARKETING, given=given, policy_version="v3", channel="page"
            )
            say_now(unit, park.fang.id, said)
    with park.central.database.read() as connection:
        text = as_csv(report(view_on(park, connection), 0), language)
    for words in REPORT_SAYS[language]:
        assert words in text


def test_an_export_with_open_data_stands_in_the_log_of_each(park, tmp_path):
    from posapp.central.exchange.exporting import Chosen, Export, export_members

    wanted = Export(
        path=tmp_path / "out.csv", kind="csv", chosen=Chosen(), who="x", open_to="周", note="y"
    )
    export_members(park.central, only_tenant(park.central), wanted)
    noted = park.rows("SELECT member_id, who, why FROM data_access ORDER BY member_id")
    assert sorted(noted) == sorted(
        (each, "周", "export") for each in (park.fang.id, park.frozen.id)
    )


def test_she_reads_who_looked_without_the_clerks_name(park):
    Desk(park).reveal()
    turn_on(park)
    page = Visitor(park).sign_in()
    text = page.page("/seen")
    assert "完整手机号" in text
    assert "张敏" not in text
    told = json.loads(page.get("/data.json").text)["seen_by"]
    assert [set(each) for each in told] == [{"at", "what", "why"}]


# -- policies


@pytest.fixture
def texts(park):
    def keep(body, *, version="v3", language="zh_CN", form="full"):
        with park.central.database.write() as connection:
            keep_policy(
                connection,
                park.seeded.tenant_id,
                park.clock.wall_ms(),
                version=version,
                language=language,
                form=form,
                body=body,
            )

    return keep


def test_the_policy_is_read_in_full_before_anybody_signs_in(park, texts):
    park.write("UPDATE shop SET details = :d", d='{"policy_version": "v3"}')
    turn_on(park)
    guest = Visitor(park)
    assert "请到服务台查看" in guest.page("/policy")
    texts("第一条\n<b>第二条</b>")
    texts("一句话", form="short")
    text = guest.page("/policy")
    assert "<p>第一条</p>" in text
    assert "&lt;b&gt;第二条" in text
    assert "一句话" in text


def test_a_version_never_reads_otherwise(texts):
    texts("甲")
    texts("甲\r\n")
    assert refusal(texts, "乙").key == "policy.other_text"
    assert refusal(texts, "乙", version="").key == "policy.version_not_valid"
    assert refusal(texts, " \n").key == "policy.empty"
    assert refusal(texts, "乙", language="fr").key == "policy.word_unknown"
    assert refusal(texts, "乙" * 60_001, version="v4").key == "policy.too_long"


def test_tills_are_told_the_newest_versions_in_full(park, texts):
    for number in range(1, 6):
        texts(f"第{number}版", version=f"v{number}")
        park.clock.advance_ms(1)
    texts("short", version="v5", form="short")
    with park.central.work(park.tenant) as unit:
        tell_tills(unit)
    told = parse_policies(policies_told(park))
    assert told == {f"v{n}": {"zh_CN": f"第{n}版"} for n in (3, 4, 5)}


def test_a_text_too_long_for_the_feed_is_left_out(park, texts):
    texts("甲")
    park.clock.advance_ms(1)
    texts("乙" * 40_000, version="v4")
    with park.central.work(park.tenant) as unit:
        tell_tills(unit)
    assert parse_policies(policies_told(park)) == {"v3": {"zh_CN": "甲"}}


def policies_told(park):
    with park.central.database.read() as connection:
        row = connection.execute(select(setting).where(setting.c.name == SETTING)).one()
    text = json.loads(row.value)
    assert with_values(Settings(), {SETTING: text}).policy_texts == text
    return text


POINTS = {
    "zh_CN": "权利 做什么用 保存多久 给谁看 撤回 积分与储值的性质 争议 14",
    "zh_TW": "權利 做什麼用 保存多久 給誰看 撤回 積分與儲值的性質 爭議 14",
    "en": "rights for long sees withdraw points Disputes 14",
}


def test_the_sample_texts_say_every_point_in_three_languages(park):
    tenant_id = park.seeded.tenant_id
    with park.central.database.write() as connection:
        keep_sample_policies(connection, tenant_id, park.clock.wall_ms())
        for language in LANGUAGES:
            full = policy_of(connection, tenant_id, "v3", language)
            for word in POINTS[language].split():
                assert word in full, (language, word)
            assert policy_of(connection, tenant_id, "v3", language, "short")


# -- sealed copies


def test_a_sealed_copy_opens_before_two_managers_alone(park):
    desk = Desk(park)
    file = desk.file()
    for balance, amount in ((Balance.PRINCIPAL, file.principal), (Balance.BONUS, file.bonus)):
        desk.with_boss(Correction(balance=balance, amount=-amount))
    desk.with_boss(Erasure(forfeit_points=True))
    hire(park, "9002", "975310", rights=MANAGES, role="manager", name="吴店长")
    tenant = only_tenant(park.central)
    pins = {"9001": BOSS_PIN, "9002": "975310"}

    def ask(prompt):
        return pins[prompt.split()[1].rstrip(":")]

    for numbers in (("9001", "9001"), ("9001", "2001"), ("9001", "7")):
        refused = refusal(proved_pair, park.central, tenant, numbers, ask)
        assert refused.key == "privacy.two_managers"
    who = proved_pair(park.central, tenant, ("9001", "9002"), ask)
    archive = open_sealed(park.central, tenant, park.fang.number, who=who, note="法院 1 号")
    with zipfile.ZipFile(io.BytesIO(archive)) as opened:
        assert json.loads(opened.read("my-data.json"))["profile"][0]["name"] == "王芳"
    assert park.rows("SELECT who, note FROM operator_act WHERE act = 'open_sealed'") == [
        (who, "法院 1 号")
    ]
    other = refusal(open_sealed, park.central, tenant, park.frozen.number, who=who, note="x")
    assert other.key == "privacy.not_sealed"
    assert desk.file().is_forgotten
