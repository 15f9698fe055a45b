//! Whether a text is a diagram, as far as that shows without the grammar.

/// The words that begin a diagram, without endings such as `-beta` and `-v2`.
const HEADERS: &[&str] = &[
    "architecture",
    "block",
    "C4Component",
    "C4Container",
    "C4Context",
    "C4Deployment",
    "C4Dynamic",
    "classDiagram",
    "cynefin",
    "erDiagram",
    "eventmodeling",
    "flowchart",
    "gantt",
    "gitGraph",
    "graph",
    "info",
    "ishikawa",
    "journey",
    "kanban",
    "mindmap",
    "packet",
    "pie",
    "quadrantChart",
    "radar",
    "railroad",
    "requirement",
    "requirementDiagram",
    "sankey",
    "sequenceDiagram",
    "stateDiagram",
    "swimlane",
    "timeline",
    "treeView",
    "treemap",
    "usecase",
    "venn",
    "wardley",
    "xychart",
    "zenuml",
];
const ENDINGS: &[&str] = &["-beta", "-v2", "-elk"];

/// Whether a text is meant as a diagram: it begins with the name of a kind of them, or holds a fence
/// that says so.
pub(super) fn is_diagram(text: &str, name: Option<&str>) -> bool {
    let is_named = name
        .and_then(|name| Some(name.rsplit_once('.')?.1.to_ascii_lowercase()))
        .is_some_and(|extension| matches!(extension.as_str(), "mmd" | "mermaid"));
    is_named
        || text.trim().is_empty()
        || text.contains("```mermaid")
        || first_word(text).is_some_and(is_header)
}

fn is_header(word: &str) -> bool {
    let word = word.trim_end_matches([':', ';']);
    let stem = ENDINGS
        .iter()
        .find_map(|ending| word.strip_suffix(ending))
        .unwrap_or(word);
    HEADERS.contains(&stem)
}

/// The first word after front matter, comments and directives.
fn first_word(text: &str) -> Option<&str> {
    let mut lines = text.trim_start_matches('\u{feff}').lines().peekable();
    while lines.next_if(|line| line.trim().is_empty()).is_some() {}
    if lines.next_if(|line| line.trim() == "---").is_some() {
        for line in lines.by_ref() {
            if line.trim() == "---" {
                break;
            }
        }
    }
    let line = lines.find(|line| {
        let line = line.trim();
        !line.is_empty() && !line.starts_with("%%")
    })?;
    line.split_whitespace().next()
}

#[cfg(test)]
mod tests {
    use super::is_diagram;

    #[test]
    fn diagrams_are_told_from_sources() {
        for text in [
            "flowchart LR\n A --> B",
            "---\ntitle: x\n---\n%% note\n\nsequenceDiagram\n A->>B: x",
            "stateDiagram-v2\n",
            "graph TD; A-->B",
            "Here it is:\n```mermaid\npie\n```",
            "  \n",
            "xychart-beta\n",
        ] {
            assert!(is_diagram(text, None), "{text}");
        }
        for text in [
            "CREATE TABLE users (id INT);",
            "{\"graph\": 1}",
            "package main",
            "type Query { a: Int }",
            "services:\n  web:\n",
        ] {
            assert!(!is_diagram(text, None), "{text}");
        }
        assert!(is_diagram("grph TD", Some("a.mmd")));
    }
}
