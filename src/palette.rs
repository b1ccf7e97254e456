//! Every colour once: one main hue and a warm one for what wants attention. Every text pair is at
//! least 4.5:1, in the high-contrast palette 7:1; bars are at least 3:1.

/// The colours of one appearance.
#[derive(Debug)]
pub struct Palette {
    /// The page.
    pub paper: &'static str,
    /// What lies on it: cards, bars, the paper of a saved picture.
    pub card: &'static str,
    /// Text.
    pub ink: &'static str,
    /// Text of second rank.
    pub second_ink: &'static str,
    /// Lines and axes.
    pub line: &'static str,
    /// Numbers, links, bars.
    pub accent: &'static str,
    /// Ground behind what is chosen.
    pub soft_accent: &'static str,
    /// The second series.
    pub second_accent: &'static str,
    /// Approximate values, attention.
    pub warm: &'static str,
    /// What was found.
    pub mark: &'static str,
}

/// Ink on paper.
pub const LIGHT: Palette = Palette {
    paper: "#fbfaf7",
    card: "#ffffff",
    ink: "#1d2126",
    second_ink: "#565d66",
    line: "#e3dfd6",
    accent: "#14508c",
    soft_accent: "#e4edf6",
    second_accent: "#6b94bf",
    warm: "#a4480c",
    mark: "#fff0b3",
};

/// Light on dark.
pub const DARK: Palette = Palette {
    paper: "#14171b",
    card: "#1c2026",
    ink: "#e8e6e1",
    second_ink: "#a3a9b1",
    line: "#30353c",
    accent: "#8fbdf0",
    soft_accent: "#22324a",
    second_accent: "#4f7299",
    warm: "#f0a56b",
    mark: "#524409",
};

/// Black on white.
pub const CONTRAST: Palette = Palette {
    paper: "#fff",
    card: "#fff",
    ink: "#000",
    second_ink: "#000",
    line: "#000",
    accent: "#00309c",
    soft_accent: "#dbe6ff",
    second_accent: "#4a6fc4",
    warm: "#8a2c00",
    mark: "#ff0",
};

/// What the reader's system forces on every page: its own names for its colours.
pub const FORCED: Palette = Palette {
    paper: "Canvas",
    card: "Canvas",
    ink: "CanvasText",
    second_ink: "CanvasText",
    line: "CanvasText",
    accent: "LinkText",
    soft_accent: "Canvas",
    second_accent: "CanvasText",
    warm: "CanvasText",
    mark: "Canvas",
};

impl Palette {
    /// The colours as the custom properties of a style sheet.
    pub fn properties(&self) -> String {
        [
            ("paper", self.paper),
            ("card", self.card),
            ("ink", self.ink),
            ("ink-2", self.second_ink),
            ("line", self.line),
            ("accent", self.accent),
            ("accent-soft", self.soft_accent),
            ("accent-2", self.second_accent),
            ("warm", self.warm),
            ("mark", self.mark),
        ]
        .map(|(name, colour)| format!("--{name}: {colour};"))
        .join("\n")
    }
}
