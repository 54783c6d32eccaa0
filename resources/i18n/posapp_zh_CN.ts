<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="zh_CN">
<context>
    <name>errors</name>
    <message>
        <source>Excel 一张表最多 {most} 行，请缩小范围，或改用 CSV</source>
        <translation>Excel 一张表最多 {most} 行，请缩小范围，或改用 CSV</translation>
    </message>
    <message>
        <source>U 盘写不进去，什么也没有留下，请换一个再导出</source>
        <translation>U 盘写不进去，什么也没有留下，请换一个再导出</translation>
    </message>
    <message>
        <source>till.db 在，已加密，要打开检查请加 --keys</source>
        <translation>till.db 在，已加密，要打开检查请加 --keys</translation>
    </message>
    <message>
        <source>till.db 没有加密，请停用本机并从备份恢复</source>
        <translation>till.db 没有加密，请停用本机并从备份恢复</translation>
    </message>
    <message>
        <source>till.db 能用密钥打开</source>
        <translation>till.db 能用密钥打开</translation>
    </message>
    <message>
        <source>{day} 不是日期，请写成 2026-11-22</source>
        <translation>{day} 不是日期，请写成 2026-11-22</translation>
    </message>
    <message>
        <source>{day} 的账单已经导入过，内容与这份不同，没有导入，请核对</source>
        <translation>{day} 的账单已经导入过，内容与这份不同，没有导入，请核对</translation>
    </message>
    <message>
        <source>{folder} 写不进去，报表没有保存，请关闭已打开的同名文件，或检查文件夹权限</source>
        <translation>{folder} 写不进去，报表没有保存，请关闭已打开的同名文件，或检查文件夹权限</translation>
    </message>
    <message>
        <source>{name} 与另一列是同一项，请用 --map 说明</source>
        <translation>{name} 与另一列是同一项，请用 --map 说明</translation>
    </message>
    <message>
        <source>{name} 已停售，请换一件或联系店长</source>
        <translation>{name} 已停售，请换一件或联系店长</translation>
    </message>
    <message>
        <source>{name} 已停止挂账，请换一种支付</source>
        <translation>{name} 已停止挂账，请换一种支付</translation>
    </message>
    <message>
        <source>{name} 已售罄，请换一件</source>
        <translation>{name} 已售罄，请换一件</translation>
    </message>
    <message>
        <source>{name} 已是另一个文件的导入，请用 --name 换一个名称</source>
        <translation>{name} 已是另一个文件的导入，请用 --name 换一个名称</translation>
    </message>
    <message>
        <source>{name} 已经授权，不用再授权</source>
        <translation>{name} 已经授权，不用再授权</translation>
    </message>
    <message>
        <source>{name} 没有授权这一项的权限，请换店长</source>
        <translation>{name} 没有授权这一项的权限，请换店长</translation>
    </message>
    <message>
        <source>{name} 用不了（{reason}），请核对路径和权限</source>
        <translation>{name} 用不了（{reason}），请核对路径和权限</translation>
    </message>
    <message>
        <source>{name} 的挂账已从本单去掉</source>
        <translation>{name} 的挂账已从本单去掉</translation>
    </message>
    <message>
        <source>{name} 还可挂账 {room_amount}，请减少或换一种支付</source>
        <translation>{name} 还可挂账 {room_amount}，请减少或换一种支付</translation>
    </message>
    <message>
        <source>{points} 积分预留于 {where}，正在收回，请稍候再试或用其他方式支付</source>
        <translation>{points} 积分预留于 {where}，正在收回，请稍候再试或用其他方式支付</translation>
    </message>
    <message>
        <source>{reserved_amount} 预留于 {where}，正在收回，请稍候再试或用其他方式支付</source>
        <translation>{reserved_amount} 预留于 {where}，正在收回，请稍候再试或用其他方式支付</translation>
    </message>
    <message>
        <source>{shown} 不按重量卖，请查价或手工输入</source>
        <translation>{shown} 不按重量卖，请查价或手工输入</translation>
    </message>
    <message>
        <source>{shown} 的标签没有重量或金额，请重新称重打标</source>
        <translation>{shown} 的标签没有重量或金额，请重新称重打标</translation>
    </message>
    <message>
        <source>{shown} 要用来输入或归系统使用，请换一个功能键</source>
        <translation>{shown} 要用来输入或归系统使用，请换一个功能键</translation>
    </message>
    <message>
        <source>{text} 不是日期，请写成 2026-11-22</source>
        <translation>{text} 不是日期，请写成 2026-11-22</translation>
    </message>
    <message>
        <source>{word} 不是日期，请写成 2026-01-31</source>
        <translation>{word} 不是日期，请写成 2026-01-31</translation>
    </message>
    <message>
        <source>“{title}”的内容不对，请改正或清空</source>
        <translation>“{title}”的内容不对，请改正或清空</translation>
    </message>
    <message>
        <source>一个家庭最多 {most} 人，请先移出一位，或另建家庭</source>
        <translation>一个家庭最多 {most} 人，请先移出一位，或另建家庭</translation>
    </message>
    <message>
        <source>一位在黑名单、一位不在，请先核对并统一状态再合并</source>
        <translation>一位在黑名单、一位不在，请先核对并统一状态再合并</translation>
    </message>
    <message>
        <source>一单最多 {most} 笔收款</source>
        <translation>一单最多 {most} 笔收款</translation>
    </message>
    <message>
        <source>一单最多 {most} 行，请先收款再开新单</source>
        <translation>一单最多 {most} 行，请先收款再开新单</translation>
    </message>
    <message>
        <source>一次传得太多，会自动分开重传</source>
        <translation>一次传得太多，会自动分开重传</translation>
    </message>
    <message>
        <source>上一次请求还在处理，请稍等再试</source>
        <translation>上一次请求还在处理，请稍等再试</translation>
    </message>
    <message>
        <source>不是本系统的会员号，请作为卡号导入</source>
        <translation>不是本系统的会员号，请作为卡号导入</translation>
    </message>
    <message>
        <source>不满 14 岁须监护人同意，请监护人阅读后勾选</source>
        <translation>不满 14 岁须监护人同意，请监护人阅读后勾选</translation>
    </message>
    <message>
        <source>不满 14 岁，请填监护人的姓名和手机号，或她的会员号</source>
        <translation>不满 14 岁，请填监护人的姓名和手机号，或她的会员号</translation>
    </message>
    <message>
        <source>不知道总部地址，请加 --keys，或写进 settings.toml</source>
        <translation>不知道总部地址，请加 --keys，或写进 settings.toml</translation>
    </message>
    <message>
        <source>不确定小票是否打出，请看打印机后选择</source>
        <translation>不确定小票是否打出，请看打印机后选择</translation>
    </message>
    <message>
        <source>不能为空，请填写</source>
        <translation>不能为空，请填写</translation>
    </message>
    <message>
        <source>不能自己给自己授权，请另一位来</source>
        <translation>不能自己给自己授权，请另一位来</translation>
    </message>
    <message>
        <source>不认识 {name} 列，请删去或改名</source>
        <translation>不认识 {name} 列，请删去或改名</translation>
    </message>
    <message>
        <source>不认识 {word}，请看操作手册</source>
        <translation>不认识 {word}，请看操作手册</translation>
    </message>
    <message>
        <source>与已有会员的资料不同，没有改，请人工核对</source>
        <translation>与已有会员的资料不同，没有改，请人工核对</translation>
    </message>
    <message>
        <source>两份档案各在不同的家庭，请先在“同意与家庭”里调整到一处再合并</source>
        <translation>两份档案各在不同的家庭，请先在“同意与家庭”里调整到一处再合并</translation>
    </message>
    <message>
        <source>两次口令不一样，请重新输入</source>
        <translation>两次口令不一样，请重新输入</translation>
    </message>
    <message>
        <source>两边版本不合，请升级本机</source>
        <translation>两边版本不合，请升级本机</translation>
    </message>
    <message>
        <source>人脸设备没有反应，请改用会员码、卡或手机号</source>
        <translation>人脸设备没有反应，请改用会员码、卡或手机号</translation>
    </message>
    <message>
        <source>今天已发 {most} 次验证码，请改用动态会员码</source>
        <translation>今天已发 {most} 次验证码，请改用动态会员码</translation>
    </message>
    <message>
        <source>付款码已失效，没有扣款，请顾客刷新后再扫</source>
        <translation>付款码已失效，没有扣款，请顾客刷新后再扫</translation>
    </message>
    <message>
        <source>代码不对或已失效，请向总部要一个新的代码</source>
        <translation>代码不对或已失效，请向总部要一个新的代码</translation>
    </message>
    <message>
        <source>以 = + - @ 开头像公式，请改成普通文字</source>
        <translation>以 = + - @ 开头像公式，请改成普通文字</translation>
    </message>
    <message>
        <source>企业名、名称、数量 (1 到 10000) 或等级不对，请改正</source>
        <translation>企业名、名称、数量 (1 到 10000) 或等级不对，请改正</translation>
    </message>
    <message>
        <source>企业码不对，应为 12 位，请照卡片重新输入或清空</source>
        <translation>企业码不对，应为 12 位，请照卡片重新输入或清空</translation>
    </message>
    <message>
        <source>优惠 {label} 超过商品金额，请联系店长</source>
        <translation>优惠 {label} 超过商品金额，请联系店长</translation>
    </message>
    <message>
        <source>会员 {number} 的档案上也是这个手机号：请先合并重复，或给其中一份换手机号</source>
        <translation>会员 {number} 的档案上也是这个手机号：请先合并重复，或给其中一份换手机号</translation>
    </message>
    <message>
        <source>会员价高于售价，请核对</source>
        <translation>会员价高于售价，请核对</translation>
    </message>
    <message>
        <source>会员刚被合并过，请重新查找后再看一次</source>
        <translation>会员刚被合并过，请重新查找后再看一次</translation>
    </message>
    <message>
        <source>会员协议和隐私政策不能单独撤回，不想继续请办理注销</source>
        <translation>会员协议和隐私政策不能单独撤回，不想继续请办理注销</translation>
    </message>
    <message>
        <source>会员已停用，可按非会员收银</source>
        <translation>会员已停用，可按非会员收银</translation>
    </message>
    <message>
        <source>会员已冻结，储值和积分不能使用，请换一种支付</source>
        <translation>会员已冻结，储值和积分不能使用，请换一种支付</translation>
    </message>
    <message>
        <source>会员已有或用过这张券，请换一种补偿</source>
        <translation>会员已有或用过这张券，请换一种补偿</translation>
    </message>
    <message>
        <source>会员已有账目，期初储值和积分没有加，请人工核对</source>
        <translation>会员已有账目，期初储值和积分没有加，请人工核对</translation>
    </message>
    <message>
        <source>会员手机的验证码不对，还能试 {left} 次</source>
        <translation>会员手机的验证码不对，还能试 {left} 次</translation>
    </message>
    <message>
        <source>会员手机的验证码过期，请重新发送</source>
        <translation>会员手机的验证码过期，请重新发送</translation>
    </message>
    <message>
        <source>会员欠 {points} 积分，请用更正补上后再删除</source>
        <translation>会员欠 {points} 积分，请用更正补上后再删除</translation>
    </message>
    <message>
        <source>会员没有动态码，不能预留离线额度</source>
        <translation>会员没有动态码，不能预留离线额度</translation>
    </message>
    <message>
        <source>会员没有手机号，请改用动态会员码</source>
        <translation>会员没有手机号，请改用动态会员码</translation>
    </message>
    <message>
        <source>会员状态不允许充值，请联系店长</source>
        <translation>会员状态不允许充值，请联系店长</translation>
    </message>
    <message>
        <source>会员积分为负，暂不能抵扣</source>
        <translation>会员积分为负，暂不能抵扣</translation>
    </message>
    <message>
        <source>会员资料读不出来，请联系技术支持</source>
        <translation>会员资料读不出来，请联系技术支持</translation>
    </message>
    <message>
        <source>储值余额不够，请减少金额，其余用其他方式支付</source>
        <translation>储值余额不够，请减少金额，其余用其他方式支付</translation>
    </message>
    <message>
        <source>储值或积分预留超过 {minutes} 分钟，请撤销后重新验证</source>
        <translation>储值或积分预留超过 {minutes} 分钟，请撤销后重新验证</translation>
    </message>
    <message>
        <source>像是付款码 {shown}，要收款吗</source>
        <translation>像是付款码 {shown}，要收款吗</translation>
    </message>
    <message>
        <source>像是付款码，请到收款界面再扫</source>
        <translation>像是付款码，请到收款界面再扫</translation>
    </message>
    <message>
        <source>充值后会超过储值上限，最多还可充 {room_amount}</source>
        <translation>充值后会超过储值上限，最多还可充 {room_amount}</translation>
    </message>
    <message>
        <source>充值报价已过 10 分钟，请重新报价</source>
        <translation>充值报价已过 10 分钟，请重新报价</translation>
    </message>
    <message>
        <source>充值金额不对，请重新输入</source>
        <translation>充值金额不对，请重新输入</translation>
    </message>
    <message>
        <source>先处理未知条码，再收款</source>
        <translation>先处理未知条码，再收款</translation>
    </message>
    <message>
        <source>先登记或查找会员，再用储值或积分</source>
        <translation>先登记或查找会员，再用储值或积分</translation>
    </message>
    <message>
        <source>其他收款还没有核对完，请逐项勾选，或填写设备上的金额</source>
        <translation>其他收款还没有核对完，请逐项勾选，或填写设备上的金额</translation>
    </message>
    <message>
        <source>减价不能超过这一行的金额，请重新输入</source>
        <translation>减价不能超过这一行的金额，请重新输入</translation>
    </message>
    <message>
        <source>减得太多，最多减到零，请核对数额</source>
        <translation>减得太多，最多减到零，请核对数额</translation>
    </message>
    <message>
        <source>列太多，最多 {most} 列</source>
        <translation>列太多，最多 {most} 列</translation>
    </message>
    <message>
        <source>刚发出不久，撤销可能赶不上，请再等 {seconds} 秒</source>
        <translation>刚发出不久，撤销可能赶不上，请再等 {seconds} 秒</translation>
    </message>
    <message>
        <source>刚发过验证码，{seconds} 秒后再发</source>
        <translation>刚发过验证码，{seconds} 秒后再发</translation>
    </message>
    <message>
        <source>刚才有人改过这份档案，请刷新后再办</source>
        <translation>刚才有人改过这份档案，请刷新后再办</translation>
    </message>
    <message>
        <source>协议的设置读不出来，请在总部重新加入协议</source>
        <translation>协议的设置读不出来，请在总部重新加入协议</translation>
    </message>
    <message>
        <source>单位的编号、名称或额度不对，请检查</source>
        <translation>单位的编号、名称或额度不对，请检查</translation>
    </message>
    <message>
        <source>单号 {reference} 已经登记过，请核对</source>
        <translation>单号 {reference} 已经登记过，请核对</translation>
    </message>
    <message>
        <source>单次充值要大于 0，最多 {most_amount}</source>
        <translation>单次充值要大于 0，最多 {most_amount}</translation>
    </message>
    <message>
        <source>卡号只能用字母和数字，请核对</source>
        <translation>卡号只能用字母和数字，请核对</translation>
    </message>
    <message>
        <source>卡号至少 {least} 位，请重新刷卡</source>
        <translation>卡号至少 {least} 位，请重新刷卡</translation>
    </message>
    <message>
        <source>原单没有这一行，请重新选择</source>
        <translation>原单没有这一行，请重新选择</translation>
    </message>
    <message>
        <source>原因要写 {known} 之一</source>
        <translation>原因要写 {known} 之一</translation>
    </message>
    <message>
        <source>原来的收款没有成功，不能从它退款</source>
        <translation>原来的收款没有成功，不能从它退款</translation>
    </message>
    <message>
        <source>原来那笔没有付成，不能退</source>
        <translation>原来那笔没有付成，不能退</translation>
    </message>
    <message>
        <source>原渠道退款未确认，请稍后再查</source>
        <translation>原渠道退款未确认，请稍后再查</translation>
    </message>
    <message>
        <source>口令不对，请核对后重试</source>
        <translation>口令不对，请核对后重试</translation>
    </message>
    <message>
        <source>口令不对，请重新输入</source>
        <translation>口令不对，请重新输入</translation>
    </message>
    <message>
        <source>口令至少 {least} 个字符，请换一个</source>
        <translation>口令至少 {least} 个字符，请换一个</translation>
    </message>
    <message>
        <source>只剩 {due} 要付，请把 {amount} 改小</source>
        <translation>只剩 {due} 要付，请把 {amount} 改小</translation>
    </message>
    <message>
        <source>只有押金可以改退现金，商品和挂账请按原支付退</source>
        <translation>只有押金可以改退现金，商品和挂账请按原支付退</translation>
    </message>
    <message>
        <source>只能登记内地、香港、澳门、台湾的手机号，没有手机号也可以照常购买</source>
        <translation>只能登记内地、香港、澳门、台湾的手机号，没有手机号也可以照常购买</translation>
    </message>
    <message>
        <source>可以打开窗口</source>
        <translation>可以打开窗口</translation>
    </message>
    <message>
        <source>可用空间 {megabytes} MB</source>
        <translation>可用空间 {megabytes} MB</translation>
    </message>
    <message>
        <source>可用空间只剩 {megabytes} MB，至少要 {least} MB，请清理</source>
        <translation>可用空间只剩 {megabytes} MB，至少要 {least} MB，请清理</translation>
    </message>
    <message>
        <source>号码不对: 香港 8 位，澳门 8 位以 6 开头，台湾 10 位以 09 开头</source>
        <translation>号码不对: 香港 8 位，澳门 8 位以 6 开头，台湾 10 位以 09 开头</translation>
    </message>
    <message>
        <source>合并后会员已有变动，不能撤销，请按流水逐笔更正</source>
        <translation>合并后会员已有变动，不能撤销，请按流水逐笔更正</translation>
    </message>
    <message>
        <source>含有看不见的控制字符，请删去</source>
        <translation>含有看不见的控制字符，请删去</translation>
    </message>
    <message>
        <source>和现在一样，没有要改的，请改好再提交，或返回</source>
        <translation>和现在一样，没有要改的，请改好再提交，或返回</translation>
    </message>
    <message>
        <source>回放的商店里没有 {code}，请换一个文件夹重来</source>
        <translation>回放的商店里没有 {code}，请换一个文件夹重来</translation>
    </message>
    <message>
        <source>回放的笔数不对，请用 1 以上的数字</source>
        <translation>回放的笔数不对，请用 1 以上的数字</translation>
    </message>
    <message>
        <source>在线登记需要短信验证码，请先发送</source>
        <translation>在线登记需要短信验证码，请先发送</translation>
    </message>
    <message>
        <source>备份写不进 {name}，请核对路径和权限</source>
        <translation>备份写不进 {name}，请核对路径和权限</translation>
    </message>
    <message>
        <source>备份没有做成，数据未变，请检查备份目录或 U 盘</source>
        <translation>备份没有做成，数据未变，请检查备份目录或 U 盘</translation>
    </message>
    <message>
        <source>备份没有通过校验，请重新备份</source>
        <translation>备份没有通过校验，请重新备份</translation>
    </message>
    <message>
        <source>备注最多 {most} 个字，请写短一些</source>
        <translation>备注最多 {most} 个字，请写短一些</translation>
    </message>
    <message>
        <source>多个进程要用 PostgreSQL，请先给出数据库地址</source>
        <translation>多个进程要用 PostgreSQL，请先给出数据库地址</translation>
    </message>
    <message>
        <source>天数不对，请填 1 到 {most}</source>
        <translation>天数不对，请填 1 到 {most}</translation>
    </message>
    <message>
        <source>奖励不对，请核对 {part}</source>
        <translation>奖励不对，请核对 {part}</translation>
    </message>
    <message>
        <source>她不在任何家庭里，请刷新，或先把她加入家庭</source>
        <translation>她不在任何家庭里，请刷新，或先把她加入家庭</translation>
    </message>
    <message>
        <source>她不满 14 岁，请监护人在场，先勾选监护人同意</source>
        <translation>她不满 14 岁，请监护人在场，先勾选监护人同意</translation>
    </message>
    <message>
        <source>她持有亲子卡，请先转给另一位家长</source>
        <translation>她持有亲子卡，请先转给另一位家长</translation>
    </message>
    <message>
        <source>她是孩子的监护人，请先把孩子转到另一位监护人的家庭</source>
        <translation>她是孩子的监护人，请先把孩子转到另一位监护人的家庭</translation>
    </message>
    <message>
        <source>姓名和生日或尾号与一位会员相同，会照样导入，请在合并重复里确认是不是一人</source>
        <translation>姓名和生日或尾号与一位会员相同，会照样导入，请在合并重复里确认是不是一人</translation>
    </message>
    <message>
        <source>姓名和生日或尾号与第 {first} 行相同，会照样导入，请在合并重复里确认是不是一人</source>
        <translation>姓名和生日或尾号与第 {first} 行相同，会照样导入，请在合并重复里确认是不是一人</translation>
    </message>
    <message>
        <source>姓名最多 {most} 个字，请缩短</source>
        <translation>姓名最多 {most} 个字，请缩短</translation>
    </message>
    <message>
        <source>孩子不能持卡，也不能带人加入，请选一位家长</source>
        <translation>孩子不能持卡，也不能带人加入，请选一位家长</translation>
    </message>
    <message>
        <source>孩子不能没有监护人，请打开新监护人的页面，让孩子加入那个家庭</source>
        <translation>孩子不能没有监护人，请打开新监护人的页面，让孩子加入那个家庭</translation>
    </message>
    <message>
        <source>家庭卡上还有 {count} 人，先换持卡人</source>
        <translation>家庭卡上还有 {count} 人，先换持卡人</translation>
    </message>
    <message>
        <source>密钥副本已损坏，总部没有保存，请重试</source>
        <translation>密钥副本已损坏，总部没有保存，请重试</translation>
    </message>
    <message>
        <source>密钥文件打不开，请从备份恢复或重新登记本机</source>
        <translation>密钥文件打不开，请从备份恢复或重新登记本机</translation>
    </message>
    <message>
        <source>密钥还在，数据能打开，请不要加 --keys-lost</source>
        <translation>密钥还在，数据能打开，请不要加 --keys-lost</translation>
    </message>
    <message>
        <source>对方没有扣款，请换一种方式</source>
        <translation>对方没有扣款，请换一种方式</translation>
    </message>
    <message>
        <source>导出不遮盖的资料要写明用途</source>
        <translation>导出不遮盖的资料要写明用途</translation>
    </message>
    <message>
        <source>小票上没有可退的 {shown}，请核对小票</source>
        <translation>小票上没有可退的 {shown}，请核对小票</translation>
    </message>
    <message>
        <source>屏幕和小票的字体都在</source>
        <translation>屏幕和小票的字体都在</translation>
    </message>
    <message>
        <source>工号或密码不对，还可以试 {left} 次</source>
        <translation>工号或密码不对，还可以试 {left} 次</translation>
    </message>
    <message>
        <source>工牌 {number} 不能授权这一项，请换店长</source>
        <translation>工牌 {number} 不能授权这一项，请换店长</translation>
    </message>
    <message>
        <source>差异 {difference}，需要店长授权</source>
        <translation>差异 {difference}，需要店长授权</translation>
    </message>
    <message>
        <source>已从本单去掉，请在原设备上撤销 {amount}，单号 {reference}</source>
        <translation>已从本单去掉，请在原设备上撤销 {amount}，单号 {reference}</translation>
    </message>
    <message>
        <source>已注销的会员不能合并，请换一份档案，或先恢复正常</source>
        <translation>已注销的会员不能合并，请换一份档案，或先恢复正常</translation>
    </message>
    <message>
        <source>已离线，充值暂停，恢复后再试</source>
        <translation>已离线，充值暂停，恢复后再试</translation>
    </message>
    <message>
        <source>已离线，只能退本机的现金单，其余等联网</source>
        <translation>已离线，只能退本机的现金单，其余等联网</translation>
    </message>
    <message>
        <source>已离线，同意和家庭等联网后再改</source>
        <translation>已离线，同意和家庭等联网后再改</translation>
    </message>
    <message>
        <source>已离线，请收现金或刷卡，储值与积分限预留</source>
        <translation>已离线，请收现金或刷卡，储值与积分限预留</translation>
    </message>
    <message>
        <source>已经在这个家庭里，不用再加，请换一位会员</source>
        <translation>已经在这个家庭里，不用再加，请换一位会员</translation>
    </message>
    <message>
        <source>已经收了一部分，价格不能再变，请先撤销收款</source>
        <translation>已经收了一部分，价格不能再变，请先撤销收款</translation>
    </message>
    <message>
        <source>已经收够，不用再收</source>
        <translation>已经收够，不用再收</translation>
    </message>
    <message>
        <source>帮助、返回和确认的键不能改，请换一个键</source>
        <translation>帮助、返回和确认的键不能改，请换一个键</translation>
    </message>
    <message>
        <source>张数不对，请重新清点</source>
        <translation>张数不对，请重新清点</translation>
    </message>
    <message>
        <source>当前订单还没结束，先收款或挂单再取单</source>
        <translation>当前订单还没结束，先收款或挂单再取单</translation>
    </message>
    <message>
        <source>性别请选女、男或不填</source>
        <translation>性别请选女、男或不填</translation>
    </message>
    <message>
        <source>总部 {url} 有应答</source>
        <translation>总部 {url} 有应答</translation>
    </message>
    <message>
        <source>总部 {url} 没有应答（{reason}），请查网络，可以先离线卖</source>
        <translation>总部 {url} 没有应答（{reason}），请查网络，可以先离线卖</translation>
    </message>
    <message>
        <source>总部不接受这种请求，请检查两边的版本</source>
        <translation>总部不接受这种请求，请检查两边的版本</translation>
    </message>
    <message>
        <source>总部不认本机的签名，请重新登记本机</source>
        <translation>总部不认本机的签名，请重新登记本机</translation>
    </message>
    <message>
        <source>总部不认识本机的这次启用，请重新登记本机</source>
        <translation>总部不认识本机的这次启用，请重新登记本机</translation>
    </message>
    <message>
        <source>总部不认识本机，请重新登记</source>
        <translation>总部不认识本机，请重新登记</translation>
    </message>
    <message>
        <source>总部保存的密钥打不开这份数据，请核对数据目录</source>
        <translation>总部保存的密钥打不开这份数据，请核对数据目录</translation>
    </message>
    <message>
        <source>总部出错了，稍后会自动重试</source>
        <translation>总部出错了，稍后会自动重试</translation>
    </message>
    <message>
        <source>总部刚恢复，正等 {where} 上线核对，储值和积分请稍候再用，或用其他方式支付</source>
        <translation>总部刚恢复，正等 {where} 上线核对，储值和积分请稍候再用，或用其他方式支付</translation>
    </message>
    <message>
        <source>总部回答了不是本机的流水，请联系技术支持</source>
        <translation>总部回答了不是本机的流水，请联系技术支持</translation>
    </message>
    <message>
        <source>总部地址不对，应以 https:// 开头，请检查设置</source>
        <translation>总部地址不对，应以 https:// 开头，请检查设置</translation>
    </message>
    <message>
        <source>总部地址没有加密，请改用 https:// 的地址</source>
        <translation>总部地址没有加密，请改用 https:// 的地址</translation>
    </message>
    <message>
        <source>总部已有这一笔，不用再传</source>
        <translation>总部已有这一笔，不用再传</translation>
    </message>
    <message>
        <source>总部已登记另一台同号的收银机，请重新登记本机</source>
        <translation>总部已登记另一台同号的收银机，请重新登记本机</translation>
    </message>
    <message>
        <source>总部报价后才知道充入多少，请先输入金额</source>
        <translation>总部报价后才知道充入多少，请先输入金额</translation>
    </message>
    <message>
        <source>总部拒绝了这次请求，请联系店长</source>
        <translation>总部拒绝了这次请求，请联系店长</translation>
    </message>
    <message>
        <source>总部收下了但读不懂这一笔，请联系技术支持</source>
        <translation>总部收下了但读不懂这一笔，请联系技术支持</translation>
    </message>
    <message>
        <source>总部数据来自更新的版本，请先升级程序</source>
        <translation>总部数据来自更新的版本，请先升级程序</translation>
    </message>
    <message>
        <source>总部暂时不能入账，已留待核查</source>
        <translation>总部暂时不能入账，已留待核查</translation>
    </message>
    <message>
        <source>总部有另一份本机的流水，请停用本机并联系技术支持</source>
        <translation>总部有另一份本机的流水，请停用本机并联系技术支持</translation>
    </message>
    <message>
        <source>总部正在停机，请过 {seconds} 秒再试</source>
        <translation>总部正在停机，请过 {seconds} 秒再试</translation>
    </message>
    <message>
        <source>总部正在运行，请先停止再恢复</source>
        <translation>总部正在运行，请先停止再恢复</translation>
    </message>
    <message>
        <source>总部正忙，请过 {seconds} 秒再试</source>
        <translation>总部正忙，请过 {seconds} 秒再试</translation>
    </message>
    <message>
        <source>总部没有会员标签，请换别的条件</source>
        <translation>总部没有会员标签，请换别的条件</translation>
    </message>
    <message>
        <source>总部没有发过这个企业码，请核对或清空</source>
        <translation>总部没有发过这个企业码，请核对或清空</translation>
    </message>
    <message>
        <source>总部没有启动成功，请看日志后重试</source>
        <translation>总部没有启动成功，请看日志后重试</translation>
    </message>
    <message>
        <source>总部没有回答，找零没有存入，请把 {amount} 交给顾客</source>
        <translation>总部没有回答，找零没有存入，请把 {amount} 交给顾客</translation>
    </message>
    <message>
        <source>总部没有回答，结果未确认，请用同一笔再试</source>
        <translation>总部没有回答，结果未确认，请用同一笔再试</translation>
    </message>
    <message>
        <source>总部没有开通 {channel} 收款，请换一种方式</source>
        <translation>总部没有开通 {channel} 收款，请换一种方式</translation>
    </message>
    <message>
        <source>总部没有收到这笔，没有扣款，请重新收款</source>
        <translation>总部没有收到这笔，没有扣款，请重新收款</translation>
    </message>
    <message>
        <source>总部没有给这个人处理异常的权限，请店长来处理</source>
        <translation>总部没有给这个人处理异常的权限，请店长来处理</translation>
    </message>
    <message>
        <source>总部没有给这个人服务会员的权限，请换有权限的人，或请店长开通</source>
        <translation>总部没有给这个人服务会员的权限，请换有权限的人，或请店长开通</translation>
    </message>
    <message>
        <source>总部没有这个功能，请检查两边的版本</source>
        <translation>总部没有这个功能，请检查两边的版本</translation>
    </message>
    <message>
        <source>总部没有这个商户，请核对</source>
        <translation>总部没有这个商户，请核对</translation>
    </message>
    <message>
        <source>总部没有这位会员，请核对后重试</source>
        <translation>总部没有这位会员，请核对后重试</translation>
    </message>
    <message>
        <source>总部没有这台收银机的密钥，只能用恢复密语，或清除后重新登记</source>
        <translation>总部没有这台收银机的密钥，只能用恢复密语，或清除后重新登记</translation>
    </message>
    <message>
        <source>总部没有这笔离线额度</source>
        <translation>总部没有这笔离线额度</translation>
    </message>
    <message>
        <source>总部没有这笔预留，请重新发起</source>
        <translation>总部没有这笔预留，请重新发起</translation>
    </message>
    <message>
        <source>总部的密钥不见了，请从备份恢复</source>
        <translation>总部的密钥不见了，请从备份恢复</translation>
    </message>
    <message>
        <source>总部的密钥与数据不符，请检查备份</source>
        <translation>总部的密钥与数据不符，请检查备份</translation>
    </message>
    <message>
        <source>总部的密钥文件别人也能读，请收紧权限</source>
        <translation>总部的密钥文件别人也能读，请收紧权限</translation>
    </message>
    <message>
        <source>总部的证书不可信，没有连接，请联系技术支持</source>
        <translation>总部的证书不可信，没有连接，请联系技术支持</translation>
    </message>
    <message>
        <source>总部看不懂这些条件，请清空后重填</source>
        <translation>总部看不懂这些条件，请清空后重填</translation>
    </message>
    <message>
        <source>总部读不懂第 {seq} 笔，请联系技术支持</source>
        <translation>总部读不懂第 {seq} 笔，请联系技术支持</translation>
    </message>
    <message>
        <source>总部还没有原单，请等它上传后再退</source>
        <translation>总部还没有原单，请等它上传后再退</translation>
    </message>
    <message>
        <source>恢复密语不是这台收银机的，请核对后重新输入</source>
        <translation>恢复密语不是这台收银机的，请核对后重新输入</translation>
    </message>
    <message>
        <source>恢复密语只能打开，不能更换密钥，请用密钥环或口令来做</source>
        <translation>恢复密语只能打开，不能更换密钥，请用密钥环或口令来做</translation>
    </message>
    <message>
        <source>恢复密语有一处打错了，请对照纸条重新输入</source>
        <translation>恢复密语有一处打错了，请对照纸条重新输入</translation>
    </message>
    <message>
        <source>您看过这只钱箱的应有，请别人来清点，或先暂停待点</source>
        <translation>您看过这只钱箱的应有，请别人来清点，或先暂停待点</translation>
    </message>
    <message>
        <source>手机号和卡号属于两位会员，请人工核对</source>
        <translation>手机号和卡号属于两位会员，请人工核对</translation>
    </message>
    <message>
        <source>手机号和卡号至少要有一个，请补上</source>
        <translation>手机号和卡号至少要有一个，请补上</translation>
    </message>
    <message>
        <source>手机号或卡号与第 {first} 行相同，请核对</source>
        <translation>手机号或卡号与第 {first} 行相同，请核对</translation>
    </message>
    <message>
        <source>手机号至少填后 {least} 位</source>
        <translation>手机号至少填后 {least} 位</translation>
    </message>
    <message>
        <source>打不开窗口（{reason}），请接屏幕并安装系统包</source>
        <translation>打不开窗口（{reason}），请接屏幕并安装系统包</translation>
    </message>
    <message>
        <source>打印任务有误，交易已完成，请联系店长</source>
        <translation>打印任务有误，交易已完成，请联系店长</translation>
    </message>
    <message>
        <source>打印机上盖打开，交易已完成，合上后自动补打</source>
        <translation>打印机上盖打开，交易已完成，合上后自动补打</translation>
    </message>
    <message>
        <source>打印机不报告状态，请看它是否有纸</source>
        <translation>打印机不报告状态，请看它是否有纸</translation>
    </message>
    <message>
        <source>打印机地址不对，请填主机名或主机名:端口</source>
        <translation>打印机地址不对，请填主机名或主机名:端口</translation>
    </message>
    <message>
        <source>打印机没有反应，交易已完成，请检查电源与连线</source>
        <translation>打印机没有反应，交易已完成，请检查电源与连线</translation>
    </message>
    <message>
        <source>打印机缺纸，交易已完成，装纸后自动补打</source>
        <translation>打印机缺纸，交易已完成，装纸后自动补打</translation>
    </message>
    <message>
        <source>扫到 {length} 个字符，太长了，请扫商品条码</source>
        <translation>扫到 {length} 个字符，太长了，请扫商品条码</translation>
    </message>
    <message>
        <source>扫到的内容太长（{length} 个字符），不是商品条码，请重新扫码</source>
        <translation>扫到的内容太长（{length} 个字符），不是商品条码，请重新扫码</translation>
    </message>
    <message>
        <source>扫码枪没有反应，请重新插线或手工输入</source>
        <translation>扫码枪没有反应，请重新插线或手工输入</translation>
    </message>
    <message>
        <source>报表没有保存，请检查磁盘后再试</source>
        <translation>报表没有保存，请检查磁盘后再试</translation>
    </message>
    <message>
        <source>押金不能打折或减价，请选商品那一行</source>
        <translation>押金不能打折或减价，请选商品那一行</translation>
    </message>
    <message>
        <source>押金不能用储值、积分或券付，这种方式最多 {most_amount}，其余请用现金或扫码</source>
        <translation>押金不能用储值、积分或券付，这种方式最多 {most_amount}，其余请用现金或扫码</translation>
    </message>
    <message>
        <source>押金跟着商品走，请改商品那一行</source>
        <translation>押金跟着商品走，请改商品那一行</translation>
    </message>
    <message>
        <source>授权人的 PIN 不对，还能试 {left} 次</source>
        <translation>授权人的 PIN 不对，还能试 {left} 次</translation>
    </message>
    <message>
        <source>授权额度 {name} 有一处写得不对：{part}，请改后再存</source>
        <translation>授权额度 {name} 有一处写得不对：{part}，请改后再存</translation>
    </message>
    <message>
        <source>授权额度里没有 {name} 这一项，请核对名称</source>
        <translation>授权额度里没有 {name} 这一项，请核对名称</translation>
    </message>
    <message>
        <source>撤销 {amount} 未确认，请再撤销一次</source>
        <translation>撤销 {amount} 未确认，请再撤销一次</translation>
    </message>
    <message>
        <source>支付没有成功，请顾客换一种方式</source>
        <translation>支付没有成功，请顾客换一种方式</translation>
    </message>
    <message>
        <source>支付终端没有反应，没有扣款，请检查连线</source>
        <translation>支付终端没有反应，没有扣款，请检查连线</translation>
    </message>
    <message>
        <source>支付金额不对，请重新输入</source>
        <translation>支付金额不对，请重新输入</translation>
    </message>
    <message>
        <source>收到 {amount}，不足充值 {due}</source>
        <translation>收到 {amount}，不足充值 {due}</translation>
    </message>
    <message>
        <source>收单机构的设置不对（{reason}），没有改动，请核对</source>
        <translation>收单机构的设置不对（{reason}），没有改动，请核对</translation>
    </message>
    <message>
        <source>收款数据不一致，请撤销这笔后重新收款</source>
        <translation>收款数据不一致，请撤销这笔后重新收款</translation>
    </message>
    <message>
        <source>收银机 {where} 正在用会员的储值或积分，请先收完款或取消</source>
        <translation>收银机 {where} 正在用会员的储值或积分，请先收完款或取消</translation>
    </message>
    <message>
        <source>收银机 {where} 留有会员的离线额度，请先在那台机归还</source>
        <translation>收银机 {where} 留有会员的离线额度，请先在那台机归还</translation>
    </message>
    <message>
        <source>收银程序已经在运行，请切换到已打开的窗口</source>
        <translation>收银程序已经在运行，请切换到已打开的窗口</translation>
    </message>
    <message>
        <source>改动太多，存不下，请从一个方案重新开始</source>
        <translation>改动太多，存不下，请从一个方案重新开始</translation>
    </message>
    <message>
        <source>数据不是用这把密钥加密的，请检查密钥或数据目录</source>
        <translation>数据不是用这把密钥加密的，请检查密钥或数据目录</translation>
    </message>
    <message>
        <source>数据不比程序新，请照常打开收银机</source>
        <translation>数据不比程序新，请照常打开收银机</translation>
    </message>
    <message>
        <source>数据库地址不对，请写 postgresql://账号:密码@主机/库名</source>
        <translation>数据库地址不对，请写 postgresql://账号:密码@主机/库名</translation>
    </message>
    <message>
        <source>数据库地址的文件别人也能读，请收紧权限</source>
        <translation>数据库地址的文件别人也能读，请收紧权限</translation>
    </message>
    <message>
        <source>数据来自更新的版本，请先升级收银程序</source>
        <translation>数据来自更新的版本，请先升级收银程序</translation>
    </message>
    <message>
        <source>数据目录不能写入，请检查权限和磁盘</source>
        <translation>数据目录不能写入，请检查权限和磁盘</translation>
    </message>
    <message>
        <source>数据读不懂，请重试，仍不行请联系店长</source>
        <translation>数据读不懂，请重试，仍不行请联系店长</translation>
    </message>
    <message>
        <source>数据还在，密钥不见了，请用原系统账号启动，或用 till-wipe 清除后重新登记</source>
        <translation>数据还在，密钥不见了，请用原系统账号启动，或用 till-wipe 清除后重新登记</translation>
    </message>
    <message>
        <source>数量要在 0.001 到 {most} 之间，请重新输入</source>
        <translation>数量要在 0.001 到 {most} 之间，请重新输入</translation>
    </message>
    <message>
        <source>数额不对，请填大于零的数</source>
        <translation>数额不对，请填大于零的数</translation>
    </message>
    <message>
        <source>文件夹里已有一次回放，请加 --resume 或换一个</source>
        <translation>文件夹里已有一次回放，请加 --resume 或换一个</translation>
    </message>
    <message>
        <source>文件已损坏，或不是这台收银机导出的，请重新导出</source>
        <translation>文件已损坏，或不是这台收银机导出的，请重新导出</translation>
    </message>
    <message>
        <source>文件已经在了，请换一个文件名</source>
        <translation>文件已经在了，请换一个文件名</translation>
    </message>
    <message>
        <source>文件超过 {most_mb} MB，请分成几份</source>
        <translation>文件超过 {most_mb} MB，请分成几份</translation>
    </message>
    <message>
        <source>文件里没有文字，请检查文件</source>
        <translation>文件里没有文字，请检查文件</translation>
    </message>
    <message>
        <source>文字太长，最多 {most} 个字，请缩短</source>
        <translation>文字太长，最多 {most} 个字，请缩短</translation>
    </message>
    <message>
        <source>新手机的验证码不对，还能试 {left} 次</source>
        <translation>新手机的验证码不对，还能试 {left} 次</translation>
    </message>
    <message>
        <source>新手机的验证码过期，请重新发送</source>
        <translation>新手机的验证码过期，请重新发送</translation>
    </message>
    <message>
        <source>无界面演示要写结果，请加 --out 文件夹</source>
        <translation>无界面演示要写结果，请加 --out 文件夹</translation>
    </message>
    <message>
        <source>日期 {day} 不对，请按 2026-11-22 填写</source>
        <translation>日期 {day} 不对，请按 2026-11-22 填写</translation>
    </message>
    <message>
        <source>日期不对，请写今天以后 {days} 天内的一天，例如 2026-12-31</source>
        <translation>日期不对，请写今天以后 {days} 天内的一天，例如 2026-12-31</translation>
    </message>
    <message>
        <source>日期不对，请写成年-月-日，例如 2026-01-31</source>
        <translation>日期不对，请写成年-月-日，例如 2026-01-31</translation>
    </message>
    <message>
        <source>日期已经过去，请核对</source>
        <translation>日期已经过去，请核对</translation>
    </message>
    <message>
        <source>日期还没有到，请核对</source>
        <translation>日期还没有到，请核对</translation>
    </message>
    <message>
        <source>旧手机的验证码不对，还能试 {left} 次</source>
        <translation>旧手机的验证码不对，还能试 {left} 次</translation>
    </message>
    <message>
        <source>旧手机的验证码过期，请重新发送</source>
        <translation>旧手机的验证码过期，请重新发送</translation>
    </message>
    <message>
        <source>时钟慢了好几年，请校准时钟</source>
        <translation>时钟慢了好几年，请校准时钟</translation>
    </message>
    <message>
        <source>时钟正常</source>
        <translation>时钟正常</translation>
    </message>
    <message>
        <source>更正后的编号与原来的不同，请保留 head 里的 event_id</source>
        <translation>更正后的编号与原来的不同，请保留 head 里的 event_id</translation>
    </message>
    <message>
        <source>更正的内容不是一笔完整的流水（{reason}），请核对</source>
        <translation>更正的内容不是一笔完整的流水（{reason}），请核对</translation>
    </message>
    <message>
        <source>更正的内容不是这一笔流水，请核对后重试</source>
        <translation>更正的内容不是这一笔流水，请核对后重试</translation>
    </message>
    <message>
        <source>更正的内容在第 {line} 行第 {column} 列写错了，请核对标点和引号</source>
        <translation>更正的内容在第 {line} 行第 {column} 列写错了，请核对标点和引号</translation>
    </message>
    <message>
        <source>最多写 {most} 个字，请写短一些</source>
        <translation>最多写 {most} 个字，请写短一些</translation>
    </message>
    <message>
        <source>有 {count} 件关于这位会员的事没有办结，先在待处理里办完</source>
        <translation>有 {count} 件关于这位会员的事没有办结，先在待处理里办完</translation>
    </message>
    <message>
        <source>有 {count} 件投诉没有办结，先在投诉里办完再删除</source>
        <translation>有 {count} 件投诉没有办结，先在投诉里办完再删除</translation>
    </message>
    <message>
        <source>有 {count} 位会员符合，请用完整的手机号或会员号</source>
        <translation>有 {count} 位会员符合，请用完整的手机号或会员号</translation>
    </message>
    <message>
        <source>有 {count} 台收银机借着储值，先收回再删除</source>
        <translation>有 {count} 台收银机借着储值，先收回再删除</translation>
    </message>
    <message>
        <source>有 {count} 笔付款没有结束，等付完或放开再删除</source>
        <translation>有 {count} 笔付款没有结束，等付完或放开再删除</translation>
    </message>
    <message>
        <source>有一笔 {amount} 已收款还没计入本单，请先查询</source>
        <translation>有一笔 {amount} 已收款还没计入本单，请先查询</translation>
    </message>
    <message>
        <source>有一笔 {amount} 支付结果未确认，请先查询，不要重复收款</source>
        <translation>有一笔 {amount} 支付结果未确认，请先查询，不要重复收款</translation>
    </message>
    <message>
        <source>有一笔流水总部收不下，仍在本机，请联系技术支持</source>
        <translation>有一笔流水总部收不下，仍在本机，请联系技术支持</translation>
    </message>
    <message>
        <source>有储值被预留或借给收银机，等放开后再换持有人</source>
        <translation>有储值被预留或借给收银机，等放开后再换持有人</translation>
    </message>
    <message>
        <source>有储值被预留或借给收银机，等放开后再注销</source>
        <translation>有储值被预留或借给收银机，等放开后再注销</translation>
    </message>
    <message>
        <source>有储值被预留，等放开后再删除</source>
        <translation>有储值被预留，等放开后再删除</translation>
    </message>
    <message>
        <source>本单已收了一部分，先收完，或在收款页退回后再挂单</source>
        <translation>本单已收了一部分，先收完，或在收款页退回后再挂单</translation>
    </message>
    <message>
        <source>本单有支付还没结束，先查询结果再挂单</source>
        <translation>本单有支付还没结束，先查询结果再挂单</translation>
    </message>
    <message>
        <source>本单用不上这张券，请看使用条件</source>
        <translation>本单用不上这张券，请看使用条件</translation>
    </message>
    <message>
        <source>本单离线时已在 {shown} 取走，可能付过款，请先核对</source>
        <translation>本单离线时已在 {shown} 取走，可能付过款，请先核对</translation>
    </message>
    <message>
        <source>本店不这样抹零，请取消抹零再收款</source>
        <translation>本店不这样抹零，请取消抹零再收款</translation>
    </message>
    <message>
        <source>本店未开通积分抵扣，请换一种支付</source>
        <translation>本店未开通积分抵扣，请换一种支付</translation>
    </message>
    <message>
        <source>本店没有开通离线额度</source>
        <translation>本店没有开通离线额度</translation>
    </message>
    <message>
        <source>本机从旧备份恢复，已换新编号，可以照常收银</source>
        <translation>本机从旧备份恢复，已换新编号，可以照常收银</translation>
    </message>
    <message>
        <source>本机密钥不对，请重新登记</source>
        <translation>本机密钥不对，请重新登记</translation>
    </message>
    <message>
        <source>本机已被停用，请联系店长</source>
        <translation>本机已被停用，请联系店长</translation>
    </message>
    <message>
        <source>本机已被总部停用，不能开新单，请联系店长</source>
        <translation>本机已被总部停用，不能开新单，请联系店长</translation>
    </message>
    <message>
        <source>本机恢复过，旧的离线额度已冻结，请联系店长</source>
        <translation>本机恢复过，旧的离线额度已冻结，请联系店长</translation>
    </message>
    <message>
        <source>本机数据文件损坏，请停止收款并联系技术支持</source>
        <translation>本机数据文件损坏，请停止收款并联系技术支持</translation>
    </message>
    <message>
        <source>本机数据有另一份在用，本机已换新编号，请店长查找另一台</source>
        <translation>本机数据有另一份在用，本机已换新编号，请店长查找另一台</translation>
    </message>
    <message>
        <source>本机数据正忙，请稍等再试</source>
        <translation>本机数据正忙，请稍等再试</translation>
    </message>
    <message>
        <source>本机时钟与总部差 {seconds} 秒，请校准时钟</source>
        <translation>本机时钟与总部差 {seconds} 秒，请校准时钟</translation>
    </message>
    <message>
        <source>本机时间与总部相差太多，请校准时间后重试</source>
        <translation>本机时间与总部相差太多，请校准时间后重试</translation>
    </message>
    <message>
        <source>本机没有设置恢复密语，请改用密钥环、口令，或向总部取回密钥</source>
        <translation>本机没有设置恢复密语，请改用密钥环、口令，或向总部取回密钥</translation>
    </message>
    <message>
        <source>本机的会员和商品数据坏了，正在重新下载，请扫码继续卖</source>
        <translation>本机的会员和商品数据坏了，正在重新下载，请扫码继续卖</translation>
    </message>
    <message>
        <source>本机的流水比总部的旧，暂停上传，请联系技术支持</source>
        <translation>本机的流水比总部的旧，暂停上传，请联系技术支持</translation>
    </message>
    <message>
        <source>本机的离线额度已停用，请联系店长</source>
        <translation>本机的离线额度已停用，请联系店长</translation>
    </message>
    <message>
        <source>本机程序太旧，总部不再接受，请更新程序</source>
        <translation>本机程序太旧，总部不再接受，请更新程序</translation>
    </message>
    <message>
        <source>本机缓存太旧，正在重新下载</source>
        <translation>本机缓存太旧，正在重新下载</translation>
    </message>
    <message>
        <source>本机输错次数过多，请 {minutes} 分钟后再试，或请店长解锁</source>
        <translation>本机输错次数过多，请 {minutes} 分钟后再试，或请店长解锁</translation>
    </message>
    <message>
        <source>本机还没有登记，请用 posapp till --central 网址 登记</source>
        <translation>本机还没有登记，请用 posapp till --central 网址 登记</translation>
    </message>
    <message>
        <source>条码 {code} 已是另一件商品的，请核对</source>
        <translation>条码 {code} 已是另一件商品的，请核对</translation>
    </message>
    <message>
        <source>条码不对，请核对</source>
        <translation>条码不对，请核对</translation>
    </message>
    <message>
        <source>条码与第 {first} 行重复，请删去一处</source>
        <translation>条码与第 {first} 行重复，请删去一处</translation>
    </message>
    <message>
        <source>查询会员太频繁，请 {seconds} 秒后再试</source>
        <translation>查询会员太频繁，请 {seconds} 秒后再试</translation>
    </message>
    <message>
        <source>标签 {code} 不能在手工和规则之间改换，请用新的代码</source>
        <translation>标签 {code} 不能在手工和规则之间改换，请用新的代码</translation>
    </message>
    <message>
        <source>标签代码 {code} 不对，请用小写字母、数字和下划线</source>
        <translation>标签代码 {code} 不对，请用小写字母、数字和下划线</translation>
    </message>
    <message>
        <source>标签名 {name} 不对，请用短的名称，不含 | ; =</source>
        <translation>标签名 {name} 不对，请用短的名称，不含 | ; =</translation>
    </message>
    <message>
        <source>标签最多选 {most} 个，请少选几个</source>
        <translation>标签最多选 {most} 个，请少选几个</translation>
    </message>
    <message>
        <source>标签的种类不对，请核对操作手册里的五种</source>
        <translation>标签的种类不对，请核对操作手册里的五种</translation>
    </message>
    <message>
        <source>标签的规则不对，请核对 {part}</source>
        <translation>标签的规则不对，请核对 {part}</translation>
    </message>
    <message>
        <source>标签的设置读不出来，请在总部重新导入标签</source>
        <translation>标签的设置读不出来，请在总部重新导入标签</translation>
    </message>
    <message>
        <source>标签目录里没有这个标签，请刷新</source>
        <translation>标签目录里没有这个标签，请刷新</translation>
    </message>
    <message>
        <source>没有 PySide6，请按说明重新安装程序</source>
        <translation>没有 PySide6，请按说明重新安装程序</translation>
    </message>
    <message>
        <source>没有 {number} 号 Z 报表</source>
        <translation>没有 {number} 号 Z 报表</translation>
    </message>
    <message>
        <source>没有 {word} 这个状态，请核对</source>
        <translation>没有 {word} 这个状态，请核对</translation>
    </message>
    <message>
        <source>没有人工定的等级可以取消，请刷新档案</source>
        <translation>没有人工定的等级可以取消，请刷新档案</translation>
    </message>
    <message>
        <source>没有使用打印机的权限，请联系店长</source>
        <translation>没有使用打印机的权限，请联系店长</translation>
    </message>
    <message>
        <source>没有分类 {name}，请先建分类</source>
        <translation>没有分类 {name}，请先建分类</translation>
    </message>
    <message>
        <source>没有叫 {name} 的设置，请改正或删除</source>
        <translation>没有叫 {name} 的设置，请改正或删除</translation>
    </message>
    <message>
        <source>没有可以继续的回放，请去掉 --resume</source>
        <translation>没有可以继续的回放，请去掉 --resume</translation>
    </message>
    <message>
        <source>没有可以补打的小票</source>
        <translation>没有可以补打的小票</translation>
    </message>
    <message>
        <source>没有可再预留的离线额度</source>
        <translation>没有可再预留的离线额度</translation>
    </message>
    <message>
        <source>没有回放的数据，请运行 python3 dev.py replay</source>
        <translation>没有回放的数据，请运行 python3 dev.py replay</translation>
    </message>
    <message>
        <source>没有在等收银机 {terminal}</source>
        <translation>没有在等收银机 {terminal}</translation>
    </message>
    <message>
        <source>没有备份文件 {name}，请核对路径</source>
        <translation>没有备份文件 {name}，请核对路径</translation>
    </message>
    <message>
        <source>没有完成，请重试，仍不行请联系店长 ({key})</source>
        <translation>没有完成，请重试，仍不行请联系店长 ({key})</translation>
    </message>
    <message>
        <source>没有屏幕，也没有虚拟屏幕，请安装 Xvfb 再试</source>
        <translation>没有屏幕，也没有虚拟屏幕，请安装 Xvfb 再试</translation>
    </message>
    <message>
        <source>没有屏幕，请接上屏幕或在桌面里启动</source>
        <translation>没有屏幕，请接上屏幕或在桌面里启动</translation>
    </message>
    <message>
        <source>没有工号 {number} 的人，请核对工号</source>
        <translation>没有工号 {number} 的人，请核对工号</translation>
    </message>
    <message>
        <source>没有工号 {number}，请核对后重试</source>
        <translation>没有工号 {number}，请核对后重试</translation>
    </message>
    <message>
        <source>没有打印机型号 {name}，请重新选择</source>
        <translation>没有打印机型号 {name}，请重新选择</translation>
    </message>
    <message>
        <source>没有找到 {name}，请安装 PostgreSQL 的客户端程序</source>
        <translation>没有找到 {name}，请安装 PostgreSQL 的客户端程序</translation>
    </message>
    <message>
        <source>没有找到会员 {shown}，按 Enter 登记</source>
        <translation>没有找到会员 {shown}，按 Enter 登记</translation>
    </message>
    <message>
        <source>没有找到会员 {shown}，请核对后重试</source>
        <translation>没有找到会员 {shown}，请核对后重试</translation>
    </message>
    <message>
        <source>没有找到另一份档案，请核对手机号、会员号或卡</source>
        <translation>没有找到另一份档案，请核对手机号、会员号或卡</translation>
    </message>
    <message>
        <source>没有找到条码 {shown}，请查价或手工输入</source>
        <translation>没有找到条码 {shown}，请查价或手工输入</translation>
    </message>
    <message>
        <source>没有找到这件投诉，请刷新</source>
        <translation>没有找到这件投诉，请刷新</translation>
    </message>
    <message>
        <source>没有找到这张小票，请核对单号</source>
        <translation>没有找到这张小票，请核对单号</translation>
    </message>
    <message>
        <source>没有找到这张小票，请核对小票号</source>
        <translation>没有找到这张小票，请核对小票号</translation>
    </message>
    <message>
        <source>没有找到这次合并，请刷新后再看</source>
        <translation>没有找到这次合并，请刷新后再看</translation>
    </message>
    <message>
        <source>没有找到这笔补偿，请刷新</source>
        <translation>没有找到这笔补偿，请刷新</translation>
    </message>
    <message>
        <source>没有接这个设备，请接好后在健康页重试</source>
        <translation>没有接这个设备，请接好后在健康页重试</translation>
    </message>
    <message>
        <source>没有收到口令，请输入，或从标准输入给一行</source>
        <translation>没有收到口令，请输入，或从标准输入给一行</translation>
    </message>
    <message>
        <source>没有收银机 {code}，请核对编号</source>
        <translation>没有收银机 {code}，请核对编号</translation>
    </message>
    <message>
        <source>没有收银机 {terminal}，请核对编号</source>
        <translation>没有收银机 {terminal}，请核对编号</translation>
    </message>
    <message>
        <source>没有编码为 {code} 的券，请核对</source>
        <translation>没有编码为 {code} 的券，请核对</translation>
    </message>
    <message>
        <source>没有读到内容，请重新扫码</source>
        <translation>没有读到内容，请重新扫码</translation>
    </message>
    <message>
        <source>没有这一笔登记，请核对编号</source>
        <translation>没有这一笔登记，请核对编号</translation>
    </message>
    <message>
        <source>没有这个会员，请核对会员号</source>
        <translation>没有这个会员，请核对会员号</translation>
    </message>
    <message>
        <source>没有这个工号，请授权人核对</source>
        <translation>没有这个工号，请授权人核对</translation>
    </message>
    <message>
        <source>没有这个挂账单位，请换一种支付</source>
        <translation>没有这个挂账单位，请换一种支付</translation>
    </message>
    <message>
        <source>没有这个文件，请核对路径</source>
        <translation>没有这个文件，请核对路径</translation>
    </message>
    <message>
        <source>没有这个监护人会员号，请核对，或填监护人的姓名和手机号</source>
        <translation>没有这个监护人会员号，请核对，或填监护人的姓名和手机号</translation>
    </message>
    <message>
        <source>没有这个等级，请另选一个</source>
        <translation>没有这个等级，请另选一个</translation>
    </message>
    <message>
        <source>没有这个限额，请核对操作手册里的限额名</source>
        <translation>没有这个限额，请核对操作手册里的限额名</translation>
    </message>
    <message>
        <source>没有这台收银机，请核对编号</source>
        <translation>没有这台收银机，请核对编号</translation>
    </message>
    <message>
        <source>没有这种券，请另选一张</source>
        <translation>没有这种券，请另选一张</translation>
    </message>
    <message>
        <source>没有这笔收款的记录，可以重新收款</source>
        <translation>没有这笔收款的记录，可以重新收款</translation>
    </message>
    <message>
        <source>没有键位方案 {name}，请选标准方案</source>
        <translation>没有键位方案 {name}，请选标准方案</translation>
    </message>
    <message>
        <source>没有门店 {shop}，请核对编号</source>
        <translation>没有门店 {shop}，请核对编号</translation>
    </message>
    <message>
        <source>流水与本机账表不一致，请联系技术支持</source>
        <translation>流水与本机账表不一致，请联系技术支持</translation>
    </message>
    <message>
        <source>流水从第 {seq} 笔起接不上，请停用本机并联系技术支持</source>
        <translation>流水从第 {seq} 笔起接不上，请停用本机并联系技术支持</translation>
    </message>
    <message>
        <source>流水在第 {seq} 笔前缺号，请停用本机并联系技术支持</source>
        <translation>流水在第 {seq} 笔前缺号，请停用本机并联系技术支持</translation>
    </message>
    <message>
        <source>流水接不上，已停止上传，请联系技术支持</source>
        <translation>流水接不上，已停止上传，请联系技术支持</translation>
    </message>
    <message>
        <source>流水第 {seq} 笔的内容被改过，请联系技术支持</source>
        <translation>流水第 {seq} 笔的内容被改过，请联系技术支持</translation>
    </message>
    <message>
        <source>清点确认、Z 报表出来后，才能看应有怎么算出来</source>
        <translation>清点确认、Z 报表出来后，才能看应有怎么算出来</translation>
    </message>
    <message>
        <source>版本 {version} 已有不同的文字，改过的请用新的版本号</source>
        <translation>版本 {version} 已有不同的文字，改过的请用新的版本号</translation>
    </message>
    <message>
        <source>版本号只能用 20 个以内的字母、数字、点和横线，请改</source>
        <translation>版本号只能用 20 个以内的字母、数字、点和横线，请改</translation>
    </message>
    <message>
        <source>现在不能用这种支付：{reason}</source>
        <translation>现在不能用这种支付：{reason}</translation>
    </message>
    <message>
        <source>生日月份不对，请填 1 到 12</source>
        <translation>生日月份不对，请填 1 到 12</translation>
    </message>
    <message>
        <source>生日要写成 1990-03-08 这样的日期</source>
        <translation>生日要写成 1990-03-08 这样的日期</translation>
    </message>
    <message>
        <source>留存的备用金不能超过实点现金</source>
        <translation>留存的备用金不能超过实点现金</translation>
    </message>
    <message>
        <source>登记码不对或已过期，请在总部重新生成</source>
        <translation>登记码不对或已过期，请在总部重新生成</translation>
    </message>
    <message>
        <source>监护人手机号不对，港澳台号码请加区号，例如 +852</source>
        <translation>监护人手机号不对，港澳台号码请加区号，例如 +852</translation>
    </message>
    <message>
        <source>看不懂 {word}，请核对</source>
        <translation>看不懂 {word}，请核对</translation>
    </message>
    <message>
        <source>看不懂列的对应 {name}，请写成 列名=字段</source>
        <translation>看不懂列的对应 {name}，请写成 列名=字段</translation>
    </message>
    <message>
        <source>看不懂日期，请写成 2026-01-31</source>
        <translation>看不懂日期，请写成 2026-01-31</translation>
    </message>
    <message>
        <source>短信没有发出，请稍后重试</source>
        <translation>短信没有发出，请稍后重试</translation>
    </message>
    <message>
        <source>磁盘已满，报表没有保存，请清出空间再试</source>
        <translation>磁盘已满，报表没有保存，请清出空间再试</translation>
    </message>
    <message>
        <source>磁盘已满，本笔未完成，请清出空间再试</source>
        <translation>磁盘已满，本笔未完成，请清出空间再试</translation>
    </message>
    <message>
        <source>磁盘读写出错，本笔未完成，请再试，仍不行请换机</source>
        <translation>磁盘读写出错，本笔未完成，请再试，仍不行请换机</translation>
    </message>
    <message>
        <source>离线时只能取本机的挂单，请到原收银机取</source>
        <translation>离线时只能取本机的挂单，请到原收银机取</translation>
    </message>
    <message>
        <source>离线积分不够，还可用 {points} 分</source>
        <translation>离线积分不够，还可用 {points} 分</translation>
    </message>
    <message>
        <source>离线额度不够，还可用 {available_amount}</source>
        <translation>离线额度不够，还可用 {available_amount}</translation>
    </message>
    <message>
        <source>离线额度只限当日，请联网后再用储值</source>
        <translation>离线额度只限当日，请联网后再用储值</translation>
    </message>
    <message>
        <source>离线，会员档案要连上总部才能看和改</source>
        <translation>离线，会员档案要连上总部才能看和改</translation>
    </message>
    <message>
        <source>离线，充值和积分暂停，恢复后再试</source>
        <translation>离线，充值和积分暂停，恢复后再试</translation>
    </message>
    <message>
        <source>积分不够，请减少</source>
        <translation>积分不够，请减少</translation>
    </message>
    <message>
        <source>积分要按 {step} 的倍数使用</source>
        <translation>积分要按 {step} 的倍数使用</translation>
    </message>
    <message>
        <source>称重标签 {shown} 的价格校验不对，请重新称重打标</source>
        <translation>称重标签 {shown} 的价格校验不对，请重新称重打标</translation>
    </message>
    <message>
        <source>程序出错了，本单没有丢失，请重试，仍不行请联系店长</source>
        <translation>程序出错了，本单没有丢失，请重试，仍不行请联系店长</translation>
    </message>
    <message>
        <source>程序正在关闭，请重新启动后再试</source>
        <translation>程序正在关闭，请重新启动后再试</translation>
    </message>
    <message>
        <source>税率不对，请填 0 到 100 的百分数</source>
        <translation>税率不对，请填 0 到 100 的百分数</translation>
    </message>
    <message>
        <source>端口 {port} 用不了（{reason}），请换一个，0 为自动</source>
        <translation>端口 {port} 用不了（{reason}），请换一个，0 为自动</translation>
    </message>
    <message>
        <source>第 {line} 行已退完或超过购买数量，请减少</source>
        <translation>第 {line} 行已退完或超过购买数量，请减少</translation>
    </message>
    <message>
        <source>第 {row} 行不对 ({why})，请改好再导入</source>
        <translation>第 {row} 行不对 ({why})，请改好再导入</translation>
    </message>
    <message>
        <source>第 {row} 行不是 CSV，请用 UTF-8 CSV 导出</source>
        <translation>第 {row} 行不是 CSV，请用 UTF-8 CSV 导出</translation>
    </message>
    <message>
        <source>第 {row} 行不是 UTF-8，请另存为 UTF-8 CSV</source>
        <translation>第 {row} 行不是 UTF-8，请另存为 UTF-8 CSV</translation>
    </message>
    <message>
        <source>第 {seq} 笔与黑匣子不一致，请停用本机并联系技术支持</source>
        <translation>第 {seq} 笔与黑匣子不一致，请停用本机并联系技术支持</translation>
    </message>
    <message>
        <source>第一行不是列名，请补上列名</source>
        <translation>第一行不是列名，请补上列名</translation>
    </message>
    <message>
        <source>等不到总部收完，请用 --resume 继续</source>
        <translation>等不到总部收完，请用 --resume 继续</translation>
    </message>
    <message>
        <source>类型不对，请填 goods、dish 或 service</source>
        <translation>类型不对，请填 goods、dish 或 service</translation>
    </message>
    <message>
        <source>类型是押金的商品不能再带押金，请清空押金一栏</source>
        <translation>类型是押金的商品不能再带押金，请清空押金一栏</translation>
    </message>
    <message>
        <source>系统密钥环可用</source>
        <translation>系统密钥环可用</translation>
    </message>
    <message>
        <source>系统密钥环锁着，请先解锁再启动</source>
        <translation>系统密钥环锁着，请先解锁再启动</translation>
    </message>
    <message>
        <source>编码与第 {first} 行重复，请改一处</source>
        <translation>编码与第 {first} 行重复，请改一处</translation>
    </message>
    <message>
        <source>缺少 {name} 列，请补上</source>
        <translation>缺少 {name} 列，请补上</translation>
    </message>
    <message>
        <source>缺少会员资料，已留待核查</source>
        <translation>缺少会员资料，已留待核查</translation>
    </message>
    <message>
        <source>缺少字体 {names}，请重新安装程序</source>
        <translation>缺少字体 {names}，请重新安装程序</translation>
    </message>
    <message>
        <source>缺少驱动 {driver}，请联系店长安装</source>
        <translation>缺少驱动 {driver}，请联系店长安装</translation>
    </message>
    <message>
        <source>自动演示没有找到 {what}，请看截图</source>
        <translation>自动演示没有找到 {what}，请看截图</translation>
    </message>
    <message>
        <source>表格解开后太大，请另存为 CSV 或分成几个文件</source>
        <translation>表格解开后太大，请另存为 CSV 或分成几个文件</translation>
    </message>
    <message>
        <source>要两位不同的店长在场，请核对两个工号</source>
        <translation>要两位不同的店长在场，请核对两个工号</translation>
    </message>
    <message>
        <source>要店长授权，请店长输入工号和 PIN</source>
        <translation>要店长授权，请店长输入工号和 PIN</translation>
    </message>
    <message>
        <source>要找 {change_amount}，超过上限 {most_amount}，请检查收到的金额</source>
        <translation>要找 {change_amount}，超过上限 {most_amount}，请检查收到的金额</translation>
    </message>
    <message>
        <source>订单是空的，先加商品再挂单</source>
        <translation>订单是空的，先加商品再挂单</translation>
    </message>
    <message>
        <source>订单是空的，先加商品再收款</source>
        <translation>订单是空的，先加商品再收款</translation>
    </message>
    <message>
        <source>训练数据写不进磁盘，请检查磁盘空间后再试</source>
        <translation>训练数据写不进磁盘，请检查磁盘空间后再试</translation>
    </message>
    <message>
        <source>设备设置有误，没有驱动 {driver}，请联系店长</source>
        <translation>设备设置有误，没有驱动 {driver}，请联系店长</translation>
    </message>
    <message>
        <source>设置 {name} 的值不对，请改正</source>
        <translation>设置 {name} 的值不对，请改正</translation>
    </message>
    <message>
        <source>设置文件 {name} 读不出来，请联系店长</source>
        <translation>设置文件 {name} 读不出来，请联系店长</translation>
    </message>
    <message>
        <source>请先向顾客出示协议并勾选同意</source>
        <translation>请先向顾客出示协议并勾选同意</translation>
    </message>
    <message>
        <source>请先完成当前操作</source>
        <translation>请先完成当前操作</translation>
    </message>
    <message>
        <source>请先登录</source>
        <translation>请先登录</translation>
    </message>
    <message>
        <source>请先选择要退的商品</source>
        <translation>请先选择要退的商品</translation>
    </message>
    <message>
        <source>请写明为什么不再等这台收银机</source>
        <translation>请写明为什么不再等这台收银机</translation>
    </message>
    <message>
        <source>请写明原因</source>
        <translation>请写明原因</translation>
    </message>
    <message>
        <source>请写签单人姓名，最多 {most} 个字</source>
        <translation>请写签单人姓名，最多 {most} 个字</translation>
    </message>
    <message>
        <source>请填不小于 0 的整数</source>
        <translation>请填不小于 0 的整数</translation>
    </message>
    <message>
        <source>请填写存取现金的原因</source>
        <translation>请填写存取现金的原因</translation>
    </message>
    <message>
        <source>请填写开钱箱的原因</source>
        <translation>请填写开钱箱的原因</translation>
    </message>
    <message>
        <source>请扫顾客手机上的付款码</source>
        <translation>请扫顾客手机上的付款码</translation>
    </message>
    <message>
        <source>请把现金 {amount} 交还顾客</source>
        <translation>请把现金 {amount} 交还顾客</translation>
    </message>
    <message>
        <source>请求太大，会自动分开重传</source>
        <translation>请求太大，会自动分开重传</translation>
    </message>
    <message>
        <source>请求编号不对，请重试</source>
        <translation>请求编号不对，请重试</translation>
    </message>
    <message>
        <source>请至少输入 {least} 个字再查会员</source>
        <translation>请至少输入 {least} 个字再查会员</translation>
    </message>
    <message>
        <source>请输入 11 位手机号，港澳台请先选地区</source>
        <translation>请输入 11 位手机号，港澳台请先选地区</translation>
    </message>
    <message>
        <source>请输入单号，4 到 40 位字母或数字</source>
        <translation>请输入单号，4 到 40 位字母或数字</translation>
    </message>
    <message>
        <source>请输入大于 0 的金额</source>
        <translation>请输入大于 0 的金额</translation>
    </message>
    <message>
        <source>请输入数量，例如 2 或 0.5</source>
        <translation>请输入数量，例如 2 或 0.5</translation>
    </message>
    <message>
        <source>请输入金额，例如 12.50</source>
        <translation>请输入金额，例如 12.50</translation>
    </message>
    <message>
        <source>请选择原因</source>
        <translation>请选择原因</translation>
    </message>
    <message>
        <source>请选择差异的原因，再确认交班</source>
        <translation>请选择差异的原因，再确认交班</translation>
    </message>
    <message>
        <source>请选择退款原因</source>
        <translation>请选择退款原因</translation>
    </message>
    <message>
        <source>读不出这个表格，请在表格软件里另存为 CSV 再试</source>
        <translation>读不出这个表格，请在表格软件里另存为 CSV 再试</translation>
    </message>
    <message>
        <source>账单不完整（读到 {rows} 笔，与末尾合计不符），没有导入，请重新下载</source>
        <translation>账单不完整（读到 {rows} 笔，与末尾合计不符），没有导入，请重新下载</translation>
    </message>
    <message>
        <source>账单没有“{column}”一列，请核对文件和格式</source>
        <translation>账单没有“{column}”一列，请核对文件和格式</translation>
    </message>
    <message>
        <source>账单第 {row} 行的单号重复，没有导入，请重新下载</source>
        <translation>账单第 {row} 行的单号重复，没有导入，请重新下载</translation>
    </message>
    <message>
        <source>账单第 {row} 行看不懂，没有导入，请核对文件和格式</source>
        <translation>账单第 {row} 行看不懂，没有导入，请核对文件和格式</translation>
    </message>
    <message>
        <source>账单超过 {megabytes} MB，请每天下载一份</source>
        <translation>账单超过 {megabytes} MB，请每天下载一份</translation>
    </message>
    <message>
        <source>账单里不止一天，没有导入，请每天下载一份</source>
        <translation>账单里不止一天，没有导入，请每天下载一份</translation>
    </message>
    <message>
        <source>账单里没有一笔，请填写它的日期</source>
        <translation>账单里没有一笔，请填写它的日期</translation>
    </message>
    <message>
        <source>超过 {most} 个字符，请缩短</source>
        <translation>超过 {most} 个字符，请缩短</translation>
    </message>
    <message>
        <source>超过 {most} 行，请分成几份</source>
        <translation>超过 {most} 行，请分成几份</translation>
    </message>
    <message>
        <source>超过 {name} 可授权的额度，请权限更高的人来</source>
        <translation>超过 {name} 可授权的额度，请权限更高的人来</translation>
    </message>
    <message>
        <source>还有 {count} 件事没有办完，请刷新后再看</source>
        <translation>还有 {count} 件事没有办完，请刷新后再看</translation>
    </message>
    <message>
        <source>还有 {n} 笔没有上传，现在不能登记、清除或升级本机，请连上总部等待同步 0 再来</source>
        <translation>还有 {n} 笔没有上传，现在不能登记、清除或升级本机，请连上总部等待同步 0 再来</translation>
    </message>
    <message>
        <source>还有 {points} 积分，会员同意放弃就勾选，不同意就先用掉</source>
        <translation>还有 {points} 积分，会员同意放弃就勾选，不同意就先用掉</translation>
    </message>
    <message>
        <source>还有一单收了款没有完成，请先完成那一单</source>
        <translation>还有一单收了款没有完成，请先完成那一单</translation>
    </message>
    <message>
        <source>还有储值，先退给会员再删除</source>
        <translation>还有储值，先退给会员再删除</translation>
    </message>
    <message>
        <source>还有储值，先退给会员再注销</source>
        <translation>还有储值，先退给会员再注销</translation>
    </message>
    <message>
        <source>还有挂单、未结订单或未确认支付，处理后再交班</source>
        <translation>还有挂单、未结订单或未确认支付，处理后再交班</translation>
    </message>
    <message>
        <source>还有订单或支付没有完成，请先收款或清空，再进入训练</source>
        <translation>还有订单或支付没有完成，请先收款或清空，再进入训练</translation>
    </message>
    <message>
        <source>还有订单没有完成，请先收款、挂单或清空，再暂停钱箱</source>
        <translation>还有订单没有完成，请先收款、挂单或清空，再暂停钱箱</translation>
    </message>
    <message>
        <source>还款不能超过所欠的 {owed_amount}，请检查</source>
        <translation>还款不能超过所欠的 {owed_amount}，请检查</translation>
    </message>
    <message>
        <source>还没开班，请先开班再收银</source>
        <translation>还没开班，请先开班再收银</translation>
    </message>
    <message>
        <source>还没收够，应收 {net}，已收 {paid_amount}</source>
        <translation>还没收够，应收 {net}，已收 {paid_amount}</translation>
    </message>
    <message>
        <source>还没有选报表，请先选一张</source>
        <translation>还没有选报表，请先选一张</translation>
    </message>
    <message>
        <source>这一步需要店长授权</source>
        <translation>这一步需要店长授权</translation>
    </message>
    <message>
        <source>这一笔不能冲回，只有更正可以</source>
        <translation>这一笔不能冲回，只有更正可以</translation>
    </message>
    <message>
        <source>这一笔在传送中损坏，会自动重传</source>
        <translation>这一笔在传送中损坏，会自动重传</translation>
    </message>
    <message>
        <source>这一笔属于另一台收银机，已留待核查</source>
        <translation>这一笔属于另一台收银机，已留待核查</translation>
    </message>
    <message>
        <source>这一笔已收下，留待总部核查</source>
        <translation>这一笔已收下，留待总部核查</translation>
    </message>
    <message>
        <source>这一笔已经对过账</source>
        <translation>这一笔已经对过账</translation>
    </message>
    <message>
        <source>这一笔的币种不对，已留待核查</source>
        <translation>这一笔的币种不对，已留待核查</translation>
    </message>
    <message>
        <source>这一笔的数字对不上，已留待核查</source>
        <translation>这一笔的数字对不上，已留待核查</translation>
    </message>
    <message>
        <source>这一笔还是记不进账（{code}），请先消除原因</source>
        <translation>这一笔还是记不进账（{code}），请先消除原因</translation>
    </message>
    <message>
        <source>这一行已经不在订单里，请重新选择</source>
        <translation>这一行已经不在订单里，请重新选择</translation>
    </message>
    <message>
        <source>这一行的格子比列名多，请检查逗号</source>
        <translation>这一行的格子比列名多，请检查逗号</translation>
    </message>
    <message>
        <source>这一行的金额太大，请检查后重新输入</source>
        <translation>这一行的金额太大，请检查后重新输入</translation>
    </message>
    <message>
        <source>这一项只扫工牌不够，请输 PIN</source>
        <translation>这一项只扫工牌不够，请输 PIN</translation>
    </message>
    <message>
        <source>这不是付款码，请顾客打开付款码再扫</source>
        <translation>这不是付款码，请顾客打开付款码再扫</translation>
    </message>
    <message>
        <source>这不是这位会员挂失的卡，请核对卡号</source>
        <translation>这不是这位会员挂失的卡，请核对卡号</translation>
    </message>
    <message>
        <source>这两个号是同一位会员，不用合并</source>
        <translation>这两个号是同一位会员，不用合并</translation>
    </message>
    <message>
        <source>这个企业码已经用过，请向企业要新的，或清空</source>
        <translation>这个企业码已经用过，请向企业要新的，或清空</translation>
    </message>
    <message>
        <source>这个备份文件已经存在，请换一个文件名</source>
        <translation>这个备份文件已经存在，请换一个文件名</translation>
    </message>
    <message>
        <source>这个手机号已经核验过，会员可以直接登录会员页面</source>
        <translation>这个手机号已经核验过，会员可以直接登录会员页面</translation>
    </message>
    <message>
        <source>这个手机号是会员 {number} 的，请核对；是同一个人就合并两个账户</source>
        <translation>这个手机号是会员 {number} 的，请核对；是同一个人就合并两个账户</translation>
    </message>
    <message>
        <source>这个文件不是账单，请选 CSV 文件</source>
        <translation>这个文件不是账单，请选 CSV 文件</translation>
    </message>
    <message>
        <source>这个文件已经存在，请换一个文件名</source>
        <translation>这个文件已经存在，请换一个文件名</translation>
    </message>
    <message>
        <source>这个文件正在另一处导入，请等它结束</source>
        <translation>这个文件正在另一处导入，请等它结束</translation>
    </message>
    <message>
        <source>这个标签由规则贴上和去掉，请改用手贴的标签</source>
        <translation>这个标签由规则贴上和去掉，请改用手贴的标签</translation>
    </message>
    <message>
        <source>这个码不完整，请重新扫一次</source>
        <translation>这个码不完整，请重新扫一次</translation>
    </message>
    <message>
        <source>这个编号已经收过另一笔金额，请重新收款</source>
        <translation>这个编号已经收过另一笔金额，请重新收款</translation>
    </message>
    <message>
        <source>这个请求已经用过，请重试</source>
        <translation>这个请求已经用过，请重试</translation>
    </message>
    <message>
        <source>这些条件几乎包括所有会员，请再填姓名、手机号、标签或日期</source>
        <translation>这些条件几乎包括所有会员，请再填姓名、手机号、标签或日期</translation>
    </message>
    <message>
        <source>这件事已经有人处理了，请刷新列表</source>
        <translation>这件事已经有人处理了，请刷新列表</translation>
    </message>
    <message>
        <source>这件投诉不是这位会员的，或已关闭，请刷新</source>
        <translation>这件投诉不是这位会员的，或已关闭，请刷新</translation>
    </message>
    <message>
        <source>这件投诉的状态变了，请刷新后再办</source>
        <translation>这件投诉的状态变了，请刷新后再办</translation>
    </message>
    <message>
        <source>这份档案没有手机号，请先用“换手机号”补上</source>
        <translation>这份档案没有手机号，请先用“换手机号”补上</translation>
    </message>
    <message>
        <source>这份账单已经导入过（{day}），没有重复导入</source>
        <translation>这份账单已经导入过（{day}），没有重复导入</translation>
    </message>
    <message>
        <source>这位会员已有在用的卡，请用换卡或挂失</source>
        <translation>这位会员已有在用的卡，请用换卡或挂失</translation>
    </message>
    <message>
        <source>这位会员是 {count} 个孩子的监护人，先换监护人或先删除孩子的资料</source>
        <translation>这位会员是 {count} 个孩子的监护人，先换监护人或先删除孩子的资料</translation>
    </message>
    <message>
        <source>这位会员没有可以改判的邀请，请核对会员号</source>
        <translation>这位会员没有可以改判的邀请，请核对会员号</translation>
    </message>
    <message>
        <source>这位会员没有在用的卡，请用绑卡</source>
        <translation>这位会员没有在用的卡，请用绑卡</translation>
    </message>
    <message>
        <source>这位会员没有封存的资料，请核对会员号</source>
        <translation>这位会员没有封存的资料，请核对会员号</translation>
    </message>
    <message>
        <source>这位会员的个人资料已删除，不能再改，请为她重新登记</source>
        <translation>这位会员的个人资料已删除，不能再改，请为她重新登记</translation>
    </message>
    <message>
        <source>这像另一个地区的号码，请先在上方选地区</source>
        <translation>这像另一个地区的号码，请先在上方选地区</translation>
    </message>
    <message>
        <source>这只钱箱已经开班，请先交班，或换一只钱箱</source>
        <translation>这只钱箱已经开班，请先交班，或换一只钱箱</translation>
    </message>
    <message>
        <source>这只钱箱由 {name} 使用，请本人或店长来清点</source>
        <translation>这只钱箱由 {name} 使用，请本人或店长来清点</translation>
    </message>
    <message>
        <source>这台收银机由 {name} 使用，请 {name} 回来，或请店长解锁</source>
        <translation>这台收银机由 {name} 使用，请 {name} 回来，或请店长解锁</translation>
    </message>
    <message>
        <source>这台机器存不下这个选择，只在关机前有效</source>
        <translation>这台机器存不下这个选择，只在关机前有效</translation>
    </message>
    <message>
        <source>这台电脑没有可用的密钥环，请加 --keys file，用口令保护密钥</source>
        <translation>这台电脑没有可用的密钥环，请加 --keys file，用口令保护密钥</translation>
    </message>
    <message>
        <source>这就是现在的手机号，不用换；还没核验的，请用“核验手机号”</source>
        <translation>这就是现在的手机号，不用换；还没核验的，请用“核验手机号”</translation>
    </message>
    <message>
        <source>这张券不属于本单会员，请核对会员</source>
        <translation>这张券不属于本单会员，请核对会员</translation>
    </message>
    <message>
        <source>这张券只能用一次，离线时不能用，请联网后再用</source>
        <translation>这张券只能用一次，离线时不能用，请联网后再用</translation>
    </message>
    <message>
        <source>这张券已经用在本单上</source>
        <translation>这张券已经用在本单上</translation>
    </message>
    <message>
        <source>这张券预留于 {where}，正在收回，请稍候重新识别会员再用</source>
        <translation>这张券预留于 {where}，正在收回，请稍候重新识别会员再用</translation>
    </message>
    <message>
        <source>这张卡已挂失或换掉，不能用，请按手机号查找会员</source>
        <translation>这张卡已挂失或换掉，不能用，请按手机号查找会员</translation>
    </message>
    <message>
        <source>这张卡已绑定别的会员，请换一张卡</source>
        <translation>这张卡已绑定别的会员，请换一张卡</translation>
    </message>
    <message>
        <source>这张小票已不在打印队列</source>
        <translation>这张小票已不在打印队列</translation>
    </message>
    <message>
        <source>这张小票无法读出，请到总部查询这一单</source>
        <translation>这张小票无法读出，请到总部查询这一单</translation>
    </message>
    <message>
        <source>这张小票是别的会员的，请核对小票号</source>
        <translation>这张小票是别的会员的，请核对小票号</translation>
    </message>
    <message>
        <source>这张工牌不能授权，请输 PIN 或换新工牌</source>
        <translation>这张工牌不能授权，请输 PIN 或换新工牌</translation>
    </message>
    <message>
        <source>这张挂单不在本机或已被取走，请到原收银机取单</source>
        <translation>这张挂单不在本机或已被取走，请到原收银机取单</translation>
    </message>
    <message>
        <source>这张挂单已在收银机 {till} 取走，请勿重复收款</source>
        <translation>这张挂单已在收银机 {till} 取走，请勿重复收款</translation>
    </message>
    <message>
        <source>这张挂单已被取走或作废</source>
        <translation>这张挂单已被取走或作废</translation>
    </message>
    <message>
        <source>这张挂单总部读不懂，只能在本机取</source>
        <translation>这张挂单总部读不懂，只能在本机取</translation>
    </message>
    <message>
        <source>这批数据属于另一台收银机，请联系技术支持</source>
        <translation>这批数据属于另一台收银机，请联系技术支持</translation>
    </message>
    <message>
        <source>这是 {shown} 的网址，不是商品条码</source>
        <translation>这是 {shown} 的网址，不是商品条码</translation>
    </message>
    <message>
        <source>这是优惠券 {shown}，请先识别会员再用</source>
        <translation>这是优惠券 {shown}，请先识别会员再用</translation>
    </message>
    <message>
        <source>这是另一位会员的码，请本单会员出示会员码</source>
        <translation>这是另一位会员的码，请本单会员出示会员码</translation>
    </message>
    <message>
        <source>这是商品条码，请扫或输入交易单号</source>
        <translation>这是商品条码，请扫或输入交易单号</translation>
    </message>
    <message>
        <source>这是工牌 {shown}，换人请先锁屏</source>
        <translation>这是工牌 {shown}，换人请先锁屏</translation>
    </message>
    <message>
        <source>这是工牌，这里不用，请先完成当前操作</source>
        <translation>这是工牌，这里不用，请先完成当前操作</translation>
    </message>
    <message>
        <source>这是本系统的码，请输入小票或对方系统上的单号</source>
        <translation>这是本系统的码，请输入小票或对方系统上的单号</translation>
    </message>
    <message>
        <source>这是门票 {shown}，请到检票口核验</source>
        <translation>这是门票 {shown}，请到检票口核验</translation>
    </message>
    <message>
        <source>这是顾客的付款码，请输入交易单号</source>
        <translation>这是顾客的付款码，请输入交易单号</translation>
    </message>
    <message>
        <source>这次授权已经用过，请店长重新授权</source>
        <translation>这次授权已经用过，请店长重新授权</translation>
    </message>
    <message>
        <source>这笔充值的数字对不上，已留待核查</source>
        <translation>这笔充值的数字对不上，已留待核查</translation>
    </message>
    <message>
        <source>这笔已经撤销，没有收款，请重新扫码</source>
        <translation>这笔已经撤销，没有收款，请重新扫码</translation>
    </message>
    <message>
        <source>这笔已经退过款，不能撤销</source>
        <translation>这笔已经退过款，不能撤销</translation>
    </message>
    <message>
        <source>这笔支付不再等待验证，请重新发起</source>
        <translation>这笔支付不再等待验证，请重新发起</translation>
    </message>
    <message>
        <source>这笔收款不能撤销，请联系店长，成交后再退款</source>
        <translation>这笔收款不能撤销，请联系店长，成交后再退款</translation>
    </message>
    <message>
        <source>这笔收款已经撤销，请看剩余金额</source>
        <translation>这笔收款已经撤销，请看剩余金额</translation>
    </message>
    <message>
        <source>这笔收款已经撤销，请重新收款</source>
        <translation>这笔收款已经撤销，请重新收款</translation>
    </message>
    <message>
        <source>这笔收款已经退过，不能再撤销</source>
        <translation>这笔收款已经退过，不能再撤销</translation>
    </message>
    <message>
        <source>这笔收款的金额变了，请重新发起收款</source>
        <translation>这笔收款的金额变了，请重新发起收款</translation>
    </message>
    <message>
        <source>这笔是另一台收银机收的，请到那台上查询</source>
        <translation>这笔是另一台收银机收的，请到那台上查询</translation>
    </message>
    <message>
        <source>这笔更正已经冲回，请刷新</source>
        <translation>这笔更正已经冲回，请刷新</translation>
    </message>
    <message>
        <source>这笔离线额度属于另一台收银机</source>
        <translation>这笔离线额度属于另一台收银机</translation>
    </message>
    <message>
        <source>这笔补偿已经到期，不用冲回</source>
        <translation>这笔补偿已经到期，不用冲回</translation>
    </message>
    <message>
        <source>这笔补偿已经用掉或正被预留，不能冲回，可以另记更正</source>
        <translation>这笔补偿已经用掉或正被预留，不能冲回，可以另记更正</translation>
    </message>
    <message>
        <source>这笔请求和之前不一致，请重新发起</source>
        <translation>这笔请求和之前不一致，请重新发起</translation>
    </message>
    <message>
        <source>这笔还在查询，请先查询或撤销</source>
        <translation>这笔还在查询，请先查询或撤销</translation>
    </message>
    <message>
        <source>这笔退款的数字对不上，已留待核查</source>
        <translation>这笔退款的数字对不上，已留待核查</translation>
    </message>
    <message>
        <source>这笔销售的数字对不上，已留待核查</source>
        <translation>这笔销售的数字对不上，已留待核查</translation>
    </message>
    <message>
        <source>这笔预留属于另一台收银机</source>
        <translation>这笔预留属于另一台收银机</translation>
    </message>
    <message>
        <source>这笔预留已经结束，请重新发起</source>
        <translation>这笔预留已经结束，请重新发起</translation>
    </message>
    <message>
        <source>这里已经有总部数据，请换一个文件夹</source>
        <translation>这里已经有总部数据，请换一个文件夹</translation>
    </message>
    <message>
        <source>这里没有总部数据，请先运行 posapp central init</source>
        <translation>这里没有总部数据，请先运行 posapp central init</translation>
    </message>
    <message>
        <source>这里还没有收银机，请用 till --central 网址 登记</source>
        <translation>这里还没有收银机，请用 till --central 网址 登记</translation>
    </message>
    <message>
        <source>连不上总部，可以继续卖，请稍后再试</source>
        <translation>连不上总部，可以继续卖，请稍后再试</translation>
    </message>
    <message>
        <source>连不上数据库，请检查地址和数据库是否在运行</source>
        <translation>连不上数据库，请检查地址和数据库是否在运行</translation>
    </message>
    <message>
        <source>退款超过原收款剩下的 {left_minor}，请减少</source>
        <translation>退款超过原收款剩下的 {left_minor}，请减少</translation>
    </message>
    <message>
        <source>退款超过这笔还能退的 {left_minor}</source>
        <translation>退款超过这笔还能退的 {left_minor}</translation>
    </message>
    <message>
        <source>邀请奖励第 {row} 行不对 ({why})，请改好再导入</source>
        <translation>邀请奖励第 {row} 行不对 ({why})，请改好再导入</translation>
    </message>
    <message>
        <source>金额 {amount} 超过剩余的 {remaining}，请减少</source>
        <translation>金额 {amount} 超过剩余的 {remaining}，请减少</translation>
    </message>
    <message>
        <source>金额不对，请重新输入</source>
        <translation>金额不对，请重新输入</translation>
    </message>
    <message>
        <source>金额与找零不符，请把找零交给顾客</source>
        <translation>金额与找零不符，请把找零交给顾客</translation>
    </message>
    <message>
        <source>金额和本机不一致，请填写设备上的金额并选择原因</source>
        <translation>金额和本机不一致，请填写设备上的金额并选择原因</translation>
    </message>
    <message>
        <source>金额太大，请检查后重新输入</source>
        <translation>金额太大，请检查后重新输入</translation>
    </message>
    <message>
        <source>钱箱 {drawer} 没有接上，请用钥匙打开，并请店长检查钱箱设置</source>
        <translation>钱箱 {drawer} 没有接上，请用钥匙打开，并请店长检查钱箱设置</translation>
    </message>
    <message>
        <source>钱箱接在打印机上，请先设置打印机</source>
        <translation>钱箱接在打印机上，请先设置打印机</translation>
    </message>
    <message>
        <source>钱箱没有弹开，请用钥匙打开，再检查连线</source>
        <translation>钱箱没有弹开，请用钥匙打开，再检查连线</translation>
    </message>
    <message>
        <source>错误次数过多，会员验证暂停 15 分钟，请换一种支付</source>
        <translation>错误次数过多，会员验证暂停 15 分钟，请换一种支付</translation>
    </message>
    <message>
        <source>错误次数过多，请 {minutes} 分钟后再试，或请店长解锁</source>
        <translation>错误次数过多，请 {minutes} 分钟后再试，或请店长解锁</translation>
    </message>
    <message>
        <source>长短款 {difference}，请选择原因</source>
        <translation>长短款 {difference}，请选择原因</translation>
    </message>
    <message>
        <source>隔离区里没有这一笔，请核对编号</source>
        <translation>隔离区里没有这一笔，请核对编号</translation>
    </message>
    <message>
        <source>顾客屏没有反应，请检查电源与连线</source>
        <translation>顾客屏没有反应，请检查电源与连线</translation>
    </message>
    <message>
        <source>顾客账户的钱不够，没有扣款，请换一种方式</source>
        <translation>顾客账户的钱不够，没有扣款，请换一种方式</translation>
    </message>
    <message>
        <source>顾客键盘没有反应，请检查连线</source>
        <translation>顾客键盘没有反应，请检查连线</translation>
    </message>
    <message>
        <source>额度不对：每人上限要大于零且不超过每台上限，两个都填 0 是关闭</source>
        <translation>额度不对：每人上限要大于零且不超过每台上限，两个都填 0 是关闭</translation>
    </message>
    <message>
        <source>验证码不对或已用过，请顾客刷新后再试</source>
        <translation>验证码不对或已用过，请顾客刷新后再试</translation>
    </message>
    <message>
        <source>验证码不对，请核对后再试</source>
        <translation>验证码不对，请核对后再试</translation>
    </message>
    <message>
        <source>验证码不对，还可以试 {left} 次</source>
        <translation>验证码不对，还可以试 {left} 次</translation>
    </message>
    <message>
        <source>验证码已过期，请重新发送</source>
        <translation>验证码已过期，请重新发送</translation>
    </message>
    <message>
        <source>验证码已过期，请重新发送或刷新会员码</source>
        <translation>验证码已过期，请重新发送或刷新会员码</translation>
    </message>
    <message>
        <source>黑匣子文件有一段读不出来，请联系技术支持</source>
        <translation>黑匣子文件有一段读不出来，请联系技术支持</translation>
    </message>
    <message>
        <source>黑匣子里有数据库没有的第 {seq} 笔，请重开本机补回</source>
        <translation>黑匣子里有数据库没有的第 {seq} 笔，请重开本机补回</translation>
    </message>
</context>
<context>
    <name>posapp</name>
    <message>
        <source>- 是原来的，+ 是更正的，编号不变</source>
        <translation>- 是原来的，+ 是更正的，编号不变</translation>
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
        <translation>X 报表</translation>
    </message>
    <message>
        <source>X 报表已打印</source>
        <translation>X 报表已打印</translation>
    </message>
    <message>
        <source>Z {n}  {date}</source>
        <translation>Z {n}  {date}</translation>
    </message>
    <message>
        <source>Z 报表</source>
        <translation>Z 报表</translation>
    </message>
    <message>
        <source>Z 报表不连续</source>
        <translation>Z 报表不连续</translation>
    </message>
    <message>
        <source>Z 报表已保存并打印，留存备用金 {kept}，上缴 {handed}</source>
        <translation>Z 报表已保存并打印，留存备用金 {kept}，上缴 {handed}</translation>
    </message>
    <message>
        <source>Z 报表的小票</source>
        <translation>Z 报表的小票</translation>
    </message>
    <message>
        <source>{about}，{state}</source>
        <translation>{about}，{state}</translation>
    </message>
    <message>
        <source>{all}，列出 {n} 笔</source>
        <translation>{all}，列出 {n} 笔</translation>
    </message>
    <message>
        <source>{amount} 正好</source>
        <translation>{amount} 正好</translation>
    </message>
    <message>
        <source>{amount}，等顾客扫码</source>
        <translation>{amount}，等顾客扫码</translation>
    </message>
    <message>
        <source>{amount}，结果未确认</source>
        <translation>{amount}，结果未确认</translation>
    </message>
    <message>
        <source>{boss}已解锁，{name}可以再输 PIN</source>
        <translation>{boss}已解锁，{name}可以再输 PIN</translation>
    </message>
    <message>
        <source>{by} 已收，单号 {number}</source>
        <translation>{by} 已收，单号 {number}</translation>
    </message>
    <message>
        <source>{channel} {amount} 已原路退回</source>
        <translation>{channel} {amount} 已原路退回</translation>
    </message>
    <message>
        <source>{channel} {amount} 结果未确认，请重试</source>
        <translation>{channel} {amount} 结果未确认，请重试</translation>
    </message>
    <message>
        <source>{channel} {amount} 被拒绝，请联系店长处理</source>
        <translation>{channel} {amount} 被拒绝，请联系店长处理</translation>
    </message>
    <message>
        <source>{channel}付了 {paid}，原路退回</source>
        <translation>{channel}付了 {paid}，原路退回</translation>
    </message>
    <message>
        <source>{cut}，整单共减 {whole}，这一行分摊</source>
        <translation>{cut}，整单共减 {whole}，这一行分摊</translation>
    </message>
    <message>
        <source>{date} 这台收银机</source>
        <translation>{date} 这台收银机</translation>
    </message>
    <message>
        <source>{effect}。以 {who} 的名义</source>
        <translation>{effect}。以 {who} 的名义</translation>
    </message>
    <message>
        <source>{face} × {n}</source>
        <translation>{face} × {n}</translation>
    </message>
    <message>
        <source>{face} 的张数</source>
        <translation>{face} 的张数</translation>
    </message>
    <message>
        <source>{file}：共 {rows} 笔，相符 {matched} 笔，不符 {n} 笔</source>
        <translation>{file}：共 {rows} 笔，相符 {matched} 笔，不符 {n} 笔</translation>
    </message>
    <message>
        <source>{gone} 从 {kept} 分出来，以 {who} 的名义</source>
        <translation>{gone} 从 {kept} 分出来，以 {who} 的名义</translation>
    </message>
    <message>
        <source>{gone} 并入 {kept}，以 {who} 的名义</source>
        <translation>{gone} 并入 {kept}，以 {who} 的名义</translation>
    </message>
    <message>
        <source>{kept} 和 {gone} 是两个人，以 {who} 的名义</source>
        <translation>{kept} 和 {gone} 是两个人，以 {who} 的名义</translation>
    </message>
    <message>
        <source>{keys} 或 {walk} 选择</source>
        <translation>{keys} 或 {walk} 选择</translation>
    </message>
    <message>
        <source>{key} 现在是“{taken}”，要和“{action}”对调吗</source>
        <translation>{key} 现在是“{taken}”，要和“{action}”对调吗</translation>
    </message>
    <message>
        <source>{key} 选中，扫商品也可选中</source>
        <translation>{key} 选中，扫商品也可选中</translation>
    </message>
    <message>
        <source>{name} ({number}) 已锁屏，订单保留</source>
        <translation>{name} ({number}) 已锁屏，订单保留</translation>
    </message>
    <message>
        <source>{name}保持登录，授权人、原因和时间记入审计日志</source>
        <translation>{name}保持登录，授权人、原因和时间记入审计日志</translation>
    </message>
    <message>
        <source>{name}，{time} 开班</source>
        <translation>{name}，{time} 开班</translation>
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
        <translation>{name}，您将支付</translation>
    </message>
    <message>
        <source>{name}，请支付</source>
        <translation>{name}，请支付</translation>
    </message>
    <message>
        <source>{number} 并入</source>
        <translation>{number} 并入</translation>
    </message>
    <message>
        <source>{number} 的档案</source>
        <translation>{number} 的档案</translation>
    </message>
    <message>
        <source>{n} 个单位可挂账</source>
        <translation>{n} 个单位可挂账</translation>
    </message>
    <message>
        <source>{n} 个字符</source>
        <translation>{n} 个字符</translation>
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
        <translation>{n} 分钟</translation>
    </message>
    <message>
        <source>{n} 天</source>
        <translation>{n} 天</translation>
    </message>
    <message>
        <source>{n} 小时</source>
        <translation>{n} 小时</translation>
    </message>
    <message>
        <source>{n} 张</source>
        <translation>{n} 张</translation>
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
        <translation>{n} 种</translation>
    </message>
    <message>
        <source>{n} 秒内有效</source>
        <translation>{n} 秒内有效</translation>
    </message>
    <message>
        <source>{n} 积分</source>
        <translation>{n} 积分</translation>
    </message>
    <message>
        <source>{n} 笔</source>
        <translation>{n} 笔</translation>
    </message>
    <message>
        <source>{n} 笔  {amount}</source>
        <translation>{n} 笔  {amount}</translation>
    </message>
    <message>
        <source>{n} 笔已导出，已加密，请交给总部：{name}</source>
        <translation>{n} 笔已导出，已加密，请交给总部：{name}</translation>
    </message>
    <message>
        <source>{n} 笔待处理</source>
        <translation>{n} 笔待处理</translation>
    </message>
    <message>
        <source>{n} 笔，退 {m} 笔</source>
        <translation>{n} 笔，退 {m} 笔</translation>
    </message>
    <message>
        <source>{n} 行的原价合计</source>
        <translation>{n} 行的原价合计</translation>
    </message>
    <message>
        <source>{n} 行退回合计</source>
        <translation>{n} 行退回合计</translation>
    </message>
    <message>
        <source>{one} 和 {other}</source>
        <translation>{one} 和 {other}</translation>
    </message>
    <message>
        <source>{paid} + {n} 张券</source>
        <translation>{paid} + {n} 张券</translation>
    </message>
    <message>
        <source>{start} 点到 {end} 点</source>
        <translation>{start} 点到 {end} 点</translation>
    </message>
    <message>
        <source>{state}，正在自动重连</source>
        <translation>{state}，正在自动重连</translation>
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
        <translation>{time} 后可重发</translation>
    </message>
    <message>
        <source>{time} 的数据</source>
        <translation>{time} 的数据</translation>
    </message>
    <message>
        <source>{title}，已撤销</source>
        <translation>{title}，已撤销</translation>
    </message>
    <message>
        <source>{walk} 选择</source>
        <translation>{walk} 选择</translation>
    </message>
    <message>
        <source>{what} {amount} 已入账</source>
        <translation>{what} {amount} 已入账</translation>
    </message>
    <message>
        <source>{what} 一致</source>
        <translation>{what} 一致</translation>
    </message>
    <message>
        <source>{what} 减一</source>
        <translation>{what} 减一</translation>
    </message>
    <message>
        <source>{what} 加一</source>
        <translation>{what} 加一</translation>
    </message>
    <message>
        <source>{what} 断开</source>
        <translation>{what} 断开</translation>
    </message>
    <message>
        <source>{what} 金额不同</source>
        <translation>{what} 金额不同</translation>
    </message>
    <message>
        <source>{what} 需要处理</source>
        <translation>{what} 需要处理</translation>
    </message>
    <message>
        <source>{what}恢复正常</source>
        <translation>{what}恢复正常</translation>
    </message>
    <message>
        <source>{what}需要处理</source>
        <translation>{what}需要处理</translation>
    </message>
    <message>
        <source>{what}需要店长授权</source>
        <translation>{what}需要店长授权</translation>
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
        <translation>{when} 在本机撤回，等待送达</translation>
    </message>
    <message>
        <source>{when} 的数据</source>
        <translation>{when} 的数据</translation>
    </message>
    <message>
        <source>{who} {opened} 至 {closed}，Z 第 {n} 号</source>
        <translation>{who} {opened} 至 {closed}，Z 第 {n} 号</translation>
    </message>
    <message>
        <source>{who}，{second} 授权</source>
        <translation>{who}，{second} 授权</translation>
    </message>
    <message>
        <source>{who}，钱箱 {name}</source>
        <translation>{who}，钱箱 {name}</translation>
    </message>
    <message>
        <source>{word}，Z {n}，{who}</source>
        <translation>{word}，Z {n}，{who}</translation>
    </message>
    <message>
        <source>“{text}”指的是哪一个</source>
        <translation>“{text}”指的是哪一个</translation>
    </message>
    <message>
        <source>《会员协议》《隐私政策》{v}</source>
        <translation>《会员协议》《隐私政策》{v}</translation>
    </message>
    <message>
        <source>一切正常</source>
        <translation>一切正常</translation>
    </message>
    <message>
        <source>一张券用了两次</source>
        <translation>一张券用了两次</translation>
    </message>
    <message>
        <source>一张小票</source>
        <translation>一张小票</translation>
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
        <translation>三次都没有人接</translation>
    </message>
    <message>
        <source>上一单 #{number}  {net}</source>
        <translation>上一单 #{number}  {net}</translation>
    </message>
    <message>
        <source>上一单 {number}，{amount}</source>
        <translation>上一单 {number}，{amount}</translation>
    </message>
    <message>
        <source>上一笔未确认，暂停</source>
        <translation>上一笔未确认，暂停</translation>
    </message>
    <message>
        <source>上一笔结果未确认，不能再收第二次</source>
        <translation>上一笔结果未确认，不能再收第二次</translation>
    </message>
    <message>
        <source>上一行</source>
        <translation>上一行</translation>
    </message>
    <message>
        <source>上一页</source>
        <translation>上一页</translation>
    </message>
    <message>
        <source>上传队列</source>
        <translation>上传队列</translation>
    </message>
    <message>
        <source>上次打印时没有得到打印机的回答，请看打印机的出纸口</source>
        <translation>上次打印时没有得到打印机的回答，请看打印机的出纸口</translation>
    </message>
    <message>
        <source>上缴</source>
        <translation>上缴</translation>
    </message>
    <message>
        <source>上缴大钞</source>
        <translation>上缴大钞</translation>
    </message>
    <message>
        <source>上缴现金</source>
        <translation>上缴现金</translation>
    </message>
    <message>
        <source>下一个键</source>
        <translation>下一个键</translation>
    </message>
    <message>
        <source>下一步</source>
        <translation>下一步</translation>
    </message>
    <message>
        <source>下一步，收现金</source>
        <translation>下一步，收现金</translation>
    </message>
    <message>
        <source>下一笔外接支付</source>
        <translation>下一笔外接支付</translation>
    </message>
    <message>
        <source>下一行</source>
        <translation>下一行</translation>
    </message>
    <message>
        <source>下一页</source>
        <translation>下一页</translation>
    </message>
    <message>
        <source>下一项</source>
        <translation>下一项</translation>
    </message>
    <message>
        <source>下面的数字不含当班，显示后会记下您看过应有，要由别人清点</source>
        <translation>下面的数字不含当班，显示后会记下您看过应有，要由别人清点</translation>
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
        <translation>不是会员</translation>
    </message>
    <message>
        <source>不是会员的投诉</source>
        <translation>不是会员的投诉</translation>
    </message>
    <message>
        <source>不是同一人</source>
        <translation>不是同一人</translation>
    </message>
    <message>
        <source>不涉及金额</source>
        <translation>不涉及金额</translation>
    </message>
    <message>
        <source>不满 14 岁：填监护人的姓名和手机号，或只填她的会员号</source>
        <translation>不满 14 岁：填监护人的姓名和手机号，或只填她的会员号</translation>
    </message>
    <message>
        <source>不满意，再答复</source>
        <translation>不满意，再答复</translation>
    </message>
    <message>
        <source>不能做</source>
        <translation>不能做</translation>
    </message>
    <message>
        <source>不能充值也不能支付，按普通顾客接待</source>
        <translation>不能充值也不能支付，按普通顾客接待</translation>
    </message>
    <message>
        <source>不能用储值和积分支付，可以随时恢复</source>
        <translation>不能用储值和积分支付，可以随时恢复</translation>
    </message>
    <message>
        <source>不输密码</source>
        <translation>不输密码</translation>
    </message>
    <message>
        <source>不退现金</source>
        <translation>不退现金</translation>
    </message>
    <message>
        <source>不限</source>
        <translation>不限</translation>
    </message>
    <message>
        <source>与原文的差别</source>
        <translation>与原文的差别</translation>
    </message>
    <message>
        <source>与服务器的差，已自动修正</source>
        <translation>与服务器的差，已自动修正</translation>
    </message>
    <message>
        <source>两个键对调</source>
        <translation>两个键对调</translation>
    </message>
    <message>
        <source>两份档案恢复到合并前，一分不差</source>
        <translation>两份档案恢复到合并前，一分不差</translation>
    </message>
    <message>
        <source>两台机器各卖了一笔</source>
        <translation>两台机器各卖了一笔</translation>
    </message>
    <message>
        <source>个人资料已删除</source>
        <translation>个人资料已删除</translation>
    </message>
    <message>
        <source>个性化推荐</source>
        <translation>个性化推荐</translation>
    </message>
    <message>
        <source>串口或专用接法</source>
        <translation>串口或专用接法</translation>
    </message>
    <message>
        <source>临近保质期</source>
        <translation>临近保质期</translation>
    </message>
    <message>
        <source>为{name}解锁，请店长选姓名、输 PIN</source>
        <translation>为{name}解锁，请店长选姓名、输 PIN</translation>
    </message>
    <message>
        <source>为了会员的投诉：{about}</source>
        <translation>为了会员的投诉：{about}</translation>
    </message>
    <message>
        <source>为什么</source>
        <translation>为什么</translation>
    </message>
    <message>
        <source>为什么是这个金额</source>
        <translation>为什么是这个金额</translation>
    </message>
    <message>
        <source>之前已退 {n}</source>
        <translation>之前已退 {n}</translation>
    </message>
    <message>
        <source>云闪付</source>
        <translation>云闪付</translation>
    </message>
    <message>
        <source>交接班</source>
        <translation>交接班</translation>
    </message>
    <message>
        <source>交接班、看报表、补打小票</source>
        <translation>交接班、看报表、补打小票</translation>
    </message>
    <message>
        <source>交接班后和每天自动备份，已加密，已打开核对</source>
        <translation>交接班后和每天自动备份，已加密，已打开核对</translation>
    </message>
    <message>
        <source>交接班报表</source>
        <translation>交接班报表</translation>
    </message>
    <message>
        <source>交接班，原因 {why}</source>
        <translation>交接班，原因 {why}</translation>
    </message>
    <message>
        <source>交易单号或券号</source>
        <translation>交易单号或券号</translation>
    </message>
    <message>
        <source>交班后 Z 报表会列在这里</source>
        <translation>交班后 Z 报表会列在这里</translation>
    </message>
    <message>
        <source>交班时待同步</source>
        <translation>交班时待同步</translation>
    </message>
    <message>
        <source>人工定会员等级</source>
        <translation>人工定会员等级</translation>
    </message>
    <message>
        <source>人工定的等级</source>
        <translation>人工定的等级</translation>
    </message>
    <message>
        <source>人工定的等级到期，现在 {tier}</source>
        <translation>人工定的等级到期，现在 {tier}</translation>
    </message>
    <message>
        <source>人脸识别</source>
        <translation>人脸识别</translation>
    </message>
    <message>
        <source>今天</source>
        <translation>今天</translation>
    </message>
    <message>
        <source>今天发过太多次验证码：请店长当面核验这部手机</source>
        <translation>今天发过太多次验证码：请店长当面核验这部手机</translation>
    </message>
    <message>
        <source>今天还没有挂单</source>
        <translation>今天还没有挂单</translation>
    </message>
    <message>
        <source>今天还没有销售</source>
        <translation>今天还没有销售</translation>
    </message>
    <message>
        <source>仍要收款</source>
        <translation>仍要收款</translation>
    </message>
    <message>
        <source>从欠款中减去</source>
        <translation>从欠款中减去</translation>
    </message>
    <message>
        <source>从钱箱取出</source>
        <translation>从钱箱取出</translation>
    </message>
    <message>
        <source>从钱箱取出的现金</source>
        <translation>从钱箱取出的现金</translation>
    </message>
    <message>
        <source>付了没应答</source>
        <translation>付了没应答</translation>
    </message>
    <message>
        <source>付款不成功</source>
        <translation>付款不成功</translation>
    </message>
    <message>
        <source>付的现金，全部记为本金</source>
        <translation>付的现金，全部记为本金</translation>
    </message>
    <message>
        <source>付货款</source>
        <translation>付货款</translation>
    </message>
    <message>
        <source>以 {who} 的名义，记入总部日志</source>
        <translation>以 {who} 的名义，记入总部日志</translation>
    </message>
    <message>
        <source>以 {who} 的名义，记入总部日志，不能撤销</source>
        <translation>以 {who} 的名义，记入总部日志，不能撤销</translation>
    </message>
    <message>
        <source>以后不再一起列出</source>
        <translation>以后不再一起列出</translation>
    </message>
    <message>
        <source>件数 {n}</source>
        <translation>件数 {n}</translation>
    </message>
    <message>
        <source>价签不符</source>
        <translation>价签不符</translation>
    </message>
    <message>
        <source>企业码</source>
        <translation>企业码</translation>
    </message>
    <message>
        <source>企业码已登记：{title}</source>
        <translation>企业码已登记：{title}</translation>
    </message>
    <message>
        <source>企业码没有生效</source>
        <translation>企业码没有生效</translation>
    </message>
    <message>
        <source>优惠</source>
        <translation>优惠</translation>
    </message>
    <message>
        <source>优惠 {amount}</source>
        <translation>优惠 {amount}</translation>
    </message>
    <message>
        <source>优惠券</source>
        <translation>优惠券</translation>
    </message>
    <message>
        <source>优惠券 {n}</source>
        <translation>优惠券 {n}</translation>
    </message>
    <message>
        <source>优惠短信</source>
        <translation>优惠短信</translation>
    </message>
    <message>
        <source>会印在小票上，也随这一单保存</source>
        <translation>会印在小票上，也随这一单保存</translation>
    </message>
    <message>
        <source>会员</source>
        <translation>会员</translation>
    </message>
    <message>
        <source>会员 {number}</source>
        <translation>会员 {number}</translation>
    </message>
    <message>
        <source>会员不存在</source>
        <translation>会员不存在</translation>
    </message>
    <message>
        <source>会员价 {price}</source>
        <translation>会员价 {price}</translation>
    </message>
    <message>
        <source>会员价差</source>
        <translation>会员价差</translation>
    </message>
    <message>
        <source>会员写的：{words}</source>
        <translation>会员写的：{words}</translation>
    </message>
    <message>
        <source>会员净销售 {x}</source>
        <translation>会员净销售 {x}</translation>
    </message>
    <message>
        <source>会员动态码</source>
        <translation>会员动态码</translation>
    </message>
    <message>
        <source>会员协议</source>
        <translation>会员协议</translation>
    </message>
    <message>
        <source>会员占比</source>
        <translation>会员占比</translation>
    </message>
    <message>
        <source>会员卡</source>
        <translation>会员卡</translation>
    </message>
    <message>
        <source>会员号</source>
        <translation>会员号</translation>
    </message>
    <message>
        <source>会员号可能抄错了，请核对每一位</source>
        <translation>会员号可能抄错了，请核对每一位</translation>
    </message>
    <message>
        <source>会员同意放弃剩余的积分</source>
        <translation>会员同意放弃剩余的积分</translation>
    </message>
    <message>
        <source>会员同意放弃积分才能删除</source>
        <translation>会员同意放弃积分才能删除</translation>
    </message>
    <message>
        <source>会员在页面上的申请</source>
        <translation>会员在页面上的申请</translation>
    </message>
    <message>
        <source>会员已冻结，不能用储值和积分</source>
        <translation>会员已冻结，不能用储值和积分</translation>
    </message>
    <message>
        <source>会员已冻结：可以识别和积分，不能用储值和积分支付</source>
        <translation>会员已冻结：可以识别和积分，不能用储值和积分支付</translation>
    </message>
    <message>
        <source>会员已列入黑名单：不能绑定，请联系店长</source>
        <translation>会员已列入黑名单：不能绑定，请联系店长</translation>
    </message>
    <message>
        <source>会员已合并</source>
        <translation>会员已合并</translation>
    </message>
    <message>
        <source>会员已注销</source>
        <translation>会员已注销</translation>
    </message>
    <message>
        <source>会员已申请，最迟 {day} 办完</source>
        <translation>会员已申请，最迟 {day} 办完</translation>
    </message>
    <message>
        <source>会员当面核验</source>
        <translation>会员当面核验</translation>
    </message>
    <message>
        <source>会员当面说明</source>
        <translation>会员当面说明</translation>
    </message>
    <message>
        <source>会员手机收到的验证码</source>
        <translation>会员手机收到的验证码</translation>
    </message>
    <message>
        <source>会员本人申请</source>
        <translation>会员本人申请</translation>
    </message>
    <message>
        <source>会员本人说明并核对</source>
        <translation>会员本人说明并核对</translation>
    </message>
    <message>
        <source>会员档案</source>
        <translation>会员档案</translation>
    </message>
    <message>
        <source>会员登记</source>
        <translation>会员登记</translation>
    </message>
    <message>
        <source>会员登记完成，企业码已登记：{title}</source>
        <translation>会员登记完成，企业码已登记：{title}</translation>
    </message>
    <message>
        <source>会员登记完成，会员号 {number}</source>
        <translation>会员登记完成，会员号 {number}</translation>
    </message>
    <message>
        <source>会员登记完成，本单已有会员，不能再积分</source>
        <translation>会员登记完成，本单已有会员，不能再积分</translation>
    </message>
    <message>
        <source>会员登记完成，本单按规则没有积分</source>
        <translation>会员登记完成，本单按规则没有积分</translation>
    </message>
    <message>
        <source>会员登记完成，本单积分 {n} 已登记，退货期后生效</source>
        <translation>会员登记完成，本单积分 {n} 已登记，退货期后生效</translation>
    </message>
    <message>
        <source>会员登记完成，本单超过 24 小时，不能再积分</source>
        <translation>会员登记完成，本单超过 24 小时，不能再积分</translation>
    </message>
    <message>
        <source>会员码</source>
        <translation>会员码</translation>
    </message>
    <message>
        <source>会员码 {code}，{left} 秒后更换</source>
        <translation>会员码 {code}，{left} 秒后更换</translation>
    </message>
    <message>
        <source>会员要求删除资料</source>
        <translation>会员要求删除资料</translation>
    </message>
    <message>
        <source>会员要求更正资料</source>
        <translation>会员要求更正资料</translation>
    </message>
    <message>
        <source>会员解冻、黑名单、注销</source>
        <translation>会员解冻、黑名单、注销</translation>
    </message>
    <message>
        <source>会员认可，了结</source>
        <translation>会员认可，了结</translation>
    </message>
    <message>
        <source>会员说的不满记在这里，按记录投诉</source>
        <translation>会员说的不满记在这里，按记录投诉</translation>
    </message>
    <message>
        <source>会员请出示会员码</source>
        <translation>会员请出示会员码</translation>
    </message>
    <message>
        <source>会员：{name}</source>
        <translation>会员：{name}</translation>
    </message>
    <message>
        <source>会员：扫会员码，或输入手机号</source>
        <translation>会员：扫会员码，或输入手机号</translation>
    </message>
    <message>
        <source>余 {n}</source>
        <translation>余 {n}</translation>
    </message>
    <message>
        <source>余下的 {rest} 不够再得一分</source>
        <translation>余下的 {rest} 不够再得一分</translation>
    </message>
    <message>
        <source>作废本单</source>
        <translation>作废本单</translation>
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
        <translation>使用这个大小</translation>
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
        <translation>促销</translation>
    </message>
    <message>
        <source>促销：{name}</source>
        <translation>促销：{name}</translation>
    </message>
    <message>
        <source>保存</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>保存 PDF</source>
        <translation>保存 PDF</translation>
    </message>
    <message>
        <source>保存备注</source>
        <translation>保存备注</translation>
    </message>
    <message>
        <source>保存并充值</source>
        <translation>保存并充值</translation>
    </message>
    <message>
        <source>保存并登记孩子</source>
        <translation>保存并登记孩子</translation>
    </message>
    <message>
        <source>保存并绑定到当前订单</source>
        <translation>保存并绑定到当前订单</translation>
    </message>
    <message>
        <source>保存这个设置</source>
        <translation>保存这个设置</translation>
    </message>
    <message>
        <source>保存键位</source>
        <translation>保存键位</translation>
    </message>
    <message>
        <source>保留右边</source>
        <translation>保留右边</translation>
    </message>
    <message>
        <source>保留左边</source>
        <translation>保留左边</translation>
    </message>
    <message>
        <source>保留已收，返回订单</source>
        <translation>保留已收，返回订单</translation>
    </message>
    <message>
        <source>修改系统时间</source>
        <translation>修改系统时间</translation>
    </message>
    <message>
        <source>修改资料</source>
        <translation>修改资料</translation>
    </message>
    <message>
        <source>借给收银机</source>
        <translation>借给收银机</translation>
    </message>
    <message>
        <source>借给收银机离线用</source>
        <translation>借给收银机离线用</translation>
    </message>
    <message>
        <source>假币或残币</source>
        <translation>假币或残币</translation>
    </message>
    <message>
        <source>停止收银</source>
        <translation>停止收银</translation>
    </message>
    <message>
        <source>停用收银机</source>
        <translation>停用收银机</translation>
    </message>
    <message>
        <source>储值</source>
        <translation>储值</translation>
    </message>
    <message>
        <source>储值 {amount}</source>
        <translation>储值 {amount}</translation>
    </message>
    <message>
        <source>储值 {value}</source>
        <translation>储值 {value}</translation>
    </message>
    <message>
        <source>储值、积分、券和经过都归留下的档案，原来的号、手机号和卡照样能找到她</source>
        <translation>储值、积分、券和经过都归留下的档案，原来的号、手机号和卡照样能找到她</translation>
    </message>
    <message>
        <source>储值不是销售，进入负债；赠送部分不退现金</source>
        <translation>储值不是销售，进入负债；赠送部分不退现金</translation>
    </message>
    <message>
        <source>储值不足，门店承担</source>
        <translation>储值不足，门店承担</translation>
    </message>
    <message>
        <source>储值为零才能注销；注销后手机号可以重新登记</source>
        <translation>储值为零才能注销；注销后手机号可以重新登记</translation>
    </message>
    <message>
        <source>储值付了 {paid}，退回原来的批次</source>
        <translation>储值付了 {paid}，退回原来的批次</translation>
    </message>
    <message>
        <source>储值充值</source>
        <translation>储值充值</translation>
    </message>
    <message>
        <source>储值充值收的现金</source>
        <translation>储值充值收的现金</translation>
    </message>
    <message>
        <source>储值支付</source>
        <translation>储值支付</translation>
    </message>
    <message>
        <source>储值支付和充值</source>
        <translation>储值支付和充值</translation>
    </message>
    <message>
        <source>储值支付，支付后剩余 {left}</source>
        <translation>储值支付，支付后剩余 {left}</translation>
    </message>
    <message>
        <source>储值本金</source>
        <translation>储值本金</translation>
    </message>
    <message>
        <source>储值赠送</source>
        <translation>储值赠送</translation>
    </message>
    <message>
        <source>像是手工输入</source>
        <translation>像是手工输入</translation>
    </message>
    <message>
        <source>充值</source>
        <translation>充值</translation>
    </message>
    <message>
        <source>充值与报价不符</source>
        <translation>充值与报价不符</translation>
    </message>
    <message>
        <source>充值前的储值，本金和赠送合计</source>
        <translation>充值前的储值，本金和赠送合计</translation>
    </message>
    <message>
        <source>充值完成，小票 {n}</source>
        <translation>充值完成，小票 {n}</translation>
    </message>
    <message>
        <source>充值次数</source>
        <translation>充值次数</translation>
    </message>
    <message>
        <source>充值金额</source>
        <translation>充值金额</translation>
    </message>
    <message>
        <source>充值，未预留的储值</source>
        <translation>充值，未预留的储值</translation>
    </message>
    <message>
        <source>充入</source>
        <translation>充入</translation>
    </message>
    <message>
        <source>充入储值</source>
        <translation>充入储值</translation>
    </message>
    <message>
        <source>充后储值</source>
        <translation>充后储值</translation>
    </message>
    <message>
        <source>先写到哪一天为止</source>
        <translation>先写到哪一天为止</translation>
    </message>
    <message>
        <source>先写明原因</source>
        <translation>先写明原因</translation>
    </message>
    <message>
        <source>先写明看了双方的什么证件</source>
        <translation>先写明看了双方的什么证件</translation>
    </message>
    <message>
        <source>先写给会员的答复</source>
        <translation>先写给会员的答复</translation>
    </message>
    <message>
        <source>先写要改的项</source>
        <translation>先写要改的项</translation>
    </message>
    <message>
        <source>先决定本单是否继续</source>
        <translation>先决定本单是否继续</translation>
    </message>
    <message>
        <source>先刷卡或输入卡号</source>
        <translation>先刷卡或输入卡号</translation>
    </message>
    <message>
        <source>先加商品</source>
        <translation>先加商品</translation>
    </message>
    <message>
        <source>先取单收款或作废</source>
        <translation>先取单收款或作废</translation>
    </message>
    <message>
        <source>先填数额</source>
        <translation>先填数额</translation>
    </message>
    <message>
        <source>先填新手机号和它的验证码</source>
        <translation>先填新手机号和它的验证码</translation>
    </message>
    <message>
        <source>先填新持有人的姓名</source>
        <translation>先填新持有人的姓名</translation>
    </message>
    <message>
        <source>先填新持有人的生日，看证件</source>
        <translation>先填新持有人的生日，看证件</translation>
    </message>
    <message>
        <source>先填监护人的姓名和手机号，或她的会员号</source>
        <translation>先填监护人的姓名和手机号，或她的会员号</translation>
    </message>
    <message>
        <source>先处理未完成事项</source>
        <translation>先处理未完成事项</translation>
    </message>
    <message>
        <source>先处理未知条码，再收款</source>
        <translation>先处理未知条码，再收款</translation>
    </message>
    <message>
        <source>先完成储值验证</source>
        <translation>先完成储值验证</translation>
    </message>
    <message>
        <source>先扫三次</source>
        <translation>先扫三次</translation>
    </message>
    <message>
        <source>先插上会员的 U 盘</source>
        <translation>先插上会员的 U 盘</translation>
    </message>
    <message>
        <source>先收款或清空</source>
        <translation>先收款或清空</translation>
    </message>
    <message>
        <source>先查找会员</source>
        <translation>先查找会员</translation>
    </message>
    <message>
        <source>先查询结果</source>
        <translation>先查询结果</translation>
    </message>
    <message>
        <source>先用完或退还储值，再来申请删除</source>
        <translation>先用完或退还储值，再来申请删除</translation>
    </message>
    <message>
        <source>先识别会员</source>
        <translation>先识别会员</translation>
    </message>
    <message>
        <source>先输入数量，或按 Esc</source>
        <translation>先输入数量，或按 Esc</translation>
    </message>
    <message>
        <source>先输入金额</source>
        <translation>先输入金额</translation>
    </message>
    <message>
        <source>先选一个标签</source>
        <translation>先选一个标签</translation>
    </message>
    <message>
        <source>先选一个等级</source>
        <translation>先选一个等级</translation>
    </message>
    <message>
        <source>先选一件事</source>
        <translation>先选一件事</translation>
    </message>
    <message>
        <source>先选一件投诉</source>
        <translation>先选一件投诉</translation>
    </message>
    <message>
        <source>先选一对</source>
        <translation>先选一对</translation>
    </message>
    <message>
        <source>先选一张券</source>
        <translation>先选一张券</translation>
    </message>
    <message>
        <source>先选一张报表</source>
        <translation>先选一张报表</translation>
    </message>
    <message>
        <source>先选一次合并</source>
        <translation>先选一次合并</translation>
    </message>
    <message>
        <source>先选一笔</source>
        <translation>先选一笔</translation>
    </message>
    <message>
        <source>先选一笔可以冲回的</source>
        <translation>先选一笔可以冲回的</translation>
    </message>
    <message>
        <source>先选原因</source>
        <translation>先选原因</translation>
    </message>
    <message>
        <source>先选择姓名</source>
        <translation>先选择姓名</translation>
    </message>
    <message>
        <source>先选补偿的原因</source>
        <translation>先选补偿的原因</translation>
    </message>
    <message>
        <source>先选要退的商品</source>
        <translation>先选要退的商品</translation>
    </message>
    <message>
        <source>先验证手机号</source>
        <translation>先验证手机号</translation>
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
        <translation>全部记录都已上传</translation>
    </message>
    <message>
        <source>全部退回</source>
        <translation>全部退回</translation>
    </message>
    <message>
        <source>全部隔离</source>
        <translation>全部隔离</translation>
    </message>
    <message>
        <source>共 {n} 个</source>
        <translation>共 {n} 个</translation>
    </message>
    <message>
        <source>共 {n} 件，最早的已等 {age}</source>
        <translation>共 {n} 件，最早的已等 {age}</translation>
    </message>
    <message>
        <source>共 {n} 笔，{amount}</source>
        <translation>共 {n} 笔，{amount}</translation>
    </message>
    <message>
        <source>关于</source>
        <translation>关于</translation>
    </message>
    <message>
        <source>关怀</source>
        <translation>关怀</translation>
    </message>
    <message>
        <source>关闭</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>关闭投诉</source>
        <translation>关闭投诉</translation>
    </message>
    <message>
        <source>关闭这件事</source>
        <translation>关闭这件事</translation>
    </message>
    <message>
        <source>关闭这件事，隔离的流水仍保留</source>
        <translation>关闭这件事，隔离的流水仍保留</translation>
    </message>
    <message>
        <source>其中本金 {principal}，赠送 {bonus}</source>
        <translation>其中本金 {principal}，赠送 {bonus}</translation>
    </message>
    <message>
        <source>其中税额，税率 {rate}</source>
        <translation>其中税额，税率 {rate}</translation>
    </message>
    <message>
        <source>其他</source>
        <translation>其他</translation>
    </message>
    <message>
        <source>其他/残币</source>
        <translation>其他/残币</translation>
    </message>
    <message>
        <source>其他关系</source>
        <translation>其他关系</translation>
    </message>
    <message>
        <source>其他原因</source>
        <translation>其他原因</translation>
    </message>
    <message>
        <source>其他钱箱</source>
        <translation>其他钱箱</translation>
    </message>
    <message>
        <source>其他零钱</source>
        <translation>其他零钱</translation>
    </message>
    <message>
        <source>其他页面</source>
        <translation>其他页面</translation>
    </message>
    <message>
        <source>内地 +86</source>
        <translation>内地 +86</translation>
    </message>
    <message>
        <source>再上传一次</source>
        <translation>再上传一次</translation>
    </message>
    <message>
        <source>再来一件</source>
        <translation>再来一件</translation>
    </message>
    <message>
        <source>再次查询，没有应答</source>
        <translation>再次查询，没有应答</translation>
    </message>
    <message>
        <source>再试一次</source>
        <translation>再试一次</translation>
    </message>
    <message>
        <source>再输 {n} 位</source>
        <translation>再输 {n} 位</translation>
    </message>
    <message>
        <source>再过 {n} 秒才能撤销</source>
        <translation>再过 {n} 秒才能撤销</translation>
    </message>
    <message>
        <source>写到会员自己的 U 盘，收银机不留；验证码证明是本人，收不到的由店长核验证件</source>
        <translation>写到会员自己的 U 盘，收银机不留；验证码证明是本人，收不到的由店长核验证件</translation>
    </message>
    <message>
        <source>写备注</source>
        <translation>写备注</translation>
    </message>
    <message>
        <source>冲回</source>
        <translation>冲回</translation>
    </message>
    <message>
        <source>冲回 {value}</source>
        <translation>冲回 {value}</translation>
    </message>
    <message>
        <source>冲回补偿</source>
        <translation>冲回补偿</translation>
    </message>
    <message>
        <source>冻结</source>
        <translation>冻结</translation>
    </message>
    <message>
        <source>冻结 {held}</source>
        <translation>冻结 {held}</translation>
    </message>
    <message>
        <source>净销售</source>
        <translation>净销售</translation>
    </message>
    <message>
        <source>净销售 ÷ 笔数</source>
        <translation>净销售 ÷ 笔数</translation>
    </message>
    <message>
        <source>减一</source>
        <translation>减一</translation>
    </message>
    <message>
        <source>减价</source>
        <translation>减价</translation>
    </message>
    <message>
        <source>减价 {share}，原因 {why}</source>
        <translation>减价 {share}，原因 {why}</translation>
    </message>
    <message>
        <source>减价需要店长授权</source>
        <translation>减价需要店长授权</translation>
    </message>
    <message>
        <source>减哪里</source>
        <translation>减哪里</translation>
    </message>
    <message>
        <source>减多少</source>
        <translation>减多少</translation>
    </message>
    <message>
        <source>减少</source>
        <translation>减少</translation>
    </message>
    <message>
        <source>凭证件导出本人资料</source>
        <translation>凭证件导出本人资料</translation>
    </message>
    <message>
        <source>凭证件换手机号或持有人</source>
        <translation>凭证件换手机号或持有人</translation>
    </message>
    <message>
        <source>出生年份</source>
        <translation>出生年份</translation>
    </message>
    <message>
        <source>出示会员码</source>
        <translation>出示会员码</translation>
    </message>
    <message>
        <source>出示收款码 {amount}</source>
        <translation>出示收款码 {amount}</translation>
    </message>
    <message>
        <source>列在待查重里</source>
        <translation>列在待查重里</translation>
    </message>
    <message>
        <source>列在查找结果里</source>
        <translation>列在查找结果里</translation>
    </message>
    <message>
        <source>列表</source>
        <translation>列表</translation>
    </message>
    <message>
        <source>列表和表格</source>
        <translation>列表和表格</translation>
    </message>
    <message>
        <source>刚刚</source>
        <translation>刚刚</translation>
    </message>
    <message>
        <source>刚才有人改过这份档案，已重新读取，请核对后再办</source>
        <translation>刚才有人改过这份档案，已重新读取，请核对后再办</translation>
    </message>
    <message>
        <source>删行</source>
        <translation>删行</translation>
    </message>
    <message>
        <source>删行</source>
        <comment>button</comment>
        <translation>删行</translation>
    </message>
    <message>
        <source>删除一个字</source>
        <translation>删除一个字</translation>
    </message>
    <message>
        <source>删除个人资料</source>
        <translation>删除个人资料</translation>
    </message>
    <message>
        <source>删除会员个人资料</source>
        <translation>删除会员个人资料</translation>
    </message>
    <message>
        <source>删除后谁也读不到，不能恢复；账目按编号保留</source>
        <translation>删除后谁也读不到，不能恢复；账目按编号保留</translation>
    </message>
    <message>
        <source>到 {day} 为止，之后 {tier}</source>
        <translation>到 {day} 为止，之后 {tier}</translation>
    </message>
    <message>
        <source>到哪一天为止 (含当天)</source>
        <translation>到哪一天为止 (含当天)</translation>
    </message>
    <message>
        <source>刷卡、扫码或输入卡号</source>
        <translation>刷卡、扫码或输入卡号</translation>
    </message>
    <message>
        <source>刷卡收 {amount}</source>
        <translation>刷卡收 {amount}</translation>
    </message>
    <message>
        <source>刷挂失的那张卡，恢复使用</source>
        <translation>刷挂失的那张卡，恢复使用</translation>
    </message>
    <message>
        <source>刷新</source>
        <translation>刷新</translation>
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
        <translation>券号</translation>
    </message>
    <message>
        <source>券：{name}</source>
        <translation>券：{name}</translation>
    </message>
    <message>
        <source>前面还有 {n} 种</source>
        <translation>前面还有 {n} 种</translation>
    </message>
    <message>
        <source>剩余</source>
        <translation>剩余</translation>
    </message>
    <message>
        <source>剩余 {n} 次，用完锁定 {m} 分钟</source>
        <translation>剩余 {n} 次，用完锁定 {m} 分钟</translation>
    </message>
    <message>
        <source>剩余 {size}</source>
        <translation>剩余 {size}</translation>
    </message>
    <message>
        <source>办理</source>
        <translation>办理</translation>
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
        <translation>加入的人：手机号或会员号</translation>
    </message>
    <message>
        <source>加入订单</source>
        <translation>加入订单</translation>
    </message>
    <message>
        <source>勾选结果会记入 Z 报表，还差 {n} 项</source>
        <translation>勾选结果会记入 Z 报表，还差 {n} 项</translation>
    </message>
    <message>
        <source>包装破损</source>
        <translation>包装破损</translation>
    </message>
    <message>
        <source>单价</source>
        <translation>单价</translation>
    </message>
    <message>
        <source>单价里含 {name} {amount}</source>
        <translation>单价里含 {name} {amount}</translation>
    </message>
    <message>
        <source>单位编号或名称</source>
        <translation>单位编号或名称</translation>
    </message>
    <message>
        <source>单号 {a} 至 {b}</source>
        <translation>单号 {a} 至 {b}</translation>
    </message>
    <message>
        <source>单号登记错了</source>
        <translation>单号登记错了</translation>
    </message>
    <message>
        <source>卖出 {n}，当时实付</source>
        <translation>卖出 {n}，当时实付</translation>
    </message>
    <message>
        <source>卡</source>
        <translation>卡</translation>
    </message>
    <message>
        <source>卡号</source>
        <translation>卡号</translation>
    </message>
    <message>
        <source>卡号 {card}</source>
        <translation>卡号 {card}</translation>
    </message>
    <message>
        <source>卡号相同</source>
        <translation>卡号相同</translation>
    </message>
    <message>
        <source>卡和手机号各一份</source>
        <translation>卡和手机号各一份</translation>
    </message>
    <message>
        <source>原价 {price} × {n}</source>
        <translation>原价 {price} × {n}</translation>
    </message>
    <message>
        <source>原因</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>原因、清点结果和重新清点次数会记入审计日志</source>
        <translation>原因、清点结果和重新清点次数会记入审计日志</translation>
    </message>
    <message>
        <source>原因不明</source>
        <translation>原因不明</translation>
    </message>
    <message>
        <source>原因代码 {code}</source>
        <translation>原因代码 {code}</translation>
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
        <translation>原持有人：看了什么证件或证明</translation>
    </message>
    <message>
        <source>原支付</source>
        <translation>原支付</translation>
    </message>
    <message>
        <source>原支付不退，从钱箱取出</source>
        <translation>原支付不退，从钱箱取出</translation>
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
        <translation>去处理 {key}</translation>
    </message>
    <message>
        <source>去掉标签 {tag}</source>
        <translation>去掉标签 {tag}</translation>
    </message>
    <message>
        <source>去收款</source>
        <translation>去收款</translation>
    </message>
    <message>
        <source>去收银</source>
        <translation>去收银</translation>
    </message>
    <message>
        <source>又登记了一次，空着的项已补</source>
        <translation>又登记了一次，空着的项已补</translation>
    </message>
    <message>
        <source>发出撤销</source>
        <translation>发出撤销</translation>
    </message>
    <message>
        <source>发到 {phone}，顾客告知</source>
        <translation>发到 {phone}，顾客告知</translation>
    </message>
    <message>
        <source>发送</source>
        <translation>发送</translation>
    </message>
    <message>
        <source>发送时间</source>
        <translation>发送时间</translation>
    </message>
    <message>
        <source>发送验证码</source>
        <translation>发送验证码</translation>
    </message>
    <message>
        <source>取出现金</source>
        <translation>取出现金</translation>
    </message>
    <message>
        <source>取单</source>
        <translation>取单</translation>
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
        <translation>取消人工定的等级，现在 {tier}</translation>
    </message>
    <message>
        <source>取消会员</source>
        <translation>取消会员</translation>
    </message>
    <message>
        <source>取消抹零 {amount}</source>
        <translation>取消抹零 {amount}</translation>
    </message>
    <message>
        <source>取消收款码</source>
        <translation>取消收款码</translation>
    </message>
    <message>
        <source>变更</source>
        <translation>变更</translation>
    </message>
    <message>
        <source>另一份档案</source>
        <translation>另一份档案</translation>
    </message>
    <message>
        <source>另一金额</source>
        <translation>另一金额</translation>
    </message>
    <message>
        <source>另行同意</source>
        <translation>另行同意</translation>
    </message>
    <message>
        <source>只开钱箱</source>
        <translation>只开钱箱</translation>
    </message>
    <message>
        <source>只改写了的项，空着的不变，勾选清除的删掉</source>
        <translation>只改写了的项，空着的不变，勾选清除的删掉</translation>
    </message>
    <message>
        <source>只有手机号必填</source>
        <translation>只有手机号必填</translation>
    </message>
    <message>
        <source>只有本人或店长可以清点</source>
        <translation>只有本人或店长可以清点</translation>
    </message>
    <message>
        <source>只用标签目录里的；按规则来的由规则去掉</source>
        <translation>只用标签目录里的；按规则来的由规则去掉</translation>
    </message>
    <message>
        <source>可以收银，有 {n} 个设备需要处理</source>
        <translation>可以收银，有 {n} 个设备需要处理</translation>
    </message>
    <message>
        <source>可得 {n} 积分，{days} 天后可用</source>
        <translation>可得 {n} 积分，{days} 天后可用</translation>
    </message>
    <message>
        <source>可挂 {room}</source>
        <translation>可挂 {room}</translation>
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
        <translation>可用积分</translation>
    </message>
    <message>
        <source>可直接输入</source>
        <translation>可直接输入</translation>
    </message>
    <message>
        <source>可离线使用</source>
        <translation>可离线使用</translation>
    </message>
    <message>
        <source>可离线使用 {left}</source>
        <translation>可离线使用 {left}</translation>
    </message>
    <message>
        <source>可离线使用 {left} + {n} 积分</source>
        <translation>可离线使用 {left} + {n} 积分</translation>
    </message>
    <message>
        <source>可离线使用 {n} 张券</source>
        <translation>可离线使用 {n} 张券</translation>
    </message>
    <message>
        <source>可离线使用 {n} 积分</source>
        <translation>可离线使用 {n} 积分</translation>
    </message>
    <message>
        <source>可离线抵 {most}</source>
        <translation>可离线抵 {most}</translation>
    </message>
    <message>
        <source>可空</source>
        <translation>可空</translation>
    </message>
    <message>
        <source>可继续，Z 报表会注明</source>
        <translation>可继续，Z 报表会注明</translation>
    </message>
    <message>
        <source>可能已是会员：{who}，{why}</source>
        <translation>可能已是会员：{who}，{why}</translation>
    </message>
    <message>
        <source>可能是同一人的两份档案</source>
        <translation>可能是同一人的两份档案</translation>
    </message>
    <message>
        <source>可退</source>
        <translation>可退</translation>
    </message>
    <message>
        <source>台卡</source>
        <translation>台卡</translation>
    </message>
    <message>
        <source>台卡、手持终端、券号</source>
        <translation>台卡、手持终端、券号</translation>
    </message>
    <message>
        <source>台卡、手持终端和券号收的钱会列在这里，到账单里查到才算数</source>
        <translation>台卡、手持终端和券号收的钱会列在这里，到账单里查到才算数</translation>
    </message>
    <message>
        <source>台湾 +886</source>
        <translation>台湾 +886</translation>
    </message>
    <message>
        <source>右边</source>
        <translation>右边</translation>
    </message>
    <message>
        <source>号码不对，还可以试 {n} 次</source>
        <translation>号码不对，还可以试 {n} 次</translation>
    </message>
    <message>
        <source>合作方</source>
        <translation>合作方</translation>
    </message>
    <message>
        <source>合并了档案</source>
        <translation>合并了档案</translation>
    </message>
    <message>
        <source>合并后</source>
        <translation>合并后</translation>
    </message>
    <message>
        <source>合并后没有变动，可以撤销</source>
        <translation>合并后没有变动，可以撤销</translation>
    </message>
    <message>
        <source>合并档案</source>
        <translation>合并档案</translation>
    </message>
    <message>
        <source>合并档案时并入家庭</source>
        <translation>合并档案时并入家庭</translation>
    </message>
    <message>
        <source>合并过的</source>
        <translation>合并过的</translation>
    </message>
    <message>
        <source>合并重复</source>
        <translation>合并重复</translation>
    </message>
    <message>
        <source>合计</source>
        <translation>合计</translation>
    </message>
    <message>
        <source>合计 {before} 改为 {after}</source>
        <translation>合计 {before} 改为 {after}</translation>
    </message>
    <message>
        <source>合计 {net}</source>
        <translation>合计 {net}</translation>
    </message>
    <message>
        <source>同一单号登记了两次</source>
        <translation>同一单号登记了两次</translation>
    </message>
    <message>
        <source>同号两笔流水</source>
        <translation>同号两笔流水</translation>
    </message>
    <message>
        <source>同意</source>
        <translation>同意</translation>
    </message>
    <message>
        <source>同意与家庭</source>
        <translation>同意与家庭</translation>
    </message>
    <message>
        <source>同意并登记</source>
        <translation>同意并登记</translation>
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
        <translation>同样的券只留一张：{codes}</translation>
    </message>
    <message>
        <source>同步与健康</source>
        <translation>同步与健康</translation>
    </message>
    <message>
        <source>同步中 {n}</source>
        <translation>同步中 {n}</translation>
    </message>
    <message>
        <source>含 {n} 笔待同步</source>
        <translation>含 {n} 笔待同步</translation>
    </message>
    <message>
        <source>含税 {rate}  {tax}</source>
        <translation>含税 {rate}  {tax}</translation>
    </message>
    <message>
        <source>售罄</source>
        <translation>售罄</translation>
    </message>
    <message>
        <source>商品</source>
        <translation>商品</translation>
    </message>
    <message>
        <source>商品质量</source>
        <translation>商品质量</translation>
    </message>
    <message>
        <source>商户单号</source>
        <translation>商户单号</translation>
    </message>
    <message>
        <source>商户单号 {number}</source>
        <translation>商户单号 {number}</translation>
    </message>
    <message>
        <source>商户平台没有这一笔</source>
        <translation>商户平台没有这一笔</translation>
    </message>
    <message>
        <source>回访</source>
        <translation>回访</translation>
    </message>
    <message>
        <source>回访结果</source>
        <translation>回访结果</translation>
    </message>
    <message>
        <source>回车</source>
        <translation>回车</translation>
    </message>
    <message>
        <source>在左边点一行，或按 {keys} 选择</source>
        <translation>在左边点一行，或按 {keys} 选择</translation>
    </message>
    <message>
        <source>在用</source>
        <translation>在用</translation>
    </message>
    <message>
        <source>在线</source>
        <translation>在线</translation>
    </message>
    <message>
        <source>填一个或几个条件，按 Enter</source>
        <translation>填一个或几个条件，按 Enter</translation>
    </message>
    <message>
        <source>填写设备上的合计并选择原因，差额会记入 Z 报表</source>
        <translation>填写设备上的合计并选择原因，差额会记入 Z 报表</translation>
    </message>
    <message>
        <source>增加</source>
        <translation>增加</translation>
    </message>
    <message>
        <source>处理异常</source>
        <translation>处理异常</translation>
    </message>
    <message>
        <source>处理结果未知的支付</source>
        <translation>处理结果未知的支付</translation>
    </message>
    <message>
        <source>备注</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>备注 {note}</source>
        <translation>备注 {note}</translation>
    </message>
    <message>
        <source>备用金</source>
        <translation>备用金</translation>
    </message>
    <message>
        <source>复制诊断</source>
        <translation>复制诊断</translation>
    </message>
    <message>
        <source>外接支付终端</source>
        <translation>外接支付终端</translation>
    </message>
    <message>
        <source>外网不通 {n} 分钟，可现金收款，储值与兑换限预留</source>
        <translation>外网不通 {n} 分钟，可现金收款，储值与兑换限预留</translation>
    </message>
    <message>
        <source>外网不通，可以收现金，储值与积分限预留</source>
        <translation>外网不通，可以收现金，储值与积分限预留</translation>
    </message>
    <message>
        <source>外观</source>
        <translation>外观</translation>
    </message>
    <message>
        <source>外部已收 {by}</source>
        <translation>外部已收 {by}</translation>
    </message>
    <message>
        <source>外部已收 {by} {paid}，在原设备上退</source>
        <translation>外部已收 {by} {paid}，在原设备上退</translation>
    </message>
    <message>
        <source>外部已收，登记</source>
        <translation>外部已收，登记</translation>
    </message>
    <message>
        <source>外部收款核对</source>
        <translation>外部收款核对</translation>
    </message>
    <message>
        <source>外部收款账单里没有</source>
        <translation>外部收款账单里没有</translation>
    </message>
    <message>
        <source>夜间提示音</source>
        <translation>夜间提示音</translation>
    </message>
    <message>
        <source>大小</source>
        <translation>大小</translation>
    </message>
    <message>
        <source>大小写是反的，不影响收银，可以关掉大写锁定</source>
        <translation>大小写是反的，不影响收银，可以关掉大写锁定</translation>
    </message>
    <message>
        <source>大小没有改动</source>
        <translation>大小没有改动</translation>
    </message>
    <message>
        <source>失去积分 {n}，券 {coupons} 张</source>
        <translation>失去积分 {n}，券 {coupons} 张</translation>
    </message>
    <message>
        <source>女</source>
        <translation>女</translation>
    </message>
    <message>
        <source>她已是会员，本单没有绑定会员，补积分请到会员服务</source>
        <translation>她已是会员，本单没有绑定会员，补积分请到会员服务</translation>
    </message>
    <message>
        <source>她是监护人</source>
        <translation>她是监护人</translation>
    </message>
    <message>
        <source>她邀请的会员</source>
        <translation>她邀请的会员</translation>
    </message>
    <message>
        <source>姓名</source>
        <translation>姓名</translation>
    </message>
    <message>
        <source>姓名和手机号提供给名单上的合作方，到撤回为止</source>
        <translation>姓名和手机号提供给名单上的合作方，到撤回为止</translation>
    </message>
    <message>
        <source>姓名和生日相同</source>
        <translation>姓名和生日相同</translation>
    </message>
    <message>
        <source>姓名或拼音</source>
        <translation>姓名或拼音</translation>
    </message>
    <message>
        <source>字母键盘</source>
        <translation>字母键盘</translation>
    </message>
    <message>
        <source>字符间隔超过 {ms} 毫秒，请在扫码枪上缩短字符间隔，或改用串口模式</source>
        <translation>字符间隔超过 {ms} 毫秒，请在扫码枪上缩短字符间隔，或改用串口模式</translation>
    </message>
    <message>
        <source>存为 PDF</source>
        <translation>存为 PDF</translation>
    </message>
    <message>
        <source>存入现金</source>
        <translation>存入现金</translation>
    </message>
    <message>
        <source>存入钱箱的现金</source>
        <translation>存入钱箱的现金</translation>
    </message>
    <message>
        <source>孩子</source>
        <translation>孩子</translation>
    </message>
    <message>
        <source>孩子不需要手机号，监护人是当前会员</source>
        <translation>孩子不需要手机号，监护人是当前会员</translation>
    </message>
    <message>
        <source>孩子已登记，会员号 {number}</source>
        <translation>孩子已登记，会员号 {number}</translation>
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
        <translation>完整性检查 {time} 通过，每笔先存本机再打印</translation>
    </message>
    <message>
        <source>定等级</source>
        <translation>定等级</translation>
    </message>
    <message>
        <source>实付</source>
        <translation>实付</translation>
    </message>
    <message>
        <source>实体卡</source>
        <translation>实体卡</translation>
    </message>
    <message>
        <source>实点</source>
        <translation>实点</translation>
    </message>
    <message>
        <source>实点合计</source>
        <translation>实点合计</translation>
    </message>
    <message>
        <source>实点现金</source>
        <translation>实点现金</translation>
    </message>
    <message>
        <source>客单价</source>
        <translation>客单价</translation>
    </message>
    <message>
        <source>家庭</source>
        <translation>家庭</translation>
    </message>
    <message>
        <source>家庭卡上还有 {n} 人，先换持卡人</source>
        <translation>家庭卡上还有 {n} 人，先换持卡人</translation>
    </message>
    <message>
        <source>家庭变动</source>
        <translation>家庭变动</translation>
    </message>
    <message>
        <source>家庭变化</source>
        <translation>家庭变化</translation>
    </message>
    <message>
        <source>家长</source>
        <translation>家长</translation>
    </message>
    <message>
        <source>宽一点</source>
        <translation>宽一点</translation>
    </message>
    <message>
        <source>密码键盘</source>
        <translation>密码键盘</translation>
    </message>
    <message>
        <source>密钥环打不开时，也可以输入店长保管的恢复密语</source>
        <translation>密钥环打不开时，也可以输入店长保管的恢复密语</translation>
    </message>
    <message>
        <source>密钥环里没有本机的密钥，收银数据打不开。数据都在，没有丢失</source>
        <translation>密钥环里没有本机的密钥，收银数据打不开。数据都在，没有丢失</translation>
    </message>
    <message>
        <source>对准扫码口，或输入 8 位数字</source>
        <translation>对准扫码口，或输入 8 位数字</translation>
    </message>
    <message>
        <source>导入</source>
        <translation>导入</translation>
    </message>
    <message>
        <source>导入支付公司给的账单文件，差异会列在这里</source>
        <translation>导入支付公司给的账单文件，差异会列在这里</translation>
    </message>
    <message>
        <source>导入时重复</source>
        <translation>导入时重复</translation>
    </message>
    <message>
        <source>导入账单</source>
        <translation>导入账单</translation>
    </message>
    <message>
        <source>导入账单，不符的会列为待处理</source>
        <translation>导入账单，不符的会列为待处理</translation>
    </message>
    <message>
        <source>导出 CSV</source>
        <translation>导出 CSV</translation>
    </message>
    <message>
        <source>导出 Excel</source>
        <translation>导出 Excel</translation>
    </message>
    <message>
        <source>导出了全部资料</source>
        <translation>导出了全部资料</translation>
    </message>
    <message>
        <source>导出未上传的流水</source>
        <translation>导出未上传的流水</translation>
    </message>
    <message>
        <source>导出本人资料</source>
        <translation>导出本人资料</translation>
    </message>
    <message>
        <source>小按键高 {mm} 毫米</source>
        <translation>小按键高 {mm} 毫米</translation>
    </message>
    <message>
        <source>小数点</source>
        <translation>小数点</translation>
    </message>
    <message>
        <source>小票 {here} = 总部 {there}</source>
        <translation>小票 {here} = 总部 {there}</translation>
    </message>
    <message>
        <source>小票 {here}，总部 {there}，还有待同步</source>
        <translation>小票 {here}，总部 {there}，还有待同步</translation>
    </message>
    <message>
        <source>小票 {here}，总部暂时没有应答</source>
        <translation>小票 {here}，总部暂时没有应答</translation>
    </message>
    <message>
        <source>小票 {number} 打出来了吗</source>
        <translation>小票 {number} 打出来了吗</translation>
    </message>
    <message>
        <source>小票 {number}，{time}</source>
        <translation>小票 {number}，{time}</translation>
    </message>
    <message>
        <source>小票号</source>
        <translation>小票号</translation>
    </message>
    <message>
        <source>小票号，可不填</source>
        <translation>小票号，可不填</translation>
    </message>
    <message>
        <source>小票打印机</source>
        <translation>小票打印机</translation>
    </message>
    <message>
        <source>小票纸</source>
        <translation>小票纸</translation>
    </message>
    <message>
        <source>小计</source>
        <translation>小计</translation>
    </message>
    <message>
        <source>小额支出</source>
        <translation>小额支出</translation>
    </message>
    <message>
        <source>少填一个条件再找</source>
        <translation>少填一个条件再找</translation>
    </message>
    <message>
        <source>就用这位会员</source>
        <translation>就用这位会员</translation>
    </message>
    <message>
        <source>尺寸不合</source>
        <translation>尺寸不合</translation>
    </message>
    <message>
        <source>工作正常，可以收银</source>
        <translation>工作正常，可以收银</translation>
    </message>
    <message>
        <source>左边</source>
        <translation>左边</translation>
    </message>
    <message>
        <source>差异说明</source>
        <translation>差异说明</translation>
    </message>
    <message>
        <source>差异较大时请店长输 PIN 授权</source>
        <translation>差异较大时请店长输 PIN 授权</translation>
    </message>
    <message>
        <source>差异较大，需要店长授权</source>
        <translation>差异较大，需要店长授权</translation>
    </message>
    <message>
        <source>已与顾客结清</source>
        <translation>已与顾客结清</translation>
    </message>
    <message>
        <source>已交班</source>
        <translation>已交班</translation>
    </message>
    <message>
        <source>已人工补记</source>
        <translation>已人工补记</translation>
    </message>
    <message>
        <source>已从黑匣子找回 {n} 笔记录，没有丢失</source>
        <translation>已从黑匣子找回 {n} 笔记录，没有丢失</translation>
    </message>
    <message>
        <source>已保存</source>
        <translation>已保存</translation>
    </message>
    <message>
        <source>已保存 {name}，在 {folder}</source>
        <translation>已保存 {name}，在 {folder}</translation>
    </message>
    <message>
        <source>已保存扫码枪设置</source>
        <translation>已保存扫码枪设置</translation>
    </message>
    <message>
        <source>已保存键位</source>
        <translation>已保存键位</translation>
    </message>
    <message>
        <source>已停用</source>
        <translation>已停用</translation>
    </message>
    <message>
        <source>已停用，请导出后交给总部</source>
        <translation>已停用，请导出后交给总部</translation>
    </message>
    <message>
        <source>已入账，记入日志</source>
        <translation>已入账，记入日志</translation>
    </message>
    <message>
        <source>已关闭</source>
        <translation>已关闭</translation>
    </message>
    <message>
        <source>已关闭，记入日志</source>
        <translation>已关闭，记入日志</translation>
    </message>
    <message>
        <source>已冻结</source>
        <translation>已冻结</translation>
    </message>
    <message>
        <source>已减价，{why}</source>
        <translation>已减价，{why}</translation>
    </message>
    <message>
        <source>已删 {line}</source>
        <translation>已删 {line}</translation>
    </message>
    <message>
        <source>已删 {n} 行</source>
        <translation>已删 {n} 行</translation>
    </message>
    <message>
        <source>已删除 {name} ×{n}</source>
        <translation>已删除 {name} ×{n}</translation>
    </message>
    <message>
        <source>已办好，记入会员的经过</source>
        <translation>已办好，记入会员的经过</translation>
    </message>
    <message>
        <source>已发到 {phone}，请输入 6 位数字</source>
        <translation>已发到 {phone}，请输入 6 位数字</translation>
    </message>
    <message>
        <source>已发到 {phone}，请顾客告知</source>
        <translation>已发到 {phone}，请顾客告知</translation>
    </message>
    <message>
        <source>已发送</source>
        <translation>已发送</translation>
    </message>
    <message>
        <source>已取消 {coupon}</source>
        <translation>已取消 {coupon}</translation>
    </message>
    <message>
        <source>已取消会员 {name}</source>
        <translation>已取消会员 {name}</translation>
    </message>
    <message>
        <source>已合并到 {kept}，没有变动前可以撤销</source>
        <translation>已合并到 {kept}，没有变动前可以撤销</translation>
    </message>
    <message>
        <source>已同意</source>
        <translation>已同意</translation>
    </message>
    <message>
        <source>已向顾客出示《会员协议》《隐私政策》{v}</source>
        <translation>已向顾客出示《会员协议》《隐私政策》{v}</translation>
    </message>
    <message>
        <source>已售</source>
        <translation>已售</translation>
    </message>
    <message>
        <source>已回访</source>
        <translation>已回访</translation>
    </message>
    <message>
        <source>已在会员页面答复</source>
        <translation>已在会员页面答复</translation>
    </message>
    <message>
        <source>已在商户平台查到</source>
        <translation>已在商户平台查到</translation>
    </message>
    <message>
        <source>已在对账单查到</source>
        <translation>已在对账单查到</translation>
    </message>
    <message>
        <source>已处理</source>
        <translation>已处理</translation>
    </message>
    <message>
        <source>已复制</source>
        <translation>已复制</translation>
    </message>
    <message>
        <source>已失效</source>
        <translation>已失效</translation>
    </message>
    <message>
        <source>已奖励</source>
        <translation>已奖励</translation>
    </message>
    <message>
        <source>已完成</source>
        <translation>已完成</translation>
    </message>
    <message>
        <source>已导入 {day} 的账单，{n} 笔不符</source>
        <translation>已导入 {day} 的账单，{n} 笔不符</translation>
    </message>
    <message>
        <source>已挂 {age}，较久</source>
        <translation>已挂 {age}，较久</translation>
    </message>
    <message>
        <source>已挂单 {label} {amount}</source>
        <translation>已挂单 {label} {amount}</translation>
    </message>
    <message>
        <source>已挂失</source>
        <translation>已挂失</translation>
    </message>
    <message>
        <source>已按你的要求办好</source>
        <translation>已按你的要求办好</translation>
    </message>
    <message>
        <source>已按小票更正</source>
        <translation>已按小票更正</translation>
    </message>
    <message>
        <source>已按顾客凭证更正</source>
        <translation>已按顾客凭证更正</translation>
    </message>
    <message>
        <source>已换卡</source>
        <translation>已换卡</translation>
    </message>
    <message>
        <source>已撤回，连上总部后自动送达</source>
        <translation>已撤回，连上总部后自动送达</translation>
    </message>
    <message>
        <source>已撤销合并，两份档案和从前一样</source>
        <translation>已撤销合并，两份档案和从前一样</translation>
    </message>
    <message>
        <source>已撤销，两份档案和从前一样</source>
        <translation>已撤销，两份档案和从前一样</translation>
    </message>
    <message>
        <source>已撤销，没有收款</source>
        <translation>已撤销，没有收款</translation>
    </message>
    <message>
        <source>已收</source>
        <translation>已收</translation>
    </message>
    <message>
        <source>已收 {amount}，保留后再收款会接着算；退回后现金请交还顾客</source>
        <translation>已收 {amount}，保留后再收款会接着算；退回后现金请交还顾客</translation>
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
        <translation>已收了一部分，退回后才能抹零</translation>
    </message>
    <message>
        <source>已收了一部分，退回后才能用券</source>
        <translation>已收了一部分，退回后才能用券</translation>
    </message>
    <message>
        <source>已收到券款</source>
        <translation>已收到券款</translation>
    </message>
    <message>
        <source>已收款，没有对应销售</source>
        <translation>已收款，没有对应销售</translation>
    </message>
    <message>
        <source>已收的款会退回，作废后不能恢复</source>
        <translation>已收的款会退回，作废后不能恢复</translation>
    </message>
    <message>
        <source>已收的款怎么处理</source>
        <translation>已收的款怎么处理</translation>
    </message>
    <message>
        <source>已放一边，等账单核对，顾客确已付的会退还</source>
        <translation>已放一边，等账单核对，顾客确已付的会退还</translation>
    </message>
    <message>
        <source>已是会员 {name}</source>
        <translation>已是会员 {name}</translation>
    </message>
    <message>
        <source>已是自动</source>
        <translation>已是自动</translation>
    </message>
    <message>
        <source>已更正并补偿</source>
        <translation>已更正并补偿</translation>
    </message>
    <message>
        <source>已有在用的卡</source>
        <translation>已有在用的卡</translation>
    </message>
    <message>
        <source>已有的会员 {number}</source>
        <translation>已有的会员 {number}</translation>
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
        <translation>已核对</translation>
    </message>
    <message>
        <source>已核对小票</source>
        <translation>已核对小票</translation>
    </message>
    <message>
        <source>已核验</source>
        <translation>已核验</translation>
    </message>
    <message>
        <source>已注销</source>
        <translation>已注销</translation>
    </message>
    <message>
        <source>已用 {coupon}</source>
        <translation>已用 {coupon}</translation>
    </message>
    <message>
        <source>已用在本单，再选一次取消</source>
        <translation>已用在本单，再选一次取消</translation>
    </message>
    <message>
        <source>已离线 {n} 分钟，可现金收款，储值与兑换限预留</source>
        <translation>已离线 {n} 分钟，可现金收款，储值与兑换限预留</translation>
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
        <translation>已经查到</translation>
    </message>
    <message>
        <source>已经核对过</source>
        <translation>已经核对过</translation>
    </message>
    <message>
        <source>已补打</source>
        <translation>已补打</translation>
    </message>
    <message>
        <source>已记下您看过应有，请由别人清点</source>
        <translation>已记下您看过应有，请由别人清点</translation>
    </message>
    <message>
        <source>已记下是两个人，不再一起列出</source>
        <translation>已记下是两个人，不再一起列出</translation>
    </message>
    <message>
        <source>已记为查到</source>
        <translation>已记为查到</translation>
    </message>
    <message>
        <source>已记为没查到，列入待处理</source>
        <translation>已记为没查到，列入待处理</translation>
    </message>
    <message>
        <source>已记入投诉</source>
        <translation>已记入投诉</translation>
    </message>
    <message>
        <source>已记录</source>
        <translation>已记录</translation>
    </message>
    <message>
        <source>已说明原因并道歉</source>
        <translation>已说明原因并道歉</translation>
    </message>
    <message>
        <source>已输入的位数</source>
        <translation>已输入的位数</translation>
    </message>
    <message>
        <source>已预扣，取消收款会自动退回</source>
        <translation>已预扣，取消收款会自动退回</translation>
    </message>
    <message>
        <source>已验证</source>
        <translation>已验证</translation>
    </message>
    <message>
        <source>常用</source>
        <translation>常用</translation>
    </message>
    <message>
        <source>常用备注</source>
        <translation>常用备注</translation>
    </message>
    <message>
        <source>平台单号 {number}</source>
        <translation>平台单号 {number}</translation>
    </message>
    <message>
        <source>并排看</source>
        <translation>并排看</translation>
    </message>
    <message>
        <source>应收</source>
        <translation>应收</translation>
    </message>
    <message>
        <source>应收 {net}</source>
        <translation>应收 {net}</translation>
    </message>
    <message>
        <source>应有</source>
        <translation>应有</translation>
    </message>
    <message>
        <source>应有数在清点提交后才显示</source>
        <translation>应有数在清点提交后才显示</translation>
    </message>
    <message>
        <source>应有数提交后才显示，重新清点会被记录，目前 {n} 次</source>
        <translation>应有数提交后才显示，重新清点会被记录，目前 {n} 次</translation>
    </message>
    <message>
        <source>应有现金</source>
        <translation>应有现金</translation>
    </message>
    <message>
        <source>店内网络正常，是总部的问题，不用动这台机器</source>
        <translation>店内网络正常，是总部的问题，不用动这台机器</translation>
    </message>
    <message>
        <source>店内网络正常，请看路由器或联系宽带客服</source>
        <translation>店内网络正常，请看路由器或联系宽带客服</translation>
    </message>
    <message>
        <source>店长</source>
        <translation>店长</translation>
    </message>
    <message>
        <source>店长台</source>
        <translation>店长台</translation>
    </message>
    <message>
        <source>店长同意</source>
        <translation>店长同意</translation>
    </message>
    <message>
        <source>店长已核验</source>
        <translation>店长已核验</translation>
    </message>
    <message>
        <source>店长当面核验</source>
        <translation>店长当面核验</translation>
    </message>
    <message>
        <source>店长授权退款、改价后会列在这里</source>
        <translation>店长授权退款、改价后会列在这里</translation>
    </message>
    <message>
        <source>店长解锁</source>
        <translation>店长解锁</translation>
    </message>
    <message>
        <source>开班</source>
        <translation>开班</translation>
    </message>
    <message>
        <source>开班时的备用金</source>
        <translation>开班时的备用金</translation>
    </message>
    <message>
        <source>开钱箱</source>
        <translation>开钱箱</translation>
    </message>
    <message>
        <source>张数</source>
        <translation>张数</translation>
    </message>
    <message>
        <source>当班由您清点，金额交班后才显示，下面的数字不含当班</source>
        <translation>当班由您清点，金额交班后才显示，下面的数字不含当班</translation>
    </message>
    <message>
        <source>当面</source>
        <translation>当面</translation>
    </message>
    <message>
        <source>当面核验手机号需要店长授权</source>
        <translation>当面核验手机号需要店长授权</translation>
    </message>
    <message>
        <source>录错单</source>
        <translation>录错单</translation>
    </message>
    <message>
        <source>待办</source>
        <translation>待办</translation>
    </message>
    <message>
        <source>待办 {n} 件，过期 {late} 件</source>
        <translation>待办 {n} 件，过期 {late} 件</translation>
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
        <translation>待同步 {n} 笔，恢复后自动上传，不会丢失</translation>
    </message>
    <message>
        <source>待回访</source>
        <translation>待回访</translation>
    </message>
    <message>
        <source>待处理</source>
        <translation>待处理</translation>
    </message>
    <message>
        <source>待核对</source>
        <translation>待核对</translation>
    </message>
    <message>
        <source>待生效 {n}</source>
        <translation>待生效 {n}</translation>
    </message>
    <message>
        <source>待生效积分</source>
        <translation>待生效积分</translation>
    </message>
    <message>
        <source>待确认：总部还没有收到这次登记，收到后换成正式会员号</source>
        <translation>待确认：总部还没有收到这次登记，收到后换成正式会员号</translation>
    </message>
    <message>
        <source>待答复</source>
        <translation>待答复</translation>
    </message>
    <message>
        <source>微信</source>
        <translation>微信</translation>
    </message>
    <message>
        <source>微信/支付宝，直接扫</source>
        <translation>微信/支付宝，直接扫</translation>
    </message>
    <message>
        <source>微信付款码</source>
        <translation>微信付款码</translation>
    </message>
    <message>
        <source>微信格式</source>
        <translation>微信格式</translation>
    </message>
    <message>
        <source>快捷金额</source>
        <translation>快捷金额</translation>
    </message>
    <message>
        <source>快满了，再满就不能开新单，请马上清出空间</source>
        <translation>快满了，再满就不能开新单，请马上清出空间</translation>
    </message>
    <message>
        <source>忽略此码</source>
        <translation>忽略此码</translation>
    </message>
    <message>
        <source>怎么说的</source>
        <translation>怎么说的</translation>
    </message>
    <message>
        <source>性别</source>
        <translation>性别</translation>
    </message>
    <message>
        <source>总部</source>
        <translation>总部</translation>
    </message>
    <message>
        <source>总部不再接受这台收银机，新单、充值、退货和储值都已停止，数据都在</source>
        <translation>总部不再接受这台收银机，新单、充值、退货和储值都已停止，数据都在</translation>
    </message>
    <message>
        <source>总部回应丢失</source>
        <translation>总部回应丢失</translation>
    </message>
    <message>
        <source>总部应答慢，可以收银，储值和充值可能要多等几秒</source>
        <translation>总部应答慢，可以收银，储值和充值可能要多等几秒</translation>
    </message>
    <message>
        <source>总部批准的优待</source>
        <translation>总部批准的优待</translation>
    </message>
    <message>
        <source>总部报价后才知道</source>
        <translation>总部报价后才知道</translation>
    </message>
    <message>
        <source>总部报价没有赠送</source>
        <translation>总部报价没有赠送</translation>
    </message>
    <message>
        <source>总部收下但对不上的记录会列在这里，可按刷新再看</source>
        <translation>总部收下但对不上的记录会列在这里，可按刷新再看</translation>
    </message>
    <message>
        <source>总部断网</source>
        <translation>总部断网</translation>
    </message>
    <message>
        <source>总部服务没有应答，可以收现金，储值与积分限预留</source>
        <translation>总部服务没有应答，可以收现金，储值与积分限预留</translation>
    </message>
    <message>
        <source>总部查到手机号、卡或姓名生日相同的，会列在这里</source>
        <translation>总部查到手机号、卡或姓名生日相同的，会列在这里</translation>
    </message>
    <message>
        <source>总部没有应答 {n} 分钟，可现金收款，储值与兑换限预留</source>
        <translation>总部没有应答 {n} 分钟，可现金收款，储值与兑换限预留</translation>
    </message>
    <message>
        <source>总部没有应答，请看列表是否已处理</source>
        <translation>总部没有应答，请看列表是否已处理</translation>
    </message>
    <message>
        <source>总部还没有设置收单机构</source>
        <translation>总部还没有设置收单机构</translation>
    </message>
    <message>
        <source>恢复储值和积分支付</source>
        <translation>恢复储值和积分支付</translation>
    </message>
    <message>
        <source>恢复原文</source>
        <translation>恢复原文</translation>
    </message>
    <message>
        <source>恢复后找不到会员</source>
        <translation>恢复后找不到会员</translation>
    </message>
    <message>
        <source>恢复后额度不足</source>
        <translation>恢复后额度不足</translation>
    </message>
    <message>
        <source>恢复在线</source>
        <translation>恢复在线</translation>
    </message>
    <message>
        <source>恢复密语</source>
        <translation>恢复密语</translation>
    </message>
    <message>
        <source>恢复正常</source>
        <translation>恢复正常</translation>
    </message>
    <message>
        <source>恢复自动</source>
        <translation>恢复自动</translation>
    </message>
    <message>
        <source>您可以随时查看、更正、撤回或删除。以下各项单独选择，不选不影响成为会员</source>
        <translation>您可以随时查看、更正、撤回或删除。以下各项单独选择，不选不影响成为会员</translation>
    </message>
    <message>
        <source>您将支付</source>
        <translation>您将支付</translation>
    </message>
    <message>
        <source>您的订单</source>
        <translation>您的订单</translation>
    </message>
    <message>
        <source>成为持卡人</source>
        <translation>成为持卡人</translation>
    </message>
    <message>
        <source>成功</source>
        <translation>成功</translation>
    </message>
    <message>
        <source>成长 {n}</source>
        <translation>成长 {n}</translation>
    </message>
    <message>
        <source>成长值</source>
        <translation>成长值</translation>
    </message>
    <message>
        <source>成长值 {n}</source>
        <translation>成长值 {n}</translation>
    </message>
    <message>
        <source>或者点选</source>
        <translation>或者点选</translation>
    </message>
    <message>
        <source>所有数据已同步</source>
        <translation>所有数据已同步</translation>
    </message>
    <message>
        <source>手工折扣</source>
        <translation>手工折扣</translation>
    </message>
    <message>
        <source>手工指定</source>
        <translation>手工指定</translation>
    </message>
    <message>
        <source>手工输入</source>
        <translation>手工输入</translation>
    </message>
    <message>
        <source>手持终端</source>
        <translation>手持终端</translation>
    </message>
    <message>
        <source>手机号</source>
        <translation>手机号</translation>
    </message>
    <message>
        <source>手机号 *</source>
        <translation>手机号 *</translation>
    </message>
    <message>
        <source>手机号 / 后 4 位 / 会员码 / 卡号 / 姓名拼音</source>
        <translation>手机号 / 后 4 位 / 会员码 / 卡号 / 姓名拼音</translation>
    </message>
    <message>
        <source>手机号、会员号或卡</source>
        <translation>手机号、会员号或卡</translation>
    </message>
    <message>
        <source>手机号、会员号，或扫她的码</source>
        <translation>手机号、会员号，或扫她的码</translation>
    </message>
    <message>
        <source>手机号已有会员，两份档案待核对</source>
        <translation>手机号已有会员，两份档案待核对</translation>
    </message>
    <message>
        <source>手机号已经核验过</source>
        <translation>手机号已经核验过</translation>
    </message>
    <message>
        <source>手机号或后 4 位</source>
        <translation>手机号或后 4 位</translation>
    </message>
    <message>
        <source>手机号没有验证</source>
        <translation>手机号没有验证</translation>
    </message>
    <message>
        <source>手机号相同</source>
        <translation>手机号相同</translation>
    </message>
    <message>
        <source>打不开本机的密钥</source>
        <translation>打不开本机的密钥</translation>
    </message>
    <message>
        <source>打出来了</source>
        <translation>打出来了</translation>
    </message>
    <message>
        <source>打包带走</source>
        <translation>打包带走</translation>
    </message>
    <message>
        <source>打印</source>
        <translation>打印</translation>
    </message>
    <message>
        <source>打印 X 报表</source>
        <translation>打印 X 报表</translation>
    </message>
    <message>
        <source>打印机断开</source>
        <translation>打印机断开</translation>
    </message>
    <message>
        <source>打印机缺纸</source>
        <translation>打印机缺纸</translation>
    </message>
    <message>
        <source>打印键位卡</source>
        <translation>打印键位卡</translation>
    </message>
    <message>
        <source>打开了档案</source>
        <translation>打开了档案</translation>
    </message>
    <message>
        <source>打开档案</source>
        <translation>打开档案</translation>
    </message>
    <message>
        <source>打折</source>
        <translation>打折</translation>
    </message>
    <message>
        <source>扣回 {n} 积分，按累计退回的钱算，不足一分的不扣</source>
        <translation>扣回 {n} 积分，按累计退回的钱算，不足一分的不扣</translation>
    </message>
    <message>
        <source>扣回本单已得积分 {n}</source>
        <translation>扣回本单已得积分 {n}</translation>
    </message>
    <message>
        <source>扣本金</source>
        <translation>扣本金</translation>
    </message>
    <message>
        <source>扣赠送</source>
        <translation>扣赠送</translation>
    </message>
    <message>
        <source>扫下一件商品，直接开新单</source>
        <translation>扫下一件商品，直接开新单</translation>
    </message>
    <message>
        <source>扫付款码</source>
        <translation>扫付款码</translation>
    </message>
    <message>
        <source>扫付款码、出示收款码</source>
        <translation>扫付款码、出示收款码</translation>
    </message>
    <message>
        <source>扫会员码，或输入手机号后按 Enter</source>
        <translation>扫会员码，或输入手机号后按 Enter</translation>
    </message>
    <message>
        <source>扫小票上的二维码，商品会列在这里</source>
        <translation>扫小票上的二维码，商品会列在这里</translation>
    </message>
    <message>
        <source>扫小票上的二维码，或输入小票号后按 Enter</source>
        <translation>扫小票上的二维码，或输入小票号后按 Enter</translation>
    </message>
    <message>
        <source>扫工牌授权</source>
        <translation>扫工牌授权</translation>
    </message>
    <message>
        <source>扫工牌选人</source>
        <translation>扫工牌选人</translation>
    </message>
    <message>
        <source>扫工牌选授权人</source>
        <translation>扫工牌选授权人</translation>
    </message>
    <message>
        <source>扫码 / 条码 / 拼音首字母 / 手机号</source>
        <translation>扫码 / 条码 / 拼音首字母 / 手机号</translation>
    </message>
    <message>
        <source>扫码、查价、改数量</source>
        <translation>扫码、查价、改数量</translation>
    </message>
    <message>
        <source>扫码不能授权，还要输 PIN</source>
        <translation>扫码不能授权，还要输 PIN</translation>
    </message>
    <message>
        <source>扫码开始，或点左侧商品</source>
        <translation>扫码开始，或点左侧商品</translation>
    </message>
    <message>
        <source>扫码或输入</source>
        <translation>扫码或输入</translation>
    </message>
    <message>
        <source>扫码枪</source>
        <translation>扫码枪</translation>
    </message>
    <message>
        <source>扫码枪不发回车，每次要多等片刻，建议在扫码枪上设置回车结尾</source>
        <translation>扫码枪不发回车，每次要多等片刻，建议在扫码枪上设置回车结尾</translation>
    </message>
    <message>
        <source>扫码枪：点一下就扫一次</source>
        <translation>扫码枪：点一下就扫一次</translation>
    </message>
    <message>
        <source>扫码测试</source>
        <translation>扫码测试</translation>
    </message>
    <message>
        <source>扫码签署</source>
        <translation>扫码签署</translation>
    </message>
    <message>
        <source>扫顾客手机上的动态码，60 秒刷新</source>
        <translation>扫顾客手机上的动态码，60 秒刷新</translation>
    </message>
    <message>
        <source>找到这里还没有符合的会员</source>
        <translation>找到这里还没有符合的会员</translation>
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
        <translation>找零 {amount} 已存入储值</translation>
    </message>
    <message>
        <source>找零 {change} 太多，请检查收到的金额</source>
        <translation>找零 {change} 太多，请检查收到的金额</translation>
    </message>
    <message>
        <source>找零已存入储值</source>
        <translation>找零已存入储值</translation>
    </message>
    <message>
        <source>找零误差</source>
        <translation>找零误差</translation>
    </message>
    <message>
        <source>找零转存</source>
        <translation>找零转存</translation>
    </message>
    <message>
        <source>找零转存 {amount}</source>
        <translation>找零转存 {amount}</translation>
    </message>
    <message>
        <source>把亲子卡转给 {name} 持有</source>
        <translation>把亲子卡转给 {name} 持有</translation>
    </message>
    <message>
        <source>把银行卡贴在屏幕上，拉到一样宽</source>
        <translation>把银行卡贴在屏幕上，拉到一样宽</translation>
    </message>
    <message>
        <source>投诉</source>
        <translation>投诉</translation>
    </message>
    <message>
        <source>投诉补救</source>
        <translation>投诉补救</translation>
    </message>
    <message>
        <source>折扣</source>
        <translation>折扣</translation>
    </message>
    <message>
        <source>抵扣后积分</source>
        <translation>抵扣后积分</translation>
    </message>
    <message>
        <source>抵扣积分</source>
        <translation>抵扣积分</translation>
    </message>
    <message>
        <source>抹去零头</source>
        <translation>抹去零头</translation>
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
        <translation>抹零需要店长授权</translation>
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
        <translation>押金 {n} 行，不是销售，凭小票退还</translation>
    </message>
    <message>
        <source>押金改退现金</source>
        <translation>押金改退现金</translation>
    </message>
    <message>
        <source>押金改退现金 小票 {receipt}</source>
        <translation>押金改退现金 小票 {receipt}</translation>
    </message>
    <message>
        <source>拒绝</source>
        <translation>拒绝</translation>
    </message>
    <message>
        <source>持卡人</source>
        <translation>持卡人</translation>
    </message>
    <message>
        <source>挂单</source>
        <translation>挂单</translation>
    </message>
    <message>
        <source>挂单 {label} {amount} 已在 {till} 取走</source>
        <translation>挂单 {label} {amount} 已在 {till} 取走</translation>
    </message>
    <message>
        <source>挂单/取单</source>
        <translation>挂单/取单</translation>
    </message>
    <message>
        <source>挂单和取单</source>
        <translation>挂单和取单</translation>
    </message>
    <message>
        <source>挂单在两台机取走</source>
        <translation>挂单在两台机取走</translation>
    </message>
    <message>
        <source>挂失</source>
        <translation>挂失</translation>
    </message>
    <message>
        <source>挂账</source>
        <translation>挂账</translation>
    </message>
    <message>
        <source>挂账 {amount}</source>
        <translation>挂账 {amount}</translation>
    </message>
    <message>
        <source>挂账 {amount}，由单位以后结清</source>
        <translation>挂账 {amount}，由单位以后结清</translation>
    </message>
    <message>
        <source>挂账 {name}</source>
        <translation>挂账 {name}</translation>
    </message>
    <message>
        <source>挂账 {name} {paid}，从欠款中减去</source>
        <translation>挂账 {name} {paid}，从欠款中减去</translation>
    </message>
    <message>
        <source>挂账到哪个单位</source>
        <translation>挂账到哪个单位</translation>
    </message>
    <message>
        <source>挂账单位</source>
        <translation>挂账单位</translation>
    </message>
    <message>
        <source>挂账单位不存在</source>
        <translation>挂账单位不存在</translation>
    </message>
    <message>
        <source>挂账超过额度</source>
        <translation>挂账超过额度</translation>
    </message>
    <message>
        <source>按 Enter 登记新会员</source>
        <translation>按 Enter 登记新会员</translation>
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
        <translation>按下一页继续往下找</translation>
    </message>
    <message>
        <source>按原支付退回</source>
        <translation>按原支付退回</translation>
    </message>
    <message>
        <source>按原文重新入账</source>
        <translation>按原文重新入账</translation>
    </message>
    <message>
        <source>按左边的绑卡，刷卡或输入卡号</source>
        <translation>按左边的绑卡，刷卡或输入卡号</translation>
    </message>
    <message>
        <source>按更正入账</source>
        <translation>按更正入账</translation>
    </message>
    <message>
        <source>按更正的内容入账</source>
        <translation>按更正的内容入账</translation>
    </message>
    <message>
        <source>按更正的内容入账，原文永久保留</source>
        <translation>按更正的内容入账，原文永久保留</translation>
    </message>
    <message>
        <source>按条件查找</source>
        <translation>按条件查找</translation>
    </message>
    <message>
        <source>按条件查找会员</source>
        <translation>按条件查找会员</translation>
    </message>
    <message>
        <source>按规则去掉标签 {tag}</source>
        <translation>按规则去掉标签 {tag}</translation>
    </message>
    <message>
        <source>按规则有了标签 {tag}</source>
        <translation>按规则有了标签 {tag}</translation>
    </message>
    <message>
        <source>按设备小票或收单方的合计逐项核对</source>
        <translation>按设备小票或收单方的合计逐项核对</translation>
    </message>
    <message>
        <source>按键抹零</source>
        <translation>按键抹零</translation>
    </message>
    <message>
        <source>损坏</source>
        <translation>损坏</translation>
    </message>
    <message>
        <source>换人不必交班：接用别人的钱箱会记入审计日志，谁卖的仍记在谁名下</source>
        <translation>换人不必交班：接用别人的钱箱会记入审计日志，谁卖的仍记在谁名下</translation>
    </message>
    <message>
        <source>换卡</source>
        <translation>换卡</translation>
    </message>
    <message>
        <source>换手机号</source>
        <translation>换手机号</translation>
    </message>
    <message>
        <source>换收银机重收同一单</source>
        <translation>换收银机重收同一单</translation>
    </message>
    <message>
        <source>换机：先把导出的文件交给总部</source>
        <translation>换机：先把导出的文件交给总部</translation>
    </message>
    <message>
        <source>换监护人</source>
        <translation>换监护人</translation>
    </message>
    <message>
        <source>换钱箱或暂停</source>
        <translation>换钱箱或暂停</translation>
    </message>
    <message>
        <source>换零钱</source>
        <translation>换零钱</translation>
    </message>
    <message>
        <source>换面额</source>
        <translation>换面额</translation>
    </message>
    <message>
        <source>换页</source>
        <translation>换页</translation>
    </message>
    <message>
        <source>授权</source>
        <translation>授权</translation>
    </message>
    <message>
        <source>授权{what}</source>
        <translation>授权{what}</translation>
    </message>
    <message>
        <source>授权交接班</source>
        <translation>授权交接班</translation>
    </message>
    <message>
        <source>授权人</source>
        <translation>授权人</translation>
    </message>
    <message>
        <source>授权人 PIN</source>
        <translation>授权人 PIN</translation>
    </message>
    <message>
        <source>授权人工号</source>
        <translation>授权人工号</translation>
    </message>
    <message>
        <source>授权作废 {amount}</source>
        <translation>授权作废 {amount}</translation>
    </message>
    <message>
        <source>授权减价 {amount}</source>
        <translation>授权减价 {amount}</translation>
    </message>
    <message>
        <source>授权工牌扫一下即可，也可输 PIN</source>
        <translation>授权工牌扫一下即可，也可输 PIN</translation>
    </message>
    <message>
        <source>授权抹零 {amount}</source>
        <translation>授权抹零 {amount}</translation>
    </message>
    <message>
        <source>授权登记</source>
        <translation>授权登记</translation>
    </message>
    <message>
        <source>授权登记 {amount}</source>
        <translation>授权登记 {amount}</translation>
    </message>
    <message>
        <source>授权记录</source>
        <translation>授权记录</translation>
    </message>
    <message>
        <source>授权退款 {amount}</source>
        <translation>授权退款 {amount}</translation>
    </message>
    <message>
        <source>授权额度</source>
        <translation>授权额度</translation>
    </message>
    <message>
        <source>授权额度：不用别人授权可以做到多少</source>
        <translation>授权额度：不用别人授权可以做到多少</translation>
    </message>
    <message>
        <source>接手</source>
        <translation>接手</translation>
    </message>
    <message>
        <source>接手投诉</source>
        <translation>接手投诉</translation>
    </message>
    <message>
        <source>接手锁住的收银机</source>
        <translation>接手锁住的收银机</translation>
    </message>
    <message>
        <source>接用这只钱箱</source>
        <translation>接用这只钱箱</translation>
    </message>
    <message>
        <source>推荐人</source>
        <translation>推荐人</translation>
    </message>
    <message>
        <source>推荐人没有找到</source>
        <translation>推荐人没有找到</translation>
    </message>
    <message>
        <source>提交清点</source>
        <translation>提交清点</translation>
    </message>
    <message>
        <source>提供给合作方</source>
        <translation>提供给合作方</translation>
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
        <translation>搜索</translation>
    </message>
    <message>
        <source>搜索商品</source>
        <translation>搜索商品</translation>
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
        <translation>撤销</translation>
    </message>
    <message>
        <source>撤销之后又收到款</source>
        <translation>撤销之后又收到款</translation>
    </message>
    <message>
        <source>撤销了合并</source>
        <translation>撤销了合并</translation>
    </message>
    <message>
        <source>撤销合并</source>
        <translation>撤销合并</translation>
    </message>
    <message>
        <source>撤销合并时退回家庭</source>
        <translation>撤销合并时退回家庭</translation>
    </message>
    <message>
        <source>撤销本次收款</source>
        <translation>撤销本次收款</translation>
    </message>
    <message>
        <source>撤销没有应答</source>
        <translation>撤销没有应答</translation>
    </message>
    <message>
        <source>撤销没有成功，请店长到商户平台核对这笔</source>
        <translation>撤销没有成功，请店长到商户平台核对这笔</translation>
    </message>
    <message>
        <source>操作</source>
        <translation>操作</translation>
    </message>
    <message>
        <source>操作记录</source>
        <translation>操作记录</translation>
    </message>
    <message>
        <source>支付后储值</source>
        <translation>支付后储值</translation>
    </message>
    <message>
        <source>支付宝</source>
        <translation>支付宝</translation>
    </message>
    <message>
        <source>支付宝付款码</source>
        <translation>支付宝付款码</translation>
    </message>
    <message>
        <source>支付宝格式</source>
        <translation>支付宝格式</translation>
    </message>
    <message>
        <source>支付成功，谢谢光临</source>
        <translation>支付成功，谢谢光临</translation>
    </message>
    <message>
        <source>支付方式</source>
        <translation>支付方式</translation>
    </message>
    <message>
        <source>支付未确认时再收款</source>
        <translation>支付未确认时再收款</translation>
    </message>
    <message>
        <source>支付没有通过</source>
        <translation>支付没有通过</translation>
    </message>
    <message>
        <source>支付结果未确认，请先查询，不要重复收款</source>
        <translation>支付结果未确认，请先查询，不要重复收款</translation>
    </message>
    <message>
        <source>支付结果还在查询，出来会提示，不要重复收款</source>
        <translation>支付结果还在查询，出来会提示，不要重复收款</translation>
    </message>
    <message>
        <source>收 {taken}，找零 {change}</source>
        <translation>收 {taken}，找零 {change}</translation>
    </message>
    <message>
        <source>收下导出文件</source>
        <translation>收下导出文件</translation>
    </message>
    <message>
        <source>收不到短信？请店长当面核验这部手机</source>
        <translation>收不到短信？请店长当面核验这部手机</translation>
    </message>
    <message>
        <source>收到现金</source>
        <translation>收到现金</translation>
    </message>
    <message>
        <source>收到的原文</source>
        <translation>收到的原文</translation>
    </message>
    <message>
        <source>收到的现金不够</source>
        <translation>收到的现金不够</translation>
    </message>
    <message>
        <source>收到的金额</source>
        <translation>收到的金额</translation>
    </message>
    <message>
        <source>收单对账</source>
        <translation>收单对账</translation>
    </message>
    <message>
        <source>收单机构 {name}</source>
        <translation>收单机构 {name}</translation>
    </message>
    <message>
        <source>收回邀请奖励</source>
        <translation>收回邀请奖励</translation>
    </message>
    <message>
        <source>收完屏幕上和已挂的单，只收现金</source>
        <translation>收完屏幕上和已挂的单，只收现金</translation>
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
        <translation>收款机时间不对</translation>
    </message>
    <message>
        <source>收款没有撤销</source>
        <translation>收款没有撤销</translation>
    </message>
    <message>
        <source>收款码</source>
        <translation>收款码</translation>
    </message>
    <message>
        <source>收款码正在关闭，请稍候</source>
        <translation>收款码正在关闭，请稍候</translation>
    </message>
    <message>
        <source>收款码还有 {n} 秒</source>
        <translation>收款码还有 {n} 秒</translation>
    </message>
    <message>
        <source>收起</source>
        <translation>收起</translation>
    </message>
    <message>
        <source>收起提示</source>
        <translation>收起提示</translation>
    </message>
    <message>
        <source>收这部分后还差</source>
        <translation>收这部分后还差</translation>
    </message>
    <message>
        <source>收银</source>
        <translation>收银</translation>
    </message>
    <message>
        <source>收银台打开过</source>
        <translation>收银台打开过</translation>
    </message>
    <message>
        <source>收银员</source>
        <translation>收银员</translation>
    </message>
    <message>
        <source>收银机 {name}</source>
        <translation>收银机 {name}</translation>
    </message>
    <message>
        <source>收银机还回</source>
        <translation>收银机还回</translation>
    </message>
    <message>
        <source>改价</source>
        <translation>改价</translation>
    </message>
    <message>
        <source>改数量</source>
        <translation>改数量</translation>
    </message>
    <message>
        <source>改退现金</source>
        <translation>改退现金</translation>
    </message>
    <message>
        <source>改键位</source>
        <translation>改键位</translation>
    </message>
    <message>
        <source>放一边 {amount}</source>
        <translation>放一边 {amount}</translation>
    </message>
    <message>
        <source>放一边需要店长授权</source>
        <translation>放一边需要店长授权</translation>
    </message>
    <message>
        <source>放一边，店长授权</source>
        <translation>放一边，店长授权</translation>
    </message>
    <message>
        <source>放开预留</source>
        <translation>放开预留</translation>
    </message>
    <message>
        <source>故障开关</source>
        <translation>故障开关</translation>
    </message>
    <message>
        <source>散客</source>
        <translation>散客</translation>
    </message>
    <message>
        <source>数字键只输入金额</source>
        <translation>数字键只输入金额</translation>
    </message>
    <message>
        <source>数据恢复过</source>
        <translation>数据恢复过</translation>
    </message>
    <message>
        <source>数据是旧的</source>
        <translation>数据是旧的</translation>
    </message>
    <message>
        <source>数据是更新的版本写的（{found}，本程序到 {known}）。数据都在，没有丢失</source>
        <translation>数据是更新的版本写的（{found}，本程序到 {known}）。数据都在，没有丢失</translation>
    </message>
    <message>
        <source>数据目录被换成了旧的，请连上总部核对，之前不要用储值</source>
        <translation>数据目录被换成了旧的，请连上总部核对，之前不要用储值</translation>
    </message>
    <message>
        <source>数据被复制过</source>
        <translation>数据被复制过</translation>
    </message>
    <message>
        <source>数量</source>
        <translation>数量</translation>
    </message>
    <message>
        <source>数量减一</source>
        <translation>数量减一</translation>
    </message>
    <message>
        <source>数额，储值按元</source>
        <translation>数额，储值按元</translation>
    </message>
    <message>
        <source>数额，金额按元</source>
        <translation>数额，金额按元</translation>
    </message>
    <message>
        <source>整单</source>
        <translation>整单</translation>
    </message>
    <message>
        <source>整单作废</source>
        <translation>整单作废</translation>
    </message>
    <message>
        <source>整单作废 {n} 件 {amount}</source>
        <translation>整单作废 {n} 件 {amount}</translation>
    </message>
    <message>
        <source>整单作废需要店长授权</source>
        <translation>整单作废需要店长授权</translation>
    </message>
    <message>
        <source>整单作废，原因 {why}</source>
        <translation>整单作废，原因 {why}</translation>
    </message>
    <message>
        <source>整单已作废</source>
        <translation>整单已作废</translation>
    </message>
    <message>
        <source>整单退</source>
        <translation>整单退</translation>
    </message>
    <message>
        <source>整码送达</source>
        <translation>整码送达</translation>
    </message>
    <message>
        <source>断开</source>
        <translation>断开</translation>
    </message>
    <message>
        <source>新手机号</source>
        <translation>新手机号</translation>
    </message>
    <message>
        <source>新手机号收验证码；旧手机号也收，收不到的由店长核验证件</source>
        <translation>新手机号收验证码；旧手机号也收，收不到的由店长核验证件</translation>
    </message>
    <message>
        <source>新手机收到的验证码</source>
        <translation>新手机收到的验证码</translation>
    </message>
    <message>
        <source>新持有人不满 14 岁，监护人同意才能更换</source>
        <translation>新持有人不满 14 岁，监护人同意才能更换</translation>
    </message>
    <message>
        <source>新持有人同意《会员协议》《隐私政策》{v}</source>
        <translation>新持有人同意《会员协议》《隐私政策》{v}</translation>
    </message>
    <message>
        <source>新持有人同意协议和政策才能更换</source>
        <translation>新持有人同意协议和政策才能更换</translation>
    </message>
    <message>
        <source>新持有人的姓名</source>
        <translation>新持有人的姓名</translation>
    </message>
    <message>
        <source>新持有人的手机号</source>
        <translation>新持有人的手机号</translation>
    </message>
    <message>
        <source>新持有人的生日</source>
        <translation>新持有人的生日</translation>
    </message>
    <message>
        <source>新持有人：看了什么证件</source>
        <translation>新持有人：看了什么证件</translation>
    </message>
    <message>
        <source>新的一单</source>
        <translation>新的一单</translation>
    </message>
    <message>
        <source>方式</source>
        <translation>方式</translation>
    </message>
    <message>
        <source>无</source>
        <translation>无</translation>
    </message>
    <message>
        <source>旧卡立即不能用，绑定新卡</source>
        <translation>旧卡立即不能用，绑定新卡</translation>
    </message>
    <message>
        <source>旧手机收到的验证码</source>
        <translation>旧手机收到的验证码</translation>
    </message>
    <message>
        <source>时钟</source>
        <translation>时钟</translation>
    </message>
    <message>
        <source>时钟还没有校准，会员动态码暂不可用，请稍候或检查系统时间</source>
        <translation>时钟还没有校准，会员动态码暂不可用，请稍候或检查系统时间</translation>
    </message>
    <message>
        <source>时间</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>易碎，轻放</source>
        <translation>易碎，轻放</translation>
    </message>
    <message>
        <source>是 {n} 个孩子的监护人，先换监护人或先删除孩子的资料</source>
        <translation>是 {n} 个孩子的监护人，先换监护人或先删除孩子的资料</translation>
    </message>
    <message>
        <source>显示 5 秒</source>
        <translation>显示 5 秒</translation>
    </message>
    <message>
        <source>显示 5 秒，记日志</source>
        <translation>显示 5 秒，记日志</translation>
    </message>
    <message>
        <source>显示{title} 5 秒</source>
        <translation>显示{title} 5 秒</translation>
    </message>
    <message>
        <source>显示与声音</source>
        <translation>显示与声音</translation>
    </message>
    <message>
        <source>显示当班金额</source>
        <translation>显示当班金额</translation>
    </message>
    <message>
        <source>显示手机号 5 秒</source>
        <translation>显示手机号 5 秒</translation>
    </message>
    <message>
        <source>普通会员</source>
        <translation>普通会员</translation>
    </message>
    <message>
        <source>暂停待点</source>
        <translation>暂停待点</translation>
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
        <translation>更换了持有人</translation>
    </message>
    <message>
        <source>更换手机号</source>
        <translation>更换手机号</translation>
    </message>
    <message>
        <source>更换持有人</source>
        <translation>更换持有人</translation>
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
        <translation>更正会员储值</translation>
    </message>
    <message>
        <source>更正会员积分</source>
        <translation>更正会员积分</translation>
    </message>
    <message>
        <source>更正数额</source>
        <translation>更正数额</translation>
    </message>
    <message>
        <source>更正的内容</source>
        <translation>更正的内容</translation>
    </message>
    <message>
        <source>更正的内容还不对</source>
        <translation>更正的内容还不对</translation>
    </message>
    <message>
        <source>最多 {most}</source>
        <translation>最多 {most}</translation>
    </message>
    <message>
        <source>最大间隔 {ms} 毫秒，前缀 {prefix}，后缀 {suffix}</source>
        <translation>最大间隔 {ms} 毫秒，前缀 {prefix}，后缀 {suffix}</translation>
    </message>
    <message>
        <source>最早 {time}，</source>
        <translation>最早 {time}，</translation>
    </message>
    <message>
        <source>最早 {time}，已等 {n} 分钟，</source>
        <translation>最早 {time}，已等 {n} 分钟，</translation>
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
        <translation>最近消费 {day}</translation>
    </message>
    <message>
        <source>最近消费从</source>
        <translation>最近消费从</translation>
    </message>
    <message>
        <source>最近消费到</source>
        <translation>最近消费到</translation>
    </message>
    <message>
        <source>有 {n} 件事没有办结，先在待处理里办完</source>
        <translation>有 {n} 件事没有办结，先在待处理里办完</translation>
    </message>
    <message>
        <source>有 {n} 件投诉没有办结，先在投诉里办完</source>
        <translation>有 {n} 件投诉没有办结，先在投诉里办完</translation>
    </message>
    <message>
        <source>有 {n} 台收银机借着储值，先收回</source>
        <translation>有 {n} 台收银机借着储值，先收回</translation>
    </message>
    <message>
        <source>有 {n} 笔付款没有结束，等付完或放开</source>
        <translation>有 {n} 笔付款没有结束，等付完或放开</translation>
    </message>
    <message>
        <source>有 {n} 笔支付结果未知</source>
        <translation>有 {n} 笔支付结果未知</translation>
    </message>
    <message>
        <source>有 {n} 笔支付结果未知，没有对应的订单</source>
        <translation>有 {n} 笔支付结果未知，没有对应的订单</translation>
    </message>
    <message>
        <source>有 {n} 笔收款在断电时没有完成，请核对是否收过钱，没有入账</source>
        <translation>有 {n} 笔收款在断电时没有完成，请核对是否收过钱，没有入账</translation>
    </message>
    <message>
        <source>有 {value} 被预留，等放开</source>
        <translation>有 {value} 被预留，等放开</translation>
    </message>
    <message>
        <source>有了第一笔，数字会出现在这里</source>
        <translation>有了第一笔，数字会出现在这里</translation>
    </message>
    <message>
        <source>有会员的订单才能转存</source>
        <translation>有会员的订单才能转存</translation>
    </message>
    <message>
        <source>有卡</source>
        <translation>有卡</translation>
    </message>
    <message>
        <source>有商品时按 {key} 可以挂起当前订单</source>
        <translation>有商品时按 {key} 可以挂起当前订单</translation>
    </message>
    <message>
        <source>朋友</source>
        <translation>朋友</translation>
    </message>
    <message>
        <source>服务不周</source>
        <translation>服务不周</translation>
    </message>
    <message>
        <source>服务中心</source>
        <translation>服务中心</translation>
    </message>
    <message>
        <source>服务器 {host}</source>
        <translation>服务器 {host}</translation>
    </message>
    <message>
        <source>期初转入</source>
        <translation>期初转入</translation>
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
        <translation>未完成事项</translation>
    </message>
    <message>
        <source>未成年人没有监护人</source>
        <translation>未成年人没有监护人</translation>
    </message>
    <message>
        <source>未校准</source>
        <translation>未校准</translation>
    </message>
    <message>
        <source>未核验</source>
        <translation>未核验</translation>
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
        <translation>未确认支付</translation>
    </message>
    <message>
        <source>未算</source>
        <translation>未算</translation>
    </message>
    <message>
        <source>未预留的积分和券</source>
        <translation>未预留的积分和券</translation>
    </message>
    <message>
        <source>本人 PIN</source>
        <translation>本人 PIN</translation>
    </message>
    <message>
        <source>本人在会员页提交申请</source>
        <translation>本人在会员页提交申请</translation>
    </message>
    <message>
        <source>本人在会员页申请删除</source>
        <translation>本人在会员页申请删除</translation>
    </message>
    <message>
        <source>本人在会员页申请更正</source>
        <translation>本人在会员页申请更正</translation>
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
        <translation>本单可得积分 {n}</translation>
    </message>
    <message>
        <source>本单获得积分 {n}</source>
        <translation>本单获得积分 {n}</translation>
    </message>
    <message>
        <source>本店 {amount}</source>
        <translation>本店 {amount}</translation>
    </message>
    <message>
        <source>本店 {here}，账单 {there}</source>
        <translation>本店 {here}，账单 {there}</translation>
    </message>
    <message>
        <source>本店不按键抹零</source>
        <translation>本店不按键抹零</translation>
    </message>
    <message>
        <source>本店各台的挂单都可以取</source>
        <translation>本店各台的挂单都可以取</translation>
    </message>
    <message>
        <source>本店未开通积分抵扣</source>
        <translation>本店未开通积分抵扣</translation>
    </message>
    <message>
        <source>本机备份</source>
        <translation>本机备份</translation>
    </message>
    <message>
        <source>本机小票退现金</source>
        <translation>本机小票退现金</translation>
    </message>
    <message>
        <source>本机已被总部停用</source>
        <translation>本机已被总部停用</translation>
    </message>
    <message>
        <source>本机已被总部停用，不能开新单，请联系店长</source>
        <translation>本机已被总部停用，不能开新单，请联系店长</translation>
    </message>
    <message>
        <source>本机数据坏过，已从备份和黑匣子找回，坏文件在 aside 目录</source>
        <translation>本机数据坏过，已从备份和黑匣子找回，坏文件在 aside 目录</translation>
    </message>
    <message>
        <source>本机数据库</source>
        <translation>本机数据库</translation>
    </message>
    <message>
        <source>本机数据损坏，请停止收款，退出后重新启动</source>
        <translation>本机数据损坏，请停止收款，退出后重新启动</translation>
    </message>
    <message>
        <source>本机没有恢复密语。密钥环找不回来时，请联系总部，用 till-take-keys 取回密钥</source>
        <translation>本机没有恢复密语。密钥环找不回来时，请联系总部，用 till-take-keys 取回密钥</translation>
    </message>
    <message>
        <source>本机没有网络 {n} 分钟，可现金收款，储值与兑换限预留</source>
        <translation>本机没有网络 {n} 分钟，可现金收款，储值与兑换限预留</translation>
    </message>
    <message>
        <source>本机没有网络，可以收现金，储值与积分限预留</source>
        <translation>本机没有网络，可以收现金，储值与积分限预留</translation>
    </message>
    <message>
        <source>本次退</source>
        <translation>本次退</translation>
    </message>
    <message>
        <source>本次退 {n}，按占卖出 {all} 的份额，不足一分的留到最后</source>
        <translation>本次退 {n}，按占卖出 {all} 的份额，不足一分的留到最后</translation>
    </message>
    <message>
        <source>本次退 {n}，退完了，余下的分厘都退</source>
        <translation>本次退 {n}，退完了，余下的分厘都退</translation>
    </message>
    <message>
        <source>本金 {principal}</source>
        <translation>本金 {principal}</translation>
    </message>
    <message>
        <source>本金 {principal} + 赠送 {bonus}</source>
        <translation>本金 {principal} + 赠送 {bonus}</translation>
    </message>
    <message>
        <source>本金 {principal}，赠送 {bonus}，冻结 {held}</source>
        <translation>本金 {principal}，赠送 {bonus}，冻结 {held}</translation>
    </message>
    <message>
        <source>机号</source>
        <translation>机号</translation>
    </message>
    <message>
        <source>机号，例如 A03，空为全部</source>
        <translation>机号，例如 A03，空为全部</translation>
    </message>
    <message>
        <source>权益</source>
        <translation>权益</translation>
    </message>
    <message>
        <source>权益没给</source>
        <translation>权益没给</translation>
    </message>
    <message>
        <source>来源</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>查价</source>
        <translation>查价</translation>
    </message>
    <message>
        <source>查价：扫码或输入商品，不会加入订单</source>
        <translation>查价：扫码或输入商品，不会加入订单</translation>
    </message>
    <message>
        <source>查会员时列出</source>
        <translation>查会员时列出</translation>
    </message>
    <message>
        <source>查找</source>
        <translation>查找</translation>
    </message>
    <message>
        <source>查找会员</source>
        <translation>查找会员</translation>
    </message>
    <message>
        <source>查找，或打开档案</source>
        <translation>查找，或打开档案</translation>
    </message>
    <message>
        <source>查看</source>
        <translation>查看</translation>
    </message>
    <message>
        <source>查看了警戒会员</source>
        <translation>查看了警戒会员</translation>
    </message>
    <message>
        <source>查看经过</source>
        <translation>查看经过</translation>
    </message>
    <message>
        <source>查询结果</source>
        <translation>查询结果</translation>
    </message>
    <message>
        <source>查重时并排看过</source>
        <translation>查重时并排看过</translation>
    </message>
    <message>
        <source>标准</source>
        <translation>标准</translation>
    </message>
    <message>
        <source>标签</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>标签上的金额，{n}</source>
        <translation>标签上的金额，{n}</translation>
    </message>
    <message>
        <source>标签目录里没有可以手贴的</source>
        <translation>标签目录里没有可以手贴的</translation>
    </message>
    <message>
        <source>标签，都要有</source>
        <translation>标签，都要有</translation>
    </message>
    <message>
        <source>标签：{names}</source>
        <translation>标签：{names}</translation>
    </message>
    <message>
        <source>核对其他</source>
        <translation>核对其他</translation>
    </message>
    <message>
        <source>核对完成</source>
        <translation>核对完成</translation>
    </message>
    <message>
        <source>核对无误，不用处理</source>
        <translation>核对无误，不用处理</translation>
    </message>
    <message>
        <source>核验手机号</source>
        <translation>核验手机号</translation>
    </message>
    <message>
        <source>档案</source>
        <translation>档案</translation>
    </message>
    <message>
        <source>档案上的手机收验证码；收不到的由店长当面核验。核验后会员能登录会员页面</source>
        <translation>档案上的手机收验证码；收不到的由店长当面核验。核验后会员能登录会员页面</translation>
    </message>
    <message>
        <source>档案与补偿</source>
        <translation>档案与补偿</translation>
    </message>
    <message>
        <source>检查钱箱</source>
        <translation>检查钱箱</translation>
    </message>
    <message>
        <source>模拟柜台</source>
        <translation>模拟柜台</translation>
    </message>
    <message>
        <source>欠 {n} 积分，先还清</source>
        <translation>欠 {n} 积分，先还清</translation>
    </message>
    <message>
        <source>欠积分</source>
        <translation>欠积分</translation>
    </message>
    <message>
        <source>欢迎光临</source>
        <translation>欢迎光临</translation>
    </message>
    <message>
        <source>正在上传…</source>
        <translation>正在上传…</translation>
    </message>
    <message>
        <source>正在为您结算</source>
        <translation>正在为您结算</translation>
    </message>
    <message>
        <source>正在使用</source>
        <translation>正在使用</translation>
    </message>
    <message>
        <source>正在取收款码</source>
        <translation>正在取收款码</translation>
    </message>
    <message>
        <source>正在和总部核对</source>
        <translation>正在和总部核对</translation>
    </message>
    <message>
        <source>正在完成本单</source>
        <translation>正在完成本单</translation>
    </message>
    <message>
        <source>正在录入的订单</source>
        <translation>正在录入的订单</translation>
    </message>
    <message>
        <source>正在撤销，结果未确认，不要重复收款</source>
        <translation>正在撤销，结果未确认，不要重复收款</translation>
    </message>
    <message>
        <source>正在收款 {amount}，等待结果</source>
        <translation>正在收款 {amount}，等待结果</translation>
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
        <translation>正在查有没有没办完的事</translation>
    </message>
    <message>
        <source>正在核对</source>
        <translation>正在核对</translation>
    </message>
    <message>
        <source>正在画小票</source>
        <translation>正在画小票</translation>
    </message>
    <message>
        <source>正在等待上一笔的结果</source>
        <translation>正在等待上一笔的结果</translation>
    </message>
    <message>
        <source>正在自动重试撤销</source>
        <translation>正在自动重试撤销</translation>
    </message>
    <message>
        <source>正在读取</source>
        <translation>正在读取</translation>
    </message>
    <message>
        <source>正在读取档案</source>
        <translation>正在读取档案</translation>
    </message>
    <message>
        <source>正在问总部</source>
        <translation>正在问总部</translation>
    </message>
    <message>
        <source>正常</source>
        <translation>正常</translation>
    </message>
    <message>
        <source>每一行当时由哪种支付付了多少，就按份额退回哪种支付</source>
        <translation>每一行当时由哪种支付付了多少，就按份额退回哪种支付</translation>
    </message>
    <message>
        <source>每天约用 5 MB，低于 500 MB 会提醒</source>
        <translation>每天约用 5 MB，低于 500 MB 会提醒</translation>
    </message>
    <message>
        <source>每次都记入审计日志；上缴、取出和只开钱箱可能要店长授权</source>
        <translation>每次都记入审计日志；上缴、取出和只开钱箱可能要店长授权</translation>
    </message>
    <message>
        <source>每笔交易先存本机再打印</source>
        <translation>每笔交易先存本机再打印</translation>
    </message>
    <message>
        <source>比剩余多 {over}，请减少</source>
        <translation>比剩余多 {over}，请减少</translation>
    </message>
    <message>
        <source>没有</source>
        <translation>没有</translation>
    </message>
    <message>
        <source>没有 U 盘，插好后再打开</source>
        <translation>没有 U 盘，插好后再打开</translation>
    </message>
    <message>
        <source>没有会员，不计积分</source>
        <translation>没有会员，不计积分</translation>
    </message>
    <message>
        <source>没有做成</source>
        <translation>没有做成</translation>
    </message>
    <message>
        <source>没有储值余额</source>
        <translation>没有储值余额</translation>
    </message>
    <message>
        <source>没有入账</source>
        <translation>没有入账</translation>
    </message>
    <message>
        <source>没有减少</source>
        <translation>没有减少</translation>
    </message>
    <message>
        <source>没有卡</source>
        <translation>没有卡</translation>
    </message>
    <message>
        <source>没有可以给的券</source>
        <translation>没有可以给的券</translation>
    </message>
    <message>
        <source>没有可挂账的单位</source>
        <translation>没有可挂账的单位</translation>
    </message>
    <message>
        <source>没有可用的积分</source>
        <translation>没有可用的积分</translation>
    </message>
    <message>
        <source>没有合并过</source>
        <translation>没有合并过</translation>
    </message>
    <message>
        <source>没有在用的卡</source>
        <translation>没有在用的卡</translation>
    </message>
    <message>
        <source>没有差异</source>
        <translation>没有差异</translation>
    </message>
    <message>
        <source>没有应答</source>
        <translation>没有应答</translation>
    </message>
    <message>
        <source>没有待传</source>
        <translation>没有待传</translation>
    </message>
    <message>
        <source>没有待核对的</source>
        <translation>没有待核对的</translation>
    </message>
    <message>
        <source>没有待核对的外部收款</source>
        <translation>没有待核对的外部收款</translation>
    </message>
    <message>
        <source>没有手机号，先换手机号</source>
        <translation>没有手机号，先换手机号</translation>
    </message>
    <message>
        <source>没有打开档案</source>
        <translation>没有打开档案</translation>
    </message>
    <message>
        <source>没有找到会员 {who}</source>
        <translation>没有找到会员 {who}</translation>
    </message>
    <message>
        <source>没有找到账单，请把 CSV 文件放到 {folder}</source>
        <translation>没有找到账单，请把 CSV 文件放到 {folder}</translation>
    </message>
    <message>
        <source>没有投诉</source>
        <translation>没有投诉</translation>
    </message>
    <message>
        <source>没有挂单</source>
        <translation>没有挂单</translation>
    </message>
    <message>
        <source>没有挂失的卡</source>
        <translation>没有挂失的卡</translation>
    </message>
    <message>
        <source>没有改动</source>
        <translation>没有改动</translation>
    </message>
    <message>
        <source>没有未关闭的事</source>
        <translation>没有未关闭的事</translation>
    </message>
    <message>
        <source>没有查成</source>
        <translation>没有查成</translation>
    </message>
    <message>
        <source>没有没查到的外部收款</source>
        <translation>没有没查到的外部收款</translation>
    </message>
    <message>
        <source>没有法律要求保留的资料，立即销毁</source>
        <translation>没有法律要求保留的资料，立即销毁</translation>
    </message>
    <message>
        <source>没有的条码</source>
        <translation>没有的条码</translation>
    </message>
    <message>
        <source>没有符合这些条件的会员</source>
        <translation>没有符合这些条件的会员</translation>
    </message>
    <message>
        <source>没有绑过卡</source>
        <translation>没有绑过卡</translation>
    </message>
    <message>
        <source>没有结尾</source>
        <translation>没有结尾</translation>
    </message>
    <message>
        <source>没有联系上</source>
        <translation>没有联系上</translation>
    </message>
    <message>
        <source>没有要入账的流水</source>
        <translation>没有要入账的流水</translation>
    </message>
    <message>
        <source>没有要处理的事</source>
        <translation>没有要处理的事</translation>
    </message>
    <message>
        <source>没有要导出的</source>
        <translation>没有要导出的</translation>
    </message>
    <message>
        <source>没有订单的支付</source>
        <translation>没有订单的支付</translation>
    </message>
    <message>
        <source>没有设夜间</source>
        <translation>没有设夜间</translation>
    </message>
    <message>
        <source>没有这个单位，请换个编号或名称</source>
        <translation>没有这个单位，请换个编号或名称</translation>
    </message>
    <message>
        <source>没有问过</source>
        <translation>没有问过</translation>
    </message>
    <message>
        <source>没有零头可抹</source>
        <translation>没有零头可抹</translation>
    </message>
    <message>
        <source>没有，重新打印</source>
        <translation>没有，重新打印</translation>
    </message>
    <message>
        <source>没查到</source>
        <translation>没查到</translation>
    </message>
    <message>
        <source>没查到 {amount}</source>
        <translation>没查到 {amount}</translation>
    </message>
    <message>
        <source>注销</source>
        <translation>注销</translation>
    </message>
    <message>
        <source>活动</source>
        <translation>活动</translation>
    </message>
    <message>
        <source>流水接不上</source>
        <translation>流水接不上</translation>
    </message>
    <message>
        <source>浅色</source>
        <translation>浅色</translation>
    </message>
    <message>
        <source>消费</source>
        <translation>消费</translation>
    </message>
    <message>
        <source>消费、充值、变更和查看都会记在这里</source>
        <translation>消费、充值、变更和查看都会记在这里</translation>
    </message>
    <message>
        <source>消费次数</source>
        <translation>消费次数</translation>
    </message>
    <message>
        <source>深色</source>
        <translation>深色</translation>
    </message>
    <message>
        <source>混合支付：先输这部分金额，再选下一种</source>
        <translation>混合支付：先输这部分金额，再选下一种</translation>
    </message>
    <message>
        <source>清点交班</source>
        <translation>清点交班</translation>
    </message>
    <message>
        <source>清点现金</source>
        <translation>清点现金</translation>
    </message>
    <message>
        <source>清空</source>
        <translation>清空</translation>
    </message>
    <message>
        <source>清空条件</source>
        <translation>清空条件</translation>
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
        <translation>满 {amount} 可用</translation>
    </message>
    <message>
        <source>满 {n} 天自动更换，不影响收银</source>
        <translation>满 {n} 天自动更换，不影响收银</translation>
    </message>
    <message>
        <source>满意</source>
        <translation>满意</translation>
    </message>
    <message>
        <source>漏收或多收</source>
        <translation>漏收或多收</translation>
    </message>
    <message>
        <source>漏记积分</source>
        <translation>漏记积分</translation>
    </message>
    <message>
        <source>澳门 +853</source>
        <translation>澳门 +853</translation>
    </message>
    <message>
        <source>点收纸币硬币</source>
        <translation>点收纸币硬币</translation>
    </message>
    <message>
        <source>版本 {v}</source>
        <translation>版本 {v}</translation>
    </message>
    <message>
        <source>状态</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>状态改为{status}</source>
        <translation>状态改为{status}</translation>
    </message>
    <message>
        <source>现在就是正常</source>
        <translation>现在就是正常</translation>
    </message>
    <message>
        <source>现在按“{action}”的新键</source>
        <translation>现在按“{action}”的新键</translation>
    </message>
    <message>
        <source>现在是{state}</source>
        <translation>现在是{state}</translation>
    </message>
    <message>
        <source>现有储值</source>
        <translation>现有储值</translation>
    </message>
    <message>
        <source>现金</source>
        <translation>现金</translation>
    </message>
    <message>
        <source>现金 {amount}</source>
        <translation>现金 {amount}</translation>
    </message>
    <message>
        <source>现金付了 {paid}，从钱箱退</source>
        <translation>现金付了 {paid}，从钱箱退</translation>
    </message>
    <message>
        <source>现金存取</source>
        <translation>现金存取</translation>
    </message>
    <message>
        <source>现金收款、打小票</source>
        <translation>现金收款、打小票</translation>
    </message>
    <message>
        <source>班中上缴的现金</source>
        <translation>班中上缴的现金</translation>
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
        <translation>用人脸入园，可改用会员码，到撤回为止</translation>
    </message>
    <message>
        <source>用储值付 {amount}</source>
        <translation>用储值付 {amount}</translation>
    </message>
    <message>
        <source>用恢复密语打开</source>
        <translation>用恢复密语打开</translation>
    </message>
    <message>
        <source>用手机号发送活动和优惠，到撤回为止</source>
        <translation>用手机号发送活动和优惠，到撤回为止</translation>
    </message>
    <message>
        <source>用手机号识别身份和通知账户变动，到注销为止</source>
        <translation>用手机号识别身份和通知账户变动，到注销为止</translation>
    </message>
    <message>
        <source>用消费记录推荐商品和活动，到撤回为止</source>
        <translation>用消费记录推荐商品和活动，到撤回为止</translation>
    </message>
    <message>
        <source>用积分抵 {amount}</source>
        <translation>用积分抵 {amount}</translation>
    </message>
    <message>
        <source>用过储值：法律要求的身份资料封存到 {day}，到期自动销毁</source>
        <translation>用过储值：法律要求的身份资料封存到 {day}，到期自动销毁</translation>
    </message>
    <message>
        <source>用预留给本机的储值</source>
        <translation>用预留给本机的储值</translation>
    </message>
    <message>
        <source>用预留给本机的积分和券</source>
        <translation>用预留给本机的积分和券</translation>
    </message>
    <message>
        <source>由我负责</source>
        <translation>由我负责</translation>
    </message>
    <message>
        <source>电话</source>
        <translation>电话</translation>
    </message>
    <message>
        <source>电话回访</source>
        <translation>电话回访</translation>
    </message>
    <message>
        <source>男</source>
        <translation>男</translation>
    </message>
    <message>
        <source>留存备用金</source>
        <translation>留存备用金</translation>
    </message>
    <message>
        <source>留存超过实点</source>
        <translation>留存超过实点</translation>
    </message>
    <message>
        <source>留言</source>
        <translation>留言</translation>
    </message>
    <message>
        <source>登录</source>
        <translation>登录</translation>
    </message>
    <message>
        <source>登记</source>
        <translation>登记</translation>
    </message>
    <message>
        <source>登记 {amount}</source>
        <translation>登记 {amount}</translation>
    </message>
    <message>
        <source>登记从</source>
        <translation>登记从</translation>
    </message>
    <message>
        <source>登记会员</source>
        <translation>登记会员</translation>
    </message>
    <message>
        <source>登记会员并积分</source>
        <translation>登记会员并积分</translation>
    </message>
    <message>
        <source>登记到</source>
        <translation>登记到</translation>
    </message>
    <message>
        <source>登记外部已收的款</source>
        <translation>登记外部已收的款</translation>
    </message>
    <message>
        <source>登记外部收款需要店长授权</source>
        <translation>登记外部收款需要店长授权</translation>
    </message>
    <message>
        <source>登记孩子</source>
        <translation>登记孩子</translation>
    </message>
    <message>
        <source>登记孩子，加入这个家庭</source>
        <translation>登记孩子，加入这个家庭</translation>
    </message>
    <message>
        <source>登记成为会员</source>
        <translation>登记成为会员</translation>
    </message>
    <message>
        <source>登记新会员</source>
        <translation>登记新会员</translation>
    </message>
    <message>
        <source>登记日期</source>
        <translation>登记日期</translation>
    </message>
    <message>
        <source>登记时列为相似会员</source>
        <translation>登记时列为相似会员</translation>
    </message>
    <message>
        <source>登记时间</source>
        <translation>登记时间</translation>
    </message>
    <message>
        <source>登记的卡没有绑定</source>
        <translation>登记的卡没有绑定</translation>
    </message>
    <message>
        <source>登记错误</source>
        <translation>登记错误</translation>
    </message>
    <message>
        <source>监护人</source>
        <translation>监护人</translation>
    </message>
    <message>
        <source>监护人代为申请</source>
        <translation>监护人代为申请</translation>
    </message>
    <message>
        <source>监护人会员号</source>
        <translation>监护人会员号</translation>
    </message>
    <message>
        <source>监护人在场并同意</source>
        <translation>监护人在场并同意</translation>
    </message>
    <message>
        <source>监护人姓名</source>
        <translation>监护人姓名</translation>
    </message>
    <message>
        <source>监护人已阅读并同意</source>
        <translation>监护人已阅读并同意</translation>
    </message>
    <message>
        <source>监护人手机号</source>
        <translation>监护人手机号</translation>
    </message>
    <message>
        <source>监护人还没有登记</source>
        <translation>监护人还没有登记</translation>
    </message>
    <message>
        <source>看了会员的申请</source>
        <translation>看了会员的申请</translation>
    </message>
    <message>
        <source>看了卡号</source>
        <translation>看了卡号</translation>
    </message>
    <message>
        <source>看了同意记录</source>
        <translation>看了同意记录</translation>
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
        <translation>看了手机号</translation>
    </message>
    <message>
        <source>看了投诉</source>
        <translation>看了投诉</translation>
    </message>
    <message>
        <source>看了生日</source>
        <translation>看了生日</translation>
    </message>
    <message>
        <source>看报表</source>
        <translation>看报表</translation>
    </message>
    <message>
        <source>看过</source>
        <translation>看过</translation>
    </message>
    <message>
        <source>知道另一份档案的，在上面输入手机号、会员号或卡</source>
        <translation>知道另一份档案的，在上面输入手机号、会员号或卡</translation>
    </message>
    <message>
        <source>短信已发出，顾客没有收到</source>
        <translation>短信已发出，顾客没有收到</translation>
    </message>
    <message>
        <source>短信收不到，看过本人手机</source>
        <translation>短信收不到，看过本人手机</translation>
    </message>
    <message>
        <source>短信没有发出：请核对号码再发一次，还不行请店长当面核验</source>
        <translation>短信没有发出：请核对号码再发一次，还不行请店长当面核验</translation>
    </message>
    <message>
        <source>短信验证码</source>
        <translation>短信验证码</translation>
    </message>
    <message>
        <source>短款</source>
        <translation>短款</translation>
    </message>
    <message>
        <source>确认</source>
        <translation>确认</translation>
    </message>
    <message>
        <source>确认 {amount} 已在别处收到，以后按单号与账单核对</source>
        <translation>确认 {amount} 已在别处收到，以后按单号与账单核对</translation>
    </message>
    <message>
        <source>确认充值 {amount}</source>
        <translation>确认充值 {amount}</translation>
    </message>
    <message>
        <source>确认差异并交班</source>
        <translation>确认差异并交班</translation>
    </message>
    <message>
        <source>确认收款</source>
        <translation>确认收款</translation>
    </message>
    <message>
        <source>确认收款 {amount}</source>
        <translation>确认收款 {amount}</translation>
    </message>
    <message>
        <source>确认退款</source>
        <translation>确认退款</translation>
    </message>
    <message>
        <source>确认退款 {amount}</source>
        <translation>确认退款 {amount}</translation>
    </message>
    <message>
        <source>磁盘</source>
        <translation>磁盘</translation>
    </message>
    <message>
        <source>磁盘只剩 {size}，请马上清出空间</source>
        <translation>磁盘只剩 {size}，请马上清出空间</translation>
    </message>
    <message>
        <source>礼品包装</source>
        <translation>礼品包装</translation>
    </message>
    <message>
        <source>离开</source>
        <translation>离开</translation>
    </message>
    <message>
        <source>离开了家庭</source>
        <translation>离开了家庭</translation>
    </message>
    <message>
        <source>离开家庭</source>
        <translation>离开家庭</translation>
    </message>
    <message>
        <source>离线</source>
        <translation>离线</translation>
    </message>
    <message>
        <source>离线 {n} 分钟</source>
        <translation>离线 {n} 分钟</translation>
    </message>
    <message>
        <source>离线时只能撤回，要同意请连上总部再点</source>
        <translation>离线时只能撤回，要同意请连上总部再点</translation>
    </message>
    <message>
        <source>离线时怎么收银</source>
        <translation>离线时怎么收银</translation>
    </message>
    <message>
        <source>离线暂停</source>
        <translation>离线暂停</translation>
    </message>
    <message>
        <source>离线登记</source>
        <translation>离线登记</translation>
    </message>
    <message>
        <source>离线额度不能用</source>
        <translation>离线额度不能用</translation>
    </message>
    <message>
        <source>离线额度已停用</source>
        <translation>离线额度已停用</translation>
    </message>
    <message>
        <source>离线额度已过期</source>
        <translation>离线额度已过期</translation>
    </message>
    <message>
        <source>离线额度没有退回</source>
        <translation>离线额度没有退回</translation>
    </message>
    <message>
        <source>离线额度超用</source>
        <translation>离线额度超用</translation>
    </message>
    <message>
        <source>离线，付款码收款暂停</source>
        <translation>离线，付款码收款暂停</translation>
    </message>
    <message>
        <source>离线，储值与积分支付暂停</source>
        <translation>离线，储值与积分支付暂停</translation>
    </message>
    <message>
        <source>离线，充值暂停</source>
        <translation>离线，充值暂停</translation>
    </message>
    <message>
        <source>离线，可以收现金，储值与积分限预留</source>
        <translation>离线，可以收现金，储值与积分限预留</translation>
    </message>
    <message>
        <source>离线，总部的退货记录还没有核对</source>
        <translation>离线，总部的退货记录还没有核对</translation>
    </message>
    <message>
        <source>离线，找零请付现金</source>
        <translation>离线，找零请付现金</translation>
    </message>
    <message>
        <source>离线，查找要连上总部</source>
        <translation>离线，查找要连上总部</translation>
    </message>
    <message>
        <source>离线，档案在总部</source>
        <translation>离线，档案在总部</translation>
    </message>
    <message>
        <source>离线，看不到现在的情况，可以撤回</source>
        <translation>离线，看不到现在的情况，可以撤回</translation>
    </message>
    <message>
        <source>离线，联网后核对</source>
        <translation>离线，联网后核对</translation>
    </message>
    <message>
        <source>离线，要连上总部才能办</source>
        <translation>离线，要连上总部才能办</translation>
    </message>
    <message>
        <source>离线，请联网后再改</source>
        <translation>离线，请联网后再改</translation>
    </message>
    <message>
        <source>离线：储值是 {when} 的数据，储值和积分只能用预留的</source>
        <translation>离线：储值是 {when} 的数据，储值和积分只能用预留的</translation>
    </message>
    <message>
        <source>离线：只能取本机的挂单</source>
        <translation>离线：只能取本机的挂单</translation>
    </message>
    <message>
        <source>秒内等终端应答</source>
        <translation>秒内等终端应答</translation>
    </message>
    <message>
        <source>秒后收款码失效</source>
        <translation>秒后收款码失效</translation>
    </message>
    <message>
        <source>秒后自动撤销</source>
        <translation>秒后自动撤销</translation>
    </message>
    <message>
        <source>积分</source>
        <translation>积分</translation>
    </message>
    <message>
        <source>积分 {n}，待生效 {pending}，券 {coupons} 张</source>
        <translation>积分 {n}，待生效 {pending}，券 {coupons} 张</translation>
    </message>
    <message>
        <source>积分 {points}</source>
        <translation>积分 {points}</translation>
    </message>
    <message>
        <source>积分/券</source>
        <translation>积分/券</translation>
    </message>
    <message>
        <source>积分、储值和会员价，到注销为止，账目依法另存 5 年</source>
        <translation>积分、储值和会员价，到注销为止，账目依法另存 5 年</translation>
    </message>
    <message>
        <source>积分不符</source>
        <translation>积分不符</translation>
    </message>
    <message>
        <source>积分兑换和优惠券</source>
        <translation>积分兑换和优惠券</translation>
    </message>
    <message>
        <source>积分到期</source>
        <translation>积分到期</translation>
    </message>
    <message>
        <source>积分抵了 {paid}，退回 {n} 分</source>
        <translation>积分抵了 {paid}，退回 {n} 分</translation>
    </message>
    <message>
        <source>积分抵扣</source>
        <translation>积分抵扣</translation>
    </message>
    <message>
        <source>积分抵扣，{n} 分</source>
        <translation>积分抵扣，{n} 分</translation>
    </message>
    <message>
        <source>积分按实付的钱 {base} 计，每 {per} 得 {n} 分，不足的不计</source>
        <translation>积分按实付的钱 {base} 计，每 {per} 得 {n} 分，不足的不计</translation>
    </message>
    <message>
        <source>积分漏记</source>
        <translation>积分漏记</translation>
    </message>
    <message>
        <source>稍后来取</source>
        <translation>稍后来取</translation>
    </message>
    <message>
        <source>空格</source>
        <translation>空格</translation>
    </message>
    <message>
        <source>空闲</source>
        <translation>空闲</translation>
    </message>
    <message>
        <source>空闲时会自动做第一份</source>
        <translation>空闲时会自动做第一份</translation>
    </message>
    <message>
        <source>空间不多，请清出空间</source>
        <translation>空间不多，请清出空间</translation>
    </message>
    <message>
        <source>窄一点</source>
        <translation>窄一点</translation>
    </message>
    <message>
        <source>立即查询结果</source>
        <translation>立即查询结果</translation>
    </message>
    <message>
        <source>立即重连</source>
        <translation>立即重连</translation>
    </message>
    <message>
        <source>第 {n} 种支付方式</source>
        <translation>第 {n} 种支付方式</translation>
    </message>
    <message>
        <source>第 {n} 笔</source>
        <translation>第 {n} 笔</translation>
    </message>
    <message>
        <source>第 {n} 页</source>
        <translation>第 {n} 页</translation>
    </message>
    <message>
        <source>第三方券</source>
        <translation>第三方券</translation>
    </message>
    <message>
        <source>第三方券抵了 {paid}，不退现金</source>
        <translation>第三方券抵了 {paid}，不退现金</translation>
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
        <translation>等待顾客确认 {amount}</translation>
    </message>
    <message>
        <source>等待顾客确认付款</source>
        <translation>等待顾客确认付款</translation>
    </message>
    <message>
        <source>等级</source>
        <translation>等级</translation>
    </message>
    <message>
        <source>等级定为 {tier}，到 {day} 为止</source>
        <translation>等级定为 {tier}，到 {day} 为止</translation>
    </message>
    <message>
        <source>等级由两个人定到一天为止，之后回到按规则的等级；同一个按键取消</source>
        <translation>等级由两个人定到一天为止，之后回到按规则的等级；同一个按键取消</translation>
    </message>
    <message>
        <source>等顾客扫码</source>
        <translation>等顾客扫码</translation>
    </message>
    <message>
        <source>等顾客输密码</source>
        <translation>等顾客输密码</translation>
    </message>
    <message>
        <source>等首次消费</source>
        <translation>等首次消费</translation>
    </message>
    <message>
        <source>答复</source>
        <translation>答复</translation>
    </message>
    <message>
        <source>答复会员并关闭这件事</source>
        <translation>答复会员并关闭这件事</translation>
    </message>
    <message>
        <source>答复并关闭</source>
        <translation>答复并关闭</translation>
    </message>
    <message>
        <source>答复投诉</source>
        <translation>答复投诉</translation>
    </message>
    <message>
        <source>答复期限 {time}</source>
        <translation>答复期限 {time}</translation>
    </message>
    <message>
        <source>签单人 {name}</source>
        <translation>签单人 {name}</translation>
    </message>
    <message>
        <source>签单人姓名</source>
        <translation>签单人姓名</translation>
    </message>
    <message>
        <source>签名密钥</source>
        <translation>签名密钥</translation>
    </message>
    <message>
        <source>系统密钥环锁着，收银数据打不开。数据都在，没有丢失</source>
        <translation>系统密钥环锁着，收银数据打不开。数据都在，没有丢失</translation>
    </message>
    <message>
        <source>系统故障</source>
        <translation>系统故障</translation>
    </message>
    <message>
        <source>系统故障补记</source>
        <translation>系统故障补记</translation>
    </message>
    <message>
        <source>系统没有回答可用空间</source>
        <translation>系统没有回答可用空间</translation>
    </message>
    <message>
        <source>红色提示已看到</source>
        <translation>红色提示已看到</translation>
    </message>
    <message>
        <source>纸质</source>
        <translation>纸质</translation>
    </message>
    <message>
        <source>练习</source>
        <translation>练习</translation>
    </message>
    <message>
        <source>组件</source>
        <translation>组件</translation>
    </message>
    <message>
        <source>终端断开</source>
        <translation>终端断开</translation>
    </message>
    <message>
        <source>终端断开，请检查电源和网线</source>
        <translation>终端断开，请检查电源和网线</translation>
    </message>
    <message>
        <source>终端正在处理，请稍候</source>
        <translation>终端正在处理，请稍候</translation>
    </message>
    <message>
        <source>终端正常</source>
        <translation>终端正常</translation>
    </message>
    <message>
        <source>终端自带网络时，可刷卡</source>
        <translation>终端自带网络时，可刷卡</translation>
    </message>
    <message>
        <source>终端自带网络时，可刷卡和扫码</source>
        <translation>终端自带网络时，可刷卡和扫码</translation>
    </message>
    <message>
        <source>经过</source>
        <translation>经过</translation>
    </message>
    <message>
        <source>绑卡</source>
        <translation>绑卡</translation>
    </message>
    <message>
        <source>绑定</source>
        <translation>绑定</translation>
    </message>
    <message>
        <source>绑定到本单</source>
        <translation>绑定到本单</translation>
    </message>
    <message>
        <source>绑定这位会员</source>
        <translation>绑定这位会员</translation>
    </message>
    <message>
        <source>结果未知，查询后失败</source>
        <translation>结果未知，查询后失败</translation>
    </message>
    <message>
        <source>结果未知，查询后成功</source>
        <translation>结果未知，查询后成功</translation>
    </message>
    <message>
        <source>结算时间不同</source>
        <translation>结算时间不同</translation>
    </message>
    <message>
        <source>给了补偿</source>
        <translation>给了补偿</translation>
    </message>
    <message>
        <source>给会员的答复，她在会员页面看到</source>
        <translation>给会员的答复，她在会员页面看到</translation>
    </message>
    <message>
        <source>给监护人看</source>
        <translation>给监护人看</translation>
    </message>
    <message>
        <source>给顾客看</source>
        <translation>给顾客看</translation>
    </message>
    <message>
        <source>继承</source>
        <translation>继承</translation>
    </message>
    <message>
        <source>继续</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>继续收款</source>
        <translation>继续收款</translation>
    </message>
    <message>
        <source>继续用这只钱箱</source>
        <translation>继续用这只钱箱</translation>
    </message>
    <message>
        <source>编码 {code}</source>
        <translation>编码 {code}</translation>
    </message>
    <message>
        <source>网上</source>
        <translation>网上</translation>
    </message>
    <message>
        <source>网络不通：可以离线登记，联网后由总部核对手机号</source>
        <translation>网络不通：可以离线登记，联网后由总部核对手机号</translation>
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
        <translation>菜单</translation>
    </message>
    <message>
        <source>补偿</source>
        <translation>补偿</translation>
    </message>
    <message>
        <source>补偿会员，每人每天</source>
        <translation>补偿会员，每人每天</translation>
    </message>
    <message>
        <source>补偿会员，每位会员每年</source>
        <translation>补偿会员，每位会员每年</translation>
    </message>
    <message>
        <source>补偿会员，每次</source>
        <translation>补偿会员，每次</translation>
    </message>
    <message>
        <source>补偿的赠送到期</source>
        <translation>补偿的赠送到期</translation>
    </message>
    <message>
        <source>补备用金</source>
        <translation>补备用金</translation>
    </message>
    <message>
        <source>补打</source>
        <translation>补打</translation>
    </message>
    <message>
        <source>补打这张 Z 报表</source>
        <translation>补打这张 Z 报表</translation>
    </message>
    <message>
        <source>补登消费积分</source>
        <translation>补登消费积分</translation>
    </message>
    <message>
        <source>补零钱</source>
        <translation>补零钱</translation>
    </message>
    <message>
        <source>要做什么</source>
        <translation>要做什么</translation>
    </message>
    <message>
        <source>要授权</source>
        <translation>要授权</translation>
    </message>
    <message>
        <source>要输密码</source>
        <translation>要输密码</translation>
    </message>
    <message>
        <source>解锁</source>
        <translation>解锁</translation>
    </message>
    <message>
        <source>订单</source>
        <translation>订单</translation>
    </message>
    <message>
        <source>订单收的现金，已减找零</source>
        <translation>订单收的现金，已减找零</translation>
    </message>
    <message>
        <source>让 {name} 离开这个家庭</source>
        <translation>让 {name} 离开这个家庭</translation>
    </message>
    <message>
        <source>让一位会员加入这个家庭</source>
        <translation>让一位会员加入这个家庭</translation>
    </message>
    <message>
        <source>训练</source>
        <translation>训练</translation>
    </message>
    <message>
        <source>训练 {brand}</source>
        <translation>训练 {brand}</translation>
    </message>
    <message>
        <source>训练模式，不是真实交易</source>
        <translation>训练模式，不是真实交易</translation>
    </message>
    <message>
        <source>训练模式，不是真实交易，不同步，不打开钱箱</source>
        <translation>训练模式，不是真实交易，不同步，不打开钱箱</translation>
    </message>
    <message>
        <source>记一笔更正，原来的记录不变；超过额度要店长授权</source>
        <translation>记一笔更正，原来的记录不变；超过额度要店长授权</translation>
    </message>
    <message>
        <source>记一笔相反的，原来那笔仍保留</source>
        <translation>记一笔相反的，原来那笔仍保留</translation>
    </message>
    <message>
        <source>记一笔补偿和它的费用；超过额度要店长授权</source>
        <translation>记一笔补偿和它的费用；超过额度要店长授权</translation>
    </message>
    <message>
        <source>记下这一项</source>
        <translation>记下这一项</translation>
    </message>
    <message>
        <source>记录别处收的钱</source>
        <translation>记录别处收的钱</translation>
    </message>
    <message>
        <source>记录投诉</source>
        <translation>记录投诉</translation>
    </message>
    <message>
        <source>记账并开钱箱</source>
        <translation>记账并开钱箱</translation>
    </message>
    <message>
        <source>设备 {there}，差额 {gap}，{why}</source>
        <translation>设备 {there}，差额 {gap}，{why}</translation>
    </message>
    <message>
        <source>设备上另有收款</source>
        <translation>设备上另有收款</translation>
    </message>
    <message>
        <source>设备或收单方的合计</source>
        <translation>设备或收单方的合计</translation>
    </message>
    <message>
        <source>设置为不自动更换</source>
        <translation>设置为不自动更换</translation>
    </message>
    <message>
        <source>识别会员并积分</source>
        <translation>识别会员并积分</translation>
    </message>
    <message>
        <source>误停：请总部发登记码，重新登记本机</source>
        <translation>误停：请总部发登记码，重新登记本机</translation>
    </message>
    <message>
        <source>说明和下一步</source>
        <translation>说明和下一步</translation>
    </message>
    <message>
        <source>请任选一种方式确认</source>
        <translation>请任选一种方式确认</translation>
    </message>
    <message>
        <source>请停止收款，退出后重新启动，会从备份和黑匣子找回</source>
        <translation>请停止收款，退出后重新启动，会从备份和黑匣子找回</translation>
    </message>
    <message>
        <source>请先数清钱箱里的钱，交班时按这个数核对</source>
        <translation>请先数清钱箱里的钱，交班时按这个数核对</translation>
    </message>
    <message>
        <source>请再扫几次，共三次后给出建议</source>
        <translation>请再扫几次，共三次后给出建议</translation>
    </message>
    <message>
        <source>请切换到英文输入法，或把扫码枪改为串口模式</source>
        <translation>请切换到英文输入法，或把扫码枪改为串口模式</translation>
    </message>
    <message>
        <source>请切换到英文输入法，或改用串口扫码枪</source>
        <translation>请切换到英文输入法，或改用串口扫码枪</translation>
    </message>
    <message>
        <source>请勿</source>
        <translation>请勿</translation>
    </message>
    <message>
        <source>请在原设备上退，单号 {number}</source>
        <translation>请在原设备上退，单号 {number}</translation>
    </message>
    <message>
        <source>请安装新版本再收银。没有上传的记录现在就在上传，也可以用 journal export 导出</source>
        <translation>请安装新版本再收银。没有上传的记录现在就在上传，也可以用 journal export 导出</translation>
    </message>
    <message>
        <source>请对着商品条码扫三次</source>
        <translation>请对着商品条码扫三次</translation>
    </message>
    <message>
        <source>请带身份证件到服务台办理</source>
        <translation>请带身份证件到服务台办理</translation>
    </message>
    <message>
        <source>请扫顾客付款码</source>
        <translation>请扫顾客付款码</translation>
    </message>
    <message>
        <source>请授权人输入工号和 PIN</source>
        <translation>请授权人输入工号和 PIN</translation>
    </message>
    <message>
        <source>请支付</source>
        <translation>请支付</translation>
    </message>
    <message>
        <source>请收银员发送，再由您输入</source>
        <translation>请收银员发送，再由您输入</translation>
    </message>
    <message>
        <source>请查询或再撤销</source>
        <translation>请查询或再撤销</translation>
    </message>
    <message>
        <source>请核对商品和价格</source>
        <translation>请核对商品和价格</translation>
    </message>
    <message>
        <source>请检查网线、路由器或 Wi-Fi</source>
        <translation>请检查网线、路由器或 Wi-Fi</translation>
    </message>
    <message>
        <source>请用原来的系统账号启动，再按“再试一次”</source>
        <translation>请用原来的系统账号启动，再按“再试一次”</translation>
    </message>
    <message>
        <source>请用平时的系统账号登录并解锁密钥环，再按“再试一次”</source>
        <translation>请用平时的系统账号登录并解锁密钥环，再按“再试一次”</translation>
    </message>
    <message>
        <source>请用手机扫码付款</source>
        <translation>请用手机扫码付款</translation>
    </message>
    <message>
        <source>请用扫码枪扫条码，不要手工输入</source>
        <translation>请用扫码枪扫条码，不要手工输入</translation>
    </message>
    <message>
        <source>请稍候</source>
        <translation>请稍候</translation>
    </message>
    <message>
        <source>请联系店长，问总部为什么停用</source>
        <translation>请联系店长，问总部为什么停用</translation>
    </message>
    <message>
        <source>请输入短信验证码</source>
        <translation>请输入短信验证码</translation>
    </message>
    <message>
        <source>请输入金额</source>
        <translation>请输入金额</translation>
    </message>
    <message>
        <source>请选择单位</source>
        <translation>请选择单位</translation>
    </message>
    <message>
        <source>请选择原因</source>
        <translation>请选择原因</translation>
    </message>
    <message>
        <source>请逐项核对</source>
        <translation>请逐项核对</translation>
    </message>
    <message>
        <source>请阅读《会员协议》《隐私政策》{v}</source>
        <translation>请阅读《会员协议》《隐私政策》{v}</translation>
    </message>
    <message>
        <source>请顾客任选一种方式验证</source>
        <translation>请顾客任选一种方式验证</translation>
    </message>
    <message>
        <source>请顾客在手机上输入支付密码</source>
        <translation>请顾客在手机上输入支付密码</translation>
    </message>
    <message>
        <source>请顾客在终端上刷卡</source>
        <translation>请顾客在终端上刷卡</translation>
    </message>
    <message>
        <source>请顾客用手机扫收款码</source>
        <translation>请顾客用手机扫收款码</translation>
    </message>
    <message>
        <source>读不懂的流水</source>
        <translation>读不懂的流水</translation>
    </message>
    <message>
        <source>读音和手机尾号相近</source>
        <translation>读音和手机尾号相近</translation>
    </message>
    <message>
        <source>谁看过</source>
        <translation>谁看过</translation>
    </message>
    <message>
        <source>账单 {amount}</source>
        <translation>账单 {amount}</translation>
    </message>
    <message>
        <source>账单已撤销，本店已收</source>
        <translation>账单已撤销，本店已收</translation>
    </message>
    <message>
        <source>账单已收，本店未收</source>
        <translation>账单已收，本店未收</translation>
    </message>
    <message>
        <source>账单已退，本店未退</source>
        <translation>账单已退，本店未退</translation>
    </message>
    <message>
        <source>账单日 {day}</source>
        <translation>账单日 {day}</translation>
    </message>
    <message>
        <source>账单里有单号 {number}</source>
        <translation>账单里有单号 {number}</translation>
    </message>
    <message>
        <source>账单里没有单号 {number}，列为待处理</source>
        <translation>账单里没有单号 {number}，列为待处理</translation>
    </message>
    <message>
        <source>账单里没有这笔</source>
        <translation>账单里没有这笔</translation>
    </message>
    <message>
        <source>账单金额不符</source>
        <translation>账单金额不符</translation>
    </message>
    <message>
        <source>账户归新持有人，旧会员码失效；双方证件由两人看过，重新征求同意</source>
        <translation>账户归新持有人，旧会员码失效；双方证件由两人看过，重新征求同意</translation>
    </message>
    <message>
        <source>质量问题</source>
        <translation>质量问题</translation>
    </message>
    <message>
        <source>购票</source>
        <translation>购票</translation>
    </message>
    <message>
        <source>贴上标签 {tag}</source>
        <translation>贴上标签 {tag}</translation>
    </message>
    <message>
        <source>资料</source>
        <translation>资料</translation>
    </message>
    <message>
        <source>资料有误</source>
        <translation>资料有误</translation>
    </message>
    <message>
        <source>赠送</source>
        <translation>赠送</translation>
    </message>
    <message>
        <source>赠送 {bonus}</source>
        <translation>赠送 {bonus}</translation>
    </message>
    <message>
        <source>赠送金额</source>
        <translation>赠送金额</translation>
    </message>
    <message>
        <source>赠送，按总部现在的充值档位报价</source>
        <translation>赠送，按总部现在的充值档位报价</translation>
    </message>
    <message>
        <source>超市习惯</source>
        <translation>超市习惯</translation>
    </message>
    <message>
        <source>超过两天了，请检查备份目录或 U 盘</source>
        <translation>超过两天了，请检查备份目录或 U 盘</translation>
    </message>
    <message>
        <source>跟随系统</source>
        <translation>跟随系统</translation>
    </message>
    <message>
        <source>转为持卡人</source>
        <translation>转为持卡人</translation>
    </message>
    <message>
        <source>转为离线</source>
        <translation>转为离线</translation>
    </message>
    <message>
        <source>转为降级</source>
        <translation>转为降级</translation>
    </message>
    <message>
        <source>输入新数量，按 Enter</source>
        <translation>输入新数量，按 Enter</translation>
    </message>
    <message>
        <source>输入验证码</source>
        <translation>输入验证码</translation>
    </message>
    <message>
        <source>过期</source>
        <translation>过期</translation>
    </message>
    <message>
        <source>过期：{title}</source>
        <translation>过期：{title}</translation>
    </message>
    <message>
        <source>返回</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>返回登录</source>
        <translation>返回登录</translation>
    </message>
    <message>
        <source>返回订单</source>
        <translation>返回订单</translation>
    </message>
    <message>
        <source>返回订单，仍保持未确认</source>
        <translation>返回订单，仍保持未确认</translation>
    </message>
    <message>
        <source>返回，不交班</source>
        <translation>返回，不交班</translation>
    </message>
    <message>
        <source>返回，不作废</source>
        <translation>返回，不作废</translation>
    </message>
    <message>
        <source>返回，不减价</source>
        <translation>返回，不减价</translation>
    </message>
    <message>
        <source>返回，不办理</source>
        <translation>返回，不办理</translation>
    </message>
    <message>
        <source>返回，不处理</source>
        <translation>返回，不处理</translation>
    </message>
    <message>
        <source>返回，不导入</source>
        <translation>返回，不导入</translation>
    </message>
    <message>
        <source>返回，不打开钱箱</source>
        <translation>返回，不打开钱箱</translation>
    </message>
    <message>
        <source>返回，不抹零</source>
        <translation>返回，不抹零</translation>
    </message>
    <message>
        <source>返回，不挂账</source>
        <translation>返回，不挂账</translation>
    </message>
    <message>
        <source>返回，不改</source>
        <translation>返回，不改</translation>
    </message>
    <message>
        <source>返回，不改备注</source>
        <translation>返回，不改备注</translation>
    </message>
    <message>
        <source>返回，不登记</source>
        <translation>返回，不登记</translation>
    </message>
    <message>
        <source>返回，不退款</source>
        <translation>返回，不退款</translation>
    </message>
    <message>
        <source>返回，继续查询</source>
        <translation>返回，继续查询</translation>
    </message>
    <message>
        <source>返回，选其他方式</source>
        <translation>返回，选其他方式</translation>
    </message>
    <message>
        <source>还可抵 {most}，已抵 {paid}</source>
        <translation>还可抵 {most}，已抵 {paid}</translation>
    </message>
    <message>
        <source>还差 {amount}</source>
        <translation>还差 {amount}</translation>
    </message>
    <message>
        <source>还差 {n} 位 PIN</source>
        <translation>还差 {n} 位 PIN</translation>
    </message>
    <message>
        <source>还有 {n} 个单位，请输入编号或名称</source>
        <translation>还有 {n} 个单位，请输入编号或名称</translation>
    </message>
    <message>
        <source>还有 {n} 单</source>
        <translation>还有 {n} 单</translation>
    </message>
    <message>
        <source>还有 {n} 笔没有上传</source>
        <translation>还有 {n} 笔没有上传</translation>
    </message>
    <message>
        <source>还有 {n} 笔，开机时找到的</source>
        <translation>还有 {n} 笔，开机时找到的</translation>
    </message>
    <message>
        <source>还有储值 {value}，先退给会员</source>
        <translation>还有储值 {value}，先退给会员</translation>
    </message>
    <message>
        <source>还有更多，请再多输几位</source>
        <translation>还有更多，请再多输几位</translation>
    </message>
    <message>
        <source>还没有</source>
        <translation>还没有</translation>
    </message>
    <message>
        <source>还没有交接班报表</source>
        <translation>还没有交接班报表</translation>
    </message>
    <message>
        <source>还没有人处理过</source>
        <translation>还没有人处理过</translation>
    </message>
    <message>
        <source>还没有商品</source>
        <translation>还没有商品</translation>
    </message>
    <message>
        <source>还没有家庭</source>
        <translation>还没有家庭</translation>
    </message>
    <message>
        <source>还没有家庭，登记孩子后自动建立</source>
        <translation>还没有家庭，登记孩子后自动建立</translation>
    </message>
    <message>
        <source>还没有导入过账单</source>
        <translation>还没有导入过账单</translation>
    </message>
    <message>
        <source>还没有授权记录</source>
        <translation>还没有授权记录</translation>
    </message>
    <message>
        <source>还没有收到扫码</source>
        <translation>还没有收到扫码</translation>
    </message>
    <message>
        <source>还没有收款</source>
        <translation>还没有收款</translation>
    </message>
    <message>
        <source>还没有改动</source>
        <translation>还没有改动</translation>
    </message>
    <message>
        <source>还没有查到过</source>
        <translation>还没有查到过</translation>
    </message>
    <message>
        <source>还没有查找</source>
        <translation>还没有查找</translation>
    </message>
    <message>
        <source>还没有短信</source>
        <translation>还没有短信</translation>
    </message>
    <message>
        <source>还没有记录</source>
        <translation>还没有记录</translation>
    </message>
    <message>
        <source>还没有连上过</source>
        <translation>还没有连上过</translation>
    </message>
    <message>
        <source>还没有选会员</source>
        <translation>还没有选会员</translation>
    </message>
    <message>
        <source>还没有选小票</source>
        <translation>还没有选小票</translation>
    </message>
    <message>
        <source>还能做</source>
        <translation>还能做</translation>
    </message>
    <message>
        <source>还需收款</source>
        <translation>还需收款</translation>
    </message>
    <message>
        <source>这一单没有积分</source>
        <translation>这一单没有积分</translation>
    </message>
    <message>
        <source>这一行合计</source>
        <translation>这一行合计</translation>
    </message>
    <message>
        <source>这一行退回</source>
        <translation>这一行退回</translation>
    </message>
    <message>
        <source>这个手机号已经是会员，可直接绑定</source>
        <translation>这个手机号已经是会员，可直接绑定</translation>
    </message>
    <message>
        <source>这个手机号已经登记。是本人就绑定；号码换了主人，请到会员服务改手机号</source>
        <translation>这个手机号已经登记。是本人就绑定；号码换了主人，请到会员服务改手机号</translation>
    </message>
    <message>
        <source>这个程序比数据旧，不能收银</source>
        <translation>这个程序比数据旧，不能收银</translation>
    </message>
    <message>
        <source>这件事没有流水原文，请看编号和数字</source>
        <translation>这件事没有流水原文，请看编号和数字</translation>
    </message>
    <message>
        <source>这位会员 {price}</source>
        <translation>这位会员 {price}</translation>
    </message>
    <message>
        <source>这位会员不能充值</source>
        <translation>这位会员不能充值</translation>
    </message>
    <message>
        <source>这单 {base} 得了 {n} 分，本次退回其中 {back}</source>
        <translation>这单 {base} 得了 {n} 分，本次退回其中 {back}</translation>
    </message>
    <message>
        <source>这单没有得积分，不用扣回</source>
        <translation>这单没有得积分，不用扣回</translation>
    </message>
    <message>
        <source>这台收银机上没有可以授权的人，请联系店长</source>
        <translation>这台收银机上没有可以授权的人，请联系店长</translation>
    </message>
    <message>
        <source>这台机器的数据是旧的，请连上总部核对，之前不要用储值</source>
        <translation>这台机器的数据是旧的，请连上总部核对，之前不要用储值</translation>
    </message>
    <message>
        <source>这台电脑现在没有可用的密钥环，收银数据打不开。数据都在，没有丢失</source>
        <translation>这台电脑现在没有可用的密钥环，收银数据打不开。数据都在，没有丢失</translation>
    </message>
    <message>
        <source>这块屏幕放不下更大，已用最大</source>
        <translation>这块屏幕放不下更大，已用最大</translation>
    </message>
    <message>
        <source>这对是手工指定的</source>
        <translation>这对是手工指定的</translation>
    </message>
    <message>
        <source>这张卡从现在起在所有收银机都不能用</source>
        <translation>这张卡从现在起在所有收银机都不能用</translation>
    </message>
    <message>
        <source>这笔支付没有理清</source>
        <translation>这笔支付没有理清</translation>
    </message>
    <message>
        <source>这笔流水已经入账，请看差别后关闭</source>
        <translation>这笔流水已经入账，请看差别后关闭</translation>
    </message>
    <message>
        <source>这笔钱已收到，但没有对应的订单，请撤销或放一边</source>
        <translation>这笔钱已收到，但没有对应的订单，请撤销或放一边</translation>
    </message>
    <message>
        <source>这里扫的码不会加入订单</source>
        <translation>这里扫的码不会加入订单</translation>
    </message>
    <message>
        <source>这里还没有商品</source>
        <translation>这里还没有商品</translation>
    </message>
    <message>
        <source>进入训练</source>
        <translation>进入训练</translation>
    </message>
    <message>
        <source>进入负债，不计入销售</source>
        <translation>进入负债，不计入销售</translation>
    </message>
    <message>
        <source>违反会员协议</source>
        <translation>违反会员协议</translation>
    </message>
    <message>
        <source>连上后自动传完，不会丢失</source>
        <translation>连上后自动传完，不会丢失</translation>
    </message>
    <message>
        <source>连上总部后开始计算</source>
        <translation>连上总部后开始计算</translation>
    </message>
    <message>
        <source>连上服务器后自动校准，之前会员动态码不可用</source>
        <translation>连上服务器后自动校准，之前会员动态码不可用</translation>
    </message>
    <message>
        <source>连不上总部，请问清顾客没有在别的收银机付过款</source>
        <translation>连不上总部，请问清顾客没有在别的收银机付过款</translation>
    </message>
    <message>
        <source>退 {name} 的数量</source>
        <translation>退 {name} 的数量</translation>
    </message>
    <message>
        <source>退 {n} 积分</source>
        <translation>退 {n} 积分</translation>
    </message>
    <message>
        <source>退其他收银机小票</source>
        <translation>退其他收银机小票</translation>
    </message>
    <message>
        <source>退出</source>
        <translation>退出</translation>
    </message>
    <message>
        <source>退出登录</source>
        <translation>退出登录</translation>
    </message>
    <message>
        <source>退出训练</source>
        <translation>退出训练</translation>
    </message>
    <message>
        <source>退后还可退 {rest}</source>
        <translation>退后还可退 {rest}</translation>
    </message>
    <message>
        <source>退后还有 {n} 件押金未退</source>
        <translation>退后还有 {n} 件押金未退</translation>
    </message>
    <message>
        <source>退回 {what}</source>
        <translation>退回 {what}</translation>
    </message>
    <message>
        <source>退回离线额度</source>
        <translation>退回离线额度</translation>
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
        <translation>退款合计</translation>
    </message>
    <message>
        <source>退款完成，小票 {number}</source>
        <translation>退款完成，小票 {number}</translation>
    </message>
    <message>
        <source>退款退出的现金</source>
        <translation>退款退出的现金</translation>
    </message>
    <message>
        <source>退款金额不符</source>
        <translation>退款金额不符</translation>
    </message>
    <message>
        <source>退款需要店长授权</source>
        <translation>退款需要店长授权</translation>
    </message>
    <message>
        <source>退货</source>
        <translation>退货</translation>
    </message>
    <message>
        <source>退货 小票 {receipt}，原因 {why}</source>
        <translation>退货 小票 {receipt}，原因 {why}</translation>
    </message>
    <message>
        <source>退货多于所售</source>
        <translation>退货多于所售</translation>
    </message>
    <message>
        <source>选一个标签：没有的贴上，有的去掉</source>
        <translation>选一个标签：没有的贴上，有的去掉</translation>
    </message>
    <message>
        <source>选一件事，这里看全部内容</source>
        <translation>选一件事，这里看全部内容</translation>
    </message>
    <message>
        <source>选一项，再按它的新键</source>
        <translation>选一项，再按它的新键</translation>
    </message>
    <message>
        <source>选中</source>
        <translation>选中</translation>
    </message>
    <message>
        <source>选中或取消</source>
        <translation>选中或取消</translation>
    </message>
    <message>
        <source>选中的这一行</source>
        <translation>选中的这一行</translation>
    </message>
    <message>
        <source>选中要退的商品，或扫商品条码</source>
        <translation>选中要退的商品，或扫商品条码</translation>
    </message>
    <message>
        <source>选会员</source>
        <translation>选会员</translation>
    </message>
    <message>
        <source>选其他方式</source>
        <translation>选其他方式</translation>
    </message>
    <message>
        <source>选原因</source>
        <translation>选原因</translation>
    </message>
    <message>
        <source>选择</source>
        <translation>选择</translation>
    </message>
    <message>
        <source>选择姓名</source>
        <translation>选择姓名</translation>
    </message>
    <message>
        <source>选支付方式</source>
        <translation>选支付方式</translation>
    </message>
    <message>
        <source>选行</source>
        <translation>选行</translation>
    </message>
    <message>
        <source>通知</source>
        <translation>通知</translation>
    </message>
    <message>
        <source>邀请人和被邀请人是同一人</source>
        <translation>邀请人和被邀请人是同一人</translation>
    </message>
    <message>
        <source>邀请奖励</source>
        <translation>邀请奖励</translation>
    </message>
    <message>
        <source>邀请奖励的券已用，收不回</source>
        <translation>邀请奖励的券已用，收不回</translation>
    </message>
    <message>
        <source>邀请她的会员</source>
        <translation>邀请她的会员</translation>
    </message>
    <message>
        <source>邀请好友 (加入/成功/未算)</source>
        <translation>邀请好友 (加入/成功/未算)</translation>
    </message>
    <message>
        <source>邀请过于频繁</source>
        <translation>邀请过于频繁</translation>
    </message>
    <message>
        <source>都不是</source>
        <translation>都不是</translation>
    </message>
    <message>
        <source>重复登记</source>
        <translation>重复登记</translation>
    </message>
    <message>
        <source>重复记账</source>
        <translation>重复记账</translation>
    </message>
    <message>
        <source>重打</source>
        <translation>重打</translation>
    </message>
    <message>
        <source>重打上一单</source>
        <translation>重打上一单</translation>
    </message>
    <message>
        <source>重新入账</source>
        <translation>重新入账</translation>
    </message>
    <message>
        <source>重新入账没有成功</source>
        <translation>重新入账没有成功</translation>
    </message>
    <message>
        <source>重新发送</source>
        <translation>重新发送</translation>
    </message>
    <message>
        <source>重新开机后找到</source>
        <translation>重新开机后找到</translation>
    </message>
    <message>
        <source>重新清点</source>
        <translation>重新清点</translation>
    </message>
    <message>
        <source>重装、清空或删除本机数据</source>
        <translation>重装、清空或删除本机数据</translation>
    </message>
    <message>
        <source>重装、清空或升级本机</source>
        <translation>重装、清空或升级本机</translation>
    </message>
    <message>
        <source>重试原路退回</source>
        <translation>重试原路退回</translation>
    </message>
    <message>
        <source>重试同步</source>
        <translation>重试同步</translation>
    </message>
    <message>
        <source>金卡</source>
        <translation>金卡</translation>
    </message>
    <message>
        <source>金额</source>
        <translation>金额</translation>
    </message>
    <message>
        <source>钱箱</source>
        <translation>钱箱</translation>
    </message>
    <message>
        <source>钱箱 {name}</source>
        <translation>钱箱 {name}</translation>
    </message>
    <message>
        <source>钱箱 {name} 使用中</source>
        <translation>钱箱 {name} 使用中</translation>
    </message>
    <message>
        <source>钱箱 {name} 已暂停，之后由本人或店长清点</source>
        <translation>钱箱 {name} 已暂停，之后由本人或店长清点</translation>
    </message>
    <message>
        <source>钱箱与交接班</source>
        <translation>钱箱与交接班</translation>
    </message>
    <message>
        <source>钱箱太满</source>
        <translation>钱箱太满</translation>
    </message>
    <message>
        <source>钱箱已打开，已记入审计日志</source>
        <translation>钱箱已打开，已记入审计日志</translation>
    </message>
    <message>
        <source>钱箱开过 {times} 次</source>
        <translation>钱箱开过 {times} 次</translation>
    </message>
    <message>
        <source>钱箱里的备用金</source>
        <translation>钱箱里的备用金</translation>
    </message>
    <message>
        <source>钻石</source>
        <translation>钻石</translation>
    </message>
    <message>
        <source>银卡</source>
        <translation>银卡</translation>
    </message>
    <message>
        <source>银行卡</source>
        <translation>银行卡</translation>
    </message>
    <message>
        <source>银行卡/外接终端</source>
        <translation>银行卡/外接终端</translation>
    </message>
    <message>
        <source>银豹习惯</source>
        <translation>银豹习惯</translation>
    </message>
    <message>
        <source>销售</source>
        <translation>销售</translation>
    </message>
    <message>
        <source>锁屏</source>
        <translation>锁屏</translation>
    </message>
    <message>
        <source>键位</source>
        <translation>键位</translation>
    </message>
    <message>
        <source>键位卡</source>
        <translation>键位卡</translation>
    </message>
    <message>
        <source>键位卡已存到 {path}</source>
        <translation>键位卡已存到 {path}</translation>
    </message>
    <message>
        <source>键位卡已打印</source>
        <translation>键位卡已打印</translation>
    </message>
    <message>
        <source>键盘模式</source>
        <translation>键盘模式</translation>
    </message>
    <message>
        <source>键盘模式，被输入法改写</source>
        <translation>键盘模式，被输入法改写</translation>
    </message>
    <message>
        <source>长款</source>
        <translation>长款</translation>
    </message>
    <message>
        <source>长短款</source>
        <translation>长短款</translation>
    </message>
    <message>
        <source>问不出结果</source>
        <translation>问不出结果</translation>
    </message>
    <message>
        <source>间隔 {low} / {middle} / {high} 毫秒</source>
        <translation>间隔 {low} / {middle} / {high} 毫秒</translation>
    </message>
    <message>
        <source>阅读全文</source>
        <translation>阅读全文</translation>
    </message>
    <message>
        <source>降级</source>
        <translation>降级</translation>
    </message>
    <message>
        <source>降级，可以收银，部分功能受限</source>
        <translation>降级，可以收银，部分功能受限</translation>
    </message>
    <message>
        <source>随小票 {number} 登记，本单积分 {n}</source>
        <translation>随小票 {number} 登记，本单积分 {n}</translation>
    </message>
    <message>
        <source>随时可扫</source>
        <translation>随时可扫</translation>
    </message>
    <message>
        <source>随时可扫，或选择姓名，再输入 PIN</source>
        <translation>随时可扫，或选择姓名，再输入 PIN</translation>
    </message>
    <message>
        <source>隐私</source>
        <translation>隐私</translation>
    </message>
    <message>
        <source>隐私政策</source>
        <translation>隐私政策</translation>
    </message>
    <message>
        <source>需人工处理</source>
        <translation>需人工处理</translation>
    </message>
    <message>
        <source>需要关注</source>
        <translation>需要关注</translation>
    </message>
    <message>
        <source>需要处理</source>
        <translation>需要处理</translation>
    </message>
    <message>
        <source>需要时请店长输 PIN 授权</source>
        <translation>需要时请店长输 PIN 授权</translation>
    </message>
    <message>
        <source>静音</source>
        <translation>静音</translation>
    </message>
    <message>
        <source>面额</source>
        <translation>面额</translation>
    </message>
    <message>
        <source>顾客不要了</source>
        <translation>顾客不要了</translation>
    </message>
    <message>
        <source>顾客付款后自动完成，不能再收第二次</source>
        <translation>顾客付款后自动完成，不能再收第二次</translation>
    </message>
    <message>
        <source>顾客屏</source>
        <translation>顾客屏</translation>
    </message>
    <message>
        <source>顾客屏点选</source>
        <translation>顾客屏点选</translation>
    </message>
    <message>
        <source>顾客已同意</source>
        <translation>顾客已同意</translation>
    </message>
    <message>
        <source>顾客手机在场，号码已核对。原因：{why}</source>
        <translation>顾客手机在场，号码已核对。原因：{why}</translation>
    </message>
    <message>
        <source>顾客扫码</source>
        <translation>顾客扫码</translation>
    </message>
    <message>
        <source>顾客投诉补偿</source>
        <translation>顾客投诉补偿</translation>
    </message>
    <message>
        <source>顾客正在输密码</source>
        <translation>顾客正在输密码</translation>
    </message>
    <message>
        <source>顾客没有同意</source>
        <translation>顾客没有同意</translation>
    </message>
    <message>
        <source>顾客的付款码</source>
        <translation>顾客的付款码</translation>
    </message>
    <message>
        <source>顾客的手机</source>
        <translation>顾客的手机</translation>
    </message>
    <message>
        <source>预留不能用</source>
        <translation>预留不能用</translation>
    </message>
    <message>
        <source>预留于 {where}</source>
        <translation>预留于 {where}</translation>
    </message>
    <message>
        <source>预留储值或积分</source>
        <translation>预留储值或积分</translation>
    </message>
    <message>
        <source>预留没有放开</source>
        <translation>预留没有放开</translation>
    </message>
    <message>
        <source>预留没有确认</source>
        <translation>预留没有确认</translation>
    </message>
    <message>
        <source>香港 +852</source>
        <translation>香港 +852</translation>
    </message>
    <message>
        <source>验证码</source>
        <translation>验证码</translation>
    </message>
    <message>
        <source>验证通过即扣款，不会清空购物车</source>
        <translation>验证通过即扣款，不会清空购物车</translation>
    </message>
    <message>
        <source>高对比</source>
        <translation>高对比</translation>
    </message>
    <message>
        <source>黑名单</source>
        <translation>黑名单</translation>
    </message>
    <message>
        <source>（本金 {principal} + 赠送 {bonus}）</source>
        <translation>（本金 {principal} + 赠送 {bonus}）</translation>
    </message>
    <message>
        <source>，</source>
        <translation>，</translation>
    </message>
</context>
</TS>
