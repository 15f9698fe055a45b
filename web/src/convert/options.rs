//! The row of options: into what, under which name, and what the target lets one choose.

use ichiban_engine::data::protocol::Group;
use leptos::prelude::*;

use super::picker::TargetPicker;
use super::state::State;
use crate::shell::setting::Control;
use crate::shell::words::t;

/// The options. What a target lets one choose comes from its declaration.
#[component]
pub(super) fn Options(state: State) -> impl IntoView {
    let declared = Memo::new(move |_| state.declared());
    let has_root = move || declared.get().is_none_or(|it| it.group != Group::Data);
    let settings = move || declared.get().map(|it| it.settings).unwrap_or_default();
    view! {
        <div class="options" role="group" aria-label=t!("convert-options")>
            <span class="label">{t!("convert-into")}</span>
            <TargetPicker state />
            <Show when=has_root>
                <label class="option" title=t!("convert-root-about")>
                    <span>{t!("convert-root")}</span>
                    <input
                        type="text"
                        size="12"
                        autocomplete="off"
                        spellcheck="false"
                        placeholder=move || {
                            state
                                .output
                                .with(|output| output.as_ref().map(|output| output.root.clone()))
                                .filter(|_| state.root.with(String::is_empty))
                                .unwrap_or_else(|| "Root".to_owned())
                        }
                        prop:value=move || state.root.get()
                        on:input=move |event| {
                            state.root.set(event_target_value(&event));
                            state.want();
                        }
                    />
                </label>
            </Show>
            {move || {
                settings()
                    .into_iter()
                    .map(|setting| {
                        view! {
                            <Control
                                setting
                                part="convert"
                                chosen=move |name: &str| state.chosen(name)
                                choose=move |name: &str, value| state.choose(name, value)
                            />
                        }
                    })
                    .collect_view()
            }}
        </div>
    }
}
