"""What a member's data may be used for, as her own page says it, in three languages."""

from __future__ import annotations

from typing import Final

CONSENT_ROWS: Final[dict[str, tuple[str, str, str]]] = {
    "error.consent.guardian_needed": (
        "不满 14 岁，请监护人到服务台来同意",
        "未滿 14 歲，請監護人到服務台來同意",
        "Below 14 a guardian has to agree. Please come to the service desk together.",
    ),
    "consent.agreement": ("会员协议", "會員協議", "Membership agreement"),
    "consent.agreement.about": (
        "办会员、记账和退换货所必需。要停止，请申请删除资料。",
        "辦會員、記帳和退換貨所必需。要停止，請申請刪除資料。",
        "Needed for your account, its books and returns. To end it, ask for deletion.",
    ),
    "consent.privacy": ("个人信息处理", "個人資料處理", "Use of your personal data"),
    "consent.privacy.about": (
        "办会员要用到手机号等资料，没有它就没有会员。要停止，请申请删除资料。",
        "辦會員要用到手機號碼等資料，沒有它就沒有會員。要停止，請申請刪除資料。",
        "An account needs your phone and what you told us. To end it, ask for deletion.",
    ),
    "consent.marketing": ("优惠通知", "優惠通知", "News of offers"),
    "consent.marketing.about": (
        "用手机号发优惠消息。不同意不影响会员权益。",
        "用手機號碼傳送優惠訊息。不同意不影響會員權益。",
        "We text you offers. Saying no changes nothing else.",
    ),
    "consent.profiling": ("个性化推荐", "個人化推薦", "Offers made for you"),
    "consent.profiling.about": (
        "按消费记录挑选优惠。不同意就按通用的规则，不影响会员权益。",
        "按消費記錄挑選優惠。不同意就按通用的規則，不影響會員權益。",
        "We choose offers by what you bought. Saying no changes nothing else.",
    ),
    "consent.partners": ("提供给合作方", "提供給合作方", "Sharing with partners"),
    "consent.partners.about": (
        "把资料提供给合作商户。不同意不影响会员权益。",
        "把資料提供給合作商戶。不同意不影響會員權益。",
        "We hand your data to partner shops. Saying no changes nothing else.",
    ),
    "consent.face": ("人脸识别", "人臉辨識", "Face recognition"),
    "consent.face.about": (
        "用人脸核验身份。不同意可以用会员码、手机号或实体卡。",
        "用人臉核驗身分。不同意可以用會員碼、手機號碼或實體卡。",
        "We recognise you by your face. Without it your code, phone or card serves.",
    ),
}
"""zh_CN, zh_TW, English."""
