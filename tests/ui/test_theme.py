"""Colours are legible, complete, and the scale keeps fingers and the narrow layout in mind."""

import pytest

from posapp.ui.qss import palette_for, style_sheet
from posapp.ui.theme import (
    THEMES,
    TOKEN_NAMES,
    contrast_pairs,
    contrast_ratio,
    load_colors,
    scale_for,
)


@pytest.mark.parametrize("theme", THEMES)
def test_every_pair_of_tokens_has_its_contrast(theme):
    colors = load_colors(theme)
    short = [
        (pair.front, pair.back, round(contrast_ratio(colors[pair.front], colors[pair.back]), 2))
        for pair in contrast_pairs()
        if contrast_ratio(colors[pair.front], colors[pair.back]) < pair.least
    ]
    assert short == []


def test_contrast_is_the_formula_of_wcag():
    assert contrast_ratio("#000000", "#FFFFFF") == pytest.approx(21.0)
    assert contrast_ratio("#FFFFFF", "#FFFFFF") == pytest.approx(1.0)
    assert contrast_ratio("#0B5CAD", "#FFFFFF") == pytest.approx(6.67, abs=0.01)
    assert contrast_ratio("#5FD394", "#03240F") == pytest.approx(8.89, abs=0.01)


def test_every_text_token_meets_the_ground_it_stands_on():
    tested = {(pair.front, pair.back) for pair in contrast_pairs()}
    for token in ("text", "text2", "primary", "pay", "warn", "danger", "member", "offline"):
        assert (token, "surface") in tested
    for filled in ("primary", "pay", "danger", "inverse"):
        assert (f"on_{filled}", filled) in tested


def test_an_unknown_token_is_an_error():
    with pytest.raises(KeyError):
        load_colors("light")["purple"]
    with pytest.raises(KeyError):
        load_colors("sepia")
    assert "primary_weak" in TOKEN_NAMES


@pytest.mark.parametrize(
    ("width", "height", "ppi", "user", "expected"),
    [
        (1366, 768, 100.5, 1.0, 1.0),
        (1920, 1080, 141.3, 1.0, 1.406),
        (1024, 768, 85.0, 1.0, 1.0),
        (1024, 768, 141.0, 1.0, 1.0),
        (1920, 1080, 96.0, 1.0, 1.0),
        (1920, 1080, 100.5, 1.25, 1.25),
    ],
)
def test_scale_follows_the_glass_as_far_as_the_layout_fits(width, height, ppi, user, expected):
    assert scale_for(width, height, ppi, user) == pytest.approx(expected, abs=0.001)


def test_sizes_are_millimetres_on_the_glass(make_look):
    assert make_look().mm(10) == 40
    assert make_look(scale=1.406).mm(10) == 56
    assert make_look(scale=1.406).mm(15) == 84


def test_the_standard_controls_wear_the_tokens(make_look):
    dark = make_look(theme="dark")
    assert palette_for(dark.colors).window().color().name() == "#101418"
    assert "#7DB8F5" in style_sheet(dark)
    dark.set_theme("contrast")
    assert "#FFE04A" in style_sheet(dark)


def test_another_theme_is_announced(make_look, qtbot):
    look = make_look()
    with qtbot.waitSignal(look.changed):
        look.set_theme("dark")
    assert look.color("bg").name() == "#101418"
