//! A diagram's text as part of an address: raw DEFLATE
//! ([RFC 1951](https://www.rfc-editor.org/rfc/rfc1951)) in base64url
//! ([RFC 4648, section 5](https://www.rfc-editor.org/rfc/rfc4648#section-5)), after the version of
//! this form.

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use ichiban_mermaid::render::MOST_BYTES;
use miniz_oxide::deflate::compress_to_vec;
use miniz_oxide::inflate::decompress_to_vec_with_limit;

/// The first version of the form.
const VERSION: &str = "d1.";
/// What an address may hold: more is cut off by some of what it passes through.
const MOST_PACKED: usize = 8 * 1024;
/// The highest that DEFLATE knows: the text is short, the address should be.
const LEVEL: u8 = 10;

/// Why a text is not in an address, or an address holds none.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub(crate) enum Error {
    /// The address would be too long.
    #[error(
        "a link to this diagram would be {} KB long, and 8 KB is what chats and mail carry: save it as a file instead",
        _0.div_ceil(1024)
    )]
    TooLong(usize),
    /// It was made by a newer version of the page, or is no diagram.
    #[error("this link is not of a kind that this page knows: ask for the diagram as a file")]
    Unknown,
    /// It was cut off or changed.
    #[error("this link is damaged, cut off perhaps: copy it again, whole")]
    Damaged,
}

/// A text as part of an address.
pub(crate) fn pack(text: &str) -> Result<String, Error> {
    let packed = URL_SAFE_NO_PAD.encode(compress_to_vec(text.as_bytes(), LEVEL));
    let length = VERSION.len() + packed.len();
    if length > MOST_PACKED {
        return Err(Error::TooLong(length));
    }
    Ok(format!("{VERSION}{packed}"))
}

/// The text in part of an address.
pub(crate) fn unpack(packed: &str) -> Result<String, Error> {
    let packed = packed.strip_prefix(VERSION).ok_or(Error::Unknown)?;
    let bytes = URL_SAFE_NO_PAD.decode(packed).map_err(|_| Error::Damaged)?;
    let text = decompress_to_vec_with_limit(&bytes, MOST_BYTES).map_err(|_| Error::Damaged)?;
    String::from_utf8(text).map_err(|_| Error::Damaged)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_packed_comes_back() {
        for text in ["", "flowchart TD\n  A[Ä “quoted” 日本] --> B\n"] {
            let packed = pack(text).unwrap();
            assert!(
                packed
                    .bytes()
                    .all(|byte| byte.is_ascii_alphanumeric() || b"-_.".contains(&byte)),
                "{packed}"
            );
            assert_eq!(unpack(&packed).unwrap(), text);
        }
    }

    #[test]
    fn the_first_version_is_read_for_good() {
        assert_eq!(
            unpack("d1.S8vJL0_OSCwqUfAJ4nJU0NW1U3DiAgA"),
            Ok("flowchart LR\nA --> B\n".to_owned())
        );
    }

    #[test]
    fn what_is_too_long_says_so() {
        let mut state = 1_u32;
        let noise: String = (0..20_000)
            .map(|_| {
                state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
                char::from(b'a' + u8::try_from(state >> 28).unwrap())
            })
            .collect();
        assert!(matches!(pack(&noise), Err(Error::TooLong(length)) if length > MOST_PACKED));
    }

    #[test]
    fn what_is_no_link_is_refused() {
        assert_eq!(unpack("d9.AAAA"), Err(Error::Unknown));
        assert_eq!(unpack("d1.%%%"), Err(Error::Damaged));
        assert_eq!(unpack("d1.AAAA"), Err(Error::Damaged));
        // A few bytes that would fill the memory.
        let bomb = URL_SAFE_NO_PAD.encode(compress_to_vec(&vec![b'a'; MOST_BYTES * 4], LEVEL));
        assert_eq!(unpack(&format!("d1.{bomb}")), Err(Error::Damaged));
    }
}
