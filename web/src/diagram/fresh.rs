//! What is new in a picture of a diagram that grows.

use std::collections::HashSet;

use ichiban_engine::diagram::protocol::PICTURE_ID;
use leptos::web_sys;
use wasm_bindgen::JsCast;

/// What appears as a whole: nodes and groups, edges, messages, and the words beside them.
const ELEMENTS: &str = "g.node, g.cluster, g.edgeLabel, .edgePaths path, [data-et], text";
/// Of these, what lies within appears with it.
const WHOLES: &str = "g.node, g.cluster, g.edgeLabel, [data-et]";

/// The elements of a picture, each by a name that is the same in the next picture.
pub(super) fn names(svg: &web_sys::Element) -> Vec<(String, web_sys::Element)> {
    let Ok(found) = svg.query_selector_all(ELEMENTS) else {
        return Vec::new();
    };
    let mut names = Vec::new();
    for at in 0..found.length() {
        let element = found
            .item(at)
            .and_then(|node| node.dyn_into::<web_sys::Element>().ok());
        let Some(element) = element else { continue };
        let is_inner = element
            .parent_element()
            .and_then(|parent| parent.closest(WHOLES).ok().flatten())
            .is_some();
        if !is_inner {
            names.push((name(&element), element));
        }
    }
    names
}

/// Marks the elements that were not there before.
pub(super) fn mark(names: &[(String, web_sys::Element)], before: &HashSet<String>) {
    for (name, element) in names {
        if !before.contains(name) {
            // Fails only for a name that is none.
            let _ = element.class_list().add_1("is-new");
        }
    }
}

fn name(element: &web_sys::Element) -> String {
    let tag = element.tag_name();
    let id = element
        .get_attribute("id")
        .or_else(|| element.get_attribute("data-id"));
    match id {
        Some(id) => format!("{tag} {}", stem(&id)),
        // Words have nothing but themselves.
        None => format!("{tag} {}", element.text_content().unwrap_or_default()),
    }
}

/// An id without the number at its end, which counts what was mentioned before.
fn stem(id: &str) -> &str {
    let id = id.strip_prefix(PICTURE_ID).unwrap_or(id);
    match id.rsplit_once('-') {
        Some((name, number)) if number.bytes().all(|byte| byte.is_ascii_digit()) => name,
        _ => id,
    }
}

#[cfg(test)]
mod tests {
    use super::stem;

    #[test]
    fn a_node_keeps_its_name_when_another_is_mentioned_before_it() {
        assert_eq!(stem("diagram-flowchart-B-1"), "-flowchart-B");
        assert_eq!(stem("diagram-flowchart-B-7"), "-flowchart-B");
        assert_eq!(stem("L_A_B_0"), "L_A_B_0");
        assert_eq!(stem("diagram-one"), "-one");
    }
}
