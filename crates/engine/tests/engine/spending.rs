use std::time::Duration;

use ichiban_engine::asking::protocol::Purpose;
use ichiban_engine::protocol::{Command, Job, Outcome, Report};
use ichiban_model::Tokens;
use ichiban_model::budget::{Budget, Spent};
use ichiban_model::ledger::{self, Entry};
use ichiban_model::recording::Recording;

use crate::network::{Act, streamed};
use crate::page::{Page, catalogue};

fn page() -> Page {
    let page = Page::with(&catalogue(200));
    page.network
        .serve(|request, _| streamed(request, Duration::from_millis(10)));
    page
}

fn job(budget: Budget) -> Job {
    Job {
        purpose: Purpose {
            tool: String::from("Translate"),
            held: String::from("texts of en.json"),
            run: 1,
            allowance: budget.allowance(Spent::default()),
        },
        ..Page::job()
    }
}

fn entries(page: &Page) -> Vec<Entry> {
    page.reports
        .iter()
        .filter_map(|report| match report {
            Report::Sent { entries, .. } => entries.open(),
            _ => None,
        })
        .flatten()
        .collect()
}

#[test]
fn every_request_is_entered_and_no_entry_holds_the_key() {
    let mut page = page();
    page.translate(job(Budget::default()));
    let entries = entries(&page);
    let sent = page.network.requests();
    assert!(sent.len() > 2);
    assert_eq!(entries.len(), sent.len());
    let bytes = |it: &Entry| it.bytes;
    assert_eq!(
        entries.iter().map(bytes).sum::<u64>(),
        sent.iter().map(|it| it.body.len() as u64).sum::<u64>()
    );
    for entry in &entries {
        assert_eq!(entry.to, "https://model.example");
        assert_eq!(entry.tool, "Translate");
        assert_eq!(entry.held, "texts of en.json");
        assert_eq!(entry.ending, "complete");
        assert_eq!(entry.cost, None);
        assert!(entry.input_tokens > 0 && entry.output_tokens > 0);
    }
    for text in [ledger::to_json(&entries), ledger::to_csv(&entries)] {
        assert!(!text.contains("sk-test-key"), "{text}");
    }
}

#[test]
fn a_request_that_fails_or_is_stopped_is_entered_too() {
    let mut page = page();
    page.network
        .serve(|_, _| vec![Act::Head(401, vec![]), Act::End]);
    page.translate(job(Budget::default()));
    assert!(entries(&page).iter().any(|it| it.ending == "wrong-key"));

    let mut page = self::page();
    page.send(Command::Translate(job(Budget::default())));
    page.settle_until(page.now + Duration::from_millis(45));
    page.send(Command::Stop);
    page.settle();
    let entries = entries(&page);
    assert!(!entries.is_empty());
    assert!(entries.iter().all(|it| it.ending == "stopped"));
    assert!(entries.iter().all(|it| !it.is_counted));
}

#[test]
fn nothing_is_sent_beyond_a_limit() {
    let mut page = page();
    let outcome = page.translate(job(Budget {
        run_tokens: Some(20),
        ..Budget::default()
    }));
    let Outcome::Failed(failure) = outcome else {
        panic!("{outcome:?}");
    };
    assert_eq!(failure.code, "over-budget");
    assert!(page.network.requests().is_empty());
    assert!(entries(&page).is_empty());
}

#[test]
fn money_without_a_price_is_refused_before_anything_is_sent() {
    let mut page = page();
    let outcome = page.translate(job(Budget {
        day_money: Some(1_000_000),
        ..Budget::default()
    }));
    let Outcome::Failed(failure) = outcome else {
        panic!("{outcome:?}");
    };
    assert!(failure.hint.contains("limit in tokens"));
    assert!(page.network.requests().is_empty());
}

#[test]
fn a_run_is_stopped_within_its_limit() {
    let mut page = page();
    page.translate(job(Budget::default()));
    let requests = page.network.requests();
    let bodies = requests.iter().map(|it| String::from_utf8_lossy(&it.body));
    let question = bodies.map(|it| Tokens::estimate(&it).0).max().unwrap();

    // Two questions at once, and little of their answers.
    let limit = question * 2 + 60;
    let mut page = self::page();
    let outcome = page.translate(job(Budget {
        run_tokens: Some(limit),
        ..Budget::default()
    }));
    assert!(matches!(outcome, Outcome::Failed(it) if it.code == "over-budget"));
    assert_eq!(page.network.open(), 0);
    let spent: u64 = entries(&page).iter().map(|it| it.spent().tokens).sum();
    // Within the tokens of one piece of an answer for each that was in flight.
    assert!(spent <= limit + 100, "{spent} of {limit}");
    assert!(spent > limit / 2, "{spent} of {limit}");
}

#[test]
fn a_run_can_be_saved_without_its_key_and_another_holds_nothing() {
    let mut page = page();
    page.translate(job(Budget::default()));
    let sent = page.network.requests().len();
    page.send(Command::Save { run: 1 });
    page.send(Command::Save { run: 2 });
    page.settle();
    let saved: Vec<_> = page
        .reports
        .iter()
        .filter_map(|report| match report {
            Report::Saved { run, lines } => Some((*run, lines.clone())),
            _ => None,
        })
        .collect();
    let [(1, lines), (2, nothing)] = saved.as_slice() else {
        panic!("{saved:?}");
    };
    let recordings = Recording::read_all(lines).unwrap();
    assert_eq!((recordings.len(), nothing.as_str()), (sent, ""));
    assert!(!lines.contains("sk-test-key"));
}
