//! The table of plain Chinese. Words that must agree in several places stand above it once.

#[cfg(feature = "site")]
mod compare;
#[cfg(feature = "desk")]
mod desk;
mod files;
mod pages;

#[cfg(feature = "site")]
pub(super) use compare::COMPARISON;
#[cfg(feature = "desk")]
pub(super) use desk::DESK;

use crate::model::Part;
use crate::text::ELLIPSIS;

use super::{
    Buttons, Card, ChartPage, ChosenFigures, Export, FigurePage, FigureTable, Layout, Matches,
    PicturePage, Print, Punctuation, ReadAloud, Search, Words,
};

const UNCHECKED: &str = "自动提取，未经核对";
const FIGURES: &str = "指标";
const CHARTS: &str = "图表";
const TERM: &str = "术语";
const EDITOR_NOTE: &str = "编者注，非报告原文";
const LARGE_PRINT: &str = "长辈版";
const VALUE: &str = "数值";
const UNIT: &str = "单位";
const SENTENCE: &str = "所在句";
const SECTION: &str = "章节";
const STATED: &str = "原文";
const IN_REPORT_ORDER: &str = "按报告顺序";
const ALL_HITS: &str = "全部结果";
const CUSTOM_CHART: &str = "自选作图";
const BRIEFING: &str = "简报（Word）：可改的文字、图和表，每个数带原句脚注";
const PRESS_KIT: &str = "新闻素材包（ZIP）：全部图表的图片和数据";

/// What a date adds behind a name; nothing where it is not known.
fn behind_comma(date: Option<&str>) -> String {
    date.map_or_else(String::new, |date| format!("，{date}"))
}

/// The same in brackets.
fn in_brackets(date: Option<&str>) -> String {
    date.map_or_else(String::new, |date| format!("（{date}）"))
}

pub(super) const WORDS: Words = Words {
    lang: "zh-CN",
    punctuation: Punctuation {
        list: "、",
        ellipsis: ELLIPSIS,
        full_stop: "。",
        labelled: |label, words| format!("{label}：{words}"),
        titled: |title| format!("《{title}》"),
        year: |year| format!("{year}年"),
        next_year: |year| format!("{year}年的安排"),
        begun_year: |year| format!("{year}年头几个月"),
        years: |year| format!("{year}年报告的几年回顾"),
        unchecked: UNCHECKED,
        unchecked_title: "（自动提取，未经核对）",
    },
    pages: pages::PAGES,
    descriptions: pages::DESCRIPTIONS,
    layout: Layout {
        skip: "跳到正文",
        skip_to_contents: "跳到目录",
        navigation: "主要页面",
        contents: "目录",
        large_on: LARGE_PRINT,
        large_off: "标准版",
        contrast_on: "高对比",
        contrast_off: "原配色",
        other_editions: "其他报告",
        waiting: "正在打开……",
        unavailable: "查找和复制等工具暂不可用；全文、指标和下载不受影响。可刷新，或换一个浏览器打开；存下来的网页，请打开原来的网址。",
        site_name: |place, year| format!("{place} · {year}年度"),
        dated: |date, is_submitted| match is_submitted {
            true => format!("{date}呈报"),
            false => date.to_string(),
        },
        date: |date| behind_comma(Some(date)),
    },
    buttons: Buttons {
        close: "关闭",
        copy_link: "复制链接",
        copy_citation: "复制引文",
        copied: "已复制",
        to_paste: "这个数和网址已复制，粘贴给别人就行。",
        in_wechat: "也可以点右上角的“···”，转发这一页。",
        not_copied: "没能自动复制，请长按选中后复制：",
        open_page: "在新窗口打开完整页面",
    },
    print: Print {
        whole_text: "打印全文",
        section: |heading| format!("只打印“{}”", heading.replace('“', "‘").replace('”', "’")),
        chart: "打印图表",
        figure: "打印",
        address: "网址：",
    },
    search: SEARCH,
    matches: Matches {
        none: |query| format!("没有找到“{query}”"),
        count: |query, n_matches| format!("“{query}” {n_matches}处"),
        position: |query, number, n_matches| format!("“{query}” 第{number}处，共{n_matches}处"),
        previous: "上一处",
        next: "下一处",
        again: "回到这一处",
        all_hits: ALL_HITS,
    },
    card: Card {
        hint: "点文中的数字、带点线的术语或任何一句话，这里显示它的含义和出处。",
        hint_number: "点一个数字或指标，这里显示它的含义和出处。",
        unknown: "链接",
        unknown_title: "没有找到链接所指的地方",
        unknown_why: "这份报告里没有链接所指的数字、词语或句子：链接可能不完整，或者报告在它之后改过。",
        figure: FIGURES,
        term: TERM,
        sentence: "原文句子",
        editor_note: EDITOR_NOTE,
        stands_in: |topic, period, section| match topic == section {
            true => format!("{period} · {section}"),
            false => format!("{topic} · {period} · {section}"),
        },
        charts: "相关图表",
        to_text: "到原文",
        figure_page: "详情页",
        this_sentence: "这句话",
        previous_sentence: "上一句",
        next_sentence: "下一句",
    },
    overview: pages::OVERVIEW,
    figure_table: FigureTable {
        count: |n_figures| format!("{n_figures}个指标"),
        download: "下载：",
        all: "全部",
        topic: "领域",
        unit: UNIT,
        order: "排序",
        order_report: IN_REPORT_ORDER,
        order_value: "同单位内按数值",
        choose: "选入图表",
        choose_hint: "勾选同一单位的几个，可以作图。",
        label: FIGURES,
        value: VALUE,
        sentence: SENTENCE,
        section: SECTION,
        citation: "引文",
        rank_unit: "名次",
    },
    figure_page: FigurePage {
        rest: |rest| format!("其余{rest}（推算）；报告没有写明其余各是什么。"),
        forward: "转发",
        code: "这一页的二维码",
        card: "这个数的图片",
        card_of_size: |width, height| format!("{width}×{height} PNG"),
        short: |place, year, label, value| {
            let place = place.trim_end_matches('市');
            format!("{place}{year}：{label}{value}")
        },
        stated: "原文写作",
        year: "年度",
        in_sentence: "所在的句子",
        same_topic: |topic| format!("同一领域：{topic}"),
        previous: "上一个",
        next: "下一个",
    },
    chosen_figures: ChosenFigures {
        count: |n_figures| format!("已选{n_figures}个"),
        make_chart: "作图",
        by_key: "在方框上按回车键到这里",
        clear: "清除",
        choose: "选指标",
        choose_again: "增减指标",
        of_unit: |unit, n_figures| format!("单位是{unit}的{n_figures}个"),
        to_chart: "看图",
        headline: "标题",
        refused_empty: "勾选同一单位的几个指标，图就画在这里。",
        refused_rank: |label| format!("“{label}”是名次，不是数量，画不出长短；请去掉它。"),
        refused_units: |one, one_unit, other, other_unit| {
            format!(
                "单位不同，不能画在一起：“{one}”的单位是{one_unit}，“{other}”的单位是{other_unit}。\
                 件与件次、家与家次也是不同的单位。"
            )
        },
        refused_too_many: |most| format!("一张图最多放{most}个指标。"),
    },
    read_aloud: ReadAloud {
        start: "朗读",
        stop: "停止",
        pause: "暂停",
        go_on: "继续",
        previous: "上一句",
        next: "下一句",
        rate: |rate| format!("语速{rate}倍"),
    },
    picture_page: PicturePage {
        introduction: "整份报告一张长图：读者常问的数、图表、不足与下一步。可以直接看，也可以保存、转发、印发。",
        nothing: "这份报告还没有可以画的内容。",
        long_png: "长图 PNG",
        long_svg: "长图 SVG",
        map_png: "一眼看全文 PNG",
        map_svg: "一眼看全文 SVG",
        pages: |n_pages| format!("分页图，每页 1080×1440，共{n_pages}页："),
        page: |nth| format!("第{nth}页 PNG"),
    },
    chart_page: ChartPage {
        none: "这份报告还没有现成的图；想看哪几个数，可以自选作图。",
        charted: |n_charts, n_figures, n_charted| {
            format!("{n_charts}张图。{n_figures}个指标：{n_charted}个作图")
        },
        all_charted: "。",
        uncharted: |n_figures| format!("；{n_figures}个未作图。"),
        why_uncharted: "哪些没有作图，为什么",
        uncharted_because: |labels, reason| format!("{labels}，因为{reason}。"),
        reason_rank: "名次不是数量，画不出长短",
        reason_alone: "单位只此一个，没有可比的数",
        reason_other: "没有和同单位的指标放进一张图：未必是一类事",
        press_kit: PRESS_KIT,
        briefing: BRIEFING,
        more: "数据表、下载和引用",
        as_table: "看数据表",
        as_chart: "看图",
        embed: "嵌入网页",
        order_given: "编者排序",
        order_chosen: "按选择的先后",
        order_value: "按数值",
        description: "文字描述",
        table: "数据表",
        credit: |title, date| format!("资料来源：《{title}》{} ", in_brackets(date)),
    },
    export: Export {
        title: "导出",
        preset: "版式",
        preset_original: "原图",
        preset_slide: "16:9（1280×720）",
        preset_square: "方图（1080×1080）",
        preset_portrait: "竖图（1080×1440）",
        preset_cover: "公众号封面（900×383）",
        scale: "倍数",
        dark: "深色",
        with_code: "二维码",
        with_notes: "附注",
        file_and_size: |name, width, height| format!("{name}，{width} × {height} 像素"),
        save_png: "保存图片（PNG）",
        save_svg: "保存矢量图（SVG）",
        save_csv: "保存数据（CSV）",
        copy_picture: "复制图片",
        copy_table: "复制表格",
        drawing: "正在画图……",
        handed_over: |name| format!("已交给浏览器保存：{name}。"),
        handed_over_in_frame: |name| {
            format!(
                "已请浏览器保存：{name}。外面的网页可能不允许，也可以在新窗口打开完整页面再存。"
            )
        },
        if_no_picture: "如果没有出现，点“显示图片”，再长按或用右键保存。",
        if_no_text: "如果没有出现，点“复制文件内容”，粘贴后另存。",
        built_instead: "浏览器没有如实交出网页画的图（多因防跟踪设置），换成建站时画好的同一张图。",
        svg_instead: "浏览器没有如实交出网页画的图（多因防跟踪设置），改存为矢量图（SVG）。",
        refused: |name| {
            format!(
                "这个应用里存不了文件：{name}。可以复制文件内容；\
                 或者复制链接，在浏览器里打开，再保存。"
            )
        },
        picture_not_copied: "没有复制成功：浏览器不允许。可以点“保存图片（PNG）”。",
        show_picture: "显示图片",
        copy_content: "复制文件内容",
        press_to_save: "长按图片（电脑上用右键）保存；不行就截屏。",
    },
    audit: pages::AUDIT,
    about: pages::ABOUT,
    explanations: files::EXPLANATIONS,
    changes: files::CHANGES,
    derived: files::DERIVED,
    pictures: files::PICTURES,
    custom_chart: files::CUSTOM,
    files: files::FILES,
    guide_tool: files::GUIDE_TOOL,
    offline: files::OFFLINE,
};

/// What hits are counted in.
const HITS_UNIT: &str = "条结果";

/// Each word in quotes.
fn quoted(words: &[String]) -> String {
    words.iter().map(|word| ["“", word, "”"].concat()).collect()
}

/// Joined without `format!`, to keep the search program small.
pub(super) const SEARCH: Search = Search {
    label: "搜索",
    placeholder: "搜原文、指标，可用拼音",
    hint: "平常的说法、词语、数字、拼音都可以；几个词之间用空格分开。",
    examples: "试试：",
    cut_off: |max_length| ["输入太长，只按前", max_length, "个字查找。"].concat(),
    hits_unit: HITS_UNIT,
    read_all: "读全文",
    ellipsis: ELLIPSIS,
    all_hits: |n_hits| ["查看", ALL_HITS, "（", n_hits, "条）"].concat(),
    n_hits: |query, n_hits| ["“", query, "”：", n_hits, HITS_UNIT].concat(),
    no_hits: |query| ["没有找到“", query, "”。"].concat(),
    did_you_mean: "您要找的是不是：",
    pieces: |query, pieces| {
        ["报告没有“", query, "”的原话，这些地方写到", &quoted(pieces), "："].concat()
    },
    written_as: |word, written| ["“", word, "”在报告里写作", &quoted(written), "："].concat(),
    related: |word, written, related| {
        let written = written.filter(|written| *written != word);
        let written = written.map_or_else(String::new, |written| ["（", written, "）"].concat());
        ["报告没有写到“", word, "”", &written, "，有关的是", &quoted(related), "："].concat()
    },
    not_written: |word, written| match written {
        Some(written) if written != word => ["报告没有写到", word, "（", written, "）。"].concat(),
        _ => ["报告没有写到", word, "。"].concat(),
    },
    part: |part| match part {
        Part::Measures => "主要举措和成效",
        Part::Shortcomings => "不足与原因",
        Part::Leadership => "第一责任人（党政主要负责人）履职",
        Part::Plan => "下一步安排",
        Part::Changes => "写明比以前增减多少的",
        Part::Amounts => "写明金额的（不一定是政府花的钱）",
        Part::Ranks => "写明名次的",
        Part::Contact => "联系和纠错",
        Part::Origin => "谁在什么时候作的报告",
    },
    no_part: |part, issuers| match part {
        Part::Measures => "报告没有单独写主要举措和成效。".to_string(),
        Part::Shortcomings => "报告没有写明不足与原因。".to_string(),
        Part::Leadership => "报告没有写明第一责任人履职的情况。".to_string(),
        Part::Plan => "报告没有写明下一步的安排。".to_string(),
        Part::Changes => "报告没有与上年比较的数，不能说变好还是变差。".to_string(),
        Part::Amounts => "报告没有写到金额。".to_string(),
        Part::Ranks => "报告没有写到名次。".to_string(),
        Part::Contact => format!("网站没有留下联系方式；报告由{issuers}作出。"),
        Part::Origin => "报告没有写明由谁作出。".to_string(),
    },
    example_queries: ["打官司", "免费律师", "办证", "明年", "没做好", "投诉"],
    elsewhere: "也可以看：",
    look_in_others: "在其他年份和地方的报告里找",
    others: "其他年份和地方的报告",
    others_failed: "没能取到其他报告的索引。网络恢复后再改一个字，会重新查找。",
    in_no_other: |query| ["其他报告里没有“", query, "”这几个字。"].concat(),
    in_others: |query, n_reports, has_more| {
        let more = if has_more { "，还有更多" } else { "" };
        ["写到“", query, "”的，这里列出", n_reports, "份", more, "。"].concat()
    },
    written_in_others: |query, written| {
        ["其他报告没有写“", query, "”，写的是“", written, "”："].concat()
    },
    more_others: "再看几份",
    all_in_report: "在这份报告里看全部",
    report_of: |place, year| [place, year, "年度"].concat(),
    by_words: "含有全部词语的结果",
    by_value: "按数值找到的结果",
    by_pinyin: "按拼音找到的结果",
    by_sound: "没有完全相同的，下面是读音相同的结果",
    by_near: "没有完全相同的，下面是差一个字的结果",
    kind_large_print: "阅读设置",
    kind_figure: FIGURES,
    kind_chart: CHARTS,
    kind_heading: "标题",
    kind_term: TERM,
    kind_sentence: "句子",
    in_large_print: LARGE_PRINT,
    in_charts: CHARTS,
    in_terms: EDITOR_NOTE,
};
