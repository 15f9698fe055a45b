//! Reading a document, whoever wrote it.

use std::ops::Range;

use ichiban_tool::{Diagnostic, Severity};
use quick_xml::events::{BytesStart, Event};
use quick_xml::{Reader, XmlVersion};

use super::{CHARACTER, CONTEXT, GLOSSARY, MADE, TOOL, seg};
use crate::localise::lines::Lines;
use crate::localise::memory::{Key, Made, UNKNOWN_CONTEXT};
use crate::localise::{Locale, Memory};

/// Deepest nesting of elements: TMX has few levels, and tags within tags are rare.
const DEEPEST: usize = 64;

/// What a document holds.
#[derive(Debug, Default)]
pub struct Tmx {
    /// The translations.
    pub memory: Memory,
    /// What was passed over: units without a language, without a source, without a translation.
    pub notices: Vec<Diagnostic>,
    /// The program that wrote it.
    pub(super) tool: Option<String>,
    /// The end of the header's start tag: `>` or `/>`.
    pub(super) header_end: Option<Range<usize>>,
    /// Where the body's end tag begins.
    pub(super) body_end: Option<usize>,
}

/// Reads a TMX document of any version. `source` tells the language of the source texts, should
/// the document leave it open (`srclang="*all*"`). Inline codes (`ph`, `bpt`, `ept`, `it`, `ut`)
/// are read as the code they hold. A document type is passed over, its entities are not expanded.
/// Cost: one pass.
///
/// # Errors
/// If it is not well-formed XML, or no TMX: the place, and what to do.
pub fn read(text: &str, source: Option<&Locale>) -> Result<Tmx, Diagnostic> {
    let mut parse = Parse {
        text,
        lines: Lines::of(text),
        source,
        tmx: Tmx::default(),
        srclang: None,
        open: Vec::new(),
        unit: None,
        content: None,
        seen: false,
    };
    let mut reader = Reader::from_str(text);
    loop {
        let from = position(reader.buffer_position());
        let event = reader.read_event();
        let to = position(reader.buffer_position());
        let event = match event {
            Ok(event) => event,
            Err(error) => {
                let at = position(reader.error_position());
                return Err(parse.fault(at, &format!("The XML is broken: {error}.")));
            }
        };
        match event {
            Event::Eof => break,
            event => parse.take(event, from..to)?,
        }
    }
    match (parse.open.last(), parse.seen) {
        (Some(name), _) => {
            let message = format!("The document ends within `{name}`.");
            Err(parse.fault(text.len(), &message))
        }
        (None, false) => Err(parse.fault(0, "There is no `tmx` element.")),
        (None, true) => Ok(parse.tmx),
    }
}

fn position(offset: u64) -> usize {
    usize::try_from(offset).unwrap_or(usize::MAX)
}

struct Parse<'a> {
    text: &'a str,
    lines: Lines,
    source: Option<&'a Locale>,
    tmx: Tmx,
    srclang: Option<String>,
    /// The elements that are open.
    open: Vec<String>,
    unit: Option<Unit>,
    /// The text of the `seg` or `prop` that is open.
    content: Option<Content>,
    /// Whether there was a `tmx` element.
    seen: bool,
}

#[derive(Default)]
struct Unit {
    offset: usize,
    srclang: Option<String>,
    context: Option<String>,
    glossary: u64,
    /// Language, text, place.
    variants: Vec<(String, Option<String>, usize)>,
}

#[derive(Default)]
struct Content {
    /// The type of a property.
    kind: String,
    text: String,
    /// Where the tag begins that stands for a character, in the text.
    character: Option<usize>,
}

impl Parse<'_> {
    fn fault(&self, offset: usize, message: &str) -> Diagnostic {
        self.diagnostic(
            Severity::Error,
            "invalid-tmx",
            offset,
            message,
            "Export the memory again, or mend the file at this place.",
        )
    }

    fn diagnostic(
        &self,
        severity: Severity,
        code: &str,
        offset: usize,
        message: &str,
        hint: &str,
    ) -> Diagnostic {
        let mut offset = offset.min(self.text.len());
        while !self.text.is_char_boundary(offset) {
            offset -= 1;
        }
        Diagnostic {
            severity,
            code: code.to_owned(),
            path: String::new(),
            place: self.lines.place(self.text, offset),
            message: message.to_owned(),
            hint: hint.to_owned(),
        }
    }

    fn take(&mut self, event: Event<'_>, span: Range<usize>) -> Result<(), Diagnostic> {
        match event {
            Event::Start(tag) => {
                if self.open.len() >= DEEPEST {
                    return Err(self.fault(span.start, "Elements are nested too deeply."));
                }
                self.start(&tag, &span, ">")?;
                self.open.push(tag.name().as_ref().to_owned());
            }
            Event::Empty(tag) => {
                self.start(&tag, &span, "/>")?;
                self.end(tag.name().as_ref(), &span);
            }
            Event::End(tag) => {
                self.open.pop();
                self.end(tag.name().as_ref(), &span);
            }
            Event::Text(part) => self.text(&part.xml10_content()),
            Event::CData(part) => self.text(&part.xml10_content()),
            Event::GeneralRef(reference) => {
                let name = reference.xml10_content();
                let resolved = match reference.resolve_char_ref() {
                    Ok(Some(c)) => Some(c.to_string()),
                    _ => quick_xml::escape::resolve_xml_entity(&name).map(str::to_owned),
                };
                let Some(resolved) = resolved else {
                    let message = format!("The entity `&{name};` is not one of XML's own.");
                    return Err(self.diagnostic(
                        Severity::Error,
                        "invalid-tmx",
                        span.start,
                        &message,
                        "Write the character itself; entities of a document type are not read.",
                    ));
                };
                self.text(&resolved);
            }
            Event::Comment(_) | Event::Decl(_) | Event::PI(_) | Event::DocType(_) | Event::Eof => {}
        }
        Ok(())
    }

    fn text(&mut self, text: &str) {
        if let Some(content) = &mut self.content {
            content.text.push_str(text);
        }
    }

    fn start(
        &mut self,
        tag: &BytesStart<'_>,
        span: &Range<usize>,
        close: &str,
    ) -> Result<(), Diagnostic> {
        let name = tag.name();
        let name = name.as_ref();
        if self.open.is_empty() {
            if name != "tmx" {
                let message = format!("The document is `{name}`, not `tmx`.");
                return Err(self.fault(span.start, &message));
            }
            self.seen = true;
            return Ok(());
        }
        match name {
            "header" => {
                self.srclang = self.attribute(tag, &["srclang"], span)?;
                self.tmx.tool = self.attribute(tag, &["creationtool"], span)?;
                self.tmx.header_end = Some(span.end - close.len()..span.end);
            }
            "tu" => {
                self.unit = Some(Unit {
                    offset: span.start,
                    srclang: self.attribute(tag, &["srclang"], span)?,
                    ..Unit::default()
                });
            }
            "tuv" => {
                let language = self.attribute(tag, &["xml:lang", "lang"], span)?;
                if let Some(unit) = &mut self.unit {
                    let language = language.unwrap_or_default();
                    unit.variants.push((language, None, span.start));
                }
            }
            "seg" => self.content = Some(Content::default()),
            "prop" => {
                self.content = Some(Content {
                    kind: self.attribute(tag, &["type"], span)?.unwrap_or_default(),
                    ..Content::default()
                });
            }
            "ph" => {
                let kind = self.attribute(tag, &["type"], span)?;
                if let Some(content) = &mut self.content {
                    let ours = kind.as_deref() == Some(CHARACTER);
                    content.character = ours.then_some(content.text.len());
                }
            }
            _ => {}
        }
        Ok(())
    }

    /// An attribute by any of its names.
    fn attribute(
        &self,
        tag: &BytesStart<'_>,
        names: &[&str],
        span: &Range<usize>,
    ) -> Result<Option<String>, Diagnostic> {
        let broken =
            |message: String| self.fault(span.start, &format!("The tag is broken: {message}."));
        let mut found = None;
        for attribute in tag.attributes() {
            let attribute = attribute.map_err(|error| broken(error.to_string()))?;
            if names.contains(&attribute.key.as_ref()) {
                let value = attribute
                    .normalized_value(XmlVersion::Explicit1_0)
                    .map_err(|error| broken(error.to_string()))?;
                found = Some(value.into_owned());
            }
        }
        Ok(found)
    }

    fn end(&mut self, name: &str, span: &Range<usize>) {
        match name {
            "body" => self.tmx.body_end = Some(span.start),
            "ph" => {
                if let Some(content) = &mut self.content
                    && let Some(start) = content.character.take()
                    && let Some(c) = content.text.get(start..).and_then(seg::character)
                {
                    content.text.truncate(start);
                    content.text.push(c);
                }
            }
            "seg" => {
                let content = self.content.take().unwrap_or_default();
                let variant = self.unit.as_mut().and_then(|it| it.variants.last_mut());
                if let Some((_, text, _)) = variant {
                    *text = Some(content.text);
                }
            }
            "prop" => {
                if let Some(content) = self.content.take() {
                    self.property(&content);
                }
            }
            "tu" => {
                if let Some(unit) = self.unit.take() {
                    self.unit(unit);
                }
            }
            _ => {}
        }
    }

    fn property(&mut self, property: &Content) {
        let text = &property.text;
        match property.kind.as_str() {
            CONTEXT => {
                if let Some(unit) = &mut self.unit {
                    unit.context = serde_json::from_str(text).ok();
                }
            }
            GLOSSARY => {
                if let Some(unit) = &mut self.unit {
                    unit.glossary = u64::from_str_radix(text.trim(), 16).unwrap_or_default();
                }
            }
            MADE => {
                if let Some(made) = made(text) {
                    self.tmx.memory.insert_made(made);
                }
            }
            _ => {}
        }
    }

    /// Remembers the translations of a unit.
    fn unit(&mut self, unit: Unit) {
        let wanted = unit.srclang.as_deref().or(self.srclang.as_deref());
        let wanted = wanted
            .filter(|it| *it != "*all*")
            .or(self.source.map(Locale::as_str));
        let find = |same: fn(&str, &str) -> bool| {
            let wanted = wanted?;
            unit.variants.iter().position(|(it, ..)| same(it, wanted))
        };
        let own = self.tmx.tool.as_deref() == Some(TOOL);
        // Where no variant is in the language of the source, the first one mostly is the source.
        let at = find(|a, b| tag(a) == tag(b))
            .or_else(|| find(|a, b| tag(a).split('-').next() == tag(b).split('-').next()))
            .unwrap_or(0);
        let Some((_, Some(source), _)) = unit.variants.get(at) else {
            self.pass_over(unit.offset, "The unit has no source text.");
            return;
        };
        let context = unit.context.unwrap_or_else(|| {
            let context = if own { "" } else { UNKNOWN_CONTEXT };
            context.to_owned()
        });
        let mut any = false;
        for (place, (language, text, offset)) in unit.variants.iter().enumerate() {
            let Some(text) = text.as_ref().filter(|it| own || !it.trim().is_empty()) else {
                continue;
            };
            if place == at {
                continue;
            }
            let Ok(locale) = language.parse::<Locale>() else {
                let message = format!("`{language}` is not a language tag.");
                self.pass_over(*offset, &message);
                continue;
            };
            any = true;
            let key = Key {
                source: source.clone(),
                context: context.clone(),
                locale,
                glossary: unit.glossary,
            };
            self.tmx.memory.insert(key, text.clone());
        }
        if !any {
            self.pass_over(unit.offset, "The unit has no translation.");
        }
    }

    fn pass_over(&mut self, offset: usize, message: &str) {
        let notice = self.diagnostic(
            Severity::Info,
            "tmx-unit",
            offset,
            message,
            "It is passed over.",
        );
        self.tmx.notices.push(notice);
    }
}

/// A language tag to compare: programs differ in case and in `_`.
fn tag(language: &str) -> String {
    language.trim().replace('_', "-").to_lowercase()
}

/// What a property tells of a translation in a file.
fn made(text: &str) -> Option<Made> {
    let mut words = text.splitn(4, ' ');
    let locale = words.next()?.parse().ok()?;
    let target = u64::from_str_radix(words.next()?, 16).ok()?;
    let source = u64::from_str_radix(words.next()?, 16).ok()?;
    let name = serde_json::from_str(words.next()?).ok()?;
    Some(Made {
        locale,
        name,
        target,
        source,
    })
}
