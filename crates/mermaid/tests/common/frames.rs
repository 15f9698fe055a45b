//! A diagram on its way, piece by piece: whether each picture keeps what the one before it showed.

use ichiban_mermaid::diff::{Change, Difference, diff};
use ichiban_mermaid::preview::Preview;
use ichiban_mermaid::render::Renderer;

/// In so many pieces a diagram arrives at most.
const LONG: usize = 1_000;

/// What became of a diagram that arrived character by character.
#[derive(Debug, Default)]
pub(crate) struct Arrival {
    /// How many prefixes there are that name the diagram's kind.
    pub(crate) prefixes: usize,
    /// How many of them could be drawn.
    pub(crate) drawable: usize,
    /// What a picture showed that the next one does not, or shows as another thing.
    pub(crate) taken_back: Vec<String>,
    /// The texts of which there was no picture, or one of nothing, after one of something.
    pub(crate) blank: Vec<String>,
}

/// Has a diagram arrive: character by character, or in pieces of a few if it is a long one, as there
/// is a layout for each.
pub(crate) fn arrive(text: &str, renderer: &Renderer) -> Arrival {
    let mut arrival = Arrival::default();
    let header = header_end(text);
    // The regions of a state have ids that are made up anew.
    let has_regions = text.lines().any(|line| line.trim() == "--");
    let mut preview = Preview::default();
    let (mut shown, mut is_drawn, mut was_something) = (None::<String>, false, false);
    let characters: Vec<char> = text.chars().collect();
    let mut end = 0;
    for piece in characters.chunks(1 + characters.len() / LONG) {
        let piece: String = piece.iter().collect();
        preview.push(&piece);
        end += piece.len();
        if let Some(frame) = preview.frame() {
            let drawn = renderer.render(&frame.text);
            is_drawn = drawn.is_ok();
            let is_something = drawn.is_ok_and(|picture| shows_something(&picture.markup));
            if was_something && !is_something {
                arrival.blank.push(frame.text.clone());
            }
            was_something |= is_something;
            if let Some(before) = shown.filter(|_| !has_regions) {
                let differences = diff(&before, &frame.text).unwrap_or_default();
                let wrong = differences.iter().filter(|found| !is_allowed(found));
                arrival.taken_back.extend(wrong.map(ToString::to_string));
            }
            shown = Some(frame.text);
        }
        if end >= header {
            arrival.prefixes += 1;
            arrival.drawable += usize::from(is_drawn && preview.is_drawable());
        }
    }
    arrival
}

/// Whether a later statement may do this: name a group or a class of a node that was only mentioned
/// before. Nothing may be gone, and no text may turn out to have been the beginning of another.
pub(crate) fn is_allowed(difference: &Difference) -> bool {
    let Difference {
        change,
        element,
        name,
        before,
        after,
    } = difference;
    match change {
        Change::Added | Change::Moved => true,
        // A second line of a state's description gives it another shape.
        Change::Relabelled if before == "rect" => true,
        Change::Relabelled => {
            *element == "node"
                && (before == name || before.is_empty() || !after.starts_with(before))
        }
        Change::Removed | Change::Renamed => false,
    }
}

fn shows_something(markup: &str) -> bool {
    [
        "<text",
        "<path",
        "<rect",
        "<circle",
        "<line",
        "<polygon",
        "<polyline",
        "<ellipse",
    ]
    .iter()
    .any(|shape| markup.contains(shape))
}

/// Where the line ends that names the diagram's kind: before, there is nothing to draw.
fn header_end(text: &str) -> usize {
    let (mut at, mut in_front_matter, mut in_directive) = (0, false, false);
    for line in text.split_inclusive('\n') {
        let words = line.trim();
        let is_lead = if in_directive || words.starts_with("%%{") {
            in_directive = !words.contains("}%%");
            true
        } else if words == "---" && (in_front_matter || at == 0) {
            in_front_matter = !in_front_matter;
            true
        } else {
            in_front_matter || words.is_empty() || words.starts_with("%%")
        };
        if !is_lead {
            return at + line.find(';').map_or(line.len(), |end| end + 1);
        }
        at += line.len();
    }
    text.len()
}
