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
        <source>减价不能超过这一行的金额，请重新输入</source>
        <translation>The reduction is more than the line. Enter it again</translation>
    </message>
    <message>
        <source>扫到的内容太长（{length} 个字符），不是商品条码，请重新扫码</source>
        <translation>The scan is too long ({length} characters) for a product code. Scan again</translation>
    </message>
    <message>
        <source>数量要在 0.001 到 {most} 之间，请重新输入</source>
        <translation>Quantity must be between 0.001 and {most}. Enter it again</translation>
    </message>
    <message>
        <source>没有完成，请重试，仍不行请联系店长 ({key})</source>
        <translation>Not done. Try again, or ask the manager ({key})</translation>
    </message>
    <message>
        <source>程序出错了，本单没有丢失，请重试，仍不行请联系店长</source>
        <translation>Something went wrong. The order is safe. Try again, or ask the manager</translation>
    </message>
    <message>
        <source>请先完成当前操作</source>
        <translation>Finish the current step first</translation>
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
        <source>这张券已经用在本单上</source>
        <translation>This coupon is already on the order</translation>
    </message>
    <message>
        <source>金额 {amount} 超过剩余的 {remaining}，请减少</source>
        <translation>{amount} is more than the {remaining} left. Enter less</translation>
    </message>
    <message>
        <source>金额太大，请检查后重新输入</source>
        <translation>The amount is too large. Check it and enter it again</translation>
    </message>
</context>
<context>
    <name>posapp</name>
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
        <source>上一行</source>
        <translation>Line up</translation>
    </message>
    <message>
        <source>上一页</source>
        <translation>Page up</translation>
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
        <source>交接班</source>
        <translation>Shift</translation>
    </message>
    <message>
        <source>优惠</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>会员</source>
        <translation>Member</translation>
    </message>
    <message>
        <source>会员请出示会员码</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>保存</source>
        <translation>Save</translation>
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
        <source>前面还有 {n} 种</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>加一</source>
        <translation>One more</translation>
    </message>
    <message>
        <source>取消</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>合计</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>告知短信验证码</source>
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
        <source>已发到 {phone}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>已收 {paid}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>已收 {paid}，找零</source>
        <translation type="unfinished"></translation>
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
        <source>折扣</source>
        <translation>Discount</translation>
    </message>
    <message>
        <source>挂单/取单</source>
        <translation>Hold/recall</translation>
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
        <source>支付成功，谢谢光临</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>收款</source>
        <translation>Pay</translation>
    </message>
    <message>
        <source>收起</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>改数量</source>
        <translation>Set quantity</translation>
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
        <source>本单获得积分 {n}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>查价</source>
        <translation>Price check</translation>
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
        <source>清空</source>
        <translation>Clear</translation>
    </message>
    <message>
        <source>确认</source>
        <translation>Confirm</translation>
    </message>
    <message>
        <source>积分/券</source>
        <translation>Rewards</translation>
    </message>
    <message>
        <source>第 {n} 种支付方式</source>
        <translation>Tender {n}</translation>
    </message>
    <message>
        <source>请任选一种方式确认</source>
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
        <source>请核对商品和价格</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>返回</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>退格</source>
        <translation>Backspace</translation>
    </message>
    <message>
        <source>退货</source>
        <translation>Refund</translation>
    </message>
    <message>
        <source>选中或取消</source>
        <translation>Select or clear</translation>
    </message>
    <message>
        <source>重打上一单</source>
        <translation>Reprint the last receipt</translation>
    </message>
    <message>
        <source>钱箱</source>
        <translation>Drawer</translation>
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
        <source>顾客屏</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
