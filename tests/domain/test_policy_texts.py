"""Policies in full as tills read them."""

import pytest

from posapp.domain.policy_texts import parse_policies, policy_in, written_policies
from posapp.errors import Refused

TEXTS = {"v3": {"zh_CN": "第一条\n\u3000第二条", "en": "One\nTwo"}, "v4": {"zh_TW": "壹"}}


def test_what_is_written_is_read_and_fits_a_setting():
    text = written_policies(TEXTS)
    assert text.isprintable()
    assert parse_policies(text) == TEXTS
    assert parse_policies("") == {}


@pytest.mark.parametrize("text", ["{", "[]", '{"v3": "x"}', '{"v3": {"en": 1}}'])
def test_what_does_not_read_is_refused(text):
    with pytest.raises(Refused) as refused:
        parse_policies(text)
    assert refused.value.key == "policy.not_readable"


def test_a_language_that_is_missing_reads_simplified_chinese():
    bodies = {"zh_CN": "甲", "en": "A"}
    assert [policy_in(bodies, each) for each in ("en", "zh_TW")] == ["A", "甲"]
    assert policy_in({}, "en") == ""
