//! Links: a tool and its options, and the input if the person asks for it, in the fragment of an
//! address, which browsers do not send to any server.
//!
//! A fragment is a tag of the version, a dot, and the link as JSON, compressed as zlib (RFC 1950,
//! whose checksum finds what was changed on the way) and written in base64url (RFC 4648 § 5) without
//! padding. A version is never changed and never forgotten: what is to be written otherwise gets a
//! tag of its own, and a function that reads it.

use std::collections::BTreeMap;

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use miniz_oxide::deflate::compress_to_vec_zlib;
use miniz_oxide::inflate::decompress_to_vec_zlib_with_limit;
use serde::{Deserialize, Serialize};
use thiserror::Error;

use crate::secret;

/// How links are written, before the dot.
const VERSION: &str = "v1";
/// The longest fragment that is written, in bytes: what programs pass on that carry links.
pub const LONGEST: usize = 8 * 1024;
/// The longest fragment that is read, in bytes.
const LONGEST_READ: usize = 64 * 1024;
/// The most that a fragment may unpack to, in bytes.
const MOST_UNPACKED: usize = 4 * 1024 * 1024;
/// How hard it is packed, of 10: links are made by a click, and texts are short.
const LEVEL: u8 = 9;

/// What a link carries.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Link {
    /// The path of the tool.
    #[serde(rename = "t")]
    pub tool: String,
    /// Its options, by name.
    #[serde(rename = "o", default, skip_serializing_if = "BTreeMap::is_empty")]
    pub options: BTreeMap<String, String>,
    /// The input, if the person asked for it.
    #[serde(rename = "i", default, skip_serializing_if = "Option::is_none")]
    pub input: Option<Input>,
}

/// An input in a link.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Input {
    /// The text.
    #[serde(rename = "x")]
    pub text: String,
    /// The name of the file it came from.
    #[serde(rename = "n", default, skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
}

/// Why no link is written.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum EncodeError {
    /// It would be longer than programs pass on: its bytes.
    #[error("the link would take {0} bytes, of {LONGEST} at most")]
    TooLong(usize),
    /// Something in the input looks like a secret.
    #[error("the input holds what looks like a secret ({})", .0.name())]
    Secret(secret::Kind),
    /// It cannot be written: what its writer says.
    #[error("the link could not be written: {0}")]
    Unwritable(String),
}

/// Why a fragment is not read.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum DecodeError {
    /// It was written by a later version of the page.
    #[error("a link of a later version")]
    Later,
    /// It is too long, or would be when unpacked.
    #[error("the link holds too much")]
    TooLarge,
    /// It was cut off or changed.
    #[error("the link is damaged")]
    Damaged,
}

/// The fragment of a link, without `#`.
///
/// # Errors
/// If it would be longer than [`LONGEST`], or if its input or an option holds what looks like a
/// secret.
pub fn encode(link: &Link) -> Result<String, EncodeError> {
    let texts = link
        .options
        .values()
        .chain(link.input.as_ref().map(|input| &input.text));
    if let Some(kind) = texts.into_iter().find_map(|text| secret::found(text)) {
        return Err(EncodeError::Secret(kind));
    }
    let json =
        serde_json::to_vec(link).map_err(|error| EncodeError::Unwritable(error.to_string()))?;
    let packed = compress_to_vec_zlib(&json, LEVEL);
    let fragment = format!("{VERSION}.{}", URL_SAFE_NO_PAD.encode(packed));
    if fragment.len() > LONGEST {
        return Err(EncodeError::TooLong(fragment.len()));
    }
    Ok(fragment)
}

/// Whether a fragment, without `#`, is one of ours, of whatever version.
pub fn is_link(fragment: &str) -> bool {
    version(fragment).is_some()
}

/// Reads a fragment, without `#`. None if it is not one of ours.
///
/// # Errors
/// If it is damaged, too large, or of a version that this page does not know.
pub fn decode(fragment: &str) -> Option<Result<Link, DecodeError>> {
    let (version, packed) = version(fragment)?;
    Some(match version {
        1 => decode_v1(packed),
        0 => Err(DecodeError::Damaged),
        _ => Err(DecodeError::Later),
    })
}

/// The number of the version and what follows.
fn version(fragment: &str) -> Option<(u32, &str)> {
    let (tag, packed) = fragment.strip_prefix('v')?.split_once('.')?;
    let is_number = !tag.is_empty() && tag.bytes().all(|digit| digit.is_ascii_digit());
    // A number beyond all versions is one of a later version.
    is_number.then(|| (tag.parse().unwrap_or(u32::MAX), packed))
}

fn decode_v1(packed: &str) -> Result<Link, DecodeError> {
    use miniz_oxide::inflate::TINFLStatus;
    if packed.len() > LONGEST_READ {
        return Err(DecodeError::TooLarge);
    }
    let packed = URL_SAFE_NO_PAD
        .decode(packed)
        .map_err(|_| DecodeError::Damaged)?;
    let json = decompress_to_vec_zlib_with_limit(&packed, MOST_UNPACKED).map_err(|error| {
        match error.status {
            TINFLStatus::HasMoreOutput => DecodeError::TooLarge,
            _ => DecodeError::Damaged,
        }
    })?;
    serde_json::from_slice(&json).map_err(|_| DecodeError::Damaged)
}
