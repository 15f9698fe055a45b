use std::cell::Cell;
use std::rc::Rc;

use gloo_timers::callback::Timeout;
use ichiban_browser::clock;
use ichiban_browser::turn::{Slice, next_turn};
use wasm_bindgen_test::wasm_bindgen_test;

#[wasm_bindgen_test]
async fn a_turn_lets_waiting_timers_run() {
    let rang = Rc::new(Cell::new(false));
    let bell = Rc::clone(&rang);
    Timeout::new(0, move || bell.set(true)).forget();
    // Browsers may run a message before a timer that is due, but not for ever.
    for _ in 0..10_000 {
        next_turn().await;
        if rang.get() {
            return;
        }
    }
    panic!("the timer never ran");
}

#[wasm_bindgen_test]
async fn a_slice_lets_others_in_only_when_it_is_used_up() {
    let rang = Rc::new(Cell::new(false));
    let bell = Rc::clone(&rang);
    let mut slice = Slice::begin();
    Timeout::new(0, move || bell.set(true)).forget();
    let begun = clock::now_ms();
    while !rang.get() {
        slice.breathe().await;
        assert!(clock::now_ms() - begun < 10_000.0, "the timer never ran");
    }
}
