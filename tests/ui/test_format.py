"""Numbers, names and times as people read them."""

from datetime import UTC, date, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from posapp.domain.money import parse_amount
from posapp.ui import format as fmt

SHANGHAI = timezone(timedelta(hours=8))


@pytest.mark.parametrize(
    ("minor", "digits", "whole"),
    [
        (0, "0.00", "¥0.00"),
        (5, "0.05", "¥0.05"),
        (9020, "90.20", "¥90.20"),
        (123456789, "1,234,567.89", "¥1,234,567.89"),
        (-780, "−7.80", "−¥7.80"),
    ],
)
def test_money_has_thousands_two_places_and_a_real_minus(minor, digits, whole):
    assert fmt.money_digits(minor) == digits
    assert fmt.money(minor) == whole


@given(st.integers(min_value=0, max_value=10**10))
def test_what_is_shown_reads_back_as_the_same_amount(minor):
    assert parse_amount(fmt.money_digits(minor)) == minor


def test_quick_keys_leave_out_empty_cents():
    assert [fmt.money_short(10000), fmt.money_short(9020)] == ["¥100", "¥90.20"]


@pytest.mark.parametrize(
    ("thousandths", "text"), [(1000, "1"), (2500, "2.5"), (125, "0.125"), (-1000, "−1")]
)
def test_quantities_lose_their_idle_zeros(thousandths, text):
    assert fmt.quantity(thousandths) == text


def test_rates_and_points():
    assert [fmt.percent(1300), fmt.percent(1250), fmt.percent(5)] == ["13%", "12.5%", "0.05%"]
    assert [fmt.points(2860), fmt.points(-120)] == ["2,860", "−120"]


def test_times_are_local_and_need_a_zone():
    moment = datetime(2026, 11, 20, 14, 4, tzinfo=UTC)
    assert fmt.local_time(moment, SHANGHAI) == "22:04"
    assert fmt.local_day_time(moment, SHANGHAI) == "11-20 22:04"
    with pytest.raises(ValueError, match="zone"):
        fmt.local_time(datetime(2026, 11, 20, 14, 4))  # noqa: DTZ001
    assert fmt.time_from_ms(1_500).microsecond == 500_000


def test_dates_name_the_day_in_each_language():
    day = date(2026, 11, 21)
    assert [fmt.local_date(day, lang) for lang in ("zh_CN", "zh_TW", "en")] == [
        "2026-11-21 周六",
        "2026-11-21 週六",
        "2026-11-21 Sat",
    ]


def test_a_countdown_has_minutes_and_seconds():
    assert fmt.countdown(272) == "04:32"


def test_times_follow_the_shops_zone_once_it_is_known(monkeypatch):
    monkeypatch.setattr(fmt, "_SHOP", {})
    fmt.use_zone(SHANGHAI)
    moment = datetime(2026, 11, 21, 6, 33, 6, tzinfo=UTC)
    assert fmt.local_time(moment) == "14:33"
    assert fmt.local_seconds(int(moment.timestamp() * 1000)) == "14:33:06"
