use ichiban_browser::files::{self, FileError, TEXT_LIMIT_BYTES};
use wasm_bindgen_test::wasm_bindgen_test;

fn file(name: &str, bytes: &[u8]) -> web_sys::File {
    let parts = js_sys::Array::of1(&js_sys::Uint8Array::from(bytes));
    web_sys::File::new_with_u8_array_sequence(&parts, name).unwrap()
}

#[wasm_bindgen_test]
async fn a_text_is_read_exactly() {
    let text = "\u{FEFF}{\"größe\": \"🍎\"}\r\n";
    let read = files::read_text(&file("de.json", text.as_bytes()), TEXT_LIMIT_BYTES).await;
    assert_eq!(read.unwrap(), text);
}

#[wasm_bindgen_test]
async fn a_file_above_the_limit_is_refused_with_the_limit_named() {
    let parts = js_sys::Array::new();
    let piece = js_sys::Uint8Array::new_with_length(10 * 1024 * 1024);
    for _ in 0..10 {
        parts.push(&piece);
    }
    let huge = web_sys::File::new_with_u8_array_sequence(&parts, "huge.json").unwrap();
    let error = files::read_text(&huge, TEXT_LIMIT_BYTES).await.unwrap_err();
    assert!(matches!(
        error,
        FileError::TooLarge {
            limit: TEXT_LIMIT_BYTES,
            ..
        }
    ));
    let said = error.to_string();
    for part in ["huge.json", "100.0 MB", "32.0 MB"] {
        assert!(said.contains(part), "{said}");
    }
}

#[wasm_bindgen_test]
async fn what_is_not_utf_8_is_told_with_its_place() {
    let latin1 = file("fr.json", b"{\"a\": \"\xE9t\xE9\"}");
    let error = files::read_text(&latin1, TEXT_LIMIT_BYTES)
        .await
        .unwrap_err();
    assert!(
        matches!(error, FileError::NotText { offset: 7, .. }),
        "{error}"
    );
    let utf16 = file("ru.json", b"\xFF\xFE{\0}\0");
    let error = files::read_text(&utf16, TEXT_LIMIT_BYTES)
        .await
        .unwrap_err();
    assert!(error.to_string().contains("UTF-16"), "{error}");
}

#[wasm_bindgen_test]
fn a_download_is_handed_over() {
    assert_eq!(
        files::download("de.json", "application/json", b"{}"),
        Ok(())
    );
}
