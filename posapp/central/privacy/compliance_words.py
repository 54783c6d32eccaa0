"""The words of the report on personal data, in three languages."""

from __future__ import annotations

from typing import Final

from posapp.central.member_page.word_table_consents import CONSENT_ROWS
from posapp.domain.receipt_words import LANGUAGES

_ROWS: Final[dict[str, tuple[str, str, str]]] = {
    "title.section": ("部分", "部分", "section"),
    "title.what": ("内容", "內容", "what"),
    "title.of": ("说明", "說明", "of"),
    "title.figure": ("数", "數", "figure"),
    "section.consents": ("同意与撤回", "同意與撤回", "consents"),
    "section.erasures": ("删除申请", "刪除申請", "deletions"),
    "section.keys": ("个人资料的密钥", "個人資料的金鑰", "keys"),
    "section.minors": ("未满 14 岁", "未滿 14 歲", "children"),
    "section.access": ("查看资料", "查看資料", "who looked"),
    "section.access, unusual": ("查看资料，异常", "查看資料，異常", "who looked, unusual"),
    "section.policies": ("政策文本", "政策文本", "policies"),
    "what.given": ("已同意", "已同意", "agreed"),
    "what.not given": ("未同意", "未同意", "not agreed"),
    "what.withdrawn": ("期内撤回", "期內撤回", "withdrawn since"),
    "what.done, destroyed": ("已办，已销毁", "已辦，已銷毀", "done, destroyed"),
    "what.done, sealed": (
        "已办，依法封存",
        "已辦，依法封存",
        "done, sealed as the law wants",
    ),
    "what.done too late": ("办得超期", "辦得逾期", "done too late"),
    "what.done, not told by message": (
        "已办，没能发消息告知",
        "已辦，沒能發訊息告知",
        "done, not told by message",
    ),
    "what.days, most": ("最长用了几天", "最長用了幾天", "days, most"),
    "what.waiting": ("待办", "待辦", "waiting"),
    "what.waiting, overdue": ("待办，已超期", "待辦，已逾期", "waiting, overdue"),
    "what.readable": ("可读", "可讀", "readable"),
    "what.not readable any more": ("已不可读", "已不可讀", "not readable any more"),
    "what.sealed": ("已封存", "已封存", "sealed"),
    "what.sealed, term reached": (
        "已封存，保存期已满",
        "已封存，保存期已滿",
        "sealed, term reached",
    ),
    "what.destroyed": ("已销毁", "已銷毀", "destroyed"),
    "what.below 14": ("人数", "人數", "below 14"),
    "what.below 14, no guardian": ("没有监护人", "沒有監護人", "below 14, no guardian"),
    "what.seen in full": ("看到完整资料的次数", "看到完整資料的次數", "times seen in full"),
    "what.texts": ("语言和版式的份数", "語言和版式的份數", "texts"),
    "sign.many": ("比平日多", "比平日多", "more than on an ordinary day"),
    "sign.out_of_hours": ("不在营业时间", "不在營業時間", "outside opening hours"),
    "sign.one_person": ("反复看同一位会员", "反覆看同一位會員", "the same member again and again"),
}
"""zh_CN, zh_TW, English."""


def word(language: str, group: str, code: str) -> str:
    """Raises KeyError for a code that the table does not have."""
    return _ROWS[f"{group}.{code}"][LANGUAGES.index(language)]


def purpose_word(language: str, purpose: str) -> str:
    """As her own page calls it; an operator's own purpose keeps its name."""
    row = CONSENT_ROWS.get(f"consent.{purpose}")
    return purpose if row is None else row[LANGUAGES.index(language)]
