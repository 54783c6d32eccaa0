<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_TW" sourcelanguage="zh_CN">
<context>
    <name>errors</name>
    <message>
        <source>{name} 已停售，请换一件或联系店长</source>
        <translation>{name} 已停售，請換一件或聯絡店長</translation>
    </message>
    <message>
        <source>{name} 已售罄，请换一件</source>
        <translation>{name} 已售完，請換一件</translation>
    </message>
    <message>
        <source>一单最多 {most} 行，请先收款再开新单</source>
        <translation>一單最多 {most} 行，請先收款再開新單</translation>
    </message>
    <message>
        <source>不确定小票是否打出，请看打印机后选择</source>
        <translation>不確定小票是否印出，請看印表機後選擇</translation>
    </message>
    <message>
        <source>像是付款码 {shown}，要收款吗</source>
        <translation>像是付款碼 {shown}，要收款嗎</translation>
    </message>
    <message>
        <source>先处理未知条码，再收款</source>
        <translation>先處理未知條碼，再收款</translation>
    </message>
    <message>
        <source>减价不能超过这一行的金额，请重新输入</source>
        <translation>減價不能超過這一行的金額，請重新輸入</translation>
    </message>
    <message>
        <source>原来的收款没有成功，不能从它退款</source>
        <translation>原來的收款沒有成功，不能從它退款</translation>
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
        <source>支付没有成功，请顾客换一种方式</source>
        <translation>付款沒有成功，請顧客換一種方式</translation>
    </message>
    <message>
        <source>支付终端没有反应，没有扣款，请检查连线</source>
        <translation>付款終端沒有反應，沒有扣款，請檢查連線</translation>
    </message>
    <message>
        <source>数量要在 0.001 到 {most} 之间，请重新输入</source>
        <translation>數量要在 0.001 到 {most} 之間，請重新輸入</translation>
    </message>
    <message>
        <source>没有使用打印机的权限，请联系店长</source>
        <translation>沒有使用印表機的權限，請聯絡店長</translation>
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
        <source>没有打印机型号 {name}，请重新选择</source>
        <translation>沒有印表機型號 {name}，請重新選擇</translation>
    </message>
    <message>
        <source>没有找到会员 {shown}，按 F2 登记</source>
        <translation>沒有找到會員 {shown}，按 F2 登記</translation>
    </message>
    <message>
        <source>没有找到会员 {shown}，请核对后重试</source>
        <translation>沒有找到會員 {shown}，請核對後重試</translation>
    </message>
    <message>
        <source>没有找到条码 {shown}，请查价或手工输入</source>
        <translation>沒有找到條碼 {shown}，請查價或手動輸入</translation>
    </message>
    <message>
        <source>没有接这个设备，请接好后在健康页重试</source>
        <translation>沒有接這個裝置，請接好後在健康頁重試</translation>
    </message>
    <message>
        <source>没有读到内容，请重新扫码</source>
        <translation>沒有讀到內容，請重新掃碼</translation>
    </message>
    <message>
        <source>没有这笔收款的记录，可以重新收款</source>
        <translation>沒有這筆收款的記錄，可以重新收款</translation>
    </message>
    <message>
        <source>离线，充值和积分暂停，恢复后再试</source>
        <translation>離線，加值和點數暫停，恢復後再試</translation>
    </message>
    <message>
        <source>程序出错了，本单没有丢失，请重试，仍不行请联系店长</source>
        <translation>程式出錯了，本單沒有遺失，請重試，仍不行請聯絡店長</translation>
    </message>
    <message>
        <source>缺少驱动 {driver}，请联系店长安装</source>
        <translation>缺少驅動程式 {driver}，請聯絡店長安裝</translation>
    </message>
    <message>
        <source>设备设置有误，没有驱动 {driver}，请联系店长</source>
        <translation>裝置設定有誤，沒有驅動程式 {driver}，請聯絡店長</translation>
    </message>
    <message>
        <source>请先完成当前操作</source>
        <translation>請先完成目前操作</translation>
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
        <source>这一行已经不在订单里，请重新选择</source>
        <translation>這一行已經不在訂單裡，請重新選擇</translation>
    </message>
    <message>
        <source>这不是付款码，请顾客打开付款码再扫</source>
        <translation>這不是付款碼，請顧客打開付款碼再掃</translation>
    </message>
    <message>
        <source>这个码不完整，请重新扫一次</source>
        <translation>這個碼不完整，請重新掃一次</translation>
    </message>
    <message>
        <source>这张券已经用在本单上</source>
        <translation>這張券已經用在本單上</translation>
    </message>
    <message>
        <source>这张小票无法读出，请到总部查询这一单</source>
        <translation>這張小票無法讀出，請到總部查詢這一單</translation>
    </message>
    <message>
        <source>这是 {shown} 的网址，不是商品条码</source>
        <translation>這是 {shown} 的網址，不是商品條碼</translation>
    </message>
    <message>
        <source>这是工牌 {shown}，换人请先锁屏</source>
        <translation>這是工牌 {shown}，換人請先鎖定</translation>
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
        <source>退款超过原收款剩下的 {left_minor}，请减少</source>
        <translation>退款超過原收款剩下的 {left_minor}，請減少</translation>
    </message>
    <message>
        <source>金额 {amount} 超过剩余的 {remaining}，请减少</source>
        <translation>金額 {amount} 超過剩餘的 {remaining}，請減少</translation>
    </message>
    <message>
        <source>金额太大，请检查后重新输入</source>
        <translation>金額太大，請檢查後重新輸入</translation>
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
        <source>顾客屏没有反应，请检查电源与连线</source>
        <translation>顧客螢幕沒有反應，請檢查電源與連線</translation>
    </message>
    <message>
        <source>顾客键盘没有反应，请检查连线</source>
        <translation>顧客鍵盤沒有反應，請檢查連線</translation>
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
        <translation>PIN {n} 位</translation>
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
        <translation>{time} 的資料</translation>
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
        <translation>「{text}」指的是哪一個</translation>
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
        <source>上一单 #{number}  {net}</source>
        <translation>上一單 #{number}  {net}</translation>
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
        <translation>上一行</translation>
    </message>
    <message>
        <source>上一页</source>
        <translation>上一頁</translation>
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
        <translation>交接班</translation>
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
        <translation>件數 {n}</translation>
    </message>
    <message>
        <source>优惠</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>优惠 {amount}</source>
        <translation>優惠 {amount}</translation>
    </message>
    <message>
        <source>会员</source>
        <translation>會員</translation>
    </message>
    <message>
        <source>会员价 {price}</source>
        <translation>會員價 {price}</translation>
    </message>
    <message>
        <source>会员价差</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>会员动态码</source>
        <translation>會員動態碼</translation>
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
        <translation>會員碼 {code}，{left} 秒後更換</translation>
    </message>
    <message>
        <source>会员请出示会员码</source>
        <translation type="unfinished"></translation>
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
        <source>促销</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>保存</source>
        <translation>儲存</translation>
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
        <translation>儲值 {amount}</translation>
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
        <translation>加值</translation>
    </message>
    <message>
        <source>充值收现金</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>先加商品</source>
        <translation>先加商品</translation>
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
        <translation>先處理未知條碼，再收款</translation>
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
        <translation>先輸入數量，或按 Esc</translation>
    </message>
    <message>
        <source>先选择姓名</source>
        <translation>先選擇姓名</translation>
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
        <translation>共 {n} 個</translation>
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
        <translation>再輸 {n} 位</translation>
    </message>
    <message>
        <source>净销售</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>减一</source>
        <translation>減一</translation>
    </message>
    <message>
        <source>出示会员码</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>删行</source>
        <translation>刪行</translation>
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
        <translation>券 {n}</translation>
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
        <translation>加一</translation>
    </message>
    <message>
        <source>单价</source>
        <translation>單價</translation>
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
        <translation>去收款</translation>
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
        <translation>取消會員</translation>
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
        <translation>合計</translation>
    </message>
    <message>
        <source>合计 {net}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>含税 {rate}  {tax}</source>
        <translation>含稅 {rate}  {tax}</translation>
    </message>
    <message>
        <source>告知短信验证码</source>
        <translation type="unfinished"></translation>
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
        <source>在线</source>
        <translation>線上</translation>
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
        <translation>小數點</translation>
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
        <translation>小票紙</translation>
    </message>
    <message>
        <source>小计</source>
        <translation>小計</translation>
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
        <translation>已刪除 {name} ×{n}</translation>
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
        <translation>已取消會員 {name}</translation>
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
        <translation>已掛單 {label} {amount}</translation>
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
        <translation>常用</translation>
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
        <translation>店長</translation>
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
        <translation>待同步 {n}</translation>
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
        <translation>微信付款碼</translation>
    </message>
    <message>
        <source>快捷金额</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>忽略此码</source>
        <translation>忽略此碼</translation>
    </message>
    <message>
        <source>总部回应丢失</source>
        <translation>總部回應遺失</translation>
    </message>
    <message>
        <source>总部断网</source>
        <translation>總部斷網</translation>
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
        <translation>成功</translation>
    </message>
    <message>
        <source>手工折扣</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>手工输入</source>
        <translation>手動輸入</translation>
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
        <translation>掃工牌選人</translation>
    </message>
    <message>
        <source>扫工牌选授权人</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>扫码 / 条码 / 拼音首字母 / 手机号</source>
        <translation>掃碼 / 條碼 / 拼音首字母 / 手機號</translation>
    </message>
    <message>
        <source>扫码不能授权，还要输 PIN</source>
        <translation type="unfinished"></translation>
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
        <source>扫码枪：点一下就扫一次</source>
        <translation>掃碼槍：點一下就掃一次</translation>
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
        <translation>找零 {amount}</translation>
    </message>
    <message>
        <source>找零误差</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>折扣</source>
        <translation>折扣</translation>
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
        <translation>拒絕</translation>
    </message>
    <message>
        <source>挂单</source>
        <translation>掛單</translation>
    </message>
    <message>
        <source>挂单/取单</source>
        <translation>掛單/取單</translation>
    </message>
    <message>
        <source>按 + 收款</source>
        <translation>按 + 收款</translation>
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
        <translation>提示</translation>
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
        <source>撤销</source>
        <translation>復原</translation>
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
        <translation>支付寶付款碼</translation>
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
        <translation>收款</translation>
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
        <translation>收合</translation>
    </message>
    <message>
        <source>收这部分后还差</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>收银员</source>
        <translation>收銀員</translation>
    </message>
    <message>
        <source>改数量</source>
        <translation>改數量</translation>
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
        <translation type="unfinished"></translation>
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
        <source>整单作废</source>
        <translation>整單作廢</translation>
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
        <translation>更多</translation>
    </message>
    <message>
        <source>更多商品</source>
        <translation>更多商品</translation>
    </message>
    <message>
        <source>最多 {most}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>服务中心</source>
        <translation>服務中心</translation>
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
        <translation>查價</translation>
    </message>
    <message>
        <source>查价：扫码或输入商品，不会加入订单</source>
        <translation>查價：掃碼或輸入商品，不會加入訂單</translation>
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
        <translation>模擬櫃檯</translation>
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
        <translation>沒有掛單</translation>
    </message>
    <message>
        <source>没有挂单，有商品时按 F4 可以挂起当前订单</source>
        <translation>沒有掛單，有商品時按 F4 可以掛起目前訂單</translation>
    </message>
    <message>
        <source>没有的条码</source>
        <translation>沒有的條碼</translation>
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
        <translation>清空</translation>
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
        <translation>版本 {v}</translation>
    </message>
    <message>
        <source>现金</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>现金 {amount}</source>
        <translation>現金 {amount}</translation>
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
        <translation>登入</translation>
    </message>
    <message>
        <source>登记会员</source>
        <translation>登記會員</translation>
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
        <translation>確認</translation>
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
        <translation>離線暫停</translation>
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
        <translation>點數 {points}</translation>
    </message>
    <message>
        <source>积分/券</source>
        <translation>點數/券</translation>
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
        <translation>第 {n} 種付款方式</translation>
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
        <translation>終端斷開</translation>
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
        <translation>結果未知，查詢後失敗</translation>
    </message>
    <message>
        <source>结果未知，查询后成功</source>
        <translation>結果未知，查詢後成功</translation>
    </message>
    <message>
        <source>继续</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>编码 {code}</source>
        <translation>編碼 {code}</translation>
    </message>
    <message>
        <source>菜单</source>
        <translation>選單</translation>
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
        <translation>訂單</translation>
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
        <translation>請切換到英文輸入法，或改用序列埠掃描器</translation>
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
        <translation>輸入新數量，按 Enter</translation>
    </message>
    <message>
        <source>输入验证码</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>返回</source>
        <translation>返回</translation>
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
        <translation>還沒有商品</translation>
    </message>
    <message>
        <source>还没有收款</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>还没有短信</source>
        <translation>還沒有簡訊</translation>
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
        <translation>這裡還沒有商品</translation>
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
        <translation>退格</translation>
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
        <translation>退貨</translation>
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
        <translation>選取或取消</translation>
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
        <translation>選擇姓名</translation>
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
        <translation>通知</translation>
    </message>
    <message>
        <source>都不是</source>
        <translation>都不是</translation>
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
        <translation>錢箱</translation>
    </message>
    <message>
        <source>钱箱已打开，已记入审计日志</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>钱箱开过 {times} 次</source>
        <translation>錢箱開過 {times} 次</translation>
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
        <translation>鎖定</translation>
    </message>
    <message>
        <source>键位</source>
        <translation>按鍵</translation>
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
        <translation>隨時可掃，或選擇姓名，再輸入 PIN</translation>
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
        <translation>顧客的手機</translation>
    </message>
    <message>
        <source>验证通过即扣款，不会清空购物车</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>（本金 {principal} + 赠送 {bonus}）</source>
        <translation>（本金 {principal} + 贈送 {bonus}）</translation>
    </message>
</context>
</TS>
