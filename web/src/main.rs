//! The Leptos app: shell, views, styles.
//!
//! [`app`] is the frame of the page; one folder per tool holds its views. What deserves a unit
//! test stands in modules that know no view, and the work itself is done in a worker, behind
//! [`engine`].

// The macro of a component makes its function `pub`, whatever is written.
#![allow(unreachable_pub)]

mod answer;
mod app;
mod asking;
mod convert;
mod crash;
mod data;
mod diagram;
mod docs;
mod editor;
mod endpoint;
mod engine;
mod jobs;
mod on_device;
mod repair;
mod shell;
mod translate;
mod widget;

fn main() {
    crash::watch();
    shell::presence::watch();
    wasm_bindgen_futures::spawn_local(async {
        if shell::words::begin().await {
            leptos::mount::mount_to_body(app::Page);
        } else {
            speechless();
        }
    });
}

/// The page has no words at all: the only ones that come with its module say so.
fn speechless() {
    if let Some(body) = leptos::prelude::document().body() {
        body.set_inner_text(
            "Ichiban could not be fetched whole. Look at the network, then reload the page.",
        );
    }
}
