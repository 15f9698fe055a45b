//! The program of the worker of answers in words.

use ichiban_engine::answers::Answers;
use ichiban_engine::serve::serve;

fn main() {
    serve(Answers::default());
}
