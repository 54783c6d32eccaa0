"""What one test of the screen leaves standing is gone before the next one begins."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QLocale, QTimer, QTranslator
from PySide6.QtWidgets import QApplication


@pytest.fixture(autouse=True)
def swept(qapp: QApplication) -> Iterator[None]:
    """Windows, languages and the focus of a test end with it."""
    yield
    for window in QApplication.topLevelWidgets():
        window.hide()
        window.deleteLater()
    for translator in qapp.findChildren(QTranslator):
        qapp.removeTranslator(translator)
    QLocale.setDefault(QLocale("zh_CN"))
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    # A test that told the program to end outside its event loop: no loop would turn any more.
    QTimer.singleShot(0, qapp.quit)
    qapp.exec()
