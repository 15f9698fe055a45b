//! From what schemas ask of a value to an expression.
//!
//! A rule stands for the schemas that one value is held to at once: `allOf` and `$ref` join them,
//! `anyOf` and `oneOf` make alternatives of them.

use std::collections::{BTreeSet, HashMap, HashSet};

use serde_json::Value;

use super::expression::{
    Expression, Rule, RuleId, choice, class, literal, never, nothing, optional, prune, repeat,
    sequence,
};
use super::integer::integers;
use super::lark::WHITE_SPACE;
use super::text::{character, other_name, spelled, string};
use crate::check::node::{Node, NodeId, Same, Scalar};
use crate::check::number::Number;
use crate::{SimpleType, Validator};

/// Schemas that one value is held to.
type Schemas = BTreeSet<NodeId>;

/// Servers refuse to repeat more often.
const MOST_REPEATED: u64 = 1000;
/// Combinations of `anyOf`s in one value; past them a group is not expressed.
const MOST_ALTERNATIVES: usize = 64;
/// Rules; past them values are not expressed.
const MOST_RULES: usize = 4000;

pub(super) fn build(validator: &Validator) -> Option<(Vec<Rule>, Vec<String>)> {
    let mut builder = Builder {
        validator,
        rules: Vec::new(),
        known: HashMap::new(),
        tokens: Vec::new(),
        names: HashSet::from([WHITE_SPACE.to_owned()]),
        unexpressed: validator.unchecked().iter().cloned().collect(),
        space: None,
    };
    builder.value(Schemas::from([validator.root()]));
    let mut rules = prune(builder.rules)?;
    for rule in &mut rules {
        rule.is_token = is_token(&rule.body);
    }
    Some((rules, builder.unexpressed.into_iter().collect()))
}

fn is_token(body: &Expression) -> bool {
    match body {
        Expression::Rule(_) => false,
        Expression::Literal(_) | Expression::Class { .. } => true,
        Expression::Sequence(parts) | Expression::Choice(parts) => parts.iter().all(is_token),
        Expression::Repeat { of, .. } => is_token(of),
    }
}

struct Builder<'v> {
    validator: &'v Validator,
    rules: Vec<Rule>,
    known: HashMap<Schemas, RuleId>,
    tokens: Vec<(Expression, RuleId)>,
    names: HashSet<String>,
    unexpressed: BTreeSet<String>,
    space: Option<RuleId>,
}

impl<'v> Builder<'v> {
    fn add(&mut self, name: &str, body: Expression) -> RuleId {
        let mut unique = name.to_owned();
        let mut number = 2;
        while !self.names.insert(unique.clone()) {
            unique = format!("{name}_{number}");
            number += 1;
        }
        self.rules.push(Rule {
            name: unique,
            body,
            is_token: false,
        });
        RuleId(self.rules.len() - 1)
    }

    /// A rule for what is one word.
    fn token(&mut self, name: &str, body: Expression) -> Expression {
        if matches!(body, Expression::Literal(_)) || body == never() {
            return body;
        }
        let known = self.tokens.iter().find(|(known, _)| *known == body);
        let rule = if let Some((_, rule)) = known {
            *rule
        } else {
            let rule = self.add(name, body.clone());
            self.tokens.push((body, rule));
            rule
        };
        Expression::Rule(rule)
    }

    /// White space: little, so that a model cannot write it for ever.
    fn space(&mut self) -> Expression {
        let rule = self.space.unwrap_or_else(|| {
            self.rules.push(Rule {
                name: WHITE_SPACE.to_owned(),
                body: optional(choice([
                    literal(" "),
                    sequence([
                        literal("\n"),
                        repeat(class(&[(' ', ' '), ('\t', '\t')]), 0, Some(20)),
                    ]),
                ])),
                is_token: false,
            });
            RuleId(self.rules.len() - 1)
        });
        self.space = Some(rule);
        Expression::Rule(rule)
    }

    fn node(&self, id: NodeId) -> Option<&'v Node> {
        self.validator.node(id).map(|node| &**node)
    }

    fn gap(&mut self, id: NodeId, keyword: &str) {
        let place = self.validator.place(id);
        self.unexpressed.insert(format!("{place}/{keyword}"));
    }

    /// Notes a keyword of whichever of the schemas have it.
    fn gaps(&mut self, schemas: &Schemas, keyword: &str, has: impl Fn(&Node) -> bool) {
        for id in schemas {
            if self.node(*id).is_some_and(&has) {
                self.gap(*id, keyword);
            }
        }
    }

    /// The rule of a value that is held to these schemas.
    fn value(&mut self, schemas: Schemas) -> Expression {
        if let Some(known) = self.known.get(&schemas) {
            return Expression::Rule(*known);
        }
        if self.rules.len() >= MOST_RULES && !schemas.is_empty() {
            for id in &schemas {
                self.gap(*id, "");
            }
            return self.value(Schemas::new());
        }
        let name = if self.rules.is_empty() {
            "root".to_owned()
        } else {
            self.name(&schemas)
        };
        // Known before it is complete: it may refer to itself.
        let rule = self.add(&name, never());
        self.known.insert(schemas.clone(), rule);
        let mut parts = Vec::new();
        for alternative in self.alternatives(schemas) {
            self.plain(&alternative, &mut parts);
        }
        if let Some(place) = self.rules.get_mut(rule.0) {
            place.body = choice(parts);
        }
        Expression::Rule(rule)
    }

    /// The last name in a schema's place, as far as it can name a rule.
    fn name(&self, schemas: &Schemas) -> String {
        let place = schemas
            .last()
            .map_or("value", |id| self.validator.place(*id));
        let last = place.rsplit('/').next().unwrap_or_default();
        let letters = last.chars().filter(char::is_ascii_alphanumeric).take(24);
        let name: String = letters.map(|letter| letter.to_ascii_lowercase()).collect();
        if name.starts_with(|first: char| first.is_ascii_alphabetic()) {
            name
        } else {
            "value".to_owned()
        }
    }

    /// All combinations of schemas that may hold for one value, with what they refer to.
    fn alternatives(&mut self, schemas: Schemas) -> Vec<Schemas> {
        let mut done = Vec::new();
        let mut open = vec![(Schemas::new(), schemas.into_iter().collect::<Vec<_>>())];
        while let Some((mut plain, mut pending)) = open.pop() {
            let mut groups: Vec<&[NodeId]> = Vec::new();
            while let Some(id) = pending.pop() {
                let Some(node) = self.node(id).filter(|_| plain.insert(id)) else {
                    continue;
                };
                for same in &node.same {
                    match same {
                        Same::All(schemas) => pending.extend(schemas),
                        Same::Any(schemas) => groups.push(schemas),
                        Same::One(schemas) => {
                            if !self.exclude_each_other(schemas) {
                                self.gap(id, "oneOf");
                            }
                            groups.push(schemas);
                        }
                        Same::Not(_) => self.gap(id, "not"),
                    }
                }
            }
            let mut branches = vec![Vec::new()];
            for group in groups {
                if branches.len() * group.len() + done.len() + open.len() > MOST_ALTERNATIVES {
                    for id in &plain {
                        self.gap(*id, "anyOf");
                    }
                    continue;
                }
                branches = branches
                    .iter()
                    .flat_map(|branch: &Vec<NodeId>| {
                        group
                            .iter()
                            .map(|one| [branch.as_slice(), &[*one]].concat())
                    })
                    .collect();
            }
            for branch in branches.into_iter().rev() {
                if branch.is_empty() {
                    done.push(plain.clone());
                } else {
                    open.push((plain.clone(), branch));
                }
            }
        }
        done
    }

    /// Whether no value satisfies two of the schemas, as far as that is plain to see: by types, by
    /// constants, or by the constants of a member that both ask for.
    fn exclude_each_other(&self, schemas: &[NodeId]) -> bool {
        let asked: Vec<Vec<&Node>> = schemas.iter().map(|id| self.joined(*id)).collect();
        asked.iter().enumerate().all(|(place, one)| {
            asked
                .iter()
                .skip(place + 1)
                .all(|other| self.exclude(one, other, true))
        })
    }

    fn exclude(&self, one: &[&Node], other: &[&Node], with_members: bool) -> bool {
        one.iter().any(|one| {
            other.iter().any(|other| {
                let types = one.types.as_ref().zip(other.types.as_ref());
                let scalars = one.scalars.as_ref().zip(other.scalars.as_ref());
                types.is_some_and(|(one, other)| {
                    !one.0.iter().any(|kind| {
                        other.has(*kind)
                            || is_a_number(*kind) && other.0.iter().copied().any(is_a_number)
                    })
                }) || scalars
                    .is_some_and(|(one, other)| !one.iter().any(|value| other.contains(value)))
                    || with_members
                        && one.required.iter().any(|name| {
                            let ids = one.properties.get(name).zip(other.properties.get(name));
                            other.required.contains(name)
                                && ids.is_some_and(|(one, other)| {
                                    self.exclude(&self.joined(*one), &self.joined(*other), false)
                                })
                        })
                        && [one, other].iter().all(|node| {
                            node.types
                                .as_ref()
                                .is_some_and(|types| types.0 == [SimpleType::Object])
                        })
            })
        })
    }

    /// A schema and all that hold with it.
    fn joined(&self, id: NodeId) -> Vec<&'v Node> {
        let mut nodes = Vec::new();
        let mut pending = vec![id];
        while let Some(node) = pending.pop().and_then(|id| self.node(id)) {
            nodes.push(node);
            for same in &node.same {
                if let Same::All(schemas) = same {
                    pending.extend(schemas);
                }
            }
        }
        nodes
    }

    /// The values that satisfy all of some schemas.
    fn plain(&mut self, schemas: &Schemas, parts: &mut Vec<Expression>) {
        let nodes: Vec<&Node> = schemas.iter().filter_map(|id| self.node(*id)).collect();
        if nodes.iter().any(|node| node.is_never) {
            return;
        }
        let mut constants = nodes.iter().filter_map(|node| node.scalars.as_ref());
        if let Some(first) = constants.next() {
            let others: Vec<&Vec<Scalar>> = constants.collect();
            for value in first {
                let is_in_all = others.iter().all(|values| values.contains(value));
                if is_in_all && nodes.iter().all(|node| admits(node, value)) {
                    parts.extend(constant(value).as_ref().map(spelled));
                }
            }
            return;
        }
        let is_asked = |kind: SimpleType| {
            nodes
                .iter()
                .all(|node| node.types.as_ref().is_none_or(|types| types.has(kind)))
        };
        let is_number = nodes.iter().all(|node| {
            let types = node.types.as_ref();
            types.is_none_or(|types| types.0.iter().copied().any(is_a_number))
        });
        if is_asked(SimpleType::Object) {
            parts.push(self.object(schemas, &nodes));
        }
        if is_asked(SimpleType::Array) {
            parts.push(self.array(schemas, &nodes));
        }
        if is_asked(SimpleType::String) {
            parts.push(self.string(schemas, &nodes));
        }
        if is_number {
            let number = self.number(schemas, &nodes, !is_asked(SimpleType::Number));
            parts.push(number);
        }
        if is_asked(SimpleType::Boolean) {
            parts.extend([literal("true"), literal("false")]);
        }
        if is_asked(SimpleType::Null) {
            parts.push(literal("null"));
        }
    }

    fn string(&mut self, schemas: &Schemas, nodes: &[&Node]) -> Expression {
        let least = nodes
            .iter()
            .map(|node| node.length.least)
            .max()
            .unwrap_or(0);
        let most = nodes.iter().filter_map(|node| node.length.most).min();
        let (least, most) = self.repeated(schemas, least, most, "minLength", "maxLength");
        if most.is_some_and(|most| most < least) {
            return never();
        }
        let body = string(character(), least, most);
        self.token("string", body)
    }

    /// Limits of a count that a server will repeat; others are noted.
    fn repeated(
        &mut self,
        schemas: &Schemas,
        least: u64,
        most: Option<u64>,
        at_least: &str,
        at_most: &str,
    ) -> (u64, Option<u64>) {
        let count = |node: &Node| match at_least {
            "minLength" => node.length,
            "minItems" => node.items,
            _ => node.members,
        };
        if least > MOST_REPEATED {
            self.gaps(schemas, at_least, |node| count(node).least > MOST_REPEATED);
        }
        if most.is_some_and(|most| most > MOST_REPEATED) {
            self.gaps(schemas, at_most, |node| count(node).most.is_some());
        }
        (
            least.min(MOST_REPEATED),
            most.filter(|most| *most <= MOST_REPEATED),
        )
    }

    fn number(&mut self, schemas: &Schemas, nodes: &[&Node], is_whole: bool) -> Expression {
        self.gaps(schemas, "multipleOf", |node| {
            let multiple = node.numbers.multiple_of;
            multiple.is_some_and(|of| !(is_whole && of == Number::Whole(1)))
        });
        if is_whole {
            let (mut least, mut most) = (None::<i128>, None::<i128>);
            for numbers in nodes.iter().map(|node| &node.numbers) {
                let low = [
                    numbers.least.map(ceiling),
                    numbers.above.map(|above| floor(above).saturating_add(1)),
                ];
                let high = [
                    numbers.most.map(floor),
                    numbers.below.map(|below| ceiling(below).saturating_sub(1)),
                ];
                least = low.into_iter().flatten().chain(least).max();
                most = high.into_iter().flatten().chain(most).min();
            }
            return self.token("integer", integers(least, most));
        }
        let zero = Number::Whole(0);
        let is_positive = nodes.iter().any(|node| {
            let low = [node.numbers.least, node.numbers.above];
            low.into_iter().flatten().any(|low| low >= zero)
        });
        self.gaps(schemas, "minimum", |node| {
            node.numbers.least.is_some_and(|least| least != zero)
        });
        self.gaps(schemas, "maximum", |node| node.numbers.most.is_some());
        self.gaps(schemas, "exclusiveMinimum", |node| {
            node.numbers.above.is_some()
        });
        self.gaps(schemas, "exclusiveMaximum", |node| {
            node.numbers.below.is_some()
        });
        let digits = || repeat(class(&[('0', '9')]), 1, None);
        let sign = if is_positive {
            nothing()
        } else {
            optional(literal("-"))
        };
        let body = sequence([
            sign,
            integers(Some(0), None),
            optional(sequence([literal("."), digits()])),
            optional(sequence([
                class(&[('e', 'e'), ('E', 'E')]),
                optional(class(&[('+', '+'), ('-', '-')])),
                digits(),
            ])),
        ]);
        self.token("number", body)
    }

    fn array(&mut self, schemas: &Schemas, nodes: &[&Node]) -> Expression {
        let least = nodes.iter().map(|node| node.items.least).max().unwrap_or(0);
        let most = nodes.iter().filter_map(|node| node.items.most).min();
        let (least, most) = self.repeated(schemas, least, most, "minItems", "maxItems");
        let prefix = nodes
            .iter()
            .map(|node| node.prefix.len())
            .max()
            .unwrap_or(0);
        let item = |at: usize| -> Schemas {
            let asked = nodes
                .iter()
                .filter_map(|node| node.prefix.get(at).copied().or(node.rest));
            asked.collect()
        };
        let rest = self.value(item(prefix));
        let begun = u64::try_from(prefix).unwrap_or(u64::MAX);
        let comma = self.comma();
        let more = least.saturating_sub(begun);
        // What comes after the items that have a schema of their own.
        let mut after = match most {
            Some(most) if most < begun => nothing(),
            _ if prefix > 0 => repeat(
                sequence([comma.clone(), rest.clone()]),
                more,
                most.map(|most| most - begun),
            ),
            _ => list(&rest, &comma, least, most),
        };
        for at in (0..prefix).rev() {
            let place = u64::try_from(at).unwrap_or(u64::MAX);
            if most.is_some_and(|most| most <= place) {
                continue;
            }
            let one = self.value(item(at));
            let separated = if at > 0 { comma.clone() } else { nothing() };
            let with = sequence([separated, one, after]);
            after = if place < least { with } else { optional(with) };
        }
        if most.is_some_and(|most| most < least) {
            return never();
        }
        let space = self.space();
        sequence([literal("["), space.clone(), after, space, literal("]")])
    }

    fn comma(&mut self) -> Expression {
        let space = self.space();
        sequence([space.clone(), literal(","), space])
    }

    fn object(&mut self, schemas: &Schemas, nodes: &[&Node]) -> Expression {
        let mut names: Vec<&str> = Vec::new();
        let declared = nodes.iter().flat_map(|node| node.properties.keys());
        let required = nodes.iter().flat_map(|node| &node.required);
        for name in declared.chain(required) {
            if !names.contains(&name.as_str()) {
                names.push(name);
            }
        }
        let is_required = |name: &str| {
            nodes
                .iter()
                .any(|node| node.required.iter().any(|one| one == name))
        };
        let additional: Schemas = nodes.iter().filter_map(|node| node.additional).collect();
        let is_closed = additional
            .iter()
            .any(|id| self.node(*id).is_some_and(|node| node.is_never));

        let least = nodes
            .iter()
            .map(|node| node.members.least)
            .max()
            .unwrap_or(0);
        let most = nodes.iter().filter_map(|node| node.members.most).min();
        let space = self.space();
        let comma = self.comma();
        let other = if is_closed {
            never()
        } else {
            let name = self.token("name", other_name(&names));
            let value = self.value(additional);
            sequence([name, space.clone(), literal(":"), space.clone(), value])
        };
        let members = if names.is_empty() {
            let (least, most) =
                self.repeated(schemas, least, most, "minProperties", "maxProperties");
            if most.is_some_and(|most| most < least) {
                return never();
            }
            list(&other, &comma, least, most)
        } else {
            let needed = names.iter().filter(|name| is_required(name)).count();
            if least > needed as u64 {
                self.gaps(schemas, "minProperties", |node| node.members.least > 0);
            }
            if most.is_some_and(|most| !is_closed || most < names.len() as u64) {
                self.gaps(schemas, "maxProperties", |node| node.members.most.is_some());
            }
            let mut members = Vec::new();
            for name in names {
                let asked = nodes
                    .iter()
                    .filter_map(|node| node.properties.get(name).copied().or(node.additional));
                let value = self.value(asked.collect());
                let name_is_required = is_required(name);
                let member = sequence([
                    spelled(&Value::from(name)),
                    space.clone(),
                    literal(":"),
                    space.clone(),
                    value,
                ]);
                members.push((member, name_is_required));
            }
            self.members(members, &other, &comma)
        };
        sequence([literal("{"), space.clone(), members, space, literal("}")])
    }

    /// Members in their order, then others. A comma goes before each but the first that is there.
    fn members(
        &mut self,
        members: Vec<(Expression, bool)>,
        other: &Expression,
        comma: &Expression,
    ) -> Expression {
        let is_long = members.len() > 6;
        // What may follow a member, and what may come first.
        let mut next = repeat(sequence([comma.clone(), other.clone()]), 0, None);
        let mut first = list(other, comma, 0, None);
        for (member, is_required) in members.into_iter().rev() {
            let begun = sequence([member.clone(), next.clone()]);
            first = if is_required {
                begun
            } else {
                choice([begun, first])
            };
            let with = sequence([comma.clone(), member]);
            next = sequence([if is_required { with } else { optional(with) }, next]);
            if is_long {
                next = Expression::Rule(self.add("members", next));
            }
        }
        first
    }
}

/// So many of one, separated.
fn list(of: &Expression, comma: &Expression, least: u64, most: Option<u64>) -> Expression {
    if most == Some(0) {
        return nothing();
    }
    let more = repeat(
        sequence([comma.clone(), of.clone()]),
        least.saturating_sub(1),
        most.map(|most| most - 1),
    );
    let some = sequence([of.clone(), more]);
    if least == 0 { optional(some) } else { some }
}

fn is_a_number(kind: SimpleType) -> bool {
    matches!(kind, SimpleType::Number | SimpleType::Integer)
}

/// Whether a schema admits a constant, as to its type and limits.
fn admits(node: &Node, value: &Scalar) -> bool {
    let has = |kind| node.types.as_ref().is_none_or(|types| types.has(kind));
    match value {
        Scalar::Null => has(SimpleType::Null),
        Scalar::Bool(_) => has(SimpleType::Boolean),
        Scalar::String(text) => {
            let length = text.chars().count() as u64;
            has(SimpleType::String)
                && node.length.least <= length
                && node.length.most.is_none_or(|most| length <= most)
        }
        Scalar::Number(number) => {
            let limits = &node.numbers;
            (has(SimpleType::Number) || number.is_whole() && has(SimpleType::Integer))
                && limits.least.is_none_or(|least| *number >= least)
                && limits.most.is_none_or(|most| *number <= most)
                && limits.above.is_none_or(|above| *number > above)
                && limits.below.is_none_or(|below| *number < below)
                && limits
                    .multiple_of
                    .is_none_or(|of| number.is_multiple_of(of))
        }
    }
}

fn constant(value: &Scalar) -> Option<Value> {
    Some(match value {
        Scalar::Null => Value::Null,
        Scalar::Bool(value) => Value::from(*value),
        Scalar::String(text) => Value::from(text.as_str()),
        Scalar::Number(Number::Real(real)) => Value::from(*real),
        Scalar::Number(Number::Whole(whole)) => {
            match (i64::try_from(*whole), u64::try_from(*whole)) {
                (Ok(whole), _) => Value::from(whole),
                (_, Ok(whole)) => Value::from(whole),
                // As near as a value can hold it.
                _ => serde_json::from_str(&whole.to_string()).ok()?,
            }
        }
    })
}

#[expect(clippy::cast_possible_truncation, reason = "saturates")]
fn ceiling(number: Number) -> i128 {
    match number {
        Number::Whole(whole) => whole,
        Number::Real(real) => real.ceil() as i128,
    }
}

#[expect(clippy::cast_possible_truncation, reason = "saturates")]
fn floor(number: Number) -> i128 {
    match number {
        Number::Whole(whole) => whole,
        Number::Real(real) => real.floor() as i128,
    }
}
