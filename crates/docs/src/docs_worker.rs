//! The program of the worker that reads documentation.

use ichiban_docs::Desk;
use ichiban_engine::serve::serve;

fn main() {
    serve(Desk::default());
}
