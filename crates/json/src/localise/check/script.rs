//! Script: a translation is written in a script of its language.
//!
//! For Japanese, `Save changes` → `Speichern und schließen`

use ichiban_tool::Severity;

use super::{Check, Finding, Pair};

pub(super) struct Script;

impl Check for Script {
    fn name(&self) -> &'static str {
        "script"
    }

    fn check(&self, pair: &Pair<'_>, findings: &mut Vec<Finding>) {
        let Some(own) = scripts_of(pair.terms.locale.as_str(), pair.terms.locale.language()) else {
            return;
        };
        if pair.target_text == pair.source_text {
            // It is not translated, which is another finding.
            return;
        }
        let prose = pair.target.prose();
        let mut letters = 0_usize;
        let mut foreign = 0_usize;
        let mut native = 0_usize;
        for c in prose.chars().filter(|c| c.is_alphabetic()) {
            letters += 1;
            match script(c) {
                Some(it) if own.contains(&it) => native += 1,
                Some(Name::Latin) | None => {}
                Some(_) => foreign += 1,
            }
        }
        // Names in Latin letters stand in every script; whole sentences do not.
        let words = prose
            .split_whitespace()
            .filter(|it| it.chars().any(char::is_alphabetic))
            .count();
        let latin_alone = native == 0 && words > 2 && letters > 12;
        if (foreign > 0 && foreign * 2 > native) || latin_alone {
            findings.push(Finding::new(
                pair.terms.author.strict(Severity::Warning),
                "script",
                format!(
                    "The translation is not in the script of {}.",
                    pair.terms.locale.english_name()
                ),
                "Translate into the language that was asked for.",
            ));
        }
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Name {
    Latin,
    Greek,
    Cyrillic,
    Armenian,
    Hebrew,
    Arabic,
    Indic,
    Thai,
    Lao,
    Georgian,
    Ethiopic,
    Khmer,
    Burmese,
    Han,
    Kana,
    Hangul,
}

/// The scripts a language is written in; `None` where that is not settled.
fn scripts_of(tag: &str, language: &str) -> Option<&'static [Name]> {
    use Name::{
        Arabic, Armenian, Burmese, Cyrillic, Ethiopic, Georgian, Greek, Han, Hangul, Hebrew, Indic,
        Kana, Khmer, Lao, Latin, Thai,
    };
    if tag.contains("-Latn") {
        return Some(&[Latin]);
    }
    if tag.contains("-Cyrl") {
        return Some(&[Cyrillic]);
    }
    Some(match language {
        "el" => &[Greek],
        "ru" | "uk" | "be" | "bg" | "mk" | "kk" | "ky" | "tg" => &[Cyrillic],
        "hy" => &[Armenian],
        "he" | "yi" => &[Hebrew],
        "ar" | "fa" | "ur" | "ps" | "ckb" => &[Arabic],
        "hi" | "mr" | "ne" | "bn" | "gu" | "kn" | "ml" | "or" | "si" | "ta" | "te" => &[Indic],
        "th" => &[Thai],
        "lo" => &[Lao],
        "ka" => &[Georgian],
        "am" | "ti" => &[Ethiopic],
        "km" => &[Khmer],
        "my" => &[Burmese],
        "zh" => &[Han],
        "ja" => &[Han, Kana],
        "ko" => &[Hangul, Han],
        "en" | "de" | "fr" | "es" | "it" | "pt" | "nl" | "sv" | "da" | "nb" | "nn" | "no"
        | "fi" | "is" | "pl" | "cs" | "sk" | "sl" | "hr" | "hu" | "ro" | "et" | "lv" | "lt"
        | "tr" | "vi" | "id" | "ms" | "fil" | "tl" | "sw" | "ca" | "gl" | "eu" | "ga" | "cy"
        | "mt" | "sq" | "af" => &[Latin],
        _ => return None,
    })
}

/// The script of a letter, among those that a whole language is written in.
fn script(c: char) -> Option<Name> {
    Some(match u32::from(c) {
        0x41..=0x24F | 0x1E00..=0x1EFF | 0xFF21..=0xFF5A => Name::Latin,
        0x370..=0x3FF | 0x1F00..=0x1FFF => Name::Greek,
        0x400..=0x52F => Name::Cyrillic,
        0x530..=0x58F => Name::Armenian,
        0x590..=0x5FF => Name::Hebrew,
        0x600..=0x77F | 0x8A0..=0x8FF | 0xFB50..=0xFDFF | 0xFE70..=0xFEFC => Name::Arabic,
        0x900..=0xDFF => Name::Indic,
        0xE00..=0xE7F => Name::Thai,
        0xE80..=0xEFF => Name::Lao,
        0x1000..=0x109F => Name::Burmese,
        0x10A0..=0x10FF => Name::Georgian,
        0x1100..=0x11FF | 0x3130..=0x318F | 0xAC00..=0xD7AF => Name::Hangul,
        0x1200..=0x139F => Name::Ethiopic,
        0x1780..=0x17FF => Name::Khmer,
        0x3040..=0x30FF | 0xFF66..=0xFF9F => Name::Kana,
        0x3400..=0x9FFF | 0xF900..=0xFAFF | 0x20000..=0x3FFFF => Name::Han,
        _ => return None,
    })
}
