//! Pictures as pixels.

use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Blob, CanvasRenderingContext2d, HtmlCanvasElement, HtmlImageElement};

use crate::{files, thrown};

/// The longest side that every current browser draws, in pixels.
const LONGEST: f64 = 16_384.0;
/// The most pixels that every current browser draws.
const MOST_PIXELS: f64 = 16_384.0 * 16_384.0;

/// Why there are no pixels.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum RasterError {
    /// More than a browser draws.
    #[error(
        "at this scale the picture has {width} × {height} pixels, more than browsers draw: choose a smaller scale, or SVG"
    )]
    TooLarge {
        /// In pixels.
        width: u64,
        /// In pixels.
        height: u64,
    },
    /// The browser gave up.
    #[error("the browser could not draw the picture ({0}): save it as SVG")]
    Failed(String),
}

/// An SVG document as a PNG image, `scale` pixels for each CSS pixel of its extent.
pub async fn png(svg: &str, width: f64, height: f64, scale: f64) -> Result<Blob, RasterError> {
    let (width, height) = ((width * scale).ceil(), (height * scale).ceil());
    if width.max(height) > LONGEST || width * height > MOST_PIXELS {
        return Err(RasterError::TooLarge {
            width: whole(width),
            height: whole(height),
        });
    }
    let url = files::object_url("image/svg+xml", svg.as_bytes()).map_err(RasterError::Failed)?;
    let drawn = draw(&url, width, height).await;
    files::revoke(&url);
    drawn.map_err(|error| RasterError::Failed(thrown(&error)))
}

async fn draw(url: &str, width: f64, height: f64) -> Result<Blob, JsValue> {
    let image = HtmlImageElement::new()?;
    image.set_src(url);
    JsFuture::from(image.decode()).await?;
    let document = web_sys::window()
        .and_then(|window| window.document())
        .ok_or("there is no page")?;
    let canvas: HtmlCanvasElement = document.create_element("canvas")?.dyn_into()?;
    canvas.set_width(pixels(width));
    canvas.set_height(pixels(height));
    let context: CanvasRenderingContext2d = canvas
        .get_context("2d")?
        .ok_or("there is no canvas")?
        .dyn_into()?;
    context.draw_image_with_html_image_element_and_dw_and_dh(&image, 0.0, 0.0, width, height)?;
    let made = js_sys::Promise::new(&mut |resolve, reject| {
        let done = Closure::once_into_js(move |blob: JsValue| {
            let settle = if blob.is_null() { reject } else { resolve };
            // Settling a promise fails never.
            let _ = settle.call1(&JsValue::NULL, &blob);
        });
        let _ = canvas.to_blob_with_type(done.unchecked_ref(), "image/png");
    });
    JsFuture::from(made).await?.dyn_into()
}

/// The bytes of an image.
pub async fn bytes(image: &Blob) -> Result<Vec<u8>, RasterError> {
    let buffer = JsFuture::from(image.array_buffer())
        .await
        .map_err(|error| RasterError::Failed(thrown(&error)))?;
    Ok(js_sys::Uint8Array::new(&buffer).to_vec())
}

// Extents are whole and bounded when they come here.
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
fn pixels(length: f64) -> u32 {
    length as u32
}

#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
fn whole(length: f64) -> u64 {
    length as u64
}
