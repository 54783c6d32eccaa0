"""What selling, paying, refunding and closing a shift say when they refuse; see error_texts."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QT_TRANSLATE_NOOP

COUNTER_TEXTS: Final[dict[str, object]] = {
    "approval.not_allowed": QT_TRANSLATE_NOOP("errors", "{name} 没有授权这一项的权限，请换店长"),
    "approval.same_person": QT_TRANSLATE_NOOP("errors", "不能自己给自己授权，请另一位来"),
    "cart.amount_out_of_range": QT_TRANSLATE_NOOP("errors", "金额太大，请检查后重新输入"),
    "central.no_answer": QT_TRANSLATE_NOOP("errors", "总部没有回答，结果未确认，请用同一笔再试"),
    "codes.expired": QT_TRANSLATE_NOOP("errors", "验证码已过期，请重新发送"),
    "codes.no_phone": QT_TRANSLATE_NOOP("errors", "会员没有手机号，请改用动态会员码"),
    "codes.too_many_today": QT_TRANSLATE_NOOP(
        "errors", "今天已发 {most} 次验证码，请改用动态会员码"
    ),
    "codes.too_soon": QT_TRANSLATE_NOOP("errors", "刚发过验证码，{seconds} 秒后再发"),
    "codes.wrong": QT_TRANSLATE_NOOP("errors", "验证码不对，还可以试 {left} 次"),
    "drawer.needs_reason": QT_TRANSLATE_NOOP("errors", "请填写开钱箱的原因"),
    "factor.code_expired": QT_TRANSLATE_NOOP("errors", "验证码已过期，请重新发送或刷新会员码"),
    "factor.paused": QT_TRANSLATE_NOOP(
        "errors", "错误次数过多，会员验证暂停 15 分钟，请换一种支付"
    ),
    "factor.wrong_code": QT_TRANSLATE_NOOP("errors", "验证码不对或已用过，请顾客刷新后再试"),
    "hold.amount_not_valid": QT_TRANSLATE_NOOP("errors", "支付金额不对，请重新输入"),
    "hold.empty_order": QT_TRANSLATE_NOOP("errors", "订单是空的，先加商品再挂单"),
    "hold.ended": QT_TRANSLATE_NOOP("errors", "这笔预留已经结束，请重新发起"),
    "hold.gone": QT_TRANSLATE_NOOP("errors", "这张挂单已被取走或作废"),
    "hold.not_pending": QT_TRANSLATE_NOOP("errors", "这笔支付不再等待验证，请重新发起"),
    "hold.of_another_till": QT_TRANSLATE_NOOP("errors", "这笔预留属于另一台收银机"),
    "hold.order_in_work": QT_TRANSLATE_NOOP("errors", "当前订单还没结束，先收款或挂单再取单"),
    "hold.over": QT_TRANSLATE_NOOP("errors", "这笔预留已经结束，请重新发起"),
    "hold.unknown": QT_TRANSLATE_NOOP("errors", "总部没有这笔预留，请重新发起"),
    "hold.wrong_code": QT_TRANSLATE_NOOP("errors", "验证码不对，请核对后再试"),
    "member.birthday_not_valid": QT_TRANSLATE_NOOP("errors", "生日要写成 1990-03-08 这样的日期"),
    "member.code_needed": QT_TRANSLATE_NOOP("errors", "在线登记需要短信验证码，请先发送"),
    "member.consent_needed": QT_TRANSLATE_NOOP("errors", "请先向顾客出示协议并勾选同意"),
    "member.may_not_pay": QT_TRANSLATE_NOOP(
        "errors", "会员已冻结，储值和积分不能使用，请换一种支付"
    ),
    "member.may_not_top_up": QT_TRANSLATE_NOOP("errors", "会员状态不允许充值，请联系店长"),
    "member.name_too_long": QT_TRANSLATE_NOOP("errors", "姓名最多 {most} 个字，请缩短"),
    "member.not_served": QT_TRANSLATE_NOOP("errors", "会员已停用，可按非会员收银"),
    "member.phone_not_valid": QT_TRANSLATE_NOOP("errors", "请输入 11 位手机号，港澳台请先选地区"),
    "member.unknown": QT_TRANSLATE_NOOP("errors", "总部没有这位会员，请核对后重试"),
    "members.text_too_short": QT_TRANSLATE_NOOP("errors", "请至少输入 {least} 个字再查会员"),
    "members.too_many_look_ups": QT_TRANSLATE_NOOP(
        "errors", "查询会员太频繁，请 {seconds} 秒后再试"
    ),
    "pay.amount_not_valid": QT_TRANSLATE_NOOP("errors", "请输入大于 0 的金额"),
    "pay.charge_not_counted": QT_TRANSLATE_NOOP(
        "errors", "有一笔 {amount} 已收款还没计入本单，请先查询"
    ),
    "pay.empty_cart": QT_TRANSLATE_NOOP("errors", "订单是空的，先加商品再收款"),
    "pay.hold_too_old": QT_TRANSLATE_NOOP(
        "errors", "储值或积分预留超过 {minutes} 分钟，请撤销后重新验证"
    ),
    "pay.more_than_due": QT_TRANSLATE_NOOP("errors", "只剩 {due} 要付，请把 {amount} 改小"),
    "pay.needs_connection": QT_TRANSLATE_NOOP("errors", "已离线，请收现金或刷卡，储值与积分限预留"),
    "pay.needs_member": QT_TRANSLATE_NOOP("errors", "先登记或查找会员，再用储值或积分"),
    "pay.not_settled": QT_TRANSLATE_NOOP("errors", "还没收够，应收 {net}，已收 {paid_amount}"),
    "pay.nothing_due": QT_TRANSLATE_NOOP("errors", "已经收够，不用再收"),
    "pay.other_open": QT_TRANSLATE_NOOP("errors", "还有一单收了款没有完成，请先完成那一单"),
    "pay.price_fixed": QT_TRANSLATE_NOOP("errors", "已经收了一部分，价格不能再变，请先撤销收款"),
    "pay.reverse_declined": QT_TRANSLATE_NOOP(
        "errors", "这笔收款不能撤销，请联系店长，成交后再退款"
    ),
    "pay.reverse_unknown": QT_TRANSLATE_NOOP("errors", "撤销 {amount} 未确认，请再撤销一次"),
    "pay.tender_gone": QT_TRANSLATE_NOOP("errors", "这笔收款已经撤销，请看剩余金额"),
    "pay.tender_inconsistent": QT_TRANSLATE_NOOP("errors", "收款数据不一致，请撤销这笔后重新收款"),
    "pay.too_many_tenders": QT_TRANSLATE_NOOP("errors", "一单最多 {most} 笔收款"),
    "pay.unknown_open": QT_TRANSLATE_NOOP(
        "errors", "有一笔 {amount} 支付结果未确认，请先查询，不要重复收款"
    ),
    "permission.needs_approval": QT_TRANSLATE_NOOP("errors", "这一步需要店长授权"),
    "points.debt": QT_TRANSLATE_NOOP("errors", "会员积分为负，暂不能抵扣"),
    "points.not_a_multiple": QT_TRANSLATE_NOOP("errors", "积分要按 {step} 的倍数使用"),
    "points.short": QT_TRANSLATE_NOOP("errors", "积分不够，请减少"),
    "price.reduction_exceeds": QT_TRANSLATE_NOOP("errors", "优惠 {label} 超过商品金额，请联系店长"),
    "print.gone": QT_TRANSLATE_NOOP("errors", "这张小票已不在打印队列"),
    "print.nothing_yet": QT_TRANSLATE_NOOP("errors", "没有可以补打的小票"),
    "refund.external_unknown": QT_TRANSLATE_NOOP("errors", "原渠道退款未确认，请稍后再查"),
    "refund.more_than_sold": QT_TRANSLATE_NOOP(
        "errors", "第 {line} 行已退完或超过购买数量，请减少"
    ),
    "refund.needs_connection": QT_TRANSLATE_NOOP(
        "errors", "已离线，只能退本机的现金单，其余等联网"
    ),
    "refund.needs_reason": QT_TRANSLATE_NOOP("errors", "请选择退款原因"),
    "refund.no_such_line": QT_TRANSLATE_NOOP("errors", "原单没有这一行，请重新选择"),
    "refund.no_such_sale": QT_TRANSLATE_NOOP("errors", "没有找到这张小票，请核对单号"),
    "refund.nothing": QT_TRANSLATE_NOOP("errors", "请先选择要退的商品"),
    "report.no_such_z": QT_TRANSLATE_NOOP("errors", "没有 {number} 号 Z 报表"),
    "request.other_body": QT_TRANSLATE_NOOP("errors", "这笔请求和之前不一致，请重新发起"),
    "request.running": QT_TRANSLATE_NOOP("errors", "上一次请求还在处理，请稍等再试"),
    "settings.file_damaged": QT_TRANSLATE_NOOP("errors", "设置文件 {name} 读不出来，请联系店长"),
    "settings.not_valid": QT_TRANSLATE_NOOP("errors", "设置 {name} 的值不对，请改正"),
    "settings.unknown_key": QT_TRANSLATE_NOOP("errors", "没有叫 {name} 的设置，请改正或删除"),
    "coupon.needs_connection": QT_TRANSLATE_NOOP(
        "errors", "这张券只能用一次，离线时不能用，请联网后再用"
    ),
    "coupon.lent_elsewhere": QT_TRANSLATE_NOOP(
        "errors", "这张券预留于 {where}，正在收回，请稍候重新识别会员再用"
    ),
    "coupon.not_hers": QT_TRANSLATE_NOOP("errors", "这张券不属于本单会员，请核对会员"),
    "coupon.takes_nothing": QT_TRANSLATE_NOOP("errors", "本单用不上这张券，请看使用条件"),
    "shift.already_open": QT_TRANSLATE_NOOP("errors", "这只钱箱已经开班，请先交班，或换一只钱箱"),
    "shift.amount_not_valid": QT_TRANSLATE_NOOP("errors", "金额不对，请重新输入"),
    "shift.count_not_valid": QT_TRANSLATE_NOOP("errors", "张数不对，请重新清点"),
    "shift.difference_needs_approval": QT_TRANSLATE_NOOP(
        "errors", "差异 {difference}，需要店长授权"
    ),
    "shift.difference_needs_reason": QT_TRANSLATE_NOOP("errors", "长短款 {difference}，请选择原因"),
    "shift.kept_too_much": QT_TRANSLATE_NOOP("errors", "留存的备用金不能超过实点现金"),
    "shift.needs_reason": QT_TRANSLATE_NOOP("errors", "请填写存取现金的原因"),
    "shift.not_finished": QT_TRANSLATE_NOOP(
        "errors", "还有挂单、未结订单或未确认支付，处理后再交班"
    ),
    "shift.not_open": QT_TRANSLATE_NOOP("errors", "还没开班，请先开班再收银"),
    "sign_in.locked": QT_TRANSLATE_NOOP(
        "errors", "错误次数过多，请 {minutes} 分钟后再试，或请店长解锁"
    ),
    "sign_in.wrong_pin": QT_TRANSLATE_NOOP("errors", "工号或密码不对，还可以试 {left} 次"),
    "stored_value.short": QT_TRANSLATE_NOOP(
        "errors", "储值余额不够，请减少金额，其余用其他方式支付"
    ),
    "top_up.above_card_limit": QT_TRANSLATE_NOOP(
        "errors", "充值后会超过储值上限，最多还可充 {room_amount}"
    ),
    "top_up.amount_not_valid": QT_TRANSLATE_NOOP("errors", "充值金额不对，请重新输入"),
    "topup.amount_out_of_range": QT_TRANSLATE_NOOP(
        "errors", "单次充值要大于 0，最多 {most_amount}"
    ),
    "topup.needs_connection": QT_TRANSLATE_NOOP("errors", "已离线，充值暂停，恢复后再试"),
    "topup.quote_expired": QT_TRANSLATE_NOOP("errors", "充值报价已过 10 分钟，请重新报价"),
    "topup.tendered_short": QT_TRANSLATE_NOOP("errors", "收到 {amount}，不足充值 {due}"),
    "wire.not_understood": QT_TRANSLATE_NOOP("errors", "数据读不懂，请重试，仍不行请联系店长"),
}
