//! What stands around every tool.

pub(crate) mod announce;
pub(crate) mod dialog;
pub(crate) mod divider;
pub(crate) mod editor_host;
pub(crate) mod favourites;
pub(crate) mod figures;
pub(crate) mod history;
pub(crate) mod hosted;
pub(crate) mod icon;
pub(crate) mod intake;
pub(crate) mod invitation;
pub(crate) mod keys;
pub(crate) mod menu;
pub(crate) mod notice;
pub(crate) mod offline;
pub(crate) mod open_files;
pub(crate) mod palette;
pub(crate) mod part;
pub(crate) mod prose;
pub(crate) mod rail;
pub(crate) mod route;
pub(crate) mod setting;
pub(crate) mod settings_file;
pub(crate) mod status;
pub(crate) mod theme;
pub(crate) mod words;
