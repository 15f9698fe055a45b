//! Every prefix of many diagrams: read, mended and drawn without a panic.

use std::sync::mpsc::Sender;

use ichiban_mermaid::render::Renderer;
use ichiban_mermaid::{fix, parse};
use serde_json::Value;

/// Of so many diagrams.
const DIAGRAMS: usize = 300;

/// Answers for every prefix of 300 diagrams that are spread over all of them, short ones and long
/// ones; where one in `step` is looked at, for far fewer of them. How many prefixes there were.
///
/// A panic ends the program.
pub(super) fn answered(
    samples: &[Value],
    step: usize,
    renderer: &Renderer,
    alive: &Sender<String>,
) -> usize {
    let wanted = DIAGRAMS / step.pow(3);
    let every = (samples.len() / wanted.max(1)).max(1);
    let chosen = samples.iter().step_by(every).take(wanted);
    let mut count = 0;
    for sample in chosen {
        let text = sample["text"].as_str().unwrap_or("");
        for (at, _) in text.char_indices() {
            let _ = alive.send(format!("{} cut at {at}", sample["id"]));
            let prefix = text.get(..at).unwrap_or("");
            // What each says is told by the tests; here it is that each says something.
            let _ = parse(prefix);
            let _ = fix::fix(prefix);
            let _ = renderer.render(prefix);
            count += 1;
        }
    }
    count
}
