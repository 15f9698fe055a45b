//! The header `Plural-Forms` of a locale, and which CLDR category each `msgstr[N]` is.
//!
//! ```po
//! "Plural-Forms: nplurals=3; plural=(n==1 ? 0 : n%10>=2 && n%10<=4 && (n%100<12 || n%100>14) ? 1 : 2);\n"
//! ```
//!
//! Gettext counts whole things. So a locale has a form for every category that CLDR gives to some
//! whole number, in CLDR's order, and none for those of fractions alone (Czech `many`, Russian
//! `other`). French, Italian, Portuguese, Spanish and Catalan have one for millions (`un million
//! de fichiers`), as in the catalogues of Django and Transifex; gettext's own `msginit` still
//! leaves it out, and reads either.
//!
//! Some languages that CLDR has rules for are not in ICU's data, and are translated by one text that
//! suits all numbers: it goes into each of their forms.
//!
//! Rules: CLDR, “Language Plural Rules”. Notation: the GNU gettext manual, “Additional functions
//! for plural forms”.

use crate::localise::Locale;
use crate::localise::plural::Category::{self, Few, Many, One, Other, Two, Zero};

/// How a language tells numbers apart.
pub(super) struct PluralForms {
    /// Languages, and tags of those that differ from their language, separated by spaces.
    locales: &'static str,
    /// The index of a number's form, as an expression in C with the variable `n`.
    index: &'static str,
    /// The category of each index.
    pub(super) categories: &'static [Category],
}

impl PluralForms {
    /// Those of a locale. A language that CLDR does not know has one form.
    pub(super) fn of(locale: &Locale) -> &'static Self {
        let having = |wanted: &str| {
            TABLE
                .iter()
                .find(|row| row.locales.split(' ').any(|it| it == wanted))
        };
        having(locale.as_str())
            .or_else(|| having(locale.language()))
            .unwrap_or(&NONE)
    }

    /// What the header says.
    pub(super) fn header(&self) -> String {
        format!("nplurals={}; plural={};", self.categories.len(), self.index)
    }
}

/// Of the languages that tell no numbers apart.
static NONE: PluralForms = PluralForms {
    locales: "",
    index: "0",
    categories: &[Other],
};

const fn row(
    locales: &'static str,
    index: &'static str,
    categories: &'static [Category],
) -> PluralForms {
    PluralForms {
        locales,
        index,
        categories,
    }
}

static TABLE: &[PluralForms] = &[
    row(
        "af an asa ast az bal bem bez bg brx ce cgg chr ckb da de dv ee el en eo et eu fi fo fur \
         fy gsw ha haw hu ia ie io jgo ji jmc ka kaj kcg kk kkj kl ks ksb ku ky lb lg lij mas \
         mgo ml mn mr nah nb nd ne nl nn nnh no nr ny nyn om or os pap ps rm rof rwk saq sc sd \
         sdh seh sn so sq ss ssy st sv sw syr ta te teo tig tk tn tr ts ug ur uz ve vo vun wae xh \
         xog yi",
        "(n != 1)",
        &[One, Other],
    ),
    row(
        "ak am as bho bn csw doi fa ff gu guw hi hy kab kn kok ln mg nso pa pcm si tg ti vi wa zu",
        "(n > 1)",
        &[One, Other],
    ),
    row("is mk", "(n%10!=1 || n%100==11)", &[One, Other]),
    row(
        "ceb fil tl",
        "(n%10==4 || n%10==6 || n%10==9)",
        &[One, Other],
    ),
    row("tzm", "(n>1 && (n<11 || n>99))", &[One, Other]),
    row(
        "fr pt",
        "(n==0 || n==1 ? 0 : n%1000000==0 ? 1 : 2)",
        &[One, Many, Other],
    ),
    row(
        "ca es gl it lld pt-AO pt-CH pt-CV pt-FR pt-GQ pt-GW pt-LU pt-MO pt-MZ pt-PT pt-ST pt-TL scn \
         vec",
        "(n==1 ? 0 : n!=0 && n%1000000==0 ? 1 : 2)",
        &[One, Many, Other],
    ),
    row(
        "be ru uk",
        "(n%10==1 && n%100!=11 ? 0 : n%10>=2 && n%10<=4 && (n%100<12 || n%100>14) ? 1 : 2)",
        &[One, Few, Many],
    ),
    row(
        "bs hr sh sr",
        "(n%10==1 && n%100!=11 ? 0 : n%10>=2 && n%10<=4 && (n%100<12 || n%100>14) ? 1 : 2)",
        &[One, Few, Other],
    ),
    row(
        "pl",
        "(n==1 ? 0 : n%10>=2 && n%10<=4 && (n%100<12 || n%100>14) ? 1 : 2)",
        &[One, Few, Many],
    ),
    row(
        "cs sk",
        "(n==1 ? 0 : n>=2 && n<=4 ? 1 : 2)",
        &[One, Few, Other],
    ),
    row(
        "lt",
        "(n%10==1 && (n%100<11 || n%100>19) ? 0 : n%10>=2 && (n%100<11 || n%100>19) ? 1 : 2)",
        &[One, Few, Other],
    ),
    row(
        "sgs",
        "(n%10==1 && n%100!=11 ? 0 : n==2 ? 1 : n%10>=2 && (n%100<11 || n%100>19) ? 2 : 3)",
        &[One, Two, Few, Other],
    ),
    row(
        "lv prg",
        "(n%10==0 || n%100>=11 && n%100<=19 ? 0 : n%10==1 ? 1 : 2)",
        &[Zero, One, Other],
    ),
    row(
        "mo ro",
        "(n==1 ? 0 : n==0 || n%100>0 && n%100<20 ? 1 : 2)",
        &[One, Few, Other],
    ),
    row("shi", "(n<=1 ? 0 : n<=10 ? 1 : 2)", &[One, Few, Other]),
    row(
        "blo cv ksh lag",
        "(n==0 ? 0 : n==1 ? 1 : 2)",
        &[Zero, One, Other],
    ),
    row(
        "he iu iw naq sat se sma smi smj smn sms",
        "(n==1 ? 0 : n==2 ? 1 : 2)",
        &[One, Two, Other],
    ),
    row(
        "dsb hsb sl",
        "(n%100==1 ? 0 : n%100==2 ? 1 : n%100==3 || n%100==4 ? 2 : 3)",
        &[One, Two, Few, Other],
    ),
    row(
        "gd",
        "(n==1 || n==11 ? 0 : n==2 || n==12 ? 1 : n>=3 && n<=19 ? 2 : 3)",
        &[One, Two, Few, Other],
    ),
    row(
        "gv",
        "(n%10==1 ? 0 : n%10==2 ? 1 : n%20==0 ? 2 : 3)",
        &[One, Two, Few, Other],
    ),
    row(
        "br",
        "(n%10==1 && n%100!=11 && n%100!=71 && n%100!=91 ? 0 \
         : n%10==2 && n%100!=12 && n%100!=72 && n%100!=92 ? 1 \
         : (n%10==3 || n%10==4 || n%10==9) \
         && (n%100<10 || n%100>19 && n%100<70 || n%100>79 && n%100<90) ? 2 \
         : n!=0 && n%1000000==0 ? 3 : 4)",
        &[One, Two, Few, Many, Other],
    ),
    row(
        "ga",
        "(n==1 ? 0 : n==2 ? 1 : n>=3 && n<=6 ? 2 : n>=7 && n<=10 ? 3 : 4)",
        &[One, Two, Few, Many, Other],
    ),
    row(
        "mt",
        "(n==1 ? 0 : n==2 ? 1 : n==0 || n%100>=3 && n%100<=10 ? 2 : n%100>=11 && n%100<=19 ? 3 : 4)",
        &[One, Two, Few, Many, Other],
    ),
    row(
        "ar ars",
        "(n==0 ? 0 : n==1 ? 1 : n==2 ? 2 : n%100>=3 && n%100<=10 ? 3 : n%100>=11 ? 4 : 5)",
        &[Zero, One, Two, Few, Many, Other],
    ),
    row(
        "cy",
        "(n==0 ? 0 : n==1 ? 1 : n==2 ? 2 : n==3 ? 3 : n==6 ? 4 : 5)",
        &[Zero, One, Two, Few, Many, Other],
    ),
    row(
        "kw",
        "(n==0 ? 0 : n==1 ? 1 \
         : n%20==2 || n%1000==0 && (n%100000>=1000 && n%100000<=20000 || n%100000==40000 \
         || n%100000==60000 || n%100000==80000) || n%1000000==100000 ? 2 \
         : n%20==3 ? 3 : n%20==1 ? 4 : 5)",
        &[Zero, One, Two, Few, Many, Other],
    ),
];

#[cfg(test)]
#[path = "plural_forms_tests.rs"]
mod tests;
