//! A plain static server on this machine: folders, files and their types, no rewrites. For `make serve` and the tests.

use std::fs;
use std::path::{Component, Path, PathBuf};

use tiny_http::{Header, Request, Response, Server};

/// A server that answers from one folder until it is dropped.
pub struct StaticServer {
    server: Server,
    root: PathBuf,
}

impl StaticServer {
    /// Listens on 127.0.0.1; port 0 takes any that is free.
    ///
    /// # Errors
    /// In Chinese, for the terminal: the port is taken, or the folder is not there.
    pub fn bind(root: &Path, port: u16) -> Result<Self, String> {
        if !root.join("index.html").is_file() {
            return Err(format!("{}：里面没有 index.html\n    怎么办：先运行 make dist", root.display()));
        }
        let server = Server::http(("127.0.0.1", port))
            .map_err(|error| format!("端口 {port} 用不了（{error}）\n    怎么办：关掉占用它的程序，或换一个：make serve PORT=8081"))?;
        Ok(Self { server, root: root.to_path_buf() })
    }

    /// The port it listens on.
    pub fn port(&self) -> u16 {
        self.server.server_addr().to_ip().map_or(0, |address| address.port())
    }

    /// Answers until the program ends; several at once, since a browser may hold one answer back for another.
    pub fn run(&self) {
        let answer_all = || {
            for request in self.server.incoming_requests() {
                // A reader who went away is no concern of the server's.
                let _ = answer(&self.root, request);
            }
        };
        std::thread::scope(|scope| (0..8).for_each(|_| drop(scope.spawn(answer_all))));
    }
}

fn answer(root: &Path, request: Request) -> std::io::Result<()> {
    let url = request.url().to_string();
    let (path, query) = url.split_once('?').unwrap_or((&url, ""));
    let Some(mut file) = resolve(root, path) else { return respond(request, 404, root.join("404.html")) };
    if file.is_dir() {
        if !path.ends_with('/') {
            let to = if query.is_empty() { format!("{path}/") } else { format!("{path}/?{query}") };
            return request.respond(Response::empty(301).with_header(header("Location", &to)));
        }
        file.push("index.html");
    }
    if file.is_file() { respond(request, 200, file) } else { respond(request, 404, root.join("404.html")) }
}

fn respond(request: Request, status: u16, file: PathBuf) -> std::io::Result<()> {
    let body = fs::read(&file).unwrap_or_default();
    let response = Response::from_data(body).with_status_code(status).with_header(header("Content-Type", media_type(&file)));
    request.respond(response.with_header(header("Cache-Control", "no-cache")))
}

/// The file a path names; none if it would leave the folder.
fn resolve(root: &Path, path: &str) -> Option<PathBuf> {
    let relative = PathBuf::from(path.trim_start_matches('/'));
    relative.components().all(|step| matches!(step, Component::Normal(_))).then(|| root.join(relative))
}

/// A header; a value that cannot be one (a path with odd bytes) is left empty.
fn header(name: &'static str, value: &str) -> Header {
    let value = if value.is_ascii() { value } else { "" };
    #[allow(clippy::expect_used, reason = "names are literals, values ASCII")]
    Header::from_bytes(name, value).expect("a literal name and an ASCII value make a header")
}

fn media_type(file: &Path) -> &'static str {
    match file.extension().and_then(|extension| extension.to_str()) {
        Some("html") => "text/html; charset=utf-8",
        Some("css") => "text/css; charset=utf-8",
        Some("js") => "text/javascript; charset=utf-8",
        Some("json") => "application/json",
        Some("wasm") => "application/wasm",
        Some("svg") => "image/svg+xml",
        Some("png") => "image/png",
        Some("csv") => "text/csv; charset=utf-8",
        Some("txt") => "text/plain; charset=utf-8",
        Some("xlsx") => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        _ => "application/octet-stream",
    }
}
