"""What registering, consents and families say when they refuse; see error_texts."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QT_TRANSLATE_NOOP

REGISTRATION_TEXTS: Final[dict[str, object]] = {
    "consent.guardian_needed": QT_TRANSLATE_NOOP(
        "errors", "她不满 14 岁，请监护人在场，先勾选监护人同意"
    ),
    "consent.necessary": QT_TRANSLATE_NOOP(
        "errors", "会员协议和隐私政策不能单独撤回，不想继续请办理注销"
    ),
    "family.child_holds_nothing": QT_TRANSLATE_NOOP(
        "errors", "孩子不能持卡，也不能带人加入，请选一位家长"
    ),
    "family.child_needs_guardian": QT_TRANSLATE_NOOP(
        "errors", "孩子不能没有监护人，请打开新监护人的页面，让孩子加入那个家庭"
    ),
    "family.full": QT_TRANSLATE_NOOP("errors", "一个家庭最多 {most} 人，请先移出一位，或另建家庭"),
    "family.guardian_of_children": QT_TRANSLATE_NOOP(
        "errors", "她是孩子的监护人，请先把孩子转到另一位监护人的家庭"
    ),
    "family.holder_stays": QT_TRANSLATE_NOOP("errors", "她持有亲子卡，请先转给另一位家长"),
    "family.needs_reason": QT_TRANSLATE_NOOP("errors", "请选择原因"),
    "family.none": QT_TRANSLATE_NOOP("errors", "她不在任何家庭里，请刷新，或先把她加入家庭"),
    "family.same": QT_TRANSLATE_NOOP("errors", "已经在这个家庭里，不用再加，请换一位会员"),
    "member.extra_not_valid": QT_TRANSLATE_NOOP("errors", "“{title}”的内容不对，请改正或清空"),
    "member.guardian_consent_needed": QT_TRANSLATE_NOOP(
        "errors", "不满 14 岁须监护人同意，请监护人阅读后勾选"
    ),
    "member.guardian_needed": QT_TRANSLATE_NOOP(
        "errors", "不满 14 岁，请填监护人的姓名和手机号，或她的会员号"
    ),
    "member.guardian_phone_not_valid": QT_TRANSLATE_NOOP(
        "errors", "监护人手机号不对，港澳台号码请加区号，例如 +852"
    ),
    "member.guardian_unknown": QT_TRANSLATE_NOOP(
        "errors", "没有这个监护人会员号，请核对，或填监护人的姓名和手机号"
    ),
    "member.needs_connection": QT_TRANSLATE_NOOP("errors", "已离线，同意和家庭等联网后再改"),
    "member.phone_abroad": QT_TRANSLATE_NOOP(
        "errors", "只能登记内地、香港、澳门、台湾的手机号，没有手机号也可以照常购买"
    ),
    "member.phone_not_valid_there": QT_TRANSLATE_NOOP(
        "errors", "号码不对: 香港 8 位，澳门 8 位以 6 开头，台湾 10 位以 09 开头"
    ),
    "member.phone_of_another_region": QT_TRANSLATE_NOOP(
        "errors", "这像另一个地区的号码，请先在上方选地区"
    ),
    "pack.code_not_valid": QT_TRANSLATE_NOOP(
        "errors", "企业码不对，应为 12 位，请照卡片重新输入或清空"
    ),
    "pack.coupon_unknown": QT_TRANSLATE_NOOP("errors", "没有编码为 {code} 的券，请核对"),
    "pack.not_valid": QT_TRANSLATE_NOOP(
        "errors", "企业名、名称、数量 (1 到 10000) 或等级不对，请改正"
    ),
    "pack.unknown": QT_TRANSLATE_NOOP("errors", "总部没有发过这个企业码，请核对或清空"),
    "pack.used": QT_TRANSLATE_NOOP("errors", "这个企业码已经用过，请向企业要新的，或清空"),
}
