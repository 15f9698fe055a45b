//! How wide a text is, by the fonts that the browser has.

use std::cell::OnceCell;

use wasm_bindgen::JsCast;
use web_sys::{OffscreenCanvas, OffscreenCanvasRenderingContext2d};

thread_local! {
    static RULER: OnceCell<Option<Ruler>> = const { OnceCell::new() };
}

struct Ruler {
    context: OffscreenCanvasRenderingContext2d,
    /// The font that is set: to set one is to parse it.
    font: std::cell::RefCell<String>,
}

impl Ruler {
    fn new() -> Option<Self> {
        let canvas = OffscreenCanvas::new(1, 1).ok()?;
        let context = canvas.get_context("2d").ok()??;
        Some(Self {
            context: context.dyn_into().ok()?,
            font: std::cell::RefCell::default(),
        })
    }
}

/// How wide a line of text is in CSS pixels, set in a font written as in CSS's `font`; `None` where
/// there is no canvas to measure on. Cost: tens of microseconds for a font that is not that of the
/// call before, else a few.
pub fn width(text: &str, font: &str) -> Option<f64> {
    RULER.with(|ruler| {
        let ruler = ruler.get_or_init(Ruler::new).as_ref()?;
        if *ruler.font.borrow() != font {
            ruler.context.set_font(font);
            font.clone_into(&mut ruler.font.borrow_mut());
        }
        Some(ruler.context.measure_text(text).ok()?.width())
    })
}
