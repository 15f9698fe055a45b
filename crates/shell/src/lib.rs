//! What stands around the tools, without views: commands ranked by what a person types
//! ([`rank`]), tools that they have marked ([`favourites`]), links that carry a tool and its options
//! ([`link`]), what they have worked on ([`history`]), how much of the site is kept on their machine
//! ([`offline`]), the settings as a file ([`settings`]), and what looks like a secret ([`secret`]).

pub mod favourites;
pub mod history;
pub mod link;
pub mod offline;
pub mod rank;
pub mod secret;
pub mod settings;
