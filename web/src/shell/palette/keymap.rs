//! The table of keys.

use leptos::prelude::*;

use crate::shell::keys;

/// What a key does, by where it does it.
fn table() -> [(&'static str, Vec<(String, &'static str)>); 4] {
    let with = |key: &str| format!("{} {key}", keys::modifier());
    let named = |key: &str| key.to_owned();
    [
        (
            "Everywhere",
            vec![
                (keys::COMMANDS.label(), "Every command by name"),
                (
                    keys::KEYS.label(),
                    "These keys, while no field has the focus",
                ),
                (with("V"), "Paste data anywhere: the tool in view takes it"),
                (
                    named("Esc"),
                    "Stop what goes on; close what is open above the page",
                ),
            ],
        ),
        (
            "The tool in view",
            vec![
                (
                    with("Enter"),
                    "Translate: ask the model for what is missing",
                ),
                (with("Enter"), "Convert: copy the output"),
                (with("Enter"), "Repair: put the repair in place of the text"),
                (with("Enter"), "Diagram: fix what is found wrong"),
            ],
        ),
        (
            "Editors",
            vec![
                (with("Z"), "Undo"),
                (with("F"), "Search"),
                (named("Esc, then Tab"), "Leave the editor"),
            ],
        ),
        (
            "Lists and dividers",
            vec![
                (named("↑ ↓"), "Through a list or a menu"),
                (named("Home End"), "To its first and its last"),
                (named("← →"), "Move a divider that has the focus"),
            ],
        ),
    ]
}

/// The table.
pub(super) fn view() -> AnyView {
    table()
        .into_iter()
        .map(|(place, keys)| {
            view! {
                <section class="keymap-group">
                    <h3>{place}</h3>
                    <dl>
                        {keys
                            .into_iter()
                            .map(|(key, what)| {
                                view! {
                                    <div>
                                        <dt>
                                            <kbd>{key}</kbd>
                                        </dt>
                                        <dd>{what}</dd>
                                    </div>
                                }
                            })
                            .collect_view()}
                    </dl>
                </section>
            }
        })
        .collect_view()
        .into_any()
}
