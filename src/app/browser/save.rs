//! Saving: files made here are handed to the browser, and what in-app browsers and frames do not
//! allow is known before it is tried.

use js_sys::Array;
use wasm_bindgen::JsCast;
use web_sys::{Blob, BlobPropertyBag, HtmlAnchorElement, Url};

use super::{after, window};

/// What the browsers inside apps call themselves that drop a download without a word. The names are
/// those of github.com/matomo-org/device-detector (regexes/client); `discover/` is Xiaohongshu's and
/// `NewsArticle/` Toutiao's; `; wv)` stands in every WebView of Android (Compatibility Definition
/// Document, 3.4.1, C-1-3).
const DROP_DOWNLOADS: &[&str] = &[
    "; wv)",
    "MicroMessenger",
    "wxwork/",
    "QQ/",
    "MQQBrowser",
    "UCBrowser",
    "Weibo",
    "DingTalk",
    "AlipayClient",
    "AliApp(",
    "baiduboxapp",
    "NewsArticle/",
    "aweme",
    "Lark/",
    "discover/",
    "XiaoHongShu",
];

/// Milliseconds that a file stays in memory after it is shown no more, so that a save that has begun
/// can end.
const KEPT_MS: u32 = 60_000;

/// Whether the browser drops downloads: a picture on the screen can be saved there by a long press,
/// and a text can be copied.
pub fn drops_downloads() -> bool {
    let agent =
        window().and_then(|window| window.navigator().user_agent().ok()).unwrap_or_default();
    // Apps on iOS show pages in a WKWebView, which leaves out what Safari and other browsers say.
    let is_web_view = agent.contains("AppleWebKit/") && !agent.contains("Safari/");
    is_web_view || DROP_DOWNLOADS.iter().any(|name| agent.contains(name))
}

/// Whether the page stands in a frame, whose host may forbid downloads without a word.
pub fn is_framed() -> bool {
    let Some(window) = window() else { return false };
    // Another origin's `top` can be compared, not looked into.
    window.top().map_or(true, |top| top.is_none_or(|top| top != window))
}

/// The address of a file made here. The file stays in memory as long as this value does.
#[derive(Debug, PartialEq)]
pub struct FileAddress(String);

impl FileAddress {
    /// An address that needs nothing kept: of the site, or with the file in it.
    pub(super) fn plain(address: &str) -> Self {
        Self(address.to_string())
    }

    pub(super) fn of_blob(blob: &Blob) -> Option<Self> {
        Url::create_object_url_with_blob(blob).ok().map(Self)
    }

    /// A file of a kind with that text in it.
    pub fn of_text(text: &str, kind: &str) -> Option<Self> {
        let options = BlobPropertyBag::new();
        options.set_type(kind);
        let parts = Array::of1(&text.into());
        Self::of_blob(&Blob::new_with_str_sequence_and_options(&parts, &options).ok()?)
    }

    /// A file of a kind with those bytes in it.
    #[cfg(feature = "desk")]
    pub fn of_bytes(bytes: &[u8], kind: &str) -> Option<Self> {
        let options = BlobPropertyBag::new();
        options.set_type(kind);
        let parts = Array::of1(&js_sys::Uint8Array::from(bytes));
        Self::of_blob(&Blob::new_with_u8_array_sequence_and_options(&parts, &options).ok()?)
    }

    /// The address itself.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Hands the file to the browser under that name; says whether there was a way to.
    pub fn save(&self, name: &str) -> bool {
        let save = || -> Option<()> {
            let document = window()?.document()?;
            let link = document.create_element("a").ok()?.dyn_into::<HtmlAnchorElement>().ok()?;
            link.set_href(&self.0);
            link.set_download(name);
            document.body()?.append_child(&link).ok()?;
            link.click();
            link.remove();
            Some(())
        };
        save().is_some()
    }
}

impl Drop for FileAddress {
    fn drop(&mut self) {
        let address = std::mem::take(&mut self.0);
        if address.starts_with("blob:") {
            after(KEPT_MS, move || drop(Url::revoke_object_url(&address))).forget();
        }
    }
}
