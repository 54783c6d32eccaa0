"""The dynamic member code: known vectors, the day's key, and what a verifier accepts."""

from __future__ import annotations

from datetime import date
from zoneinfo import ZoneInfo

import pytest
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from hypothesis import given
from hypothesis import strategies as st

from posapp.wire.member_code import (
    STEP_MS,
    day_key,
    digits_at,
    digits_of,
    step_at,
    step_day,
    verify,
)

SHANGHAI = ZoneInfo("Asia/Shanghai")
SEED = bytes(range(32))
NOON_MS = 1_795_233_600_000


@pytest.mark.parametrize(
    ("counter", "expected"),
    [
        (0x1, "46119246"),
        (0x23523EC, "68084774"),
        (0x23523ED, "67062674"),
        (0x3F940AA, "90698825"),
        (0x27BC86AA, "77737706"),
    ],
)
def test_digits_match_the_vectors_of_rfc_6238_for_sha256(counter, expected):
    assert digits_of(b"12345678901234567890123456789012", counter) == expected


def test_day_key_is_hkdf_as_the_library_computes_it():
    hkdf = HKDF(algorithm=SHA256(), length=32, salt=None, info=b"posapp member code 1 2026-11-22")
    assert day_key(SEED, date(2026, 11, 22)) == hkdf.derive(SEED)


def test_the_code_of_the_minute_before_still_counts_and_the_one_before_that_does_not():
    def check(at_ms):
        return verify(
            lambda day: day_key(SEED, day), digits_at(SEED, at_ms, SHANGHAI), NOON_MS, SHANGHAI, 0
        )

    assert check(NOON_MS) == step_at(NOON_MS)
    assert check(NOON_MS - STEP_MS) == step_at(NOON_MS) - 1
    assert check(NOON_MS - 2 * STEP_MS) is None
    assert check(NOON_MS + STEP_MS) is None


def test_local_midnight_changes_the_key():
    midnight = 1_795_276_800_000
    assert step_day(step_at(midnight), SHANGHAI) == date(2026, 11, 22)
    assert step_day(step_at(midnight) - 1, SHANGHAI) == date(2026, 11, 21)
    code = digits_at(SEED, midnight - STEP_MS, SHANGHAI)
    step = verify(lambda day: day_key(SEED, day), code, midnight, SHANGHAI, 0)
    assert step == step_at(midnight) - 1


def test_a_verifier_without_the_days_key_accepts_nothing():
    assert (
        verify(lambda day: None, digits_at(SEED, NOON_MS, SHANGHAI), NOON_MS, SHANGHAI, 0) is None
    )


@given(st.integers(2 * STEP_MS, 2**40), st.sampled_from([-1, 0, 1]))
def test_a_code_accepted_once_is_refused_afterwards_also_one_step_either_side(at_ms, side):
    def keys(day):
        return day_key(SEED, day)

    code = digits_at(SEED, at_ms, SHANGHAI)
    step = verify(keys, code, at_ms, SHANGHAI, -1)
    assert step is not None
    assert verify(keys, code, max(0, at_ms + side * STEP_MS), SHANGHAI, step) is None
