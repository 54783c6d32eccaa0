"""What members are told by SMS: every message in the three languages, and which one is chosen."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from posapp.central.limits import word
from posapp.domain.receipt_words import LANGUAGES

if TYPE_CHECKING:
    from sqlalchemy import Connection

_CHANGE: Final = (
    "验证码 {code}, 用于更换会员手机号, {minutes} 分钟内有效。请勿告诉他人。",
    "驗證碼 {code}, 用於更換會員手機號碼, {minutes} 分鐘內有效。請勿告訴他人。",
    "Code {code} to change a member's phone number, good for {minutes} minutes. Tell nobody else.",
)
_TEXTS: Final = {
    "hold": (
        "验证码 {code}, 用于本次储值支付 ¥{amount}, {minutes} 分钟内有效。请勿告诉他人。",
        "驗證碼 {code}, 用於本次儲值支付 ¥{amount}, {minutes} 分鐘內有效。請勿告訴他人。",
        (
            "Code {code} to pay ¥{amount} from your stored value, good for {minutes} minutes. "
            "Tell nobody else."
        ),
    ),
    "register": (
        "验证码 {code}, 用于登记会员, {minutes} 分钟内有效。",
        "驗證碼 {code}, 用於登記會員, {minutes} 分鐘內有效。",
        "Code {code} to register as a member, good for {minutes} minutes.",
    ),
    "page": (
        "验证码 {code}, 用于登录会员页面, {minutes} 分钟内有效。请勿告诉他人。",
        "驗證碼 {code}, 用於登入會員頁面, {minutes} 分鐘內有效。請勿告訴他人。",
        "Code {code} to sign in to your member page, good for {minutes} minutes. Tell nobody else.",
    ),
    "new_phone": _CHANGE,
    "old_phone": _CHANGE,
    "identity": (
        "验证码 {code}, 用于核验您本人, {minutes} 分钟内有效。请勿告诉他人。",
        "驗證碼 {code}, 用於核驗您本人, {minutes} 分鐘內有效。請勿告訴他人。",
        "Code {code} to confirm that it is you, good for {minutes} minutes. Tell nobody else.",
    ),
    "erased": (
        "您的个人资料已删除, 本号码不再接收我们的信息。",
        "您的個人資料已刪除, 本號碼不再接收我們的訊息。",
        "Your personal data has been deleted. This number gets no more messages from us.",
    ),
    "sealed": (
        (
            "您的会员资料已停止使用。法律要求保存的部分已封存, 到 {until} 自动销毁, "
            "在此之前不作他用。"
        ),
        (
            "您的會員資料已停止使用。法律要求保存的部分已封存, 到 {until} 自動銷毀, "
            "在此之前不作他用。"
        ),
        (
            "Your membership data is no longer used. What the law has us keep is sealed, destroyed "
            "on {until}, and used for nothing else until then."
        ),
    ),
}
"""By purpose, in the order of `LANGUAGES`: who asks, what for, how long, before she tells anybody.
"""


def code_text(
    purpose: str, language: str, *, brand: str, code: str, minutes: int, amount: int = 0
) -> str:
    """What a member reads before she tells anybody a code; `amount` is in minor units."""
    whole, rest = divmod(amount, 100)
    return _text(purpose, language, brand, code=code, minutes=minutes, amount=f"{whole}.{rest:02d}")


def erased_text(language: str, *, brand: str, until: str) -> str:
    """The last that she hears; `until` is a day where the law has her data kept, sealed."""
    return _text("sealed" if until else "erased", language, brand, until=until)


def language_for(connection: Connection, tenant_id: str, said: str) -> str:
    """The one that was chosen for her, else the operator's own."""
    return said if said in LANGUAGES else word(connection, tenant_id, "language", LANGUAGES)


def _text(kind: str, language: str, brand: str, **values: str | int) -> str:
    """The name in front stands between the marks that gateways of the mainland ask for."""
    place = LANGUAGES.index(language) if language in LANGUAGES else 0
    return f"【{brand}】{_TEXTS[kind][place].format(**values)}"
