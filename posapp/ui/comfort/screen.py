"""The page 显示与声音: theme, size, a bank card to measure the screen with, volume."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Slot

from posapp.ui.comfort.card_ruler import CardRuler
from posapp.ui.comfort.presenter import PERCENTS, VOLUMES
from posapp.ui.i18n import tr
from posapp.ui.keymap import Action
from posapp.ui.navigation import Hint
from posapp.ui.page import Page
from posapp.ui.widgets.card import Card
from posapp.ui.widgets.choice_group import ChoiceGroup
from posapp.ui.widgets.label import ElidedLabel, Label
from posapp.ui.widgets.touch_button import Kind, TouchButton

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from posapp.ui.comfort.presenter import ComfortPresenter
    from posapp.ui.look import Look


class ComfortScreen(Page):
    """Reached from the sign-in and from the page of health; nothing here can harm a sale."""

    # As at the sign-in: nobody needs to be signed in here, so no key may do more than leave.
    key_context = "sign_in"

    def __init__(
        self, look: Look, presenter: ComfortPresenter, parent: QWidget | None = None
    ) -> None:
        super().__init__(look, "comfort", tr("显示与声音"), parent)
        self._presenter = presenter
        self.themes = self._choices(
            "theme",
            (
                ("light", tr("浅色")),
                ("dark", tr("深色")),
                ("contrast", tr("高对比")),
                ("system", tr("跟随系统")),
            ),
        )
        self.percents = self._choices("percent", tuple((str(p), f"{p}%") for p in PERCENTS))
        self.volume = self._choices("volume", _volumes())
        self.night = self._choices("night", _volumes())
        self.body.addWidget(self._row("theme", tr("外观"), "", self.themes))
        self.body.addWidget(self._row("size", tr("大小"), "", self.percents))
        self.body.addWidget(self._make_ruler())
        self.body.addWidget(self._row("volume", tr("提示音"), "", self.volume))
        self.body.addWidget(self._row("night", tr("夜间提示音"), self._night_hours(), self.night))
        self.body.addStretch(1)
        self.add_back_action(tr("返回"))
        self.use_size = self.add_primary(tr("使用这个大小"), key="")
        self._wire()
        self.show_state()

    def enter(self, payload: object) -> None:
        self._presenter.enter()

    def first_focus(self) -> QWidget | None:
        return self.back

    def hints(self) -> tuple[Hint, ...]:
        return (Hint("Esc", tr("返回")),)

    def take_action(self, action: Action) -> bool:
        if action is Action.BACK:
            self.go_back()
            return True
        return super().take_action(action)

    @Slot()
    def show_state(self) -> None:
        presenter = self._presenter
        settings = presenter.settings
        self.themes.choose(settings.theme)
        self.percents.choose(str(presenter.percent))
        self.ruler.show_card(presenter.card_width)
        self.size_remark.setText(presenter.remark)
        self._choose_near(self.volume, settings.sound_percent)
        self._choose_near(self.night, settings.night_sound_percent)
        self.forget.refuse("" if presenter.ppi else tr("已是自动"))
        self.use_size.refuse("" if presenter.has_draft else tr("大小没有改动"))

    # -- building

    def _choices(self, name: str, choices: tuple[tuple[str, str], ...]) -> ChoiceGroup:
        return ChoiceGroup(self.look, f"comfort.{name}", choices, height=48)

    def _row(self, name: str, title: str, remark: str, choices: QWidget) -> Card:
        look = self.look
        card = Card(look, padding=12, horizontal=True, name=f"comfort.{name}.card")
        card.rows.setSpacing(look.px(16))
        words = Label(look, title, bold=True)
        words.setFixedWidth(look.px(168))
        card.rows.addWidget(words)
        card.rows.addWidget(choices)
        told = ElidedLabel(look, remark, tone="text2", name=f"comfort.{name}.remark")
        card.rows.addWidget(told, 1)
        if name == "size":
            self.size_remark = told
        return card

    def _make_ruler(self) -> Card:
        look = self.look
        card = Card(look, padding=12, name="comfort.ruler.card")
        label = tr("把银行卡贴在屏幕上，拉到一样宽")
        card.rows.addWidget(Label(look, label, bold=True))
        self.ruler = CardRuler(look, "comfort.ruler", label)
        card.rows.addWidget(self.ruler)
        row = Card(look, edge="", padding=0, horizontal=True, name="comfort.ruler.keys")
        self.narrower = self._step("narrower", tr("窄一点"), "minus")
        self.wider = self._step("wider", tr("宽一点"), "plus")
        self.forget = self._step("forget", tr("恢复自动"), "undo")
        for button in (self.narrower, self.wider, self.forget):
            row.rows.addWidget(button)
        row.rows.addStretch(1)
        card.rows.addWidget(row)
        return card

    def _step(self, name: str, text: str, icon: str) -> TouchButton:
        return TouchButton(
            self.look, f"comfort.{name}", text, icon=icon, kind=Kind.SECONDARY, height=48
        )

    def _wire(self) -> None:
        presenter = self._presenter
        presenter.changed.connect(self.show_state)
        self.themes.chosen.connect(presenter.choose_theme)
        self.percents.chosen.connect(presenter.choose_percent)
        self.volume.chosen.connect(presenter.choose_volume)
        self.night.chosen.connect(presenter.choose_night_volume)
        self.ruler.fitted.connect(presenter.fit_card)
        self.narrower.clicked.connect(lambda: presenter.fit_card(self.ruler.card - 2))
        self.wider.clicked.connect(lambda: presenter.fit_card(self.ruler.card + 2))
        self.forget.clicked.connect(presenter.forget_card)
        self.use_size.clicked.connect(presenter.use_size)

    def _night_hours(self) -> str:
        settings = self._presenter.settings
        if settings.night_from_hour == settings.night_until_hour:
            return tr("没有设夜间")
        return tr(
            "{start} 点到 {end} 点", start=settings.night_from_hour, end=settings.night_until_hour
        )

    @staticmethod
    def _choose_near(group: ChoiceGroup, percent: int) -> None:
        """A volume that came from elsewhere may lie between two of ours."""
        group.choose(str(min(VOLUMES, key=lambda each: abs(each - percent))))


def _volumes() -> tuple[tuple[str, str], ...]:
    return tuple((str(each), f"{each}%" if each else tr("静音")) for each in VOLUMES)
