//! Members named by their way from the top: `limits.daily`, `items[].price`, `items[0].price`,
//! as tables of fields write what lies within an object.

use serde_json::Value;

use crate::schema::{Kind, Property, Schema};

/// Puts members that are named by a way into the members that the way names. A name that an
/// example of the body has as it stands is a name.
pub(crate) fn fold(members: Vec<Property>, examples: &[Value]) -> Vec<Property> {
    let mut folded: Vec<Property> = Vec::new();
    for member in members {
        let literal = examples
            .iter()
            .any(|example| example.get(&member.name).is_some());
        let steps = (!literal).then(|| steps(&member.name)).flatten();
        match steps.as_deref() {
            Some([first, rest @ ..]) => place(&mut folded, first, rest, member),
            _ => add(&mut folded, member),
        }
    }
    folded
}

/// A step of the way: a name, and whether what it names is an array.
#[derive(Debug, PartialEq)]
struct Step {
    name: String,
    array: bool,
}

/// The way that a name with dots writes, if it has more than one step.
fn steps(name: &str) -> Option<Vec<Step>> {
    let mut steps = Vec::new();
    for part in name.split('.') {
        let (plain, array) = match part.split_once('[') {
            Some((plain, index)) => {
                let index = index.strip_suffix(']')?;
                let any = index.is_empty()
                    || matches!(index, "*" | "n" | "i")
                    || index.chars().all(|c| c.is_ascii_digit());
                any.then_some((plain, true))?
            }
            None => (part, false),
        };
        // `items.*.price`, `items.0.price`
        let element = plain == "*" || plain == "[]" || plain.parse::<u16>().is_ok();
        if element && let Some(last) = steps.last_mut() {
            let last: &mut Step = last;
            last.array = true;
            continue;
        }
        let named = plain.starts_with(|c: char| c.is_alphabetic() || matches!(c, '_' | '$' | '@'))
            && plain
                .chars()
                .all(|c| c.is_alphanumeric() || matches!(c, '_' | '-' | '$' | '@'));
        if !named {
            return None;
        }
        steps.push(Step {
            name: plain.to_owned(),
            array,
        });
    }
    (steps.len() > 1).then_some(steps)
}

fn place(members: &mut Vec<Property>, step: &Step, rest: &[Step], member: Property) {
    let [next, further @ ..] = rest else {
        let mut schema = member.schema;
        if step.array && !schema.allows(Kind::Array) {
            schema = Schema::array(schema);
        }
        return add(
            members,
            Property {
                name: step.name.clone(),
                schema,
                ..member
            },
        );
    };
    let known = members.iter().position(|known| known.name == step.name);
    let at = known.unwrap_or(members.len());
    if known.is_none() {
        members.push(Property {
            name: step.name.clone(),
            ..Property::default()
        });
    }
    let Some(parent) = members.get_mut(at) else {
        return;
    };
    let array = step.array || parent.schema.allows(Kind::Array);
    // What has members is an object, though its own line may have said nothing or `string`.
    if array {
        parent.schema.kinds.retain(|kind| *kind == Kind::Null);
        parent.schema.kinds.insert(0, Kind::Array);
        let items = parent.schema.items.get_or_insert_default();
        items.kinds = vec![Kind::Object];
        place(&mut items.properties, next, further, member);
    } else {
        parent.schema.kinds.retain(|kind| *kind == Kind::Null);
        parent.schema.kinds.insert(0, Kind::Object);
        place(&mut parent.schema.properties, next, further, member);
    }
}

fn add(members: &mut Vec<Property>, member: Property) {
    match members.iter_mut().find(|known| known.name == member.name) {
        Some(known) => {
            known.required |= member.required;
            if known.description.is_none() {
                known.description = member.description;
            }
        }
        None => members.push(member),
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn member(name: &str, kind: Kind) -> Property {
        Property {
            name: name.to_owned(),
            schema: Schema::of(kind),
            ..Property::default()
        }
    }

    #[test]
    fn ways_become_members_of_members() {
        let folded = fold(
            vec![
                member("owner", Kind::String),
                member("limits.daily", Kind::Number),
                member("items[].price.amount", Kind::Number),
                member("items[].name", Kind::String),
            ],
            &[],
        );
        let schema = Schema {
            properties: folded,
            ..Schema::of(Kind::Object)
        };
        assert_eq!(
            schema.to_json(),
            json!({"type": "object", "properties": {
                "owner": {"type": "string"},
                "limits": {"type": "object", "properties": {"daily": {"type": "number"}}},
                "items": {"type": "array", "items": {"type": "object", "properties": {
                    "price": {"type": "object", "properties": {"amount": {"type": "number"}}},
                    "name": {"type": "string"},
                }}},
            }})
        );
    }

    #[test]
    fn a_name_with_dots_that_an_example_has_stays() {
        let example = json!({"index.shards": 2});
        let folded = fold(vec![member("index.shards", Kind::Integer)], &[example]);
        assert_eq!(folded[0].name, "index.shards");
    }
}
