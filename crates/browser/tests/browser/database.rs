use ichiban_browser::database::{Change, Database};
use wasm_bindgen_test::wasm_bindgen_test;

const STORE: &str = "records";

fn put(key: &str, value: &str) -> Change {
    Change::Put {
        store: STORE,
        key: key.to_owned(),
        value: value.to_owned(),
    }
}

#[wasm_bindgen_test]
async fn records_are_found_by_their_keys() {
    let database = Database::open("test-some", &[STORE]).await.unwrap();
    let clear = Change::Clear { store: STORE };
    let changes = [clear, put("a", "1"), put("b", "2"), put("c", "3")];
    database.change(&[STORE], changes).await.unwrap();
    let keys = ["c", "missing", "a"].map(String::from);
    let found = database.some(STORE, &keys).await.unwrap();
    let pair = |key: &str, value: &str| (key.to_owned(), value.to_owned());
    assert_eq!(found, [pair("c", "3"), pair("a", "1")]);
    assert_eq!(database.some(STORE, &[]).await.unwrap(), []);
    assert_eq!(database.all(STORE).await.unwrap().len(), 3);
}
