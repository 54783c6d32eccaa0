"""Texts are measured as their font does, once; other fonts are asked anew."""

from PySide6.QtGui import QFontMetrics

from posapp.ui.measured import MeasuredText


def test_a_text_is_as_wide_as_its_font_says(look):
    for _ in range(2):
        wide = look.texts.width("门票 Ticket", "h2", bold=True)
        assert wide == QFontMetrics(look.font("h2", bold=True)).horizontalAdvance("门票 Ticket")
    assert look.texts.width("门票", "small") < look.texts.width("门票", "h1")


def test_only_a_text_without_room_is_shortened(look):
    wide = look.texts.width("很长的商品名称")
    assert look.texts.short("很长的商品名称", wide) == "很长的商品名称"
    short = look.texts.short("很长的商品名称", wide - 1)
    assert short.endswith("…")
    assert look.texts.width(short) < wide


def test_another_scale_is_measured_anew(look):
    before = look.texts.width("合计")
    look.set_scale(2.0)
    assert look.texts.width("合计") > before


def test_no_more_is_remembered_than_fits(look):
    texts = MeasuredText(lambda size, bold: look.font(size, bold=bold))
    for number in range(MeasuredText.MOST + 10):
        texts.width(str(number))
    assert len(texts._widths) <= MeasuredText.MOST
