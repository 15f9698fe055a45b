//! A picture's markup and styles, put into a shadow root.

use leptos::prelude::*;
use leptos::web_sys;
use wasm_bindgen::{JsCast, JsValue};

/// A picture's markup as an element of this page.
///
/// # Errors
/// The browser's words, if it does not take the markup for an SVG document.
pub(super) fn parse(markup: &str) -> Result<web_sys::Element, JsValue> {
    // Never `innerHTML`: what is parsed as XML and adopted runs no script and keeps no handler
    // of an HTML document.
    let parsed = web_sys::DomParser::new()?
        .parse_from_string(markup, web_sys::SupportedType::ImageSvgXml)?;
    let svg = parsed
        .document_element()
        .filter(|element| element.tag_name() == "svg")
        .ok_or_else(|| JsValue::from_str("the drawing is no SVG"))?;
    Ok(document().adopt_node(&svg)?.unchecked_into())
}

/// Puts an element into `host`'s shadow root in place of what was there, under these style sheets.
/// Whether nothing was there.
///
/// # Errors
/// The browser's words, if `host` can have no shadow root.
pub(super) fn show(
    host: &web_sys::HtmlElement,
    svg: &web_sys::Element,
    styles: &[&str],
) -> Result<bool, JsValue> {
    let root = match host.shadow_root() {
        Some(root) => root,
        None => host.attach_shadow(&web_sys::ShadowRootInit::new(web_sys::ShadowRootMode::Open))?,
    };
    // Inline styles are forbidden: a sheet that is made by script is not one of them.
    let sheets = js_sys::Array::new();
    for style in styles {
        let sheet = web_sys::CssStyleSheet::new()?;
        sheet.replace_sync(style)?;
        sheets.push(&sheet);
    }
    root.set_adopted_style_sheets(&sheets);
    let is_first = root.first_child().is_none();
    while let Some(child) = root.first_child() {
        root.remove_child(&child)?;
    }
    root.append_child(svg)?;
    Ok(is_first)
}
