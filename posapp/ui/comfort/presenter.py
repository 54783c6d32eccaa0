"""Theme, size, calibration and volume: what a person chooses holds at once and is kept."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtWidgets import QApplication

from posapp.lanes import STORE
from posapp.settings import with_values
from posapp.ui.glass import CARD_MM, Glass, card_width, ppi_of_card
from posapp.ui.i18n import tr
from posapp.ui.qss import apply_look
from posapp.ui.sounds import Sound
from posapp.ui.theme import DARK, LIGHT

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from posapp.settings import Settings, SettingValue
    from posapp.ui.floor import Floor
    from posapp.ui.look import Look

SYSTEM = "system"
THEME_CHOICES = (LIGHT, DARK, "contrast", SYSTEM)
PERCENTS = (100, 125, 150)
KEY_PX = 40
VOLUMES = (0, 20, 40, 60, 80, 100)


def theme_of(settings: Settings) -> str:
    """The theme to wear; `system` follows the desktop."""
    if settings.theme != SYSTEM:
        return settings.theme
    hints = QApplication.styleHints()
    return DARK if hints.colorScheme() is Qt.ColorScheme.Dark else LIGHT


class ComfortPresenter(QObject):
    """Emits `changed` for its screen, and `resized` when all screens must be built anew.

    Size and calibration are tried in a draft first: a wrong one must not make the way back small.
    """

    changed = Signal()
    resized = Signal()

    def __init__(
        self,
        floor: Floor,
        look: Look,
        glass: Glass,
        keep: Callable[[Mapping[str, SettingValue]], None],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._floor = floor
        self._look = look
        self._glass = glass
        self._keep = keep
        self.percent = self.settings.screen_percent
        self.ppi = self.settings.screen_ppi

    @property
    def settings(self) -> Settings:
        """What is in force."""
        return self._floor.desk.settings

    @property
    def has_draft(self) -> bool:
        """A size is chosen that does not hold yet."""
        return (self.percent, self.ppi) != (
            self.settings.screen_percent,
            self.settings.screen_ppi,
        )

    @property
    def card_width(self) -> int:
        """Pixels that a bank card should cover, as the draft has it."""
        return card_width(self.ppi or self._glass.ppi)

    @property
    def remark(self) -> str:
        """What the size comes to on this glass."""
        draft = with_values(self.settings, self._size())
        drawn = self._glass.scale(draft)
        if draft.screen_percent > 100 and drawn < self._wanted(draft) - 0.01:
            return tr("这块屏幕放不下更大，已用最大")
        return tr("小按键高 {mm} 毫米", mm=round(KEY_PX * drawn * CARD_MM / self.card_width))

    def enter(self) -> None:
        """The page opens: the draft begins with what holds."""
        self.percent, self.ppi = self.settings.screen_percent, self.settings.screen_ppi
        self.changed.emit()

    @Slot(str)
    def choose_theme(self, theme: str) -> None:
        self._use({"theme": theme})
        self._look.set_theme(theme_of(self.settings))
        apply_look(cast("QApplication", QApplication.instance()), self._look)

    @Slot(str)
    def choose_volume(self, percent: str) -> None:
        self._use({"sound_percent": int(percent)})
        self._floor.sounds.play(Sound.SCAN_OK)

    @Slot(str)
    def choose_night_volume(self, percent: str) -> None:
        self._use({"night_sound_percent": int(percent)})

    @Slot(str)
    def choose_percent(self, percent: str) -> None:
        self.percent = int(percent)
        self.changed.emit()

    @Slot(int)
    def fit_card(self, width_px: int) -> None:
        """The drawn card is as wide as a real one."""
        self.ppi = ppi_of_card(width_px)
        self.changed.emit()

    @Slot()
    def forget_card(self) -> None:
        """Trust what the screen says about itself."""
        self.ppi = 0
        self.changed.emit()

    @Slot()
    def use_size(self) -> None:
        """The draft holds from now on."""
        if not self.has_draft:
            return
        self._use(self._size())
        self._look.set_scale(self._glass.scale(self.settings))
        self.resized.emit()

    def _size(self) -> dict[str, SettingValue]:
        return {"screen_percent": self.percent, "screen_ppi": self.ppi}

    def _wanted(self, draft: Settings) -> float:
        """The scale without the limit of the screen's size."""
        roomy = Glass(width=100_000, height=100_000, ppi=self._glass.ppi, ratio=self._glass.ratio)
        return roomy.scale(draft)

    def _use(self, values: Mapping[str, SettingValue]) -> None:
        self._floor.desk.use(with_values(self.settings, values))
        self._floor.background.run(STORE, partial(self._keep, values))
        self.changed.emit()
