//! Grammars of diagrams, for servers that hold a model to one.
//!
//! A grammar derives less than Mermaid has: no styles, links or comments, and one way to write each
//! thing. All that it derives is a diagram. So it goes with a question only where nothing else is
//! wanted: the family is named in the instruction, or the diagram to change is one that it derives.

use std::fmt::Write as _;

use super::Task;
use super::gbnf::Gbnf;

/// A family of diagrams whose grammar is known.
struct Family {
    /// How people name it, in small letters.
    names: &'static [&'static str],
    /// What its diagrams begin with.
    headers: &'static [&'static str],
    grammar: &'static str,
    /// What is no name of a node, in small letters: the grammar takes it for something else.
    reserved: &'static [&'static str],
}

const FAMILIES: &[Family] = &[
    Family {
        names: &["flowchart", "flow chart"],
        headers: &["flowchart", "graph"],
        grammar: include_str!("grammars/flowchart.gbnf"),
        reserved: &[
            "call",
            "class",
            "classdef",
            "click",
            "default",
            "direction",
            "end",
            "flowchart",
            "graph",
            "href",
            "interpolate",
            "linkstyle",
            "o",
            "style",
            "subgraph",
            "v",
            "x",
        ],
    },
    Family {
        names: &["sequence diagram", "sequencediagram"],
        headers: &["sequenceDiagram"],
        grammar: include_str!("grammars/sequence.gbnf"),
        reserved: &[
            "accdescr",
            "acctitle",
            "activate",
            "actor",
            "alt",
            "and",
            "as",
            "autonumber",
            "box",
            "break",
            "create",
            "critical",
            "deactivate",
            "destroy",
            "details",
            "else",
            "end",
            "link",
            "links",
            "loop",
            "note",
            "off",
            "opt",
            "option",
            "over",
            "par",
            "par_over",
            "participant",
            "properties",
            "rect",
            "title",
        ],
    },
    Family {
        names: &["class diagram", "classdiagram"],
        headers: &["classDiagram", "classDiagram-v2"],
        grammar: include_str!("grammars/class.gbnf"),
        reserved: &[
            "accdescr",
            "acctitle",
            "as",
            "call",
            "callback",
            "class",
            "classdef",
            "click",
            "cssclass",
            "default",
            "direction",
            "end",
            "href",
            "link",
            "namespace",
            "note",
            "o",
            "style",
        ],
    },
    Family {
        names: &[
            "er diagram",
            "erdiagram",
            "entity relationship",
            "entity-relationship",
        ],
        headers: &["erDiagram"],
        grammar: include_str!("grammars/er.gbnf"),
        reserved: &[
            "accdescr",
            "acctitle",
            "as",
            "class",
            "classdef",
            "direction",
            "end",
            "fk",
            "many",
            "one",
            "only",
            "optionally",
            "pk",
            "style",
            "title",
            "to",
            "u",
            "uk",
            "zero",
        ],
    },
    Family {
        names: &["state diagram", "statediagram", "state machine"],
        headers: &["stateDiagram-v2"],
        grammar: include_str!("grammars/state.gbnf"),
        reserved: &[
            "accdescr",
            "acctitle",
            "as",
            "class",
            "classdef",
            "click",
            "default",
            "direction",
            "end",
            "hide",
            "href",
            "note",
            "scale",
            "state",
            "style",
        ],
    },
];

/// Words of wishes that no grammar here grants.
const BEYOND: &[&str] = &[
    "bold",
    "click",
    "color",
    "colour",
    "comment",
    "hyperlink",
    "icon",
    "image",
    "link",
    "markdown",
    "style",
    "theme",
    "url",
];

/// What all grammars have in common: the fence that is asked for, and words.
const COMMON: &str = "pad ::= [ ]*
quoted ::= \"\\\"\" inside+ \"\\\"\"
inside ::= [^\\n\"`#%{}<>\\\\]
phrase ::= word (\" \" word)*
word ::= name | [0-9]+
";

/// The grammar of the answer to a task, in GBNF; none where it would be in the way.
pub(super) fn grammar(task: &Task) -> Option<String> {
    let instruction = task.instruction.to_lowercase();
    if BEYOND.iter().any(|word| instruction.contains(word)) {
        return None;
    }
    let family = if let Some(diagram) = &task.diagram {
        of_diagram(diagram)?
    } else {
        let mut named = FAMILIES.iter().filter(|family| {
            let mut names = family.names.iter();
            names.any(|name| instruction.contains(name))
        });
        let family = named.next()?;
        // Of two, it is not known which is wanted.
        named.next().is_none().then_some(family)?
    };
    let rules = family.rules();
    Some(format!(
        "root ::= \"```mermaid\\n\" diagram \"```\" \"\\n\"?\n{rules}"
    ))
}

/// The family whose grammar derives a diagram.
fn of_diagram(diagram: &str) -> Option<&'static Family> {
    let header = diagram.split_whitespace().next()?;
    let family = FAMILIES
        .iter()
        .find(|family| family.headers.contains(&header))?;
    let whole = format!("{}\n", diagram.trim_end());
    let grammar = Gbnf::read(&family.rules())?;
    grammar.derives("diagram", &whole).then_some(family)
}

impl Family {
    /// The rules of its diagrams.
    fn rules(&self) -> String {
        format!("{}{COMMON}{}", self.grammar, names(self.reserved))
    }
}

/// The rules of `name`: a letter, then letters, digits and `_`, but none of these words in small or
/// capital letters.
fn names(reserved: &[&str]) -> String {
    let mut rules = String::from("letters ::= [A-Za-z0-9_]*\nname ::= ");
    rules.push_str(&follow(reserved, "", true));
    rules.push('\n');
    rules
}

/// What may follow the beginning of a name.
fn follow(reserved: &[&str], begun: &str, is_first: bool) -> String {
    let mut next: Vec<char> = reserved
        .iter()
        .filter_map(|word| word.strip_prefix(begun)?.chars().next())
        .collect();
    next.sort_unstable();
    next.dedup();
    let is_other = |character: &char| {
        !next.contains(&character.to_ascii_lowercase())
            && (!is_first || character.is_ascii_alphabetic())
    };
    let others = ('0'..='9')
        .chain('A'..='Z')
        .chain(['_'])
        .chain('a'..='z')
        .filter(is_other);
    let mut ways = vec![format!("[{}] letters", others.collect::<String>())];
    for character in next {
        let rest = follow(reserved, &format!("{begun}{character}"), false);
        let mut letter = format!("[{character}");
        if character.is_ascii_lowercase() {
            letter.push(character.to_ascii_uppercase());
        }
        let mut way = String::new();
        // Writing to a text fails never.
        let _ = write!(way, "{letter}] {rest}");
        ways.push(way);
    }
    let ways = ways.join(" | ");
    if is_first || reserved.contains(&begun) {
        format!("({ways})")
    } else {
        format!("({ways})?")
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::super::gbnf::Gbnf;
    use super::*;
    use crate::diagram::parse;

    fn asked(instruction: &str, diagram: Option<&str>) -> Option<String> {
        grammar(&Task {
            instruction: instruction.to_owned(),
            diagram: diagram.map(str::to_owned),
            ..Task::default()
        })
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(192))]

        #[test]
        fn whatever_a_grammar_derives_is_a_diagram(family in 0..FAMILIES.len(), dice in prop::collection::vec(any::<u8>(), 1..160)) {
            let grammar = Gbnf::read(&FAMILIES[family].rules()).unwrap();
            let text = grammar.sentence("diagram", &dice);
            prop_assert!(grammar.derives("diagram", &text), "{}", text);
            if let Err(error) = parse(&text) {
                prop_assert!(false, "{}: {}\n{}", error.place.line, error.message, text);
            }
        }
    }

    #[test]
    fn a_name_is_no_reserved_word() {
        let grammar = Gbnf::read(&names(&["end", "endless", "o"])).unwrap();
        for name in [
            "a",
            "en",
            "Ender",
            "endles",
            "endlessly",
            "o1",
            "x_2",
            "End_",
        ] {
            assert!(grammar.derives("name", name), "{name}");
        }
        for name in ["", "end", "END", "Endless", "o", "O", "1a", "_a", "a b"] {
            assert!(!grammar.derives("name", name), "{name}");
        }
    }

    #[test]
    fn a_grammar_goes_along_where_the_family_is_known_and_no_more_is_wanted() {
        assert!(
            asked("Draw a flowchart of a login", None)
                .unwrap()
                .contains("\"subgraph \"")
        );
        assert!(
            asked("A sequence diagram of a login", None)
                .unwrap()
                .contains("->>")
        );
        assert_eq!(asked("How a login works", None), None);
        assert_eq!(
            asked("A flowchart or a state diagram of a login", None),
            None
        );
        assert_eq!(asked("A flowchart of a login, in colour", None), None);
        let plain = "flowchart TD\n  A[Start here] --> B{Is it?}\n  B -->|yes| C\n";
        assert_eq!(
            asked("Add D", Some(plain)),
            None,
            "a question mark is not derived"
        );
        let plain = "flowchart TD\n  A[Start here] --> B{\"Is it?\"}\n  subgraph s [All of it]\n    B -->|yes| C\n  end\n";
        assert!(asked("Add D", Some(plain)).is_some());
        let styled = format!("{plain}  style A fill:#fff\n");
        assert_eq!(asked("Add D", Some(&styled)), None);
        assert_eq!(asked("Add D", Some("pie\n\"a\" : 1\n")), None);
    }
}
