//! The Mermaid engine as a worker's JavaScript sees it, to be measured against mermaid.js: a module
//! of its own, which is loaded anew to measure the first diagram.

use std::sync::Arc;

use ichiban_browser::ruler;
use ichiban_mermaid::preview::Preview;
use ichiban_mermaid::render::{Error, Font, Measure, Renderer, theme};
use wasm_bindgen::prelude::*;

/// The browser, which has the fonts: the product asks it, so it is asked here.
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

/// Draws diagrams.
#[wasm_bindgen]
pub struct Drawer {
    renderer: Renderer,
    preview: Preview,
}

#[wasm_bindgen]
impl Drawer {
    /// In the light theme.
    ///
    /// # Errors
    /// If there is no such theme.
    #[wasm_bindgen(constructor)]
    pub fn new() -> Result<Drawer, JsError> {
        let theme = theme::theme("light").ok_or_else(|| JsError::new("there is no such theme"))?;
        Ok(Self {
            renderer: Renderer::new(theme, "drawn", Some(Arc::new(Browser)))?,
            preview: Preview::default(),
        })
    }

    /// A diagram as SVG.
    ///
    /// # Errors
    /// If it cannot be drawn.
    pub fn draw(&self, text: &str) -> Result<String, JsError> {
        Ok(svg(&self.renderer, text)?)
    }

    /// Takes the next piece of a diagram that is on its way.
    pub fn push(&mut self, chunk: &str) {
        self.preview.push(chunk);
    }

    /// What can be drawn of it now; nothing if that was drawn before.
    ///
    /// # Errors
    /// If it cannot be drawn.
    pub fn frame(&mut self) -> Result<Option<String>, JsError> {
        let Some(frame) = self.preview.frame() else {
            return Ok(None);
        };
        Ok(Some(svg(&self.renderer, &frame.text)?))
    }
}

fn svg(renderer: &Renderer, text: &str) -> Result<String, Error> {
    Ok(renderer.render(text)?.to_svg(false))
}

fn main() {}
