//! What Convert and Repair share: their jobs, and the part of the page that they are.

mod jobs;
mod part;

pub(crate) use jobs::{Jobs, Lost, Work};
pub(crate) use part::part;
