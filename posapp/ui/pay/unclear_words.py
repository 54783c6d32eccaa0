"""The sentence of a charge that is not clear yet: each stage has its own, seen and spoken."""

from __future__ import annotations

from typing import TYPE_CHECKING

from posapp.domain.charges import Stage
from posapp.ui.i18n import tr

if TYPE_CHECKING:
    from posapp.ui.pay.state import Unclear


def unclear_text(phase: Unclear) -> str:
    """What happens now and what nobody may do."""
    match phase.watch.stage:
        case Stage.USERPAYING if phase.closing:
            return tr("收款码正在关闭，请稍候")
        case Stage.USERPAYING if phase.is_offer:
            return tr("请顾客用手机扫收款码")
        case Stage.USERPAYING:
            return tr("请顾客在手机上输入支付密码")
        case Stage.REVERSING:
            return tr("正在撤销，结果未确认，不要重复收款")
        case Stage.MANUAL:
            return tr("撤销没有成功，请店长到商户平台核对这笔")
        case Stage.PAID:
            return tr("这笔钱已收到，但没有对应的订单，请撤销或放一边")
        case _:
            return tr("支付结果未确认，请先查询，不要重复收款")
