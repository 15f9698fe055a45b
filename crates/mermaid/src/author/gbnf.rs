//! A reader of GBNF, the notation of llama.cpp (`grammars/README.md` there), as far as the grammars
//! here are written in it: whether a grammar derives a text.

use std::collections::{BTreeSet, HashMap};

/// Deeper than this nothing is derived: a diagram with such nesting is not drawn either.
const DEEPEST: u32 = 400;

/// A grammar.
#[derive(Debug)]
pub(super) struct Gbnf {
    rules: HashMap<String, Expression>,
}

#[derive(Debug)]
enum Expression {
    Literal(String),
    Class {
        ranges: Vec<(char, char)>,
        is_negated: bool,
    },
    Rule(String),
    Sequence(Vec<Expression>),
    Choice(Vec<Expression>),
    Repeat {
        of: Box<Expression>,
        least: usize,
        most: usize,
    },
}

impl Gbnf {
    /// Reads a grammar, a rule a line; `None` if it is none.
    pub(super) fn read(text: &str) -> Option<Self> {
        let mut rules = HashMap::new();
        for line in text.lines().filter(|line| !line.is_empty()) {
            let (name, body) = line.split_once(" ::= ")?;
            let mut reader = Reader { rest: body };
            rules.insert(name.to_owned(), reader.choice()?);
            if !reader.rest.is_empty() {
                return None;
            }
        }
        Some(Self { rules })
    }

    /// Whether a rule derives the whole of a text. Cost: linear in the text, times the ways to go on at
    /// a place.
    pub(super) fn derives(&self, rule: &str, text: &str) -> bool {
        let rule = self.rules.get(rule);
        let ends = rule.map(|rule| self.ends(rule, text, &BTreeSet::from([0]), DEEPEST));
        ends.is_some_and(|ends| ends.contains(&text.len()))
    }

    /// Where an expression may end that begins at one of these places.
    fn ends(
        &self,
        of: &Expression,
        text: &str,
        starts: &BTreeSet<usize>,
        depth: u32,
    ) -> BTreeSet<usize> {
        if starts.is_empty() || depth == 0 {
            return BTreeSet::new();
        }
        let depth = depth - 1;
        match of {
            Expression::Literal(literal) => {
                let here = |at: &usize| {
                    text.get(*at..)
                        .is_some_and(|rest| rest.starts_with(literal))
                };
                let starts = starts.iter().copied();
                starts.filter(here).map(|at| at + literal.len()).collect()
            }
            Expression::Class { ranges, is_negated } => {
                let after = |at: usize| {
                    let character = text.get(at..)?.chars().next()?;
                    let mut ranges = ranges.iter();
                    let is_in = ranges.any(|(from, to)| (from..=to).contains(&&character));
                    (is_in != *is_negated).then(|| at + character.len_utf8())
                };
                starts.iter().copied().filter_map(after).collect()
            }
            Expression::Rule(name) => match self.rules.get(name) {
                Some(rule) => self.ends(rule, text, starts, depth),
                None => BTreeSet::new(),
            },
            Expression::Sequence(parts) => parts.iter().fold(starts.clone(), |starts, part| {
                self.ends(part, text, &starts, depth)
            }),
            Expression::Choice(parts) => {
                let ends = parts
                    .iter()
                    .map(|part| self.ends(part, text, starts, depth));
                ends.flatten().collect()
            }
            Expression::Repeat { of, least, most } => {
                let mut found = BTreeSet::new();
                let mut seen = BTreeSet::new();
                let mut ends = starts.clone();
                let mut times = 0;
                while !ends.is_empty() && times <= *most {
                    if times >= *least {
                        found.extend(&ends);
                        ends.retain(|end| seen.insert(*end));
                    }
                    ends = self.ends(of, text, &ends, depth);
                    times += 1;
                }
                found
            }
        }
    }
}

struct Reader<'a> {
    rest: &'a str,
}

impl Reader<'_> {
    fn choice(&mut self) -> Option<Expression> {
        let mut ways = vec![self.sequence()?];
        while self.take(" | ") {
            ways.push(self.sequence()?);
        }
        Some(match ways.pop() {
            Some(only) if ways.is_empty() => only,
            last => Expression::Choice(ways.into_iter().chain(last).collect()),
        })
    }

    fn sequence(&mut self) -> Option<Expression> {
        let mut parts = vec![self.repeated()?];
        while self.rest.starts_with(' ') && !self.rest.starts_with(" | ") {
            self.take(" ");
            parts.push(self.repeated()?);
        }
        Some(Expression::Sequence(parts))
    }

    fn repeated(&mut self) -> Option<Expression> {
        let of = self.one()?;
        let (least, most) = if self.take("*") {
            (0, usize::MAX)
        } else if self.take("+") {
            (1, usize::MAX)
        } else if self.take("?") {
            (0, 1)
        } else {
            return Some(of);
        };
        Some(Expression::Repeat {
            of: Box::new(of),
            least,
            most,
        })
    }

    fn one(&mut self) -> Option<Expression> {
        if self.take("(") {
            let group = self.choice()?;
            return self.take(")").then_some(group);
        }
        if self.take("\"") {
            let mut literal = String::new();
            while !self.take("\"") {
                literal.push(self.character()?);
            }
            return Some(Expression::Literal(literal));
        }
        if self.take("[") {
            let is_negated = self.take("^");
            let mut ranges = Vec::new();
            while !self.take("]") {
                let from = self.character()?;
                let is_range = self.rest.starts_with('-') && !self.rest.starts_with("-]");
                let to = if is_range && self.take("-") {
                    self.character()?
                } else {
                    from
                };
                ranges.push((from, to));
            }
            return Some(Expression::Class { ranges, is_negated });
        }
        let is_name = |character: char| character.is_ascii_lowercase();
        let length = self.rest.find(|character| !is_name(character));
        let (name, rest) = self.rest.split_at(length.unwrap_or(self.rest.len()));
        self.rest = rest;
        (!name.is_empty()).then(|| Expression::Rule(name.to_owned()))
    }

    fn character(&mut self) -> Option<char> {
        let mut characters = self.rest.chars();
        let character = match characters.next()? {
            '\\' => match characters.next()? {
                'n' => '\n',
                escaped => escaped,
            },
            other => other,
        };
        self.rest = characters.as_str();
        Some(character)
    }

    fn take(&mut self, token: &str) -> bool {
        let rest = self.rest.strip_prefix(token);
        self.rest = rest.unwrap_or(self.rest);
        rest.is_some()
    }
}

#[cfg(test)]
impl Gbnf {
    /// A text that a rule derives: which, the dice say. When they are used up, the first way is taken.
    pub(super) fn sentence(&self, rule: &str, dice: &[u8]) -> String {
        let mut text = String::new();
        self.write(&self.rules[rule], &mut dice.iter().copied(), &mut text);
        text
    }

    fn write(&self, of: &Expression, dice: &mut impl Iterator<Item = u8>, text: &mut String) {
        match of {
            Expression::Literal(literal) => text.push_str(literal),
            Expression::Class { ranges, is_negated } => {
                let pool: Vec<char> = if *is_negated {
                    let all = "aZ09 ,.?!'()[]/_=+-|&*@$^~;:é日".chars();
                    let is_in = |c: &char| ranges.iter().any(|(from, to)| (from..=to).contains(&c));
                    all.filter(|c| !is_in(c)).collect()
                } else {
                    ranges.iter().flat_map(|(from, to)| *from..=*to).collect()
                };
                let at = usize::from(dice.next().unwrap_or(0));
                text.push(pool[at % pool.len()]);
            }
            Expression::Rule(name) => self.write(&self.rules[name], dice, text),
            Expression::Sequence(parts) => {
                for part in parts {
                    self.write(part, dice, text);
                }
            }
            Expression::Choice(ways) => {
                let at = usize::from(dice.next().unwrap_or(0));
                self.write(&ways[at % ways.len()], dice, text);
            }
            Expression::Repeat { of, least, most } => {
                let more = usize::from(dice.next().unwrap_or(0)) % 4;
                for _ in 0..(least + more).min(*most) {
                    self.write(of, dice, text);
                }
            }
        }
    }
}
