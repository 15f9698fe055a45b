//! Tools that a person has marked: they come first.

/// A line of the list of tools.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Line<'a> {
    /// What the tools below it have in common.
    Head(&'a str),
    /// A tool by its name.
    Tool(&'a str),
}

/// What stands above the favourites.
pub const HEAD: &str = "Favourites";

/// The lines of the list: the favourites in the order in which they were marked, then the rest by their
/// groups, each a head and the names of its tools. A name that no group has is passed over, as is one that
/// comes a second time; a group that would be empty has no head.
pub fn lines<'a>(groups: &[(&'a str, &[&'a str])], favourites: &[String]) -> Vec<Line<'a>> {
    let known = |name: &String| {
        let mut tools = groups.iter().flat_map(|(_, tools)| tools.iter());
        tools.find(|tool| *tool == name).copied()
    };
    let mut first: Vec<&str> = Vec::new();
    for name in favourites.iter().filter_map(known) {
        if !first.contains(&name) {
            first.push(name);
        }
    }
    let mut lines = Vec::new();
    let mut group = |head: &'a str, tools: Vec<&'a str>| {
        if !tools.is_empty() {
            lines.push(Line::Head(head));
            lines.extend(tools.into_iter().map(Line::Tool));
        }
    };
    group(HEAD, first.clone());
    for (head, tools) in groups {
        let rest = tools.iter().filter(|tool| !first.contains(tool));
        group(head, rest.copied().collect());
    }
    lines
}

/// The favourites with a tool marked, at their end, or no longer marked.
#[must_use]
pub fn toggled(favourites: &[String], name: &str) -> Vec<String> {
    let others = favourites.iter().filter(|it| *it != name).cloned();
    let mut toggled: Vec<_> = others.collect();
    if toggled.len() == favourites.len() {
        toggled.push(name.to_owned());
    }
    toggled
}

#[cfg(test)]
mod tests {
    use super::Line::{Head, Tool};
    use super::*;

    const GROUPS: [(&str, &[&str]); 2] = [("JSON", &["convert", "repair"]), ("API", &["docs"])];

    fn marked(names: &[&str]) -> Vec<String> {
        names.iter().map(|&name| name.to_owned()).collect()
    }

    #[test]
    fn without_favourites_tools_stand_by_their_groups() {
        assert_eq!(
            lines(&GROUPS, &[]),
            [
                Head("JSON"),
                Tool("convert"),
                Tool("repair"),
                Head("API"),
                Tool("docs")
            ]
        );
    }

    #[test]
    fn favourites_come_first_in_the_order_in_which_they_were_marked() {
        assert_eq!(
            lines(&GROUPS, &marked(&["docs", "nonsense", "convert", "docs"])),
            [
                Head(HEAD),
                Tool("docs"),
                Tool("convert"),
                Head("JSON"),
                Tool("repair")
            ]
        );
    }

    #[test]
    fn a_mark_is_set_and_taken_away() {
        let one = toggled(&[], "docs");
        assert_eq!(one, ["docs"]);
        let two = toggled(&one, "convert");
        assert_eq!(two, ["docs", "convert"]);
        assert_eq!(toggled(&two, "docs"), ["convert"]);
    }
}
