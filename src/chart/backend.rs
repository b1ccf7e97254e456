//! The back end that plotters draws on: its calls become shapes of a [`Picture`]. Text is measured
//! by [`text_width`], so that layouts do not depend on fonts, nor on where the program runs.

use plotters::element::{Drawable, PointCollection};
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

/// What plotters draws at `N` points of a chart: it maps them to pixels and hands them to `draw`.
pub(super) struct Plotted<const N: usize, F> {
    /// Values across and rows down.
    pub points: [(f64, f64); N],
    /// Draws with the points in pixels.
    pub draw: F,
}

impl<'plotted, const N: usize, F> PointCollection<'plotted, (f64, f64)>
    for &'plotted Plotted<N, F>
{
    type Point = &'plotted (f64, f64);
    type IntoIter = &'plotted [(f64, f64); N];

    fn point_iter(self) -> Self::IntoIter {
        &self.points
    }
}

impl<const N: usize, F> Drawable<PictureBackend<'_>> for Plotted<N, F>
where
    F: Fn([BackendCoord; N], &mut PictureBackend<'_>),
{
    fn draw<I: Iterator<Item = BackendCoord>>(
        &self,
        points: I,
        backend: &mut PictureBackend<'_>,
        _: (u32, u32),
    ) -> DrawingResult {
        let mut pixels = [(0, 0); N];
        pixels.iter_mut().zip(points).for_each(|(pixel, point)| *pixel = point);
        (self.draw)(pixels, backend);
        Ok(())
    }
}

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
