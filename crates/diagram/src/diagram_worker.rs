//! The program of the worker that draws.

use std::sync::Arc;

use ichiban_browser::ruler;
use ichiban_diagram::Easel;
use ichiban_engine::serve::serve;
use ichiban_mermaid::render::{Font, Measure};

/// The browser, which has the fonts that the page shows.
struct Browser;

impl Measure for Browser {
    fn width(&self, text: &str, font: Font<'_>) -> Option<f64> {
        let Font {
            family,
            size,
            weight,
            style,
        } = font;
        ruler::width(text, &format!("{style} {weight} {size}px {family}"))
    }
}

fn main() {
    serve(Easel::new(Some(Arc::new(Browser)), now));
}

/// Milliseconds since 1970.
// A date is a whole number far below 2^53.
#[expect(clippy::cast_possible_truncation)]
fn now() -> i64 {
    js_sys::Date::now() as i64
}
