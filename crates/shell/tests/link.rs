//! Links: what was written is read, what was changed is noticed, what is hostile is refused.

use std::collections::BTreeMap;

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use ichiban_shell::link::{
    DecodeError, EncodeError, Input, LONGEST, Link, decode, encode, is_link,
};
use ichiban_shell::secret::Kind;
use proptest::prelude::*;

fn sample() -> Link {
    Link {
        tool: "/json/convert".to_owned(),
        options: BTreeMap::from([("target".to_owned(), "rust".to_owned())]),
        input: Some(Input {
            text: "{\"id\": 1, \"name\": \"日本\"}\n".to_owned(),
            name: Some("a.json".to_owned()),
        }),
    }
}

/// Written by the first version; these are in messages and documents, and stay readable for ever.
#[test]
fn old_links_are_read() {
    for (name, link) in [
        (
            "v1-options",
            Link {
                input: None,
                ..sample()
            },
        ),
        ("v1-input", sample()),
    ] {
        let path = format!("{}/tests/fixtures/{name}.txt", env!("CARGO_MANIFEST_DIR"));
        let fragment = std::fs::read_to_string(path).unwrap();
        assert_eq!(decode(fragment.trim()), Some(Ok(link)), "{name}");
    }
}

#[test]
fn what_is_no_link_is_left_alone() {
    for fragment in [
        "", "work", "v", "v1", "vx.abc", "d1.pako", "v.abc", "value.1",
    ] {
        assert!(!is_link(fragment), "{fragment}");
        assert_eq!(decode(fragment), None, "{fragment}");
    }
}

#[test]
fn a_later_version_is_told() {
    assert_eq!(decode("v2.anything"), Some(Err(DecodeError::Later)));
    assert_eq!(
        decode("v99999999999999999999.x"),
        Some(Err(DecodeError::Later))
    );
}

#[test]
fn a_bomb_is_not_unpacked() {
    let bomb = miniz_oxide::deflate::compress_to_vec_zlib(&vec![b' '; 20 << 20], 9);
    let fragment = format!("v1.{}", URL_SAFE_NO_PAD.encode(bomb));
    assert_eq!(decode(&fragment), Some(Err(DecodeError::TooLarge)));
    let long = format!("v1.{}", "A".repeat(1 << 20));
    assert_eq!(decode(&long), Some(Err(DecodeError::TooLarge)));
}

#[test]
fn a_long_input_is_a_file() {
    // Digits without a pattern, so that they do not shrink to nothing.
    let mut seed = 1_u64;
    let text: String = (0..40_000)
        .map(|_| {
            seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
            char::from(b'0' + u8::try_from((seed >> 33) % 10).unwrap())
        })
        .collect();
    let mut link = sample();
    link.input = Some(Input { text, name: None });
    assert!(matches!(encode(&link), Err(EncodeError::TooLong(bytes)) if bytes > LONGEST));
}

#[test]
fn a_key_is_in_no_link() {
    let mut link = sample();
    link.options
        .insert("note".to_owned(), format!("sk-{}", "a1".repeat(20)));
    assert_eq!(encode(&link), Err(EncodeError::Secret(Kind::ApiKey)));
}

proptest! {
    #[test]
    fn what_was_written_is_read(tool in ".{0,30}", name in proptest::option::of(".{0,20}"), text in ".{0,400}",
        options in proptest::collection::btree_map("[a-z-]{1,10}", ".{0,20}", 0..5), with_input: bool) {
        let link = Link { tool, options, input: with_input.then_some(Input { text, name }) };
        let fragment = encode(&link).unwrap();
        prop_assert!(fragment.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"-_.".contains(&byte)));
        prop_assert_eq!(decode(&fragment), Some(Ok(link)));
    }

    /// Another letter anywhere, or an end too early: told, or of no effect; never another link.
    #[test]
    fn no_mutation_gives_another_link(at in 0_usize..400, letter in proptest::char::range('!', '~'), cut: bool) {
        let fragment = encode(&sample()).unwrap();
        let at = at % fragment.len();
        let mutated: String = if cut {
            fragment.chars().take(at).collect()
        } else {
            fragment.chars().enumerate().map(|(place, it)| if place == at { letter } else { it }).collect()
        };
        if let Some(Ok(link)) = decode(&mutated) {
            prop_assert_eq!(link, sample());
        }
    }

    #[test]
    fn nothing_hostile_panics(fragment in "v1\\.[A-Za-z0-9_-]{0,200}") {
        let _ = decode(&fragment);
    }
}

/// A change of the version needs fixtures of its own.
#[test]
fn this_version_is_the_one_that_is_kept() {
    let fragment = encode(&sample()).unwrap();
    assert!(fragment.starts_with("v1."), "{fragment}");
}
