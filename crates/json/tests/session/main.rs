//! A session against scripted models: honest ones, broken ones and hostile ones.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod attacks;
mod honest;
mod hostile;
mod script;
