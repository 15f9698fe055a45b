//! Numbers as other languages write them.

use super::change::ChangeKind;

/// What a bare token that starts like a number is.
pub(super) enum Number {
    /// JSON as it is.
    Valid,
    /// JSON if written like this.
    Written(String, ChangeKind),
    /// No number.
    Text,
}

/// Reads a token, which has no white space and no punctuation of JSON in it.
pub(super) fn read(token: &str) -> Number {
    let unsigned = token.strip_prefix(['-', '+']).unwrap_or(token);
    let sign = if token.starts_with('-') { "-" } else { "" };
    if unsigned.len() > 2 && unsigned.starts_with("0x") | unsigned.starts_with("0X") {
        return match u64::from_str_radix(&unsigned[2..], 16) {
            Ok(value) => Number::Written(format!("{sign}{value}"), ChangeKind::Number),
            Err(_) => Number::Text,
        };
    }
    let Some((integer, fraction, exponent)) = parts(unsigned) else {
        return Number::Text;
    };
    // A leading zero marks a code, not a number: a telephone or account number would lose it.
    if integer.len() > 1 && integer.starts_with('0') {
        return Number::Text;
    }
    let separated = integer.contains('_');
    let integer = integer.replace('_', "");
    let cut = (integer.is_empty() && fraction.is_none())
        || fraction == Some("")
        || exponent.is_some_and(|e| e.trim_start_matches(['+', '-']).is_empty());
    if !cut && !separated && !integer.is_empty() && !token.starts_with('+') {
        return Number::Valid;
    }
    let zero = |digits: &str| {
        if digits.is_empty() {
            "0".to_owned()
        } else {
            digits.to_owned()
        }
    };
    let mut written = format!("{sign}{}", zero(&integer));
    if let Some(fraction) = fraction {
        written = format!("{written}.{}", zero(fraction));
    }
    if let Some(exponent) = exponent {
        let missing = exponent.trim_start_matches(['+', '-']).is_empty();
        written = format!("{written}e{exponent}{}", if missing { "0" } else { "" });
    }
    let kind = if cut {
        ChangeKind::Truncated
    } else {
        ChangeKind::Number
    };
    Number::Written(written, kind)
}

/// The integer, fraction and exponent, of which all but the exponent's sign are digits.
fn parts(unsigned: &str) -> Option<(&str, Option<&str>, Option<&str>)> {
    let (mantissa, exponent) = match unsigned.split_once(['e', 'E']) {
        Some((mantissa, exponent)) => (mantissa, Some(exponent)),
        None => (unsigned, None),
    };
    let (integer, fraction) = match mantissa.split_once('.') {
        Some((integer, fraction)) => (integer, Some(fraction)),
        None => (mantissa, None),
    };
    let digits = |text: &str| text.bytes().all(|b| b.is_ascii_digit());
    let groups = integer.is_empty()
        || integer
            .split('_')
            .all(|group| !group.is_empty() && digits(group));
    let signed = exponent.is_none_or(|e| digits(e.strip_prefix(['+', '-']).unwrap_or(e)));
    let some = !(integer.is_empty() && fraction.is_none_or(str::is_empty) && exponent.is_some());
    let some = some && !(integer.is_empty() && fraction == Some(""));
    (groups && fraction.is_none_or(digits) && signed && some)
        .then_some((integer, fraction, exponent))
}
