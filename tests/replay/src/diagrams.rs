//! Scripted models that write diagrams, and one that explains them.

use crate::script::Question;

const PARCEL: &str = "flowchart TD
  Order[Order placed] --> Paid{Paid?}
  Paid -->|no| Remind[Send a reminder]
  Remind --> Paid
  Paid -->|yes| Pack[Pack the parcel]
  subgraph depot [At the depot]
    Pack --> Scan[Scan the label]
    Scan --> Sort[Sort by region]
  end
  Sort --> Van[Load the van]
  Van --> Door{Anyone at home?}
  Door -->|yes| Hand[Hand it over]
  Door -->|no| Locker[Leave it in a locker]
  Locker --> Mail[Mail the code]
  Hand --> Done([Delivered])
  Mail --> Done
";

/// A flowchart; asked to change a diagram, that diagram without its last line, with a node at the end
/// and `Done` called `Finished`.
pub(crate) fn diagram(question: &Question) -> String {
    let text = match given(&question.text) {
        Some(given) => changed(given),
        None => PARCEL.to_owned(),
    };
    format!("Here it is:\n\n```mermaid\n{text}```\n")
}

/// A flowchart with a line that nothing mends; told so, it answers well.
pub(crate) fn mistaken_once(question: &Question) -> String {
    if question.text.contains("does not accept") {
        diagram(question)
    } else {
        mistaken(question)
    }
}

/// A flowchart with a line that nothing mends, however often it is asked.
pub(crate) fn mistaken(_: &Question) -> String {
    let text = PARCEL.replace("  Sort --> Van[Load the van]\n", "  ]]] ??? what\n");
    format!("```mermaid\n{text}```\n")
}

/// What follows `Answer with:` on its line, in the question or in a comment of the diagram, `\n` for line
/// ends; else the labels of the diagram's nodes, or a sentence if the question has no diagram.
pub(crate) fn explained(question: &Question) -> String {
    if let Some((_, after)) = question.text.rsplit_once("Answer with:") {
        let line = after.lines().next().unwrap_or_default();
        return line.trim().replace("\\n", "\n");
    }
    let labels: String = question.text.lines().flat_map(labels).collect();
    if labels.is_empty() {
        return "The diagram does not say it.".to_owned();
    }
    format!("The diagram has these nodes:\n\n{labels}")
}

/// The labels of nodes on a line, each an item of a list.
fn labels(line: &str) -> impl Iterator<Item = String> {
    line.split(['[', '{'])
        .skip(1)
        .filter_map(|rest| rest.split([']', '}']).next())
        .map(|label| label.trim_matches(['(', ')', '"', ' ']))
        .filter(|label| !label.is_empty())
        .map(|label| format!("- `{label}`\n"))
}

/// The diagram that is to be changed.
fn given(question: &str) -> Option<&str> {
    let after = question.split_once("diagram:\n```mermaid\n")?.1;
    Some(after.split_once("\n```").map_or(after, |(text, _)| text))
}

fn changed(text: &str) -> String {
    let mut lines: Vec<&str> = text.lines().collect();
    lines.pop();
    let text = lines.join("\n").replace("[Done]", "[Finished]");
    format!("{text}\n  Added[Added by the model]\n")
}
