//! How wide a text is, by the fonts that the browser has.

use std::cell::{OnceCell, RefCell};
use std::collections::HashMap;

use wasm_bindgen::JsCast;
use web_sys::{OffscreenCanvas, OffscreenCanvasRenderingContext2d};

thread_local! {
    static RULER: OnceCell<Option<Ruler>> = const { OnceCell::new() };
}

/// So many widths are known at most; then all are forgotten.
const MOST_KNOWN: usize = 8_192;

struct Ruler {
    context: OffscreenCanvasRenderingContext2d,
    /// The font that is set: to set one is to parse it.
    font: RefCell<String>,
    /// Widths by font and text: a picture that is drawn again has most of its texts again.
    known: RefCell<HashMap<String, HashMap<String, f64>>>,
}

impl Ruler {
    fn new() -> Option<Self> {
        let canvas = OffscreenCanvas::new(1, 1).ok()?;
        let context = canvas.get_context("2d").ok()??;
        Some(Self {
            context: context.dyn_into().ok()?,
            font: RefCell::default(),
            known: RefCell::default(),
        })
    }

    fn width(&self, text: &str, font: &str) -> Option<f64> {
        let known = self
            .known
            .borrow()
            .get(font)
            .and_then(|of| of.get(text).copied());
        if known.is_some() {
            return known;
        }
        if *self.font.borrow() != font {
            self.context.set_font(font);
            font.clone_into(&mut self.font.borrow_mut());
        }
        let width = self.context.measure_text(text).ok()?.width();
        let mut known = self.known.borrow_mut();
        if known.values().map(HashMap::len).sum::<usize>() >= MOST_KNOWN {
            known.clear();
        }
        let of = known.entry(font.to_owned()).or_default();
        of.insert(text.to_owned(), width);
        Some(width)
    }
}

/// How wide a line of text is in CSS pixels, set in a font written as in CSS's `font`; `None` where
/// there is no canvas to measure on. Cost: tens of microseconds for a font that is not that of the
/// call before, else a few; next to nothing for a text that was measured before.
pub fn width(text: &str, font: &str) -> Option<f64> {
    RULER.with(|ruler| {
        let ruler = ruler.get_or_init(Ruler::new).as_ref()?;
        ruler.width(text, font)
    })
}
