//! The tool: checks the data, drafts annotations for a new report, renders the site, serves it. All
//! files and all words to the terminal are here; what it does is in the library.

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use anyhow::{Context as _, Result, bail};
use clap::{Parser, Subcommand};

use report_explorer::check::{CHECKS, check_with};
use report_explorer::issue::Issue;
use report_explorer::model::{Accounting, Report};
use report_explorer::raster::Rasterizer;
use report_explorer::serve::StaticServer;
use report_explorer::site::{self, Program, SiteFile};
use report_explorer::{draft, files, ingest, lexicon};

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
    /// Drafts annotations.json for a year that has only report.txt.
    Ingest {
        /// The year, a folder in the data.
        year: u16,
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
        Command::Ingest { year, data } => run_ingest(&data, year),
        Command::Render { template, program, data, out } => {
            run_render(&template, &program, &data, &out)
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
    let years = files::years(data).map_err(anyhow::Error::msg)?;
    if years.is_empty() {
        bail!(
            "{}：没有年度文件夹\n    怎么办：建一个以年份命名的文件夹（如 {}/2020），放入 report.txt",
            data.display(),
            data.display()
        );
    }
    let mut reports = Vec::new();
    let mut n_issues = 0;
    for year in years {
        match files::read_year(data, year)
            .map_err(anyhow::Error::msg)
            .map(|source| check_with(&source, lexicon::lexicon_of))
        {
            Ok(Ok(report)) => reports.push(report),
            Ok(Err(issues)) => {
                print_issues(&issues);
                n_issues += issues.len();
            }
            Err(error) => {
                eprintln!("{error}");
                n_issues += 1;
            }
        }
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
        println!(
            "{}年：{n_checks} 项检查通过；{n_numbers} 个数，{n_figures} 个指标，{} 个排除，0 个未交代",
            report.year,
            n_numbers - n_figures
        );
    }
    Ok(())
}

fn run_ingest(data: &Path, year: u16) -> Result<()> {
    let folder = data.join(year.to_string());
    let target = folder.join("annotations.json");
    let report = files::read(&folder.join("report.txt")).map_err(anyhow::Error::msg)?;
    let given = |name: &str, empty: &str| {
        files::read(&data.join(name)).unwrap_or_else(|_| ingest::source::File {
            path: name.to_string(),
            bytes: empty.into(),
        })
    };
    let empty = r#"{"schema": 1, "figures": []}"#;
    let source = ingest::SourceFiles {
        year,
        report,
        annotations: ingest::source::File {
            path: target.display().to_string(),
            bytes: empty.into(),
        },
        terms: given("terms.json", r#"{"terms": []}"#),
        site: given("site.json", r#"{"place": ""}"#),
    };
    let input = match ingest::decode(&source) {
        Ok(input) => input,
        Err(issues) => {
            print_issues(&issues);
            bail!("没有写入任何文件");
        }
    };
    if target.exists() {
        bail!(
            "{} 已经有了，没有覆盖\n    怎么办：用 make check 核对它；要重新起草，先把它改名",
            target.display()
        );
    }
    write_whole(&target, draft::draft(&input).as_bytes())?;
    println!(
        "起草了 {}：给每个数写上名称和领域，把不是指标的移到 exclusions，再运行 make check",
        target.display()
    );
    Ok(())
}

fn run_render(template: &Path, program: &Path, data: &Path, out: &Path) -> Result<()> {
    let reports = read_reports(data)?;
    let program = read_program(template, program)?;
    let rasterizer = Rasterizer::with_system_fonts().map_err(anyhow::Error::msg)?;
    // The reports live as long as the program, as they do in the page.
    let reports: Vec<&'static Report> =
        reports.into_iter().map(|report| &*Box::leak(Box::new(report))).collect();
    let runtime = tokio::runtime::Builder::new_current_thread().build()?;
    let draw = |svg: &str, scale: u32| rasterizer.png(svg, scale);
    let site = tokio::task::LocalSet::new()
        .block_on(&runtime, site::site(&program, &reports, &draw))
        .map_err(anyhow::Error::msg)?;

    let fresh = out.with_extension("new");
    remove(&fresh)?;
    for (path, bytes) in &site {
        write_file(&fresh.join(path), bytes)?;
    }
    remove(out)?;
    std::fs::rename(&fresh, out).with_context(|| format!("{}：不能换成新的", out.display()))?;
    println!("{}：{} 个页面和数据文件", out.display(), site.len());
    report_sizes(&site);
    Ok(())
}

fn read_program(template: &Path, program: &Path) -> Result<Program> {
    let read = |path: PathBuf| {
        std::fs::read(&path).with_context(|| {
            format!("{}：没有这个文件\n    怎么办：在项目文件夹里运行 make dist", path.display())
        })
    };
    let text = |path: PathBuf| {
        String::from_utf8(read(path.clone())?).with_context(|| path.display().to_string())
    };
    Ok(Program {
        template: text(template.to_path_buf())?,
        start_script: text(program.join("start.js"))?,
        single_file_script: text(program.join("single_file.js"))?,
        worker_script: text(program.join("worker.js"))?,
        page_script: text(program.join("page.js"))?,
        page: read(program.join("page.wasm"))?,
        search: read(program.join("search.wasm"))?,
    })
}

/// Says how large the files are that pages load.
fn report_sizes(site: &[SiteFile]) {
    let is_shown = |path: &str| {
        (!path.contains('/') || path.ends_with("/report/index.html"))
            && !path.ends_with(".br")
            && !path.ends_with(".gz")
    };
    for (path, bytes) in site.iter().filter(|(path, _)| is_shown(path)) {
        println!("    {:>8} B  {path}", bytes.len());
    }
}

fn run_serve(dist: &Path, port: u16) -> Result<()> {
    let server = StaticServer::bind(dist, port).map_err(anyhow::Error::msg)?;
    println!("http://127.0.0.1:{}/  （按 Ctrl+C 停止）", server.port());
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
