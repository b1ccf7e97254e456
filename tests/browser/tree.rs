//! What a screen reader is told: the accessibility tree of each kind of page and opened state, as an
//! outline of landmarks, headings and controls, beside the one that was read by ear.

use std::collections::BTreeMap;

use serde_json::{Value, json};
use thirtyfour::prelude::*;

use crate::chromium::{Page, dist, visit};

/// Roles that an outline has: by these a reader moves about.
const ROLES: [&str; 22] = [
    "banner",
    "main",
    "navigation",
    "contentinfo",
    "complementary",
    "search",
    "region",
    "dialog",
    "form",
    "heading",
    "link",
    "button",
    "searchbox",
    "textbox",
    "combobox",
    "checkbox",
    "table",
    "image",
    "img",
    "status",
    "group",
    "DisclosureTriangle",
];

/// States that are read out with a control.
const STATES: [&str; 5] = ["level", "expanded", "pressed", "checked", "modal"];

/// Longest part of a name in an outline, in characters.
const LONGEST_NAME: usize = 24;

/// How many alike in a row are written out; of the figures of a table three say how each is read.
const MOST_ALIKE: usize = 3;

struct Outline<'tree> {
    nodes: BTreeMap<&'tree str, &'tree Value>,
    lines: Vec<(usize, String, String)>,
}

impl<'tree> Outline<'tree> {
    fn add(&mut self, id: &str, depth: usize) {
        let Some(node) = self.nodes.get(id).copied() else { return };
        let role = node["role"]["value"].as_str().unwrap_or_default();
        let is_told = node["ignored"] != json!(true) && ROLES.contains(&role);
        if is_told {
            let name: String = node["name"]["value"]
                .as_str()
                .unwrap_or_default()
                .split_whitespace()
                .collect::<Vec<_>>()
                .join(" ");
            let short: String = name.chars().take(LONGEST_NAME).collect();
            let more = if short.len() < name.len() { "…" } else { "" };
            let properties = node["properties"].as_array().into_iter().flatten();
            let states: String = properties
                .filter(|property| STATES.iter().any(|state| property["name"] == *state))
                .map(|property| {
                    let value = property["value"]["value"].to_string();
                    format!(" {}={}", property["name"].as_str().unwrap_or_default(), value)
                })
                .collect();
            self.lines.push((depth, role.to_string(), format!("{short}{more}{states}")));
        }
        let children = node["childIds"].as_array().into_iter().flatten();
        for child in children.filter_map(Value::as_str) {
            self.add(child, depth + usize::from(is_told));
        }
    }

    /// One a line; of many of one role in a row the first and how many follow.
    fn written(&self) -> String {
        let mut text = String::new();
        for alike in self.lines.chunk_by(|one, other| (one.0, &one.1) == (other.0, &other.1)) {
            for (depth, role, told) in alike.iter().take(MOST_ALIKE) {
                text += &format!("{}{role} {told}\n", "  ".repeat(*depth));
            }
            if alike.len() > MOST_ALIKE {
                let (depth, role, _) = &alike[0];
                let rest = alike.len() - MOST_ALIKE;
                text += &format!("{}{role} … {rest} more\n", "  ".repeat(*depth));
            }
        }
        text.lines().map(str::trim_end).collect::<Vec<_>>().join("\n") + "\n"
    }
}

async fn outline(page: &Page) -> WebDriverResult<String> {
    page.cdp("Accessibility.enable", json!({})).await?;
    let tree = page.cdp("Accessibility.getFullAXTree", json!({})).await?;
    let nodes: Vec<&Value> = tree["nodes"].as_array().expect("a tree").iter().collect();
    let by_id = nodes.iter().filter_map(|node| Some((node["nodeId"].as_str()?, *node))).collect();
    let root = nodes.first().and_then(|node| node["nodeId"].as_str()).unwrap_or_default();
    let mut outline = Outline { nodes: by_id, lines: Vec::new() };
    outline.add(root, 0);
    Ok(outline.written())
}

/// Name of the golden, page, and what is pressed there, one after the other.
const STATES_OF_PAGES: [(&str, &str, &[&str]); 18] = [
    ("overview", "2020/", &[]),
    ("overview-card", "2020/", &[".key-figure"]),
    ("report", "2020/report/", &[]),
    ("report-card", "2020/report/", &["a[data-open='f-legal-aid-cases']"]),
    ("report-term", "2020/report/", &["a.term"]),
    ("report-found", "2020/report/?q=行政&hit=2", &[]),
    ("figures", "2020/figures/", &[]),
    ("figures-chosen", "2020/figures/?figures=legal-aid-cases", &[]),
    ("figure", "2020/figures/legal-aid-cases/", &[]),
    ("charts", "2020/charts/", &[]),
    ("chart", "2020/charts/rates/", &[]),
    ("chart-table", "2020/charts/rates/?view=table", &[]),
    ("chart-export", "2020/charts/rates/?export=1", &[]),
    ("custom-chart", "2020/charts/custom/?figures=legal-aid-cases", &[]),
    ("search", "2020/search/?q=行政", &[]),
    ("audit", "2020/audit/", &[]),
    ("about", "about/", &[]),
    ("large-print", "2020/?large=1", &[]),
];

#[test]
fn a_screen_reader_is_told_what_was_read_by_ear() {
    visit(&dist(), 390, async |page: Page| {
        for (name, path, pressed) in STATES_OF_PAGES {
            page.open_any(path).await?;
            for selector in pressed {
                page.tap(selector).await?;
                page.wait_for("document.querySelector('.card.open')").await?;
            }
            tokio::time::sleep(std::time::Duration::from_millis(300)).await;
            let told = outline(&page).await?;
            expect_test::expect_file![format!("tree/{name}.txt")].assert_eq(&told);
        }
        Ok(())
    });
}
