use ichiban_browser::clock;
use wasm_bindgen_test::wasm_bindgen_test;

#[wasm_bindgen_test]
fn time_does_not_go_back() {
    let before = clock::now_ms();
    let after = clock::now_ms();
    assert!(after >= before && before > 0.0);
}

#[wasm_bindgen_test]
fn the_calendar_is_past_this_code() {
    assert!(clock::unix_ms() > 1_760_000_000_000.0);
}

#[wasm_bindgen_test]
fn jitter_stays_in_its_range() {
    for _ in 0..1000 {
        assert!((0.0..1.0).contains(&clock::random()));
    }
}
