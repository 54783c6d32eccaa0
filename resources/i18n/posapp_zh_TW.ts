<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_TW" sourcelanguage="zh_CN">
<context>
    <name>errors</name>
    <message>
        <source>Excel 一张表最多 {most} 行，请缩小范围，或改用 CSV</source>
        <translation>Excel 一張表最多 {most} 列，請縮小範圍，或改用 CSV</translation>
    </message>
    <message>
        <source>U 盘写不进去，什么也没有留下，请换一个再导出</source>
        <translation>USB 隨身碟寫不進去，什麼也沒有留下，請換一個再匯出</translation>
    </message>
    <message>
        <source>till.db 在，已加密，要打开检查请加 --keys</source>
        <translation>till.db 在，已加密，要開啟檢查請加 --keys</translation>
    </message>
    <message>
        <source>till.db 没有加密，请停用本机并从备份恢复</source>
        <translation>till.db 沒有加密，請停用本機並從備份還原</translation>
    </message>
    <message>
        <source>till.db 能用密钥打开</source>
        <translation>till.db 能用金鑰開啟</translation>
    </message>
    <message>
        <source>{day} 不是日期，请写成 2026-11-22</source>
        <translation>{day} 不是日期，請寫成 2026-11-22</translation>
    </message>
    <message>
        <source>{day} 的账单已经导入过，内容与这份不同，没有导入，请核对</source>
        <translation>{day} 的帳單已經匯入過，內容與這份不同，沒有匯入，請核對</translation>
    </message>
    <message>
        <source>{folder} 写不进去，报表没有保存，请关闭已打开的同名文件，或检查文件夹权限</source>
        <translation>{folder} 無法寫入，報表沒有儲存，請關閉已開啟的同名檔案，或檢查資料夾權限</translation>
    </message>
    <message>
        <source>{name} 与另一列是同一项，请用 --map 说明</source>
        <translation>{name} 與另一欄是同一項，請用 --map 說明</translation>
    </message>
    <message>
        <source>{name} 已停售，请换一件或联系店长</source>
        <translation>{name} 已停售，請換一件或聯絡店長</translation>
    </message>
    <message>
        <source>{name} 已停止挂账，请换一种支付</source>
        <translation>{name} 已停止掛帳，請換一種付款</translation>
    </message>
    <message>
        <source>{name} 已售罄，请换一件</source>
        <translation>{name} 已售完，請換一件</translation>
    </message>
    <message>
        <source>{name} 已是另一个文件的导入，请用 --name 换一个名称</source>
        <translation>{name} 已是另一個檔案的匯入，請用 --name 換一個名稱</translation>
    </message>
    <message>
        <source>{name} 已经授权，不用再授权</source>
        <translation>{name} 已經授權，不用再授權</translation>
    </message>
    <message>
        <source>{name} 没有授权这一项的权限，请换店长</source>
        <translation>{name} 沒有授權這一項的權限，請換店長</translation>
    </message>
    <message>
        <source>{name} 用不了（{reason}），请核对路径和权限</source>
        <translation>{name} 用不了（{reason}），請核對路徑和權限</translation>
    </message>
    <message>
        <source>{name} 的挂账已从本单去掉</source>
        <translation>{name} 的掛帳已從本單去掉</translation>
    </message>
    <message>
        <source>{name} 还可挂账 {room_amount}，请减少或换一种支付</source>
        <translation>{name} 還可掛帳 {room_amount}，請減少或換一種付款</translation>
    </message>
    <message>
        <source>{points} 积分预留于 {where}，正在收回，请稍候再试或用其他方式支付</source>
        <translation>{points} 積分預留於 {where}，正在收回，請稍候再試或用其他方式支付</translation>
    </message>
    <message>
        <source>{reserved_amount} 预留于 {where}，正在收回，请稍候再试或用其他方式支付</source>
        <translation>{reserved_amount} 預留於 {where}，正在收回，請稍候再試或用其他方式付款</translation>
    </message>
    <message>
        <source>{shown} 不按重量卖，请查价或手工输入</source>
        <translation>{shown} 不按重量賣，請查價或手動輸入</translation>
    </message>
    <message>
        <source>{shown} 的标签没有重量或金额，请重新称重打标</source>
        <translation>{shown} 的標籤沒有重量或金額，請重新秤重列印</translation>
    </message>
    <message>
        <source>{shown} 要用来输入或归系统使用，请换一个功能键</source>
        <translation>{shown} 要用來輸入或歸系統使用，請換一個功能鍵</translation>
    </message>
    <message>
        <source>{text} 不是日期，请写成 2026-11-22</source>
        <translation>{text} 不是日期，請寫成 2026-11-22</translation>
    </message>
    <message>
        <source>{word} 不是日期，请写成 2026-01-31</source>
        <translation>{word} 不是日期，請寫成 2026-01-31</translation>
    </message>
    <message>
        <source>“{title}”的内容不对，请改正或清空</source>
        <translation>「{title}」的內容不對，請改正或清空</translation>
    </message>
    <message>
        <source>一个家庭最多 {most} 人，请先移出一位，或另建家庭</source>
        <translation>一個家庭最多 {most} 人，請先移出一位，或另建家庭</translation>
    </message>
    <message>
        <source>一位在黑名单、一位不在，请先核对并统一状态再合并</source>
        <translation>一位在黑名單、一位不在，請先核對並統一狀態再合併</translation>
    </message>
    <message>
        <source>一单最多 {most} 笔收款</source>
        <translation>一單最多 {most} 筆收款</translation>
    </message>
    <message>
        <source>一单最多 {most} 行，请先收款再开新单</source>
        <translation>一單最多 {most} 行，請先收款再開新單</translation>
    </message>
    <message>
        <source>一次传得太多，会自动分开重传</source>
        <translation>一次傳得太多，會自動分開重傳</translation>
    </message>
    <message>
        <source>上一次请求还在处理，请稍等再试</source>
        <translation>上一次請求還在處理，請稍等再試</translation>
    </message>
    <message>
        <source>不是本系统的会员号，请作为卡号导入</source>
        <translation>不是本系統的會員號，請作為卡號匯入</translation>
    </message>
    <message>
        <source>不满 14 岁须监护人同意，请监护人阅读后勾选</source>
        <translation>未滿 14 歲須監護人同意，請監護人閱讀後勾選</translation>
    </message>
    <message>
        <source>不满 14 岁，请填监护人的姓名和手机号，或她的会员号</source>
        <translation>未滿 14 歲，請填監護人的姓名和手機號，或她的會員號</translation>
    </message>
    <message>
        <source>不知道总部地址，请加 --keys，或写进 settings.toml</source>
        <translation>不知道總部位址，請加 --keys，或寫進 settings.toml</translation>
    </message>
    <message>
        <source>不确定小票是否打出，请看打印机后选择</source>
        <translation>不確定小票是否印出，請看印表機後選擇</translation>
    </message>
    <message>
        <source>不能为空，请填写</source>
        <translation>不能為空，請填寫</translation>
    </message>
    <message>
        <source>不能自己给自己授权，请另一位来</source>
        <translation>不能自己授權給自己，請另一位來</translation>
    </message>
    <message>
        <source>不认识 {name} 列，请删去或改名</source>
        <translation>不認得 {name} 欄，請刪去或改名</translation>
    </message>
    <message>
        <source>不认识 {word}，请看操作手册</source>
        <translation>不認識 {word}，請看操作手冊</translation>
    </message>
    <message>
        <source>与已有会员的资料不同，没有改，请人工核对</source>
        <translation>與已有會員的資料不同，沒有改，請人工核對</translation>
    </message>
    <message>
        <source>两份档案各在不同的家庭，请先在“同意与家庭”里调整到一处再合并</source>
        <translation>兩份檔案各在不同的家庭，請先在「同意與家庭」裡調整到一處再合併</translation>
    </message>
    <message>
        <source>两次口令不一样，请重新输入</source>
        <translation>兩次通關密語不一樣，請重新輸入</translation>
    </message>
    <message>
        <source>两边版本不合，请升级本机</source>
        <translation>兩邊版本不合，請升級本機</translation>
    </message>
    <message>
        <source>人脸设备没有反应，请改用会员码、卡或手机号</source>
        <translation>人臉裝置沒有反應，請改用會員碼、卡或手機號碼</translation>
    </message>
    <message>
        <source>今天已发 {most} 次验证码，请改用动态会员码</source>
        <translation>今天已傳送 {most} 次驗證碼，請改用動態會員碼</translation>
    </message>
    <message>
        <source>付款码已失效，没有扣款，请顾客刷新后再扫</source>
        <translation>付款碼已失效，沒有扣款，請顧客重新整理後再掃</translation>
    </message>
    <message>
        <source>代码不对或已失效，请向总部要一个新的代码</source>
        <translation>代碼不對或已失效，請向總部要一個新的代碼</translation>
    </message>
    <message>
        <source>以 = + - @ 开头像公式，请改成普通文字</source>
        <translation>以 = + - @ 開頭像公式，請改成一般文字</translation>
    </message>
    <message>
        <source>企业名、名称、数量 (1 到 10000) 或等级不对，请改正</source>
        <translation>企業名、名稱、數量 (1 到 10000) 或等級不對，請改正</translation>
    </message>
    <message>
        <source>企业码不对，应为 12 位，请照卡片重新输入或清空</source>
        <translation>企業碼不對，應為 12 位，請照卡片重新輸入或清空</translation>
    </message>
    <message>
        <source>优惠 {label} 超过商品金额，请联系店长</source>
        <translation>優惠 {label} 超過商品金額，請聯絡店長</translation>
    </message>
    <message>
        <source>会员 {number} 的档案上也是这个手机号：请先合并重复，或给其中一份换手机号</source>
        <translation>會員 {number} 的檔案上也是這個手機號：請先合併重複，或給其中一份換手機號</translation>
    </message>
    <message>
        <source>会员价高于售价，请核对</source>
        <translation>會員價高於售價，請核對</translation>
    </message>
    <message>
        <source>会员刚被合并过，请重新查找后再看一次</source>
        <translation>會員剛被合併過，請重新查找後再看一次</translation>
    </message>
    <message>
        <source>会员协议和隐私政策不能单独撤回，不想继续请办理注销</source>
        <translation>會員協議和隱私政策不能單獨撤回，不想繼續請辦理註銷</translation>
    </message>
    <message>
        <source>会员已停用，可按非会员收银</source>
        <translation>會員已停用，可按非會員收銀</translation>
    </message>
    <message>
        <source>会员已冻结，储值和积分不能使用，请换一种支付</source>
        <translation>會員已凍結，儲值和點數不能使用，請換一種付款</translation>
    </message>
    <message>
        <source>会员已有或用过这张券，请换一种补偿</source>
        <translation>會員已有或用過這張券，請換一種補償</translation>
    </message>
    <message>
        <source>会员已有账目，期初储值和积分没有加，请人工核对</source>
        <translation>會員已有帳目，期初儲值和積分沒有加，請人工核對</translation>
    </message>
    <message>
        <source>会员手机的验证码不对，还能试 {left} 次</source>
        <translation>會員手機的驗證碼不對，還能試 {left} 次</translation>
    </message>
    <message>
        <source>会员手机的验证码过期，请重新发送</source>
        <translation>會員手機的驗證碼過期，請重新傳送</translation>
    </message>
    <message>
        <source>会员欠 {points} 积分，请用更正补上后再删除</source>
        <translation>會員欠 {points} 積分，請用更正補上後再刪除</translation>
    </message>
    <message>
        <source>会员没有动态码，不能预留离线额度</source>
        <translation>會員沒有動態碼，不能預留離線額度</translation>
    </message>
    <message>
        <source>会员没有手机号，请改用动态会员码</source>
        <translation>會員沒有手機號碼，請改用動態會員碼</translation>
    </message>
    <message>
        <source>会员状态不允许充值，请联系店长</source>
        <translation>會員狀態不允許加值，請聯絡店長</translation>
    </message>
    <message>
        <source>会员积分为负，暂不能抵扣</source>
        <translation>會員點數為負，暫不能折抵</translation>
    </message>
    <message>
        <source>会员资料读不出来，请联系技术支持</source>
        <translation>會員資料讀不出來，請聯絡技術支援</translation>
    </message>
    <message>
        <source>储值余额不够，请减少金额，其余用其他方式支付</source>
        <translation>儲值餘額不夠，請減少金額，其餘用其他方式付款</translation>
    </message>
    <message>
        <source>储值或积分预留超过 {minutes} 分钟，请撤销后重新验证</source>
        <translation>儲值或點數預留超過 {minutes} 分鐘，請撤銷後重新驗證</translation>
    </message>
    <message>
        <source>像是付款码 {shown}，要收款吗</source>
        <translation>像是付款碼 {shown}，要收款嗎</translation>
    </message>
    <message>
        <source>像是付款码，请到收款界面再扫</source>
        <translation>像是付款碼，請到收款畫面再掃</translation>
    </message>
    <message>
        <source>充值后会超过储值上限，最多还可充 {room_amount}</source>
        <translation>加值後會超過儲值上限，最多還可加 {room_amount}</translation>
    </message>
    <message>
        <source>充值报价已过 10 分钟，请重新报价</source>
        <translation>加值報價已過 10 分鐘，請重新報價</translation>
    </message>
    <message>
        <source>充值金额不对，请重新输入</source>
        <translation>加值金額不對，請重新輸入</translation>
    </message>
    <message>
        <source>先处理未知条码，再收款</source>
        <translation>先處理未知條碼，再收款</translation>
    </message>
    <message>
        <source>先登记或查找会员，再用储值或积分</source>
        <translation>先登記或查找會員，再用儲值或點數</translation>
    </message>
    <message>
        <source>其他收款还没有核对完，请逐项勾选，或填写设备上的金额</source>
        <translation>其他收款還沒有核對完，請逐項勾選，或填寫設備上的金額</translation>
    </message>
    <message>
        <source>减价不能超过这一行的金额，请重新输入</source>
        <translation>減價不能超過這一行的金額，請重新輸入</translation>
    </message>
    <message>
        <source>减得太多，最多减到零，请核对数额</source>
        <translation>減得太多，最多減到零，請核對數額</translation>
    </message>
    <message>
        <source>列太多，最多 {most} 列</source>
        <translation>欄太多，最多 {most} 欄</translation>
    </message>
    <message>
        <source>刚发出不久，撤销可能赶不上，请再等 {seconds} 秒</source>
        <translation>剛發出不久，撤銷可能趕不上，請再等 {seconds} 秒</translation>
    </message>
    <message>
        <source>刚发过验证码，{seconds} 秒后再发</source>
        <translation>剛傳送過驗證碼，{seconds} 秒後再傳</translation>
    </message>
    <message>
        <source>刚才有人改过这份档案，请刷新后再办</source>
        <translation>剛才有人改過這份檔案，請重新整理後再辦</translation>
    </message>
    <message>
        <source>协议的设置读不出来，请在总部重新加入协议</source>
        <translation>協議的設定讀不出來，請在總部重新加入協議</translation>
    </message>
    <message>
        <source>单位的编号、名称或额度不对，请检查</source>
        <translation>單位的編號、名稱或額度不對，請檢查</translation>
    </message>
    <message>
        <source>单号 {reference} 已经登记过，请核对</source>
        <translation>單號 {reference} 已經登記過，請核對</translation>
    </message>
    <message>
        <source>单次充值要大于 0，最多 {most_amount}</source>
        <translation>單次加值要大於 0，最多 {most_amount}</translation>
    </message>
    <message>
        <source>卡号只能用字母和数字，请核对</source>
        <translation>卡號只能用字母和數字，請核對</translation>
    </message>
    <message>
        <source>卡号至少 {least} 位，请重新刷卡</source>
        <translation>卡號至少 {least} 位，請重新刷卡</translation>
    </message>
    <message>
        <source>原单没有这一行，请重新选择</source>
        <translation>原單沒有這一行，請重新選擇</translation>
    </message>
    <message>
        <source>原因要写 {known} 之一</source>
        <translation>原因要寫 {known} 之一</translation>
    </message>
    <message>
        <source>原来的收款没有成功，不能从它退款</source>
        <translation>原來的收款沒有成功，不能從它退款</translation>
    </message>
    <message>
        <source>原来那笔没有付成，不能退</source>
        <translation>原來那筆沒有付成，不能退</translation>
    </message>
    <message>
        <source>原渠道退款未确认，请稍后再查</source>
        <translation>原管道退款未確認，請稍後再查</translation>
    </message>
    <message>
        <source>口令不对，请核对后重试</source>
        <translation>口令不對，請核對後重試</translation>
    </message>
    <message>
        <source>口令不对，请重新输入</source>
        <translation>通關密語不對，請重新輸入</translation>
    </message>
    <message>
        <source>口令至少 {least} 个字符，请换一个</source>
        <translation>通關密語至少 {least} 個字元，請換一個</translation>
    </message>
    <message>
        <source>只剩 {due} 要付，请把 {amount} 改小</source>
        <translation>只剩 {due} 要付，請把 {amount} 改小</translation>
    </message>
    <message>
        <source>只有押金可以改退现金，商品和挂账请按原支付退</source>
        <translation>只有押金可以改退現金，商品和掛帳請按原付款方式退</translation>
    </message>
    <message>
        <source>只能登记内地、香港、澳门、台湾的手机号，没有手机号也可以照常购买</source>
        <translation>只能登記內地、香港、澳門、台灣的手機號，沒有手機號也可以照常購買</translation>
    </message>
    <message>
        <source>可以打开窗口</source>
        <translation>可以開啟視窗</translation>
    </message>
    <message>
        <source>可用空间 {megabytes} MB</source>
        <translation>可用空間 {megabytes} MB</translation>
    </message>
    <message>
        <source>可用空间只剩 {megabytes} MB，至少要 {least} MB，请清理</source>
        <translation>可用空間只剩 {megabytes} MB，至少要 {least} MB，請清理</translation>
    </message>
    <message>
        <source>号码不对: 香港 8 位，澳门 8 位以 6 开头，台湾 10 位以 09 开头</source>
        <translation>號碼不對: 香港 8 位，澳門 8 位以 6 開頭，台灣 10 位以 09 開頭</translation>
    </message>
    <message>
        <source>合并后会员已有变动，不能撤销，请按流水逐笔更正</source>
        <translation>合併後會員已有變動，不能撤銷，請按流水逐筆更正</translation>
    </message>
    <message>
        <source>含有看不见的控制字符，请删去</source>
        <translation>含有看不見的控制字元，請刪去</translation>
    </message>
    <message>
        <source>和现在一样，没有要改的，请改好再提交，或返回</source>
        <translation>和現在一樣，沒有要改的，請改好再送出，或返回</translation>
    </message>
    <message>
        <source>回放的商店里没有 {code}，请换一个文件夹重来</source>
        <translation>重播的商店裡沒有 {code}，請換一個資料夾重來</translation>
    </message>
    <message>
        <source>回放的笔数不对，请用 1 以上的数字</source>
        <translation>重播的筆數不對，請用 1 以上的數字</translation>
    </message>
    <message>
        <source>在线登记需要短信验证码，请先发送</source>
        <translation>連線登記需要簡訊驗證碼，請先傳送</translation>
    </message>
    <message>
        <source>备份写不进 {name}，请核对路径和权限</source>
        <translation>備份寫不進 {name}，請核對路徑和權限</translation>
    </message>
    <message>
        <source>备份没有做成，数据未变，请检查备份目录或 U 盘</source>
        <translation>備份沒有做成，資料未變，請檢查備份目錄或隨身碟</translation>
    </message>
    <message>
        <source>备份没有通过校验，请重新备份</source>
        <translation>備份沒有通過校驗，請重新備份</translation>
    </message>
    <message>
        <source>备注最多 {most} 个字，请写短一些</source>
        <translation>備註最多 {most} 個字，請寫短一些</translation>
    </message>
    <message>
        <source>多个进程要用 PostgreSQL，请先给出数据库地址</source>
        <translation>多個行程要用 PostgreSQL，請先給出資料庫位址</translation>
    </message>
    <message>
        <source>天数不对，请填 1 到 {most}</source>
        <translation>天數不對，請填 1 到 {most}</translation>
    </message>
    <message>
        <source>奖励不对，请核对 {part}</source>
        <translation>獎勵不對，請核對 {part}</translation>
    </message>
    <message>
        <source>她不在任何家庭里，请刷新，或先把她加入家庭</source>
        <translation>她不在任何家庭裡，請重新整理，或先把她加入家庭</translation>
    </message>
    <message>
        <source>她不满 14 岁，请监护人在场，先勾选监护人同意</source>
        <translation>她未滿 14 歲，請監護人在場，先勾選監護人同意</translation>
    </message>
    <message>
        <source>她持有亲子卡，请先转给另一位家长</source>
        <translation>她持有親子卡，請先轉給另一位家長</translation>
    </message>
    <message>
        <source>她是孩子的监护人，请先把孩子转到另一位监护人的家庭</source>
        <translation>她是孩子的監護人，請先把孩子轉到另一位監護人的家庭</translation>
    </message>
    <message>
        <source>姓名和生日或尾号与一位会员相同，会照样导入，请在合并重复里确认是不是一人</source>
        <translation>姓名和生日或尾號與一位會員相同，會照樣匯入，請在合併重複裡確認是不是一人</translation>
    </message>
    <message>
        <source>姓名和生日或尾号与第 {first} 行相同，会照样导入，请在合并重复里确认是不是一人</source>
        <translation>姓名和生日或尾號與第 {first} 列相同，會照樣匯入，請在合併重複裡確認是不是一人</translation>
    </message>
    <message>
        <source>姓名最多 {most} 个字，请缩短</source>
        <translation>姓名最多 {most} 個字，請縮短</translation>
    </message>
    <message>
        <source>孩子不能持卡，也不能带人加入，请选一位家长</source>
        <translation>孩子不能持卡，也不能帶人加入，請選一位家長</translation>
    </message>
    <message>
        <source>孩子不能没有监护人，请打开新监护人的页面，让孩子加入那个家庭</source>
        <translation>孩子不能沒有監護人，請打開新監護人的頁面，讓孩子加入那個家庭</translation>
    </message>
    <message>
        <source>家庭卡上还有 {count} 人，先换持卡人</source>
        <translation>家庭卡上還有 {count} 人，先換持卡人</translation>
    </message>
    <message>
        <source>密钥副本已损坏，总部没有保存，请重试</source>
        <translation>金鑰副本已損壞，總部沒有保存，請重試</translation>
    </message>
    <message>
        <source>密钥文件打不开，请从备份恢复或重新登记本机</source>
        <translation>金鑰檔案打不開，請從備份復原或重新登記本機</translation>
    </message>
    <message>
        <source>密钥还在，数据能打开，请不要加 --keys-lost</source>
        <translation>金鑰還在，資料能打開，請不要加 --keys-lost</translation>
    </message>
    <message>
        <source>对方没有扣款，请换一种方式</source>
        <translation>對方沒有扣款，請換一種方式</translation>
    </message>
    <message>
        <source>导出不遮盖的资料要写明用途</source>
        <translation>匯出不遮蓋的資料要寫明用途</translation>
    </message>
    <message>
        <source>小票上没有可退的 {shown}，请核对小票</source>
        <translation>小票上沒有可退的 {shown}，請核對小票</translation>
    </message>
    <message>
        <source>屏幕和小票的字体都在</source>
        <translation>螢幕和小票的字型都在</translation>
    </message>
    <message>
        <source>工号或密码不对，还可以试 {left} 次</source>
        <translation>工號或密碼不對，還可以試 {left} 次</translation>
    </message>
    <message>
        <source>工牌 {number} 不能授权这一项，请换店长</source>
        <translation>工牌 {number} 不能授權這一項，請換店長</translation>
    </message>
    <message>
        <source>差异 {difference}，需要店长授权</source>
        <translation>差異 {difference}，需要店長授權</translation>
    </message>
    <message>
        <source>已从本单去掉，请在原设备上撤销 {amount}，单号 {reference}</source>
        <translation>已從本單去掉，請在原裝置上撤銷 {amount}，單號 {reference}</translation>
    </message>
    <message>
        <source>已注销的会员不能合并，请换一份档案，或先恢复正常</source>
        <translation>已註銷的會員不能合併，請換一份檔案，或先恢復正常</translation>
    </message>
    <message>
        <source>已离线，充值暂停，恢复后再试</source>
        <translation>已離線，加值暫停，恢復後再試</translation>
    </message>
    <message>
        <source>已离线，只能退本机的现金单，其余等联网</source>
        <translation>已離線，只能退本機的現金單，其餘等連線</translation>
    </message>
    <message>
        <source>已离线，同意和家庭等联网后再改</source>
        <translation>已離線，同意和家庭等連線後再改</translation>
    </message>
    <message>
        <source>已离线，请收现金或刷卡，储值与积分限预留</source>
        <translation>已離線，請收現金或刷卡，儲值與點數限預留</translation>
    </message>
    <message>
        <source>已经在这个家庭里，不用再加，请换一位会员</source>
        <translation>已經在這個家庭裡，不用再加，請換一位會員</translation>
    </message>
    <message>
        <source>已经收了一部分，价格不能再变，请先撤销收款</source>
        <translation>已經收了一部分，價格不能再變，請先撤銷收款</translation>
    </message>
    <message>
        <source>已经收够，不用再收</source>
        <translation>已經收夠，不用再收</translation>
    </message>
    <message>
        <source>帮助、返回和确认的键不能改，请换一个键</source>
        <translation>說明、返回和確認的鍵不能改，請換一個鍵</translation>
    </message>
    <message>
        <source>张数不对，请重新清点</source>
        <translation>張數不對，請重新清點</translation>
    </message>
    <message>
        <source>当前订单还没结束，先收款或挂单再取单</source>
        <translation>目前訂單還沒結束，先收款或掛單再取單</translation>
    </message>
    <message>
        <source>性别请选女、男或不填</source>
        <translation>性別請選女、男或不填</translation>
    </message>
    <message>
        <source>总部 {url} 有应答</source>
        <translation>總部 {url} 有回應</translation>
    </message>
    <message>
        <source>总部 {url} 没有应答（{reason}），请查网络，可以先离线卖</source>
        <translation>總部 {url} 沒有回應（{reason}），請查網路，可以先離線賣</translation>
    </message>
    <message>
        <source>总部不接受这种请求，请检查两边的版本</source>
        <translation>總部不接受這種請求，請檢查兩邊的版本</translation>
    </message>
    <message>
        <source>总部不认本机的签名，请重新登记本机</source>
        <translation>總部不認本機的簽章，請重新登記本機</translation>
    </message>
    <message>
        <source>总部不认识本机的这次启用，请重新登记本机</source>
        <translation>總部不認得本機的這次啟用，請重新登記本機</translation>
    </message>
    <message>
        <source>总部不认识本机，请重新登记</source>
        <translation>總部不認得本機，請重新登記</translation>
    </message>
    <message>
        <source>总部保存的密钥打不开这份数据，请核对数据目录</source>
        <translation>總部保存的金鑰打不開這份資料，請核對資料目錄</translation>
    </message>
    <message>
        <source>总部出错了，稍后会自动重试</source>
        <translation>總部出錯了，稍後會自動重試</translation>
    </message>
    <message>
        <source>总部刚恢复，正等 {where} 上线核对，储值和积分请稍候再用，或用其他方式支付</source>
        <translation>總部剛恢復，正等 {where} 上線核對，儲值和積分請稍候再用，或用其他方式支付</translation>
    </message>
    <message>
        <source>总部回答了不是本机的流水，请联系技术支持</source>
        <translation>總部回答了不是本機的流水，請聯絡技術支援</translation>
    </message>
    <message>
        <source>总部地址不对，应以 https:// 开头，请检查设置</source>
        <translation>總部位址不對，應以 https:// 開頭，請檢查設定</translation>
    </message>
    <message>
        <source>总部地址没有加密，请改用 https:// 的地址</source>
        <translation>總部位址沒有加密，請改用 https:// 的位址</translation>
    </message>
    <message>
        <source>总部已有这一笔，不用再传</source>
        <translation>總部已有這一筆，不用再傳</translation>
    </message>
    <message>
        <source>总部已登记另一台同号的收银机，请重新登记本机</source>
        <translation>總部已登記另一台同號的收銀機，請重新登記本機</translation>
    </message>
    <message>
        <source>总部报价后才知道充入多少，请先输入金额</source>
        <translation>總部報價後才知道存入多少，請先輸入金額</translation>
    </message>
    <message>
        <source>总部拒绝了这次请求，请联系店长</source>
        <translation>總部拒絕了這次請求，請聯絡店長</translation>
    </message>
    <message>
        <source>总部收下了但读不懂这一笔，请联系技术支持</source>
        <translation>總部收下了但讀不懂這一筆，請聯絡技術支援</translation>
    </message>
    <message>
        <source>总部数据来自更新的版本，请先升级程序</source>
        <translation>總部資料來自較新的版本，請先升級程式</translation>
    </message>
    <message>
        <source>总部暂时不能入账，已留待核查</source>
        <translation>總部暫時不能入帳，已留待核查</translation>
    </message>
    <message>
        <source>总部有另一份本机的流水，请停用本机并联系技术支持</source>
        <translation>總部有另一份本機的流水，請停用本機並聯絡技術支援</translation>
    </message>
    <message>
        <source>总部正在停机，请过 {seconds} 秒再试</source>
        <translation>總部正在停機，請過 {seconds} 秒再試</translation>
    </message>
    <message>
        <source>总部正在运行，请先停止再恢复</source>
        <translation>總部正在執行，請先停止再還原</translation>
    </message>
    <message>
        <source>总部正忙，请过 {seconds} 秒再试</source>
        <translation>總部正忙，請過 {seconds} 秒再試</translation>
    </message>
    <message>
        <source>总部没有会员标签，请换别的条件</source>
        <translation>總部沒有會員標籤，請換別的條件</translation>
    </message>
    <message>
        <source>总部没有发过这个企业码，请核对或清空</source>
        <translation>總部沒有發過這個企業碼，請核對或清空</translation>
    </message>
    <message>
        <source>总部没有启动成功，请看日志后重试</source>
        <translation>總部沒有啟動成功，請看日誌後重試</translation>
    </message>
    <message>
        <source>总部没有回答，找零没有存入，请把 {amount} 交给顾客</source>
        <translation>總部沒有回應，找零沒有存入，請把 {amount} 交給顧客</translation>
    </message>
    <message>
        <source>总部没有回答，结果未确认，请用同一笔再试</source>
        <translation>總部沒有回答，結果未確認，請用同一筆再試</translation>
    </message>
    <message>
        <source>总部没有开通 {channel} 收款，请换一种方式</source>
        <translation>總部沒有開通 {channel} 收款，請換一種方式</translation>
    </message>
    <message>
        <source>总部没有收到这笔，没有扣款，请重新收款</source>
        <translation>總部沒有收到這筆，沒有扣款，請重新收款</translation>
    </message>
    <message>
        <source>总部没有给这个人处理异常的权限，请店长来处理</source>
        <translation>總部沒有給這個人處理異常的權限，請店長來處理</translation>
    </message>
    <message>
        <source>总部没有给这个人服务会员的权限，请换有权限的人，或请店长开通</source>
        <translation>總部沒有給這個人服務會員的權限，請換有權限的人，或請店長開通</translation>
    </message>
    <message>
        <source>总部没有这个功能，请检查两边的版本</source>
        <translation>總部沒有這個功能，請檢查兩邊的版本</translation>
    </message>
    <message>
        <source>总部没有这个商户，请核对</source>
        <translation>總部沒有這個商戶，請核對</translation>
    </message>
    <message>
        <source>总部没有这位会员，请核对后重试</source>
        <translation>總部沒有這位會員，請核對後重試</translation>
    </message>
    <message>
        <source>总部没有这台收银机的密钥，只能用恢复密语，或清除后重新登记</source>
        <translation>總部沒有這台收銀機的金鑰，只能用恢復密語，或清除後重新登記</translation>
    </message>
    <message>
        <source>总部没有这笔离线额度</source>
        <translation>總部沒有這筆離線額度</translation>
    </message>
    <message>
        <source>总部没有这笔预留，请重新发起</source>
        <translation>總部沒有這筆預留，請重新發起</translation>
    </message>
    <message>
        <source>总部的密钥不见了，请从备份恢复</source>
        <translation>總部的金鑰不見了，請從備份還原</translation>
    </message>
    <message>
        <source>总部的密钥与数据不符，请检查备份</source>
        <translation>總部的金鑰與資料不符，請檢查備份</translation>
    </message>
    <message>
        <source>总部的密钥文件别人也能读，请收紧权限</source>
        <translation>總部的金鑰檔別人也能讀，請收緊權限</translation>
    </message>
    <message>
        <source>总部的证书不可信，没有连接，请联系技术支持</source>
        <translation>總部的憑證不可信，沒有連線，請聯絡技術支援</translation>
    </message>
    <message>
        <source>总部看不懂这些条件，请清空后重填</source>
        <translation>總部看不懂這些條件，請清空後重填</translation>
    </message>
    <message>
        <source>总部读不懂第 {seq} 笔，请联系技术支持</source>
        <translation>總部讀不懂第 {seq} 筆，請聯絡技術支援</translation>
    </message>
    <message>
        <source>总部还没有原单，请等它上传后再退</source>
        <translation>總部還沒有原單，請等它上傳後再退</translation>
    </message>
    <message>
        <source>恢复密语不是这台收银机的，请核对后重新输入</source>
        <translation>恢復密語不是這台收銀機的，請核對後重新輸入</translation>
    </message>
    <message>
        <source>恢复密语只能打开，不能更换密钥，请用密钥环或口令来做</source>
        <translation>恢復密語只能開啟，不能更換金鑰，請用金鑰圈或通關密語來做</translation>
    </message>
    <message>
        <source>恢复密语有一处打错了，请对照纸条重新输入</source>
        <translation>恢復密語有一處打錯了，請對照紙條重新輸入</translation>
    </message>
    <message>
        <source>您看过这只钱箱的应有，请别人来清点，或先暂停待点</source>
        <translation>您看過這只錢箱的應有，請別人來清點，或先暫停待點</translation>
    </message>
    <message>
        <source>手机号和卡号属于两位会员，请人工核对</source>
        <translation>手機號碼和卡號屬於兩位會員，請人工核對</translation>
    </message>
    <message>
        <source>手机号和卡号至少要有一个，请补上</source>
        <translation>手機號碼和卡號至少要有一個，請補上</translation>
    </message>
    <message>
        <source>手机号或卡号与第 {first} 行相同，请核对</source>
        <translation>手機號碼或卡號與第 {first} 列相同，請核對</translation>
    </message>
    <message>
        <source>手机号至少填后 {least} 位</source>
        <translation>手機號至少填後 {least} 位</translation>
    </message>
    <message>
        <source>打不开窗口（{reason}），请接屏幕并安装系统包</source>
        <translation>打不開視窗（{reason}），請接螢幕並安裝系統套件</translation>
    </message>
    <message>
        <source>打印任务有误，交易已完成，请联系店长</source>
        <translation>列印工作有誤，交易已完成，請聯絡店長</translation>
    </message>
    <message>
        <source>打印机上盖打开，交易已完成，合上后自动补打</source>
        <translation>印表機上蓋打開，交易已完成，合上後自動補印</translation>
    </message>
    <message>
        <source>打印机不报告状态，请看它是否有纸</source>
        <translation>印表機不回報狀態，請看它是否有紙</translation>
    </message>
    <message>
        <source>打印机地址不对，请填主机名或主机名:端口</source>
        <translation>印表機位址不對，請填主機名稱或主機名稱:連接埠</translation>
    </message>
    <message>
        <source>打印机没有反应，交易已完成，请检查电源与连线</source>
        <translation>印表機沒有反應，交易已完成，請檢查電源與連線</translation>
    </message>
    <message>
        <source>打印机缺纸，交易已完成，装纸后自动补打</source>
        <translation>印表機缺紙，交易已完成，裝紙後自動補印</translation>
    </message>
    <message>
        <source>扫到 {length} 个字符，太长了，请扫商品条码</source>
        <translation>掃到 {length} 個字元，太長了，請掃商品條碼</translation>
    </message>
    <message>
        <source>扫到的内容太长（{length} 个字符），不是商品条码，请重新扫码</source>
        <translation>掃到的內容太長（{length} 個字元），不是商品條碼，請重新掃描</translation>
    </message>
    <message>
        <source>扫码枪没有反应，请重新插线或手工输入</source>
        <translation>掃碼槍沒有反應，請重新插線或手動輸入</translation>
    </message>
    <message>
        <source>报表没有保存，请检查磁盘后再试</source>
        <translation>報表沒有儲存，請檢查磁碟後再試</translation>
    </message>
    <message>
        <source>押金不能打折或减价，请选商品那一行</source>
        <translation>押金不能打折或減價，請選商品那一行</translation>
    </message>
    <message>
        <source>押金不能用储值、积分或券付，这种方式最多 {most_amount}，其余请用现金或扫码</source>
        <translation>押金不能用儲值、積分或券付，這種方式最多 {most_amount}，其餘請用現金或掃碼</translation>
    </message>
    <message>
        <source>押金跟着商品走，请改商品那一行</source>
        <translation>押金跟著商品走，請改商品那一行</translation>
    </message>
    <message>
        <source>授权人的 PIN 不对，还能试 {left} 次</source>
        <translation>授權人的 PIN 不對，還能試 {left} 次</translation>
    </message>
    <message>
        <source>授权额度 {name} 有一处写得不对：{part}，请改后再存</source>
        <translation>授權額度 {name} 有一處寫得不對：{part}，請改後再存</translation>
    </message>
    <message>
        <source>授权额度里没有 {name} 这一项，请核对名称</source>
        <translation>授權額度裡沒有 {name} 這一項，請核對名稱</translation>
    </message>
    <message>
        <source>撤销 {amount} 未确认，请再撤销一次</source>
        <translation>撤銷 {amount} 未確認，請再撤銷一次</translation>
    </message>
    <message>
        <source>支付没有成功，请顾客换一种方式</source>
        <translation>付款沒有成功，請顧客換一種方式</translation>
    </message>
    <message>
        <source>支付终端没有反应，没有扣款，请检查连线</source>
        <translation>付款終端沒有反應，沒有扣款，請檢查連線</translation>
    </message>
    <message>
        <source>支付金额不对，请重新输入</source>
        <translation>付款金額不對，請重新輸入</translation>
    </message>
    <message>
        <source>收到 {amount}，不足充值 {due}</source>
        <translation>收到 {amount}，不足加值 {due}</translation>
    </message>
    <message>
        <source>收单机构的设置不对（{reason}），没有改动，请核对</source>
        <translation>收單機構的設定不對（{reason}），沒有改動，請核對</translation>
    </message>
    <message>
        <source>收款数据不一致，请撤销这笔后重新收款</source>
        <translation>收款資料不一致，請撤銷這筆後重新收款</translation>
    </message>
    <message>
        <source>收银机 {where} 正在用会员的储值或积分，请先收完款或取消</source>
        <translation>收銀機 {where} 正在使用會員的儲值或積分，請先收完款或取消</translation>
    </message>
    <message>
        <source>收银机 {where} 留有会员的离线额度，请先在那台机归还</source>
        <translation>收銀機 {where} 留有會員的離線額度，請先在那台機歸還</translation>
    </message>
    <message>
        <source>收银程序已经在运行，请切换到已打开的窗口</source>
        <translation>收銀程式已經在執行，請切換到已開啟的視窗</translation>
    </message>
    <message>
        <source>改动太多，存不下，请从一个方案重新开始</source>
        <translation>改動太多，存不下，請從一個方案重新開始</translation>
    </message>
    <message>
        <source>数据不是用这把密钥加密的，请检查密钥或数据目录</source>
        <translation>資料不是用這把金鑰加密的，請檢查金鑰或資料目錄</translation>
    </message>
    <message>
        <source>数据不比程序新，请照常打开收银机</source>
        <translation>資料不比程式新，請照常開啟收銀機</translation>
    </message>
    <message>
        <source>数据库地址不对，请写 postgresql://账号:密码@主机/库名</source>
        <translation>資料庫位址不對，請寫 postgresql://帳號:密碼@主機/庫名</translation>
    </message>
    <message>
        <source>数据库地址的文件别人也能读，请收紧权限</source>
        <translation>資料庫位址的檔案別人也能讀，請收緊權限</translation>
    </message>
    <message>
        <source>数据来自更新的版本，请先升级收银程序</source>
        <translation>資料來自更新的版本，請先升級收銀程式</translation>
    </message>
    <message>
        <source>数据目录不能写入，请检查权限和磁盘</source>
        <translation>資料目錄不能寫入，請檢查權限和磁碟</translation>
    </message>
    <message>
        <source>数据读不懂，请重试，仍不行请联系店长</source>
        <translation>資料讀不懂，請重試，仍不行請聯絡店長</translation>
    </message>
    <message>
        <source>数据还在，密钥不见了，请用原系统账号启动，或用 till-wipe 清除后重新登记</source>
        <translation>資料還在，金鑰不見了，請用原系統帳號啟動，或用 till-wipe 清除後重新登記</translation>
    </message>
    <message>
        <source>数量要在 0.001 到 {most} 之间，请重新输入</source>
        <translation>數量要在 0.001 到 {most} 之間，請重新輸入</translation>
    </message>
    <message>
        <source>数额不对，请填大于零的数</source>
        <translation>數額不對，請填大於零的數</translation>
    </message>
    <message>
        <source>文件夹里已有一次回放，请加 --resume 或换一个</source>
        <translation>資料夾裡已有一次重播，請加 --resume 或換一個</translation>
    </message>
    <message>
        <source>文件已损坏，或不是这台收银机导出的，请重新导出</source>
        <translation>檔案已損壞，或不是這台收銀機匯出的，請重新匯出</translation>
    </message>
    <message>
        <source>文件已经在了，请换一个文件名</source>
        <translation>檔案已經存在，請換一個檔名</translation>
    </message>
    <message>
        <source>文件超过 {most_mb} MB，请分成几份</source>
        <translation>檔案超過 {most_mb} MB，請分成幾份</translation>
    </message>
    <message>
        <source>文件里没有文字，请检查文件</source>
        <translation>檔案裡沒有文字，請檢查檔案</translation>
    </message>
    <message>
        <source>文字太长，最多 {most} 个字，请缩短</source>
        <translation>文字太長，最多 {most} 個字，請縮短</translation>
    </message>
    <message>
        <source>新手机的验证码不对，还能试 {left} 次</source>
        <translation>新手機的驗證碼不對，還能試 {left} 次</translation>
    </message>
    <message>
        <source>新手机的验证码过期，请重新发送</source>
        <translation>新手機的驗證碼過期，請重新傳送</translation>
    </message>
    <message>
        <source>无界面演示要写结果，请加 --out 文件夹</source>
        <translation>無畫面示範要寫結果，請加 --out 資料夾</translation>
    </message>
    <message>
        <source>日期 {day} 不对，请按 2026-11-22 填写</source>
        <translation>日期 {day} 不對，請按 2026-11-22 填寫</translation>
    </message>
    <message>
        <source>日期不对，请写今天以后 {days} 天内的一天，例如 2026-12-31</source>
        <translation>日期不對，請寫今天以後 {days} 天內的一天，例如 2026-12-31</translation>
    </message>
    <message>
        <source>日期不对，请写成年-月-日，例如 2026-01-31</source>
        <translation>日期不對，請寫成年-月-日，例如 2026-01-31</translation>
    </message>
    <message>
        <source>日期已经过去，请核对</source>
        <translation>日期已經過去，請核對</translation>
    </message>
    <message>
        <source>日期还没有到，请核对</source>
        <translation>日期還沒有到，請核對</translation>
    </message>
    <message>
        <source>旧手机的验证码不对，还能试 {left} 次</source>
        <translation>舊手機的驗證碼不對，還能試 {left} 次</translation>
    </message>
    <message>
        <source>旧手机的验证码过期，请重新发送</source>
        <translation>舊手機的驗證碼過期，請重新傳送</translation>
    </message>
    <message>
        <source>时钟慢了好几年，请校准时钟</source>
        <translation>時鐘慢了好幾年，請校準時鐘</translation>
    </message>
    <message>
        <source>时钟正常</source>
        <translation>時鐘正常</translation>
    </message>
    <message>
        <source>更正后的编号与原来的不同，请保留 head 里的 event_id</source>
        <translation>更正後的編號與原來的不同，請保留 head 裡的 event_id</translation>
    </message>
    <message>
        <source>更正的内容不是一笔完整的流水（{reason}），请核对</source>
        <translation>更正的內容不是一筆完整的流水（{reason}），請核對</translation>
    </message>
    <message>
        <source>更正的内容不是这一笔流水，请核对后重试</source>
        <translation>更正的內容不是這一筆流水，請核對後重試</translation>
    </message>
    <message>
        <source>更正的内容在第 {line} 行第 {column} 列写错了，请核对标点和引号</source>
        <translation>更正的內容在第 {line} 行第 {column} 欄寫錯了，請核對標點和引號</translation>
    </message>
    <message>
        <source>最多写 {most} 个字，请写短一些</source>
        <translation>最多寫 {most} 個字，請寫短一些</translation>
    </message>
    <message>
        <source>有 {count} 件关于这位会员的事没有办结，先在待处理里办完</source>
        <translation>有 {count} 件關於這位會員的事沒有辦結，先在待處理裡辦完</translation>
    </message>
    <message>
        <source>有 {count} 件投诉没有办结，先在投诉里办完再删除</source>
        <translation>有 {count} 件投訴沒有辦結，先在投訴裡辦完再刪除</translation>
    </message>
    <message>
        <source>有 {count} 位会员符合，请用完整的手机号或会员号</source>
        <translation>有 {count} 位會員符合，請用完整的手機號或會員號</translation>
    </message>
    <message>
        <source>有 {count} 台收银机借着储值，先收回再删除</source>
        <translation>有 {count} 台收銀機借著儲值，先收回再刪除</translation>
    </message>
    <message>
        <source>有 {count} 笔付款没有结束，等付完或放开再删除</source>
        <translation>有 {count} 筆付款沒有結束，等付完或放開再刪除</translation>
    </message>
    <message>
        <source>有一笔 {amount} 已收款还没计入本单，请先查询</source>
        <translation>有一筆 {amount} 已收款還沒計入本單，請先查詢</translation>
    </message>
    <message>
        <source>有一笔 {amount} 支付结果未确认，请先查询，不要重复收款</source>
        <translation>有一筆 {amount} 付款結果未確認，請先查詢，勿重複收款</translation>
    </message>
    <message>
        <source>有一笔流水总部收不下，仍在本机，请联系技术支持</source>
        <translation>有一筆流水總部收不下，仍在本機，請聯絡技術支援</translation>
    </message>
    <message>
        <source>有储值被预留或借给收银机，等放开后再换持有人</source>
        <translation>有儲值被預留或借給收銀機，等放開後再換持有人</translation>
    </message>
    <message>
        <source>有储值被预留或借给收银机，等放开后再注销</source>
        <translation>有儲值被預留或借給收銀機，等放開後再註銷</translation>
    </message>
    <message>
        <source>有储值被预留，等放开后再删除</source>
        <translation>有儲值被預留，等放開後再刪除</translation>
    </message>
    <message>
        <source>本单已收了一部分，先收完，或在收款页退回后再挂单</source>
        <translation>本單已收了一部分，先收完，或在收款頁退回後再掛單</translation>
    </message>
    <message>
        <source>本单有支付还没结束，先查询结果再挂单</source>
        <translation>本單有付款還沒結束，請先查詢結果再掛單</translation>
    </message>
    <message>
        <source>本单用不上这张券，请看使用条件</source>
        <translation>本單用不上這張券，請看使用條件</translation>
    </message>
    <message>
        <source>本单离线时已在 {shown} 取走，可能付过款，请先核对</source>
        <translation>本單離線時已在 {shown} 取走，可能付過款，請先核對</translation>
    </message>
    <message>
        <source>本店不这样抹零，请取消抹零再收款</source>
        <translation>本店不這樣抹零，請取消抹零再收款</translation>
    </message>
    <message>
        <source>本店未开通积分抵扣，请换一种支付</source>
        <translation>本店未開通點數折抵，請換一種付款</translation>
    </message>
    <message>
        <source>本店没有开通离线额度</source>
        <translation>本店沒有開通離線額度</translation>
    </message>
    <message>
        <source>本机从旧备份恢复，已换新编号，可以照常收银</source>
        <translation>本機從舊備份還原，已換新編號，可以照常收銀</translation>
    </message>
    <message>
        <source>本机密钥不对，请重新登记</source>
        <translation>本機金鑰不對，請重新登記</translation>
    </message>
    <message>
        <source>本机已被停用，请联系店长</source>
        <translation>本機已被停用，請聯絡店長</translation>
    </message>
    <message>
        <source>本机已被总部停用，不能开新单，请联系店长</source>
        <translation>本機已被總部停用，不能開新單，請聯絡店長</translation>
    </message>
    <message>
        <source>本机恢复过，旧的离线额度已冻结，请联系店长</source>
        <translation>本機恢復過，舊的離線額度已凍結，請聯絡店長</translation>
    </message>
    <message>
        <source>本机数据文件损坏，请停止收款并联系技术支持</source>
        <translation>本機資料檔案損壞，請停止收款並聯絡技術支援</translation>
    </message>
    <message>
        <source>本机数据有另一份在用，本机已换新编号，请店长查找另一台</source>
        <translation>本機資料有另一份在用，本機已換新編號，請店長查找另一台</translation>
    </message>
    <message>
        <source>本机数据正忙，请稍等再试</source>
        <translation>本機資料正忙，請稍等再試</translation>
    </message>
    <message>
        <source>本机时钟与总部差 {seconds} 秒，请校准时钟</source>
        <translation>本機時鐘與總部差 {seconds} 秒，請校準時鐘</translation>
    </message>
    <message>
        <source>本机时间与总部相差太多，请校准时间后重试</source>
        <translation>本機時間與總部相差太多，請校準時間後重試</translation>
    </message>
    <message>
        <source>本机没有设置恢复密语，请改用密钥环、口令，或向总部取回密钥</source>
        <translation>本機沒有設定恢復密語，請改用金鑰圈、通關密語，或向總部取回金鑰</translation>
    </message>
    <message>
        <source>本机的会员和商品数据坏了，正在重新下载，请扫码继续卖</source>
        <translation>本機的會員和商品資料壞了，正在重新下載，請掃碼繼續賣</translation>
    </message>
    <message>
        <source>本机的流水比总部的旧，暂停上传，请联系技术支持</source>
        <translation>本機的流水比總部的舊，暫停上傳，請聯絡技術支援</translation>
    </message>
    <message>
        <source>本机的离线额度已停用，请联系店长</source>
        <translation>本機的離線額度已停用，請聯絡店長</translation>
    </message>
    <message>
        <source>本机程序太旧，总部不再接受，请更新程序</source>
        <translation>本機程式太舊，總部不再接受，請更新程式</translation>
    </message>
    <message>
        <source>本机缓存太旧，正在重新下载</source>
        <translation>本機快取太舊，正在重新下載</translation>
    </message>
    <message>
        <source>本机输错次数过多，请 {minutes} 分钟后再试，或请店长解锁</source>
        <translation>本機輸錯次數過多，請 {minutes} 分鐘後再試，或請店長解鎖</translation>
    </message>
    <message>
        <source>本机还没有登记，请用 posapp till --central 网址 登记</source>
        <translation>本機還沒有登記，請用 posapp till --central 網址 登記</translation>
    </message>
    <message>
        <source>条码 {code} 已是另一件商品的，请核对</source>
        <translation>條碼 {code} 已是另一件商品的，請核對</translation>
    </message>
    <message>
        <source>条码不对，请核对</source>
        <translation>條碼不對，請核對</translation>
    </message>
    <message>
        <source>条码与第 {first} 行重复，请删去一处</source>
        <translation>條碼與第 {first} 行重複，請刪去一處</translation>
    </message>
    <message>
        <source>查询会员太频繁，请 {seconds} 秒后再试</source>
        <translation>查詢會員太頻繁，請 {seconds} 秒後再試</translation>
    </message>
    <message>
        <source>标签 {code} 不能在手工和规则之间改换，请用新的代码</source>
        <translation>標籤 {code} 不能在手工和規則之間改換，請用新的代碼</translation>
    </message>
    <message>
        <source>标签代码 {code} 不对，请用小写字母、数字和下划线</source>
        <translation>標籤代碼 {code} 不對，請用小寫字母、數字和底線</translation>
    </message>
    <message>
        <source>标签名 {name} 不对，请用短的名称，不含 | ; =</source>
        <translation>標籤名 {name} 不對，請用短的名稱，不含 | ; =</translation>
    </message>
    <message>
        <source>标签最多选 {most} 个，请少选几个</source>
        <translation>標籤最多選 {most} 個，請少選幾個</translation>
    </message>
    <message>
        <source>标签的种类不对，请核对操作手册里的五种</source>
        <translation>標籤的種類不對，請核對操作手冊裡的五種</translation>
    </message>
    <message>
        <source>标签的规则不对，请核对 {part}</source>
        <translation>標籤的規則不對，請核對 {part}</translation>
    </message>
    <message>
        <source>标签的设置读不出来，请在总部重新导入标签</source>
        <translation>標籤的設定讀不出來，請在總部重新匯入標籤</translation>
    </message>
    <message>
        <source>标签目录里没有这个标签，请刷新</source>
        <translation>標籤目錄裡沒有這個標籤，請重新整理</translation>
    </message>
    <message>
        <source>没有 PySide6，请按说明重新安装程序</source>
        <translation>沒有 PySide6，請按說明重新安裝程式</translation>
    </message>
    <message>
        <source>没有 {number} 号 Z 报表</source>
        <translation>沒有 {number} 號 Z 報表</translation>
    </message>
    <message>
        <source>没有 {word} 这个状态，请核对</source>
        <translation>沒有 {word} 這個狀態，請核對</translation>
    </message>
    <message>
        <source>没有人工定的等级可以取消，请刷新档案</source>
        <translation>沒有人工定的等級可以取消，請重新整理檔案</translation>
    </message>
    <message>
        <source>没有使用打印机的权限，请联系店长</source>
        <translation>沒有使用印表機的權限，請聯絡店長</translation>
    </message>
    <message>
        <source>没有分类 {name}，请先建分类</source>
        <translation>沒有分類 {name}，請先建分類</translation>
    </message>
    <message>
        <source>没有叫 {name} 的设置，请改正或删除</source>
        <translation>沒有叫 {name} 的設定，請改正或刪除</translation>
    </message>
    <message>
        <source>没有可以继续的回放，请去掉 --resume</source>
        <translation>沒有可以繼續的重播，請去掉 --resume</translation>
    </message>
    <message>
        <source>没有可以补打的小票</source>
        <translation>沒有可以補印的小票</translation>
    </message>
    <message>
        <source>没有可再预留的离线额度</source>
        <translation>沒有可再預留的離線額度</translation>
    </message>
    <message>
        <source>没有回放的数据，请运行 python3 dev.py replay</source>
        <translation>沒有重播的資料，請執行 python3 dev.py replay</translation>
    </message>
    <message>
        <source>没有在等收银机 {terminal}</source>
        <translation>沒有在等收銀機 {terminal}</translation>
    </message>
    <message>
        <source>没有备份文件 {name}，请核对路径</source>
        <translation>沒有備份檔案 {name}，請核對路徑</translation>
    </message>
    <message>
        <source>没有完成，请重试，仍不行请联系店长 ({key})</source>
        <translation>沒有完成，請重試，仍不行請聯絡店長 ({key})</translation>
    </message>
    <message>
        <source>没有屏幕，也没有虚拟屏幕，请安装 Xvfb 再试</source>
        <translation>沒有螢幕，也沒有虛擬螢幕，請安裝 Xvfb 再試</translation>
    </message>
    <message>
        <source>没有屏幕，请接上屏幕或在桌面里启动</source>
        <translation>沒有螢幕，請接上螢幕或在桌面裡啟動</translation>
    </message>
    <message>
        <source>没有工号 {number} 的人，请核对工号</source>
        <translation>沒有工號 {number} 的人，請核對工號</translation>
    </message>
    <message>
        <source>没有工号 {number}，请核对后重试</source>
        <translation>沒有工號 {number}，請核對後重試</translation>
    </message>
    <message>
        <source>没有打印机型号 {name}，请重新选择</source>
        <translation>沒有印表機型號 {name}，請重新選擇</translation>
    </message>
    <message>
        <source>没有找到 {name}，请安装 PostgreSQL 的客户端程序</source>
        <translation>沒有找到 {name}，請安裝 PostgreSQL 的用戶端程式</translation>
    </message>
    <message>
        <source>没有找到会员 {shown}，按 Enter 登记</source>
        <translation>沒有找到會員 {shown}，按 Enter 登記</translation>
    </message>
    <message>
        <source>没有找到会员 {shown}，请核对后重试</source>
        <translation>沒有找到會員 {shown}，請核對後重試</translation>
    </message>
    <message>
        <source>没有找到另一份档案，请核对手机号、会员号或卡</source>
        <translation>沒有找到另一份檔案，請核對手機號、會員號或卡</translation>
    </message>
    <message>
        <source>没有找到条码 {shown}，请查价或手工输入</source>
        <translation>沒有找到條碼 {shown}，請查價或手動輸入</translation>
    </message>
    <message>
        <source>没有找到这件投诉，请刷新</source>
        <translation>沒有找到這件投訴，請重新整理</translation>
    </message>
    <message>
        <source>没有找到这张小票，请核对单号</source>
        <translation>沒有找到這張小票，請核對單號</translation>
    </message>
    <message>
        <source>没有找到这张小票，请核对小票号</source>
        <translation>沒有找到這張小票，請核對小票號</translation>
    </message>
    <message>
        <source>没有找到这次合并，请刷新后再看</source>
        <translation>沒有找到這次合併，請重新整理後再看</translation>
    </message>
    <message>
        <source>没有找到这笔补偿，请刷新</source>
        <translation>沒有找到這筆補償，請重新整理</translation>
    </message>
    <message>
        <source>没有接这个设备，请接好后在健康页重试</source>
        <translation>沒有接這個裝置，請接好後在健康頁重試</translation>
    </message>
    <message>
        <source>没有收到口令，请输入，或从标准输入给一行</source>
        <translation>沒有收到通關密語，請輸入，或從標準輸入給一行</translation>
    </message>
    <message>
        <source>没有收银机 {code}，请核对编号</source>
        <translation>沒有收銀機 {code}，請核對編號</translation>
    </message>
    <message>
        <source>没有收银机 {terminal}，请核对编号</source>
        <translation>沒有收銀機 {terminal}，請核對編號</translation>
    </message>
    <message>
        <source>没有编码为 {code} 的券，请核对</source>
        <translation>沒有編碼為 {code} 的券，請核對</translation>
    </message>
    <message>
        <source>没有读到内容，请重新扫码</source>
        <translation>沒有讀到內容，請重新掃碼</translation>
    </message>
    <message>
        <source>没有这一笔登记，请核对编号</source>
        <translation>沒有這一筆登記，請核對編號</translation>
    </message>
    <message>
        <source>没有这个会员，请核对会员号</source>
        <translation>沒有這個會員，請核對會員號</translation>
    </message>
    <message>
        <source>没有这个工号，请授权人核对</source>
        <translation>沒有這個工號，請授權人核對</translation>
    </message>
    <message>
        <source>没有这个挂账单位，请换一种支付</source>
        <translation>沒有這個掛帳單位，請換一種付款</translation>
    </message>
    <message>
        <source>没有这个文件，请核对路径</source>
        <translation>沒有這個檔案，請核對路徑</translation>
    </message>
    <message>
        <source>没有这个监护人会员号，请核对，或填监护人的姓名和手机号</source>
        <translation>沒有這個監護人會員號，請核對，或填監護人的姓名和手機號</translation>
    </message>
    <message>
        <source>没有这个等级，请另选一个</source>
        <translation>沒有這個等級，請另選一個</translation>
    </message>
    <message>
        <source>没有这个限额，请核对操作手册里的限额名</source>
        <translation>沒有這個限額，請核對操作手冊裡的限額名</translation>
    </message>
    <message>
        <source>没有这台收银机，请核对编号</source>
        <translation>沒有這台收銀機，請核對編號</translation>
    </message>
    <message>
        <source>没有这种券，请另选一张</source>
        <translation>沒有這種券，請另選一張</translation>
    </message>
    <message>
        <source>没有这笔收款的记录，可以重新收款</source>
        <translation>沒有這筆收款的記錄，可以重新收款</translation>
    </message>
    <message>
        <source>没有键位方案 {name}，请选标准方案</source>
        <translation>沒有鍵位方案 {name}，請選標準方案</translation>
    </message>
    <message>
        <source>没有门店 {shop}，请核对编号</source>
        <translation>沒有門市 {shop}，請核對編號</translation>
    </message>
    <message>
        <source>流水与本机账表不一致，请联系技术支持</source>
        <translation>流水與本機帳表不一致，請聯絡技術支援</translation>
    </message>
    <message>
        <source>流水从第 {seq} 笔起接不上，请停用本机并联系技术支持</source>
        <translation>流水從第 {seq} 筆起接不上，請停用本機並聯絡技術支援</translation>
    </message>
    <message>
        <source>流水在第 {seq} 笔前缺号，请停用本机并联系技术支持</source>
        <translation>流水在第 {seq} 筆前缺號，請停用本機並聯絡技術支援</translation>
    </message>
    <message>
        <source>流水接不上，已停止上传，请联系技术支持</source>
        <translation>流水接不上，已停止上傳，請聯絡技術支援</translation>
    </message>
    <message>
        <source>流水第 {seq} 笔的内容被改过，请联系技术支持</source>
        <translation>流水第 {seq} 筆的內容被改過，請聯絡技術支援</translation>
    </message>
    <message>
        <source>清点确认、Z 报表出来后，才能看应有怎么算出来</source>
        <translation>清點確認、Z 報表出來後，才能看應有怎麼算出來</translation>
    </message>
    <message>
        <source>版本 {version} 已有不同的文字，改过的请用新的版本号</source>
        <translation>版本 {version} 已有不同的文字，改過的請用新的版本號</translation>
    </message>
    <message>
        <source>版本号只能用 20 个以内的字母、数字、点和横线，请改</source>
        <translation>版本號只能用 20 個以內的字母、數字、點和橫線，請改</translation>
    </message>
    <message>
        <source>现在不能用这种支付：{reason}</source>
        <translation>現在不能用這種付款：{reason}</translation>
    </message>
    <message>
        <source>生日月份不对，请填 1 到 12</source>
        <translation>生日月份不對，請填 1 到 12</translation>
    </message>
    <message>
        <source>生日要写成 1990-03-08 这样的日期</source>
        <translation>生日要寫成 1990-03-08 這樣的日期</translation>
    </message>
    <message>
        <source>留存的备用金不能超过实点现金</source>
        <translation>留存的備用金不能超過實點現金</translation>
    </message>
    <message>
        <source>登记码不对或已过期，请在总部重新生成</source>
        <translation>登記碼不對或已過期，請在總部重新產生</translation>
    </message>
    <message>
        <source>监护人手机号不对，港澳台号码请加区号，例如 +852</source>
        <translation>監護人手機號不對，港澳台號碼請加區號，例如 +852</translation>
    </message>
    <message>
        <source>看不懂 {word}，请核对</source>
        <translation>看不懂 {word}，請核對</translation>
    </message>
    <message>
        <source>看不懂列的对应 {name}，请写成 列名=字段</source>
        <translation>看不懂欄的對應 {name}，請寫成 欄名=欄位</translation>
    </message>
    <message>
        <source>看不懂日期，请写成 2026-01-31</source>
        <translation>看不懂日期，請寫成 2026-01-31</translation>
    </message>
    <message>
        <source>短信没有发出，请稍后重试</source>
        <translation>簡訊沒有發出，請稍後重試</translation>
    </message>
    <message>
        <source>磁盘已满，报表没有保存，请清出空间再试</source>
        <translation>磁碟已滿，報表沒有儲存，請清出空間再試</translation>
    </message>
    <message>
        <source>磁盘已满，本笔未完成，请清出空间再试</source>
        <translation>磁碟已滿，本筆未完成，請清出空間再試</translation>
    </message>
    <message>
        <source>磁盘读写出错，本笔未完成，请再试，仍不行请换机</source>
        <translation>磁碟讀寫出錯，本筆未完成，請再試，仍不行請換機</translation>
    </message>
    <message>
        <source>离线时只能取本机的挂单，请到原收银机取</source>
        <translation>離線時只能取本機的掛單，請到原收銀機取</translation>
    </message>
    <message>
        <source>离线积分不够，还可用 {points} 分</source>
        <translation>離線積分不夠，還可用 {points} 分</translation>
    </message>
    <message>
        <source>离线额度不够，还可用 {available_amount}</source>
        <translation>離線額度不夠，還可用 {available_amount}</translation>
    </message>
    <message>
        <source>离线额度只限当日，请联网后再用储值</source>
        <translation>離線額度只限當日，請連線後再用儲值</translation>
    </message>
    <message>
        <source>离线，会员档案要连上总部才能看和改</source>
        <translation>離線，會員檔案要連上總部才能看和改</translation>
    </message>
    <message>
        <source>离线，充值和积分暂停，恢复后再试</source>
        <translation>離線，加值和點數暫停，恢復後再試</translation>
    </message>
    <message>
        <source>积分不够，请减少</source>
        <translation>點數不夠，請減少</translation>
    </message>
    <message>
        <source>积分要按 {step} 的倍数使用</source>
        <translation>點數要按 {step} 的倍數使用</translation>
    </message>
    <message>
        <source>称重标签 {shown} 的价格校验不对，请重新称重打标</source>
        <translation>秤重標籤 {shown} 的價格校驗不對，請重新秤重列印</translation>
    </message>
    <message>
        <source>程序出错了，本单没有丢失，请重试，仍不行请联系店长</source>
        <translation>程式出錯了，本單沒有遺失，請重試，仍不行請聯絡店長</translation>
    </message>
    <message>
        <source>程序正在关闭，请重新启动后再试</source>
        <translation>程式正在關閉，請重新啟動後再試</translation>
    </message>
    <message>
        <source>税率不对，请填 0 到 100 的百分数</source>
        <translation>稅率不對，請填 0 到 100 的百分數</translation>
    </message>
    <message>
        <source>端口 {port} 用不了（{reason}），请换一个，0 为自动</source>
        <translation>連接埠 {port} 用不了（{reason}），請換一個，0 為自動</translation>
    </message>
    <message>
        <source>第 {line} 行已退完或超过购买数量，请减少</source>
        <translation>第 {line} 行已退完或超過購買數量，請減少</translation>
    </message>
    <message>
        <source>第 {row} 行不对 ({why})，请改好再导入</source>
        <translation>第 {row} 列不對 ({why})，請改好再匯入</translation>
    </message>
    <message>
        <source>第 {row} 行不是 CSV，请用 UTF-8 CSV 导出</source>
        <translation>第 {row} 行不是 CSV，請用 UTF-8 CSV 匯出</translation>
    </message>
    <message>
        <source>第 {row} 行不是 UTF-8，请另存为 UTF-8 CSV</source>
        <translation>第 {row} 行不是 UTF-8，請另存為 UTF-8 CSV</translation>
    </message>
    <message>
        <source>第 {seq} 笔与黑匣子不一致，请停用本机并联系技术支持</source>
        <translation>第 {seq} 筆與黑盒子不一致，請停用本機並聯絡技術支援</translation>
    </message>
    <message>
        <source>第一行不是列名，请补上列名</source>
        <translation>第一行不是欄名，請補上欄名</translation>
    </message>
    <message>
        <source>等不到总部收完，请用 --resume 继续</source>
        <translation>等不到總部收完，請用 --resume 繼續</translation>
    </message>
    <message>
        <source>类型不对，请填 goods、dish 或 service</source>
        <translation>類型不對，請填 goods、dish 或 service</translation>
    </message>
    <message>
        <source>类型是押金的商品不能再带押金，请清空押金一栏</source>
        <translation>類型是押金的商品不能再帶押金，請清空押金一欄</translation>
    </message>
    <message>
        <source>系统密钥环可用</source>
        <translation>系統金鑰圈可用</translation>
    </message>
    <message>
        <source>系统密钥环锁着，请先解锁再启动</source>
        <translation>系統金鑰圈鎖著，請先解鎖再啟動</translation>
    </message>
    <message>
        <source>编码与第 {first} 行重复，请改一处</source>
        <translation>編碼與第 {first} 行重複，請改一處</translation>
    </message>
    <message>
        <source>缺少 {name} 列，请补上</source>
        <translation>缺少 {name} 欄，請補上</translation>
    </message>
    <message>
        <source>缺少会员资料，已留待核查</source>
        <translation>缺少會員資料，已留待核查</translation>
    </message>
    <message>
        <source>缺少字体 {names}，请重新安装程序</source>
        <translation>缺少字型 {names}，請重新安裝程式</translation>
    </message>
    <message>
        <source>缺少驱动 {driver}，请联系店长安装</source>
        <translation>缺少驅動程式 {driver}，請聯絡店長安裝</translation>
    </message>
    <message>
        <source>自动演示没有找到 {what}，请看截图</source>
        <translation>自動示範沒有找到 {what}，請看截圖</translation>
    </message>
    <message>
        <source>表格解开后太大，请另存为 CSV 或分成几个文件</source>
        <translation>表格解開後太大，請另存為 CSV 或分成幾個檔案</translation>
    </message>
    <message>
        <source>要两位不同的店长在场，请核对两个工号</source>
        <translation>要兩位不同的店長在場，請核對兩個工號</translation>
    </message>
    <message>
        <source>要店长授权，请店长输入工号和 PIN</source>
        <translation>要店長授權，請店長輸入工號和 PIN</translation>
    </message>
    <message>
        <source>要找 {change_amount}，超过上限 {most_amount}，请检查收到的金额</source>
        <translation>要找 {change_amount}，超過上限 {most_amount}，請檢查收到的金額</translation>
    </message>
    <message>
        <source>订单是空的，先加商品再挂单</source>
        <translation>訂單是空的，先加商品再掛單</translation>
    </message>
    <message>
        <source>订单是空的，先加商品再收款</source>
        <translation>訂單是空的，先加商品再收款</translation>
    </message>
    <message>
        <source>训练数据写不进磁盘，请检查磁盘空间后再试</source>
        <translation>訓練資料寫不進磁碟，請檢查磁碟空間後再試</translation>
    </message>
    <message>
        <source>设备设置有误，没有驱动 {driver}，请联系店长</source>
        <translation>裝置設定有誤，沒有驅動程式 {driver}，請聯絡店長</translation>
    </message>
    <message>
        <source>设置 {name} 的值不对，请改正</source>
        <translation>設定 {name} 的值不對，請改正</translation>
    </message>
    <message>
        <source>设置文件 {name} 读不出来，请联系店长</source>
        <translation>設定檔 {name} 讀不出來，請聯絡店長</translation>
    </message>
    <message>
        <source>请先向顾客出示协议并勾选同意</source>
        <translation>請先向顧客出示協議並勾選同意</translation>
    </message>
    <message>
        <source>请先完成当前操作</source>
        <translation>請先完成目前操作</translation>
    </message>
    <message>
        <source>请先登录</source>
        <translation>請先登入</translation>
    </message>
    <message>
        <source>请先选择要退的商品</source>
        <translation>請先選擇要退的商品</translation>
    </message>
    <message>
        <source>请写明为什么不再等这台收银机</source>
        <translation>請寫明為什麼不再等這台收銀機</translation>
    </message>
    <message>
        <source>请写明原因</source>
        <translation>請寫明原因</translation>
    </message>
    <message>
        <source>请写签单人姓名，最多 {most} 个字</source>
        <translation>請寫簽單人姓名，最多 {most} 個字</translation>
    </message>
    <message>
        <source>请填不小于 0 的整数</source>
        <translation>請填不小於 0 的整數</translation>
    </message>
    <message>
        <source>请填写存取现金的原因</source>
        <translation>請填寫存取現金的原因</translation>
    </message>
    <message>
        <source>请填写开钱箱的原因</source>
        <translation>請填寫開錢箱的原因</translation>
    </message>
    <message>
        <source>请扫顾客手机上的付款码</source>
        <translation>請掃顧客手機上的付款碼</translation>
    </message>
    <message>
        <source>请把现金 {amount} 交还顾客</source>
        <translation>請把現金 {amount} 交還顧客</translation>
    </message>
    <message>
        <source>请求太大，会自动分开重传</source>
        <translation>請求太大，會自動分開重傳</translation>
    </message>
    <message>
        <source>请求编号不对，请重试</source>
        <translation>請求編號不對，請重試</translation>
    </message>
    <message>
        <source>请至少输入 {least} 个字再查会员</source>
        <translation>請至少輸入 {least} 個字再查會員</translation>
    </message>
    <message>
        <source>请输入 11 位手机号，港澳台请先选地区</source>
        <translation>請輸入 11 位手機號，港澳台請先選地區</translation>
    </message>
    <message>
        <source>请输入单号，4 到 40 位字母或数字</source>
        <translation>請輸入單號，4 到 40 位字母或數字</translation>
    </message>
    <message>
        <source>请输入大于 0 的金额</source>
        <translation>請輸入大於 0 的金額</translation>
    </message>
    <message>
        <source>请输入数量，例如 2 或 0.5</source>
        <translation>請輸入數量，例如 2 或 0.5</translation>
    </message>
    <message>
        <source>请输入金额，例如 12.50</source>
        <translation>請輸入金額，例如 12.50</translation>
    </message>
    <message>
        <source>请选择原因</source>
        <translation>請選擇原因</translation>
    </message>
    <message>
        <source>请选择差异的原因，再确认交班</source>
        <translation>請選擇差異的原因，再確認交班</translation>
    </message>
    <message>
        <source>请选择退款原因</source>
        <translation>請選擇退款原因</translation>
    </message>
    <message>
        <source>读不出这个表格，请在表格软件里另存为 CSV 再试</source>
        <translation>讀不出這個表格，請在試算表軟體裡另存為 CSV 再試</translation>
    </message>
    <message>
        <source>账单不完整（读到 {rows} 笔，与末尾合计不符），没有导入，请重新下载</source>
        <translation>帳單不完整（讀到 {rows} 筆，與末尾合計不符），沒有匯入，請重新下載</translation>
    </message>
    <message>
        <source>账单没有“{column}”一列，请核对文件和格式</source>
        <translation>帳單沒有「{column}」一欄，請核對檔案和格式</translation>
    </message>
    <message>
        <source>账单第 {row} 行的单号重复，没有导入，请重新下载</source>
        <translation>帳單第 {row} 行的單號重複，沒有匯入，請重新下載</translation>
    </message>
    <message>
        <source>账单第 {row} 行看不懂，没有导入，请核对文件和格式</source>
        <translation>帳單第 {row} 行看不懂，沒有匯入，請核對檔案和格式</translation>
    </message>
    <message>
        <source>账单超过 {megabytes} MB，请每天下载一份</source>
        <translation>帳單超過 {megabytes} MB，請每天下載一份</translation>
    </message>
    <message>
        <source>账单里不止一天，没有导入，请每天下载一份</source>
        <translation>帳單裡不止一天，沒有匯入，請每天下載一份</translation>
    </message>
    <message>
        <source>账单里没有一笔，请填写它的日期</source>
        <translation>帳單裡沒有一筆，請填寫它的日期</translation>
    </message>
    <message>
        <source>超过 {most} 个字符，请缩短</source>
        <translation>超過 {most} 個字元，請縮短</translation>
    </message>
    <message>
        <source>超过 {most} 行，请分成几份</source>
        <translation>超過 {most} 行，請分成幾份</translation>
    </message>
    <message>
        <source>超过 {name} 可授权的额度，请权限更高的人来</source>
        <translation>超過 {name} 可授權的額度，請權限更高的人來</translation>
    </message>
    <message>
        <source>还有 {count} 件事没有办完，请刷新后再看</source>
        <translation>還有 {count} 件事沒有辦完，請重新整理後再看</translation>
    </message>
    <message>
        <source>还有 {n} 笔没有上传，现在不能登记、清除或升级本机，请连上总部等待同步 0 再来</source>
        <translation>還有 {n} 筆沒有上傳，現在不能登記、清除或升級本機，請連上總部等待同步 0 再來</translation>
    </message>
    <message>
        <source>还有 {points} 积分，会员同意放弃就勾选，不同意就先用掉</source>
        <translation>還有 {points} 積分，會員同意放棄就勾選，不同意就先用掉</translation>
    </message>
    <message>
        <source>还有一单收了款没有完成，请先完成那一单</source>
        <translation>還有一單收了款沒有完成，請先完成那一單</translation>
    </message>
    <message>
        <source>还有储值，先退给会员再删除</source>
        <translation>還有儲值，先退給會員再刪除</translation>
    </message>
    <message>
        <source>还有储值，先退给会员再注销</source>
        <translation>還有儲值，先退給會員再註銷</translation>
    </message>
    <message>
        <source>还有挂单、未结订单或未确认支付，处理后再交班</source>
        <translation>還有掛單、未結訂單或未確認付款，處理後再交班</translation>
    </message>
    <message>
        <source>还有订单或支付没有完成，请先收款或清空，再进入训练</source>
        <translation>還有訂單或付款沒有完成，請先收款或清空，再進入訓練</translation>
    </message>
    <message>
        <source>还有订单没有完成，请先收款、挂单或清空，再暂停钱箱</source>
        <translation>還有訂單沒有完成，請先收款、掛單或清空，再暫停錢箱</translation>
    </message>
    <message>
        <source>还款不能超过所欠的 {owed_amount}，请检查</source>
        <translation>還款不能超過所欠的 {owed_amount}，請檢查</translation>
    </message>
    <message>
        <source>还没开班，请先开班再收银</source>
        <translation>還沒開班，請先開班再收銀</translation>
    </message>
    <message>
        <source>还没收够，应收 {net}，已收 {paid_amount}</source>
        <translation>還沒收夠，應收 {net}，已收 {paid_amount}</translation>
    </message>
    <message>
        <source>还没有选报表，请先选一张</source>
        <translation>還沒有選報表，請先選一張</translation>
    </message>
    <message>
        <source>这一步需要店长授权</source>
        <translation>這一步需要店長授權</translation>
    </message>
    <message>
        <source>这一笔不能冲回，只有更正可以</source>
        <translation>這一筆不能沖回，只有更正可以</translation>
    </message>
    <message>
        <source>这一笔在传送中损坏，会自动重传</source>
        <translation>這一筆在傳送中損壞，會自動重傳</translation>
    </message>
    <message>
        <source>这一笔属于另一台收银机，已留待核查</source>
        <translation>這一筆屬於另一台收銀機，已留待核查</translation>
    </message>
    <message>
        <source>这一笔已收下，留待总部核查</source>
        <translation>這一筆已收下，留待總部核查</translation>
    </message>
    <message>
        <source>这一笔已经对过账</source>
        <translation>這一筆已經對過帳</translation>
    </message>
    <message>
        <source>这一笔的币种不对，已留待核查</source>
        <translation>這一筆的幣別不對，已留待核查</translation>
    </message>
    <message>
        <source>这一笔的数字对不上，已留待核查</source>
        <translation>這一筆的數字對不上，已留待核查</translation>
    </message>
    <message>
        <source>这一笔还是记不进账（{code}），请先消除原因</source>
        <translation>這一筆還是記不進帳（{code}），請先消除原因</translation>
    </message>
    <message>
        <source>这一行已经不在订单里，请重新选择</source>
        <translation>這一行已經不在訂單裡，請重新選擇</translation>
    </message>
    <message>
        <source>这一行的格子比列名多，请检查逗号</source>
        <translation>這一行的格子比欄名多，請檢查逗號</translation>
    </message>
    <message>
        <source>这一行的金额太大，请检查后重新输入</source>
        <translation>這一行的金額太大，請檢查後重新輸入</translation>
    </message>
    <message>
        <source>这一项只扫工牌不够，请输 PIN</source>
        <translation>這一項只掃工牌不夠，請輸 PIN</translation>
    </message>
    <message>
        <source>这不是付款码，请顾客打开付款码再扫</source>
        <translation>這不是付款碼，請顧客打開付款碼再掃</translation>
    </message>
    <message>
        <source>这不是这位会员挂失的卡，请核对卡号</source>
        <translation>這不是這位會員掛失的卡，請核對卡號</translation>
    </message>
    <message>
        <source>这两个号是同一位会员，不用合并</source>
        <translation>這兩個號是同一位會員，不用合併</translation>
    </message>
    <message>
        <source>这个企业码已经用过，请向企业要新的，或清空</source>
        <translation>這個企業碼已經用過，請向企業要新的，或清空</translation>
    </message>
    <message>
        <source>这个备份文件已经存在，请换一个文件名</source>
        <translation>這個備份檔已經存在，請換一個檔名</translation>
    </message>
    <message>
        <source>这个手机号已经核验过，会员可以直接登录会员页面</source>
        <translation>這個手機號已經核驗過，會員可以直接登入會員頁面</translation>
    </message>
    <message>
        <source>这个手机号是会员 {number} 的，请核对；是同一个人就合并两个账户</source>
        <translation>這個手機號是會員 {number} 的，請核對；是同一個人就合併兩個帳戶</translation>
    </message>
    <message>
        <source>这个文件不是账单，请选 CSV 文件</source>
        <translation>這個檔案不是帳單，請選 CSV 檔案</translation>
    </message>
    <message>
        <source>这个文件已经存在，请换一个文件名</source>
        <translation>這個檔案已經存在，請換一個檔名</translation>
    </message>
    <message>
        <source>这个文件正在另一处导入，请等它结束</source>
        <translation>這個檔案正在另一處匯入，請等它結束</translation>
    </message>
    <message>
        <source>这个标签由规则贴上和去掉，请改用手贴的标签</source>
        <translation>這個標籤由規則貼上和去掉，請改用手貼的標籤</translation>
    </message>
    <message>
        <source>这个码不完整，请重新扫一次</source>
        <translation>這個碼不完整，請重新掃一次</translation>
    </message>
    <message>
        <source>这个编号已经收过另一笔金额，请重新收款</source>
        <translation>這個編號已經收過另一筆金額，請重新收款</translation>
    </message>
    <message>
        <source>这个请求已经用过，请重试</source>
        <translation>這個請求已經用過，請重試</translation>
    </message>
    <message>
        <source>这些条件几乎包括所有会员，请再填姓名、手机号、标签或日期</source>
        <translation>這些條件幾乎包括所有會員，請再填姓名、手機號、標籤或日期</translation>
    </message>
    <message>
        <source>这件事已经有人处理了，请刷新列表</source>
        <translation>這件事已經有人處理了，請重新整理列表</translation>
    </message>
    <message>
        <source>这件投诉不是这位会员的，或已关闭，请刷新</source>
        <translation>這件投訴不是這位會員的，或已關閉，請重新整理</translation>
    </message>
    <message>
        <source>这件投诉的状态变了，请刷新后再办</source>
        <translation>這件投訴的狀態變了，請重新整理後再辦</translation>
    </message>
    <message>
        <source>这份档案没有手机号，请先用“换手机号”补上</source>
        <translation>這份檔案沒有手機號，請先用「換手機號」補上</translation>
    </message>
    <message>
        <source>这份账单已经导入过（{day}），没有重复导入</source>
        <translation>這份帳單已經匯入過（{day}），沒有重複匯入</translation>
    </message>
    <message>
        <source>这位会员已有在用的卡，请用换卡或挂失</source>
        <translation>這位會員已有在用的卡，請用換卡或掛失</translation>
    </message>
    <message>
        <source>这位会员是 {count} 个孩子的监护人，先换监护人或先删除孩子的资料</source>
        <translation>這位會員是 {count} 個孩子的監護人，先換監護人或先刪除孩子的資料</translation>
    </message>
    <message>
        <source>这位会员没有可以改判的邀请，请核对会员号</source>
        <translation>這位會員沒有可以改判的邀請，請核對會員號</translation>
    </message>
    <message>
        <source>这位会员没有在用的卡，请用绑卡</source>
        <translation>這位會員沒有在用的卡，請用綁卡</translation>
    </message>
    <message>
        <source>这位会员没有封存的资料，请核对会员号</source>
        <translation>這位會員沒有封存的資料，請核對會員號</translation>
    </message>
    <message>
        <source>这位会员的个人资料已删除，不能再改，请为她重新登记</source>
        <translation>這位會員的個人資料已刪除，不能再改，請為她重新登記</translation>
    </message>
    <message>
        <source>这像另一个地区的号码，请先在上方选地区</source>
        <translation>這像另一個地區的號碼，請先在上方選地區</translation>
    </message>
    <message>
        <source>这只钱箱已经开班，请先交班，或换一只钱箱</source>
        <translation>這個錢箱已經開班，請先交班，或換一個錢箱</translation>
    </message>
    <message>
        <source>这只钱箱由 {name} 使用，请本人或店长来清点</source>
        <translation>這個錢箱由 {name} 使用，請本人或店長來清點</translation>
    </message>
    <message>
        <source>这台收银机由 {name} 使用，请 {name} 回来，或请店长解锁</source>
        <translation>這台收銀機由 {name} 使用，請 {name} 回來，或請店長解鎖</translation>
    </message>
    <message>
        <source>这台机器存不下这个选择，只在关机前有效</source>
        <translation>這台機器存不下這個選擇，只在關機前有效</translation>
    </message>
    <message>
        <source>这台电脑没有可用的密钥环，请加 --keys file，用口令保护密钥</source>
        <translation>這台電腦沒有可用的金鑰圈，請加 --keys file，用通關密語保護金鑰</translation>
    </message>
    <message>
        <source>这就是现在的手机号，不用换；还没核验的，请用“核验手机号”</source>
        <translation>這就是現在的手機號，不用換；還沒核驗的，請用「核驗手機號」</translation>
    </message>
    <message>
        <source>这张券不属于本单会员，请核对会员</source>
        <translation>這張券不屬於本單會員，請核對會員</translation>
    </message>
    <message>
        <source>这张券只能用一次，离线时不能用，请联网后再用</source>
        <translation>這張券只能用一次，離線時不能用，請連線後再用</translation>
    </message>
    <message>
        <source>这张券已经用在本单上</source>
        <translation>這張券已經用在本單上</translation>
    </message>
    <message>
        <source>这张券预留于 {where}，正在收回，请稍候重新识别会员再用</source>
        <translation>這張券預留於 {where}，正在收回，請稍候重新識別會員再用</translation>
    </message>
    <message>
        <source>这张卡已挂失或换掉，不能用，请按手机号查找会员</source>
        <translation>這張卡已掛失或換掉，不能用，請按手機號查找會員</translation>
    </message>
    <message>
        <source>这张卡已绑定别的会员，请换一张卡</source>
        <translation>這張卡已綁定別的會員，請換一張卡</translation>
    </message>
    <message>
        <source>这张小票已不在打印队列</source>
        <translation>這張小票已不在列印佇列</translation>
    </message>
    <message>
        <source>这张小票无法读出，请到总部查询这一单</source>
        <translation>這張小票無法讀出，請到總部查詢這一單</translation>
    </message>
    <message>
        <source>这张小票是别的会员的，请核对小票号</source>
        <translation>這張小票是別的會員的，請核對小票號</translation>
    </message>
    <message>
        <source>这张工牌不能授权，请输 PIN 或换新工牌</source>
        <translation>這張工牌不能授權，請輸 PIN 或換新工牌</translation>
    </message>
    <message>
        <source>这张挂单不在本机或已被取走，请到原收银机取单</source>
        <translation>這張掛單不在本機或已被取走，請到原收銀機取單</translation>
    </message>
    <message>
        <source>这张挂单已在收银机 {till} 取走，请勿重复收款</source>
        <translation>這張掛單已在收銀機 {till} 取走，請勿重複收款</translation>
    </message>
    <message>
        <source>这张挂单已被取走或作废</source>
        <translation>這張掛單已被取走或作廢</translation>
    </message>
    <message>
        <source>这张挂单总部读不懂，只能在本机取</source>
        <translation>總部讀不懂這張掛單，只能在本機取</translation>
    </message>
    <message>
        <source>这批数据属于另一台收银机，请联系技术支持</source>
        <translation>這批資料屬於另一台收銀機，請聯絡技術支援</translation>
    </message>
    <message>
        <source>这是 {shown} 的网址，不是商品条码</source>
        <translation>這是 {shown} 的網址，不是商品條碼</translation>
    </message>
    <message>
        <source>这是优惠券 {shown}，请先识别会员再用</source>
        <translation>這是優惠券 {shown}，請先識別會員再用</translation>
    </message>
    <message>
        <source>这是另一位会员的码，请本单会员出示会员码</source>
        <translation>這是另一位會員的碼，請本單會員出示會員碼</translation>
    </message>
    <message>
        <source>这是商品条码，请扫或输入交易单号</source>
        <translation>這是商品條碼，請掃或輸入交易單號</translation>
    </message>
    <message>
        <source>这是工牌 {shown}，换人请先锁屏</source>
        <translation>這是工牌 {shown}，換人請先鎖定</translation>
    </message>
    <message>
        <source>这是工牌，这里不用，请先完成当前操作</source>
        <translation>這是工牌，這裡不用，請先完成目前操作</translation>
    </message>
    <message>
        <source>这是本系统的码，请输入小票或对方系统上的单号</source>
        <translation>這是本系統的碼，請輸入小票或對方系統上的單號</translation>
    </message>
    <message>
        <source>这是门票 {shown}，请到检票口核验</source>
        <translation>這是門票 {shown}，請到驗票口核驗</translation>
    </message>
    <message>
        <source>这是顾客的付款码，请输入交易单号</source>
        <translation>這是顧客的付款碼，請輸入交易單號</translation>
    </message>
    <message>
        <source>这次授权已经用过，请店长重新授权</source>
        <translation>這次授權已經用過，請店長重新授權</translation>
    </message>
    <message>
        <source>这笔充值的数字对不上，已留待核查</source>
        <translation>這筆加值的數字對不上，已留待核查</translation>
    </message>
    <message>
        <source>这笔已经撤销，没有收款，请重新扫码</source>
        <translation>這筆已經撤銷，沒有收款，請重新掃碼</translation>
    </message>
    <message>
        <source>这笔已经退过款，不能撤销</source>
        <translation>這筆已經退過款，不能撤銷</translation>
    </message>
    <message>
        <source>这笔支付不再等待验证，请重新发起</source>
        <translation>這筆付款不再等待驗證，請重新發起</translation>
    </message>
    <message>
        <source>这笔收款不能撤销，请联系店长，成交后再退款</source>
        <translation>這筆收款不能撤銷，請聯絡店長，成交後再退款</translation>
    </message>
    <message>
        <source>这笔收款已经撤销，请看剩余金额</source>
        <translation>這筆收款已經撤銷，請看剩餘金額</translation>
    </message>
    <message>
        <source>这笔收款已经撤销，请重新收款</source>
        <translation>這筆收款已經撤銷，請重新收款</translation>
    </message>
    <message>
        <source>这笔收款已经退过，不能再撤销</source>
        <translation>這筆收款已經退過，不能再撤銷</translation>
    </message>
    <message>
        <source>这笔收款的金额变了，请重新发起收款</source>
        <translation>這筆收款的金額變了，請重新發起收款</translation>
    </message>
    <message>
        <source>这笔是另一台收银机收的，请到那台上查询</source>
        <translation>這筆是另一台收銀機收的，請到那台上查詢</translation>
    </message>
    <message>
        <source>这笔更正已经冲回，请刷新</source>
        <translation>這筆更正已經沖回，請重新整理</translation>
    </message>
    <message>
        <source>这笔离线额度属于另一台收银机</source>
        <translation>這筆離線額度屬於另一台收銀機</translation>
    </message>
    <message>
        <source>这笔补偿已经到期，不用冲回</source>
        <translation>這筆補償已經到期，不用沖回</translation>
    </message>
    <message>
        <source>这笔补偿已经用掉或正被预留，不能冲回，可以另记更正</source>
        <translation>這筆補償已經用掉或正被預留，不能沖回，可以另記更正</translation>
    </message>
    <message>
        <source>这笔请求和之前不一致，请重新发起</source>
        <translation>這筆請求和之前不一致，請重新發起</translation>
    </message>
    <message>
        <source>这笔还在查询，请先查询或撤销</source>
        <translation>這筆還在查詢，請先查詢或撤銷</translation>
    </message>
    <message>
        <source>这笔退款的数字对不上，已留待核查</source>
        <translation>這筆退款的數字對不上，已留待核查</translation>
    </message>
    <message>
        <source>这笔销售的数字对不上，已留待核查</source>
        <translation>這筆銷售的數字對不上，已留待核查</translation>
    </message>
    <message>
        <source>这笔预留属于另一台收银机</source>
        <translation>這筆預留屬於另一台收銀機</translation>
    </message>
    <message>
        <source>这笔预留已经结束，请重新发起</source>
        <translation>這筆預留已經結束，請重新發起</translation>
    </message>
    <message>
        <source>这里已经有总部数据，请换一个文件夹</source>
        <translation>這裡已經有總部資料，請換一個資料夾</translation>
    </message>
    <message>
        <source>这里没有总部数据，请先运行 posapp central init</source>
        <translation>這裡沒有總部資料，請先執行 posapp central init</translation>
    </message>
    <message>
        <source>这里还没有收银机，请用 till --central 网址 登记</source>
        <translation>這裡還沒有收銀機，請用 till --central 網址 登記</translation>
    </message>
    <message>
        <source>连不上总部，可以继续卖，请稍后再试</source>
        <translation>連不上總部，可以繼續賣，請稍後再試</translation>
    </message>
    <message>
        <source>连不上数据库，请检查地址和数据库是否在运行</source>
        <translation>連不上資料庫，請檢查位址和資料庫是否在執行</translation>
    </message>
    <message>
        <source>退款超过原收款剩下的 {left_minor}，请减少</source>
        <translation>退款超過原收款剩下的 {left_minor}，請減少</translation>
    </message>
    <message>
        <source>退款超过这笔还能退的 {left_minor}</source>
        <translation>退款超過這筆還能退的 {left_minor}</translation>
    </message>
    <message>
        <source>邀请奖励第 {row} 行不对 ({why})，请改好再导入</source>
        <translation>邀請獎勵第 {row} 列不對 ({why})，請改好再匯入</translation>
    </message>
    <message>
        <source>金额 {amount} 超过剩余的 {remaining}，请减少</source>
        <translation>金額 {amount} 超過剩餘的 {remaining}，請減少</translation>
    </message>
    <message>
        <source>金额不对，请重新输入</source>
        <translation>金額不對，請重新輸入</translation>
    </message>
    <message>
        <source>金额与找零不符，请把找零交给顾客</source>
        <translation>金額與找零不符，請把找零交給顧客</translation>
    </message>
    <message>
        <source>金额和本机不一致，请填写设备上的金额并选择原因</source>
        <translation>金額和本機不一致，請填寫設備上的金額並選擇原因</translation>
    </message>
    <message>
        <source>金额太大，请检查后重新输入</source>
        <translation>金額太大，請檢查後重新輸入</translation>
    </message>
    <message>
        <source>钱箱 {drawer} 没有接上，请用钥匙打开，并请店长检查钱箱设置</source>
        <translation>錢箱 {drawer} 沒有接上，請用鑰匙打開，並請店長檢查錢箱設定</translation>
    </message>
    <message>
        <source>钱箱接在打印机上，请先设置打印机</source>
        <translation>錢箱接在印表機上，請先設定印表機</translation>
    </message>
    <message>
        <source>钱箱没有弹开，请用钥匙打开，再检查连线</source>
        <translation>錢箱沒有彈開，請用鑰匙打開，再檢查連線</translation>
    </message>
    <message>
        <source>错误次数过多，会员验证暂停 15 分钟，请换一种支付</source>
        <translation>錯誤次數過多，會員驗證暫停 15 分鐘，請換一種付款</translation>
    </message>
    <message>
        <source>错误次数过多，请 {minutes} 分钟后再试，或请店长解锁</source>
        <translation>錯誤次數過多，請 {minutes} 分鐘後再試，或請店長解鎖</translation>
    </message>
    <message>
        <source>长短款 {difference}，请选择原因</source>
        <translation>溢短收 {difference}，請選擇原因</translation>
    </message>
    <message>
        <source>隔离区里没有这一笔，请核对编号</source>
        <translation>隔離區裡沒有這一筆，請核對編號</translation>
    </message>
    <message>
        <source>顾客屏没有反应，请检查电源与连线</source>
        <translation>顧客螢幕沒有反應，請檢查電源與連線</translation>
    </message>
    <message>
        <source>顾客账户的钱不够，没有扣款，请换一种方式</source>
        <translation>顧客帳戶的錢不夠，沒有扣款，請換一種方式</translation>
    </message>
    <message>
        <source>顾客键盘没有反应，请检查连线</source>
        <translation>顧客鍵盤沒有反應，請檢查連線</translation>
    </message>
    <message>
        <source>额度不对：每人上限要大于零且不超过每台上限，两个都填 0 是关闭</source>
        <translation>額度不對：每人上限要大於零且不超過每台上限，兩個都填 0 是關閉</translation>
    </message>
    <message>
        <source>验证码不对或已用过，请顾客刷新后再试</source>
        <translation>驗證碼不對或已用過，請顧客更新後再試</translation>
    </message>
    <message>
        <source>验证码不对，请核对后再试</source>
        <translation>驗證碼不對，請核對後再試</translation>
    </message>
    <message>
        <source>验证码不对，还可以试 {left} 次</source>
        <translation>驗證碼不對，還可以試 {left} 次</translation>
    </message>
    <message>
        <source>验证码已过期，请重新发送</source>
        <translation>驗證碼已過期，請重新傳送</translation>
    </message>
    <message>
        <source>验证码已过期，请重新发送或刷新会员码</source>
        <translation>驗證碼已過期，請重新傳送或更新會員碼</translation>
    </message>
    <message>
        <source>黑匣子文件有一段读不出来，请联系技术支持</source>
        <translation>黑盒子檔案有一段讀不出來，請聯絡技術支援</translation>
    </message>
    <message>
        <source>黑匣子里有数据库没有的第 {seq} 笔，请重开本机补回</source>
        <translation>黑盒子裡有資料庫沒有的第 {seq} 筆，請重開本機補回</translation>
    </message>
</context>
<context>
    <name>posapp</name>
    <message>
        <source>- 是原来的，+ 是更正的，编号不变</source>
        <translation>- 是原來的，+ 是更正的，編號不變</translation>
    </message>
    <message>
        <source>1 到 12</source>
        <translation>1 到 12</translation>
    </message>
    <message>
        <source>PIN</source>
        <translation>PIN</translation>
    </message>
    <message>
        <source>PIN {n} 位</source>
        <translation>PIN {n} 位</translation>
    </message>
    <message>
        <source>Tab</source>
        <translation>Tab</translation>
    </message>
    <message>
        <source>X 报表</source>
        <translation>X 報表</translation>
    </message>
    <message>
        <source>X 报表已打印</source>
        <translation>X 報表已列印</translation>
    </message>
    <message>
        <source>Z {n}  {date}</source>
        <translation>Z {n}  {date}</translation>
    </message>
    <message>
        <source>Z 报表</source>
        <translation>Z 報表</translation>
    </message>
    <message>
        <source>Z 报表不连续</source>
        <translation>Z 報表不連續</translation>
    </message>
    <message>
        <source>Z 报表已保存并打印，留存备用金 {kept}，上缴 {handed}</source>
        <translation>Z 報表已儲存並列印，留存備用金 {kept}，上繳 {handed}</translation>
    </message>
    <message>
        <source>Z 报表的小票</source>
        <translation>Z 報表的小票</translation>
    </message>
    <message>
        <source>{about}，{state}</source>
        <translation>{about}，{state}</translation>
    </message>
    <message>
        <source>{all}，列出 {n} 笔</source>
        <translation>{all}，列出 {n} 筆</translation>
    </message>
    <message>
        <source>{amount} 正好</source>
        <translation>{amount} 剛好</translation>
    </message>
    <message>
        <source>{amount}，等顾客扫码</source>
        <translation>{amount}，等顧客掃碼</translation>
    </message>
    <message>
        <source>{amount}，结果未确认</source>
        <translation>{amount}，結果未確認</translation>
    </message>
    <message>
        <source>{boss}已解锁，{name}可以再输 PIN</source>
        <translation>{boss}已解鎖，{name}可以再輸 PIN</translation>
    </message>
    <message>
        <source>{by} 已收，单号 {number}</source>
        <translation>{by} 已收，單號 {number}</translation>
    </message>
    <message>
        <source>{channel} {amount} 已原路退回</source>
        <translation>{channel} {amount} 已原路退回</translation>
    </message>
    <message>
        <source>{channel} {amount} 结果未确认，请重试</source>
        <translation>{channel} {amount} 結果未確認，請重試</translation>
    </message>
    <message>
        <source>{channel} {amount} 被拒绝，请联系店长处理</source>
        <translation>{channel} {amount} 被拒絕，請聯絡店長處理</translation>
    </message>
    <message>
        <source>{channel}付了 {paid}，原路退回</source>
        <translation>{channel}付了 {paid}，原路退回</translation>
    </message>
    <message>
        <source>{cut}，整单共减 {whole}，这一行分摊</source>
        <translation>{cut}，整單共減 {whole}，這一行分攤</translation>
    </message>
    <message>
        <source>{date} 这台收银机</source>
        <translation>{date} 這台收銀機</translation>
    </message>
    <message>
        <source>{effect}。以 {who} 的名义</source>
        <translation>{effect}。以 {who} 的名義</translation>
    </message>
    <message>
        <source>{face} × {n}</source>
        <translation>{face} × {n}</translation>
    </message>
    <message>
        <source>{face} 的张数</source>
        <translation>{face} 的張數</translation>
    </message>
    <message>
        <source>{file}：共 {rows} 笔，相符 {matched} 笔，不符 {n} 笔</source>
        <translation>{file}：共 {rows} 筆，相符 {matched} 筆，不符 {n} 筆</translation>
    </message>
    <message>
        <source>{gone} 从 {kept} 分出来，以 {who} 的名义</source>
        <translation>{gone} 從 {kept} 分出來，以 {who} 的名義</translation>
    </message>
    <message>
        <source>{gone} 并入 {kept}，以 {who} 的名义</source>
        <translation>{gone} 併入 {kept}，以 {who} 的名義</translation>
    </message>
    <message>
        <source>{kept} 和 {gone} 是两个人，以 {who} 的名义</source>
        <translation>{kept} 和 {gone} 是兩個人，以 {who} 的名義</translation>
    </message>
    <message>
        <source>{keys} 或 {walk} 选择</source>
        <translation>{keys} 或 {walk} 選擇</translation>
    </message>
    <message>
        <source>{key} 现在是“{taken}”，要和“{action}”对调吗</source>
        <translation>{key} 現在是「{taken}」，要和「{action}」對調嗎</translation>
    </message>
    <message>
        <source>{key} 选中，扫商品也可选中</source>
        <translation>{key} 選取，掃商品也可選取</translation>
    </message>
    <message>
        <source>{name} ({number}) 已锁屏，订单保留</source>
        <translation>{name} ({number}) 已鎖定，訂單保留</translation>
    </message>
    <message>
        <source>{name}保持登录，授权人、原因和时间记入审计日志</source>
        <translation>{name}保持登入，授權人、原因和時間記入稽核紀錄</translation>
    </message>
    <message>
        <source>{name}，{time} 开班</source>
        <translation>{name}，{time} 開班</translation>
    </message>
    <message>
        <source>{name}，工牌</source>
        <translation>{name}，工牌</translation>
    </message>
    <message>
        <source>{name}，您好</source>
        <translation>{name}，您好</translation>
    </message>
    <message>
        <source>{name}，您将支付</source>
        <translation>{name}，您將付款</translation>
    </message>
    <message>
        <source>{name}，请支付</source>
        <translation>{name}，請付款</translation>
    </message>
    <message>
        <source>{number} 并入</source>
        <translation>{number} 併入</translation>
    </message>
    <message>
        <source>{number} 的档案</source>
        <translation>{number} 的檔案</translation>
    </message>
    <message>
        <source>{n} 个单位可挂账</source>
        <translation>{n} 個單位可掛帳</translation>
    </message>
    <message>
        <source>{n} 个字符</source>
        <translation>{n} 個字元</translation>
    </message>
    <message>
        <source>{n} 件</source>
        <translation>{n} 件</translation>
    </message>
    <message>
        <source>{n} 分</source>
        <translation>{n} 分</translation>
    </message>
    <message>
        <source>{n} 分钟</source>
        <translation>{n} 分鐘</translation>
    </message>
    <message>
        <source>{n} 天</source>
        <translation>{n} 天</translation>
    </message>
    <message>
        <source>{n} 小时</source>
        <translation>{n} 小時</translation>
    </message>
    <message>
        <source>{n} 张</source>
        <translation>{n} 張</translation>
    </message>
    <message>
        <source>{n} 次</source>
        <translation>{n} 次</translation>
    </message>
    <message>
        <source>{n} 班</source>
        <translation>{n} 班</translation>
    </message>
    <message>
        <source>{n} 种</source>
        <translation>{n} 種</translation>
    </message>
    <message>
        <source>{n} 秒内有效</source>
        <translation>{n} 秒內有效</translation>
    </message>
    <message>
        <source>{n} 积分</source>
        <translation>{n} 點數</translation>
    </message>
    <message>
        <source>{n} 笔</source>
        <translation>{n} 筆</translation>
    </message>
    <message>
        <source>{n} 笔  {amount}</source>
        <translation>{n} 筆  {amount}</translation>
    </message>
    <message>
        <source>{n} 笔已导出，已加密，请交给总部：{name}</source>
        <translation>{n} 筆已匯出，已加密，請交給總部：{name}</translation>
    </message>
    <message>
        <source>{n} 笔待处理</source>
        <translation>{n} 筆待處理</translation>
    </message>
    <message>
        <source>{n} 笔，退 {m} 笔</source>
        <translation>{n} 筆，退 {m} 筆</translation>
    </message>
    <message>
        <source>{n} 行的原价合计</source>
        <translation>{n} 行的原價合計</translation>
    </message>
    <message>
        <source>{n} 行退回合计</source>
        <translation>{n} 行退回合計</translation>
    </message>
    <message>
        <source>{one} 和 {other}</source>
        <translation>{one} 和 {other}</translation>
    </message>
    <message>
        <source>{paid} + {n} 张券</source>
        <translation>{paid} + {n} 張券</translation>
    </message>
    <message>
        <source>{start} 点到 {end} 点</source>
        <translation>{start} 點到 {end} 點</translation>
    </message>
    <message>
        <source>{state}，正在自动重连</source>
        <translation>{state}，正在自動重新連線</translation>
    </message>
    <message>
        <source>{step}：{about}</source>
        <translation>{step}：{about}</translation>
    </message>
    <message>
        <source>{s} 秒</source>
        <translation>{s} 秒</translation>
    </message>
    <message>
        <source>{tail}，{state}</source>
        <translation>{tail}，{state}</translation>
    </message>
    <message>
        <source>{text}，另有 {n} 位</source>
        <translation>{text}，另有 {n} 位</translation>
    </message>
    <message>
        <source>{time} 后可重发</source>
        <translation>{time} 後可重發</translation>
    </message>
    <message>
        <source>{time} 的数据</source>
        <translation>{time} 的資料</translation>
    </message>
    <message>
        <source>{title}，已撤销</source>
        <translation>{title}，已撤銷</translation>
    </message>
    <message>
        <source>{walk} 选择</source>
        <translation>{walk} 選擇</translation>
    </message>
    <message>
        <source>{what} {amount} 已入账</source>
        <translation>{what} {amount} 已入帳</translation>
    </message>
    <message>
        <source>{what} 一致</source>
        <translation>{what} 一致</translation>
    </message>
    <message>
        <source>{what} 减一</source>
        <translation>{what} 減一</translation>
    </message>
    <message>
        <source>{what} 加一</source>
        <translation>{what} 加一</translation>
    </message>
    <message>
        <source>{what} 断开</source>
        <translation>{what} 中斷</translation>
    </message>
    <message>
        <source>{what} 金额不同</source>
        <translation>{what} 金額不同</translation>
    </message>
    <message>
        <source>{what} 需要处理</source>
        <translation>{what} 需要處理</translation>
    </message>
    <message>
        <source>{what}恢复正常</source>
        <translation>{what}恢復正常</translation>
    </message>
    <message>
        <source>{what}需要处理</source>
        <translation>{what}需要處理</translation>
    </message>
    <message>
        <source>{what}需要店长授权</source>
        <translation>{what}需要店長授權</translation>
    </message>
    <message>
        <source>{what}，原因 {why}</source>
        <translation>{what}，原因 {why}</translation>
    </message>
    <message>
        <source>{when} 不同意或已撤回</source>
        <translation>{when} 不同意或已撤回</translation>
    </message>
    <message>
        <source>{when} 同意 {version}</source>
        <translation>{when} 同意 {version}</translation>
    </message>
    <message>
        <source>{when} 在本机撤回，等待送达</source>
        <translation>{when} 在本機撤回，等待送達</translation>
    </message>
    <message>
        <source>{when} 的数据</source>
        <translation>{when} 的資料</translation>
    </message>
    <message>
        <source>{who} {opened} 至 {closed}，Z 第 {n} 号</source>
        <translation>{who} {opened} 至 {closed}，Z 第 {n} 號</translation>
    </message>
    <message>
        <source>{who}，{second} 授权</source>
        <translation>{who}，{second} 授權</translation>
    </message>
    <message>
        <source>{who}，钱箱 {name}</source>
        <translation>{who}，錢箱 {name}</translation>
    </message>
    <message>
        <source>{word}，Z {n}，{who}</source>
        <translation>{word}，Z {n}，{who}</translation>
    </message>
    <message>
        <source>“{text}”指的是哪一个</source>
        <translation>「{text}」指的是哪一個</translation>
    </message>
    <message>
        <source>《会员协议》《隐私政策》{v}</source>
        <translation>《會員協議》《隱私政策》{v}</translation>
    </message>
    <message>
        <source>一切正常</source>
        <translation>一切正常</translation>
    </message>
    <message>
        <source>一张券用了两次</source>
        <translation>一張券用了兩次</translation>
    </message>
    <message>
        <source>一张小票</source>
        <translation>一張小票</translation>
    </message>
    <message>
        <source>一直未知</source>
        <translation>一直未知</translation>
    </message>
    <message>
        <source>一致</source>
        <translation>一致</translation>
    </message>
    <message>
        <source>三次都没有人接</source>
        <translation>三次都沒有人接</translation>
    </message>
    <message>
        <source>上一单 #{number}  {net}</source>
        <translation>上一單 #{number}  {net}</translation>
    </message>
    <message>
        <source>上一单 {number}，{amount}</source>
        <translation>上一單 {number}，{amount}</translation>
    </message>
    <message>
        <source>上一笔未确认，暂停</source>
        <translation>上一筆未確認，暫停</translation>
    </message>
    <message>
        <source>上一笔结果未确认，不能再收第二次</source>
        <translation>上一筆結果未確認，不能再收第二次</translation>
    </message>
    <message>
        <source>上一行</source>
        <translation>上一行</translation>
    </message>
    <message>
        <source>上一页</source>
        <translation>上一頁</translation>
    </message>
    <message>
        <source>上传队列</source>
        <translation>上傳佇列</translation>
    </message>
    <message>
        <source>上次打印时没有得到打印机的回答，请看打印机的出纸口</source>
        <translation>上次列印時沒有得到印表機的回應，請看印表機的出紙口</translation>
    </message>
    <message>
        <source>上缴</source>
        <translation>上繳</translation>
    </message>
    <message>
        <source>上缴大钞</source>
        <translation>上繳大鈔</translation>
    </message>
    <message>
        <source>上缴现金</source>
        <translation>上繳現金</translation>
    </message>
    <message>
        <source>下一个键</source>
        <translation>下一個鍵</translation>
    </message>
    <message>
        <source>下一步</source>
        <translation>下一步</translation>
    </message>
    <message>
        <source>下一步，收现金</source>
        <translation>下一步，收現金</translation>
    </message>
    <message>
        <source>下一笔外接支付</source>
        <translation>下一筆外接支付</translation>
    </message>
    <message>
        <source>下一行</source>
        <translation>下一行</translation>
    </message>
    <message>
        <source>下一页</source>
        <translation>下一頁</translation>
    </message>
    <message>
        <source>下一项</source>
        <translation>下一項</translation>
    </message>
    <message>
        <source>下面的数字不含当班，显示后会记下您看过应有，要由别人清点</source>
        <translation>下面的數字不含當班，顯示後會記下您看過應有，要由別人清點</translation>
    </message>
    <message>
        <source>不同</source>
        <translation>不同</translation>
    </message>
    <message>
        <source>不同意</source>
        <translation>不同意</translation>
    </message>
    <message>
        <source>不同意或撤回：{purpose}</source>
        <translation>不同意或撤回：{purpose}</translation>
    </message>
    <message>
        <source>不填</source>
        <translation>不填</translation>
    </message>
    <message>
        <source>不想要了</source>
        <translation>不想要了</translation>
    </message>
    <message>
        <source>不改</source>
        <translation>不改</translation>
    </message>
    <message>
        <source>不改</source>
        <comment>gender</comment>
        <translation>不改</translation>
    </message>
    <message>
        <source>不改了</source>
        <translation>不改了</translation>
    </message>
    <message>
        <source>不是会员</source>
        <translation>不是會員</translation>
    </message>
    <message>
        <source>不是会员的投诉</source>
        <translation>不是會員的投訴</translation>
    </message>
    <message>
        <source>不是同一人</source>
        <translation>不是同一人</translation>
    </message>
    <message>
        <source>不涉及金额</source>
        <translation>不涉及金額</translation>
    </message>
    <message>
        <source>不满 14 岁：填监护人的姓名和手机号，或只填她的会员号</source>
        <translation>未滿 14 歲：填監護人的姓名和手機號，或只填她的會員號</translation>
    </message>
    <message>
        <source>不满意，再答复</source>
        <translation>不滿意，再答覆</translation>
    </message>
    <message>
        <source>不能做</source>
        <translation>不能做</translation>
    </message>
    <message>
        <source>不能充值也不能支付，按普通顾客接待</source>
        <translation>不能儲值也不能支付，按普通顧客接待</translation>
    </message>
    <message>
        <source>不能用储值和积分支付，可以随时恢复</source>
        <translation>不能用儲值和積分支付，可以隨時恢復</translation>
    </message>
    <message>
        <source>不输密码</source>
        <translation>不輸密碼</translation>
    </message>
    <message>
        <source>不退现金</source>
        <translation>不退現金</translation>
    </message>
    <message>
        <source>不限</source>
        <translation>不限</translation>
    </message>
    <message>
        <source>与原文的差别</source>
        <translation>與原文的差別</translation>
    </message>
    <message>
        <source>与服务器的差，已自动修正</source>
        <translation>與伺服器的差，已自動修正</translation>
    </message>
    <message>
        <source>两个键对调</source>
        <translation>兩個鍵對調</translation>
    </message>
    <message>
        <source>两份档案恢复到合并前，一分不差</source>
        <translation>兩份檔案恢復到合併前，一分不差</translation>
    </message>
    <message>
        <source>两台机器各卖了一笔</source>
        <translation>兩台機器各賣了一筆</translation>
    </message>
    <message>
        <source>个人资料已删除</source>
        <translation>個人資料已刪除</translation>
    </message>
    <message>
        <source>个性化推荐</source>
        <translation>個人化推薦</translation>
    </message>
    <message>
        <source>串口或专用接法</source>
        <translation>序列埠或專用接法</translation>
    </message>
    <message>
        <source>临近保质期</source>
        <translation>臨近保存期限</translation>
    </message>
    <message>
        <source>为{name}解锁，请店长选姓名、输 PIN</source>
        <translation>為{name}解鎖，請店長選姓名、輸 PIN</translation>
    </message>
    <message>
        <source>为了会员的投诉：{about}</source>
        <translation>為了會員的投訴：{about}</translation>
    </message>
    <message>
        <source>为什么</source>
        <translation>為什麼</translation>
    </message>
    <message>
        <source>为什么是这个金额</source>
        <translation>為什麼是這個金額</translation>
    </message>
    <message>
        <source>之前已退 {n}</source>
        <translation>之前已退 {n}</translation>
    </message>
    <message>
        <source>云闪付</source>
        <translation>雲閃付</translation>
    </message>
    <message>
        <source>交接班</source>
        <translation>交接班</translation>
    </message>
    <message>
        <source>交接班、看报表、补打小票</source>
        <translation>交接班、看報表、補印小票</translation>
    </message>
    <message>
        <source>交接班后和每天自动备份，已加密，已打开核对</source>
        <translation>交接班後和每天自動備份，已加密，已打開核對</translation>
    </message>
    <message>
        <source>交接班报表</source>
        <translation>交接班報表</translation>
    </message>
    <message>
        <source>交接班，原因 {why}</source>
        <translation>交接班，原因 {why}</translation>
    </message>
    <message>
        <source>交易单号或券号</source>
        <translation>交易單號或券號</translation>
    </message>
    <message>
        <source>交班后 Z 报表会列在这里</source>
        <translation>交班後 Z 報表會列在這裡</translation>
    </message>
    <message>
        <source>交班时待同步</source>
        <translation>交班時待同步</translation>
    </message>
    <message>
        <source>人工定会员等级</source>
        <translation>人工定會員等級</translation>
    </message>
    <message>
        <source>人工定的等级</source>
        <translation>人工定的等級</translation>
    </message>
    <message>
        <source>人工定的等级到期，现在 {tier}</source>
        <translation>人工定的等級到期，現在 {tier}</translation>
    </message>
    <message>
        <source>人脸识别</source>
        <translation>人臉識別</translation>
    </message>
    <message>
        <source>今天</source>
        <translation>今天</translation>
    </message>
    <message>
        <source>今天发过太多次验证码：请店长当面核验这部手机</source>
        <translation>今天發過太多次驗證碼：請店長當面核驗這部手機</translation>
    </message>
    <message>
        <source>今天还没有挂单</source>
        <translation>今天還沒有掛單</translation>
    </message>
    <message>
        <source>今天还没有销售</source>
        <translation>今天還沒有銷售</translation>
    </message>
    <message>
        <source>仍要收款</source>
        <translation>仍要收款</translation>
    </message>
    <message>
        <source>从欠款中减去</source>
        <translation>從欠款中減去</translation>
    </message>
    <message>
        <source>从钱箱取出</source>
        <translation>從錢箱取出</translation>
    </message>
    <message>
        <source>从钱箱取出的现金</source>
        <translation>從錢箱取出的現金</translation>
    </message>
    <message>
        <source>付了没应答</source>
        <translation>付了沒應答</translation>
    </message>
    <message>
        <source>付款不成功</source>
        <translation>付款不成功</translation>
    </message>
    <message>
        <source>付的现金，全部记为本金</source>
        <translation>付的現金，全部記為本金</translation>
    </message>
    <message>
        <source>付货款</source>
        <translation>付貨款</translation>
    </message>
    <message>
        <source>以 {who} 的名义，记入总部日志</source>
        <translation>以 {who} 的名義，記入總部日誌</translation>
    </message>
    <message>
        <source>以 {who} 的名义，记入总部日志，不能撤销</source>
        <translation>以 {who} 的名義，記入總部日誌，不能復原</translation>
    </message>
    <message>
        <source>以后不再一起列出</source>
        <translation>以後不再一起列出</translation>
    </message>
    <message>
        <source>件数 {n}</source>
        <translation>件數 {n}</translation>
    </message>
    <message>
        <source>价签不符</source>
        <translation>價籤不符</translation>
    </message>
    <message>
        <source>企业码</source>
        <translation>企業碼</translation>
    </message>
    <message>
        <source>企业码已登记：{title}</source>
        <translation>企業碼已登記：{title}</translation>
    </message>
    <message>
        <source>企业码没有生效</source>
        <translation>企業碼沒有生效</translation>
    </message>
    <message>
        <source>优惠</source>
        <translation>優惠</translation>
    </message>
    <message>
        <source>优惠 {amount}</source>
        <translation>優惠 {amount}</translation>
    </message>
    <message>
        <source>优惠券</source>
        <translation>優惠券</translation>
    </message>
    <message>
        <source>优惠券 {n}</source>
        <translation>優惠券 {n}</translation>
    </message>
    <message>
        <source>优惠短信</source>
        <translation>優惠簡訊</translation>
    </message>
    <message>
        <source>会印在小票上，也随这一单保存</source>
        <translation>會印在收據上，也隨這一單保存</translation>
    </message>
    <message>
        <source>会员</source>
        <translation>會員</translation>
    </message>
    <message>
        <source>会员 {number}</source>
        <translation>會員 {number}</translation>
    </message>
    <message>
        <source>会员不存在</source>
        <translation>會員不存在</translation>
    </message>
    <message>
        <source>会员价 {price}</source>
        <translation>會員價 {price}</translation>
    </message>
    <message>
        <source>会员价差</source>
        <translation>會員價差</translation>
    </message>
    <message>
        <source>会员写的：{words}</source>
        <translation>會員寫的：{words}</translation>
    </message>
    <message>
        <source>会员净销售 {x}</source>
        <translation>會員淨銷售 {x}</translation>
    </message>
    <message>
        <source>会员动态码</source>
        <translation>會員動態碼</translation>
    </message>
    <message>
        <source>会员协议</source>
        <translation>會員協議</translation>
    </message>
    <message>
        <source>会员占比</source>
        <translation>會員占比</translation>
    </message>
    <message>
        <source>会员卡</source>
        <translation>會員卡</translation>
    </message>
    <message>
        <source>会员号</source>
        <translation>會員號</translation>
    </message>
    <message>
        <source>会员号可能抄错了，请核对每一位</source>
        <translation>會員號可能抄錯了，請核對每一位</translation>
    </message>
    <message>
        <source>会员同意放弃剩余的积分</source>
        <translation>會員同意放棄剩餘的積分</translation>
    </message>
    <message>
        <source>会员同意放弃积分才能删除</source>
        <translation>會員同意放棄積分才能刪除</translation>
    </message>
    <message>
        <source>会员在页面上的申请</source>
        <translation>會員在頁面上的申請</translation>
    </message>
    <message>
        <source>会员已冻结，不能用储值和积分</source>
        <translation>會員已凍結，不能用儲值和點數</translation>
    </message>
    <message>
        <source>会员已冻结：可以识别和积分，不能用储值和积分支付</source>
        <translation>會員已凍結：可以識別和點數，不能用儲值和點數付款</translation>
    </message>
    <message>
        <source>会员已列入黑名单：不能绑定，请联系店长</source>
        <translation>會員已列入黑名單：不能綁定，請聯絡店長</translation>
    </message>
    <message>
        <source>会员已合并</source>
        <translation>會員已合併</translation>
    </message>
    <message>
        <source>会员已注销</source>
        <translation>會員已註銷</translation>
    </message>
    <message>
        <source>会员已申请，最迟 {day} 办完</source>
        <translation>會員已申請，最遲 {day} 辦完</translation>
    </message>
    <message>
        <source>会员当面核验</source>
        <translation>會員當面核驗</translation>
    </message>
    <message>
        <source>会员当面说明</source>
        <translation>會員當面說明</translation>
    </message>
    <message>
        <source>会员手机收到的验证码</source>
        <translation>會員手機收到的驗證碼</translation>
    </message>
    <message>
        <source>会员本人申请</source>
        <translation>會員本人申請</translation>
    </message>
    <message>
        <source>会员本人说明并核对</source>
        <translation>會員本人說明並核對</translation>
    </message>
    <message>
        <source>会员档案</source>
        <translation>會員檔案</translation>
    </message>
    <message>
        <source>会员登记</source>
        <translation>會員登記</translation>
    </message>
    <message>
        <source>会员登记完成，企业码已登记：{title}</source>
        <translation>會員登記完成，企業碼已登記：{title}</translation>
    </message>
    <message>
        <source>会员登记完成，会员号 {number}</source>
        <translation>會員登記完成，會員號 {number}</translation>
    </message>
    <message>
        <source>会员登记完成，本单已有会员，不能再积分</source>
        <translation>會員登記完成，本單已有會員，不能再積分</translation>
    </message>
    <message>
        <source>会员登记完成，本单按规则没有积分</source>
        <translation>會員登記完成，本單按規則沒有積分</translation>
    </message>
    <message>
        <source>会员登记完成，本单积分 {n} 已登记，退货期后生效</source>
        <translation>會員登記完成，本單積分 {n} 已登記，退貨期後生效</translation>
    </message>
    <message>
        <source>会员登记完成，本单超过 24 小时，不能再积分</source>
        <translation>會員登記完成，本單超過 24 小時，不能再積分</translation>
    </message>
    <message>
        <source>会员码</source>
        <translation>會員碼</translation>
    </message>
    <message>
        <source>会员码 {code}，{left} 秒后更换</source>
        <translation>會員碼 {code}，{left} 秒後更換</translation>
    </message>
    <message>
        <source>会员要求删除资料</source>
        <translation>會員要求刪除資料</translation>
    </message>
    <message>
        <source>会员要求更正资料</source>
        <translation>會員要求更正資料</translation>
    </message>
    <message>
        <source>会员解冻、黑名单、注销</source>
        <translation>會員解凍、黑名單、註銷</translation>
    </message>
    <message>
        <source>会员认可，了结</source>
        <translation>會員認可，了結</translation>
    </message>
    <message>
        <source>会员说的不满记在这里，按记录投诉</source>
        <translation>會員說的不滿記在這裡，按記錄投訴</translation>
    </message>
    <message>
        <source>会员请出示会员码</source>
        <translation>會員請出示會員碼</translation>
    </message>
    <message>
        <source>会员：{name}</source>
        <translation>會員：{name}</translation>
    </message>
    <message>
        <source>会员：扫会员码，或输入手机号</source>
        <translation>會員：掃會員碼，或輸入手機號</translation>
    </message>
    <message>
        <source>余 {n}</source>
        <translation>剩 {n}</translation>
    </message>
    <message>
        <source>余下的 {rest} 不够再得一分</source>
        <translation>餘下的 {rest} 不夠再得一點</translation>
    </message>
    <message>
        <source>作废本单</source>
        <translation>作廢本單</translation>
    </message>
    <message>
        <source>使用</source>
        <translation>使用</translation>
    </message>
    <message>
        <source>使用中</source>
        <translation>使用中</translation>
    </message>
    <message>
        <source>使用这个大小</source>
        <translation>使用這個大小</translation>
    </message>
    <message>
        <source>例如 1992-06-15，可空</source>
        <translation>例如 1992-06-15，可空</translation>
    </message>
    <message>
        <source>例如 2018-06-15</source>
        <translation>例如 2018-06-15</translation>
    </message>
    <message>
        <source>例如 2026-01-31</source>
        <translation>例如 2026-01-31</translation>
    </message>
    <message>
        <source>例如 2026-05-01，可空</source>
        <translation>例如 2026-05-01，可空</translation>
    </message>
    <message>
        <source>促销</source>
        <translation>促銷</translation>
    </message>
    <message>
        <source>促销：{name}</source>
        <translation>促銷：{name}</translation>
    </message>
    <message>
        <source>保存</source>
        <translation>儲存</translation>
    </message>
    <message>
        <source>保存 PDF</source>
        <translation>儲存 PDF</translation>
    </message>
    <message>
        <source>保存备注</source>
        <translation>保存備註</translation>
    </message>
    <message>
        <source>保存并充值</source>
        <translation>儲存並加值</translation>
    </message>
    <message>
        <source>保存并登记孩子</source>
        <translation>儲存並登記孩子</translation>
    </message>
    <message>
        <source>保存并绑定到当前订单</source>
        <translation>儲存並綁定到目前訂單</translation>
    </message>
    <message>
        <source>保存这个设置</source>
        <translation>儲存這個設定</translation>
    </message>
    <message>
        <source>保存键位</source>
        <translation>儲存鍵位</translation>
    </message>
    <message>
        <source>保留右边</source>
        <translation>保留右邊</translation>
    </message>
    <message>
        <source>保留左边</source>
        <translation>保留左邊</translation>
    </message>
    <message>
        <source>保留已收，返回订单</source>
        <translation>保留已收，返回訂單</translation>
    </message>
    <message>
        <source>修改系统时间</source>
        <translation>修改系統時間</translation>
    </message>
    <message>
        <source>修改资料</source>
        <translation>修改資料</translation>
    </message>
    <message>
        <source>借给收银机</source>
        <translation>借給收銀機</translation>
    </message>
    <message>
        <source>借给收银机离线用</source>
        <translation>借給收銀機離線用</translation>
    </message>
    <message>
        <source>假币或残币</source>
        <translation>假幣或殘幣</translation>
    </message>
    <message>
        <source>停止收银</source>
        <translation>停止收銀</translation>
    </message>
    <message>
        <source>停用收银机</source>
        <translation>停用收銀機</translation>
    </message>
    <message>
        <source>储值</source>
        <translation>儲值</translation>
    </message>
    <message>
        <source>储值 {amount}</source>
        <translation>儲值 {amount}</translation>
    </message>
    <message>
        <source>储值 {value}</source>
        <translation>儲值 {value}</translation>
    </message>
    <message>
        <source>储值、积分、券和经过都归留下的档案，原来的号、手机号和卡照样能找到她</source>
        <translation>儲值、積分、券和經過都歸留下的檔案，原來的號、手機號和卡照樣能找到她</translation>
    </message>
    <message>
        <source>储值不是销售，进入负债；赠送部分不退现金</source>
        <translation>儲值不是銷售，列入負債；贈送部分不退現金</translation>
    </message>
    <message>
        <source>储值不足，门店承担</source>
        <translation>儲值不足，門市承擔</translation>
    </message>
    <message>
        <source>储值为零才能注销；注销后手机号可以重新登记</source>
        <translation>儲值為零才能註銷；註銷後手機號可以重新登記</translation>
    </message>
    <message>
        <source>储值付了 {paid}，退回原来的批次</source>
        <translation>儲值付了 {paid}，退回原來的批次</translation>
    </message>
    <message>
        <source>储值充值</source>
        <translation>儲值加值</translation>
    </message>
    <message>
        <source>储值充值收的现金</source>
        <translation>儲值加值收的現金</translation>
    </message>
    <message>
        <source>储值支付</source>
        <translation>儲值付款</translation>
    </message>
    <message>
        <source>储值支付和充值</source>
        <translation>儲值付款和加值</translation>
    </message>
    <message>
        <source>储值支付，支付后剩余 {left}</source>
        <translation>儲值付款，付款後剩餘 {left}</translation>
    </message>
    <message>
        <source>储值本金</source>
        <translation>儲值本金</translation>
    </message>
    <message>
        <source>储值赠送</source>
        <translation>儲值贈送</translation>
    </message>
    <message>
        <source>像是手工输入</source>
        <translation>像是手動輸入</translation>
    </message>
    <message>
        <source>充值</source>
        <translation>加值</translation>
    </message>
    <message>
        <source>充值与报价不符</source>
        <translation>加值與報價不符</translation>
    </message>
    <message>
        <source>充值前的储值，本金和赠送合计</source>
        <translation>加值前的儲值，本金和贈送合計</translation>
    </message>
    <message>
        <source>充值完成，小票 {n}</source>
        <translation>加值完成，小票 {n}</translation>
    </message>
    <message>
        <source>充值次数</source>
        <translation>加值次數</translation>
    </message>
    <message>
        <source>充值金额</source>
        <translation>加值金額</translation>
    </message>
    <message>
        <source>充值，未预留的储值</source>
        <translation>儲值加值，未預留的儲值</translation>
    </message>
    <message>
        <source>充入</source>
        <translation>加值</translation>
    </message>
    <message>
        <source>充入储值</source>
        <translation>存入儲值</translation>
    </message>
    <message>
        <source>充后储值</source>
        <translation>加值後儲值</translation>
    </message>
    <message>
        <source>先写到哪一天为止</source>
        <translation>先寫到哪一天為止</translation>
    </message>
    <message>
        <source>先写明原因</source>
        <translation>先寫明原因</translation>
    </message>
    <message>
        <source>先写明看了双方的什么证件</source>
        <translation>先寫明看了雙方的什麼證件</translation>
    </message>
    <message>
        <source>先写给会员的答复</source>
        <translation>先寫給會員的答覆</translation>
    </message>
    <message>
        <source>先写要改的项</source>
        <translation>先寫要改的項</translation>
    </message>
    <message>
        <source>先决定本单是否继续</source>
        <translation>請先決定本單是否繼續</translation>
    </message>
    <message>
        <source>先刷卡或输入卡号</source>
        <translation>先刷卡或輸入卡號</translation>
    </message>
    <message>
        <source>先加商品</source>
        <translation>先加商品</translation>
    </message>
    <message>
        <source>先取单收款或作废</source>
        <translation>先取單收款或作廢</translation>
    </message>
    <message>
        <source>先填数额</source>
        <translation>先填數額</translation>
    </message>
    <message>
        <source>先填新手机号和它的验证码</source>
        <translation>先填新手機號和它的驗證碼</translation>
    </message>
    <message>
        <source>先填新持有人的姓名</source>
        <translation>先填新持有人的姓名</translation>
    </message>
    <message>
        <source>先填新持有人的生日，看证件</source>
        <translation>先填新持有人的生日，看證件</translation>
    </message>
    <message>
        <source>先填监护人的姓名和手机号，或她的会员号</source>
        <translation>先填監護人的姓名和手機號，或她的會員號</translation>
    </message>
    <message>
        <source>先处理未完成事项</source>
        <translation>先處理未完成事項</translation>
    </message>
    <message>
        <source>先处理未知条码，再收款</source>
        <translation>先處理未知條碼，再收款</translation>
    </message>
    <message>
        <source>先完成储值验证</source>
        <translation>先完成儲值驗證</translation>
    </message>
    <message>
        <source>先扫三次</source>
        <translation>先掃三次</translation>
    </message>
    <message>
        <source>先插上会员的 U 盘</source>
        <translation>先插上會員的 USB 隨身碟</translation>
    </message>
    <message>
        <source>先收款或清空</source>
        <translation>先收款或清空</translation>
    </message>
    <message>
        <source>先查找会员</source>
        <translation>先查找會員</translation>
    </message>
    <message>
        <source>先查询结果</source>
        <translation>先查詢結果</translation>
    </message>
    <message>
        <source>先用完或退还储值，再来申请删除</source>
        <translation>先用完或退還儲值，再來申請刪除</translation>
    </message>
    <message>
        <source>先识别会员</source>
        <translation>先識別會員</translation>
    </message>
    <message>
        <source>先输入数量，或按 Esc</source>
        <translation>先輸入數量，或按 Esc</translation>
    </message>
    <message>
        <source>先输入金额</source>
        <translation>先輸入金額</translation>
    </message>
    <message>
        <source>先选一个标签</source>
        <translation>先選一個標籤</translation>
    </message>
    <message>
        <source>先选一个等级</source>
        <translation>先選一個等級</translation>
    </message>
    <message>
        <source>先选一件事</source>
        <translation>先選一件事</translation>
    </message>
    <message>
        <source>先选一件投诉</source>
        <translation>先選一件投訴</translation>
    </message>
    <message>
        <source>先选一对</source>
        <translation>先選一對</translation>
    </message>
    <message>
        <source>先选一张券</source>
        <translation>先選一張券</translation>
    </message>
    <message>
        <source>先选一张报表</source>
        <translation>先選一張報表</translation>
    </message>
    <message>
        <source>先选一次合并</source>
        <translation>先選一次合併</translation>
    </message>
    <message>
        <source>先选一笔</source>
        <translation>先選一筆</translation>
    </message>
    <message>
        <source>先选一笔可以冲回的</source>
        <translation>先選一筆可以沖回的</translation>
    </message>
    <message>
        <source>先选原因</source>
        <translation>先選原因</translation>
    </message>
    <message>
        <source>先选择姓名</source>
        <translation>先選擇姓名</translation>
    </message>
    <message>
        <source>先选补偿的原因</source>
        <translation>先選補償的原因</translation>
    </message>
    <message>
        <source>先选要退的商品</source>
        <translation>先選要退的商品</translation>
    </message>
    <message>
        <source>先验证手机号</source>
        <translation>先驗證手機號</translation>
    </message>
    <message>
        <source>全部</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>全部相符</source>
        <translation>全部相符</translation>
    </message>
    <message>
        <source>全部记录都已上传</source>
        <translation>全部紀錄都已上傳</translation>
    </message>
    <message>
        <source>全部退回</source>
        <translation>全部退回</translation>
    </message>
    <message>
        <source>全部隔离</source>
        <translation>全部隔離</translation>
    </message>
    <message>
        <source>共 {n} 个</source>
        <translation>共 {n} 個</translation>
    </message>
    <message>
        <source>共 {n} 件，最早的已等 {age}</source>
        <translation>共 {n} 件，最早的已等 {age}</translation>
    </message>
    <message>
        <source>共 {n} 笔，{amount}</source>
        <translation>共 {n} 筆，{amount}</translation>
    </message>
    <message>
        <source>关于</source>
        <translation>關於</translation>
    </message>
    <message>
        <source>关怀</source>
        <translation>關懷</translation>
    </message>
    <message>
        <source>关闭</source>
        <translation>關閉</translation>
    </message>
    <message>
        <source>关闭投诉</source>
        <translation>關閉投訴</translation>
    </message>
    <message>
        <source>关闭这件事</source>
        <translation>結束這件事</translation>
    </message>
    <message>
        <source>关闭这件事，隔离的流水仍保留</source>
        <translation>結束這件事，隔離的流水仍保留</translation>
    </message>
    <message>
        <source>其中本金 {principal}，赠送 {bonus}</source>
        <translation>其中本金 {principal}，贈送 {bonus}</translation>
    </message>
    <message>
        <source>其中税额，税率 {rate}</source>
        <translation>其中稅額，稅率 {rate}</translation>
    </message>
    <message>
        <source>其他</source>
        <translation>其他</translation>
    </message>
    <message>
        <source>其他/残币</source>
        <translation>其他/殘幣</translation>
    </message>
    <message>
        <source>其他关系</source>
        <translation>其他關係</translation>
    </message>
    <message>
        <source>其他原因</source>
        <translation>其他原因</translation>
    </message>
    <message>
        <source>其他钱箱</source>
        <translation>其他錢箱</translation>
    </message>
    <message>
        <source>其他零钱</source>
        <translation>其他零錢</translation>
    </message>
    <message>
        <source>其他页面</source>
        <translation>其他頁面</translation>
    </message>
    <message>
        <source>内地 +86</source>
        <translation>內地 +86</translation>
    </message>
    <message>
        <source>再上传一次</source>
        <translation>再上傳一次</translation>
    </message>
    <message>
        <source>再来一件</source>
        <translation>再來一件</translation>
    </message>
    <message>
        <source>再次查询，没有应答</source>
        <translation>再次查詢，沒有回應</translation>
    </message>
    <message>
        <source>再试一次</source>
        <translation>再試一次</translation>
    </message>
    <message>
        <source>再输 {n} 位</source>
        <translation>再輸 {n} 位</translation>
    </message>
    <message>
        <source>再过 {n} 秒才能撤销</source>
        <translation>再過 {n} 秒才能撤銷</translation>
    </message>
    <message>
        <source>写到会员自己的 U 盘，收银机不留；验证码证明是本人，收不到的由店长核验证件</source>
        <translation>寫到會員自己的 USB 隨身碟，收銀機不留；驗證碼證明是本人，收不到的由店長核驗證件</translation>
    </message>
    <message>
        <source>写备注</source>
        <translation>寫備註</translation>
    </message>
    <message>
        <source>冲回</source>
        <translation>沖回</translation>
    </message>
    <message>
        <source>冲回 {value}</source>
        <translation>沖回 {value}</translation>
    </message>
    <message>
        <source>冲回补偿</source>
        <translation>沖回補償</translation>
    </message>
    <message>
        <source>冻结</source>
        <translation>凍結</translation>
    </message>
    <message>
        <source>冻结 {held}</source>
        <translation>凍結 {held}</translation>
    </message>
    <message>
        <source>净销售</source>
        <translation>淨銷售</translation>
    </message>
    <message>
        <source>净销售 ÷ 笔数</source>
        <translation>淨銷售 ÷ 筆數</translation>
    </message>
    <message>
        <source>减一</source>
        <translation>減一</translation>
    </message>
    <message>
        <source>减价</source>
        <translation>減價</translation>
    </message>
    <message>
        <source>减价 {share}，原因 {why}</source>
        <translation>減價 {share}，原因 {why}</translation>
    </message>
    <message>
        <source>减价需要店长授权</source>
        <translation>減價需要店長授權</translation>
    </message>
    <message>
        <source>减哪里</source>
        <translation>減哪裡</translation>
    </message>
    <message>
        <source>减多少</source>
        <translation>減多少</translation>
    </message>
    <message>
        <source>减少</source>
        <translation>減少</translation>
    </message>
    <message>
        <source>凭证件导出本人资料</source>
        <translation>憑證件匯出本人資料</translation>
    </message>
    <message>
        <source>凭证件换手机号或持有人</source>
        <translation>憑證件換手機號或持有人</translation>
    </message>
    <message>
        <source>出生年份</source>
        <translation>出生年份</translation>
    </message>
    <message>
        <source>出示会员码</source>
        <translation>出示會員碼</translation>
    </message>
    <message>
        <source>出示收款码 {amount}</source>
        <translation>出示收款碼 {amount}</translation>
    </message>
    <message>
        <source>列在待查重里</source>
        <translation>列在待查重裡</translation>
    </message>
    <message>
        <source>列在查找结果里</source>
        <translation>列在查找結果裡</translation>
    </message>
    <message>
        <source>列表</source>
        <translation>列表</translation>
    </message>
    <message>
        <source>列表和表格</source>
        <translation>清單和表格</translation>
    </message>
    <message>
        <source>刚刚</source>
        <translation>剛剛</translation>
    </message>
    <message>
        <source>刚才有人改过这份档案，已重新读取，请核对后再办</source>
        <translation>剛才有人改過這份檔案，已重新讀取，請核對後再辦</translation>
    </message>
    <message>
        <source>删行</source>
        <translation>刪行</translation>
    </message>
    <message>
        <source>删行</source>
        <comment>button</comment>
        <translation>刪行</translation>
    </message>
    <message>
        <source>删除一个字</source>
        <translation>刪除一個字</translation>
    </message>
    <message>
        <source>删除个人资料</source>
        <translation>刪除個人資料</translation>
    </message>
    <message>
        <source>删除会员个人资料</source>
        <translation>刪除會員個人資料</translation>
    </message>
    <message>
        <source>删除后谁也读不到，不能恢复；账目按编号保留</source>
        <translation>刪除後誰也讀不到，不能復原；帳目按編號保留</translation>
    </message>
    <message>
        <source>到 {day} 为止，之后 {tier}</source>
        <translation>到 {day} 為止，之後 {tier}</translation>
    </message>
    <message>
        <source>到哪一天为止 (含当天)</source>
        <translation>到哪一天為止 (含當天)</translation>
    </message>
    <message>
        <source>刷卡、扫码或输入卡号</source>
        <translation>刷卡、掃碼或輸入卡號</translation>
    </message>
    <message>
        <source>刷卡收 {amount}</source>
        <translation>刷卡收 {amount}</translation>
    </message>
    <message>
        <source>刷挂失的那张卡，恢复使用</source>
        <translation>刷掛失的那張卡，恢復使用</translation>
    </message>
    <message>
        <source>刷新</source>
        <translation>重新整理</translation>
    </message>
    <message>
        <source>券</source>
        <translation>券</translation>
    </message>
    <message>
        <source>券 {codes}</source>
        <translation>券 {codes}</translation>
    </message>
    <message>
        <source>券 {n}</source>
        <translation>券 {n}</translation>
    </message>
    <message>
        <source>券号</source>
        <translation>券號</translation>
    </message>
    <message>
        <source>券：{name}</source>
        <translation>券：{name}</translation>
    </message>
    <message>
        <source>前面还有 {n} 种</source>
        <translation>前面還有 {n} 種</translation>
    </message>
    <message>
        <source>剩余</source>
        <translation>剩餘</translation>
    </message>
    <message>
        <source>剩余 {n} 次，用完锁定 {m} 分钟</source>
        <translation>剩餘 {n} 次，用完鎖定 {m} 分鐘</translation>
    </message>
    <message>
        <source>剩余 {size}</source>
        <translation>剩餘 {size}</translation>
    </message>
    <message>
        <source>办理</source>
        <translation>辦理</translation>
    </message>
    <message>
        <source>加一</source>
        <translation>加一</translation>
    </message>
    <message>
        <source>加入</source>
        <translation>加入</translation>
    </message>
    <message>
        <source>加入了家庭</source>
        <translation>加入了家庭</translation>
    </message>
    <message>
        <source>加入家庭</source>
        <translation>加入家庭</translation>
    </message>
    <message>
        <source>加入的人：手机号或会员号</source>
        <translation>加入的人：手機號或會員號</translation>
    </message>
    <message>
        <source>加入订单</source>
        <translation>加入訂單</translation>
    </message>
    <message>
        <source>勾选结果会记入 Z 报表，还差 {n} 项</source>
        <translation>勾選結果會記入 Z 報表，還差 {n} 項</translation>
    </message>
    <message>
        <source>包装破损</source>
        <translation>包裝破損</translation>
    </message>
    <message>
        <source>单价</source>
        <translation>單價</translation>
    </message>
    <message>
        <source>单价里含 {name} {amount}</source>
        <translation>單價裡含 {name} {amount}</translation>
    </message>
    <message>
        <source>单位编号或名称</source>
        <translation>單位編號或名稱</translation>
    </message>
    <message>
        <source>单号 {a} 至 {b}</source>
        <translation>單號 {a} 至 {b}</translation>
    </message>
    <message>
        <source>单号登记错了</source>
        <translation>單號登記錯了</translation>
    </message>
    <message>
        <source>卖出 {n}，当时实付</source>
        <translation>賣出 {n}，當時實付</translation>
    </message>
    <message>
        <source>卡</source>
        <translation>卡</translation>
    </message>
    <message>
        <source>卡号</source>
        <translation>卡號</translation>
    </message>
    <message>
        <source>卡号 {card}</source>
        <translation>卡號 {card}</translation>
    </message>
    <message>
        <source>卡号相同</source>
        <translation>卡號相同</translation>
    </message>
    <message>
        <source>卡和手机号各一份</source>
        <translation>卡和手機號各一份</translation>
    </message>
    <message>
        <source>原价 {price} × {n}</source>
        <translation>原價 {price} × {n}</translation>
    </message>
    <message>
        <source>原因</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>原因、清点结果和重新清点次数会记入审计日志</source>
        <translation>原因、清點結果和重新清點次數會記入稽核紀錄</translation>
    </message>
    <message>
        <source>原因不明</source>
        <translation>原因不明</translation>
    </message>
    <message>
        <source>原因代码 {code}</source>
        <translation>原因代碼 {code}</translation>
    </message>
    <message>
        <source>原因已消除</source>
        <translation>原因已消除</translation>
    </message>
    <message>
        <source>原因：{why}</source>
        <translation>原因：{why}</translation>
    </message>
    <message>
        <source>原持有人：{old}；新持有人：{new}</source>
        <translation>原持有人：{old}；新持有人：{new}</translation>
    </message>
    <message>
        <source>原持有人：看了什么证件或证明</source>
        <translation>原持有人：看了什麼證件或證明</translation>
    </message>
    <message>
        <source>原支付</source>
        <translation>原付款</translation>
    </message>
    <message>
        <source>原支付不退，从钱箱取出</source>
        <translation>原付款方式不退，從錢箱取出</translation>
    </message>
    <message>
        <source>原文</source>
        <translation>原文</translation>
    </message>
    <message>
        <source>原路退回</source>
        <translation>原路退回</translation>
    </message>
    <message>
        <source>去处理 {key}</source>
        <translation>去處理 {key}</translation>
    </message>
    <message>
        <source>去掉标签 {tag}</source>
        <translation>去掉標籤 {tag}</translation>
    </message>
    <message>
        <source>去收款</source>
        <translation>去收款</translation>
    </message>
    <message>
        <source>去收银</source>
        <translation>去收銀</translation>
    </message>
    <message>
        <source>又登记了一次，空着的项已补</source>
        <translation>又登記了一次，空著的項已補</translation>
    </message>
    <message>
        <source>发出撤销</source>
        <translation>發出撤銷</translation>
    </message>
    <message>
        <source>发到 {phone}，顾客告知</source>
        <translation>發到 {phone}，顧客告知</translation>
    </message>
    <message>
        <source>发送</source>
        <translation>傳送</translation>
    </message>
    <message>
        <source>发送时间</source>
        <translation>發送時間</translation>
    </message>
    <message>
        <source>发送验证码</source>
        <translation>發送驗證碼</translation>
    </message>
    <message>
        <source>取出现金</source>
        <translation>取出現金</translation>
    </message>
    <message>
        <source>取单</source>
        <translation>取單</translation>
    </message>
    <message>
        <source>取消</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>取消</source>
        <comment>tier</comment>
        <translation>取消</translation>
    </message>
    <message>
        <source>取消人工定的等级，现在 {tier}</source>
        <translation>取消人工定的等級，現在 {tier}</translation>
    </message>
    <message>
        <source>取消会员</source>
        <translation>取消會員</translation>
    </message>
    <message>
        <source>取消抹零 {amount}</source>
        <translation>取消抹零 {amount}</translation>
    </message>
    <message>
        <source>取消收款码</source>
        <translation>取消收款碼</translation>
    </message>
    <message>
        <source>变更</source>
        <translation>變更</translation>
    </message>
    <message>
        <source>另一份档案</source>
        <translation>另一份檔案</translation>
    </message>
    <message>
        <source>另一金额</source>
        <translation>另一金額</translation>
    </message>
    <message>
        <source>另行同意</source>
        <translation>另行同意</translation>
    </message>
    <message>
        <source>只开钱箱</source>
        <translation>只開錢箱</translation>
    </message>
    <message>
        <source>只改写了的项，空着的不变，勾选清除的删掉</source>
        <translation>只改寫了的項，空著的不變，勾選清除的刪掉</translation>
    </message>
    <message>
        <source>只有手机号必填</source>
        <translation>只有手機號必填</translation>
    </message>
    <message>
        <source>只有本人或店长可以清点</source>
        <translation>只有本人或店長可以清點</translation>
    </message>
    <message>
        <source>只用标签目录里的；按规则来的由规则去掉</source>
        <translation>只用標籤目錄裡的；按規則來的由規則去掉</translation>
    </message>
    <message>
        <source>可以收银，有 {n} 个设备需要处理</source>
        <translation>可以收銀，有 {n} 個設備需要處理</translation>
    </message>
    <message>
        <source>可得 {n} 积分，{days} 天后可用</source>
        <translation>可得 {n} 點，{days} 天後可用</translation>
    </message>
    <message>
        <source>可挂 {room}</source>
        <translation>可掛 {room}</translation>
    </message>
    <message>
        <source>可用</source>
        <translation>可用</translation>
    </message>
    <message>
        <source>可用 {left}</source>
        <translation>可用 {left}</translation>
    </message>
    <message>
        <source>可用 {left}，已收 {paid}</source>
        <translation>可用 {left}，已收 {paid}</translation>
    </message>
    <message>
        <source>可用积分</source>
        <translation>可用點數</translation>
    </message>
    <message>
        <source>可直接输入</source>
        <translation>可直接輸入</translation>
    </message>
    <message>
        <source>可离线使用</source>
        <translation>可離線使用</translation>
    </message>
    <message>
        <source>可离线使用 {left}</source>
        <translation>可離線使用 {left}</translation>
    </message>
    <message>
        <source>可离线使用 {left} + {n} 积分</source>
        <translation>可離線使用 {left} + {n} 點數</translation>
    </message>
    <message>
        <source>可离线使用 {n} 张券</source>
        <translation>可離線使用 {n} 張券</translation>
    </message>
    <message>
        <source>可离线使用 {n} 积分</source>
        <translation>可離線使用 {n} 點數</translation>
    </message>
    <message>
        <source>可离线抵 {most}</source>
        <translation>可離線抵 {most}</translation>
    </message>
    <message>
        <source>可空</source>
        <translation>可空</translation>
    </message>
    <message>
        <source>可继续，Z 报表会注明</source>
        <translation>可繼續，Z 報表會註明</translation>
    </message>
    <message>
        <source>可能已是会员：{who}，{why}</source>
        <translation>可能已是會員：{who}，{why}</translation>
    </message>
    <message>
        <source>可能是同一人的两份档案</source>
        <translation>可能是同一人的兩份檔案</translation>
    </message>
    <message>
        <source>可退</source>
        <translation>可退</translation>
    </message>
    <message>
        <source>台卡</source>
        <translation>立牌</translation>
    </message>
    <message>
        <source>台卡、手持终端、券号</source>
        <translation>立牌、手持終端機、券號</translation>
    </message>
    <message>
        <source>台卡、手持终端和券号收的钱会列在这里，到账单里查到才算数</source>
        <translation>台卡、手持終端和券號收的錢會列在這裡，到帳單裡查到才算數</translation>
    </message>
    <message>
        <source>台湾 +886</source>
        <translation>台灣 +886</translation>
    </message>
    <message>
        <source>右边</source>
        <translation>右邊</translation>
    </message>
    <message>
        <source>号码不对，还可以试 {n} 次</source>
        <translation>號碼不對，還可以試 {n} 次</translation>
    </message>
    <message>
        <source>合作方</source>
        <translation>合作方</translation>
    </message>
    <message>
        <source>合并了档案</source>
        <translation>合併了檔案</translation>
    </message>
    <message>
        <source>合并后</source>
        <translation>合併後</translation>
    </message>
    <message>
        <source>合并后没有变动，可以撤销</source>
        <translation>合併後沒有變動，可以撤銷</translation>
    </message>
    <message>
        <source>合并档案</source>
        <translation>合併檔案</translation>
    </message>
    <message>
        <source>合并档案时并入家庭</source>
        <translation>合併檔案時併入家庭</translation>
    </message>
    <message>
        <source>合并过的</source>
        <translation>合併過的</translation>
    </message>
    <message>
        <source>合并重复</source>
        <translation>合併重複</translation>
    </message>
    <message>
        <source>合计</source>
        <translation>合計</translation>
    </message>
    <message>
        <source>合计 {before} 改为 {after}</source>
        <translation>合計 {before} 改為 {after}</translation>
    </message>
    <message>
        <source>合计 {net}</source>
        <translation>合計 {net}</translation>
    </message>
    <message>
        <source>同一单号登记了两次</source>
        <translation>同一單號登記了兩次</translation>
    </message>
    <message>
        <source>同号两笔流水</source>
        <translation>同號兩筆流水</translation>
    </message>
    <message>
        <source>同意</source>
        <translation>同意</translation>
    </message>
    <message>
        <source>同意与家庭</source>
        <translation>同意與家庭</translation>
    </message>
    <message>
        <source>同意并登记</source>
        <translation>同意並登記</translation>
    </message>
    <message>
        <source>同意方式</source>
        <translation>同意方式</translation>
    </message>
    <message>
        <source>同意：{purpose}</source>
        <translation>同意：{purpose}</translation>
    </message>
    <message>
        <source>同样的券只留一张：{codes}</source>
        <translation>同樣的券只留一張：{codes}</translation>
    </message>
    <message>
        <source>同步与健康</source>
        <translation>同步與健康</translation>
    </message>
    <message>
        <source>同步中 {n}</source>
        <translation>同步中 {n}</translation>
    </message>
    <message>
        <source>含 {n} 笔待同步</source>
        <translation>含 {n} 筆待同步</translation>
    </message>
    <message>
        <source>含税 {rate}  {tax}</source>
        <translation>含稅 {rate}  {tax}</translation>
    </message>
    <message>
        <source>售罄</source>
        <translation>售完</translation>
    </message>
    <message>
        <source>商品</source>
        <translation>商品</translation>
    </message>
    <message>
        <source>商品质量</source>
        <translation>商品品質</translation>
    </message>
    <message>
        <source>商户单号</source>
        <translation>商戶單號</translation>
    </message>
    <message>
        <source>商户单号 {number}</source>
        <translation>商戶單號 {number}</translation>
    </message>
    <message>
        <source>商户平台没有这一笔</source>
        <translation>商戶平台沒有這一筆</translation>
    </message>
    <message>
        <source>回访</source>
        <translation>回訪</translation>
    </message>
    <message>
        <source>回访结果</source>
        <translation>回訪結果</translation>
    </message>
    <message>
        <source>回车</source>
        <translation>Enter</translation>
    </message>
    <message>
        <source>在左边点一行，或按 {keys} 选择</source>
        <translation>在左邊點一列，或按 {keys} 選擇</translation>
    </message>
    <message>
        <source>在用</source>
        <translation>在用</translation>
    </message>
    <message>
        <source>在线</source>
        <translation>線上</translation>
    </message>
    <message>
        <source>填一个或几个条件，按 Enter</source>
        <translation>填一個或幾個條件，按 Enter</translation>
    </message>
    <message>
        <source>填写设备上的合计并选择原因，差额会记入 Z 报表</source>
        <translation>填寫設備上的合計並選擇原因，差額會記入 Z 報表</translation>
    </message>
    <message>
        <source>增加</source>
        <translation>增加</translation>
    </message>
    <message>
        <source>处理异常</source>
        <translation>處理異常</translation>
    </message>
    <message>
        <source>处理结果未知的支付</source>
        <translation>處理結果未知的付款</translation>
    </message>
    <message>
        <source>备注</source>
        <translation>備註</translation>
    </message>
    <message>
        <source>备注 {note}</source>
        <translation>備註 {note}</translation>
    </message>
    <message>
        <source>备用金</source>
        <translation>備用金</translation>
    </message>
    <message>
        <source>复制诊断</source>
        <translation>複製診斷</translation>
    </message>
    <message>
        <source>外接支付终端</source>
        <translation>外接付款終端機</translation>
    </message>
    <message>
        <source>外网不通 {n} 分钟，可现金收款，储值与兑换限预留</source>
        <translation>外網不通 {n} 分鐘，可收現金，儲值與兌換限預留</translation>
    </message>
    <message>
        <source>外网不通，可以收现金，储值与积分限预留</source>
        <translation>外網不通，可以收現金，儲值與積分限預留</translation>
    </message>
    <message>
        <source>外观</source>
        <translation>外觀</translation>
    </message>
    <message>
        <source>外部已收 {by}</source>
        <translation>外部已收 {by}</translation>
    </message>
    <message>
        <source>外部已收 {by} {paid}，在原设备上退</source>
        <translation>外部已收 {by} {paid}，在原裝置上退</translation>
    </message>
    <message>
        <source>外部已收，登记</source>
        <translation>外部已收，登記</translation>
    </message>
    <message>
        <source>外部收款核对</source>
        <translation>外部收款核對</translation>
    </message>
    <message>
        <source>外部收款账单里没有</source>
        <translation>外部收款帳單裡沒有</translation>
    </message>
    <message>
        <source>夜间提示音</source>
        <translation>夜間提示音</translation>
    </message>
    <message>
        <source>大小</source>
        <translation>大小</translation>
    </message>
    <message>
        <source>大小写是反的，不影响收银，可以关掉大写锁定</source>
        <translation>大小寫是反的，不影響收銀，可以關掉大寫鎖定</translation>
    </message>
    <message>
        <source>大小没有改动</source>
        <translation>大小沒有改動</translation>
    </message>
    <message>
        <source>失去积分 {n}，券 {coupons} 张</source>
        <translation>失去積分 {n}，券 {coupons} 張</translation>
    </message>
    <message>
        <source>女</source>
        <translation>女</translation>
    </message>
    <message>
        <source>她已是会员，本单没有绑定会员，补积分请到会员服务</source>
        <translation>她已是會員，本單沒有綁定會員，補積分請到會員服務</translation>
    </message>
    <message>
        <source>她是监护人</source>
        <translation>她是監護人</translation>
    </message>
    <message>
        <source>她邀请的会员</source>
        <translation>她邀請的會員</translation>
    </message>
    <message>
        <source>姓名</source>
        <translation>姓名</translation>
    </message>
    <message>
        <source>姓名和手机号提供给名单上的合作方，到撤回为止</source>
        <translation>姓名和手機號提供給名單上的合作方，到撤回為止</translation>
    </message>
    <message>
        <source>姓名和生日相同</source>
        <translation>姓名和生日相同</translation>
    </message>
    <message>
        <source>姓名或拼音</source>
        <translation>姓名、拼音或首字母</translation>
    </message>
    <message>
        <source>字母键盘</source>
        <translation>字母鍵盤</translation>
    </message>
    <message>
        <source>字符间隔超过 {ms} 毫秒，请在扫码枪上缩短字符间隔，或改用串口模式</source>
        <translation>字元間隔超過 {ms} 毫秒，請在掃描槍上縮短字元間隔，或改用序列埠模式</translation>
    </message>
    <message>
        <source>存为 PDF</source>
        <translation>存成 PDF</translation>
    </message>
    <message>
        <source>存入现金</source>
        <translation>存入現金</translation>
    </message>
    <message>
        <source>存入钱箱的现金</source>
        <translation>存入錢箱的現金</translation>
    </message>
    <message>
        <source>孩子</source>
        <translation>孩子</translation>
    </message>
    <message>
        <source>孩子不需要手机号，监护人是当前会员</source>
        <translation>孩子不需要手機號，監護人是目前會員</translation>
    </message>
    <message>
        <source>孩子已登记，会员号 {number}</source>
        <translation>孩子已登記，會員號 {number}</translation>
    </message>
    <message>
        <source>孩子，等待同步</source>
        <translation>孩子，等待同步</translation>
    </message>
    <message>
        <source>完成</source>
        <translation>完成</translation>
    </message>
    <message>
        <source>完成交接班</source>
        <translation>完成交接班</translation>
    </message>
    <message>
        <source>完整性检查 {time} 通过，每笔先存本机再打印</source>
        <translation>完整性檢查 {time} 通過，每筆先存本機再列印</translation>
    </message>
    <message>
        <source>定等级</source>
        <translation>定等級</translation>
    </message>
    <message>
        <source>实付</source>
        <translation>實付</translation>
    </message>
    <message>
        <source>实体卡</source>
        <translation>實體卡</translation>
    </message>
    <message>
        <source>实点</source>
        <translation>實點</translation>
    </message>
    <message>
        <source>实点合计</source>
        <translation>實點合計</translation>
    </message>
    <message>
        <source>实点现金</source>
        <translation>實點現金</translation>
    </message>
    <message>
        <source>客单价</source>
        <translation>客單價</translation>
    </message>
    <message>
        <source>家庭</source>
        <translation>家庭</translation>
    </message>
    <message>
        <source>家庭卡上还有 {n} 人，先换持卡人</source>
        <translation>家庭卡上還有 {n} 人，先換持卡人</translation>
    </message>
    <message>
        <source>家庭变动</source>
        <translation>家庭變動</translation>
    </message>
    <message>
        <source>家庭变化</source>
        <translation>家庭變化</translation>
    </message>
    <message>
        <source>家长</source>
        <translation>家長</translation>
    </message>
    <message>
        <source>宽一点</source>
        <translation>寬一點</translation>
    </message>
    <message>
        <source>密码键盘</source>
        <translation>密碼鍵盤</translation>
    </message>
    <message>
        <source>密钥环打不开时，也可以输入店长保管的恢复密语</source>
        <translation>金鑰圈打不開時，也可以輸入店長保管的恢復密語</translation>
    </message>
    <message>
        <source>密钥环里没有本机的密钥，收银数据打不开。数据都在，没有丢失</source>
        <translation>金鑰圈裡沒有本機的金鑰，收銀資料打不開。資料都在，沒有遺失</translation>
    </message>
    <message>
        <source>对准扫码口，或输入 8 位数字</source>
        <translation>對準掃碼口，或輸入 8 位數字</translation>
    </message>
    <message>
        <source>导入</source>
        <translation>匯入</translation>
    </message>
    <message>
        <source>导入支付公司给的账单文件，差异会列在这里</source>
        <translation>匯入支付公司給的帳單檔案，差異會列在這裡</translation>
    </message>
    <message>
        <source>导入时重复</source>
        <translation>匯入時重複</translation>
    </message>
    <message>
        <source>导入账单</source>
        <translation>匯入帳單</translation>
    </message>
    <message>
        <source>导入账单，不符的会列为待处理</source>
        <translation>匯入帳單，不符的會列為待處理</translation>
    </message>
    <message>
        <source>导出 CSV</source>
        <translation>匯出 CSV</translation>
    </message>
    <message>
        <source>导出 Excel</source>
        <translation>匯出 Excel</translation>
    </message>
    <message>
        <source>导出了全部资料</source>
        <translation>匯出了全部資料</translation>
    </message>
    <message>
        <source>导出未上传的流水</source>
        <translation>匯出未上傳的流水</translation>
    </message>
    <message>
        <source>导出本人资料</source>
        <translation>匯出本人資料</translation>
    </message>
    <message>
        <source>小按键高 {mm} 毫米</source>
        <translation>小按鍵高 {mm} 公釐</translation>
    </message>
    <message>
        <source>小数点</source>
        <translation>小數點</translation>
    </message>
    <message>
        <source>小票 {here} = 总部 {there}</source>
        <translation>小票 {here} = 總部 {there}</translation>
    </message>
    <message>
        <source>小票 {here}，总部 {there}，还有待同步</source>
        <translation>小票 {here}，總部 {there}，還有待同步</translation>
    </message>
    <message>
        <source>小票 {here}，总部暂时没有应答</source>
        <translation>小票 {here}，總部暫時沒有回應</translation>
    </message>
    <message>
        <source>小票 {number} 打出来了吗</source>
        <translation>小票 {number} 印出來了嗎</translation>
    </message>
    <message>
        <source>小票 {number}，{time}</source>
        <translation>小票 {number}，{time}</translation>
    </message>
    <message>
        <source>小票号</source>
        <translation>小票號</translation>
    </message>
    <message>
        <source>小票号，可不填</source>
        <translation>小票號，可不填</translation>
    </message>
    <message>
        <source>小票打印机</source>
        <translation>小票印表機</translation>
    </message>
    <message>
        <source>小票纸</source>
        <translation>小票紙</translation>
    </message>
    <message>
        <source>小计</source>
        <translation>小計</translation>
    </message>
    <message>
        <source>小额支出</source>
        <translation>小額支出</translation>
    </message>
    <message>
        <source>少填一个条件再找</source>
        <translation>少填一個條件再找</translation>
    </message>
    <message>
        <source>就用这位会员</source>
        <translation>就用這位會員</translation>
    </message>
    <message>
        <source>尺寸不合</source>
        <translation>尺寸不合</translation>
    </message>
    <message>
        <source>工作正常，可以收银</source>
        <translation>工作正常，可以收銀</translation>
    </message>
    <message>
        <source>左边</source>
        <translation>左邊</translation>
    </message>
    <message>
        <source>差异说明</source>
        <translation>差異說明</translation>
    </message>
    <message>
        <source>差异较大时请店长输 PIN 授权</source>
        <translation>差異較大時請店長輸 PIN 授權</translation>
    </message>
    <message>
        <source>差异较大，需要店长授权</source>
        <translation>差異較大，需要店長授權</translation>
    </message>
    <message>
        <source>已与顾客结清</source>
        <translation>已與顧客結清</translation>
    </message>
    <message>
        <source>已交班</source>
        <translation>已交班</translation>
    </message>
    <message>
        <source>已人工补记</source>
        <translation>已人工補記</translation>
    </message>
    <message>
        <source>已从黑匣子找回 {n} 笔记录，没有丢失</source>
        <translation>已從黑匣子找回 {n} 筆紀錄，沒有遺失</translation>
    </message>
    <message>
        <source>已保存</source>
        <translation>已儲存</translation>
    </message>
    <message>
        <source>已保存 {name}，在 {folder}</source>
        <translation>已儲存 {name}，在 {folder}</translation>
    </message>
    <message>
        <source>已保存扫码枪设置</source>
        <translation>已儲存掃描槍設定</translation>
    </message>
    <message>
        <source>已保存键位</source>
        <translation>已儲存鍵位</translation>
    </message>
    <message>
        <source>已停用</source>
        <translation>已停用</translation>
    </message>
    <message>
        <source>已停用，请导出后交给总部</source>
        <translation>已停用，請匯出後交給總部</translation>
    </message>
    <message>
        <source>已入账，记入日志</source>
        <translation>已入帳，記入日誌</translation>
    </message>
    <message>
        <source>已关闭</source>
        <translation>已關閉</translation>
    </message>
    <message>
        <source>已关闭，记入日志</source>
        <translation>已結束，記入日誌</translation>
    </message>
    <message>
        <source>已冻结</source>
        <translation>已凍結</translation>
    </message>
    <message>
        <source>已减价，{why}</source>
        <translation>已減價，{why}</translation>
    </message>
    <message>
        <source>已删 {line}</source>
        <translation>已刪 {line}</translation>
    </message>
    <message>
        <source>已删 {n} 行</source>
        <translation>已刪 {n} 行</translation>
    </message>
    <message>
        <source>已删除 {name} ×{n}</source>
        <translation>已刪除 {name} ×{n}</translation>
    </message>
    <message>
        <source>已办好，记入会员的经过</source>
        <translation>已辦好，記入會員的經過</translation>
    </message>
    <message>
        <source>已发到 {phone}，请输入 6 位数字</source>
        <translation>已發到 {phone}，請輸入 6 位數字</translation>
    </message>
    <message>
        <source>已发到 {phone}，请顾客告知</source>
        <translation>已發到 {phone}，請顧客告知</translation>
    </message>
    <message>
        <source>已发送</source>
        <translation>已發送</translation>
    </message>
    <message>
        <source>已取消 {coupon}</source>
        <translation>已取消 {coupon}</translation>
    </message>
    <message>
        <source>已取消会员 {name}</source>
        <translation>已取消會員 {name}</translation>
    </message>
    <message>
        <source>已合并到 {kept}，没有变动前可以撤销</source>
        <translation>已合併到 {kept}，沒有變動前可以撤銷</translation>
    </message>
    <message>
        <source>已同意</source>
        <translation>已同意</translation>
    </message>
    <message>
        <source>已向顾客出示《会员协议》《隐私政策》{v}</source>
        <translation>已向顧客出示《會員協議》《隱私政策》{v}</translation>
    </message>
    <message>
        <source>已售</source>
        <translation>已售</translation>
    </message>
    <message>
        <source>已回访</source>
        <translation>已回訪</translation>
    </message>
    <message>
        <source>已在会员页面答复</source>
        <translation>已在會員頁面答覆</translation>
    </message>
    <message>
        <source>已在商户平台查到</source>
        <translation>已在商戶平台查到</translation>
    </message>
    <message>
        <source>已在对账单查到</source>
        <translation>已在對帳單查到</translation>
    </message>
    <message>
        <source>已处理</source>
        <translation>已處理</translation>
    </message>
    <message>
        <source>已复制</source>
        <translation>已複製</translation>
    </message>
    <message>
        <source>已失效</source>
        <translation>已失效</translation>
    </message>
    <message>
        <source>已奖励</source>
        <translation>已獎勵</translation>
    </message>
    <message>
        <source>已完成</source>
        <translation>已完成</translation>
    </message>
    <message>
        <source>已导入 {day} 的账单，{n} 笔不符</source>
        <translation>已匯入 {day} 的帳單，{n} 筆不符</translation>
    </message>
    <message>
        <source>已挂 {age}，较久</source>
        <translation>已掛 {age}，較久</translation>
    </message>
    <message>
        <source>已挂单 {label} {amount}</source>
        <translation>已掛單 {label} {amount}</translation>
    </message>
    <message>
        <source>已挂失</source>
        <translation>已掛失</translation>
    </message>
    <message>
        <source>已按你的要求办好</source>
        <translation>已按你的要求辦好</translation>
    </message>
    <message>
        <source>已按小票更正</source>
        <translation>已按小票更正</translation>
    </message>
    <message>
        <source>已按顾客凭证更正</source>
        <translation>已按顧客憑證更正</translation>
    </message>
    <message>
        <source>已换卡</source>
        <translation>已換卡</translation>
    </message>
    <message>
        <source>已撤回，连上总部后自动送达</source>
        <translation>已撤回，連上總部後自動送達</translation>
    </message>
    <message>
        <source>已撤销合并，两份档案和从前一样</source>
        <translation>已撤銷合併，兩份檔案和從前一樣</translation>
    </message>
    <message>
        <source>已撤销，两份档案和从前一样</source>
        <translation>已撤銷，兩份檔案和從前一樣</translation>
    </message>
    <message>
        <source>已撤销，没有收款</source>
        <translation>已撤銷，沒有收款</translation>
    </message>
    <message>
        <source>已收</source>
        <translation>已收</translation>
    </message>
    <message>
        <source>已收 {amount}，保留后再收款会接着算；退回后现金请交还顾客</source>
        <translation>已收 {amount}，保留後再收款會接著算；退回後現金請交還顧客</translation>
    </message>
    <message>
        <source>已收 {paid}</source>
        <translation>已收 {paid}</translation>
    </message>
    <message>
        <source>已收 {paid}，找零</source>
        <translation>已收 {paid}，找零</translation>
    </message>
    <message>
        <source>已收了一部分，退回后才能抹零</source>
        <translation>已收了一部分，退回後才能抹零</translation>
    </message>
    <message>
        <source>已收了一部分，退回后才能用券</source>
        <translation>已收了一部分，退回後才能用券</translation>
    </message>
    <message>
        <source>已收到券款</source>
        <translation>已收到券款</translation>
    </message>
    <message>
        <source>已收款，没有对应销售</source>
        <translation>已收款，沒有對應銷售</translation>
    </message>
    <message>
        <source>已收的款会退回，作废后不能恢复</source>
        <translation>已收的款會退回，作廢後無法復原</translation>
    </message>
    <message>
        <source>已收的款怎么处理</source>
        <translation>已收的款怎麼處理</translation>
    </message>
    <message>
        <source>已放一边，等账单核对，顾客确已付的会退还</source>
        <translation>已放一邊，等帳單核對，顧客確已付的會退還</translation>
    </message>
    <message>
        <source>已是会员 {name}</source>
        <translation>已是會員 {name}</translation>
    </message>
    <message>
        <source>已是自动</source>
        <translation>已是自動</translation>
    </message>
    <message>
        <source>已更正并补偿</source>
        <translation>已更正並補償</translation>
    </message>
    <message>
        <source>已有在用的卡</source>
        <translation>已有在用的卡</translation>
    </message>
    <message>
        <source>已有的会员 {number}</source>
        <translation>已有的會員 {number}</translation>
    </message>
    <message>
        <source>已查到</source>
        <translation>已查到</translation>
    </message>
    <message>
        <source>已查到 {amount}</source>
        <translation>已查到 {amount}</translation>
    </message>
    <message>
        <source>已核对</source>
        <translation>已核對</translation>
    </message>
    <message>
        <source>已核对小票</source>
        <translation>已核對小票</translation>
    </message>
    <message>
        <source>已核验</source>
        <translation>已核驗</translation>
    </message>
    <message>
        <source>已注销</source>
        <translation>已註銷</translation>
    </message>
    <message>
        <source>已用 {coupon}</source>
        <translation>已用 {coupon}</translation>
    </message>
    <message>
        <source>已用在本单，再选一次取消</source>
        <translation>已用在本單，再選一次取消</translation>
    </message>
    <message>
        <source>已离线 {n} 分钟，可现金收款，储值与兑换限预留</source>
        <translation>已離線 {n} 分鐘，可收現金，儲值與兌換限預留</translation>
    </message>
    <message>
        <source>已等待 {n} / {all} 秒</source>
        <translation>已等待 {n} / {all} 秒</translation>
    </message>
    <message>
        <source>已等待 {n} 秒</source>
        <translation>已等待 {n} 秒</translation>
    </message>
    <message>
        <source>已经查到</source>
        <translation>已經查到</translation>
    </message>
    <message>
        <source>已经核对过</source>
        <translation>已經核對過</translation>
    </message>
    <message>
        <source>已补打</source>
        <translation>已補印</translation>
    </message>
    <message>
        <source>已记下您看过应有，请由别人清点</source>
        <translation>已記下您看過應有，請由別人清點</translation>
    </message>
    <message>
        <source>已记下是两个人，不再一起列出</source>
        <translation>已記下是兩個人，不再一起列出</translation>
    </message>
    <message>
        <source>已记为查到</source>
        <translation>已記為查到</translation>
    </message>
    <message>
        <source>已记为没查到，列入待处理</source>
        <translation>已記為沒查到，列入待處理</translation>
    </message>
    <message>
        <source>已记入投诉</source>
        <translation>已記入投訴</translation>
    </message>
    <message>
        <source>已记录</source>
        <translation>已記錄</translation>
    </message>
    <message>
        <source>已说明原因并道歉</source>
        <translation>已說明原因並道歉</translation>
    </message>
    <message>
        <source>已输入的位数</source>
        <translation>已輸入的位數</translation>
    </message>
    <message>
        <source>已预扣，取消收款会自动退回</source>
        <translation>已預扣，取消收款會自動退回</translation>
    </message>
    <message>
        <source>已验证</source>
        <translation>已驗證</translation>
    </message>
    <message>
        <source>常用</source>
        <translation>常用</translation>
    </message>
    <message>
        <source>常用备注</source>
        <translation>常用備註</translation>
    </message>
    <message>
        <source>平台单号 {number}</source>
        <translation>平台單號 {number}</translation>
    </message>
    <message>
        <source>并排看</source>
        <translation>並排看</translation>
    </message>
    <message>
        <source>应收</source>
        <translation>應收</translation>
    </message>
    <message>
        <source>应收 {net}</source>
        <translation>應收 {net}</translation>
    </message>
    <message>
        <source>应有</source>
        <translation>應有</translation>
    </message>
    <message>
        <source>应有数在清点提交后才显示</source>
        <translation>應有數在清點送出後才顯示</translation>
    </message>
    <message>
        <source>应有数提交后才显示，重新清点会被记录，目前 {n} 次</source>
        <translation>應有數提交後才顯示，重新清點會被記錄，目前 {n} 次</translation>
    </message>
    <message>
        <source>应有现金</source>
        <translation>應有現金</translation>
    </message>
    <message>
        <source>店内网络正常，是总部的问题，不用动这台机器</source>
        <translation>店內網路正常，是總部的問題，不用動這台機器</translation>
    </message>
    <message>
        <source>店内网络正常，请看路由器或联系宽带客服</source>
        <translation>店內網路正常，請看路由器或聯絡寬頻客服</translation>
    </message>
    <message>
        <source>店长</source>
        <translation>店長</translation>
    </message>
    <message>
        <source>店长台</source>
        <translation>店長台</translation>
    </message>
    <message>
        <source>店长同意</source>
        <translation>店長同意</translation>
    </message>
    <message>
        <source>店长已核验</source>
        <translation>店長已核驗</translation>
    </message>
    <message>
        <source>店长当面核验</source>
        <translation>店長當面核驗</translation>
    </message>
    <message>
        <source>店长授权退款、改价后会列在这里</source>
        <translation>店長授權退款、改價後會列在這裡</translation>
    </message>
    <message>
        <source>店长解锁</source>
        <translation>店長解鎖</translation>
    </message>
    <message>
        <source>开班</source>
        <translation>開班</translation>
    </message>
    <message>
        <source>开班时的备用金</source>
        <translation>開班時的備用金</translation>
    </message>
    <message>
        <source>开钱箱</source>
        <translation>開錢箱</translation>
    </message>
    <message>
        <source>张数</source>
        <translation>張數</translation>
    </message>
    <message>
        <source>当班由您清点，金额交班后才显示，下面的数字不含当班</source>
        <translation>當班由您清點，金額交班後才顯示，下面的數字不含當班</translation>
    </message>
    <message>
        <source>当面</source>
        <translation>當面</translation>
    </message>
    <message>
        <source>当面核验手机号需要店长授权</source>
        <translation>當面核驗手機號需要店長授權</translation>
    </message>
    <message>
        <source>录错单</source>
        <translation>錄錯單</translation>
    </message>
    <message>
        <source>待办</source>
        <translation>待辦</translation>
    </message>
    <message>
        <source>待办 {n} 件，过期 {late} 件</source>
        <translation>待辦 {n} 件，過期 {late} 件</translation>
    </message>
    <message>
        <source>待同步</source>
        <translation>待同步</translation>
    </message>
    <message>
        <source>待同步 {n}</source>
        <translation>待同步 {n}</translation>
    </message>
    <message>
        <source>待同步 {n} 笔，恢复后自动上传，不会丢失</source>
        <translation>待同步 {n} 筆，恢復後自動上傳，不會遺失</translation>
    </message>
    <message>
        <source>待回访</source>
        <translation>待回訪</translation>
    </message>
    <message>
        <source>待处理</source>
        <translation>待處理</translation>
    </message>
    <message>
        <source>待核对</source>
        <translation>待核對</translation>
    </message>
    <message>
        <source>待生效 {n}</source>
        <translation>待生效 {n}</translation>
    </message>
    <message>
        <source>待生效积分</source>
        <translation>待生效積分</translation>
    </message>
    <message>
        <source>待确认：总部还没有收到这次登记，收到后换成正式会员号</source>
        <translation>待確認：總部還沒有收到這次登記，收到後換成正式會員號</translation>
    </message>
    <message>
        <source>待答复</source>
        <translation>待答覆</translation>
    </message>
    <message>
        <source>微信</source>
        <translation>微信</translation>
    </message>
    <message>
        <source>微信/支付宝，直接扫</source>
        <translation>微信/支付寶，直接掃</translation>
    </message>
    <message>
        <source>微信付款码</source>
        <translation>微信付款碼</translation>
    </message>
    <message>
        <source>微信格式</source>
        <translation>微信格式</translation>
    </message>
    <message>
        <source>快捷金额</source>
        <translation>快捷金額</translation>
    </message>
    <message>
        <source>快满了，再满就不能开新单，请马上清出空间</source>
        <translation>快滿了，再滿就不能開新單，請馬上清出空間</translation>
    </message>
    <message>
        <source>忽略此码</source>
        <translation>忽略此碼</translation>
    </message>
    <message>
        <source>怎么说的</source>
        <translation>怎麼說的</translation>
    </message>
    <message>
        <source>性别</source>
        <translation>性別</translation>
    </message>
    <message>
        <source>总部</source>
        <translation>總部</translation>
    </message>
    <message>
        <source>总部不再接受这台收银机，新单、充值、退货和储值都已停止，数据都在</source>
        <translation>總部不再接受這台收銀機，新單、加值、退貨和儲值都已停止，資料都在</translation>
    </message>
    <message>
        <source>总部回应丢失</source>
        <translation>總部回應遺失</translation>
    </message>
    <message>
        <source>总部应答慢，可以收银，储值和充值可能要多等几秒</source>
        <translation>總部回應慢，可以收銀，儲值和加值可能要多等幾秒</translation>
    </message>
    <message>
        <source>总部批准的优待</source>
        <translation>總部核准的優待</translation>
    </message>
    <message>
        <source>总部报价后才知道</source>
        <translation>總部報價後才知道</translation>
    </message>
    <message>
        <source>总部报价没有赠送</source>
        <translation>總部報價沒有贈送</translation>
    </message>
    <message>
        <source>总部收下但对不上的记录会列在这里，可按刷新再看</source>
        <translation>總部收下但對不上的紀錄會列在這裡，可按重新整理再看</translation>
    </message>
    <message>
        <source>总部断网</source>
        <translation>總部斷網</translation>
    </message>
    <message>
        <source>总部服务没有应答，可以收现金，储值与积分限预留</source>
        <translation>總部服務沒有回應，可以收現金，儲值與積分限預留</translation>
    </message>
    <message>
        <source>总部查到手机号、卡或姓名生日相同的，会列在这里</source>
        <translation>總部查到手機號、卡或姓名生日相同的，會列在這裡</translation>
    </message>
    <message>
        <source>总部没有应答 {n} 分钟，可现金收款，储值与兑换限预留</source>
        <translation>總部沒有回應 {n} 分鐘，可收現金，儲值與兌換限預留</translation>
    </message>
    <message>
        <source>总部没有应答，请看列表是否已处理</source>
        <translation>總部沒有回應，請看列表是否已處理</translation>
    </message>
    <message>
        <source>总部还没有设置收单机构</source>
        <translation>總部還沒有設定收單機構</translation>
    </message>
    <message>
        <source>恢复储值和积分支付</source>
        <translation>恢復儲值和積分支付</translation>
    </message>
    <message>
        <source>恢复原文</source>
        <translation>還原原文</translation>
    </message>
    <message>
        <source>恢复后找不到会员</source>
        <translation>恢復後找不到會員</translation>
    </message>
    <message>
        <source>恢复后额度不足</source>
        <translation>恢復後額度不足</translation>
    </message>
    <message>
        <source>恢复在线</source>
        <translation>恢復連線</translation>
    </message>
    <message>
        <source>恢复密语</source>
        <translation>恢復密語</translation>
    </message>
    <message>
        <source>恢复正常</source>
        <translation>恢復正常</translation>
    </message>
    <message>
        <source>恢复自动</source>
        <translation>恢復自動</translation>
    </message>
    <message>
        <source>您可以随时查看、更正、撤回或删除。以下各项单独选择，不选不影响成为会员</source>
        <translation>您可以隨時查看、更正、撤回或刪除。以下各項單獨選擇，不選不影響成為會員</translation>
    </message>
    <message>
        <source>您将支付</source>
        <translation>您將付款</translation>
    </message>
    <message>
        <source>您的订单</source>
        <translation>您的訂單</translation>
    </message>
    <message>
        <source>成为持卡人</source>
        <translation>成為持卡人</translation>
    </message>
    <message>
        <source>成功</source>
        <translation>成功</translation>
    </message>
    <message>
        <source>成长 {n}</source>
        <translation>成長 {n}</translation>
    </message>
    <message>
        <source>成长值</source>
        <translation>成長值</translation>
    </message>
    <message>
        <source>成长值 {n}</source>
        <translation>成長值 {n}</translation>
    </message>
    <message>
        <source>或者点选</source>
        <translation>或者點選</translation>
    </message>
    <message>
        <source>所有数据已同步</source>
        <translation>所有資料已同步</translation>
    </message>
    <message>
        <source>手工折扣</source>
        <translation>手動折扣</translation>
    </message>
    <message>
        <source>手工指定</source>
        <translation>手動指定</translation>
    </message>
    <message>
        <source>手工输入</source>
        <translation>手動輸入</translation>
    </message>
    <message>
        <source>手持终端</source>
        <translation>手持終端機</translation>
    </message>
    <message>
        <source>手机号</source>
        <translation>手機號</translation>
    </message>
    <message>
        <source>手机号 *</source>
        <translation>手機號 *</translation>
    </message>
    <message>
        <source>手机号 / 后 4 位 / 会员码 / 卡号 / 姓名拼音</source>
        <translation>手機號 / 後 4 位 / 會員碼 / 卡號 / 姓名拼音</translation>
    </message>
    <message>
        <source>手机号、会员号或卡</source>
        <translation>手機號、會員號或卡</translation>
    </message>
    <message>
        <source>手机号、会员号，或扫她的码</source>
        <translation>手機號、會員號，或掃她的碼</translation>
    </message>
    <message>
        <source>手机号已有会员，两份档案待核对</source>
        <translation>手機號已有會員，兩份檔案待核對</translation>
    </message>
    <message>
        <source>手机号已经核验过</source>
        <translation>手機號已經核驗過</translation>
    </message>
    <message>
        <source>手机号或后 4 位</source>
        <translation>手機號或後 4 位</translation>
    </message>
    <message>
        <source>手机号没有验证</source>
        <translation>手機號碼沒有驗證</translation>
    </message>
    <message>
        <source>手机号相同</source>
        <translation>手機號相同</translation>
    </message>
    <message>
        <source>打不开本机的密钥</source>
        <translation>打不開本機的金鑰</translation>
    </message>
    <message>
        <source>打出来了</source>
        <translation>印出來了</translation>
    </message>
    <message>
        <source>打包带走</source>
        <translation>打包帶走</translation>
    </message>
    <message>
        <source>打印</source>
        <translation>列印</translation>
    </message>
    <message>
        <source>打印 X 报表</source>
        <translation>列印 X 報表</translation>
    </message>
    <message>
        <source>打印机断开</source>
        <translation>印表機斷開</translation>
    </message>
    <message>
        <source>打印机缺纸</source>
        <translation>印表機缺紙</translation>
    </message>
    <message>
        <source>打印键位卡</source>
        <translation>列印鍵位卡</translation>
    </message>
    <message>
        <source>打开了档案</source>
        <translation>開啟了檔案</translation>
    </message>
    <message>
        <source>打开档案</source>
        <translation>開啟檔案</translation>
    </message>
    <message>
        <source>打折</source>
        <translation>打折</translation>
    </message>
    <message>
        <source>扣回 {n} 积分，按累计退回的钱算，不足一分的不扣</source>
        <translation>扣回 {n} 積分，按累計退回的錢算，不足一分的不扣</translation>
    </message>
    <message>
        <source>扣回本单已得积分 {n}</source>
        <translation>扣回本單已得點數 {n}</translation>
    </message>
    <message>
        <source>扣本金</source>
        <translation>扣本金</translation>
    </message>
    <message>
        <source>扣赠送</source>
        <translation>扣贈送</translation>
    </message>
    <message>
        <source>扫下一件商品，直接开新单</source>
        <translation>掃下一件商品，直接開新單</translation>
    </message>
    <message>
        <source>扫付款码</source>
        <translation>掃付款碼</translation>
    </message>
    <message>
        <source>扫付款码、出示收款码</source>
        <translation>掃付款碼、出示收款碼</translation>
    </message>
    <message>
        <source>扫会员码，或输入手机号后按 Enter</source>
        <translation>掃會員碼，或輸入手機號後按 Enter</translation>
    </message>
    <message>
        <source>扫小票上的二维码，商品会列在这里</source>
        <translation>掃小票上的 QR 碼，商品會列在這裡</translation>
    </message>
    <message>
        <source>扫小票上的二维码，或输入小票号后按 Enter</source>
        <translation>掃小票上的 QR 碼，或輸入小票號後按 Enter</translation>
    </message>
    <message>
        <source>扫工牌授权</source>
        <translation>掃工牌授權</translation>
    </message>
    <message>
        <source>扫工牌选人</source>
        <translation>掃工牌選人</translation>
    </message>
    <message>
        <source>扫工牌选授权人</source>
        <translation>掃工牌選授權人</translation>
    </message>
    <message>
        <source>扫码 / 条码 / 拼音首字母 / 手机号</source>
        <translation>掃碼 / 條碼 / 拼音首字母 / 手機號</translation>
    </message>
    <message>
        <source>扫码、查价、改数量</source>
        <translation>掃碼、查價、改數量</translation>
    </message>
    <message>
        <source>扫码不能授权，还要输 PIN</source>
        <translation>掃碼不能授權，還要輸 PIN</translation>
    </message>
    <message>
        <source>扫码开始，或点左侧商品</source>
        <translation>掃碼開始，或點左側商品</translation>
    </message>
    <message>
        <source>扫码或输入</source>
        <translation>掃碼或輸入</translation>
    </message>
    <message>
        <source>扫码枪</source>
        <translation>掃碼槍</translation>
    </message>
    <message>
        <source>扫码枪不发回车，每次要多等片刻，建议在扫码枪上设置回车结尾</source>
        <translation>掃描槍不送 Enter，每次要多等片刻，建議在掃描槍上設定 Enter 結尾</translation>
    </message>
    <message>
        <source>扫码枪：点一下就扫一次</source>
        <translation>掃碼槍：點一下就掃一次</translation>
    </message>
    <message>
        <source>扫码测试</source>
        <translation>掃碼測試</translation>
    </message>
    <message>
        <source>扫码签署</source>
        <translation>掃碼簽署</translation>
    </message>
    <message>
        <source>扫顾客手机上的动态码，60 秒刷新</source>
        <translation>掃顧客手機上的動態碼，60 秒更新</translation>
    </message>
    <message>
        <source>找到这里还没有符合的会员</source>
        <translation>找到這裡還沒有符合的會員</translation>
    </message>
    <message>
        <source>找回</source>
        <translation>找回</translation>
    </message>
    <message>
        <source>找回卡</source>
        <translation>找回卡</translation>
    </message>
    <message>
        <source>找零</source>
        <translation>找零</translation>
    </message>
    <message>
        <source>找零 {amount}</source>
        <translation>找零 {amount}</translation>
    </message>
    <message>
        <source>找零 {amount} 已存入储值</source>
        <translation>找零 {amount} 已存入儲值</translation>
    </message>
    <message>
        <source>找零 {change} 太多，请检查收到的金额</source>
        <translation>找零 {change} 太多，請檢查收到的金額</translation>
    </message>
    <message>
        <source>找零已存入储值</source>
        <translation>找零已存入儲值</translation>
    </message>
    <message>
        <source>找零误差</source>
        <translation>找零誤差</translation>
    </message>
    <message>
        <source>找零转存</source>
        <translation>找零轉存</translation>
    </message>
    <message>
        <source>找零转存 {amount}</source>
        <translation>找零轉存 {amount}</translation>
    </message>
    <message>
        <source>把亲子卡转给 {name} 持有</source>
        <translation>把親子卡轉給 {name} 持有</translation>
    </message>
    <message>
        <source>把银行卡贴在屏幕上，拉到一样宽</source>
        <translation>把銀行卡貼在螢幕上，拉到一樣寬</translation>
    </message>
    <message>
        <source>投诉</source>
        <translation>投訴</translation>
    </message>
    <message>
        <source>投诉补救</source>
        <translation>投訴補救</translation>
    </message>
    <message>
        <source>折扣</source>
        <translation>折扣</translation>
    </message>
    <message>
        <source>抵扣后积分</source>
        <translation>折抵後點數</translation>
    </message>
    <message>
        <source>抵扣积分</source>
        <translation>折抵點數</translation>
    </message>
    <message>
        <source>抹去零头</source>
        <translation>抹去零頭</translation>
    </message>
    <message>
        <source>抹零</source>
        <translation>抹零</translation>
    </message>
    <message>
        <source>抹零到 {amount}</source>
        <translation>抹零到 {amount}</translation>
    </message>
    <message>
        <source>抹零需要店长授权</source>
        <translation>抹零需要店長授權</translation>
    </message>
    <message>
        <source>押金 {amount}</source>
        <translation>押金 {amount}</translation>
    </message>
    <message>
        <source>押金 {name}</source>
        <translation>押金 {name}</translation>
    </message>
    <message>
        <source>押金 {n} 行，不是销售，凭小票退还</source>
        <translation>押金 {n} 行，不是銷售，憑小票退還</translation>
    </message>
    <message>
        <source>押金改退现金</source>
        <translation>押金改退現金</translation>
    </message>
    <message>
        <source>押金改退现金 小票 {receipt}</source>
        <translation>押金改退現金 小票 {receipt}</translation>
    </message>
    <message>
        <source>拒绝</source>
        <translation>拒絕</translation>
    </message>
    <message>
        <source>持卡人</source>
        <translation>持卡人</translation>
    </message>
    <message>
        <source>挂单</source>
        <translation>掛單</translation>
    </message>
    <message>
        <source>挂单 {label} {amount} 已在 {till} 取走</source>
        <translation>掛單 {label} {amount} 已在 {till} 取走</translation>
    </message>
    <message>
        <source>挂单/取单</source>
        <translation>掛單/取單</translation>
    </message>
    <message>
        <source>挂单和取单</source>
        <translation>掛單和取單</translation>
    </message>
    <message>
        <source>挂单在两台机取走</source>
        <translation>掛單在兩台機取走</translation>
    </message>
    <message>
        <source>挂失</source>
        <translation>掛失</translation>
    </message>
    <message>
        <source>挂账</source>
        <translation>掛帳</translation>
    </message>
    <message>
        <source>挂账 {amount}</source>
        <translation>掛帳 {amount}</translation>
    </message>
    <message>
        <source>挂账 {amount}，由单位以后结清</source>
        <translation>掛帳 {amount}，由單位以後結清</translation>
    </message>
    <message>
        <source>挂账 {name}</source>
        <translation>掛帳 {name}</translation>
    </message>
    <message>
        <source>挂账 {name} {paid}，从欠款中减去</source>
        <translation>掛帳 {name} {paid}，從欠款中減去</translation>
    </message>
    <message>
        <source>挂账到哪个单位</source>
        <translation>掛帳到哪個單位</translation>
    </message>
    <message>
        <source>挂账单位</source>
        <translation>掛帳單位</translation>
    </message>
    <message>
        <source>挂账单位不存在</source>
        <translation>掛帳單位不存在</translation>
    </message>
    <message>
        <source>挂账超过额度</source>
        <translation>掛帳超過額度</translation>
    </message>
    <message>
        <source>按 Enter 登记新会员</source>
        <translation>按 Enter 登記新會員</translation>
    </message>
    <message>
        <source>按 {key} 收款</source>
        <translation>按 {key} 收款</translation>
    </message>
    <message>
        <source>按下</source>
        <translation>按下</translation>
    </message>
    <message>
        <source>按下一页继续往下找</source>
        <translation>按下一頁繼續往下找</translation>
    </message>
    <message>
        <source>按原支付退回</source>
        <translation>按原付款退回</translation>
    </message>
    <message>
        <source>按原文重新入账</source>
        <translation>按原文重新入帳</translation>
    </message>
    <message>
        <source>按左边的绑卡，刷卡或输入卡号</source>
        <translation>按左邊的綁卡，刷卡或輸入卡號</translation>
    </message>
    <message>
        <source>按更正入账</source>
        <translation>按更正入帳</translation>
    </message>
    <message>
        <source>按更正的内容入账</source>
        <translation>按更正的內容入帳</translation>
    </message>
    <message>
        <source>按更正的内容入账，原文永久保留</source>
        <translation>按更正的內容入帳，原文永久保留</translation>
    </message>
    <message>
        <source>按条件查找</source>
        <translation>按條件查找</translation>
    </message>
    <message>
        <source>按条件查找会员</source>
        <translation>按條件查找會員</translation>
    </message>
    <message>
        <source>按规则去掉标签 {tag}</source>
        <translation>按規則去掉標籤 {tag}</translation>
    </message>
    <message>
        <source>按规则有了标签 {tag}</source>
        <translation>按規則有了標籤 {tag}</translation>
    </message>
    <message>
        <source>按设备小票或收单方的合计逐项核对</source>
        <translation>按設備小票或收單方的合計逐項核對</translation>
    </message>
    <message>
        <source>按键抹零</source>
        <translation>按鍵抹零</translation>
    </message>
    <message>
        <source>损坏</source>
        <translation>損壞</translation>
    </message>
    <message>
        <source>换人不必交班：接用别人的钱箱会记入审计日志，谁卖的仍记在谁名下</source>
        <translation>換人不必交班：接用別人的錢箱會記入稽核日誌，誰賣的仍記在誰名下</translation>
    </message>
    <message>
        <source>换卡</source>
        <translation>換卡</translation>
    </message>
    <message>
        <source>换手机号</source>
        <translation>換手機號</translation>
    </message>
    <message>
        <source>换收银机重收同一单</source>
        <translation>換收銀機重收同一單</translation>
    </message>
    <message>
        <source>换机：先把导出的文件交给总部</source>
        <translation>換機：先把匯出的檔案交給總部</translation>
    </message>
    <message>
        <source>换监护人</source>
        <translation>換監護人</translation>
    </message>
    <message>
        <source>换钱箱或暂停</source>
        <translation>換錢箱或暫停</translation>
    </message>
    <message>
        <source>换零钱</source>
        <translation>換零錢</translation>
    </message>
    <message>
        <source>换面额</source>
        <translation>換面額</translation>
    </message>
    <message>
        <source>换页</source>
        <translation>換頁</translation>
    </message>
    <message>
        <source>授权</source>
        <translation>授權</translation>
    </message>
    <message>
        <source>授权{what}</source>
        <translation>授權{what}</translation>
    </message>
    <message>
        <source>授权交接班</source>
        <translation>授權交接班</translation>
    </message>
    <message>
        <source>授权人</source>
        <translation>授權人</translation>
    </message>
    <message>
        <source>授权人 PIN</source>
        <translation>授權人 PIN</translation>
    </message>
    <message>
        <source>授权人工号</source>
        <translation>授權人工號</translation>
    </message>
    <message>
        <source>授权作废 {amount}</source>
        <translation>授權作廢 {amount}</translation>
    </message>
    <message>
        <source>授权减价 {amount}</source>
        <translation>授權減價 {amount}</translation>
    </message>
    <message>
        <source>授权工牌扫一下即可，也可输 PIN</source>
        <translation>授權工牌掃一下即可，也可輸 PIN</translation>
    </message>
    <message>
        <source>授权抹零 {amount}</source>
        <translation>授權抹零 {amount}</translation>
    </message>
    <message>
        <source>授权登记</source>
        <translation>授權登記</translation>
    </message>
    <message>
        <source>授权登记 {amount}</source>
        <translation>授權登記 {amount}</translation>
    </message>
    <message>
        <source>授权记录</source>
        <translation>授權紀錄</translation>
    </message>
    <message>
        <source>授权退款 {amount}</source>
        <translation>授權退款 {amount}</translation>
    </message>
    <message>
        <source>授权额度</source>
        <translation>授權額度</translation>
    </message>
    <message>
        <source>授权额度：不用别人授权可以做到多少</source>
        <translation>授權額度：不用別人授權可以做到多少</translation>
    </message>
    <message>
        <source>接手</source>
        <translation>接手</translation>
    </message>
    <message>
        <source>接手投诉</source>
        <translation>接手投訴</translation>
    </message>
    <message>
        <source>接手锁住的收银机</source>
        <translation>接手鎖定的收銀機</translation>
    </message>
    <message>
        <source>接用这只钱箱</source>
        <translation>接用這個錢箱</translation>
    </message>
    <message>
        <source>推荐人</source>
        <translation>推薦人</translation>
    </message>
    <message>
        <source>推荐人没有找到</source>
        <translation>推薦人沒有找到</translation>
    </message>
    <message>
        <source>提交清点</source>
        <translation>提交清點</translation>
    </message>
    <message>
        <source>提供给合作方</source>
        <translation>提供給合作方</translation>
    </message>
    <message>
        <source>提示</source>
        <translation>提示</translation>
    </message>
    <message>
        <source>提示音</source>
        <translation>提示音</translation>
    </message>
    <message>
        <source>搜索</source>
        <translation>搜尋</translation>
    </message>
    <message>
        <source>搜索商品</source>
        <translation>搜尋商品</translation>
    </message>
    <message>
        <source>撤回</source>
        <translation>撤回</translation>
    </message>
    <message>
        <source>撤回同意</source>
        <translation>撤回同意</translation>
    </message>
    <message>
        <source>撤销</source>
        <translation>復原</translation>
    </message>
    <message>
        <source>撤销之后又收到款</source>
        <translation>撤銷之後又收到款</translation>
    </message>
    <message>
        <source>撤销了合并</source>
        <translation>撤銷了合併</translation>
    </message>
    <message>
        <source>撤销合并</source>
        <translation>撤銷合併</translation>
    </message>
    <message>
        <source>撤销合并时退回家庭</source>
        <translation>撤銷合併時退回家庭</translation>
    </message>
    <message>
        <source>撤销本次收款</source>
        <translation>撤銷本次收款</translation>
    </message>
    <message>
        <source>撤销没有应答</source>
        <translation>撤銷沒有應答</translation>
    </message>
    <message>
        <source>撤销没有成功，请店长到商户平台核对这笔</source>
        <translation>撤銷沒有成功，請店長到商戶平台核對這筆</translation>
    </message>
    <message>
        <source>操作</source>
        <translation>操作</translation>
    </message>
    <message>
        <source>操作记录</source>
        <translation>操作紀錄</translation>
    </message>
    <message>
        <source>支付后储值</source>
        <translation>付款後儲值</translation>
    </message>
    <message>
        <source>支付宝</source>
        <translation>支付寶</translation>
    </message>
    <message>
        <source>支付宝付款码</source>
        <translation>支付寶付款碼</translation>
    </message>
    <message>
        <source>支付宝格式</source>
        <translation>支付寶格式</translation>
    </message>
    <message>
        <source>支付成功，谢谢光临</source>
        <translation>付款成功，謝謝光臨</translation>
    </message>
    <message>
        <source>支付方式</source>
        <translation>付款方式</translation>
    </message>
    <message>
        <source>支付未确认时再收款</source>
        <translation>付款未確認時再收款</translation>
    </message>
    <message>
        <source>支付没有通过</source>
        <translation>支付沒有通過</translation>
    </message>
    <message>
        <source>支付结果未确认，请先查询，不要重复收款</source>
        <translation>付款結果未確認，請先查詢，勿重複收款</translation>
    </message>
    <message>
        <source>支付结果还在查询，出来会提示，不要重复收款</source>
        <translation>付款結果還在查詢，出來會提示，請勿重複收款</translation>
    </message>
    <message>
        <source>收 {taken}，找零 {change}</source>
        <translation>收 {taken}，找零 {change}</translation>
    </message>
    <message>
        <source>收下导出文件</source>
        <translation>收下匯出檔案</translation>
    </message>
    <message>
        <source>收不到短信？请店长当面核验这部手机</source>
        <translation>收不到簡訊？請店長當面核驗這部手機</translation>
    </message>
    <message>
        <source>收到现金</source>
        <translation>收到現金</translation>
    </message>
    <message>
        <source>收到的原文</source>
        <translation>收到的原文</translation>
    </message>
    <message>
        <source>收到的现金不够</source>
        <translation>收到的現金不夠</translation>
    </message>
    <message>
        <source>收到的金额</source>
        <translation>收到的金額</translation>
    </message>
    <message>
        <source>收单对账</source>
        <translation>收單對帳</translation>
    </message>
    <message>
        <source>收单机构 {name}</source>
        <translation>收單機構 {name}</translation>
    </message>
    <message>
        <source>收回邀请奖励</source>
        <translation>收回邀請獎勵</translation>
    </message>
    <message>
        <source>收完屏幕上和已挂的单，只收现金</source>
        <translation>收完畫面上和已掛的單，只收現金</translation>
    </message>
    <message>
        <source>收款</source>
        <translation>收款</translation>
    </message>
    <message>
        <source>收款完成，小票 {number}</source>
        <translation>收款完成，小票 {number}</translation>
    </message>
    <message>
        <source>收款成功 {amount}</source>
        <translation>收款成功 {amount}</translation>
    </message>
    <message>
        <source>收款成功 {amount}，找零 {change}</source>
        <translation>收款成功 {amount}，找零 {change}</translation>
    </message>
    <message>
        <source>收款机时间不对</source>
        <translation>收款機時間不對</translation>
    </message>
    <message>
        <source>收款没有撤销</source>
        <translation>收款沒有撤銷</translation>
    </message>
    <message>
        <source>收款码</source>
        <translation>收款碼</translation>
    </message>
    <message>
        <source>收款码正在关闭，请稍候</source>
        <translation>收款碼正在關閉，請稍候</translation>
    </message>
    <message>
        <source>收款码还有 {n} 秒</source>
        <translation>收款碼還有 {n} 秒</translation>
    </message>
    <message>
        <source>收起</source>
        <translation>收合</translation>
    </message>
    <message>
        <source>收起提示</source>
        <translation>收起提示</translation>
    </message>
    <message>
        <source>收这部分后还差</source>
        <translation>收這部分後還差</translation>
    </message>
    <message>
        <source>收银</source>
        <translation>收銀</translation>
    </message>
    <message>
        <source>收银台打开过</source>
        <translation>收銀台開啟過</translation>
    </message>
    <message>
        <source>收银员</source>
        <translation>收銀員</translation>
    </message>
    <message>
        <source>收银机 {name}</source>
        <translation>收銀機 {name}</translation>
    </message>
    <message>
        <source>收银机还回</source>
        <translation>收銀機還回</translation>
    </message>
    <message>
        <source>改价</source>
        <translation>改價</translation>
    </message>
    <message>
        <source>改数量</source>
        <translation>改數量</translation>
    </message>
    <message>
        <source>改退现金</source>
        <translation>改退現金</translation>
    </message>
    <message>
        <source>改键位</source>
        <translation>改鍵位</translation>
    </message>
    <message>
        <source>放一边 {amount}</source>
        <translation>放一邊 {amount}</translation>
    </message>
    <message>
        <source>放一边需要店长授权</source>
        <translation>放一邊需要店長授權</translation>
    </message>
    <message>
        <source>放一边，店长授权</source>
        <translation>放一邊，店長授權</translation>
    </message>
    <message>
        <source>放开预留</source>
        <translation>放開預留</translation>
    </message>
    <message>
        <source>故障开关</source>
        <translation>故障開關</translation>
    </message>
    <message>
        <source>散客</source>
        <translation>散客</translation>
    </message>
    <message>
        <source>数字键只输入金额</source>
        <translation>數字鍵只輸入金額</translation>
    </message>
    <message>
        <source>数据恢复过</source>
        <translation>資料還原過</translation>
    </message>
    <message>
        <source>数据是旧的</source>
        <translation>資料是舊的</translation>
    </message>
    <message>
        <source>数据是更新的版本写的（{found}，本程序到 {known}）。数据都在，没有丢失</source>
        <translation>資料是更新的版本寫的（{found}，本程式到 {known}）。資料都在，沒有遺失</translation>
    </message>
    <message>
        <source>数据目录被换成了旧的，请连上总部核对，之前不要用储值</source>
        <translation>資料目錄被換成了舊的，請連上總部核對，之前不要用儲值</translation>
    </message>
    <message>
        <source>数据被复制过</source>
        <translation>資料被複製過</translation>
    </message>
    <message>
        <source>数量</source>
        <translation>數量</translation>
    </message>
    <message>
        <source>数量减一</source>
        <translation>數量減一</translation>
    </message>
    <message>
        <source>数额，储值按元</source>
        <translation>數額，儲值按元</translation>
    </message>
    <message>
        <source>数额，金额按元</source>
        <translation>數額，金額按元</translation>
    </message>
    <message>
        <source>整单</source>
        <translation>整單</translation>
    </message>
    <message>
        <source>整单作废</source>
        <translation>整單作廢</translation>
    </message>
    <message>
        <source>整单作废 {n} 件 {amount}</source>
        <translation>整單作廢 {n} 件 {amount}</translation>
    </message>
    <message>
        <source>整单作废需要店长授权</source>
        <translation>整單作廢需要店長授權</translation>
    </message>
    <message>
        <source>整单作废，原因 {why}</source>
        <translation>整單作廢，原因 {why}</translation>
    </message>
    <message>
        <source>整单已作废</source>
        <translation>整單已作廢</translation>
    </message>
    <message>
        <source>整单退</source>
        <translation>整單退</translation>
    </message>
    <message>
        <source>整码送达</source>
        <translation>整碼送達</translation>
    </message>
    <message>
        <source>断开</source>
        <translation>中斷</translation>
    </message>
    <message>
        <source>新手机号</source>
        <translation>新手機號</translation>
    </message>
    <message>
        <source>新手机号收验证码；旧手机号也收，收不到的由店长核验证件</source>
        <translation>新手機號收驗證碼；舊手機號也收，收不到的由店長核驗證件</translation>
    </message>
    <message>
        <source>新手机收到的验证码</source>
        <translation>新手機收到的驗證碼</translation>
    </message>
    <message>
        <source>新持有人不满 14 岁，监护人同意才能更换</source>
        <translation>新持有人不滿 14 歲，監護人同意才能更換</translation>
    </message>
    <message>
        <source>新持有人同意《会员协议》《隐私政策》{v}</source>
        <translation>新持有人同意《會員協議》《隱私政策》{v}</translation>
    </message>
    <message>
        <source>新持有人同意协议和政策才能更换</source>
        <translation>新持有人同意協議和政策才能更換</translation>
    </message>
    <message>
        <source>新持有人的姓名</source>
        <translation>新持有人的姓名</translation>
    </message>
    <message>
        <source>新持有人的手机号</source>
        <translation>新持有人的手機號</translation>
    </message>
    <message>
        <source>新持有人的生日</source>
        <translation>新持有人的生日</translation>
    </message>
    <message>
        <source>新持有人：看了什么证件</source>
        <translation>新持有人：看了什麼證件</translation>
    </message>
    <message>
        <source>新的一单</source>
        <translation>新的一單</translation>
    </message>
    <message>
        <source>方式</source>
        <translation>方式</translation>
    </message>
    <message>
        <source>无</source>
        <translation>無</translation>
    </message>
    <message>
        <source>旧卡立即不能用，绑定新卡</source>
        <translation>舊卡立即不能用，綁定新卡</translation>
    </message>
    <message>
        <source>旧手机收到的验证码</source>
        <translation>舊手機收到的驗證碼</translation>
    </message>
    <message>
        <source>时钟</source>
        <translation>時鐘</translation>
    </message>
    <message>
        <source>时钟还没有校准，会员动态码暂不可用，请稍候或检查系统时间</source>
        <translation>時鐘還沒有校準，會員動態碼暫不可用，請稍候或檢查系統時間</translation>
    </message>
    <message>
        <source>时间</source>
        <translation>時間</translation>
    </message>
    <message>
        <source>易碎，轻放</source>
        <translation>易碎，輕放</translation>
    </message>
    <message>
        <source>是 {n} 个孩子的监护人，先换监护人或先删除孩子的资料</source>
        <translation>是 {n} 個孩子的監護人，先換監護人或先刪除孩子的資料</translation>
    </message>
    <message>
        <source>显示 5 秒</source>
        <translation>顯示 5 秒</translation>
    </message>
    <message>
        <source>显示 5 秒，记日志</source>
        <translation>顯示 5 秒，記錄</translation>
    </message>
    <message>
        <source>显示{title} 5 秒</source>
        <translation>顯示{title} 5 秒</translation>
    </message>
    <message>
        <source>显示与声音</source>
        <translation>顯示與聲音</translation>
    </message>
    <message>
        <source>显示当班金额</source>
        <translation>顯示當班金額</translation>
    </message>
    <message>
        <source>显示手机号 5 秒</source>
        <translation>顯示手機號 5 秒</translation>
    </message>
    <message>
        <source>普通会员</source>
        <translation>普通會員</translation>
    </message>
    <message>
        <source>暂停待点</source>
        <translation>暫停待點</translation>
    </message>
    <message>
        <source>更多</source>
        <translation>更多</translation>
    </message>
    <message>
        <source>更多商品</source>
        <translation>更多商品</translation>
    </message>
    <message>
        <source>更换了持有人</source>
        <translation>更換了持有人</translation>
    </message>
    <message>
        <source>更换手机号</source>
        <translation>更換手機號</translation>
    </message>
    <message>
        <source>更换持有人</source>
        <translation>更換持有人</translation>
    </message>
    <message>
        <source>更正</source>
        <translation>更正</translation>
    </message>
    <message>
        <source>更正上一次</source>
        <translation>更正上一次</translation>
    </message>
    <message>
        <source>更正会员储值</source>
        <translation>更正會員儲值</translation>
    </message>
    <message>
        <source>更正会员积分</source>
        <translation>更正會員積分</translation>
    </message>
    <message>
        <source>更正数额</source>
        <translation>更正數額</translation>
    </message>
    <message>
        <source>更正的内容</source>
        <translation>更正的內容</translation>
    </message>
    <message>
        <source>更正的内容还不对</source>
        <translation>更正的內容還不對</translation>
    </message>
    <message>
        <source>最多 {most}</source>
        <translation>最多 {most}</translation>
    </message>
    <message>
        <source>最大间隔 {ms} 毫秒，前缀 {prefix}，后缀 {suffix}</source>
        <translation>最大間隔 {ms} 毫秒，前綴 {prefix}，後綴 {suffix}</translation>
    </message>
    <message>
        <source>最早 {time}，</source>
        <translation>最早 {time}，</translation>
    </message>
    <message>
        <source>最早 {time}，已等 {n} 分钟，</source>
        <translation>最早 {time}，已等 {n} 分鐘，</translation>
    </message>
    <message>
        <source>最近</source>
        <translation>最近</translation>
    </message>
    <message>
        <source>最近事件</source>
        <translation>最近事件</translation>
    </message>
    <message>
        <source>最近成功 {time}</source>
        <translation>最近成功 {time}</translation>
    </message>
    <message>
        <source>最近收到的</source>
        <translation>最近收到的</translation>
    </message>
    <message>
        <source>最近消费 {day}</source>
        <translation>最近消費 {day}</translation>
    </message>
    <message>
        <source>最近消费从</source>
        <translation>最近消費從</translation>
    </message>
    <message>
        <source>最近消费到</source>
        <translation>最近消費到</translation>
    </message>
    <message>
        <source>有 {n} 件事没有办结，先在待处理里办完</source>
        <translation>有 {n} 件事沒有辦結，先在待處理裡辦完</translation>
    </message>
    <message>
        <source>有 {n} 件投诉没有办结，先在投诉里办完</source>
        <translation>有 {n} 件投訴沒有辦結，先在投訴裡辦完</translation>
    </message>
    <message>
        <source>有 {n} 台收银机借着储值，先收回</source>
        <translation>有 {n} 台收銀機借著儲值，先收回</translation>
    </message>
    <message>
        <source>有 {n} 笔付款没有结束，等付完或放开</source>
        <translation>有 {n} 筆付款沒有結束，等付完或放開</translation>
    </message>
    <message>
        <source>有 {n} 笔支付结果未知</source>
        <translation>有 {n} 筆付款結果未知</translation>
    </message>
    <message>
        <source>有 {n} 笔支付结果未知，没有对应的订单</source>
        <translation>有 {n} 筆付款結果未知，沒有對應的訂單</translation>
    </message>
    <message>
        <source>有 {n} 笔收款在断电时没有完成，请核对是否收过钱，没有入账</source>
        <translation>有 {n} 筆收款在斷電時沒有完成，請核對是否收過錢，沒有入帳</translation>
    </message>
    <message>
        <source>有 {value} 被预留，等放开</source>
        <translation>有 {value} 被預留，等放開</translation>
    </message>
    <message>
        <source>有了第一笔，数字会出现在这里</source>
        <translation>有了第一筆，數字會出現在這裡</translation>
    </message>
    <message>
        <source>有会员的订单才能转存</source>
        <translation>有會員的訂單才能轉存</translation>
    </message>
    <message>
        <source>有卡</source>
        <translation>有卡</translation>
    </message>
    <message>
        <source>有商品时按 {key} 可以挂起当前订单</source>
        <translation>有商品時按 {key} 可以掛起目前訂單</translation>
    </message>
    <message>
        <source>朋友</source>
        <translation>朋友</translation>
    </message>
    <message>
        <source>服务不周</source>
        <translation>服務不周</translation>
    </message>
    <message>
        <source>服务中心</source>
        <translation>服務中心</translation>
    </message>
    <message>
        <source>服务器 {host}</source>
        <translation>伺服器 {host}</translation>
    </message>
    <message>
        <source>期初转入</source>
        <translation>期初轉入</translation>
    </message>
    <message>
        <source>未使用</source>
        <translation>未使用</translation>
    </message>
    <message>
        <source>未同意</source>
        <translation>未同意</translation>
    </message>
    <message>
        <source>未填</source>
        <translation>未填</translation>
    </message>
    <message>
        <source>未完成事项</source>
        <translation>未完成事項</translation>
    </message>
    <message>
        <source>未成年人没有监护人</source>
        <translation>未成年人沒有監護人</translation>
    </message>
    <message>
        <source>未校准</source>
        <translation>未校準</translation>
    </message>
    <message>
        <source>未核验</source>
        <translation>未核驗</translation>
    </message>
    <message>
        <source>未留姓名</source>
        <translation>未留姓名</translation>
    </message>
    <message>
        <source>未知</source>
        <translation>未知</translation>
    </message>
    <message>
        <source>未确认支付</source>
        <translation>未確認付款</translation>
    </message>
    <message>
        <source>未算</source>
        <translation>未算</translation>
    </message>
    <message>
        <source>未预留的积分和券</source>
        <translation>未預留的積分和券</translation>
    </message>
    <message>
        <source>本人 PIN</source>
        <translation>本人 PIN</translation>
    </message>
    <message>
        <source>本人在会员页提交申请</source>
        <translation>本人在會員頁送出申請</translation>
    </message>
    <message>
        <source>本人在会员页申请删除</source>
        <translation>本人在會員頁申請刪除</translation>
    </message>
    <message>
        <source>本人在会员页申请更正</source>
        <translation>本人在會員頁申請更正</translation>
    </message>
    <message>
        <source>本人操作最多</source>
        <translation>本人操作最多</translation>
    </message>
    <message>
        <source>本人要求</source>
        <translation>本人要求</translation>
    </message>
    <message>
        <source>本单可得积分 {n}</source>
        <translation>本單可得點數 {n}</translation>
    </message>
    <message>
        <source>本单获得积分 {n}</source>
        <translation>本單獲得點數 {n}</translation>
    </message>
    <message>
        <source>本店 {amount}</source>
        <translation>本店 {amount}</translation>
    </message>
    <message>
        <source>本店 {here}，账单 {there}</source>
        <translation>本店 {here}，帳單 {there}</translation>
    </message>
    <message>
        <source>本店不按键抹零</source>
        <translation>本店不按鍵抹零</translation>
    </message>
    <message>
        <source>本店各台的挂单都可以取</source>
        <translation>本店各台的掛單都可以取</translation>
    </message>
    <message>
        <source>本店未开通积分抵扣</source>
        <translation>本店未開通點數折抵</translation>
    </message>
    <message>
        <source>本机备份</source>
        <translation>本機備份</translation>
    </message>
    <message>
        <source>本机小票退现金</source>
        <translation>本機小票退現金</translation>
    </message>
    <message>
        <source>本机已被总部停用</source>
        <translation>本機已被總部停用</translation>
    </message>
    <message>
        <source>本机已被总部停用，不能开新单，请联系店长</source>
        <translation>本機已被總部停用，不能開新單，請聯絡店長</translation>
    </message>
    <message>
        <source>本机数据坏过，已从备份和黑匣子找回，坏文件在 aside 目录</source>
        <translation>本機資料壞過，已從備份和黑盒子找回，壞檔案在 aside 目錄</translation>
    </message>
    <message>
        <source>本机数据库</source>
        <translation>本機資料庫</translation>
    </message>
    <message>
        <source>本机数据损坏，请停止收款，退出后重新启动</source>
        <translation>本機資料損壞，請停止收款，結束後重新啟動</translation>
    </message>
    <message>
        <source>本机没有恢复密语。密钥环找不回来时，请联系总部，用 till-take-keys 取回密钥</source>
        <translation>本機沒有恢復密語。金鑰圈找不回來時，請聯絡總部，用 till-take-keys 取回金鑰</translation>
    </message>
    <message>
        <source>本机没有网络 {n} 分钟，可现金收款，储值与兑换限预留</source>
        <translation>本機沒有網路 {n} 分鐘，可收現金，儲值與兌換限預留</translation>
    </message>
    <message>
        <source>本机没有网络，可以收现金，储值与积分限预留</source>
        <translation>本機沒有網路，可以收現金，儲值與積分限預留</translation>
    </message>
    <message>
        <source>本次退</source>
        <translation>本次退</translation>
    </message>
    <message>
        <source>本次退 {n}，按占卖出 {all} 的份额，不足一分的留到最后</source>
        <translation>本次退 {n}，按佔賣出 {all} 的份額，不足一分的留到最後</translation>
    </message>
    <message>
        <source>本次退 {n}，退完了，余下的分厘都退</source>
        <translation>本次退 {n}，退完了，餘下的分釐都退</translation>
    </message>
    <message>
        <source>本金 {principal}</source>
        <translation>本金 {principal}</translation>
    </message>
    <message>
        <source>本金 {principal} + 赠送 {bonus}</source>
        <translation>本金 {principal} + 贈送 {bonus}</translation>
    </message>
    <message>
        <source>本金 {principal}，赠送 {bonus}，冻结 {held}</source>
        <translation>本金 {principal}，贈送 {bonus}，凍結 {held}</translation>
    </message>
    <message>
        <source>机号</source>
        <translation>機號</translation>
    </message>
    <message>
        <source>机号，例如 A03，空为全部</source>
        <translation>機號，例如 A03，空白為全部</translation>
    </message>
    <message>
        <source>权益</source>
        <translation>權益</translation>
    </message>
    <message>
        <source>权益没给</source>
        <translation>權益沒給</translation>
    </message>
    <message>
        <source>来源</source>
        <translation>來源</translation>
    </message>
    <message>
        <source>查价</source>
        <translation>查價</translation>
    </message>
    <message>
        <source>查价：扫码或输入商品，不会加入订单</source>
        <translation>查價：掃碼或輸入商品，不會加入訂單</translation>
    </message>
    <message>
        <source>查会员时列出</source>
        <translation>查會員時列出</translation>
    </message>
    <message>
        <source>查找</source>
        <translation>查找</translation>
    </message>
    <message>
        <source>查找会员</source>
        <translation>查找會員</translation>
    </message>
    <message>
        <source>查找，或打开档案</source>
        <translation>查找，或打開檔案</translation>
    </message>
    <message>
        <source>查看</source>
        <translation>查看</translation>
    </message>
    <message>
        <source>查看了警戒会员</source>
        <translation>查看了警戒會員</translation>
    </message>
    <message>
        <source>查看经过</source>
        <translation>查看經過</translation>
    </message>
    <message>
        <source>查询结果</source>
        <translation>查詢結果</translation>
    </message>
    <message>
        <source>查重时并排看过</source>
        <translation>查重時並排看過</translation>
    </message>
    <message>
        <source>标准</source>
        <translation>標準</translation>
    </message>
    <message>
        <source>标签</source>
        <translation>標籤</translation>
    </message>
    <message>
        <source>标签上的金额，{n}</source>
        <translation>標籤上的金額，{n}</translation>
    </message>
    <message>
        <source>标签目录里没有可以手贴的</source>
        <translation>標籤目錄裡沒有可以手貼的</translation>
    </message>
    <message>
        <source>标签，都要有</source>
        <translation>標籤，都要有</translation>
    </message>
    <message>
        <source>标签：{names}</source>
        <translation>標籤：{names}</translation>
    </message>
    <message>
        <source>核对其他</source>
        <translation>核對其他</translation>
    </message>
    <message>
        <source>核对完成</source>
        <translation>核對完成</translation>
    </message>
    <message>
        <source>核对无误，不用处理</source>
        <translation>核對無誤，不用處理</translation>
    </message>
    <message>
        <source>核验手机号</source>
        <translation>核驗手機號</translation>
    </message>
    <message>
        <source>档案</source>
        <translation>檔案</translation>
    </message>
    <message>
        <source>档案上的手机收验证码；收不到的由店长当面核验。核验后会员能登录会员页面</source>
        <translation>檔案上的手機收驗證碼；收不到的由店長當面核驗。核驗後會員能登入會員頁面</translation>
    </message>
    <message>
        <source>档案与补偿</source>
        <translation>檔案與補償</translation>
    </message>
    <message>
        <source>检查钱箱</source>
        <translation>檢查錢箱</translation>
    </message>
    <message>
        <source>模拟柜台</source>
        <translation>模擬櫃檯</translation>
    </message>
    <message>
        <source>欠 {n} 积分，先还清</source>
        <translation>欠 {n} 積分，先還清</translation>
    </message>
    <message>
        <source>欠积分</source>
        <translation>欠積分</translation>
    </message>
    <message>
        <source>欢迎光临</source>
        <translation>歡迎光臨</translation>
    </message>
    <message>
        <source>正在上传…</source>
        <translation>正在上傳…</translation>
    </message>
    <message>
        <source>正在为您结算</source>
        <translation>正在為您結帳</translation>
    </message>
    <message>
        <source>正在使用</source>
        <translation>正在使用</translation>
    </message>
    <message>
        <source>正在取收款码</source>
        <translation>正在取收款碼</translation>
    </message>
    <message>
        <source>正在和总部核对</source>
        <translation>正在和總部核對</translation>
    </message>
    <message>
        <source>正在完成本单</source>
        <translation>正在完成本單</translation>
    </message>
    <message>
        <source>正在录入的订单</source>
        <translation>正在輸入的訂單</translation>
    </message>
    <message>
        <source>正在撤销，结果未确认，不要重复收款</source>
        <translation>正在撤銷，結果未確認，請勿重複收款</translation>
    </message>
    <message>
        <source>正在收款 {amount}，等待结果</source>
        <translation>正在收款 {amount}，等待結果</translation>
    </message>
    <message>
        <source>正在查找</source>
        <translation>正在查找</translation>
    </message>
    <message>
        <source>正在查找小票</source>
        <translation>正在查找小票</translation>
    </message>
    <message>
        <source>正在查有没有没办完的事</source>
        <translation>正在查有沒有沒辦完的事</translation>
    </message>
    <message>
        <source>正在核对</source>
        <translation>正在核對</translation>
    </message>
    <message>
        <source>正在画小票</source>
        <translation>正在繪製小票</translation>
    </message>
    <message>
        <source>正在等待上一笔的结果</source>
        <translation>正在等待上一筆的結果</translation>
    </message>
    <message>
        <source>正在自动重试撤销</source>
        <translation>正在自動重試撤銷</translation>
    </message>
    <message>
        <source>正在读取</source>
        <translation>正在讀取</translation>
    </message>
    <message>
        <source>正在读取档案</source>
        <translation>正在讀取檔案</translation>
    </message>
    <message>
        <source>正在问总部</source>
        <translation>正在問總部</translation>
    </message>
    <message>
        <source>正常</source>
        <translation>正常</translation>
    </message>
    <message>
        <source>每一行当时由哪种支付付了多少，就按份额退回哪种支付</source>
        <translation>每一行當時由哪種支付付了多少，就按份額退回哪種支付</translation>
    </message>
    <message>
        <source>每天约用 5 MB，低于 500 MB 会提醒</source>
        <translation>每天約用 5 MB，低於 500 MB 會提醒</translation>
    </message>
    <message>
        <source>每次都记入审计日志；上缴、取出和只开钱箱可能要店长授权</source>
        <translation>每次都記入稽核日誌；上繳、取出和只開錢箱可能要店長授權</translation>
    </message>
    <message>
        <source>每笔交易先存本机再打印</source>
        <translation>每筆交易先存本機再列印</translation>
    </message>
    <message>
        <source>比剩余多 {over}，请减少</source>
        <translation>比剩餘多 {over}，請減少</translation>
    </message>
    <message>
        <source>没有</source>
        <translation>沒有</translation>
    </message>
    <message>
        <source>没有 U 盘，插好后再打开</source>
        <translation>沒有 USB 隨身碟，插好後再打開</translation>
    </message>
    <message>
        <source>没有会员，不计积分</source>
        <translation>沒有會員，不計點數</translation>
    </message>
    <message>
        <source>没有做成</source>
        <translation>沒有做成</translation>
    </message>
    <message>
        <source>没有储值余额</source>
        <translation>沒有儲值餘額</translation>
    </message>
    <message>
        <source>没有入账</source>
        <translation>沒有入帳</translation>
    </message>
    <message>
        <source>没有减少</source>
        <translation>沒有減少</translation>
    </message>
    <message>
        <source>没有卡</source>
        <translation>沒有卡</translation>
    </message>
    <message>
        <source>没有可以给的券</source>
        <translation>沒有可以給的券</translation>
    </message>
    <message>
        <source>没有可挂账的单位</source>
        <translation>沒有可掛帳的單位</translation>
    </message>
    <message>
        <source>没有可用的积分</source>
        <translation>沒有可用的點數</translation>
    </message>
    <message>
        <source>没有合并过</source>
        <translation>沒有合併過</translation>
    </message>
    <message>
        <source>没有在用的卡</source>
        <translation>沒有在用的卡</translation>
    </message>
    <message>
        <source>没有差异</source>
        <translation>沒有差異</translation>
    </message>
    <message>
        <source>没有应答</source>
        <translation>沒有回應</translation>
    </message>
    <message>
        <source>没有待传</source>
        <translation>沒有待傳</translation>
    </message>
    <message>
        <source>没有待核对的</source>
        <translation>沒有待核對的</translation>
    </message>
    <message>
        <source>没有待核对的外部收款</source>
        <translation>沒有待核對的外部收款</translation>
    </message>
    <message>
        <source>没有手机号，先换手机号</source>
        <translation>沒有手機號，先換手機號</translation>
    </message>
    <message>
        <source>没有打开档案</source>
        <translation>沒有開啟檔案</translation>
    </message>
    <message>
        <source>没有找到会员 {who}</source>
        <translation>沒有找到會員 {who}</translation>
    </message>
    <message>
        <source>没有找到账单，请把 CSV 文件放到 {folder}</source>
        <translation>沒有找到帳單，請把 CSV 檔案放到 {folder}</translation>
    </message>
    <message>
        <source>没有投诉</source>
        <translation>沒有投訴</translation>
    </message>
    <message>
        <source>没有挂单</source>
        <translation>沒有掛單</translation>
    </message>
    <message>
        <source>没有挂失的卡</source>
        <translation>沒有掛失的卡</translation>
    </message>
    <message>
        <source>没有改动</source>
        <translation>沒有改動</translation>
    </message>
    <message>
        <source>没有未关闭的事</source>
        <translation>沒有未結束的事</translation>
    </message>
    <message>
        <source>没有查成</source>
        <translation>沒有查成</translation>
    </message>
    <message>
        <source>没有没查到的外部收款</source>
        <translation>沒有沒查到的外部收款</translation>
    </message>
    <message>
        <source>没有法律要求保留的资料，立即销毁</source>
        <translation>沒有法律要求保留的資料，立即銷毀</translation>
    </message>
    <message>
        <source>没有的条码</source>
        <translation>沒有的條碼</translation>
    </message>
    <message>
        <source>没有符合这些条件的会员</source>
        <translation>沒有符合這些條件的會員</translation>
    </message>
    <message>
        <source>没有绑过卡</source>
        <translation>沒有綁過卡</translation>
    </message>
    <message>
        <source>没有结尾</source>
        <translation>沒有結尾</translation>
    </message>
    <message>
        <source>没有联系上</source>
        <translation>沒有聯絡上</translation>
    </message>
    <message>
        <source>没有要入账的流水</source>
        <translation>沒有要入帳的流水</translation>
    </message>
    <message>
        <source>没有要处理的事</source>
        <translation>沒有要處理的事</translation>
    </message>
    <message>
        <source>没有要导出的</source>
        <translation>沒有要匯出的</translation>
    </message>
    <message>
        <source>没有订单的支付</source>
        <translation>沒有訂單的付款</translation>
    </message>
    <message>
        <source>没有设夜间</source>
        <translation>沒有設夜間</translation>
    </message>
    <message>
        <source>没有这个单位，请换个编号或名称</source>
        <translation>沒有這個單位，請換個編號或名稱</translation>
    </message>
    <message>
        <source>没有问过</source>
        <translation>沒有問過</translation>
    </message>
    <message>
        <source>没有零头可抹</source>
        <translation>沒有零頭可抹</translation>
    </message>
    <message>
        <source>没有，重新打印</source>
        <translation>沒有，重新列印</translation>
    </message>
    <message>
        <source>没查到</source>
        <translation>沒查到</translation>
    </message>
    <message>
        <source>没查到 {amount}</source>
        <translation>沒查到 {amount}</translation>
    </message>
    <message>
        <source>注销</source>
        <translation>註銷</translation>
    </message>
    <message>
        <source>活动</source>
        <translation>活動</translation>
    </message>
    <message>
        <source>流水接不上</source>
        <translation>流水接不上</translation>
    </message>
    <message>
        <source>浅色</source>
        <translation>淺色</translation>
    </message>
    <message>
        <source>消费</source>
        <translation>消費</translation>
    </message>
    <message>
        <source>消费、充值、变更和查看都会记在这里</source>
        <translation>消費、加值、變更和查看都會記在這裡</translation>
    </message>
    <message>
        <source>消费次数</source>
        <translation>消費次數</translation>
    </message>
    <message>
        <source>深色</source>
        <translation>深色</translation>
    </message>
    <message>
        <source>混合支付：先输这部分金额，再选下一种</source>
        <translation>混合付款：先輸這部分金額，再選下一種</translation>
    </message>
    <message>
        <source>清点交班</source>
        <translation>清點交班</translation>
    </message>
    <message>
        <source>清点现金</source>
        <translation>清點現金</translation>
    </message>
    <message>
        <source>清空</source>
        <translation>清空</translation>
    </message>
    <message>
        <source>清空条件</source>
        <translation>清空條件</translation>
    </message>
    <message>
        <source>清除</source>
        <comment>gender</comment>
        <translation>清除</translation>
    </message>
    <message>
        <source>清除姓名</source>
        <translation>清除姓名</translation>
    </message>
    <message>
        <source>清除生日</source>
        <translation>清除生日</translation>
    </message>
    <message>
        <source>满 {amount} 可用</source>
        <translation>滿 {amount} 可用</translation>
    </message>
    <message>
        <source>满 {n} 天自动更换，不影响收银</source>
        <translation>滿 {n} 天自動更換，不影響收銀</translation>
    </message>
    <message>
        <source>满意</source>
        <translation>滿意</translation>
    </message>
    <message>
        <source>漏收或多收</source>
        <translation>漏收或多收</translation>
    </message>
    <message>
        <source>漏记积分</source>
        <translation>漏記積分</translation>
    </message>
    <message>
        <source>澳门 +853</source>
        <translation>澳門 +853</translation>
    </message>
    <message>
        <source>点收纸币硬币</source>
        <translation>點收紙鈔硬幣</translation>
    </message>
    <message>
        <source>版本 {v}</source>
        <translation>版本 {v}</translation>
    </message>
    <message>
        <source>状态</source>
        <translation>狀態</translation>
    </message>
    <message>
        <source>状态改为{status}</source>
        <translation>狀態改為{status}</translation>
    </message>
    <message>
        <source>现在就是正常</source>
        <translation>現在就是正常</translation>
    </message>
    <message>
        <source>现在按“{action}”的新键</source>
        <translation>現在按「{action}」的新鍵</translation>
    </message>
    <message>
        <source>现在是{state}</source>
        <translation>現在是{state}</translation>
    </message>
    <message>
        <source>现有储值</source>
        <translation>現有儲值</translation>
    </message>
    <message>
        <source>现金</source>
        <translation>現金</translation>
    </message>
    <message>
        <source>现金 {amount}</source>
        <translation>現金 {amount}</translation>
    </message>
    <message>
        <source>现金付了 {paid}，从钱箱退</source>
        <translation>現金付了 {paid}，從錢箱退</translation>
    </message>
    <message>
        <source>现金存取</source>
        <translation>現金存取</translation>
    </message>
    <message>
        <source>现金收款、打小票</source>
        <translation>現金收款、印小票</translation>
    </message>
    <message>
        <source>班中上缴的现金</source>
        <translation>班中上繳的現金</translation>
    </message>
    <message>
        <source>生日</source>
        <translation>生日</translation>
    </message>
    <message>
        <source>生日 {day}</source>
        <translation>生日 {day}</translation>
    </message>
    <message>
        <source>生日月份</source>
        <translation>生日月份</translation>
    </message>
    <message>
        <source>用人脸入园，可改用会员码，到撤回为止</source>
        <translation>用人臉入園，可改用會員碼，到撤回為止</translation>
    </message>
    <message>
        <source>用储值付 {amount}</source>
        <translation>用儲值付 {amount}</translation>
    </message>
    <message>
        <source>用恢复密语打开</source>
        <translation>用恢復密語開啟</translation>
    </message>
    <message>
        <source>用手机号发送活动和优惠，到撤回为止</source>
        <translation>用手機號發送活動和優惠，到撤回為止</translation>
    </message>
    <message>
        <source>用手机号识别身份和通知账户变动，到注销为止</source>
        <translation>用手機號識別身分和通知帳戶變動，到註銷為止</translation>
    </message>
    <message>
        <source>用消费记录推荐商品和活动，到撤回为止</source>
        <translation>用消費記錄推薦商品和活動，到撤回為止</translation>
    </message>
    <message>
        <source>用积分抵 {amount}</source>
        <translation>用點數抵 {amount}</translation>
    </message>
    <message>
        <source>用过储值：法律要求的身份资料封存到 {day}，到期自动销毁</source>
        <translation>用過儲值：法律要求的身分資料封存到 {day}，到期自動銷毀</translation>
    </message>
    <message>
        <source>用预留给本机的储值</source>
        <translation>用預留給本機的儲值</translation>
    </message>
    <message>
        <source>用预留给本机的积分和券</source>
        <translation>用預留給本機的積分和券</translation>
    </message>
    <message>
        <source>由我负责</source>
        <translation>由我負責</translation>
    </message>
    <message>
        <source>电话</source>
        <translation>電話</translation>
    </message>
    <message>
        <source>电话回访</source>
        <translation>電話回訪</translation>
    </message>
    <message>
        <source>男</source>
        <translation>男</translation>
    </message>
    <message>
        <source>留存备用金</source>
        <translation>留存備用金</translation>
    </message>
    <message>
        <source>留存超过实点</source>
        <translation>留存超過實點</translation>
    </message>
    <message>
        <source>留言</source>
        <translation>留言</translation>
    </message>
    <message>
        <source>登录</source>
        <translation>登入</translation>
    </message>
    <message>
        <source>登记</source>
        <translation>登記</translation>
    </message>
    <message>
        <source>登记 {amount}</source>
        <translation>登記 {amount}</translation>
    </message>
    <message>
        <source>登记从</source>
        <translation>登記從</translation>
    </message>
    <message>
        <source>登记会员</source>
        <translation>登記會員</translation>
    </message>
    <message>
        <source>登记会员并积分</source>
        <translation>登記會員並積分</translation>
    </message>
    <message>
        <source>登记到</source>
        <translation>登記到</translation>
    </message>
    <message>
        <source>登记外部已收的款</source>
        <translation>登記外部已收的款</translation>
    </message>
    <message>
        <source>登记外部收款需要店长授权</source>
        <translation>登記外部收款需要店長授權</translation>
    </message>
    <message>
        <source>登记孩子</source>
        <translation>登記孩子</translation>
    </message>
    <message>
        <source>登记孩子，加入这个家庭</source>
        <translation>登記孩子，加入這個家庭</translation>
    </message>
    <message>
        <source>登记成为会员</source>
        <translation>登記成為會員</translation>
    </message>
    <message>
        <source>登记新会员</source>
        <translation>登記新會員</translation>
    </message>
    <message>
        <source>登记日期</source>
        <translation>登記日期</translation>
    </message>
    <message>
        <source>登记时列为相似会员</source>
        <translation>登記時列為相似會員</translation>
    </message>
    <message>
        <source>登记时间</source>
        <translation>登記時間</translation>
    </message>
    <message>
        <source>登记的卡没有绑定</source>
        <translation>登記的卡沒有綁定</translation>
    </message>
    <message>
        <source>登记错误</source>
        <translation>登記錯誤</translation>
    </message>
    <message>
        <source>监护人</source>
        <translation>監護人</translation>
    </message>
    <message>
        <source>监护人代为申请</source>
        <translation>監護人代為申請</translation>
    </message>
    <message>
        <source>监护人会员号</source>
        <translation>監護人會員號</translation>
    </message>
    <message>
        <source>监护人在场并同意</source>
        <translation>監護人在場並同意</translation>
    </message>
    <message>
        <source>监护人姓名</source>
        <translation>監護人姓名</translation>
    </message>
    <message>
        <source>监护人已阅读并同意</source>
        <translation>監護人已閱讀並同意</translation>
    </message>
    <message>
        <source>监护人手机号</source>
        <translation>監護人手機號</translation>
    </message>
    <message>
        <source>监护人还没有登记</source>
        <translation>監護人還沒有登記</translation>
    </message>
    <message>
        <source>看了会员的申请</source>
        <translation>看了會員的申請</translation>
    </message>
    <message>
        <source>看了卡号</source>
        <translation>看了卡號</translation>
    </message>
    <message>
        <source>看了同意记录</source>
        <translation>看了同意記錄</translation>
    </message>
    <message>
        <source>看了姓名</source>
        <translation>看了姓名</translation>
    </message>
    <message>
        <source>看了家庭</source>
        <translation>看了家庭</translation>
    </message>
    <message>
        <source>看了手机号</source>
        <translation>看了手機號</translation>
    </message>
    <message>
        <source>看了投诉</source>
        <translation>看了投訴</translation>
    </message>
    <message>
        <source>看了生日</source>
        <translation>看了生日</translation>
    </message>
    <message>
        <source>看报表</source>
        <translation>看報表</translation>
    </message>
    <message>
        <source>看过</source>
        <translation>看過</translation>
    </message>
    <message>
        <source>知道另一份档案的，在上面输入手机号、会员号或卡</source>
        <translation>知道另一份檔案的，在上面輸入手機號、會員號或卡</translation>
    </message>
    <message>
        <source>短信已发出，顾客没有收到</source>
        <translation>簡訊已送出，顧客沒有收到</translation>
    </message>
    <message>
        <source>短信收不到，看过本人手机</source>
        <translation>簡訊收不到，看過本人手機</translation>
    </message>
    <message>
        <source>短信没有发出：请核对号码再发一次，还不行请店长当面核验</source>
        <translation>簡訊沒有發出：請核對號碼再發一次，還不行請店長當面核驗</translation>
    </message>
    <message>
        <source>短信验证码</source>
        <translation>簡訊驗證碼</translation>
    </message>
    <message>
        <source>短款</source>
        <translation>短款</translation>
    </message>
    <message>
        <source>确认</source>
        <translation>確認</translation>
    </message>
    <message>
        <source>确认 {amount} 已在别处收到，以后按单号与账单核对</source>
        <translation>確認 {amount} 已在別處收到，以後按單號與帳單核對</translation>
    </message>
    <message>
        <source>确认充值 {amount}</source>
        <translation>確認加值 {amount}</translation>
    </message>
    <message>
        <source>确认差异并交班</source>
        <translation>確認差異並交班</translation>
    </message>
    <message>
        <source>确认收款</source>
        <translation>確認收款</translation>
    </message>
    <message>
        <source>确认收款 {amount}</source>
        <translation>確認收款 {amount}</translation>
    </message>
    <message>
        <source>确认退款</source>
        <translation>確認退款</translation>
    </message>
    <message>
        <source>确认退款 {amount}</source>
        <translation>確認退款 {amount}</translation>
    </message>
    <message>
        <source>磁盘</source>
        <translation>磁碟</translation>
    </message>
    <message>
        <source>磁盘只剩 {size}，请马上清出空间</source>
        <translation>磁碟只剩 {size}，請馬上清出空間</translation>
    </message>
    <message>
        <source>礼品包装</source>
        <translation>禮品包裝</translation>
    </message>
    <message>
        <source>离开</source>
        <translation>離開</translation>
    </message>
    <message>
        <source>离开了家庭</source>
        <translation>離開了家庭</translation>
    </message>
    <message>
        <source>离开家庭</source>
        <translation>離開家庭</translation>
    </message>
    <message>
        <source>离线</source>
        <translation>離線</translation>
    </message>
    <message>
        <source>离线 {n} 分钟</source>
        <translation>離線 {n} 分鐘</translation>
    </message>
    <message>
        <source>离线时只能撤回，要同意请连上总部再点</source>
        <translation>離線時只能撤回，要同意請連上總部再點</translation>
    </message>
    <message>
        <source>离线时怎么收银</source>
        <translation>離線時怎麼收銀</translation>
    </message>
    <message>
        <source>离线暂停</source>
        <translation>離線暫停</translation>
    </message>
    <message>
        <source>离线登记</source>
        <translation>離線登記</translation>
    </message>
    <message>
        <source>离线额度不能用</source>
        <translation>離線額度不能用</translation>
    </message>
    <message>
        <source>离线额度已停用</source>
        <translation>離線額度已停用</translation>
    </message>
    <message>
        <source>离线额度已过期</source>
        <translation>離線額度已過期</translation>
    </message>
    <message>
        <source>离线额度没有退回</source>
        <translation>離線額度沒有退回</translation>
    </message>
    <message>
        <source>离线额度超用</source>
        <translation>離線額度超用</translation>
    </message>
    <message>
        <source>离线，付款码收款暂停</source>
        <translation>離線，付款碼收款暫停</translation>
    </message>
    <message>
        <source>离线，储值与积分支付暂停</source>
        <translation>離線，儲值與點數付款暫停</translation>
    </message>
    <message>
        <source>离线，充值暂停</source>
        <translation>離線，加值暫停</translation>
    </message>
    <message>
        <source>离线，可以收现金，储值与积分限预留</source>
        <translation>離線，可收現金，儲值與點數限預留</translation>
    </message>
    <message>
        <source>离线，总部的退货记录还没有核对</source>
        <translation>離線，總部的退貨紀錄還沒有核對</translation>
    </message>
    <message>
        <source>离线，找零请付现金</source>
        <translation>離線，找零請付現金</translation>
    </message>
    <message>
        <source>离线，查找要连上总部</source>
        <translation>離線，查找要連上總部</translation>
    </message>
    <message>
        <source>离线，档案在总部</source>
        <translation>離線，檔案在總部</translation>
    </message>
    <message>
        <source>离线，看不到现在的情况，可以撤回</source>
        <translation>離線，看不到現在的情況，可以撤回</translation>
    </message>
    <message>
        <source>离线，联网后核对</source>
        <translation>離線，連線後核對</translation>
    </message>
    <message>
        <source>离线，要连上总部才能办</source>
        <translation>離線，要連上總部才能辦</translation>
    </message>
    <message>
        <source>离线，请联网后再改</source>
        <translation>離線，請連線後再改</translation>
    </message>
    <message>
        <source>离线：储值是 {when} 的数据，储值和积分只能用预留的</source>
        <translation>離線：儲值是 {when} 的資料，儲值和點數只能用預留的</translation>
    </message>
    <message>
        <source>离线：只能取本机的挂单</source>
        <translation>離線：只能取本機的掛單</translation>
    </message>
    <message>
        <source>秒内等终端应答</source>
        <translation>秒內等終端機回應</translation>
    </message>
    <message>
        <source>秒后收款码失效</source>
        <translation>秒後收款碼失效</translation>
    </message>
    <message>
        <source>秒后自动撤销</source>
        <translation>秒後自動撤銷</translation>
    </message>
    <message>
        <source>积分</source>
        <translation>點數</translation>
    </message>
    <message>
        <source>积分 {n}，待生效 {pending}，券 {coupons} 张</source>
        <translation>積分 {n}，待生效 {pending}，券 {coupons} 張</translation>
    </message>
    <message>
        <source>积分 {points}</source>
        <translation>點數 {points}</translation>
    </message>
    <message>
        <source>积分/券</source>
        <translation>點數/券</translation>
    </message>
    <message>
        <source>积分、储值和会员价，到注销为止，账目依法另存 5 年</source>
        <translation>積分、儲值和會員價，到註銷為止，帳目依法另存 5 年</translation>
    </message>
    <message>
        <source>积分不符</source>
        <translation>點數不符</translation>
    </message>
    <message>
        <source>积分兑换和优惠券</source>
        <translation>點數兌換和優惠券</translation>
    </message>
    <message>
        <source>积分到期</source>
        <translation>積分到期</translation>
    </message>
    <message>
        <source>积分抵了 {paid}，退回 {n} 分</source>
        <translation>積分抵了 {paid}，退回 {n} 分</translation>
    </message>
    <message>
        <source>积分抵扣</source>
        <translation>點數折抵</translation>
    </message>
    <message>
        <source>积分抵扣，{n} 分</source>
        <translation>點數折抵，{n} 點</translation>
    </message>
    <message>
        <source>积分按实付的钱 {base} 计，每 {per} 得 {n} 分，不足的不计</source>
        <translation>點數按實付的錢 {base} 計，每 {per} 得 {n} 點，不足的不計</translation>
    </message>
    <message>
        <source>积分漏记</source>
        <translation>積分漏記</translation>
    </message>
    <message>
        <source>稍后来取</source>
        <translation>稍後來取</translation>
    </message>
    <message>
        <source>空格</source>
        <translation>空格</translation>
    </message>
    <message>
        <source>空闲</source>
        <translation>空閒</translation>
    </message>
    <message>
        <source>空闲时会自动做第一份</source>
        <translation>空閒時會自動做第一份</translation>
    </message>
    <message>
        <source>空间不多，请清出空间</source>
        <translation>空間不多，請清出空間</translation>
    </message>
    <message>
        <source>窄一点</source>
        <translation>窄一點</translation>
    </message>
    <message>
        <source>立即查询结果</source>
        <translation>立即查詢結果</translation>
    </message>
    <message>
        <source>立即重连</source>
        <translation>立即重新連線</translation>
    </message>
    <message>
        <source>第 {n} 种支付方式</source>
        <translation>第 {n} 種付款方式</translation>
    </message>
    <message>
        <source>第 {n} 笔</source>
        <translation>第 {n} 筆</translation>
    </message>
    <message>
        <source>第 {n} 页</source>
        <translation>第 {n} 頁</translation>
    </message>
    <message>
        <source>第三方券</source>
        <translation>第三方券</translation>
    </message>
    <message>
        <source>第三方券抵了 {paid}，不退现金</source>
        <translation>第三方券抵了 {paid}，不退現金</translation>
    </message>
    <message>
        <source>等候太久</source>
        <translation>等候太久</translation>
    </message>
    <message>
        <source>等待</source>
        <translation>等待</translation>
    </message>
    <message>
        <source>等待顾客确认 {amount}</source>
        <translation>等待顧客確認 {amount}</translation>
    </message>
    <message>
        <source>等待顾客确认付款</source>
        <translation>等待顧客確認付款</translation>
    </message>
    <message>
        <source>等级</source>
        <translation>等級</translation>
    </message>
    <message>
        <source>等级定为 {tier}，到 {day} 为止</source>
        <translation>等級定為 {tier}，到 {day} 為止</translation>
    </message>
    <message>
        <source>等级由两个人定到一天为止，之后回到按规则的等级；同一个按键取消</source>
        <translation>等級由兩個人定到一天為止，之後回到按規則的等級；同一個按鍵取消</translation>
    </message>
    <message>
        <source>等顾客扫码</source>
        <translation>等顧客掃碼</translation>
    </message>
    <message>
        <source>等顾客输密码</source>
        <translation>等顧客輸密碼</translation>
    </message>
    <message>
        <source>等首次消费</source>
        <translation>等首次消費</translation>
    </message>
    <message>
        <source>答复</source>
        <translation>答覆</translation>
    </message>
    <message>
        <source>答复会员并关闭这件事</source>
        <translation>答覆會員並關閉這件事</translation>
    </message>
    <message>
        <source>答复并关闭</source>
        <translation>答覆並關閉</translation>
    </message>
    <message>
        <source>答复投诉</source>
        <translation>答覆投訴</translation>
    </message>
    <message>
        <source>答复期限 {time}</source>
        <translation>答覆期限 {time}</translation>
    </message>
    <message>
        <source>签单人 {name}</source>
        <translation>簽單人 {name}</translation>
    </message>
    <message>
        <source>签单人姓名</source>
        <translation>簽單人姓名</translation>
    </message>
    <message>
        <source>签名密钥</source>
        <translation>簽章金鑰</translation>
    </message>
    <message>
        <source>系统密钥环锁着，收银数据打不开。数据都在，没有丢失</source>
        <translation>系統金鑰圈鎖著，收銀資料打不開。資料都在，沒有遺失</translation>
    </message>
    <message>
        <source>系统故障</source>
        <translation>系統故障</translation>
    </message>
    <message>
        <source>系统故障补记</source>
        <translation>系統故障補記</translation>
    </message>
    <message>
        <source>系统没有回答可用空间</source>
        <translation>系統沒有回答可用空間</translation>
    </message>
    <message>
        <source>红色提示已看到</source>
        <translation>紅色提示已看到</translation>
    </message>
    <message>
        <source>纸质</source>
        <translation>紙本</translation>
    </message>
    <message>
        <source>练习</source>
        <translation>練習</translation>
    </message>
    <message>
        <source>组件</source>
        <translation>元件</translation>
    </message>
    <message>
        <source>终端断开</source>
        <translation>終端斷開</translation>
    </message>
    <message>
        <source>终端断开，请检查电源和网线</source>
        <translation>終端機中斷，請檢查電源和網路線</translation>
    </message>
    <message>
        <source>终端正在处理，请稍候</source>
        <translation>終端機正在處理，請稍候</translation>
    </message>
    <message>
        <source>终端正常</source>
        <translation>終端機正常</translation>
    </message>
    <message>
        <source>终端自带网络时，可刷卡</source>
        <translation>終端自帶網路時，可刷卡</translation>
    </message>
    <message>
        <source>终端自带网络时，可刷卡和扫码</source>
        <translation>終端自帶網路時，可刷卡和掃碼</translation>
    </message>
    <message>
        <source>经过</source>
        <translation>經過</translation>
    </message>
    <message>
        <source>绑卡</source>
        <translation>綁卡</translation>
    </message>
    <message>
        <source>绑定</source>
        <translation>綁定</translation>
    </message>
    <message>
        <source>绑定到本单</source>
        <translation>綁定到本單</translation>
    </message>
    <message>
        <source>绑定这位会员</source>
        <translation>綁定這位會員</translation>
    </message>
    <message>
        <source>结果未知，查询后失败</source>
        <translation>結果未知，查詢後失敗</translation>
    </message>
    <message>
        <source>结果未知，查询后成功</source>
        <translation>結果未知，查詢後成功</translation>
    </message>
    <message>
        <source>结算时间不同</source>
        <translation>結算時間不同</translation>
    </message>
    <message>
        <source>给了补偿</source>
        <translation>給了補償</translation>
    </message>
    <message>
        <source>给会员的答复，她在会员页面看到</source>
        <translation>給會員的答覆，她在會員頁面看到</translation>
    </message>
    <message>
        <source>给监护人看</source>
        <translation>給監護人看</translation>
    </message>
    <message>
        <source>给顾客看</source>
        <translation>給顧客看</translation>
    </message>
    <message>
        <source>继承</source>
        <translation>繼承</translation>
    </message>
    <message>
        <source>继续</source>
        <translation>繼續</translation>
    </message>
    <message>
        <source>继续收款</source>
        <translation>繼續收款</translation>
    </message>
    <message>
        <source>继续用这只钱箱</source>
        <translation>繼續用這個錢箱</translation>
    </message>
    <message>
        <source>编码 {code}</source>
        <translation>編碼 {code}</translation>
    </message>
    <message>
        <source>网上</source>
        <translation>網路</translation>
    </message>
    <message>
        <source>网络不通：可以离线登记，联网后由总部核对手机号</source>
        <translation>網路不通：可以離線登記，連線後由總部核對手機號</translation>
    </message>
    <message>
        <source>能做</source>
        <translation>能做</translation>
    </message>
    <message>
        <source>自 {time} 起</source>
        <translation>自 {time} 起</translation>
    </message>
    <message>
        <source>菜单</source>
        <translation>選單</translation>
    </message>
    <message>
        <source>补偿</source>
        <translation>補償</translation>
    </message>
    <message>
        <source>补偿会员，每人每天</source>
        <translation>補償會員，每人每天</translation>
    </message>
    <message>
        <source>补偿会员，每位会员每年</source>
        <translation>補償會員，每位會員每年</translation>
    </message>
    <message>
        <source>补偿会员，每次</source>
        <translation>補償會員，每次</translation>
    </message>
    <message>
        <source>补偿的赠送到期</source>
        <translation>補償的贈送到期</translation>
    </message>
    <message>
        <source>补备用金</source>
        <translation>補備用金</translation>
    </message>
    <message>
        <source>补打</source>
        <translation>補印</translation>
    </message>
    <message>
        <source>补打这张 Z 报表</source>
        <translation>補印這張 Z 報表</translation>
    </message>
    <message>
        <source>补登消费积分</source>
        <translation>補登消費積分</translation>
    </message>
    <message>
        <source>补零钱</source>
        <translation>補零錢</translation>
    </message>
    <message>
        <source>要做什么</source>
        <translation>要做什麼</translation>
    </message>
    <message>
        <source>要授权</source>
        <translation>要授權</translation>
    </message>
    <message>
        <source>要输密码</source>
        <translation>要輸密碼</translation>
    </message>
    <message>
        <source>解锁</source>
        <translation>解鎖</translation>
    </message>
    <message>
        <source>订单</source>
        <translation>訂單</translation>
    </message>
    <message>
        <source>订单收的现金，已减找零</source>
        <translation>訂單收的現金，已減找零</translation>
    </message>
    <message>
        <source>让 {name} 离开这个家庭</source>
        <translation>讓 {name} 離開這個家庭</translation>
    </message>
    <message>
        <source>让一位会员加入这个家庭</source>
        <translation>讓一位會員加入這個家庭</translation>
    </message>
    <message>
        <source>训练</source>
        <translation>訓練</translation>
    </message>
    <message>
        <source>训练 {brand}</source>
        <translation>訓練 {brand}</translation>
    </message>
    <message>
        <source>训练模式，不是真实交易</source>
        <translation>訓練模式，不是真實交易</translation>
    </message>
    <message>
        <source>训练模式，不是真实交易，不同步，不打开钱箱</source>
        <translation>訓練模式，不是真實交易，不同步，不開錢箱</translation>
    </message>
    <message>
        <source>记一笔更正，原来的记录不变；超过额度要店长授权</source>
        <translation>記一筆更正，原來的紀錄不變；超過額度要店長授權</translation>
    </message>
    <message>
        <source>记一笔相反的，原来那笔仍保留</source>
        <translation>記一筆相反的，原來那筆仍保留</translation>
    </message>
    <message>
        <source>记一笔补偿和它的费用；超过额度要店长授权</source>
        <translation>記一筆補償和它的費用；超過額度要店長授權</translation>
    </message>
    <message>
        <source>记下这一项</source>
        <translation>記下這一項</translation>
    </message>
    <message>
        <source>记录别处收的钱</source>
        <translation>記錄別處收的錢</translation>
    </message>
    <message>
        <source>记录投诉</source>
        <translation>記錄投訴</translation>
    </message>
    <message>
        <source>记账并开钱箱</source>
        <translation>記帳並開錢箱</translation>
    </message>
    <message>
        <source>设备 {there}，差额 {gap}，{why}</source>
        <translation>設備 {there}，差額 {gap}，{why}</translation>
    </message>
    <message>
        <source>设备上另有收款</source>
        <translation>設備上另有收款</translation>
    </message>
    <message>
        <source>设备或收单方的合计</source>
        <translation>設備或收單方的合計</translation>
    </message>
    <message>
        <source>设置为不自动更换</source>
        <translation>設定為不自動更換</translation>
    </message>
    <message>
        <source>识别会员并积分</source>
        <translation>識別會員並累點</translation>
    </message>
    <message>
        <source>误停：请总部发登记码，重新登记本机</source>
        <translation>誤停：請總部發登記碼，重新登記本機</translation>
    </message>
    <message>
        <source>说明和下一步</source>
        <translation>說明和下一步</translation>
    </message>
    <message>
        <source>请任选一种方式确认</source>
        <translation>請任選一種方式確認</translation>
    </message>
    <message>
        <source>请停止收款，退出后重新启动，会从备份和黑匣子找回</source>
        <translation>請停止收款，結束後重新啟動，會從備份和黑盒子找回</translation>
    </message>
    <message>
        <source>请先数清钱箱里的钱，交班时按这个数核对</source>
        <translation>請先數清錢箱裡的錢，交班時按這個數核對</translation>
    </message>
    <message>
        <source>请再扫几次，共三次后给出建议</source>
        <translation>請再掃幾次，共三次後給出建議</translation>
    </message>
    <message>
        <source>请切换到英文输入法，或把扫码枪改为串口模式</source>
        <translation>請切換到英文輸入法，或把掃描槍改為序列埠模式</translation>
    </message>
    <message>
        <source>请切换到英文输入法，或改用串口扫码枪</source>
        <translation>請切換到英文輸入法，或改用序列埠掃描器</translation>
    </message>
    <message>
        <source>请勿</source>
        <translation>請勿</translation>
    </message>
    <message>
        <source>请在原设备上退，单号 {number}</source>
        <translation>請在原裝置上退，單號 {number}</translation>
    </message>
    <message>
        <source>请安装新版本再收银。没有上传的记录现在就在上传，也可以用 journal export 导出</source>
        <translation>請安裝新版本再收銀。沒有上傳的紀錄現在就在上傳，也可以用 journal export 匯出</translation>
    </message>
    <message>
        <source>请对着商品条码扫三次</source>
        <translation>請對著商品條碼掃三次</translation>
    </message>
    <message>
        <source>请带身份证件到服务台办理</source>
        <translation>請帶身分證件到服務台辦理</translation>
    </message>
    <message>
        <source>请扫顾客付款码</source>
        <translation>請掃顧客付款碼</translation>
    </message>
    <message>
        <source>请授权人输入工号和 PIN</source>
        <translation>請授權人輸入工號和 PIN</translation>
    </message>
    <message>
        <source>请支付</source>
        <translation>請付款</translation>
    </message>
    <message>
        <source>请收银员发送，再由您输入</source>
        <translation>請收銀員發送，再由您輸入</translation>
    </message>
    <message>
        <source>请查询或再撤销</source>
        <translation>請查詢或再撤銷</translation>
    </message>
    <message>
        <source>请核对商品和价格</source>
        <translation>請核對商品和價格</translation>
    </message>
    <message>
        <source>请检查网线、路由器或 Wi-Fi</source>
        <translation>請檢查網路線、路由器或 Wi-Fi</translation>
    </message>
    <message>
        <source>请用原来的系统账号启动，再按“再试一次”</source>
        <translation>請用原來的系統帳號啟動，再按「再試一次」</translation>
    </message>
    <message>
        <source>请用平时的系统账号登录并解锁密钥环，再按“再试一次”</source>
        <translation>請用平時的系統帳號登入並解鎖金鑰圈，再按「再試一次」</translation>
    </message>
    <message>
        <source>请用手机扫码付款</source>
        <translation>請用手機掃碼付款</translation>
    </message>
    <message>
        <source>请用扫码枪扫条码，不要手工输入</source>
        <translation>請用掃描槍掃條碼，不要手動輸入</translation>
    </message>
    <message>
        <source>请稍候</source>
        <translation>請稍候</translation>
    </message>
    <message>
        <source>请联系店长，问总部为什么停用</source>
        <translation>請聯絡店長，問總部為什麼停用</translation>
    </message>
    <message>
        <source>请输入短信验证码</source>
        <translation>請輸入簡訊驗證碼</translation>
    </message>
    <message>
        <source>请输入金额</source>
        <translation>請輸入金額</translation>
    </message>
    <message>
        <source>请选择单位</source>
        <translation>請選擇單位</translation>
    </message>
    <message>
        <source>请选择原因</source>
        <translation>請選擇原因</translation>
    </message>
    <message>
        <source>请逐项核对</source>
        <translation>請逐項核對</translation>
    </message>
    <message>
        <source>请阅读《会员协议》《隐私政策》{v}</source>
        <translation>請閱讀《會員協議》《隱私政策》{v}</translation>
    </message>
    <message>
        <source>请顾客任选一种方式验证</source>
        <translation>請顧客任選一種方式驗證</translation>
    </message>
    <message>
        <source>请顾客在手机上输入支付密码</source>
        <translation>請顧客在手機上輸入支付密碼</translation>
    </message>
    <message>
        <source>请顾客在终端上刷卡</source>
        <translation>請顧客在終端機上刷卡</translation>
    </message>
    <message>
        <source>请顾客用手机扫收款码</source>
        <translation>請顧客用手機掃收款碼</translation>
    </message>
    <message>
        <source>读不懂的流水</source>
        <translation>讀不懂的流水</translation>
    </message>
    <message>
        <source>读音和手机尾号相近</source>
        <translation>讀音和手機尾號相近</translation>
    </message>
    <message>
        <source>谁看过</source>
        <translation>誰看過</translation>
    </message>
    <message>
        <source>账单 {amount}</source>
        <translation>帳單 {amount}</translation>
    </message>
    <message>
        <source>账单已撤销，本店已收</source>
        <translation>帳單已撤銷，本店已收</translation>
    </message>
    <message>
        <source>账单已收，本店未收</source>
        <translation>帳單已收，本店未收</translation>
    </message>
    <message>
        <source>账单已退，本店未退</source>
        <translation>帳單已退，本店未退</translation>
    </message>
    <message>
        <source>账单日 {day}</source>
        <translation>帳單日 {day}</translation>
    </message>
    <message>
        <source>账单里有单号 {number}</source>
        <translation>帳單裡有單號 {number}</translation>
    </message>
    <message>
        <source>账单里没有单号 {number}，列为待处理</source>
        <translation>帳單裡沒有單號 {number}，列為待處理</translation>
    </message>
    <message>
        <source>账单里没有这笔</source>
        <translation>帳單裡沒有這筆</translation>
    </message>
    <message>
        <source>账单金额不符</source>
        <translation>帳單金額不符</translation>
    </message>
    <message>
        <source>账户归新持有人，旧会员码失效；双方证件由两人看过，重新征求同意</source>
        <translation>帳戶歸新持有人，舊會員碼失效；雙方證件由兩人看過，重新徵求同意</translation>
    </message>
    <message>
        <source>质量问题</source>
        <translation>品質問題</translation>
    </message>
    <message>
        <source>购票</source>
        <translation>購票</translation>
    </message>
    <message>
        <source>贴上标签 {tag}</source>
        <translation>貼上標籤 {tag}</translation>
    </message>
    <message>
        <source>资料</source>
        <translation>資料</translation>
    </message>
    <message>
        <source>资料有误</source>
        <translation>資料有誤</translation>
    </message>
    <message>
        <source>赠送</source>
        <translation>贈送</translation>
    </message>
    <message>
        <source>赠送 {bonus}</source>
        <translation>贈送 {bonus}</translation>
    </message>
    <message>
        <source>赠送金额</source>
        <translation>贈送金額</translation>
    </message>
    <message>
        <source>赠送，按总部现在的充值档位报价</source>
        <translation>贈送，按總部現在的加值級距報價</translation>
    </message>
    <message>
        <source>超市习惯</source>
        <translation>超市習慣</translation>
    </message>
    <message>
        <source>超过两天了，请检查备份目录或 U 盘</source>
        <translation>超過兩天了，請檢查備份目錄或隨身碟</translation>
    </message>
    <message>
        <source>跟随系统</source>
        <translation>跟隨系統</translation>
    </message>
    <message>
        <source>转为持卡人</source>
        <translation>轉為持卡人</translation>
    </message>
    <message>
        <source>转为离线</source>
        <translation>轉為離線</translation>
    </message>
    <message>
        <source>转为降级</source>
        <translation>轉為降級</translation>
    </message>
    <message>
        <source>输入新数量，按 Enter</source>
        <translation>輸入新數量，按 Enter</translation>
    </message>
    <message>
        <source>输入验证码</source>
        <translation>輸入驗證碼</translation>
    </message>
    <message>
        <source>过期</source>
        <translation>過期</translation>
    </message>
    <message>
        <source>过期：{title}</source>
        <translation>過期：{title}</translation>
    </message>
    <message>
        <source>返回</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>返回登录</source>
        <translation>返回登入</translation>
    </message>
    <message>
        <source>返回订单</source>
        <translation>返回訂單</translation>
    </message>
    <message>
        <source>返回订单，仍保持未确认</source>
        <translation>返回訂單，仍保持未確認</translation>
    </message>
    <message>
        <source>返回，不交班</source>
        <translation>返回，不交班</translation>
    </message>
    <message>
        <source>返回，不作废</source>
        <translation>返回，不作廢</translation>
    </message>
    <message>
        <source>返回，不减价</source>
        <translation>返回，不減價</translation>
    </message>
    <message>
        <source>返回，不办理</source>
        <translation>返回，不辦理</translation>
    </message>
    <message>
        <source>返回，不处理</source>
        <translation>返回，不處理</translation>
    </message>
    <message>
        <source>返回，不导入</source>
        <translation>返回，不匯入</translation>
    </message>
    <message>
        <source>返回，不打开钱箱</source>
        <translation>返回，不打開錢箱</translation>
    </message>
    <message>
        <source>返回，不抹零</source>
        <translation>返回，不抹零</translation>
    </message>
    <message>
        <source>返回，不挂账</source>
        <translation>返回，不掛帳</translation>
    </message>
    <message>
        <source>返回，不改</source>
        <translation>返回，不改</translation>
    </message>
    <message>
        <source>返回，不改备注</source>
        <translation>返回，不改備註</translation>
    </message>
    <message>
        <source>返回，不登记</source>
        <translation>返回，不登記</translation>
    </message>
    <message>
        <source>返回，不退款</source>
        <translation>返回，不退款</translation>
    </message>
    <message>
        <source>返回，继续查询</source>
        <translation>返回，繼續查詢</translation>
    </message>
    <message>
        <source>返回，选其他方式</source>
        <translation>返回，選其他方式</translation>
    </message>
    <message>
        <source>还可抵 {most}，已抵 {paid}</source>
        <translation>還可抵 {most}，已抵 {paid}</translation>
    </message>
    <message>
        <source>还差 {amount}</source>
        <translation>還差 {amount}</translation>
    </message>
    <message>
        <source>还差 {n} 位 PIN</source>
        <translation>還差 {n} 位 PIN</translation>
    </message>
    <message>
        <source>还有 {n} 个单位，请输入编号或名称</source>
        <translation>還有 {n} 個單位，請輸入編號或名稱</translation>
    </message>
    <message>
        <source>还有 {n} 单</source>
        <translation>還有 {n} 單</translation>
    </message>
    <message>
        <source>还有 {n} 笔没有上传</source>
        <translation>還有 {n} 筆沒有上傳</translation>
    </message>
    <message>
        <source>还有 {n} 笔，开机时找到的</source>
        <translation>還有 {n} 筆，開機時找到的</translation>
    </message>
    <message>
        <source>还有储值 {value}，先退给会员</source>
        <translation>還有儲值 {value}，先退給會員</translation>
    </message>
    <message>
        <source>还有更多，请再多输几位</source>
        <translation>還有更多，請再多輸幾位</translation>
    </message>
    <message>
        <source>还没有</source>
        <translation>還沒有</translation>
    </message>
    <message>
        <source>还没有交接班报表</source>
        <translation>還沒有交接班報表</translation>
    </message>
    <message>
        <source>还没有人处理过</source>
        <translation>還沒有人處理過</translation>
    </message>
    <message>
        <source>还没有商品</source>
        <translation>還沒有商品</translation>
    </message>
    <message>
        <source>还没有家庭</source>
        <translation>還沒有家庭</translation>
    </message>
    <message>
        <source>还没有家庭，登记孩子后自动建立</source>
        <translation>還沒有家庭，登記孩子後自動建立</translation>
    </message>
    <message>
        <source>还没有导入过账单</source>
        <translation>還沒有匯入過帳單</translation>
    </message>
    <message>
        <source>还没有授权记录</source>
        <translation>還沒有授權紀錄</translation>
    </message>
    <message>
        <source>还没有收到扫码</source>
        <translation>還沒有收到掃碼</translation>
    </message>
    <message>
        <source>还没有收款</source>
        <translation>還沒有收款</translation>
    </message>
    <message>
        <source>还没有改动</source>
        <translation>還沒有改動</translation>
    </message>
    <message>
        <source>还没有查到过</source>
        <translation>還沒有查到過</translation>
    </message>
    <message>
        <source>还没有查找</source>
        <translation>還沒有查找</translation>
    </message>
    <message>
        <source>还没有短信</source>
        <translation>還沒有簡訊</translation>
    </message>
    <message>
        <source>还没有记录</source>
        <translation>還沒有紀錄</translation>
    </message>
    <message>
        <source>还没有连上过</source>
        <translation>還沒有連上過</translation>
    </message>
    <message>
        <source>还没有选会员</source>
        <translation>還沒有選會員</translation>
    </message>
    <message>
        <source>还没有选小票</source>
        <translation>還沒有選小票</translation>
    </message>
    <message>
        <source>还能做</source>
        <translation>還能做</translation>
    </message>
    <message>
        <source>还需收款</source>
        <translation>還需收款</translation>
    </message>
    <message>
        <source>这一单没有积分</source>
        <translation>這一單沒有積分</translation>
    </message>
    <message>
        <source>这一行合计</source>
        <translation>這一行合計</translation>
    </message>
    <message>
        <source>这一行退回</source>
        <translation>這一行退回</translation>
    </message>
    <message>
        <source>这个手机号已经是会员，可直接绑定</source>
        <translation>這個手機號已經是會員，可直接綁定</translation>
    </message>
    <message>
        <source>这个手机号已经登记。是本人就绑定；号码换了主人，请到会员服务改手机号</source>
        <translation>這個手機號已經登記。是本人就綁定；號碼換了主人，請到會員服務改手機號</translation>
    </message>
    <message>
        <source>这个程序比数据旧，不能收银</source>
        <translation>這個程式比資料舊，不能收銀</translation>
    </message>
    <message>
        <source>这件事没有流水原文，请看编号和数字</source>
        <translation>這件事沒有流水原文，請看編號和數字</translation>
    </message>
    <message>
        <source>这位会员 {price}</source>
        <translation>這位會員 {price}</translation>
    </message>
    <message>
        <source>这位会员不能充值</source>
        <translation>這位會員不能加值</translation>
    </message>
    <message>
        <source>这单 {base} 得了 {n} 分，本次退回其中 {back}</source>
        <translation>這單 {base} 得了 {n} 分，本次退回其中 {back}</translation>
    </message>
    <message>
        <source>这单没有得积分，不用扣回</source>
        <translation>這單沒有得積分，不用扣回</translation>
    </message>
    <message>
        <source>这台收银机上没有可以授权的人，请联系店长</source>
        <translation>這台收銀機上沒有可以授權的人，請聯絡店長</translation>
    </message>
    <message>
        <source>这台机器的数据是旧的，请连上总部核对，之前不要用储值</source>
        <translation>這台機器的資料是舊的，請連上總部核對，之前不要用儲值</translation>
    </message>
    <message>
        <source>这台电脑现在没有可用的密钥环，收银数据打不开。数据都在，没有丢失</source>
        <translation>這台電腦現在沒有可用的金鑰圈，收銀資料打不開。資料都在，沒有遺失</translation>
    </message>
    <message>
        <source>这块屏幕放不下更大，已用最大</source>
        <translation>這塊螢幕放不下更大，已用最大</translation>
    </message>
    <message>
        <source>这对是手工指定的</source>
        <translation>這對是手動指定的</translation>
    </message>
    <message>
        <source>这张卡从现在起在所有收银机都不能用</source>
        <translation>這張卡從現在起在所有收銀機都不能用</translation>
    </message>
    <message>
        <source>这笔支付没有理清</source>
        <translation>這筆付款沒有理清</translation>
    </message>
    <message>
        <source>这笔流水已经入账，请看差别后关闭</source>
        <translation>這筆流水已經入帳，請看差別後結束</translation>
    </message>
    <message>
        <source>这笔钱已收到，但没有对应的订单，请撤销或放一边</source>
        <translation>這筆錢已收到，但沒有對應的訂單，請撤銷或放一邊</translation>
    </message>
    <message>
        <source>这里扫的码不会加入订单</source>
        <translation>這裡掃的碼不會加入訂單</translation>
    </message>
    <message>
        <source>这里还没有商品</source>
        <translation>這裡還沒有商品</translation>
    </message>
    <message>
        <source>进入训练</source>
        <translation>進入訓練</translation>
    </message>
    <message>
        <source>进入负债，不计入销售</source>
        <translation>列入負債，不計入銷售</translation>
    </message>
    <message>
        <source>违反会员协议</source>
        <translation>違反會員協議</translation>
    </message>
    <message>
        <source>连上后自动传完，不会丢失</source>
        <translation>連上後自動傳完，不會遺失</translation>
    </message>
    <message>
        <source>连上总部后开始计算</source>
        <translation>連上總部後開始計算</translation>
    </message>
    <message>
        <source>连上服务器后自动校准，之前会员动态码不可用</source>
        <translation>連上伺服器後自動校準，之前會員動態碼不可用</translation>
    </message>
    <message>
        <source>连不上总部，请问清顾客没有在别的收银机付过款</source>
        <translation>連不上總部，請先問清楚顧客沒有在別台付過款</translation>
    </message>
    <message>
        <source>退 {name} 的数量</source>
        <translation>退 {name} 的數量</translation>
    </message>
    <message>
        <source>退 {n} 积分</source>
        <translation>退 {n} 點數</translation>
    </message>
    <message>
        <source>退其他收银机小票</source>
        <translation>退其他收銀機小票</translation>
    </message>
    <message>
        <source>退出</source>
        <translation>離開</translation>
    </message>
    <message>
        <source>退出登录</source>
        <translation>登出</translation>
    </message>
    <message>
        <source>退出训练</source>
        <translation>結束訓練</translation>
    </message>
    <message>
        <source>退后还可退 {rest}</source>
        <translation>退後還可退 {rest}</translation>
    </message>
    <message>
        <source>退后还有 {n} 件押金未退</source>
        <translation>退後還有 {n} 件押金未退</translation>
    </message>
    <message>
        <source>退回 {what}</source>
        <translation>退回 {what}</translation>
    </message>
    <message>
        <source>退回离线额度</source>
        <translation>退回離線額度</translation>
    </message>
    <message>
        <source>退押金</source>
        <translation>退押金</translation>
    </message>
    <message>
        <source>退押金 {n} 件</source>
        <translation>退押金 {n} 件</translation>
    </message>
    <message>
        <source>退格</source>
        <translation>退格</translation>
    </message>
    <message>
        <source>退款</source>
        <translation>退款</translation>
    </message>
    <message>
        <source>退款 {amount}</source>
        <translation>退款 {amount}</translation>
    </message>
    <message>
        <source>退款合计</source>
        <translation>退款合計</translation>
    </message>
    <message>
        <source>退款完成，小票 {number}</source>
        <translation>退款完成，小票 {number}</translation>
    </message>
    <message>
        <source>退款退出的现金</source>
        <translation>退款退出的現金</translation>
    </message>
    <message>
        <source>退款金额不符</source>
        <translation>退款金額不符</translation>
    </message>
    <message>
        <source>退款需要店长授权</source>
        <translation>退款需要店長授權</translation>
    </message>
    <message>
        <source>退货</source>
        <translation>退貨</translation>
    </message>
    <message>
        <source>退货 小票 {receipt}，原因 {why}</source>
        <translation>退貨 小票 {receipt}，原因 {why}</translation>
    </message>
    <message>
        <source>退货多于所售</source>
        <translation>退貨多於所售</translation>
    </message>
    <message>
        <source>选一个标签：没有的贴上，有的去掉</source>
        <translation>選一個標籤：沒有的貼上，有的去掉</translation>
    </message>
    <message>
        <source>选一件事，这里看全部内容</source>
        <translation>選一件事，這裡看全部內容</translation>
    </message>
    <message>
        <source>选一项，再按它的新键</source>
        <translation>選一項，再按它的新鍵</translation>
    </message>
    <message>
        <source>选中</source>
        <translation>選取</translation>
    </message>
    <message>
        <source>选中或取消</source>
        <translation>選取或取消</translation>
    </message>
    <message>
        <source>选中的这一行</source>
        <translation>選取的這一行</translation>
    </message>
    <message>
        <source>选中要退的商品，或扫商品条码</source>
        <translation>選取要退的商品，或掃商品條碼</translation>
    </message>
    <message>
        <source>选会员</source>
        <translation>選會員</translation>
    </message>
    <message>
        <source>选其他方式</source>
        <translation>選其他方式</translation>
    </message>
    <message>
        <source>选原因</source>
        <translation>選原因</translation>
    </message>
    <message>
        <source>选择</source>
        <translation>選擇</translation>
    </message>
    <message>
        <source>选择姓名</source>
        <translation>選擇姓名</translation>
    </message>
    <message>
        <source>选支付方式</source>
        <translation>選付款方式</translation>
    </message>
    <message>
        <source>选行</source>
        <translation>選行</translation>
    </message>
    <message>
        <source>通知</source>
        <translation>通知</translation>
    </message>
    <message>
        <source>邀请人和被邀请人是同一人</source>
        <translation>邀請人和被邀請人是同一人</translation>
    </message>
    <message>
        <source>邀请奖励</source>
        <translation>邀請獎勵</translation>
    </message>
    <message>
        <source>邀请奖励的券已用，收不回</source>
        <translation>邀請獎勵的券已用，收不回</translation>
    </message>
    <message>
        <source>邀请她的会员</source>
        <translation>邀請她的會員</translation>
    </message>
    <message>
        <source>邀请好友 (加入/成功/未算)</source>
        <translation>邀請好友 (加入/成功/未算)</translation>
    </message>
    <message>
        <source>邀请过于频繁</source>
        <translation>邀請過於頻繁</translation>
    </message>
    <message>
        <source>都不是</source>
        <translation>都不是</translation>
    </message>
    <message>
        <source>重复登记</source>
        <translation>重複登記</translation>
    </message>
    <message>
        <source>重复记账</source>
        <translation>重複記帳</translation>
    </message>
    <message>
        <source>重打</source>
        <translation>重印</translation>
    </message>
    <message>
        <source>重打上一单</source>
        <translation>重印上一單</translation>
    </message>
    <message>
        <source>重新入账</source>
        <translation>重新入帳</translation>
    </message>
    <message>
        <source>重新入账没有成功</source>
        <translation>重新入帳沒有成功</translation>
    </message>
    <message>
        <source>重新发送</source>
        <translation>重新發送</translation>
    </message>
    <message>
        <source>重新开机后找到</source>
        <translation>重新開機後找到</translation>
    </message>
    <message>
        <source>重新清点</source>
        <translation>重新清點</translation>
    </message>
    <message>
        <source>重装、清空或删除本机数据</source>
        <translation>重裝、清空或刪除本機資料</translation>
    </message>
    <message>
        <source>重装、清空或升级本机</source>
        <translation>重裝、清空或升級本機</translation>
    </message>
    <message>
        <source>重试原路退回</source>
        <translation>重試原路退回</translation>
    </message>
    <message>
        <source>重试同步</source>
        <translation>重試同步</translation>
    </message>
    <message>
        <source>金卡</source>
        <translation>金卡</translation>
    </message>
    <message>
        <source>金额</source>
        <translation>金額</translation>
    </message>
    <message>
        <source>钱箱</source>
        <translation>錢箱</translation>
    </message>
    <message>
        <source>钱箱 {name}</source>
        <translation>錢箱 {name}</translation>
    </message>
    <message>
        <source>钱箱 {name} 使用中</source>
        <translation>錢箱 {name} 使用中</translation>
    </message>
    <message>
        <source>钱箱 {name} 已暂停，之后由本人或店长清点</source>
        <translation>錢箱 {name} 已暫停，之後由本人或店長清點</translation>
    </message>
    <message>
        <source>钱箱与交接班</source>
        <translation>錢箱與交接班</translation>
    </message>
    <message>
        <source>钱箱太满</source>
        <translation>錢箱太滿</translation>
    </message>
    <message>
        <source>钱箱已打开，已记入审计日志</source>
        <translation>錢箱已打開，已記入稽核紀錄</translation>
    </message>
    <message>
        <source>钱箱开过 {times} 次</source>
        <translation>錢箱開過 {times} 次</translation>
    </message>
    <message>
        <source>钱箱里的备用金</source>
        <translation>錢箱裡的備用金</translation>
    </message>
    <message>
        <source>钻石</source>
        <translation>鑽石</translation>
    </message>
    <message>
        <source>银卡</source>
        <translation>銀卡</translation>
    </message>
    <message>
        <source>银行卡</source>
        <translation>銀行卡</translation>
    </message>
    <message>
        <source>银行卡/外接终端</source>
        <translation>銀行卡/外接終端機</translation>
    </message>
    <message>
        <source>银豹习惯</source>
        <translation>銀豹習慣</translation>
    </message>
    <message>
        <source>销售</source>
        <translation>銷售</translation>
    </message>
    <message>
        <source>锁屏</source>
        <translation>鎖定</translation>
    </message>
    <message>
        <source>键位</source>
        <translation>按鍵</translation>
    </message>
    <message>
        <source>键位卡</source>
        <translation>鍵位卡</translation>
    </message>
    <message>
        <source>键位卡已存到 {path}</source>
        <translation>鍵位卡已存到 {path}</translation>
    </message>
    <message>
        <source>键位卡已打印</source>
        <translation>鍵位卡已列印</translation>
    </message>
    <message>
        <source>键盘模式</source>
        <translation>鍵盤模式</translation>
    </message>
    <message>
        <source>键盘模式，被输入法改写</source>
        <translation>鍵盤模式，被輸入法改寫</translation>
    </message>
    <message>
        <source>长款</source>
        <translation>長款</translation>
    </message>
    <message>
        <source>长短款</source>
        <translation>長短款</translation>
    </message>
    <message>
        <source>问不出结果</source>
        <translation>問不出結果</translation>
    </message>
    <message>
        <source>间隔 {low} / {middle} / {high} 毫秒</source>
        <translation>間隔 {low} / {middle} / {high} 毫秒</translation>
    </message>
    <message>
        <source>阅读全文</source>
        <translation>閱讀全文</translation>
    </message>
    <message>
        <source>降级</source>
        <translation>降級</translation>
    </message>
    <message>
        <source>降级，可以收银，部分功能受限</source>
        <translation>降級，可以收銀，部分功能受限</translation>
    </message>
    <message>
        <source>随小票 {number} 登记，本单积分 {n}</source>
        <translation>隨小票 {number} 登記，本單積分 {n}</translation>
    </message>
    <message>
        <source>随时可扫</source>
        <translation>隨時可掃</translation>
    </message>
    <message>
        <source>随时可扫，或选择姓名，再输入 PIN</source>
        <translation>隨時可掃，或選擇姓名，再輸入 PIN</translation>
    </message>
    <message>
        <source>隐私</source>
        <translation>隱私</translation>
    </message>
    <message>
        <source>隐私政策</source>
        <translation>隱私政策</translation>
    </message>
    <message>
        <source>需人工处理</source>
        <translation>需人工處理</translation>
    </message>
    <message>
        <source>需要关注</source>
        <translation>需要關注</translation>
    </message>
    <message>
        <source>需要处理</source>
        <translation>需要處理</translation>
    </message>
    <message>
        <source>需要时请店长输 PIN 授权</source>
        <translation>需要時請店長輸 PIN 授權</translation>
    </message>
    <message>
        <source>静音</source>
        <translation>靜音</translation>
    </message>
    <message>
        <source>面额</source>
        <translation>面額</translation>
    </message>
    <message>
        <source>顾客不要了</source>
        <translation>顧客不要了</translation>
    </message>
    <message>
        <source>顾客付款后自动完成，不能再收第二次</source>
        <translation>顧客付款後自動完成，不能再收第二次</translation>
    </message>
    <message>
        <source>顾客屏</source>
        <translation>顧客螢幕</translation>
    </message>
    <message>
        <source>顾客屏点选</source>
        <translation>顧客螢幕點選</translation>
    </message>
    <message>
        <source>顾客已同意</source>
        <translation>顧客已同意</translation>
    </message>
    <message>
        <source>顾客手机在场，号码已核对。原因：{why}</source>
        <translation>顧客手機在場，號碼已核對。原因：{why}</translation>
    </message>
    <message>
        <source>顾客扫码</source>
        <translation>顧客掃碼</translation>
    </message>
    <message>
        <source>顾客投诉补偿</source>
        <translation>顧客申訴補償</translation>
    </message>
    <message>
        <source>顾客正在输密码</source>
        <translation>顧客正在輸密碼</translation>
    </message>
    <message>
        <source>顾客没有同意</source>
        <translation>顧客沒有同意</translation>
    </message>
    <message>
        <source>顾客的付款码</source>
        <translation>顧客的付款碼</translation>
    </message>
    <message>
        <source>顾客的手机</source>
        <translation>顧客的手機</translation>
    </message>
    <message>
        <source>预留不能用</source>
        <translation>預留不能用</translation>
    </message>
    <message>
        <source>预留于 {where}</source>
        <translation>預留於 {where}</translation>
    </message>
    <message>
        <source>预留储值或积分</source>
        <translation>預留儲值或積分</translation>
    </message>
    <message>
        <source>预留没有放开</source>
        <translation>預留沒有放開</translation>
    </message>
    <message>
        <source>预留没有确认</source>
        <translation>預留沒有確認</translation>
    </message>
    <message>
        <source>香港 +852</source>
        <translation>香港 +852</translation>
    </message>
    <message>
        <source>验证码</source>
        <translation>驗證碼</translation>
    </message>
    <message>
        <source>验证通过即扣款，不会清空购物车</source>
        <translation>驗證通過即扣款，不會清空購物車</translation>
    </message>
    <message>
        <source>高对比</source>
        <translation>高對比</translation>
    </message>
    <message>
        <source>黑名单</source>
        <translation>黑名單</translation>
    </message>
    <message>
        <source>（本金 {principal} + 赠送 {bonus}）</source>
        <translation>（本金 {principal} + 贈送 {bonus}）</translation>
    </message>
    <message>
        <source>，</source>
        <translation>，</translation>
    </message>
</context>
</TS>
