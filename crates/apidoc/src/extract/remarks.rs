//! How lists come page by page and how often calls may be made: sentences of an operation's prose,
//! parameters that turn pages, and sections of their own (`Pagination`, `Rate limits`) that are about
//! all calls.

use crate::api::{Operation, Place, Remarks};

use super::outline::{Node, NodeKind};
use super::section::Survey;
use super::words;

/// The bytes that a remark has at most.
const LONGEST: usize = 600;

/// The parameters of an operation by which pages are turned, and what its prose says.
pub(crate) fn of(operation: &Operation) -> (Vec<&str>, Remarks) {
    let queries = || {
        let all = operation.parameters.iter();
        all.filter(|parameter| parameter.place == Place::Query)
            .map(|parameter| parameter.name.as_str())
    };
    let text = operation.description.as_deref().unwrap_or_default();
    let remarks = Remarks {
        pagination: told(text, is_of_pages),
        rate_limit: told(text, is_of_rates),
    };
    // A limit alone turns no page.
    let turns = remarks.pagination.is_some() || queries().any(is_place_in_list);
    let controls = queries().filter(|name| {
        turns && (is_place_in_list(name) || words::is_page_control(name) && !is_order(name))
    });
    (controls.collect(), remarks)
}

/// Reads what stands under headings that announce it and belongs to no operation.
pub(crate) fn general(nodes: &[Node<'_>], survey: &Survey<'_>, remarks: &mut Remarks) {
    let mut is_owned = vec![false; nodes.len()];
    let sections = survey.sections.iter();
    for at in sections
        .filter(|section| !section.routes.is_empty())
        .flat_map(|section| &section.nodes)
    {
        if let Some(owned) = is_owned.get_mut(*at) {
            *owned = true;
        }
    }
    let mut open = About::Other;
    let (mut pages, mut rates) = (String::new(), String::new());
    for (node, owned) in nodes.iter().zip(is_owned) {
        if owned {
            open = About::Other;
            continue;
        }
        if let NodeKind::Heading { text, .. } = &node.kind {
            open = About::of(&text.plain.to_lowercase());
            continue;
        }
        let text = match open {
            About::Pages => &mut pages,
            About::Rates => &mut rates,
            About::Other => continue,
        };
        match &node.kind {
            NodeKind::Paragraph(paragraph) => add(text, &paragraph.plain),
            NodeKind::List(items) => {
                for item in *items {
                    add(text, &item.text.plain);
                }
            }
            _ => {}
        }
    }
    for (slot, text) in [
        (&mut remarks.pagination, pages),
        (&mut remarks.rate_limit, rates),
    ] {
        if slot.is_none() && !text.is_empty() {
            *slot = Some(text);
        }
    }
}

/// What a heading announces.
#[derive(Clone, Copy)]
enum About {
    Pages,
    Rates,
    Other,
}

impl About {
    fn of(heading: &str) -> Self {
        if heading.contains("paginat") || heading == "paging" {
            Self::Pages
        } else if is_of_rates(heading) || heading.contains("throttling") {
            Self::Rates
        } else {
            Self::Other
        }
    }
}

/// The sentences of a text that are about something.
fn told(text: &str, is_about: impl Fn(&str) -> bool) -> Option<String> {
    let mut out = String::new();
    for sentence in sentences(text) {
        if is_about(&sentence.to_lowercase()) {
            add(&mut out, sentence);
        }
    }
    (!out.is_empty()).then_some(out)
}

/// Adds a sentence, if there is room.
fn add(text: &mut String, sentence: &str) {
    let sentence = sentence.trim();
    if sentence.is_empty() || text.len() + sentence.len() > LONGEST {
        return;
    }
    if !text.is_empty() {
        text.push(' ');
    }
    text.push_str(sentence);
}

/// A text at its full stops: those that white space follows.
fn sentences(text: &str) -> impl Iterator<Item = &str> {
    text.split('\n').flat_map(|line| {
        let mut rest = line;
        std::iter::from_fn(move || {
            if rest.is_empty() {
                return None;
            }
            let end = rest
                .match_indices(['.', '!', '?'])
                .map(|(at, mark)| at + mark.len())
                .find(|end| {
                    rest.get(*end..)
                        .is_some_and(|after| after.starts_with(char::is_whitespace))
                })
                .unwrap_or(rest.len());
            let (sentence, after) = rest.split_at(end);
            rest = after;
            Some(sentence)
        })
    })
}

fn is_of_pages(lower: &str) -> bool {
    [
        "paginat",
        "next page",
        "page of results",
        "pages of results",
        "results per page",
        "items per page",
        "next_cursor",
        "page token",
    ]
    .iter()
    .any(|words| lower.contains(words))
}

fn is_of_rates(lower: &str) -> bool {
    let counts = ["requests", "calls"].iter().any(|what| {
        [
            "per second",
            "per minute",
            "per hour",
            "per day",
            "a second",
            "a minute",
            "an hour",
        ]
        .iter()
        .any(|time| lower.contains(&format!("{what} {time}")))
    });
    counts
        || ["rate limit", "rate-limit", "ratelimit", "throttled"]
            .iter()
            .any(|words| lower.contains(words))
}

/// Whether a parameter says where in a list an answer begins.
fn is_place_in_list(name: &str) -> bool {
    let folded = super::settle::fold(name);
    matches!(
        folded.as_str(),
        "page" | "pagenumber" | "offset" | "skip" | "cursor" | "startingafter" | "endingbefore"
    ) || folded.ends_with("nexttoken")
        || folded.ends_with("pagetoken")
}

fn is_order(name: &str) -> bool {
    let folded = super::settle::fold(name);
    folded.starts_with("sort") || folded.starts_with("order")
}

#[cfg(test)]
mod tests {
    use crate::readers::{self, Source};

    #[test]
    fn pages_and_rates_are_told_of_operations_and_of_all_calls() {
        let text = "# Things API\n\n## Rate limits\n\nClients may make 100 requests per minute.\n\n\
            ## List things\n\n`GET /things`\n\nLists all things. The list is paginated by cursors. \
            It is throttled to one call.\n\n### Query parameters\n\n- `cursor` (string): where to go on\n\
            - `limit` (integer): how many\n- `sort` (string): by what\n\n## Read a thing\n\n`GET /things/{id}`\n\n\
            Reads one.\n\n### Query parameters\n\n- `limit` (integer): of its parts\n";
        let Source::Document(document) = readers::read("a.md", text.as_bytes()).unwrap() else {
            return;
        };
        let (document, _) = crate::openapi::compile(vec![Source::Document(document)], None);
        let list = &document["paths"]["/things"]["get"];
        assert_eq!(
            list["x-pagination"],
            serde_json::json!({"parameters": ["cursor", "limit"], "note": "The list is paginated by cursors."})
        );
        assert_eq!(list["x-rate-limit"]["note"], "It is throttled to one call.");
        let one = &document["paths"]["/things/{id}"]["get"];
        assert!(one.get("x-pagination").is_none(), "{one}");
        let said = document["info"]["description"].as_str().unwrap();
        assert_eq!(
            said,
            "**Rate limits.** Clients may make 100 requests per minute."
        );
    }
}
