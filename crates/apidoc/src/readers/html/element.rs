//! What an element of HTML is: a block or a part of a line, a badge, a placeholder, furniture of the
//! page; and what it says of itself, its language and its anchor.

use scraper::ElementRef;

use crate::document::TextBuilder;

pub(super) fn is_word(text: &str) -> bool {
    let text = text.trim();
    text.len() < 48
        && text.starts_with(|c: char| c.is_ascii_alphabetic())
        && text
            .chars()
            .all(|c| c.is_ascii_alphanumeric() || matches!(c, '_' | '-' | '.'))
}

/// Whether an element says that its text stands for a value.
pub(super) fn is_placeholder(element: ElementRef<'_>) -> bool {
    let value = element.value();
    matches!(value.name(), "var" | "i" | "em")
        || value.classes().any(|class| {
            let class = class.to_ascii_lowercase();
            [
                "replaceable",
                "placeholder",
                "variable",
                "varname",
                "path-param",
            ]
            .iter()
            .any(|word| class.contains(word))
        })
}

pub(super) fn language_of(pre: ElementRef<'_>) -> Option<String> {
    let code = pre
        .child_elements()
        .find(|child| child.value().name() == "code");
    let parents = pre.ancestors().filter_map(ElementRef::wrap).take(2);
    for element in code.into_iter().chain(std::iter::once(pre)).chain(parents) {
        for attribute in ["data-lang", "data-language", "lang"] {
            let known = element
                .value()
                .attr(attribute)
                .filter(|value| !value.is_empty());
            if let Some(language) = known.filter(|_| element.value().name() != "html") {
                return Some(language.to_lowercase());
            }
        }
        for class in element.value().classes() {
            for prefix in ["language-", "lang-", "highlight-", "brush:", "sourceCode "] {
                if let Some(language) = class.strip_prefix(prefix).filter(|rest| !rest.is_empty()) {
                    return (language != "default").then(|| language.to_lowercase());
                }
            }
            if matches!(
                class,
                "json" | "http" | "shell" | "bash" | "curl" | "xml" | "python"
            ) {
                return Some(class.to_owned());
            }
        }
    }
    None
}

/// How many empty elements, such as icons and anchors, may stand before a heading.
const EMPTY: usize = 8;

/// The fragment that leads to an element: its own, one that holds nothing but it, or an empty
/// anchor beside it.
pub(super) fn anchor_of(element: ElementRef<'_>) -> Option<String> {
    let id = |element: ElementRef<'_>| {
        let value = element.value();
        value
            .attr("id")
            .or_else(|| value.attr("name"))
            .map(str::to_owned)
    };
    id(element)
        .or_else(|| element.child_elements().find_map(id))
        .or_else(|| {
            let parent = element.parent().and_then(ElementRef::wrap)?;
            let first = parent
                .child_elements()
                .take(EMPTY)
                .find(|child| !child.text().all(|t| t.trim().is_empty()));
            (first == Some(element) && parent.value().name() != "body").then(|| id(parent))?
        })
}

/// Whether two spans that touch are two words. Parts of a path are one, however they are set.
pub(super) fn is_apart(before: &TextBuilder, next: ElementRef<'_>) -> bool {
    let starts = next.text().find(|text| !text.is_empty());
    let closes = starts.is_some_and(|text| text.starts_with([')', '}', '>', ']', ',', '.']));
    let goes_on = before.ends_with(['/', '(', '{', '<', '=', '?', '&', ':'])
        || before.ends_with([')', '}', '>']) && starts.is_some_and(|text| text.starts_with('/'));
    !closes && !goes_on
}

/// A span that its class sets apart.
pub(super) fn is_badge(element: ElementRef<'_>) -> bool {
    matches!(
        element.value().name(),
        "span" | "code" | "b" | "strong" | "label" | "a"
    ) && element.value().classes().next().is_some()
        && !element
            .value()
            .classes()
            .any(|class| matches!(class, "pre" | "std" | "hljs" | "token"))
}

pub(super) fn is_inline(element: ElementRef<'_>) -> bool {
    matches!(
        element.value().name(),
        "a" | "abbr"
            | "b"
            | "bdi"
            | "bdo"
            | "br"
            | "button"
            | "cite"
            | "code"
            | "data"
            | "del"
            | "dfn"
            | "em"
            | "font"
            | "i"
            | "ins"
            | "kbd"
            | "label"
            | "mark"
            | "q"
            | "s"
            | "samp"
            | "small"
            | "span"
            | "strong"
            | "sub"
            | "sup"
            | "time"
            | "tt"
            | "u"
            | "var"
            | "wbr"
    ) && !holds_blocks(element)
}

/// Whether a block hides within an inline element, as frameworks like to do.
fn holds_blocks(element: ElementRef<'_>) -> bool {
    element
        .descendants()
        .skip(1)
        .filter_map(ElementRef::wrap)
        .take(64)
        .any(|inner| {
            matches!(
                inner.value().name(),
                "div" | "p" | "ul" | "ol" | "dl" | "table" | "pre" | "section" | "h1" | "h2" | "h3"
            )
        })
}

/// Parts of a page that are not its contents.
pub(super) fn is_furniture(element: ElementRef<'_>) -> bool {
    let value = element.value();
    if matches!(
        value.name(),
        "script"
            | "style"
            | "nav"
            | "footer"
            | "noscript"
            | "template"
            | "svg"
            | "head"
            | "iframe"
            | "select"
            | "textarea"
            | "input"
            | "img"
            | "video"
            | "audio"
            | "canvas"
            | "object"
    ) {
        return true;
    }
    if matches!(
        value.attr("role"),
        Some("navigation" | "search" | "banner" | "contentinfo")
    ) || value.attr("hidden").is_some()
    {
        return true;
    }
    if value.name() == "a" {
        let text: String = element.text().collect();
        let text = text.trim();
        // Links to the heading itself.
        return (text.is_empty()
            || matches!(text, "¶" | "#" | "\u{f0c1}" | "Link to this heading"))
            && element.child_elements().next().is_none();
    }
    false
}
