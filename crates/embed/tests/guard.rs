//! Whatever arrives, in whatever order: only what the host may say is done.

#![allow(clippy::unwrap_used)]
use ichiban_embed::guard::{Guard, Letter, Verdict};
use ichiban_embed::message::{Code, FromHost, FromWidget};
use ichiban_embed::origins::Origins;
use ichiban_embed::session::Permission;
use proptest::prelude::*;

const HOST: &str = "https://docs.example.org";
const INIT: &str = r#"{"v":1,"type":"init","tool":"convert"}"#;
const KEY: &str = "sk-secret-of-the-host";

fn guard() -> Guard {
    Guard::new(Origins::read(r#"{"origins":["https://docs.example.org"]}"#).unwrap())
}

fn letter(json: &str) -> Letter<'_> {
    Letter {
        origin: HOST,
        is_from_host: true,
        ports: 1,
        json: Some(json),
    }
}

/// A guard of a talk that has begun.
fn open() -> Guard {
    let mut guard = guard();
    assert!(matches!(
        guard.window(letter(INIT), 0.0),
        Verdict::Act(FromHost::Init { .. })
    ));
    guard
}

fn code(verdict: &Verdict) -> Option<Code> {
    match verdict {
        Verdict::Answer(FromWidget::Error { code, .. })
        | Verdict::Close(FromWidget::Error { code, .. }) => Some(*code),
        _ => None,
    }
}

#[test]
fn the_talk_begins_once() {
    let mut guard = open();
    let again = guard.window(letter(INIT), 1.0);
    assert_eq!(code(&again), Some(Code::NotNow), "replayed at the window");
    let again = guard.port(Some(INIT), 2.0);
    assert_eq!(code(&again), Some(Code::NotNow), "replayed over the port");
    assert!(guard.session().is_some(), "and the talk goes on");
}

#[test]
fn another_window_is_not_heard() {
    let mut guard = guard();
    let forged = Letter {
        is_from_host: false,
        ..letter(INIT)
    };
    assert_eq!(guard.window(forged, 0.0), Verdict::Ignore);
    assert!(guard.session().is_none());
}

#[test]
fn an_origin_that_is_not_listed_is_refused_for_good() {
    let mut guard = guard();
    let stranger = Letter {
        origin: "https://evil.test",
        ..letter(INIT)
    };
    let verdict = guard.window(stranger, 0.0);
    assert!(matches!(verdict, Verdict::Close(_)));
    assert_eq!(code(&verdict), Some(Code::Refused));
    assert_eq!(guard.window(letter(INIT), 1.0), Verdict::Ignore);
    assert_eq!(
        guard.port(Some(r#"{"v":1,"type":"stop"}"#), 2.0),
        Verdict::Ignore
    );
}

#[test]
fn nothing_but_the_first_message_goes_to_the_window() {
    let mut guard = guard();
    let early = guard.window(letter(r#"{"v":1,"type":"load","value":"x"}"#), 0.0);
    assert_eq!(code(&early), Some(Code::NotNow));
    let portless = Letter {
        ports: 0,
        ..letter(INIT)
    };
    assert_eq!(code(&guard.window(portless, 1.0)), Some(Code::NotNow));
    assert!(guard.session().is_none());
    let before = guard.port(Some(r#"{"v":1,"type":"stop"}"#), 2.0);
    assert_eq!(before, Verdict::Ignore, "there is no port yet");
}

#[test]
fn a_host_that_floods_is_slowed_and_then_left() {
    let mut guard = open();
    let (mut acts, mut answers, mut closed) = (0, 0, 0);
    for _ in 0..20_000 {
        match guard.port(Some(r#"{"v":1,"type":"stop"}"#), 1000.0) {
            Verdict::Act(_) => acts += 1,
            Verdict::Answer(_) => answers += 1,
            Verdict::Close(_) => closed += 1,
            Verdict::Ignore => {}
        }
    }
    assert!((1..=200).contains(&acts), "{acts}");
    assert!((1..=20).contains(&answers), "{answers}");
    assert_eq!(closed, 1);
    assert_eq!(
        guard.port(Some(r#"{"v":1,"type":"stop"}"#), 1e9),
        Verdict::Ignore
    );
}

#[test]
fn who_writes_slower_is_always_heard() {
    let mut guard = open();
    for at in 0..5_000 {
        let verdict = guard.port(Some(r#"{"v":1,"type":"stop"}"#), f64::from(at) * 20.0);
        assert!(matches!(verdict, Verdict::Act(_)), "{at}: {verdict:?}");
    }
}

#[test]
fn a_text_of_any_length_is_not_read() {
    let long = format!(
        r#"{{"v":1,"type":"load","value":"{}"}}"#,
        "x".repeat(ichiban_embed::guard::MOST_BYTES)
    );
    assert_eq!(code(&open().port(Some(&long), 0.0)), Some(Code::TooLarge));
}

#[test]
fn the_host_gets_nothing_allowed_by_itself() {
    let mut guard = open();
    let permission = |guard: &Guard| guard.session().unwrap().permission();
    for json in [
        r#"{"v":1,"type":"run","with":"model"}"#,
        r#"{"v":1,"type":"options","options":{"allow":"true"}}"#,
        r#"{"v":1,"type":"allow"}"#,
    ] {
        let _ = guard.port(Some(json), 0.0);
        assert_eq!(permission(&guard), Permission::ToBeAsked);
    }
    guard.allow();
    assert_eq!(permission(&guard), Permission::Allowed);
}

/// What somebody might send: all that is right, what is nearly right, and anything.
fn message() -> impl Strategy<Value = String> {
    let right = prop::sample::select(vec![
        INIT.to_owned(),
        format!(
            r#"{{"v":1,"type":"init","tool":"convert","model":{{"baseUrl":"https://x.org","wire":"w","model":"m","key":"{KEY}"}}}}"#
        ),
        r#"{"v":1,"type":"load","value":"x"}"#.to_owned(),
        r#"{"v":1,"type":"run","with":"model"}"#.to_owned(),
        r#"{"v":1,"type":"stop"}"#.to_owned(),
        r#"{"v":1,"type":"export","format":"svg"}"#.to_owned(),
    ]);
    let nearly = (any::<u8>(), "[a-z]{0,8}", "[a-z]{0,8}")
        .prop_map(|(v, kind, field)| format!(r#"{{"v":{v},"type":"{kind}","{field}":"{KEY}"}}"#));
    let cut = (right.clone(), any::<prop::sample::Index>()).prop_map(|(text, at)| {
        let end = at.index(text.len());
        text.get(..end).unwrap_or_default().to_owned()
    });
    prop_oneof![right, nearly, cut, any::<String>()]
}

#[derive(Debug, Clone)]
struct Arrival {
    over_port: bool,
    origin: &'static str,
    is_from_host: bool,
    ports: u32,
    json: Option<String>,
    later_ms: f64,
}

fn arrival() -> impl Strategy<Value = Arrival> {
    let origins = prop::sample::select(vec![HOST, HOST, HOST, "https://evil.test", "null", ""]);
    (
        any::<bool>(),
        origins,
        prop::bool::weighted(0.8),
        0_u32..3,
        prop::option::weighted(0.9, message()),
        0.0..500.0,
    )
        .prop_map(
            |(over_port, origin, is_from_host, ports, json, later_ms)| Arrival {
                over_port,
                origin,
                is_from_host,
                ports,
                json,
                later_ms,
            },
        )
}

proptest! {
    #[test]
    fn only_the_host_is_heard_and_only_in_order(arrivals in prop::collection::vec(arrival(), 0..60)) {
        let mut guard = guard();
        let mut now = 0.0;
        let mut has_begun = false;
        for it in &arrivals {
            now += it.later_ms;
            let json = it.json.as_deref();
            let verdict = if it.over_port {
                guard.port(json, now)
            } else {
                guard.window(
                    Letter { origin: it.origin, is_from_host: it.is_from_host, ports: it.ports, json },
                    now,
                )
            };
            match &verdict {
                Verdict::Act(FromHost::Init { .. }) => {
                    prop_assert!(!has_begun, "begun twice");
                    prop_assert!(!it.over_port && it.is_from_host && it.origin == HOST && it.ports == 1);
                    has_begun = true;
                }
                Verdict::Act(_) => prop_assert!(has_begun && it.over_port),
                Verdict::Answer(said) | Verdict::Close(said) => {
                    prop_assert!(matches!(said, FromWidget::Error { .. }), "an answer is an error");
                    prop_assert!(!said.to_json().contains(KEY), "nothing of a message comes back");
                }
                Verdict::Ignore => {}
            }
            if !it.over_port && !it.is_from_host {
                prop_assert_eq!(&verdict, &Verdict::Ignore);
            }
            let printed = format!("{guard:?}{verdict:?}");
            prop_assert!(!printed.contains(KEY), "a key is in what might be printed");
        }
    }

    #[test]
    fn what_is_said_in_a_second_is_bounded(times in prop::collection::vec(0.0..10_000.0, 1..2_000)) {
        let mut guard = open();
        let mut times = times;
        times.sort_by(f64::total_cmp);
        let acts = times
            .iter()
            .filter(|now| matches!(guard.port(Some(r#"{"v":1,"type":"stop"}"#), **now), Verdict::Act(_)))
            .count();
        prop_assert!(acts <= 200 + 50 * 10);
    }
}
