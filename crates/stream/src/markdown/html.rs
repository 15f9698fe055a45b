//! A block's events as HTML that may stand in a page, whoever wrote the Markdown.
//!
//! - A link leads to `http`, `https`, `mailto`, `tel` or within its site, and bears
//!   `rel="noopener noreferrer"`; any other is shown as its text.
//! - An image is not loaded: it becomes a link to it with its alternative text.
//! - HTML in the Markdown goes through `ammonia`'s allow-list, block by block.
//! - What is nested past [`DEEPEST`] levels is shown without further nesting.
//! - There are no inline styles, and no classes but `language-…` on code and `footnote`.
//!
//! [`to_view`] writes the same for a page that asks before a link is followed: there nothing leads away
//! by itself.

use std::collections::HashSet;
use std::fmt::Write as _;
use std::sync::LazyLock;

use pulldown_cmark::{Alignment, CowStr, Event, LinkType, Tag, TagEnd, html::push_html};
use pulldown_cmark_escape::{escape_href, escape_html};

/// How deep elements may be nested; a page's own limit is a few hundred.
const DEEPEST: usize = 48;
const SCHEMES: [&str; 4] = ["http", "https", "mailto", "tel"];
const REL: &str = "noopener noreferrer";
/// What the identifiers of footnotes begin with.
const NOTE: &str = "note-";

/// The HTML of a block. The identifiers of its footnotes hold `anchors`, so that two documents in
/// one page have each their own. Cost: linear; blocks with HTML in them cost some thirty times more.
pub fn to_html(events: &[Event<'_>], anchors: &str) -> String {
    let writer = Writer {
        anchors,
        ..Writer::default()
    };
    write(events, writer, &SANITIZER)
}

/// The HTML of a block for a page that asks before a link is followed, as [`to_html`] otherwise.
///
/// - A link to `http`, `https` or `mailto` is a button with the address in `data-to`; any other, one
///   within the site included, is shown as its text. Only a footnote's mention is an `a`.
/// - Code in a line that `is_name` knows is a button with it in `data-name`.
///
/// HTML in the Markdown can make such buttons too: whoever acts on one looks at the address again, and
/// whether the name is one.
pub fn to_view(events: &[Event<'_>], anchors: &str, is_name: &dyn Fn(&str) -> bool) -> String {
    let writer = Writer {
        anchors,
        view: Some(is_name),
        ..Writer::default()
    };
    write(events, writer, &VIEW_SANITIZER)
}

fn write<'a>(
    events: &'a [Event<'a>],
    mut writer: Writer<'_>,
    sanitizer: &ammonia::Builder<'static>,
) -> String {
    let mut mapped = Vec::with_capacity(events.len());
    for (at, event) in events.iter().enumerate() {
        writer.take(event, events.get(at + 1), &mut mapped);
    }
    let mut html = String::new();
    push_html(&mut html, mapped.into_iter());
    if writer.has_html {
        html = sanitizer.clean(&html).to_string();
    }
    html
}

/// Elements that `ammonia` passes and a page has no need of.
const ODD: [&str; 6] = ["acronym", "center", "data", "rtc", "strike", "tt"];

static VIEW_SANITIZER: LazyLock<ammonia::Builder<'static>> = LazyLock::new(|| {
    let mut builder = allowed();
    builder
        .rm_tags(ODD)
        .link_rel(None)
        .add_tags(["button"])
        .add_tag_attributes("button", ["class", "data-to", "data-name", "title"])
        .set_tag_attribute_value("button", "type", "button")
        .attribute_filter(|element, attribute, value| {
            let is_kept = match (element, attribute) {
                ("button", "class") => value == LINK || value == NAME,
                ("button", "data-to") => leads_away(value),
                ("a", "href") => value
                    .strip_prefix('#')
                    .is_some_and(|id| id.starts_with(NOTE)),
                (_, "cite") => false,
                _ => is_kept(element, attribute, value),
            };
            // A page that reads tags as it writes them meets no bracket in one.
            (is_kept && !value.contains(['<', '>'])).then(|| value.into())
        });
    builder
});

/// The class of a button that is a link, and of one that is a name.
const LINK: &str = "to";
const NAME: &str = "name";

static SANITIZER: LazyLock<ammonia::Builder<'static>> = LazyLock::new(|| {
    let mut builder = allowed();
    builder.attribute_filter(|element, attribute, value| {
        is_kept(element, attribute, value).then(|| value.into())
    });
    builder
});

fn allowed() -> ammonia::Builder<'static> {
    let mut builder = ammonia::Builder::default();
    builder
        .url_schemes(HashSet::from(SCHEMES))
        .link_rel(Some(REL))
        .rm_tags(["img", "map", "area"])
        .add_tags(["input"])
        .add_tag_attributes("input", ["checked", "disabled"])
        .set_tag_attribute_value("input", "type", "checkbox")
        .set_tag_attribute_value("input", "disabled", "")
        .add_tag_attributes("code", ["class"])
        .add_tag_attributes("div", ["class", "id"])
        .add_tag_attributes("sup", ["class"]);
    builder
}

fn is_kept(element: &str, attribute: &str, value: &str) -> bool {
    match (element, attribute) {
        ("code", "class") => value.starts_with("language-"),
        ("div" | "sup", "class") => value == "footnote",
        ("div", "id") => value.starts_with(NOTE),
        _ => true,
    }
}

#[derive(Default)]
struct Writer<'a> {
    anchors: &'a str,
    /// What is open, and how its end is written.
    open: Vec<End>,
    /// How many of them are elements.
    depth: usize,
    links: usize,
    alignments: Vec<Alignment>,
    column: usize,
    is_head: bool,
    has_html: bool,
    /// What is a name, if this is for a page that asks before a link is followed.
    view: Option<&'a dyn Fn(&str) -> bool>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum End {
    AsItIs,
    Html(&'static str),
    /// A link's end.
    Link,
    /// Not written, as its beginning.
    Nothing,
}

impl Writer<'_> {
    fn take<'e>(&mut self, event: &Event<'e>, next: Option<&Event<'_>>, out: &mut Vec<Event<'e>>) {
        match event {
            Event::Start(tag) => {
                let end = self.start(tag, next, out);
                self.depth += usize::from(end != End::Nothing);
                self.open.push(end);
            }
            Event::End(tag) => {
                let end = self.open.pop().unwrap_or(End::Nothing);
                self.depth -= usize::from(end != End::Nothing && self.depth > 0);
                match tag {
                    TagEnd::TableHead => self.is_head = false,
                    TagEnd::TableCell => self.column += 1,
                    _ => {}
                }
                match end {
                    End::AsItIs => out.push(event.clone()),
                    End::Html(text) => out.push(Event::InlineHtml(text.into())),
                    End::Link => {
                        self.links = self.links.saturating_sub(1);
                        let end = if self.view.is_some() {
                            "</button>"
                        } else {
                            "</a>"
                        };
                        out.push(Event::InlineHtml(end.into()));
                    }
                    End::Nothing => {}
                }
            }
            Event::FootnoteReference(label) => {
                let mut html = String::from("<sup class=\"footnote\">");
                let is_linked = self.links == 0;
                if is_linked {
                    html.push_str("<a href=\"#");
                    self.anchor(label, &mut html);
                    if self.view.is_none() {
                        html.push_str("\" rel=\"");
                        html.push_str(REL);
                    }
                    html.push_str("\">");
                }
                escape(label, &mut html);
                html.push_str(if is_linked { "</a></sup>" } else { "</sup>" });
                out.push(Event::InlineHtml(html.into()));
            }
            Event::Code(text) if self.links == 0 && self.view.is_some_and(|is| is(text)) => {
                let mut html = format!("<button type=\"button\" class=\"{NAME}\" data-name=\"");
                escape(text, &mut html);
                html.push_str("\"><code>");
                escape(text, &mut html);
                html.push_str("</code></button>");
                out.push(Event::InlineHtml(html.into()));
            }
            Event::Html(_) | Event::InlineHtml(_) => {
                self.has_html = true;
                out.push(event.clone());
            }
            _ => out.push(event.clone()),
        }
    }

    fn start<'e>(
        &mut self,
        tag: &Tag<'e>,
        next: Option<&Event<'_>>,
        out: &mut Vec<Event<'e>>,
    ) -> End {
        match tag {
            Tag::Link {
                link_type,
                dest_url,
                title,
                ..
            } => self.link(*link_type, dest_url, title, out),
            Tag::Image {
                link_type,
                dest_url,
                title,
                ..
            } => {
                let end = self.link(*link_type, dest_url, title, out);
                if matches!(next, Some(Event::End(TagEnd::Image))) {
                    out.push(Event::Text(dest_url.clone()));
                }
                end
            }
            Tag::Table(alignments) => {
                self.alignments.clone_from(alignments);
                out.push(Event::Start(tag.clone()));
                End::AsItIs
            }
            Tag::TableHead | Tag::TableRow => {
                self.is_head = *tag == Tag::TableHead;
                self.column = 0;
                out.push(Event::Start(tag.clone()));
                End::AsItIs
            }
            Tag::TableCell => {
                let name = if self.is_head { "th" } else { "td" };
                let align = match self.alignments.get(self.column) {
                    Some(Alignment::Left) => " align=\"left\"",
                    Some(Alignment::Center) => " align=\"center\"",
                    Some(Alignment::Right) => " align=\"right\"",
                    Some(Alignment::None) | None => "",
                };
                out.push(Event::InlineHtml(format!("<{name}{align}>").into()));
                End::Html(if self.is_head { "</th>" } else { "</td>" })
            }
            Tag::FootnoteDefinition(label) => {
                let mut html = String::from("<div class=\"footnote\" id=\"");
                self.anchor(label, &mut html);
                html.push_str("\"><sup>");
                escape(label, &mut html);
                html.push_str("</sup>\n");
                out.push(Event::Html(html.into()));
                End::Html("</div>\n")
            }
            Tag::BlockQuote(_)
            | Tag::List(_)
            | Tag::Item
            | Tag::Emphasis
            | Tag::Strong
            | Tag::Strikethrough
                if self.depth >= DEEPEST =>
            {
                End::Nothing
            }
            _ => {
                out.push(Event::Start(tag.clone()));
                End::AsItIs
            }
        }
    }

    /// Begins a link, unless it stands in another or leads where none should.
    fn link(
        &mut self,
        link_type: LinkType,
        url: &CowStr<'_>,
        title: &str,
        out: &mut Vec<Event<'_>>,
    ) -> End {
        let is_email = link_type == LinkType::Email;
        if self.links > 0 || !(is_email || leads_somewhere(url)) {
            return End::Nothing;
        }
        if self.view.is_some() {
            return self.button(is_email, url, title, out);
        }
        let mut html = String::from(if is_email {
            "<a href=\"mailto:"
        } else {
            "<a href=\""
        });
        // Writing to a string cannot fail.
        let _ = escape_href(&mut html, url);
        if !title.is_empty() {
            html.push_str("\" title=\"");
            escape(title, &mut html);
        }
        html.push_str("\" rel=\"");
        html.push_str(REL);
        html.push_str("\">");
        out.push(Event::InlineHtml(html.into()));
        self.links += 1;
        End::Link
    }

    /// Begins a button in a link's place.
    fn button(
        &mut self,
        is_email: bool,
        url: &CowStr<'_>,
        title: &str,
        out: &mut Vec<Event<'_>>,
    ) -> End {
        let to = if is_email {
            format!("mailto:{url}")
        } else {
            url.to_string()
        };
        if !leads_away(&to) {
            return End::Nothing;
        }
        let mut html = format!("<button type=\"button\" class=\"{LINK}\" data-to=\"");
        escape(&to, &mut html);
        // Where it leads is seen before it is asked for.
        html.push_str("\" title=\"");
        if !title.is_empty() {
            escape(title, &mut html);
            html.push_str(": ");
        }
        escape(&to, &mut html);
        html.push_str("\">");
        out.push(Event::InlineHtml(html.into()));
        self.links += 1;
        End::Link
    }

    fn anchor(&self, label: &str, html: &mut String) {
        html.push_str(NOTE);
        for part in [self.anchors, "-", label] {
            for character in part.chars().flat_map(char::to_lowercase) {
                if character.is_alphanumeric() || matches!(character, '-' | '_') {
                    html.push(character);
                } else {
                    // Writing to a string cannot fail.
                    let _ = write!(html, ".{:x}", u32::from(character));
                }
            }
        }
    }
}

fn escape(text: &str, html: &mut String) {
    // Writing to a string cannot fail.
    let _ = escape_html(html, text);
}

/// Whether an address is one that a person may be asked about: of the web, or of a letter.
fn leads_away(url: &str) -> bool {
    ["http://", "https://", "mailto:"].iter().any(|scheme| {
        let start = url.get(..scheme.len());
        start.is_some_and(|start| start.eq_ignore_ascii_case(scheme))
    })
}

/// Whether an address has no scheme, or one of those that may be followed. A browser drops what is
/// not printed before it looks (WHATWG URL §4.4), and so does this.
fn leads_somewhere(url: &str) -> bool {
    let mut scheme = String::new();
    for character in url
        .chars()
        .filter(|character| !character.is_control() && *character != ' ')
    {
        match character {
            ':' => {
                return SCHEMES
                    .iter()
                    .any(|known| scheme.eq_ignore_ascii_case(known));
            }
            '/' | '\\' | '?' | '#' => return true,
            _ if scheme.len() > 32 => return false,
            _ => scheme.push(character),
        }
    }
    true
}
