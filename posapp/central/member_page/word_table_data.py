"""What the parts of a member's data are called on her own page, in three languages."""

from __future__ import annotations

from typing import Final

DATA_ROWS: Final[dict[str, tuple[str, str, str]]] = {
    "section.profile": ("个人资料", "個人資料", "Who you are"),
    "section.membership": ("会员资格", "會員資格", "Membership"),
    "section.consents": ("同意与授权", "同意與授權", "Consents"),
    "section.balances": ("余额", "餘額", "Balances"),
    "section.movements": ("账户变动", "帳戶變動", "Movements"),
    "section.purchases": ("消费", "消費", "Purchases"),
    "section.returns": ("退货", "退貨", "Returns of goods"),
    "section.top_ups": ("充值", "加值", "Top-ups"),
    "section.lots": ("批次", "批次", "Lots"),
    "section.set_aside": ("付款预留", "付款預留", "Set aside for payments"),
    "section.coupons_used": ("用过的券", "用過的券", "Coupons used"),
    "section.tags": ("标签", "標籤", "Tags"),
    "section.compensations": ("补偿", "補償", "Compensation"),
    "section.complaints": ("投诉", "投訴", "Complaints"),
    "section.sign_ins": ("登录", "登入", "Sign-ins"),
    "section.requests": ("提交的申请", "送出的申請", "Your requests"),
    "field.phone": ("手机号", "手機號碼", "Phone"),
    "field.name": ("姓名", "姓名", "Name"),
    "field.birthday": ("生日", "生日", "Birthday"),
    "field.gender": ("性别", "性別", "Gender"),
    "field.card": ("会员卡", "會員卡", "Card"),
    "field.referrer": ("推荐人", "推薦人", "Referred by"),
    "field.number": ("会员号", "會員號", "Number"),
    "field.tier": ("等级", "等級", "Tier"),
    "field.status": ("状态", "狀態", "Status"),
    "field.registered": ("登记时间", "登記時間", "Registered"),
    "field.phone_verified": ("手机号已验证", "手機號碼已驗證", "Phone verified"),
    "field.coupons": ("优惠券", "優惠券", "Coupons"),
    "field.principal": ("本金", "本金", "Principal"),
    "field.bonus": ("赠送", "贈送", "Bonus"),
    "field.held": ("预留中", "預留中", "Set aside"),
    "field.points": ("积分", "積分", "Points"),
    "field.points_pending": ("待生效积分", "待生效積分", "Points pending"),
    "field.growth": ("成长值", "成長值", "Growth"),
    "field.other": ("其他", "其他", "Other"),
    "value.status.normal": ("正常", "正常", "In order"),
    "value.status.frozen": ("已冻结", "已凍結", "Frozen"),
    "value.status.blacklisted": ("已停用", "已停用", "Stopped"),
    "value.status.closed": ("已注销", "已註銷", "Closed"),
}
"""zh_CN, zh_TW, English."""
