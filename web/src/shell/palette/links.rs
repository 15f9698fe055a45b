//! Links are made and read.

use ichiban_browser::{clipboard, files};
use ichiban_shell::link::{self, DecodeError, EncodeError, Input, LONGEST, Link};
use leptos::prelude::*;
use leptos::task::spawn_local;
use wasm_bindgen::JsValue;

use crate::app::App;
use crate::shell::hosted::{Errand, Work};
use crate::shell::route::Route;
use crate::shell::words::t;

/// The link that the address holds, if it holds one: its fragment, without `#`.
pub(super) fn in_address() -> Option<String> {
    let hash = window().location().hash().unwrap_or_default();
    let fragment = hash.strip_prefix('#')?;
    // What it is exactly is told by what is fetched apart.
    let is_link = fragment.starts_with('v') && fragment.contains('.');
    is_link.then(|| fragment.to_owned())
}

/// Copies a link to the tool in view, with its options and, if asked for, its input.
pub(super) fn copy(app: App, with_input: bool) {
    let Some((link, work)) = app.host.ask(|tool, hosted| {
        let work = if with_input {
            hosted.work()
        } else {
            Work::new()
        };
        let link = Link {
            tool: tool.path(),
            options: hosted.options(),
            input: None,
        };
        (link, work)
    }) else {
        return;
    };
    let is_single = work.len() == 1;
    let input = work.into_iter().next().filter(|_| is_single);
    if with_input && input.is_none() {
        return app.host.say(t!("page-link-not-one"), true);
    }
    let link = Link {
        input: input.map(|(name, text)| Input { text, name }),
        ..link
    };
    let fragment = match link::encode(&link) {
        Ok(fragment) => fragment,
        Err(error) => return refuse(app, &link, &error),
    };
    let location = window().location();
    let origin = location.origin().unwrap_or_default();
    let address = format!("{origin}{}#{fragment}", Route::of_path(&link.tool).href());
    spawn_local(async move {
        match clipboard::write_text(&address).await {
            Ok(()) if with_input => app.host.say(t!("page-link-copied-with-input"), false),
            Ok(()) => app.host.say(t!("page-link-copied"), false),
            Err(error) => app.host.say(error.to_string(), true),
        }
    });
}

/// Says why there is no link; an input that is too long for one is saved as a file.
fn refuse(app: App, link: &Link, error: &EncodeError) {
    let input = link
        .input
        .as_ref()
        .filter(|_| matches!(error, EncodeError::TooLong(_)));
    let Some(input) = input else {
        return app.host.say(unwritten(error), true);
    };
    let name = input.name.as_deref().unwrap_or("input.txt");
    match files::download(name, "text/plain", input.text.as_bytes()) {
        Ok(()) => app
            .host
            .say(t!("page-link-saved-instead", file = name), true),
        Err(failure) => app
            .host
            .say(format!("{} {failure}", unwritten(error)), true),
    }
}

/// Why there is no link.
fn unwritten(error: &EncodeError) -> String {
    match error {
        EncodeError::TooLong(bytes) => t!(
            "page-link-too-long",
            bytes = bytes.to_string(),
            most = LONGEST.to_string()
        ),
        EncodeError::Secret(kind) => t!("page-link-secret", secret = kind.name()),
        EncodeError::Unwritable(why) => t!("page-link-unwritable", why = why),
    }
}

/// Why a link was not read.
fn unread(error: &DecodeError) -> String {
    match error {
        DecodeError::Later => t!("page-link-later"),
        DecodeError::TooLarge => t!("page-link-too-large"),
        DecodeError::Damaged => t!("page-link-damaged"),
    }
}

/// Does what a link says, and takes it out of the address: what it opened is the person's own.
pub(super) fn follow(app: App, fragment: &str) {
    let Some(read) = link::decode(fragment) else {
        return;
    };
    let path = window().location().pathname().unwrap_or_default();
    // With the link still in the address, reloading would undo what the person does.
    let _ = window()
        .history()
        .and_then(|history| history.replace_state_with_url(&JsValue::NULL, "", Some(&path)));
    match read {
        Ok(link) => match Route::of_path(&link.tool) {
            Route::Unknown(_) => app.host.say(t!("page-link-other-tool"), true),
            tool => {
                let work = link.input.map(|input| (input.name, input.text));
                app.host.send(
                    &tool,
                    Errand::Link(link.options, work.into_iter().collect()),
                );
            }
        },
        Err(error) => app.host.say(unread(&error), true),
    }
}
