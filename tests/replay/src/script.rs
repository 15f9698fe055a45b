//! Who answers: scripted models, from obliging to adverse.

use serde_json::{Map, Value, json};

use crate::{diagrams, reader};

/// What a request asks, as far as a script needs to know.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Question {
    /// All texts of the conversation's last turn, joined.
    pub text: String,
    /// The schema the answer must satisfy, if there is one.
    pub schema: Option<Value>,
}

/// A scripted model: from a question to the whole text of the answer.
pub type Script = fn(&Question) -> String;

/// The scripts, by the name that `model=` takes.
///
/// | name | answer |
/// | --- | --- |
/// | `accents` | right: each text in accents, placeholders and tags kept |
/// | `echo` | each text unchanged |
/// | `drop-placeholder` | in accents, but every placeholder is gone |
/// | `double-placeholder` | in accents, every placeholder twice |
/// | `rename-placeholder` | in accents, every placeholder under another name |
/// | `translate-placeholder` | in accents, every placeholder in German |
/// | `reorder-placeholder` | in accents, the placeholders in front, the last one first |
/// | `comments` | in accents, with a remark in each text |
/// | `french` | in French, whatever was asked for |
/// | `prose` | a right answer in a code fence, with a sentence before and after |
/// | `fewer` | a right answer that lacks every second text |
/// | `wrong-names` | a right answer under other names |
/// | `empty` | empty texts |
/// | `not-json` | a sentence |
/// | `broken-json` | JSON that becomes invalid in the middle |
/// | `reversed` | a right answer, last text first |
/// | `duplicates` | each name twice, first wrong, then right |
/// | `numbers` | numbers in place of texts |
/// | `words` | what follows `Answer with:` in the question, `\n` for line ends; else a sentence |
/// | `operations` | the HTTP operations that sentences tell of, with their words |
/// | `inventive` | those, and some that no sentence tells of |
/// | `diagram` | a flowchart; of a diagram that is to be changed, that one with one node more, one line less and one label changed |
/// | `diagram-mistaken-once` | a flowchart with a mistake that nothing mends, then a right one |
/// | `diagram-mistaken` | a flowchart with such a mistake, always |
/// | `explanation` | what follows `Answer with:` on its line, `\n` for line ends; else the labels of the diagram's nodes, or a sentence |
pub static SCRIPTS: &[(&str, Script)] = &[
    ("accents", |question| document(&answers(question, accents))),
    ("echo", |question| {
        document(&answers(question, str::to_owned))
    }),
    ("drop-placeholder", |question| {
        document(&answers(question, |text| {
            accents_with(text, |_| String::new())
        }))
    }),
    ("double-placeholder", |question| {
        document(&answers(question, |text| {
            accents_with(text, |kept| kept.repeat(2))
        }))
    }),
    ("rename-placeholder", |question| {
        document(&answers(question, |text| {
            accents_with(text, |kept| kept.replacen(char::is_alphanumeric, "x", 1))
        }))
    }),
    ("translate-placeholder", |question| {
        document(&answers(question, |text| {
            accents_with(text, |kept| {
                kept.get(..1).unwrap_or_default().to_owned()
                    + "platzhalter"
                    + kept.get(kept.len() - 1..).unwrap_or_default()
            })
        }))
    }),
    ("reorder-placeholder", |question| {
        document(&answers(question, |text| {
            let reversed: String = placeholders(text).into_iter().rev().collect();
            reversed + &accents_with(text, |_| String::new())
        }))
    }),
    ("comments", |question| {
        document(&answers(question, |text| {
            format!("Here is the translation: {}", accents(text))
        }))
    }),
    ("french", |question| {
        document(&answers(question, |text| {
            let kept = placeholders(text).join(" dans la ");
            format!("Voulez-vous supprimer le fichier et les copies de {kept} pour tous")
        }))
    }),
    ("prose", |question| {
        let answer = document(&answers(question, accents));
        format!("Sure! Here are the translations:\n\n```json\n{answer}\n```\n\nAnything else?")
    }),
    ("fewer", |question| {
        let answers = answers(question, accents);
        document(&answers.into_iter().step_by(2).collect::<Vec<_>>())
    }),
    ("wrong-names", |question| {
        let answers = answers(question, accents).into_iter();
        document(
            &answers
                .map(|(name, value)| (format!("{name}_x"), value))
                .collect::<Vec<_>>(),
        )
    }),
    ("empty", |question| {
        document(&answers(question, |_| String::new()))
    }),
    ("not-json", |_| {
        "I am sorry, but I would rather talk about the weather.".to_owned()
    }),
    ("broken-json", |question| {
        let answer = document(&answers(question, accents));
        let mut end = answer.len() / 2;
        while !answer.is_char_boundary(end) {
            end += 1;
        }
        format!("{}\"]]", answer.get(..end).unwrap_or_default())
    }),
    ("reversed", |question| {
        document(
            &answers(question, accents)
                .into_iter()
                .rev()
                .collect::<Vec<_>>(),
        )
    }),
    ("duplicates", |question| {
        let answers = answers(question, accents).into_iter();
        let twice = answers.flat_map(|(name, value)| [(name.clone(), json!("x")), (name, value)]);
        document(&twice.collect::<Vec<_>>())
    }),
    ("numbers", |question| {
        let answers = answers(question, accents).into_iter();
        document(
            &answers
                .map(|(name, _)| (name, json!(7)))
                .collect::<Vec<_>>(),
        )
    }),
    ("words", |question| {
        let wanted = question.text.rsplit_once("Answer with:");
        wanted.map_or_else(
            || "The documentation does not say it.".to_owned(),
            |(_, words)| words.trim().replace("\\n", "\n"),
        )
    }),
    ("operations", |question| {
        reader::operations(&question.text, false)
    }),
    ("inventive", |question| {
        reader::operations(&question.text, true)
    }),
    ("diagram", diagrams::diagram),
    ("diagram-mistaken-once", diagrams::mistaken_once),
    ("diagram-mistaken", diagrams::mistaken),
    ("explanation", diagrams::explained),
];

/// The script of that name.
pub fn by_name(name: &str) -> Option<Script> {
    SCRIPTS
        .iter()
        .find(|(script, _)| *script == name)
        .map(|(_, script)| *script)
}

/// The members of an answer, in the schema's order. Where the question (a JSON document) has a
/// text under a property's name, `translate` makes the value; other values are the least that
/// satisfy the schema. Without a schema the one member is the text itself.
fn answers(question: &Question, translate: impl Fn(&str) -> String) -> Vec<(String, Value)> {
    let Some(schema) = &question.schema else {
        return vec![(String::new(), json!(translate(&question.text)))];
    };
    let asked = question.text.find('{').and_then(|start| {
        let mut documents = serde_json::Deserializer::from_str(question.text.get(start..)?);
        serde::de::Deserialize::deserialize(&mut documents).ok()
    });
    let asked: Value = asked.unwrap_or(Value::Null);
    let properties = schema.get("properties").and_then(Value::as_object);
    let members = properties.into_iter().flatten().map(|(name, schema)| {
        let value = match text_under(&asked, name) {
            Some(text) => json!(translate(text)),
            None => least(schema),
        };
        (name.clone(), value)
    });
    members.collect()
}

/// The text that a document has under a name: the member itself, or its `text`.
fn text_under<'a>(value: &'a Value, name: &str) -> Option<&'a str> {
    match value {
        Value::Object(members) => {
            let own = members.get(name).and_then(|member| {
                member
                    .as_str()
                    .or_else(|| member.get("text").and_then(Value::as_str))
            });
            own.or_else(|| members.values().find_map(|member| text_under(member, name)))
        }
        Value::Array(items) => items.iter().find_map(|item| text_under(item, name)),
        _ => None,
    }
}

/// The least value that satisfies a schema of the plain kind.
fn least(schema: &Value) -> Value {
    if let Some(value) = schema.get("const") {
        return value.clone();
    }
    if let Some(first) = schema.get("enum").and_then(|values| values.get(0)) {
        return first.clone();
    }
    match schema.get("type").and_then(Value::as_str) {
        Some("object") => {
            let properties = schema.get("properties").and_then(Value::as_object);
            let members = properties.into_iter().flatten();
            Value::Object(
                members
                    .map(|(name, schema)| (name.clone(), least(schema)))
                    .collect(),
            )
        }
        Some("array") => json!([]),
        Some("number" | "integer") => json!(0),
        Some("boolean") => json!(false),
        Some("null") => Value::Null,
        _ => json!("text"),
    }
}

/// Members as JSON text, in their order and with repetitions; a nameless one as its text alone.
fn document(members: &[(String, Value)]) -> String {
    if let [(name, Value::String(text))] = members
        && name.is_empty()
    {
        return text.clone();
    }
    let members = members
        .iter()
        .map(|(name, value)| format!("{}:{value}", json!(name)));
    format!("{{{}}}", members.collect::<Vec<_>>().join(","))
}

/// A text in accents, with `{placeholders}` and `<tags>` kept.
pub fn accents(text: &str) -> String {
    accents_with(text, str::to_owned)
}

fn accents_with(text: &str, placeholder: impl Fn(&str) -> String) -> String {
    let mut accented = String::new();
    let mut rest = text;
    while let Some(c) = rest.chars().next() {
        let close = match c {
            '{' => Some('}'),
            '<' => Some('>'),
            _ => None,
        };
        let end = close.and_then(|close| rest.find(close)).map(|end| end + 1);
        if let Some((kept, after)) = end.and_then(|end| rest.split_at_checked(end)) {
            accented.push_str(&placeholder(kept));
            rest = after;
        } else {
            accented.push(accent(c));
            rest = rest.get(c.len_utf8()..).unwrap_or_default();
        }
    }
    accented
}

/// The placeholders and tags of a text, in order.
fn placeholders(text: &str) -> Vec<String> {
    let kept = std::cell::RefCell::new(Vec::new());
    accents_with(text, |placeholder| {
        kept.borrow_mut().push(placeholder.to_owned());
        String::new()
    });
    kept.into_inner()
}

fn accent(c: char) -> char {
    match c {
        'a' => 'á',
        'e' => 'é',
        'i' => 'í',
        'o' => 'ó',
        'u' => 'ú',
        'n' => 'ñ',
        'A' => 'Á',
        'E' => 'É',
        'I' => 'Í',
        'O' => 'Ó',
        'U' => 'Ú',
        's' => 'š',
        'y' => 'ý',
        'c' => 'č',
        'C' => 'Č',
        'd' => 'ď',
        'D' => 'Ď',
        'S' => 'Š',
        'r' => 'ř',
        't' => 'ť',
        'l' => 'ľ',
        other => other,
    }
}

/// Reads what a request asks, in whichever wire it is written.
pub(crate) fn read_question(request: &Value) -> Question {
    let turns = ["messages", "input", "contents"]
        .iter()
        .find_map(|key| request.get(*key));
    let mut text = String::new();
    match turns {
        Some(Value::String(only)) => text.push_str(only),
        Some(Value::Array(turns)) => {
            if let Some(turn) = turns.last() {
                collect_text(turn.get("content").or_else(|| turn.get("parts")), &mut text);
            }
        }
        _ => {}
    }
    let at = |path: &str| request.pointer(path).cloned();
    let schema = at("/response_format/json_schema/schema")
        .or_else(|| at("/text/format/schema"))
        .or_else(|| at("/output_config/format/schema"))
        .or_else(|| at("/output_format/schema"))
        .or_else(|| at("/generationConfig/responseJsonSchema"))
        .or_else(|| at("/generationConfig/responseSchema"))
        .or_else(|| at("/format").filter(Value::is_object));
    Question { text, schema }
}

fn collect_text(content: Option<&Value>, text: &mut String) {
    match content {
        Some(Value::String(part)) => text.push_str(part),
        Some(Value::Array(parts)) => {
            for part in parts {
                collect_text(part.get("text"), text);
            }
        }
        _ => {}
    }
}

/// The first tool a request declares, with the least arguments it takes: for scripts that call.
pub(crate) fn first_tool(request: &Value) -> Option<(String, Map<String, Value>)> {
    let tool = request.get("tools")?.get(0)?;
    let tool = tool.get("function").unwrap_or(tool);
    let name = tool.get("name")?.as_str()?.to_owned();
    let parameters = tool.get("parameters").or_else(|| tool.get("input_schema"));
    match least(parameters.unwrap_or(&json!({"type": "object"}))) {
        Value::Object(arguments) => Some((name, arguments)),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use super::{Question, SCRIPTS, accents, by_name};

    fn question() -> Question {
        Question {
            text: json!({"items": {"1": {"text": "Open {name}"}, "2": {"text": "Save"}}})
                .to_string(),
            schema: Some(json!({"type": "object", "properties": {
                "1": {"type": "string"}, "2": {"type": "string"},
            }})),
        }
    }

    #[test]
    fn the_obliging_model_answers_each_text_under_its_name() {
        let answer = by_name("accents").unwrap()(&question());
        let answer: Value = serde_json::from_str(&answer).unwrap();
        assert_eq!(answer, json!({"1": "Ópéñ {name}", "2": "Šávé"}));
    }

    #[test]
    fn adverse_models_answer_otherwise() {
        let right = by_name("accents").unwrap()(&question());
        for (name, script) in SCRIPTS.iter().filter(|(name, _)| *name != "accents") {
            assert_ne!(script(&question()), right, "{name}");
        }
    }

    #[test]
    fn without_a_schema_the_text_is_the_answer() {
        let question = Question {
            text: "Hi <b>you</b>".to_owned(),
            schema: None,
        };
        assert_eq!(
            by_name("accents").unwrap()(&question),
            accents("Hi <b>you</b>")
        );
    }
}
