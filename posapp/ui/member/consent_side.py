"""Asking a person on her own side of the counter who is no new member: a guardian, an heir."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from posapp.domain.consents import Purpose, parse_purposes
from posapp.domain.policy_texts import parse_policies
from posapp.ui.customer_display.view import Consent
from posapp.ui.i18n import tr

if TYPE_CHECKING:
    from posapp.ui.floor import Floor


class ConsentSide(QObject):
    """`asked` carries the `Consent` to put before her, `ended` that nothing is asked any more,
    `answered` yes or no with the purposes that she chose.
    """

    asked = Signal(object)
    ended = Signal()
    answered = Signal(bool, object)

    def __init__(self, floor: Floor, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._floor = floor
        self.is_open = False

    @property
    def purposes(self) -> tuple[Purpose, ...]:
        return parse_purposes(self._floor.desk.settings.consent_purposes)

    @property
    def language(self) -> str:
        return self._floor.desk.settings.language

    def question(self) -> Consent:
        """The policy in force, whole where central told it, and what is asked one by one."""
        settings = self._floor.desk.settings
        version = settings.policy_version
        texts = parse_policies(settings.policy_texts).get(version, {})
        return Consent(version, tuple(each.value for each in self.purposes), texts)

    def open(self) -> None:
        self.is_open = True
        self.asked.emit(self.question())

    def close(self) -> None:
        if self.is_open:
            self.is_open = False
            self.ended.emit()

    @Slot(bool, object)
    def hear(self, agreed: bool, purposes: frozenset[str]) -> None:
        """What she pressed, on either screen."""
        if self.is_open:
            self.answered.emit(agreed, purposes)
            self._floor.messages.show(tr("顾客已同意") if agreed else tr("顾客没有同意"))
