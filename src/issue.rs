//! One thing that is wrong in the data and what to do about it, as the terminal prints it. Reading
//! the files and checking them both answer with issues.

/// Something wrong in the data.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Issue {
    /// The file, as the messages name it.
    pub file: String,
    /// Line in it, from 1.
    pub line: usize,
    /// Name of the check.
    pub check: &'static str,
    /// What is wrong.
    pub problem: String,
    /// What to do.
    pub remedy: String,
}

impl Issue {
    /// An issue at a line of a file.
    pub fn new(check: &'static str, file: &str, line: usize, problem: &str, remedy: &str) -> Self {
        Self {
            file: file.to_string(),
            line,
            check,
            problem: problem.to_string(),
            remedy: remedy.to_string(),
        }
    }
}

impl std::fmt::Display for Issue {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let Self { file, line, check, problem, remedy } = self;
        write!(out, "{file}:{line}: {problem}\n    怎么办：{remedy}（{check}）")
    }
}
