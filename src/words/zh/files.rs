//! What is said about numbers, in pictures and in files, in plain Chinese.

use super::super::{
    Changes, CustomChart, Derived, Explanations, Files, GuideTool, Offline, Pictures,
};
use super::{
    CHARTS, CUSTOM_CHART, FIGURES, SECTION, SENTENCE, STATED, UNIT, VALUE, behind_comma,
    in_brackets,
};

const LINK: &str = "链接";

pub(super) const EXPLANATIONS: Explanations = Explanations {
    planned: |year| format!("这是{year}年打算做到的数，不是已经做到的。"),
    exact: "报告写的是准确的数。",
    over: |word, lower| format!("“{word}”：比{lower}多；报告没有写确数。"),
    over_below: |word, lower, upper| {
        format!("“{word}”：比{lower}多，不到{upper}；报告没有写确数。")
    },
    more_than: |word, value| format!("“{word}”：比{value}多，报告没有写多多少。"),
    at_least: |word, value| format!("“{word}”：{value}或更多（含本数）。"),
    less_than: |word, value| format!("“{word}”：不到{value}。"),
    at_most: |word, value| format!("“{word}”：{value}或更少（含本数）。"),
    about: |word, value| format!("“{word}”：在{value}上下，可能多，也可能少。"),
    between: |word, lower, upper| format!("“{word}”：在{lower}和{upper}之间。"),
    approximate: |word| format!("“{word}”：概数。"),
    rank: |rank| format!("名次：第{rank}名，不是数量。"),
    first_few: |rank| format!("名次：在前{rank}名里，不是数量。"),
    rise: "这是上升的幅度，不是达到的数。",
    fall: "这是下降的幅度，不是达到的数。",
};

pub(super) const CHANGES: Changes =
    Changes { up: ["上升", "增加"], down: ["下降", "减少"] };

pub(super) const DERIVED: Derived = Derived {
    mark: "推算，非报告原文",
    about: "约",
    per: |formula, unit| format!("{formula}（每{unit}）"),
    agrees: |stated| format!("与报告写的{stated}一致。"),
    differs: |stated, computed| {
        format!(
            "报告写的是{stated}，按件数算是{computed}：\
             可能统计口径或时点不同，两数并列，不作更正。"
        )
    },
    count_fits: |rate| format!("这些件数四舍五入后都是{rate}。"),
    no_count_fits: |whole, rate, nearest, its_rate| {
        format!(
            "{whole}里没有一个整数四舍五入后等于{rate}：最近的{nearest}是{its_rate}。\
             可能分母不是这个数，或小数是截去的。"
        )
    },
};

pub(super) const PICTURES: Pictures = Pictures {
    rest: "其余（推算）",
    characters: "字",
    section_size: |n_characters, n_figures| {
        let figures =
            if n_figures > 0 { format!(" · {n_figures}个指标") } else { String::new() };
        format!("{n_characters}字{figures}")
    },
    open_end: "末端断开的横条是概数，画到报告写出的数。",
    open_dot: "空心的点是概数，画在报告写出的数上。",
    open_count: "概数按报告写出的数画。",
    text_map: "一眼看全文",
    text_map_legend: |n_sentences, n_figures| {
        format!(
            "像原文一样排列，缝隙之间的一段是一句，共{n_sentences}句；醒目的地方是指标，共{n_figures}个。"
        )
    },
    stands_in: |section| format!("见报告{section}"),
    more_items: |n_more| format!("另有{n_more}项没有列出"),
    item: |words| format!("· {words}"),
    kicker: |place, period, subject| format!("{place} {period}{subject}"),
    subject: "法治政府建设",
    page: |nth, n_pages| format!("{nth}/{n_pages}"),
    every_number: "图中的数都取自报告原文，写明“推算”的除外。",
    mark_worth: |worth, unit| format!("每格代表{worth}{unit}"),
    computed: "浅色虚框为推算，非报告原文。",
    computed_rest: "“其余”是推算，非报告原文。",
    source: |title, issuers, date| {
        format!("资料来源：《{title}》（{issuers}{}）", behind_comma(date))
    },
};

pub(super) const CUSTOM: CustomChart = CustomChart {
    name: CUSTOM_CHART,
    subtitle: |n_figures, year, unit| {
        format!("读者自选的{n_figures}个指标，{year}年，单位：{unit}")
    },
    description: |stated| format!("{}条横条：{}。", stated.len(), stated.join("，")),
    own_title: "标题由作图者自拟。",
    note: "读者自选的指标，范围可能不同，只比较大小，不相加。",
    title: |labels| match labels {
        [one] => (*one).to_string(),
        [one, other] => format!("{one}与{other}"),
        [one, other, ..] => format!("{one}、{other}等{}项", labels.len()),
        [] => String::new(),
    },
};

pub(super) const FILES: Files = Files {
    figure_columns: [
        "编号",
        FIGURES,
        VALUE,
        UNIT,
        "限定词",
        STATED,
        SENTENCE,
        SECTION,
        "起",
        "止",
        LINK,
        "变化",
        "所指时间",
    ],
    chart_columns: [FIGURES, VALUE, UNIT, STATED, SENTENCE, SECTION, LINK],
    figure_sheet: FIGURES,
    note_sheet: "说明",
    notes: |title, issuers, date| {
        [
            format!("《{title}》（{issuers}{}）", behind_comma(date)),
            "数值由程序从原文读出；“限定词”是原文里的多、余、超、近、约等，有限定词的数不是确数。"
                .to_string(),
            "“原文”是报告写的数；“所在句”一字不改；“起”“止”是它在 report.txt 里的位置（按字符数）。"
                .to_string(),
            "单位不同的数不能相加或比较：件与件次、家与家次也是不同的单位。".to_string(),
        ]
    },
    citation: |title, date, section, quote| {
        let stop = if quote.ends_with(['。', '！', '？']) { "" } else { "。" };
        // Quotes inside quotes, by GB/T 15834.
        let quote = quote.replace('“', "‘").replace('”', "’");
        format!("《{title}》{}，{section}：“{quote}”{stop}", in_brackets(date))
    },
    chart_citation: |chart, subtitle, title, date| {
        format!("图表“{chart}”（{subtitle}），数据来源：《{title}》{}。", in_brackets(date))
    },
    briefing: |title| format!("《{title}》简报"),
    briefing_note: "数字都取自报告，脚注是写它的原句；标“推算”的除外。",
    briefing_name: "简报.docx",
    of_time: |period| format!("（{period}）"),
    in_sentence: |section, sentence| format!("{section}：“{sentence}”"),
    kit_note_name: "说明.txt",
    kit_note: |title, issuers, date| {
        format!(
            "《{title}》新闻素材包\n\n\
             来源：《{title}》（{issuers}{}）。引用请注明报告名称和日期。\n\n\
             用法：图片可直接使用，图上的标题、单位、来源请保留。\
             带“多”“余”“超”的数是概数，请照原样写。\n\
             标“推算，非报告原文”的数由程序算出，不是报告的数。表格里每个数都附有所在的原句。",
            behind_comma(date)
        )
    },
    kit_charts: "图表：",
    kit_files: "文件：",
    not_in_single_file: "这是单个文件，不含数据文件；数据在网站上下载。",
};

pub(super) const GUIDE_TOOL: GuideTool = GuideTool {
    desk_loading: "工作台正在打开（第一次约需几秒）。一直打不开，请看浏览器是否关了 JavaScript，或换一个较新的浏览器。",
    your_address: "https://example.gov.cn/",
    view: "内容",
    view_explorer: "整个报告",
    view_charts: CHARTS,
    view_topics: "领域",
    view_figures: FIGURES,
    theme: "颜色",
    theme_auto: "跟随系统",
    theme_light: "浅色",
    theme_dark: "深色",
    theme_contrast: "高对比",
    width: "栏目宽度",
    height: "高度",
    large: "大字",
    plain: "不要按钮",
    table: "展开数据表",
    no_download: "不要下载",
    hash: "和网址里的 # 同步",
    events: "报告打开、搜索、导出的次数",
    utf8: "标题写成汉字（网页是 UTF-8 的）",
    preview: "预览",
    code: "代码",
    code_names: ["① 脚本和元素", "② iframe 和几行脚本", "③ 纯 iframe"],
    copy_code: "复制代码",
    copied: "已复制",
    copy_by_hand: "已选中，请按 Ctrl+C 复制",
};

pub(super) const OFFLINE: Offline = Offline {
    title: "现在打不开这一页",
    why: "连不上网站，这台设备上也没有存下这一页：可能没有打开过，也可能地址不对。联网后请刷新。",
    available: |year| format!("离线时可以看{year}年报告的："),
};
