"""What a person is told about the drawers of a till; see error_texts."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QT_TRANSLATE_NOOP

DRAWER_TEXTS: Final[dict[str, object]] = {
    "drawer.only_holder": QT_TRANSLATE_NOOP("errors", "这只钱箱由 {name} 使用，请本人或店长来清点"),
    "drawer.saw_expected": QT_TRANSLATE_NOOP(
        "errors", "您看过这只钱箱的应有，请别人来清点，或先暂停待点"
    ),
    "shift.others_not_checked": QT_TRANSLATE_NOOP(
        "errors", "其他收款还没有核对完，请逐项勾选，或填写设备上的金额"
    ),
    "shift.check_needs_reason": QT_TRANSLATE_NOOP(
        "errors", "金额和本机不一致，请填写设备上的金额并选择原因"
    ),
    "training.not_finished": QT_TRANSLATE_NOOP(
        "errors", "还有订单或支付没有完成，请先收款或清空，再进入训练"
    ),
    "training.no_room": QT_TRANSLATE_NOOP("errors", "训练数据写不进磁盘，请检查磁盘空间后再试"),
    "report.not_saved": QT_TRANSLATE_NOOP("errors", "报表没有保存，请检查磁盘后再试"),
    "shift.expected_hidden": QT_TRANSLATE_NOOP(
        "errors", "清点确认、Z 报表出来后，才能看应有怎么算出来"
    ),
    "report.not_chosen": QT_TRANSLATE_NOOP("errors", "还没有选报表，请先选一张"),
    "topup.not_quoted": QT_TRANSLATE_NOOP("errors", "总部报价后才知道充入多少，请先输入金额"),
    "drawer.not_finished": QT_TRANSLATE_NOOP(
        "errors", "还有订单没有完成，请先收款、挂单或清空，再暂停钱箱"
    ),
}
