//! What takes long to make (pictures, compressed files) is kept by what it was made of, so that a site of many
//! reports is made anew only where something has changed. Native only; what cannot be kept is made again.

use std::path::{Path, PathBuf};
use std::time::SystemTime;

use sha2::{Digest as _, Sha256};

/// Bytes that are kept at most; what was not used for the longest time goes first.
const MOST_BYTES: u64 = 1 << 30;

/// A folder of made files, each called by what it was made of.
pub struct Kept {
    folder: PathBuf,
    /// The program that makes them: another one may make others.
    maker: Vec<u8>,
}

impl Kept {
    /// What is kept in `folder`, which need not be there.
    pub fn at(folder: &Path) -> Self {
        let program = std::env::current_exe().and_then(|path| path.metadata());
        let maker = program.map(|known| {
            let built = known.modified().ok();
            let built = built.and_then(|at| at.duration_since(SystemTime::UNIX_EPOCH).ok());
            let built = built.map_or(0, |since| since.as_nanos());
            [known.len().to_le_bytes().to_vec(), built.to_le_bytes().to_vec()].concat()
        });
        Self { folder: folder.to_path_buf(), maker: maker.unwrap_or_default() }
    }

    /// What `make` makes `from` these bytes, in a way that is called `way`.
    ///
    /// # Errors
    /// Those of `make`.
    pub fn get<E>(
        &self,
        way: &str,
        from: &[u8],
        make: impl FnOnce() -> Result<Vec<u8>, E>,
    ) -> Result<Vec<u8>, E> {
        let mut name = Sha256::new();
        for part in [&self.maker[..], way.as_bytes(), from] {
            name.update(part.len().to_le_bytes());
            name.update(part);
        }
        let name = name.finalize().iter().map(|byte| format!("{byte:02x}")).collect::<String>();
        let path = self.folder.join(name);
        if let Ok(bytes) = std::fs::read(&path) {
            let file = std::fs::File::options().append(true).open(&path);
            let _ = file.and_then(|file| file.set_modified(SystemTime::now()));
            return Ok(bytes);
        }
        let made = make()?;
        let fresh = path.with_extension(format!("{}", std::process::id()));
        // Several may make the same at once: each writes a file of its own and puts it there whole.
        let _ = std::fs::create_dir_all(&self.folder)
            .and_then(|()| std::fs::write(&fresh, &made))
            .and_then(|()| std::fs::rename(&fresh, &path));
        Ok(made)
    }

    /// Lets go what is more than may be kept.
    pub fn trim(&self) {
        let files = std::fs::read_dir(&self.folder).into_iter().flatten().flatten();
        let mut files: Vec<(SystemTime, u64, PathBuf)> = files
            .filter_map(|file| {
                let known = file.metadata().ok()?;
                Some((known.modified().ok()?, known.len(), file.path()))
            })
            .collect();
        files.sort();
        let mut n_bytes: u64 = files.iter().map(|(_, length, _)| length).sum();
        for (_, length, path) in files {
            if n_bytes <= MOST_BYTES {
                break;
            }
            if std::fs::remove_file(path).is_ok() {
                n_bytes -= length;
            }
        }
    }
}
