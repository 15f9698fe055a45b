//! What a field takes, in a few words: `whole number, at least 1`.

use ichiban_engine::docs::form::{Field, Number, Open, Shape};

use crate::shell::words::t;

/// What a field takes.
pub(super) fn hint(field: &Field) -> String {
    match &field.shape {
        Shape::Text(text) => {
            let kind = if text.format.is_empty() {
                t!("docs-hint-text")
            } else {
                text.format.clone()
            };
            let length = characters(text.least, text.most);
            listed([kind].into_iter().chain(length).collect())
        }
        Shape::Number(number) => of_number(number),
        Shape::Boolean => t!("docs-hint-boolean"),
        Shape::Choice(_) => t!("docs-hint-choice"),
        Shape::List(list) => {
            let length = entries(list.least, list.most);
            listed([t!("docs-hint-list")].into_iter().chain(length).collect())
        }
        Shape::Group(_) => t!("docs-hint-object"),
        Shape::File => t!("docs-hint-file"),
        Shape::Json(Open::Anything) => "JSON".to_owned(),
        Shape::Json(Open::Several) => t!("docs-hint-json-several"),
        Shape::Json(Open::Recursive) => t!("docs-hint-json-recursive"),
        Shape::Json(Open::TooMuch) => t!("docs-hint-json-too-much"),
    }
}

/// Phrases, one after the other.
pub(super) fn listed(phrases: Vec<String>) -> String {
    phrases
        .into_iter()
        .reduce(|before, next| t!("docs-list", before = before, next = next))
        .unwrap_or_default()
}

fn of_number(number: &Number) -> String {
    let mut phrases = vec![if number.is_integer {
        t!("docs-hint-whole-number")
    } else {
        t!("docs-hint-number")
    }];
    // As the document has them, to the last digit.
    phrases.extend(number.least.map(|(least, is_out)| {
        let least = least.to_string();
        if is_out {
            t!("docs-hint-more-than", number = least)
        } else {
            t!("docs-hint-at-least", number = least)
        }
    }));
    phrases.extend(number.most.map(|(most, is_out)| {
        let most = most.to_string();
        if is_out {
            t!("docs-hint-less-than", number = most)
        } else {
            t!("docs-hint-at-most", number = most)
        }
    }));
    listed(phrases)
}

fn characters(least: Option<u32>, most: Option<u32>) -> Option<String> {
    match (least, most) {
        (Some(least), Some(most)) if least == most => {
            Some(t!("docs-hint-characters", count = most))
        }
        (Some(least), Some(most)) => Some(t!(
            "docs-hint-characters-between",
            least = least,
            most = most
        )),
        (Some(least), None) if least > 0 => {
            Some(t!("docs-hint-characters-at-least", count = least))
        }
        (None, Some(most)) => Some(t!("docs-hint-characters-at-most", count = most)),
        _ => None,
    }
}

fn entries(least: Option<u32>, most: Option<u32>) -> Option<String> {
    match (least, most) {
        (Some(least), Some(most)) if least == most => Some(t!("docs-hint-entries", count = most)),
        (Some(least), Some(most)) => {
            Some(t!("docs-hint-entries-between", least = least, most = most))
        }
        (Some(least), None) if least > 0 => Some(t!("docs-hint-entries-at-least", count = least)),
        (None, Some(most)) => Some(t!("docs-hint-entries-at-most", count = most)),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use ichiban_engine::docs::form::{Group, List, Text};

    use super::*;

    fn text(least: Option<u32>, most: Option<u32>, format: &str) -> Shape {
        Shape::Text(Text {
            least,
            most,
            pattern: None,
            format: format.to_owned(),
        })
    }

    fn number(is_integer: bool, is_out: bool) -> Shape {
        Shape::Number(Number {
            is_integer,
            least: Some((0.25, is_out)),
            most: Some((99.0, is_out)),
            step: None,
        })
    }

    fn list(least: Option<u32>, most: Option<u32>) -> Shape {
        Shape::List(Box::new(List {
            least,
            most,
            ..List::default()
        }))
    }

    #[test]
    fn a_hint_says_what_the_engine_says() {
        let shapes = [
            text(None, None, ""),
            text(Some(0), None, "date-time"),
            text(Some(2), None, ""),
            text(None, Some(12), ""),
            text(Some(2), Some(12), ""),
            text(Some(2), Some(2), ""),
            number(true, false),
            number(false, true),
            Shape::Boolean,
            Shape::Choice(Vec::new()),
            list(None, None),
            list(Some(1), None),
            list(None, Some(3)),
            list(Some(1), Some(3)),
            list(Some(3), Some(3)),
            Shape::Group(Group::default()),
            Shape::File,
            Shape::Json(Open::Anything),
            Shape::Json(Open::Several),
            Shape::Json(Open::Recursive),
            Shape::Json(Open::TooMuch),
        ];
        for shape in shapes {
            let field = Field {
                shape,
                ..Field::default()
            };
            assert_eq!(hint(&field), field.hint());
        }
    }
}
