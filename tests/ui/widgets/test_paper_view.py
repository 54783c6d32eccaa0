"""A paper on the screen is whole from edge to edge."""

import pytest
from PySide6.QtGui import QImage

from posapp.ui.widgets.paper_view import PaperView


@pytest.mark.parametrize(("room", "shown"), [(300, 300), (900, 460)])
def test_a_paper_is_never_wider_than_its_room_nor_than_is_wished(qtbot, room, shown):
    view = PaperView(460)
    qtbot.addWidget(view)
    view.resize(room, 400)
    view.show()
    image = QImage(576, 1000, QImage.Format.Format_Grayscale8)
    image.fill(255)
    view.show_image(image)
    assert view.pixmap().width() == shown
    view.resize(room - 100, 400)
    assert view.pixmap().width() == min(460, room - 100)


def test_a_small_paper_is_not_blown_up_and_words_take_its_place(qtbot):
    view = PaperView(460)
    qtbot.addWidget(view)
    view.resize(900, 400)
    view.show()
    view.show_image(QImage(120, 80, QImage.Format.Format_Grayscale8))
    assert view.pixmap().width() == 120
    view.show_words("正在画小票")
    view.resize(300, 400)
    assert view.text() == "正在画小票"
