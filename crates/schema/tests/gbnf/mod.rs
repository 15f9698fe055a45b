//! A reader of GBNF that says whether a grammar derives a text: every way at once, so that nothing
//! depends on the order of alternatives.

use std::collections::{BTreeSet, HashMap};

/// A grammar, read from its text.
#[derive(Debug)]
pub(crate) struct Gbnf {
    rules: HashMap<String, Part>,
}

#[derive(Debug, Clone)]
enum Part {
    Literal(Vec<char>),
    Class(Vec<(char, char)>, bool),
    Rule(String),
    Sequence(Vec<Part>),
    Choice(Vec<Part>),
    Repeat(Box<Part>, usize, Option<usize>),
}

struct Reader<'t> {
    text: std::iter::Peekable<std::str::Chars<'t>>,
}

impl Gbnf {
    pub(crate) fn read(text: &str) -> Self {
        let mut rules = HashMap::new();
        for line in text.lines() {
            let (name, body) = line.split_once(" ::= ").expect("a rule a line");
            assert!(
                name.chars()
                    .all(|letter| letter.is_ascii_alphanumeric() || letter == '-'),
                "{name}"
            );
            let mut reader = Reader {
                text: body.chars().peekable(),
            };
            let part = reader.choice();
            assert_eq!(reader.text.next(), None, "{line}");
            assert!(
                rules.insert(name.to_owned(), part).is_none(),
                "{name} twice"
            );
        }
        Self { rules }
    }

    pub(crate) fn derives(&self, text: &str) -> bool {
        let text: Vec<char> = text.chars().collect();
        let mut known = HashMap::new();
        let ends = self.ends(&Part::Rule("root".to_owned()), &text, 0, &mut known);
        ends.contains(&text.len())
    }

    fn ends(
        &self,
        part: &Part,
        text: &[char],
        at: usize,
        known: &mut HashMap<(String, usize), BTreeSet<usize>>,
    ) -> BTreeSet<usize> {
        match part {
            Part::Literal(literal) => {
                let is_there = text[at..].starts_with(literal);
                is_there.then_some(at + literal.len()).into_iter().collect()
            }
            Part::Class(ranges, is_negated) => {
                let next = text.get(at).filter(|next| {
                    ranges.iter().any(|(from, to)| (from..=to).contains(next)) != *is_negated
                });
                next.map(|_| at + 1).into_iter().collect()
            }
            Part::Rule(name) => {
                let key = (name.clone(), at);
                if let Some(ends) = known.get(&key) {
                    return ends.clone();
                }
                let rule = self
                    .rules
                    .get(name)
                    .unwrap_or_else(|| panic!("no rule {name}"));
                let ends = self.ends(rule, text, at, known);
                known.insert(key, ends.clone());
                ends
            }
            Part::Sequence(parts) => {
                let mut ends = BTreeSet::from([at]);
                for part in parts {
                    ends = ends
                        .iter()
                        .flat_map(|at| self.ends(part, text, *at, known))
                        .collect();
                }
                ends
            }
            Part::Choice(parts) => parts
                .iter()
                .flat_map(|part| self.ends(part, text, at, known))
                .collect(),
            Part::Repeat(of, least, most) => {
                let mut ends = BTreeSet::from([at]);
                for _ in 0..*least {
                    ends = ends
                        .iter()
                        .flat_map(|at| self.ends(of, text, *at, known))
                        .collect();
                }
                let mut all = ends.clone();
                let mut count = *least;
                while !ends.is_empty() && most.is_none_or(|most| count < most) {
                    ends = ends
                        .iter()
                        .flat_map(|at| self.ends(of, text, *at, known))
                        .filter(|end| !all.contains(end))
                        .collect();
                    all.extend(&ends);
                    count += 1;
                }
                all
            }
        }
    }
}

impl Reader<'_> {
    fn choice(&mut self) -> Part {
        let mut parts = vec![self.sequence()];
        while self.text.next_if_eq(&'|').is_some() {
            self.text.next_if_eq(&' ').expect("a blank after `|`");
            parts.push(self.sequence());
        }
        if parts.len() == 1 {
            parts.remove(0)
        } else {
            Part::Choice(parts)
        }
    }

    fn sequence(&mut self) -> Part {
        let mut parts = Vec::new();
        while let Some(next) = self.text.peek().copied() {
            match next {
                ' ' => {
                    self.text.next();
                }
                '|' | ')' => break,
                _ => {
                    let part = self.one();
                    parts.push(self.repeated(part));
                }
            }
        }
        assert!(!parts.is_empty());
        Part::Sequence(parts)
    }

    fn one(&mut self) -> Part {
        match self.text.next().unwrap() {
            '"' => {
                let mut literal = Vec::new();
                while self.text.next_if_eq(&'"').is_none() {
                    literal.push(self.letter());
                }
                Part::Literal(literal)
            }
            '[' => {
                let is_negated = self.text.next_if_eq(&'^').is_some();
                let mut ranges = Vec::new();
                while self.text.next_if_eq(&']').is_none() {
                    let from = self.letter();
                    let is_range = self.text.next_if_eq(&'-').is_some();
                    ranges.push((from, if is_range { self.letter() } else { from }));
                }
                Part::Class(ranges, is_negated)
            }
            '(' => {
                let part = self.choice();
                assert_eq!(self.text.next(), Some(')'));
                part
            }
            first => {
                let mut name = first.to_string();
                while let Some(letter) = self
                    .text
                    .next_if(|letter| letter.is_ascii_alphanumeric() || *letter == '-')
                {
                    name.push(letter);
                }
                Part::Rule(name)
            }
        }
    }

    fn letter(&mut self) -> char {
        match self.text.next().unwrap() {
            '\\' => match self.text.next().unwrap() {
                'n' => '\n',
                'r' => '\r',
                't' => '\t',
                'x' => {
                    let digits: String = [self.text.next().unwrap(), self.text.next().unwrap()]
                        .iter()
                        .collect();
                    char::from(u8::from_str_radix(&digits, 16).unwrap())
                }
                escaped @ ('"' | '\\' | ']' | '[') => escaped,
                other => panic!("no escape: \\{other}"),
            },
            letter => letter,
        }
    }

    fn repeated(&mut self, part: Part) -> Part {
        let Some(mark) = self.text.next_if(|next| "*+?{".contains(*next)) else {
            return part;
        };
        let (least, most) = match mark {
            '*' => (0, None),
            '+' => (1, None),
            '?' => (0, Some(1)),
            _ => {
                let mut inside = String::new();
                while let Some(next) = self.text.next_if(|next| *next != '}') {
                    inside.push(next);
                }
                self.text.next();
                let count = |text: &str| text.parse::<usize>().unwrap();
                match inside.split_once(',') {
                    None => (count(&inside), Some(count(&inside))),
                    Some((least, "")) => (count(least), None),
                    Some((least, most)) => (count(least), Some(count(most))),
                }
            }
        };
        Part::Repeat(Box::new(part), least, most)
    }
}
