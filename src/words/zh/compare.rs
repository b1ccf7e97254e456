//! Plain Chinese for what stands between two reports.

use super::super::Comparison;

const UNCONFIRMED: &str = "程序配对，未经核对";

pub(crate) const COMPARISON: Comparison = Comparison {
    year: |year| format!("{year}年"),
    place_and_year: |place, year| format!("{place}{year}年"),
    planned: |name, year| format!("{name}报告对{year}年的安排"),
    begun: |name, year| format!("{name}报告写的{year}年头几个月"),
    of_years: |name| format!("{name}报告的几年回顾"),

    title: |place, one, other| format!("{place}：{one}年与{other}年对照"),
    title_of_places: |one, other| format!("{one}与{other}对照"),
    description: |title, n_pairs| {
        format!("{title}：{n_pairs}对同类的数并排，附上两边的原文；上一年的承诺，这一年怎么说。")
    },
    introduction: "两份报告写同一件事的数，并排放在一起，数和句子都照原文。",
    of_places: "两地的人口、范围和统计口径可能不同，这里只并排，不排名次。",
    summary: |n_pairs, n_confirmed| {
        let confirmed = match n_confirmed {
            0 => "都由程序按原文的用词配对，还没有人核对过".to_string(),
            _ if n_confirmed == n_pairs => "都经人核对".to_string(),
            _ => format!("其中{n_confirmed}对经人核对，其余由程序按原文的用词配对"),
        };
        format!("共{n_pairs}对，{confirmed}。")
    },
    nothing: "两份报告里没有找到写同一件事的数。",
    like: "同类的数",
    explained: "名词解释里的数（不是哪一年的）",
    promises: "承诺与落实",
    only: |name| format!("只在{name}报告里的数"),
    downloads: "下载",
    file: ["对照表（CSV）", "对照表（Excel）", "对照表（JSON）"],
    to_text: "到原文",
    unconfirmed: UNCONFIRMED,
    with_unconfirmed: |note| format!("{note}（{UNCONFIRMED}）"),
    confirmed: "编辑配对",
    computed: "推算，非报告原文",
    jump: "这一页里",

    more: "多",
    less: "少",
    larger_fall: "降幅大",
    smaller_fall: "降幅小",
    same: "一样",
    share: |is_more, share| format!("（{}{share}%）", if is_more { "+" } else { "−" }),
    between: |word, least, most| format!("{word}{least}到{most}"),
    at_least: |word, least| format!("至少{word}{least}"),
    unknown: "报告写的不都是确数，多少算不出",
    ranks: "名次只并排，不相减",
    largest: "变化最大的",
    largest_note: "只列两年都写了确数、说的都是当年的指标；百分比是推算，点一行看两句原文。",
    largest_computed: "变化最大的（百分比为推算，非报告原文）",
    becomes: |one, other| format!("{one} → {other}"),
    beside: |one, other| format!("{} {} · {} {}", one[0], one[1], other[0], other[1]),
    card_source: |titles| format!("资料来源：{}、{}", titles[0], titles[1]),
    card: "图片（PNG）",
    embed: "放到自己的网页里",
    embed_note: "把这段代码粘贴到网页的源代码里，就会显示变化最大的几项，点开是整个对照。",
    far_apart: "两个数差得很远，可能一个是一年的、一个是几年合计的，或者范围不同，请看原文。",
    points: "个百分点",
    points_of_thousand: "个千分点",
    stated_agrees: |name, stated| format!("{name}报告自己写“{stated}”，与这两个数相符。"),
    stated_differs: |name, stated, computed| {
        format!(
            "{name}报告自己写“{stated}”，按这两个数算是{computed}。增速常按可比价格或调整过的口径算，\
             上年的数后来也可能核定过，两者不必相等。"
        )
    },

    no_such_unit: "另一份没有用这个单位的数",
    not_alike: "另一份没有找到写同一件事的数，或有几个分不清",
    decided: "编辑看过：另一份没有",

    answer_of_years: "这句说的是几年的事，不只是这一年：",
    how_promises_are_found: "先列上一份报告对下一年的安排，再列后一份报告里用词相近的句子，相同的词标了出来。\
                             程序只找句子，不说做没做到；做没做到，请读原文判断。",
    promised_in: |name| format!("{name}报告的安排"),
    answered_in: |name| format!("{name}报告怎么说"),
    no_answer: "没有找到用词相近的句子。这不等于没有做。",
    not_mentioned: "编辑看过：后一份报告没有提到。",
    more_promises: |n| format!("另有{n}句安排没有找到用词相近的句子"),

    columns: [
        "指标",
        "领域",
        "前一份编号",
        "前一份数值",
        "前一份原文",
        "前一份所在句",
        "后一份编号",
        "后一份数值",
        "后一份原文",
        "后一份所在句",
        "单位",
        "差（推算）",
        "差占前一份（推算）",
        "说明",
        "配对",
    ],
    archive_columns: [
        "地区",
        "年份",
        "编号",
        "指标",
        "领域",
        "数值",
        "单位",
        "限定词",
        "原文",
        "变化",
        "下限",
        "上限",
        "所在句",
        "章节",
        "报告",
        "链接",
    ],
    sheet: "对照",

    other_years: "其他年份",
    series: |label| format!("{label}：各年的数"),
    from_to: |one, other| format!("{other}年比{one}年"),
    to_comparison: |one, other| format!("{one}年与{other}年逐项对照"),

    archive: |n_reports, n_places| match n_places {
        1 => format!("这里有{n_reports}份报告；两份写到同类的数或前后安排的，可以对照着看。"),
        _ => format!(
            "这里有{n_places}个地区的{n_reports}份报告；两份写到同类的数或前后安排的，可以对照着看。"
        ),
    },
    compare_with: |name| format!("与{name}对照"),
    archive_files: "全部报告的全部指标，一个数一行：",
    archive_file: ["表格（CSV）", "表格（Excel）", "数据（JSON）"],
};
