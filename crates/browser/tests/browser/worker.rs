use std::cell::RefCell;
use std::rc::Rc;

use gloo_timers::future::TimeoutFuture;
use ichiban_browser::worker::{Event, Worker, module_worker};
use wasm_bindgen_test::wasm_bindgen_test;

/// The address of a worker that runs this script.
fn script(source: &str) -> String {
    let parts = js_sys::Array::of1(&source.into());
    let options = web_sys::BlobPropertyBag::new();
    options.set_type("text/javascript");
    let blob = web_sys::Blob::new_with_str_sequence_and_options(&parts, &options).unwrap();
    web_sys::Url::create_object_url_with_blob(&blob).unwrap()
}

fn spawn(source: &str) -> (Worker, Rc<RefCell<Vec<Event>>>) {
    let url = script(source);
    let events = Rc::new(RefCell::new(Vec::new()));
    let heard = Rc::clone(&events);
    let worker = Worker::spawn(
        move || module_worker(&url, "test"),
        move |event| heard.borrow_mut().push(event),
    );
    (worker, events)
}

async fn until(events: &RefCell<Vec<Event>>, count: usize) -> Vec<Event> {
    for _ in 0..3_000 {
        if events.borrow().len() >= count {
            return events.borrow().clone();
        }
        TimeoutFuture::new(10).await;
    }
    panic!("only {:?} came", events.borrow());
}

const ECHO: &str = "
    onmessage = ({ data }) => postMessage(data, [data]);
    setTimeout(() => postMessage(new ArrayBuffer(0)), 50);
";

#[wasm_bindgen_test]
async fn messages_wait_until_the_worker_listens_and_keep_their_order() {
    let (worker, events) = spawn(ECHO);
    for n in 0..50_u8 {
        worker.send(vec![n, 1]);
    }
    let events = until(&events, 50).await;
    let expected: Vec<_> = (0..50).map(|n| Event::Message(vec![n, 1])).collect();
    assert_eq!(events, expected);
}

#[wasm_bindgen_test]
async fn a_hung_worker_is_replaced() {
    let (worker, events) = spawn(
        "onmessage = ({ data }) => {
           if (new Uint8Array(data)[0] === 9) for (;;);
           postMessage(data, [data]);
         };
         postMessage(new ArrayBuffer(0));",
    );
    worker.send(vec![1]);
    assert_eq!(until(&events, 1).await, [Event::Message(vec![1])]);
    worker.send(vec![9]);
    let told = until(&events, 2).await;
    assert!(matches!(told[1], Event::Replaced { .. }), "{told:?}");
    worker.send(vec![2]);
    assert_eq!(until(&events, 3).await[2], Event::Message(vec![2]));
}

#[wasm_bindgen_test]
async fn replacing_by_hand_begins_anew() {
    let (worker, events) = spawn(ECHO);
    worker.replace();
    worker.send(vec![5]);
    let told = until(&events, 2).await;
    assert!(matches!(told[0], Event::Replaced { .. }), "{told:?}");
    assert_eq!(told[1], Event::Message(vec![5]));
}

#[wasm_bindgen_test]
async fn a_worker_that_never_comes_up_is_given_up() {
    let (_worker, events) = spawn("throw new Error('broken from the start')");
    let told = until(&events, 3).await;
    assert!(matches!(told[0], Event::Replaced { .. }), "{told:?}");
    assert!(matches!(told[1], Event::Replaced { .. }), "{told:?}");
    let Event::Failed { reason } = &told[2] else {
        panic!("{told:?}")
    };
    assert!(reason.contains("broken from the start"), "{reason}");
}

#[wasm_bindgen_test]
async fn a_worker_that_cannot_be_made_fails_at_once() {
    let events = Rc::new(RefCell::new(Vec::new()));
    let heard = Rc::clone(&events);
    let _worker = Worker::spawn(
        || Err(js_sys::Error::new("forbidden here").into()),
        move |event| heard.borrow_mut().push(event),
    );
    let reason = String::from("forbidden here");
    assert_eq!(*events.borrow(), [Event::Failed { reason }]);
}
