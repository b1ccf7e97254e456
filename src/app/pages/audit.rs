//! 核对: the whole text with every number marked as figure or exclusion, the counts, and what was
//! computed.

use yew::prelude::*;

use crate::analysis;
use crate::app::ReportRef;
use crate::app::components::derived_list::derived_list;
use crate::app::components::raw_html;
use crate::app::components::text::{TextMode, exclusion_id, write_section_text, write_text};
use crate::model::{Accounting, Exclusion, Report};
use crate::route::Route;
use crate::words::WORDS;

#[derive(Clone, PartialEq, Properties)]
pub(in crate::app) struct AuditPageProps {
    pub report: ReportRef,
}

#[component]
pub(in crate::app) fn AuditPage(AuditPageProps { report }: &AuditPageProps) -> Html {
    let ReportRef(report) = *report;
    let here = Route::Audit(report.edition());
    let count = |fits: fn(&Accounting) -> bool| {
        report.numbers.iter().filter(|number| fits(&number.accounting)).count()
    };
    let n_figures = count(|accounting| matches!(accounting, Accounting::Figure(_)));
    let n_exclusions = count(|accounting| matches!(accounting, Accounting::Exclusion(_)));
    let n_unaccounted = count(|accounting| matches!(accounting, Accounting::Unaccounted));
    let ending = if report.checked { WORDS.audit.by_an_editor } else { WORDS.audit.by_rules };
    html! {
        <>
            <h1 id="page-title" tabindex="-1">{ WORDS.pages.audit }</h1>
            <p>
                { [WORDS.audit.introduction, ending].concat() }
            </p>
            <ul class="counts">
                { count_item(report.numbers.len(), WORDS.audit.numbers) }
                { count_item(n_figures, WORDS.audit.figures) }
                { count_item(n_exclusions, WORDS.audit.exclusions) }
                { count_item(n_unaccounted, WORDS.audit.unaccounted) }
            </ul>
            <h2>{ WORDS.audit.whole_text }</h2>
            <p class="legend">
                <span class="figure">{ WORDS.audit.legend_figure }</span>
                <span class="excluded">{ WORDS.audit.legend_exclusion }</span>
            </p>
            <div class="report audit">
                { raw_html("div", |html| write_whole_text(html, report, &here)) }
            </div>
            <h2>{ WORDS.audit.excluded }</h2>
            <table class="exclusions">
                <thead>
                    <tr>
                        <th scope="col">{ WORDS.audit.stated }</th>
                        <th scope="col">{ WORDS.audit.reason }</th>
                        <th scope="col" class="number">{ WORDS.audit.places }</th>
                    </tr>
                </thead>
                <tbody>{ for exclusion_rows(report) }</tbody>
            </table>
            if !report.derivations.is_empty() {
                <h2 id="derived">{ WORDS.derived.mark }</h2>
                <p>{ WORDS.audit.derived }</p>
                { derived_list(report, &here, &analysis::derive(report)) }
            }
        </>
    }
}

fn count_item(n: usize, label: &str) -> Html {
    html! { <li><strong>{ n }</strong>{ label }</li> }
}

fn write_whole_text(html: &mut String, report: &Report, here: &Route) {
    for section in &report.sections {
        html.push_str("<section>");
        if let Some(heading) = section.heading {
            html.push_str("<h3>");
            write_text(html, report, here, heading, TextMode::Audit);
            html.push_str("</h3>");
        }
        write_section_text(html, report, here, section, TextMode::Audit);
        html.push_str("</section>");
    }
}

/// A row for every reason: the numbers that it excludes, and in how many places.
fn exclusion_rows(report: &Report) -> Vec<Html> {
    let mut reasons: Vec<&str> = Vec::new();
    for exclusion in &report.exclusions {
        if !reasons.contains(&exclusion.reason.as_str()) {
            reasons.push(&exclusion.reason);
        }
    }
    reasons
        .into_iter()
        .map(|reason| {
            let covered: Vec<_> = report
                .exclusions
                .iter()
                .enumerate()
                .filter(|(_, exclusion)| exclusion.reason == reason)
                .collect();
            // 一、 without the mark that joins them here.
            let printed = |exclusion: &Exclusion| {
                report.slice(exclusion.span).trim_end_matches(WORDS.punctuation.list)
            };
            let mut words: Vec<&str> =
                covered.iter().map(|(_, exclusion)| printed(exclusion)).collect();
            words.sort_unstable();
            words.dedup();
            let (first, exclusion) = covered[0];
            let by = if exclusion.by_rule { WORDS.audit.by_rule } else { WORDS.audit.by_editor };
            html! {
                <tr id={exclusion_id(report, first as u32)}>
                    <th scope="row">{ words.join(WORDS.punctuation.list) }</th>
                    <td>{ (WORDS.audit.reason_by)(reason, by) }</td>
                    <td class="number">{ covered.len() }</td>
                </tr>
            }
        })
        .collect()
}
