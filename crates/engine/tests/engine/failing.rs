use std::time::Duration;

use ichiban_engine::protocol::{CellState, Job, Outcome, Report};
use ichiban_model::HttpRequest;

use crate::network::{Act, asked, broken_off, streamed};
use crate::page::{DE, Page, catalogue, failure};

const PACE: Duration = Duration::from_millis(10);

fn page(rows: usize, server: impl FnMut(&HttpRequest, usize) -> Vec<Act> + 'static) -> Page {
    let page = Page::with(&catalogue(rows));
    page.network.serve(server);
    page
}

fn error(status: u16, body: &str) -> Vec<Act> {
    vec![
        Act::Head(status, vec![("content-type", "application/json")]),
        Act::Body(body.as_bytes().to_vec()),
        Act::End,
    ]
}

/// A failed run leaves nothing behind, and the next one gets all.
fn retry_succeeds(page: &mut Page, rows: usize) {
    page.network.serve(|request, _| streamed(request, PACE));
    let outcome = page.translate(Page::job());
    assert_eq!(outcome, Outcome::Finished { attention: 0 });
    assert_eq!(page.done(DE), rows);
}

#[test]
fn a_wrong_key_fails_at_once_and_is_not_quoted() {
    let mut page = page(100, |_, _| {
        error(
            401,
            r#"{"error": {"message": "Incorrect API key: sk-test-key", "code": "invalid_api_key"}}"#,
        )
    });
    let begun = page.now;
    let outcome = page.translate(Page::job());
    assert_eq!(failure(&outcome).code, "wrong-key");
    assert!(!format!("{:?}", page.reports).contains("sk-test-key"));
    assert_eq!(page.ended, begun, "no wait");
    assert_eq!(
        page.network.requests().len(),
        2,
        "what was in flight, no more"
    );
    assert!(page.cells.values().all(|state| *state == CellState::Empty));
    retry_succeeds(&mut page, 100);
}

#[test]
fn too_many_requests_wait_as_long_as_the_server_says_then_go_on() {
    let mut page = page(10, |request, count| match count {
        0 => vec![Act::Head(429, vec![("retry-after", "7")]), Act::End],
        _ => streamed(request, PACE),
    });
    let begun = page.now;
    let outcome = page.translate(Page::job());
    assert_eq!(outcome, Outcome::Finished { attention: 0 });
    assert!(page.took(begun) >= Duration::from_secs(7));
    let told = page.reports.iter().find_map(|report| match report {
        Report::Waiting {
            failure,
            retry_in_ms,
        } => Some((failure.code.clone(), *retry_in_ms)),
        _ => None,
    });
    let (code, wait) = told.expect("the wait is told");
    assert_eq!(code, "rate-limited");
    assert!((7000.0..=7700.0).contains(&wait), "{wait}");
}

#[test]
fn while_the_server_wants_a_pause_nothing_new_is_asked() {
    let mut page = page(200, |request, count| match count {
        1 => vec![Act::Head(429, vec![("retry-after", "5")]), Act::End],
        _ => streamed(request, PACE),
    });
    page.send(ichiban_engine::protocol::Command::Translate(Page::job()));
    page.settle_until(page.now + Duration::from_millis(4900));
    assert_eq!(page.network.requests().len(), 2);
    page.settle();
    assert_eq!(page.outcome, Some(Outcome::Finished { attention: 0 }));
}

#[test]
fn a_server_that_keeps_failing_is_given_up_after_some_tries() {
    let mut page = page(3, |_, _| {
        error(503, r#"{"error": {"message": "overloaded"}}"#)
    });
    let outcome = page.translate(Page::job());
    assert_eq!(failure(&outcome).code, "server-error");
    assert_eq!(page.network.requests().len(), 4);
    retry_succeeds(&mut page, 3);
}

#[test]
fn a_model_that_takes_no_temperature_is_asked_without_one() {
    let has_one =
        |request: &HttpRequest| request.body.windows(13).any(|it| it == b"\"temperature\"");
    let mut page = page(200, move |request, _| {
        if has_one(request) {
            return error(
                400,
                r#"{"error": {"message": "Unsupported value: 'temperature' does not support 0 with this model.", "param": "temperature"}}"#,
            );
        }
        streamed(request, PACE)
    });
    let outcome = page.translate(Page::job());
    assert_eq!(outcome, Outcome::Finished { attention: 0 });
    assert_eq!(page.done(DE), 200);
    let refused = page
        .network
        .requests()
        .iter()
        .filter(|it| has_one(it))
        .count();
    assert_eq!(refused, 2, "those that were on their way when it was told");
}

#[test]
fn an_account_without_credit_is_not_waited_for() {
    let mut page = page(3, |_, _| {
        error(
            429,
            r#"{"error": {"message": "You exceeded your current quota", "code": "insufficient_quota"}}"#,
        )
    });
    let outcome = page.translate(Page::job());
    assert_eq!(failure(&outcome).code, "out-of-credit");
    assert_eq!(page.network.requests().len(), 1);
}

#[test]
fn a_cut_keeps_what_settled_and_a_retry_sends_the_rest_alone() {
    for how in [Act::Cut, Act::End] {
        let cut = how.clone();
        let mut page = page(20, move |request, _| broken_off(request, 0.5, cut.clone()));
        let job = Job {
            parallel: 1,
            ..Page::job()
        };
        let outcome = page.translate(job.clone());
        assert_eq!(failure(&outcome).code, "cut-off");
        let settled = page.done(DE);
        assert!((5..=15).contains(&settled), "{settled} of 20 settled");

        let before = page.network.requests().len();
        page.network.serve(|request, _| streamed(request, PACE));
        assert_eq!(page.translate(job), Outcome::Finished { attention: 0 });
        let requests = page.network.requests();
        let texts: usize = requests[before..].iter().map(|it| asked(it).0.len()).sum();
        assert_eq!(texts, 20 - settled);
        assert_eq!(page.done(DE), 20);
    }
}

#[test]
fn when_one_answer_is_cut_the_others_may_end() {
    let mut page = page(60, |request, count| match count {
        0 => broken_off(request, 0.1, Act::Cut),
        _ => streamed(request, PACE),
    });
    let outcome = page.translate(Page::job());
    assert_eq!(failure(&outcome).code, "cut-off");
    let second = asked(&page.network.requests()[1]).0.len();
    assert!(page.done(DE) >= second, "{} settled", page.done(DE));
    retry_succeeds(&mut page, 60);
}

#[test]
fn a_server_that_hangs_is_told_apart_before_and_within_the_answer() {
    let mut page = page(10, |_, _| vec![Act::Hang]);
    let begun = page.now;
    let outcome = page.translate(Page::job());
    assert_eq!(failure(&outcome).code, "timed-out");
    assert_eq!(page.took(begun), Duration::from_mins(1));
    let before = failure(&outcome).message.clone();

    page.network
        .serve(|request, _| broken_off(request, 0.5, Act::Hang));
    let outcome = page.translate(Page::job());
    assert_eq!(failure(&outcome).code, "timed-out");
    assert_ne!(failure(&outcome).message, before);
    assert!(page.done(DE) > 0, "what had settled stays");
    retry_succeeds(&mut page, 10);
}

#[test]
fn a_web_page_is_not_an_api() {
    for status in [200, 404] {
        let mut page = page(3, move |_, _| {
            vec![
                Act::Head(status, vec![("content-type", "text/html; charset=utf-8")]),
                Act::Body(b"<!doctype html><title>Welcome</title>".to_vec()),
                Act::End,
            ]
        });
        let outcome = page.translate(Page::job());
        assert_eq!(failure(&outcome).code, "not-an-api", "{status}");
        retry_succeeds(&mut page, 3);
    }
}

#[test]
fn a_page_that_claims_to_be_a_stream_is_not_an_api_either() {
    let mut page = page(3, |_, _| {
        vec![
            crate::network::head(),
            Act::Body(b"<!doctype html><title>Welcome</title>".to_vec()),
            Act::End,
        ]
    });
    let outcome = page.translate(Page::job());
    assert_eq!(failure(&outcome).code, "not-an-api");
}

#[test]
fn nobody_there_and_no_network_are_told_apart_and_at_once() {
    for (act, code) in [(Act::Cut, "blocked"), (Act::Offline, "offline")] {
        let act = act.clone();
        let mut page = page(3, move |_, _| vec![act.clone()]);
        let begun = page.now;
        let outcome = page.translate(Page::job());
        assert_eq!(failure(&outcome).code, code);
        assert_eq!(page.ended, begun, "no wait: {code}");
        retry_succeeds(&mut page, 3);
    }
}

#[test]
fn a_connection_that_fails_once_the_endpoint_has_answered_is_tried_again() {
    let mut page = page(60, |request, count| match count {
        2 => vec![Act::Cut],
        _ => streamed(request, PACE),
    });
    let outcome = page.translate(Page::job());
    assert_eq!(outcome, Outcome::Finished { attention: 0 });
    assert!(
        page.reports
            .iter()
            .any(|report| matches!(report, Report::Waiting { .. }))
    );
}

#[test]
fn an_error_within_the_stream_is_told_and_what_settled_stays() {
    let mut page = page(20, |request, _| {
        let mut acts = broken_off(request, 0.5, Act::Wait(PACE));
        let error = r#"data: {"error": {"message": "The engine is overloaded"}}"#;
        acts.push(Act::Body(format!("{error}\n\n").into_bytes()));
        acts.push(Act::End);
        acts
    });
    let outcome = page.translate(Page::job());
    assert_eq!(failure(&outcome).code, "server-error");
    assert!(failure(&outcome).message.contains("overloaded"));
    assert!(page.done(DE) > 0);
    retry_succeeds(&mut page, 20);
}

#[test]
fn an_unknown_wire_is_told() {
    let mut page = page(3, |request, _| streamed(request, PACE));
    let outcome = page.translate(Job {
        wire: String::from("telegraph"),
        ..Page::job()
    });
    assert!(failure(&outcome).message.contains("telegraph"));
    assert!(page.network.requests().is_empty());
}

#[test]
fn prose_instead_of_an_answer_is_never_accepted() {
    let mut page = page(6, |_, _| {
        let mut acts = vec![crate::network::head()];
        acts.extend(
            crate::network::pieces("I am sorry, but I cannot do that.")
                .into_iter()
                .map(Act::Body),
        );
        acts.extend([Act::Body(crate::network::ending()), Act::End]);
        acts
    });
    let outcome = page.translate(Page::job());
    assert_eq!(page.done(DE), 0);
    assert_eq!(outcome, Outcome::Finished { attention: 6 });
    for row in 0..6 {
        let CellState::Attention { reasons, .. } = page.cell(DE, row) else {
            panic!("{:?}", page.cell(DE, row));
        };
        assert!(!reasons.is_empty());
    }
}
