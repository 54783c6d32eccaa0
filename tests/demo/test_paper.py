"""The independent reader of printer bytes, judged by bytes written by hand from the manual."""

from __future__ import annotations

from posapp.demo.paper.draw import PaperArtist
from posapp.demo.paper.interpreter import (
    Cut,
    DrawerPulse,
    Feed,
    Picture,
    QrCode,
    Run,
    TextRow,
    interpret,
)
from posapp.paths import BOLD_FONT, REGULAR_FONT, resource

JOB = (
    b"\x1b@\x1bp\x00\x19\xfa\x1c&"
    b"\x1ba\x01\x1bE\x01\x1d!\x11\xd0\xc7\xba\xd3\n\x1d!\x00\x1bE\x00\x1ba\x00"
    b"abc \xa3\xa41\n"
    b"\x1d(k\x04\x001A2\x00\x1d(k\x03\x001C\x06\x1d(k\x03\x001E1"
    b"\x1d(k\x06\x001P0PR1\x1d(k\x03\x001Q0"
    b"\x1dv0\x00\x02\x00\x03\x00\xff\x00\x1bp\x00\x0f"
    b"\x1dB\x01Z\n\x1dB\x00\x1bd\x04\x1dVB\x00"
)


def test_a_job_is_read_as_the_manual_says() -> None:
    document = interpret(JOB)
    assert document.problems == ()
    assert document.items == (
        DrawerPulse(pin=0),
        TextRow((Run("星河", bold=True, width=2, height=2),), "center"),
        TextRow((Run("abc ￥1"),)),
        QrCode("PR1", 6),
        Picture(2, 3, b"\xff\x00\x1bp\x00\x0f"),
        TextRow((Run("Z", reverse=True),)),
        Feed(4),
        Cut(partial=True),
    )
    assert (document.pulses, document.cuts, document.codes) == (1, 1, ("PR1",))


def test_what_a_printer_would_garble_is_a_problem() -> None:
    for bad in (
        b"\xd0\xc7\n",
        b"\x1c&\x95\x34\xb2\x35\n",
        b"\x1c&\xff\xff\n",
        b"\x07\n",
        b"\x7f\n",
        b"\x1bZ\n",
        b"\x1cZ\n",
        b"\x1dZ\n",
        b"no line feed",
        b"\x1bp\x00",
        b"\x1dv0\x00\x00\x00\x00\x00\n",
        b"\x1d(L\x02\x0000\n",
        b"\x1d(k\x03\x001Z0\n",
        b"ab\x1ba\x01c\n",
    ):
        assert interpret(bad).problems, bad


def test_commands_that_print_nothing_are_passed_over() -> None:
    document = interpret(b"\x1b2\x1b3\x18\x1bt\x00\x1c.\x1c!\x00\x10\x04\x04\x1dr\x01a\n")
    assert document.rows == ("a",)
    assert document.problems == ()


def test_the_paper_is_as_wide_as_the_printer_and_shows_ink() -> None:
    artist = PaperArtist(resource(REGULAR_FONT), resource(BOLD_FONT), 384)
    picture = artist.draw_bytes(JOB)
    assert picture.width == 384 + 32
    assert picture.height > 300
    assert picture.getextrema() == (0, 255)


def test_right_aligned_words_stand_at_the_right() -> None:
    artist = PaperArtist(resource(REGULAR_FONT), resource(BOLD_FONT), 384)
    picture = artist.draw_bytes(b"\x1b@\x1ba\x02W\n")
    box = picture.point(lambda value: 255 if value < 128 else 0).getbbox()
    assert box is not None
    assert box[0] > 384
