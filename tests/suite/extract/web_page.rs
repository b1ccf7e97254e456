//! Saved web pages: the article without what stands around it.

use encoding_rs::GB18030;

use super::{document, notes};

const PAGE: &str = r#"<!DOCTYPE html><html><head><meta charset="utf-8"><title>云屏区2019年度法治政府建设工作报告_云屏区人民政府</title>
<style>p { color: red }</style><script>var a = "不是正文";</script></head><body>
<div class="nav"><a href="/">首页</a> <a href="/a">政务公开</a> <a href="/b">互动交流</a></div>
<div class="main"><div class="position">当前位置：<a>首页</a> &gt; <a>法治政府</a></div>
<h1>云屏区2019年度法治政府建设工作报告</h1>
<div class="info">来源：区司法局 <span>【字体：<a>大</a> <a>中</a> <a>小</a>】</span></div>
<div class="content" id="zoom"><p>&nbsp;&nbsp;&nbsp;&nbsp;<span>一</span><span>、加强</span><b>组织领导</b></p>
<p>　　区政府年初召开专题会议，印发年度工作要点，把任务分解到各部门。<br>　　全年办理案件 12 件，没有一件被撤销。</p>
<table><tr><td><p>项目</p></td><td>数量</td></tr><tr><td>行政处罚</td><td>211</td></tr></table>
<p style="display: none">看不见的话</p><ol><li>学习常态开展，人人参加</li><li>考试每年一次，成绩公布</li></ol>
<p>青岚市云屏区人民政府</p><p>2019年12月18日</p></div>
<div class="share">分享到：<a>微信</a> <a>微博</a></div></div>
<div class="footer">版权所有：云屏区人民政府办公室 <a>网站地图</a> 备案号一二三四五六七八九十</div></body></html>"#;

#[test]
fn the_article_is_taken_and_its_furniture_is_told() {
    let read = document("saved.html", PAGE.as_bytes());
    let expected = "云屏区2019年度法治政府建设工作报告\n一、加强组织领导\n　　区政府年初召开专题会议，印发年度工作要点，把任务分解到各部门。\n　　全年办理案件 12 件，没有一件被撤销。\n项目 | 数量\n行政处罚 | 211\n1. 学习常态开展，人人参加\n2. 考试每年一次，成绩公布\n青岚市云屏区人民政府\n2019年12月18日\n";
    assert_eq!(read.text, expected);
    for words in ["政务公开", "版权所有", "当前位置"] {
        assert!(notes(&read, words), "{words}: {:?}", read.notes);
    }
}

#[test]
fn an_older_site_is_read_in_its_encoding() {
    let page = PAGE.replace(
        "charset=\"utf-8\"",
        "http-equiv=Content-Type content=\"text/html; charset=gb2312\"",
    );
    let (bytes, _, _) = GB18030.encode(&page);
    assert_eq!(document("a.htm", &bytes).text, document("a.htm", PAGE.as_bytes()).text);
}

#[test]
fn a_page_that_is_all_text_is_taken_whole() {
    let page = "<html><body>一、总体情况<br><br>全年办理行政复议案件一百二十三件，全部办结。<br>二、存在的不足<br>与群众的期待相比还有差距。</body></html>";
    let expected = "一、总体情况\n全年办理行政复议案件一百二十三件，全部办结。\n二、存在的不足\n与群众的期待相比还有差距。\n";
    assert_eq!(document("a.html", page.as_bytes()).text, expected);
}
