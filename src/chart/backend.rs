//! The back end that plotters draws on: its calls become shapes of a [`Picture`]. Text is measured
//! by [`text_width`], so that layouts do not depend on fonts, nor on where the program runs.

use plotters_backend::text_anchor::HPos;
use plotters_backend::{
    BackendColor, BackendCoord, BackendStyle, BackendTextStyle, DrawingBackend, DrawingErrorKind,
};

use super::picture::{Anchor, Mark, Picture, Shape, text_width};

/// Draws into a picture.
pub(super) struct PictureBackend<'picture> {
    picture: &'picture mut Picture,
}

/// Drawing into memory cannot fail.
#[derive(Debug)]
pub(super) enum Never {}

impl std::fmt::Display for Never {
    fn fmt(&self, _: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match *self {}
    }
}

impl std::error::Error for Never {}

/// What every call of a drawing backend answers with.
pub(super) type DrawingResult = Result<(), DrawingErrorKind<Never>>;

impl<'picture> PictureBackend<'picture> {
    pub(super) fn new(picture: &'picture mut Picture) -> Self {
        Self { picture }
    }

    /// Adds a finished mark.
    pub(super) fn push_mark(&mut self, mark: Mark) {
        self.picture.marks.push(mark);
    }

    /// Adds a shape outside of marks.
    pub(super) fn push(&mut self, shape: Shape) {
        self.picture.ground.push(shape);
    }
}

impl DrawingBackend for PictureBackend<'_> {
    type ErrorType = Never;

    fn get_size(&self) -> (u32, u32) {
        (self.picture.width, self.picture.height)
    }

    fn ensure_prepared(&mut self) -> DrawingResult {
        Ok(())
    }

    fn present(&mut self) -> DrawingResult {
        Ok(())
    }

    fn draw_pixel(&mut self, point: BackendCoord, _: BackendColor) -> DrawingResult {
        self.push(Shape::Rect { x: point.0, y: point.1, width: 1, height: 1, class: "axis" });
        Ok(())
    }

    fn draw_line<S: BackendStyle>(
        &mut self,
        from: BackendCoord,
        to: BackendCoord,
        _: &S,
    ) -> DrawingResult {
        self.push(Shape::Line { from, to, class: "axis" });
        Ok(())
    }

    fn draw_rect<S: BackendStyle>(
        &mut self,
        from: BackendCoord,
        to: BackendCoord,
        _: &S,
        _: bool,
    ) -> DrawingResult {
        self.push(Shape::Rect {
            x: from.0,
            y: from.1,
            width: to.0 - from.0,
            height: to.1 - from.1,
            class: "track",
        });
        Ok(())
    }

    fn draw_text<S: BackendTextStyle>(
        &mut self,
        words: &str,
        style: &S,
        point: BackendCoord,
    ) -> DrawingResult {
        let anchor = match style.anchor().h_pos {
            HPos::Left => Anchor::Start,
            HPos::Center => Anchor::Middle,
            HPos::Right => Anchor::End,
        };
        let size = style.size() as i32;
        self.push(Shape::Text {
            x: point.0,
            y: point.1 + size,
            size,
            anchor,
            class: "note",
            words: words.to_string(),
        });
        Ok(())
    }

    fn estimate_text_size<S: BackendTextStyle>(
        &self,
        words: &str,
        style: &S,
    ) -> Result<(u32, u32), DrawingErrorKind<Never>> {
        Ok((text_width(words, style.size() as i32) as u32, style.size() as u32))
    }
}
