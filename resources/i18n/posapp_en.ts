<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="zh_CN">
<context>
    <name>errors</name>
    <message>
        <source>Excel 一张表最多 {most} 行，请缩小范围，或改用 CSV</source>
        <translation>A sheet of Excel holds {most} rows. Choose less, or CSV</translation>
    </message>
    <message>
        <source>U 盘写不进去，什么也没有留下，请换一个再导出</source>
        <translation>The stick takes nothing and nothing was left on it: use another one</translation>
    </message>
    <message>
        <source>till.db 在，已加密，要打开检查请加 --keys</source>
        <translation>till.db is there and encrypted. Add --keys to open it</translation>
    </message>
    <message>
        <source>till.db 没有加密，请停用本机并从备份恢复</source>
        <translation>till.db is not encrypted. Stop this till and restore the backup</translation>
    </message>
    <message>
        <source>till.db 能用密钥打开</source>
        <translation>till.db opens with its keys</translation>
    </message>
    <message>
        <source>{day} 不是日期，请写成 2026-11-22</source>
        <translation>{day} is no day, please write it as 2026-11-22</translation>
    </message>
    <message>
        <source>{day} 的账单已经导入过，内容与这份不同，没有导入，请核对</source>
        <translation>A bill of {day} was imported already, and it was another one. Nothing was imported. Check the file</translation>
    </message>
    <message>
        <source>{folder} 写不进去，报表没有保存，请关闭已打开的同名文件，或检查文件夹权限</source>
        <translation>Nothing can be written to {folder}. The report was not saved. Close the file if it is open, or check the folder's rights</translation>
    </message>
    <message>
        <source>{name} 与另一列是同一项，请用 --map 说明</source>
        <translation>{name} means the same as another column. Say which with --map</translation>
    </message>
    <message>
        <source>{name} 已停售，请换一件或联系店长</source>
        <translation>{name} is no longer sold. Choose another or ask the manager</translation>
    </message>
    <message>
        <source>{name} 已停止挂账，请换一种支付</source>
        <translation>{name} may not buy on account. Use another tender</translation>
    </message>
    <message>
        <source>{name} 已售罄，请换一件</source>
        <translation>{name} is sold out. Choose another</translation>
    </message>
    <message>
        <source>{name} 已是另一个文件的导入，请用 --name 换一个名称</source>
        <translation>{name} is the import of another file. Give this one a name with --name</translation>
    </message>
    <message>
        <source>{name} 已经授权，不用再授权</source>
        <translation>{name} has approved it already. Nothing more is needed</translation>
    </message>
    <message>
        <source>{name} 没有授权这一项的权限，请换店长</source>
        <translation>{name} may not approve this. Ask a manager</translation>
    </message>
    <message>
        <source>{name} 用不了（{reason}），请核对路径和权限</source>
        <translation>{name} cannot be used ({reason}). Check path and rights</translation>
    </message>
    <message>
        <source>{name} 的挂账已从本单去掉</source>
        <translation>{name} is no longer charged for this sale</translation>
    </message>
    <message>
        <source>{name} 还可挂账 {room_amount}，请减少或换一种支付</source>
        <translation>{name} has room for {room_amount}. Take less or use another tender</translation>
    </message>
    <message>
        <source>{points} 积分预留于 {where}，正在收回，请稍候再试或用其他方式支付</source>
        <translation>{points} points are set aside at {where} and are being called back. Try again in a moment or pay another way</translation>
    </message>
    <message>
        <source>{reserved_amount} 预留于 {where}，正在收回，请稍候再试或用其他方式支付</source>
        <translation>{reserved_amount} is set aside at {where} and being called back. Try again soon or pay otherwise</translation>
    </message>
    <message>
        <source>{shown} 不按重量卖，请查价或手工输入</source>
        <translation>{shown} is not sold by weight. Check the price or enter by hand</translation>
    </message>
    <message>
        <source>{shown} 的标签没有重量或金额，请重新称重打标</source>
        <translation>The label of {shown} has no weight or amount. Weigh and label again</translation>
    </message>
    <message>
        <source>{shown} 要用来输入或归系统使用，请换一个功能键</source>
        <translation>{shown} is needed for typing or by the system. Choose a function key</translation>
    </message>
    <message>
        <source>{text} 不是日期，请写成 2026-11-22</source>
        <translation>{text} is no date, write it as 2026-11-22</translation>
    </message>
    <message>
        <source>{word} 不是日期，请写成 2026-01-31</source>
        <translation>{word} is not a day. Write it as 2026-01-31</translation>
    </message>
    <message>
        <source>“{title}”的内容不对，请改正或清空</source>
        <translation>“{title}” does not fit its field. Correct or clear it</translation>
    </message>
    <message>
        <source>一个家庭最多 {most} 人，请先移出一位，或另建家庭</source>
        <translation>A family has at most {most} people. Take somebody out first, or begin another family</translation>
    </message>
    <message>
        <source>一位在黑名单、一位不在，请先核对并统一状态再合并</source>
        <translation>One is blacklisted and the other is not. Check them and make the status the same, then merge</translation>
    </message>
    <message>
        <source>一单最多 {most} 笔收款</source>
        <translation>An order takes at most {most} payments</translation>
    </message>
    <message>
        <source>一单最多 {most} 行，请先收款再开新单</source>
        <translation>An order holds at most {most} lines. Take payment, then start a new one</translation>
    </message>
    <message>
        <source>一次传得太多，会自动分开重传</source>
        <translation>Too many entries at once. They are split and sent again</translation>
    </message>
    <message>
        <source>上一次请求还在处理，请稍等再试</source>
        <translation>The last request is still running. Wait and try again</translation>
    </message>
    <message>
        <source>不是本系统的会员号，请作为卡号导入</source>
        <translation>This is not a member number of ours. Import it as a card number</translation>
    </message>
    <message>
        <source>不满 14 岁须监护人同意，请监护人阅读后勾选</source>
        <translation>Below 14 the guardian has to agree. Let her read it, then tick the box</translation>
    </message>
    <message>
        <source>不满 14 岁，请填监护人的姓名和手机号，或她的会员号</source>
        <translation>Below 14: enter the guardian's name and phone, or her member number</translation>
    </message>
    <message>
        <source>不知道总部地址，请加 --keys，或写进 settings.toml</source>
        <translation>Central's address is not known. Add --keys or name it in settings.toml</translation>
    </message>
    <message>
        <source>不确定小票是否打出，请看打印机后选择</source>
        <translation>The receipt may or may not have printed. Look at the printer, then choose</translation>
    </message>
    <message>
        <source>不能为空，请填写</source>
        <translation>It must not be empty. Fill it in</translation>
    </message>
    <message>
        <source>不能自己给自己授权，请另一位来</source>
        <translation>Nobody approves her own action. Ask another person</translation>
    </message>
    <message>
        <source>不认识 {name} 列，请删去或改名</source>
        <translation>Column {name} is unknown. Remove or rename it</translation>
    </message>
    <message>
        <source>不认识 {word}，请看操作手册</source>
        <translation>{word} is not known: see the manual</translation>
    </message>
    <message>
        <source>与已有会员的资料不同，没有改，请人工核对</source>
        <translation>Not what we have of this member. Nothing was changed. Look into it</translation>
    </message>
    <message>
        <source>两份档案各在不同的家庭，请先在“同意与家庭”里调整到一处再合并</source>
        <translation>The two files are in different families. Bring them into one on the page of consents and family first</translation>
    </message>
    <message>
        <source>两次口令不一样，请重新输入</source>
        <translation>The two passphrases differ. Enter them again</translation>
    </message>
    <message>
        <source>两边版本不合，请升级本机</source>
        <translation>The versions do not fit. Upgrade this till</translation>
    </message>
    <message>
        <source>人脸设备没有反应，请改用会员码、卡或手机号</source>
        <translation>The face reader does not answer. Use a code, card or phone</translation>
    </message>
    <message>
        <source>今天已发 {most} 次验证码，请改用动态会员码</source>
        <translation>{most} codes were sent today. Use the member code instead</translation>
    </message>
    <message>
        <source>付款码已失效，没有扣款，请顾客刷新后再扫</source>
        <translation>The code has expired. Nothing was taken. Ask for a fresh code</translation>
    </message>
    <message>
        <source>代码不对或已失效，请向总部要一个新的代码</source>
        <translation>The code is wrong or no longer valid. Ask central for a new one</translation>
    </message>
    <message>
        <source>以 = + - @ 开头像公式，请改成普通文字</source>
        <translation>It begins like a formula (= + - @). Make it plain text</translation>
    </message>
    <message>
        <source>企业名、名称、数量 (1 到 10000) 或等级不对，请改正</source>
        <translation>Company, title, count (1 to 10000) or tier does not fit. Correct it</translation>
    </message>
    <message>
        <source>企业码不对，应为 12 位，请照卡片重新输入或清空</source>
        <translation>Not a company code: it has 12 characters. Type it again from the card, or clear it</translation>
    </message>
    <message>
        <source>优惠 {label} 超过商品金额，请联系店长</source>
        <translation>{label} takes off more than the goods cost. Ask the manager</translation>
    </message>
    <message>
        <source>会员 {number} 的档案上也是这个手机号：请先合并重复，或给其中一份换手机号</source>
        <translation>The file of member {number} has this phone too: merge the two first, or change the phone of one</translation>
    </message>
    <message>
        <source>会员价高于售价，请核对</source>
        <translation>The member price is above the price. Check it</translation>
    </message>
    <message>
        <source>会员刚被合并过，请重新查找后再看一次</source>
        <translation>The member was merged just now. Look her up again</translation>
    </message>
    <message>
        <source>会员协议和隐私政策不能单独撤回，不想继续请办理注销</source>
        <translation>Membership stands on these two. To withdraw them, close the account</translation>
    </message>
    <message>
        <source>会员已停用，可按非会员收银</source>
        <translation>This membership is closed. Sell without a member</translation>
    </message>
    <message>
        <source>会员已冻结，储值和积分不能使用，请换一种支付</source>
        <translation>The member is frozen. Stored value and points are closed, use another tender</translation>
    </message>
    <message>
        <source>会员已有或用过这张券，请换一种补偿</source>
        <translation>The member has or had this coupon, please give something else</translation>
    </message>
    <message>
        <source>会员已有账目，期初储值和积分没有加，请人工核对</source>
        <translation>The member has movements already. Nothing was added. Look into it</translation>
    </message>
    <message>
        <source>会员手机的验证码不对，还能试 {left} 次</source>
        <translation>The code of the member's phone is wrong, {left} tries left</translation>
    </message>
    <message>
        <source>会员手机的验证码过期，请重新发送</source>
        <translation>The code of the member's phone is no longer good. Send a new one</translation>
    </message>
    <message>
        <source>会员欠 {points} 积分，请用更正补上后再删除</source>
        <translation>The member owes {points} points. Make them up by a correction, then delete</translation>
    </message>
    <message>
        <source>会员没有动态码，不能预留离线额度</source>
        <translation>The member has no dynamic code. No value can be set aside for offline use</translation>
    </message>
    <message>
        <source>会员没有手机号，请改用动态会员码</source>
        <translation>The member has no phone number. Use her member code</translation>
    </message>
    <message>
        <source>会员状态不允许充值，请联系店长</source>
        <translation>This member may not top up. Ask the manager</translation>
    </message>
    <message>
        <source>会员积分为负，暂不能抵扣</source>
        <translation>The member owes points, so none can be used</translation>
    </message>
    <message>
        <source>会员资料读不出来，请联系技术支持</source>
        <translation>The member's data cannot be read. Call support</translation>
    </message>
    <message>
        <source>储值余额不够，请减少金额，其余用其他方式支付</source>
        <translation>Not enough stored value. Pay less with it and the rest another way</translation>
    </message>
    <message>
        <source>储值或积分预留超过 {minutes} 分钟，请撤销后重新验证</source>
        <translation>The reservation is older than {minutes} min. Remove it and confirm again</translation>
    </message>
    <message>
        <source>像是付款码 {shown}，要收款吗</source>
        <translation>{shown} looks like a payment code. Take payment?</translation>
    </message>
    <message>
        <source>像是付款码，请到收款界面再扫</source>
        <translation>This looks like a payment code. Scan it on the pay screen</translation>
    </message>
    <message>
        <source>充值后会超过储值上限，最多还可充 {room_amount}</source>
        <translation>This is above the limit of stored value. At most {room_amount} more</translation>
    </message>
    <message>
        <source>充值报价已过 10 分钟，请重新报价</source>
        <translation>The quote is older than 10 minutes. Ask for a new one</translation>
    </message>
    <message>
        <source>充值金额不对，请重新输入</source>
        <translation>The top-up amount does not fit. Enter it again</translation>
    </message>
    <message>
        <source>先处理未知条码，再收款</source>
        <translation>Resolve the unknown code first</translation>
    </message>
    <message>
        <source>先登记或查找会员，再用储值或积分</source>
        <translation>Find the member first to use stored value or points</translation>
    </message>
    <message>
        <source>其他收款还没有核对完，请逐项勾选，或填写设备上的金额</source>
        <translation>The other payments are not checked yet. Tick each one, or enter the total of its device</translation>
    </message>
    <message>
        <source>减价不能超过这一行的金额，请重新输入</source>
        <translation>The reduction is more than the line. Enter it again</translation>
    </message>
    <message>
        <source>减得太多，最多减到零，请核对数额</source>
        <translation>There is not that much. It can go down to zero at most; check the figure</translation>
    </message>
    <message>
        <source>列太多，最多 {most} 列</source>
        <translation>Too many columns. At most {most}</translation>
    </message>
    <message>
        <source>刚发出不久，撤销可能赶不上，请再等 {seconds} 秒</source>
        <translation>Sent a moment ago. A reversal could come too early. Wait {seconds} s</translation>
    </message>
    <message>
        <source>刚发过验证码，{seconds} 秒后再发</source>
        <translation>A code was just sent. Send the next in {seconds} s</translation>
    </message>
    <message>
        <source>刚才有人改过这份档案，请刷新后再办</source>
        <translation>Somebody has just changed this file. Refresh it, then try again</translation>
    </message>
    <message>
        <source>协议的设置读不出来，请在总部重新加入协议</source>
        <translation>The policy's setting cannot be read, please add the policy at central again</translation>
    </message>
    <message>
        <source>单位的编号、名称或额度不对，请检查</source>
        <translation>Code, name or limit of the account is not valid. Check it</translation>
    </message>
    <message>
        <source>单号 {reference} 已经登记过，请核对</source>
        <translation>Number {reference} is recorded already. Check it</translation>
    </message>
    <message>
        <source>单次充值要大于 0，最多 {most_amount}</source>
        <translation>A top-up is above 0 and at most {most_amount}</translation>
    </message>
    <message>
        <source>卡号只能用字母和数字，请核对</source>
        <translation>A card number has letters and digits only. Check it</translation>
    </message>
    <message>
        <source>卡号至少 {least} 位，请重新刷卡</source>
        <translation>A card number has at least {least} characters. Swipe it again</translation>
    </message>
    <message>
        <source>原单没有这一行，请重新选择</source>
        <translation>The sale has no such line. Choose again</translation>
    </message>
    <message>
        <source>原因要写 {known} 之一</source>
        <translation>The reason is one of {known}</translation>
    </message>
    <message>
        <source>原来的收款没有成功，不能从它退款</source>
        <translation>The original payment did not succeed, so it cannot be refunded</translation>
    </message>
    <message>
        <source>原来那笔没有付成，不能退</source>
        <translation>The original was not paid. It cannot be refunded</translation>
    </message>
    <message>
        <source>原渠道退款未确认，请稍后再查</source>
        <translation>The refund to the original channel is not confirmed. Check again later</translation>
    </message>
    <message>
        <source>口令不对，请核对后重试</source>
        <translation>The passphrase is wrong. Check it and try again</translation>
    </message>
    <message>
        <source>口令不对，请重新输入</source>
        <translation>Wrong passphrase. Enter it again</translation>
    </message>
    <message>
        <source>口令至少 {least} 个字符，请换一个</source>
        <translation>A passphrase has at least {least} characters. Choose another</translation>
    </message>
    <message>
        <source>只剩 {due} 要付，请把 {amount} 改小</source>
        <translation>Only {due} is due. Enter less than {amount}</translation>
    </message>
    <message>
        <source>只有押金可以改退现金，商品和挂账请按原支付退</source>
        <translation>Only a deposit can be given back in cash. Refund goods and accounts the way they were paid</translation>
    </message>
    <message>
        <source>只能登记内地、香港、澳门、台湾的手机号，没有手机号也可以照常购买</source>
        <translation>Only phones of the mainland, Hong Kong, Macao and Taiwan register. Nobody needs one to buy</translation>
    </message>
    <message>
        <source>可以打开窗口</source>
        <translation>A window can be opened</translation>
    </message>
    <message>
        <source>可用空间 {megabytes} MB</source>
        <translation>{megabytes} MB free</translation>
    </message>
    <message>
        <source>可用空间只剩 {megabytes} MB，至少要 {least} MB，请清理</source>
        <translation>Only {megabytes} MB free of the {least} MB a till needs. Make room</translation>
    </message>
    <message>
        <source>号码不对: 香港 8 位，澳门 8 位以 6 开头，台湾 10 位以 09 开头</source>
        <translation>Not a mobile number. Hong Kong has 8 figures, Macao 8 from 6, Taiwan 10 from 09</translation>
    </message>
    <message>
        <source>合并后会员已有变动，不能撤销，请按流水逐笔更正</source>
        <translation>The member has moved since the merge. It cannot be undone. Correct entry by entry</translation>
    </message>
    <message>
        <source>含有看不见的控制字符，请删去</source>
        <translation>There is an invisible control character. Remove it</translation>
    </message>
    <message>
        <source>和现在一样，没有要改的，请改好再提交，或返回</source>
        <translation>Nothing differs from what is there. Change something, or go back</translation>
    </message>
    <message>
        <source>回放的商店里没有 {code}，请换一个文件夹重来</source>
        <translation>The replay's shop has no {code}. Begin again in another folder</translation>
    </message>
    <message>
        <source>回放的笔数不对，请用 1 以上的数字</source>
        <translation>The number of baskets is not valid. Use 1 or more</translation>
    </message>
    <message>
        <source>在线登记需要短信验证码，请先发送</source>
        <translation>Registration needs the SMS code while online. Send it first</translation>
    </message>
    <message>
        <source>备份写不进 {name}，请核对路径和权限</source>
        <translation>The backup cannot be written to {name}. Check path and rights</translation>
    </message>
    <message>
        <source>备份没有做成，数据未变，请检查备份目录或 U 盘</source>
        <translation>The backup failed. Nothing was changed. Check the backup folder or the stick</translation>
    </message>
    <message>
        <source>备份没有通过校验，请重新备份</source>
        <translation>The backup did not verify. Make it again</translation>
    </message>
    <message>
        <source>备注最多 {most} 个字，请写短一些</source>
        <translation>A note has at most {most} characters. Make it shorter</translation>
    </message>
    <message>
        <source>多个进程要用 PostgreSQL，请先给出数据库地址</source>
        <translation>Several processes need PostgreSQL. Give the database address first</translation>
    </message>
    <message>
        <source>天数不对，请填 1 到 {most}</source>
        <translation>Not a number of days. Use 1 to {most}</translation>
    </message>
    <message>
        <source>奖励不对，请核对 {part}</source>
        <translation>The reward is not valid, please check {part}</translation>
    </message>
    <message>
        <source>她不在任何家庭里，请刷新，或先把她加入家庭</source>
        <translation>She is in no family. Refresh, or add her to one first</translation>
    </message>
    <message>
        <source>她不满 14 岁，请监护人在场，先勾选监护人同意</source>
        <translation>She is below 14. With her guardian present, tick the guardian's box first</translation>
    </message>
    <message>
        <source>她持有亲子卡，请先转给另一位家长</source>
        <translation>She holds the family card. Give it to another parent first</translation>
    </message>
    <message>
        <source>她是孩子的监护人，请先把孩子转到另一位监护人的家庭</source>
        <translation>She is a child's guardian. Bring the child into another guardian's family first</translation>
    </message>
    <message>
        <source>姓名和生日或尾号与一位会员相同，会照样导入，请在合并重复里确认是不是一人</source>
        <translation>Name with birthday or end of phone is that of a member. It is imported all the same; say under Merge duplicates whether they are one</translation>
    </message>
    <message>
        <source>姓名和生日或尾号与第 {first} 行相同，会照样导入，请在合并重复里确认是不是一人</source>
        <translation>Name with birthday or end of phone is that of row {first}. It is imported all the same; say under Merge duplicates whether they are one</translation>
    </message>
    <message>
        <source>姓名最多 {most} 个字，请缩短</source>
        <translation>A name holds at most {most} characters. Shorten it</translation>
    </message>
    <message>
        <source>孩子不能持卡，也不能带人加入，请选一位家长</source>
        <translation>A child holds no card and brings nobody in. Choose a parent</translation>
    </message>
    <message>
        <source>孩子不能没有监护人，请打开新监护人的页面，让孩子加入那个家庭</source>
        <translation>A child needs a guardian. Open the new guardian's page and let the child join there</translation>
    </message>
    <message>
        <source>家庭卡上还有 {count} 人，先换持卡人</source>
        <translation>{count} others are on the family card: name another holder first</translation>
    </message>
    <message>
        <source>密钥副本已损坏，总部没有保存，请重试</source>
        <translation>The copy of the keys was damaged and central did not keep it. Try again</translation>
    </message>
    <message>
        <source>密钥文件打不开，请从备份恢复或重新登记本机</source>
        <translation>The key file cannot be read. Restore it from a backup or enrol this till again</translation>
    </message>
    <message>
        <source>密钥还在，数据能打开，请不要加 --keys-lost</source>
        <translation>The keys are here and open the data. Leave --keys-lost away</translation>
    </message>
    <message>
        <source>对方没有扣款，请换一种方式</source>
        <translation>Declined. Nothing was taken. Use another way</translation>
    </message>
    <message>
        <source>导出不遮盖的资料要写明用途</source>
        <translation>Write down what the unmasked data is for</translation>
    </message>
    <message>
        <source>小票上没有可退的 {shown}，请核对小票</source>
        <translation>The receipt has no {shown} to return. Check the receipt</translation>
    </message>
    <message>
        <source>屏幕和小票的字体都在</source>
        <translation>The font of screens and receipts is there</translation>
    </message>
    <message>
        <source>工号或密码不对，还可以试 {left} 次</source>
        <translation>Number or PIN is wrong. {left} tries left</translation>
    </message>
    <message>
        <source>工牌 {number} 不能授权这一项，请换店长</source>
        <translation>Badge {number} may not approve this. Ask a manager</translation>
    </message>
    <message>
        <source>差异 {difference}，需要店长授权</source>
        <translation>Over/short by {difference}. A manager has to approve</translation>
    </message>
    <message>
        <source>已从本单去掉，请在原设备上撤销 {amount}，单号 {reference}</source>
        <translation>Taken off this sale. Undo {amount} where it was taken, number {reference}</translation>
    </message>
    <message>
        <source>已注销的会员不能合并，请换一份档案，或先恢复正常</source>
        <translation>A closed member cannot be merged. Take another file, or reopen this one first</translation>
    </message>
    <message>
        <source>已离线，充值暂停，恢复后再试</source>
        <translation>Offline. Top-ups are paused until central is back</translation>
    </message>
    <message>
        <source>已离线，只能退本机的现金单，其余等联网</source>
        <translation>Offline: only cash sales of this till can be refunded. The rest waits</translation>
    </message>
    <message>
        <source>已离线，同意和家庭等联网后再改</source>
        <translation>Offline. Change consents and families once connected</translation>
    </message>
    <message>
        <source>已离线，请收现金或刷卡，储值与积分限预留</source>
        <translation>Offline. Take cash or a card, value and points only as lent</translation>
    </message>
    <message>
        <source>已经在这个家庭里，不用再加，请换一位会员</source>
        <translation>Already in this family. Choose another member</translation>
    </message>
    <message>
        <source>已经收了一部分，价格不能再变，请先撤销收款</source>
        <translation>Part is paid, so prices stand. Remove the payments first</translation>
    </message>
    <message>
        <source>已经收够，不用再收</source>
        <translation>Nothing is due any more</translation>
    </message>
    <message>
        <source>帮助、返回和确认的键不能改，请换一个键</source>
        <translation>The keys for help, back and confirm stay. Choose another key</translation>
    </message>
    <message>
        <source>张数不对，请重新清点</source>
        <translation>The count does not fit. Count again</translation>
    </message>
    <message>
        <source>当前订单还没结束，先收款或挂单再取单</source>
        <translation>An order is in work. Pay or hold it, then recall</translation>
    </message>
    <message>
        <source>性别请选女、男或不填</source>
        <translation>Choose female, male or nothing</translation>
    </message>
    <message>
        <source>总部 {url} 有应答</source>
        <translation>Central at {url} answers</translation>
    </message>
    <message>
        <source>总部 {url} 没有应答（{reason}），请查网络，可以先离线卖</source>
        <translation>Central at {url} does not answer ({reason}). Check the network; the till sells offline</translation>
    </message>
    <message>
        <source>总部不接受这种请求，请检查两边的版本</source>
        <translation>Central does not take this request. Check both versions</translation>
    </message>
    <message>
        <source>总部不认本机的签名，请重新登记本机</source>
        <translation>Central does not know this till's signature. Enrol this till again</translation>
    </message>
    <message>
        <source>总部不认识本机的这次启用，请重新登记本机</source>
        <translation>Central does not know this enrolment. Enrol the till again</translation>
    </message>
    <message>
        <source>总部不认识本机，请重新登记</source>
        <translation>Central does not know this till. Enrol it again</translation>
    </message>
    <message>
        <source>总部保存的密钥打不开这份数据，请核对数据目录</source>
        <translation>The keys that central keeps do not open this data. Check the data folder</translation>
    </message>
    <message>
        <source>总部出错了，稍后会自动重试</source>
        <translation>Central had an error. It is tried again by itself</translation>
    </message>
    <message>
        <source>总部刚恢复，正等 {where} 上线核对，储值和积分请稍候再用，或用其他方式支付</source>
        <translation>Central was just restored and waits for {where} to come online. Use stored value and points a little later or pay another way</translation>
    </message>
    <message>
        <source>总部回答了不是本机的流水，请联系技术支持</source>
        <translation>Central answered about entries that are not this till's. Call support</translation>
    </message>
    <message>
        <source>总部地址不对，应以 https:// 开头，请检查设置</source>
        <translation>Central's address is wrong: it begins with https://. Check the settings</translation>
    </message>
    <message>
        <source>总部地址没有加密，请改用 https:// 的地址</source>
        <translation>Central's address is not encrypted. Use one with https://</translation>
    </message>
    <message>
        <source>总部已有这一笔，不用再传</source>
        <translation>Central has this entry already</translation>
    </message>
    <message>
        <source>总部已登记另一台同号的收银机，请重新登记本机</source>
        <translation>Central has enrolled another till under this code. Enrol this till again</translation>
    </message>
    <message>
        <source>总部报价后才知道充入多少，请先输入金额</source>
        <translation>What is credited is known once central quoted it. Enter an amount first</translation>
    </message>
    <message>
        <source>总部拒绝了这次请求，请联系店长</source>
        <translation>Central refused this request. Ask the manager</translation>
    </message>
    <message>
        <source>总部收下了但读不懂这一笔，请联系技术支持</source>
        <translation>Central keeps this entry but cannot read it. Call support</translation>
    </message>
    <message>
        <source>总部数据来自更新的版本，请先升级程序</source>
        <translation>Central's data is of a newer version. Upgrade first</translation>
    </message>
    <message>
        <source>总部暂时不能入账，已留待核查</source>
        <translation>Central could not post this entry. It is kept for review</translation>
    </message>
    <message>
        <source>总部有另一份本机的流水，请停用本机并联系技术支持</source>
        <translation>Central has another journal of this till. Stop using this till and call support</translation>
    </message>
    <message>
        <source>总部正在停机，请过 {seconds} 秒再试</source>
        <translation>Central is stopping. Try again in {seconds} s</translation>
    </message>
    <message>
        <source>总部正在运行，请先停止再恢复</source>
        <translation>Central is running. Stop it before you restore</translation>
    </message>
    <message>
        <source>总部正忙，请过 {seconds} 秒再试</source>
        <translation>Central is busy. Try again in {seconds} seconds</translation>
    </message>
    <message>
        <source>总部没有会员标签，请换别的条件</source>
        <translation>The head office keeps no member tags; use other conditions</translation>
    </message>
    <message>
        <source>总部没有发过这个企业码，请核对或清空</source>
        <translation>Central never issued this company code. Check or clear it</translation>
    </message>
    <message>
        <source>总部没有启动成功，请看日志后重试</source>
        <translation>Central did not start. See the log and try again</translation>
    </message>
    <message>
        <source>总部没有回答，找零没有存入，请把 {amount} 交给顾客</source>
        <translation>Central did not answer. The change was not kept: hand over {amount}</translation>
    </message>
    <message>
        <source>总部没有回答，结果未确认，请用同一笔再试</source>
        <translation>Central did not answer, so the result is not known. Try the same one again</translation>
    </message>
    <message>
        <source>总部没有开通 {channel} 收款，请换一种方式</source>
        <translation>{channel} is not set up at central. Use another way</translation>
    </message>
    <message>
        <source>总部没有收到这笔，没有扣款，请重新收款</source>
        <translation>Central never received it. Nothing was taken. Charge again</translation>
    </message>
    <message>
        <source>总部没有给这个人处理异常的权限，请店长来处理</source>
        <translation>Central does not let this person work on exceptions. Ask the manager</translation>
    </message>
    <message>
        <source>总部没有给这个人服务会员的权限，请换有权限的人，或请店长开通</source>
        <translation>Head office does not allow this person to serve members. Let somebody who may do it, or ask a manager for the right</translation>
    </message>
    <message>
        <source>总部没有这个功能，请检查两边的版本</source>
        <translation>Central has no such function. Check both versions</translation>
    </message>
    <message>
        <source>总部没有这个商户，请核对</source>
        <translation>Central has no such tenant. Check it</translation>
    </message>
    <message>
        <source>总部没有这位会员，请核对后重试</source>
        <translation>Central does not know this member. Check and try again</translation>
    </message>
    <message>
        <source>总部没有这台收银机的密钥，只能用恢复密语，或清除后重新登记</source>
        <translation>Central has no keys of this till. Use the recovery secret, or clear the till and enrol it anew</translation>
    </message>
    <message>
        <source>总部没有这笔离线额度</source>
        <translation>Central knows no such offline value</translation>
    </message>
    <message>
        <source>总部没有这笔预留，请重新发起</source>
        <translation>Central does not know this reservation. Begin again</translation>
    </message>
    <message>
        <source>总部的密钥不见了，请从备份恢复</source>
        <translation>Central's key is missing. Restore it from the backup</translation>
    </message>
    <message>
        <source>总部的密钥与数据不符，请检查备份</source>
        <translation>Central's key does not fit its data. Check the backup</translation>
    </message>
    <message>
        <source>总部的密钥文件别人也能读，请收紧权限</source>
        <translation>Others can read central's key file. Tighten its permissions</translation>
    </message>
    <message>
        <source>总部的证书不可信，没有连接，请联系技术支持</source>
        <translation>Central's certificate cannot be trusted and was not used. Call support</translation>
    </message>
    <message>
        <source>总部看不懂这些条件，请清空后重填</source>
        <translation>The head office cannot read these conditions; clear them and fill in again</translation>
    </message>
    <message>
        <source>总部读不懂第 {seq} 笔，请联系技术支持</source>
        <translation>Central cannot read entry {seq}. Call support</translation>
    </message>
    <message>
        <source>总部还没有原单，请等它上传后再退</source>
        <translation>Central does not have the sale yet. Try again once it is there</translation>
    </message>
    <message>
        <source>恢复密语不是这台收银机的，请核对后重新输入</source>
        <translation>This recovery secret belongs to another till. Check it and enter it again</translation>
    </message>
    <message>
        <source>恢复密语只能打开，不能更换密钥，请用密钥环或口令来做</source>
        <translation>The recovery secret opens keys and cannot change them. Use the keyring or the passphrase for that</translation>
    </message>
    <message>
        <source>恢复密语有一处打错了，请对照纸条重新输入</source>
        <translation>The recovery secret was mistyped somewhere. Check it against the paper and enter it again</translation>
    </message>
    <message>
        <source>您看过这只钱箱的应有，请别人来清点，或先暂停待点</source>
        <translation>You have seen what this drawer should hold. Let somebody else count it, or put it aside until she can</translation>
    </message>
    <message>
        <source>手机号和卡号属于两位会员，请人工核对</source>
        <translation>Phone and card belong to two members. Look into it</translation>
    </message>
    <message>
        <source>手机号和卡号至少要有一个，请补上</source>
        <translation>A phone or a card number is needed. Add one</translation>
    </message>
    <message>
        <source>手机号或卡号与第 {first} 行相同，请核对</source>
        <translation>Same phone or card as row {first}. Check it</translation>
    </message>
    <message>
        <source>手机号至少填后 {least} 位</source>
        <translation>Enter at least the last {least} digits of the phone</translation>
    </message>
    <message>
        <source>打不开窗口（{reason}），请接屏幕并安装系统包</source>
        <translation>No window can be opened ({reason}). Attach a screen and install the system packages</translation>
    </message>
    <message>
        <source>打印任务有误，交易已完成，请联系店长</source>
        <translation>The print job is not valid. The sale is complete; tell the manager</translation>
    </message>
    <message>
        <source>打印机上盖打开，交易已完成，合上后自动补打</source>
        <translation>The printer's cover is open. The sale is complete; it prints once closed</translation>
    </message>
    <message>
        <source>打印机不报告状态，请看它是否有纸</source>
        <translation>The printer does not report its state. Check that it has paper</translation>
    </message>
    <message>
        <source>打印机地址不对，请填主机名或主机名:端口</source>
        <translation>The printer's address is not valid. Use host or host:port</translation>
    </message>
    <message>
        <source>打印机没有反应，交易已完成，请检查电源与连线</source>
        <translation>The printer does not answer. The sale is complete; check its power and cable</translation>
    </message>
    <message>
        <source>打印机缺纸，交易已完成，装纸后自动补打</source>
        <translation>Out of paper. The sale is complete; it prints after reload</translation>
    </message>
    <message>
        <source>扫到 {length} 个字符，太长了，请扫商品条码</source>
        <translation>{length} characters are too long for a code. Scan the barcode of the item</translation>
    </message>
    <message>
        <source>扫到的内容太长（{length} 个字符），不是商品条码，请重新扫码</source>
        <translation>The scan is too long ({length} characters) for a product code. Scan again</translation>
    </message>
    <message>
        <source>扫码枪没有反应，请重新插线或手工输入</source>
        <translation>The scanner does not answer. Plug it in again or enter codes by hand</translation>
    </message>
    <message>
        <source>报表没有保存，请检查磁盘后再试</source>
        <translation>The report was not saved. Check the disk, then try again</translation>
    </message>
    <message>
        <source>押金不能打折或减价，请选商品那一行</source>
        <translation>A deposit takes no reduction. Choose the item's line</translation>
    </message>
    <message>
        <source>押金不能用储值、积分或券付，这种方式最多 {most_amount}，其余请用现金或扫码</source>
        <translation>Stored value, points and coupons pay no deposit. This way takes at most {most_amount}, take the rest in cash or by code</translation>
    </message>
    <message>
        <source>押金跟着商品走，请改商品那一行</source>
        <translation>The deposit follows its item. Change the item's line</translation>
    </message>
    <message>
        <source>授权人的 PIN 不对，还能试 {left} 次</source>
        <translation>The approver's PIN is wrong. {left} tries left</translation>
    </message>
    <message>
        <source>授权额度 {name} 有一处写得不对：{part}，请改后再存</source>
        <translation>Limit {name} has a part that does not read: {part}. Change it and save again</translation>
    </message>
    <message>
        <source>授权额度里没有 {name} 这一项，请核对名称</source>
        <translation>There is no limit called {name}. Check the name</translation>
    </message>
    <message>
        <source>撤销 {amount} 未确认，请再撤销一次</source>
        <translation>Undoing {amount} is not confirmed. Undo it once more</translation>
    </message>
    <message>
        <source>支付没有成功，请顾客换一种方式</source>
        <translation>The payment was declined. Ask for another way to pay</translation>
    </message>
    <message>
        <source>支付终端没有反应，没有扣款，请检查连线</source>
        <translation>The terminal does not answer and nothing was charged. Check its cable</translation>
    </message>
    <message>
        <source>支付金额不对，请重新输入</source>
        <translation>The amount does not fit. Enter it again</translation>
    </message>
    <message>
        <source>收到 {amount}，不足充值 {due}</source>
        <translation>Received {amount}, less than the top-up of {due}</translation>
    </message>
    <message>
        <source>收单机构的设置不对（{reason}），没有改动，请核对</source>
        <translation>The acquirers' settings do not fit ({reason}). Nothing was changed. Check them</translation>
    </message>
    <message>
        <source>收款数据不一致，请撤销这笔后重新收款</source>
        <translation>This payment does not add up. Remove it and take it again</translation>
    </message>
    <message>
        <source>收银机 {where} 正在用会员的储值或积分，请先收完款或取消</source>
        <translation>Till {where} is using the member's value or points. Finish or cancel that payment first</translation>
    </message>
    <message>
        <source>收银机 {where} 留有会员的离线额度，请先在那台机归还</source>
        <translation>Till {where} holds value of the member for offline use. Give it back there first</translation>
    </message>
    <message>
        <source>收银程序已经在运行，请切换到已打开的窗口</source>
        <translation>The till is already running. Switch to its window</translation>
    </message>
    <message>
        <source>改动太多，存不下，请从一个方案重新开始</source>
        <translation>Too many changes to keep. Begin again from a preset</translation>
    </message>
    <message>
        <source>数据不是用这把密钥加密的，请检查密钥或数据目录</source>
        <translation>The data was encrypted with another key. Check the key and the data folder</translation>
    </message>
    <message>
        <source>数据不比程序新，请照常打开收银机</source>
        <translation>The data is no newer than the program. Open the till as usual</translation>
    </message>
    <message>
        <source>数据库地址不对，请写 postgresql://账号:密码@主机/库名</source>
        <translation>The database address is not valid. Write postgresql://user:password@host/name</translation>
    </message>
    <message>
        <source>数据库地址的文件别人也能读，请收紧权限</source>
        <translation>Others can read the file with the database address. Restrict its permissions</translation>
    </message>
    <message>
        <source>数据来自更新的版本，请先升级收银程序</source>
        <translation>The data comes from a newer version. Update the till first</translation>
    </message>
    <message>
        <source>数据目录不能写入，请检查权限和磁盘</source>
        <translation>The data folder cannot be written. Check its permissions and the disk</translation>
    </message>
    <message>
        <source>数据读不懂，请重试，仍不行请联系店长</source>
        <translation>The data cannot be read. Try again or ask the manager</translation>
    </message>
    <message>
        <source>数据还在，密钥不见了，请用原系统账号启动，或用 till-wipe 清除后重新登记</source>
        <translation>The till's data is here but its keys are gone. Start as the user who set it up. Or clear it with till-wipe and enrol again</translation>
    </message>
    <message>
        <source>数量要在 0.001 到 {most} 之间，请重新输入</source>
        <translation>Quantity must be between 0.001 and {most}. Enter it again</translation>
    </message>
    <message>
        <source>数额不对，请填大于零的数</source>
        <translation>This is no amount. Enter a number above zero</translation>
    </message>
    <message>
        <source>文件夹里已有一次回放，请加 --resume 或换一个</source>
        <translation>The folder holds a replay already. Add --resume or choose another</translation>
    </message>
    <message>
        <source>文件已损坏，或不是这台收银机导出的，请重新导出</source>
        <translation>The file is damaged or from another till. Export it again</translation>
    </message>
    <message>
        <source>文件已经在了，请换一个文件名</source>
        <translation>The file is there already, please choose another name</translation>
    </message>
    <message>
        <source>文件超过 {most_mb} MB，请分成几份</source>
        <translation>The file is larger than {most_mb} MB. Split it</translation>
    </message>
    <message>
        <source>文件里没有文字，请检查文件</source>
        <translation>The file has no text: check it</translation>
    </message>
    <message>
        <source>文字太长，最多 {most} 个字，请缩短</source>
        <translation>The text is too long, {most} characters at most: shorten it</translation>
    </message>
    <message>
        <source>新手机的验证码不对，还能试 {left} 次</source>
        <translation>The new phone's code is wrong. {left} tries left</translation>
    </message>
    <message>
        <source>新手机的验证码过期，请重新发送</source>
        <translation>The new phone's code has expired. Send another</translation>
    </message>
    <message>
        <source>无界面演示要写结果，请加 --out 文件夹</source>
        <translation>The headless demo writes its results. Add --out and a folder</translation>
    </message>
    <message>
        <source>日期 {day} 不对，请按 2026-11-22 填写</source>
        <translation>{day} is not a date. Write it like 2026-11-22</translation>
    </message>
    <message>
        <source>日期不对，请写今天以后 {days} 天内的一天，例如 2026-12-31</source>
        <translation>Not a valid day: write one within {days} days from today, such as 2026-12-31</translation>
    </message>
    <message>
        <source>日期不对，请写成年-月-日，例如 2026-01-31</source>
        <translation>That is no date; write year-month-day, for example 2026-01-31</translation>
    </message>
    <message>
        <source>日期已经过去，请核对</source>
        <translation>This day has passed. Check it</translation>
    </message>
    <message>
        <source>日期还没有到，请核对</source>
        <translation>This day is in the future. Check it</translation>
    </message>
    <message>
        <source>旧手机的验证码不对，还能试 {left} 次</source>
        <translation>The old phone's code is wrong. {left} tries left</translation>
    </message>
    <message>
        <source>旧手机的验证码过期，请重新发送</source>
        <translation>The old phone's code has expired. Send another</translation>
    </message>
    <message>
        <source>时钟慢了好几年，请校准时钟</source>
        <translation>The clock is years behind. Set it</translation>
    </message>
    <message>
        <source>时钟正常</source>
        <translation>The clock is plausible</translation>
    </message>
    <message>
        <source>更正后的编号与原来的不同，请保留 head 里的 event_id</source>
        <translation>The corrected entry has another id. Keep event_id in head as it was</translation>
    </message>
    <message>
        <source>更正的内容不是一笔完整的流水（{reason}），请核对</source>
        <translation>The corrected entry is not whole ({reason}). Check it</translation>
    </message>
    <message>
        <source>更正的内容不是这一笔流水，请核对后重试</source>
        <translation>The corrected body is not this fact. Check it and try again</translation>
    </message>
    <message>
        <source>更正的内容在第 {line} 行第 {column} 列写错了，请核对标点和引号</source>
        <translation>The corrected entry is wrong at line {line}, column {column}. Check quotes and commas</translation>
    </message>
    <message>
        <source>最多写 {most} 个字，请写短一些</source>
        <translation>At most {most} characters, please write less</translation>
    </message>
    <message>
        <source>有 {count} 件关于这位会员的事没有办结，先在待处理里办完</source>
        <translation>{count} cases about her are open: close them first</translation>
    </message>
    <message>
        <source>有 {count} 件投诉没有办结，先在投诉里办完再删除</source>
        <translation>{count} complaints of hers are open. Close them before her data are destroyed</translation>
    </message>
    <message>
        <source>有 {count} 位会员符合，请用完整的手机号或会员号</source>
        <translation>{count} members match. Use the whole phone or member number</translation>
    </message>
    <message>
        <source>有 {count} 台收银机借着储值，先收回再删除</source>
        <translation>{count} tills hold value of hers: take it back first</translation>
    </message>
    <message>
        <source>有 {count} 笔付款没有结束，等付完或放开再删除</source>
        <translation>{count} payments are under way: wait until they end</translation>
    </message>
    <message>
        <source>有一笔 {amount} 已收款还没计入本单，请先查询</source>
        <translation>A payment of {amount} is taken but not on this order. Check it first</translation>
    </message>
    <message>
        <source>有一笔 {amount} 支付结果未确认，请先查询，不要重复收款</source>
        <translation>A payment of {amount} is not confirmed. Check it before charging again</translation>
    </message>
    <message>
        <source>有一笔流水总部收不下，仍在本机，请联系技术支持</source>
        <translation>Central could not take one entry; it is kept here. Call support</translation>
    </message>
    <message>
        <source>有储值被预留或借给收银机，等放开后再换持有人</source>
        <translation>Value of hers is held or lent to a till. Change the holder when it is free again</translation>
    </message>
    <message>
        <source>有储值被预留或借给收银机，等放开后再注销</source>
        <translation>Value of hers is held or lent to a till. Close the account when it is free again</translation>
    </message>
    <message>
        <source>有储值被预留，等放开后再删除</source>
        <translation>Value is set aside: wait until it is free</translation>
    </message>
    <message>
        <source>本单已收了一部分，先收完，或在收款页退回后再挂单</source>
        <translation>Part of this order is paid. Take the rest, or give it back on the pay screen, then hold it</translation>
    </message>
    <message>
        <source>本单有支付还没结束，先查询结果再挂单</source>
        <translation>A payment of this sale is still open. Check its result before you hold the sale</translation>
    </message>
    <message>
        <source>本单用不上这张券，请看使用条件</source>
        <translation>This coupon takes nothing off this order. See its conditions</translation>
    </message>
    <message>
        <source>本单离线时已在 {shown} 取走，可能付过款，请先核对</source>
        <translation>{shown} recalled this sale while you were offline. It may be paid: check first</translation>
    </message>
    <message>
        <source>本店不这样抹零，请取消抹零再收款</source>
        <translation>Rounding off like this is not allowed here. Undo it and charge again</translation>
    </message>
    <message>
        <source>本店未开通积分抵扣，请换一种支付</source>
        <translation>This shop takes no points. Use another tender</translation>
    </message>
    <message>
        <source>本店没有开通离线额度</source>
        <translation>This shop sets no value aside for offline use</translation>
    </message>
    <message>
        <source>本机从旧备份恢复，已换新编号，可以照常收银</source>
        <translation>This till came back from an old backup and has a new number. Go on selling</translation>
    </message>
    <message>
        <source>本机密钥不对，请重新登记</source>
        <translation>This till's key is not valid. Enrol again</translation>
    </message>
    <message>
        <source>本机已被停用，请联系店长</source>
        <translation>This till was revoked. Ask the manager</translation>
    </message>
    <message>
        <source>本机已被总部停用，不能开新单，请联系店长</source>
        <translation>Central revoked this till: no new orders</translation>
    </message>
    <message>
        <source>本机恢复过，旧的离线额度已冻结，请联系店长</source>
        <translation>This till was restored. Its old offline value is frozen. Ask the manager</translation>
    </message>
    <message>
        <source>本机数据文件损坏，请停止收款并联系技术支持</source>
        <translation>The local data is damaged. Stop taking payment and contact support</translation>
    </message>
    <message>
        <source>本机数据有另一份在用，本机已换新编号，请店长查找另一台</source>
        <translation>A copy of this till's data is in use. This till has a new number. Ask the manager to find the copy</translation>
    </message>
    <message>
        <source>本机数据正忙，请稍等再试</source>
        <translation>The local data is busy. Wait and try again</translation>
    </message>
    <message>
        <source>本机时钟与总部差 {seconds} 秒，请校准时钟</source>
        <translation>This clock and central's differ by {seconds} s. Set the clock</translation>
    </message>
    <message>
        <source>本机时间与总部相差太多，请校准时间后重试</source>
        <translation>This till's clock is too far from central's. Set the clock and try again</translation>
    </message>
    <message>
        <source>本机没有设置恢复密语，请改用密钥环、口令，或向总部取回密钥</source>
        <translation>This till has no recovery secret. Use the keyring or the passphrase, or fetch the keys from central</translation>
    </message>
    <message>
        <source>本机的会员和商品数据坏了，正在重新下载，请扫码继续卖</source>
        <translation>The local member and product data was damaged and is being fetched again. Keep selling by scan</translation>
    </message>
    <message>
        <source>本机的流水比总部的旧，暂停上传，请联系技术支持</source>
        <translation>This till's journal is older than central's and is not sent. Call support</translation>
    </message>
    <message>
        <source>本机的离线额度已停用，请联系店长</source>
        <translation>Offline value is stopped on this till. Ask the manager</translation>
    </message>
    <message>
        <source>本机程序太旧，总部不再接受，请更新程序</source>
        <translation>This till's program is too old for central. Update it</translation>
    </message>
    <message>
        <source>本机缓存太旧，正在重新下载</source>
        <translation>This till's cache is too old. It is fetched anew</translation>
    </message>
    <message>
        <source>本机输错次数过多，请 {minutes} 分钟后再试，或请店长解锁</source>
        <translation>Too many wrong PINs at this till. Try again in {minutes} min, or ask a manager to unlock</translation>
    </message>
    <message>
        <source>本机还没有登记，请用 posapp till --central 网址 登记</source>
        <translation>This till is not enrolled. Start it with --central URL and a code</translation>
    </message>
    <message>
        <source>条码 {code} 已是另一件商品的，请核对</source>
        <translation>Barcode {code} belongs to another product. Check it</translation>
    </message>
    <message>
        <source>条码不对，请核对</source>
        <translation>The barcode is not valid. Check it</translation>
    </message>
    <message>
        <source>条码与第 {first} 行重复，请删去一处</source>
        <translation>The barcode is in row {first} as well. Remove one</translation>
    </message>
    <message>
        <source>查询会员太频繁，请 {seconds} 秒后再试</source>
        <translation>Too many member look-ups. Try again in {seconds} s</translation>
    </message>
    <message>
        <source>标签 {code} 不能在手工和规则之间改换，请用新的代码</source>
        <translation>Tag {code} cannot change between by hand and by rule, please use a new code</translation>
    </message>
    <message>
        <source>标签代码 {code} 不对，请用小写字母、数字和下划线</source>
        <translation>Tag code {code} is not valid, please use small letters, figures and _</translation>
    </message>
    <message>
        <source>标签名 {name} 不对，请用短的名称，不含 | ; =</source>
        <translation>Tag name {name} is not valid, please use a short one without | ; =</translation>
    </message>
    <message>
        <source>标签最多选 {most} 个，请少选几个</source>
        <translation>At most {most} tags; pick fewer</translation>
    </message>
    <message>
        <source>标签的种类不对，请核对操作手册里的五种</source>
        <translation>The kind of tag is not known, please use one of the five in the operating manual</translation>
    </message>
    <message>
        <source>标签的规则不对，请核对 {part}</source>
        <translation>The rule of the tag is not valid, please check {part}</translation>
    </message>
    <message>
        <source>标签的设置读不出来，请在总部重新导入标签</source>
        <translation>The tags' setting cannot be read, please import the tags at central again</translation>
    </message>
    <message>
        <source>标签目录里没有这个标签，请刷新</source>
        <translation>The catalogue has no such tag, please refresh</translation>
    </message>
    <message>
        <source>没有 PySide6，请按说明重新安装程序</source>
        <translation>PySide6 is missing. Install the program again</translation>
    </message>
    <message>
        <source>没有 {number} 号 Z 报表</source>
        <translation>There is no Z report {number}</translation>
    </message>
    <message>
        <source>没有 {word} 这个状态，请核对</source>
        <translation>There is no status {word}. Check it</translation>
    </message>
    <message>
        <source>没有人工定的等级可以取消，请刷新档案</source>
        <translation>There is no tier by hand to end, please reload the file</translation>
    </message>
    <message>
        <source>没有使用打印机的权限，请联系店长</source>
        <translation>The till may not use the printer. Tell the manager</translation>
    </message>
    <message>
        <source>没有分类 {name}，请先建分类</source>
        <translation>There is no category {name}, please make it first</translation>
    </message>
    <message>
        <source>没有叫 {name} 的设置，请改正或删除</source>
        <translation>There is no setting {name}. Correct or remove it</translation>
    </message>
    <message>
        <source>没有可以继续的回放，请去掉 --resume</source>
        <translation>There is no replay to go on with. Leave --resume out</translation>
    </message>
    <message>
        <source>没有可以补打的小票</source>
        <translation>There is nothing to reprint</translation>
    </message>
    <message>
        <source>没有可再预留的离线额度</source>
        <translation>There is no more value to set aside for offline use</translation>
    </message>
    <message>
        <source>没有回放的数据，请运行 python3 dev.py replay</source>
        <translation>The records are not installed. Run python3 dev.py replay</translation>
    </message>
    <message>
        <source>没有在等收银机 {terminal}</source>
        <translation>Till {terminal} is not waited for</translation>
    </message>
    <message>
        <source>没有备份文件 {name}，请核对路径</source>
        <translation>There is no backup {name}. Check the path</translation>
    </message>
    <message>
        <source>没有完成，请重试，仍不行请联系店长 ({key})</source>
        <translation>Not done. Try again, or ask the manager ({key})</translation>
    </message>
    <message>
        <source>没有屏幕，也没有虚拟屏幕，请安装 Xvfb 再试</source>
        <translation>There is no display and no virtual one. Install Xvfb and try again</translation>
    </message>
    <message>
        <source>没有屏幕，请接上屏幕或在桌面里启动</source>
        <translation>There is no screen. Attach one or start in a desktop session</translation>
    </message>
    <message>
        <source>没有工号 {number} 的人，请核对工号</source>
        <translation>Nobody has the number {number}, check the staff number</translation>
    </message>
    <message>
        <source>没有工号 {number}，请核对后重试</source>
        <translation>Nobody has the number {number}. Check it and try again</translation>
    </message>
    <message>
        <source>没有打印机型号 {name}，请重新选择</source>
        <translation>There is no printer profile {name}. Choose another</translation>
    </message>
    <message>
        <source>没有找到 {name}，请安装 PostgreSQL 的客户端程序</source>
        <translation>{name} was not found. Install the client programs of PostgreSQL</translation>
    </message>
    <message>
        <source>没有找到会员 {shown}，按 Enter 登记</source>
        <translation>No member {shown}. Press Enter to register</translation>
    </message>
    <message>
        <source>没有找到会员 {shown}，请核对后重试</source>
        <translation>No member {shown}. Check and try again</translation>
    </message>
    <message>
        <source>没有找到另一份档案，请核对手机号、会员号或卡</source>
        <translation>The other file was not found. Check phone, number or card</translation>
    </message>
    <message>
        <source>没有找到条码 {shown}，请查价或手工输入</source>
        <translation>No item for {shown}. Check price or enter by hand</translation>
    </message>
    <message>
        <source>没有找到这件投诉，请刷新</source>
        <translation>This complaint was not found, please refresh</translation>
    </message>
    <message>
        <source>没有找到这张小票，请核对单号</source>
        <translation>No such receipt. Check the number</translation>
    </message>
    <message>
        <source>没有找到这张小票，请核对小票号</source>
        <translation>This receipt was not found, please check its number</translation>
    </message>
    <message>
        <source>没有找到这次合并，请刷新后再看</source>
        <translation>This merge was not found. Refresh and look again</translation>
    </message>
    <message>
        <source>没有找到这笔补偿，请刷新</source>
        <translation>This compensation was not found, please refresh</translation>
    </message>
    <message>
        <source>没有接这个设备，请接好后在健康页重试</source>
        <translation>This device is not connected. Connect it and try again on the health page</translation>
    </message>
    <message>
        <source>没有收到口令，请输入，或从标准输入给一行</source>
        <translation>No passphrase came. Type it, or give one line on standard input</translation>
    </message>
    <message>
        <source>没有收银机 {code}，请核对编号</source>
        <translation>There is no till {code}, check its code</translation>
    </message>
    <message>
        <source>没有收银机 {terminal}，请核对编号</source>
        <translation>There is no till {terminal}. Check its code</translation>
    </message>
    <message>
        <source>没有编码为 {code} 的券，请核对</source>
        <translation>There is no coupon {code}. Check its code</translation>
    </message>
    <message>
        <source>没有读到内容，请重新扫码</source>
        <translation>Nothing was read. Scan again</translation>
    </message>
    <message>
        <source>没有这一笔登记，请核对编号</source>
        <translation>No such recorded payment. Check the id</translation>
    </message>
    <message>
        <source>没有这个会员，请核对会员号</source>
        <translation>There is no such member. Check the number</translation>
    </message>
    <message>
        <source>没有这个工号，请授权人核对</source>
        <translation>Nobody has this staff number. Ask the approver to check it</translation>
    </message>
    <message>
        <source>没有这个挂账单位，请换一种支付</source>
        <translation>No such account. Use another tender</translation>
    </message>
    <message>
        <source>没有这个文件，请核对路径</source>
        <translation>There is no such file. Check the path</translation>
    </message>
    <message>
        <source>没有这个监护人会员号，请核对，或填监护人的姓名和手机号</source>
        <translation>No member who may answer for her has this number. Check it, or enter the guardian's name and phone</translation>
    </message>
    <message>
        <source>没有这个等级，请另选一个</source>
        <translation>There is no such tier, please pick another</translation>
    </message>
    <message>
        <source>没有这个限额，请核对操作手册里的限额名</source>
        <translation>There is no such limit, please use a name of the operating manual</translation>
    </message>
    <message>
        <source>没有这台收银机，请核对编号</source>
        <translation>There is no such till. Check its code</translation>
    </message>
    <message>
        <source>没有这种券，请另选一张</source>
        <translation>There is no such coupon, please choose another</translation>
    </message>
    <message>
        <source>没有这笔收款的记录，可以重新收款</source>
        <translation>There is no such payment. You can charge again</translation>
    </message>
    <message>
        <source>没有键位方案 {name}，请选标准方案</source>
        <translation>There is no key preset {name}. Choose the standard one</translation>
    </message>
    <message>
        <source>没有门店 {shop}，请核对编号</source>
        <translation>There is no shop {shop}. Check its code</translation>
    </message>
    <message>
        <source>流水与本机账表不一致，请联系技术支持</source>
        <translation>The journal and the till's tables differ. Contact support</translation>
    </message>
    <message>
        <source>流水从第 {seq} 笔起接不上，请停用本机并联系技术支持</source>
        <translation>The chain breaks at entry {seq}. Stop using this till and contact support</translation>
    </message>
    <message>
        <source>流水在第 {seq} 笔前缺号，请停用本机并联系技术支持</source>
        <translation>An entry before {seq} is missing. Stop using this till and contact support</translation>
    </message>
    <message>
        <source>流水接不上，已停止上传，请联系技术支持</source>
        <translation>The journal's chain is broken. Sending stopped; call support</translation>
    </message>
    <message>
        <source>流水第 {seq} 笔的内容被改过，请联系技术支持</source>
        <translation>Entry {seq} of the journal was changed. Contact support</translation>
    </message>
    <message>
        <source>清点确认、Z 报表出来后，才能看应有怎么算出来</source>
        <translation>How expected cash came about is shown once the count is accepted and the Z is there</translation>
    </message>
    <message>
        <source>版本 {version} 已有不同的文字，改过的请用新的版本号</source>
        <translation>Version {version} reads otherwise already: give a changed text a new version</translation>
    </message>
    <message>
        <source>版本号只能用 20 个以内的字母、数字、点和横线，请改</source>
        <translation>A version is up to 20 letters, digits, dots and dashes: change it</translation>
    </message>
    <message>
        <source>现在不能用这种支付：{reason}</source>
        <translation>This tender is not available now: {reason}</translation>
    </message>
    <message>
        <source>生日月份不对，请填 1 到 12</source>
        <translation>That is no month; enter 1 to 12</translation>
    </message>
    <message>
        <source>生日要写成 1990-03-08 这样的日期</source>
        <translation>Write the birthday as 1990-03-08</translation>
    </message>
    <message>
        <source>留存的备用金不能超过实点现金</source>
        <translation>The float to keep is more than was counted</translation>
    </message>
    <message>
        <source>登记码不对或已过期，请在总部重新生成</source>
        <translation>The enrolment code is wrong or expired. Make a new one at central</translation>
    </message>
    <message>
        <source>监护人手机号不对，港澳台号码请加区号，例如 +852</source>
        <translation>Not a phone. Write other regions with their code, such as +852</translation>
    </message>
    <message>
        <source>看不懂 {word}，请核对</source>
        <translation>{word} does not read. Check it</translation>
    </message>
    <message>
        <source>看不懂列的对应 {name}，请写成 列名=字段</source>
        <translation>{name} does not read. Write it as TITLE=FIELD</translation>
    </message>
    <message>
        <source>看不懂日期，请写成 2026-01-31</source>
        <translation>This day does not read. Write it as 2026-01-31</translation>
    </message>
    <message>
        <source>短信没有发出，请稍后重试</source>
        <translation>The SMS was not sent. Try again in a moment</translation>
    </message>
    <message>
        <source>磁盘已满，报表没有保存，请清出空间再试</source>
        <translation>The disk is full. The report was not saved. Free some space and try again</translation>
    </message>
    <message>
        <source>磁盘已满，本笔未完成，请清出空间再试</source>
        <translation>The disk is full and this was not done. Free some space and try again</translation>
    </message>
    <message>
        <source>磁盘读写出错，本笔未完成，请再试，仍不行请换机</source>
        <translation>The disk failed and this was not done. Try again, else use another till</translation>
    </message>
    <message>
        <source>离线时只能取本机的挂单，请到原收银机取</source>
        <translation>Offline only this till's held sales can be recalled. Go to the till that held it</translation>
    </message>
    <message>
        <source>离线积分不够，还可用 {points} 分</source>
        <translation>Offline points are short. {points} can be used</translation>
    </message>
    <message>
        <source>离线额度不够，还可用 {available_amount}</source>
        <translation>Offline value is short. {available_amount} can be used</translation>
    </message>
    <message>
        <source>离线额度只限当日，请联网后再用储值</source>
        <translation>Offline value is for its day only. Pay by stored value once online</translation>
    </message>
    <message>
        <source>离线，会员档案要连上总部才能看和改</source>
        <translation>Offline: a member's file needs central</translation>
    </message>
    <message>
        <source>离线，充值和积分暂停，恢复后再试</source>
        <translation>Offline: top-up and rewards are paused. Try again later</translation>
    </message>
    <message>
        <source>积分不够，请减少</source>
        <translation>Not enough points. Use fewer</translation>
    </message>
    <message>
        <source>积分要按 {step} 的倍数使用</source>
        <translation>Use points in steps of {step}</translation>
    </message>
    <message>
        <source>称重标签 {shown} 的价格校验不对，请重新称重打标</source>
        <translation>The price check of label {shown} is wrong. Weigh and label again</translation>
    </message>
    <message>
        <source>程序出错了，本单没有丢失，请重试，仍不行请联系店长</source>
        <translation>Something went wrong. The order is safe. Try again, or ask the manager</translation>
    </message>
    <message>
        <source>程序正在关闭，请重新启动后再试</source>
        <translation>The program is closing. Start it again and retry</translation>
    </message>
    <message>
        <source>税率不对，请填 0 到 100 的百分数</source>
        <translation>The tax rate is not valid. Use a percentage from 0 to 100</translation>
    </message>
    <message>
        <source>端口 {port} 用不了（{reason}），请换一个，0 为自动</source>
        <translation>Port {port} cannot be used ({reason}). Take another one or 0 for a free one</translation>
    </message>
    <message>
        <source>第 {line} 行已退完或超过购买数量，请减少</source>
        <translation>Line {line} has not that many left to return. Return fewer</translation>
    </message>
    <message>
        <source>第 {row} 行不对 ({why})，请改好再导入</source>
        <translation>Row {row} is not valid ({why}), please mend it and import again</translation>
    </message>
    <message>
        <source>第 {row} 行不是 CSV，请用 UTF-8 CSV 导出</source>
        <translation>Row {row} is not CSV. Export as UTF-8 CSV</translation>
    </message>
    <message>
        <source>第 {row} 行不是 UTF-8，请另存为 UTF-8 CSV</source>
        <translation>Row {row} is not UTF-8. Save the file as UTF-8 CSV</translation>
    </message>
    <message>
        <source>第 {seq} 笔与黑匣子不一致，请停用本机并联系技术支持</source>
        <translation>Entry {seq} differs from the black box. Stop using this till and contact support</translation>
    </message>
    <message>
        <source>第一行不是列名，请补上列名</source>
        <translation>The first row holds no column names. Add them</translation>
    </message>
    <message>
        <source>等不到总部收完，请用 --resume 继续</source>
        <translation>Central did not take everything in time. Go on with --resume</translation>
    </message>
    <message>
        <source>类型不对，请填 goods、dish 或 service</source>
        <translation>The kind is unknown. Use goods, dish or service</translation>
    </message>
    <message>
        <source>类型是押金的商品不能再带押金，请清空押金一栏</source>
        <translation>A product of kind deposit has no deposit of its own. Clear that cell</translation>
    </message>
    <message>
        <source>系统密钥环可用</source>
        <translation>The system's keyring answers</translation>
    </message>
    <message>
        <source>系统密钥环锁着，请先解锁再启动</source>
        <translation>The system keyring is locked. Unlock it, then start again</translation>
    </message>
    <message>
        <source>编码与第 {first} 行重复，请改一处</source>
        <translation>The code is in row {first} as well. Change one</translation>
    </message>
    <message>
        <source>缺少 {name} 列，请补上</source>
        <translation>Column {name} is missing. Add it</translation>
    </message>
    <message>
        <source>缺少会员资料，已留待核查</source>
        <translation>The member's data is missing. It is kept for review</translation>
    </message>
    <message>
        <source>缺少字体 {names}，请重新安装程序</source>
        <translation>Fonts are missing: {names}. Install the program again</translation>
    </message>
    <message>
        <source>缺少驱动 {driver}，请联系店长安装</source>
        <translation>The driver {driver} is not installed. Ask the manager</translation>
    </message>
    <message>
        <source>自动演示没有找到 {what}，请看截图</source>
        <translation>The scripted day did not find {what}. See the pictures</translation>
    </message>
    <message>
        <source>表格解开后太大，请另存为 CSV 或分成几个文件</source>
        <translation>The workbook unpacks to too much. Save it as CSV or split it</translation>
    </message>
    <message>
        <source>要两位不同的店长在场，请核对两个工号</source>
        <translation>Two different managers have to be there: check both numbers</translation>
    </message>
    <message>
        <source>要店长授权，请店长输入工号和 PIN</source>
        <translation>A manager has to allow it: she enters her number and PIN</translation>
    </message>
    <message>
        <source>要找 {change_amount}，超过上限 {most_amount}，请检查收到的金额</source>
        <translation>Change of {change_amount} is above {most_amount}. Check the amount tendered</translation>
    </message>
    <message>
        <source>订单是空的，先加商品再挂单</source>
        <translation>The order is empty. Add items before you hold it</translation>
    </message>
    <message>
        <source>订单是空的，先加商品再收款</source>
        <translation>The order is empty. Add items first</translation>
    </message>
    <message>
        <source>训练数据写不进磁盘，请检查磁盘空间后再试</source>
        <translation>Training data cannot be written. Check the disk, then try again</translation>
    </message>
    <message>
        <source>设备设置有误，没有驱动 {driver}，请联系店长</source>
        <translation>There is no driver {driver}. Ask the manager to check the settings</translation>
    </message>
    <message>
        <source>设置 {name} 的值不对，请改正</source>
        <translation>The value of setting {name} does not fit. Correct it</translation>
    </message>
    <message>
        <source>设置文件 {name} 读不出来，请联系店长</source>
        <translation>The settings file {name} cannot be read. Ask the manager</translation>
    </message>
    <message>
        <source>请先向顾客出示协议并勾选同意</source>
        <translation>Show the policy to the customer and tick the consent first</translation>
    </message>
    <message>
        <source>请先完成当前操作</source>
        <translation>Finish the current step first</translation>
    </message>
    <message>
        <source>请先登录</source>
        <translation>Sign in first</translation>
    </message>
    <message>
        <source>请先选择要退的商品</source>
        <translation>Choose what comes back first</translation>
    </message>
    <message>
        <source>请写明为什么不再等这台收银机</source>
        <translation>Say why this till is waited for no more</translation>
    </message>
    <message>
        <source>请写明原因</source>
        <translation>Write down why</translation>
    </message>
    <message>
        <source>请写签单人姓名，最多 {most} 个字</source>
        <translation>Enter who signs, at most {most} characters</translation>
    </message>
    <message>
        <source>请填不小于 0 的整数</source>
        <translation>Enter a whole number of 0 or more</translation>
    </message>
    <message>
        <source>请填写存取现金的原因</source>
        <translation>Enter a reason for moving cash</translation>
    </message>
    <message>
        <source>请填写开钱箱的原因</source>
        <translation>Enter a reason for opening the drawer</translation>
    </message>
    <message>
        <source>请扫顾客手机上的付款码</source>
        <translation>Scan the payment code on the customer's phone</translation>
    </message>
    <message>
        <source>请把现金 {amount} 交还顾客</source>
        <translation>Hand {amount} in cash back to the customer</translation>
    </message>
    <message>
        <source>请求太大，会自动分开重传</source>
        <translation>The request is too large. It is split and sent again</translation>
    </message>
    <message>
        <source>请求编号不对，请重试</source>
        <translation>The request's id is not valid. Try again</translation>
    </message>
    <message>
        <source>请至少输入 {least} 个字再查会员</source>
        <translation>Enter at least {least} characters to look up a member</translation>
    </message>
    <message>
        <source>请输入 11 位手机号，港澳台请先选地区</source>
        <translation>Enter 11 figures, or choose the region first</translation>
    </message>
    <message>
        <source>请输入单号，4 到 40 位字母或数字</source>
        <translation>Enter the number, 4 to 40 letters or digits</translation>
    </message>
    <message>
        <source>请输入大于 0 的金额</source>
        <translation>Enter an amount above 0</translation>
    </message>
    <message>
        <source>请输入数量，例如 2 或 0.5</source>
        <translation>Enter a quantity such as 2 or 0.5</translation>
    </message>
    <message>
        <source>请输入金额，例如 12.50</source>
        <translation>Enter an amount such as 12.50</translation>
    </message>
    <message>
        <source>请选择原因</source>
        <translation>Choose a reason</translation>
    </message>
    <message>
        <source>请选择差异的原因，再确认交班</source>
        <translation>Choose a reason for the difference, then confirm</translation>
    </message>
    <message>
        <source>请选择退款原因</source>
        <translation>Choose a reason for the refund</translation>
    </message>
    <message>
        <source>读不出这个表格，请在表格软件里另存为 CSV 再试</source>
        <translation>This workbook does not read. Save it as CSV and try again</translation>
    </message>
    <message>
        <source>账单不完整（读到 {rows} 笔，与末尾合计不符），没有导入，请重新下载</source>
        <translation>The bill is not whole: {rows} rows do not agree with its total. Nothing was imported. Download it again</translation>
    </message>
    <message>
        <source>账单没有“{column}”一列，请核对文件和格式</source>
        <translation>The bill has no column {column}. Check file and layout</translation>
    </message>
    <message>
        <source>账单第 {row} 行的单号重复，没有导入，请重新下载</source>
        <translation>Row {row} repeats a number. Nothing was imported. Download the bill again</translation>
    </message>
    <message>
        <source>账单第 {row} 行看不懂，没有导入，请核对文件和格式</source>
        <translation>Row {row} was not understood. Nothing was imported. Check file and layout</translation>
    </message>
    <message>
        <source>账单超过 {megabytes} MB，请每天下载一份</source>
        <translation>The bill is larger than {megabytes} MB. Download one for each day</translation>
    </message>
    <message>
        <source>账单里不止一天，没有导入，请每天下载一份</source>
        <translation>The bill has more than one day. Nothing was imported. Download one for each day</translation>
    </message>
    <message>
        <source>账单里没有一笔，请填写它的日期</source>
        <translation>The bill has no row. Give its date</translation>
    </message>
    <message>
        <source>超过 {most} 个字符，请缩短</source>
        <translation>It is longer than {most} characters. Shorten it</translation>
    </message>
    <message>
        <source>超过 {most} 行，请分成几份</source>
        <translation>There are more than {most} rows. Split the file</translation>
    </message>
    <message>
        <source>超过 {name} 可授权的额度，请权限更高的人来</source>
        <translation>This is above what {name} may approve. Ask somebody with a higher limit</translation>
    </message>
    <message>
        <source>还有 {count} 件事没有办完，请刷新后再看</source>
        <translation>{count} things are not settled: refresh and look again</translation>
    </message>
    <message>
        <source>还有 {n} 笔没有上传，现在不能登记、清除或升级本机，请连上总部等待同步 0 再来</source>
        <translation>{n} entries still wait. This till cannot be enrolled anew, wiped or updated now. Connect to central and come back when none wait</translation>
    </message>
    <message>
        <source>还有 {points} 积分，会员同意放弃就勾选，不同意就先用掉</source>
        <translation>{points} points are left. Tick the box if she gives them up, else let her use them first</translation>
    </message>
    <message>
        <source>还有一单收了款没有完成，请先完成那一单</source>
        <translation>Another order has money on it. Finish that one first</translation>
    </message>
    <message>
        <source>还有储值，先退给会员再删除</source>
        <translation>Stored value is left: pay it back first</translation>
    </message>
    <message>
        <source>还有储值，先退给会员再注销</source>
        <translation>There is value left. Give it back first, then close the account</translation>
    </message>
    <message>
        <source>还有挂单、未结订单或未确认支付，处理后再交班</source>
        <translation>Held sales, an open order or unknown payments are left. Settle them, then close</translation>
    </message>
    <message>
        <source>还有订单或支付没有完成，请先收款或清空，再进入训练</source>
        <translation>An order or a payment is not finished. Take payment or clear it, then train</translation>
    </message>
    <message>
        <source>还有订单没有完成，请先收款、挂单或清空，再暂停钱箱</source>
        <translation>An order is not finished. Take payment, hold or clear it, then put the drawer aside</translation>
    </message>
    <message>
        <source>还款不能超过所欠的 {owed_amount}，请检查</source>
        <translation>The payment is above what is owed ({owed_amount}). Check it</translation>
    </message>
    <message>
        <source>还没开班，请先开班再收银</source>
        <translation>No shift is open. Open one first</translation>
    </message>
    <message>
        <source>还没收够，应收 {net}，已收 {paid_amount}</source>
        <translation>Not settled: {net} due, {paid_amount} collected</translation>
    </message>
    <message>
        <source>还没有选报表，请先选一张</source>
        <translation>No report is chosen. Choose one first</translation>
    </message>
    <message>
        <source>这一步需要店长授权</source>
        <translation>This step needs a manager</translation>
    </message>
    <message>
        <source>这一笔不能冲回，只有更正可以</source>
        <translation>This cannot be reversed: only corrections can</translation>
    </message>
    <message>
        <source>这一笔在传送中损坏，会自动重传</source>
        <translation>This entry was damaged on its way. It is sent again</translation>
    </message>
    <message>
        <source>这一笔属于另一台收银机，已留待核查</source>
        <translation>This entry belongs to another till. It is kept for review</translation>
    </message>
    <message>
        <source>这一笔已收下，留待总部核查</source>
        <translation>This entry was received and waits for review</translation>
    </message>
    <message>
        <source>这一笔已经对过账</source>
        <translation>This one is reconciled already</translation>
    </message>
    <message>
        <source>这一笔的币种不对，已留待核查</source>
        <translation>This entry is in another currency. It is kept for review</translation>
    </message>
    <message>
        <source>这一笔的数字对不上，已留待核查</source>
        <translation>The figures of this entry contradict each other. It is kept for review</translation>
    </message>
    <message>
        <source>这一笔还是记不进账（{code}），请先消除原因</source>
        <translation>This fact still cannot be applied ({code}). Mend the cause first</translation>
    </message>
    <message>
        <source>这一行已经不在订单里，请重新选择</source>
        <translation>This line is no longer in the order. Choose again</translation>
    </message>
    <message>
        <source>这一行的格子比列名多，请检查逗号</source>
        <translation>The row has more cells than columns. Check its commas</translation>
    </message>
    <message>
        <source>这一行的金额太大，请检查后重新输入</source>
        <translation>The amount of this line is too large. Check it and enter it again</translation>
    </message>
    <message>
        <source>这一项只扫工牌不够，请输 PIN</source>
        <translation>A badge alone is not enough here. Enter the PIN</translation>
    </message>
    <message>
        <source>这不是付款码，请顾客打开付款码再扫</source>
        <translation>That is not a payment code. Ask the customer to show one</translation>
    </message>
    <message>
        <source>这不是这位会员挂失的卡，请核对卡号</source>
        <translation>This is not a card that she reported lost. Check its number</translation>
    </message>
    <message>
        <source>这两个号是同一位会员，不用合并</source>
        <translation>Both are the same member already. Nothing to merge</translation>
    </message>
    <message>
        <source>这个企业码已经用过，请向企业要新的，或清空</source>
        <translation>This company code was used. Ask the company for another, or clear it</translation>
    </message>
    <message>
        <source>这个备份文件已经存在，请换一个文件名</source>
        <translation>This backup file exists already. Choose another name</translation>
    </message>
    <message>
        <source>这个手机号已经核验过，会员可以直接登录会员页面</source>
        <translation>This phone is verified already; the member can sign in to her page</translation>
    </message>
    <message>
        <source>这个手机号是会员 {number} 的，请核对；是同一个人就合并两个账户</source>
        <translation>This phone is member {number}'s. If it is the same person, merge the two accounts</translation>
    </message>
    <message>
        <source>这个文件不是账单，请选 CSV 文件</source>
        <translation>This file is no bill. Choose a CSV file</translation>
    </message>
    <message>
        <source>这个文件已经存在，请换一个文件名</source>
        <translation>This file exists already. Choose another name</translation>
    </message>
    <message>
        <source>这个文件正在另一处导入，请等它结束</source>
        <translation>This file is being imported elsewhere. Wait until it ends</translation>
    </message>
    <message>
        <source>这个标签由规则贴上和去掉，请改用手贴的标签</source>
        <translation>This tag comes and goes by its rule. Use a tag that is put on by hand</translation>
    </message>
    <message>
        <source>这个码不完整，请重新扫一次</source>
        <translation>This code is damaged. Scan it again</translation>
    </message>
    <message>
        <source>这个编号已经收过另一笔金额，请重新收款</source>
        <translation>This number was used for another amount. Charge again</translation>
    </message>
    <message>
        <source>这个请求已经用过，请重试</source>
        <translation>This request was used before. Try again</translation>
    </message>
    <message>
        <source>这些条件几乎包括所有会员，请再填姓名、手机号、标签或日期</source>
        <translation>Nearly every member fits. Add a name, phone, tag or day</translation>
    </message>
    <message>
        <source>这件事已经有人处理了，请刷新列表</source>
        <translation>Somebody has dealt with it. Refresh the list</translation>
    </message>
    <message>
        <source>这件投诉不是这位会员的，或已关闭，请刷新</source>
        <translation>This complaint is not this member's or is closed, please refresh</translation>
    </message>
    <message>
        <source>这件投诉的状态变了，请刷新后再办</source>
        <translation>The complaint has moved on meanwhile, please refresh and try again</translation>
    </message>
    <message>
        <source>这份档案没有手机号，请先用“换手机号”补上</source>
        <translation>This file has no phone. Add one with Change phone first</translation>
    </message>
    <message>
        <source>这份账单已经导入过（{day}），没有重复导入</source>
        <translation>This bill was imported already ({day}). It was not imported again</translation>
    </message>
    <message>
        <source>这位会员已有在用的卡，请用换卡或挂失</source>
        <translation>She has a card in use. Replace it or report it lost</translation>
    </message>
    <message>
        <source>这位会员是 {count} 个孩子的监护人，先换监护人或先删除孩子的资料</source>
        <translation>She answers for {count} children: name another guardian or destroy theirs first</translation>
    </message>
    <message>
        <source>这位会员没有可以改判的邀请，请核对会员号</source>
        <translation>This member has no invitation that can be allowed, please check the number</translation>
    </message>
    <message>
        <source>这位会员没有在用的卡，请用绑卡</source>
        <translation>She has no card in use. Bind one</translation>
    </message>
    <message>
        <source>这位会员没有封存的资料，请核对会员号</source>
        <translation>Nothing of this member is sealed: check the number</translation>
    </message>
    <message>
        <source>这位会员的个人资料已删除，不能再改，请为她重新登记</source>
        <translation>This member's personal data were deleted and cannot be changed. Register her anew</translation>
    </message>
    <message>
        <source>这像另一个地区的号码，请先在上方选地区</source>
        <translation>It looks like a number of another region. Choose the region above</translation>
    </message>
    <message>
        <source>这只钱箱已经开班，请先交班，或换一只钱箱</source>
        <translation>This drawer has an open shift. Close it first, or use another drawer</translation>
    </message>
    <message>
        <source>这只钱箱由 {name} 使用，请本人或店长来清点</source>
        <translation>{name} works with this drawer. She or a manager has to count it</translation>
    </message>
    <message>
        <source>这台收银机由 {name} 使用，请 {name} 回来，或请店长解锁</source>
        <translation>{name} works at this till. Ask {name} or a manager to unlock it</translation>
    </message>
    <message>
        <source>这台机器存不下这个选择，只在关机前有效</source>
        <translation>This choice could not be kept, it holds until the till is closed</translation>
    </message>
    <message>
        <source>这台电脑没有可用的密钥环，请加 --keys file，用口令保护密钥</source>
        <translation>This computer has no usable keyring. Add --keys file to keep the keys under a passphrase</translation>
    </message>
    <message>
        <source>这就是现在的手机号，不用换；还没核验的，请用“核验手机号”</source>
        <translation>This is her phone already; if it is not verified yet, use Verify phone</translation>
    </message>
    <message>
        <source>这张券不属于本单会员，请核对会员</source>
        <translation>This coupon is not this member's. Check the member</translation>
    </message>
    <message>
        <source>这张券只能用一次，离线时不能用，请联网后再用</source>
        <translation>This coupon can be used once only and not while offline. Use it once online</translation>
    </message>
    <message>
        <source>这张券已经用在本单上</source>
        <translation>This coupon is already on the order</translation>
    </message>
    <message>
        <source>这张券预留于 {where}，正在收回，请稍候重新识别会员再用</source>
        <translation>This coupon is set aside at {where} and is being called back. Look the member up again in a moment</translation>
    </message>
    <message>
        <source>这张卡已挂失或换掉，不能用，请按手机号查找会员</source>
        <translation>This card was reported lost or replaced. Find the member by phone</translation>
    </message>
    <message>
        <source>这张卡已绑定别的会员，请换一张卡</source>
        <translation>This card is another member's. Take another card</translation>
    </message>
    <message>
        <source>这张小票已不在打印队列</source>
        <translation>This paper is no longer in the print queue</translation>
    </message>
    <message>
        <source>这张小票无法读出，请到总部查询这一单</source>
        <translation>This receipt cannot be read. Look the sale up at head office</translation>
    </message>
    <message>
        <source>这张小票是别的会员的，请核对小票号</source>
        <translation>This receipt is another member's, please check its number</translation>
    </message>
    <message>
        <source>这张工牌不能授权，请输 PIN 或换新工牌</source>
        <translation>This badge cannot approve. Enter the PIN or get a new badge</translation>
    </message>
    <message>
        <source>这张挂单不在本机或已被取走，请到原收银机取单</source>
        <translation>This held sale is not on this till or was taken. Recall it at its own till</translation>
    </message>
    <message>
        <source>这张挂单已在收银机 {till} 取走，请勿重复收款</source>
        <translation>Till {till} has recalled this sale. Do not charge it again</translation>
    </message>
    <message>
        <source>这张挂单已被取走或作废</source>
        <translation>This held sale was recalled or voided</translation>
    </message>
    <message>
        <source>这张挂单总部读不懂，只能在本机取</source>
        <translation>Central cannot read this held sale. Recall it at this till</translation>
    </message>
    <message>
        <source>这批数据属于另一台收银机，请联系技术支持</source>
        <translation>This data belongs to another till. Call support</translation>
    </message>
    <message>
        <source>这是 {shown} 的网址，不是商品条码</source>
        <translation>This is a link to {shown}, not a product code</translation>
    </message>
    <message>
        <source>这是优惠券 {shown}，请先识别会员再用</source>
        <translation>This is coupon {shown}. Identify the member first</translation>
    </message>
    <message>
        <source>这是另一位会员的码，请本单会员出示会员码</source>
        <translation>This code is another member's. Ask the member of this order</translation>
    </message>
    <message>
        <source>这是商品条码，请扫或输入交易单号</source>
        <translation>This is a product code. Scan or enter the transaction number</translation>
    </message>
    <message>
        <source>这是工牌 {shown}，换人请先锁屏</source>
        <translation>This is badge {shown}. Lock the till to change person</translation>
    </message>
    <message>
        <source>这是工牌，这里不用，请先完成当前操作</source>
        <translation>This is a staff badge and not needed here. Finish what is open first</translation>
    </message>
    <message>
        <source>这是本系统的码，请输入小票或对方系统上的单号</source>
        <translation>This is one of our own codes. Enter the number on the slip or in the other system</translation>
    </message>
    <message>
        <source>这是门票 {shown}，请到检票口核验</source>
        <translation>This is ticket {shown}. Have it checked at the gate</translation>
    </message>
    <message>
        <source>这是顾客的付款码，请输入交易单号</source>
        <translation>This is the customer's payment code. Enter the transaction number</translation>
    </message>
    <message>
        <source>这次授权已经用过，请店长重新授权</source>
        <translation>This approval has been used. Ask a manager to approve again</translation>
    </message>
    <message>
        <source>这笔充值的数字对不上，已留待核查</source>
        <translation>The figures of this top-up contradict each other. It is kept for review</translation>
    </message>
    <message>
        <source>这笔已经撤销，没有收款，请重新扫码</source>
        <translation>This one was reversed. Nothing was taken. Scan again</translation>
    </message>
    <message>
        <source>这笔已经退过款，不能撤销</source>
        <translation>Already refunded. It cannot be reversed</translation>
    </message>
    <message>
        <source>这笔支付不再等待验证，请重新发起</source>
        <translation>This payment no longer waits for a code. Begin again</translation>
    </message>
    <message>
        <source>这笔收款不能撤销，请联系店长，成交后再退款</source>
        <translation>This payment cannot be undone. Complete the sale and refund it, or ask the manager</translation>
    </message>
    <message>
        <source>这笔收款已经撤销，请看剩余金额</source>
        <translation>This payment was removed. Look at what remains</translation>
    </message>
    <message>
        <source>这笔收款已经撤销，请重新收款</source>
        <translation>This payment was reversed. Charge again</translation>
    </message>
    <message>
        <source>这笔收款已经退过，不能再撤销</source>
        <translation>This payment was already refunded and cannot be reversed</translation>
    </message>
    <message>
        <source>这笔收款的金额变了，请重新发起收款</source>
        <translation>The amount of this payment changed. Start a new payment</translation>
    </message>
    <message>
        <source>这笔是另一台收银机收的，请到那台上查询</source>
        <translation>Another till took this payment. Ask there</translation>
    </message>
    <message>
        <source>这笔更正已经冲回，请刷新</source>
        <translation>This correction was reversed already. Refresh</translation>
    </message>
    <message>
        <source>这笔离线额度属于另一台收银机</source>
        <translation>This offline value belongs to another till</translation>
    </message>
    <message>
        <source>这笔补偿已经到期，不用冲回</source>
        <translation>This compensation has lapsed, there is nothing to take back</translation>
    </message>
    <message>
        <source>这笔补偿已经用掉或正被预留，不能冲回，可以另记更正</source>
        <translation>This compensation was spent or is set aside and cannot be taken back, a correction can be posted</translation>
    </message>
    <message>
        <source>这笔请求和之前不一致，请重新发起</source>
        <translation>This request differs from before. Begin again</translation>
    </message>
    <message>
        <source>这笔还在查询，请先查询或撤销</source>
        <translation>Still being asked about. Query or reverse it first</translation>
    </message>
    <message>
        <source>这笔退款的数字对不上，已留待核查</source>
        <translation>The figures of this refund contradict each other. It is kept for review</translation>
    </message>
    <message>
        <source>这笔销售的数字对不上，已留待核查</source>
        <translation>The figures of this sale contradict each other. It is kept for review</translation>
    </message>
    <message>
        <source>这笔预留属于另一台收银机</source>
        <translation>This reservation belongs to another till</translation>
    </message>
    <message>
        <source>这笔预留已经结束，请重新发起</source>
        <translation>This reservation has ended. Begin again</translation>
    </message>
    <message>
        <source>这里已经有总部数据，请换一个文件夹</source>
        <translation>Central's data is here already. Choose another folder</translation>
    </message>
    <message>
        <source>这里没有总部数据，请先运行 posapp central init</source>
        <translation>No central here yet. Run posapp central init first</translation>
    </message>
    <message>
        <source>这里还没有收银机，请用 till --central 网址 登记</source>
        <translation>No till here yet. Enrol one with till --central URL</translation>
    </message>
    <message>
        <source>连不上总部，可以继续卖，请稍后再试</source>
        <translation>Central cannot be reached. Go on selling and try this again later</translation>
    </message>
    <message>
        <source>连不上数据库，请检查地址和数据库是否在运行</source>
        <translation>The database does not answer. Check its address and whether it runs</translation>
    </message>
    <message>
        <source>退款超过原收款剩下的 {left_minor}，请减少</source>
        <translation>Only {left_minor} of the payment is left to refund. Enter less</translation>
    </message>
    <message>
        <source>退款超过这笔还能退的 {left_minor}</source>
        <translation>More than the {left_minor} that is left to refund</translation>
    </message>
    <message>
        <source>邀请奖励第 {row} 行不对 ({why})，请改好再导入</source>
        <translation>Row {row} of the rewards is not valid ({why}), please mend it and import again</translation>
    </message>
    <message>
        <source>金额 {amount} 超过剩余的 {remaining}，请减少</source>
        <translation>{amount} is more than the {remaining} left. Enter less</translation>
    </message>
    <message>
        <source>金额不对，请重新输入</source>
        <translation>The amount does not fit. Enter it again</translation>
    </message>
    <message>
        <source>金额与找零不符，请把找零交给顾客</source>
        <translation>The amount is not the change. Hand the change over</translation>
    </message>
    <message>
        <source>金额和本机不一致，请填写设备上的金额并选择原因</source>
        <translation>The total differs from the till's. Enter the device's total and choose a reason</translation>
    </message>
    <message>
        <source>金额太大，请检查后重新输入</source>
        <translation>The amount is too large. Check it and enter it again</translation>
    </message>
    <message>
        <source>钱箱 {drawer} 没有接上，请用钥匙打开，并请店长检查钱箱设置</source>
        <translation>Drawer {drawer} is not connected. Open it with its key and ask a manager to check the drawer settings</translation>
    </message>
    <message>
        <source>钱箱接在打印机上，请先设置打印机</source>
        <translation>The drawer hangs on the printer. Set up the printer first</translation>
    </message>
    <message>
        <source>钱箱没有弹开，请用钥匙打开，再检查连线</source>
        <translation>The drawer did not open. Use the key, then check its cable</translation>
    </message>
    <message>
        <source>错误次数过多，会员验证暂停 15 分钟，请换一种支付</source>
        <translation>Too many wrong codes. Confirmation pauses for 15 minutes, use another tender</translation>
    </message>
    <message>
        <source>错误次数过多，请 {minutes} 分钟后再试，或请店长解锁</source>
        <translation>Too many wrong PINs. Try again in {minutes} min, or ask a manager to unlock</translation>
    </message>
    <message>
        <source>长短款 {difference}，请选择原因</source>
        <translation>Over/short by {difference}. Choose a reason</translation>
    </message>
    <message>
        <source>隔离区里没有这一笔，请核对编号</source>
        <translation>Nothing in quarantine has this id. Check it</translation>
    </message>
    <message>
        <source>顾客屏没有反应，请检查电源与连线</source>
        <translation>The customer display does not answer. Check its power and cable</translation>
    </message>
    <message>
        <source>顾客账户的钱不够，没有扣款，请换一种方式</source>
        <translation>Not enough on the customer's account. Nothing was taken. Use another way</translation>
    </message>
    <message>
        <source>顾客键盘没有反应，请检查连线</source>
        <translation>The customer's pad does not answer. Check its cable</translation>
    </message>
    <message>
        <source>额度不对：每人上限要大于零且不超过每台上限，两个都填 0 是关闭</source>
        <translation>The figures do not fit: 0 &lt; a member's cap &lt;= a till's ceiling; both 0 switches it off</translation>
    </message>
    <message>
        <source>验证码不对或已用过，请顾客刷新后再试</source>
        <translation>The code is wrong or was used. Ask the customer for a new one</translation>
    </message>
    <message>
        <source>验证码不对，请核对后再试</source>
        <translation>The code is wrong. Check it and try again</translation>
    </message>
    <message>
        <source>验证码不对，还可以试 {left} 次</source>
        <translation>The code is wrong. {left} tries left</translation>
    </message>
    <message>
        <source>验证码已过期，请重新发送</source>
        <translation>The code has expired. Send a new one</translation>
    </message>
    <message>
        <source>验证码已过期，请重新发送或刷新会员码</source>
        <translation>The code has expired. Send or show a new one</translation>
    </message>
    <message>
        <source>黑匣子文件有一段读不出来，请联系技术支持</source>
        <translation>A part of the black box cannot be read. Contact support</translation>
    </message>
    <message>
        <source>黑匣子里有数据库没有的第 {seq} 笔，请重开本机补回</source>
        <translation>The black box knows entry {seq}, the database does not. Restart the till to put it back</translation>
    </message>
</context>
<context>
    <name>posapp</name>
    <message>
        <source>- 是原来的，+ 是更正的，编号不变</source>
        <translation>- is what came, + what you put right. The id stays</translation>
    </message>
    <message>
        <source>1 到 12</source>
        <translation>1 to 12</translation>
    </message>
    <message>
        <source>PIN</source>
        <translation>PIN</translation>
    </message>
    <message>
        <source>PIN {n} 位</source>
        <translation>PIN, {n} digits</translation>
    </message>
    <message>
        <source>Tab</source>
        <translation>Tab</translation>
    </message>
    <message>
        <source>X 报表</source>
        <translation>X report</translation>
    </message>
    <message>
        <source>X 报表已打印</source>
        <translation>X report printed</translation>
    </message>
    <message>
        <source>Z {n}  {date}</source>
        <translation>Z {n}  {date}</translation>
    </message>
    <message>
        <source>Z 报表</source>
        <translation>Z report</translation>
    </message>
    <message>
        <source>Z 报表不连续</source>
        <translation>Z reports not in line</translation>
    </message>
    <message>
        <source>Z 报表已保存并打印，留存备用金 {kept}，上缴 {handed}</source>
        <translation>Z report saved and printing. Float kept {kept}, handed in {handed}</translation>
    </message>
    <message>
        <source>Z 报表的小票</source>
        <translation>The Z report as paper</translation>
    </message>
    <message>
        <source>{about}，{state}</source>
        <translation>{about}, {state}</translation>
    </message>
    <message>
        <source>{all}，列出 {n} 笔</source>
        <translation>{all}, {n} listed</translation>
    </message>
    <message>
        <source>{amount} 正好</source>
        <translation>{amount} exact</translation>
    </message>
    <message>
        <source>{amount}，等顾客扫码</source>
        <translation>{amount}, waits for the scan</translation>
    </message>
    <message>
        <source>{amount}，结果未确认</source>
        <translation>{amount}, not confirmed</translation>
    </message>
    <message>
        <source>{boss}已解锁，{name}可以再输 PIN</source>
        <translation>{boss} unlocked it. {name} may enter the PIN again</translation>
    </message>
    <message>
        <source>{by} 已收，单号 {number}</source>
        <translation>{by}, number {number}</translation>
    </message>
    <message>
        <source>{channel} {amount} 已原路退回</source>
        <translation>{channel} {amount} given back</translation>
    </message>
    <message>
        <source>{channel} {amount} 结果未确认，请重试</source>
        <translation>{channel} {amount} not confirmed. Try again</translation>
    </message>
    <message>
        <source>{channel} {amount} 被拒绝，请联系店长处理</source>
        <translation>{channel} {amount} was declined. Ask the manager</translation>
    </message>
    <message>
        <source>{channel}付了 {paid}，原路退回</source>
        <translation>{channel} paid {paid}; goes back the same way</translation>
    </message>
    <message>
        <source>{cut}，整单共减 {whole}，这一行分摊</source>
        <translation>{cut}, this line's share of {whole} off the order</translation>
    </message>
    <message>
        <source>{date} 这台收银机</source>
        <translation>{date} at this till</translation>
    </message>
    <message>
        <source>{effect}。以 {who} 的名义</source>
        <translation>{effect}. In the name of {who}</translation>
    </message>
    <message>
        <source>{face} × {n}</source>
        <translation>{face} × {n}</translation>
    </message>
    <message>
        <source>{face} 的张数</source>
        <translation>Pieces of {face}</translation>
    </message>
    <message>
        <source>{file}：共 {rows} 笔，相符 {matched} 笔，不符 {n} 笔</source>
        <translation>{file}: {rows} rows, {matched} agree, {n} differ</translation>
    </message>
    <message>
        <source>{gone} 从 {kept} 分出来，以 {who} 的名义</source>
        <translation>Part {gone} from {kept}, in the name of {who}</translation>
    </message>
    <message>
        <source>{gone} 并入 {kept}，以 {who} 的名义</source>
        <translation>Merge {gone} into {kept}, in the name of {who}</translation>
    </message>
    <message>
        <source>{kept} 和 {gone} 是两个人，以 {who} 的名义</source>
        <translation>{kept} and {gone} are two people, in the name of {who}</translation>
    </message>
    <message>
        <source>{keys} 或 {walk} 选择</source>
        <translation>{keys} or {walk} to choose</translation>
    </message>
    <message>
        <source>{key} 现在是“{taken}”，要和“{action}”对调吗</source>
        <translation>{key} is “{taken}” now. Swap it with “{action}”?</translation>
    </message>
    <message>
        <source>{key} 选中，扫商品也可选中</source>
        <translation>{key} ticks, so does scanning</translation>
    </message>
    <message>
        <source>{name} ({number}) 已锁屏，订单保留</source>
        <translation>{name} ({number}) locked the till. The order is kept</translation>
    </message>
    <message>
        <source>{name}保持登录，授权人、原因和时间记入审计日志</source>
        <translation>{name} stays signed in. All this is recorded</translation>
    </message>
    <message>
        <source>{name}，{time} 开班</source>
        <translation>{name}, open since {time}</translation>
    </message>
    <message>
        <source>{name}，工牌</source>
        <translation>{name}, badge</translation>
    </message>
    <message>
        <source>{name}，您好</source>
        <translation>Hello {name}</translation>
    </message>
    <message>
        <source>{name}，您将支付</source>
        <translation>{name}, you pay</translation>
    </message>
    <message>
        <source>{name}，请支付</source>
        <translation>{name}, please pay</translation>
    </message>
    <message>
        <source>{number} 并入</source>
        <translation>{number} merged in</translation>
    </message>
    <message>
        <source>{number} 的档案</source>
        <translation>File of {number}</translation>
    </message>
    <message>
        <source>{n} 个单位可挂账</source>
        <translation>{n} accounts</translation>
    </message>
    <message>
        <source>{n} 个字符</source>
        <translation>{n} characters</translation>
    </message>
    <message>
        <source>{n} 件</source>
        <translation>{n} items</translation>
    </message>
    <message>
        <source>{n} 分</source>
        <translation>{n} points</translation>
    </message>
    <message>
        <source>{n} 分钟</source>
        <translation>{n} min</translation>
    </message>
    <message>
        <source>{n} 天</source>
        <translation>{n} d</translation>
    </message>
    <message>
        <source>{n} 小时</source>
        <translation>{n} h</translation>
    </message>
    <message>
        <source>{n} 张</source>
        <translation>{n}</translation>
    </message>
    <message>
        <source>{n} 次</source>
        <translation>{n} times</translation>
    </message>
    <message>
        <source>{n} 班</source>
        <translation>{n} shifts</translation>
    </message>
    <message>
        <source>{n} 种</source>
        <translation>{n} kinds</translation>
    </message>
    <message>
        <source>{n} 秒内有效</source>
        <translation>Valid for {n} s</translation>
    </message>
    <message>
        <source>{n} 积分</source>
        <translation>{n} points</translation>
    </message>
    <message>
        <source>{n} 笔</source>
        <translation>{n} entries</translation>
    </message>
    <message>
        <source>{n} 笔  {amount}</source>
        <translation>#{n}  {amount}</translation>
    </message>
    <message>
        <source>{n} 笔已导出，已加密，请交给总部：{name}</source>
        <translation>{n} entries are in a sealed file. Bring it to central: {name}</translation>
    </message>
    <message>
        <source>{n} 笔待处理</source>
        <translation>{n} open</translation>
    </message>
    <message>
        <source>{n} 笔，退 {m} 笔</source>
        <translation>{n} sales, {m} refunds</translation>
    </message>
    <message>
        <source>{n} 行的原价合计</source>
        <translation>List prices of {n} lines</translation>
    </message>
    <message>
        <source>{n} 行退回合计</source>
        <translation>Lines returned: {n}, together</translation>
    </message>
    <message>
        <source>{one} 和 {other}</source>
        <translation>{one} and {other}</translation>
    </message>
    <message>
        <source>{paid} + {n} 张券</source>
        <translation>{paid} + {n} coupons</translation>
    </message>
    <message>
        <source>{start} 点到 {end} 点</source>
        <translation>From {start}:00 to {end}:00</translation>
    </message>
    <message>
        <source>{state}，正在自动重连</source>
        <translation>{state}, reconnecting by itself</translation>
    </message>
    <message>
        <source>{step}：{about}</source>
        <translation>{step}: {about}</translation>
    </message>
    <message>
        <source>{s} 秒</source>
        <translation>{s} s</translation>
    </message>
    <message>
        <source>{tail}，{state}</source>
        <translation>{tail}, {state}</translation>
    </message>
    <message>
        <source>{text}，另有 {n} 位</source>
        <translation>{text}, and {n} more</translation>
    </message>
    <message>
        <source>{time} 后可重发</source>
        <translation>Again in {time}</translation>
    </message>
    <message>
        <source>{time} 的数据</source>
        <translation>As of {time}</translation>
    </message>
    <message>
        <source>{title}，已撤销</source>
        <translation>{title}, undone</translation>
    </message>
    <message>
        <source>{walk} 选择</source>
        <translation>{walk} to choose</translation>
    </message>
    <message>
        <source>{what} {amount} 已入账</source>
        <translation>{what} {amount} recorded</translation>
    </message>
    <message>
        <source>{what} 一致</source>
        <translation>{what} agrees</translation>
    </message>
    <message>
        <source>{what} 减一</source>
        <translation>{what}, one less</translation>
    </message>
    <message>
        <source>{what} 加一</source>
        <translation>{what}, one more</translation>
    </message>
    <message>
        <source>{what} 断开</source>
        <translation>{what} not connected</translation>
    </message>
    <message>
        <source>{what} 金额不同</source>
        <translation>{what} differs</translation>
    </message>
    <message>
        <source>{what} 需要处理</source>
        <translation>{what} needs attention</translation>
    </message>
    <message>
        <source>{what}恢复正常</source>
        <translation>{what} works again</translation>
    </message>
    <message>
        <source>{what}需要处理</source>
        <translation>{what} needs attention</translation>
    </message>
    <message>
        <source>{what}需要店长授权</source>
        <translation>{what} needs a manager</translation>
    </message>
    <message>
        <source>{what}，原因 {why}</source>
        <translation>{what}, reason: {why}</translation>
    </message>
    <message>
        <source>{when} 不同意或已撤回</source>
        <translation>{when} not given, or withdrawn</translation>
    </message>
    <message>
        <source>{when} 同意 {version}</source>
        <translation>{when} given, {version}</translation>
    </message>
    <message>
        <source>{when} 在本机撤回，等待送达</source>
        <translation>Withdrawn here {when}, waiting to be sent</translation>
    </message>
    <message>
        <source>{when} 的数据</source>
        <translation>As of {when}</translation>
    </message>
    <message>
        <source>{who} {opened} 至 {closed}，Z 第 {n} 号</source>
        <translation>{who} {opened} to {closed}, Z no. {n}</translation>
    </message>
    <message>
        <source>{who}，{second} 授权</source>
        <translation>{who}, allowed by {second}</translation>
    </message>
    <message>
        <source>{who}，钱箱 {name}</source>
        <translation>{who}, drawer {name}</translation>
    </message>
    <message>
        <source>{word}，Z {n}，{who}</source>
        <translation>{word}, Z {n}, {who}</translation>
    </message>
    <message>
        <source>“{text}”指的是哪一个</source>
        <translation>Which one is “{text}”</translation>
    </message>
    <message>
        <source>《会员协议》《隐私政策》{v}</source>
        <translation>Member agreement, privacy policy {v}</translation>
    </message>
    <message>
        <source>一切正常</source>
        <translation>All is well</translation>
    </message>
    <message>
        <source>一张券用了两次</source>
        <translation>One coupon used twice</translation>
    </message>
    <message>
        <source>一张小票</source>
        <translation>A receipt</translation>
    </message>
    <message>
        <source>一直未知</source>
        <translation>Stays unknown</translation>
    </message>
    <message>
        <source>一致</source>
        <translation>Agrees</translation>
    </message>
    <message>
        <source>三次都没有人接</source>
        <translation>Nobody answered three calls</translation>
    </message>
    <message>
        <source>上一单 #{number}  {net}</source>
        <translation>Last #{number}  {net}</translation>
    </message>
    <message>
        <source>上一单 {number}，{amount}</source>
        <translation>Last sale {number}, {amount}</translation>
    </message>
    <message>
        <source>上一笔未确认，暂停</source>
        <translation>Paused: not confirmed</translation>
    </message>
    <message>
        <source>上一笔结果未确认，不能再收第二次</source>
        <translation>The last payment is not confirmed. Do not charge again</translation>
    </message>
    <message>
        <source>上一行</source>
        <translation>Line up</translation>
    </message>
    <message>
        <source>上一页</source>
        <translation>Page up</translation>
    </message>
    <message>
        <source>上传队列</source>
        <translation>Upload queue</translation>
    </message>
    <message>
        <source>上次打印时没有得到打印机的回答，请看打印机的出纸口</source>
        <translation>The printer did not answer last time. Look at its paper slot</translation>
    </message>
    <message>
        <source>上缴</source>
        <translation>Handed in</translation>
    </message>
    <message>
        <source>上缴大钞</source>
        <translation>Large notes handed in</translation>
    </message>
    <message>
        <source>上缴现金</source>
        <translation>Safe drop</translation>
    </message>
    <message>
        <source>下一个键</source>
        <translation>Next key</translation>
    </message>
    <message>
        <source>下一步</source>
        <translation>Next</translation>
    </message>
    <message>
        <source>下一步，收现金</source>
        <translation>Next: take cash</translation>
    </message>
    <message>
        <source>下一笔外接支付</source>
        <translation>Next external payment</translation>
    </message>
    <message>
        <source>下一行</source>
        <translation>Line down</translation>
    </message>
    <message>
        <source>下一页</source>
        <translation>Page down</translation>
    </message>
    <message>
        <source>下一项</source>
        <translation>Next field</translation>
    </message>
    <message>
        <source>下面的数字不含当班，显示后会记下您看过应有，要由别人清点</source>
        <translation>The figures below leave out this shift. Showing it is noted as having seen what is expected: somebody else then counts</translation>
    </message>
    <message>
        <source>不同</source>
        <translation>Differs</translation>
    </message>
    <message>
        <source>不同意</source>
        <translation>Decline</translation>
    </message>
    <message>
        <source>不同意或撤回：{purpose}</source>
        <translation>Not agreed or withdrawn: {purpose}</translation>
    </message>
    <message>
        <source>不填</source>
        <translation>Not given</translation>
    </message>
    <message>
        <source>不想要了</source>
        <translation>Changed mind</translation>
    </message>
    <message>
        <source>不改</source>
        <translation>Leave it</translation>
    </message>
    <message>
        <source>不改</source>
        <comment>gender</comment>
        <translation>Unchanged</translation>
    </message>
    <message>
        <source>不改了</source>
        <translation>Leave it</translation>
    </message>
    <message>
        <source>不是会员</source>
        <translation>Not a member</translation>
    </message>
    <message>
        <source>不是会员的投诉</source>
        <translation>Not a member's</translation>
    </message>
    <message>
        <source>不是同一人</source>
        <translation>Not the same</translation>
    </message>
    <message>
        <source>不涉及金额</source>
        <translation>No amount</translation>
    </message>
    <message>
        <source>不满 14 岁：填监护人的姓名和手机号，或只填她的会员号</source>
        <translation>Below 14: the guardian's name and phone, or just her member number</translation>
    </message>
    <message>
        <source>不满意，再答复</source>
        <translation>Not content, answer again</translation>
    </message>
    <message>
        <source>不能做</source>
        <translation>Cannot</translation>
    </message>
    <message>
        <source>不能充值也不能支付，按普通顾客接待</source>
        <translation>No top-up and no payment by value: served as a guest</translation>
    </message>
    <message>
        <source>不能用储值和积分支付，可以随时恢复</source>
        <translation>No payment by value or points; can be undone at any time</translation>
    </message>
    <message>
        <source>不输密码</source>
        <translation>No password</translation>
    </message>
    <message>
        <source>不退现金</source>
        <translation>No cash back</translation>
    </message>
    <message>
        <source>不限</source>
        <translation>No limit</translation>
    </message>
    <message>
        <source>与原文的差别</source>
        <translation>Difference</translation>
    </message>
    <message>
        <source>与服务器的差，已自动修正</source>
        <translation>Difference from the server, corrected automatically</translation>
    </message>
    <message>
        <source>两个键对调</source>
        <translation>Swap the two</translation>
    </message>
    <message>
        <source>两份档案恢复到合并前，一分不差</source>
        <translation>Both files are again as before the merge, to the cent</translation>
    </message>
    <message>
        <source>两台机器各卖了一笔</source>
        <translation>Both machines sold one</translation>
    </message>
    <message>
        <source>个人资料已删除</source>
        <translation>Personal data deleted</translation>
    </message>
    <message>
        <source>个性化推荐</source>
        <translation>Profiling</translation>
    </message>
    <message>
        <source>串口或专用接法</source>
        <translation>Serial or its own port</translation>
    </message>
    <message>
        <source>临近保质期</source>
        <translation>Expiring</translation>
    </message>
    <message>
        <source>为{name}解锁，请店长选姓名、输 PIN</source>
        <translation>To unlock {name}, a manager chooses the name and enters the PIN</translation>
    </message>
    <message>
        <source>为了会员的投诉：{about}</source>
        <translation>For the member's complaint: {about}</translation>
    </message>
    <message>
        <source>为什么</source>
        <translation>Why</translation>
    </message>
    <message>
        <source>为什么是这个金额</source>
        <translation>Why this amount</translation>
    </message>
    <message>
        <source>之前已退 {n}</source>
        <translation>Returned before: {n}</translation>
    </message>
    <message>
        <source>云闪付</source>
        <translation>UnionPay</translation>
    </message>
    <message>
        <source>交接班</source>
        <translation>Shift</translation>
    </message>
    <message>
        <source>交接班、看报表、补打小票</source>
        <translation>Close the shift, read reports, reprint</translation>
    </message>
    <message>
        <source>交接班后和每天自动备份，已加密，已打开核对</source>
        <translation>After each shift and daily. Encrypted, opened and checked</translation>
    </message>
    <message>
        <source>交接班报表</source>
        <translation>Shift reports</translation>
    </message>
    <message>
        <source>交接班，原因 {why}</source>
        <translation>Close the shift, reason: {why}</translation>
    </message>
    <message>
        <source>交易单号或券号</source>
        <translation>Transaction or voucher number</translation>
    </message>
    <message>
        <source>交班后 Z 报表会列在这里</source>
        <translation>Z reports appear here after a shift closes</translation>
    </message>
    <message>
        <source>交班时待同步</source>
        <translation>Waiting at close</translation>
    </message>
    <message>
        <source>人工定会员等级</source>
        <translation>A member's tier by hand</translation>
    </message>
    <message>
        <source>人工定的等级</source>
        <translation>Tier by hand</translation>
    </message>
    <message>
        <source>人工定的等级到期，现在 {tier}</source>
        <translation>Tier by hand is over, now {tier}</translation>
    </message>
    <message>
        <source>人脸识别</source>
        <translation>Face</translation>
    </message>
    <message>
        <source>今天</source>
        <translation>Today</translation>
    </message>
    <message>
        <source>今天发过太多次验证码：请店长当面核验这部手机</source>
        <translation>Too many codes today. Let a manager check this phone</translation>
    </message>
    <message>
        <source>今天还没有挂单</source>
        <translation>No held sales yet</translation>
    </message>
    <message>
        <source>今天还没有销售</source>
        <translation>No sales today yet</translation>
    </message>
    <message>
        <source>仍要收款</source>
        <translation>Charge anyway</translation>
    </message>
    <message>
        <source>从欠款中减去</source>
        <translation>Taken off what is owed</translation>
    </message>
    <message>
        <source>从钱箱取出</source>
        <translation>From the drawer</translation>
    </message>
    <message>
        <source>从钱箱取出的现金</source>
        <translation>Cash taken out</translation>
    </message>
    <message>
        <source>付了没应答</source>
        <translation>Paid unheard</translation>
    </message>
    <message>
        <source>付款不成功</source>
        <translation>Payment failed</translation>
    </message>
    <message>
        <source>付的现金，全部记为本金</source>
        <translation>Cash paid, all of it principal</translation>
    </message>
    <message>
        <source>付货款</source>
        <translation>Paid a supplier</translation>
    </message>
    <message>
        <source>以 {who} 的名义，记入总部日志</source>
        <translation>In the name of {who}, kept in central's log</translation>
    </message>
    <message>
        <source>以 {who} 的名义，记入总部日志，不能撤销</source>
        <translation>In the name of {who}. Written down at central for ever</translation>
    </message>
    <message>
        <source>以后不再一起列出</source>
        <translation>They are not listed together again</translation>
    </message>
    <message>
        <source>件数 {n}</source>
        <translation>Items {n}</translation>
    </message>
    <message>
        <source>价签不符</source>
        <translation>Wrong tag</translation>
    </message>
    <message>
        <source>企业码</source>
        <translation>Company code</translation>
    </message>
    <message>
        <source>企业码已登记：{title}</source>
        <translation>Company code taken: {title}</translation>
    </message>
    <message>
        <source>企业码没有生效</source>
        <translation>Company code brought nothing</translation>
    </message>
    <message>
        <source>优惠</source>
        <translation>Savings</translation>
    </message>
    <message>
        <source>优惠 {amount}</source>
        <translation>Saved {amount}</translation>
    </message>
    <message>
        <source>优惠券</source>
        <translation>Coupons</translation>
    </message>
    <message>
        <source>优惠券 {n}</source>
        <translation>Coupons {n}</translation>
    </message>
    <message>
        <source>优惠短信</source>
        <translation>Offers by text</translation>
    </message>
    <message>
        <source>会印在小票上，也随这一单保存</source>
        <translation>It is printed on the receipt and kept with the sale</translation>
    </message>
    <message>
        <source>会员</source>
        <translation>Member</translation>
    </message>
    <message>
        <source>会员 {number}</source>
        <translation>Member {number}</translation>
    </message>
    <message>
        <source>会员不存在</source>
        <translation>No such member</translation>
    </message>
    <message>
        <source>会员价 {price}</source>
        <translation>Member price {price}</translation>
    </message>
    <message>
        <source>会员价差</source>
        <translation>Member price</translation>
    </message>
    <message>
        <source>会员写的：{words}</source>
        <translation>She wrote: {words}</translation>
    </message>
    <message>
        <source>会员净销售 {x}</source>
        <translation>Member net sales {x}</translation>
    </message>
    <message>
        <source>会员动态码</source>
        <translation>Member's code</translation>
    </message>
    <message>
        <source>会员协议</source>
        <translation>Agreement</translation>
    </message>
    <message>
        <source>会员占比</source>
        <translation>Member share</translation>
    </message>
    <message>
        <source>会员卡</source>
        <translation>Card</translation>
    </message>
    <message>
        <source>会员号</source>
        <translation>Member number</translation>
    </message>
    <message>
        <source>会员号可能抄错了，请核对每一位</source>
        <translation>The number may be miscopied. Check every character</translation>
    </message>
    <message>
        <source>会员同意放弃剩余的积分</source>
        <translation>She gives up the points that are left</translation>
    </message>
    <message>
        <source>会员同意放弃积分才能删除</source>
        <translation>She has to give up her points first</translation>
    </message>
    <message>
        <source>会员在页面上的申请</source>
        <translation>Asked on her page</translation>
    </message>
    <message>
        <source>会员已冻结，不能用储值和积分</source>
        <translation>Member is frozen: no stored value, no points</translation>
    </message>
    <message>
        <source>会员已冻结：可以识别和积分，不能用储值和积分支付</source>
        <translation>Frozen: earns points, cannot pay with value or points</translation>
    </message>
    <message>
        <source>会员已列入黑名单：不能绑定，请联系店长</source>
        <translation>Blacklisted: cannot be served. Ask the manager</translation>
    </message>
    <message>
        <source>会员已合并</source>
        <translation>Members merged</translation>
    </message>
    <message>
        <source>会员已注销</source>
        <translation>Membership closed</translation>
    </message>
    <message>
        <source>会员已申请，最迟 {day} 办完</source>
        <translation>She has asked; due by {day}</translation>
    </message>
    <message>
        <source>会员当面核验</source>
        <translation>Verified in person</translation>
    </message>
    <message>
        <source>会员当面说明</source>
        <translation>Told by the member</translation>
    </message>
    <message>
        <source>会员手机收到的验证码</source>
        <translation>Code that her phone received</translation>
    </message>
    <message>
        <source>会员本人申请</source>
        <translation>Member asked for it</translation>
    </message>
    <message>
        <source>会员本人说明并核对</source>
        <translation>She said so and proved it</translation>
    </message>
    <message>
        <source>会员档案</source>
        <translation>Member file</translation>
    </message>
    <message>
        <source>会员登记</source>
        <translation>Register a member</translation>
    </message>
    <message>
        <source>会员登记完成，企业码已登记：{title}</source>
        <translation>Registered with the company code: {title}</translation>
    </message>
    <message>
        <source>会员登记完成，会员号 {number}</source>
        <translation>Member registered, number {number}</translation>
    </message>
    <message>
        <source>会员登记完成，本单已有会员，不能再积分</source>
        <translation>Registered. This sale has a member already and brings no points</translation>
    </message>
    <message>
        <source>会员登记完成，本单按规则没有积分</source>
        <translation>Registered. By the rules this sale brings no points</translation>
    </message>
    <message>
        <source>会员登记完成，本单积分 {n} 已登记，退货期后生效</source>
        <translation>Registered. {n} points of this sale count after the return window</translation>
    </message>
    <message>
        <source>会员登记完成，本单超过 24 小时，不能再积分</source>
        <translation>Registered. This sale is older than 24 hours and brings no points</translation>
    </message>
    <message>
        <source>会员码</source>
        <translation>Member code</translation>
    </message>
    <message>
        <source>会员码 {code}，{left} 秒后更换</source>
        <translation>Member code {code}, changes in {left} s</translation>
    </message>
    <message>
        <source>会员要求删除资料</source>
        <translation>A member asks for deletion</translation>
    </message>
    <message>
        <source>会员要求更正资料</source>
        <translation>A member asks for a correction</translation>
    </message>
    <message>
        <source>会员解冻、黑名单、注销</source>
        <translation>Thaw, blacklist or close a member</translation>
    </message>
    <message>
        <source>会员认可，了结</source>
        <translation>The member is content, settled</translation>
    </message>
    <message>
        <source>会员说的不满记在这里，按记录投诉</source>
        <translation>What members complain about stands here; press Record complaint</translation>
    </message>
    <message>
        <source>会员请出示会员码</source>
        <translation>Members, please show your code</translation>
    </message>
    <message>
        <source>会员：{name}</source>
        <translation>Member: {name}</translation>
    </message>
    <message>
        <source>会员：扫会员码，或输入手机号</source>
        <translation>Member: scan a code or type a phone</translation>
    </message>
    <message>
        <source>余 {n}</source>
        <translation>{n} left</translation>
    </message>
    <message>
        <source>余下的 {rest} 不够再得一分</source>
        <translation>{rest} is left over, too little for one more point</translation>
    </message>
    <message>
        <source>作废本单</source>
        <translation>Void sale</translation>
    </message>
    <message>
        <source>使用</source>
        <translation>Use</translation>
    </message>
    <message>
        <source>使用中</source>
        <translation>In use</translation>
    </message>
    <message>
        <source>使用这个大小</source>
        <translation>Use this size</translation>
    </message>
    <message>
        <source>例如 1992-06-15，可空</source>
        <translation>Like 1992-06-15, optional</translation>
    </message>
    <message>
        <source>例如 2018-06-15</source>
        <translation>Such as 2018-06-15</translation>
    </message>
    <message>
        <source>例如 2026-01-31</source>
        <translation>2026-01-31</translation>
    </message>
    <message>
        <source>例如 2026-05-01，可空</source>
        <translation>Such as 2026-05-01, optional</translation>
    </message>
    <message>
        <source>促销</source>
        <translation>Promotions</translation>
    </message>
    <message>
        <source>促销：{name}</source>
        <translation>Promotion: {name}</translation>
    </message>
    <message>
        <source>保存</source>
        <translation>Save</translation>
    </message>
    <message>
        <source>保存 PDF</source>
        <translation>Save as PDF</translation>
    </message>
    <message>
        <source>保存备注</source>
        <translation>Save note</translation>
    </message>
    <message>
        <source>保存并充值</source>
        <translation>Save and top up</translation>
    </message>
    <message>
        <source>保存并登记孩子</source>
        <translation>Save, add a child</translation>
    </message>
    <message>
        <source>保存并绑定到当前订单</source>
        <translation>Save and use for this order</translation>
    </message>
    <message>
        <source>保存这个设置</source>
        <translation>Save this setting</translation>
    </message>
    <message>
        <source>保存键位</source>
        <translation>Save keys</translation>
    </message>
    <message>
        <source>保留右边</source>
        <translation>Keep right</translation>
    </message>
    <message>
        <source>保留左边</source>
        <translation>Keep left</translation>
    </message>
    <message>
        <source>保留已收，返回订单</source>
        <translation>Keep it, back to the order</translation>
    </message>
    <message>
        <source>修改系统时间</source>
        <translation>Change the clock</translation>
    </message>
    <message>
        <source>修改资料</source>
        <translation>Edit profile</translation>
    </message>
    <message>
        <source>借给收银机</source>
        <translation>Lent to tills</translation>
    </message>
    <message>
        <source>借给收银机离线用</source>
        <translation>Lent to a till</translation>
    </message>
    <message>
        <source>假币或残币</source>
        <translation>Damaged or false cash</translation>
    </message>
    <message>
        <source>停止收银</source>
        <translation>Stop selling</translation>
    </message>
    <message>
        <source>停用收银机</source>
        <translation>Till revoked</translation>
    </message>
    <message>
        <source>储值</source>
        <translation>Stored value</translation>
    </message>
    <message>
        <source>储值 {amount}</source>
        <translation>Value {amount}</translation>
    </message>
    <message>
        <source>储值 {value}</source>
        <translation>Value {value}</translation>
    </message>
    <message>
        <source>储值、积分、券和经过都归留下的档案，原来的号、手机号和卡照样能找到她</source>
        <translation>Value, points, coupons and history go to the file that stays. Old number, phone and card still find her</translation>
    </message>
    <message>
        <source>储值不是销售，进入负债；赠送部分不退现金</source>
        <translation>Stored value is a liability, not a sale. Bonus is never paid out</translation>
    </message>
    <message>
        <source>储值不足，门店承担</source>
        <translation>Value short, borne by the shop</translation>
    </message>
    <message>
        <source>储值为零才能注销；注销后手机号可以重新登记</source>
        <translation>Only without value; her phone may be registered again</translation>
    </message>
    <message>
        <source>储值付了 {paid}，退回原来的批次</source>
        <translation>Stored value paid {paid}; goes back to the lots it came from</translation>
    </message>
    <message>
        <source>储值充值</source>
        <translation>Top up stored value</translation>
    </message>
    <message>
        <source>储值充值收的现金</source>
        <translation>Cash for top-ups</translation>
    </message>
    <message>
        <source>储值支付</source>
        <translation>Stored value</translation>
    </message>
    <message>
        <source>储值支付和充值</source>
        <translation>Stored value and top-ups</translation>
    </message>
    <message>
        <source>储值支付，支付后剩余 {left}</source>
        <translation>From stored value, {left} left</translation>
    </message>
    <message>
        <source>储值本金</source>
        <translation>Principal</translation>
    </message>
    <message>
        <source>储值赠送</source>
        <translation>Bonus</translation>
    </message>
    <message>
        <source>像是手工输入</source>
        <translation>Looks typed by hand</translation>
    </message>
    <message>
        <source>充值</source>
        <translation>Top up</translation>
    </message>
    <message>
        <source>充值与报价不符</source>
        <translation>Top-up differs from quote</translation>
    </message>
    <message>
        <source>充值前的储值，本金和赠送合计</source>
        <translation>Balance before, principal and bonus</translation>
    </message>
    <message>
        <source>充值完成，小票 {n}</source>
        <translation>Topped up, receipt {n}</translation>
    </message>
    <message>
        <source>充值次数</source>
        <translation>Top-ups</translation>
    </message>
    <message>
        <source>充值金额</source>
        <translation>Amount to top up</translation>
    </message>
    <message>
        <source>充值，未预留的储值</source>
        <translation>Top-ups, value that is not lent here</translation>
    </message>
    <message>
        <source>充入</source>
        <translation>Paid in</translation>
    </message>
    <message>
        <source>充入储值</source>
        <translation>Credited</translation>
    </message>
    <message>
        <source>充后储值</source>
        <translation>New balance</translation>
    </message>
    <message>
        <source>先写到哪一天为止</source>
        <translation>Write until which day first</translation>
    </message>
    <message>
        <source>先写明原因</source>
        <translation>Write why first</translation>
    </message>
    <message>
        <source>先写明看了双方的什么证件</source>
        <translation>First write which papers of both were seen</translation>
    </message>
    <message>
        <source>先写给会员的答复</source>
        <translation>Write the answer for the member first</translation>
    </message>
    <message>
        <source>先写要改的项</source>
        <translation>Say what changes</translation>
    </message>
    <message>
        <source>先决定本单是否继续</source>
        <translation>Decide about this sale first</translation>
    </message>
    <message>
        <source>先刷卡或输入卡号</source>
        <translation>Scan or enter a card</translation>
    </message>
    <message>
        <source>先加商品</source>
        <translation>Add an item first</translation>
    </message>
    <message>
        <source>先取单收款或作废</source>
        <translation>Recall and pay, or void</translation>
    </message>
    <message>
        <source>先填数额</source>
        <translation>Enter an amount</translation>
    </message>
    <message>
        <source>先填新手机号和它的验证码</source>
        <translation>Enter the new phone and its code</translation>
    </message>
    <message>
        <source>先填新持有人的姓名</source>
        <translation>First the name of the new holder</translation>
    </message>
    <message>
        <source>先填新持有人的生日，看证件</source>
        <translation>First enter the new holder's birthday, from her papers</translation>
    </message>
    <message>
        <source>先填监护人的姓名和手机号，或她的会员号</source>
        <translation>First enter the guardian's name and phone, or her member number</translation>
    </message>
    <message>
        <source>先处理未完成事项</source>
        <translation>Settle open matters first</translation>
    </message>
    <message>
        <source>先处理未知条码，再收款</source>
        <translation>Resolve the unknown code first</translation>
    </message>
    <message>
        <source>先完成储值验证</source>
        <translation>Member confirms first</translation>
    </message>
    <message>
        <source>先扫三次</source>
        <translation>Scan three times first</translation>
    </message>
    <message>
        <source>先插上会员的 U 盘</source>
        <translation>Plug in her USB stick first</translation>
    </message>
    <message>
        <source>先收款或清空</source>
        <translation>Take payment or clear it</translation>
    </message>
    <message>
        <source>先查找会员</source>
        <translation>Find a member first</translation>
    </message>
    <message>
        <source>先查询结果</source>
        <translation>Check the result first</translation>
    </message>
    <message>
        <source>先用完或退还储值，再来申请删除</source>
        <translation>Use up or take back your stored value first, then ask again</translation>
    </message>
    <message>
        <source>先识别会员</source>
        <translation>Needs a member</translation>
    </message>
    <message>
        <source>先输入数量，或按 Esc</source>
        <translation>Enter the quantity, or press Esc</translation>
    </message>
    <message>
        <source>先输入金额</source>
        <translation>Enter the amount first</translation>
    </message>
    <message>
        <source>先选一个标签</source>
        <translation>First choose a tag</translation>
    </message>
    <message>
        <source>先选一个等级</source>
        <translation>Pick a tier first</translation>
    </message>
    <message>
        <source>先选一件事</source>
        <translation>Choose one first</translation>
    </message>
    <message>
        <source>先选一件投诉</source>
        <translation>Choose one first</translation>
    </message>
    <message>
        <source>先选一对</source>
        <translation>Choose a pair first</translation>
    </message>
    <message>
        <source>先选一张券</source>
        <translation>First choose a coupon</translation>
    </message>
    <message>
        <source>先选一张报表</source>
        <translation>Choose a report first</translation>
    </message>
    <message>
        <source>先选一次合并</source>
        <translation>Choose a merge first</translation>
    </message>
    <message>
        <source>先选一笔</source>
        <translation>Choose one first</translation>
    </message>
    <message>
        <source>先选一笔可以冲回的</source>
        <translation>Choose one to reverse</translation>
    </message>
    <message>
        <source>先选原因</source>
        <translation>Choose a reason first</translation>
    </message>
    <message>
        <source>先选择姓名</source>
        <translation>Choose your name</translation>
    </message>
    <message>
        <source>先选补偿的原因</source>
        <translation>First choose the reason</translation>
    </message>
    <message>
        <source>先选要退的商品</source>
        <translation>Choose what comes back</translation>
    </message>
    <message>
        <source>先验证手机号</source>
        <translation>Verify the phone first</translation>
    </message>
    <message>
        <source>全部</source>
        <translation>All</translation>
    </message>
    <message>
        <source>全部相符</source>
        <translation>All agree</translation>
    </message>
    <message>
        <source>全部记录都已上传</source>
        <translation>Everything has been sent</translation>
    </message>
    <message>
        <source>全部退回</source>
        <translation>Give everything back</translation>
    </message>
    <message>
        <source>全部隔离</source>
        <translation>All kept</translation>
    </message>
    <message>
        <source>共 {n} 个</source>
        <translation>{n} in all</translation>
    </message>
    <message>
        <source>共 {n} 件，最早的已等 {age}</source>
        <translation>{n} in all, the oldest has waited {age}</translation>
    </message>
    <message>
        <source>共 {n} 笔，{amount}</source>
        <translation>{n} in all, {amount}</translation>
    </message>
    <message>
        <source>关于</source>
        <translation>About</translation>
    </message>
    <message>
        <source>关怀</source>
        <translation>Goodwill</translation>
    </message>
    <message>
        <source>关闭</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>关闭投诉</source>
        <translation>Complaint closed</translation>
    </message>
    <message>
        <source>关闭这件事</source>
        <translation>Close the case</translation>
    </message>
    <message>
        <source>关闭这件事，隔离的流水仍保留</source>
        <translation>Close the case. What is kept stays kept</translation>
    </message>
    <message>
        <source>其中本金 {principal}，赠送 {bonus}</source>
        <translation>Of it principal {principal}, bonus {bonus}</translation>
    </message>
    <message>
        <source>其中税额，税率 {rate}</source>
        <translation>Tax in it, at {rate}</translation>
    </message>
    <message>
        <source>其他</source>
        <translation>Other</translation>
    </message>
    <message>
        <source>其他/残币</source>
        <translation>Other, damaged</translation>
    </message>
    <message>
        <source>其他关系</source>
        <translation>Other</translation>
    </message>
    <message>
        <source>其他原因</source>
        <translation>Another reason</translation>
    </message>
    <message>
        <source>其他钱箱</source>
        <translation>Other drawers</translation>
    </message>
    <message>
        <source>其他零钱</source>
        <translation>Other cash</translation>
    </message>
    <message>
        <source>其他页面</source>
        <translation>Other pages</translation>
    </message>
    <message>
        <source>内地 +86</source>
        <translation>Mainland +86</translation>
    </message>
    <message>
        <source>再上传一次</source>
        <translation>Send again</translation>
    </message>
    <message>
        <source>再来一件</source>
        <translation>Repeat</translation>
    </message>
    <message>
        <source>再次查询，没有应答</source>
        <translation>Asked, no answer</translation>
    </message>
    <message>
        <source>再试一次</source>
        <translation>Try again</translation>
    </message>
    <message>
        <source>再输 {n} 位</source>
        <translation>{n} more digits</translation>
    </message>
    <message>
        <source>再过 {n} 秒才能撤销</source>
        <translation>Can be reversed in {n} s</translation>
    </message>
    <message>
        <source>写到会员自己的 U 盘，收银机不留；验证码证明是本人，收不到的由店长核验证件</source>
        <translation>Onto her own USB stick; nothing stays at the till. A code proves that it is she; without one a manager checks her papers</translation>
    </message>
    <message>
        <source>写备注</source>
        <translation>Write a note</translation>
    </message>
    <message>
        <source>冲回</source>
        <translation>Reverse</translation>
    </message>
    <message>
        <source>冲回 {value}</source>
        <translation>Reverses {value}</translation>
    </message>
    <message>
        <source>冲回补偿</source>
        <translation>Compensation reversed</translation>
    </message>
    <message>
        <source>冻结</source>
        <translation>Freeze</translation>
    </message>
    <message>
        <source>冻结 {held}</source>
        <translation>Held {held}</translation>
    </message>
    <message>
        <source>净销售</source>
        <translation>Net sales</translation>
    </message>
    <message>
        <source>净销售 ÷ 笔数</source>
        <translation>Net sales ÷ sales</translation>
    </message>
    <message>
        <source>减一</source>
        <translation>One less</translation>
    </message>
    <message>
        <source>减价</source>
        <translation>Reduce</translation>
    </message>
    <message>
        <source>减价 {share}，原因 {why}</source>
        <translation>Reduce by {share}: {why}</translation>
    </message>
    <message>
        <source>减价需要店长授权</source>
        <translation>A reduction needs a manager</translation>
    </message>
    <message>
        <source>减哪里</source>
        <translation>From</translation>
    </message>
    <message>
        <source>减多少</source>
        <translation>How much</translation>
    </message>
    <message>
        <source>减少</source>
        <translation>Less</translation>
    </message>
    <message>
        <source>凭证件导出本人资料</source>
        <translation>Data handed out by papers</translation>
    </message>
    <message>
        <source>凭证件换手机号或持有人</source>
        <translation>Other phone or holder by identity papers</translation>
    </message>
    <message>
        <source>出生年份</source>
        <translation>Born in</translation>
    </message>
    <message>
        <source>出示会员码</source>
        <translation>Show your member code</translation>
    </message>
    <message>
        <source>出示收款码 {amount}</source>
        <translation>Show a code for {amount}</translation>
    </message>
    <message>
        <source>列在待查重里</source>
        <translation>Listed among those who may be one</translation>
    </message>
    <message>
        <source>列在查找结果里</source>
        <translation>Listed in a search</translation>
    </message>
    <message>
        <source>列表</source>
        <translation>Lists</translation>
    </message>
    <message>
        <source>列表和表格</source>
        <translation>Lists and tables</translation>
    </message>
    <message>
        <source>刚刚</source>
        <translation>just now</translation>
    </message>
    <message>
        <source>刚才有人改过这份档案，已重新读取，请核对后再办</source>
        <translation>Somebody has just changed this file. It was read anew: check it, then try again</translation>
    </message>
    <message>
        <source>删行</source>
        <translation>Remove line</translation>
    </message>
    <message>
        <source>删行</source>
        <comment>button</comment>
        <translation>Void</translation>
    </message>
    <message>
        <source>删除一个字</source>
        <translation>Delete one letter</translation>
    </message>
    <message>
        <source>删除个人资料</source>
        <translation>Destroy her data</translation>
    </message>
    <message>
        <source>删除会员个人资料</source>
        <translation>Destroying a member's data</translation>
    </message>
    <message>
        <source>删除后谁也读不到，不能恢复；账目按编号保留</source>
        <translation>Nobody can read it any more and nothing brings it back; the books stay by number</translation>
    </message>
    <message>
        <source>到 {day} 为止，之后 {tier}</source>
        <translation>until {day}, then {tier}</translation>
    </message>
    <message>
        <source>到哪一天为止 (含当天)</source>
        <translation>Until which day (included)</translation>
    </message>
    <message>
        <source>刷卡、扫码或输入卡号</source>
        <translation>Swipe, scan or type the card</translation>
    </message>
    <message>
        <source>刷卡收 {amount}</source>
        <translation>Charge card {amount}</translation>
    </message>
    <message>
        <source>刷挂失的那张卡，恢复使用</source>
        <translation>Swipe the card that was lost: it is good again</translation>
    </message>
    <message>
        <source>刷新</source>
        <translation>Refresh</translation>
    </message>
    <message>
        <source>券</source>
        <translation>Coupons</translation>
    </message>
    <message>
        <source>券 {codes}</source>
        <translation>Coupons {codes}</translation>
    </message>
    <message>
        <source>券 {n}</source>
        <translation>Coupons {n}</translation>
    </message>
    <message>
        <source>券号</source>
        <translation>Voucher number</translation>
    </message>
    <message>
        <source>券：{name}</source>
        <translation>Coupon: {name}</translation>
    </message>
    <message>
        <source>前面还有 {n} 种</source>
        <translation>{n} more above</translation>
    </message>
    <message>
        <source>剩余</source>
        <translation>Remaining</translation>
    </message>
    <message>
        <source>剩余 {n} 次，用完锁定 {m} 分钟</source>
        <translation>{n} tries left, then {m} min locked</translation>
    </message>
    <message>
        <source>剩余 {size}</source>
        <translation>{size} free</translation>
    </message>
    <message>
        <source>办理</source>
        <translation>Do it</translation>
    </message>
    <message>
        <source>加一</source>
        <translation>One more</translation>
    </message>
    <message>
        <source>加入</source>
        <translation>Join</translation>
    </message>
    <message>
        <source>加入了家庭</source>
        <translation>Came into the family</translation>
    </message>
    <message>
        <source>加入家庭</source>
        <translation>Add to the family</translation>
    </message>
    <message>
        <source>加入的人：手机号或会员号</source>
        <translation>Who joins: phone or member number</translation>
    </message>
    <message>
        <source>加入订单</source>
        <translation>Add to the order</translation>
    </message>
    <message>
        <source>勾选结果会记入 Z 报表，还差 {n} 项</source>
        <translation>What you tick goes into the Z report, {n} left</translation>
    </message>
    <message>
        <source>包装破损</source>
        <translation>Damaged</translation>
    </message>
    <message>
        <source>单价</source>
        <translation>Price</translation>
    </message>
    <message>
        <source>单价里含 {name} {amount}</source>
        <translation>The unit price includes {name} {amount}</translation>
    </message>
    <message>
        <source>单位编号或名称</source>
        <translation>Code or name</translation>
    </message>
    <message>
        <source>单号 {a} 至 {b}</source>
        <translation>Receipts {a} to {b}</translation>
    </message>
    <message>
        <source>单号登记错了</source>
        <translation>Number was mistyped</translation>
    </message>
    <message>
        <source>卖出 {n}，当时实付</source>
        <translation>Sold {n}, paid then</translation>
    </message>
    <message>
        <source>卡</source>
        <translation>Cards</translation>
    </message>
    <message>
        <source>卡号</source>
        <translation>Card number</translation>
    </message>
    <message>
        <source>卡号 {card}</source>
        <translation>Card {card}</translation>
    </message>
    <message>
        <source>卡号相同</source>
        <translation>Same card</translation>
    </message>
    <message>
        <source>卡和手机号各一份</source>
        <translation>One by card, one by phone</translation>
    </message>
    <message>
        <source>原价 {price} × {n}</source>
        <translation>List price {price} × {n}</translation>
    </message>
    <message>
        <source>原因</source>
        <translation>Reason</translation>
    </message>
    <message>
        <source>原因、清点结果和重新清点次数会记入审计日志</source>
        <translation>Reason, count and recounts are recorded</translation>
    </message>
    <message>
        <source>原因不明</source>
        <translation>Unknown</translation>
    </message>
    <message>
        <source>原因代码 {code}</source>
        <translation>Reason code {code}</translation>
    </message>
    <message>
        <source>原因已消除</source>
        <translation>The cause is gone</translation>
    </message>
    <message>
        <source>原因：{why}</source>
        <translation>Reason: {why}</translation>
    </message>
    <message>
        <source>原持有人：{old}；新持有人：{new}</source>
        <translation>Former holder: {old}; new holder: {new}</translation>
    </message>
    <message>
        <source>原持有人：看了什么证件或证明</source>
        <translation>Former holder: paper seen</translation>
    </message>
    <message>
        <source>原支付</source>
        <translation>Paid with</translation>
    </message>
    <message>
        <source>原支付不退，从钱箱取出</source>
        <translation>From the drawer, not the way it was paid</translation>
    </message>
    <message>
        <source>原文</source>
        <translation>As it came</translation>
    </message>
    <message>
        <source>原路退回</source>
        <translation>As it was paid</translation>
    </message>
    <message>
        <source>去处理 {key}</source>
        <translation>Deal with it {key}</translation>
    </message>
    <message>
        <source>去掉标签 {tag}</source>
        <translation>Tag taken off: {tag}</translation>
    </message>
    <message>
        <source>去收款</source>
        <translation>Take payment</translation>
    </message>
    <message>
        <source>去收银</source>
        <translation>To the till</translation>
    </message>
    <message>
        <source>又登记了一次，空着的项已补</source>
        <translation>Registered once more, empty fields were filled</translation>
    </message>
    <message>
        <source>发出撤销</source>
        <translation>Reversal sent</translation>
    </message>
    <message>
        <source>发到 {phone}，顾客告知</source>
        <translation>To {phone}, the customer tells it</translation>
    </message>
    <message>
        <source>发送</source>
        <translation>Send</translation>
    </message>
    <message>
        <source>发送时间</source>
        <translation>Sent at</translation>
    </message>
    <message>
        <source>发送验证码</source>
        <translation>Send code</translation>
    </message>
    <message>
        <source>取出现金</source>
        <translation>Cash out</translation>
    </message>
    <message>
        <source>取单</source>
        <translation>Recall</translation>
    </message>
    <message>
        <source>取消</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>取消</source>
        <comment>tier</comment>
        <translation>End it</translation>
    </message>
    <message>
        <source>取消人工定的等级，现在 {tier}</source>
        <translation>Tier by hand ended, now {tier}</translation>
    </message>
    <message>
        <source>取消会员</source>
        <translation>Detach member</translation>
    </message>
    <message>
        <source>取消抹零 {amount}</source>
        <translation>Undo rounding {amount}</translation>
    </message>
    <message>
        <source>取消收款码</source>
        <translation>Cancel the code</translation>
    </message>
    <message>
        <source>变更</source>
        <translation>Changes</translation>
    </message>
    <message>
        <source>另一份档案</source>
        <translation>The other file</translation>
    </message>
    <message>
        <source>另一金额</source>
        <translation>Other total</translation>
    </message>
    <message>
        <source>另行同意</source>
        <translation>Also agrees to</translation>
    </message>
    <message>
        <source>只开钱箱</source>
        <translation>Open drawer only</translation>
    </message>
    <message>
        <source>只改写了的项，空着的不变，勾选清除的删掉</source>
        <translation>Only what is filled in changes; what is ticked is taken away</translation>
    </message>
    <message>
        <source>只有手机号必填</source>
        <translation>Only the phone is required</translation>
    </message>
    <message>
        <source>只有本人或店长可以清点</source>
        <translation>Only its cashier or a manager may count it</translation>
    </message>
    <message>
        <source>只用标签目录里的；按规则来的由规则去掉</source>
        <translation>Only tags of the catalogue; those of a rule go by it</translation>
    </message>
    <message>
        <source>可以收银，有 {n} 个设备需要处理</source>
        <translation>Ready to sell. {n} devices need attention</translation>
    </message>
    <message>
        <source>可得 {n} 积分，{days} 天后可用</source>
        <translation>Earns {n} points, usable after {days} days</translation>
    </message>
    <message>
        <source>可挂 {room}</source>
        <translation>Room {room}</translation>
    </message>
    <message>
        <source>可用</source>
        <translation>Available</translation>
    </message>
    <message>
        <source>可用 {left}</source>
        <translation>{left} available</translation>
    </message>
    <message>
        <source>可用 {left}，已收 {paid}</source>
        <translation>{left} left, {paid} used</translation>
    </message>
    <message>
        <source>可用积分</source>
        <translation>Points available</translation>
    </message>
    <message>
        <source>可直接输入</source>
        <translation>Type freely</translation>
    </message>
    <message>
        <source>可离线使用</source>
        <translation>Works offline</translation>
    </message>
    <message>
        <source>可离线使用 {left}</source>
        <translation>{left} available offline</translation>
    </message>
    <message>
        <source>可离线使用 {left} + {n} 积分</source>
        <translation>{left} + {n} points available offline</translation>
    </message>
    <message>
        <source>可离线使用 {n} 张券</source>
        <translation>{n} coupons available offline</translation>
    </message>
    <message>
        <source>可离线使用 {n} 积分</source>
        <translation>{n} points available offline</translation>
    </message>
    <message>
        <source>可离线抵 {most}</source>
        <translation>Up to {most} offline</translation>
    </message>
    <message>
        <source>可空</source>
        <translation>Optional</translation>
    </message>
    <message>
        <source>可继续，Z 报表会注明</source>
        <translation>May go on, the Z says so</translation>
    </message>
    <message>
        <source>可能已是会员：{who}，{why}</source>
        <translation>Perhaps a member already: {who}, {why}</translation>
    </message>
    <message>
        <source>可能是同一人的两份档案</source>
        <translation>Two files that may be of one person</translation>
    </message>
    <message>
        <source>可退</source>
        <translation>Left</translation>
    </message>
    <message>
        <source>台卡</source>
        <translation>Stand</translation>
    </message>
    <message>
        <source>台卡、手持终端、券号</source>
        <translation>Stand, terminal, voucher</translation>
    </message>
    <message>
        <source>台卡、手持终端和券号收的钱会列在这里，到账单里查到才算数</source>
        <translation>Money taken by stand, handheld or voucher is listed here until a bill shows it</translation>
    </message>
    <message>
        <source>台湾 +886</source>
        <translation>Taiwan +886</translation>
    </message>
    <message>
        <source>右边</source>
        <translation>Right</translation>
    </message>
    <message>
        <source>号码不对，还可以试 {n} 次</source>
        <translation>Not right. {n} tries left</translation>
    </message>
    <message>
        <source>合作方</source>
        <translation>Partner</translation>
    </message>
    <message>
        <source>合并了档案</source>
        <translation>Files merged</translation>
    </message>
    <message>
        <source>合并后</source>
        <translation>After</translation>
    </message>
    <message>
        <source>合并后没有变动，可以撤销</source>
        <translation>Nothing has moved since. It can be undone</translation>
    </message>
    <message>
        <source>合并档案</source>
        <translation>Merge files</translation>
    </message>
    <message>
        <source>合并档案时并入家庭</source>
        <translation>Joined the family when two files became one</translation>
    </message>
    <message>
        <source>合并过的</source>
        <translation>Merged</translation>
    </message>
    <message>
        <source>合并重复</source>
        <translation>Merge</translation>
    </message>
    <message>
        <source>合计</source>
        <translation>Total</translation>
    </message>
    <message>
        <source>合计 {before} 改为 {after}</source>
        <translation>Total {before} becomes {after}</translation>
    </message>
    <message>
        <source>合计 {net}</source>
        <translation>Total {net}</translation>
    </message>
    <message>
        <source>同一单号登记了两次</source>
        <translation>Number recorded twice</translation>
    </message>
    <message>
        <source>同号两笔流水</source>
        <translation>Two entries, one number</translation>
    </message>
    <message>
        <source>同意</source>
        <translation>Agree</translation>
    </message>
    <message>
        <source>同意与家庭</source>
        <translation>Consents, family</translation>
    </message>
    <message>
        <source>同意并登记</source>
        <translation>Agree and join</translation>
    </message>
    <message>
        <source>同意方式</source>
        <translation>Consent by</translation>
    </message>
    <message>
        <source>同意：{purpose}</source>
        <translation>Agreed: {purpose}</translation>
    </message>
    <message>
        <source>同样的券只留一张：{codes}</source>
        <translation>One of each coupon stays: {codes}</translation>
    </message>
    <message>
        <source>同步与健康</source>
        <translation>Sync and health</translation>
    </message>
    <message>
        <source>同步中 {n}</source>
        <translation>Syncing {n}</translation>
    </message>
    <message>
        <source>含 {n} 笔待同步</source>
        <translation>{n} still to sync</translation>
    </message>
    <message>
        <source>含税 {rate}  {tax}</source>
        <translation>Incl. VAT {rate}  {tax}</translation>
    </message>
    <message>
        <source>售罄</source>
        <translation>Sold out</translation>
    </message>
    <message>
        <source>商品</source>
        <translation>Item</translation>
    </message>
    <message>
        <source>商品质量</source>
        <translation>Quality of goods</translation>
    </message>
    <message>
        <source>商户单号</source>
        <translation>Order number</translation>
    </message>
    <message>
        <source>商户单号 {number}</source>
        <translation>order {number}</translation>
    </message>
    <message>
        <source>商户平台没有这一笔</source>
        <translation>Not at the acquirer</translation>
    </message>
    <message>
        <source>回访</source>
        <translation>Follow-up call</translation>
    </message>
    <message>
        <source>回访结果</source>
        <translation>What the call came to</translation>
    </message>
    <message>
        <source>回车</source>
        <translation>Enter</translation>
    </message>
    <message>
        <source>在左边点一行，或按 {keys} 选择</source>
        <translation>Touch a line on the left, or press {keys}</translation>
    </message>
    <message>
        <source>在用</source>
        <translation>In use</translation>
    </message>
    <message>
        <source>在线</source>
        <translation>Online</translation>
    </message>
    <message>
        <source>填一个或几个条件，按 Enter</source>
        <translation>Fill in one condition or several, then Enter</translation>
    </message>
    <message>
        <source>填写设备上的合计并选择原因，差额会记入 Z 报表</source>
        <translation>Enter the device's total and choose why. The difference goes into the Z report</translation>
    </message>
    <message>
        <source>增加</source>
        <translation>More</translation>
    </message>
    <message>
        <source>处理异常</source>
        <translation>Exceptions</translation>
    </message>
    <message>
        <source>处理结果未知的支付</source>
        <translation>Resolve</translation>
    </message>
    <message>
        <source>备注</source>
        <translation>Remark</translation>
    </message>
    <message>
        <source>备注 {note}</source>
        <translation>Note: {note}</translation>
    </message>
    <message>
        <source>备用金</source>
        <translation>Float</translation>
    </message>
    <message>
        <source>复制诊断</source>
        <translation>Copy report</translation>
    </message>
    <message>
        <source>外接支付终端</source>
        <translation>Payment terminal</translation>
    </message>
    <message>
        <source>外网不通 {n} 分钟，可现金收款，储值与兑换限预留</source>
        <translation>No internet for {n} min. Cash works, value and rewards only as lent</translation>
    </message>
    <message>
        <source>外网不通，可以收现金，储值与积分限预留</source>
        <translation>No internet. Cash works, value and points only as lent</translation>
    </message>
    <message>
        <source>外观</source>
        <translation>Theme</translation>
    </message>
    <message>
        <source>外部已收 {by}</source>
        <translation>Recorded: {by}</translation>
    </message>
    <message>
        <source>外部已收 {by} {paid}，在原设备上退</source>
        <translation>Taken elsewhere by {by}: {paid}; give it back on that device</translation>
    </message>
    <message>
        <source>外部已收，登记</source>
        <translation>Paid elsewhere</translation>
    </message>
    <message>
        <source>外部收款核对</source>
        <translation>Check outside payments</translation>
    </message>
    <message>
        <source>外部收款账单里没有</source>
        <translation>Recorded payment not in the bill</translation>
    </message>
    <message>
        <source>夜间提示音</source>
        <translation>Tones at night</translation>
    </message>
    <message>
        <source>大小</source>
        <translation>Size</translation>
    </message>
    <message>
        <source>大小写是反的，不影响收银，可以关掉大写锁定</source>
        <translation>Upper and lower case are swapped; selling still works. Turn Caps Lock off</translation>
    </message>
    <message>
        <source>大小没有改动</source>
        <translation>The size is unchanged</translation>
    </message>
    <message>
        <source>失去积分 {n}，券 {coupons} 张</source>
        <translation>She loses {n} points and {coupons} coupons</translation>
    </message>
    <message>
        <source>女</source>
        <translation>Female</translation>
    </message>
    <message>
        <source>她已是会员，本单没有绑定会员，补积分请到会员服务</source>
        <translation>She is a member, but this sale was rung up without her. Member service can add the points</translation>
    </message>
    <message>
        <source>她是监护人</source>
        <translation>Guardian of</translation>
    </message>
    <message>
        <source>她邀请的会员</source>
        <translation>Friends she brought</translation>
    </message>
    <message>
        <source>姓名</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>姓名和手机号提供给名单上的合作方，到撤回为止</source>
        <translation>Name and phone go to listed partners, until withdrawn</translation>
    </message>
    <message>
        <source>姓名和生日相同</source>
        <translation>Same name and birthday</translation>
    </message>
    <message>
        <source>姓名或拼音</source>
        <translation>Name or pinyin</translation>
    </message>
    <message>
        <source>字母键盘</source>
        <translation>Letters</translation>
    </message>
    <message>
        <source>字符间隔超过 {ms} 毫秒，请在扫码枪上缩短字符间隔，或改用串口模式</source>
        <translation>Gaps are longer than {ms} ms. Shorten the scanner's character delay, or use serial mode</translation>
    </message>
    <message>
        <source>存为 PDF</source>
        <translation>Save as PDF</translation>
    </message>
    <message>
        <source>存入现金</source>
        <translation>Cash in</translation>
    </message>
    <message>
        <source>存入钱箱的现金</source>
        <translation>Cash put in</translation>
    </message>
    <message>
        <source>孩子</source>
        <translation>Child</translation>
    </message>
    <message>
        <source>孩子不需要手机号，监护人是当前会员</source>
        <translation>A child needs no phone. This member is the guardian</translation>
    </message>
    <message>
        <source>孩子已登记，会员号 {number}</source>
        <translation>Child registered, number {number}</translation>
    </message>
    <message>
        <source>孩子，等待同步</source>
        <translation>Child, to be synchronised</translation>
    </message>
    <message>
        <source>完成</source>
        <translation>Done</translation>
    </message>
    <message>
        <source>完成交接班</source>
        <translation>Finish the shift</translation>
    </message>
    <message>
        <source>完整性检查 {time} 通过，每笔先存本机再打印</source>
        <translation>Checked whole at {time}. Each sale is stored before it prints</translation>
    </message>
    <message>
        <source>定等级</source>
        <translation>Tier by hand</translation>
    </message>
    <message>
        <source>实付</source>
        <translation>Paid</translation>
    </message>
    <message>
        <source>实体卡</source>
        <translation>Plastic card</translation>
    </message>
    <message>
        <source>实点</source>
        <translation>Counted</translation>
    </message>
    <message>
        <source>实点合计</source>
        <translation>Counted</translation>
    </message>
    <message>
        <source>实点现金</source>
        <translation>Counted cash</translation>
    </message>
    <message>
        <source>客单价</source>
        <translation>Average sale</translation>
    </message>
    <message>
        <source>家庭</source>
        <translation>Family</translation>
    </message>
    <message>
        <source>家庭卡上还有 {n} 人，先换持卡人</source>
        <translation>{n} others are on the family card: name another holder first</translation>
    </message>
    <message>
        <source>家庭变动</source>
        <translation>Something changed in the family</translation>
    </message>
    <message>
        <source>家庭变化</source>
        <translation>Family changed</translation>
    </message>
    <message>
        <source>家长</source>
        <translation>Parent</translation>
    </message>
    <message>
        <source>宽一点</source>
        <translation>Wider</translation>
    </message>
    <message>
        <source>密码键盘</source>
        <translation>PIN pad</translation>
    </message>
    <message>
        <source>密钥环打不开时，也可以输入店长保管的恢复密语</source>
        <translation>If the keyring stays shut, enter the recovery secret that the manager keeps.</translation>
    </message>
    <message>
        <source>密钥环里没有本机的密钥，收银数据打不开。数据都在，没有丢失</source>
        <translation>The keyring does not hold this till’s keys, so its data does not open. Everything is there, nothing is lost.</translation>
    </message>
    <message>
        <source>对准扫码口，或输入 8 位数字</source>
        <translation>Hold it to the scanner or type its 8 digits</translation>
    </message>
    <message>
        <source>导入</source>
        <translation>Import</translation>
    </message>
    <message>
        <source>导入支付公司给的账单文件，差异会列在这里</source>
        <translation>Import the bill file of the payment company. Differences are listed here</translation>
    </message>
    <message>
        <source>导入时重复</source>
        <translation>Imported twice</translation>
    </message>
    <message>
        <source>导入账单</source>
        <translation>Import a bill</translation>
    </message>
    <message>
        <source>导入账单，不符的会列为待处理</source>
        <translation>Import a bill. What differs becomes a case</translation>
    </message>
    <message>
        <source>导出 CSV</source>
        <translation>Export as CSV</translation>
    </message>
    <message>
        <source>导出 Excel</source>
        <translation>Export to Excel</translation>
    </message>
    <message>
        <source>导出了全部资料</source>
        <translation>Everything was handed out</translation>
    </message>
    <message>
        <source>导出未上传的流水</source>
        <translation>Export what was not sent</translation>
    </message>
    <message>
        <source>导出本人资料</source>
        <translation>Hand out her data</translation>
    </message>
    <message>
        <source>小按键高 {mm} 毫米</source>
        <translation>Small keys are {mm} mm high</translation>
    </message>
    <message>
        <source>小数点</source>
        <translation>Decimal point</translation>
    </message>
    <message>
        <source>小票 {here} = 总部 {there}</source>
        <translation>Receipts {here} = central {there}</translation>
    </message>
    <message>
        <source>小票 {here}，总部 {there}，还有待同步</source>
        <translation>Receipts {here}, central {there}, some still to sync</translation>
    </message>
    <message>
        <source>小票 {here}，总部暂时没有应答</source>
        <translation>Receipts {here}, central does not answer yet</translation>
    </message>
    <message>
        <source>小票 {number} 打出来了吗</source>
        <translation>Did receipt {number} come out?</translation>
    </message>
    <message>
        <source>小票 {number}，{time}</source>
        <translation>Receipt {number}, {time}</translation>
    </message>
    <message>
        <source>小票号</source>
        <translation>Receipt number</translation>
    </message>
    <message>
        <source>小票号，可不填</source>
        <translation>Receipt, optional</translation>
    </message>
    <message>
        <source>小票打印机</source>
        <translation>Receipt printer</translation>
    </message>
    <message>
        <source>小票纸</source>
        <translation>Receipt paper</translation>
    </message>
    <message>
        <source>小计</source>
        <translation>Amount</translation>
    </message>
    <message>
        <source>小额支出</source>
        <translation>Petty cash</translation>
    </message>
    <message>
        <source>少填一个条件再找</source>
        <translation>Search again with one condition less</translation>
    </message>
    <message>
        <source>就用这位会员</source>
        <translation>Use this member</translation>
    </message>
    <message>
        <source>尺寸不合</source>
        <translation>Wrong size</translation>
    </message>
    <message>
        <source>工作正常，可以收银</source>
        <translation>Works well, ready to sell</translation>
    </message>
    <message>
        <source>左边</source>
        <translation>Left</translation>
    </message>
    <message>
        <source>差异说明</source>
        <translation>Difference</translation>
    </message>
    <message>
        <source>差异较大时请店长输 PIN 授权</source>
        <translation>A large difference needs a manager's PIN</translation>
    </message>
    <message>
        <source>差异较大，需要店长授权</source>
        <translation>A large difference needs a manager</translation>
    </message>
    <message>
        <source>已与顾客结清</source>
        <translation>Settled with the customer</translation>
    </message>
    <message>
        <source>已交班</source>
        <translation>Shifts closed</translation>
    </message>
    <message>
        <source>已人工补记</source>
        <translation>Booked by hand</translation>
    </message>
    <message>
        <source>已从黑匣子找回 {n} 笔记录，没有丢失</source>
        <translation>{n} entries were brought back from the black box. Nothing is lost</translation>
    </message>
    <message>
        <source>已保存</source>
        <translation>Saved</translation>
    </message>
    <message>
        <source>已保存 {name}，在 {folder}</source>
        <translation>Saved {name}, in {folder}</translation>
    </message>
    <message>
        <source>已保存扫码枪设置</source>
        <translation>Scanner setting saved</translation>
    </message>
    <message>
        <source>已保存键位</source>
        <translation>Keys saved</translation>
    </message>
    <message>
        <source>已停用</source>
        <translation>Revoked</translation>
    </message>
    <message>
        <source>已停用，请导出后交给总部</source>
        <translation>Revoked. Export it and bring it to central</translation>
    </message>
    <message>
        <source>已入账，记入日志</source>
        <translation>Posted, and written down</translation>
    </message>
    <message>
        <source>已关闭</source>
        <translation>Closed</translation>
    </message>
    <message>
        <source>已关闭，记入日志</source>
        <translation>Closed, and written down</translation>
    </message>
    <message>
        <source>已冻结</source>
        <translation>Frozen</translation>
    </message>
    <message>
        <source>已减价，{why}</source>
        <translation>Reduced: {why}</translation>
    </message>
    <message>
        <source>已删 {line}</source>
        <translation>Voided: {line}</translation>
    </message>
    <message>
        <source>已删 {n} 行</source>
        <translation>Voided {n}</translation>
    </message>
    <message>
        <source>已删除 {name} ×{n}</source>
        <translation>Removed {name} ×{n}</translation>
    </message>
    <message>
        <source>已办好，记入会员的经过</source>
        <translation>Done, and kept in her history</translation>
    </message>
    <message>
        <source>已发到 {phone}，请输入 6 位数字</source>
        <translation>Sent to {phone}. Type its 6 digits</translation>
    </message>
    <message>
        <source>已发到 {phone}，请顾客告知</source>
        <translation>Sent to {phone}. Ask the customer for it</translation>
    </message>
    <message>
        <source>已发送</source>
        <translation>Sent</translation>
    </message>
    <message>
        <source>已取消 {coupon}</source>
        <translation>Took off {coupon}</translation>
    </message>
    <message>
        <source>已取消会员 {name}</source>
        <translation>Detached {name}</translation>
    </message>
    <message>
        <source>已合并到 {kept}，没有变动前可以撤销</source>
        <translation>Merged into {kept}. It can be undone until something moves</translation>
    </message>
    <message>
        <source>已同意</source>
        <translation>Given</translation>
    </message>
    <message>
        <source>已向顾客出示《会员协议》《隐私政策》{v}</source>
        <translation>Terms and privacy policy {v} were shown</translation>
    </message>
    <message>
        <source>已售</source>
        <translation>Sold</translation>
    </message>
    <message>
        <source>已回访</source>
        <translation>Followed up</translation>
    </message>
    <message>
        <source>已在会员页面答复</source>
        <translation>Answered on her page</translation>
    </message>
    <message>
        <source>已在商户平台查到</source>
        <translation>Found at the acquirer</translation>
    </message>
    <message>
        <source>已在对账单查到</source>
        <translation>Found in the bill</translation>
    </message>
    <message>
        <source>已处理</source>
        <translation>Dealt with</translation>
    </message>
    <message>
        <source>已复制</source>
        <translation>Copied</translation>
    </message>
    <message>
        <source>已失效</source>
        <translation>Expired</translation>
    </message>
    <message>
        <source>已奖励</source>
        <translation>Rewarded</translation>
    </message>
    <message>
        <source>已完成</source>
        <translation>Done</translation>
    </message>
    <message>
        <source>已导入 {day} 的账单，{n} 笔不符</source>
        <translation>Bill of {day} imported, {n} differ</translation>
    </message>
    <message>
        <source>已挂 {age}，较久</source>
        <translation>Held for {age}, rather long</translation>
    </message>
    <message>
        <source>已挂单 {label} {amount}</source>
        <translation>On hold: {label} {amount}</translation>
    </message>
    <message>
        <source>已挂失</source>
        <translation>Reported lost</translation>
    </message>
    <message>
        <source>已按你的要求办好</source>
        <translation>Done as you asked</translation>
    </message>
    <message>
        <source>已按小票更正</source>
        <translation>Put right from the receipt</translation>
    </message>
    <message>
        <source>已按顾客凭证更正</source>
        <translation>Put right from the customer's proof</translation>
    </message>
    <message>
        <source>已换卡</source>
        <translation>Replaced</translation>
    </message>
    <message>
        <source>已撤回，连上总部后自动送达</source>
        <translation>Withdrawn. Central is told as soon as it can be reached</translation>
    </message>
    <message>
        <source>已撤销合并，两份档案和从前一样</source>
        <translation>Merge undone. Both files are as before</translation>
    </message>
    <message>
        <source>已撤销，两份档案和从前一样</source>
        <translation>Undone. Both files are as before</translation>
    </message>
    <message>
        <source>已撤销，没有收款</source>
        <translation>Reversed. No money was taken</translation>
    </message>
    <message>
        <source>已收</source>
        <translation>Paid</translation>
    </message>
    <message>
        <source>已收 {amount}，保留后再收款会接着算；退回后现金请交还顾客</source>
        <translation>{amount} is collected. Keep it and go on later, or give it back; hand back any cash</translation>
    </message>
    <message>
        <source>已收 {paid}</source>
        <translation>Paid {paid}</translation>
    </message>
    <message>
        <source>已收 {paid}，找零</source>
        <translation>Paid {paid}, your change</translation>
    </message>
    <message>
        <source>已收了一部分，退回后才能抹零</source>
        <translation>Undo payments first</translation>
    </message>
    <message>
        <source>已收了一部分，退回后才能用券</source>
        <translation>Part is paid. Give it back to use coupons</translation>
    </message>
    <message>
        <source>已收到券款</source>
        <translation>Voucher was paid out</translation>
    </message>
    <message>
        <source>已收款，没有对应销售</source>
        <translation>Paid, and no sale counts it</translation>
    </message>
    <message>
        <source>已收的款会退回，作废后不能恢复</source>
        <translation>Money already taken is given back. This cannot be undone</translation>
    </message>
    <message>
        <source>已收的款怎么处理</source>
        <translation>What about the money collected?</translation>
    </message>
    <message>
        <source>已放一边，等账单核对，顾客确已付的会退还</source>
        <translation>Put aside until the bill comes. A customer who did pay gets it back</translation>
    </message>
    <message>
        <source>已是会员 {name}</source>
        <translation>Already a member: {name}</translation>
    </message>
    <message>
        <source>已是自动</source>
        <translation>Already automatic</translation>
    </message>
    <message>
        <source>已更正并补偿</source>
        <translation>Corrected and compensated</translation>
    </message>
    <message>
        <source>已有在用的卡</source>
        <translation>Has a card already</translation>
    </message>
    <message>
        <source>已有的会员 {number}</source>
        <translation>Existing member {number}</translation>
    </message>
    <message>
        <source>已查到</source>
        <translation>Found</translation>
    </message>
    <message>
        <source>已查到 {amount}</source>
        <translation>Found {amount}</translation>
    </message>
    <message>
        <source>已核对</source>
        <translation>Checked</translation>
    </message>
    <message>
        <source>已核对小票</source>
        <translation>Receipt checked</translation>
    </message>
    <message>
        <source>已核验</source>
        <translation>Verified</translation>
    </message>
    <message>
        <source>已注销</source>
        <translation>Closed</translation>
    </message>
    <message>
        <source>已用 {coupon}</source>
        <translation>Used {coupon}</translation>
    </message>
    <message>
        <source>已用在本单，再选一次取消</source>
        <translation>On this order, choose it again to take it off</translation>
    </message>
    <message>
        <source>已离线 {n} 分钟，可现金收款，储值与兑换限预留</source>
        <translation>Offline {n} min. Cash works; value and rewards only as lent</translation>
    </message>
    <message>
        <source>已等待 {n} / {all} 秒</source>
        <translation>Waited {n} / {all} s</translation>
    </message>
    <message>
        <source>已等待 {n} 秒</source>
        <translation>Waited {n} s</translation>
    </message>
    <message>
        <source>已经查到</source>
        <translation>Found already</translation>
    </message>
    <message>
        <source>已经核对过</source>
        <translation>Checked already</translation>
    </message>
    <message>
        <source>已补打</source>
        <translation>Copy printing</translation>
    </message>
    <message>
        <source>已记下您看过应有，请由别人清点</source>
        <translation>Noted: you saw what is expected. Somebody else counts</translation>
    </message>
    <message>
        <source>已记下是两个人，不再一起列出</source>
        <translation>Noted as two people. They are not listed together again</translation>
    </message>
    <message>
        <source>已记为查到</source>
        <translation>Marked as found</translation>
    </message>
    <message>
        <source>已记为没查到，列入待处理</source>
        <translation>Marked as not found. It is a case now</translation>
    </message>
    <message>
        <source>已记入投诉</source>
        <translation>Noted with the complaint</translation>
    </message>
    <message>
        <source>已记录</source>
        <translation>Noted</translation>
    </message>
    <message>
        <source>已说明原因并道歉</source>
        <translation>Explained and apologised</translation>
    </message>
    <message>
        <source>已输入的位数</source>
        <translation>Digits entered</translation>
    </message>
    <message>
        <source>已预扣，取消收款会自动退回</source>
        <translation>Held; given back if you cancel</translation>
    </message>
    <message>
        <source>已验证</source>
        <translation>Verified</translation>
    </message>
    <message>
        <source>常用</source>
        <translation>Top</translation>
    </message>
    <message>
        <source>常用备注</source>
        <translation>Ready notes</translation>
    </message>
    <message>
        <source>平台单号 {number}</source>
        <translation>acquirer's number {number}</translation>
    </message>
    <message>
        <source>并排看</source>
        <translation>Compare</translation>
    </message>
    <message>
        <source>应收</source>
        <translation>Due</translation>
    </message>
    <message>
        <source>应收 {net}</source>
        <translation>Due {net}</translation>
    </message>
    <message>
        <source>应有</source>
        <translation>Expected</translation>
    </message>
    <message>
        <source>应有数在清点提交后才显示</source>
        <translation>Expected cash is shown after the count</translation>
    </message>
    <message>
        <source>应有数提交后才显示，重新清点会被记录，目前 {n} 次</source>
        <translation>The expected figure shows after you submit. Recounts are recorded: {n}</translation>
    </message>
    <message>
        <source>应有现金</source>
        <translation>Expected cash</translation>
    </message>
    <message>
        <source>店内网络正常，是总部的问题，不用动这台机器</source>
        <translation>The network is well. The fault is at central, leave this machine alone</translation>
    </message>
    <message>
        <source>店内网络正常，请看路由器或联系宽带客服</source>
        <translation>The shop's network is well. Check the router or call the internet provider</translation>
    </message>
    <message>
        <source>店长</source>
        <translation>Manager</translation>
    </message>
    <message>
        <source>店长台</source>
        <translation>Manager</translation>
    </message>
    <message>
        <source>店长同意</source>
        <translation>Manager</translation>
    </message>
    <message>
        <source>店长已核验</source>
        <translation>Manager checked</translation>
    </message>
    <message>
        <source>店长当面核验</source>
        <translation>Manager checks phone</translation>
    </message>
    <message>
        <source>店长授权退款、改价后会列在这里</source>
        <translation>Approvals of refunds and price changes appear here</translation>
    </message>
    <message>
        <source>店长解锁</source>
        <translation>Manager unlock</translation>
    </message>
    <message>
        <source>开班</source>
        <translation>Open shift</translation>
    </message>
    <message>
        <source>开班时的备用金</source>
        <translation>Float at the start</translation>
    </message>
    <message>
        <source>开钱箱</source>
        <translation>Open drawer</translation>
    </message>
    <message>
        <source>张数</source>
        <translation>Pieces</translation>
    </message>
    <message>
        <source>当班由您清点，金额交班后才显示，下面的数字不含当班</source>
        <translation>You count this shift: its amounts show after the close, and the figures below leave it out</translation>
    </message>
    <message>
        <source>当面</source>
        <translation>In person</translation>
    </message>
    <message>
        <source>当面核验手机号需要店长授权</source>
        <translation>Checking the phone in person needs a manager</translation>
    </message>
    <message>
        <source>录错单</source>
        <translation>Wrong order</translation>
    </message>
    <message>
        <source>待办</source>
        <translation>Waiting</translation>
    </message>
    <message>
        <source>待办 {n} 件，过期 {late} 件</source>
        <translation>{n} waiting, {late} late</translation>
    </message>
    <message>
        <source>待同步</source>
        <translation>To sync</translation>
    </message>
    <message>
        <source>待同步 {n}</source>
        <translation>To sync {n}</translation>
    </message>
    <message>
        <source>待同步 {n} 笔，恢复后自动上传，不会丢失</source>
        <translation>{n} to sync. Sent by itself later, nothing is lost</translation>
    </message>
    <message>
        <source>待回访</source>
        <translation>To be called</translation>
    </message>
    <message>
        <source>待处理</source>
        <translation>Open</translation>
    </message>
    <message>
        <source>待核对</source>
        <translation>To check</translation>
    </message>
    <message>
        <source>待生效 {n}</source>
        <translation>{n} pending</translation>
    </message>
    <message>
        <source>待生效积分</source>
        <translation>Points pending</translation>
    </message>
    <message>
        <source>待确认：总部还没有收到这次登记，收到后换成正式会员号</source>
        <translation>Pending: central has not received this registration yet. It will get its final number</translation>
    </message>
    <message>
        <source>待答复</source>
        <translation>To be answered</translation>
    </message>
    <message>
        <source>微信</source>
        <translation>WeChat</translation>
    </message>
    <message>
        <source>微信/支付宝，直接扫</source>
        <translation>WeChat, Alipay: scan</translation>
    </message>
    <message>
        <source>微信付款码</source>
        <translation>WeChat code</translation>
    </message>
    <message>
        <source>微信格式</source>
        <translation>WeChat layout</translation>
    </message>
    <message>
        <source>快捷金额</source>
        <translation>Quick cash</translation>
    </message>
    <message>
        <source>快满了，再满就不能开新单，请马上清出空间</source>
        <translation>Nearly full. Make room now or no new order can start</translation>
    </message>
    <message>
        <source>忽略此码</source>
        <translation>Ignore</translation>
    </message>
    <message>
        <source>怎么说的</source>
        <translation>How it was told</translation>
    </message>
    <message>
        <source>性别</source>
        <translation>Gender</translation>
    </message>
    <message>
        <source>总部</source>
        <translation>Central</translation>
    </message>
    <message>
        <source>总部不再接受这台收银机，新单、充值、退货和储值都已停止，数据都在</source>
        <translation>Central accepts this till no more. New orders, top-ups, refunds and stored value have stopped. All data is here</translation>
    </message>
    <message>
        <source>总部回应丢失</source>
        <translation>Reply lost</translation>
    </message>
    <message>
        <source>总部应答慢，可以收银，储值和充值可能要多等几秒</source>
        <translation>Central answers slowly. You can sell; stored value and top-ups may take longer</translation>
    </message>
    <message>
        <source>总部批准的优待</source>
        <translation>Head office allowed</translation>
    </message>
    <message>
        <source>总部报价后才知道</source>
        <translation>Known once it is quoted</translation>
    </message>
    <message>
        <source>总部报价没有赠送</source>
        <translation>Central quoted no bonus</translation>
    </message>
    <message>
        <source>总部收下但对不上的记录会列在这里，可按刷新再看</source>
        <translation>What central kept but could not match is listed here. Refresh to look again</translation>
    </message>
    <message>
        <source>总部断网</source>
        <translation>Server gone</translation>
    </message>
    <message>
        <source>总部服务没有应答，可以收现金，储值与积分限预留</source>
        <translation>Central does not answer. Cash works, value and points only as lent</translation>
    </message>
    <message>
        <source>总部查到手机号、卡或姓名生日相同的，会列在这里</source>
        <translation>Those with the same phone, card, or name and birthday are listed here</translation>
    </message>
    <message>
        <source>总部没有应答 {n} 分钟，可现金收款，储值与兑换限预留</source>
        <translation>Central has not answered for {n} min. Cash works, value and rewards only as lent</translation>
    </message>
    <message>
        <source>总部没有应答，请看列表是否已处理</source>
        <translation>Central did not answer. See in the list whether it was done</translation>
    </message>
    <message>
        <source>总部还没有设置收单机构</source>
        <translation>No acquirer is set up at central</translation>
    </message>
    <message>
        <source>恢复储值和积分支付</source>
        <translation>She may pay by value and points again</translation>
    </message>
    <message>
        <source>恢复原文</source>
        <translation>Take back</translation>
    </message>
    <message>
        <source>恢复后找不到会员</source>
        <translation>Member unknown after a restore</translation>
    </message>
    <message>
        <source>恢复后额度不足</source>
        <translation>Not covered after a restore</translation>
    </message>
    <message>
        <source>恢复在线</source>
        <translation>Online again</translation>
    </message>
    <message>
        <source>恢复密语</source>
        <translation>Recovery secret</translation>
    </message>
    <message>
        <source>恢复正常</source>
        <translation>Back to normal</translation>
    </message>
    <message>
        <source>恢复自动</source>
        <translation>Automatic</translation>
    </message>
    <message>
        <source>您可以随时查看、更正、撤回或删除。以下各项单独选择，不选不影响成为会员</source>
        <translation>You may see, correct, withdraw or delete at any time. Each choice below is yours and membership does not depend on it</translation>
    </message>
    <message>
        <source>您将支付</source>
        <translation>You pay</translation>
    </message>
    <message>
        <source>您的订单</source>
        <translation>Your order</translation>
    </message>
    <message>
        <source>成为持卡人</source>
        <translation>Holds the family's card now</translation>
    </message>
    <message>
        <source>成功</source>
        <translation>Paid</translation>
    </message>
    <message>
        <source>成长 {n}</source>
        <translation>Growth {n}</translation>
    </message>
    <message>
        <source>成长值</source>
        <translation>Growth</translation>
    </message>
    <message>
        <source>成长值 {n}</source>
        <translation>Growth {n}</translation>
    </message>
    <message>
        <source>或者点选</source>
        <translation>Or choose</translation>
    </message>
    <message>
        <source>所有数据已同步</source>
        <translation>Everything is synced</translation>
    </message>
    <message>
        <source>手工折扣</source>
        <translation>Manual discount</translation>
    </message>
    <message>
        <source>手工指定</source>
        <translation>By hand</translation>
    </message>
    <message>
        <source>手工输入</source>
        <translation>By hand</translation>
    </message>
    <message>
        <source>手持终端</source>
        <translation>Handheld</translation>
    </message>
    <message>
        <source>手机号</source>
        <translation>Phone</translation>
    </message>
    <message>
        <source>手机号 *</source>
        <translation>Phone *</translation>
    </message>
    <message>
        <source>手机号 / 后 4 位 / 会员码 / 卡号 / 姓名拼音</source>
        <translation>Phone / last 4 / code / card / name</translation>
    </message>
    <message>
        <source>手机号、会员号或卡</source>
        <translation>Phone, number or card</translation>
    </message>
    <message>
        <source>手机号、会员号，或扫她的码</source>
        <translation>Phone, number, or scan her code</translation>
    </message>
    <message>
        <source>手机号已有会员，两份档案待核对</source>
        <translation>Phone belongs to a member, two files to compare</translation>
    </message>
    <message>
        <source>手机号已经核验过</source>
        <translation>The phone is verified already</translation>
    </message>
    <message>
        <source>手机号或后 4 位</source>
        <translation>Phone or last 4</translation>
    </message>
    <message>
        <source>手机号没有验证</source>
        <translation>Phone not verified</translation>
    </message>
    <message>
        <source>手机号相同</source>
        <translation>Same phone</translation>
    </message>
    <message>
        <source>打不开本机的密钥</source>
        <translation>This till’s keys do not open</translation>
    </message>
    <message>
        <source>打出来了</source>
        <translation>It came out</translation>
    </message>
    <message>
        <source>打包带走</source>
        <translation>Take away</translation>
    </message>
    <message>
        <source>打印</source>
        <translation>Print</translation>
    </message>
    <message>
        <source>打印 X 报表</source>
        <translation>Print X report</translation>
    </message>
    <message>
        <source>打印机断开</source>
        <translation>Printer unplugged</translation>
    </message>
    <message>
        <source>打印机缺纸</source>
        <translation>Paper out</translation>
    </message>
    <message>
        <source>打印键位卡</source>
        <translation>Print key card</translation>
    </message>
    <message>
        <source>打开了档案</source>
        <translation>File opened</translation>
    </message>
    <message>
        <source>打开档案</source>
        <translation>Open file</translation>
    </message>
    <message>
        <source>打折</source>
        <translation>Discount</translation>
    </message>
    <message>
        <source>扣回 {n} 积分，按累计退回的钱算，不足一分的不扣</source>
        <translation>Points taken back: {n}, by all the money returned so far; parts of a point are not</translation>
    </message>
    <message>
        <source>扣回本单已得积分 {n}</source>
        <translation>Takes back {n} earned points</translation>
    </message>
    <message>
        <source>扣本金</source>
        <translation>Principal</translation>
    </message>
    <message>
        <source>扣赠送</source>
        <translation>Bonus</translation>
    </message>
    <message>
        <source>扫下一件商品，直接开新单</source>
        <translation>Scan an item to begin the next order</translation>
    </message>
    <message>
        <source>扫付款码</source>
        <translation>Payment code</translation>
    </message>
    <message>
        <source>扫付款码、出示收款码</source>
        <translation>Payment codes of any kind</translation>
    </message>
    <message>
        <source>扫会员码，或输入手机号后按 Enter</source>
        <translation>Scan the member code, or type the phone and press Enter</translation>
    </message>
    <message>
        <source>扫小票上的二维码，商品会列在这里</source>
        <translation>Scan the receipt's code; its items appear here</translation>
    </message>
    <message>
        <source>扫小票上的二维码，或输入小票号后按 Enter</source>
        <translation>Scan the receipt's code, or type its number and press Enter</translation>
    </message>
    <message>
        <source>扫工牌授权</source>
        <translation>Scan a badge to approve</translation>
    </message>
    <message>
        <source>扫工牌选人</source>
        <translation>Scan your badge</translation>
    </message>
    <message>
        <source>扫工牌选授权人</source>
        <translation>Scan a badge to choose</translation>
    </message>
    <message>
        <source>扫码 / 条码 / 拼音首字母 / 手机号</source>
        <translation>Scan, barcode, name or phone</translation>
    </message>
    <message>
        <source>扫码、查价、改数量</source>
        <translation>Scan, price check, quantity</translation>
    </message>
    <message>
        <source>扫码不能授权，还要输 PIN</source>
        <translation>A scan approves nothing: the PIN does</translation>
    </message>
    <message>
        <source>扫码开始，或点左侧商品</source>
        <translation>Scan, or touch a tile</translation>
    </message>
    <message>
        <source>扫码或输入</source>
        <translation>Scan or type</translation>
    </message>
    <message>
        <source>扫码枪</source>
        <translation>Scanner</translation>
    </message>
    <message>
        <source>扫码枪不发回车，每次要多等片刻，建议在扫码枪上设置回车结尾</source>
        <translation>The scanner sends no Enter, so each read waits a moment. Set Enter as its suffix</translation>
    </message>
    <message>
        <source>扫码枪：点一下就扫一次</source>
        <translation>Scanner: press to scan</translation>
    </message>
    <message>
        <source>扫码测试</source>
        <translation>Scanner test</translation>
    </message>
    <message>
        <source>扫码签署</source>
        <translation>Signed by phone</translation>
    </message>
    <message>
        <source>扫顾客手机上的动态码，60 秒刷新</source>
        <translation>Scan the code on her phone, new every 60 s</translation>
    </message>
    <message>
        <source>找到这里还没有符合的会员</source>
        <translation>Nobody fits so far</translation>
    </message>
    <message>
        <source>找回</source>
        <translation>Found</translation>
    </message>
    <message>
        <source>找回卡</source>
        <translation>Card found</translation>
    </message>
    <message>
        <source>找零</source>
        <translation>Change</translation>
    </message>
    <message>
        <source>找零 {amount}</source>
        <translation>Change {amount}</translation>
    </message>
    <message>
        <source>找零 {amount} 已存入储值</source>
        <translation>Change of {amount} is now stored value</translation>
    </message>
    <message>
        <source>找零 {change} 太多，请检查收到的金额</source>
        <translation>Change of {change} is too much. Check the amount</translation>
    </message>
    <message>
        <source>找零已存入储值</source>
        <translation>Change kept as stored value</translation>
    </message>
    <message>
        <source>找零误差</source>
        <translation>Wrong change</translation>
    </message>
    <message>
        <source>找零转存</source>
        <translation>Keep change</translation>
    </message>
    <message>
        <source>找零转存 {amount}</source>
        <translation>Keep {amount} as stored value</translation>
    </message>
    <message>
        <source>把亲子卡转给 {name} 持有</source>
        <translation>Give the family card to {name}</translation>
    </message>
    <message>
        <source>把银行卡贴在屏幕上，拉到一样宽</source>
        <translation>Hold a bank card to the screen and make this as wide</translation>
    </message>
    <message>
        <source>投诉</source>
        <translation>Complaints</translation>
    </message>
    <message>
        <source>投诉补救</source>
        <translation>For a complaint</translation>
    </message>
    <message>
        <source>折扣</source>
        <translation>Discount</translation>
    </message>
    <message>
        <source>抵扣后积分</source>
        <translation>Points left</translation>
    </message>
    <message>
        <source>抵扣积分</source>
        <translation>Points used</translation>
    </message>
    <message>
        <source>抹去零头</source>
        <translation>Round off</translation>
    </message>
    <message>
        <source>抹零</source>
        <translation>Rounding</translation>
    </message>
    <message>
        <source>抹零到 {amount}</source>
        <translation>Round off to {amount}</translation>
    </message>
    <message>
        <source>抹零需要店长授权</source>
        <translation>Rounding off needs a manager</translation>
    </message>
    <message>
        <source>押金 {amount}</source>
        <translation>Deposits {amount}</translation>
    </message>
    <message>
        <source>押金 {name}</source>
        <translation>Deposit {name}</translation>
    </message>
    <message>
        <source>押金 {n} 行，不是销售，凭小票退还</source>
        <translation>{n} deposit lines, no sale, returned against the receipt</translation>
    </message>
    <message>
        <source>押金改退现金</source>
        <translation>Deposit back in cash</translation>
    </message>
    <message>
        <source>押金改退现金 小票 {receipt}</source>
        <translation>Deposit back in cash, receipt {receipt}</translation>
    </message>
    <message>
        <source>拒绝</source>
        <translation>Declined</translation>
    </message>
    <message>
        <source>持卡人</source>
        <translation>Card holder</translation>
    </message>
    <message>
        <source>挂单</source>
        <translation>On hold</translation>
    </message>
    <message>
        <source>挂单 {label} {amount} 已在 {till} 取走</source>
        <translation>Held sale {label} {amount} was recalled at {till}</translation>
    </message>
    <message>
        <source>挂单/取单</source>
        <translation>Hold/recall</translation>
    </message>
    <message>
        <source>挂单和取单</source>
        <translation>Hold and recall</translation>
    </message>
    <message>
        <source>挂单在两台机取走</source>
        <translation>Held sale taken at two tills</translation>
    </message>
    <message>
        <source>挂失</source>
        <translation>Lost card</translation>
    </message>
    <message>
        <source>挂账</source>
        <translation>On account</translation>
    </message>
    <message>
        <source>挂账 {amount}</source>
        <translation>Charge {amount} to the account</translation>
    </message>
    <message>
        <source>挂账 {amount}，由单位以后结清</source>
        <translation>Charge {amount}, which the account pays later</translation>
    </message>
    <message>
        <source>挂账 {name}</source>
        <translation>On account: {name}</translation>
    </message>
    <message>
        <source>挂账 {name} {paid}，从欠款中减去</source>
        <translation>On account of {name}: {paid}; taken off what is owed</translation>
    </message>
    <message>
        <source>挂账到哪个单位</source>
        <translation>Charge which account</translation>
    </message>
    <message>
        <source>挂账单位</source>
        <translation>Account</translation>
    </message>
    <message>
        <source>挂账单位不存在</source>
        <translation>Account unknown</translation>
    </message>
    <message>
        <source>挂账超过额度</source>
        <translation>Account over its limit</translation>
    </message>
    <message>
        <source>按 Enter 登记新会员</source>
        <translation>Press Enter to register</translation>
    </message>
    <message>
        <source>按 {key} 收款</source>
        <translation>Press {key} to take payment</translation>
    </message>
    <message>
        <source>按下</source>
        <translation>Press</translation>
    </message>
    <message>
        <source>按下一页继续往下找</source>
        <translation>Next page goes on searching</translation>
    </message>
    <message>
        <source>按原支付退回</source>
        <translation>Back to the original tenders</translation>
    </message>
    <message>
        <source>按原文重新入账</source>
        <translation>Post as it came</translation>
    </message>
    <message>
        <source>按左边的绑卡，刷卡或输入卡号</source>
        <translation>Press Bind card at the left, then swipe or type the card</translation>
    </message>
    <message>
        <source>按更正入账</source>
        <translation>Post corrected</translation>
    </message>
    <message>
        <source>按更正的内容入账</source>
        <translation>Post as put right</translation>
    </message>
    <message>
        <source>按更正的内容入账，原文永久保留</source>
        <translation>Post it as put right. What came is kept for ever</translation>
    </message>
    <message>
        <source>按条件查找</source>
        <translation>Search by…</translation>
    </message>
    <message>
        <source>按条件查找会员</source>
        <translation>Search members</translation>
    </message>
    <message>
        <source>按规则去掉标签 {tag}</source>
        <translation>Tag {tag} ended by a rule</translation>
    </message>
    <message>
        <source>按规则有了标签 {tag}</source>
        <translation>Tag {tag} by a rule</translation>
    </message>
    <message>
        <source>按设备小票或收单方的合计逐项核对</source>
        <translation>Compare each with the total of its device or acquirer</translation>
    </message>
    <message>
        <source>按键抹零</source>
        <translation>Rounding off by key</translation>
    </message>
    <message>
        <source>损坏</source>
        <translation>Damaged</translation>
    </message>
    <message>
        <source>换人不必交班：接用别人的钱箱会记入审计日志，谁卖的仍记在谁名下</source>
        <translation>Cashiers change without closing: taking over a drawer is logged, and every sale stays with who made it</translation>
    </message>
    <message>
        <source>换卡</source>
        <translation>Replace card</translation>
    </message>
    <message>
        <source>换手机号</source>
        <translation>Change phone</translation>
    </message>
    <message>
        <source>换收银机重收同一单</source>
        <translation>Ring the same order on another till</translation>
    </message>
    <message>
        <source>换机：先把导出的文件交给总部</source>
        <translation>Another machine: bring the exported file to central first</translation>
    </message>
    <message>
        <source>换监护人</source>
        <translation>New guardian</translation>
    </message>
    <message>
        <source>换钱箱或暂停</source>
        <translation>Other drawer or pause</translation>
    </message>
    <message>
        <source>换零钱</source>
        <translation>Small change</translation>
    </message>
    <message>
        <source>换面额</source>
        <translation>Note</translation>
    </message>
    <message>
        <source>换页</source>
        <translation>Next page</translation>
    </message>
    <message>
        <source>授权</source>
        <translation>Approve</translation>
    </message>
    <message>
        <source>授权{what}</source>
        <translation>Approve: {what}</translation>
    </message>
    <message>
        <source>授权交接班</source>
        <translation>Approve the close</translation>
    </message>
    <message>
        <source>授权人</source>
        <translation>Approved by</translation>
    </message>
    <message>
        <source>授权人 PIN</source>
        <translation>Approver's PIN</translation>
    </message>
    <message>
        <source>授权人工号</source>
        <translation>Approver's number</translation>
    </message>
    <message>
        <source>授权作废 {amount}</source>
        <translation>Approve void {amount}</translation>
    </message>
    <message>
        <source>授权减价 {amount}</source>
        <translation>Approve {amount} off</translation>
    </message>
    <message>
        <source>授权工牌扫一下即可，也可输 PIN</source>
        <translation>An approving badge is enough, or enter a PIN</translation>
    </message>
    <message>
        <source>授权抹零 {amount}</source>
        <translation>Approve rounding {amount}</translation>
    </message>
    <message>
        <source>授权登记</source>
        <translation>Allow registration</translation>
    </message>
    <message>
        <source>授权登记 {amount}</source>
        <translation>Approve recording {amount}</translation>
    </message>
    <message>
        <source>授权记录</source>
        <translation>Approvals</translation>
    </message>
    <message>
        <source>授权退款 {amount}</source>
        <translation>Approve {amount}</translation>
    </message>
    <message>
        <source>授权额度</source>
        <translation>Limits</translation>
    </message>
    <message>
        <source>授权额度：不用别人授权可以做到多少</source>
        <translation>Limits: how far each goes without a second person</translation>
    </message>
    <message>
        <source>接手</source>
        <translation>Take over</translation>
    </message>
    <message>
        <source>接手投诉</source>
        <translation>Complaint taken over</translation>
    </message>
    <message>
        <source>接手锁住的收银机</source>
        <translation>Take over a locked till</translation>
    </message>
    <message>
        <source>接用这只钱箱</source>
        <translation>Take over</translation>
    </message>
    <message>
        <source>推荐人</source>
        <translation>Referred by</translation>
    </message>
    <message>
        <source>推荐人没有找到</source>
        <translation>Who brought her was not found</translation>
    </message>
    <message>
        <source>提交清点</source>
        <translation>Submit the count</translation>
    </message>
    <message>
        <source>提供给合作方</source>
        <translation>Partners</translation>
    </message>
    <message>
        <source>提示</source>
        <translation>Message</translation>
    </message>
    <message>
        <source>提示音</source>
        <translation>Tones</translation>
    </message>
    <message>
        <source>搜索</source>
        <translation>Find</translation>
    </message>
    <message>
        <source>搜索商品</source>
        <translation>Find</translation>
    </message>
    <message>
        <source>撤回</source>
        <translation>Withdraw</translation>
    </message>
    <message>
        <source>撤回同意</source>
        <translation>Consent withdrawn</translation>
    </message>
    <message>
        <source>撤销</source>
        <translation>Undo</translation>
    </message>
    <message>
        <source>撤销之后又收到款</source>
        <translation>Paid after it was reversed</translation>
    </message>
    <message>
        <source>撤销了合并</source>
        <translation>Merge taken back</translation>
    </message>
    <message>
        <source>撤销合并</source>
        <translation>Undo the merge</translation>
    </message>
    <message>
        <source>撤销合并时退回家庭</source>
        <translation>Back to the family when a merge was taken back</translation>
    </message>
    <message>
        <source>撤销本次收款</source>
        <translation>Reverse this payment</translation>
    </message>
    <message>
        <source>撤销没有应答</source>
        <translation>Reversal not answered</translation>
    </message>
    <message>
        <source>撤销没有成功，请店长到商户平台核对这笔</source>
        <translation>Could not be reversed. A manager must look it up with the acquirer</translation>
    </message>
    <message>
        <source>操作</source>
        <translation>Action</translation>
    </message>
    <message>
        <source>操作记录</source>
        <translation>Log entry</translation>
    </message>
    <message>
        <source>支付后储值</source>
        <translation>Left after</translation>
    </message>
    <message>
        <source>支付宝</source>
        <translation>Alipay</translation>
    </message>
    <message>
        <source>支付宝付款码</source>
        <translation>Alipay code</translation>
    </message>
    <message>
        <source>支付宝格式</source>
        <translation>Alipay layout</translation>
    </message>
    <message>
        <source>支付成功，谢谢光临</source>
        <translation>Paid. Thank you</translation>
    </message>
    <message>
        <source>支付方式</source>
        <translation>Tender</translation>
    </message>
    <message>
        <source>支付未确认时再收款</source>
        <translation>Charge again while a payment is open</translation>
    </message>
    <message>
        <source>支付没有通过</source>
        <translation>Payment declined</translation>
    </message>
    <message>
        <source>支付结果未确认，请先查询，不要重复收款</source>
        <translation>Payment not confirmed. Check the result before charging again</translation>
    </message>
    <message>
        <source>支付结果还在查询，出来会提示，不要重复收款</source>
        <translation>The payment is still being asked about. Do not charge again</translation>
    </message>
    <message>
        <source>收 {taken}，找零 {change}</source>
        <translation>Took {taken}, change {change}</translation>
    </message>
    <message>
        <source>收下导出文件</source>
        <translation>Export taken</translation>
    </message>
    <message>
        <source>收不到短信？请店长当面核验这部手机</source>
        <translation>No SMS? A manager can look at this phone</translation>
    </message>
    <message>
        <source>收到现金</source>
        <translation>Cash received</translation>
    </message>
    <message>
        <source>收到的原文</source>
        <translation>What came</translation>
    </message>
    <message>
        <source>收到的现金不够</source>
        <translation>Not enough cash</translation>
    </message>
    <message>
        <source>收到的金额</source>
        <translation>Amount received</translation>
    </message>
    <message>
        <source>收单对账</source>
        <translation>Reconcile bills</translation>
    </message>
    <message>
        <source>收单机构 {name}</source>
        <translation>acquirer {name}</translation>
    </message>
    <message>
        <source>收回邀请奖励</source>
        <translation>Reward taken back</translation>
    </message>
    <message>
        <source>收完屏幕上和已挂的单，只收现金</source>
        <translation>Finish the order on the screen and held orders, in cash</translation>
    </message>
    <message>
        <source>收款</source>
        <translation>Pay</translation>
    </message>
    <message>
        <source>收款完成，小票 {number}</source>
        <translation>Paid, receipt {number}</translation>
    </message>
    <message>
        <source>收款成功 {amount}</source>
        <translation>Payment received {amount}</translation>
    </message>
    <message>
        <source>收款成功 {amount}，找零 {change}</source>
        <translation>Payment received {amount}, change {change}</translation>
    </message>
    <message>
        <source>收款机时间不对</source>
        <translation>Clock of the till was wrong</translation>
    </message>
    <message>
        <source>收款没有撤销</source>
        <translation>Payment was not reversed</translation>
    </message>
    <message>
        <source>收款码</source>
        <translation>Payment code of the shop</translation>
    </message>
    <message>
        <source>收款码正在关闭，请稍候</source>
        <translation>The code is being closed. Please wait</translation>
    </message>
    <message>
        <source>收款码还有 {n} 秒</source>
        <translation>The code is good for {n} s</translation>
    </message>
    <message>
        <source>收起</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>收起提示</source>
        <translation>Dismiss</translation>
    </message>
    <message>
        <source>收这部分后还差</source>
        <translation>Then left</translation>
    </message>
    <message>
        <source>收银</source>
        <translation>Sell</translation>
    </message>
    <message>
        <source>收银台打开过</source>
        <translation>Opened at a till</translation>
    </message>
    <message>
        <source>收银员</source>
        <translation>Cashier</translation>
    </message>
    <message>
        <source>收银机 {name}</source>
        <translation>Till {name}</translation>
    </message>
    <message>
        <source>收银机还回</source>
        <translation>Given back by a till</translation>
    </message>
    <message>
        <source>改价</source>
        <translation>Price change</translation>
    </message>
    <message>
        <source>改数量</source>
        <translation>Set quantity</translation>
    </message>
    <message>
        <source>改退现金</source>
        <translation>Cash instead</translation>
    </message>
    <message>
        <source>改键位</source>
        <translation>Change keys</translation>
    </message>
    <message>
        <source>放一边 {amount}</source>
        <translation>Put aside {amount}</translation>
    </message>
    <message>
        <source>放一边需要店长授权</source>
        <translation>Putting it aside needs a manager</translation>
    </message>
    <message>
        <source>放一边，店长授权</source>
        <translation>Put aside, by a manager</translation>
    </message>
    <message>
        <source>放开预留</source>
        <translation>Hold release</translation>
    </message>
    <message>
        <source>故障开关</source>
        <translation>Faults</translation>
    </message>
    <message>
        <source>散客</source>
        <translation>Guest</translation>
    </message>
    <message>
        <source>数字键只输入金额</source>
        <translation>Digits are the amount</translation>
    </message>
    <message>
        <source>数据恢复过</source>
        <translation>Till was restored</translation>
    </message>
    <message>
        <source>数据是旧的</source>
        <translation>Old data</translation>
    </message>
    <message>
        <source>数据是更新的版本写的（{found}，本程序到 {known}）。数据都在，没有丢失</source>
        <translation>A newer version wrote the data ({found}, this program knows {known}). Everything is there, nothing is lost.</translation>
    </message>
    <message>
        <source>数据目录被换成了旧的，请连上总部核对，之前不要用储值</source>
        <translation>The data folder is an older one. Connect to central before using stored value</translation>
    </message>
    <message>
        <source>数据被复制过</source>
        <translation>Till was copied</translation>
    </message>
    <message>
        <source>数量</source>
        <translation>Qty</translation>
    </message>
    <message>
        <source>数量减一</source>
        <translation>One less</translation>
    </message>
    <message>
        <source>数额，储值按元</source>
        <translation>Amount, value in yuan</translation>
    </message>
    <message>
        <source>数额，金额按元</source>
        <translation>Amount, money in yuan</translation>
    </message>
    <message>
        <source>整单</source>
        <translation>Whole order</translation>
    </message>
    <message>
        <source>整单作废</source>
        <translation>Void order</translation>
    </message>
    <message>
        <source>整单作废 {n} 件 {amount}</source>
        <translation>Void the order, {n} items {amount}</translation>
    </message>
    <message>
        <source>整单作废需要店长授权</source>
        <translation>A void needs a manager</translation>
    </message>
    <message>
        <source>整单作废，原因 {why}</source>
        <translation>Void the order: {why}</translation>
    </message>
    <message>
        <source>整单已作废</source>
        <translation>Order voided</translation>
    </message>
    <message>
        <source>整单退</source>
        <translation>Return all</translation>
    </message>
    <message>
        <source>整码送达</source>
        <translation>Whole code at once</translation>
    </message>
    <message>
        <source>断开</source>
        <translation>Not connected</translation>
    </message>
    <message>
        <source>新手机号</source>
        <translation>New phone</translation>
    </message>
    <message>
        <source>新手机号收验证码；旧手机号也收，收不到的由店长核验证件</source>
        <translation>Both phones get a code; without the old one a manager checks her papers</translation>
    </message>
    <message>
        <source>新手机收到的验证码</source>
        <translation>Code on the new phone</translation>
    </message>
    <message>
        <source>新持有人不满 14 岁，监护人同意才能更换</source>
        <translation>The new holder is younger than 14, her guardian has to agree first</translation>
    </message>
    <message>
        <source>新持有人同意《会员协议》《隐私政策》{v}</source>
        <translation>New holder agrees to terms and privacy policy {v}</translation>
    </message>
    <message>
        <source>新持有人同意协议和政策才能更换</source>
        <translation>The new holder has to agree first</translation>
    </message>
    <message>
        <source>新持有人的姓名</source>
        <translation>Name of the new holder</translation>
    </message>
    <message>
        <source>新持有人的手机号</source>
        <translation>Phone of the new holder</translation>
    </message>
    <message>
        <source>新持有人的生日</source>
        <translation>New holder's birthday</translation>
    </message>
    <message>
        <source>新持有人：看了什么证件</source>
        <translation>New holder: paper seen</translation>
    </message>
    <message>
        <source>新的一单</source>
        <translation>Next order</translation>
    </message>
    <message>
        <source>方式</source>
        <translation>Tender</translation>
    </message>
    <message>
        <source>无</source>
        <translation>none</translation>
    </message>
    <message>
        <source>旧卡立即不能用，绑定新卡</source>
        <translation>The old card ends at once, a new one begins</translation>
    </message>
    <message>
        <source>旧手机收到的验证码</source>
        <translation>Code on the old phone</translation>
    </message>
    <message>
        <source>时钟</source>
        <translation>Clock</translation>
    </message>
    <message>
        <source>时钟还没有校准，会员动态码暂不可用，请稍候或检查系统时间</source>
        <translation>The clock is not set right yet. Member codes wait; check the system’s time</translation>
    </message>
    <message>
        <source>时间</source>
        <translation>Time</translation>
    </message>
    <message>
        <source>易碎，轻放</source>
        <translation>Fragile</translation>
    </message>
    <message>
        <source>是 {n} 个孩子的监护人，先换监护人或先删除孩子的资料</source>
        <translation>She answers for {n} children: name another guardian or destroy theirs first</translation>
    </message>
    <message>
        <source>显示 5 秒</source>
        <translation>Show for 5 s</translation>
    </message>
    <message>
        <source>显示 5 秒，记日志</source>
        <translation>Show 5 s, recorded</translation>
    </message>
    <message>
        <source>显示{title} 5 秒</source>
        <translation>Show {title} for 5 s</translation>
    </message>
    <message>
        <source>显示与声音</source>
        <translation>Display and sound</translation>
    </message>
    <message>
        <source>显示当班金额</source>
        <translation>Show this shift</translation>
    </message>
    <message>
        <source>显示手机号 5 秒</source>
        <translation>Show the phone for 5 s</translation>
    </message>
    <message>
        <source>普通会员</source>
        <translation>Member</translation>
    </message>
    <message>
        <source>暂停待点</source>
        <translation>Count later</translation>
    </message>
    <message>
        <source>更多</source>
        <translation>More</translation>
    </message>
    <message>
        <source>更多商品</source>
        <translation>More</translation>
    </message>
    <message>
        <source>更换了持有人</source>
        <translation>Holder changed</translation>
    </message>
    <message>
        <source>更换手机号</source>
        <translation>Phone changed</translation>
    </message>
    <message>
        <source>更换持有人</source>
        <translation>Change holder</translation>
    </message>
    <message>
        <source>更正</source>
        <translation>Put right</translation>
    </message>
    <message>
        <source>更正上一次</source>
        <translation>To mend the last one</translation>
    </message>
    <message>
        <source>更正会员储值</source>
        <translation>Correct a member's value</translation>
    </message>
    <message>
        <source>更正会员积分</source>
        <translation>Correct a member's points</translation>
    </message>
    <message>
        <source>更正数额</source>
        <translation>Correct balance</translation>
    </message>
    <message>
        <source>更正的内容</source>
        <translation>Corrected body</translation>
    </message>
    <message>
        <source>更正的内容还不对</source>
        <translation>Not valid yet</translation>
    </message>
    <message>
        <source>最多 {most}</source>
        <translation>Up to {most}</translation>
    </message>
    <message>
        <source>最大间隔 {ms} 毫秒，前缀 {prefix}，后缀 {suffix}</source>
        <translation>Longest gap {ms} ms, prefix {prefix}, suffix {suffix}</translation>
    </message>
    <message>
        <source>最早 {time}，</source>
        <translation>Oldest {time}. </translation>
    </message>
    <message>
        <source>最早 {time}，已等 {n} 分钟，</source>
        <translation>Oldest {time}, {n} min ago. </translation>
    </message>
    <message>
        <source>最近</source>
        <translation>Recent</translation>
    </message>
    <message>
        <source>最近事件</source>
        <translation>Recent</translation>
    </message>
    <message>
        <source>最近成功 {time}</source>
        <translation>Last answer {time}</translation>
    </message>
    <message>
        <source>最近收到的</source>
        <translation>Last reads</translation>
    </message>
    <message>
        <source>最近消费 {day}</source>
        <translation>last sale {day}</translation>
    </message>
    <message>
        <source>最近消费从</source>
        <translation>Last sale from</translation>
    </message>
    <message>
        <source>最近消费到</source>
        <translation>Last sale to</translation>
    </message>
    <message>
        <source>有 {n} 件事没有办结，先在待处理里办完</source>
        <translation>{n} cases about her are open: close them first</translation>
    </message>
    <message>
        <source>有 {n} 件投诉没有办结，先在投诉里办完</source>
        <translation>{n} complaints of hers are open: close them first</translation>
    </message>
    <message>
        <source>有 {n} 台收银机借着储值，先收回</source>
        <translation>{n} tills hold value of hers: take it back first</translation>
    </message>
    <message>
        <source>有 {n} 笔付款没有结束，等付完或放开</source>
        <translation>{n} payments are under way: wait until they end</translation>
    </message>
    <message>
        <source>有 {n} 笔支付结果未知</source>
        <translation>{n} payment(s) with unknown result</translation>
    </message>
    <message>
        <source>有 {n} 笔支付结果未知，没有对应的订单</source>
        <translation>{n} payment(s) with unknown result and no order</translation>
    </message>
    <message>
        <source>有 {n} 笔收款在断电时没有完成，请核对是否收过钱，没有入账</source>
        <translation>{n} payments were cut off before they were kept. Check whether money was taken; nothing is booked</translation>
    </message>
    <message>
        <source>有 {value} 被预留，等放开</source>
        <translation>{value} is set aside: wait until it is free</translation>
    </message>
    <message>
        <source>有了第一笔，数字会出现在这里</source>
        <translation>Figures appear with the first sale</translation>
    </message>
    <message>
        <source>有会员的订单才能转存</source>
        <translation>Needs a member on the order</translation>
    </message>
    <message>
        <source>有卡</source>
        <translation>Has one</translation>
    </message>
    <message>
        <source>有商品时按 {key} 可以挂起当前订单</source>
        <translation>With items in the cart, {key} holds the sale</translation>
    </message>
    <message>
        <source>朋友</source>
        <translation>Friend</translation>
    </message>
    <message>
        <source>服务不周</source>
        <translation>Poor service</translation>
    </message>
    <message>
        <source>服务中心</source>
        <translation>Service</translation>
    </message>
    <message>
        <source>服务器 {host}</source>
        <translation>Server {host}</translation>
    </message>
    <message>
        <source>期初转入</source>
        <translation>Opening balance</translation>
    </message>
    <message>
        <source>未使用</source>
        <translation>Not in use</translation>
    </message>
    <message>
        <source>未同意</source>
        <translation>Not given</translation>
    </message>
    <message>
        <source>未填</source>
        <translation>Not filled in</translation>
    </message>
    <message>
        <source>未完成事项</source>
        <translation>Open matters</translation>
    </message>
    <message>
        <source>未成年人没有监护人</source>
        <translation>Child without a guardian</translation>
    </message>
    <message>
        <source>未校准</source>
        <translation>Not set</translation>
    </message>
    <message>
        <source>未核验</source>
        <translation>Not verified</translation>
    </message>
    <message>
        <source>未留姓名</source>
        <translation>No name given</translation>
    </message>
    <message>
        <source>未知</source>
        <translation>Unknown</translation>
    </message>
    <message>
        <source>未确认支付</source>
        <translation>Payments not confirmed</translation>
    </message>
    <message>
        <source>未算</source>
        <translation>Not counted</translation>
    </message>
    <message>
        <source>未预留的积分和券</source>
        <translation>Points and coupons that are not lent here</translation>
    </message>
    <message>
        <source>本人 PIN</source>
        <translation>Your PIN</translation>
    </message>
    <message>
        <source>本人在会员页提交申请</source>
        <translation>Asked for something on the member's page</translation>
    </message>
    <message>
        <source>本人在会员页申请删除</source>
        <translation>Asked to be deleted on the member's page</translation>
    </message>
    <message>
        <source>本人在会员页申请更正</source>
        <translation>Asked for a correction on the member's page</translation>
    </message>
    <message>
        <source>本人操作最多</source>
        <translation>At most alone</translation>
    </message>
    <message>
        <source>本人要求</source>
        <translation>Asked for</translation>
    </message>
    <message>
        <source>本单可得积分 {n}</source>
        <translation>Earns {n} points</translation>
    </message>
    <message>
        <source>本单获得积分 {n}</source>
        <translation>{n} points earned</translation>
    </message>
    <message>
        <source>本店 {amount}</source>
        <translation>here {amount}</translation>
    </message>
    <message>
        <source>本店 {here}，账单 {there}</source>
        <translation>here {here}, bill {there}</translation>
    </message>
    <message>
        <source>本店不按键抹零</source>
        <translation>No rounding by key here</translation>
    </message>
    <message>
        <source>本店各台的挂单都可以取</source>
        <translation>Held sales of every till in this shop</translation>
    </message>
    <message>
        <source>本店未开通积分抵扣</source>
        <translation>This shop takes no points</translation>
    </message>
    <message>
        <source>本机备份</source>
        <translation>Till backup</translation>
    </message>
    <message>
        <source>本机小票退现金</source>
        <translation>Cash refunds of this till</translation>
    </message>
    <message>
        <source>本机已被总部停用</source>
        <translation>Central revoked this till</translation>
    </message>
    <message>
        <source>本机已被总部停用，不能开新单，请联系店长</source>
        <translation>Central revoked this till: no new orders</translation>
    </message>
    <message>
        <source>本机数据坏过，已从备份和黑匣子找回，坏文件在 aside 目录</source>
        <translation>The till's data was damaged and came back from backup and black box. The bad file is in aside</translation>
    </message>
    <message>
        <source>本机数据库</source>
        <translation>Local database</translation>
    </message>
    <message>
        <source>本机数据损坏，请停止收款，退出后重新启动</source>
        <translation>Data damaged. Stop selling and restart</translation>
    </message>
    <message>
        <source>本机没有恢复密语。密钥环找不回来时，请联系总部，用 till-take-keys 取回密钥</source>
        <translation>This till has no recovery secret. If the keyring is gone for good, ask central and fetch the keys with till-take-keys.</translation>
    </message>
    <message>
        <source>本机没有网络 {n} 分钟，可现金收款，储值与兑换限预留</source>
        <translation>No network for {n} min. Cash works, value and rewards only as lent</translation>
    </message>
    <message>
        <source>本机没有网络，可以收现金，储值与积分限预留</source>
        <translation>No network. Cash works, value and points only as lent</translation>
    </message>
    <message>
        <source>本次退</source>
        <translation>Coming back</translation>
    </message>
    <message>
        <source>本次退 {n}，按占卖出 {all} 的份额，不足一分的留到最后</source>
        <translation>Returning {n}: its share of the {all} sold, parts of a cent wait for the last piece</translation>
    </message>
    <message>
        <source>本次退 {n}，退完了，余下的分厘都退</source>
        <translation>Returning {n}, the last of it: all that is left comes back</translation>
    </message>
    <message>
        <source>本金 {principal}</source>
        <translation>Principal {principal}</translation>
    </message>
    <message>
        <source>本金 {principal} + 赠送 {bonus}</source>
        <translation>Principal {principal} + bonus {bonus}</translation>
    </message>
    <message>
        <source>本金 {principal}，赠送 {bonus}，冻结 {held}</source>
        <translation>Principal {principal}, bonus {bonus}, held {held}</translation>
    </message>
    <message>
        <source>机号</source>
        <translation>Till</translation>
    </message>
    <message>
        <source>机号，例如 A03，空为全部</source>
        <translation>Till such as A03, empty for all</translation>
    </message>
    <message>
        <source>权益</source>
        <translation>Benefits</translation>
    </message>
    <message>
        <source>权益没给</source>
        <translation>Benefit not given</translation>
    </message>
    <message>
        <source>来源</source>
        <translation>Source</translation>
    </message>
    <message>
        <source>查价</source>
        <translation>Price check</translation>
    </message>
    <message>
        <source>查价：扫码或输入商品，不会加入订单</source>
        <translation>Price check: nothing is added to the order</translation>
    </message>
    <message>
        <source>查会员时列出</source>
        <translation>Listed while members were sought</translation>
    </message>
    <message>
        <source>查找</source>
        <translation>Search</translation>
    </message>
    <message>
        <source>查找会员</source>
        <translation>Find a member</translation>
    </message>
    <message>
        <source>查找，或打开档案</source>
        <translation>Search, or open the file</translation>
    </message>
    <message>
        <source>查看</source>
        <translation>Show</translation>
    </message>
    <message>
        <source>查看了警戒会员</source>
        <translation>A watched member was looked up</translation>
    </message>
    <message>
        <source>查看经过</source>
        <translation>History viewed</translation>
    </message>
    <message>
        <source>查询结果</source>
        <translation>Check</translation>
    </message>
    <message>
        <source>查重时并排看过</source>
        <translation>Looked at beside another file</translation>
    </message>
    <message>
        <source>标准</source>
        <translation>Standard</translation>
    </message>
    <message>
        <source>标签</source>
        <translation>Tags</translation>
    </message>
    <message>
        <source>标签上的金额，{n}</source>
        <translation>Amount on the label, {n}</translation>
    </message>
    <message>
        <source>标签目录里没有可以手贴的</source>
        <translation>The catalogue has no tags to put by hand</translation>
    </message>
    <message>
        <source>标签，都要有</source>
        <translation>Tags, all of them</translation>
    </message>
    <message>
        <source>标签：{names}</source>
        <translation>Tags: {names}</translation>
    </message>
    <message>
        <source>核对其他</source>
        <translation>Check others</translation>
    </message>
    <message>
        <source>核对完成</source>
        <translation>All checked</translation>
    </message>
    <message>
        <source>核对无误，不用处理</source>
        <translation>Checked, nothing to do</translation>
    </message>
    <message>
        <source>核验手机号</source>
        <translation>Verify phone</translation>
    </message>
    <message>
        <source>档案</source>
        <translation>File</translation>
    </message>
    <message>
        <source>档案上的手机收验证码；收不到的由店长当面核验。核验后会员能登录会员页面</source>
        <translation>A code goes to the phone in the file; if none arrives, a manager looks at it. Then she can sign in to her page</translation>
    </message>
    <message>
        <source>档案与补偿</source>
        <translation>File, compensate</translation>
    </message>
    <message>
        <source>检查钱箱</source>
        <translation>Check the drawer</translation>
    </message>
    <message>
        <source>模拟柜台</source>
        <translation>Simulated counter</translation>
    </message>
    <message>
        <source>欠 {n} 积分，先还清</source>
        <translation>{n} points are owed: settle them first</translation>
    </message>
    <message>
        <source>欠积分</source>
        <translation>Points owed</translation>
    </message>
    <message>
        <source>欢迎光临</source>
        <translation>Welcome</translation>
    </message>
    <message>
        <source>正在上传…</source>
        <translation>Sending…</translation>
    </message>
    <message>
        <source>正在为您结算</source>
        <translation>Ringing up your order</translation>
    </message>
    <message>
        <source>正在使用</source>
        <translation>In use now</translation>
    </message>
    <message>
        <source>正在取收款码</source>
        <translation>Asking for a code</translation>
    </message>
    <message>
        <source>正在和总部核对</source>
        <translation>Comparing with central</translation>
    </message>
    <message>
        <source>正在完成本单</source>
        <translation>Finishing this order</translation>
    </message>
    <message>
        <source>正在录入的订单</source>
        <translation>Order at hand</translation>
    </message>
    <message>
        <source>正在撤销，结果未确认，不要重复收款</source>
        <translation>Reversing. Not confirmed yet. Do not charge again</translation>
    </message>
    <message>
        <source>正在收款 {amount}，等待结果</source>
        <translation>Charging {amount}, waiting for the result</translation>
    </message>
    <message>
        <source>正在查找</source>
        <translation>Searching</translation>
    </message>
    <message>
        <source>正在查找小票</source>
        <translation>Looking for the receipt</translation>
    </message>
    <message>
        <source>正在查有没有没办完的事</source>
        <translation>Looking for what is not settled</translation>
    </message>
    <message>
        <source>正在核对</source>
        <translation>Checking</translation>
    </message>
    <message>
        <source>正在画小票</source>
        <translation>Drawing the paper</translation>
    </message>
    <message>
        <source>正在等待上一笔的结果</source>
        <translation>Waits for a payment</translation>
    </message>
    <message>
        <source>正在自动重试撤销</source>
        <translation>reversing again by itself</translation>
    </message>
    <message>
        <source>正在读取</source>
        <translation>Reading</translation>
    </message>
    <message>
        <source>正在读取档案</source>
        <translation>Reading the file</translation>
    </message>
    <message>
        <source>正在问总部</source>
        <translation>Asking central</translation>
    </message>
    <message>
        <source>正常</source>
        <translation>Normal</translation>
    </message>
    <message>
        <source>每一行当时由哪种支付付了多少，就按份额退回哪种支付</source>
        <translation>Each payment gets back its share of what it paid of each line</translation>
    </message>
    <message>
        <source>每天约用 5 MB，低于 500 MB 会提醒</source>
        <translation>About 5 MB a day. Below 500 MB you are told</translation>
    </message>
    <message>
        <source>每次都记入审计日志；上缴、取出和只开钱箱可能要店长授权</source>
        <translation>Every time is logged; safe drops, cash out and opening only may need a manager</translation>
    </message>
    <message>
        <source>每笔交易先存本机再打印</source>
        <translation>Every sale is saved here before it prints</translation>
    </message>
    <message>
        <source>比剩余多 {over}，请减少</source>
        <translation>{over} too much. Enter less</translation>
    </message>
    <message>
        <source>没有</source>
        <translation>None</translation>
    </message>
    <message>
        <source>没有 U 盘，插好后再打开</source>
        <translation>No USB stick: plug one in and open this again</translation>
    </message>
    <message>
        <source>没有会员，不计积分</source>
        <translation>No member, no points</translation>
    </message>
    <message>
        <source>没有做成</source>
        <translation>Failed</translation>
    </message>
    <message>
        <source>没有储值余额</source>
        <translation>No stored value</translation>
    </message>
    <message>
        <source>没有入账</source>
        <translation>Not posted</translation>
    </message>
    <message>
        <source>没有减少</source>
        <translation>Nothing comes off</translation>
    </message>
    <message>
        <source>没有卡</source>
        <translation>None</translation>
    </message>
    <message>
        <source>没有可以给的券</source>
        <translation>There is no coupon to give</translation>
    </message>
    <message>
        <source>没有可挂账的单位</source>
        <translation>No account may be charged</translation>
    </message>
    <message>
        <source>没有可用的积分</source>
        <translation>No points to use</translation>
    </message>
    <message>
        <source>没有合并过</source>
        <translation>Nothing was merged</translation>
    </message>
    <message>
        <source>没有在用的卡</source>
        <translation>No card in use</translation>
    </message>
    <message>
        <source>没有差异</source>
        <translation>No difference</translation>
    </message>
    <message>
        <source>没有应答</source>
        <translation>No answer</translation>
    </message>
    <message>
        <source>没有待传</source>
        <translation>Nothing waits</translation>
    </message>
    <message>
        <source>没有待核对的</source>
        <translation>Nobody waits</translation>
    </message>
    <message>
        <source>没有待核对的外部收款</source>
        <translation>No outside payment waits</translation>
    </message>
    <message>
        <source>没有手机号，先换手机号</source>
        <translation>No phone: use Change phone first</translation>
    </message>
    <message>
        <source>没有打开档案</source>
        <translation>No file is open</translation>
    </message>
    <message>
        <source>没有找到会员 {who}</source>
        <translation>No member {who}</translation>
    </message>
    <message>
        <source>没有找到账单，请把 CSV 文件放到 {folder}</source>
        <translation>No bill found. Put the CSV file into {folder}</translation>
    </message>
    <message>
        <source>没有投诉</source>
        <translation>No complaints</translation>
    </message>
    <message>
        <source>没有挂单</source>
        <translation>Nothing on hold</translation>
    </message>
    <message>
        <source>没有挂失的卡</source>
        <translation>No lost card</translation>
    </message>
    <message>
        <source>没有改动</source>
        <translation>Nothing changed</translation>
    </message>
    <message>
        <source>没有未关闭的事</source>
        <translation>No open case</translation>
    </message>
    <message>
        <source>没有查成</source>
        <translation>Not checked</translation>
    </message>
    <message>
        <source>没有没查到的外部收款</source>
        <translation>No outside payment is missing</translation>
    </message>
    <message>
        <source>没有法律要求保留的资料，立即销毁</source>
        <translation>The law has nothing of hers kept: destroyed at once</translation>
    </message>
    <message>
        <source>没有的条码</source>
        <translation>Unknown barcode</translation>
    </message>
    <message>
        <source>没有符合这些条件的会员</source>
        <translation>Nobody fits these conditions</translation>
    </message>
    <message>
        <source>没有绑过卡</source>
        <translation>No card yet</translation>
    </message>
    <message>
        <source>没有结尾</source>
        <translation>No ending</translation>
    </message>
    <message>
        <source>没有联系上</source>
        <translation>Not reached</translation>
    </message>
    <message>
        <source>没有要入账的流水</source>
        <translation>Nothing to post</translation>
    </message>
    <message>
        <source>没有要处理的事</source>
        <translation>Nothing waits for you</translation>
    </message>
    <message>
        <source>没有要导出的</source>
        <translation>Nothing to export</translation>
    </message>
    <message>
        <source>没有订单的支付</source>
        <translation>Payment without an order</translation>
    </message>
    <message>
        <source>没有设夜间</source>
        <translation>No night is set</translation>
    </message>
    <message>
        <source>没有这个单位，请换个编号或名称</source>
        <translation>No such account. Try another code or name</translation>
    </message>
    <message>
        <source>没有问过</source>
        <translation>Not asked</translation>
    </message>
    <message>
        <source>没有零头可抹</source>
        <translation>Nothing to round off</translation>
    </message>
    <message>
        <source>没有，重新打印</source>
        <translation>No, print it again</translation>
    </message>
    <message>
        <source>没查到</source>
        <translation>Not found</translation>
    </message>
    <message>
        <source>没查到 {amount}</source>
        <translation>Not found {amount}</translation>
    </message>
    <message>
        <source>注销</source>
        <translation>Close account</translation>
    </message>
    <message>
        <source>活动</source>
        <translation>Event</translation>
    </message>
    <message>
        <source>流水接不上</source>
        <translation>Broken chain</translation>
    </message>
    <message>
        <source>浅色</source>
        <translation>Light</translation>
    </message>
    <message>
        <source>消费</source>
        <translation>Sale</translation>
    </message>
    <message>
        <source>消费、充值、变更和查看都会记在这里</source>
        <translation>Sales, top-ups, changes and looks are kept here</translation>
    </message>
    <message>
        <source>消费次数</source>
        <translation>Sales</translation>
    </message>
    <message>
        <source>深色</source>
        <translation>Dark</translation>
    </message>
    <message>
        <source>混合支付：先输这部分金额，再选下一种</source>
        <translation>Split: type this part, confirm, choose the next</translation>
    </message>
    <message>
        <source>清点交班</source>
        <translation>Count and close</translation>
    </message>
    <message>
        <source>清点现金</source>
        <translation>Count cash</translation>
    </message>
    <message>
        <source>清空</source>
        <translation>Clear</translation>
    </message>
    <message>
        <source>清空条件</source>
        <translation>Clear</translation>
    </message>
    <message>
        <source>清除</source>
        <comment>gender</comment>
        <translation>Take away</translation>
    </message>
    <message>
        <source>清除姓名</source>
        <translation>Take the name away</translation>
    </message>
    <message>
        <source>清除生日</source>
        <translation>Take the birthday away</translation>
    </message>
    <message>
        <source>满 {amount} 可用</source>
        <translation>From {amount}</translation>
    </message>
    <message>
        <source>满 {n} 天自动更换，不影响收银</source>
        <translation>Renewed by itself after {n} days, never in the way of a sale</translation>
    </message>
    <message>
        <source>满意</source>
        <translation>Content</translation>
    </message>
    <message>
        <source>漏收或多收</source>
        <translation>Under- or overcharged</translation>
    </message>
    <message>
        <source>漏记积分</source>
        <translation>Points missed</translation>
    </message>
    <message>
        <source>澳门 +853</source>
        <translation>Macao +853</translation>
    </message>
    <message>
        <source>点收纸币硬币</source>
        <translation>Notes and coins</translation>
    </message>
    <message>
        <source>版本 {v}</source>
        <translation>Version {v}</translation>
    </message>
    <message>
        <source>状态</source>
        <translation>State</translation>
    </message>
    <message>
        <source>状态改为{status}</source>
        <translation>Status now: {status}</translation>
    </message>
    <message>
        <source>现在就是正常</source>
        <translation>Is normal already</translation>
    </message>
    <message>
        <source>现在按“{action}”的新键</source>
        <translation>Now press the new key for “{action}”</translation>
    </message>
    <message>
        <source>现在是{state}</source>
        <translation>Now: {state}</translation>
    </message>
    <message>
        <source>现有储值</source>
        <translation>Balance now</translation>
    </message>
    <message>
        <source>现金</source>
        <translation>Cash</translation>
    </message>
    <message>
        <source>现金 {amount}</source>
        <translation>Cash {amount}</translation>
    </message>
    <message>
        <source>现金付了 {paid}，从钱箱退</source>
        <translation>Cash paid {paid}; comes out of the drawer</translation>
    </message>
    <message>
        <source>现金存取</source>
        <translation>Cash in and out</translation>
    </message>
    <message>
        <source>现金收款、打小票</source>
        <translation>Cash and receipts</translation>
    </message>
    <message>
        <source>班中上缴的现金</source>
        <translation>Cash dropped during the shift</translation>
    </message>
    <message>
        <source>生日</source>
        <translation>Birthday</translation>
    </message>
    <message>
        <source>生日 {day}</source>
        <translation>Birthday {day}</translation>
    </message>
    <message>
        <source>生日月份</source>
        <translation>Birth month</translation>
    </message>
    <message>
        <source>用人脸入园，可改用会员码，到撤回为止</source>
        <translation>Entry by face, a code serves as well, until withdrawn</translation>
    </message>
    <message>
        <source>用储值付 {amount}</source>
        <translation>Pay {amount} by value</translation>
    </message>
    <message>
        <source>用恢复密语打开</source>
        <translation>Open with the recovery secret</translation>
    </message>
    <message>
        <source>用手机号发送活动和优惠，到撤回为止</source>
        <translation>Events and offers to your phone, until withdrawn</translation>
    </message>
    <message>
        <source>用手机号识别身份和通知账户变动，到注销为止</source>
        <translation>Your phone tells who you are and hears of changes, until you leave</translation>
    </message>
    <message>
        <source>用消费记录推荐商品和活动，到撤回为止</source>
        <translation>Suggestions from what you bought, until withdrawn</translation>
    </message>
    <message>
        <source>用积分抵 {amount}</source>
        <translation>Pay {amount} by points</translation>
    </message>
    <message>
        <source>用过储值：法律要求的身份资料封存到 {day}，到期自动销毁</source>
        <translation>Stored value was used: who she is stays sealed until {day}, as the law has it, and is destroyed then</translation>
    </message>
    <message>
        <source>用预留给本机的储值</source>
        <translation>Stored value that is lent to this till</translation>
    </message>
    <message>
        <source>用预留给本机的积分和券</source>
        <translation>Points and coupons that are lent to this till</translation>
    </message>
    <message>
        <source>由我负责</source>
        <translation>I am answerable for it</translation>
    </message>
    <message>
        <source>电话</source>
        <translation>Phone</translation>
    </message>
    <message>
        <source>电话回访</source>
        <translation>Called back</translation>
    </message>
    <message>
        <source>男</source>
        <translation>Male</translation>
    </message>
    <message>
        <source>留存备用金</source>
        <translation>Float to keep</translation>
    </message>
    <message>
        <source>留存超过实点</source>
        <translation>More kept than counted</translation>
    </message>
    <message>
        <source>留言</source>
        <translation>Message</translation>
    </message>
    <message>
        <source>登录</source>
        <translation>Sign in</translation>
    </message>
    <message>
        <source>登记</source>
        <translation>Record</translation>
    </message>
    <message>
        <source>登记 {amount}</source>
        <translation>Record {amount}</translation>
    </message>
    <message>
        <source>登记从</source>
        <translation>Joined from</translation>
    </message>
    <message>
        <source>登记会员</source>
        <translation>Register</translation>
    </message>
    <message>
        <source>登记会员并积分</source>
        <translation>Join with this sale</translation>
    </message>
    <message>
        <source>登记到</source>
        <translation>Joined to</translation>
    </message>
    <message>
        <source>登记外部已收的款</source>
        <translation>Record a payment taken elsewhere</translation>
    </message>
    <message>
        <source>登记外部收款需要店长授权</source>
        <translation>Recording an external payment needs a manager</translation>
    </message>
    <message>
        <source>登记孩子</source>
        <translation>Add a child</translation>
    </message>
    <message>
        <source>登记孩子，加入这个家庭</source>
        <translation>Register a child into this family</translation>
    </message>
    <message>
        <source>登记成为会员</source>
        <translation>Registered</translation>
    </message>
    <message>
        <source>登记新会员</source>
        <translation>Register</translation>
    </message>
    <message>
        <source>登记日期</source>
        <translation>Registered</translation>
    </message>
    <message>
        <source>登记时列为相似会员</source>
        <translation>Listed as alike at a registration</translation>
    </message>
    <message>
        <source>登记时间</source>
        <translation>Registered on</translation>
    </message>
    <message>
        <source>登记的卡没有绑定</source>
        <translation>Card of a registration was not bound</translation>
    </message>
    <message>
        <source>登记错误</source>
        <translation>Mistake</translation>
    </message>
    <message>
        <source>监护人</source>
        <translation>Guardian</translation>
    </message>
    <message>
        <source>监护人代为申请</source>
        <translation>Asked by the guardian</translation>
    </message>
    <message>
        <source>监护人会员号</source>
        <translation>Guardian's number</translation>
    </message>
    <message>
        <source>监护人在场并同意</source>
        <translation>The guardian is here and agrees</translation>
    </message>
    <message>
        <source>监护人姓名</source>
        <translation>Guardian's name</translation>
    </message>
    <message>
        <source>监护人已阅读并同意</source>
        <translation>The guardian has read it and agrees</translation>
    </message>
    <message>
        <source>监护人手机号</source>
        <translation>Guardian's phone</translation>
    </message>
    <message>
        <source>监护人还没有登记</source>
        <translation>No guardian is on file</translation>
    </message>
    <message>
        <source>看了会员的申请</source>
        <translation>Her request was read</translation>
    </message>
    <message>
        <source>看了卡号</source>
        <translation>Card number shown</translation>
    </message>
    <message>
        <source>看了同意记录</source>
        <translation>Saw the consents</translation>
    </message>
    <message>
        <source>看了姓名</source>
        <translation>Name shown</translation>
    </message>
    <message>
        <source>看了家庭</source>
        <translation>Saw the family</translation>
    </message>
    <message>
        <source>看了手机号</source>
        <translation>Phone shown</translation>
    </message>
    <message>
        <source>看了投诉</source>
        <translation>Read the complaint</translation>
    </message>
    <message>
        <source>看了生日</source>
        <translation>Birthday shown</translation>
    </message>
    <message>
        <source>看报表</source>
        <translation>Read reports</translation>
    </message>
    <message>
        <source>看过</source>
        <translation>Viewed</translation>
    </message>
    <message>
        <source>知道另一份档案的，在上面输入手机号、会员号或卡</source>
        <translation>Type the phone, number or card of the other file above</translation>
    </message>
    <message>
        <source>短信已发出，顾客没有收到</source>
        <translation>The SMS was sent but did not arrive</translation>
    </message>
    <message>
        <source>短信收不到，看过本人手机</source>
        <translation>No SMS came, her phone was looked at</translation>
    </message>
    <message>
        <source>短信没有发出：请核对号码再发一次，还不行请店长当面核验</source>
        <translation>No text went out. Check the number and send again, or let a manager check the phone</translation>
    </message>
    <message>
        <source>短信验证码</source>
        <translation>SMS code</translation>
    </message>
    <message>
        <source>短款</source>
        <translation>Short</translation>
    </message>
    <message>
        <source>确认</source>
        <translation>Confirm</translation>
    </message>
    <message>
        <source>确认 {amount} 已在别处收到，以后按单号与账单核对</source>
        <translation>Confirm that {amount} was taken elsewhere. It is matched with the bill by its number</translation>
    </message>
    <message>
        <source>确认充值 {amount}</source>
        <translation>Top up {amount}</translation>
    </message>
    <message>
        <source>确认差异并交班</source>
        <translation>Confirm and close</translation>
    </message>
    <message>
        <source>确认收款</source>
        <translation>Take payment</translation>
    </message>
    <message>
        <source>确认收款 {amount}</source>
        <translation>Take {amount}</translation>
    </message>
    <message>
        <source>确认退款</source>
        <translation>Refund</translation>
    </message>
    <message>
        <source>确认退款 {amount}</source>
        <translation>Refund {amount}</translation>
    </message>
    <message>
        <source>磁盘</source>
        <translation>Disk</translation>
    </message>
    <message>
        <source>磁盘只剩 {size}，请马上清出空间</source>
        <translation>Only {size} free. Make room now</translation>
    </message>
    <message>
        <source>礼品包装</source>
        <translation>Gift wrap</translation>
    </message>
    <message>
        <source>离开</source>
        <translation>Leave</translation>
    </message>
    <message>
        <source>离开了家庭</source>
        <translation>Left the family</translation>
    </message>
    <message>
        <source>离开家庭</source>
        <translation>Take out of the family</translation>
    </message>
    <message>
        <source>离线</source>
        <translation>Offline</translation>
    </message>
    <message>
        <source>离线 {n} 分钟</source>
        <translation>Offline {n} min</translation>
    </message>
    <message>
        <source>离线时只能撤回，要同意请连上总部再点</source>
        <translation>Offline one can only withdraw; to agree, press again once central is there</translation>
    </message>
    <message>
        <source>离线时怎么收银</source>
        <translation>Selling while offline</translation>
    </message>
    <message>
        <source>离线暂停</source>
        <translation>Offline</translation>
    </message>
    <message>
        <source>离线登记</source>
        <translation>Register offline</translation>
    </message>
    <message>
        <source>离线额度不能用</source>
        <translation>Offline value not usable</translation>
    </message>
    <message>
        <source>离线额度已停用</source>
        <translation>Offline value stopped</translation>
    </message>
    <message>
        <source>离线额度已过期</source>
        <translation>Offline value was over</translation>
    </message>
    <message>
        <source>离线额度没有退回</source>
        <translation>Offline value not given back</translation>
    </message>
    <message>
        <source>离线额度超用</source>
        <translation>Offline value overspent</translation>
    </message>
    <message>
        <source>离线，付款码收款暂停</source>
        <translation>Offline. Payment codes are paused</translation>
    </message>
    <message>
        <source>离线，储值与积分支付暂停</source>
        <translation>Paused while offline</translation>
    </message>
    <message>
        <source>离线，充值暂停</source>
        <translation>Offline: top-ups are paused</translation>
    </message>
    <message>
        <source>离线，可以收现金，储值与积分限预留</source>
        <translation>Offline. Cash works; value and points only as lent</translation>
    </message>
    <message>
        <source>离线，总部的退货记录还没有核对</source>
        <translation>Offline: returns elsewhere are not checked</translation>
    </message>
    <message>
        <source>离线，找零请付现金</source>
        <translation>Offline, give the change in cash</translation>
    </message>
    <message>
        <source>离线，查找要连上总部</source>
        <translation>Offline: searching needs the head office</translation>
    </message>
    <message>
        <source>离线，档案在总部</source>
        <translation>Offline: files are at central</translation>
    </message>
    <message>
        <source>离线，看不到现在的情况，可以撤回</source>
        <translation>Offline: what holds now cannot be seen. It can be withdrawn</translation>
    </message>
    <message>
        <source>离线，联网后核对</source>
        <translation>Offline, checked later</translation>
    </message>
    <message>
        <source>离线，要连上总部才能办</source>
        <translation>Offline: needs central</translation>
    </message>
    <message>
        <source>离线，请联网后再改</source>
        <translation>Offline. Change it once connected</translation>
    </message>
    <message>
        <source>离线：储值是 {when} 的数据，储值和积分只能用预留的</source>
        <translation>Offline: balances are of {when}. Only what is lent here can be spent</translation>
    </message>
    <message>
        <source>离线：只能取本机的挂单</source>
        <translation>Offline: this till's held sales only</translation>
    </message>
    <message>
        <source>秒内等终端应答</source>
        <translation>s for the terminal</translation>
    </message>
    <message>
        <source>秒后收款码失效</source>
        <translation>seconds until the code expires</translation>
    </message>
    <message>
        <source>秒后自动撤销</source>
        <translation>s to reversal</translation>
    </message>
    <message>
        <source>积分</source>
        <translation>Points</translation>
    </message>
    <message>
        <source>积分 {n}，待生效 {pending}，券 {coupons} 张</source>
        <translation>Points {n}, pending {pending}, coupons {coupons}</translation>
    </message>
    <message>
        <source>积分 {points}</source>
        <translation>Points {points}</translation>
    </message>
    <message>
        <source>积分/券</source>
        <translation>Rewards</translation>
    </message>
    <message>
        <source>积分、储值和会员价，到注销为止，账目依法另存 5 年</source>
        <translation>Points, stored value and prices, until you leave. Accounts are kept 5 years by law</translation>
    </message>
    <message>
        <source>积分不符</source>
        <translation>Points differ</translation>
    </message>
    <message>
        <source>积分兑换和优惠券</source>
        <translation>Points and coupons</translation>
    </message>
    <message>
        <source>积分到期</source>
        <translation>Points that ended</translation>
    </message>
    <message>
        <source>积分抵了 {paid}，退回 {n} 分</source>
        <translation>Points paid {paid}; points given back: {n}</translation>
    </message>
    <message>
        <source>积分抵扣</source>
        <translation>Points</translation>
    </message>
    <message>
        <source>积分抵扣，{n} 分</source>
        <translation>Points used, {n}</translation>
    </message>
    <message>
        <source>积分按实付的钱 {base} 计，每 {per} 得 {n} 分，不足的不计</source>
        <translation>Points count on {base} paid in money: {n} for each {per}, rounded down</translation>
    </message>
    <message>
        <source>积分漏记</source>
        <translation>Points missing</translation>
    </message>
    <message>
        <source>稍后来取</source>
        <translation>Picked up later</translation>
    </message>
    <message>
        <source>空格</source>
        <translation>Space</translation>
    </message>
    <message>
        <source>空闲</source>
        <translation>Free</translation>
    </message>
    <message>
        <source>空闲时会自动做第一份</source>
        <translation>The first is made when nobody is selling</translation>
    </message>
    <message>
        <source>空间不多，请清出空间</source>
        <translation>Little room left. Make room</translation>
    </message>
    <message>
        <source>窄一点</source>
        <translation>Narrower</translation>
    </message>
    <message>
        <source>立即查询结果</source>
        <translation>Check the result now</translation>
    </message>
    <message>
        <source>立即重连</source>
        <translation>Reconnect</translation>
    </message>
    <message>
        <source>第 {n} 种支付方式</source>
        <translation>Tender {n}</translation>
    </message>
    <message>
        <source>第 {n} 笔</source>
        <translation>Entry {n}</translation>
    </message>
    <message>
        <source>第 {n} 页</source>
        <translation>Page {n}</translation>
    </message>
    <message>
        <source>第三方券</source>
        <translation>Third-party coupon</translation>
    </message>
    <message>
        <source>第三方券抵了 {paid}，不退现金</source>
        <translation>The voucher paid {paid}; no cash for it</translation>
    </message>
    <message>
        <source>等候太久</source>
        <translation>Waited too long</translation>
    </message>
    <message>
        <source>等待</source>
        <translation>Waiting</translation>
    </message>
    <message>
        <source>等待顾客确认 {amount}</source>
        <translation>Waiting for the customer to confirm {amount}</translation>
    </message>
    <message>
        <source>等待顾客确认付款</source>
        <translation>Waiting for the customer to confirm</translation>
    </message>
    <message>
        <source>等级</source>
        <translation>Tier</translation>
    </message>
    <message>
        <source>等级定为 {tier}，到 {day} 为止</source>
        <translation>Tier set to {tier} until {day}</translation>
    </message>
    <message>
        <source>等级由两个人定到一天为止，之后回到按规则的等级；同一个按键取消</source>
        <translation>Two people set the tier until a day; after it the rules hold again. The same key ends it</translation>
    </message>
    <message>
        <source>等顾客扫码</source>
        <translation>Waits for the scan</translation>
    </message>
    <message>
        <source>等顾客输密码</source>
        <translation>Waits for the customer's password</translation>
    </message>
    <message>
        <source>等首次消费</source>
        <translation>Waits for the first sale</translation>
    </message>
    <message>
        <source>答复</source>
        <translation>Answer</translation>
    </message>
    <message>
        <source>答复会员并关闭这件事</source>
        <translation>Answer the member and close this</translation>
    </message>
    <message>
        <source>答复并关闭</source>
        <translation>Answer and close</translation>
    </message>
    <message>
        <source>答复投诉</source>
        <translation>Complaint answered</translation>
    </message>
    <message>
        <source>答复期限 {time}</source>
        <translation>Answer due {time}</translation>
    </message>
    <message>
        <source>签单人 {name}</source>
        <translation>Signed by {name}</translation>
    </message>
    <message>
        <source>签单人姓名</source>
        <translation>Who signs</translation>
    </message>
    <message>
        <source>签名密钥</source>
        <translation>Signing key</translation>
    </message>
    <message>
        <source>系统密钥环锁着，收银数据打不开。数据都在，没有丢失</source>
        <translation>The system’s keyring is locked, so the till’s data does not open. Everything is there, nothing is lost.</translation>
    </message>
    <message>
        <source>系统故障</source>
        <translation>System failure</translation>
    </message>
    <message>
        <source>系统故障补记</source>
        <translation>After a fault</translation>
    </message>
    <message>
        <source>系统没有回答可用空间</source>
        <translation>The system does not tell how much is free</translation>
    </message>
    <message>
        <source>红色提示已看到</source>
        <translation>Red message seen</translation>
    </message>
    <message>
        <source>纸质</source>
        <translation>On paper</translation>
    </message>
    <message>
        <source>练习</source>
        <translation>Practice</translation>
    </message>
    <message>
        <source>组件</source>
        <translation>Part</translation>
    </message>
    <message>
        <source>终端断开</source>
        <translation>Terminal unplugged</translation>
    </message>
    <message>
        <source>终端断开，请检查电源和网线</source>
        <translation>No terminal: check power</translation>
    </message>
    <message>
        <source>终端正在处理，请稍候</source>
        <translation>The terminal is busy</translation>
    </message>
    <message>
        <source>终端正常</source>
        <translation>Terminal ready</translation>
    </message>
    <message>
        <source>终端自带网络时，可刷卡</source>
        <translation>Cards, where the terminal has a line of its own</translation>
    </message>
    <message>
        <source>终端自带网络时，可刷卡和扫码</source>
        <translation>Cards and codes, if the terminal has its own line</translation>
    </message>
    <message>
        <source>经过</source>
        <translation>History</translation>
    </message>
    <message>
        <source>绑卡</source>
        <translation>Bind card</translation>
    </message>
    <message>
        <source>绑定</source>
        <translation>Use</translation>
    </message>
    <message>
        <source>绑定到本单</source>
        <translation>Use for this order</translation>
    </message>
    <message>
        <source>绑定这位会员</source>
        <translation>Attach this member</translation>
    </message>
    <message>
        <source>结果未知，查询后失败</source>
        <translation>Unknown, then failed</translation>
    </message>
    <message>
        <source>结果未知，查询后成功</source>
        <translation>Unknown, then paid</translation>
    </message>
    <message>
        <source>结算时间不同</source>
        <translation>Settled at another time</translation>
    </message>
    <message>
        <source>给了补偿</source>
        <translation>Compensated</translation>
    </message>
    <message>
        <source>给会员的答复，她在会员页面看到</source>
        <translation>Answer for the member, shown on her page</translation>
    </message>
    <message>
        <source>给监护人看</source>
        <translation>Show the guardian</translation>
    </message>
    <message>
        <source>给顾客看</source>
        <translation>Show the customer</translation>
    </message>
    <message>
        <source>继承</source>
        <translation>Heir</translation>
    </message>
    <message>
        <source>继续</source>
        <translation>Continue</translation>
    </message>
    <message>
        <source>继续收款</source>
        <translation>Pay the rest</translation>
    </message>
    <message>
        <source>继续用这只钱箱</source>
        <translation>Use this drawer</translation>
    </message>
    <message>
        <source>编码 {code}</source>
        <translation>Code {code}</translation>
    </message>
    <message>
        <source>网上</source>
        <translation>Online</translation>
    </message>
    <message>
        <source>网络不通：可以离线登记，联网后由总部核对手机号</source>
        <translation>No connection. Register offline, central checks the phone later</translation>
    </message>
    <message>
        <source>能做</source>
        <translation>Can</translation>
    </message>
    <message>
        <source>自 {time} 起</source>
        <translation>Since {time}</translation>
    </message>
    <message>
        <source>菜单</source>
        <translation>Menu</translation>
    </message>
    <message>
        <source>补偿</source>
        <translation>Compensate</translation>
    </message>
    <message>
        <source>补偿会员，每人每天</source>
        <translation>Compensating members, a person a day</translation>
    </message>
    <message>
        <source>补偿会员，每位会员每年</source>
        <translation>Compensating a member, in a year</translation>
    </message>
    <message>
        <source>补偿会员，每次</source>
        <translation>Compensating a member, each time</translation>
    </message>
    <message>
        <source>补偿的赠送到期</source>
        <translation>Gift value lapsed</translation>
    </message>
    <message>
        <source>补备用金</source>
        <translation>More float</translation>
    </message>
    <message>
        <source>补打</source>
        <translation>Print a copy</translation>
    </message>
    <message>
        <source>补打这张 Z 报表</source>
        <translation>Print a copy of this Z</translation>
    </message>
    <message>
        <source>补登消费积分</source>
        <translation>Points of a sale she joined with</translation>
    </message>
    <message>
        <source>补零钱</source>
        <translation>More small change</translation>
    </message>
    <message>
        <source>要做什么</source>
        <translation>What to do</translation>
    </message>
    <message>
        <source>要授权</source>
        <translation>Needs approval</translation>
    </message>
    <message>
        <source>要输密码</source>
        <translation>Needs password</translation>
    </message>
    <message>
        <source>解锁</source>
        <translation>Unlock</translation>
    </message>
    <message>
        <source>订单</source>
        <translation>Order</translation>
    </message>
    <message>
        <source>订单收的现金，已减找零</source>
        <translation>Cash taken on orders, change taken off</translation>
    </message>
    <message>
        <source>让 {name} 离开这个家庭</source>
        <translation>Take {name} out of this family</translation>
    </message>
    <message>
        <source>让一位会员加入这个家庭</source>
        <translation>Bring a member into this family</translation>
    </message>
    <message>
        <source>训练</source>
        <translation>Training</translation>
    </message>
    <message>
        <source>训练 {brand}</source>
        <translation>Training {brand}</translation>
    </message>
    <message>
        <source>训练模式，不是真实交易</source>
        <translation>Training, not a real transaction</translation>
    </message>
    <message>
        <source>训练模式，不是真实交易，不同步，不打开钱箱</source>
        <translation>Training: nothing is real, nothing is sent, the drawer stays shut</translation>
    </message>
    <message>
        <source>记一笔更正，原来的记录不变；超过额度要店长授权</source>
        <translation>Posts a correction, history stays; above the limit a manager allows it</translation>
    </message>
    <message>
        <source>记一笔相反的，原来那笔仍保留</source>
        <translation>Posts the opposite; the first one stays</translation>
    </message>
    <message>
        <source>记一笔补偿和它的费用；超过额度要店长授权</source>
        <translation>Posts it with its expense; above the limit a manager allows it</translation>
    </message>
    <message>
        <source>记下这一项</source>
        <translation>Keep this</translation>
    </message>
    <message>
        <source>记录别处收的钱</source>
        <translation>Recording money taken elsewhere</translation>
    </message>
    <message>
        <source>记录投诉</source>
        <translation>Record complaint</translation>
    </message>
    <message>
        <source>记账并开钱箱</source>
        <translation>Record and open the drawer</translation>
    </message>
    <message>
        <source>设备 {there}，差额 {gap}，{why}</source>
        <translation>Device {there} ({gap}): {why}</translation>
    </message>
    <message>
        <source>设备上另有收款</source>
        <translation>More was taken on the device</translation>
    </message>
    <message>
        <source>设备或收单方的合计</source>
        <translation>Total of the device or acquirer</translation>
    </message>
    <message>
        <source>设置为不自动更换</source>
        <translation>The settings say never to renew it</translation>
    </message>
    <message>
        <source>识别会员并积分</source>
        <translation>Identify members, earn points</translation>
    </message>
    <message>
        <source>误停：请总部发登记码，重新登记本机</source>
        <translation>By mistake: ask central for a code and enrol this till again</translation>
    </message>
    <message>
        <source>说明和下一步</source>
        <translation>What it means, what to do</translation>
    </message>
    <message>
        <source>请任选一种方式确认</source>
        <translation>Confirm in one of these ways</translation>
    </message>
    <message>
        <source>请停止收款，退出后重新启动，会从备份和黑匣子找回</source>
        <translation>Stop selling. Close and start again: it comes back from backup and black box</translation>
    </message>
    <message>
        <source>请先数清钱箱里的钱，交班时按这个数核对</source>
        <translation>Count the drawer first: the close is checked against it</translation>
    </message>
    <message>
        <source>请再扫几次，共三次后给出建议</source>
        <translation>Scan again; after three reads there is a proposal</translation>
    </message>
    <message>
        <source>请切换到英文输入法，或把扫码枪改为串口模式</source>
        <translation>Switch to an English input method, or set the scanner to serial mode</translation>
    </message>
    <message>
        <source>请切换到英文输入法，或改用串口扫码枪</source>
        <translation>Switch to an English keyboard, or use a serial scanner</translation>
    </message>
    <message>
        <source>请勿</source>
        <translation>Do not</translation>
    </message>
    <message>
        <source>请在原设备上退，单号 {number}</source>
        <translation>Refund where it was taken, number {number}</translation>
    </message>
    <message>
        <source>请安装新版本再收银。没有上传的记录现在就在上传，也可以用 journal export 导出</source>
        <translation>Install the new version to sell. What waits is being sent now, or write it to a file with journal export.</translation>
    </message>
    <message>
        <source>请对着商品条码扫三次</source>
        <translation>Scan a product barcode three times</translation>
    </message>
    <message>
        <source>请带身份证件到服务台办理</source>
        <translation>Please come to the service desk with your ID</translation>
    </message>
    <message>
        <source>请扫顾客付款码</source>
        <translation>Scan the payment code</translation>
    </message>
    <message>
        <source>请授权人输入工号和 PIN</source>
        <translation>Approver: number and PIN</translation>
    </message>
    <message>
        <source>请支付</source>
        <translation>Please pay</translation>
    </message>
    <message>
        <source>请收银员发送，再由您输入</source>
        <translation>Ask the cashier to send it and type it here</translation>
    </message>
    <message>
        <source>请查询或再撤销</source>
        <translation>Check, or reverse again</translation>
    </message>
    <message>
        <source>请核对商品和价格</source>
        <translation>Please check items and prices</translation>
    </message>
    <message>
        <source>请检查网线、路由器或 Wi-Fi</source>
        <translation>Check the cable, the router or the Wi-Fi</translation>
    </message>
    <message>
        <source>请用原来的系统账号启动，再按“再试一次”</source>
        <translation>Start as the user who set the till up. Then press “Try again”.</translation>
    </message>
    <message>
        <source>请用平时的系统账号登录并解锁密钥环，再按“再试一次”</source>
        <translation>Sign in as the usual user of this machine and unlock its keyring. Then press “Try again”.</translation>
    </message>
    <message>
        <source>请用手机扫码付款</source>
        <translation>Scan with your phone to pay</translation>
    </message>
    <message>
        <source>请用扫码枪扫条码，不要手工输入</source>
        <translation>Use the scanner instead of typing</translation>
    </message>
    <message>
        <source>请稍候</source>
        <translation>Please wait</translation>
    </message>
    <message>
        <source>请联系店长，问总部为什么停用</source>
        <translation>Ask the manager why central revoked it</translation>
    </message>
    <message>
        <source>请输入短信验证码</source>
        <translation>Type the SMS code</translation>
    </message>
    <message>
        <source>请输入金额</source>
        <translation>Enter an amount</translation>
    </message>
    <message>
        <source>请选择单位</source>
        <translation>Choose an account</translation>
    </message>
    <message>
        <source>请选择原因</source>
        <translation>Choose a reason</translation>
    </message>
    <message>
        <source>请逐项核对</source>
        <translation>Check each one</translation>
    </message>
    <message>
        <source>请阅读《会员协议》《隐私政策》{v}</source>
        <translation>Please read the member agreement and privacy policy {v}</translation>
    </message>
    <message>
        <source>请顾客任选一种方式验证</source>
        <translation>The customer confirms in one of these ways</translation>
    </message>
    <message>
        <source>请顾客在手机上输入支付密码</source>
        <translation>Ask the customer to enter the password on the phone</translation>
    </message>
    <message>
        <source>请顾客在终端上刷卡</source>
        <translation>The customer uses the card on the terminal</translation>
    </message>
    <message>
        <source>请顾客用手机扫收款码</source>
        <translation>Ask the customer to scan the code with her phone</translation>
    </message>
    <message>
        <source>读不懂的流水</source>
        <translation>Unreadable entry</translation>
    </message>
    <message>
        <source>读音和手机尾号相近</source>
        <translation>Sounds alike, same phone ending</translation>
    </message>
    <message>
        <source>谁看过</source>
        <translation>Seen by</translation>
    </message>
    <message>
        <source>账单 {amount}</source>
        <translation>bill {amount}</translation>
    </message>
    <message>
        <source>账单已撤销，本店已收</source>
        <translation>Reversed in the bill, paid here</translation>
    </message>
    <message>
        <source>账单已收，本店未收</source>
        <translation>Paid in the bill, not here</translation>
    </message>
    <message>
        <source>账单已退，本店未退</source>
        <translation>Refunded in the bill, not here</translation>
    </message>
    <message>
        <source>账单日 {day}</source>
        <translation>bill of {day}</translation>
    </message>
    <message>
        <source>账单里有单号 {number}</source>
        <translation>Number {number} is in the bill</translation>
    </message>
    <message>
        <source>账单里没有单号 {number}，列为待处理</source>
        <translation>Number {number} is not in the bill. It becomes a case</translation>
    </message>
    <message>
        <source>账单里没有这笔</source>
        <translation>Not in the bill</translation>
    </message>
    <message>
        <source>账单金额不符</source>
        <translation>Amount differs from the bill</translation>
    </message>
    <message>
        <source>账户归新持有人，旧会员码失效；双方证件由两人看过，重新征求同意</source>
        <translation>Account and balances go to the new holder, old codes end; two people see both papers, consent anew</translation>
    </message>
    <message>
        <source>质量问题</source>
        <translation>Faulty</translation>
    </message>
    <message>
        <source>购票</source>
        <translation>Ticket</translation>
    </message>
    <message>
        <source>贴上标签 {tag}</source>
        <translation>Tag put on: {tag}</translation>
    </message>
    <message>
        <source>资料</source>
        <translation>Profile</translation>
    </message>
    <message>
        <source>资料有误</source>
        <translation>Data was wrong</translation>
    </message>
    <message>
        <source>赠送</source>
        <translation>Bonus</translation>
    </message>
    <message>
        <source>赠送 {bonus}</source>
        <translation>Bonus {bonus}</translation>
    </message>
    <message>
        <source>赠送金额</source>
        <translation>Gift value</translation>
    </message>
    <message>
        <source>赠送，按总部现在的充值档位报价</source>
        <translation>Bonus, as central quotes it now</translation>
    </message>
    <message>
        <source>超市习惯</source>
        <translation>Supermarket habit</translation>
    </message>
    <message>
        <source>超过两天了，请检查备份目录或 U 盘</source>
        <translation>Older than two days. Check the backup folder or the stick</translation>
    </message>
    <message>
        <source>跟随系统</source>
        <translation>Like the system</translation>
    </message>
    <message>
        <source>转为持卡人</source>
        <translation>Make holder</translation>
    </message>
    <message>
        <source>转为离线</source>
        <translation>Went offline</translation>
    </message>
    <message>
        <source>转为降级</source>
        <translation>Degraded</translation>
    </message>
    <message>
        <source>输入新数量，按 Enter</source>
        <translation>Type the quantity, then Enter</translation>
    </message>
    <message>
        <source>输入验证码</source>
        <translation>Type the code</translation>
    </message>
    <message>
        <source>过期</source>
        <translation>Late</translation>
    </message>
    <message>
        <source>过期：{title}</source>
        <translation>Late: {title}</translation>
    </message>
    <message>
        <source>返回</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>返回登录</source>
        <translation>To sign-in</translation>
    </message>
    <message>
        <source>返回订单</source>
        <translation>Back to order</translation>
    </message>
    <message>
        <source>返回订单，仍保持未确认</source>
        <translation>Back; it stays unconfirmed</translation>
    </message>
    <message>
        <source>返回，不交班</source>
        <translation>Back, keep the shift</translation>
    </message>
    <message>
        <source>返回，不作废</source>
        <translation>Back, keep the order</translation>
    </message>
    <message>
        <source>返回，不减价</source>
        <translation>Back, no reduction</translation>
    </message>
    <message>
        <source>返回，不办理</source>
        <translation>Back, do nothing</translation>
    </message>
    <message>
        <source>返回，不处理</source>
        <translation>Back, do nothing</translation>
    </message>
    <message>
        <source>返回，不导入</source>
        <translation>Back without importing</translation>
    </message>
    <message>
        <source>返回，不打开钱箱</source>
        <translation>Back, drawer stays shut</translation>
    </message>
    <message>
        <source>返回，不抹零</source>
        <translation>Back, do not round</translation>
    </message>
    <message>
        <source>返回，不挂账</source>
        <translation>Back, do not charge</translation>
    </message>
    <message>
        <source>返回，不改</source>
        <translation>Back, no change</translation>
    </message>
    <message>
        <source>返回，不改备注</source>
        <translation>Back, leave the note</translation>
    </message>
    <message>
        <source>返回，不登记</source>
        <translation>Back, do not record</translation>
    </message>
    <message>
        <source>返回，不退款</source>
        <translation>Back, no refund</translation>
    </message>
    <message>
        <source>返回，继续查询</source>
        <translation>Back to asking</translation>
    </message>
    <message>
        <source>返回，选其他方式</source>
        <translation>Back to other tenders</translation>
    </message>
    <message>
        <source>还可抵 {most}，已抵 {paid}</source>
        <translation>{most} left, {paid} used</translation>
    </message>
    <message>
        <source>还差 {amount}</source>
        <translation>{amount} left to pay</translation>
    </message>
    <message>
        <source>还差 {n} 位 PIN</source>
        <translation>{n} PIN digits missing</translation>
    </message>
    <message>
        <source>还有 {n} 个单位，请输入编号或名称</source>
        <translation>{n} more, enter code or name</translation>
    </message>
    <message>
        <source>还有 {n} 单</source>
        <translation>{n} more</translation>
    </message>
    <message>
        <source>还有 {n} 笔没有上传</source>
        <translation>{n} entries were not sent</translation>
    </message>
    <message>
        <source>还有 {n} 笔，开机时找到的</source>
        <translation>{n} left, found at the start</translation>
    </message>
    <message>
        <source>还有储值 {value}，先退给会员</source>
        <translation>{value} of stored value is left: pay it back first</translation>
    </message>
    <message>
        <source>还有更多，请再多输几位</source>
        <translation>There are more: type a few more characters</translation>
    </message>
    <message>
        <source>还没有</source>
        <translation>None yet</translation>
    </message>
    <message>
        <source>还没有交接班报表</source>
        <translation>No shift reports yet</translation>
    </message>
    <message>
        <source>还没有人处理过</source>
        <translation>Nobody has worked on it yet</translation>
    </message>
    <message>
        <source>还没有商品</source>
        <translation>No items yet</translation>
    </message>
    <message>
        <source>还没有家庭</source>
        <translation>No family</translation>
    </message>
    <message>
        <source>还没有家庭，登记孩子后自动建立</source>
        <translation>No family yet. It begins with the first child</translation>
    </message>
    <message>
        <source>还没有导入过账单</source>
        <translation>No bill has been imported yet</translation>
    </message>
    <message>
        <source>还没有授权记录</source>
        <translation>No approvals yet</translation>
    </message>
    <message>
        <source>还没有收到扫码</source>
        <translation>No scan has arrived yet</translation>
    </message>
    <message>
        <source>还没有收款</source>
        <translation>Nothing yet</translation>
    </message>
    <message>
        <source>还没有改动</source>
        <translation>Nothing changed yet</translation>
    </message>
    <message>
        <source>还没有查到过</source>
        <translation>None was found yet</translation>
    </message>
    <message>
        <source>还没有查找</source>
        <translation>Nothing searched yet</translation>
    </message>
    <message>
        <source>还没有短信</source>
        <translation>No message yet</translation>
    </message>
    <message>
        <source>还没有记录</source>
        <translation>Nothing yet</translation>
    </message>
    <message>
        <source>还没有连上过</source>
        <translation>Never reached yet</translation>
    </message>
    <message>
        <source>还没有选会员</source>
        <translation>No member yet</translation>
    </message>
    <message>
        <source>还没有选小票</source>
        <translation>No receipt yet</translation>
    </message>
    <message>
        <source>还能做</source>
        <translation>Still works</translation>
    </message>
    <message>
        <source>还需收款</source>
        <translation>Still to pay</translation>
    </message>
    <message>
        <source>这一单没有积分</source>
        <translation>Sale brought no points</translation>
    </message>
    <message>
        <source>这一行合计</source>
        <translation>This line</translation>
    </message>
    <message>
        <source>这一行退回</source>
        <translation>This line returns</translation>
    </message>
    <message>
        <source>这个手机号已经是会员，可直接绑定</source>
        <translation>This phone is a member already. Use it for the order</translation>
    </message>
    <message>
        <source>这个手机号已经登记。是本人就绑定；号码换了主人，请到会员服务改手机号</source>
        <translation>This phone is registered. If it is hers, attach her. If it changed owners, change it at member service</translation>
    </message>
    <message>
        <source>这个程序比数据旧，不能收银</source>
        <translation>This program is older than the data, so it cannot sell</translation>
    </message>
    <message>
        <source>这件事没有流水原文，请看编号和数字</source>
        <translation>No entry belongs to it. See its numbers above</translation>
    </message>
    <message>
        <source>这位会员 {price}</source>
        <translation>This member {price}</translation>
    </message>
    <message>
        <source>这位会员不能充值</source>
        <translation>This member cannot top up</translation>
    </message>
    <message>
        <source>这单 {base} 得了 {n} 分，本次退回其中 {back}</source>
        <translation>This sale earned {n} points by {base}; {back} of that comes back now</translation>
    </message>
    <message>
        <source>这单没有得积分，不用扣回</source>
        <translation>This sale earned no points; none are taken back</translation>
    </message>
    <message>
        <source>这台收银机上没有可以授权的人，请联系店长</source>
        <translation>Nobody at this till may approve. Ask the manager</translation>
    </message>
    <message>
        <source>这台机器的数据是旧的，请连上总部核对，之前不要用储值</source>
        <translation>Old data. Connect to central first</translation>
    </message>
    <message>
        <source>这台电脑现在没有可用的密钥环，收银数据打不开。数据都在，没有丢失</source>
        <translation>This machine has no keyring just now, so the till’s data does not open. Everything is there, nothing is lost.</translation>
    </message>
    <message>
        <source>这块屏幕放不下更大，已用最大</source>
        <translation>This is the most that fits this screen</translation>
    </message>
    <message>
        <source>这对是手工指定的</source>
        <translation>This pair was named by hand</translation>
    </message>
    <message>
        <source>这张卡从现在起在所有收银机都不能用</source>
        <translation>No till takes this card from now on</translation>
    </message>
    <message>
        <source>这笔支付没有理清</source>
        <translation>This payment could not be cleared up</translation>
    </message>
    <message>
        <source>这笔流水已经入账，请看差别后关闭</source>
        <translation>This entry is posted. Look at what differs, then close the case</translation>
    </message>
    <message>
        <source>这笔钱已收到，但没有对应的订单，请撤销或放一边</source>
        <translation>Paid but for no order. Undo it or put it aside</translation>
    </message>
    <message>
        <source>这里扫的码不会加入订单</source>
        <translation>Nothing scanned here is sold</translation>
    </message>
    <message>
        <source>这里还没有商品</source>
        <translation>Nothing here yet</translation>
    </message>
    <message>
        <source>进入训练</source>
        <translation>Start training</translation>
    </message>
    <message>
        <source>进入负债，不计入销售</source>
        <translation>A liability, not a sale</translation>
    </message>
    <message>
        <source>违反会员协议</source>
        <translation>Broke the rules</translation>
    </message>
    <message>
        <source>连上后自动传完，不会丢失</source>
        <translation>Sent by itself once connected; nothing is lost</translation>
    </message>
    <message>
        <source>连上总部后开始计算</source>
        <translation>Counted once central was reached</translation>
    </message>
    <message>
        <source>连上服务器后自动校准，之前会员动态码不可用</source>
        <translation>Set once the server answers. No member codes until then</translation>
    </message>
    <message>
        <source>连不上总部，请问清顾客没有在别的收银机付过款</source>
        <translation>Central is away. Ask the customer whether another till has charged this sale</translation>
    </message>
    <message>
        <source>退 {name} 的数量</source>
        <translation>How many {name} come back</translation>
    </message>
    <message>
        <source>退 {n} 积分</source>
        <translation>{n} points back</translation>
    </message>
    <message>
        <source>退其他收银机小票</source>
        <translation>Refund other tills' receipts</translation>
    </message>
    <message>
        <source>退出</source>
        <translation>Leave</translation>
    </message>
    <message>
        <source>退出登录</source>
        <translation>Sign out</translation>
    </message>
    <message>
        <source>退出训练</source>
        <translation>End training</translation>
    </message>
    <message>
        <source>退后还可退 {rest}</source>
        <translation>{rest} may still come back</translation>
    </message>
    <message>
        <source>退后还有 {n} 件押金未退</source>
        <translation>Deposits of {n} remain open after this</translation>
    </message>
    <message>
        <source>退回 {what}</source>
        <translation>Give back {what}</translation>
    </message>
    <message>
        <source>退回离线额度</source>
        <translation>Offline value back</translation>
    </message>
    <message>
        <source>退押金</source>
        <translation>Return deposit</translation>
    </message>
    <message>
        <source>退押金 {n} 件</source>
        <translation>Return deposit of {n}</translation>
    </message>
    <message>
        <source>退格</source>
        <translation>Backspace</translation>
    </message>
    <message>
        <source>退款</source>
        <translation>Refund</translation>
    </message>
    <message>
        <source>退款 {amount}</source>
        <translation>Refund {amount}</translation>
    </message>
    <message>
        <source>退款合计</source>
        <translation>Refund</translation>
    </message>
    <message>
        <source>退款完成，小票 {number}</source>
        <translation>Refunded, receipt {number}</translation>
    </message>
    <message>
        <source>退款退出的现金</source>
        <translation>Cash given back</translation>
    </message>
    <message>
        <source>退款金额不符</source>
        <translation>Refund differs</translation>
    </message>
    <message>
        <source>退款需要店长授权</source>
        <translation>The refund needs a manager</translation>
    </message>
    <message>
        <source>退货</source>
        <translation>Refund</translation>
    </message>
    <message>
        <source>退货 小票 {receipt}，原因 {why}</source>
        <translation>Return of receipt {receipt}, reason: {why}</translation>
    </message>
    <message>
        <source>退货多于所售</source>
        <translation>More back than sold</translation>
    </message>
    <message>
        <source>选一个标签：没有的贴上，有的去掉</source>
        <translation>Choose a tag: one that is missing is put on, one that is there is taken off</translation>
    </message>
    <message>
        <source>选一件事，这里看全部内容</source>
        <translation>Choose one to see all of it here</translation>
    </message>
    <message>
        <source>选一项，再按它的新键</source>
        <translation>Choose a task, then press its new key</translation>
    </message>
    <message>
        <source>选中</source>
        <translation>Tick</translation>
    </message>
    <message>
        <source>选中或取消</source>
        <translation>Select or clear</translation>
    </message>
    <message>
        <source>选中的这一行</source>
        <translation>The chosen line</translation>
    </message>
    <message>
        <source>选中要退的商品，或扫商品条码</source>
        <translation>Tick what comes back, or scan it</translation>
    </message>
    <message>
        <source>选会员</source>
        <translation>Choose the member</translation>
    </message>
    <message>
        <source>选其他方式</source>
        <translation>Other tender</translation>
    </message>
    <message>
        <source>选原因</source>
        <translation>Reason</translation>
    </message>
    <message>
        <source>选择</source>
        <translation>Choose</translation>
    </message>
    <message>
        <source>选择姓名</source>
        <translation>Choose your name</translation>
    </message>
    <message>
        <source>选支付方式</source>
        <translation>Tender</translation>
    </message>
    <message>
        <source>选行</source>
        <translation>Line</translation>
    </message>
    <message>
        <source>通知</source>
        <translation>Notice</translation>
    </message>
    <message>
        <source>邀请人和被邀请人是同一人</source>
        <translation>Inviter and friend are one person</translation>
    </message>
    <message>
        <source>邀请奖励</source>
        <translation>Reward for an invitation</translation>
    </message>
    <message>
        <source>邀请奖励的券已用，收不回</source>
        <translation>A reward's coupon is used already</translation>
    </message>
    <message>
        <source>邀请她的会员</source>
        <translation>Invited by</translation>
    </message>
    <message>
        <source>邀请好友 (加入/成功/未算)</source>
        <translation>Friends (joined/rewarded/not counted)</translation>
    </message>
    <message>
        <source>邀请过于频繁</source>
        <translation>Too many invitations</translation>
    </message>
    <message>
        <source>都不是</source>
        <translation>None of them</translation>
    </message>
    <message>
        <source>重复登记</source>
        <translation>Registered twice</translation>
    </message>
    <message>
        <source>重复记账</source>
        <translation>Booked twice</translation>
    </message>
    <message>
        <source>重打</source>
        <translation>Reprint</translation>
    </message>
    <message>
        <source>重打上一单</source>
        <translation>Reprint last</translation>
    </message>
    <message>
        <source>重新入账</source>
        <translation>Post again</translation>
    </message>
    <message>
        <source>重新入账没有成功</source>
        <translation>Posting again failed</translation>
    </message>
    <message>
        <source>重新发送</source>
        <translation>Send again</translation>
    </message>
    <message>
        <source>重新开机后找到</source>
        <translation>Found after restart</translation>
    </message>
    <message>
        <source>重新清点</source>
        <translation>Count again</translation>
    </message>
    <message>
        <source>重装、清空或删除本机数据</source>
        <translation>Reinstall, wipe or delete the data</translation>
    </message>
    <message>
        <source>重装、清空或升级本机</source>
        <translation>Reinstall, wipe or update this till</translation>
    </message>
    <message>
        <source>重试原路退回</source>
        <translation>Try giving back again</translation>
    </message>
    <message>
        <source>重试同步</source>
        <translation>Sync now</translation>
    </message>
    <message>
        <source>金卡</source>
        <translation>Gold</translation>
    </message>
    <message>
        <source>金额</source>
        <translation>Amount</translation>
    </message>
    <message>
        <source>钱箱</source>
        <translation>Drawer</translation>
    </message>
    <message>
        <source>钱箱 {name}</source>
        <translation>Drawer {name}</translation>
    </message>
    <message>
        <source>钱箱 {name} 使用中</source>
        <translation>Drawer {name} in use</translation>
    </message>
    <message>
        <source>钱箱 {name} 已暂停，之后由本人或店长清点</source>
        <translation>Drawer {name} is put aside, to be counted later by its cashier or a manager</translation>
    </message>
    <message>
        <source>钱箱与交接班</source>
        <translation>Drawers and shifts</translation>
    </message>
    <message>
        <source>钱箱太满</source>
        <translation>Drawer too full</translation>
    </message>
    <message>
        <source>钱箱已打开，已记入审计日志</source>
        <translation>Drawer opened and recorded</translation>
    </message>
    <message>
        <source>钱箱开过 {times} 次</source>
        <translation>Drawer opened {times} times</translation>
    </message>
    <message>
        <source>钱箱里的备用金</source>
        <translation>Float in the drawer</translation>
    </message>
    <message>
        <source>钻石</source>
        <translation>Diamond</translation>
    </message>
    <message>
        <source>银卡</source>
        <translation>Silver</translation>
    </message>
    <message>
        <source>银行卡</source>
        <translation>Card</translation>
    </message>
    <message>
        <source>银行卡/外接终端</source>
        <translation>Card terminal</translation>
    </message>
    <message>
        <source>银豹习惯</source>
        <translation>Pospal habit</translation>
    </message>
    <message>
        <source>销售</source>
        <translation>Sales</translation>
    </message>
    <message>
        <source>锁屏</source>
        <translation>Lock</translation>
    </message>
    <message>
        <source>键位</source>
        <translation>Keys</translation>
    </message>
    <message>
        <source>键位卡</source>
        <translation>Key card</translation>
    </message>
    <message>
        <source>键位卡已存到 {path}</source>
        <translation>Key card saved to {path}</translation>
    </message>
    <message>
        <source>键位卡已打印</source>
        <translation>Key card printed</translation>
    </message>
    <message>
        <source>键盘模式</source>
        <translation>Keyboard mode</translation>
    </message>
    <message>
        <source>键盘模式，被输入法改写</source>
        <translation>Keyboard mode, changed by an input method</translation>
    </message>
    <message>
        <source>长款</source>
        <translation>Over</translation>
    </message>
    <message>
        <source>长短款</source>
        <translation>Over/short</translation>
    </message>
    <message>
        <source>问不出结果</source>
        <translation>No answer</translation>
    </message>
    <message>
        <source>间隔 {low} / {middle} / {high} 毫秒</source>
        <translation>Gaps {low} / {middle} / {high} ms</translation>
    </message>
    <message>
        <source>阅读全文</source>
        <translation>Read it all</translation>
    </message>
    <message>
        <source>降级</source>
        <translation>Degraded</translation>
    </message>
    <message>
        <source>降级，可以收银，部分功能受限</source>
        <translation>Degraded: selling works, some functions are limited</translation>
    </message>
    <message>
        <source>随小票 {number} 登记，本单积分 {n}</source>
        <translation>With receipt {number}, points {n}</translation>
    </message>
    <message>
        <source>随时可扫</source>
        <translation>Any time</translation>
    </message>
    <message>
        <source>随时可扫，或选择姓名，再输入 PIN</source>
        <translation>Any time, or choose your name, then the PIN</translation>
    </message>
    <message>
        <source>隐私</source>
        <translation>Privacy</translation>
    </message>
    <message>
        <source>隐私政策</source>
        <translation>Privacy policy</translation>
    </message>
    <message>
        <source>需人工处理</source>
        <translation>Needs a person</translation>
    </message>
    <message>
        <source>需要关注</source>
        <translation>Needs attention</translation>
    </message>
    <message>
        <source>需要处理</source>
        <translation>Needs attention</translation>
    </message>
    <message>
        <source>需要时请店长输 PIN 授权</source>
        <translation>A manager's PIN where needed</translation>
    </message>
    <message>
        <source>静音</source>
        <translation>Silent</translation>
    </message>
    <message>
        <source>面额</source>
        <translation>Face</translation>
    </message>
    <message>
        <source>顾客不要了</source>
        <translation>Customer changed mind</translation>
    </message>
    <message>
        <source>顾客付款后自动完成，不能再收第二次</source>
        <translation>Finishes by itself once she paid, cannot be taken twice</translation>
    </message>
    <message>
        <source>顾客屏</source>
        <translation>Customer display</translation>
    </message>
    <message>
        <source>顾客屏点选</source>
        <translation>On the display</translation>
    </message>
    <message>
        <source>顾客已同意</source>
        <translation>The customer agreed</translation>
    </message>
    <message>
        <source>顾客手机在场，号码已核对。原因：{why}</source>
        <translation>The phone is here and its number was compared. Why: {why}</translation>
    </message>
    <message>
        <source>顾客扫码</source>
        <translation>Customer scans</translation>
    </message>
    <message>
        <source>顾客投诉补偿</source>
        <translation>Complaint</translation>
    </message>
    <message>
        <source>顾客正在输密码</source>
        <translation>Customer enters password</translation>
    </message>
    <message>
        <source>顾客没有同意</source>
        <translation>The customer did not agree</translation>
    </message>
    <message>
        <source>顾客的付款码</source>
        <translation>Customer's payment codes</translation>
    </message>
    <message>
        <source>顾客的手机</source>
        <translation>Customer's phone</translation>
    </message>
    <message>
        <source>预留不能用</source>
        <translation>Hold not usable</translation>
    </message>
    <message>
        <source>预留于 {where}</source>
        <translation>Set aside at {where}</translation>
    </message>
    <message>
        <source>预留储值或积分</source>
        <translation>Value or points held</translation>
    </message>
    <message>
        <source>预留没有放开</source>
        <translation>Hold not released</translation>
    </message>
    <message>
        <source>预留没有确认</source>
        <translation>Hold not confirmed</translation>
    </message>
    <message>
        <source>香港 +852</source>
        <translation>Hong Kong +852</translation>
    </message>
    <message>
        <source>验证码</source>
        <translation>Code</translation>
    </message>
    <message>
        <source>验证通过即扣款，不会清空购物车</source>
        <translation>Taken once confirmed; the order stays</translation>
    </message>
    <message>
        <source>高对比</source>
        <translation>High contrast</translation>
    </message>
    <message>
        <source>黑名单</source>
        <translation>Blacklist</translation>
    </message>
    <message>
        <source>（本金 {principal} + 赠送 {bonus}）</source>
        <translation> ({principal} + {bonus} bonus)</translation>
    </message>
    <message>
        <source>，</source>
        <translation>, </translation>
    </message>
</context>
</TS>
