"""Every fixed word that paper carries, in three languages; names and rules bring their own."""

from __future__ import annotations

from typing import Final

from posapp.domain.receipt_words_z import Z_ROWS

LANGUAGES: Final = ("zh_CN", "zh_TW", "en")

_ROWS: Final[dict[str, tuple[str, str, str]]] = {
    # head
    "receipt_number": ("单号", "單號", "No."),
    "till": ("收银机", "收銀機", "Till"),
    "member": ("会员", "會員", "Member"),
    "tier.silver": ("银卡", "銀卡", "Silver"),
    "tier.gold": ("金卡", "金卡", "Gold"),
    "tier.platinum": ("白金卡", "白金卡", "Platinum"),
    "tier.diamond": ("钻石", "鑽石", "Diamond"),
    "hold_slip": ("挂单", "掛單", "Held sale"),
    "hold_verb": ("取单扫此码", "取單掃此碼", "Scan to recall"),
    "offline_sale": ("离线单", "離線單", "Made offline"),
    # lines
    "item": ("商品", "商品", "Item"),
    "quantity": ("数量", "數量", "Qty"),
    "amount": ("小计", "小計", "Amount"),
    "each": ("件", "件", "each"),
    "note": ("备注", "備註", "Note"),
    # sums
    "list_total": ("原价合计", "原價合計", "List total"),
    "pieces": ("件", "件", "items"),
    "goods_reductions": ("商品优惠", "商品優惠", "Item savings"),
    "manual_reductions": ("手工优惠", "手動優惠", "Manual reduction"),
    "coupon": ("券", "券", "Coupon"),
    "rounding": ("抹零", "抹零", "Rounding"),
    "total": ("合计", "合計", "Total"),
    "saved": ("共优惠", "共優惠", "You saved"),
    # deposits
    "deposit": ("押金", "押金", "Deposit"),
    "deposits": (
        "押金（凭小票退还）",
        "押金（憑小票退還）",
        "Deposits (returned against this receipt)",
    ),
    "deposit_sum": ("押金合计", "押金合計", "Deposits"),
    "goods_sum": ("商品合计", "商品合計", "Goods"),
    "deposit_back": ("押金退还", "押金退還", "Deposit returned"),
    "deposit_in_cash": (
        "原支付方式未退，以现金退还",
        "未退回原付款方式，以現金退還",
        "Given in cash instead of the way it was paid",
    ),
    # tenders
    "cash": ("现金", "現金", "Cash"),
    "tendered": ("收到", "收到", "Received"),
    "change": ("找零", "找零", "Change"),
    "stored_value": ("储值", "儲值", "Stored value"),
    "principal": ("本金", "本金", "Principal"),
    "bonus": ("赠送", "贈送", "Bonus"),
    "points_tender": ("积分抵扣", "積分折抵", "Points"),
    "points_unit": ("分", "點", "pts"),
    "third_party_coupon": ("第三方券", "第三方券", "Manufacturer coupon"),
    "external": ("外部支付", "外部支付", "External payment"),
    "card": ("银行卡", "銀行卡", "Card"),
    "wechat": ("微信支付", "微信支付", "WeChat Pay"),
    "alipay": ("支付宝", "支付寶", "Alipay"),
    "unionpay": ("云闪付", "雲閃付", "UnionPay"),
    "qr": ("扫码支付", "掃碼支付", "QR payment"),
    "on_account": ("挂账", "掛帳", "On account"),
    "signed_by": ("签单人", "簽單人", "Signed by"),
    "recorded": ("外部已收", "外部已收", "Recorded externally"),
    "taken_stand": ("台卡", "立牌", "stand"),
    "taken_handheld": ("手持终端", "手持終端機", "handheld"),
    "taken_voucher": ("券号", "券號", "voucher"),
    "reference": ("参考号", "參考號", "Ref."),
    # balances
    "before": ("支付前", "付款前", "Before"),
    "this_order": ("本单", "本單", "Sale"),
    "after": ("支付后", "付款後", "After"),
    "both": ("合计", "合計", "Total"),
    "points": ("积分", "積分", "Points"),
    "points_used": ("抵扣", "折抵", "Used"),
    "points_earned": ("本单获得", "本單獲得", "Earned"),
    "points_basis": ("按实付 {base} 计", "按實付 {base} 計", "On {base} paid in money"),
    "points_from": (
        "本单 {points} 分 {day} 起可用，未计入",
        "本單 {points} 點 {day} 起可用，未計入",
        "{points} more from {day}",
    ),
    # tax and foot
    "tax_rate": ("税率", "稅率", "Rate"),
    "gross": ("含税", "含稅", "Gross"),
    "without_tax": ("不含税", "未稅", "Net"),
    "tax": ("税额", "稅額", "Tax"),
    "return_verb": ("退货请出示此码", "退貨請出示此碼", "Show this code for returns"),
    "policy": (
        "{days} 天内可凭小票退货",
        "{days} 天內可憑小票退貨",
        "Returns within {days} days with this receipt",
    ),
    "thanks": ("谢谢光临", "謝謝光臨", "Thank you"),
    "copy": ("补打 COPY", "補印 COPY", "COPY"),
    "signature": ("顾客签字", "顧客簽名", "Customer's signature"),
    # refund
    "refund": ("退款单", "退款單", "Refund"),
    "original": ("原单", "原單", "Original sale"),
    "refund_total": ("退款合计", "退款合計", "Refund total"),
    "given_back": ("退回", "退回", "Given back"),
    "points_back": ("退回积分", "退回積分", "Points given back"),
    "points_clawed": ("扣回所得积分", "扣回所得積分", "Earned points taken back"),
    "reason": ("原因", "原因", "Reason"),
    "approved_by": ("授权", "授權", "Approved by"),
    "asked_by": ("经办", "經辦", "Asked by"),
    "act_discount": ("手工折扣", "手動折扣", "Discount"),
    "act_price_change": ("改价", "改價", "Price change"),
    "act_round_off": ("抹零", "抹零", "Rounding"),
    "act_record_external": ("外部已收", "外部已收", "Recorded externally"),
    # top-up
    "top_up": ("储值充值", "儲值加值", "Stored value top-up"),
    "kept_change": ("找零转存", "找零轉存", "Change kept"),
    "top_up_principal": ("充值本金", "加值本金", "Top-up"),
    "top_up_before": ("充值前", "加值前", "Before"),
    "top_up_this": ("本次", "本次", "This top-up"),
    "top_up_after": ("充值后", "加值後", "After"),
    "top_up_note": (
        "7 天内未使用可退本金",
        "7 天內未使用可退本金",
        "The principal is refundable within 7 days if unused",
    ),
    # cash moves and the drawer
    "float": ("备用金", "備用金", "Float"),
    "cash_in": ("存入现金", "存入現金", "Cash in"),
    "cash_out": ("取出现金", "取出現金", "Cash out"),
    "cashier_signature": ("收银员签字", "收銀員簽名", "Cashier's signature"),
    **Z_ROWS,
    # test page
    "test": ("测试页", "測試頁", "Test page"),
    "test_words": (
        "中文清楚 鑫懿 ¥0.00",
        "中文清楚 鑫懿 ¥0.00",
        "Chinese is clear 鑫懿 ¥0.00",
    ),
    "test_ruler": ("左右边框完整", "左右邊框完整", "Both edges are complete"),
    "test_qr": ("二维码能扫", "QR 碼能掃", "The code scans"),
    "test_cut": ("下面自动裁纸", "下面自動裁紙", "The paper is cut below"),
}


class Words:
    """The words of one language; an unknown language reads as zh_CN."""

    def __init__(self, language: str) -> None:
        self._place = LANGUAGES.index(language) if language in LANGUAGES else 0
        self.language = LANGUAGES[self._place]

    def __call__(self, key: str, **params: str | int) -> str:
        """The word for `key`, with its parameters filled in. Raises KeyError for an unknown key."""
        text = _ROWS[key][self._place]
        return text.format(**params) if params else text

    def knows(self, key: str) -> bool:
        """True where there is a word for `key`."""
        return key in _ROWS

    def tier(self, code: str) -> str:
        """What a tier is called; the ordinary one is not named, an unknown one stands as it is."""
        row = _ROWS.get(f"tier.{code}")
        if row is None:
            return "" if code == "ordinary" else code
        return row[self._place]


def keys() -> tuple[str, ...]:
    """Every key, for the test that no language misses a word."""
    return tuple(_ROWS)
