//! The program that a site is made of: scripts, modules and the frame of its pages, the same for every
//! report; as one file, the desk makes other sites of it.

use serde::{Deserialize, Serialize};

use super::lzma;

/// What is built once for all reports. The site carries it as files: with them the desk makes others.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct Program {
    /// `index.html`.
    pub template: String,
    /// The script in the head of every page.
    pub head_script: String,
    /// The script behind it that asks for the search program.
    pub search_ahead_script: String,
    /// The script that starts the page.
    pub start_script: String,
    /// The script in front of it in the single file.
    pub single_file_script: String,
    /// The script behind that one which unpacks the programs.
    pub unpack_script: String,
    /// The service worker without its list of files.
    pub worker_script: String,
    /// The page program's script, by wasm-bindgen.
    pub page_script: String,
    /// The script that starts the desk.
    pub desk_script: String,
    /// The script of its worker.
    pub desk_worker_script: String,
    /// The desk program's script, by wasm-bindgen.
    pub desk_program_script: String,
    /// The modules, none with a report in it.
    #[serde(skip)]
    pub modules: Modules,
    /// What of it is packed.
    pub packed: Packed,
}

/// The programs that readers load, packed as small as can be.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct Packed {
    /// What the single file holds, in one stream, since they are alike: how many bytes the page and the search program
    /// are, those two, and [`Program::scripts`].
    pub programs: Vec<u8>,
    /// The archive program.
    pub archive: Vec<u8>,
}

/// The programs, as WebAssembly.
#[derive(Clone, Debug, Default)]
pub struct Modules {
    /// The page program.
    pub page: Vec<u8>,
    /// The search program.
    pub search: Vec<u8>,
    /// The archive program.
    pub archive: Vec<u8>,
    /// The desk program.
    pub desk: Vec<u8>,
    /// The program that reads PDF files.
    pub pdf: Vec<u8>,
}

impl Program {
    /// The program with what readers load packed as small as can be.
    pub fn packed(self) -> Self {
        let Modules { page, search, archive, .. } = &self.modules;
        let [n_page, n_search] = [page, search].map(|module| (module.len() as u32).to_le_bytes());
        let scripts = self.scripts();
        let programs: [&[u8]; 5] = [&n_page, &n_search, page, search, scripts.as_bytes()];
        let packed =
            Packed { programs: lzma::pack(&programs.concat()), archive: lzma::pack(archive) };
        Self { packed, ..self }
    }

    /// The scripts that the single file unpacks: the page program's, and the one that starts the page.
    pub(super) fn scripts(&self) -> String {
        [self.page_script.as_str(), &self.start_script].concat()
    }

    /// Whether the desk's programs are there; without them its page says that it cannot be used.
    pub fn has_desk(&self) -> bool {
        !self.modules.desk.is_empty()
    }

    /// All of it but the modules as bytes.
    pub fn file(&self) -> Vec<u8> {
        // Plain structs are always written to memory.
        postcard::to_allocvec(self).unwrap_or_default()
    }

    /// The program in these bytes, without its modules; none if they are of another version.
    pub fn read(bytes: &[u8]) -> Option<Self> {
        postcard::from_bytes(bytes).ok()
    }

    /// The program with its modules, of which the desk's two lie in files of their own.
    pub fn whole(self, desk: Vec<u8>, pdf: Vec<u8>) -> Option<Self> {
        let programs = lzma::unpack(&self.packed.programs)?;
        let (n_page, programs) = programs.split_first_chunk()?;
        let (n_search, programs) = programs.split_first_chunk()?;
        let (page, programs) = programs.split_at_checked(u32::from_le_bytes(*n_page) as usize)?;
        let search = programs.get(..u32::from_le_bytes(*n_search) as usize)?;
        let modules = Modules {
            page: page.to_vec(),
            search: search.to_vec(),
            archive: lzma::unpack(&self.packed.archive)?,
            desk,
            pdf,
        };
        Some(Self { modules, ..self })
    }
}
