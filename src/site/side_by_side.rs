//! What an archive of several reports has besides their own pages: two reports side by side, the other
//! years on a figure's page, the list of all reports, and the same as files.

use yew::LocalServerRenderer;

use crate::app::ReportRef;
use crate::app::compare_view::{
    ARCHIVE_FILES, ArchiveView, ArchiveViewProps, CARD, CompareFrame, CompareView,
    CompareViewProps, ComparisonRef, FILES, Series, SeriesPoint, SeriesProps,
};
use crate::compare::{self, Comparison};
use crate::export;
use crate::model::{Figure, Report};
use crate::pictures::comparison_card;
use crate::route::{Route, View};
use crate::words::{COMPARISON, WORDS};

use super::comparison_files::{archive_table, comparison_table};
use super::downloads::Picture;
use super::{Article, Refusal, SiteFile};

/// The comparisons of an archive.
pub(super) fn comparisons(reports: &[&'static Report]) -> Vec<Comparison> {
    let compared = compare::compared(reports).into_iter();
    compared.map(|(one, other)| Comparison::of(one, other)).collect()
}

/// The page of two reports and the view of them for frames, each with the report whose page it is taken for.
pub(super) async fn comparison_pages(
    comparison: &'static Comparison,
) -> [(&'static Report, Route, Article); 2] {
    let Comparison { earlier, later, pairs, .. } = comparison;
    let props = CompareViewProps { comparison: ComparisonRef(comparison) };
    let page = LocalServerRenderer::<CompareView>::with_props(props.clone());
    let view = LocalServerRenderer::<CompareFrame>::with_props(props);
    let title = comparison.title();
    let description = (COMPARISON.description)(&title, pairs.len());
    let title = format!("{title} · {}", (WORDS.pages.site)(&later.site.place));
    let route = Route::Compare(earlier.edition(), later.edition());
    let article = |html: String| Article {
        title: title.clone(),
        description: description.clone(),
        html,
        picture: comparison.has_shown().then(|| format!("{}{CARD}", route.path())),
    };
    let framed = Route::Embed(later.edition(), View::Comparison(earlier.edition().slug()));
    [
        (later, route.clone(), article(page.hydratable(false).render().await)),
        (later, framed, article(view.hydratable(false).render().await)),
    ]
}

/// The picture of each comparison that has something to show: its path from the site's root, and how it is
/// drawn.
pub(super) fn pictures(comparisons: &[Comparison]) -> Vec<(String, Picture)> {
    let picture = |comparison: &Comparison| {
        let route = Route::Compare(comparison.earlier.edition(), comparison.later.edition());
        let address = export::whole_address(comparison.later, &route);
        let sheet = comparison_card(comparison, &address)?;
        Some((format!("{}{CARD}", route.path()), Picture::of(sheet, 1)))
    };
    comparisons.iter().filter_map(picture).collect()
}

/// The list of all reports.
pub(super) async fn archive_page(
    reports: &[&'static Report],
    comparisons: &[Comparison],
) -> String {
    // A page on which nothing stands side by side is no place to send anybody.
    let compared = comparisons
        .iter()
        .filter(|comparison| !comparison.pairs.is_empty() || !comparison.promises.is_empty())
        .map(|comparison| (comparison.earlier.edition(), comparison.later.edition()))
        .collect();
    let reports = reports.iter().map(|report| ReportRef(report)).collect();
    let props = ArchiveViewProps { reports, compared };
    LocalServerRenderer::<ArchiveView>::with_props(props).hydratable(false).render().await
}

/// What a figure's page says of other years; empty where they do not have it.
pub(super) async fn series(
    report: &'static Report,
    figure: &'static Figure,
    comparisons: &[Comparison],
) -> String {
    let points = points(report, figure, comparisons);
    if points.len() < 2 {
        return String::new();
    }
    let here = Route::Figure(report.edition(), figure.id.clone());
    let props = SeriesProps { points, here };
    LocalServerRenderer::<Series>::with_props(props).hydratable(false).render().await
}

/// The figure in every year's report that has it, oldest first: from year to year, as far as they are
/// paired.
fn points(
    report: &'static Report,
    figure: &'static Figure,
    comparisons: &[Comparison],
) -> Vec<SeriesPoint> {
    let own = SeriesPoint { report, figure, is_confirmed: true, is_compared: false };
    let mut points = vec![own];
    let next_year = |comparison: &&Comparison, report: &Report, is_back: bool| {
        let own = if is_back { comparison.later } else { comparison.earlier };
        comparison.is_of_one_place() && own.edition() == report.edition()
    };
    for is_back in [true, false] {
        let mut at = own;
        // Of all that follow, the nearest.
        while let Some(comparison) = comparisons
            .iter()
            .filter(|comparison| next_year(comparison, at.report, is_back))
            .min_by_key(|comparison| comparison.later.year - comparison.earlier.year)
        {
            let pair = comparison.pairs.iter().find(|pair| {
                let [one, other] = comparison.figures(pair);
                std::ptr::eq(if is_back { other } else { one }, at.figure)
            });
            let Some(pair) = pair else { break };
            let [one, other] = comparison.figures(pair);
            let (other_report, figure) = match is_back {
                true => (comparison.earlier, one),
                false => (comparison.later, other),
            };
            let is_confirmed = at.is_confirmed && pair.basis.is_confirmed();
            let found = compare::find(comparisons, report.edition(), other_report.edition());
            let is_compared = found.is_some();
            at = SeriesPoint { report: other_report, figure, is_confirmed, is_compared };
            points.push(at);
        }
    }
    points.sort_by_key(|point| point.report.year);
    points
}

/// The files beside the pages.
///
/// # Errors
/// What the writer of workbooks refuses.
pub(super) fn files(
    reports: &[&'static Report],
    comparisons: &[Comparison],
) -> Result<Vec<SiteFile>, Refusal> {
    let mut files = Vec::new();
    for comparison in comparisons {
        let folder =
            Route::Compare(comparison.earlier.edition(), comparison.later.edition()).path();
        let table = comparison_table(comparison);
        let contents = [table.csv(), table.xlsx()?, table.json()];
        files.extend(
            FILES.iter().zip(contents).map(|(name, file)| (format!("{folder}{name}"), file)),
        );
    }
    let table = archive_table(reports);
    let contents = [table.csv(), table.xlsx()?, table.json()];
    let folder = Route::Comparisons.path();
    files.extend(
        ARCHIVE_FILES.iter().zip(contents).map(|(name, file)| (format!("{folder}{name}"), file)),
    );
    Ok(files)
}
