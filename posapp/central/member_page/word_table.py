"""Every sentence of the member's own page in three languages."""

from __future__ import annotations

from typing import Final

from posapp.central.member_page.word_table_consents import CONSENT_ROWS
from posapp.central.member_page.word_table_data import DATA_ROWS
from posapp.central.member_page.word_table_friends import FRIENDS_ROWS

ROWS: Final[dict[str, tuple[str, str, str]]] = {
    # frame
    "skip": ("跳到内容", "跳到內容", "Skip to content"),
    "menu": ("页面", "頁面", "Pages"),
    "nav.code": ("会员码", "會員碼", "My code"),
    "nav.coupons": ("券和票", "券和票", "Coupons"),
    "nav.statement": ("明细", "明細", "Statement"),
    "nav.me": ("我的", "我的", "Me"),
    "language": ("语言", "語言", "Language"),
    "back": ("返回", "返回", "Back"),
    # signing in
    "in.title": ("登录会员页面", "登入會員頁面", "Sign in to your member page"),
    "in.about": (
        "输入办会员时留下的手机号，我们发一条验证码。不用安装应用。",
        "輸入辦會員時留下的手機號碼，我們傳送一則驗證碼。不用安裝應用程式。",
        "Enter the phone number of your membership and we text you a code. No app is needed.",
    ),
    "in.phone": ("手机号", "手機號碼", "Phone number"),
    "in.region": ("地区", "地區", "Region"),
    "region.CN": ("内地 +86", "內地 +86", "Mainland China +86"),
    "region.HK": ("香港 +852", "香港 +852", "Hong Kong +852"),
    "region.MO": ("澳门 +853", "澳門 +853", "Macao +853"),
    "region.TW": ("台湾 +886", "台灣 +886", "Taiwan +886"),
    "in.send": ("发送验证码", "傳送驗證碼", "Send the code"),
    "in.sent_title": ("输入验证码", "輸入驗證碼", "Enter the code"),
    "in.sent": (
        "如果 {phone} 是会员的手机号，验证码已发出，{minutes} 分钟内有效。",
        "如果 {phone} 是會員的手機號碼，驗證碼已傳送，{minutes} 分鐘內有效。",
        "If {phone} belongs to a member, a code is on its way. It is good for {minutes} minutes.",
    ),
    "in.code": ("验证码（6 位数字）", "驗證碼（6 位數字）", "Code (6 digits)"),
    "in.enter": ("登录", "登入", "Sign in"),
    "in.nothing": (
        (
            "没有收到？等 1 分钟再发一次。手机号还没有核验，或者换过号码，"
            "请到服务台办“核验手机号”或“换手机号”，当场就能登录。"
        ),
        (
            "沒有收到？等 1 分鐘再傳一次。手機號碼還沒有核驗，或者換過號碼，"
            "請到服務台辦「核驗手機號碼」或「換手機號碼」，當場就能登入。"
        ),
        (
            "Nothing arrived? Wait a minute and send again. If your number was never verified or "
            "has changed, have it verified or changed at the service desk; you can sign in at "
            "once."
        ),
    ),
    "in.again": ("重新发送", "重新傳送", "Send again"),
    "in.other_phone": ("换一个手机号", "換一個手機號碼", "Another phone number"),
    "in.continue": ("继续", "繼續", "Continue"),
    "in.out": ("已退出登录", "已登出", "You are signed out"),
    "in.ended": (
        "登录已到期，请重新登录",
        "登入已到期，請重新登入",
        "Your sign-in has ended. Please sign in again",
    ),
    # what went wrong
    "error.member.phone_not_valid": (
        "手机号不对，请核对号码和地区",
        "手機號碼不對，請核對號碼和地區",
        "This is not a mobile number. Check the number and its region",
    ),
    "error.member.phone_not_valid_there": (
        "手机号和所选地区对不上，请核对位数和地区",
        "手機號碼和所選地區對不上，請核對位數和地區",
        "This number does not fit the region chosen. Check the digits and the region",
    ),
    "error.member.phone_of_another_region": (
        "这像是另一个地区的手机号，请选对地区（香港和澳门都是 8 位）再发送",
        "這像是另一個地區的手機號碼，請選對地區（香港和澳門都是 8 位）再傳送",
        "This looks like a number of another region. Choose it (Hong Kong or Macao) and send again",
    ),
    "error.member.phone_abroad": (
        "只能用内地、香港、澳门、台湾的手机号；其他地区的号码请到服务台办理",
        "只能用內地、香港、澳門、台灣的手機號碼；其他地區的號碼請到服務台辦理",
        (
            "Only numbers of mainland China, Hong Kong, Macao and Taiwan can be used here. With "
            "any other, ask at the service desk"
        ),
    ),
    "error.codes.too_soon": (
        "刚发过，请 {seconds} 秒后再试",
        "剛傳送過，請 {seconds} 秒後再試",
        "A code was sent just now. Try again in {seconds} s",
    ),
    "error.codes.too_many_today": (
        "今天发得太多，请明天再试或到服务台",
        "今天傳送太多次，請明天再試或到服務台",
        "Too many codes today. Try tomorrow, or ask at the service desk",
    ),
    "error.codes.wrong": (
        "验证码不对，还可试 {left} 次",
        "驗證碼不對，還可試 {left} 次",
        "The code is wrong. Tries left: {left}",
    ),
    "error.codes.expired": (
        "验证码已失效，请重新发送",
        "驗證碼已失效，請重新傳送",
        "The code is no longer good. Send a new one",
    ),
    "error.central.busy": (
        "请求太多，请 {seconds} 秒后再试",
        "要求太多，請 {seconds} 秒後再試",
        "Too many requests. Try again in {seconds} s",
    ),
    "error.page.form_old": (
        "页面已过期，或浏览器不接受 Cookie。请重新打开再试",
        "頁面已過期，或瀏覽器不接受 Cookie。請重新開啟再試",
        "This page is too old, or the browser takes no cookies. Open it again",
    ),
    "error.page.words_missing": (
        "请写明要更正什么",
        "請寫明要更正什麼",
        "Write down what should be corrected",
    ),
    "error.page.words_too_long": (
        "最多 {most} 个字，请写短一些",
        "最多 {most} 個字，請寫短一些",
        "At most {most} characters. Please write less",
    ),
    "error.page.not_confirmed": (
        "请先勾选确认",
        "請先勾選確認",
        "Tick the box to confirm first",
    ),
    "error.page.asked_already": (
        "已经提交过，正在处理",
        "已經送出過，正在處理",
        "You have asked already; it is being dealt with",
    ),
    "error.page.consent_not_free": (
        "这一项不能在这里单独改",
        "這一項不能在這裡單獨更改",
        "This one is not changed here by itself",
    ),
    "error.auth.page_signed_out": (
        "已退出，请重新登录",
        "已登出，請重新登入",
        "You are signed out. Sign in again",
    ),
    "error.title": ("没有办成", "沒有完成", "That did not work"),
    "error.other": (
        "现在办不了，请稍后再试",
        "現在無法處理，請稍後再試",
        "This does not work now. Try again later",
    ),
    "error.no_page": ("没有这个页面", "沒有這個頁面", "There is no such page"),
    # code
    "code.title": ("会员码", "會員碼", "Member code"),
    "code.show": ("请向收银员出示", "請向收銀員出示", "Show it to the cashier"),
    "code.picture": ("会员码的二维码", "會員碼的 QR 碼", "QR code of your member code"),
    "code.left": ("{seconds} 秒后自动换码", "{seconds} 秒後自動換碼", "New code in {seconds} s"),
    "code.once": (
        "截图无效，每码只用一次",
        "截圖無效，每碼只用一次",
        "A screenshot is of no use: each code is good once",
    ),
    "code.used": (
        "这个码已用过，请等下一个",
        "這個碼已用過，請等下一個",
        "This code has been used. Wait for the next",
    ),
    "code.gone": (
        "连不上，码可能已过期",
        "連不上，碼可能已過期",
        "No connection: the code may be out of date",
    ),
    "code.refresh": ("换码", "換碼", "Refresh"),
    "code.none": (
        "现在没有会员码，请到服务台",
        "現在沒有會員碼，請到服務台",
        "There is no code for you now. Ask at the service desk",
    ),
    "number": ("会员号 {number}", "會員號 {number}", "Member {number}"),
    "status.frozen": (
        "账户已冻结，储值和积分暂不能用。请到服务台。",
        "帳戶已凍結，儲值和積分暫不能用。請到服務台。",
        "Your account is frozen: value and points cannot be used. Ask at the service desk.",
    ),
    "status.blacklisted": (
        "账户已停用，储值和积分暂不能用。请到服务台。",
        "帳戶已停用，儲值和積分暫不能用。請到服務台。",
        "Your account is stopped: value and points cannot be used. Ask at the service desk.",
    ),
    "status.closed": (
        "账户已注销。这里还能看到我们保存的资料。",
        "帳戶已註銷。這裡還能看到我們保存的資料。",
        "Your account is closed. You still see here what we keep about you.",
    ),
    # what she has
    "value": ("储值", "儲值", "Stored value"),
    "principal": ("本金", "本金", "Principal"),
    "bonus": ("赠送", "贈送", "Bonus"),
    "held": ("预留中", "預留中", "Set aside"),
    "points": ("积分", "積分", "Points"),
    "pending": ("待生效", "待生效", "Pending"),
    "pending_from": ("{date} 生效 {points}", "{date} 生效 {points}", "{points} from {date}"),
    "expiring": ("{date} 到期 {points}", "{date} 到期 {points}", "{points} expire on {date}"),
    "never": ("近期没有到期", "近期沒有到期", "None expire soon"),
    "debt": ("待扣积分", "待扣積分", "Points owed"),
    "growth": ("成长值", "成長值", "Growth"),
    "tier.ordinary": ("普通会员", "普通會員", "Member"),
    "as_of": ("截至 {time}", "截至 {time}", "As of {time}"),
    # coupons and tickets
    "coupons": ("优惠券", "優惠券", "Coupons"),
    "coupons.none": ("没有优惠券", "沒有優惠券", "You have no coupons"),
    "coupon.least": ("满 {amount} 可用", "滿 {amount} 可用", "From {amount}"),
    "coupon.once": ("只用一次", "只用一次", "Good once"),
    "coupon.often": ("可多次使用", "可多次使用", "Good more than once"),
    "coupon.code": ("券码 {code}", "券碼 {code}", "Code {code}"),
    "coupon.show": ("出示券码", "出示券碼", "Show the code"),
    "coupon.picture": ("优惠券的二维码", "優惠券的 QR 碼", "QR code of the coupon"),
    "tickets": ("门票", "門票", "Tickets"),
    "tickets.none": (
        "没有存在会员名下的门票。纸质门票请凭票入园。",
        "沒有存在會員名下的門票。紙本門票請憑票入園。",
        "No tickets are kept in your name. A paper ticket is good by itself.",
    ),
    # statement
    "statement": ("明细", "明細", "Statement"),
    "statement.value": ("储值", "儲值", "Value"),
    "statement.points": ("积分", "積分", "Points"),
    "statement.none": ("还没有记录", "還沒有記錄", "Nothing has happened yet"),
    "statement.older": ("更早的记录", "更早的記錄", "Older"),
    "statement.newest": ("最新的记录", "最新的記錄", "Newest"),
    "statement.moved": ("{before} → {after}", "{before} → {after}", "{before} → {after}"),
    "statement.booked": ("{time} 入账", "{time} 入帳", "Booked {time}"),
    "statement.receipt": ("单号 {number}", "單號 {number}", "No. {number}"),
    "posting.sale": ("消费", "消費", "Purchase"),
    "posting.refund": ("退货", "退貨", "Return of goods"),
    "posting.top_up": ("充值", "加值", "Top-up"),
    "posting.expire": ("积分到期", "積分到期", "Points that ended"),
    "posting.opening": ("期初余额", "期初餘額", "Opening balance"),
    "posting.hold": ("付款预留", "付款預留", "Set aside for a payment"),
    "posting.hold_release": ("预留退回", "預留退回", "Set-aside returned"),
    "posting.lease": ("收银机预留", "收銀機預留", "Set aside at a till"),
    "posting.lease_release": (
        "收银机预留退回",
        "收銀機預留退回",
        "Set-aside at a till returned",
    ),
    "posting.claim": ("消费积分补登", "消費積分補登", "Points of a sale you joined with"),
    "posting.correction": ("更正", "更正", "Correction"),
    "posting.merge": ("账户合并", "帳戶合併", "Accounts joined"),
    "posting.merge_undone": ("账户合并撤销", "帳戶合併撤銷", "Joining taken back"),
    "posting.compensation": ("补偿", "補償", "Compensation"),
    "posting.compensation_lapsed": ("赠送到期", "贈送到期", "Gift lapsed"),
    "posting.referral": ("邀请奖励", "邀請獎勵", "Reward for an invitation"),
    "posting.referral_back": (
        "邀请奖励收回",
        "邀請獎勵收回",
        "Reward for an invitation taken back",
    ),
    "posting.other": ("账户变动", "帳戶變動", "Change of account"),
    "account.sv_available": ("本金", "本金", "Principal"),
    "account.sv_held": ("预留", "預留", "Set aside"),
    "account.bonus": ("赠送", "贈送", "Bonus"),
    "account.points": ("积分", "積分", "Points"),
    "account.points_debt": ("待扣积分", "待扣積分", "Points owed"),
    "account.growth": ("成长值", "成長值", "Growth"),
    # me
    "me": ("我的", "我的", "Me"),
    "consents": ("同意与授权", "同意與授權", "Consents"),
    "consent.given": ("已同意", "已同意", "You agreed"),
    "consent.withdrawn": ("未同意", "未同意", "You did not agree"),
    "consent.give": ("同意", "同意", "Agree"),
    "consent.withdraw": ("撤回", "撤回", "Withdraw"),
    "consent.since": (
        "协议版本 {version}，{time}",
        "協議版本 {version}，{time}",
        "Policy version {version}, {time}",
    ),
    "consent.now": (
        "现行协议版本 {version}",
        "現行協議版本 {version}",
        "Policy in force: version {version}",
    ),
    "data": ("我的资料", "我的資料", "My data"),
    "data.about": (
        "我们保存的关于你的全部内容，可以查看和下载。",
        "我們保存的關於你的全部內容，可以查看和下載。",
        "Everything that we keep about you, to read and to take with you.",
    ),
    "data.see": ("查看", "查看", "Look at it"),
    "data.file": ("下载 JSON 文件", "下載 JSON 檔案", "Download as JSON"),
    "data.rows": ("{count} 条", "{count} 筆", "{count} rows"),
    "data.empty": ("没有", "沒有", "Nothing"),
    "data.yes": ("是", "是", "Yes"),
    "data.no": ("否", "否", "No"),
    "correction": ("更正资料", "更正資料", "Have something corrected"),
    "correction.about": (
        "写明哪里不对、应该是什么。服务台核实后更正并联系你。",
        "寫明哪裡不對、應該是什麼。服務台核實後更正並聯絡你。",
        "Say what is wrong and how it should be. The service desk checks it and puts it right.",
    ),
    "correction.words": ("要更正的内容", "要更正的內容", "What should be corrected"),
    "correction.send": ("提交更正", "送出更正", "Send"),
    "correction.done": ("已提交，我们会处理", "已送出，我們會處理", "Sent. We will see to it"),
    "deletion": ("申请删除资料", "申請刪除資料", "Ask us to delete your data"),
    "deletion.about": (
        (
            "删除后会员资格、剩余积分和券都没有了；有储值请先用完或到服务台退款。"
            "法律要求保留的账目只封存，不再使用。"
        ),
        (
            "刪除後會員資格、剩餘積分和券都沒有了；有儲值請先用完或到服務台退款。"
            "法律要求保留的帳目只封存，不再使用。"
        ),
        (
            "Your membership, points and coupons end with it; spend your stored value first or "
            "have it refunded at the service desk. What the law makes us keep is locked away."
        ),
    ),
    "deletion.confirm": (
        "我明白，请删除我的资料",
        "我明白，請刪除我的資料",
        "I understand. Please delete my data",
    ),
    "deletion.send": ("申请删除", "申請刪除", "Ask for deletion"),
    "deletion.done": (
        "已提交申请，服务台会联系你",
        "已送出申請，服務台會聯絡你",
        "Sent. The service desk will contact you",
    ),
    "asked.open": ("{time} 已提交，处理中", "{time} 已送出，處理中", "Asked {time}: in hand"),
    "asked.answer": ("答复：{words}", "答覆：{words}", "Our answer: {words}"),
    "asked.closed": ("{time} 已提交，已处理", "{time} 已送出，已處理", "Asked {time}: done"),
    "consent.done": ("已保存", "已儲存", "Saved"),
    "out": ("退出登录", "登出", "Sign out"),
    "out.everywhere": ("退出所有设备", "登出所有裝置", "Sign out everywhere"),
    "out.about": (
        "登录 {minutes} 分钟不用就结束，最长 {hours} 小时。手机丢失时，在别的设备上退出所有设备。",
        "登入 {minutes} 分鐘不用就結束，最長 {hours} 小時。手機遺失時，在別的裝置上登出所有裝置。",
        (
            "A sign-in ends after {minutes} minutes without use and {hours} hours at most. If you "
            "lose your phone, sign out everywhere from another one."
        ),
    ),
    **CONSENT_ROWS,
    **DATA_ROWS,
    **FRIENDS_ROWS,
}
"""zh_CN, zh_TW, English."""
