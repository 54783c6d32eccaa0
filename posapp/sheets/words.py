"""What only files say, in the three languages of paper; every other word is paper's own.

Central writes the same files as a till and has no translator of the screen; so they stand here.
"""

from __future__ import annotations

from typing import Final

from posapp.domain.receipt_words import LANGUAGES

_WORDS: Final[dict[str, tuple[str, str, str]]] = {
    "overview": ("概要", "概要", "Overview"),
    "item": ("项目", "項目", "Item"),
    "value": ("数值", "數值", "Value"),
    "pieces": ("张数", "張數", "Pieces"),
    "part": ("部分", "部分", "Part"),
    "column": ("列", "欄", "Column"),
    "meanings": ("口径说明", "口徑說明", "Definitions"),
    "meaning": ("口径", "口徑", "Definition"),
    "number": ("序号", "序號", "Number"),
    "shop": ("门店", "門店", "Shop"),
    "moment": ("时间（{zone}）", "時間（{zone}）", "Time ({zone})"),
    "opened": ("开班（{zone}）", "開班（{zone}）", "Opened ({zone})"),
    "closed": ("收班（{zone}）", "收班（{zone}）", "Closed ({zone})"),
    "list_total": ("原价合计", "原價合計", "List total"),
    "net_with_deposits": ("实收（含押金）", "實收（含押金）", "Net with deposits"),
    "deposits": ("其中押金", "其中押金", "Deposits in it"),
    "refunded": ("已退", "已退", "Returned"),
    "points": ("所得积分", "所得積分", "Points earned"),
    "member": ("会员（脱敏）", "會員（遮罩）", "Member (masked)"),
    "offline": ("离线", "離線", "Offline"),
    "ways": ("支付方式", "付款方式", "Paid by"),
    "z_number": ("Z 序号", "Z 序號", "Z number"),
    "z_missing": ("之前缺号", "之前缺號", "Missing before it"),
    "digest": ("校验", "校驗", "Digest"),
    "till_sales": ("本机笔数", "本機筆數", "Sales by the till"),
    "till_net": ("本机净额", "本機淨額", "Net by the till"),
    "central_sales": ("总部笔数", "總部筆數", "Sales by central"),
    "central_net": ("总部净额", "總部淨額", "Net by central"),
    "sales": ("销售明细", "銷售明細", "Sales"),
    "shifts": ("班次", "班次", "Shifts"),
    "zs": ("Z 清单", "Z 清單", "Z reports"),
    "day": ("日汇总", "日彙總", "Day"),
    "refund_count": ("退款笔数", "退款筆數", "Refunds"),
    "refund_net": ("退款净额", "退款淨額", "Returned net"),
    "principal": ("储值本金", "儲值本金", "Value topped up"),
    "bonus": ("储值赠送", "儲值贈送", "Bonus given"),
    "open_cases": ("待处理事项", "待處理事項", "Open cases"),
    "quarantined": ("隔离流水", "隔離流水", "Entries in quarantine"),
}

_MEANINGS: Final[dict[str, tuple[str, str, str]]] = {
    "gross_sales": (
        "所售各行原价 × 数量之和，未减任何优惠；押金不算",
        "所售各行原價 × 數量之和，未減任何優惠；押金不算",
        "List price × quantity of every line sold, before any reduction; no deposits",
    ),
    "net_sales": (
        "毛销售 − 各项优惠 − 退款；积分、储值、第三方券是收款方式，不是优惠",
        "銷售毛額 − 各項優惠 − 退款；積分、儲值、第三方券是收款方式，不是優惠",
        "Gross less reductions less refunds; points, stored value and vouchers are payments",
    ),
    "average": ("净销售 ÷ 销售笔数", "銷售淨額 ÷ 銷售筆數", "Net sales by the number of sales"),
    "by_kind": (
        "每类的笔数、数量和退货后的净额",
        "每類的筆數、數量和退貨後的淨額",
        "Count, quantity and net after returns of each kind",
    ),
    "sold_most": (
        "按售出净额排列，未减退货",
        "按售出淨額排列，未減退貨",
        "By the net sold, before returns",
    ),
    "deposit_head": (
        "收取与退还的押金，是负债，不进任何销售数",
        "收取與退還的押金，是負債，不計入任何銷售數",
        "Taken and given back: owed, and in no figure of the sales",
    ),
    "tenders": (
        "每种方式的笔数、收、退、净；净 = 收 − 退",
        "每種方式的筆數、收、退、淨；淨 = 收 − 退",
        "Count, in, out and net of each way of paying; net = in − out",
    ),
    "cash_change": (
        "顾客递来的现金与找回的零钱；现金收 = 递来 − 找零",
        "顧客遞來的現金與找回的零錢；現金收 = 遞來 − 找零",
        "Cash handed over and change given; cash in = handed over − change",
    ),
    "mixed": (
        "用了一种以上方式支付的单数",
        "用了一種以上方式付款的單數",
        "Sales paid in more than one way",
    ),
    "unknown": (
        "交班时还没有结果的收款，不在收款合计内",
        "交班時還沒有結果的收款，不在收款合計內",
        "Charges without a result at the close; in no sum of payments",
    ),
    "acquirers": (
        "本机按渠道统计，未与收单机构账单核对",
        "本機按管道統計，未與收單機構帳單核對",
        "Counted at this till by channel, not compared with the acquirer's bill",
    ),
    "check": (
        "净销售 + 负债（押金、找零转存）= 收款净额；储值充值另列",
        "銷售淨額 + 負債（押金、找零轉存）= 收款淨額；儲值加值另列",
        "Net sales + liabilities (deposits, change kept) = net payments; top-ups stand apart",
    ),
    "expected": (
        "备用金 + 现金收 − 现金退 + 充值收现 + 存入 − 取出 − 上缴",
        "備用金 + 現金收 − 現金退 + 加值收現 + 存入 − 取出 − 上繳",
        "Float + cash in − cash out + cash top-ups + put in − taken out − dropped",
    ),
    "counted": (
        "按券别清点的现金，清点时不显示应有",
        "按券別清點的現金，清點時不顯示應有",
        "Cash counted by denomination, without the expected figure in sight",
    ),
    "even": (
        "实点 − 应有；正为长款，负为短款",
        "實點 − 應有；正為溢收，負為短少",
        "Counted less expected; over if positive, short if negative",
    ),
    "handed_in": ("实点 − 留存备用金", "實點 − 留存備用金", "Counted less the float kept"),
    "member_sales": (
        "记在会员名下的销售净额",
        "記在會員名下的銷售淨額",
        "Net of the sales made to members",
    ),
    "points_in_out": (
        "发放的积分；抵扣的积分",
        "發放的積分；折抵的積分",
        "Points earned; points used",
    ),
    "value_in": (
        "充入的本金；赠送的储值",
        "加值的本金；贈送的儲值",
        "Principal topped up; bonus given",
    ),
    "value_out": (
        "用储值支付；退回储值",
        "以儲值付款；退回儲值",
        "Paid from stored value; given back to it",
    ),
    "taxes": (
        "含税金额与其中的税额，按税率",
        "含稅金額與其中的稅額，按稅率",
        "Gross and the tax in it, by rate",
    ),
    "by_hour": (
        "按门店时区的小时，未减退款",
        "按門店時區的小時，未減退款",
        "By the hour of the shop's time zone, before refunds",
    ),
    "exceptions": (
        "每类的次数与金额，下面按人；一次手工优惠只算一次",
        "每類的次數與金額，下面按人；一次手動優惠只算一次",
        "Count and amount of each, by person below; a reduction by hand counts once",
    ),
    "waiting": (
        "交班时还没有送到总部的流水笔数",
        "交班時還沒有送到總部的流水筆數",
        "Entries that had not reached central at the close",
    ),
    "digest": (
        "报表内容的校验值；上一份的也在其中，所以不能少一份",
        "報表內容的校驗值；上一份的也在其中，所以不能少一份",
        "A digest of the report; the one before is in it, so none can be missing",
    ),
}
"""By the key of the word of paper that they explain."""

MEANT: Final = tuple(_MEANINGS)


class FileWords:
    """The words of one language; an unknown language reads as zh_CN."""

    def __init__(self, language: str) -> None:
        self._place = LANGUAGES.index(language) if language in LANGUAGES else 0

    def __call__(self, key: str, **params: str | int) -> str:
        """Raises KeyError for an unknown key."""
        text = _WORDS[key][self._place]
        return text.format(**params) if params else text

    def meaning(self, key: str) -> str:
        """What a word of paper means, exactly. Raises KeyError for one without."""
        return _MEANINGS[key][self._place]
