//! Radicals and compatibility forms that fonts give for characters in PDF files (⼈⺠⼯), as the
//! characters that people type (人民工). All else stays as it is, full-width digits and signs too.

use unicode_normalization::char::decompose_compatible;

/// The radicals of the supplement, each followed by the character it looks like; Unicode's tables of
/// compatibility leave them alone.
const RADICALS: &str = "\
    ⺁厂⺂乛⺃乚⺄乙⺅亻⺆冂⺈刀⺉刂⺊卜⺌小⺍小⺎兀⺏尣⺐尢⺒巳⺓幺⺔彑⺕彐⺖忄⺘扌\
    ⺙攵⺛旡⺜日⺝月⺞歺⺟母⺠民⺡氵⺢氺⺣灬⺤爫⺥爫⺦丬⺧牛⺨犭⺩王⺫目⺬示⺭礻⺯糹\
    ⺰纟⺱罓⺲罒⺶羊⺹耂⺺肀⺻聿⺼月⺽臼⺾艹⺿艹⻀艹⻁虎⻂衤⻃覀⻄西⻅见⻆角⻈讠⻉贝\
    ⻋车⻌辶⻍辶⻎辶⻏阝⻐钅⻑長⻒镸⻓长⻔门⻖阝⻗雨⻘青⻙韦⻚页⻛风⻜飞⻝食⻟飠⻠饣\
    ⻢马⻣骨⻤鬼⻥鱼⻦鸟⻧卤⻨麦⻩黄⻪黾⻫斉⻬齐⻭歯⻮齿⻯竜⻰龙⻱龜⻲亀⻳龟";

/// The character to be typed for `ch`.
pub(super) fn unified(ch: char) -> char {
    match ch {
        '\u{2e80}'..='\u{2eff}' => {
            let mut signs = RADICALS.chars();
            let known = std::iter::from_fn(|| Some((signs.next()?, signs.next()?)));
            { known }.find(|(radical, _)| *radical == ch).map_or(ch, |(_, unified)| unified)
        }
        '\u{2f00}'..='\u{2fdf}' | '\u{f900}'..='\u{faff}' => {
            let mut unified = None;
            decompose_compatible(ch, |form| unified = unified.or(Some(form)));
            unified.unwrap_or(ch)
        }
        _ => ch,
    }
}
