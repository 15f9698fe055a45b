//! How diagrams are coloured: themes as data.

use merman::svg::{HostTheme, HostThemeAppearance, Presentation, PresentationError, ThemeRole};

/// A set of colours for every kind of diagram.
#[derive(Debug, PartialEq, Eq)]
pub struct Theme {
    /// A stable kebab-case name.
    pub name: &'static str,
    /// Its name for people.
    pub label: &'static str,
    /// Whether it is light on dark.
    pub is_dark: bool,
    /// Behind the diagram, as `#rrggbb`.
    pub canvas: &'static str,
    /// Texts and titles.
    ink: &'static str,
    /// Texts beside the main ones.
    ink_2: &'static str,
    /// Boxes.
    surface: &'static str,
    /// Boxes that stand apart from the others, such as headings of tables.
    surface_2: &'static str,
    /// Around boxes.
    border: &'static str,
    /// Between boxes.
    line: &'static str,
    /// Groups of boxes.
    group: &'static str,
    /// Around groups.
    group_border: &'static str,
    /// Notes: their ground, border and text.
    note: [&'static str; 3],
    /// What went wrong, needs attention, went well.
    states: [&'static str; 3],
    /// Slices, bars, branches and sections, one after the other.
    series: [&'static str; 8],
}

/// Every theme; the first two follow the page's.
pub static THEMES: &[Theme] = &[
    Theme {
        name: "light",
        label: "Light",
        is_dark: false,
        canvas: "#ffffff",
        ink: "#1c1d1f",
        ink_2: "#55534d",
        surface: "#fbfaf7",
        surface_2: "#f3f1ec",
        border: "#8c867a",
        line: "#55534d",
        group: "#f7f5f0",
        group_border: "#d3cec3",
        note: ["#fbf0dc", "#d9a14e", "#5c3800"],
        states: ["#a8201a", "#8a5300", "#1f6b45"],
        series: [
            "#b9301c", "#1d5fa8", "#1f6b45", "#8a5300", "#6b4ba1", "#0f7285", "#a13d6c", "#5f6b1a",
        ],
    },
    Theme {
        name: "dark",
        label: "Dark",
        is_dark: true,
        canvas: "#1a1c1f",
        ink: "#ebe9e4",
        ink_2: "#b9b6ae",
        surface: "#24272b",
        surface_2: "#2c2f33",
        border: "#7d828a",
        line: "#b9b6ae",
        group: "#1f2225",
        group_border: "#43474d",
        note: ["#2e2414", "#a97b32", "#f7e3bd"],
        states: ["#ff8f86", "#f0b45a", "#74cf9d"],
        series: [
            "#ff7a5c", "#86b8f2", "#74cf9d", "#f0b45a", "#c0a3f0", "#6cc9da", "#f09cc0", "#c3cf6a",
        ],
    },
    Theme {
        name: "print",
        label: "Print",
        is_dark: false,
        canvas: "#ffffff",
        ink: "#000000",
        ink_2: "#333333",
        surface: "#ffffff",
        surface_2: "#eeeeee",
        border: "#000000",
        line: "#000000",
        group: "#f7f7f7",
        group_border: "#777777",
        note: ["#f2f2f2", "#555555", "#000000"],
        states: ["#000000", "#444444", "#222222"],
        series: [
            "#3b3b3b", "#6e6e6e", "#8f8f8f", "#525252", "#a6a6a6", "#787878", "#616161", "#999999",
        ],
    },
    Theme {
        name: "moss",
        label: "Moss",
        is_dark: false,
        canvas: "#fbfdf7",
        ink: "#1b2a1c",
        ink_2: "#42563f",
        surface: "#e9f3e0",
        surface_2: "#d6e8c8",
        border: "#5a8a4c",
        line: "#3f6a37",
        group: "#f3f8ec",
        group_border: "#b5cfa5",
        note: ["#fdf3d0", "#c2a23a", "#4b3c05"],
        states: ["#a3261e", "#8a5c00", "#1f6b35"],
        series: [
            "#3f7d3a", "#8c6d1f", "#2c7a73", "#8a4b2a", "#5b6f1c", "#3a6191", "#7a5195", "#9c3d54",
        ],
    },
    Theme {
        name: "sea",
        label: "Sea",
        is_dark: false,
        canvas: "#ffffff",
        ink: "#10243c",
        ink_2: "#3f5671",
        surface: "#e6effa",
        surface_2: "#cfe0f4",
        border: "#4779b3",
        line: "#35618f",
        group: "#f4f8fd",
        group_border: "#b3cbe6",
        note: ["#fff4d6", "#d0a63f", "#4b3a06"],
        states: ["#a8201a", "#8a5300", "#1f6b45"],
        series: [
            "#1d5fa8", "#0f7285", "#6b4ba1", "#1f6b45", "#a13d6c", "#8a5300", "#3d5a80", "#b9301c",
        ],
    },
    Theme {
        name: "night",
        label: "Night",
        is_dark: true,
        canvas: "#0d1524",
        ink: "#e4ecf8",
        ink_2: "#a9bad2",
        surface: "#16243a",
        surface_2: "#1e3150",
        border: "#5b86bd",
        line: "#8fb2de",
        group: "#111d30",
        group_border: "#2f4a70",
        note: ["#33290f", "#b38c36", "#f9e6b4"],
        states: ["#ff8f86", "#f0b45a", "#74cf9d"],
        series: [
            "#86b8f2", "#7fd8c4", "#f0b45a", "#c0a3f0", "#f09cc0", "#a5d46a", "#ff9d80", "#6cc9da",
        ],
    },
];

/// A theme by its name.
pub fn theme(name: &str) -> Option<&'static Theme> {
    THEMES.iter().find(|theme| theme.name == name)
}

/// What texts are set in. The page's own interface font comes first.
pub const FONT_FAMILY: &str =
    "system-ui, -apple-system, Segoe UI, Roboto, Noto Sans, Helvetica, Arial, sans-serif";

const FONT_SIZE: &str = "14px";

impl Theme {
    /// The theme as mermaid.js takes it: [variables](https://mermaid.js.org/config/theming.html) of its
    /// theme `base`, each with its value.
    pub fn variables(&self) -> Vec<(String, String)> {
        let [note, note_border, note_text] = self.note;
        let [error, ..] = self.states;
        let mut variables: Vec<(String, String)> = [
            ("background", self.canvas),
            ("fontFamily", FONT_FAMILY),
            ("fontSize", FONT_SIZE),
            ("primaryColor", self.surface),
            ("primaryBorderColor", self.border),
            ("primaryTextColor", self.ink),
            ("secondaryColor", self.surface_2),
            ("secondaryBorderColor", self.border),
            ("secondaryTextColor", self.ink),
            ("tertiaryColor", self.group),
            ("tertiaryBorderColor", self.group_border),
            ("tertiaryTextColor", self.ink),
            ("textColor", self.ink),
            ("titleColor", self.ink),
            ("lineColor", self.line),
            ("mainBkg", self.surface),
            ("nodeBorder", self.border),
            ("clusterBkg", self.group),
            ("clusterBorder", self.group_border),
            ("edgeLabelBackground", self.canvas),
            ("noteBkgColor", note),
            ("noteBorderColor", note_border),
            ("noteTextColor", note_text),
            ("actorBkg", self.surface),
            ("actorBorder", self.border),
            ("actorTextColor", self.ink),
            ("signalColor", self.line),
            ("signalTextColor", self.ink),
            ("labelBoxBkgColor", self.surface_2),
            ("labelBoxBorderColor", self.border),
            ("labelTextColor", self.ink),
            ("loopTextColor", self.ink),
            ("activationBkgColor", self.surface_2),
            ("activationBorderColor", self.border),
            ("errorBkgColor", self.canvas),
            ("errorTextColor", error),
        ]
        .map(|(name, value)| (name.to_owned(), value.to_owned()))
        .into();
        for (at, colour) in self.series.into_iter().enumerate() {
            let next = at + 1;
            for name in [
                format!("cScale{at}"),
                format!("git{at}"),
                format!("pie{next}"),
            ] {
                variables.push((name, colour.to_owned()));
            }
            for name in [format!("cScaleLabel{at}"), format!("gitBranchLabel{at}")] {
                variables.push((name, self.canvas.to_owned()));
            }
        }
        variables.push(("pieSectionTextColor".to_owned(), self.canvas.to_owned()));
        variables
    }

    /// The theme as the renderer takes it.
    pub(super) fn presentation(&self) -> Result<Presentation, PresentationError> {
        let [note, note_border, note_text] = self.note;
        let [error, warning, success] = self.states;
        let roles = [
            (ThemeRole::Canvas, self.canvas),
            (ThemeRole::Surface, self.surface),
            (ThemeRole::SurfaceAlt, self.surface_2),
            (ThemeRole::SurfaceMuted, self.surface_2),
            (ThemeRole::Text, self.ink),
            (ThemeRole::SubtleText, self.ink_2),
            (ThemeRole::Border, self.border),
            (ThemeRole::Line, self.line),
            (ThemeRole::EdgeLabelBackground, self.canvas),
            (ThemeRole::ClusterBackground, self.group),
            (ThemeRole::ClusterBorder, self.group_border),
            (ThemeRole::NoteBackground, note),
            (ThemeRole::NoteBorder, note_border),
            (ThemeRole::NoteText, note_text),
            (ThemeRole::ActorBackground, self.surface),
            (ThemeRole::ActorBorder, self.border),
            (ThemeRole::ActorText, self.ink),
            (ThemeRole::ActivationBackground, self.surface_2),
            (ThemeRole::ActivationBorder, self.border),
            (ThemeRole::Error, error),
            (ThemeRole::Warning, warning),
            (ThemeRole::Success, success),
        ];
        let mut theme = HostTheme::new()
            .with_appearance(if self.is_dark {
                HostThemeAppearance::Dark
            } else {
                HostThemeAppearance::Light
            })
            .try_with_font_family(FONT_FAMILY)?
            .try_with_font_size(FONT_SIZE)?
            .try_with_series_palette(self.series)?;
        for (role, colour) in roles {
            theme = theme.try_with_role(role, colour)?;
        }
        Ok(Presentation::new().with_theme(theme))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_theme_is_one_that_the_renderer_takes() {
        for theme in THEMES {
            assert!(theme.presentation().is_ok(), "{}", theme.name);
        }
        assert!(theme("light").is_some() && theme("dark").is_some());
        assert_eq!(theme("no such theme"), None);
    }

    #[test]
    fn each_variable_of_mermaid_js_is_named_once() {
        for theme in THEMES {
            let variables = theme.variables();
            let names: std::collections::BTreeSet<_> =
                variables.iter().map(|(name, _)| name).collect();
            assert_eq!(names.len(), variables.len(), "{}", theme.name);
            assert!(variables.contains(&("background".to_owned(), theme.canvas.to_owned())));
        }
    }

    #[test]
    fn texts_stand_out_from_what_is_behind_them() {
        let luminance = |colour: &str| {
            let channel = |at: usize| {
                let value = u8::from_str_radix(&colour[at..at + 2], 16).unwrap();
                let value = f64::from(value) / 255.0;
                if value <= 0.040_45 {
                    value / 12.92
                } else {
                    ((value + 0.055) / 1.055).powf(2.4)
                }
            };
            0.2126 * channel(1) + 0.7152 * channel(3) + 0.0722 * channel(5)
        };
        let contrast = |one: &str, other: &str| {
            let (one, other) = (luminance(one), luminance(other));
            (one.max(other) + 0.05) / (one.min(other) + 0.05)
        };
        for theme in THEMES {
            for ground in [theme.canvas, theme.surface, theme.surface_2, theme.group] {
                for ink in [theme.ink, theme.ink_2] {
                    // WCAG 2.2, success criterion 1.4.3, level AA.
                    assert!(
                        contrast(ink, ground) >= 4.5,
                        "{}: {ink} on {ground}",
                        theme.name
                    );
                }
            }
            assert!(
                contrast(theme.note[2], theme.note[0]) >= 4.5,
                "{}",
                theme.name
            );
        }
    }
}
