"""The groups of the panel: scanner, phone, payment outcomes and faults."""

from __future__ import annotations

import secrets
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QTimer, Slot

from posapp.devices.simulated_line import LinkFault
from posapp.devices.simulated_printer import PrinterFault
from posapp.devices.simulated_terminal import Script
from posapp.ui.counter.box import Box
from posapp.ui.i18n import tr
from posapp.ui.widgets.label import Label

if TYPE_CHECKING:
    from collections.abc import Callable

    from posapp.ui.counter.parts import Counter
    from posapp.ui.look import Look

_TICK_MS: Final = 500
_WECHAT, _ALIPAY = "13", "28"
_DIGITS_BETWEEN: Final = 14


class ScannerBox(Box):
    """Holds codes before the scanner: goods of the park, the member's phone."""

    def __init__(self, look: Look, counter: Counter) -> None:
        super().__init__(look, "demo_scanner", tr("扫码枪：点一下就扫一次"), columns=3)
        self._counter = counter
        scan = counter.scanner.scan
        for place, code in enumerate(counter.codes):
            self.button(f"demo_scan_{place}", code.label, _call(scan, code.text))
        self.button("demo_scan_member", tr("会员动态码"), self._scan_phone)
        self.button("demo_scan_unknown", tr("没有的条码"), _call(scan, "6999999999994"))

    def _scan_phone(self) -> None:
        self._counter.scanner.scan(self._counter.phone.code())


class CodesBox(Box):
    """Payment codes on the customer's phone, and what comes of each."""

    def __init__(self, look: Look, counter: Counter) -> None:
        super().__init__(look, "demo_codes", tr("顾客的付款码"), columns=3)
        self._counter = counter
        for name, prefix, ending, text in (
            ("wechat", _WECHAT, "00", tr("微信付款码")),
            ("alipay", _ALIPAY, "00", tr("支付宝付款码")),
            ("password", _WECHAT, "01", tr("要输密码")),
            ("never", _WECHAT, "02", tr("不输密码")),
            ("lost", _WECHAT, "04", tr("付了没应答")),
            ("silent", _WECHAT, "05", tr("问不出结果")),
            ("expired", _WECHAT, "06", tr("已失效")),
        ):
            self.button(f"demo_scan_{name}", text, self._shows(prefix, ending))

    def _shows(self, prefix: str, ending: str) -> Callable[[], None]:
        """A new code each time, as a phone shows: the sample's acquirer plays by the last digits
        (posapp/central/gateway/simulated.py).
        """

        def show() -> None:
            digits = "".join(secrets.choice("0123456789") for _ in range(_DIGITS_BETWEEN))
            self._counter.scanner.scan(prefix + digits + ending)

        return show


class PhoneBox(Box):
    """The member's phone: the last message, the code of the minute, and her pad at the counter."""

    def __init__(self, look: Look, counter: Counter) -> None:
        super().__init__(look, "demo_phone", tr("顾客的手机"))
        self._counter = counter
        self._code = Label(look, name="demo_phone_code", bold=True)
        self._message = Label(
            look, tr("还没有短信"), size="small", wrap=True, name="demo_phone_message"
        )
        self._drawer = Label(look, size="small", tone="text2", name="demo_drawer_count")
        for label in (self._code, self._message, self._drawer):
            self.rows.addWidget(label)
        self._timer = QTimer(self)
        self._timer.setInterval(_TICK_MS)
        self._timer.timeout.connect(self._on_tick)
        self._timer.start()
        self._on_tick()

    @Slot()
    def _on_tick(self) -> None:
        phone = self._counter.phone
        self._code.setText(
            tr("会员码 {code}，{left} 秒后更换", code=phone.code(), left=phone.seconds_left())
        )
        messages = phone.messages()
        if messages:
            self._message.setText(messages[-1].text)
        self._drawer.setText(tr("钱箱开过 {times} 次", times=self._counter.drawer.opens))


class TerminalBox(Box):
    """What the next external payment will play."""

    def __init__(self, look: Look, counter: Counter) -> None:
        super().__init__(look, "demo_terminal", tr("下一笔外接支付"))
        scripts = (
            (Script.PAID, tr("成功")),
            (Script.DECLINED, tr("拒绝")),
            (Script.UNKNOWN_THEN_PAID, tr("结果未知，查询后成功")),
            (Script.UNKNOWN_THEN_DECLINED, tr("结果未知，查询后失败")),
            (Script.STAYS_UNKNOWN, tr("一直未知")),
            (Script.CUSTOMER_CONFIRMS, tr("等顾客输密码")),
            (Script.UNPLUGGED, tr("终端断开")),
        )
        self._choices = {
            script: self.button(f"demo_{script}", text, self._chooser(script), choice=True)
            for script, text in scripts
        }
        self._terminal = counter.terminal
        self._show()

    def _chooser(self, script: Script) -> Callable[[], None]:
        def choose() -> None:
            self._terminal.script = script
            self._show()

        return choose

    def _show(self) -> None:
        for script, button in self._choices.items():
            button.setChecked(script is self._terminal.script)


class FaultBox(Box):
    """Switches for what goes wrong in a shop."""

    def __init__(self, look: Look, counter: Counter) -> None:
        super().__init__(look, "demo_faults", tr("故障开关"))
        self._counter = counter
        self._printer = {
            PrinterFault.PAPER_OUT: self.button(
                "demo_paper_out",
                tr("打印机缺纸"),
                self._printer_toggle(PrinterFault.PAPER_OUT),
                choice=True,
            ),
            PrinterFault.UNPLUGGED: self.button(
                "demo_printer_unplugged",
                tr("打印机断开"),
                self._printer_toggle(PrinterFault.UNPLUGGED),
                choice=True,
            ),
        }
        self._link = {
            LinkFault.GONE: self.button(
                "demo_server_gone", tr("总部断网"), self._link_toggle(LinkFault.GONE), choice=True
            ),
            LinkFault.REPLY_LOST: self.button(
                "demo_reply_lost",
                tr("总部回应丢失"),
                self._link_toggle(LinkFault.REPLY_LOST),
                choice=True,
            ),
        }
        self._show()

    def _printer_toggle(self, fault: PrinterFault) -> Callable[[], None]:
        def toggle() -> None:
            printer = self._counter.printer
            printer.fault = PrinterFault.NONE if printer.fault is fault else fault
            self._show()

        return toggle

    def _link_toggle(self, fault: LinkFault) -> Callable[[], None]:
        def toggle() -> None:
            link = self._counter.link
            link.set_fault(LinkFault.NONE if link.fault is fault else fault)
            self._show()

        return toggle

    def _show(self) -> None:
        for fault, button in self._printer.items():
            button.setChecked(self._counter.printer.fault is fault)
        for state, switch in self._link.items():
            switch.setChecked(self._counter.link.fault is state)


def _call(scan: Callable[[str], object], text: str) -> Callable[[], None]:
    def pressed() -> None:
        scan(text)

    return pressed
