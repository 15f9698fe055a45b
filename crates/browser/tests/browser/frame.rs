use std::cell::Cell;
use std::rc::Rc;

use gloo_timers::future::TimeoutFuture;
use ichiban_browser::frame::Frame;
use wasm_bindgen_test::wasm_bindgen_test;

#[wasm_bindgen_test]
async fn many_wishes_are_one_call() {
    let calls = Rc::new(Cell::new(0));
    let counted = Rc::clone(&calls);
    let frame = Frame::new(move || counted.set(counted.get() + 1));
    for _ in 0..100 {
        frame.ask();
    }
    assert_eq!(calls.get(), 0, "never within the call that asks");
    TimeoutFuture::new(300).await;
    assert_eq!(calls.get(), 1);
    frame.ask();
    TimeoutFuture::new(300).await;
    assert_eq!(calls.get(), 2);
}

#[wasm_bindgen_test]
async fn a_dropped_frame_is_not_called() {
    let calls = Rc::new(Cell::new(0));
    let counted = Rc::clone(&calls);
    let frame = Frame::new(move || counted.set(counted.get() + 1));
    frame.ask();
    drop(frame);
    TimeoutFuture::new(300).await;
    assert_eq!(calls.get(), 0);
}
