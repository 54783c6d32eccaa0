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
        <source>减价不能超过这一行的金额，请重新输入</source>
        <translation>减价不能超过这一行的金额，请重新输入</translation>
    </message>
    <message>
        <source>扫到的内容太长（{length} 个字符），不是商品条码，请重新扫码</source>
        <translation>扫到的内容太长（{length} 个字符），不是商品条码，请重新扫码</translation>
    </message>
    <message>
        <source>数量要在 0.001 到 {most} 之间，请重新输入</source>
        <translation>数量要在 0.001 到 {most} 之间，请重新输入</translation>
    </message>
    <message>
        <source>没有完成，请重试，仍不行请联系店长 ({key})</source>
        <translation>没有完成，请重试，仍不行请联系店长 ({key})</translation>
    </message>
    <message>
        <source>程序出错了，本单没有丢失，请重试，仍不行请联系店长</source>
        <translation>程序出错了，本单没有丢失，请重试，仍不行请联系店长</translation>
    </message>
    <message>
        <source>请先完成当前操作</source>
        <translation>请先完成当前操作</translation>
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
        <source>这张券已经用在本单上</source>
        <translation>这张券已经用在本单上</translation>
    </message>
    <message>
        <source>金额 {amount} 超过剩余的 {remaining}，请减少</source>
        <translation>金额 {amount} 超过剩余的 {remaining}，请减少</translation>
    </message>
    <message>
        <source>金额太大，请检查后重新输入</source>
        <translation>金额太大，请检查后重新输入</translation>
    </message>
</context>
<context>
    <name>posapp</name>
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
        <source>上一行</source>
        <translation>上一行</translation>
    </message>
    <message>
        <source>上一页</source>
        <translation>上一页</translation>
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
        <source>交接班</source>
        <translation>交接班</translation>
    </message>
    <message>
        <source>优惠</source>
        <translation>优惠</translation>
    </message>
    <message>
        <source>会员</source>
        <translation>会员</translation>
    </message>
    <message>
        <source>会员请出示会员码</source>
        <translation>会员请出示会员码</translation>
    </message>
    <message>
        <source>保存</source>
        <translation>保存</translation>
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
        <source>前面还有 {n} 种</source>
        <translation>前面还有 {n} 种</translation>
    </message>
    <message>
        <source>加一</source>
        <translation>加一</translation>
    </message>
    <message>
        <source>取消</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>合计</source>
        <translation>合计</translation>
    </message>
    <message>
        <source>告知短信验证码</source>
        <translation>告知短信验证码</translation>
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
        <source>已发到 {phone}</source>
        <translation>已发到 {phone}</translation>
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
        <source>您将支付</source>
        <translation>您将支付</translation>
    </message>
    <message>
        <source>您的订单</source>
        <translation>您的订单</translation>
    </message>
    <message>
        <source>折扣</source>
        <translation>折扣</translation>
    </message>
    <message>
        <source>挂单/取单</source>
        <translation>挂单/取单</translation>
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
        <source>支付成功，谢谢光临</source>
        <translation>支付成功，谢谢光临</translation>
    </message>
    <message>
        <source>收款</source>
        <translation>收款</translation>
    </message>
    <message>
        <source>收起</source>
        <translation>收起</translation>
    </message>
    <message>
        <source>改数量</source>
        <translation>改数量</translation>
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
        <source>本单获得积分 {n}</source>
        <translation>本单获得积分 {n}</translation>
    </message>
    <message>
        <source>查价</source>
        <translation>查价</translation>
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
        <source>清空</source>
        <translation>清空</translation>
    </message>
    <message>
        <source>确认</source>
        <translation>确认</translation>
    </message>
    <message>
        <source>积分/券</source>
        <translation>积分/券</translation>
    </message>
    <message>
        <source>第 {n} 种支付方式</source>
        <translation>第 {n} 种支付方式</translation>
    </message>
    <message>
        <source>请任选一种方式确认</source>
        <translation>请任选一种方式确认</translation>
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
        <source>请核对商品和价格</source>
        <translation>请核对商品和价格</translation>
    </message>
    <message>
        <source>返回</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>退格</source>
        <translation>退格</translation>
    </message>
    <message>
        <source>退货</source>
        <translation>退货</translation>
    </message>
    <message>
        <source>选中或取消</source>
        <translation>选中或取消</translation>
    </message>
    <message>
        <source>重打上一单</source>
        <translation>重打上一单</translation>
    </message>
    <message>
        <source>钱箱</source>
        <translation>钱箱</translation>
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
        <source>顾客屏</source>
        <translation>顾客屏</translation>
    </message>
</context>
</TS>
