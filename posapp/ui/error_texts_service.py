"""What is told at the service desk when something cannot be done; see error_texts."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QT_TRANSLATE_NOOP

SERVICE_TEXTS: Final[dict[str, object]] = {
    "card.already": QT_TRANSLATE_NOOP("errors", "这位会员已有在用的卡，请用换卡或挂失"),
    "card.none": QT_TRANSLATE_NOOP("errors", "这位会员没有在用的卡，请用绑卡"),
    "card.not_lost": QT_TRANSLATE_NOOP("errors", "这不是这位会员挂失的卡，请核对卡号"),
    "card.reported_lost": QT_TRANSLATE_NOOP(
        "errors", "这张卡已挂失或换掉，不能用，请按手机号查找会员"
    ),
    "card.taken": QT_TRANSLATE_NOOP("errors", "这张卡已绑定别的会员，请换一张卡"),
    "card.too_short": QT_TRANSLATE_NOOP("errors", "卡号至少 {least} 位，请重新刷卡"),
    "member.gender_not_valid": QT_TRANSLATE_NOOP("errors", "性别请选女、男或不填"),
    "member.phone_taken": QT_TRANSLATE_NOOP(
        "errors", "这个手机号是会员 {number} 的，请核对；是同一个人就合并两个账户"
    ),
    "service.already_reversed": QT_TRANSLATE_NOOP("errors", "这笔更正已经冲回，请刷新"),
    "service.amount_not_valid": QT_TRANSLATE_NOOP("errors", "数额不对，请填大于零的数"),
    "service.below_zero": QT_TRANSLATE_NOOP("errors", "减得太多，最多减到零，请核对数额"),
    "service.close_held": QT_TRANSLATE_NOOP("errors", "有储值被预留或借给收银机，等放开后再注销"),
    "service.close_points_left": QT_TRANSLATE_NOOP(
        "errors", "还有 {points} 积分，会员同意放弃就勾选，不同意就先用掉"
    ),
    "service.close_value_left": QT_TRANSLATE_NOOP("errors", "还有储值，先退给会员再注销"),
    "service.forgotten": QT_TRANSLATE_NOOP(
        "errors", "这位会员的个人资料已删除，不能再改，请为她重新登记"
    ),
    "service.needs_manager": QT_TRANSLATE_NOOP("errors", "要店长授权，请店长输入工号和 PIN"),
    "service.new_code_expired": QT_TRANSLATE_NOOP("errors", "新手机的验证码过期，请重新发送"),
    "service.new_code_wrong": QT_TRANSLATE_NOOP("errors", "新手机的验证码不对，还能试 {left} 次"),
    "service.not_allowed": QT_TRANSLATE_NOOP(
        "errors", "总部没有给这个人服务会员的权限，请换有权限的人，或请店长开通"
    ),
    "service.not_reversible": QT_TRANSLATE_NOOP("errors", "这一笔不能冲回，只有更正可以"),
    "tier.none_by_hand": QT_TRANSLATE_NOOP("errors", "没有人工定的等级可以取消，请刷新档案"),
    "tier.unknown": QT_TRANSLATE_NOOP("errors", "没有这个等级，请另选一个"),
    "tier.until_not_valid": QT_TRANSLATE_NOOP(
        "errors", "日期不对，请写今天以后 {days} 天内的一天，例如 2026-12-31"
    ),
    "service.nothing_changes": QT_TRANSLATE_NOOP(
        "errors", "和现在一样，没有要改的，请改好再提交，或返回"
    ),
    "service.offline": QT_TRANSLATE_NOOP("errors", "离线，会员档案要连上总部才能看和改"),
    "service.old_code_expired": QT_TRANSLATE_NOOP("errors", "旧手机的验证码过期，请重新发送"),
    "service.old_code_wrong": QT_TRANSLATE_NOOP("errors", "旧手机的验证码不对，还能试 {left} 次"),
    "service.own_code_expired": QT_TRANSLATE_NOOP("errors", "会员手机的验证码过期，请重新发送"),
    "service.own_code_wrong": QT_TRANSLATE_NOOP("errors", "会员手机的验证码不对，还能试 {left} 次"),
    "service.no_phone": QT_TRANSLATE_NOOP("errors", "这份档案没有手机号，请先用“换手机号”补上"),
    "service.phone_is_verified": QT_TRANSLATE_NOOP(
        "errors", "这个手机号已经核验过，会员可以直接登录会员页面"
    ),
    "service.phone_on_two": QT_TRANSLATE_NOOP(
        "errors", "会员 {number} 的档案上也是这个手机号：请先合并重复，或给其中一份换手机号"
    ),
    "service.same_phone": QT_TRANSLATE_NOOP(
        "errors", "这就是现在的手机号，不用换；还没核验的，请用“核验手机号”"
    ),
    "service.second_pin_wrong": QT_TRANSLATE_NOOP("errors", "授权人的 PIN 不对，还能试 {left} 次"),
    "service.second_unknown": QT_TRANSLATE_NOOP("errors", "没有这个工号，请授权人核对"),
    "service.stale": QT_TRANSLATE_NOOP("errors", "刚才有人改过这份档案，请刷新后再办"),
    "service.value_is_held": QT_TRANSLATE_NOOP(
        "errors", "有储值被预留或借给收银机，等放开后再换持有人"
    ),
}
