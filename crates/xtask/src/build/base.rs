//! The path of its host at which the site begins.

use std::fmt;
use std::str::FromStr;

use anyhow::{Error, ensure};

/// A path that begins and ends with a slash: `/`, `/tools/`, `/a/b/`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Base(String);

impl Base {
    /// The address of what is at `path` of a site that begins at the root: with a slash, or empty.
    pub(crate) fn address(&self, path: &str) -> String {
        format!("{}{path}", self.0.trim_end_matches('/'))
    }
}

impl Default for Base {
    fn default() -> Self {
        Self(String::from("/"))
    }
}

impl fmt::Display for Base {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.0)
    }
}

impl FromStr for Base {
    type Err = Error;

    fn from_str(text: &str) -> Result<Self, Error> {
        let path = text.trim_matches('/');
        let is_plain = |part: &str| {
            let mut characters = part.chars();
            let is_known = characters.all(|it| it.is_ascii_alphanumeric() || "-_.~".contains(it));
            !matches!(part, "" | "." | "..") && is_known
        };
        ensure!(
            path.is_empty() || path.split('/').all(is_plain),
            "`{text}` is no path that a site can begin at: letters, digits and `-_.~` between slashes, \
             as in `/tools/`"
        );
        Ok(Self(match path {
            "" => String::from("/"),
            path => format!("/{path}/"),
        }))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_is_read_with_and_without_its_slashes() -> Result<(), Error> {
        for (text, expected) in [
            ("", "/"),
            ("/", "/"),
            ("tools", "/tools/"),
            ("/tools", "/tools/"),
            ("/a/b.c/", "/a/b.c/"),
        ] {
            assert_eq!(text.parse::<Base>()?.to_string(), expected);
        }
        Ok(())
    }

    #[test]
    fn what_is_no_path_is_refused() {
        for text in [
            "/a//b/",
            "/a b/",
            "/../",
            "https://host.example/",
            "/a?b",
            "/<",
        ] {
            assert!(text.parse::<Base>().is_err(), "{text}");
        }
    }

    #[test]
    fn an_address_begins_with_it() -> Result<(), Error> {
        let (root, tools) = (Base::default(), "/tools/".parse::<Base>()?);
        assert_eq!(root.address("/assets/a.js"), "/assets/a.js");
        assert_eq!(tools.address("/assets/a.js"), "/tools/assets/a.js");
        assert_eq!(tools.address(""), "/tools");
        Ok(())
    }
}
