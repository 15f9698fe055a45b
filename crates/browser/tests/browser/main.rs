//! The capabilities in a real browser.
#![cfg(target_arch = "wasm32")]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod clipboard;
mod clock;
mod database;
mod fetch;
mod files;
mod frame;
mod socket;
mod storage;
mod turn;
mod worker;

wasm_bindgen_test::wasm_bindgen_test_configure!(run_in_browser);
