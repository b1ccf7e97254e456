//! The sizes a chart can be saved in. Each has a name in addresses, from which its pixels are read,
//! so that every size stands here once.

/// Size of a saved picture.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Preset {
    /// As wide as on a wide page, as high as it needs to be.
    #[default]
    Original,
    /// For slides.
    Slide,
    /// As high as wide.
    Square,
    /// For phones.
    Portrait,
    /// The cover of an article in WeChat.
    Cover,
}

impl Preset {
    /// All of them, in the order offered.
    pub const ALL: [Self; 5] =
        [Self::Original, Self::Slide, Self::Square, Self::Portrait, Self::Cover];

    /// Its name in an address: width and height in pixels, empty for [`Preset::Original`].
    pub fn id(self) -> &'static str {
        match self {
            Self::Original => "",
            Self::Slide => "1280x720",
            Self::Square => "1080x1080",
            Self::Portrait => "1080x1440",
            Self::Cover => "900x383",
        }
    }

    /// The preset of that name, the original for any other.
    pub fn parse(id: &str) -> Self {
        Self::ALL.into_iter().find(|preset| preset.id() == id).unwrap_or_default()
    }

    /// Width and height in pixels, where they are fixed.
    pub fn size(self) -> Option<(u32, u32)> {
        let (width, height) = self.id().split_once('x')?;
        Some((width.parse().ok()?, height.parse().ok()?))
    }
}
