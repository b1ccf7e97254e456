//! Servers as hosts have them, for the site as it was built: folders without a redirect, and brotli for
//! some kinds of files or none.

use std::io::{BufRead as _, BufReader, Write as _};
use std::net::TcpListener;

use crate::chromium::dist;

/// Starts a server that gives a folder's page for the folder's name, without a redirect, as object
/// storage does, and files of these endings as brotli; answers its port.
pub(crate) fn start_server(brotli: &'static [&'static str]) -> u16 {
    let listener = TcpListener::bind(("127.0.0.1", 0)).expect("a free port");
    let port = listener.local_addr().expect("bound").port();
    std::thread::spawn(move || {
        for mut stream in listener.incoming().flatten() {
            std::thread::spawn(move || {
                let mut request = String::new();
                let _ = BufReader::new(&stream).read_line(&mut request);
                let path = request.split([' ', '?']).nth(1).unwrap_or("/").trim_matches('/');
                let file = dist().join(path);
                let file = if file.is_dir() { file.join("index.html") } else { file };
                let ending = file.extension().and_then(|ending| ending.to_str());
                let kind = match ending {
                    Some("html") => "text/html; charset=utf-8",
                    Some("js") => "text/javascript",
                    Some("css") => "text/css",
                    _ => "application/octet-stream",
                };
                let is_packed = ending.is_some_and(|ending| brotli.contains(&ending));
                let (file, encoding) = match is_packed {
                    true => (format!("{}.br", file.display()).into(), "Content-Encoding: br\r\n"),
                    false => (file, ""),
                };
                let (status, bytes) = match std::fs::read(&file) {
                    Ok(bytes) => ("200 OK", bytes),
                    Err(_) => ("404 Not Found", Vec::new()),
                };
                let length = bytes.len();
                let head = format!(
                    "HTTP/1.1 {status}\r\nContent-Type: {kind}\r\nContent-Length: {length}\r\n{encoding}Connection: close\r\n\r\n"
                );
                let _ = stream.write_all(head.as_bytes()).and_then(|()| stream.write_all(&bytes));
            });
        }
    });
    port
}
