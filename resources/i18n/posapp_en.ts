<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="zh_CN">
<context>
    <name>errors</name>
    <message>
        <source>{name} 已停售，请换一件或联系店长</source>
        <translation>{name} is no longer sold. Choose another or ask the manager</translation>
    </message>
    <message>
        <source>{name} 已售罄，请换一件</source>
        <translation>{name} is sold out. Choose another</translation>
    </message>
    <message>
        <source>一单最多 {most} 行，请先收款再开新单</source>
        <translation>An order holds at most {most} lines. Take payment, then start a new one</translation>
    </message>
    <message>
        <source>不确定小票是否打出，请看打印机后选择</source>
        <translation>The receipt may or may not have printed. Look at the printer, then choose</translation>
    </message>
    <message>
        <source>像是付款码 {shown}，要收款吗</source>
        <translation>{shown} looks like a payment code. Take payment?</translation>
    </message>
    <message>
        <source>先处理未知条码，再收款</source>
        <translation>Resolve the unknown code first</translation>
    </message>
    <message>
        <source>减价不能超过这一行的金额，请重新输入</source>
        <translation>The reduction is more than the line. Enter it again</translation>
    </message>
    <message>
        <source>原来的收款没有成功，不能从它退款</source>
        <translation>The original payment did not succeed, so it cannot be refunded</translation>
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
        <source>支付没有成功，请顾客换一种方式</source>
        <translation>The payment was declined. Ask for another way to pay</translation>
    </message>
    <message>
        <source>支付终端没有反应，没有扣款，请检查连线</source>
        <translation>The terminal does not answer and nothing was charged. Check its cable</translation>
    </message>
    <message>
        <source>数量要在 0.001 到 {most} 之间，请重新输入</source>
        <translation>Quantity must be between 0.001 and {most}. Enter it again</translation>
    </message>
    <message>
        <source>没有使用打印机的权限，请联系店长</source>
        <translation>The till may not use the printer. Tell the manager</translation>
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
        <source>没有打印机型号 {name}，请重新选择</source>
        <translation>There is no printer profile {name}. Choose another</translation>
    </message>
    <message>
        <source>没有找到会员 {shown}，按 F2 登记</source>
        <translation>No member {shown}. Press F2 to register</translation>
    </message>
    <message>
        <source>没有找到会员 {shown}，请核对后重试</source>
        <translation>No member {shown}. Check and try again</translation>
    </message>
    <message>
        <source>没有找到条码 {shown}，请查价或手工输入</source>
        <translation>No item for {shown}. Check price or enter by hand</translation>
    </message>
    <message>
        <source>没有接这个设备，请接好后在健康页重试</source>
        <translation>This device is not connected. Connect it and try again on the health page</translation>
    </message>
    <message>
        <source>没有读到内容，请重新扫码</source>
        <translation>Nothing was read. Scan again</translation>
    </message>
    <message>
        <source>没有这笔收款的记录，可以重新收款</source>
        <translation>There is no such payment. You can charge again</translation>
    </message>
    <message>
        <source>离线，充值和积分暂停，恢复后再试</source>
        <translation>Offline: top-up and rewards are paused. Try again later</translation>
    </message>
    <message>
        <source>程序出错了，本单没有丢失，请重试，仍不行请联系店长</source>
        <translation>Something went wrong. The order is safe. Try again, or ask the manager</translation>
    </message>
    <message>
        <source>缺少驱动 {driver}，请联系店长安装</source>
        <translation>The driver {driver} is not installed. Ask the manager</translation>
    </message>
    <message>
        <source>设备设置有误，没有驱动 {driver}，请联系店长</source>
        <translation>There is no driver {driver}. Ask the manager to check the settings</translation>
    </message>
    <message>
        <source>请先完成当前操作</source>
        <translation>Finish the current step first</translation>
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
        <source>这一行已经不在订单里，请重新选择</source>
        <translation>This line is no longer in the order. Choose again</translation>
    </message>
    <message>
        <source>这不是付款码，请顾客打开付款码再扫</source>
        <translation>That is not a payment code. Ask the customer to show one</translation>
    </message>
    <message>
        <source>这个码不完整，请重新扫一次</source>
        <translation>This code is damaged. Scan it again</translation>
    </message>
    <message>
        <source>这张券已经用在本单上</source>
        <translation>This coupon is already on the order</translation>
    </message>
    <message>
        <source>这张小票无法读出，请到总部查询这一单</source>
        <translation>This receipt cannot be read. Look the sale up at head office</translation>
    </message>
    <message>
        <source>这是 {shown} 的网址，不是商品条码</source>
        <translation>This is a link to {shown}, not a product code</translation>
    </message>
    <message>
        <source>这是工牌 {shown}，换人请先锁屏</source>
        <translation>This is badge {shown}. Lock the till to change person</translation>
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
        <source>退款超过原收款剩下的 {left_minor}，请减少</source>
        <translation>Only {left_minor} of the payment is left to refund. Enter less</translation>
    </message>
    <message>
        <source>金额 {amount} 超过剩余的 {remaining}，请减少</source>
        <translation>{amount} is more than the {remaining} left. Enter less</translation>
    </message>
    <message>
        <source>金额太大，请检查后重新输入</source>
        <translation>The amount is too large. Check it and enter it again</translation>
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
        <source>顾客屏没有反应，请检查电源与连线</source>
        <translation>The customer display does not answer. Check its power and cable</translation>
    </message>
    <message>
        <source>顾客键盘没有反应，请检查连线</source>
        <translation>The customer's pad does not answer. Check its cable</translation>
    </message>
</context>
<context>
    <name>posapp</name>
    <message>
        <source>Alt+1…5 或 ↑↓ 选择</source>
        <translation type="unfinished"></translation>
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
        <source>Z 报表</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Z 报表已保存并打印，留存备用金 {kept}，上缴 {handed}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{amount} 正好</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{amount}，结果未确认</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{channel} {amount} 已原路退回</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{channel} {amount} 结果未确认，请重试</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{channel} {amount} 被拒绝，请联系店长处理</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{face} 的张数</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name}保持登录，授权人、原因和时间记入审计日志</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name}，您好</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name}，您将支付</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name}，请支付</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} 件</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} 积分</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{time} 后可重发</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{time} 的数据</source>
        <translation>As of {time}</translation>
    </message>
    <message>
        <source>{what} {amount} 已入账</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{what} 减一</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{what} 加一</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{what}需要店长授权</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{what}，原因 {why}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{who} {opened} 至 {closed}，Z 第 {n} 号</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{text}”指的是哪一个</source>
        <translation>Which one is “{text}”</translation>
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
        <source>上一单 #{number}  {net}</source>
        <translation>Last #{number}  {net}</translation>
    </message>
    <message>
        <source>上一笔未确认，暂停</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>上一笔结果未确认，不能再收第二次</source>
        <translation type="unfinished"></translation>
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
        <source>上缴</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>上缴大钞</source>
        <translation type="unfinished"></translation>
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
        <source>不想要了</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>不涉及金额</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>不退现金</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>云闪付</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>交接班</source>
        <translation>Shift</translation>
    </message>
    <message>
        <source>交接班，原因 {why}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>从钱箱取出</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>件数 {n}</source>
        <translation>Items {n}</translation>
    </message>
    <message>
        <source>优惠</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>优惠 {amount}</source>
        <translation>Saved {amount}</translation>
    </message>
    <message>
        <source>会员</source>
        <translation>Member</translation>
    </message>
    <message>
        <source>会员价 {price}</source>
        <translation>Member price {price}</translation>
    </message>
    <message>
        <source>会员价差</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>会员动态码</source>
        <translation>Member's code</translation>
    </message>
    <message>
        <source>会员已冻结，不能用储值和积分</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>会员码</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>会员码 {code}，{left} 秒后更换</source>
        <translation>Member code {code}, changes in {left} s</translation>
    </message>
    <message>
        <source>会员请出示会员码</source>
        <translation type="unfinished"></translation>
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
        <source>促销</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>保存</source>
        <translation>Save</translation>
    </message>
    <message>
        <source>保留已收，返回订单</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>假币或残币</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>储值</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>储值 {amount}</source>
        <translation>Stored value {amount}</translation>
    </message>
    <message>
        <source>储值充值 (负债)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>储值支付</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>储值支付，支付后余额 {left}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>充值</source>
        <translation>Top up</translation>
    </message>
    <message>
        <source>充值收现金</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>先加商品</source>
        <translation>Add an item first</translation>
    </message>
    <message>
        <source>先取单收款或作废</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>先处理未完成事项</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>先处理未知条码，再收款</source>
        <translation>Resolve the unknown code first</translation>
    </message>
    <message>
        <source>先完成储值验证</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>先收款或清空</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>先查询结果</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>先识别会员</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>先输入数量，或按 Esc</source>
        <translation>Enter the quantity, or press Esc</translation>
    </message>
    <message>
        <source>先选择姓名</source>
        <translation>Choose your name</translation>
    </message>
    <message>
        <source>先选要退的商品</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>全部退回</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>共 {n} 个</source>
        <translation>{n} in all</translation>
    </message>
    <message>
        <source>其中税额 {rate}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>其他</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>其他/残币</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>其他原因</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>再次查询，没有应答</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>再输 {n} 位</source>
        <translation>{n} more digits</translation>
    </message>
    <message>
        <source>净销售</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>减一</source>
        <translation>One less</translation>
    </message>
    <message>
        <source>出示会员码</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>删行</source>
        <translation>Remove line</translation>
    </message>
    <message>
        <source>刷卡收 {amount}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>券</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>券 {n}</source>
        <translation>Coupons {n}</translation>
    </message>
    <message>
        <source>前面还有 {n} 种</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>剩余</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>剩余 {n} 次，用完锁定 {m} 分钟</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>加一</source>
        <translation>One more</translation>
    </message>
    <message>
        <source>单价</source>
        <translation>Price</translation>
    </message>
    <message>
        <source>单号 {a} 至 {b}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>原因</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>原因、清点结果和重新清点次数会记入审计日志</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>原因不明</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>原支付</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>去收款</source>
        <translation>Take payment</translation>
    </message>
    <message>
        <source>发出撤销</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>发到 {phone}，顾客告知</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>发送时间</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>发送验证码</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>取出现金</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>取消</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>取消会员</source>
        <translation>Detach member</translation>
    </message>
    <message>
        <source>只开钱箱</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>可用</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>可用 {left}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>可用积分</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>可直接输入</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>可空</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>可继续，Z 报表会注明</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>可退</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>合计</source>
        <translation>Total</translation>
    </message>
    <message>
        <source>合计 {net}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>含税 {rate}  {tax}</source>
        <translation>Incl. VAT {rate}  {tax}</translation>
    </message>
    <message>
        <source>告知短信验证码</source>
        <translation type="unfinished"></translation>
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
        <source>在线</source>
        <translation>Online</translation>
    </message>
    <message>
        <source>备注</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>备用金</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>存入现金</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>完成</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>完成交接班</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>实付</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>实点</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>实点合计</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>对准扫码口</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>小数点</source>
        <translation>Decimal point</translation>
    </message>
    <message>
        <source>小票 {here} = 总部 {there}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>小票 {here}，总部 {there}，还有待同步</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>小票 {here}，总部暂时没有应答</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>小票 {number}，{time}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>小票号</source>
        <translation type="unfinished"></translation>
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
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>尺寸不合</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>差异说明</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>差异较大时请店长输 PIN 授权</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>差异较大，需要店长授权</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>已删除 {name} ×{n}</source>
        <translation>Removed {name} ×{n}</translation>
    </message>
    <message>
        <source>已发到 {phone}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>已发到 {phone}，请顾客告知</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>已发送</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>已取消会员 {name}</source>
        <translation>Detached {name}</translation>
    </message>
    <message>
        <source>已售</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>已抵 {paid}，还可抵 {most}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>已挂单 {label} {amount}</source>
        <translation>On hold: {label} {amount}</translation>
    </message>
    <message>
        <source>已收</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>已收 {amount}，保留后再收款会接着算；退回后现金请交还顾客</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>已收 {paid}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>已收 {paid}，可用 {left}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>已收 {paid}，找零</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>已收的款怎么处理</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>已等待 {n} / {all} 秒</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>已等待 {n} 秒</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>已选</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>已预扣，取消收款会自动退回</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>常用</source>
        <translation>Top</translation>
    </message>
    <message>
        <source>应收</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>应收 {net}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>应有</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>应有数提交后才显示，重新清点会被记录，目前 {n} 次</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>店长</source>
        <translation>Manager</translation>
    </message>
    <message>
        <source>店长授权</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>开班</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>张数</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>待同步</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>待同步 {n}</source>
        <translation>To sync {n}</translation>
    </message>
    <message>
        <source>微信</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>微信/支付宝，扫到自动选中</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>微信付款码</source>
        <translation>WeChat code</translation>
    </message>
    <message>
        <source>快捷金额</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>忽略此码</source>
        <translation>Ignore</translation>
    </message>
    <message>
        <source>总部回应丢失</source>
        <translation>Reply lost</translation>
    </message>
    <message>
        <source>总部断网</source>
        <translation>Server gone</translation>
    </message>
    <message>
        <source>您将支付</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>您的订单</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>成功</source>
        <translation>Paid</translation>
    </message>
    <message>
        <source>手工折扣</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>手工输入</source>
        <translation>By hand</translation>
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
        <source>扣回本单已得积分 {n}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>扣本金</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>扣赠送</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>扫下一件商品，直接开新单</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>扫付款码</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>扫小票上的二维码，商品会列在这里</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>扫小票上的二维码，或输入小票号后按 Enter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>扫工牌选人</source>
        <translation>Scan your badge</translation>
    </message>
    <message>
        <source>扫工牌选授权人</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>扫码 / 条码 / 拼音首字母 / 手机号</source>
        <translation>Scan, barcode, name or phone</translation>
    </message>
    <message>
        <source>扫码不能授权，还要输 PIN</source>
        <translation type="unfinished"></translation>
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
        <source>扫码枪：点一下就扫一次</source>
        <translation>Scanner: press to scan</translation>
    </message>
    <message>
        <source>扫顾客手机上的动态码，60 秒刷新</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>找零</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>找零 {amount}</source>
        <translation>Change {amount}</translation>
    </message>
    <message>
        <source>找零误差</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>折扣</source>
        <translation>Discount</translation>
    </message>
    <message>
        <source>抵扣后积分</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>抵扣积分</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>抹零</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>拒绝</source>
        <translation>Declined</translation>
    </message>
    <message>
        <source>挂单</source>
        <translation>On hold</translation>
    </message>
    <message>
        <source>挂单/取单</source>
        <translation>Hold/recall</translation>
    </message>
    <message>
        <source>按 + 收款</source>
        <translation>Press + to take payment</translation>
    </message>
    <message>
        <source>按原支付退回</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>换零钱</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>换面额</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>授权</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>授权{what}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>授权交接班</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>授权人 PIN</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>授权退款 {amount}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>提交清点</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>提示</source>
        <translation>Message</translation>
    </message>
    <message>
        <source>搜索</source>
        <translation>Find</translation>
    </message>
    <message>
        <source>搜索商品</source>
        <translation>Find a product</translation>
    </message>
    <message>
        <source>撤销</source>
        <translation>Undo</translation>
    </message>
    <message>
        <source>撤销本次收款</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>操作</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>支付后余额</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>支付宝</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>支付宝付款码</source>
        <translation>Alipay code</translation>
    </message>
    <message>
        <source>支付成功，谢谢光临</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>支付方式</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>支付结果未确认，请先查询，不要重复收款</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>收 {taken}，找零 {change}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>收到的金额</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>收款</source>
        <translation>Pay</translation>
    </message>
    <message>
        <source>收款 (笔数、净额)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>收款合计</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>收款完成，小票 {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>收起</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>收这部分后还差</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>收银员</source>
        <translation>Cashier</translation>
    </message>
    <message>
        <source>改数量</source>
        <translation>Set quantity</translation>
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
        <translation type="unfinished"></translation>
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
        <source>整单作废</source>
        <translation>Void the order</translation>
    </message>
    <message>
        <source>整单退</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>新的一单</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>方式</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>普通会员</source>
        <translation type="unfinished"></translation>
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
        <source>最多 {most}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>服务中心</source>
        <translation>Service</translation>
    </message>
    <message>
        <source>未完成事项</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>未确认支付</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>未选</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>本单可得积分 {n}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>本单获得积分 {n}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>本店未开通积分抵扣</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>本次退</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>本金 {principal} + 赠送 {bonus}</source>
        <translation type="unfinished"></translation>
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
        <source>查询结果</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>检查钱箱</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>模拟柜台</source>
        <translation>Simulated counter</translation>
    </message>
    <message>
        <source>欢迎光临</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>正在为您结算</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>正在和总部核对</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>正在完成本单</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>正在录入的订单</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>正在查找小票</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>正在等待上一笔的结果</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>每次都记入审计日志；取出现金和只开钱箱要店长授权</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>比剩余多 {over}，请减少</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>毛销售</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>没有储值余额</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>没有可用的积分</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>没有差异</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>没有应答</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>没有挂单</source>
        <translation>Nothing on hold</translation>
    </message>
    <message>
        <source>没有挂单，有商品时按 F4 可以挂起当前订单</source>
        <translation>Nothing on hold. With items, F4 holds the order</translation>
    </message>
    <message>
        <source>没有的条码</source>
        <translation>Unknown barcode</translation>
    </message>
    <message>
        <source>混合支付：先输这部分金额，再选下一种</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>清点现金</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>清空</source>
        <translation>Clear</translation>
    </message>
    <message>
        <source>漏收或多收</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>点收纸币硬币</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>版本 {v}</source>
        <translation>Version {v}</translation>
    </message>
    <message>
        <source>现金</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>现金 {amount}</source>
        <translation>Cash {amount}</translation>
    </message>
    <message>
        <source>现金收</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>现金退</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>用储值付 {amount}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>用积分抵 {amount}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>留存备用金</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>留存超过实点</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>登录</source>
        <translation>Sign in</translation>
    </message>
    <message>
        <source>登记会员</source>
        <translation>Register</translation>
    </message>
    <message>
        <source>短信验证码</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>短款</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>确认</source>
        <translation>Confirm</translation>
    </message>
    <message>
        <source>确认差异并交班</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>确认收款</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>确认收款 {amount}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>确认退款</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>确认退款 {amount}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>离线暂停</source>
        <translation>Offline</translation>
    </message>
    <message>
        <source>离线，储值与积分支付暂停</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>离线，总部的退货记录还没有核对</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>秒内等终端应答</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>秒后自动撤销</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>积分</source>
        <translation type="unfinished"></translation>
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
        <source>积分抵扣</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>空格</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>空格 选中，扫商品也可选中</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>立即查询结果</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>第 {n} 种支付方式</source>
        <translation>Tender {n}</translation>
    </message>
    <message>
        <source>第三方券</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>等待</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>等待顾客确认付款</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>终端断开</source>
        <translation>Terminal unplugged</translation>
    </message>
    <message>
        <source>终端断开，请检查电源和网线</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>终端正在处理，请稍候</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>终端正常</source>
        <translation type="unfinished"></translation>
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
        <source>继续</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>编码 {code}</source>
        <translation>Code {code}</translation>
    </message>
    <message>
        <source>菜单</source>
        <translation>Menu</translation>
    </message>
    <message>
        <source>补备用金</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>补零钱</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>订单</source>
        <translation>Order</translation>
    </message>
    <message>
        <source>请任选一种方式确认</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>请先数清钱箱里的钱，交班时按这个数核对</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>请切换到英文输入法，或改用串口扫码枪</source>
        <translation>Switch to an English keyboard, or use a serial scanner</translation>
    </message>
    <message>
        <source>请扫顾客付款码</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>请支付</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>请收银员发送</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>请查询或再撤销</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>请核对商品和价格</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>请稍候</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>请输入短信验证码</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>请输入金额</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>请选择原因</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>请顾客任选一种方式验证</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>请顾客在终端上刷卡</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>质量问题</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>输入新数量，按 Enter</source>
        <translation>Type the quantity, then Enter</translation>
    </message>
    <message>
        <source>输入验证码</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>返回</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>返回登录</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>返回订单</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>返回订单，仍保持未确认</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>返回，不交班</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>返回，不打开钱箱</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>返回，不退款</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>返回，选其他方式</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>还差 {n} 位 PIN</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>还没有商品</source>
        <translation>No items yet</translation>
    </message>
    <message>
        <source>还没有收款</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>还没有短信</source>
        <translation>No message yet</translation>
    </message>
    <message>
        <source>还没有选小票</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>这台收银机上没有可以授权的人，请联系店长</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>这里还没有商品</source>
        <translation>Nothing here yet</translation>
    </message>
    <message>
        <source>退 {name} 的数量</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>退 {n} 积分</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>退后还可退 {rest}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>退回 {what}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>退格</source>
        <translation>Backspace</translation>
    </message>
    <message>
        <source>退款</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>退款 {amount}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>退款合计</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>退款完成，小票 {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>退款需要店长授权</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>退货</source>
        <translation>Refund</translation>
    </message>
    <message>
        <source>退货 小票 {receipt}，原因 {why}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>选中</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>选中或取消</source>
        <translation>Select or clear</translation>
    </message>
    <message>
        <source>选中要退的商品，或扫商品条码</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>选其他方式</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>选原因</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>选择</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>选择姓名</source>
        <translation>Choose your name</translation>
    </message>
    <message>
        <source>选支付方式</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>选行</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>通知</source>
        <translation>Notice</translation>
    </message>
    <message>
        <source>都不是</source>
        <translation>None of them</translation>
    </message>
    <message>
        <source>重打</source>
        <translation>Reprint</translation>
    </message>
    <message>
        <source>重打上一单</source>
        <translation>Reprint the last receipt</translation>
    </message>
    <message>
        <source>重新发送</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>重新开机后找到</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>重新清点</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>重试原路退回</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>金卡</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>金额</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>钱箱</source>
        <translation>Drawer</translation>
    </message>
    <message>
        <source>钱箱已打开，已记入审计日志</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>钱箱开过 {times} 次</source>
        <translation>Drawer opened {times} times</translation>
    </message>
    <message>
        <source>钱箱里的备用金</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>钻石</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>银卡</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>银行卡</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>银行卡/外接终端</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>销售</source>
        <translation type="unfinished"></translation>
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
        <source>长款</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>随时可扫</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>随时可扫，或选择姓名，再输入 PIN</source>
        <translation>Any time, or choose your name, then the PIN</translation>
    </message>
    <message>
        <source>需要时请店长输 PIN 授权</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>面额</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>顾客屏</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>顾客的手机</source>
        <translation>Customer's phone</translation>
    </message>
    <message>
        <source>验证通过即扣款，不会清空购物车</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>（本金 {principal} + 赠送 {bonus}）</source>
        <translation> ({principal} + bonus {bonus})</translation>
    </message>
</context>
</TS>
