//! The settings as a file: for another browser, or for safekeeping.
//!
//! | file | concern |
//! | --- | --- |
//! | `kept` | what the page keeps, read and set by the names of the file |
//! | `view` | the section of the settings |
//! | `words` | what is said of settings, and of files of them |
//!
//! What a file holds, and what is taken of one, is decided in `crates/shell/src/settings.rs`.

mod kept;
mod view;
mod words;

pub(crate) use view::SettingsFile;
