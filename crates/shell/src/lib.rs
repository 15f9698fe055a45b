//! What stands around the tools, without views: commands ranked by what a person types
//! ([`rank`]), links that carry a tool and its options ([`link`]), and what looks like a secret
//! ([`secret`]).

pub mod link;
pub mod rank;
pub mod secret;
