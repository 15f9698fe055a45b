//! Whole documents to OpenAPI: how fast, and whether the time grows as the documents do.
//!
//! `cargo bench -p ichiban-apidoc --bench documents` reads documents of 1, 2, 4 and 8 MB of every
//! format (PDFs of 74, 288 and 1,000 pages), best of three, and fails where twice as much takes
//! more than three times as long. `-- html 10` reads one format, up to 10 MB.

#![allow(clippy::unwrap_used, clippy::print_stdout)]
// Time is measured here, natively.
#![allow(clippy::disallowed_methods)]

#[path = "../tests/corpus/mod.rs"]
mod corpus;

use std::time::Instant;

use corpus::{FORMATS, Format};
use ichiban_apidoc::{openapi, read};

fn seconds(format: &Format, bytes: &[u8]) -> (f64, usize) {
    let mut best = f64::MAX;
    let mut operations = 0;
    for _ in 0..3 {
        let start = Instant::now();
        let source = read(format.file, bytes).unwrap();
        let (document, _) = openapi::compile(vec![source], None);
        best = best.min(start.elapsed().as_secs_f64());
        operations = document["paths"]
            .as_object()
            .map_or(0, serde_json::Map::len);
        if best > 5.0 {
            break;
        }
    }
    (best, operations)
}

#[allow(clippy::cast_precision_loss)]
fn main() -> std::process::ExitCode {
    // `cargo test --all-targets` starts this too, unoptimised; only `cargo bench` says so.
    if !std::env::args().any(|argument| argument == "--bench") {
        println!("measured by `cargo bench -p ichiban-apidoc --bench documents` only");
        return std::process::ExitCode::SUCCESS;
    }
    let arguments: Vec<_> = std::env::args()
        .skip(1)
        .filter(|argument| !argument.starts_with("--"))
        .collect();
    let only = arguments.first();
    let most = arguments
        .get(1)
        .and_then(|most| most.parse::<usize>().ok())
        .unwrap_or(8);
    let mut steep = Vec::new();
    println!(
        "{:<10} {:>8} {:>10} {:>9} {:>8} {:>8}",
        "", "MB", "operations", "seconds", "MB/s", "growth"
    );
    for format in FORMATS {
        if only.is_some_and(|only| only != format.name) {
            continue;
        }
        let mut last: Option<(f64, f64)> = None;
        for size in [1, 2, 4, 8, 10, 16, 32, 50]
            .into_iter()
            .filter(|size| *size <= most)
        {
            let bytes = (format.make)(size * 1_000_000);
            let (time, operations) = seconds(format, &bytes);
            let megabytes = bytes.len() as f64 / 1e6;
            // 1 is linear, 2 is quadratic.
            let growth = last
                .map(|(size, before): (f64, f64)| (time / before).ln() / (megabytes / size).ln());
            println!(
                "{:<10} {megabytes:>8.1} {operations:>10} {time:>9.3} {:>8.1} {:>8}",
                format.name,
                megabytes / time,
                growth.map_or_else(String::new, |growth| format!("^{growth:.2}")),
            );
            if growth.is_some_and(|growth| growth > 1.58) && time > 0.2 {
                steep.push(format.name);
            }
            last = Some((megabytes, time));
        }
    }
    if steep.is_empty() {
        std::process::ExitCode::SUCCESS
    } else {
        println!("more than linear: {}", steep.join(", "));
        std::process::ExitCode::FAILURE
    }
}
