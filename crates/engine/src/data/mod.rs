//! Conversion and repair of data, in a worker of their own: a job that is too long is cut off by
//! ending the worker, and must not take a translation with it.
//!
//! | file | concern |
//! | --- | --- |
//! | `protocol` | what the page and this worker say to each other |
//! | `bench` | what is kept between jobs: the samples, the last whole output |
//! | `convert` | a job: samples to a target |
//! | `repair` | a job: broken JSON to JSON, with the changes |
//! | `excerpt` | the beginning of a long text |
//! | `file_name` | what outputs and root types are called |

mod bench;
mod convert;
mod excerpt;
mod file_name;
pub mod protocol;
mod repair;

pub use bench::Bench;
