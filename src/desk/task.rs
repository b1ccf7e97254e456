//! What is too long for the page that a clerk types in: reading a file, checking, rendering. The page
//! writes a [`Task`] as bytes, the worker carries it out and answers with an [`Outcome`]; both are the
//! same program.

use serde::{Deserialize, Serialize};

use super::renew::renew;
use super::work::{Files, editions, pack, source};
use crate::check::{Examined, examine};
use crate::draft;
use crate::extract::{self, Document, Refusal};
use crate::ingest::{self, Input};
use crate::issue::Issue;
use crate::lexicon::lexicon_of;
use crate::model::{Edition, Report};
use crate::site::downloads::Picture;
use crate::site::{self, Program};
use crate::{archive, desk::queue};

/// Something to be done.
#[derive(Serialize, Deserialize)]
pub enum Task {
    /// A file is opened: its text, and what else it says of itself.
    Extract {
        /// The file's name.
        name: String,
        /// Its content.
        bytes: Vec<u8>,
    },
    /// A file that was opened elsewhere: what it says of itself.
    Describe(Document),
    /// The annotations of a year are drafted, or go on from those that are there.
    Draft {
        /// The data.
        files: Files,
        /// The year.
        year: u16,
    },
    /// A year is read and checked.
    Look {
        /// The data.
        files: Files,
        /// The year.
        year: u16,
    },
    /// A year as one file that opens by itself.
    Explorer {
        /// The data.
        files: Files,
        /// The year.
        year: u16,
        /// What is built once for all reports ([`Program`]), as bytes.
        program: Vec<u8>,
    },
    /// The pictures that a site has as PNG.
    Pictures {
        /// The data.
        files: Files,
    },
    /// The whole site, packed.
    Site {
        /// The data.
        files: Files,
        /// What is built once for all reports, as bytes, and the desk's two modules.
        program: [Vec<u8>; 3],
        /// The pictures as PNG, in the order of [`Task::Pictures`].
        drawn: Vec<Vec<u8>>,
    },
}

/// What became of a task.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Outcome {
    /// A file's text.
    Extracted(Extracted),
    /// `annotations.json`, and what the editor wrote that the text does not bear out.
    Drafted(String, Vec<String>),
    /// A report, and what is wrong in its data.
    Looked {
        /// The report as [`archive::read`] reads it.
        report: Vec<u8>,
        /// What the checks say.
        findings: Vec<Finding>,
        /// What should be looked at once more.
        warnings: Vec<Finding>,
    },
    /// A file.
    File(Vec<u8>),
    /// Pictures to be drawn.
    Pictures(Vec<Picture>),
    /// It cannot be done.
    Refused(Finding),
}

/// What a file says.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Extracted {
    /// Its text.
    pub text: String,
    /// The year it reports on, where it says so.
    pub year: Option<u16>,
    /// Whose report it is.
    pub place: String,
    /// What was left out, joined or moved, alike notes together.
    pub notes: Vec<(String, u32)>,
}

/// One thing that is wrong, and the way out.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Finding {
    /// Name of the check; empty where it is none.
    pub check: String,
    /// File and line; empty where there is none.
    pub place: String,
    /// What is wrong.
    pub problem: String,
    /// What to do.
    pub remedy: String,
}

impl From<&Issue> for Finding {
    fn from(issue: &Issue) -> Self {
        Self {
            check: issue.check.to_string(),
            place: format!("{}:{}", issue.file, issue.line),
            problem: issue.problem.clone(),
            remedy: issue.remedy.clone(),
        }
    }
}

impl From<Refusal> for Finding {
    fn from(Refusal { file, problem, remedy }: Refusal) -> Self {
        Self { check: String::new(), place: file, problem, remedy }
    }
}

impl From<String> for Finding {
    fn from(problem: String) -> Self {
        Self { problem, ..Self::default() }
    }
}

/// Carries out the task that these bytes are; the outcome as bytes.
pub async fn perform_bytes(task: &[u8]) -> Vec<u8> {
    let outcome = match postcard::from_bytes(task) {
        Ok(task) => perform(task).await,
        Err(_) => Outcome::Refused(Finding::default()),
    };
    // Plain values are always written to memory.
    postcard::to_allocvec(&outcome).unwrap_or_default()
}

/// Carries a task out.
pub async fn perform(task: Task) -> Outcome {
    match task {
        Task::Extract { name, bytes } => match extract::read(&name, &bytes) {
            Ok(document) => Outcome::Extracted(extracted(&document)),
            Err(refusal) => Outcome::Refused(refusal.into()),
        },
        Task::Describe(document) => Outcome::Extracted(extracted(&document)),
        Task::Draft { files, year } => drafted(&files, year),
        Task::Look { files, year } => looked(&files, year),
        Task::Explorer { files, year, program } => {
            let Some((report, program)) =
                report(&files, Edition::of_year(year)).zip(Program::read(&program))
            else {
                return Outcome::Refused(Finding::default());
            };
            file(site::explorer(&program, report).await)
        }
        Task::Pictures { files } => Outcome::Pictures(site::pictures(&reports(&files))),
        Task::Site { files, program, drawn } => {
            let [program, desk, pdf] = program;
            let Some(program) =
                Program::read(&program).and_then(|program| program.whole(desk, pdf))
            else {
                return Outcome::Refused(Finding::default());
            };
            let reports = reports(&files);
            let pictures: Vec<(Picture, Vec<u8>)> =
                site::pictures(&reports).into_iter().zip(drawn).collect();
            let draw = |svg: &str, _: u32| {
                let drawn = pictures.iter().find(|(picture, _)| picture.svg == svg);
                drawn.map(|(_, png)| png.clone()).ok_or_else(|| "有一张图没有画成".to_string())
            };
            let data = pack(&files);
            file(
                site::site(&program, &reports, data, &draw, site::packed_programs)
                    .await
                    .map(|files| pack(&files)),
            )
        }
    }
}

fn file(made: Result<Vec<u8>, String>) -> Outcome {
    made.map_or_else(|refusal| Outcome::Refused(refusal.into()), Outcome::File)
}

fn extracted(document: &Document) -> Extracted {
    let report = ingest::ingest(&Input { text: document.text.clone(), ..Input::default() });
    Extracted {
        text: document.text.clone(),
        year: Some(report.year).filter(|year| *year > 0),
        place: report.issuing_place(),
        notes: document.counted_notes(),
    }
}

fn drafted(files: &Files, year: u16) -> Outcome {
    let source = source(files, Edition::of_year(year));
    let mut input = match ingest::decode(&source) {
        Ok(input) => input,
        Err(issues) => return refused(&issues),
    };
    let mut draft = draft::merge(&input, &String::from_utf8_lossy(&source.annotations.bytes));
    // What a number is called stays when the number is corrected. A clerk cannot mend what a corrected text has
    // no place for: it is told, and drafted anew.
    let unsupported = std::mem::take(&mut draft.unsupported);
    let mut told = Vec::new();
    if !unsupported.is_empty() {
        let (report, numbers) = (ingest::ingest(&input), ingest::numbers_of(&input));
        for (unsupported, words) in &unsupported {
            let renewed = renew(&mut input.annotations, unsupported, |quote| {
                draft::changed_quote(&report, &numbers, quote)
            });
            told.push(renewed.unwrap_or_else(|| words.clone()));
        }
        draft = draft::merge(&input, &draft::annotations_json(&input.annotations));
    }
    let Ok(mut annotations) = serde_json::from_str(&draft.json) else {
        return Outcome::Refused(Finding::default());
    };
    queue::open_all(&mut annotations, &input.annotations);
    Outcome::Drafted(draft::annotations_json(&annotations), told)
}

fn refused(issues: &[Issue]) -> Outcome {
    Outcome::Refused(issues.first().map(Finding::from).unwrap_or_default())
}

fn looked(files: &Files, year: u16) -> Outcome {
    match examine(&source(files, Edition::of_year(year)), lexicon_of) {
        Ok(Examined { report, issues, warnings }) => {
            let findings = |issues: &[Issue]| issues.iter().map(Finding::from).collect();
            Outcome::Looked {
                report: archive::write(&report),
                findings: findings(&issues),
                warnings: findings(&warnings),
            }
        }
        Err(issues) => refused(&issues),
    }
}

/// A report. It lives as long as the worker, as that of a page does.
fn report(files: &Files, edition: Edition) -> Option<&'static Report> {
    let mut report = ingest::ingest(&ingest::decode(&source(files, edition)).ok()?);
    report.lexicon = lexicon_of(&report);
    Some(Box::leak(Box::new(report)))
}

/// All reports, the home page's first.
fn reports(files: &Files) -> Vec<&'static Report> {
    editions(files).into_iter().filter_map(|edition| report(files, edition)).collect()
}
