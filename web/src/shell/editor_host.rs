//! A place on the page for an editor, whose code comes when it is first needed.

use leptos::html;
use leptos::prelude::*;
use leptos::task::spawn_local;
use leptos::web_sys;

use super::words::t;
use crate::editor::{Editor, Hooks, Kind};

/// Where an editor is kept while it is on the page.
pub(crate) type Kept = StoredValue<Option<Editor>, LocalStorage>;

/// How far the editor's code has come.
#[derive(Clone, Copy, PartialEq)]
enum Loading {
    Asked,
    There,
    Failed,
}

/// The editor.
#[component]
pub(crate) fn EditorHost<T, H, R, L>(
    /// What it is for.
    kind: Kind,
    /// Where it is kept.
    editor: Kept,
    /// The text that it is to show when it is there.
    text: T,
    /// What it asks and tells.
    hooks: H,
    /// Called when it is there.
    ready: R,
    /// Called when it is about to go, while what was typed can still be read.
    leave: L,
    /// What is said if its code does not come.
    #[prop(into)]
    failure: String,
) -> impl IntoView
where
    T: Fn() -> String + Copy + Send + Sync + 'static,
    H: Fn() -> Hooks + Copy + Send + Sync + 'static,
    R: Fn() + Copy + Send + Sync + 'static,
    L: Fn() + Copy + Send + Sync + 'static,
{
    let host = NodeRef::<html::Div>::new();
    let loading = RwSignal::new(Loading::Asked);
    let kind = StoredValue::new(kind);
    let mount = move |host: web_sys::HtmlElement| {
        spawn_local(async move {
            let begun = text();
            // Unless the view is gone by now.
            let Some(kind) = kind.try_get_value() else {
                return;
            };
            match Editor::mount(&host, &begun, kind, hooks()).await {
                Ok(mounted) => {
                    // The view may be gone by now, and the text another.
                    if loading.try_set(Loading::There).is_some() {
                        return;
                    }
                    let now = text();
                    if now != begun {
                        mounted.set_text(&now);
                    }
                    editor.set_value(Some(mounted));
                    ready();
                }
                Err(_) => {
                    loading.try_set(Loading::Failed);
                }
            }
        });
    };
    Effect::new(move |_| {
        if let Some(host) = host.get() {
            mount((*host).clone());
        }
    });
    on_cleanup(move || {
        leave();
        editor.try_set_value(None);
    });
    view! {
        <div
            class="editor"
            class:loading=move || loading.get() == Loading::Asked
            data-opening=t!("shell-editor-opening")
        >
            <div class="editor-host" node_ref=host></div>
            <Show when=move || loading.get() == Loading::Failed>
                <div class="editor-failed" role="alert">
                    <p>{failure.clone()}</p>
                    <button
                        class="ghost"
                        type="button"
                        on:click=move |_| {
                            loading.set(Loading::Asked);
                            if let Some(host) = host.get_untracked() {
                                mount((*host).clone());
                            }
                        }
                    >
                        {t!("shell-try-again")}
                    </button>
                </div>
            </Show>
        </div>
    }
}
