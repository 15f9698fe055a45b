//! Text with placeholders, drawn into an element so that what was drawn stays as it is.
//!
//! A token that arrives is appended to the last text node: nothing else on the page is touched,
//! and a selection that a person makes meanwhile holds.

use leptos::prelude::document;
use leptos::web_sys::{Element, Node};
use wasm_bindgen::JsCast;

use super::marks::Span;

/// Draws the spans into an element that holds nothing else.
pub(super) fn draw(host: &Element, spans: &[Span]) {
    let mut next = host.first_child();
    for span in spans {
        let here = match next.take() {
            Some(node) if fits(&node, span) => node,
            // From here on the text is another one.
            Some(node) => {
                remove_from(host, Some(node));
                let Some(node) = append(host, span.is_mark) else {
                    return;
                };
                node
            }
            None => {
                let Some(node) = append(host, span.is_mark) else {
                    return;
                };
                node
            }
        };
        write(&here, &span.text);
        next = here.next_sibling();
    }
    remove_from(host, next);
}

/// Whether a node can show a span. A comment, which a view without children leaves, cannot.
fn fits(node: &Node, span: &Span) -> bool {
    let wanted = if span.is_mark {
        Node::ELEMENT_NODE
    } else {
        Node::TEXT_NODE
    };
    node.node_type() == wanted
}

fn append(host: &Element, is_mark: bool) -> Option<Node> {
    let node: Node = if is_mark {
        document().create_element("mark").ok()?.into()
    } else {
        document().create_text_node("").into()
    };
    host.append_child(&node).ok()
}

fn write(node: &Node, text: &str) {
    let Some(data) = node.dyn_ref::<leptos::web_sys::Text>() else {
        if node.text_content().as_deref() != Some(text) {
            node.set_text_content(Some(text));
        }
        return;
    };
    let shown = data.data();
    if let Some(more) = text.strip_prefix(shown.as_str()) {
        // Appending fails for no text node.
        if !more.is_empty() {
            let _ = data.append_data(more);
        }
    } else {
        data.set_data(text);
    }
}

fn remove_from(host: &Element, first: Option<Node>) {
    let mut next = first;
    while let Some(node) = next {
        next = node.next_sibling();
        // A child can always be removed.
        let _ = host.remove_child(&node);
    }
}
