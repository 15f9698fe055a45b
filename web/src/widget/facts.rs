//! What each tool can do, as `ready` tells it.

use ichiban_embed::message::Tool;

use crate::shell::hosted::Options;
use crate::shell::route::Route;

/// What is told of a tool.
pub(super) struct Facts {
    name: &'static str,
    options: &'static [&'static str],
    /// None if they follow from the options.
    formats: &'static [&'static str],
    /// Whether a model is of use.
    pub(super) has_model: bool,
}

const TRANSLATE: Facts = Facts {
    name: "translate",
    options: &["into"],
    formats: &[],
    has_model: true,
};
const CONVERT: Facts = Facts {
    name: "convert",
    options: &["target", "root", "query", "set."],
    formats: &[],
    has_model: false,
};
const REPAIR: Facts = Facts {
    name: "repair",
    options: &[],
    formats: &["json"],
    has_model: false,
};
const DIAGRAM: Facts = Facts {
    name: "diagram",
    options: &["theme"],
    formats: &["svg", "png", "mmd"],
    has_model: true,
};
const DOCS: Facts = Facts {
    name: "docs",
    options: &[],
    formats: &[
        "openapi.json",
        "openapi.yaml",
        "tools.openai.json",
        "tools.anthropic.json",
        "tools.mcp.json",
    ],
    has_model: true,
};

/// What is told of the tool; none, if it is none.
pub(super) fn of(route: &Route) -> Option<&'static Facts> {
    Some(match route {
        Route::Translate => &TRANSLATE,
        Route::Convert => &CONVERT,
        Route::Repair => &REPAIR,
        Route::Diagram => &DIAGRAM,
        Route::Docs => &DOCS,
        Route::Unknown(_) => return None,
    })
}

/// All of them.
pub(super) fn all() -> Vec<Tool> {
    let all = [&TRANSLATE, &CONVERT, &REPAIR, &DIAGRAM, &DOCS];
    let words = |words: &[&str]| words.iter().map(|word| (*word).to_owned()).collect();
    let told = all.into_iter().map(|facts| Tool {
        name: facts.name.to_owned(),
        options: words(facts.options),
        formats: words(facts.formats),
        model: facts.has_model,
    });
    told.collect()
}

impl Facts {
    /// The first of the options that the tool does not have.
    pub(super) fn unknown<'a>(&self, options: &'a Options) -> Option<&'a str> {
        let is_known = |name: &str| {
            self.options
                .iter()
                .any(|known| match known.strip_suffix('.') {
                    Some(_) => name.len() > known.len() && name.starts_with(known),
                    None => *known == name,
                })
        };
        let mut names = options.keys().map(String::as_str);
        names.find(|name| !is_known(name))
    }

    /// Its options, for a sentence.
    pub(super) fn said(&self) -> String {
        if self.options.is_empty() {
            return format!("{} has no options", self.name);
        }
        format!("{} has the options {}", self.name, self.options.join(", "))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn unknown(facts: &Facts, names: &[&str]) -> Option<String> {
        let options: Options = names
            .iter()
            .map(|name| ((*name).to_owned(), String::new()))
            .collect();
        facts.unknown(&options).map(str::to_owned)
    }

    #[test]
    fn an_option_is_known_by_its_name_or_what_it_begins_with() {
        assert_eq!(unknown(&CONVERT, &["target", "set.export"]), None);
        assert_eq!(unknown(&CONVERT, &["set."]).as_deref(), Some("set."));
        assert_eq!(unknown(&CONVERT, &["targets"]).as_deref(), Some("targets"));
        assert_eq!(unknown(&REPAIR, &["x"]).as_deref(), Some("x"));
    }

    #[test]
    fn every_tool_is_told_by_the_name_in_its_address() {
        for tool in all() {
            let route = Route::of_tool(&tool.name).unwrap();
            assert_eq!(of(&route).unwrap().name, tool.name);
        }
    }
}
