"""What every error key says to the person: what happened, and what to do next.

Add a key here with its Chinese sentence; its translations go into resources/i18n/strings/*.csv.
A parameter's name tells how it is written: `*amount`, `*_minor`, `remaining`, `due`, `difference`
are money, `*_ms` a local time, `*_thousandths` a quantity; everything else stands as it is.
"""

from __future__ import annotations

import logging
from typing import Final

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from posapp.errors import ParamValue, PosError
from posapp.ui.error_texts_attached import ATTACHED_TEXTS
from posapp.ui.error_texts_cases import CASE_TEXTS
from posapp.ui.error_texts_central import CENTRAL_TEXTS
from posapp.ui.error_texts_counter import COUNTER_TEXTS
from posapp.ui.error_texts_deposits import DEPOSIT_TEXTS
from posapp.ui.error_texts_drawers import DRAWER_TEXTS
from posapp.ui.error_texts_exchange import EXCHANGE_TEXTS
from posapp.ui.error_texts_gateway import GATEWAY_TEXTS
from posapp.ui.error_texts_held import HELD_TEXTS
from posapp.ui.error_texts_input import INPUT_TEXTS
from posapp.ui.error_texts_keys import KEY_TEXTS
from posapp.ui.error_texts_leases import LEASE_TEXTS
from posapp.ui.error_texts_link import LINK_TEXTS
from posapp.ui.error_texts_merging import MERGING_TEXTS
from posapp.ui.error_texts_operating import OPERATING_TEXTS
from posapp.ui.error_texts_people import PEOPLE_TEXTS
from posapp.ui.error_texts_privacy import PRIVACY_TEXTS
from posapp.ui.error_texts_redress import REDRESS_TEXTS
from posapp.ui.error_texts_referral import REFERRAL_TEXTS
from posapp.ui.error_texts_registration import REGISTRATION_TEXTS
from posapp.ui.error_texts_reports import REPORT_TEXTS
from posapp.ui.error_texts_screens import SCREEN_TEXTS
from posapp.ui.error_texts_search import SEARCH_TEXTS
from posapp.ui.error_texts_sell import SELL_TEXTS
from posapp.ui.error_texts_service import SERVICE_TEXTS
from posapp.ui.error_texts_store import STORE_TEXTS
from posapp.ui.error_texts_tenders import TENDER_TEXTS
from posapp.ui.format import local_time, money, quantity, time_from_ms

log = logging.getLogger(__name__)

CONTEXT: Final = "errors"

TEXTS: Final[dict[str, object]] = {
    **ATTACHED_TEXTS,
    **CASE_TEXTS,
    **CENTRAL_TEXTS,
    **COUNTER_TEXTS,
    **DEPOSIT_TEXTS,
    **DRAWER_TEXTS,
    **EXCHANGE_TEXTS,
    **REPORT_TEXTS,
    **GATEWAY_TEXTS,
    **HELD_TEXTS,
    **INPUT_TEXTS,
    **STORE_TEXTS,
    **KEY_TEXTS,
    **LEASE_TEXTS,
    **LINK_TEXTS,
    **MERGING_TEXTS,
    **OPERATING_TEXTS,
    **PEOPLE_TEXTS,
    **REDRESS_TEXTS,
    **REFERRAL_TEXTS,
    **REGISTRATION_TEXTS,
    **SCREEN_TEXTS,
    **SELL_TEXTS,
    **SEARCH_TEXTS,
    **SERVICE_TEXTS,
    **PRIVACY_TEXTS,
    **TENDER_TEXTS,
    "app.bug": QT_TRANSLATE_NOOP("errors", "程序出错了，本单没有丢失，请重试，仍不行请联系店长"),
    "app.unknown": QT_TRANSLATE_NOOP("errors", "没有完成，请重试，仍不行请联系店长 ({key})"),
    "cart.coupon_already_laid": QT_TRANSLATE_NOOP("errors", "这张券已经用在本单上"),
    "cart.full": QT_TRANSLATE_NOOP("errors", "一单最多 {most} 行，请先收款再开新单"),
    "cart.line_gone": QT_TRANSLATE_NOOP("errors", "这一行已经不在订单里，请重新选择"),
    "cart.product_not_sold": QT_TRANSLATE_NOOP("errors", "{name} 已停售，请换一件或联系店长"),
    "cart.quantity_out_of_range": QT_TRANSLATE_NOOP(
        "errors", "数量要在 0.001 到 {most} 之间，请重新输入"
    ),
    "cart.quantity_not_valid": QT_TRANSLATE_NOOP("errors", "请输入数量，例如 2 或 0.5"),
    "cart.reduction_out_of_range": QT_TRANSLATE_NOOP(
        "errors", "减价不能超过这一行的金额，请重新输入"
    ),
    "cart.sold_out": QT_TRANSLATE_NOOP("errors", "{name} 已售罄，请换一件"),
    "demo.no_virtual_display": QT_TRANSLATE_NOOP(
        "errors", "没有屏幕，也没有虚拟屏幕，请安装 Xvfb 再试"
    ),
    "money.amount_too_large": QT_TRANSLATE_NOOP("errors", "金额太大，请检查后重新输入"),
    "money.more_than_remains": QT_TRANSLATE_NOOP(
        "errors", "金额 {amount} 超过剩余的 {remaining}，请减少"
    ),
    "money.not_an_amount": QT_TRANSLATE_NOOP("errors", "请输入金额，例如 12.50"),
    "scan.too_long": QT_TRANSLATE_NOOP(
        "errors", "扫到的内容太长（{length} 个字符），不是商品条码，请重新扫码"
    ),
    "scan.finish_first": QT_TRANSLATE_NOOP("errors", "请先完成当前操作"),
    "sell.needs_central": QT_TRANSLATE_NOOP("errors", "离线，充值和积分暂停，恢复后再试"),
    "sell.resolve_first": QT_TRANSLATE_NOOP("errors", "先处理未知条码，再收款"),
    "member.phone_not_known": QT_TRANSLATE_NOOP("errors", "没有找到会员 {shown}，按 Enter 登记"),
    "member.code_not_known": QT_TRANSLATE_NOOP("errors", "没有找到会员 {shown}，请核对后重试"),
    "code.unknown": QT_TRANSLATE_NOOP("errors", "没有找到条码 {shown}，请查价或手工输入"),
    "code.foreign_link": QT_TRANSLATE_NOOP("errors", "这是 {shown} 的网址，不是商品条码"),
    "code.looks_like_payment": QT_TRANSLATE_NOOP("errors", "像是付款码 {shown}，要收款吗"),
    "code.badge_not_here": QT_TRANSLATE_NOOP("errors", "这是工牌 {shown}，换人请先锁屏"),
    "code.damaged": QT_TRANSLATE_NOOP("errors", "这个码不完整，请重新扫一次"),
    "code.empty": QT_TRANSLATE_NOOP("errors", "没有读到内容，请重新扫码"),
    "code.not_a_payment_code": QT_TRANSLATE_NOOP("errors", "这不是付款码，请顾客打开付款码再扫"),
    "code.too_long": QT_TRANSLATE_NOOP("errors", "扫到 {length} 个字符，太长了，请扫商品条码"),
    "device.absent": QT_TRANSLATE_NOOP("errors", "没有接这个设备，请接好后在健康页重试"),
    "device.driver_missing": QT_TRANSLATE_NOOP("errors", "缺少驱动 {driver}，请联系店长安装"),
    "device.driver_unknown": QT_TRANSLATE_NOOP(
        "errors", "设备设置有误，没有驱动 {driver}，请联系店长"
    ),
    "display.unreachable": QT_TRANSLATE_NOOP("errors", "顾客屏没有反应，请检查电源与连线"),
    "drawer.needs_printer": QT_TRANSLATE_NOOP("errors", "钱箱接在打印机上，请先设置打印机"),
    "drawer.unreachable": QT_TRANSLATE_NOOP("errors", "钱箱没有弹开，请用钥匙打开，再检查连线"),
    "pinpad.unreachable": QT_TRANSLATE_NOOP("errors", "顾客键盘没有反应，请检查连线"),
    "face.unreachable": QT_TRANSLATE_NOOP("errors", "人脸设备没有反应，请改用会员码、卡或手机号"),
    "printer.address_not_valid": QT_TRANSLATE_NOOP(
        "errors", "打印机地址不对，请填主机名或主机名:端口"
    ),
    "printer.cover_open": QT_TRANSLATE_NOOP("errors", "打印机上盖打开，交易已完成，合上后自动补打"),
    "printer.job_name_not_valid": QT_TRANSLATE_NOOP(
        "errors", "打印任务有误，交易已完成，请联系店长"
    ),
    "printer.no_access": QT_TRANSLATE_NOOP("errors", "没有使用打印机的权限，请联系店长"),
    "printer.outcome_unknown": QT_TRANSLATE_NOOP("errors", "不确定小票是否打出，请看打印机后选择"),
    "printer.paper_out": QT_TRANSLATE_NOOP("errors", "打印机缺纸，交易已完成，装纸后自动补打"),
    "printer.profile_unknown": QT_TRANSLATE_NOOP("errors", "没有打印机型号 {name}，请重新选择"),
    "printer.status_unknown": QT_TRANSLATE_NOOP("errors", "打印机不报告状态，请看它是否有纸"),
    "printer.unreachable": QT_TRANSLATE_NOOP(
        "errors", "打印机没有反应，交易已完成，请检查电源与连线"
    ),
    "receipt.not_understood": QT_TRANSLATE_NOOP("errors", "这张小票无法读出，请到总部查询这一单"),
    "scanner.unreachable": QT_TRANSLATE_NOOP("errors", "扫码枪没有反应，请重新插线或手工输入"),
    "terminal.already_refunded": QT_TRANSLATE_NOOP("errors", "这笔收款已经退过，不能再撤销"),
    "terminal.attempt_differs": QT_TRANSLATE_NOOP("errors", "这笔收款的金额变了，请重新发起收款"),
    "terminal.declined": QT_TRANSLATE_NOOP("errors", "支付没有成功，请顾客换一种方式"),
    "terminal.not_found": QT_TRANSLATE_NOOP("errors", "没有这笔收款的记录，可以重新收款"),
    "terminal.not_paid": QT_TRANSLATE_NOOP("errors", "原来的收款没有成功，不能从它退款"),
    "terminal.refund_exceeds": QT_TRANSLATE_NOOP(
        "errors", "退款超过原收款剩下的 {left_minor}，请减少"
    ),
    "terminal.reversed": QT_TRANSLATE_NOOP("errors", "这笔收款已经撤销，请重新收款"),
    "terminal.unreachable": QT_TRANSLATE_NOOP("errors", "支付终端没有反应，没有扣款，请检查连线"),
}

_MONEY_NAMES: Final = frozenset(
    {"amount", "remaining", "due", "difference", "balance", "net", "price"}
)


def text_for(error: Exception) -> str:
    """The sentence for an error in the present language; a generic one, logged, for an unknown key."""
    if not isinstance(error, PosError):
        return _translated("app.bug")
    if error.key not in TEXTS:
        log.warning("no text for error key %s", error.key)
        return _translated("app.unknown").format(key=error.key)
    return fill(_translated(error.key), error.params)


def fill(text: str, params: dict[str, ParamValue]) -> str:
    """Parameters in their places; a missing one leaves …, because a sentence must never fail."""
    written = {name: write_param(name, value) for name, value in params.items()}
    return text.format_map(_Lenient(written))


def write_param(name: str, value: ParamValue) -> str:
    if isinstance(value, str):
        return value
    if name in _MONEY_NAMES or name.endswith(("_amount", "_minor")):
        return money(value)
    if name.endswith("_ms"):
        return local_time(time_from_ms(value))
    if name.endswith("_thousandths"):
        return quantity(value)
    return str(value)


class _Lenient(dict[str, str]):
    def __missing__(self, key: str) -> str:
        return "…"


def sentence(error: PosError) -> str:
    """The sentence for an expected failure, for callers that have no window."""
    return text_for(error)


def _translated(key: str) -> str:
    return QCoreApplication.translate(CONTEXT, str(TEXTS[key]))
