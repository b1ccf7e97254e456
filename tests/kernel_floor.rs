//! What the oldest kernels that the site is for know of CSS, and what becomes of a style sheet in them.
//! Native tests refuse what one of them lacks; browser tests take it away and use the site without it.

use std::collections::BTreeSet;

/// Versions of Chrome, Firefox and Safari, in this order.
pub(crate) type Versions = [f32; 3];

pub(crate) const NAMES: [&str; 3] = ["Chrome", "Firefox", "Safari"];

/// The oldest kernels: X5 and UC in old apps, Firefox 63, iOS 12.
pub(crate) const FLOOR: Versions = [68.0, 63.0, 12.0];

const NEVER: f32 = f32::INFINITY;

/// Where a feature stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Place {
    Property,
    /// `property: word`.
    Value,
    Function,
    Selector,
    Media,
    /// A property in a rule that does not say `display: grid`.
    OutsideGrid,
}

use Place::{Function, Media, OutsideGrid, Property, Selector, Value};

/// What came later than one of the kernels: the first version that has it unprefixed and whole. From
/// browser-compat-data 8.1.9 of MDN.
const LATE: &[(Place, &str, Versions)] = &[
    (Property, "accent-color", [93.0, 92.0, 26.2]),
    (Property, "appearance", [84.0, 80.0, 15.4]),
    (Property, "-webkit-appearance", [1.0, 64.0, 3.0]),
    (Property, "aspect-ratio", [88.0, 89.0, 15.0]),
    (Property, "color-scheme", [81.0, 96.0, 13.0]),
    (Property, "contain-intrinsic-size", [83.0, 107.0, 17.0]),
    (Property, "content-visibility", [85.0, 125.0, 18.0]),
    (Property, "inset", [87.0, 66.0, 14.1]),
    (Property, "margin-block", [87.0, 66.0, 14.1]),
    (Property, "margin-inline", [87.0, 66.0, 14.1]),
    (Property, "overflow-anchor", [56.0, 66.0, NEVER]),
    (Property, "overscroll-behavior", [63.0, 59.0, 16.0]),
    (Property, "padding-block", [87.0, 66.0, 14.1]),
    (Property, "padding-inline", [87.0, 66.0, 14.1]),
    (Property, "scroll-margin-top", [69.0, 68.0, 14.1]),
    (Property, "scroll-padding-bottom", [69.0, 68.0, 14.1]),
    (Property, "size", [15.0, 95.0, 18.2]),
    (Property, "text-autospace", [140.0, 145.0, 18.4]),
    (Property, "text-decoration-color", [57.0, 36.0, 12.1]),
    (Property, "text-decoration-style", [57.0, 36.0, 12.1]),
    (Property, "text-decoration-thickness", [89.0, 70.0, 12.1]),
    (Property, "text-size-adjust", [54.0, NEVER, NEVER]),
    (Property, "-webkit-text-size-adjust", [54.0, NEVER, NEVER]),
    (Property, "text-underline-offset", [87.0, 70.0, 12.1]),
    (Property, "user-select", [54.0, 69.0, 27.3]),
    (Value, "appearance: auto", [83.0, 80.0, 15.4]),
    (Value, "-webkit-appearance: auto", [83.0, 80.0, 15.4]),
    (Value, "display: flow-root", [58.0, 53.0, 13.0]),
    (Value, "overflow: clip", [90.0, 81.0, 16.0]),
    (Value, "overflow-wrap: anywhere", [80.0, 65.0, 15.4]),
    (Value, "position: -webkit-sticky", [NEVER, NEVER, 7.0]),
    (Value, "position: sticky", [56.0, 59.0, 13.0]),
    (Value, "width: max-content", [46.0, 66.0, 11.0]),
    (Function, "clamp", [79.0, 75.0, 13.1]),
    (Function, "color-mix", [111.0, 113.0, 16.2]),
    (Function, "env", [69.0, 65.0, 11.1]),
    (Function, "max", [79.0, 75.0, 11.1]),
    (Function, "min", [79.0, 75.0, 11.1]),
    (Selector, "@page", [2.0, 19.0, 18.2]),
    (Selector, "@bottom-center", [131.0, NEVER, NEVER]),
    (Selector, ":focus-visible", [86.0, 85.0, 15.4]),
    (Selector, ":has", [105.0, 121.0, 15.4]),
    (Selector, ":is", [88.0, 78.0, 14.0]),
    (Selector, ":not(,)", [88.0, 84.0, 9.0]),
    (Selector, ":where", [88.0, 78.0, 14.0]),
    (Selector, "::-webkit-details-marker", [1.0, NEVER, 1.0]),
    (Media, "forced-colors", [89.0, 89.0, 16.0]),
    (Media, "prefers-color-scheme", [76.0, 67.0, 12.1]),
    (Media, "prefers-contrast", [96.0, 101.0, 14.1]),
    (Media, "prefers-reduced-motion", [74.0, 63.0, 10.1]),
    (Media, "scripting", [120.0, 113.0, 17.0]),
    (OutsideGrid, "gap", [84.0, 63.0, 14.1]),
];

/// What may be used all the same: its name, a part of the selector (or at-rule) it is used with, and why
/// nothing is lost where it is not known.
const HARMLESS: &[(&str, &str, &str)] = &[
    ("accent-color", "", "a box has the browser's own colour"),
    ("appearance", "", "a field looks as the system has it"),
    ("-webkit-appearance", "", "a field looks as the system has it"),
    ("color-scheme", "", "scroll bars stay light"),
    ("contain-intrinsic-size", ".first-view", "it goes with content-visibility"),
    ("content-visibility", ".first-view", "the first view comes with the layout of the whole text"),
    ("overscroll-behavior", "", "at its end the page behind scrolls on"),
    ("scroll-margin-top", "", "a heading may begin below the bar of contents, which names it"),
    ("scroll-padding-bottom", "", "the script scrolls what has the keyboard clear of the bars"),
    ("text-autospace", "", "no space between words and numbers, as anywhere else"),
    ("text-decoration-color", "", "the line has the colour of its words"),
    ("text-decoration-style", "", "the line is not broken"),
    ("text-decoration-thickness", "", "the line is as thick as the font has it"),
    ("text-size-adjust", "", "only phones that are turned make text larger"),
    ("-webkit-text-size-adjust", "", "only phones that are turned make text larger"),
    ("text-underline-offset", "", "the line is nearer to its words"),
    ("user-select", "", "its prefix is known, or the text is selected by hand"),
    ("width: max-content", ".found-bar", "the bar is as wide as its words and its place allow"),
    ("color-mix", "a", "the line has the colour of its words"),
    ("@page", "", "paper has the browser's own margins"),
    ("size", "@page", "paper has the printer's size"),
    ("@bottom-center", "", "pages are numbered by the browser, if at all"),
    (":focus-visible", "", "the browser draws the focus itself"),
    (":has", ".sentence", "the number in the sentence is marked itself"),
    (":has", ".search-panel", "examples of queries are shown below the field"),
    (":has", "p.downloads", "a word without links stays in the single file"),
    ("::-webkit-details-marker", "", "what it hides is not there"),
    ("forced-colors", "", "no colours are forced"),
    ("prefers-color-scheme", "", "the page is light"),
    ("prefers-contrast", "", "the usual palette has 4.5:1"),
    ("scripting", "", "the notice says that tools do not work"),
];

/// What all of them know.
const PROPERTIES: &str = "align-items align-self animation animation-delay background background-clip background-color border border-bottom \
    border-collapse border-color border-left border-radius border-style border-top border-width bottom box-shadow \
    box-sizing clip-path color column-gap columns content cursor display fill fill-opacity flex flex-direction flex-wrap float font font-family font-size \
    font-style font-variant-numeric font-weight gap grid-column grid-row grid-template-columns height justify-content \
    left letter-spacing line-height list-style margin margin-bottom margin-left margin-right margin-top max-height \
    max-width min-height min-width opacity order outline outline-offset overflow overflow-wrap overflow-x overflow-y \
    padding padding-bottom padding-left padding-right padding-top page-break-after page-break-inside pointer-events position right stroke \
    stroke-dasharray stroke-width table-layout text-align text-decoration text-indent text-overflow text-transform top \
    transform vertical-align visibility -webkit-user-select white-space width word-break z-index";
const FUNCTIONS: &str =
    "attr calc counter inset minmax repeat rgba translate translateX translateY var";
const SELECTORS: &str = ":active :checked :disabled :empty :first-child :first-of-type :focus :focus-within :hover :indeterminate \
    :last-child :last-of-type :not :nth-child :only-child :root :target ::after ::before ::placeholder";
const MEDIA: &str = "height max-height max-width min-height min-width width";
const UNITS: &str = "ch deg em fr mm ms pt px rem s vh vw";

/// A rule with what it stands in.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Rule {
    /// `@media …` and `@supports …` around it, outermost first.
    pub(crate) around: Vec<String>,
    /// Its selectors, as written.
    pub(crate) selectors: String,
    pub(crate) declarations: Vec<(String, String)>,
}

/// The rules of a style sheet, or none after the place where it cannot be read.
pub(crate) fn rules(sheet: &str) -> Vec<Rule> {
    let mut plain = String::new();
    let mut rest = sheet;
    while let Some((before, after)) = rest.split_once("/*") {
        plain.push_str(before);
        rest = after.split_once("*/").map_or("", |(_, after)| after);
    }
    plain.push_str(rest);
    let (mut rules, mut around) = (Vec::new(), Vec::new());
    let mut rest = plain.trim();
    while !rest.is_empty() {
        if let Some(after) = rest.strip_prefix('}') {
            around.pop();
            rest = after.trim_start();
            continue;
        }
        let Some((head, body)) = rest.split_once('{') else { break };
        let head = head.trim().to_string();
        // What has rules in it; others, as `@page`, have declarations.
        if head.starts_with('@') && body.split('}').next().is_some_and(|first| first.contains('{'))
        {
            around.push(head);
            rest = body.trim_start();
            continue;
        }
        let Some((declarations, after)) = body.split_once('}') else { break };
        let declarations = declarations
            .split(';')
            .filter_map(|declaration| declaration.split_once(':'))
            .map(|(name, value)| (name.trim().to_string(), value.trim().to_string()))
            .collect();
        rules.push(Rule { around: around.clone(), selectors: head, declarations });
        rest = after.trim_start();
    }
    rules
}

/// A style sheet of these rules.
fn written(rules: &[Rule]) -> String {
    let rule = |rule: &Rule| {
        let declarations: String =
            rule.declarations.iter().map(|(name, value)| format!("{name}:{value};")).collect();
        format!(
            "{}{}{{{declarations}}}{}\n",
            rule.around.iter().map(|head| format!("{head}{{")).collect::<String>(),
            rule.selectors,
            "}".repeat(rule.around.len())
        )
    };
    rules.iter().map(rule).collect()
}

/// A feature used somewhere: a late one with its versions, or one that no list has.
#[derive(Clone, Debug, PartialEq)]
struct Use {
    name: String,
    since: Option<Versions>,
}

/// The late feature of that name, if there is one.
fn late(place: Place, name: &str) -> Option<Use> {
    let found = LATE.iter().find(|(kind, late, _)| *kind == place && *late == name);
    found.map(|(_, name, since)| Use { name: name.to_string(), since: Some(*since) })
}

/// The same; also what is neither late nor among the `known`.
fn late_or_new(place: Place, name: &str, known: &str) -> Option<Use> {
    let is_known = known.split_whitespace().any(|known| known == name);
    let new = || (!is_known).then(|| Use { name: name.to_string(), since: None });
    late(place, name).or_else(new)
}

/// The names of the functions in a value.
fn functions(value: &str) -> impl Iterator<Item = &str> {
    value.match_indices('(').filter_map(move |(at, _)| {
        let before = &value[..at];
        let is_in_name = |ch: char| ch.is_ascii_alphanumeric() || ch == '-';
        let name = &before[before.trim_end_matches(is_in_name).len()..];
        (!name.is_empty()).then_some(name)
    })
}

/// The units of the numbers in a value.
fn units(value: &str) -> Vec<String> {
    let unquoted: String = value.split('"').step_by(2).collect();
    let words = unquoted.split(|ch: char| !(ch.is_ascii_alphanumeric() || "-.#_".contains(ch)));
    let is_digit = |ch: char| ch.is_ascii_digit() || ch == '.';
    words
        .map(|word| word.strip_prefix('-').unwrap_or(word))
        .filter(|word| word.starts_with(is_digit))
        .map(|word| word.trim_start_matches(is_digit).to_string())
        .filter(|unit| !unit.is_empty())
        .collect()
}

fn in_declaration(rule: &Rule, name: &str, value: &str) -> Vec<Use> {
    if name.starts_with("--") {
        return Vec::new();
    }
    let mut uses: Vec<Use> = late_or_new(Property, name, PROPERTIES).into_iter().collect();
    let is_grid =
        rule.declarations.iter().any(|(name, value)| name == "display" && value == "grid");
    if !is_grid {
        uses.extend(late(OutsideGrid, name));
    }
    let words = value.split(|ch: char| ch.is_whitespace() || ch == '!');
    uses.extend(words.filter_map(|word| late(Value, &format!("{name}: {word}"))));
    uses.extend(functions(value).filter_map(|name| late_or_new(Function, name, FUNCTIONS)));
    uses.extend(units(value).iter().filter_map(|unit| late_or_new(Value, unit, UNITS)));
    uses
}

fn in_selectors(selectors: &str) -> Vec<Use> {
    if selectors.starts_with('@') {
        return late_or_new(Selector, selectors, "").into_iter().collect();
    }
    let mut uses = Vec::new();
    let mut rest = selectors;
    while let Some(at) = rest.find(':') {
        let colons = if rest[at..].starts_with("::") { 2 } else { 1 };
        let after = &rest[at + colons..];
        let end = after.find(|ch: char| !(ch.is_ascii_alphanumeric() || ch == '-'));
        let name = &rest[at..at + colons + end.unwrap_or(after.len())];
        uses.extend(late_or_new(Selector, name, SELECTORS));
        let inside = after[end.unwrap_or(after.len())..].strip_prefix('(');
        if name == ":not"
            && inside
                .and_then(|inside| inside.split(')').next())
                .is_some_and(|list| list.contains(','))
        {
            uses.extend(late(Selector, ":not(,)"));
        }
        rest = &rest[at + name.len()..];
    }
    uses
}

/// The features that a media query asks for.
fn in_query(query: &str) -> Vec<Use> {
    let features = query.split('(').skip(1).filter_map(|part| part.split([':', ')']).next());
    features.filter_map(|name| late_or_new(Media, name.trim(), MEDIA)).collect()
}

fn queries(head: &str) -> Option<Vec<&str>> {
    head.strip_prefix("@media").map(|list| list.split(',').map(str::trim).collect())
}

fn is_in(uses: &[Use], kernel: usize) -> bool {
    uses.iter().all(|used| used.since.is_some_and(|since| since[kernel] <= FLOOR[kernel]))
}

/// The style sheet as the oldest kernel of an engine (an index into [`NAMES`]) reads it: a declaration that it
/// does not know is gone, and a whole rule with one selector that it does not know.
pub(crate) fn without_later(sheet: &str, kernel: usize) -> String {
    let mut kept = rules(sheet);
    kept.retain(|rule| is_in(&in_selectors(&rule.selectors), kernel));
    for rule in &mut kept {
        let whole = rule.clone();
        rule.declarations
            .retain(|(name, value)| is_in(&in_declaration(&whole, name, value), kernel));
        for head in &mut rule.around {
            let Some(queries) = queries(head) else { continue };
            let known: Vec<&str> =
                queries.into_iter().filter(|query| is_in(&in_query(query), kernel)).collect();
            *head = format!(
                "@media {}",
                if known.is_empty() { "not all".into() } else { known.join(",") }
            );
        }
    }
    written(&kept)
}

/// What a style sheet has that a kernel of the floor lacks and that is not listed as harmless: what to change,
/// each in a line.
pub(crate) fn refusals(sheet: &str) -> Vec<String> {
    let mut refusals = BTreeSet::new();
    let mut refuse = |at: &str, used: Use, is_replaced: &dyn Fn(usize) -> bool| {
        let is_harmless =
            HARMLESS.iter().any(|(name, part, _)| *name == used.name && at.contains(part));
        let Some(since) = used.since else {
            refusals.insert(format!(
                "{at}: {} is in no list of tests/kernel_floor.rs: look up since when browsers have it, and \
                 put it there",
                used.name
            ));
            return;
        };
        for (kernel, (name, oldest)) in NAMES.iter().zip(FLOOR).enumerate() {
            if since[kernel] > oldest && !is_harmless && !is_replaced(kernel) {
                refusals.insert(format!(
                    "{at}: {name} {oldest} does not know {}: write it in an older way, or say in \
                     tests/kernel_floor.rs why nothing is lost without it",
                    used.name
                ));
            }
        }
    };
    for rule in rules(sheet) {
        in_selectors(&rule.selectors)
            .into_iter()
            .for_each(|used| refuse(&rule.selectors, used, &|_| false));
        for head in &rule.around {
            let asked = queries(head).unwrap_or_default();
            asked
                .iter()
                .flat_map(|query| in_query(query))
                .for_each(|used| refuse(head, used, &|_| false));
        }
        for (name, value) in &rule.declarations {
            // The same said otherwise in the same rule.
            let is_replaced = |kernel: usize| {
                rule.declarations.iter().any(|(other, words)| {
                    other == name
                        && words != value
                        && is_in(&in_declaration(&rule, other, words), kernel)
                })
            };
            for used in in_declaration(&rule, name, value) {
                refuse(&rule.selectors, used, &is_replaced);
            }
        }
    }
    refusals.into_iter().collect()
}

/// What is listed as harmless and used nowhere.
pub(crate) fn unused_leave(sheet: &str) -> Vec<&'static str> {
    let rules = rules(sheet);
    let is_used = |name: &str, part: &str| {
        rules.iter().any(|rule| {
            let has = |at: &str, uses: Vec<Use>| {
                at.contains(part) && uses.iter().any(|used| used.name == name)
            };
            has(&rule.selectors, in_selectors(&rule.selectors))
                || rule.around.iter().any(|head| has(head, in_query(head)))
                || rule.declarations.iter().any(|(property, value)| {
                    has(&rule.selectors, in_declaration(rule, property, value))
                })
        })
    };
    HARMLESS.iter().filter(|(name, part, _)| !is_used(name, part)).map(|(name, ..)| *name).collect()
}
