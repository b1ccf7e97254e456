//! Worker and manifest: what they name is there, and any change is another version.

use report_explorer::model::Report;
use report_explorer::site::Program;
use report_explorer::site::SiteFile;
use report_explorer::site::assets::Assets;
use report_explorer::site::offline::files;

fn assets() -> Assets {
    let scripts = Program {
        start_script: "start".to_string(),
        page_script: "page".to_string(),
        ..Program::default()
    };
    Assets::of(&scripts, b"page".to_vec(), b"search".to_vec())
}

fn site() -> Vec<SiteFile> {
    let paths = [
        "index.html",
        "2020/report/index.html",
        "2020/figures/one/index.html",
        "2019/data/report.postcard",
    ];
    paths.map(|path| (path.to_string(), path.as_bytes().to_vec())).into()
}

fn version(report: &Report, site: &[SiteFile]) -> String {
    let (_, worker) = files(report, "", &assets(), site).swap_remove(0);
    let worker = String::from_utf8(worker).expect("UTF-8");
    worker
        .strip_prefix("const VERSION=\"")
        .and_then(|rest| rest.split('"').next())
        .expect("it begins with its version")
        .to_string()
}

#[test]
fn a_changed_page_or_year_is_another_version_and_nothing_else_is() {
    let report = super::wuzhou();
    let known = version(&report, &site());
    let changed = |path: &str| {
        let mut site = site();
        site.iter_mut().filter(|(known, _)| known == path).for_each(|(_, bytes)| bytes.push(b'!'));
        version(&report, &site)
    };
    assert_eq!(version(&report, &site()), known);
    assert_ne!(changed("index.html"), known);
    assert_ne!(changed("2020/report/index.html"), known);
    assert_ne!(changed("2019/data/report.postcard"), known);
    assert_eq!(changed("2020/figures/one/index.html"), known);
}

#[test]
fn the_worker_names_every_file_of_the_program_and_the_main_pages() {
    let made = files(&super::wuzhou(), "", &assets(), &site());
    let worker = String::from_utf8(made[0].1.clone()).expect("UTF-8");
    let assets = assets();
    let program = assets.of_program().map(|asset| asset.name.as_str());
    let pages = ["2020/report/", "2020/figures/", "2020/charts/", "2020/search/", "about/"];
    for name in program.into_iter().chain(pages) {
        assert!(worker.contains(&format!("\"{name}\"")), "{name}");
    }
}

#[test]
fn the_manifest_has_relative_addresses_and_an_icon_that_is_there() {
    let made = files(&super::wuzhou(), "", &assets(), &site());
    let (_, manifest) =
        made.iter().find(|(path, _)| path == "manifest.webmanifest").expect("it is made");
    let manifest: serde_json::Value = serde_json::from_slice(manifest).expect("JSON");
    assert_eq!(manifest["name"], "梧州市法治政府建设报告");
    assert_eq!(manifest["start_url"], "./");
    let icon = manifest["icons"][0]["src"].as_str().expect("an icon");
    assert!(made.iter().any(|(path, bytes)| path == icon && bytes.starts_with(b"<svg")), "{icon}");
}
