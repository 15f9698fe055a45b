//! The time, for code that takes it as an argument.

use crate::global;

/// Milliseconds since the page or the worker began; never goes back. Browsers round it, to between
/// 5 µs and 1 ms.
pub fn now_ms() -> f64 {
    global()
        .performance()
        .map_or(0.0, |performance| performance.now())
}

/// Milliseconds since 1970-01-01 UTC, as the person's clock has it; may go back.
pub fn unix_ms() -> f64 {
    js_sys::Date::now()
}

/// A number in `0.0..1.0`, for jitter. Not for secrets.
pub fn random() -> f64 {
    js_sys::Math::random()
}
