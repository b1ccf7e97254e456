//! The program that a site is made of: scripts, modules and the frame of its pages, the same for every
//! report; as one file, the desk makes other sites of it.

use serde::{Deserialize, Serialize};

use super::gzip;

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
    /// The page and the search program as gzip, for the single file, and the archive program.
    pub packed: [Vec<u8>; 3],
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
        let packed = [page, search, archive].map(|module| gzip::pack(module));
        Self { packed, ..self }
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
        let [page, search, archive] = self.packed.each_ref().map(|packed| gzip::unpack(packed));
        let modules = Modules { page: page?, search: search?, archive: archive?, desk, pdf };
        Some(Self { modules, ..self })
    }
}
