//! Parts of the page that are fetched apart from it, when they are first needed.
//!
//! The page's module is cut where a function bears `#[wasm_split]`: what only that function reaches
//! is compiled into a module of its own (`cargo xtask build`). Such a function gives the views of
//! its part, as plain functions; a [`Part`] fetches them and shows them.

use std::future::Future;
use std::pin::Pin;

use leptos::prelude::*;
use leptos::task::spawn_local;
use leptos::wasm_split::SplitLoaderError;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;

use super::words::{self, t};

#[wasm_bindgen(raw_module = "@js/styles.ts")]
extern "C" {
    /// Fetches a sheet of styles by its name.
    #[wasm_bindgen(js_name = fetchStyles)]
    fn fetch_styles(name: &str) -> js_sys::Promise;
}

/// Fetches the views of a part.
pub(crate) type Fetch<V> = fn() -> Pin<Box<dyn Future<Output = Result<V, SplitLoaderError>>>>;

/// How far the views have come.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Stage<V> {
    /// Nobody asked for them.
    Apart,
    /// They are on their way.
    Asked,
    /// Here they are.
    There(V),
    /// They could not be fetched.
    Failed,
}

/// The views `V` of a part. A handle: copies mean the same state.
pub(crate) struct Part<V: 'static> {
    stage: RwSignal<Stage<V>>,
    fetch: Fetch<V>,
    styles: Option<&'static str>,
    words: &'static [&'static str],
}

impl<V> Clone for Part<V> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<V> Copy for Part<V> {}

impl<V: Copy + Send + Sync + 'static> Part<V> {
    /// A part that was not fetched yet.
    pub(crate) fn new(fetch: Fetch<V>) -> Self {
        Self {
            stage: RwSignal::new(Stage::Apart),
            fetch,
            styles: None,
            words: &[],
        }
    }

    /// With styles of its own: a sheet of `js/styles.ts`.
    pub(crate) fn styled(self, styles: &'static str) -> Self {
        Self {
            styles: Some(styles),
            ..self
        }
    }

    /// With words of its own: catalogues of `locales/<language>`, by their names.
    pub(crate) fn worded(self, words: &'static [&'static str]) -> Self {
        Self { words, ..self }
    }

    /// Fetches the part, unless it is there or on its way.
    pub(crate) fn fetch(self) {
        let is_idle = self
            .stage
            .with_untracked(|stage| matches!(stage, Stage::Apart | Stage::Failed));
        if !is_idle {
            return;
        }
        self.stage.set(Stage::Asked);
        spawn_local(async move {
            // At the same time.
            let styles = self.styles.map(|name| JsFuture::from(fetch_styles(name)));
            let words = words::fetch(self.words);
            let views = (self.fetch)().await;
            let is_styled = match styles {
                Some(styles) => styles.await.is_ok(),
                None => true,
            };
            let is_worded = words.await || words::fetch_english(self.words).await;
            self.stage.set(match views {
                Ok(views) if is_styled && is_worded => Stage::There(views),
                _ => Stage::Failed,
            });
        });
    }

    /// Shows one of the views as soon as it is there.
    pub(crate) fn show(self, view: impl Fn(V) -> AnyView + Send + 'static) -> AnyView {
        self.show_or(view, || ().into_any())
    }

    /// Shows one of the views; or, if it could not be fetched, says so and tries again when told.
    pub(crate) fn show_or_tell(self, view: impl Fn(V) -> AnyView + Send + 'static) -> AnyView {
        self.show_or(view, move || {
            view! {
                <div class="part-failed" role="alert">
                    <p>{t!("shell-part-failed")}</p>
                    <button class="ghost" type="button" on:click=move |_| self.fetch()>
                        {t!("shell-try-again")}
                    </button>
                </div>
            }
            .into_any()
        })
    }

    fn show_or(
        self,
        view: impl Fn(V) -> AnyView + Send + 'static,
        failed: impl Fn() -> AnyView + Send + 'static,
    ) -> AnyView {
        if self
            .stage
            .with_untracked(|stage| matches!(stage, Stage::Apart))
        {
            self.fetch();
        }
        (move || match self.stage.get() {
            Stage::There(views) => view(views),
            Stage::Apart | Stage::Asked => ().into_any(),
            Stage::Failed => failed(),
        })
        .into_any()
    }
}
