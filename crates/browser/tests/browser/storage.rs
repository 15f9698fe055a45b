use ichiban_browser::storage::{self, Kept, StorageError};
use wasm_bindgen_test::wasm_bindgen_test;

#[wasm_bindgen_test]
fn what_is_kept_comes_back() {
    for kept in [Kept::ThisTab, Kept::ThisBrowser] {
        storage::set(kept, "test-pair", &("naïve", 7)).unwrap();
        let pair: Option<(String, i32)> = storage::get(kept, "test-pair").unwrap();
        assert_eq!(pair, Some((String::from("naïve"), 7)));
        storage::remove(kept, "test-pair").unwrap();
        assert_eq!(storage::get::<(String, i32)>(kept, "test-pair"), Ok(None));
    }
}

#[wasm_bindgen_test]
fn a_tabs_value_is_not_the_browsers() {
    storage::set(Kept::ThisTab, "test-tab", "here").unwrap();
    let elsewhere = storage::get::<String>(Kept::ThisBrowser, "test-tab");
    storage::remove(Kept::ThisTab, "test-tab").unwrap();
    assert_eq!(elsewhere, Ok(None));
}

#[wasm_bindgen_test]
fn what_cannot_be_read_is_named_without_its_content() {
    storage::set(Kept::ThisTab, "test-secret", "sk-secret").unwrap();
    let error = storage::get::<u32>(Kept::ThisTab, "test-secret").unwrap_err();
    storage::remove(Kept::ThisTab, "test-secret").unwrap();
    assert!(matches!(&error, StorageError::Unreadable { key, .. } if key == "test-secret"));
    assert!(!error.to_string().contains("sk-secret"), "{error}");
}

#[wasm_bindgen_test]
fn a_full_storage_says_so() {
    let huge = "x".repeat(6 * 1024 * 1024);
    let refused = storage::set(Kept::ThisTab, "test-huge", &huge);
    assert_eq!(refused, Err(StorageError::Full));
}
