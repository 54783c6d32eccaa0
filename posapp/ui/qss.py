"""The style sheet and palette of the standard Qt controls, generated from the colour tokens."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QColor, QPalette

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

    from posapp.ui.look import Look
    from posapp.ui.theme import Colors

_ROLES = {
    QPalette.ColorRole.Window: "bg",
    QPalette.ColorRole.WindowText: "text",
    QPalette.ColorRole.Base: "surface",
    QPalette.ColorRole.AlternateBase: "surface2",
    QPalette.ColorRole.Text: "text",
    QPalette.ColorRole.PlaceholderText: "text2",
    QPalette.ColorRole.Button: "surface",
    QPalette.ColorRole.ButtonText: "text",
    QPalette.ColorRole.ToolTipBase: "inverse",
    QPalette.ColorRole.ToolTipText: "on_inverse",
    QPalette.ColorRole.Highlight: "primary",
    QPalette.ColorRole.HighlightedText: "on_primary",
    QPalette.ColorRole.Link: "primary",
}


def palette_for(colors: Colors) -> QPalette:
    palette = QPalette()
    for role, token in _ROLES.items():
        palette.setColor(role, QColor(colors[token]))
    for role in (QPalette.ColorRole.Text, QPalette.ColorRole.WindowText):
        palette.setColor(QPalette.ColorGroup.Disabled, role, QColor(colors.disabled))
    return palette


def apply_look(app: QApplication, look: Look) -> None:
    """Dress the whole program; call again whenever the look changed."""
    app.setStyle("Fusion")
    app.setPalette(palette_for(look.colors))
    app.setFont(look.font("body"))
    app.setStyleSheet(style_sheet(look))


def style_sheet(look: Look) -> str:
    return "\n".join((_fields(look), _scrolling(look), _tables(look), _choices(look)))


def _fields(look: Look) -> str:
    c = look.colors
    return f"""
QLineEdit, QPlainTextEdit, QSpinBox, QComboBox {{
  background: {c.surface}; color: {c.text}; border: {look.px(1)}px solid {c.border};
  border-radius: {look.px(6)}px; padding: 0 {look.px(12)}px;
  selection-background-color: {c.primary}; selection-color: {c.on_primary};
  placeholder-text-color: {c.text2};
}}
QLineEdit:focus, QPlainTextEdit:focus, QComboBox:focus {{
  border: {look.px(2)}px solid {c.primary};
}}
QLineEdit[wrong="true"] {{ border: {look.px(2)}px solid {c.danger}; }}
QLineEdit[bare="true"], QLineEdit[bare="true"]:focus {{
  border: none; background: transparent; padding: 0;
}}
QLineEdit:disabled, QComboBox:disabled {{
  background: {c.surface2}; color: {c.disabled}; border: none;
}}
QComboBox::drop-down {{ border: none; width: {look.px(28)}px; }}
QComboBox QAbstractItemView {{ background: {c.surface}; color: {c.text};
  selection-background-color: {c.primary_weak}; selection-color: {c.text}; outline: none; }}
QToolTip {{
  background: {c.inverse}; color: {c.on_inverse}; border: none; padding: {look.px(4)}px;
}}
"""


def _scrolling(look: Look) -> str:
    c = look.colors
    width = look.px(10)
    return f"""
QAbstractScrollArea {{ background: transparent; border: none; }}
QPlainTextEdit {{ background: {c.surface}; border: {look.px(1)}px solid {c.border}; }}
QPlainTextEdit:focus {{ border: {look.px(2)}px solid {c.primary}; }}
QScrollBar:vertical {{ background: transparent; width: {width}px; margin: 0; }}
QScrollBar:horizontal {{ background: transparent; height: {width}px; margin: 0; }}
QScrollBar::handle {{
  background: {c.border}; border-radius: {look.px(4)}px; margin: {look.px(2)}px;
}}
QScrollBar::handle:vertical {{ min-height: {look.px(40)}px; }}
QScrollBar::handle:horizontal {{ min-width: {look.px(40)}px; }}
QScrollBar::add-line, QScrollBar::sub-line {{ width: 0; height: 0; }}
QScrollBar::add-page, QScrollBar::sub-page {{ background: transparent; }}
"""


def _tables(look: Look) -> str:
    c = look.colors
    return f"""
QTableView {{ background: transparent; color: {c.text}; gridline-color: {c.divider};
  selection-background-color: {c.primary_weak}; selection-color: {c.text}; outline: none; }}
QTableView::item {{ padding: 0 {look.px(8)}px; border-bottom: 1px solid {c.divider}; }}
QHeaderView {{ background: transparent; }}
QHeaderView::section {{ background: {c.surface}; color: {c.text2}; border: none;
  border-bottom: 1px solid {c.divider}; padding: 0 {look.px(8)}px; }}
"""


def _choices(look: Look) -> str:
    c = look.colors
    return f"""
QLabel[chip="true"] {{ background: {c.surface}; border-radius: {look.px(4)}px; }}
QLabel[tone="text"] {{ color: {c.text}; }}
QLabel[tone="text2"] {{ color: {c.text2}; }}
QLabel[tone="disabled"] {{ color: {c.disabled}; }}
QLabel[tone="primary"] {{ color: {c.primary}; }}
QLabel[tone="pay"] {{ color: {c.pay}; }}
QLabel[tone="warn"] {{ color: {c.warn}; }}
QLabel[tone="danger"] {{ color: {c.danger}; }}
QLabel[tone="member"] {{ color: {c.member}; }}
QLabel[tone="offline"] {{ color: {c.offline}; }}
QLabel[tone="on_primary"] {{ color: {c.on_primary}; }}
QLabel[tone="on_danger"] {{ color: {c.on_danger}; }}
QLabel[tone="warn_weak"] {{ color: {c.warn_weak}; }}
QLabel[tone="on_inverse"] {{ color: {c.on_inverse}; }}
QLabel[tone="inverse_link"] {{ color: {c.inverse_link}; }}
"""
