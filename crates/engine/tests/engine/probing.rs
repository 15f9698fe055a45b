use std::time::Duration;

use ichiban_engine::asking::protocol::{Inquiry, Report, Ticket};
use ichiban_model::{Failure, HttpRequest};

use crate::asking::Page;
use crate::network::{Act, ending, head, pieces};

fn probe(
    server: impl FnMut(&HttpRequest, usize) -> Vec<Act> + 'static,
) -> (Result<Option<String>, Failure>, Page) {
    let mut page = Page::new(server);
    page.inquire(
        11,
        None,
        Inquiry::Test {
            model: String::from("scripted"),
        },
    );
    page.settle();
    let told = page.answers().pop();
    match told {
        Some(Report::Tested {
            ticket: Ticket(11),
            result,
        }) => (result, page),
        other => panic!("{other:?}"),
    }
}

#[test]
fn the_first_token_is_enough() {
    let (result, page) = probe(|_, _| {
        let mut acts = vec![head()];
        acts.extend(
            pieces("ok, and much more than that")
                .into_iter()
                .map(Act::Body),
        );
        acts.extend([
            Act::Wait(Duration::from_secs(20)),
            Act::Body(ending()),
            Act::End,
        ]);
        acts
    });
    assert_eq!(result, Ok(Some(String::from("scripted"))));
    assert_eq!(page.network.open(), 0, "the rest is not paid for");
}

#[test]
fn each_failure_is_told_without_another_try() {
    for (acts, code) in [
        (vec![Act::Head(401, vec![]), Act::End], "wrong-key"),
        (vec![Act::Head(404, vec![]), Act::End], "not-found"),
        (
            vec![Act::Head(429, vec![("retry-after", "1")]), Act::End],
            "rate-limited",
        ),
        (vec![Act::Head(500, vec![]), Act::End], "server-error"),
        (vec![Act::Cut], "blocked"),
        (vec![Act::Offline], "offline"),
        (vec![Act::Hang], "timed-out"),
        (vec![head(), Act::End], "cut-off"),
    ] {
        let (result, page) = probe(move |_, _| acts.clone());
        assert_eq!(result.unwrap_err().code, code);
        assert_eq!(page.network.requests().len(), 1);
    }
}
