//! Files in UTF-8 and UTF-16, which other programs write as often.

use ichiban_tool::{Diagnostic, Place, Severity};

/// How a file's characters are written.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Encoding {
    /// UTF-8.
    #[default]
    Utf8,
    /// UTF-16, low byte first.
    Utf16Le,
    /// UTF-16, high byte first.
    Utf16Be,
}

/// The text of a file, a byte order mark left out, and how it was written.
///
/// # Errors
/// If the file is in neither encoding: where, and what to do.
pub fn decode(bytes: &[u8]) -> Result<(String, Encoding), Diagnostic> {
    let (encoding, skip) = match bytes {
        [0xff, 0xfe, ..] => (Encoding::Utf16Le, 2),
        [0xfe, 0xff, ..] => (Encoding::Utf16Be, 2),
        [b'<', 0, ..] => (Encoding::Utf16Le, 0),
        [0, b'<', ..] => (Encoding::Utf16Be, 0),
        [0xef, 0xbb, 0xbf, ..] => (Encoding::Utf8, 3),
        _ => (Encoding::Utf8, 0),
    };
    let body = bytes.get(skip..).unwrap_or_default();
    let text = match encoding {
        Encoding::Utf8 => std::str::from_utf8(body)
            .map(str::to_owned)
            .map_err(|error| error.valid_up_to()),
        Encoding::Utf16Le => utf16(body, u16::from_le_bytes),
        Encoding::Utf16Be => utf16(body, u16::from_be_bytes),
    };
    text.map(|text| (text, encoding)).map_err(|valid| {
        let before = body.get(..valid).unwrap_or_default();
        let line = before.split(|b| *b == b'\n').count();
        Diagnostic {
            severity: Severity::Error,
            code: "invalid-tmx".to_owned(),
            path: String::new(),
            place: Place {
                line: u32::try_from(line).unwrap_or(u32::MAX),
                column: 1,
            },
            message: "The file is neither in UTF-8 nor in UTF-16.".to_owned(),
            hint: "Save it as UTF-8.".to_owned(),
        }
    })
}

fn utf16(body: &[u8], unit: fn([u8; 2]) -> u16) -> Result<String, usize> {
    let pairs = body.chunks_exact(2);
    if !pairs.remainder().is_empty() {
        return Err(body.len());
    }
    let units = pairs.map(|pair| match pair {
        [a, b] => unit([*a, *b]),
        _ => 0,
    });
    char::decode_utf16(units)
        .collect::<Result<_, _>>()
        .map_err(|_| body.len())
}

/// A text as the bytes of a file; UTF-16 with its byte order mark.
pub fn encode(text: &str, encoding: Encoding) -> Vec<u8> {
    let units = || std::iter::once(0xfeff).chain(text.encode_utf16());
    match encoding {
        Encoding::Utf8 => text.as_bytes().to_vec(),
        Encoding::Utf16Le => units().flat_map(u16::to_le_bytes).collect(),
        Encoding::Utf16Be => units().flat_map(u16::to_be_bytes).collect(),
    }
}
