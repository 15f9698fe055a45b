//! The clipboard, as far as a page may touch it: after a click or a key, and on a secure origin.

use wasm_bindgen::JsValue;
use wasm_bindgen_futures::JsFuture;

use crate::thrown_name;

/// Why the clipboard was not read or written.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ClipboardError {
    /// The page has none: it is not on a secure origin, or is in a frame without permission.
    #[error("this page may not use the clipboard here: select the text and copy it by keyboard")]
    Unavailable,
    /// The browser or the person refused.
    #[error("the browser did not allow the clipboard: allow it for this site, or use the keyboard")]
    Refused,
}

/// Puts a text on the clipboard.
pub async fn write_text(text: &str) -> Result<(), ClipboardError> {
    let promise = clipboard()?.write_text(text);
    JsFuture::from(promise)
        .await
        .map_err(|error| refusal(&error))?;
    Ok(())
}

/// Puts a PNG image on the clipboard.
pub async fn write_image(image: &web_sys::Blob) -> Result<(), ClipboardError> {
    let record = js_sys::Object::new();
    js_sys::Reflect::set(&record, &"image/png".into(), image)
        .map_err(|_| ClipboardError::Unavailable)?;
    let item = web_sys::ClipboardItem::new_with_record_from_str_to_blob_promise(&record)
        .map_err(|error| refusal(&error))?;
    let promise = clipboard()?.write(&js_sys::Array::of1(&item));
    JsFuture::from(promise)
        .await
        .map_err(|error| refusal(&error))?;
    Ok(())
}

/// The text on the clipboard. Browsers ask the person first.
pub async fn read_text() -> Result<String, ClipboardError> {
    let promise = clipboard()?.read_text();
    let text = JsFuture::from(promise)
        .await
        .map_err(|error| refusal(&error))?;
    Ok(text.as_string().unwrap_or_default())
}

fn clipboard() -> Result<web_sys::Clipboard, ClipboardError> {
    let window = web_sys::window().ok_or(ClipboardError::Unavailable)?;
    // On an insecure origin the property is missing, which its type does not tell.
    if !window.is_secure_context() {
        return Err(ClipboardError::Unavailable);
    }
    Ok(window.navigator().clipboard())
}

fn refusal(error: &JsValue) -> ClipboardError {
    match thrown_name(error).as_deref() {
        Some("NotAllowedError" | "SecurityError") => ClipboardError::Refused,
        _ => ClipboardError::Unavailable,
    }
}
