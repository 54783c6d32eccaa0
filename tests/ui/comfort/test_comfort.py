"""Theme, size and volume are chosen at the counter, hold at once, and are there after a restart."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from posapp.app.stores import COUNTER_FILE, keep_at_the_counter
from posapp.errors import Unavailable
from posapp.settings import Settings, read_file, with_values
from posapp.ui.comfort.presenter import PERCENTS, THEME_CHOICES, VOLUMES, ComfortPresenter, theme_of
from posapp.ui.comfort.screen import ComfortScreen
from posapp.ui.glass import Glass, card_width, ppi_of_card
from posapp.ui.sounds import Sound, Sounds, volume_at
from tests.ui.till_floor import settle
from tests.ui.walk import problems

FHD = Glass(width=1920, height=1080, ppi=100.5)


@pytest.fixture
def kept():
    return {}


@pytest.fixture
def presenter(floor, look, kept):
    return ComfortPresenter(floor, look, FHD, kept.update)


@pytest.fixture
def screen(presenter, look, qtbot):
    screen = ComfortScreen(look, presenter)
    qtbot.addWidget(screen)
    screen.resize(1024, 680)
    screen.show()
    return screen


def test_a_theme_is_worn_at_once_and_kept(screen, presenter, look, kept, qtbot, floor):
    before = screen.grab().toImage().pixelColor(screen.width() - 4, 60).name()
    qtbot.mouseClick(screen.themes.button("contrast"), Qt.MouseButton.LeftButton)
    settle(qtbot, floor)
    assert (look.theme, floor.desk.settings.theme, kept) == (
        "contrast",
        "contrast",
        {"theme": "contrast"},
    )
    after = screen.themes.grab().toImage()
    assert before != "#000000"
    assert "#ffe04a" in {after.pixelColor(x, 24).name() for x in range(after.width())}


def test_a_size_is_a_draft_until_it_is_used(screen, presenter, look, kept, qtbot, floor):
    assert not screen.use_size.isEnabled()
    qtbot.mouseClick(screen.percents.button("125"), Qt.MouseButton.LeftButton)
    assert (look.scale, kept) == (1.0, {})
    with qtbot.waitSignal(presenter.resized):
        qtbot.mouseClick(screen.use_size, Qt.MouseButton.LeftButton)
    settle(qtbot, floor)
    assert look.scale == pytest.approx(1.25)
    assert kept == {"screen_percent": 125, "screen_ppi": 0}


def test_what_does_not_fit_the_screen_is_told(floor, look):
    small = ComfortPresenter(floor, look, Glass(width=1366, height=768, ppi=100.5), dict)
    small.choose_percent("150")
    assert small.remark == "这块屏幕放不下更大，已用最大"
    small.choose_percent("100")
    assert small.remark == "小按键高 10 毫米"


def test_a_bank_card_measures_the_screen(screen, presenter, look, qtbot):
    screen.ruler.setFocus()
    QTest.mouseClick(screen.ruler, Qt.MouseButton.LeftButton, pos=screen.ruler.rect().center())
    pulled = screen.ruler.card
    assert presenter.ppi == ppi_of_card(pulled)
    QTest.keyClick(screen.ruler, Qt.Key.Key_Right)
    qtbot.mouseClick(screen.wider, Qt.MouseButton.LeftButton)
    assert screen.ruler.card >= pulled
    qtbot.mouseClick(screen.forget, Qt.MouseButton.LeftButton)
    assert presenter.ppi == 0
    presenter.fit_card(card_width(141))
    presenter.use_size()
    assert look.scale == pytest.approx(1.403, abs=0.01)


def test_the_page_is_whole_on_the_smallest_screen(screen, look):
    assert problems(screen, look) == []


def test_a_volume_is_heard_at_once(screen, presenter, floor, qtbot, kept):
    qtbot.mouseClick(screen.volume.button("20"), Qt.MouseButton.LeftButton)
    qtbot.mouseClick(screen.night.button("0"), Qt.MouseButton.LeftButton)
    settle(qtbot, floor)
    assert kept == {"sound_percent": 20, "night_sound_percent": 0}


def test_nights_go_over_midnight_or_do_not():
    night = with_values(Settings(), {"night_from_hour": 22, "night_until_hour": 7})
    loud, soft = night.sound_percent, night.night_sound_percent
    assert [volume_at(hour, night) for hour in (21, 22, 0, 6, 7)] == [loud, soft, soft, soft, loud]
    noon = with_values(night, {"night_from_hour": 12, "night_until_hour": 14})
    assert [volume_at(hour, noon) for hour in (11, 12, 13, 14)] == [loud, soft, soft, loud]
    never = with_values(night, {"night_from_hour": 7})
    assert {volume_at(hour, never) for hour in range(24)} == {loud}


def test_every_choice_is_a_setting():
    for theme in THEME_CHOICES:
        assert with_values(Settings(), {"theme": theme}).theme == theme
        assert theme_of(with_values(Settings(), {"theme": theme})) in ("light", "dark", "contrast")
    assert {Settings().screen_percent} <= set(PERCENTS)
    assert {Settings().sound_percent, Settings().night_sound_percent} <= set(VOLUMES)


def test_what_was_chosen_is_there_after_a_restart(tmp_path):
    keep_at_the_counter(tmp_path, {"theme": "contrast", "screen_ppi": 141})
    keep_at_the_counter(tmp_path, {"sound_percent": 0})
    kept = with_values(Settings(), read_file(tmp_path / COUNTER_FILE))
    assert (kept.theme, kept.screen_ppi, kept.sound_percent) == ("contrast", 141, 0)
    with pytest.raises(Unavailable) as refused:
        keep_at_the_counter(tmp_path / "gone", {"theme": "dark"})
    assert refused.value.key == "settings.not_kept"


class Ear:
    def __init__(self):
        self.heard = []

    def play(self, file, percent):
        self.heard.append((file.stem, percent))


def test_the_volume_of_the_hour_goes_to_the_player_and_silence_to_nobody():
    ear = Ear()
    now = [60]
    sounds = Sounds(ear, volume=lambda: now[0])
    sounds.play(Sound.SCAN_OK)
    now[0] = 0
    sounds.play(Sound.PAID)
    assert (sounds.state, ear.heard) == ("ready", [("scan_ok", 60)])
