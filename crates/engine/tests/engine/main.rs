//! The engine against a scripted network and a clock that the test moves: no waiting, no chance.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod asking;
mod differing;
mod editing;
mod exporting;
mod failing;
mod keeping;
mod listing;
mod network;
mod opening;
mod page;
mod probing;
mod running;
mod spending;
mod strict;
