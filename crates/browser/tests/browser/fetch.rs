use std::cell::RefCell;

use gloo_timers::callback::Timeout;
use ichiban_browser::fetch::{self, Abort, FetchError};
use ichiban_model::HttpRequest;
use wasm_bindgen::JsValue;
use wasm_bindgen_test::wasm_bindgen_test;

/// Serves requests from a script in place of the network: the body is a JavaScript function of
/// the stream's controller. Restores the browser's own `fetch` when dropped.
struct Network {
    original: JsValue,
}

thread_local! {
    static ORIGINAL: RefCell<Option<JsValue>> = const { RefCell::new(None) };
}

impl Network {
    fn scripted(response: &str) -> Self {
        let global = js_sys::global();
        let name = JsValue::from_str("fetch");
        let original = ORIGINAL.with_borrow_mut(|kept| {
            kept.get_or_insert_with(|| js_sys::Reflect::get(&global, &name).unwrap())
                .clone()
        });
        let script = js_sys::Function::new_with_args(
            "request",
            &format!(
                "const bytes = text => new TextEncoder().encode(text);
                 const aborted = () => new Promise((_, reject) => request.signal.addEventListener(
                   'abort', () => reject(request.signal.reason)));
                 const streamed = start => new Response(new ReadableStream({{
                   start(controller) {{
                     request.signal.addEventListener(
                       'abort', () => {{ try {{ controller.error(request.signal.reason) }} catch {{}} }});
                     return start(controller);
                   }} }}), {{ status: 206, headers: {{ 'X-Told': 'Yes' }} }});
                 return (async () => {{ {response} }})();"
            ),
        );
        js_sys::Reflect::set(&global, &name, &script).unwrap();
        Self { original }
    }
}

impl Drop for Network {
    fn drop(&mut self) {
        js_sys::Reflect::set(
            &js_sys::global(),
            &JsValue::from_str("fetch"),
            &self.original,
        )
        .unwrap();
    }
}

fn request() -> HttpRequest {
    HttpRequest {
        method: "POST",
        url: String::from("https://model.example/v1/answer"),
        headers: vec![("authorization", String::from("Bearer sk-test"))],
        body: b"{}".to_vec(),
        socket: None,
    }
}

async fn read(response: &mut fetch::Response) -> (Vec<u8>, Result<(), FetchError>) {
    let mut all = Vec::new();
    loop {
        match response.chunk().await {
            Ok(Some(chunk)) => all.extend(chunk),
            Ok(None) => return (all, Ok(())),
            Err(error) => return (all, Err(error)),
        }
    }
}

#[wasm_bindgen_test]
async fn every_way_an_answer_can_go_is_told_apart() {
    // One test, since the scripted network is the global one.
    arrives_in_pieces().await;
    empty_body_ends().await;
    nobody_answers().await;
    cut_in_the_middle().await;
    silent_before_the_head().await;
    silent_within_the_body().await;
    stopped_before_the_head().await;
    stopped_within_the_body().await;
    a_stop_is_heard_although_all_has_arrived().await;
}

async fn arrives_in_pieces() {
    let _network = Network::scripted(
        "return streamed(c => { c.enqueue(bytes('one ')); c.enqueue(bytes('')); c.enqueue(bytes('two')); c.close(); })",
    );
    let abort = Abort::new().unwrap();
    let mut response = fetch::send(&request(), &abort, 5_000).await.unwrap();
    assert_eq!(response.status, 206);
    assert_eq!(
        response.headers,
        [(String::from("x-told"), String::from("Yes"))]
    );
    assert_eq!(read(&mut response).await, (b"one two".to_vec(), Ok(())));
    assert_eq!(response.chunk().await, Ok(None));
}

async fn empty_body_ends() {
    let _network = Network::scripted("return new Response(null, { status: 204 })");
    let abort = Abort::new().unwrap();
    let mut response = fetch::send(&request(), &abort, 5_000).await.unwrap();
    assert_eq!(read(&mut response).await, (Vec::new(), Ok(())));
}

async fn nobody_answers() {
    let _network = Network::scripted("throw new TypeError('Failed to fetch')");
    let abort = Abort::new().unwrap();
    let error = fetch::send(&request(), &abort, 5_000).await.unwrap_err();
    assert!(
        matches!(&error, FetchError::Unreachable { online: true, reason } if reason.contains("Failed")),
        "{error:?}"
    );
}

async fn cut_in_the_middle() {
    let _network = Network::scripted(
        "return streamed(async c => { c.enqueue(bytes('half')); await 0; setTimeout(() => c.error(new TypeError('network error')), 20); })",
    );
    let abort = Abort::new().unwrap();
    let mut response = fetch::send(&request(), &abort, 5_000).await.unwrap();
    let (bytes, end) = read(&mut response).await;
    assert_eq!(bytes, b"half");
    assert!(
        matches!(&end, Err(FetchError::Cut { reason, .. }) if reason == "network error"),
        "{end:?}"
    );
    assert_eq!(response.chunk().await, Ok(None), "told once");
}

async fn silent_before_the_head() {
    let _network = Network::scripted("return aborted()");
    let abort = Abort::new().unwrap();
    let error = fetch::send(&request(), &abort, 40).await.unwrap_err();
    assert_eq!(error, FetchError::TimedOut { after_ms: 40 });
    assert!(abort.is_aborted(), "the request does not go on unheard");
}

async fn silent_within_the_body() {
    let _network = Network::scripted("return streamed(c => c.enqueue(bytes('half')))");
    let abort = Abort::new().unwrap();
    let mut response = fetch::send(&request(), &abort, 40).await.unwrap();
    let end = read(&mut response).await;
    assert_eq!(
        end,
        (b"half".to_vec(), Err(FetchError::TimedOut { after_ms: 40 }))
    );
    assert!(abort.is_aborted());
}

async fn stopped_before_the_head() {
    let _network = Network::scripted("return aborted()");
    let abort = Abort::new().unwrap();
    let stop = abort.clone();
    Timeout::new(10, move || stop.abort()).forget();
    let error = fetch::send(&request(), &abort, 5_000).await.unwrap_err();
    assert_eq!(error, FetchError::Aborted);
}

async fn stopped_within_the_body() {
    let _network = Network::scripted("return streamed(c => c.enqueue(bytes('half')))");
    let abort = Abort::new().unwrap();
    let mut response = fetch::send(&request(), &abort, 5_000).await.unwrap();
    let stop = abort.clone();
    Timeout::new(10, move || stop.abort()).forget();
    let end = read(&mut response).await;
    assert_eq!(end, (b"half".to_vec(), Err(FetchError::Aborted)));
}

async fn a_stop_is_heard_although_all_has_arrived() {
    let _network = Network::scripted(
        "return streamed(c => { c.enqueue(bytes('one')); c.enqueue(bytes('two')); c.close(); })",
    );
    let abort = Abort::new().unwrap();
    let mut response = fetch::send(&request(), &abort, 5_000).await.unwrap();
    assert_eq!(response.chunk().await, Ok(Some(b"one".to_vec())));
    abort.abort();
    assert_eq!(response.chunk().await, Err(FetchError::Aborted));
}

#[wasm_bindgen_test]
async fn a_request_that_is_none_is_not_sent() {
    let abort = Abort::new().unwrap();
    let mut bad_url = request();
    bad_url.url = String::from("http://");
    let error = fetch::send(&bad_url, &abort, 5_000).await.unwrap_err();
    assert!(matches!(error, FetchError::Invalid { .. }), "{error:?}");

    let mut bad_header = request();
    bad_header.headers = vec![("authorization", String::from("Bearer sk-se\ncret"))];
    let error = fetch::send(&bad_header, &abort, 5_000).await.unwrap_err();
    assert!(matches!(error, FetchError::Invalid { .. }), "{error:?}");
    assert!(
        !format!("{error:?} {error}").contains("cret"),
        "no key is told"
    );
}
