//! What a short line says of the block after it: `Query parameters`, `Request body:`,
//! `Status codes`, `Example response`.
//!
//! Reads the vocabulary that documentation shares, in headings, bold lines, lines that end in a
//! colon, list items and terms. A line is a label only if hardly anything else is in it, so that
//! a heading such as `List parameters of a template` is not one.

use crate::api::Place;

use super::tongue;

/// What a label announces.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Label {
    /// Parameters, at a place if the label names one.
    Parameters {
        /// Where they go.
        place: Option<Place>,
        /// Whether the label itself says `required` or `optional`.
        required: Option<bool>,
        /// Whether the label says no more than `body`, so that an example may follow as well.
        body: bool,
    },
    /// An example request.
    Request,
    /// An example answer, or the fields of one.
    Response,
    /// Status codes.
    Status,
    /// The line that names method and path follows.
    Endpoint,
    /// An example of either kind.
    Example,
    /// Anything else that belongs to the operation but holds no parameters.
    Aside,
}

const NOUNS: &[&str] = &[
    "parameter",
    "parameters",
    "params",
    "param",
    "argument",
    "arguments",
    "args",
    "field",
    "fields",
    "attribute",
    "attributes",
    "properties",
    "property",
    "option",
    "options",
    "variables",
    "variable",
    "header",
    "headers",
    "body",
    "payload",
    "query",
    "querystring",
    "input",
    "inputs",
    "data",
    "parameter(s)",
    "parameters(s)",
    "param(s)",
    "keys",
    "members",
    "filters",
    "inputs",
    "content",
    "cookies",
    "cookie",
    "entity",
    "queries",
    "schema",
    "elements",
];

const FILLERS: &[&str] = &[
    "the",
    "a",
    "an",
    "of",
    "for",
    "in",
    "and",
    "or",
    "to",
    "with",
    "by",
    "as",
    "on",
    "url",
    "uri",
    "path",
    "http",
    "https",
    "json",
    "form",
    "form-data",
    "multipart",
    "urlencoded",
    "request",
    "post",
    "put",
    "patch",
    "get",
    "delete",
    "required",
    "optional",
    "mandatory",
    "common",
    "additional",
    "advanced",
    "supported",
    "available",
    "accepted",
    "allowed",
    "valid",
    "possible",
    "basic",
    "general",
    "standard",
    "extra",
    "other",
    "following",
    "input",
    "string",
    "object",
    "array",
    "objects",
    "list",
    "template",
    "route",
    "resource",
    "search",
    "pagination",
    "filter",
    "filtering",
    "sorting",
    "application/json",
    "all",
    "these",
    "api",
    "endpoint",
    "application/x-www-form-urlencoded",
    "multipart/form-data",
    "specific",
    "method",
    "operation",
    "raw",
    "parameters",
    "table",
    "reference",
    "details",
    "description",
    "descriptions",
    "documentation",
    "structure",
    "format",
    "model",
    "type",
    "types",
    "names",
    "json/form",
    "query/body",
    "path/query",
    "main",
    "top-level",
    "global",
    "core",
    "custom",
    "constraints",
    "schema",
    "parts",
    "of",
    "bodies",
    "supported",
    "raw",
    "operation",
];

/// Reads a heading within what describes a route: there, `Input` and `Data` alone announce
/// parameters, though elsewhere they may be the name of a thing.
pub(crate) fn read_within(text: &str) -> Option<Label> {
    read(text, true).or_else(|| {
        let word = text.trim().trim_end_matches(':').to_lowercase();
        matches!(
            word.as_str(),
            "input" | "inputs" | "data" | "query" | "filters"
        )
        .then(|| read(&word, false))
        .flatten()
    })
}

/// Reads a label from a line of text. `heading` allows a longer run of words before the noun, as
/// in `Create user parameters`.
pub(crate) fn read(text: &str, heading: bool) -> Option<Label> {
    let line = text.trim().trim_end_matches([':', '.', '：']).trim();
    if line.is_empty() || line.len() > 160 {
        return None;
    }
    let line = tongue::label(line).unwrap_or(line);
    // The last clause of a sentence decides: `… . It takes the following parameters:`.
    let clause = line.rsplit(['.', ';']).next().unwrap_or(line);
    // `JSON params (group chats)`: what is in brackets says when, unless it is all there is.
    let clause = match clause.split_once(" (") {
        Some((before, rest))
            if heading
                && rest.ends_with(')')
                && !rest.to_lowercase().contains("option")
                && !rest.to_lowercase().contains("requir") =>
        {
            before
        }
        _ => clause,
    };
    let words = words_of(clause);
    let first = words.first()?.as_str();
    let has = |wanted: &[&str]| words.iter().any(|word| wanted.contains(&word.as_str()));
    let short = words.len() <= 6;
    let sentence = text.trim_end().ends_with([':', '：']) && !heading;

    // Sphinx's names for the members of a body.
    if [
        "request json object",
        "request json array of objects",
        "json parameters",
        "json object",
    ]
    .contains(&clause.to_ascii_lowercase().as_str())
    {
        return Some(Label::Parameters {
            place: Some(Place::Body),
            required: None,
            body: false,
        });
    }
    if short && has(&["example", "examples", "sample", "samples", "e.g", "usage"]) {
        if has(&[
            "request", "requests", "curl", "command", "input", "call", "body", "payload",
        ]) {
            return Some(Label::Request);
        }
        if has(&[
            "response",
            "responses",
            "result",
            "output",
            "results",
            "reply",
        ]) {
            return Some(Label::Response);
        }
        let only = words.iter().all(|word| {
            FILLERS.contains(&word.as_str())
                || matches!(
                    word.as_str(),
                    "example"
                        | "examples"
                        | "sample"
                        | "samples"
                        | "usage"
                        | "code"
                        | "snippet"
                        | "1"
                        | "2"
                        | "3"
                )
        });
        return (only || (!heading && words.len() <= 4)).then_some(Label::Example);
    }
    let status = has(&["status", "error", "errors", "response", "return", "http"])
        && has(&[
            "code", "codes", "status", "statuses", "errors", "error", "messages",
        ]);
    if short
        && (status
            || matches!(
                clause.to_ascii_lowercase().as_str(),
                "errors" | "error" | "status" | "exceptions"
            ))
    {
        return Some(Label::Status);
    }
    let code = |prefix: &str| {
        let rest = clause.to_ascii_lowercase();
        rest.strip_prefix(prefix).is_some_and(|rest| {
            let rest = rest.trim();
            rest.len() == 3 && rest.starts_with(|c: char| c.is_ascii_digit())
        })
    };
    if heading && code("success") {
        return Some(Label::Response);
    }
    if heading && code("error") {
        return Some(Label::Status);
    }
    let answers = has(&[
        "response",
        "responses",
        "returns",
        "returned",
        "return",
        "result",
        "results",
        "output",
        "outputs",
        "reply",
        "answer",
        "receive",
    ]);
    let noun = words
        .iter()
        .rposition(|word| NOUNS.contains(&word.as_str()));
    // `Parameters … which entries are returned` is about parameters all the same.
    let asks = words.iter().position(|word| {
        matches!(
            word.as_str(),
            "parameters" | "params" | "arguments" | "parameter"
        )
    });
    let told = words
        .iter()
        .position(|word| word.starts_with("return") || word.starts_with("respon"));
    let answers = answers && !(asks.is_some() && told.is_some() && asks < told);
    if answers && (short || sentence) && (noun.is_some() || words.len() <= 4 || sentence) {
        // `Parameters: … returned` is decided by which comes first.
        return Some(Label::Response);
    }
    if short && noun.is_none() {
        let lower = clause.to_ascii_lowercase();
        let endpoint = [
            "http request",
            "endpoint",
            "endpoints",
            "url",
            "request url",
            "request uri",
            "uri",
            "definition",
            "route",
            "http method",
            "method",
            "resource url",
            "http verb",
            "request line",
            "path",
            "url structure",
            "resource uri",
            "api endpoint",
        ];
        if endpoint.contains(&lower.as_str()) {
            return Some(Label::Endpoint);
        }
        if matches!(
            lower.as_str(),
            "request"
                | "requests"
                | "curl"
                | "request example"
                | "sample call"
                | "shell"
                | "request syntax"
        ) || (first == "request" && words.len() <= 3)
        {
            return Some(Label::Request);
        }
        let asides = [
            "permissions",
            "authorization",
            "authentication",
            "prerequisites",
            "description",
            "notes",
            "note",
            "rate limits",
            "rate limit",
            "limitations",
            "limits",
            "scopes",
            "required permissions",
            "see also",
            "remarks",
            "changelog",
            "history",
            "security",
            "events",
            "webhooks",
            "overview",
            "access",
            "required scopes",
            "known issues",
            "restrictions",
            "warning",
            "caution",
            "pagination",
        ];
        if asides.contains(&lower.as_str()) {
            return Some(Label::Aside);
        }
        return None;
    }
    let noun = noun?;
    let plain = words
        .iter()
        .all(|word| FILLERS.contains(&word.as_str()) || NOUNS.contains(&word.as_str()));
    let strong_noun = words.get(noun).is_some_and(|word| {
        matches!(
            word.as_str(),
            "parameter"
                | "parameters"
                | "params"
                | "arguments"
                | "args"
                | "attributes"
                | "fields"
                | "properties"
                | "headers"
                | "body"
                | "parameter(s)"
                | "variables"
                | "options"
                | "payload"
        )
    });
    let members = has(&["members", "keys", "elements", "entries"]);
    let announced = sentence && (strong_noun || members);
    let ends = heading
        && strong_noun
        && noun + 1 == words.len()
        && words.len() <= 5
        && !matches!(
            first,
            "list"
                | "get"
                | "set"
                | "update"
                | "create"
                | "delete"
                | "add"
                | "remove"
                | "edit"
                | "modify"
                | "manage"
                | "about"
                | "using"
                | "show"
                | "fetch"
        );
    // `Options`, `Data`, `Filters` alone are as likely the name of a thing.
    let vague = words.len() == 1
        && matches!(
            first,
            "data"
                | "filters"
                | "content"
                | "keys"
                | "members"
                | "schema"
                | "entity"
                | "elements"
                | "query"
                | "input"
                | "cookie"
                | "header"
                | "property"
        )
        && heading;
    // `List parameters of a template` is what a page is about; `GET parameters` are parameters.
    let verb = [
        "list", "get", "set", "update", "create", "delete", "add", "remove", "edit", "modify",
        "manage", "show", "fetch",
    ]
    .contains(&first);
    let about = heading && verb && words.len() > 1 && !clause.starts_with(&first.to_uppercase());
    if !(plain || announced || ends) || vague || about {
        return None;
    }
    let text_has = |part: &str| clause.to_ascii_lowercase().contains(part);
    let place = if has(&["header", "headers"]) {
        Some(Place::Header)
    } else if has(&["cookie", "cookies"]) {
        Some(Place::Cookie)
    } else if has(&["query", "querystring", "queries"])
        || text_has("query")
        || text_has("get param")
    {
        Some(Place::Query)
    } else if has(&[
        "form",
        "form-data",
        "multipart",
        "urlencoded",
        "multipart/form-data",
        "application/x-www-form-urlencoded",
    ]) && !has(&["json", "json/form"])
    {
        Some(Place::Form)
    } else if has(&[
        "body",
        "json",
        "payload",
        "json/form",
        "application/json",
        "post",
        "data",
        "entity",
    ]) || text_has("request object")
        || text_has("request field")
        || text_has("request schema")
    {
        Some(Place::Body)
    } else if has(&["path"]) || (has(&["route", "template"]) && strong_noun) {
        Some(Place::Path)
    } else {
        None
    };
    let required = match (has(&["required", "mandatory"]), has(&["optional"])) {
        (true, false) => Some(true),
        (false, true) => Some(false),
        _ => None,
    };
    let body = matches!(
        clause.to_ascii_lowercase().as_str(),
        "body"
            | "request body"
            | "payload"
            | "data"
            | "json body"
            | "json"
            | "request payload"
            | "post data"
    );
    Some(Label::Parameters {
        place,
        required,
        body,
    })
}

/// The words of a line, in lower case, without marks around them. Code in a line (a path, a name)
/// is no word.
fn words_of(line: &str) -> Vec<String> {
    line.split(|c: char| {
        c.is_whitespace() || matches!(c, '(' | ')' | ',' | '—' | '–' | '&' | '|' | ':')
    })
    .map(|word| {
        word.trim_matches(['*', '`', '"', '\'', '[', ']', '_', '#', '-'])
            .to_lowercase()
    })
    .filter(|word| {
        !word.is_empty()
            && !word.starts_with('/')
            && !word
                .trim_end_matches('.')
                .chars()
                .all(|c| c.is_ascii_digit() || c == '.')
    })
    .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn place(text: &str, heading: bool) -> Option<Place> {
        match read(text, heading) {
            Some(Label::Parameters { place, .. }) => place,
            other => panic!("{text}: {other:?}"),
        }
    }

    #[test]
    fn labels_of_many_houses_name_their_place() {
        assert_eq!(place("Query String Params", true), Some(Place::Query));
        assert_eq!(place("JSON Params", true), Some(Place::Body));
        assert_eq!(place("JSON/Form Params", true), Some(Place::Body));
        assert_eq!(place("URL query parameters:", false), Some(Place::Query));
        assert_eq!(place("Path parameters", true), Some(Place::Path));
        assert_eq!(place("Request Headers", true), Some(Place::Header));
        assert_eq!(place("Parameters", true), None);
        assert_eq!(place("Supported attributes:", false), None);
        assert_eq!(place("Request body", true), Some(Place::Body));
        assert_eq!(
            place("This endpoint takes the following query parameters:", false),
            Some(Place::Query)
        );
    }

    #[test]
    fn answers_examples_and_status_codes_are_told_apart() {
        assert_eq!(read("Response JSON Object", false), Some(Label::Response));
        assert_eq!(
            read(
                "If successful, returns the following response attributes:",
                false
            ),
            Some(Label::Response)
        );
        assert_eq!(read("Example request:", false), Some(Label::Request));
        assert_eq!(read("Example response", false), Some(Label::Response));
        assert_eq!(read("Status Codes", false), Some(Label::Status));
        assert_eq!(read("HTTP Request", true), Some(Label::Endpoint));
    }

    #[test]
    fn titles_are_no_labels() {
        assert_eq!(read("List template parameters", true), None);
        assert_eq!(read("Create a message", true), None);
        assert_eq!(read("Get current user", true), None);
        assert_eq!(read("Delete custom attributes", true), None);
    }
}
