"""Names as clerks type them: every reading of a surname, whole, by first letters, mixed."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from posapp.domain.name_sounds import (
    MOST_SPELLINGS,
    initials_of,
    plain_name,
    sound_of,
    spellings,
)
from posapp.domain.simplified import simplified
from posapp.domain.surname_readings import COMPOUND, SINGLE
from posapp.domain.typed_names import (
    MOST_CUTS,
    beginning,
    cuts,
    initials,
    is_said,
    pattern,
    typed_name,
)
from posapp.offline.spelling import readings_of

GIVEN = "伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平刚桂英华乐晟茜长行朝"
SURNAMES = ["王", "张", "吕", "𠮷", *SINGLE, *COMPOUND]


def spell(name):
    return spellings(name, readings_of)


names = st.builds(
    lambda surname, given: surname + "".join(given),
    st.sampled_from(SURNAMES),
    st.lists(st.sampled_from(GIVEN), min_size=1, max_size=3),
)


@pytest.mark.parametrize(
    ("name", "first", "also"),
    [
        ("单雄信", "shanxiongxin", {"danxiongxin"}),
        ("曾国藩", "zengguofan", {"cengguofan"}),
        ("解晓东", "xiexiaodong", {"jiexiaodong"}),
        ("仇英", "qiuying", {"chouying"}),
        ("查良镛", "zhaliangyong", {"chaliangyong"}),
        ("盖叫天", "gejiaotian", {"gaijiaotian"}),
        ("区伟", "ouwei", {"quwei"}),
        ("朴明", "piaoming", {"puming"}),
        ("覃敏", "qinmin", {"tanmin"}),
        ("任静", "renjing", set()),
        ("欧阳娜", "ouyangna", {"ouyangnuo"}),
        ("尉迟恭", "yuchigong", {"weichigong"}),
        ("万俟磊", "moqilei", {"wansilei"}),
        ("令狐冲", "linghuchong", set()),
        ("长孙無忌", "zhangsunwuji", {"changsunwuji"}),
        ("單田芳", "shantianfang", {"dantianfang"}),
        ("吕布", "lvbu", set()),
        ("李𠮷明", "liming", set()),
        ("赟㛃", "yunjie", set()),
    ],
)
def test_a_surname_is_said_as_a_surname_first_and_in_every_other_way(name, first, also):
    said = ["".join(each) for each in spell(name)]
    assert said[0] == first
    assert also <= set(said)


def test_a_name_full_of_polyphones_has_few_spellings():
    assert len(spell("单" * 6)) <= MOST_SPELLINGS
    assert len(spell("长行茜晟朝乐娜露")) <= MOST_SPELLINGS
    assert len(spell("单" * 40)[0]) <= 26


@given(st.data(), names)
def test_any_reading_typed_in_any_mixture_finds_the_name(data, name):
    said = spell(name)
    if not said:
        return
    syllables = data.draw(st.sampled_from(said))
    parts = [data.draw(st.sampled_from([each, each[0]])) for each in syllables]
    between = data.draw(st.sampled_from(["", " ", "'"]))
    typed = typed_name(between.join(parts))
    assert is_said(typed, syllables)
    sound, letters = sound_of(syllables), initials_of(syllables)
    assert any(
        sound.startswith(beginning(cut)) and letters.startswith(initials(cut))
        for cut in cuts(typed)
    )


@given(names, st.integers(1, 20))
def test_any_beginning_of_the_whole_pinyin_finds_the_name(name, size):
    for syllables in spell(name):
        typed = typed_name("".join(syllables)[:size])
        assert is_said(typed, syllables)
        assert any(sound_of(syllables).startswith(beginning(cut)) for cut in cuts(typed))


@pytest.mark.parametrize(
    ("typed", "cut"),
    [
        ("ouyn", "AouBy*Cn*"),
        ("oyn", "Ao*By*Cn*"),
        ("wang fang", "AwangBfang*"),
        ("wf", "Aw*Bf*"),
        ("wangxm", "AwangBx*Cm*"),
        ("wfang", "Aw*Bfang*"),
        ("zhangs", "AzhangBs*"),
        ("zhsh", "Azh*Bsh*"),
        ("lü bu", "AlvBbu*"),
        ("lubu", "AlvBbu*"),
        ("lyubu", "AlvBbu*"),
        ("wáng fāng", "AwangBfang*"),
        ("wang2fang1", "AwangBfang*"),
        ("ＷＦ", "Aw*Bf*"),
        ("xi'an", "AxiBan*"),
    ],
)
def test_letters_are_cut_into_syllables(typed, cut):
    assert cut in [pattern(each) for each in cuts(typed_name(typed))]


def test_v_and_u_are_one_for_who_types():
    for typed in ("lvbu", "lubu", "lübu", "lyubu", "lv bu", "lb"):
        assert is_said(typed_name(typed), ("lv", "bu")), typed
    assert not is_said(typed_name("libu"), ("lv", "bu"))


def test_syllables_of_another_name_are_not_hers():
    assert not is_said(typed_name("wangf"), ("wang", "xiao", "ming"))
    assert not is_said(typed_name("wm"), ("wang", "xiao", "ming"))
    assert not is_said(typed_name("fang"), ("wang", "fang"))
    assert not is_said(typed_name("wangfangx"), ("wang", "fang"))


@pytest.mark.parametrize(
    ("written", "plain"),
    [
        ("張偉", "张伟"),
        ("陳麗華", "陈丽华"),
        ("歐陽娜", "欧阳娜"),
        ("Ａｎｎａ  Müller", "annamuller"),
        ("阿依古丽·买买提", "阿依古丽买买提"),
        ("𠮷田", "𠮷田"),
        ("㛃䶮", "㛃䶮"),
        ("김민수", "김민수"),
        ("さくら が", "さくらが"),
        ("\u200f\u0000", ""),
    ],
)
def test_names_are_compared_without_what_only_looks_different(written, plain):
    assert plain_name(written) == plain


def test_simplifying_twice_is_simplifying_once():
    from posapp.domain import simplified as module

    assert simplified(simplified(module._TRADITIONAL)) == module._SIMPLIFIED


@given(st.text(max_size=80))
def test_no_text_breaks_what_is_made_of_a_name(text):
    for syllables in spell(text):
        assert sound_of(syllables)
        assert initials_of(syllables)
    assert len(cuts(typed_name(text))) <= MOST_CUTS + 1
    assert len(spell(text)) <= MOST_SPELLINGS
