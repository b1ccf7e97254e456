//! The tool: reads report files, checks data, drafts annotations, renders the site, serves it. All files
//! and all words to the terminal are here; what it does is in the library.

use std::convert::Infallible;
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use anyhow::{Context as _, Result, bail};
use clap::{Parser, Subcommand};
use report_explorer::check::{CHECKS, Examined, examine};
use report_explorer::desk::work::pack;
use report_explorer::issue::Issue;
use report_explorer::kept::Kept;
use report_explorer::model::{Accounting, Edition, Report};
use report_explorer::raster::Rasterizer;
use report_explorer::serve::StaticServer;
use report_explorer::site::{self, SiteFile, compress::compressed_or_kept};
use report_explorer::{compare, draft, extract, files, ingest, lexicon};

/// Says what was done; whoever listened may have gone (`… | head`), which is no failure.
macro_rules! say {
    ($($words:tt)*) => { drop(writeln!(std::io::stdout(), $($words)*)) };
}

/// Turns a government's yearly report into an explorer.
#[derive(Parser)]
struct Arguments {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Checks the data of every year and says all that is wrong.
    Check {
        /// Folder with the data.
        #[arg(long, default_value = "data")]
        data: PathBuf,
    },
    /// Prints what a report file says as one JSON object: text, outline, numbers, notes.
    Extract {
        /// The file: .docx, .pdf, .html, .ofd or .txt.
        file: PathBuf,
    },
    /// Reads a report file into a year of the data and drafts annotations.json; what an editor wrote
    /// there stays.
    Ingest {
        /// The report's folder in the data: a year, or a place and a year (luohu/2022).
        #[arg(value_parser = parse_edition, value_name = "YEAR")]
        edition: Edition,
        /// The report's file; without it, the year's report.txt.
        #[arg(long)]
        report: Option<PathBuf>,
        /// Folder with the data.
        #[arg(long, default_value = "data")]
        data: PathBuf,
    },
    /// Renders every page and data file around the programs.
    Render {
        /// The frame of every page.
        #[arg(long, default_value = "index.html")]
        template: PathBuf,
        /// The programs, optimized: `page.wasm` and `search.wasm`, and their scripts.
        #[arg(long, default_value = "target/program")]
        program: PathBuf,
        /// Folder with the data.
        #[arg(long, default_value = "data")]
        data: PathBuf,
        /// The site; replaced as a whole.
        #[arg(long, default_value = "dist")]
        out: PathBuf,
        /// Leaves the desk out, whose programs take as long to build as all others together.
        #[arg(long)]
        without_desk: bool,
        /// Pictures and compressed files that were made before.
        #[arg(long, default_value = "target/kept")]
        kept: PathBuf,
    },
    /// Serves the site from this machine to this machine.
    Serve {
        /// The site.
        #[arg(long, default_value = "dist")]
        dist: PathBuf,
        /// Port on 127.0.0.1.
        #[arg(long, default_value_t = 8080)]
        port: u16,
    },
}

fn main() -> ExitCode {
    let result = match Arguments::parse().command {
        Command::Check { data } => run_check(&data),
        Command::Extract { file } => return run_extract(&file),
        Command::Ingest { edition, report, data } => run_ingest(&data, edition, report.as_deref()),
        Command::Render { template, program, data, out, without_desk, kept } => {
            run_render(&template, &program, &data, &out, &kept, !without_desk)
        }
        Command::Serve { dist, port } => run_serve(&dist, port),
    };
    match result {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("错误：{error:#}");
            ExitCode::FAILURE
        }
    }
}

/// The reports of every year, newest first; on failure every issue of every year has been printed.
fn read_reports(data: &Path) -> Result<Vec<Report>> {
    let editions = files::editions(data).map_err(anyhow::Error::msg)?;
    if editions.is_empty() {
        let data = data.display();
        bail!(
            "{data}：没有年度文件夹\n    怎么办：建一个以年份命名的文件夹（如 {data}/2020），放入 report.txt"
        );
    }
    let mut reports = Vec::new();
    let mut n_issues = 0;
    for edition in editions {
        match files::read_edition(data, edition)
            .map_err(anyhow::Error::msg)
            .map(|source| examine(&source, lexicon::lexicon_of))
        {
            Ok(Ok(Examined { report, issues, warnings })) if issues.is_empty() => {
                for warning in warnings {
                    eprintln!("注意（不影响发布）：{warning}\n");
                }
                reports.push(report);
            }
            Ok(Ok(Examined { issues, .. }) | Err(issues)) => {
                print_issues(&issues);
                n_issues += issues.len();
            }
            Err(error) => {
                eprintln!("{error}");
                n_issues += 1;
            }
        }
    }
    // What they say of each other, once each can be read.
    if n_issues == 0 {
        let file =
            |report: &Report| format!("{}/{}/annotations.json", data.display(), report.edition());
        let found = compare::issues(&reports, file);
        print_issues(&found);
        n_issues = found.len();
    }
    if n_issues > 0 {
        bail!("数据里有 {n_issues} 处要改，见上；没有写入任何文件");
    }
    Ok(reports)
}

fn print_issues(issues: &[Issue]) {
    for issue in issues {
        eprintln!("{issue}");
    }
}

fn run_check(data: &Path) -> Result<()> {
    for report in read_reports(data)? {
        let n_figures = report
            .numbers
            .iter()
            .filter(|number| matches!(number.accounting, Accounting::Figure(_)))
            .count();
        let (n_numbers, n_checks) = (report.numbers.len(), CHECKS.len());
        say!(
            "{}：{n_checks} 项检查通过；{n_numbers} 个数，{n_figures} 个指标，{} 个排除，0 个未交代",
            report.edition(),
            n_numbers - n_figures
        );
    }
    Ok(())
}

/// Exits with 2 and one message where there is no result.
fn run_extract(file: &Path) -> ExitCode {
    match read_document(file) {
        Ok(document) => {
            // Whoever reads it may stop reading.
            let json = extract::contract::json(&document);
            match std::io::stdout().write_all(json.as_bytes()) {
                Err(error) if error.kind() != std::io::ErrorKind::BrokenPipe => {
                    eprintln!("错误：写不出去：{error}");
                    ExitCode::FAILURE
                }
                _ => ExitCode::SUCCESS,
            }
        }
        Err(error) => {
            eprintln!("错误：{error:#}");
            ExitCode::from(2)
        }
    }
}

fn read_document(file: &Path) -> Result<extract::Document> {
    let bytes = files::read(file).map_err(anyhow::Error::msg)?.bytes;
    extract::read(&file.display().to_string(), &bytes).map_err(anyhow::Error::msg)
}

fn parse_edition(path: &str) -> Result<Edition, String> {
    let remedy = "写年份（2021），或地区的文件夹和年份（luohu/2021）";
    Edition::parse(path).ok_or_else(|| remedy.to_string())
}

fn run_ingest(data: &Path, edition: Edition, report: Option<&Path>) -> Result<()> {
    let (place, year) = (edition.place.name(), edition.year);
    let folder = data.join(edition.to_string());
    let (text_path, target) = (folder.join("report.txt"), folder.join("annotations.json"));
    let document = report.map(read_document).transpose()?;
    let text = match (&document, report) {
        // What is wrong with the text is wrong in the file it comes from.
        (Some(document), Some(report)) => ingest::source::File {
            path: report.display().to_string(),
            bytes: document.text.clone().into_bytes(),
        },
        _ => files::read(&text_path).map_err(anyhow::Error::msg)?,
    };
    let given = |path: PathBuf, empty: &str| {
        files::read(&path).unwrap_or_else(|_| ingest::source::File {
            path: path.display().to_string(),
            bytes: empty.into(),
        })
    };
    let own = data.join(place).join("site.json");
    let source = ingest::SourceFiles {
        folder: place.to_string(),
        year,
        report: text,
        annotations: given(target.clone(), r#"{"schema": 1, "figures": []}"#),
        terms: given(data.join("terms.json"), r#"{"terms": []}"#),
        site: given(data.join("site.json"), r#"{"place": ""}"#),
        words: given(data.join("words.json"), ""),
        place: if place.is_empty() {
            Default::default()
        } else {
            given(own.clone(), r#"{"place": ""}"#)
        },
    };
    let input = match ingest::decode(&source) {
        Ok(input) => input,
        Err(issues) => {
            print_issues(&issues);
            bail!("没有写入任何文件");
        }
    };
    if !ingest::names_year(&input.text, year) {
        eprintln!(
            "{}：报告里没有提到 {year} 年\n    怎么办：核对命令里的 YEAR；它是报告所说的年份，不是发布的年份",
            source.report.path
        );
    }
    let before = String::from_utf8_lossy(&source.annotations.bytes);
    let before = if target.exists() { before.as_ref() } else { "" };
    let draft = draft::merge(&input, before);
    if let Some(document) = &document {
        print_notes(document);
        write_whole(&text_path, document.text.as_bytes())?;
        say!("写入了 {}", text_path.display());
    }
    write_whole(&target, draft.json.as_bytes())?;
    if !own.exists() {
        let name = ingest::ingest(&input).issuing_place();
        let name = if name.is_empty() { place } else { &name };
        let site = serde_json::json!({ "place": name });
        write_whole(&own, format!("{site:#}\n").as_bytes())?;
        say!("写入了 {}：地区名是“{name}”，不对就改", own.display());
    }
    for (_, problem) in &draft.unsupported {
        eprintln!("{}: {problem}\n    怎么办：对照新的原文改引文，或删去这一项", target.display());
    }
    let kept = if before.is_empty() { "起草了" } else { "保留原有标注，补充了" };
    say!(
        "{kept} {}：新增 {} 个待核对的数，{} 项标注与原文对不上；写好名称和领域，把不是指标的移到 exclusions，再运行 make check",
        target.display(),
        draft.n_new,
        draft.unsupported.len()
    );
    Ok(())
}

/// What was not taken down as it stood, alike notes together.
fn print_notes(document: &extract::Document) {
    for (what, times) in document.counted_notes() {
        let times = if times > 1 { format!("（{times} 处）") } else { String::new() };
        say!("· {what}{times}");
    }
}

fn run_render(
    template: &Path,
    program: &Path,
    data: &Path,
    out: &Path,
    kept: &Path,
    with_desk: bool,
) -> Result<()> {
    let reports = read_reports(data)?;
    let archive = pack(&files::all(data).map_err(anyhow::Error::msg)?);
    let program = files::program(template, program, with_desk).map_err(anyhow::Error::msg)?;
    let rasterizer = Rasterizer::with_system_fonts().map_err(anyhow::Error::msg)?;
    // The reports live as long as the program, as they do in the page.
    let reports: Vec<&'static Report> =
        reports.into_iter().map(|report| &*Box::leak(Box::new(report))).collect();
    let runtime = tokio::runtime::Builder::new_current_thread().build()?;
    let kept = Kept::at(kept);
    let draw = |svg: &str, scale: u32| {
        kept.get(&format!("{scale}.png"), svg.as_bytes(), || rasterizer.png(svg, scale))
    };
    let keep = |way: &str, from: &[u8], make: &dyn Fn() -> Vec<u8>| {
        kept.get(way, from, || Ok::<_, Infallible>(make())).unwrap_or_else(|never| match never {})
    };
    let compress = |files: &[SiteFile]| compressed_or_kept(files, &keep);
    let site = tokio::task::LocalSet::new()
        .block_on(&runtime, site::site(&program, &reports, archive, &draw, compress))
        .map_err(anyhow::Error::msg)?;
    kept.trim();

    let fresh = out.with_extension("new");
    remove(&fresh)?;
    for (path, bytes) in &site {
        write_file(&fresh.join(path), bytes)?;
    }
    remove(out)?;
    std::fs::rename(&fresh, out).with_context(|| format!("{}：不能换成新的", out.display()))?;
    say!("{}：{} 个页面和数据文件", out.display(), site.len());
    report_sizes(&site);
    Ok(())
}

/// Says how large the files are that pages load.
fn report_sizes(site: &[SiteFile]) {
    let is_shown = |path: &str| {
        (!path.contains('/') || path.ends_with("/report/index.html"))
            && !path.ends_with(".br")
            && !path.ends_with(".gz")
    };
    for (path, bytes) in site.iter().filter(|(path, _)| is_shown(path)) {
        say!("    {:>8} B  {path}", bytes.len());
    }
}

fn run_serve(dist: &Path, port: u16) -> Result<()> {
    let server = StaticServer::bind(dist, port).map_err(anyhow::Error::msg)?;
    say!("http://127.0.0.1:{}/  （按 Ctrl+C 停止）", server.port());
    Ok(server.run()?)
}

fn write_file(path: &Path, bytes: &[u8]) -> Result<()> {
    if let Some(folder) = path.parent() {
        std::fs::create_dir_all(folder)
            .with_context(|| format!("{}：建不了文件夹", folder.display()))?;
    }
    std::fs::write(path, bytes)
        .with_context(|| format!("{}：写不进去（磁盘满了，或没有权限）", path.display()))
}

/// Writes a file that is either all there or not at all.
fn write_whole(path: &Path, bytes: &[u8]) -> Result<()> {
    let fresh = path.with_extension("new");
    write_file(&fresh, bytes)?;
    std::fs::rename(&fresh, path).with_context(|| path.display().to_string())
}

fn remove(folder: &Path) -> Result<()> {
    match std::fs::remove_dir_all(folder) {
        Err(error) if error.kind() != std::io::ErrorKind::NotFound => {
            Err(error).with_context(|| format!("{}：删不掉", folder.display()))
        }
        _ => Ok(()),
    }
}
