//! Files: read what a person gives, hand over what was made.

use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;

use crate::thrown;

/// The largest text file a tool takes, in bytes. Beyond it an editor and a table no longer serve
/// a person.
pub const TEXT_LIMIT_BYTES: u64 = 32 * 1024 * 1024;

/// Why a file was not read or handed over.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum FileError {
    /// It is larger than the tool takes. Nothing of it was read.
    #[error(
        "{name} has {} and the limit is {}: split it, or use the command line tool",
        megabytes(*bytes),
        megabytes(*limit)
    )]
    TooLarge {
        /// The file's name.
        name: String,
        /// Its size.
        bytes: u64,
        /// The limit.
        limit: u64,
    },
    /// It is not UTF-8 text.
    #[error("{name} is not UTF-8 text ({found} at byte {offset}): save it as UTF-8 and try again")]
    NotText {
        /// The file's name.
        name: String,
        /// The first byte that cannot be, counted from 0.
        offset: usize,
        /// What is there, in words.
        found: &'static str,
    },
    /// The browser could not read it: it was moved or changed since it was chosen.
    #[error("{name} could not be read ({reason}): choose it again")]
    Unreadable {
        /// The file's name.
        name: String,
        /// The browser's words.
        reason: String,
    },
    /// The browser would not hand a file over.
    #[error("{name} could not be saved ({reason})")]
    NotSaved {
        /// The file's name.
        name: String,
        /// The browser's words.
        reason: String,
    },
}

/// The text of a file, exactly: a byte order mark stays. A file above `limit` bytes is refused
/// before any of it is read.
pub async fn read_text(file: &web_sys::File, limit: u64) -> Result<String, FileError> {
    let bytes = read_bytes(file, limit).await?;
    String::from_utf8(bytes).map_err(|error| {
        let offset = error.utf8_error().valid_up_to();
        let found = match error.as_bytes() {
            [0xFF, 0xFE, ..] | [0xFE, 0xFF, ..] => "a UTF-16 byte order mark",
            [0x50, 0x4B, 0x03, 0x04, ..] => "a zip archive",
            _ => "an invalid byte",
        };
        FileError::NotText {
            name: file.name(),
            offset,
            found,
        }
    })
}

/// The bytes of a file. A file above `limit` bytes is refused before any of it is read.
pub async fn read_bytes(file: &web_sys::File, limit: u64) -> Result<Vec<u8>, FileError> {
    let bytes = size(file);
    if bytes > limit {
        return Err(FileError::TooLarge {
            name: file.name(),
            bytes,
            limit,
        });
    }
    let buffer =
        JsFuture::from(file.array_buffer())
            .await
            .map_err(|error| FileError::Unreadable {
                name: file.name(),
                reason: thrown(&error),
            })?;
    Ok(js_sys::Uint8Array::new(&buffer).to_vec())
}

/// Hands a file to the person as a download.
pub fn download(name: &str, media_type: &str, bytes: &[u8]) -> Result<(), FileError> {
    let not_saved = |error: &JsValue| FileError::NotSaved {
        name: name.to_owned(),
        reason: thrown(error),
    };
    let url = address(media_type, bytes).map_err(|error| not_saved(&error))?;
    let clicked = click(name, &url).map_err(|error| not_saved(&error));
    // The browser has taken the file's address when the click returns, but some read it only
    // later: a minute is enough for all of them.
    gloo_timers::callback::Timeout::new(60_000, move || {
        revoke(&url);
    })
    .forget();
    clicked
}

/// An address at which the page finds these bytes until it is [revoked](revoke); the browser's words
/// if there is none to be had.
pub fn object_url(media_type: &str, bytes: &[u8]) -> Result<String, String> {
    address(media_type, bytes).map_err(|error| thrown(&error))
}

/// Lets go of what is at an [`object_url`].
pub fn revoke(url: &str) {
    // A stale address is no harm.
    let _ = web_sys::Url::revoke_object_url(url);
}

fn address(media_type: &str, bytes: &[u8]) -> Result<String, JsValue> {
    let parts = js_sys::Array::of1(&js_sys::Uint8Array::from(bytes));
    let options = web_sys::BlobPropertyBag::new();
    options.set_type(media_type);
    let blob = web_sys::Blob::new_with_u8_array_sequence_and_options(&parts, &options)?;
    web_sys::Url::create_object_url_with_blob(&blob)
}

fn click(name: &str, url: &str) -> Result<(), JsValue> {
    let document = web_sys::window()
        .and_then(|window| window.document())
        .ok_or_else(|| JsValue::from_str("there is no page"))?;
    let anchor: web_sys::HtmlAnchorElement = document.create_element("a")?.dyn_into()?;
    anchor.set_href(url);
    anchor.set_download(name);
    anchor.click();
    Ok(())
}

fn size(file: &web_sys::File) -> u64 {
    let bytes = file.size();
    // A file's size is a whole number below 2^53 and never negative.
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
    let bytes = bytes as u64;
    bytes
}

fn megabytes(bytes: u64) -> String {
    let tenths = bytes / (1024 * 1024 / 10);
    format!("{}.{} MB", tenths / 10, tenths % 10)
}
