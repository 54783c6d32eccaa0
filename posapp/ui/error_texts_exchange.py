"""What members' files say when a row or a file is refused; see error_texts."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QT_TRANSLATE_NOOP

EXCHANGE_TEXTS: Final[dict[str, object]] = {
    "export.file_exists": QT_TRANSLATE_NOOP("errors", "这个文件已经存在，请换一个文件名"),
    "export.not_a_day": QT_TRANSLATE_NOOP("errors", "{word} 不是日期，请写成 2026-01-31"),
    "export.note_needed": QT_TRANSLATE_NOOP("errors", "导出不遮盖的资料要写明用途"),
    "export.word_unknown": QT_TRANSLATE_NOOP("errors", "没有 {word} 这个状态，请核对"),
    "import.alike": QT_TRANSLATE_NOOP(
        "errors", "姓名和生日或尾号与一位会员相同，会照样导入，请在合并重复里确认是不是一人"
    ),
    "import.alike_twice": QT_TRANSLATE_NOOP(
        "errors", "姓名和生日或尾号与第 {first} 行相同，会照样导入，请在合并重复里确认是不是一人"
    ),
    "import.card_not_valid": QT_TRANSLATE_NOOP("errors", "卡号只能用字母和数字，请核对"),
    "import.column_twice": QT_TRANSLATE_NOOP("errors", "{name} 与另一列是同一项，请用 --map 说明"),
    "import.day_in_the_future": QT_TRANSLATE_NOOP("errors", "日期还没有到，请核对"),
    "import.day_passed": QT_TRANSLATE_NOOP("errors", "日期已经过去，请核对"),
    "import.mapping_unknown": QT_TRANSLATE_NOOP(
        "errors", "看不懂列的对应 {name}，请写成 列名=字段"
    ),
    "import.moved_already": QT_TRANSLATE_NOOP(
        "errors", "会员已有账目，期初储值和积分没有加，请人工核对"
    ),
    "import.nobody": QT_TRANSLATE_NOOP("errors", "手机号和卡号至少要有一个，请补上"),
    "import.not_a_count": QT_TRANSLATE_NOOP("errors", "请填不小于 0 的整数"),
    "import.not_a_day": QT_TRANSLATE_NOOP("errors", "看不懂日期，请写成 2026-01-31"),
    "import.not_xlsx": QT_TRANSLATE_NOOP("errors", "读不出这个表格，请在表格软件里另存为 CSV 再试"),
    "import.number_not_ours": QT_TRANSLATE_NOOP("errors", "不是本系统的会员号，请作为卡号导入"),
    "import.other_file": QT_TRANSLATE_NOOP(
        "errors", "{name} 已是另一个文件的导入，请用 --name 换一个名称"
    ),
    "import.row_twice": QT_TRANSLATE_NOOP("errors", "手机号或卡号与第 {first} 行相同，请核对"),
    "import.running_elsewhere": QT_TRANSLATE_NOOP("errors", "这个文件正在另一处导入，请等它结束"),
    "import.says_otherwise": QT_TRANSLATE_NOOP(
        "errors", "与已有会员的资料不同，没有改，请人工核对"
    ),
    "import.too_many_columns": QT_TRANSLATE_NOOP("errors", "列太多，最多 {most} 列"),
    "import.two_members": QT_TRANSLATE_NOOP("errors", "手机号和卡号属于两位会员，请人工核对"),
    "import.unpacks_too_large": QT_TRANSLATE_NOOP(
        "errors", "表格解开后太大，请另存为 CSV 或分成几个文件"
    ),
    "import.word_unknown": QT_TRANSLATE_NOOP("errors", "看不懂 {word}，请核对"),
}
