use ichiban_browser::socket::{Socket, SocketError};
use wasm_bindgen::JsValue;
use wasm_bindgen_test::wasm_bindgen_test;

const ADDRESS: &str = "ws://model.example/v1/responses";

/// Has a script open sockets in place of the browser, whose own are back when this is dropped. It gives a
/// function of what happens: `open` to the socket, and `text` to what is sent on it.
struct Network {
    original: JsValue,
}

fn name() -> JsValue {
    JsValue::from_str("WebSocket")
}

impl Network {
    fn scripted(open: &str, text: &str) -> Self {
        let original = js_sys::Reflect::get(&js_sys::global(), &name()).unwrap();
        let class = js_sys::Function::new_no_args(&format!(
            "return class {{
               constructor(address) {{
                 if (!address.startsWith('ws')) throw new SyntaxError('no socket address');
                 globalThis.scriptedSocket = {{ isClosed: false }};
                 setTimeout(() => {{ {open} }});
               }}
               opens() {{ this.onopen?.(new Event('open')); }}
               says(data) {{ this.onmessage?.(new MessageEvent('message', {{ data }})); }}
               send(text) {{ {text} }}
               close() {{
                 globalThis.scriptedSocket.isClosed = true;
                 setTimeout(() => this.onclose?.(new Event('close')));
               }}
             }}"
        ))
        .call0(&JsValue::NULL)
        .unwrap();
        js_sys::Reflect::set(&js_sys::global(), &name(), &class).unwrap();
        Self { original }
    }
}

impl Drop for Network {
    fn drop(&mut self) {
        js_sys::Reflect::set(&js_sys::global(), &name(), &self.original).unwrap();
    }
}

fn was_closed() -> bool {
    let socket = js_sys::Reflect::get(&js_sys::global(), &"scriptedSocket".into()).unwrap();
    js_sys::Reflect::get(&socket, &"isClosed".into())
        .unwrap()
        .is_truthy()
}

#[wasm_bindgen_test]
async fn every_way_a_socket_can_go_is_told_apart() {
    // One test, since the scripted network is the global one.
    texts_go_out_and_come_in_order().await;
    what_came_before_the_end_is_told().await;
    one_that_is_dropped_closes().await;
    a_refusal_is_told().await;
    one_that_never_opens_is_given_up().await;
    an_address_that_is_none_is_told().await;
}

async fn texts_go_out_and_come_in_order() {
    let _network = Network::scripted(
        "this.opens()",
        "this.says(text + ' one'); this.says(new ArrayBuffer(1)); this.says(text + ' two');",
    );
    let mut socket = Socket::open(ADDRESS, 5_000).await.unwrap();
    socket.sender().send("é");
    assert_eq!(socket.text().await.as_deref(), Some("é one"));
    assert_eq!(socket.text().await.as_deref(), Some("é two"));
    socket.sender().close();
    assert_eq!(socket.text().await, None);
    assert_eq!(socket.text().await, None);
}

async fn what_came_before_the_end_is_told() {
    let _network = Network::scripted("this.opens(); this.says('last'); this.close()", "");
    let mut socket = Socket::open(ADDRESS, 5_000).await.unwrap();
    gloo_timers::future::TimeoutFuture::new(20).await;
    assert_eq!(socket.text().await.as_deref(), Some("last"));
    assert_eq!(socket.text().await, None);
}

async fn one_that_is_dropped_closes() {
    let _network = Network::scripted("this.opens()", "");
    let socket = Socket::open(ADDRESS, 5_000).await.unwrap();
    assert!(!was_closed());
    drop(socket);
    assert!(was_closed());
}

async fn a_refusal_is_told() {
    let _network = Network::scripted("this.onclose?.(new Event('close'))", "");
    let error = Socket::open(ADDRESS, 5_000).await.unwrap_err();
    assert_eq!(error, SocketError::Refused { online: true });
}

async fn one_that_never_opens_is_given_up() {
    let _network = Network::scripted("", "");
    let error = Socket::open(ADDRESS, 20).await.unwrap_err();
    assert_eq!(error, SocketError::TimedOut { after_ms: 20 });
    assert!(was_closed());
}

async fn an_address_that_is_none_is_told() {
    let _network = Network::scripted("this.opens()", "");
    let error = Socket::open("nowhere", 5_000).await.unwrap_err();
    assert!(
        matches!(&error, SocketError::Invalid { reason } if reason.contains("no socket address")),
        "{error:?}"
    );
}
