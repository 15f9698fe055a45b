//! Input that is broken, far too large, or means harm.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod corpus;

use std::fmt::Write as _;
use std::io::{Cursor, Write as _};
use std::ops::ControlFlow;

use corpus::{assemble, paper};
use ichiban_apidoc::readers::{archive, har, pdf};
use ichiban_apidoc::{ReadError, Source, open, openapi, read};
use proptest::prelude::*;
use serde_json::json;
use zip::write::{SimpleFileOptions, ZipWriter};

fn packed(files: &[(&str, &[u8])]) -> Vec<u8> {
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in files {
        writer
            .start_file(*name, SimpleFileOptions::default())
            .unwrap();
        writer.write_all(bytes).unwrap();
    }
    writer.finish().unwrap().into_inner()
}

#[test]
fn an_archive_of_any_mix_is_one_api() {
    let curl = b"curl -X POST https://api.test/v1/users -d '{\"name\": \"a\"}'\n";
    let bytes = packed(&[
        ("docs/users.md", b"## GET /v1/users/{id}\n\nReads a user.\n"),
        ("docs/create.curl.txt", curl),
        ("docs/logo.png", b"\x89PNG\0\0\xff\xfe\xfd"),
        (".git/config.md", b"## GET /not/this\n"),
        ("__MACOSX/docs/users.md", b"## GET /nor/this\n"),
    ]);
    let (sources, errors) = open("docs.zip", &bytes).unwrap();
    assert!(
        errors
            .iter()
            .all(|error| error.to_string().contains("logo.png"))
    );
    let (document, _) = openapi::compile(sources, None);
    let paths: Vec<_> = document["paths"].as_object().unwrap().keys().collect();
    assert_eq!(paths.len(), 2, "{paths:?}");
}

#[test]
fn an_archive_that_swells_is_refused_before_it_has_been_unpacked() {
    const MEGABYTE: usize = 1024 * 1024;
    let limits = archive::Limits {
        entries: 3,
        file: 2 * MEGABYTE,
        total: 4 * MEGABYTE,
    };
    let refused = |bytes: &[u8]| {
        archive::open("docs.zip", bytes, limits)
            .unwrap_err()
            .to_string()
    };
    let blank = vec![b' '; 3 * MEGABYTE];
    let bomb = packed(&[("a.md", &blank)]);
    assert!(bomb.len() < 32 * 1024);
    assert!(refused(&bomb).contains("more than may be read"));
    // Each file is small enough, and all of them together are not.
    let part = &blank[..3 * MEGABYTE / 2];
    let several = packed(&[("a.md", part), ("b.md", part), ("c.md", part)]);
    assert!(refused(&several).contains("c.md"));
    let nested = packed(&[("inner.zip", &packed(&[("a.md", b"x")]))]);
    assert!(refused(&nested).contains("unpack it first"));
    let many = packed(&[("a", b""), ("b", b""), ("c", b""), ("d", b"")]);
    assert!(refused(&many).contains("at most 3"));
    assert!(refused(&packed(&[("[Content_Types].xml", b"<x/>")])).contains("office"));
    let empty = open("docs.zip", &packed(&[])).unwrap_err().to_string();
    assert!(empty.contains("empty"), "{empty}");
}

#[test]
fn a_recording_that_is_too_large_is_refused_with_the_limit() {
    let bytes = vec![b' '; har::LIMIT + 1];
    let error = read("big.har", &bytes).unwrap_err();
    assert!(
        matches!(error, ReadError::TooLarge { limit: 100, .. }),
        "{error}"
    );
    assert!(error.to_string().contains("may have 100 MB"), "{error}");
}

#[test]
fn pages_of_a_pdf_are_told_one_by_one_and_reading_can_be_stopped() {
    let mut told = Vec::new();
    let whole = pdf::read_pages("a.pdf", paper(6), |progress| {
        told.push((progress.pages, progress.of, progress.preview().blocks.len()));
        ControlFlow::Continue(())
    })
    .unwrap();
    assert_eq!(
        told.iter()
            .map(|(page, of, _)| (*page, *of))
            .collect::<Vec<_>>(),
        (1..=6).map(|page| (page, 6)).collect::<Vec<_>>()
    );
    assert!(
        told.windows(2).all(|pair| pair[0].2 < pair[1].2),
        "{told:?}"
    );
    assert!(whole.notes.is_empty());
    let stopped = pdf::read_pages("a.pdf", paper(6), |progress| {
        if progress.pages == 2 {
            ControlFlow::Break(())
        } else {
            ControlFlow::Continue(())
        }
    })
    .unwrap();
    assert!(stopped.notes[0].message.contains("2 of 6 pages"));
    let (document, _) = openapi::compile(vec![Source::Document(stopped)], None);
    assert_eq!(document["paths"].as_object().unwrap().len(), 2);
}

/// A PDF whose pages hold text, an image, or nothing.
fn mixed(pages: &[&str]) -> Vec<u8> {
    let mut objects = vec![
        "<< /Type /Catalog /Pages 2 0 R >>".to_owned(),
        String::new(),
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>".to_owned(),
        "<< /Type /XObject /Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceGray /BitsPerComponent 8 /Length 1 >>\nstream\n0\nendstream".to_owned(),
    ];
    let mut kids = Vec::new();
    for page in pages {
        let content = match *page {
            "image" => "q 500 0 0 700 40 40 cm /I Do Q",
            "text" => "BT /F 12 Tf 72 700 Td (GET /things) Tj ET",
            _ => "",
        };
        objects.push(format!(
            "<< /Length {} >>\nstream\n{content}\nendstream",
            content.len()
        ));
        let stream = objects.len();
        objects.push(format!("<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents {stream} 0 R /Resources << /Font << /F 3 0 R >> /XObject << /I 4 0 R >> >> >>"));
        kids.push(format!("{} 0 R", objects.len()));
    }
    objects[1] = format!(
        "<< /Type /Pages /Kids [{}] /Count {} >>",
        kids.join(" "),
        kids.len()
    );
    assemble(&objects, "")
}

#[test]
fn scanned_and_blank_pages_are_named() {
    let error = read("scan.pdf", &mixed(&["image"; 3])).unwrap_err();
    let error = error.to_string();
    assert!(
        error.contains("pages 1–3 hold images only") && error.contains("OCR"),
        "{error}"
    );
    let error = read("a.pdf", &mixed(&["", ""])).unwrap_err().to_string();
    assert!(error.contains("pages 1, 2 are blank"), "{error}");
    let pages = ["text", "image", "", "image", "image", "image"];
    let Source::Document(document) = read("a.pdf", &mixed(&pages)).unwrap() else {
        panic!("not a document");
    };
    let notes: Vec<_> = document
        .notes
        .iter()
        .map(|note| note.message.as_str())
        .collect();
    assert!(
        notes[0].contains("Of 6 pages, pages 2 and 4–6 hold images only"),
        "{notes:?}"
    );
    assert!(notes[1].contains("page 3 is blank"), "{notes:?}");
}

#[test]
fn an_encrypted_pdf_is_refused_with_the_way_out() {
    // The standard security handler with a password that is not the empty one (ISO 32000-1, 7.6.3):
    // what should prove the password does not.
    let key = "00".repeat(32);
    let mut objects = vec![
        "<< /Type /Catalog /Pages 2 0 R >>".to_owned(),
        "<< /Type /Pages /Kids [3 0 R] /Count 1 >>".to_owned(),
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] >>".to_owned(),
    ];
    let refused = |objects: &[String], trailer: &str| {
        read("a.pdf", &assemble(objects, trailer))
            .unwrap_err()
            .to_string()
    };
    let trailer = "/Encrypt 4 0 R /ID [<01> <01>]";
    objects.push(format!(
        "<< /Filter /Standard /V 1 /R 2 /O <{key}> /U <{key}> /P -4 >>"
    ));
    let error = refused(&objects, trailer);
    assert!(
        error.contains("encrypted") && error.contains("password"),
        "{error}"
    );
    objects[3] = "<< /Filter /Other /V 9 >>".to_owned();
    let error = refused(&objects, trailer);
    assert!(
        error.contains("encrypted") && error.contains("save it"),
        "{error}"
    );
}

/// A small generator of numbers, the same ones each time (`SplitMix64`).
struct Numbers(u64);

impl Numbers {
    fn next(&mut self) -> usize {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        usize::try_from((z ^ (z >> 31)) >> 1).unwrap_or(0)
    }
}

/// Two hundred versions of a PDF that are cut, changed, shortened, doubled, misnumbered.
fn mutated(original: &[u8]) {
    let mut numbers = Numbers(7);
    for round in 0..200 {
        let mut bytes = original.to_vec();
        match round % 5 {
            0 => bytes.truncate(numbers.next() % original.len()),
            1 => {
                for _ in 0..=numbers.next() % 20 {
                    let at = numbers.next() % bytes.len();
                    bytes[at] = u8::try_from(numbers.next() % 256).unwrap();
                }
            }
            2 => {
                let from = numbers.next() % bytes.len();
                let to = (from + numbers.next() % 400).min(bytes.len());
                bytes.drain(from..to);
            }
            3 => {
                let from = numbers.next() % bytes.len();
                let to = (from + numbers.next() % 400).min(bytes.len());
                let part = bytes[from..to].to_vec();
                let at = numbers.next() % bytes.len();
                bytes.splice(at..at, part);
            }
            _ => {
                // Numbers are offsets, lengths and references: circles come of them.
                let digits: Vec<_> = (0..bytes.len())
                    .filter(|at| bytes[*at].is_ascii_digit())
                    .collect();
                for _ in 0..8 {
                    let at = digits[numbers.next() % digits.len()];
                    bytes[at] = b'0' + u8::try_from(numbers.next() % 10).unwrap();
                }
            }
        }
        match read("a.pdf", &bytes) {
            Ok(Source::Document(document)) => {
                let (_, notes) = openapi::compile(vec![Source::Document(document.clone())], None);
                assert!(
                    !document.blocks.is_empty() || !notes.is_empty(),
                    "round {round}: read as nothing, and nothing said"
                );
            }
            Ok(Source::OpenApi(_)) => panic!("round {round}: a PDF is no OpenAPI document"),
            Err(error) => assert!(error.to_string().len() > 20, "round {round}: {error}"),
        }
    }
}

#[test]
fn two_hundred_mutations_of_a_pdf_are_read_or_refused_with_words() {
    mutated(&paper(4));
}

#[test]
fn two_hundred_mutations_of_a_pdf_with_fonts_and_compression_are_read_or_refused_with_words() {
    let original = typeset(3);
    let Source::Document(document) = read("a.pdf", &original).unwrap() else {
        panic!("not a document");
    };
    let (document, _) = openapi::compile(vec![Source::Document(document)], None);
    assert_eq!(
        document["paths"].as_object().unwrap().len(),
        3,
        "{document}"
    );
    mutated(&original);
}

/// A stream, compressed, and written in hexadecimal digits so that the file is text.
fn compressed(entries: &str, content: &[u8]) -> String {
    let mut encoder = flate2::write::ZlibEncoder::new(Vec::new(), flate2::Compression::default());
    encoder.write_all(content).unwrap();
    let hex = encoder
        .finish()
        .unwrap()
        .iter()
        .fold(String::new(), |mut hex, byte| {
            let _ = write!(hex, "{byte:02x}");
            hex
        })
        + ">";
    format!(
        "<< /Filter [/ASCIIHexDecode /FlateDecode] /Length {} {entries} >>\nstream\n{hex}\nendstream",
        hex.len()
    )
}

/// A TrueType font whose glyphs, one for each printed character of ASCII, are all blank.
fn font() -> Vec<u8> {
    const GLYPHS: u16 = 96;
    let words =
        |words: &[u16]| -> Vec<u8> { words.iter().flat_map(|word| word.to_be_bytes()).collect() };
    let mut head = words(&[1, 0, 1, 0, 0, 0, 0x5f0f, 0x3cf5, 0, 1000]);
    head.extend(words(&[0; 8]));
    head.extend(words(&[0, 0, 1000, 1000, 0, 8, 2, 0, 0]));
    let mut hhea = words(&[1, 0, 800, 200, 0, 600, 0, 0, 600, 1, 0, 0, 0, 0, 0, 0, 0]);
    hhea.extend(words(&[GLYPHS]));
    let mut maxp = words(&[1, 0, GLYPHS]);
    maxp.extend(words(&[0; 13]));
    let hmtx: Vec<u8> = (0..GLYPHS).flat_map(|_| words(&[600, 0])).collect();
    let loca = words(&[0; GLYPHS as usize + 1]);
    let mut cmap = words(&[0, 1, 1, 0, 0, 12, 0, 262, 0]);
    cmap.extend((0_u8..=255).map(|code| {
        if (32..127).contains(&code) {
            code - 31
        } else {
            0
        }
    }));
    let tables: [(&[u8; 4], Vec<u8>); 7] = [
        (b"cmap", cmap),
        (b"glyf", vec![0; 4]),
        (b"head", head),
        (b"hhea", hhea),
        (b"hmtx", hmtx),
        (b"loca", loca),
        (b"maxp", maxp),
    ];
    let mut directory = words(&[1, 0, 7, 64, 2, 48]);
    let mut body = Vec::new();
    for (tag, table) in tables {
        let offset = 12 + 7 * 16 + body.len();
        directory.extend(tag);
        directory.extend(0_u32.to_be_bytes());
        directory.extend(u32::try_from(offset).unwrap().to_be_bytes());
        directory.extend(u32::try_from(table.len()).unwrap().to_be_bytes());
        body.extend(table);
        body.resize(body.len().next_multiple_of(4), 0);
    }
    directory.extend(body);
    directory
}

/// A PDF of so many pages with a font of its own, a map to Unicode, and all streams compressed.
fn typeset(pages: usize) -> Vec<u8> {
    let widths = "600 ".repeat(95);
    let map = "/CIDInit /ProcSet findresource begin begincmap 1 begincodespacerange <00> <ff> endcodespacerange \
        1 beginbfrange <20> <7e> <0020> endbfrange endcmap end";
    let mut objects = vec![
        "<< /Type /Catalog /Pages 2 0 R >>".to_owned(),
        String::new(),
        format!("<< /Type /Font /Subtype /TrueType /BaseFont /AAAAAA+Own /FirstChar 32 /LastChar 126 /Widths [{widths}] /FontDescriptor 4 0 R /Encoding /WinAnsiEncoding /ToUnicode 6 0 R >>"),
        "<< /Type /FontDescriptor /FontName /AAAAAA+Own /Flags 32 /FontBBox [0 0 1000 1000] /ItalicAngle 0 /Ascent 800 /Descent -200 /CapHeight 700 /StemV 80 /FontFile2 5 0 R >>".to_owned(),
        compressed(&format!("/Length1 {}", font().len()), &font()),
        compressed("", map.as_bytes()),
    ];
    let mut kids = Vec::new();
    for page in 0..pages {
        let content = format!(
            "BT /F 20 Tf 72 760 Td (Thing {page}) Tj /F 11 Tf 0 -40 Td (GET /things{page}/{{id}}) Tj \
            0 -40 Td [(Reads a) -600 (thing, of which there are many on this page.)] TJ ET 72 600 m 500 600 l S"
        );
        objects.push(compressed("", content.as_bytes()));
        let stream = objects.len();
        objects.push(format!("<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents {stream} 0 R /Resources << /Font << /F 3 0 R >> >> >>"));
        kids.push(format!("{} 0 R", objects.len()));
    }
    objects[1] = format!(
        "<< /Type /Pages /Kids [{}] /Count {pages} >>",
        kids.join(" ")
    );
    assemble(&objects, "")
}

/// Twenty ways in which a call carries a secret: its HAR entry, its Postman item, its curl command.
fn carriers(kind: usize, secret: &str) -> (serde_json::Value, serde_json::Value, String) {
    let url = "https://api.test/v1/items";
    let with = |url: String,
                headers: Vec<(&str, String)>,
                body: Option<serde_json::Value>,
                form: Option<(&str, String)>,
                answer: serde_json::Value| {
        let named: Vec<_> = headers
            .iter()
            .map(|(name, value)| json!({"name": name, "value": value}))
            .collect();
        let keyed: Vec<_> = headers
            .iter()
            .map(|(name, value)| json!({"key": name, "value": value}))
            .collect();
        let mut request = json!({"method": "POST", "url": url, "headers": named});
        let mut item = json!({"method": "POST", "url": {"raw": url}, "header": keyed});
        let mut curl = format!("curl -X POST '{url}'");
        for (name, value) in &headers {
            let _ = write!(curl, " -H '{name}: {value}'");
        }
        if let Some(body) = &body {
            request["postData"] = json!({"mimeType": "application/json", "text": body.to_string()});
            item["body"] = json!({"mode": "raw", "raw": body.to_string(), "options": {"raw": {"language": "json"}}});
            let _ = write!(curl, " -H 'Content-Type: application/json' -d '{body}'");
        }
        if let Some((name, value)) = &form {
            request["postData"] = json!({"mimeType": "application/x-www-form-urlencoded", "text": format!("{name}={value}&x=1")});
            item["body"] =
                json!({"mode": "urlencoded", "urlencoded": [{"key": name, "value": value}]});
            let _ = write!(curl, " -d '{name}={value}'");
        }
        let response = json!({"status": 200, "headers": [{"name": "Set-Cookie", "value": format!("sid={secret}")}], "content": {"mimeType": "application/json", "text": answer.to_string()}});
        (
            json!({"log": {"entries": [{"request": request, "response": response}]}}),
            json!({"info": {"name": "P"}, "item": [{"name": "x", "request": item, "response": [{"code": 200, "body": answer.to_string(), "header": [{"key": "Content-Type", "value": "application/json"}]}]}]}),
            curl + "\n",
        )
    };
    let plain = |headers: Vec<(&str, String)>| {
        with(url.to_owned(), headers, None, None, json!({"ok": true}))
    };
    let query = |name: &str| {
        with(
            format!("{url}?{name}={secret}&limit=3"),
            Vec::new(),
            None,
            None,
            json!({"ok": true}),
        )
    };
    let body = |body: serde_json::Value| {
        with(
            url.to_owned(),
            Vec::new(),
            Some(body),
            None,
            json!({"ok": true}),
        )
    };
    match kind {
        0 => plain(vec![("Authorization", format!("Bearer {secret}"))]),
        1 => plain(vec![("Authorization", format!("Basic {secret}"))]),
        2 => plain(vec![("Authorization", secret.to_owned())]),
        3 => plain(vec![("Cookie", format!("session={secret}; theme=dark"))]),
        4 => plain(vec![("X-Api-Key", secret.to_owned())]),
        5 => plain(vec![("Proxy-Authorization", format!("Basic {secret}"))]),
        6 => plain(vec![("X-Amz-Security-Token", secret.to_owned())]),
        7 => query("api_key"),
        8 => query("access_token"),
        9 => query("sig"),
        10 => query("X-Amz-Signature"),
        11 => with(
            format!("https://user:{secret}@api.test/v1/items"),
            Vec::new(),
            None,
            None,
            json!({"ok": true}),
        ),
        12 => body(json!({"user": "u", "password": secret})),
        13 => body(json!({"auth": {"client_secret": secret, "list": [{"refresh_token": secret}]}})),
        14 => body(json!({"note": format!("ghp_{secret}")})),
        15 => body(
            json!({"pem": format!("-----BEGIN PRIVATE KEY-----\n{secret}\n-----END PRIVATE KEY-----")}),
        ),
        16 => with(
            url.to_owned(),
            Vec::new(),
            None,
            Some(("passphrase", secret.to_owned())),
            json!({"ok": true}),
        ),
        17 => with(
            url.to_owned(),
            Vec::new(),
            None,
            None,
            json!({"data": {"access_token": secret, "id_token": format!("eyJhbGciOiJIUzI1NiJ9.{secret}.{secret}")}}),
        ),
        18 => with(
            format!("https://api.test/hooks/T0001/B0001/{secret}"),
            Vec::new(),
            None,
            None,
            json!({"ok": true}),
        ),
        _ => with(
            format!("{url}?redirect=https%3A%2F%2Fa.test%2F%3Ftoken%3D{secret}"),
            Vec::new(),
            None,
            None,
            json!({"ok": true}),
        ),
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_secret_of_a_recording_is_in_the_document(kind in 0_usize..20, secret in "[A-Z][a-z0-9]{5}[A-Z0-9][a-zA-Z0-9]{13,24}[0-9]") {
        let (recording, collection, command) = carriers(kind, &secret);
        for (name, text) in [("a.har", recording.to_string()), ("a.json", collection.to_string()), ("a.txt", command)] {
            let (document, notes) = openapi::compile(vec![read(name, text.as_bytes()).unwrap()], None);
            let written = format!("{document} {notes:?}");
            prop_assert!(!written.contains(&secret), "kind {kind} in {name}: {written}");
            prop_assert!(!document["paths"].as_object().unwrap().is_empty(), "kind {kind} in {name}: the call is lost");
        }
    }
}

#[test]
fn what_is_too_large_is_refused_with_the_limit_and_the_remedy() {
    let bytes = vec![b' '; ichiban_apidoc::readers::LIMIT + 1];
    for name in ["a.html", "a.md", "a.txt"] {
        let error = read(name, &bytes).unwrap_err();
        assert!(
            matches!(error, ReadError::TooLarge { limit: 32, .. }),
            "{name}: {error}"
        );
        assert!(error.to_string().contains("may have 32 MB"), "{error}");
    }
}

#[test]
fn fifty_megabytes_of_html_are_refused_with_the_limit_and_unread() {
    let part = "<h2>Read</h2>\n<p><code>GET /v1/things/{id}</code></p>\n<div>";
    let page = part.repeat(50 * 1024 * 1024 / part.len());
    let error = read("a.html", page.as_bytes()).unwrap_err().to_string();
    assert!(
        error.contains("has 50 MB") && error.contains("may have 32 MB"),
        "{error}"
    );
    // In an archive it is refused as it is unpacked.
    let error = open("a.zip", &packed(&[("a.html", page.as_bytes())]))
        .unwrap_err()
        .to_string();
    assert!(
        error.contains("a.html") && error.contains("32 MB"),
        "{error}"
    );
}
