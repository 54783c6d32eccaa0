"""The sentences of invitations on the member's own page, in three languages."""

from __future__ import annotations

from typing import Final

FRIENDS_ROWS: Final[dict[str, tuple[str, str, str]]] = {
    "join.short": ("成为会员", "成為會員", "Become a member"),
    "join.title": (
        "朋友邀请您加入 {brand}",
        "朋友邀請您加入 {brand}",
        "A friend invites you to {brand}",
    ),
    "join.title_open": ("加入 {brand} 会员", "加入 {brand} 會員", "Become a member of {brand}"),
    "join.about": (
        "输入手机号，我们发一条验证码。不用安装应用。",
        "輸入手機號碼，我們傳送一則驗證碼。不用安裝應用程式。",
        "Enter your phone number and we text you a code. No app is needed.",
    ),
    "join.sent": (
        "验证码已发到 {phone}，{minutes} 分钟内有效。",
        "驗證碼已傳送到 {phone}，{minutes} 分鐘內有效。",
        "A code is on its way to {phone}. It is good for {minutes} minutes.",
    ),
    "join.agree": (
        "我同意会员协议和个人信息处理 (版本 {version})",
        "我同意會員協議和個人資料處理 (版本 {version})",
        "I agree to the membership agreement and the use of my data (version {version})",
    ),
    "join.age": ("我已满 14 周岁", "我已滿 14 歲", "I am 14 or older"),
    "join.minor": (
        "未满 14 周岁，请和监护人一起到柜台办理。",
        "未滿 14 歲，請和監護人一起到櫃檯辦理。",
        "Under 14? Please join at the counter, together with your guardian.",
    ),
    "join.policy": (
        "阅读会员协议与隐私政策全文",
        "閱讀會員協議與隱私政策全文",
        "Read the agreement and privacy policy in full",
    ),
    "join.free": ("{purpose} (可不选)", "{purpose} (可不選)", "{purpose} (you need not)"),
    "join.enter": ("加入", "加入", "Join"),
    "join.sign_in": ("已是会员，去登录", "已是會員，去登入", "I am a member: sign in"),
    "join.done": ("欢迎，您已是会员", "歡迎，您已是會員", "Welcome, you are a member now"),
    "join.already": (
        "您早已是会员，已为您登录",
        "您早已是會員，已為您登入",
        "You were a member already and are signed in",
    ),
    "join.over": ("邀请已失效", "邀請已失效", "This invitation is over"),
    "join.over.about": (
        "请让朋友再发一次，或到柜台办会员。",
        "請朋友再傳一次，或到櫃檯辦會員。",
        "Ask your friend for a new one, or join at the counter.",
    ),
    "friends": ("邀请好友", "邀請好友", "Invite friends"),
    "friends.about": (
        "朋友加入并首次消费后，双方都有奖励。",
        "朋友加入並首次消費後，雙方都有獎勵。",
        "When a friend joins and first buys something, both of you are rewarded.",
    ),
    "friends.see": ("我的邀请码", "我的邀請碼", "My invite code"),
    "friends.how": (
        "让朋友扫码，或把链接发给朋友。在柜台办会员时报邀请码也可以。",
        "讓朋友掃碼，或把連結傳給朋友。在櫃檯辦會員時報邀請碼也可以。",
        "Let a friend scan this or send the link. The code can be told at the counter, too.",
    ),
    "friends.picture": ("邀请二维码", "邀請 QR 碼", "Invitation as a QR code"),
    "friends.link": ("邀请链接", "邀請連結", "Invitation link"),
    "friends.progress": ("邀请进度", "邀請進度", "How far you are"),
    "friends.joined": ("已加入", "已加入", "Joined"),
    "friends.rewarded": ("邀请成功", "邀請成功", "Rewarded"),
    "friends.next": ("下一级奖励", "下一級獎勵", "Next reward"),
    "friends.left": (
        "再成功 {count} 位 (满 {step} 位)",
        "再成功 {count} 位 (滿 {step} 位)",
        "{count} more (at {step})",
    ),
    "friends.another": ("换一个邀请码", "換一個邀請碼", "Get another code"),
    "friends.another.about": (
        "换码后旧码和旧链接失效，已加入的朋友不受影响。",
        "換碼後舊碼和舊連結失效，已加入的朋友不受影響。",
        "The old code and link stop working. Friends who joined stay yours.",
    ),
    "error.page.join_not_agreed": (
        "请先勾选同意会员协议和个人信息处理，再加入",
        "請先勾選同意會員協議和個人資料處理，再加入",
        "To join, tick that you agree to the agreement and the use of your data",
    ),
    "error.page.join_minor": (
        "已满 14 周岁请勾选年龄。未满 14 周岁，请和监护人一起到柜台办理",
        "已滿 14 歲請勾選年齡。未滿 14 歲，請和監護人一起到櫃檯辦理",
        "If you are 14 or older, tick so. Under 14, please join at the counter with your guardian",
    ),
    "error.page.join_full": (
        "今天网上加入的人太多，请明天再试，或到柜台办会员",
        "今天網上加入的人太多，請明天再試，或到櫃檯辦會員",
        "Too many joined online today. Try again tomorrow, or join at the counter",
    ),
    "error.page.join_at_counter": (
        "这个手机号登记过但没有核验，请到服务台办“核验手机号”，当场就能登录",
        "這個手機號碼登記過但沒有核驗，請到服務台辦「核驗手機號碼」，當場就能登入",
        (
            "This phone is registered but not verified. Have it verified at the service desk; you "
            "can sign in at once"
        ),
    ),
}
