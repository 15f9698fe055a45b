//! `OpenAPI` 3 and Swagger 2: schemas as classes, or operations as sequences.

use std::collections::BTreeMap;

use ichiban_tool::{Choice, Setting, Settings};
use serde_json::Value;

use super::data::{self, at, items, members, text, texts};
use super::json_schema::classes::{Classes, words};
use super::{Error, File, Picture, Source, groups, options};
use crate::write::sequence::{self, Arrow, Participant, Sequence, Step};
use crate::write::{self, fit::fit};

pub(super) const SOURCE: Source = Source {
    name: "openapi",
    label: "OpenAPI",
    about: "Descriptions of HTTP APIs, drawn as the classes of their schemas or as a sequence per operation",
    files: &[
        "openapi.json",
        "openapi.yaml",
        "openapi.yml",
        "swagger.json",
        "swagger.yaml",
        ".json",
        ".yml",
        ".yaml",
    ],
    settings: &[
        VIEW,
        OPERATION,
        options::DIRECTION,
        options::DETAIL,
        options::INCLUDE,
        options::EXCLUDE,
        options::GROUP_BY_NAME,
        options::LIMIT,
    ],
    looks,
    draw,
};

const VIEW: Setting = Setting {
    name: "view",
    about: "The classes of the schemas, or what happens in each operation",
    choice: Choice::OneOf(&["class", "sequence"]),
};

const OPERATION: Setting = Setting {
    name: "operation",
    about: "Only the operations of these ids, tags or paths, separated by commas",
    choice: Choice::Text(""),
};

/// The methods of an OpenAPI path item.
const METHODS: &[&str] = &[
    "get", "post", "put", "patch", "delete", "head", "options", "trace",
];

fn looks(text: &str) -> u8 {
    let has = |word: &str| text.contains(word);
    let says = has("openapi") || has("swagger");
    match (
        says,
        has("paths") || has("components") || has("webhooks"),
        has("info"),
    ) {
        (true, true, true) => 97,
        (true, true, false) => 60,
        _ => 0,
    }
}

fn draw(files: &[File<'_>], settings: &Settings) -> Result<Picture, Error> {
    let mut documents = Vec::new();
    for (number, file) in files.iter().enumerate() {
        documents.push(data::json_or_yaml(number, file.text)?);
    }
    if settings.text(&VIEW) == "sequence" {
        return sequences(&documents, settings);
    }
    let mut classes = Classes::default();
    for document in &documents {
        let schemas = at(document, &["components", "schemas"]).or(document.get("definitions"));
        for (name, schema) in members(schemas) {
            classes.add(name, schema);
        }
        for (name, schema) in bodies(document) {
            classes.add(&name, schema);
        }
    }
    let mut graph = classes.graph();
    if graph.nodes.is_empty() {
        // An API without schemas still has operations.
        return sequences(&documents, settings);
    }
    let tags = tags(&documents);
    if tags.is_empty() {
        groups::by_name(&mut graph);
    } else {
        groups::by_use(&mut graph, &tags);
    }
    Ok(Picture::new(fit(
        graph,
        &options::choice_by_name(settings, "LR"),
        write::class,
    )))
}

/// The tag of the first operation that refers to each schema.
fn tags(documents: &[Value]) -> BTreeMap<String, String> {
    let mut found = BTreeMap::new();
    for operation in documents.iter().flat_map(operations) {
        let Some(tag) = texts(operation.value.get("tags")).into_iter().next() else {
            continue;
        };
        let mut names = Vec::new();
        referred(operation.value, 0, &mut names);
        for suffix in ["request", "200", "201", "default"] {
            names.push(format!("{} {suffix}", operation.name()));
        }
        for name in names {
            found.entry(name).or_insert_with(|| tag.clone());
        }
    }
    found
}

/// The names of the schemas that a value refers to.
fn referred(value: &Value, depth: usize, names: &mut Vec<String>) {
    const DEEPEST: usize = 32;
    if depth > DEEPEST {
        return;
    }
    if let Some(Value::String(address)) = value.get("$ref")
        && let Some((_, name)) = address.rsplit_once('/')
    {
        names.push(name.to_owned());
    }
    for (_, inner) in members(Some(value)) {
        referred(inner, depth + 1, names);
    }
    for inner in items(Some(value)) {
        referred(inner, depth + 1, names);
    }
}

/// The schemas that operations write out where others refer to one.
fn bodies(document: &Value) -> Vec<(String, &Value)> {
    let mut found = Vec::new();
    for operation in operations(document) {
        let request = at(operation.value, &["requestBody", "content"]).map(|it| ("request", it));
        let responses = members(operation.value.get("responses"));
        let responses = responses
            .filter_map(|(status, response)| Some((status.as_str(), response.get("content")?)));
        for (suffix, content) in request.into_iter().chain(responses) {
            let schema = members(Some(content)).find_map(|(_, media)| media.get("schema"));
            let schema = schema.filter(|schema| schema.get("properties").is_some());
            if let Some(schema) = schema {
                found.push((format!("{} {suffix}", operation.name()), schema));
            }
        }
    }
    found
}

struct Operation<'a> {
    method: &'a str,
    path: &'a str,
    value: &'a Value,
}

impl Operation<'_> {
    fn name(&self) -> String {
        match text(self.value, &["operationId"]) {
            "" => format!("{} {}", self.method.to_uppercase(), self.path),
            id => id.to_owned(),
        }
    }

    fn is_one_of(&self, wanted: &[&str]) -> bool {
        let method_and_path = format!("{} {}", self.method, self.path);
        wanted.is_empty()
            || wanted.iter().any(|word| {
                self.name().eq_ignore_ascii_case(word)
                    || self.path == *word
                    || method_and_path.eq_ignore_ascii_case(word)
                    || texts(self.value.get("tags"))
                        .iter()
                        .any(|tag| tag.eq_ignore_ascii_case(word))
            })
    }
}

fn operations(document: &Value) -> Vec<Operation<'_>> {
    let mut found = Vec::new();
    for (path, item) in members(document.get("paths")) {
        for (method, value) in members(Some(item)) {
            if METHODS.contains(&method.as_str()) {
                found.push(Operation {
                    method,
                    path,
                    value,
                });
            }
        }
    }
    found
}

fn sequences(documents: &[Value], settings: &Settings) -> Result<Picture, Error> {
    let wanted: Vec<&str> = settings
        .text(&OPERATION)
        .split(',')
        .map(str::trim)
        .filter(|word| !word.is_empty())
        .collect();
    let client = "Client".to_owned();
    let mut sequence = Sequence {
        participants: vec![Participant {
            name: client.clone(),
            is_actor: true,
        }],
        steps: Vec::new(),
    };
    for document in documents {
        let title = text(document, &["info", "title"]);
        let api = if title.is_empty() || title == client {
            "API"
        } else {
            title
        };
        for operation in operations(document) {
            if operation.is_one_of(&wanted) {
                one(document, &operation, &client, api, &mut sequence.steps);
            }
        }
    }
    if sequence.steps.is_empty() {
        return Err(Error::Empty("schema or operation of that name"));
    }
    Ok(Picture::new(sequence::write(
        &sequence,
        options::limit(settings),
    )))
}

/// What happens in an operation: the request, and each answer as a branch.
fn one(
    document: &Value,
    operation: &Operation<'_>,
    client: &str,
    api: &str,
    steps: &mut Vec<Step>,
) {
    let value = operation.value;
    let summary = text(value, &["summary"]);
    steps.push(Step::Note {
        over: api.to_owned(),
        text: if summary.is_empty() {
            operation.name()
        } else {
            summary.to_owned()
        },
    });
    let security = value.get("security").or(document.get("security"));
    let schemes: Vec<String> = items(security).flat_map(|all| texts(Some(all))).collect();
    let mut request = format!("{} {}", operation.method.to_uppercase(), operation.path);
    if let Some(body) = body(value.get("requestBody"), document) {
        request.push_str(" with ");
        request.push_str(&body);
    }
    if !schemes.is_empty() {
        request.push_str(", by ");
        request.push_str(&schemes.join(" or "));
    }
    steps.push(Step::Message {
        from: client.to_owned(),
        to: api.to_owned(),
        text: request,
        kind: Arrow::Call,
    });
    let responses: Vec<(&String, &Value)> = members(value.get("responses")).collect();
    let several = responses.len() > 1;
    for (at, (status, response)) in responses.iter().enumerate() {
        let response = resolved(response, document);
        let words = text(response, &["description"]);
        let branch = if words.is_empty() {
            (*status).clone()
        } else {
            words.to_owned()
        };
        match (several, at) {
            (true, 0) => steps.push(Step::Open {
                kind: "alt",
                text: branch,
            }),
            (true, _) => steps.push(Step::Else(branch)),
            _ => {}
        }
        let answer = body(Some(response), document)
            .map_or_else(|| (*status).clone(), |body| format!("{status} {body}"));
        steps.push(Step::Message {
            from: api.to_owned(),
            to: client.to_owned(),
            text: answer,
            kind: Arrow::Return,
        });
    }
    if several {
        steps.push(Step::Close);
    }
    for (name, callback) in members(value.get("callbacks")) {
        for (url, _) in members(Some(callback)) {
            steps.push(Step::Message {
                from: api.to_owned(),
                to: client.to_owned(),
                text: format!("{name}: {url}"),
                kind: Arrow::Call,
            });
        }
    }
}

/// The type of a body, in words.
fn body(holder: Option<&Value>, document: &Value) -> Option<String> {
    let holder = resolved(holder?, document);
    let content = members(holder.get("content")).find_map(|(_, media)| media.get("schema"));
    let schema = content.or(holder.get("schema"))?;
    Some(words(schema)).filter(|words| words != "any")
}

/// What a local `$ref` refers to, or the value itself.
fn resolved<'a>(value: &'a Value, document: &'a Value) -> &'a Value {
    let pointer = text(value, &["$ref"]).strip_prefix('#');
    pointer
        .filter(|pointer| !pointer.is_empty())
        .and_then(|pointer| document.pointer(pointer))
        .unwrap_or(value)
}
