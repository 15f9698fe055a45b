//! SVG to PNG, with the fonts of this machine.

use std::sync::Arc;

use resvg::tiny_skia::{Pixmap, Transform};
use resvg::usvg::{Options, Tree, fontdb};

/// More pixels than this a side are not drawn: few programs open such a picture.
const MOST_PIXELS: f32 = 16_384.0;

/// Draws an SVG with so many pixels for each of its own. Cost: linear in the pixels.
pub(super) fn rasterise(svg: &str, scale: u8) -> Result<Vec<u8>, String> {
    let mut fonts = fontdb::Database::new();
    fonts.load_system_fonts();
    if fonts.is_empty() {
        return Err("there is no font on this machine: install one, or write SVG".to_owned());
    }
    let family = general(&mut fonts);
    let mut options = Options {
        fontdb: Arc::new(fonts),
        font_family: family,
        ..Options::default()
    };
    // Nothing outside the picture is read, whatever it names.
    options.image_href_resolver.resolve_string = Box::new(|_, _| None);
    let tree = Tree::from_str(svg, &options).map_err(|error| error.to_string())?;
    let scale = f32::from(scale);
    let (width, height) = (tree.size().width() * scale, tree.size().height() * scale);
    if width > MOST_PIXELS || height > MOST_PIXELS {
        return Err(format!(
            "the picture would be {width:.0} by {height:.0} pixels, and {MOST_PIXELS} a side are the most: \
             choose a smaller scale, or write SVG"
        ));
    }
    // Both are at least 0 and at most 16,384.
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
    let mut pixels = Pixmap::new(width.ceil().max(1.0) as u32, height.ceil().max(1.0) as u32)
        .ok_or("the picture has no extent")?;
    resvg::render(
        &tree,
        Transform::from_scale(scale, scale),
        &mut pixels.as_mut(),
    );
    pixels.encode_png().map_err(|error| error.to_string())
}

/// Fonts without serifs that systems come with.
const SANS_SERIF: &[&str] = &[
    "Arial",
    "Helvetica",
    "Helvetica Neue",
    "Segoe UI",
    "Roboto",
    "Noto Sans",
    "Liberation Sans",
    "DejaVu Sans",
    "Ubuntu",
    "Cantarell",
];
/// Such whose letters are equally wide.
const MONOSPACE: &[&str] = &[
    "Courier New",
    "Menlo",
    "Consolas",
    "Roboto Mono",
    "Noto Sans Mono",
    "Liberation Mono",
    "DejaVu Sans Mono",
];

/// Has the general names, `sans-serif` and the like, stand for fonts that are there: a text whose
/// font is not found would not be drawn at all. Gives the family for whatever names no other.
fn general(fonts: &mut fontdb::Database) -> String {
    let families: Vec<String> = fonts
        .faces()
        .filter_map(|face| Some(face.families.first()?.0.clone()))
        .collect();
    let first = |wanted: &[&str]| {
        let known = wanted
            .iter()
            .find(|name| families.iter().any(|family| family == *name));
        known.map(|name| (*name).to_owned())
    };
    let plain = first(SANS_SERIF).or_else(|| families.first().cloned());
    let plain = plain.unwrap_or_default();
    fonts.set_sans_serif_family(&plain);
    fonts.set_serif_family(&plain);
    fonts.set_cursive_family(&plain);
    fonts.set_fantasy_family(&plain);
    fonts.set_monospace_family(first(MONOSPACE).unwrap_or_else(|| plain.clone()));
    plain
}
