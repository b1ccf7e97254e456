//! Reading aloud by the browser's own voice: what is read stands on the page, piece by piece; the piece
//! that is being said is marked and in view.

use std::cell::RefCell;
use std::rc::Rc;

use js_sys::Reflect;
use wasm_bindgen::prelude::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Element, SpeechSynthesis, SpeechSynthesisUtterance, SpeechSynthesisVoice};

use super::{Listener, all, program::show, window};
use crate::speech::spoken;

/// What is read of a page: its sentences, or its headings, paragraphs and items.
const SENTENCES: &str = "main .report .sentence";
const PIECES: &str = "main h1, main h2, main h3, main p, main li, main dt, main dd, main figcaption, main blockquote";
/// What stands among them and is not read: what is pressed, and what is said elsewhere.
const UNREAD: &str = ".tool, .actions, .downloads, nav, svg, details:not([open]), [role=status]";
/// The class of the piece that is being said.
const SAID: &str = "said";

/// The browser's voices; none where it has no speech.
fn synthesis() -> Option<SpeechSynthesis> {
    let window = window()?;
    let has = |name: &str| Reflect::get(&window, &name.into()).is_ok_and(|it| it.is_object());
    let can = Reflect::get(&window, &"SpeechSynthesisUtterance".into())
        .is_ok_and(|constructor| constructor.is_function());
    if has("speechSynthesis") && can { window.speech_synthesis().ok() } else { None }
}

/// A voice for Chinese, one on the device rather than one that sends the text away.
fn voice(synthesis: &SpeechSynthesis) -> Option<SpeechSynthesisVoice> {
    let voices = synthesis.get_voices();
    voices.iter().map(JsCast::unchecked_into::<SpeechSynthesisVoice>).find(|voice| {
        let language = voice.lang().to_ascii_lowercase().replace('_', "-");
        let is_chinese =
            language == "zh" || language.starts_with("zh-") || language.starts_with("cmn");
        is_chinese && voice.local_service()
    })
}

/// Calls `known` with whether the browser can read Chinese aloud without sending the text away, now
/// and when that changes.
pub fn listen_voices(known: impl Fn(bool) + 'static) -> Option<Listener> {
    let Some(synthesis) = synthesis() else {
        known(false);
        return None;
    };
    known(voice(&synthesis).is_some());
    // Old browsers have voices that call nobody.
    Reflect::get(&synthesis, &"addEventListener".into()).ok().filter(JsValue::is_function)?;
    let target = synthesis.clone().unchecked_into::<web_sys::EventTarget>();
    Some(Listener::new(&target, "voiceschanged", move |_| known(voice(&synthesis).is_some())))
}

/// What a reading aloud is doing.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Reading {
    /// Nothing is read.
    #[default]
    Off,
    /// A piece is being said.
    On,
    /// It waits at a piece.
    Paused,
}

/// A page being read aloud.
#[derive(Clone)]
pub struct Reader(Rc<RefCell<State>>);

struct State {
    pieces: Vec<Element>,
    at: usize,
    rate: f32,
    reading: Reading,
    /// What is being said, with what is called when it ends; replaced by the next.
    utterance: Option<(SpeechSynthesisUtterance, Closure<dyn FnMut()>)>,
    changed: Box<dyn Fn(Reading)>,
}

impl Reader {
    /// A reader that says by `changed` what it is doing.
    pub fn new(changed: impl Fn(Reading) + 'static) -> Self {
        Self(Rc::new(RefCell::new(State {
            pieces: Vec::new(),
            at: 0,
            rate: 1.0,
            reading: Reading::Off,
            utterance: None,
            changed: Box::new(changed),
        })))
    }

    /// Begins with the first piece that is in the window.
    pub fn start(&self) {
        let pieces = pieces();
        let scrolled = window().and_then(|window| window.page_y_offset().ok()).unwrap_or(0.0) > 1.0;
        let in_view = |piece: &Element| piece.get_bounding_client_rect().top() >= 0.0;
        let at = if scrolled { pieces.iter().position(in_view).unwrap_or(0) } else { 0 };
        {
            let mut state = self.0.borrow_mut();
            (state.pieces, state.at) = (pieces, at);
        }
        self.say();
    }

    /// Waits, and goes on with the same piece from its beginning: phones cannot wait in the middle.
    pub fn pause_or_go_on(&self) {
        let reading = self.0.borrow().reading;
        match reading {
            Reading::On => {
                self.hush();
                self.set(Reading::Paused);
            }
            Reading::Paused => self.say(),
            Reading::Off => self.start(),
        }
    }

    /// Goes to another piece, and says it unless it waits.
    pub fn step(&self, step: isize) {
        let waits = {
            let mut state = self.0.borrow_mut();
            let last = state.pieces.len().saturating_sub(1);
            state.at = state.at.saturating_add_signed(step).min(last);
            state.reading == Reading::Paused
        };
        if waits {
            self.mark();
        } else {
            self.say();
        }
    }

    /// Says what follows faster or slower, the present piece from its beginning.
    pub fn set_rate(&self, rate: f32) {
        let speaks = {
            let mut state = self.0.borrow_mut();
            state.rate = rate;
            state.reading == Reading::On
        };
        if speaks {
            self.say();
        }
    }

    /// Ends; nothing is marked any more.
    pub fn stop(&self) {
        self.hush();
        unmark();
        self.set(Reading::Off);
    }

    fn set(&self, reading: Reading) {
        let has_changed = {
            let mut state = self.0.borrow_mut();
            std::mem::replace(&mut state.reading, reading) != reading
        };
        if has_changed {
            (self.0.borrow().changed)(reading);
        }
    }

    fn hush(&self) {
        // What it called at its end must not be called any more.
        if let Some((utterance, _)) = self.0.borrow_mut().utterance.take() {
            utterance.set_onend(None);
            utterance.set_onerror(None);
        }
        if let Some(synthesis) = synthesis() {
            synthesis.cancel();
        }
    }

    fn mark(&self) -> Option<Element> {
        let piece = {
            let state = self.0.borrow();
            state.pieces.get(state.at).cloned()?
        };
        unmark();
        let _ = piece.class_list().add_1(SAID);
        show(&piece);
        Some(piece)
    }

    /// Says the present piece and then the others.
    fn say(&self) {
        self.hush();
        let begun = || -> Option<()> {
            let piece = self.mark()?;
            let synthesis = synthesis()?;
            let utterance = SpeechSynthesisUtterance::new().ok()?;
            utterance.set_text(&spoken(piece.text_content().unwrap_or_default().trim()));
            utterance.set_lang("zh-CN");
            utterance.set_voice(voice(&synthesis).as_ref());
            utterance.set_rate(self.0.borrow().rate);
            let reader = Rc::downgrade(&self.0);
            let ended = Closure::wrap(Box::new(move || {
                if let Some(state) = reader.upgrade() {
                    Reader(state).go_on();
                }
            }) as Box<dyn FnMut()>);
            utterance.set_onend(Some(ended.as_ref().unchecked_ref()));
            utterance.set_onerror(Some(ended.as_ref().unchecked_ref()));
            synthesis.speak(&utterance);
            self.0.borrow_mut().utterance = Some((utterance, ended));
            Some(())
        };
        match begun() {
            Some(()) => self.set(Reading::On),
            None => self.stop(),
        }
    }

    /// The present piece has been said.
    fn go_on(&self) {
        // The closure that called must live until it has returned.
        let said = self.0.borrow_mut().utterance.take();
        let is_last = {
            let mut state = self.0.borrow_mut();
            state.at += 1;
            state.at >= state.pieces.len()
        };
        if is_last {
            self.stop()
        } else {
            self.say()
        }
        super::after(0, move || drop(said)).forget();
    }
}

fn unmark() {
    for marked in all(&format!(".{SAID}")) {
        let _ = marked.class_list().remove_1(SAID);
    }
}

/// What is read of the page, in its order: nothing hidden, nothing twice.
fn pieces() -> Vec<Element> {
    let sentences: Vec<Element> = all(SENTENCES).filter(is_read).collect();
    if !sentences.is_empty() {
        return sentences;
    }
    let holds_piece =
        |element: &Element| element.query_selector(PIECES).is_ok_and(|found| found.is_some());
    all(PIECES).filter(|element| is_read(element) && !holds_piece(element)).collect()
}

fn is_read(element: &Element) -> bool {
    let is_shown = element.get_client_rects().length() > 0;
    let is_unread = element.closest(UNREAD).is_ok_and(|found| found.is_some());
    let has_words = element.text_content().is_some_and(|text| !text.trim().is_empty());
    is_shown && !is_unread && has_words
}
