//! What a tool shows before it has anything to work on: what it does, and how to begin.

use leptos::html;
use leptos::prelude::*;
use leptos::task::spawn_local;
use leptos::web_sys;

use super::intake::chosen;
use super::keys;
use super::presence::once_somebody_is_there;
use super::words::{t, woven};
use crate::editor;

/// What an invitation says.
#[derive(Clone)]
pub(crate) struct Words {
    /// What to drop.
    pub(crate) title: String,
    /// What becomes of it.
    pub(crate) lead: String,
    /// The button that opens.
    pub(crate) open: String,
    /// The button that begins with nothing.
    pub(crate) write: String,
    /// The file input, to a screen reader.
    pub(crate) files: String,
    /// The endings that the file input offers; all if none.
    pub(crate) accept: Option<&'static str>,
    /// Whether several files may be opened at once.
    pub(crate) several: bool,
}

/// What one may try: its title, what it shows, and a line of it.
pub(crate) type Offer = (String, String, &'static str);

/// The invitation.
#[component]
pub(crate) fn Invitation<T, W, O>(
    words: Words,
    /// What is read, and how much of it.
    note: String,
    /// Takes the files that were chosen.
    take: T,
    /// Begins with nothing.
    write: W,
    /// What one may try.
    offers: Vec<Offer>,
    /// Opens one of the offers, counted from 0.
    open: O,
    /// What is worth knowing: list items.
    children: Children,
) -> impl IntoView
where
    T: Fn(Vec<web_sys::File>) + 'static,
    W: Fn() + 'static,
    O: Fn(usize) + Copy + 'static,
{
    let input = NodeRef::<html::Input>::new();
    // The editor is needed next. If it cannot be fetched, opening something tries again and says so.
    once_somebody_is_there(|| {
        spawn_local(async {
            let _ = editor::prefetch().await;
        });
    });
    let browse = move |_| {
        if let Some(input) = input.get_untracked() {
            input.click();
        }
    };
    let paste = woven!(
        "shell-paste",
        keys = view! { <kbd>{keys::modifier()} " V"</kbd> }
    );
    view! {
        <section class="empty" aria-labelledby="empty-title">
            <div class="empty-sheet">
                <div class="dropzone">
                    <h2 id="empty-title">{words.title}</h2>
                    <p>{words.lead}</p>
                    <p class="empty-actions">
                        <button class="primary" type="button" on:click=browse>
                            {words.open}
                        </button>
                        <button class="ghost" type="button" on:click=move |_| write()>
                            {words.write}
                        </button>
                        <span>{paste}</span>
                    </p>
                    <input
                        node_ref=input
                        type="file"
                        accept=words.accept
                        multiple=words.several
                        class="unseen"
                        tabindex="-1"
                        aria-label=words.files
                        on:change=move |event| {
                            let files = chosen(&event);
                            if !files.is_empty() {
                                take(files);
                            }
                        }
                    />
                    <small>{note}</small>
                </div>
                <div class="examples">
                    <h3>{t!("shell-try-one")}</h3>
                    <ul>
                        {offers
                            .into_iter()
                            .enumerate()
                            .map(|(place, (title, about, sample))| {
                                view! {
                                    <li>
                                        <button type="button" on:click=move |_| open(place)>
                                            <b>{title}</b>
                                            <span>{about}</span>
                                            <code>{sample}</code>
                                        </button>
                                    </li>
                                }
                            })
                            .collect_view()}
                    </ul>
                </div>
                <ul class="facts">{children()}</ul>
            </div>
        </section>
    }
}
