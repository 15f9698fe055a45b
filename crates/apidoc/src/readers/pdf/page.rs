//! One page: its glyphs with place, size and style, its ruled lines, its bullets.

use hayro_interpret::font::{Glyph as PdfGlyph, GlyphRun};
use hayro_interpret::hayro_cmap::BfString;
use hayro_interpret::kurbo::{Affine, BezPath, Point, Rect, Shape};
use hayro_interpret::{
    BlendMode, ClipPath, Context, Device, DrawMode, DrawProps, Image, ImageDrawProps,
    InterpreterCache, InterpreterSettings, SoftMask, TransformExt, interpret_page,
};
use hayro_syntax::page::Page as PdfPage;
use hayro_syntax::xref::XRef;
use unicode_normalization::UnicodeNormalization;

/// A glyph on a page. Points from the upper left corner.
#[derive(Debug, Clone)]
pub(super) struct Glyph {
    /// Its characters.
    pub(super) text: Letters,
    /// Left edge.
    pub(super) left: f32,
    /// Where the next glyph is expected.
    pub(super) right: f32,
    /// Its baseline.
    pub(super) baseline: f32,
    /// Size of its font.
    pub(super) size: f32,
    /// Its style.
    pub(super) style: Style,
}

/// The characters of a glyph: almost always one, and more for a ligature.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Letters {
    One(char),
    More(Box<str>),
}

impl Letters {
    fn of(text: &str) -> Self {
        let mut chars = text.chars();
        match (chars.next(), chars.next()) {
            (Some(c), None) => Self::One(c),
            _ => Self::More(text.into()),
        }
    }

    /// Whether they are white space, or none at all.
    pub(super) fn is_blank(&self) -> bool {
        match self {
            Self::One(c) => c.is_whitespace(),
            Self::More(text) => text.trim().is_empty(),
        }
    }

    /// Whether they begin with a space.
    pub(super) fn opens_with_space(&self) -> bool {
        match self {
            Self::One(c) => *c == ' ',
            Self::More(text) => text.starts_with(' '),
        }
    }

    /// Adds them to a text.
    pub(super) fn write(&self, text: &mut String) {
        match self {
            Self::One(c) => text.push(*c),
            Self::More(more) => text.push_str(more),
        }
    }
}

impl Glyph {
    /// Whether nothing of it is seen.
    pub(super) fn is_blank(&self) -> bool {
        self.text.is_blank()
    }
}

/// How a glyph is set.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Style {
    pub(super) mono: bool,
    pub(super) bold: bool,
    pub(super) italic: bool,
}

/// What was taken off a page.
#[derive(Debug, Default)]
pub(super) struct Page {
    pub(super) glyphs: Vec<Glyph>,
    /// Horizontal rules: left, right, y.
    pub(super) across: Vec<[f32; 3]>,
    /// Vertical rules: top, bottom, x.
    pub(super) down: Vec<[f32; 3]>,
    /// Centres of small filled shapes.
    pub(super) bullets: Vec<[f32; 2]>,
    /// Whether images are drawn on it.
    pub(super) images: bool,
    pub(super) height: f32,
}

/// Takes the marks off a page, at most `limit` of each kind.
pub(super) fn read<'a>(
    page: &PdfPage<'a>,
    cache: &InterpreterCache<'a>,
    xref: &'a XRef,
    limit: usize,
) -> Page {
    let (width, height) = page.render_dimensions();
    let transform = page.initial_transform(true).to_kurbo();
    let mut context = Context::new(
        transform,
        Rect::new(0.0, 0.0, f64::from(width), f64::from(height)),
        cache,
        xref,
        InterpreterSettings::default(),
    );
    let mut taker = Taker {
        page: Page {
            height,
            ..Page::default()
        },
        limit,
    };
    interpret_page(page, &mut context, &mut taker);
    taker.page
}

struct Taker {
    page: Page,
    limit: usize,
}

/// Thicker lines are boxes.
const RULE: f32 = 2.5;

#[allow(clippy::cast_possible_truncation)]
impl Taker {
    fn shape(&mut self, area: Rect, filled: bool) {
        let (left, top, right, bottom) = (
            area.x0 as f32,
            area.y0 as f32,
            area.x1 as f32,
            area.y1 as f32,
        );
        let (width, height) = (right - left, bottom - top);
        let page = &mut self.page;
        if page.across.len() + page.down.len() > self.limit
            || !width.is_finite()
            || !height.is_finite()
        {
            return;
        }
        if height <= RULE && width > 8.0 {
            page.across.push([left, right, f32::midpoint(top, bottom)]);
        } else if width <= RULE && height > 4.0 {
            page.down.push([top, bottom, f32::midpoint(left, right)]);
        } else if filled
            && (1.2..8.0).contains(&width)
            && (1.2..8.0).contains(&height)
            && (width - height).abs() < 1.5
        {
            page.bullets
                .push([f32::midpoint(left, right), f32::midpoint(top, bottom)]);
        } else if !filled && width > 12.0 && height > 6.0 {
            // The outline of a box.
            page.across.push([left, right, top]);
            page.across.push([left, right, bottom]);
            page.down.push([top, bottom, left]);
            page.down.push([top, bottom, right]);
        }
    }
}

impl<'a> Device<'a> for Taker {
    fn draw_path(&mut self, path: &BezPath, props: DrawProps<'a>, mode: &DrawMode) {
        let filled = matches!(mode, DrawMode::Fill(_) | DrawMode::FillAndStroke(..));
        // Each part of a path is a shape of its own: tables are drawn in one go.
        let mut part = BezPath::new();
        let flush = |part: &mut BezPath, taker: &mut Self| {
            if !part.elements().is_empty() {
                let area = (props.transform * std::mem::take(part)).bounding_box();
                taker.shape(area, filled);
            }
        };
        for element in path.elements() {
            if matches!(element, hayro_interpret::kurbo::PathEl::MoveTo(_)) {
                flush(&mut part, self);
            }
            part.push(*element);
        }
        flush(&mut part, self);
    }

    fn draw_rect(&mut self, rect: &Rect, props: DrawProps<'a>, mode: &DrawMode) {
        let filled = matches!(mode, DrawMode::Fill(_) | DrawMode::FillAndStroke(..));
        self.shape(props.transform.transform_rect_bbox(*rect), filled);
    }

    #[allow(clippy::cast_possible_truncation)]
    fn draw_glyph_run(&mut self, run: &GlyphRun<'_, 'a>, props: DrawProps<'a>, _: &DrawMode) {
        let style = run
            .glyphs()
            .first()
            .map(|glyph| style(glyph))
            .unwrap_or_default();
        for glyph in run.glyphs() {
            if self.page.glyphs.len() >= self.limit {
                return;
            }
            let text = match glyph.as_unicode() {
                Some(BfString::Char(c)) => letter(c),
                Some(BfString::String(text)) => Letters::of(&normal(&text)),
                None => continue,
            };
            let place: Affine = props.transform * glyph.transform();
            let advance = match &**glyph {
                PdfGlyph::Outline(glyph) => glyph.advance_width(),
                PdfGlyph::Type3(glyph) => glyph.advance_width(),
            };
            let advance = f64::from(advance.unwrap_or(500.0));
            let origin = place * Point::ZERO;
            let end = place * Point::new(advance, 0.0);
            let up = place * Point::new(0.0, 1000.0);
            let size = (up - origin).hypot();
            // Text that runs up or down a page is a watermark or a label of a drawing.
            if !size.is_finite() || size <= 0.5 || (end.y - origin.y).abs() > size {
                continue;
            }
            self.page.glyphs.push(Glyph {
                text,
                left: origin.x as f32,
                right: end.x as f32,
                baseline: origin.y as f32,
                size: size as f32,
                style,
            });
        }
    }

    fn push_clip_path(&mut self, _: &ClipPath) {}
    fn push_transparency_group(&mut self, _: f32, _: Option<SoftMask<'a>>, _: BlendMode) {}
    fn draw_image(&mut self, _: Image<'a, '_>, _: ImageDrawProps<'a>) {
        self.page.images = true;
    }
    fn pop_clip(&mut self) {}
    fn pop_transparency_group(&mut self) {}
}

fn style(glyph: &PdfGlyph<'_>) -> Style {
    let PdfGlyph::Outline(glyph) = glyph else {
        return Style::default();
    };
    let Some(font) = glyph.font_data() else {
        return Style::default();
    };
    let name = font.postscript_name.unwrap_or_default().to_lowercase();
    Style {
        mono: font.is_monospace
            || [
                "mono",
                "courier",
                "consol",
                "menlo",
                "typewriter",
                "inconsolata",
                "sourcecode",
            ]
            .iter()
            .any(|word| name.contains(word)),
        bold: font.weight.is_some_and(|weight| weight >= 600)
            || ["bold", "black", "heavy", "semibold"]
                .iter()
                .any(|word| name.contains(word)),
        italic: font.is_italic || name.contains("italic") || name.contains("oblique"),
    }
}

/// A character as it is read; most are what they are.
fn letter(c: char) -> Letters {
    if c.is_ascii_graphic() || c == ' ' {
        return Letters::One(c);
    }
    Letters::of(&normal(c.encode_utf8(&mut [0; 4])))
}

/// Characters in the compatibility form NFKC (UAX #15) where what they are is a matter of type
/// setting: ligatures, spaces of some width, presentation forms. A raised digit stays one, since it
/// marks a note, and so does `…`. Icons and what cannot be seen are left out.
fn normal(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            // Bullets of the fonts that word processors take them from.
            '\u{f0b7}' => out.push('•'),
            '\u{f0a7}' => out.push('▪'),
            // Icons have no characters of their own.
            '\u{ad}' | '\u{200b}' | '\u{feff}' | '\u{e000}'..='\u{f8ff}' => {}
            c if c.is_control() => {}
            '\u{a0}'
            | '\u{132}'..='\u{133}'
            | '\u{1c4}'..='\u{1cc}'
            | '\u{1f1}'..='\u{1f3}'
            | '\u{2000}'..='\u{200a}'
            | '\u{202f}'
            | '\u{205f}'
            | '\u{3000}'
            | '\u{fb00}'..='\u{fdff}'
            | '\u{fe70}'..='\u{fefe}'
            | '\u{ff01}'..='\u{ffef}' => {
                out.extend(std::iter::once(c).nfkc());
            }
            c => out.push(c),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ligatures_and_wide_spaces_are_their_letters() {
        assert_eq!(normal("\u{fb03}ce\u{2003}\u{fb01}\u{133}"), "ffice fiij");
        assert_eq!(normal("name\u{b2}\u{2026}\u{ad}"), "name\u{b2}\u{2026}");
        assert_eq!(letter('\u{fb00}'), Letters::More("ff".into()));
        assert_eq!(letter('\u{a0}'), Letters::One(' '));
        assert!(letter('\u{200b}').is_blank());
    }
}
