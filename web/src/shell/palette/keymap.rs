//! The table of keys.

use leptos::prelude::*;

use crate::shell::keys;
use crate::shell::words::t;

/// What a key does, by where it does it.
fn table() -> [(String, Vec<(String, String)>); 4] {
    let with = |key: &str| format!("{} {key}", keys::modifier());
    let named = |key: &str| key.to_owned();
    [
        (
            t!("page-keys-everywhere"),
            vec![
                (keys::COMMANDS.label(), t!("shell-search-about")),
                (keys::KEYS.label(), t!("page-keys-these")),
                (with("V"), t!("page-keys-paste")),
                (named("Esc"), t!("page-keys-stop")),
            ],
        ),
        (
            t!("page-keys-tool"),
            vec![
                (with("Enter"), t!("page-keys-translate")),
                (with("Enter"), t!("page-keys-convert")),
                (with("Enter"), t!("page-keys-repair")),
                (with("Enter"), t!("page-keys-diagram")),
            ],
        ),
        (
            t!("page-keys-editors"),
            vec![
                (with("Z"), t!("page-keys-undo")),
                (with("F"), t!("page-keys-search")),
                (t!("page-keys-leave-keys"), t!("page-keys-leave")),
            ],
        ),
        (
            t!("page-keys-lists"),
            vec![
                (named("↑ ↓"), t!("page-keys-through")),
                (named("Home End"), t!("page-keys-ends")),
                (named("← →"), t!("page-keys-divider")),
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
