//! The widget (`/embed/<tool>`) and the page that shows it, its host, as far as neither needs a
//! browser: what they say ([`message`]), which hosts there may be ([`origins`]), what of that may
//! pass ([`guard`]), and what a host may have asked of models ([`session`]).
//!
//! A host is hostile until proved otherwise, and never trusted with what is the person's own. A
//! message that is not exactly one of those here is answered with an error and otherwise ignored.

mod budget;
pub mod guard;
pub mod message;
pub mod origins;
pub mod session;
#[cfg(test)]
mod types;
