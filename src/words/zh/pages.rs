//! What pages are called, and what those say that are mostly words, in plain Chinese.

use super::super::{About, Audit, Descriptions, Overview, Pages};
use super::{BRIEFING, CHARTS, CUSTOM_CHART, FIGURES, PRESS_KIT, STATED};

pub(super) const PAGES: Pages = Pages {
    overview: "概览",
    report: STATED,
    figures: FIGURES,
    all_figures: "全部指标",
    charts: CHARTS,
    all_charts: "全部图表",
    custom_chart: CUSTOM_CHART,
    pictures: "一图读懂",
    search: "搜索",
    audit: "核对",
    more: "更多",
    about: "关于",
    embed_guide: "嵌入指南",
    desk: "工作台",
    deploy: "部署",
    not_found: "没有这一页",
    archive: "全部报告",
    compare: "对照",
    no_figure: "没有这个指标",
    no_chart: "没有这张图",
    overview_of: |year, title| format!("{year}年概览 · {title}"),
    embedded: |view, title| format!("{view} · 嵌入 · {title}"),
    site: |place| format!("{place}法治政府建设报告"),
    site_short: "法治报告",
    not_found_why: "地址可能抄错了，或者这个指标改了名字。",
    to_overview: |title| format!("到《{title}》的概览"),
};

pub(super) const DESCRIPTIONS: Descriptions = Descriptions {
    overview: |title, n_figures| {
        format!(
            "《{title}》说了什么：{n_figures}个指标、各方面工作、不足与原因、下一年计划，\
             每个数字都连着原文。"
        )
    },
    report: |title| format!("《{title}》全文，一字不改；文中的数字点开可看含义和出处。"),
    figures: |title, n_figures| {
        format!(
            "《{title}》的{n_figures}个指标：数值、单位、限定词和所在的句子，可筛选、排序、引用。"
        )
    },
    figure: |label, value, sentence| format!("{label}：{value}。原文：“{sentence}”"),
    charts: |title, n_charts| {
        format!("《{title}》的{n_charts}张图，每根横条都连着写它的那句话；可下载图片和数据。")
    },
    chart: |subtitle, description| format!("{subtitle}。{description}"),
    pictures: |title| {
        format!("一张长图看完《{title}》：读者常问的数、图表、不足与下一步，可以保存、转发、印发。")
    },
    custom_chart: |title| {
        format!("从《{title}》的指标里选出同单位的几个，作成一张图，可改标题、导出、转发。")
    },
    search: |title| format!("在《{title}》里查找：词语、数字、拼音都可以，错一个字也能找到。"),
    audit: |title| format!("《{title}》里的每个数：哪些是指标，哪些不是，为什么。"),
    embedded: |title, view| format!("《{title}》的“{view}”，供其他网页嵌入。"),
    desk: "打开任何一份年度报告，核对程序读出的数，生成自己的报告网站；全部在这台机器上完成，不上传。",
    archive: "这里收有的全部报告，按地区和年份排列；同一地区相邻两年的报告可以对照着看。",
    compare: "两份报告对照：同类的数并排，附上两边的原文。",
    embed_guide: "把报告、一张图、一个指标或搜索放进自己的网页：选好内容，复制代码。",
    deploy: "把这些文件放到任何网站服务器上：类型、缓存、安全策略和常见问题。",
    about: "报告从哪里来，数字怎样读出，数据怎样下载，术语是什么意思。",
    not_found: "这个地址没有内容。",
};

pub(super) const OVERVIEW: Overview = Overview {
    questions: "大家常问",
    better_or_worse: "比上一年好了还是差了？",
    no_previous: "报告没有与上年比较的数，不能说变好还是变差。",
    answer_in_full: "看全部",
    highlights: "这一年，报告说了什么",
    all_figures: |n_figures| format!("全部{n_figures}个指标"),
    to_pictures: "一图读懂：整份报告一张长图",
    press_bar: "点一段，看那句话。",
    areas: |n_areas| format!("{}个方面的工作", counted(n_areas)),
    shortcomings: "不足与原因",
    to_section: "看原文这一段",
    plan: |year| format!("{year}年打算做什么"),
    not_stated: "报告未载明",
    duties: "按规定应当报告的内容",
    duties_source: "《法治政府建设与责任落实督察工作规定》第二十四条列出的内容，报告写在哪里",
    duty_measures: "上一年度的主要举措和成效",
    duty_shortcomings: "存在的不足和原因",
    duty_leadership: "党政主要负责人履行第一责任人职责的情况",
    duty_plan: "下一年度的主要安排",
    duty_other: "其他需要报告的情况",
};

/// A small number as it stands before a measure word.
fn counted(number: usize) -> String {
    const NUMERALS: [&str; 11] = ["零", "一", "两", "三", "四", "五", "六", "七", "八", "九", "十"];
    NUMERALS.get(number).map_or_else(|| number.to_string(), |numeral| numeral.to_string())
}

pub(super) const AUDIT: Audit = Audit {
    introduction: "程序找出原文里的每一个数（阿拉伯数字，以及表示数量或次序的汉字数字），",
    by_an_editor: "编者逐个说明它是指标还是不是。没有交代的数不能发布。",
    by_rules: "并按规则分成指标和不是指标的。还没有人逐个核对。",
    numbers: "个数",
    figures: "个指标",
    exclusions: "个排除",
    unaccounted: "个未交代",
    whole_text: "全文",
    legend_figure: FIGURES,
    legend_exclusion: "不是指标，点开看理由",
    excluded: "不是指标的数",
    stated: STATED,
    reason: "理由",
    places: "处",
    by_rule: "按规则",
    by_editor: "编者",
    reason_by: |reason, by| format!("{reason}（{by}）"),
    derived: "下面的数由报告的数算出，不进入指标和下载的数据。",
};

pub(super) const ABOUT: About = About {
    introduction: |title, issuers| {
        format!(
            "这里展示《{title}》：原文一字不改，每个数字都连着写它的那句话。\
             报告由{issuers}发布，这里只是换一种看法；如有出入，以原件为准。"
        )
    },
    source: "原件发布地址（打开另一个网站）",
    contact: |contact| format!("发现错误，请联系：{contact}"),
    numbers: "数字怎样读出",
    how_numbers_are_read: "数值由程序从原文读出，没有人另行输入。\
                           带“多”“余”“超”的是概数，照原文显示，并说明可能的范围。\
                           程序自己算的数都标“推算，非报告原文”，写明算法。",
    to_audit: "核对：原文的每一个数和它的去处",
    downloads: "下载数据",
    report_txt: "报告原文（TXT）",
    figures_csv: "全部指标（CSV，Excel 可打开）",
    figures_xlsx: "全部指标（XLSX）",
    figures_json: "全部指标（JSON）",
    press_kit: PRESS_KIT,
    briefing: BRIEFING,
    report_json: "全文结构与位置（JSON）",
    single_file: "整个网站（一个 HTML 文件，不联网也能看）",
    own_site: "放到自己的网站",
    desk: "工作台：打开任何一份报告，核对，生成这样的网站",
    embed_guide: "嵌入指南：把报告或一张图放进别的网页",
    deploy: "部署：把这些文件放到服务器上",
    other_editions: "其他年份和地区",
    to_archive: "全部报告",
    privacy: "个人信息",
    no_tracking: "本页不设 Cookie，不统计访问，不向其他网站发送任何内容；\
                  查找和作图都在您的设备上进行。",
    terms: "术语（编者注，非报告原文）",
};
