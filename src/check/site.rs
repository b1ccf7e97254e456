//! Checks of `site.json`: whose site it is and where it lies. Its addresses stand in every page, file
//! and picture, so half an address or one that runs as a script goes nowhere.

use crate::issue::Issue;

use super::evidence::Evidence;

pub(super) fn site_valid(evidence: &Evidence<'_>) -> Vec<Issue> {
    let site = &evidence.report.site;
    let mut issues = Vec::new();
    if site.place.is_empty() {
        issues.push(evidence.in_site(
            "place",
            "没有写地名（place）".to_string(),
            "写上报告是哪里的，如 \"place\": \"某市\"",
        ));
    }
    let file = site.address.trim_end_matches('/').rsplit('/').next().unwrap_or_default();
    let names_file = site.address.matches('/').count() > 3
        && [".html", ".htm"].iter().any(|end| file.to_lowercase().ends_with(end));
    if !site.address.is_empty()
        && (!is_web_address(&site.address) || site.address.contains(['?', '#']) || names_file)
    {
        issues.push(evidence.in_site(
            "address",
            format!("网站地址「{}」不完整，或多了东西", site.address),
            "写网站所在文件夹的完整地址，以 http:// 或 https:// 开头，不带文件名、? 和 #，\
             如 https://www.example.gov.cn/fazhi/；还没有就留空",
        ));
    }
    if !site.source.is_empty() && !is_web_address(&site.source) {
        issues.push(evidence.in_site(
            "source",
            format!("原件地址「{}」不是网址", site.source),
            "从浏览器的地址栏复制，以 http:// 或 https:// 开头；没有就留空",
        ));
    }
    issues
}

/// Whether this is a whole address of the web, with a host and without what addresses cannot hold.
fn is_web_address(address: &str) -> bool {
    let Some(rest) = ["https://", "http://"].iter().find_map(|scheme| address.strip_prefix(scheme))
    else {
        return false;
    };
    let host = rest.split(['/', '?', '#']).next().unwrap_or_default();
    let is_host = |ch: char| ch.is_alphanumeric() || matches!(ch, '.' | '-' | ':' | '[' | ']');
    host.starts_with(|ch: char| ch.is_alphanumeric() || ch == '[')
        && host.chars().all(is_host)
        && !rest.contains(|ch: char| {
            ch.is_whitespace() || matches!(ch, '"' | '\'' | '<' | '>' | '\\' | '`' | '{' | '}')
        })
}
