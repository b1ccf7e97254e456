//! Lines that sites put around an article: buttons, places, sources. They come along when a page is
//! copied; in a saved page they are left out, in a text they are told from title and headings.

/// What such lines begin with.
const OPENINGS: &[&str] = &[
    "分享到",
    "分享：",
    "扫一扫",
    "当前位置",
    "您当前的位置",
    "您的位置",
    "您现在的位置",
    "上一篇",
    "下一篇",
    "【打印",
    "【字体",
    "【字号",
    "【关闭",
    "打印本页",
    "关闭窗口",
    "字号：",
    "字体：",
    "浏览次数",
    "点击数",
    "访问次数",
    "责任编辑",
    "相关链接",
    "相关文档",
    "相关附件",
    "相关稿件",
    "相关报道",
    "我要纠错",
    "【我要纠错",
    "网站地图",
    "版权所有",
    "来源：",
    "来源:",
    "信息来源",
    "文章来源",
    "时间：",
    "时间:",
    "发布时间",
    "发布日期",
    "发布机构",
    "发文机构",
    "索引号",
    "文号:",
    "栏目:",
    "原文链接",
    "本地目录",
    "页面链接",
    "======",
    "》》点击",
    "附件下载",
    "下载附件",
];

/// Lines that are nothing else.
const ALONE: &[&str] = &[
    "打印",
    "下载",
    "收藏",
    "全屏",
    "加大",
    "还原",
    "减小",
    "大",
    "中",
    "小",
    "】",
    ">",
    "【字号：",
    "【字体：",
    "关闭",
    "首页",
    "分享",
    "返回顶部",
    "|",
    "×",
];

/// Most characters of such a line: some copies have the whole article in one with what is before it.
const LONGEST: usize = 120;

/// Whether a line is furniture of a web page.
pub(crate) fn is_furniture(line: &str) -> bool {
    let plain = line.trim();
    let opens = || OPENINGS.iter().any(|opening| plain.starts_with(opening));
    ALONE.contains(&plain) || (opens() && plain.chars().nth(LONGEST).is_none())
}

/// A line without what a web page has put behind its last sentence: 来源：… 附件下载.
pub(crate) fn before_furniture(line: &str) -> &str {
    let end = line.rfind(['。', '！', '？', '”']).and_then(|at| {
        let behind = at + line[at..].chars().next().map_or(0, char::len_utf8);
        is_furniture(&line[behind..]).then_some(behind)
    });
    line[..end.unwrap_or(line.len())].trim_end()
}
