//! A diagram that a model is changing, as far as it has come: what has arrived, then what it has yet
//! to say again of the old one.
//!
//! So the picture is whole all the while, and changes place by place. A statement that occurs once in
//! both texts tells how far in the old one the new one is.

use std::collections::HashMap;

/// The lines of `new`, which have arrived, and those of `old` that are still to come. `None` if the
/// new text has nothing of the old one yet, but for its header. Cost: one pass over both.
pub(super) fn merge(old: &str, new: &str) -> Option<String> {
    let lines: Vec<&str> = old.lines().collect();
    let mut places: HashMap<&str, Option<usize>> = HashMap::new();
    for (at, line) in lines.iter().enumerate() {
        places
            .entry(line.trim())
            .and_modify(|place| *place = None)
            .or_insert(Some(at));
    }
    let mut told: HashMap<&str, u32> = HashMap::new();
    for line in new.lines() {
        *told.entry(line.trim()).or_default() += 1;
    }
    let mut next = None;
    for line in new.lines().map(str::trim).filter(|line| !line.is_empty()) {
        let is_once = told.get(line) == Some(&1);
        if let Some(Some(place)) = places.get(line).copied()
            && is_once
            && next.is_none_or(|next| place >= next)
        {
            next = Some(place + 1);
        }
    }
    let rest = lines.get(next?..)?;
    let mut merged = new.trim_end_matches('\n').to_owned();
    merged.push('\n');
    for line in rest {
        merged.push_str(line);
        merged.push('\n');
    }
    Some(merged)
}

#[cfg(test)]
mod tests {
    use super::*;

    const OLD: &str = "flowchart TD\n  A --> B\n  subgraph x\n  B --> C\n  end\n  C --> D\n";

    #[test]
    fn what_is_still_to_come_stays_as_it_was() {
        let merged = merge(OLD, "flowchart TD\n  A --> B\n  B --> New\n").unwrap();
        assert_eq!(
            merged,
            "flowchart TD\n  A --> B\n  B --> New\n  subgraph x\n  B --> C\n  end\n  C --> D\n"
        );
        let merged = merge(OLD, "flowchart TD\n  A --> B\n  subgraph x\n  B --> Z\n").unwrap();
        assert!(merged.ends_with("  subgraph x\n  B --> Z\n  B --> C\n  end\n  C --> D\n"));
        assert_eq!(merge(OLD, OLD).unwrap(), OLD);
    }

    #[test]
    fn a_line_that_occurs_twice_tells_nothing() {
        let old = "flowchart TD\nA --> B\nend\nC --> D\nend\nE --> F\n";
        let merged = merge(old, "flowchart TD\nA --> B\nend\n").unwrap();
        assert_eq!(
            merged,
            "flowchart TD\nA --> B\nend\nend\nC --> D\nend\nE --> F\n"
        );
    }

    #[test]
    fn another_diagram_has_nothing_of_the_old_one() {
        assert_eq!(merge(OLD, "sequenceDiagram\nA->>B: hi\n"), None);
        assert_eq!(merge("", "pie\n"), None);
    }
}
