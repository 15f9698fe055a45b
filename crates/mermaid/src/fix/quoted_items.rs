//! Names of pie slices and quadrant points that must stand in quotes.
//!
//! ```text
//! Dogs : 40%               "Dogs" : 40
//! A (x): [0.3, 0.6]        "A (x)": [0.3, 0.6]
//! ```

use super::{Family, Mend, Mended, ParseError, rewrite_lines};
use crate::text::indentation;

pub(super) struct QuotedItems;

impl Mend for QuotedItems {
    fn code(&self) -> &'static str {
        "quote-name"
    }

    fn mend(&self, text: &str, family: Family, _: &ParseError) -> Option<Mended> {
        if !matches!(family, Family::Pie | Family::Quadrant) {
            return None;
        }
        rewrite_lines(text, self.code(), |line| {
            let (name, value) = line.rsplit_once(':')?;
            let value = value.trim().trim_end_matches([',', ';']);
            let bare = name
                .trim()
                .trim_start_matches("- ")
                .trim_matches(['"', '“', '”', '\'']);
            if bare.is_empty() {
                return None;
            }
            let value = if family == Family::Pie {
                number(value)?
            } else {
                point(value)?
            };
            let space = if family == Family::Pie { " " } else { "" };
            let bare = bare.replace('"', "'");
            let new = format!("{}\"{bare}\"{space}: {value}", indentation(line));
            (new != line).then(|| (new.clone(), format!("`{}` → `{}`", line.trim(), new.trim())))
        })
    }
}

/// A slice's size, without the percent sign.
fn number(value: &str) -> Option<String> {
    let number = value.trim_end_matches('%').trim();
    number.parse::<f64>().ok()?;
    Some(number.to_owned())
}

/// A point's place and its style.
fn point(value: &str) -> Option<String> {
    let (x, rest) = value.trim_start_matches(['[', '(']).split_once(',')?;
    let (y, rest) = rest.split_at(rest.find([']', ')'])?);
    x.trim().parse::<f64>().ok()?;
    y.trim().parse::<f64>().ok()?;
    Some(format!("[{}, {}]{}", x.trim(), y.trim(), rest.get(1..)?))
}
