//! A static server for this machine, for `make serve` and the tests. Plain on purpose, so that what
//! works on it works on any server: folders, files and their types, no rewrites.

use std::net::TcpListener;
use std::path::{Path, PathBuf};

use axum::Router;
use tower_http::services::{ServeDir, ServeFile};

/// A server for one folder, bound to its port.
pub struct StaticServer {
    listener: TcpListener,
    root: PathBuf,
}

impl StaticServer {
    /// Listens on 127.0.0.1; port 0 takes any free one.
    ///
    /// # Errors
    /// A message in Chinese for the terminal: the port is taken, or the folder holds no site.
    pub fn bind(root: &Path, port: u16) -> Result<Self, String> {
        if !root.join("index.html").is_file() {
            return Err(format!(
                "{}：里面没有 index.html\n    怎么办：先运行 make dist",
                root.display()
            ));
        }
        let listener = TcpListener::bind(("127.0.0.1", port))
            .map_err(|error| format!("端口 {port} 用不了（{error}）\n    怎么办：关掉占用它的程序，或换一个：make serve PORT=8081"))?;
        Ok(Self { listener, root: root.to_path_buf() })
    }

    /// The port it listens on.
    pub fn port(&self) -> u16 {
        self.listener.local_addr().map_or(0, |address| address.port())
    }

    /// Answers until the program ends.
    ///
    /// # Errors
    /// The system's error when it can no longer listen.
    pub fn run(self) -> std::io::Result<()> {
        let files =
            ServeDir::new(&self.root).not_found_service(ServeFile::new(self.root.join("404.html")));
        let runtime = tokio::runtime::Builder::new_current_thread().enable_io().build()?;
        runtime.block_on(async {
            self.listener.set_nonblocking(true)?;
            let listener = tokio::net::TcpListener::from_std(self.listener)?;
            axum::serve(listener, Router::new().fallback_service(files)).await
        })
    }
}
