"""Tags: rules that can be meant, names that a till can read."""

import pytest

from posapp.domain.complaints import CallOutcome, ComplaintState, ComplaintStep, state_after
from posapp.domain.tags import (
    DAY_MS,
    RuleKind,
    TagKind,
    TagNames,
    TagRule,
    check_rule,
    checked_tag_name,
    parse_tags,
    plates,
    written_tags,
)
from posapp.errors import Refused

VIP = TagNames(code="vip", zh_cn="贵宾", zh_tw="貴賓", en="VIP")
OFTEN = TagNames(code="often", zh_cn="高频", zh_tw="高頻", en="Frequent")


def test_a_till_reads_the_names_as_they_were_written():
    text = written_tags((VIP, OFTEN))
    assert parse_tags(text) == (VIP, OFTEN)
    assert plates(text, ("often", "vip", "newer"), "en") == ("VIP", "Frequent")
    assert plates(text, ("vip",), "zh_TW") == ("貴賓",)
    for broken in ("vip", "vip=a|b", "VIP=a|b|c", "vip=a||c"):
        with pytest.raises(Refused, match=r"tags\.not_readable"):
            parse_tags(broken)


@pytest.mark.parametrize("name", ["", " ", "a;b", "a|b", "a=b", "长" * 13, "x\n"])
def test_a_name_that_no_plate_could_show_is_refused(name):
    if name == "x\n":
        assert checked_tag_name(name) == "x"
        return
    with pytest.raises(Refused, match=r"tags\.name_not_valid"):
        checked_tag_name(name)


def test_a_rule_says_all_that_it_needs_and_nothing_else():
    good = {"amount": 1, "count": 1, "days": 1, "has_category": False}
    for rule in (RuleKind.BASKET, RuleKind.OFTEN, RuleKind.SLEEPING):
        check_rule(rule, **good)
    wrong = (
        (RuleKind.BASKET, {"amount": 0}),
        (RuleKind.OFTEN, {"count": 0}),
        (RuleKind.OFTEN, {"days": 0}),
        (RuleKind.SLEEPING, {"days": 0}),
        (RuleKind.CATEGORY, {}),
        (RuleKind.OFTEN, {"has_category": True}),
    )
    for rule, changed in wrong:
        with pytest.raises(Refused, match=r"tags\.rule_not_valid"):
            check_rule(rule, **{**good, **changed})


def test_a_tag_lapses_with_the_oldest_sale_that_it_stands_on():
    rule = TagRule(tag="t", kind=TagKind.BEHAVIOUR, rule=RuleKind.OFTEN, count=3, days=30)
    assert rule.ends_ms(None) == 0
    assert rule.ends_ms(5) == 5 + 30 * DAY_MS
    for_ever = TagRule(tag="t", kind=TagKind.VALUE, rule=RuleKind.BASKET, amount=1)
    assert for_ever.ends_ms(5) is None


def test_a_complaint_is_closed_only_after_the_call():
    step, state = ComplaintStep, ComplaintState
    assert state_after(state.OPEN, step.ANSWERED) is state.ANSWERED
    assert state_after(state.ANSWERED, step.CALLED, CallOutcome.NOT_CONTENT) is state.OPEN
    assert state_after(state.ANSWERED, step.CALLED, CallOutcome.CONTENT) is state.FOLLOWED_UP
    for early in (state.OPEN, state.ANSWERED, state.CLOSED):
        with pytest.raises(Refused, match=r"complaint\.not_now"):
            state_after(early, step.CLOSED)
