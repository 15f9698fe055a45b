//! The program of the worker of data.

use ichiban_engine::data::Bench;
use ichiban_engine::serve::serve;

fn main() {
    serve(Bench::default());
}
