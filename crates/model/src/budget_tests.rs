use super::*;

fn at(base_url: &str) -> Endpoint {
    Endpoint {
        base_url: base_url.to_owned(),
        api_key: None,
    }
}

fn priced() -> Rate {
    Rate::of(&at("https://api.openai.com/v1"), "gpt-5.4")
}

fn money(money: u64) -> Spent {
    Spent { money, tokens: 0 }
}

#[test]
fn what_is_asked_of_this_machine_is_free() {
    for base in [
        "http://localhost:11434",
        "http://127.0.0.1:8081/v1",
        "http://[::1]/v1",
    ] {
        assert_eq!(Rate::of(&at(base), "gpt-5.4"), Rate::Free, "{base}");
    }
    let none_left = Budget {
        day_money: Some(0),
        day_tokens: Some(0),
        ..Budget::default()
    };
    let allowance = none_left.allowance(Spent::default());
    assert_eq!(allowance.before(Rate::Free, money(9), money(9)), Ok(()));
    assert_eq!(allowance.during(Rate::Free, money(9)), Ok(()));
}

#[test]
fn without_limits_everything_may_be_sent() {
    let allowance = Budget::default().allowance(money(u64::MAX));
    for rate in [Rate::Free, priced(), Rate::Unknown] {
        assert_eq!(
            allowance.before(rate, money(u64::MAX), money(u64::MAX)),
            Ok(())
        );
        assert_eq!(allowance.during(rate, money(u64::MAX)), Ok(()));
    }
}

#[test]
fn the_tighter_of_two_limits_holds() {
    let budget = Budget {
        run_money: Some(500_000),
        day_money: Some(2_000_000),
        ..Budget::default()
    };
    let bound = |today| budget.allowance(money(today)).money.unwrap();
    assert_eq!((bound(0).span, bound(0).left), (Span::Run, 500_000));
    assert_eq!(
        (bound(1_800_000).span, bound(1_800_000).left),
        (Span::Day, 200_000)
    );
    assert_eq!(
        (bound(9_000_000).span, bound(9_000_000).left),
        (Span::Day, 0)
    );
}

#[test]
fn a_request_that_would_go_beyond_is_not_sent() {
    let budget = Budget {
        run_money: Some(10_000),
        ..Budget::default()
    };
    let allowance = budget.allowance(Spent::default());
    assert_eq!(
        allowance.before(priced(), money(4_000), money(6_000)),
        Ok(())
    );
    let failure = allowance
        .before(priced(), money(4_000), money(6_001))
        .unwrap_err();
    assert_eq!(failure.code, "over-budget");
    assert_eq!(
        failure.message,
        "This would go beyond the limit of $0.01 a run: $0.0060 of it is left, and the question \
         alone is about $0.0061. It was not sent."
    );
    assert!(failure.hint.contains("Raise the limit"));
}

#[test]
fn a_used_up_limit_lets_nothing_through() {
    let budget = Budget {
        day_tokens: Some(1_000),
        ..Budget::default()
    };
    let today = Spent {
        money: 0,
        tokens: 1_000,
    };
    let failure = budget
        .allowance(today)
        .before(Rate::Unknown, Spent::default(), Spent::default())
        .unwrap_err();
    assert!(failure.hint.contains("tomorrow"), "{}", failure.hint);
}

#[test]
fn a_run_is_stopped_where_the_limit_is_reached() {
    let budget = Budget {
        run_tokens: Some(1_000),
        ..Budget::default()
    };
    let allowance = budget.allowance(Spent::default());
    let tokens = |tokens| Spent { money: 0, tokens };
    assert_eq!(allowance.during(priced(), tokens(1_000)), Ok(()));
    let failure = allowance.during(priced(), tokens(1_001)).unwrap_err();
    assert_eq!(
        failure.message,
        "Stopped: the limit of 1000 tokens a run is reached."
    );
}

#[test]
fn money_cannot_be_held_to_where_no_price_is_known() {
    let budget = Budget {
        day_money: Some(1_000_000),
        ..Budget::default()
    };
    let rate = Rate::of(&at("https://api.groq.com/openai/v1"), "llama-3.3-70b");
    assert_eq!(rate, Rate::Unknown);
    let failure = budget
        .allowance(Spent::default())
        .before(rate, Spent::default(), Spent::default())
        .unwrap_err();
    assert!(failure.message.contains("price of this model is not known"));
    assert!(failure.hint.contains("limit in tokens"));
    // With one, that is held.
    let budget = Budget {
        day_tokens: Some(10),
        ..budget
    };
    let allowance = budget.allowance(Spent::default());
    let tokens = |tokens| Spent { money: 0, tokens };
    assert_eq!(allowance.before(rate, tokens(0), tokens(10)), Ok(()));
    assert!(allowance.before(rate, tokens(0), tokens(11)).is_err());
    assert!(allowance.during(rate, tokens(11)).is_err());
}

#[test]
fn an_amount_is_told_as_it_is_read() {
    for (text, money) in [
        ("0.50", 500_000),
        ("$2", 2_000_000),
        (" 1,5 ", 1_500_000),
        (".25", 250_000),
        ("0.0000019", 1),
        ("0", 0),
    ] {
        assert_eq!(read_dollars(text), Some(money), "{text}");
    }
    for text in ["", ".", "-1", "1.2.3", "a", "1e3", "99999999999999999999"] {
        assert_eq!(read_dollars(text), None, "{text}");
    }
    assert_eq!(dollars(0), "$0");
    assert_eq!(dollars(1), "$0.0001");
    assert_eq!(dollars(9_999), "$0.0100");
    assert_eq!(dollars(500_000), "$0.50");
    assert_eq!(dollars(12_345_678), "$12.35");
    assert_eq!(read_dollars(&dollars(1_500_000)), Some(1_500_000));
}
