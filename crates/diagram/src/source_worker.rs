//! The program of the worker that reads sources.

use ichiban_diagram::Reader;
use ichiban_engine::serve::serve;

fn main() {
    serve(Reader);
}
