//! Scripted models that write diagrams.

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
