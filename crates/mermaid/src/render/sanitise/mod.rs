//! What of a drawing may reach a page: elements, attributes and styles by allow-list.
//!
//! A diagram's text is hostile input, and the renderer is not trusted to have escaped all of it.
//! What is not listed here is dropped, with what it contains. `style` elements and attributes are
//! taken out and given apart, since a strict content security policy refuses both in markup; links
//! keep their address in `data-href`, where nothing follows it unasked.

mod css;

use std::borrow::Cow;
use std::collections::HashMap;
use std::fmt::Write as _;

use quick_xml::escape::{escape, resolve_xml_entity};
use quick_xml::events::attributes::Attribute;
use quick_xml::events::{BytesStart, Event};
use quick_xml::{Reader, XmlVersion};

/// Elements that draw, and what they refer to. None runs a script, fetches or animates another
/// element's attributes.
const ELEMENTS: &[&str] = &[
    "a",
    "circle",
    "clipPath",
    "defs",
    "desc",
    "ellipse",
    "feBlend",
    "feColorMatrix",
    "feComposite",
    "feDropShadow",
    "feFlood",
    "feGaussianBlur",
    "feMerge",
    "feMergeNode",
    "feOffset",
    "filter",
    "g",
    "image",
    "line",
    "linearGradient",
    "marker",
    "mask",
    "path",
    "pattern",
    "polygon",
    "polyline",
    "radialGradient",
    "rect",
    "stop",
    "svg",
    "symbol",
    "text",
    "textPath",
    "title",
    "tspan",
    "use",
];

/// Attributes besides `data-*`, `aria-*` and those handled one by one.
const ATTRIBUTES: &[&str] = &[
    "alignment-baseline",
    "class",
    "clip-path",
    "clip-rule",
    "clipPathUnits",
    "color",
    "cx",
    "cy",
    "d",
    "display",
    "dominant-baseline",
    "dx",
    "dy",
    "edgeMode",
    "fill",
    "fill-opacity",
    "fill-rule",
    "filter",
    "filterUnits",
    "flood-color",
    "flood-opacity",
    "font-family",
    "font-size",
    "font-style",
    "font-weight",
    "fx",
    "fy",
    "gradientTransform",
    "gradientUnits",
    "height",
    "id",
    "in",
    "in2",
    "k1",
    "k2",
    "k3",
    "k4",
    "lengthAdjust",
    "letter-spacing",
    "marker-end",
    "marker-mid",
    "marker-start",
    "markerHeight",
    "markerUnits",
    "markerWidth",
    "mask",
    "mode",
    "name",
    "offset",
    "opacity",
    "operator",
    "orient",
    "overflow",
    "patternTransform",
    "patternUnits",
    "points",
    "preserveAspectRatio",
    "r",
    "refX",
    "refY",
    "result",
    "role",
    "rotate",
    "rx",
    "ry",
    "shape-rendering",
    "spreadMethod",
    "startOffset",
    "stdDeviation",
    "stop-color",
    "stop-opacity",
    "stroke",
    "stroke-dasharray",
    "stroke-dashoffset",
    "stroke-linecap",
    "stroke-linejoin",
    "stroke-miterlimit",
    "stroke-opacity",
    "stroke-width",
    "text-anchor",
    "text-decoration",
    "textLength",
    "title",
    "transform",
    "transform-origin",
    "type",
    "values",
    "version",
    "viewBox",
    "visibility",
    "width",
    "x",
    "x1",
    "x2",
    "xml:space",
    "y",
    "y1",
    "y2",
];

/// A drawing that is safe to show.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Clean {
    /// One `svg` element without styles.
    pub(super) markup: String,
    /// Its style sheet.
    pub(super) style: String,
    /// Whether it has texts as HTML, which were dropped.
    pub(super) lacks_text: bool,
}

/// Why a drawing cannot be shown.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("the drawing is not well-formed: {0}")]
pub(super) struct Malformed(String);

impl<E: Into<quick_xml::Error>> From<E> for Malformed {
    fn from(error: E) -> Self {
        Self(error.into().to_string())
    }
}

/// Cleans a drawing whose root element has this `id`. Cost: linear.
pub(super) fn sanitise(svg: &str, id: &str) -> Result<Clean, Malformed> {
    let svg = writable(svg);
    let mut reader = Reader::from_str(&svg);
    let mut clean = Cleaner {
        id,
        markup: String::with_capacity(svg.len()),
        style: String::new(),
        lifted: Vec::new(),
        known: HashMap::new(),
    };
    let mut lacks_text = false;
    // How deep inside an element that is dropped.
    let mut dropped = 0_u32;
    let mut open: Vec<&'static str> = Vec::new();
    let mut css: Option<String> = None;
    loop {
        match reader.read_event()? {
            Event::Start(start) => {
                if dropped > 0 {
                    dropped += 1;
                } else if let Some(name) = element(&start) {
                    clean.open(name, &start, open.is_empty(), false)?;
                    open.push(name);
                } else {
                    let name = start.name();
                    if name.as_ref() == "style" {
                        css = Some(String::new());
                    }
                    lacks_text |= matches!(name.as_ref(), "foreignObject" | "switch");
                    dropped = 1;
                }
            }
            Event::Empty(start) => {
                if dropped == 0
                    && let Some(name) = element(&start)
                {
                    clean.open(name, &start, open.is_empty(), true)?;
                }
            }
            Event::End(_) if dropped > 0 => {
                dropped -= 1;
                if dropped == 0
                    && let Some(css) = css.take()
                {
                    clean.style.push_str(&css::sheet(&css, id));
                }
            }
            Event::End(_) => {
                if let Some(name) = open.pop() {
                    clean.markup.push_str("</");
                    clean.markup.push_str(name);
                    clean.markup.push('>');
                }
            }
            Event::Text(text) => {
                let text = text.xml10_content();
                match &mut css {
                    Some(css) => css.push_str(&text),
                    None if dropped == 0 && !open.is_empty() => {
                        clean.markup.push_str(&escape(text.as_ref()));
                    }
                    None => {}
                }
            }
            Event::CData(text) => {
                let text = text.xml10_content();
                match &mut css {
                    Some(css) => css.push_str(&text),
                    None if dropped == 0 && !open.is_empty() => {
                        clean.markup.push_str(&escape(text.as_ref()));
                    }
                    None => {}
                }
            }
            Event::GeneralRef(reference) => {
                let resolved = match reference.resolve_char_ref()? {
                    Some(c) => Some(Cow::Owned(c.to_string())),
                    None => resolve_xml_entity(&reference.xml10_content()).map(Cow::Borrowed),
                };
                let Some(resolved) = resolved else { continue };
                match &mut css {
                    Some(css) => css.push_str(&resolved),
                    None if dropped == 0 && !open.is_empty() => {
                        clean.markup.push_str(&escape(resolved.as_ref()));
                    }
                    None => {}
                }
            }
            Event::Eof => break,
            // Comments, processing instructions and document types draw nothing.
            _ => {}
        }
    }
    if !open.is_empty() || !clean.markup.starts_with("<svg") {
        return Err(Malformed("it ends too early".to_owned()));
    }
    clean.finish();
    Ok(Clean {
        markup: clean.markup,
        style: clean.style,
        lacks_text,
    })
}

struct Cleaner<'a> {
    id: &'a str,
    markup: String,
    style: String,
    /// Declarations of `style` attributes, each the rule of a class.
    lifted: Vec<String>,
    /// The `style` attributes that were seen, and the number of their class.
    known: HashMap<String, Option<usize>>,
}

impl Cleaner<'_> {
    fn open(
        &mut self,
        name: &str,
        start: &BytesStart<'_>,
        is_root: bool,
        is_empty: bool,
    ) -> Result<(), Malformed> {
        self.markup.push('<');
        self.markup.push_str(name);
        if is_root {
            self.markup
                .push_str(" xmlns=\"http://www.w3.org/2000/svg\"");
        }
        let mut class = String::new();
        let mut lifted = None;
        for attribute in start.attributes() {
            let attribute = attribute?;
            let value = value_of(&attribute)?;
            match attribute.key.as_ref() {
                "class" => class.push_str(&value),
                "style" => lifted = self.lift(&value),
                "href" | "xlink:href" => self.reference(name, &value),
                key if is_allowed(key) && is_safe(key, &value) => self.attribute(key, &value),
                _ => {}
            }
        }
        if let Some(lifted) = lifted {
            if !class.is_empty() {
                class.push(' ');
            }
            class.push_str(&lifted);
        }
        if !class.is_empty() {
            self.attribute("class", &class);
        }
        self.markup.push_str(if is_empty { "/>" } else { ">" });
        Ok(())
    }

    fn attribute(&mut self, name: &str, value: &str) {
        self.markup.push(' ');
        self.markup.push_str(name);
        self.markup.push_str("=\"");
        self.markup.push_str(&escape(value));
        self.markup.push('"');
    }

    /// Where an element refers to: inside the picture, or for a link, to be asked about.
    fn reference(&mut self, element: &str, target: &str) {
        let target = target.trim();
        match element {
            "a" if is_link(target) => self.attribute("data-href", target),
            "image" if is_embedded_image(target) => self.attribute("href", target),
            "use" | "textPath" | "linearGradient" | "radialGradient" | "pattern"
                if target.starts_with('#') =>
            {
                self.attribute("href", target);
            }
            _ => {}
        }
    }

    /// Makes a class of a `style` attribute; its name.
    fn lift(&mut self, style: &str) -> Option<String> {
        let at = if let Some(known) = self.known.get(style) {
            *known
        } else {
            let at = self.number(css::declarations(style));
            self.known.insert(style.to_owned(), at);
            at
        };
        at.map(|at| format!("own-{at}"))
    }

    /// The number of the class of some declarations.
    fn number(&mut self, declarations: String) -> Option<usize> {
        if declarations.is_empty() {
            return None;
        }
        let known = self.lifted.iter().position(|one| *one == declarations);
        Some(known.unwrap_or_else(|| {
            self.lifted.push(declarations);
            self.lifted.len() - 1
        }))
    }

    fn finish(&mut self) {
        // As specific as an attribute would be, compared with the sheet's own rules.
        let scope = format!("#{}", self.id).repeat(3);
        for (at, declarations) in self.lifted.iter().enumerate() {
            // Writing to a text fails never.
            let _ = write!(self.style, "{scope} .own-{at}{{{declarations}}}");
        }
    }
}

/// The name of an element, if it may stay.
fn element(start: &BytesStart<'_>) -> Option<&'static str> {
    let at = ELEMENTS.binary_search(&start.name().as_ref()).ok()?;
    ELEMENTS.get(at).copied()
}

fn value_of<'a>(attribute: &Attribute<'a>) -> Result<Cow<'a, str>, Malformed> {
    Ok(attribute.normalized_value(XmlVersion::Explicit1_0)?)
}

/// Without the control characters that [XML](https://www.w3.org/TR/xml/#charsets) cannot hold, for
/// which a browser refuses all of it.
fn writable(svg: &str) -> Cow<'_, str> {
    let is_control = |byte: u8| byte < b' ' && !matches!(byte, b'\t' | b'\n' | b'\r');
    // Of the rest, only U+FFFE and U+FFFF are refused: 0xEF 0xBF 0xBE and 0xBF.
    if !svg.bytes().any(|byte| is_control(byte) || byte == 0xEF) {
        return Cow::Borrowed(svg);
    }
    let is_refused = |c: char| matches!(c, '\0'..='\u{8}' | '\u{B}' | '\u{C}' | '\u{E}'..='\u{1F}' | '\u{FFFE}' | '\u{FFFF}');
    Cow::Owned(svg.chars().filter(|c| !is_refused(*c)).collect())
}

fn is_allowed(name: &str) -> bool {
    let is_word = |rest: &str| rest.bytes().all(|b| b.is_ascii_lowercase() || b == b'-');
    ATTRIBUTES.binary_search(&name).is_ok()
        || name.strip_prefix("aria-").is_some_and(is_word)
        || name.strip_prefix("data-").is_some_and(is_word) && name != "data-href"
}

/// Whether a value of an attribute names nothing outside the picture.
fn is_safe(name: &str, value: &str) -> bool {
    let is_text = matches!(name, "id" | "name" | "title")
        || name.starts_with("data-")
        || name.starts_with("aria-");
    is_text || value.is_empty() || css::is_harmless(value)
}

/// Whether a link leads to a page or a mailbox.
fn is_link(target: &str) -> bool {
    let target = target.to_ascii_lowercase();
    ["https://", "http://", "mailto:"]
        .iter()
        .any(|scheme| target.starts_with(scheme))
        && !target.chars().any(char::is_control)
}

fn is_embedded_image(target: &str) -> bool {
    ["png", "jpeg", "gif", "webp"]
        .iter()
        .any(|kind| target.starts_with(&format!("data:image/{kind};base64,")))
}

#[cfg(test)]
mod tests;
