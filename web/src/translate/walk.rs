//! Arrow keys in the table: from cell to cell.

use leptos::web_sys;
use wasm_bindgen::JsCast;

/// Arrow keys go from cell to cell.
pub(super) fn walk(event: &web_sys::KeyboardEvent) {
    let here = event
        .target()
        .and_then(|target| target.dyn_into::<web_sys::Element>().ok())
        .and_then(|element| element.closest("td, tbody th").ok().flatten());
    let Some(here) = here else { return };
    let next = match event.key().as_str() {
        "ArrowLeft" => here.previous_element_sibling(),
        "ArrowRight" => here.next_element_sibling(),
        "ArrowUp" => other_row(&here, web_sys::Element::previous_element_sibling),
        "ArrowDown" => other_row(&here, web_sys::Element::next_element_sibling),
        _ => return,
    };
    event.prevent_default();
    let Some(next) = next else { return };
    let target = if next.tag_name() == "TH" {
        next.query_selector("button").ok().flatten()
    } else {
        Some(next)
    };
    if let Some(target) = target.and_then(|target| target.dyn_into::<web_sys::HtmlElement>().ok()) {
        // Focus fails for no element that is on the page.
        let _ = target.focus();
    }
}

/// The cell above or below, over the heads of groups.
fn other_row(
    here: &web_sys::Element,
    step: impl Fn(&web_sys::Element) -> Option<web_sys::Element>,
) -> Option<web_sys::Element> {
    let row = here.parent_element()?;
    let mut place = 0;
    let mut cell = here.previous_element_sibling();
    while let Some(before) = cell {
        place += 1;
        cell = before.previous_element_sibling();
    }
    let mut next = step(&row);
    while let Some(row) = next {
        if row.class_list().contains("leaf") {
            return row.children().item(place);
        }
        next = step(&row);
    }
    None
}
