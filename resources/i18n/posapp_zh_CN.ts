<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="zh_CN">
<context>
    <name>errors</name>
    <message>
        <source>{name} 已停售，请换一件或联系店长</source>
        <translation>{name} 已停售，请换一件或联系店长</translation>
    </message>
    <message>
        <source>{name} 已售罄，请换一件</source>
        <translation>{name} 已售罄，请换一件</translation>
    </message>
    <message>
        <source>一单最多 {most} 行，请先收款再开新单</source>
        <translation>一单最多 {most} 行，请先收款再开新单</translation>
    </message>
    <message>
        <source>不确定小票是否打出，请看打印机后选择</source>
        <translation>不确定小票是否打出，请看打印机后选择</translation>
    </message>
    <message>
        <source>像是付款码 {shown}，要收款吗</source>
        <translation>像是付款码 {shown}，要收款吗</translation>
    </message>
    <message>
        <source>先处理未知条码，再收款</source>
        <translation>先处理未知条码，再收款</translation>
    </message>
    <message>
        <source>减价不能超过这一行的金额，请重新输入</source>
        <translation>减价不能超过这一行的金额，请重新输入</translation>
    </message>
    <message>
        <source>原来的收款没有成功，不能从它退款</source>
        <translation>原来的收款没有成功，不能从它退款</translation>
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
        <source>支付没有成功，请顾客换一种方式</source>
        <translation>支付没有成功，请顾客换一种方式</translation>
    </message>
    <message>
        <source>支付终端没有反应，没有扣款，请检查连线</source>
        <translation>支付终端没有反应，没有扣款，请检查连线</translation>
    </message>
    <message>
        <source>数量要在 0.001 到 {most} 之间，请重新输入</source>
        <translation>数量要在 0.001 到 {most} 之间，请重新输入</translation>
    </message>
    <message>
        <source>没有使用打印机的权限，请联系店长</source>
        <translation>没有使用打印机的权限，请联系店长</translation>
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
        <source>没有打印机型号 {name}，请重新选择</source>
        <translation>没有打印机型号 {name}，请重新选择</translation>
    </message>
    <message>
        <source>没有找到会员 {shown}，按 F2 登记</source>
        <translation>没有找到会员 {shown}，按 F2 登记</translation>
    </message>
    <message>
        <source>没有找到会员 {shown}，请核对后重试</source>
        <translation>没有找到会员 {shown}，请核对后重试</translation>
    </message>
    <message>
        <source>没有找到条码 {shown}，请查价或手工输入</source>
        <translation>没有找到条码 {shown}，请查价或手工输入</translation>
    </message>
    <message>
        <source>没有接这个设备，请接好后在健康页重试</source>
        <translation>没有接这个设备，请接好后在健康页重试</translation>
    </message>
    <message>
        <source>没有读到内容，请重新扫码</source>
        <translation>没有读到内容，请重新扫码</translation>
    </message>
    <message>
        <source>没有这笔收款的记录，可以重新收款</source>
        <translation>没有这笔收款的记录，可以重新收款</translation>
    </message>
    <message>
        <source>离线，充值和积分暂停，恢复后再试</source>
        <translation>离线，充值和积分暂停，恢复后再试</translation>
    </message>
    <message>
        <source>程序出错了，本单没有丢失，请重试，仍不行请联系店长</source>
        <translation>程序出错了，本单没有丢失，请重试，仍不行请联系店长</translation>
    </message>
    <message>
        <source>缺少驱动 {driver}，请联系店长安装</source>
        <translation>缺少驱动 {driver}，请联系店长安装</translation>
    </message>
    <message>
        <source>设备设置有误，没有驱动 {driver}，请联系店长</source>
        <translation>设备设置有误，没有驱动 {driver}，请联系店长</translation>
    </message>
    <message>
        <source>请先完成当前操作</source>
        <translation>请先完成当前操作</translation>
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
        <source>这一行已经不在订单里，请重新选择</source>
        <translation>这一行已经不在订单里，请重新选择</translation>
    </message>
    <message>
        <source>这不是付款码，请顾客打开付款码再扫</source>
        <translation>这不是付款码，请顾客打开付款码再扫</translation>
    </message>
    <message>
        <source>这个码不完整，请重新扫一次</source>
        <translation>这个码不完整，请重新扫一次</translation>
    </message>
    <message>
        <source>这张券已经用在本单上</source>
        <translation>这张券已经用在本单上</translation>
    </message>
    <message>
        <source>这张小票无法读出，请到总部查询这一单</source>
        <translation>这张小票无法读出，请到总部查询这一单</translation>
    </message>
    <message>
        <source>这是 {shown} 的网址，不是商品条码</source>
        <translation>这是 {shown} 的网址，不是商品条码</translation>
    </message>
    <message>
        <source>这是工牌 {shown}，换人请先锁屏</source>
        <translation>这是工牌 {shown}，换人请先锁屏</translation>
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
        <source>退款超过原收款剩下的 {left_minor}，请减少</source>
        <translation>退款超过原收款剩下的 {left_minor}，请减少</translation>
    </message>
    <message>
        <source>金额 {amount} 超过剩余的 {remaining}，请减少</source>
        <translation>金额 {amount} 超过剩余的 {remaining}，请减少</translation>
    </message>
    <message>
        <source>金额太大，请检查后重新输入</source>
        <translation>金额太大，请检查后重新输入</translation>
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
        <source>顾客屏没有反应，请检查电源与连线</source>
        <translation>顾客屏没有反应，请检查电源与连线</translation>
    </message>
    <message>
        <source>顾客键盘没有反应，请检查连线</source>
        <translation>顾客键盘没有反应，请检查连线</translation>
    </message>
</context>
<context>
    <name>posapp</name>
    <message>
        <source>Alt+1…5 或 ↑↓ 选择</source>
        <translation>Alt+1…5 或 ↑↓ 选择</translation>
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
        <source>Z 报表</source>
        <translation>Z 报表</translation>
    </message>
    <message>
        <source>Z 报表已保存并打印，留存备用金 {kept}，上缴 {handed}</source>
        <translation>Z 报表已保存并打印，留存备用金 {kept}，上缴 {handed}</translation>
    </message>
    <message>
        <source>{amount} 正好</source>
        <translation>{amount} 正好</translation>
    </message>
    <message>
        <source>{amount}，结果未确认</source>
        <translation>{amount}，结果未确认</translation>
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
        <source>{face} 的张数</source>
        <translation>{face} 的张数</translation>
    </message>
    <message>
        <source>{name}保持登录，授权人、原因和时间记入审计日志</source>
        <translation>{name}保持登录，授权人、原因和时间记入审计日志</translation>
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
        <source>{n} 件</source>
        <translation>{n} 件</translation>
    </message>
    <message>
        <source>{n} 积分</source>
        <translation>{n} 积分</translation>
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
        <source>{what} {amount} 已入账</source>
        <translation>{what} {amount} 已入账</translation>
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
        <source>{what}需要店长授权</source>
        <translation>{what}需要店长授权</translation>
    </message>
    <message>
        <source>{what}，原因 {why}</source>
        <translation>{what}，原因 {why}</translation>
    </message>
    <message>
        <source>{who} {opened} 至 {closed}，Z 第 {n} 号</source>
        <translation>{who} {opened} 至 {closed}，Z 第 {n} 号</translation>
    </message>
    <message>
        <source>“{text}”指的是哪一个</source>
        <translation>“{text}”指的是哪一个</translation>
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
        <source>上一单 #{number}  {net}</source>
        <translation>上一单 #{number}  {net}</translation>
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
        <source>上缴</source>
        <translation>上缴</translation>
    </message>
    <message>
        <source>上缴大钞</source>
        <translation>上缴大钞</translation>
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
        <source>不想要了</source>
        <translation>不想要了</translation>
    </message>
    <message>
        <source>不涉及金额</source>
        <translation>不涉及金额</translation>
    </message>
    <message>
        <source>不退现金</source>
        <translation>不退现金</translation>
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
        <source>交接班，原因 {why}</source>
        <translation>交接班，原因 {why}</translation>
    </message>
    <message>
        <source>从钱箱取出</source>
        <translation>从钱箱取出</translation>
    </message>
    <message>
        <source>件数 {n}</source>
        <translation>件数 {n}</translation>
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
        <source>会员</source>
        <translation>会员</translation>
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
        <source>会员动态码</source>
        <translation>会员动态码</translation>
    </message>
    <message>
        <source>会员已冻结，不能用储值和积分</source>
        <translation>会员已冻结，不能用储值和积分</translation>
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
        <source>会员请出示会员码</source>
        <translation>会员请出示会员码</translation>
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
        <source>促销</source>
        <translation>促销</translation>
    </message>
    <message>
        <source>保存</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>保留已收，返回订单</source>
        <translation>保留已收，返回订单</translation>
    </message>
    <message>
        <source>假币或残币</source>
        <translation>假币或残币</translation>
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
        <source>储值充值 (负债)</source>
        <translation>储值充值 (负债)</translation>
    </message>
    <message>
        <source>储值支付</source>
        <translation>储值支付</translation>
    </message>
    <message>
        <source>储值支付，支付后余额 {left}</source>
        <translation>储值支付，支付后余额 {left}</translation>
    </message>
    <message>
        <source>充值</source>
        <translation>充值</translation>
    </message>
    <message>
        <source>充值收现金</source>
        <translation>充值收现金</translation>
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
        <source>先收款或清空</source>
        <translation>先收款或清空</translation>
    </message>
    <message>
        <source>先查询结果</source>
        <translation>先查询结果</translation>
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
        <source>先选择姓名</source>
        <translation>先选择姓名</translation>
    </message>
    <message>
        <source>先选要退的商品</source>
        <translation>先选要退的商品</translation>
    </message>
    <message>
        <source>全部退回</source>
        <translation>全部退回</translation>
    </message>
    <message>
        <source>共 {n} 个</source>
        <translation>共 {n} 个</translation>
    </message>
    <message>
        <source>其中税额 {rate}</source>
        <translation>其中税额 {rate}</translation>
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
        <source>其他原因</source>
        <translation>其他原因</translation>
    </message>
    <message>
        <source>再次查询，没有应答</source>
        <translation>再次查询，没有应答</translation>
    </message>
    <message>
        <source>再输 {n} 位</source>
        <translation>再输 {n} 位</translation>
    </message>
    <message>
        <source>净销售</source>
        <translation>净销售</translation>
    </message>
    <message>
        <source>减一</source>
        <translation>减一</translation>
    </message>
    <message>
        <source>出示会员码</source>
        <translation>出示会员码</translation>
    </message>
    <message>
        <source>删行</source>
        <translation>删行</translation>
    </message>
    <message>
        <source>刷卡收 {amount}</source>
        <translation>刷卡收 {amount}</translation>
    </message>
    <message>
        <source>券</source>
        <translation>券</translation>
    </message>
    <message>
        <source>券 {n}</source>
        <translation>券 {n}</translation>
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
        <source>加一</source>
        <translation>加一</translation>
    </message>
    <message>
        <source>单价</source>
        <translation>单价</translation>
    </message>
    <message>
        <source>单号 {a} 至 {b}</source>
        <translation>单号 {a} 至 {b}</translation>
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
        <source>原支付</source>
        <translation>原支付</translation>
    </message>
    <message>
        <source>去收款</source>
        <translation>去收款</translation>
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
        <source>取消</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>取消会员</source>
        <translation>取消会员</translation>
    </message>
    <message>
        <source>只开钱箱</source>
        <translation>只开钱箱</translation>
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
        <source>可用积分</source>
        <translation>可用积分</translation>
    </message>
    <message>
        <source>可直接输入</source>
        <translation>可直接输入</translation>
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
        <source>可退</source>
        <translation>可退</translation>
    </message>
    <message>
        <source>合计</source>
        <translation>合计</translation>
    </message>
    <message>
        <source>合计 {net}</source>
        <translation>合计 {net}</translation>
    </message>
    <message>
        <source>含税 {rate}  {tax}</source>
        <translation>含税 {rate}  {tax}</translation>
    </message>
    <message>
        <source>告知短信验证码</source>
        <translation>告知短信验证码</translation>
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
        <source>在线</source>
        <translation>在线</translation>
    </message>
    <message>
        <source>备注</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>备用金</source>
        <translation>备用金</translation>
    </message>
    <message>
        <source>存入现金</source>
        <translation>存入现金</translation>
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
        <source>实付</source>
        <translation>实付</translation>
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
        <source>对准扫码口</source>
        <translation>对准扫码口</translation>
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
        <source>小票 {number}，{time}</source>
        <translation>小票 {number}，{time}</translation>
    </message>
    <message>
        <source>小票号</source>
        <translation>小票号</translation>
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
        <source>尺寸不合</source>
        <translation>尺寸不合</translation>
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
        <source>已删除 {name} ×{n}</source>
        <translation>已删除 {name} ×{n}</translation>
    </message>
    <message>
        <source>已发到 {phone}</source>
        <translation>已发到 {phone}</translation>
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
        <source>已取消会员 {name}</source>
        <translation>已取消会员 {name}</translation>
    </message>
    <message>
        <source>已售</source>
        <translation>已售</translation>
    </message>
    <message>
        <source>已抵 {paid}，还可抵 {most}</source>
        <translation>已抵 {paid}，还可抵 {most}</translation>
    </message>
    <message>
        <source>已挂单 {label} {amount}</source>
        <translation>已挂单 {label} {amount}</translation>
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
        <source>已收 {paid}，可用 {left}</source>
        <translation>已收 {paid}，可用 {left}</translation>
    </message>
    <message>
        <source>已收 {paid}，找零</source>
        <translation>已收 {paid}，找零</translation>
    </message>
    <message>
        <source>已收的款怎么处理</source>
        <translation>已收的款怎么处理</translation>
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
        <source>已选</source>
        <translation>已选</translation>
    </message>
    <message>
        <source>已预扣，取消收款会自动退回</source>
        <translation>已预扣，取消收款会自动退回</translation>
    </message>
    <message>
        <source>常用</source>
        <translation>常用</translation>
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
        <source>应有数提交后才显示，重新清点会被记录，目前 {n} 次</source>
        <translation>应有数提交后才显示，重新清点会被记录，目前 {n} 次</translation>
    </message>
    <message>
        <source>店长</source>
        <translation>店长</translation>
    </message>
    <message>
        <source>店长授权</source>
        <translation>店长授权</translation>
    </message>
    <message>
        <source>开班</source>
        <translation>开班</translation>
    </message>
    <message>
        <source>张数</source>
        <translation>张数</translation>
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
        <source>微信</source>
        <translation>微信</translation>
    </message>
    <message>
        <source>微信/支付宝，扫到自动选中</source>
        <translation>微信/支付宝，扫到自动选中</translation>
    </message>
    <message>
        <source>微信付款码</source>
        <translation>微信付款码</translation>
    </message>
    <message>
        <source>快捷金额</source>
        <translation>快捷金额</translation>
    </message>
    <message>
        <source>忽略此码</source>
        <translation>忽略此码</translation>
    </message>
    <message>
        <source>总部回应丢失</source>
        <translation>总部回应丢失</translation>
    </message>
    <message>
        <source>总部断网</source>
        <translation>总部断网</translation>
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
        <source>成功</source>
        <translation>成功</translation>
    </message>
    <message>
        <source>手工折扣</source>
        <translation>手工折扣</translation>
    </message>
    <message>
        <source>手工输入</source>
        <translation>手工输入</translation>
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
        <source>扫小票上的二维码，商品会列在这里</source>
        <translation>扫小票上的二维码，商品会列在这里</translation>
    </message>
    <message>
        <source>扫小票上的二维码，或输入小票号后按 Enter</source>
        <translation>扫小票上的二维码，或输入小票号后按 Enter</translation>
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
        <source>扫码枪：点一下就扫一次</source>
        <translation>扫码枪：点一下就扫一次</translation>
    </message>
    <message>
        <source>扫顾客手机上的动态码，60 秒刷新</source>
        <translation>扫顾客手机上的动态码，60 秒刷新</translation>
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
        <source>找零误差</source>
        <translation>找零误差</translation>
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
        <source>抹零</source>
        <translation>抹零</translation>
    </message>
    <message>
        <source>拒绝</source>
        <translation>拒绝</translation>
    </message>
    <message>
        <source>挂单</source>
        <translation>挂单</translation>
    </message>
    <message>
        <source>挂单/取单</source>
        <translation>挂单/取单</translation>
    </message>
    <message>
        <source>按 + 收款</source>
        <translation>按 + 收款</translation>
    </message>
    <message>
        <source>按原支付退回</source>
        <translation>按原支付退回</translation>
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
        <source>授权人 PIN</source>
        <translation>授权人 PIN</translation>
    </message>
    <message>
        <source>授权退款 {amount}</source>
        <translation>授权退款 {amount}</translation>
    </message>
    <message>
        <source>提交清点</source>
        <translation>提交清点</translation>
    </message>
    <message>
        <source>提示</source>
        <translation>提示</translation>
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
        <source>撤销</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>撤销本次收款</source>
        <translation>撤销本次收款</translation>
    </message>
    <message>
        <source>操作</source>
        <translation>操作</translation>
    </message>
    <message>
        <source>支付后余额</source>
        <translation>支付后余额</translation>
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
        <source>支付成功，谢谢光临</source>
        <translation>支付成功，谢谢光临</translation>
    </message>
    <message>
        <source>支付方式</source>
        <translation>支付方式</translation>
    </message>
    <message>
        <source>支付结果未确认，请先查询，不要重复收款</source>
        <translation>支付结果未确认，请先查询，不要重复收款</translation>
    </message>
    <message>
        <source>收 {taken}，找零 {change}</source>
        <translation>收 {taken}，找零 {change}</translation>
    </message>
    <message>
        <source>收到的金额</source>
        <translation>收到的金额</translation>
    </message>
    <message>
        <source>收款</source>
        <translation>收款</translation>
    </message>
    <message>
        <source>收款 (笔数、净额)</source>
        <translation>收款 (笔数、净额)</translation>
    </message>
    <message>
        <source>收款合计</source>
        <translation>收款合计</translation>
    </message>
    <message>
        <source>收款完成，小票 {number}</source>
        <translation>收款完成，小票 {number}</translation>
    </message>
    <message>
        <source>收起</source>
        <translation>收起</translation>
    </message>
    <message>
        <source>收这部分后还差</source>
        <translation>收这部分后还差</translation>
    </message>
    <message>
        <source>收银员</source>
        <translation>收银员</translation>
    </message>
    <message>
        <source>改数量</source>
        <translation>改数量</translation>
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
        <source>数量</source>
        <translation>数量</translation>
    </message>
    <message>
        <source>数量减一</source>
        <translation>数量减一</translation>
    </message>
    <message>
        <source>整单作废</source>
        <translation>整单作废</translation>
    </message>
    <message>
        <source>整单退</source>
        <translation>整单退</translation>
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
        <source>普通会员</source>
        <translation>普通会员</translation>
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
        <source>最多 {most}</source>
        <translation>最多 {most}</translation>
    </message>
    <message>
        <source>服务中心</source>
        <translation>服务中心</translation>
    </message>
    <message>
        <source>未完成事项</source>
        <translation>未完成事项</translation>
    </message>
    <message>
        <source>未确认支付</source>
        <translation>未确认支付</translation>
    </message>
    <message>
        <source>未选</source>
        <translation>未选</translation>
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
        <source>本店未开通积分抵扣</source>
        <translation>本店未开通积分抵扣</translation>
    </message>
    <message>
        <source>本次退</source>
        <translation>本次退</translation>
    </message>
    <message>
        <source>本金 {principal} + 赠送 {bonus}</source>
        <translation>本金 {principal} + 赠送 {bonus}</translation>
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
        <source>查询结果</source>
        <translation>查询结果</translation>
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
        <source>欢迎光临</source>
        <translation>欢迎光临</translation>
    </message>
    <message>
        <source>正在为您结算</source>
        <translation>正在为您结算</translation>
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
        <source>正在查找小票</source>
        <translation>正在查找小票</translation>
    </message>
    <message>
        <source>正在等待上一笔的结果</source>
        <translation>正在等待上一笔的结果</translation>
    </message>
    <message>
        <source>每次都记入审计日志；取出现金和只开钱箱要店长授权</source>
        <translation>每次都记入审计日志；取出现金和只开钱箱要店长授权</translation>
    </message>
    <message>
        <source>比剩余多 {over}，请减少</source>
        <translation>比剩余多 {over}，请减少</translation>
    </message>
    <message>
        <source>毛销售</source>
        <translation>毛销售</translation>
    </message>
    <message>
        <source>没有储值余额</source>
        <translation>没有储值余额</translation>
    </message>
    <message>
        <source>没有可用的积分</source>
        <translation>没有可用的积分</translation>
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
        <source>没有挂单</source>
        <translation>没有挂单</translation>
    </message>
    <message>
        <source>没有挂单，有商品时按 F4 可以挂起当前订单</source>
        <translation>没有挂单，有商品时按 F4 可以挂起当前订单</translation>
    </message>
    <message>
        <source>没有的条码</source>
        <translation>没有的条码</translation>
    </message>
    <message>
        <source>混合支付：先输这部分金额，再选下一种</source>
        <translation>混合支付：先输这部分金额，再选下一种</translation>
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
        <source>漏收或多收</source>
        <translation>漏收或多收</translation>
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
        <source>现金</source>
        <translation>现金</translation>
    </message>
    <message>
        <source>现金 {amount}</source>
        <translation>现金 {amount}</translation>
    </message>
    <message>
        <source>现金收</source>
        <translation>现金收</translation>
    </message>
    <message>
        <source>现金退</source>
        <translation>现金退</translation>
    </message>
    <message>
        <source>用储值付 {amount}</source>
        <translation>用储值付 {amount}</translation>
    </message>
    <message>
        <source>用积分抵 {amount}</source>
        <translation>用积分抵 {amount}</translation>
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
        <source>登录</source>
        <translation>登录</translation>
    </message>
    <message>
        <source>登记会员</source>
        <translation>登记会员</translation>
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
        <source>离线暂停</source>
        <translation>离线暂停</translation>
    </message>
    <message>
        <source>离线，储值与积分支付暂停</source>
        <translation>离线，储值与积分支付暂停</translation>
    </message>
    <message>
        <source>离线，总部的退货记录还没有核对</source>
        <translation>离线，总部的退货记录还没有核对</translation>
    </message>
    <message>
        <source>秒内等终端应答</source>
        <translation>秒内等终端应答</translation>
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
        <source>积分 {points}</source>
        <translation>积分 {points}</translation>
    </message>
    <message>
        <source>积分/券</source>
        <translation>积分/券</translation>
    </message>
    <message>
        <source>积分抵扣</source>
        <translation>积分抵扣</translation>
    </message>
    <message>
        <source>空格</source>
        <translation>空格</translation>
    </message>
    <message>
        <source>空格 选中，扫商品也可选中</source>
        <translation>空格 选中，扫商品也可选中</translation>
    </message>
    <message>
        <source>立即查询结果</source>
        <translation>立即查询结果</translation>
    </message>
    <message>
        <source>第 {n} 种支付方式</source>
        <translation>第 {n} 种支付方式</translation>
    </message>
    <message>
        <source>第三方券</source>
        <translation>第三方券</translation>
    </message>
    <message>
        <source>等待</source>
        <translation>等待</translation>
    </message>
    <message>
        <source>等待顾客确认付款</source>
        <translation>等待顾客确认付款</translation>
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
        <source>结果未知，查询后失败</source>
        <translation>结果未知，查询后失败</translation>
    </message>
    <message>
        <source>结果未知，查询后成功</source>
        <translation>结果未知，查询后成功</translation>
    </message>
    <message>
        <source>继续</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>编码 {code}</source>
        <translation>编码 {code}</translation>
    </message>
    <message>
        <source>菜单</source>
        <translation>菜单</translation>
    </message>
    <message>
        <source>补备用金</source>
        <translation>补备用金</translation>
    </message>
    <message>
        <source>补零钱</source>
        <translation>补零钱</translation>
    </message>
    <message>
        <source>订单</source>
        <translation>订单</translation>
    </message>
    <message>
        <source>请任选一种方式确认</source>
        <translation>请任选一种方式确认</translation>
    </message>
    <message>
        <source>请先数清钱箱里的钱，交班时按这个数核对</source>
        <translation>请先数清钱箱里的钱，交班时按这个数核对</translation>
    </message>
    <message>
        <source>请切换到英文输入法，或改用串口扫码枪</source>
        <translation>请切换到英文输入法，或改用串口扫码枪</translation>
    </message>
    <message>
        <source>请扫顾客付款码</source>
        <translation>请扫顾客付款码</translation>
    </message>
    <message>
        <source>请支付</source>
        <translation>请支付</translation>
    </message>
    <message>
        <source>请收银员发送</source>
        <translation>请收银员发送</translation>
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
        <source>请稍候</source>
        <translation>请稍候</translation>
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
        <source>请选择原因</source>
        <translation>请选择原因</translation>
    </message>
    <message>
        <source>请顾客任选一种方式验证</source>
        <translation>请顾客任选一种方式验证</translation>
    </message>
    <message>
        <source>请顾客在终端上刷卡</source>
        <translation>请顾客在终端上刷卡</translation>
    </message>
    <message>
        <source>质量问题</source>
        <translation>质量问题</translation>
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
        <source>返回，不打开钱箱</source>
        <translation>返回，不打开钱箱</translation>
    </message>
    <message>
        <source>返回，不退款</source>
        <translation>返回，不退款</translation>
    </message>
    <message>
        <source>返回，选其他方式</source>
        <translation>返回，选其他方式</translation>
    </message>
    <message>
        <source>还差 {n} 位 PIN</source>
        <translation>还差 {n} 位 PIN</translation>
    </message>
    <message>
        <source>还没有商品</source>
        <translation>还没有商品</translation>
    </message>
    <message>
        <source>还没有收款</source>
        <translation>还没有收款</translation>
    </message>
    <message>
        <source>还没有短信</source>
        <translation>还没有短信</translation>
    </message>
    <message>
        <source>还没有选小票</source>
        <translation>还没有选小票</translation>
    </message>
    <message>
        <source>这台收银机上没有可以授权的人，请联系店长</source>
        <translation>这台收银机上没有可以授权的人，请联系店长</translation>
    </message>
    <message>
        <source>这里还没有商品</source>
        <translation>这里还没有商品</translation>
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
        <source>退后还可退 {rest}</source>
        <translation>退后还可退 {rest}</translation>
    </message>
    <message>
        <source>退回 {what}</source>
        <translation>退回 {what}</translation>
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
        <source>选中</source>
        <translation>选中</translation>
    </message>
    <message>
        <source>选中或取消</source>
        <translation>选中或取消</translation>
    </message>
    <message>
        <source>选中要退的商品，或扫商品条码</source>
        <translation>选中要退的商品，或扫商品条码</translation>
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
        <source>都不是</source>
        <translation>都不是</translation>
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
        <source>重试原路退回</source>
        <translation>重试原路退回</translation>
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
        <source>长款</source>
        <translation>长款</translation>
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
        <source>需要时请店长输 PIN 授权</source>
        <translation>需要时请店长输 PIN 授权</translation>
    </message>
    <message>
        <source>面额</source>
        <translation>面额</translation>
    </message>
    <message>
        <source>顾客屏</source>
        <translation>顾客屏</translation>
    </message>
    <message>
        <source>顾客的手机</source>
        <translation>顾客的手机</translation>
    </message>
    <message>
        <source>验证通过即扣款，不会清空购物车</source>
        <translation>验证通过即扣款，不会清空购物车</translation>
    </message>
    <message>
        <source>（本金 {principal} + 赠送 {bonus}）</source>
        <translation>（本金 {principal} + 赠送 {bonus}）</translation>
    </message>
</context>
</TS>
