//! What Convert and Repair share: their jobs, and the part of the page that they are.

mod jobs;
mod pace;
mod part;

pub(crate) use jobs::{Jobs, Work};
pub(crate) use pace::Lost;
pub(crate) use part::part;
