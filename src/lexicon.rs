//! Fills a report's lexicon from dictionaries: readings of characters, words in which they are read
//! differently, traditional and compatibility forms. The tool and the desk do it: the page gets what its
//! report's characters need and no dictionary.

use std::collections::{BTreeMap, BTreeSet};

use hanconv::RawDictionary;
use pinyin::ToPinyin;
use unicode_normalization::UnicodeNormalization;

use crate::model::{LARGE_PRINT, Lexicon, Report};

/// Traditional characters, each with its simplified forms behind it (OpenCC's table). A constant: asked
/// of the crate's functions, its tables of phrases, a megabyte, would come into the desk's program.
const TRADITIONAL: &str = RawDictionary::TSCharacters.text();

/// Readings that official texts use more often than the one the dictionary gives first. The same
/// form as [`Lexicon::readings`].
const USUAL: &str = "tiao:调";

/// Words of official texts in which a character has not its usual reading (现代汉语词典). The same form
/// as [`Lexicon::phrases`].
const PHRASES: &str = "\
    银行:yin,hang 行业:hang,ye 行列:hang,lie 行情:hang,qing 行长:hang,zhang 央行:yang,hang 支行:zhi,hang 分行:fen,hang \
    商行:shang,hang 外行:wai,hang 内行:nei,hang 排行:pai,hang \
    重新:chong,xin 重建:chong,jian 重复:chong,fu 重启:chong,qi 重组:chong,zu 重庆:chong,qing 重申:chong,shen \
    重整:chong,zheng 重叠:chong,die 重塑:chong,su 重构:chong,gou 重返:chong,fan 双重:shuang,chong 多重:duo,chong \
    长效:chang,xiao 长期:chang,qi 长远:chang,yuan 长久:chang,jiu 长江:chang,jiang 长洲:chang,zhou 长沙:chang,sha \
    长春:chang,chun 长三角:chang,san,jiao 长途:chang,tu 长度:chang,du 长足:chang,zu 长安:chang,an 长城:chang,cheng \
    长治:chang,zhi 特长:te,chang 延长:yan,chang 时长:shi,chang 全长:quan,chang 漫长:man,chang 专长:zhuan,chang \
    调查:diao,cha 调研:diao,yan 调动:diao,dong 调度:diao,du 调取:diao,qu 调任:diao,ren 调离:diao,li 调入:diao,ru \
    调出:diao,chu 抽调:chou,diao 选调:xuan,diao 强调:qiang,diao 步调:bu,diao 调阅:diao,yue 调配:diao,pei \
    率先:shuai,xian 表率:biao,shuai 率领:shuai,ling 草率:cao,shuai 轻率:qing,shuai \
    会计:kuai,ji 财会:cai,kuai 首都:shou,du 成都:cheng,du 都市:du,shi 供给:gong,ji 给予:ji,yu 给付:ji,fu 补给:bu,ji \
    着力:zhuo,li 着眼:zhuo,yan 着手:zhuo,shou 着重:zhuo,zhong 着装:zhuo,zhuang 执着:zhi,zhuo 沉着:chen,zhuo \
    归还:gui,huan 返还:fan,huan 偿还:chang,huan 退还:tui,huan 交还:jiao,huan 还款:huan,kuan 还贷:huan,dai 还原:huan,yuan \
    没收:mo,shou 罚没:fa,mo 淹没:yan,mo 音乐:yin,yue 西藏:xi,zang 校对:jiao,dui 校正:jiao,zheng 校验:jiao,yan \
    称职:chen,zhi 对称:dui,chen 了解:liao,jie 了结:liao,jie 明了:ming,liao 反省:fan,xing 传记:zhuan,ji 自传:zi,zhuan \
    厦门:xia,men 番禺:pan,yu 龙圩:long,xu 便宜:pian,yi 勉强:mian,qiang 揣度:chuai,duo 提防:di,fang \
    参差:cen,ci 出差:chu,chai 信差:xin,chai 角色:jue,se 曝光:bao,guang";

/// The lexicon of everything in `report` that can be searched.
pub fn lexicon_of(report: &Report) -> Lexicon {
    let corpus = corpus(report);
    let characters: BTreeSet<char> = corpus.chars().collect();
    Lexicon {
        readings: readings(&characters),
        phrases: phrases(&corpus),
        variants: variants(&characters),
        // Those are data: ingest has put them there.
        everyday: report.lexicon.everyday.clone(),
    }
}

/// Everything that search looks through or addresses are made from, as one text.
fn corpus(report: &Report) -> String {
    // Topics are no hits, but their addresses are spelled by these readings.
    let labels =
        report.figures.iter().flat_map(|figure| [figure.label.as_str(), figure.topic.as_str()]);
    let charts =
        report.charts.iter().flat_map(|chart| [chart.title.as_str(), chart.subtitle.as_str()]);
    let terms = report.terms.iter().flat_map(|term| [term.term.as_str(), term.meaning.as_str()]);
    let words: Vec<&str> =
        labels.chain(charts).chain(terms).chain([report.text.as_str(), LARGE_PRINT]).collect();
    words.join("\n")
}

fn readings(characters: &BTreeSet<char>) -> String {
    let mut readings: BTreeMap<String, String> = BTreeMap::new();
    for ch in characters {
        let own = Lexicon::pairs(USUAL)
            .find(|(_, characters)| characters.contains(*ch))
            .map(|(reading, _)| reading.to_string());
        // ü is v on every keyboard.
        if let Some(reading) = own.or_else(|| Some(ch.to_pinyin()?.plain().replace('ü', "v"))) {
            readings.entry(reading).or_default().push(*ch);
        }
    }
    join(readings.into_iter())
}

fn phrases(corpus: &str) -> String {
    let occurring = Lexicon::pairs(PHRASES).filter(|(words, _)| corpus.contains(words));
    join(occurring.map(|(words, readings)| (words.to_string(), readings.to_string())))
}

/// Every form that folds to characters of the corpus, and every character of the corpus that folds
/// to another.
fn variants(characters: &BTreeSet<char>) -> String {
    let simplified = simplified();
    let simple = |ch: char| *simplified.get(&ch).unwrap_or(&ch);
    // The ideographs with their extension A, and whatever other forms the corpus has.
    let ideographs = ('\u{3400}'..='\u{9fff}').filter(|ch| characters.contains(&simple(*ch)));
    // ⾏政, ⼈⺠: copied from a PDF, they are radicals or compatibility forms.
    let copied = ('\u{2e80}'..='\u{2fd5}')
        .chain('\u{f900}'..='\u{faff}')
        .filter(|ch| ch.nfkc().all(|plain| plain != *ch && characters.contains(&plain)));
    let forms: BTreeSet<char> =
        ideographs.chain(copied).chain(characters.iter().copied()).collect();
    join(forms.into_iter().filter_map(|form| {
        let folded: String = form.nfkc().map(simple).collect::<String>().to_lowercase();
        let usable =
            folded.chars().all(char::is_alphanumeric) && !form.to_lowercase().eq(folded.chars());
        // Full-width letters and digits are folded by rule.
        let by_rule = matches!(form, '\u{ff01}'..='\u{ff5e}' | '〇');
        (usable && !by_rule && !folded.is_empty()).then(|| (form.to_string(), folded))
    }))
}

/// The simplified form of each traditional character.
fn simplified() -> BTreeMap<char, char> {
    let pairs = TRADITIONAL.lines().filter(|line| !line.starts_with('#')).filter_map(|line| {
        // The first form is the usual one.
        let mut forms = line.split_whitespace().map(|form| form.chars().next());
        Some((forms.next()??, forms.next()??))
    });
    pairs.collect()
}

fn join(pairs: impl Iterator<Item = (String, String)>) -> String {
    pairs.map(|(key, value)| format!("{key}:{value}")).collect::<Vec<_>>().join(" ")
}
