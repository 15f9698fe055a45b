//! Language: a translation is in the language that was asked for.
//!
//! Judged by the small words that every sentence has and no other language shares (`der`, `und`
//! against `les`, `et`). A label of a word or two has none and is not judged.
//!
//! For German, `Delete the file?` → `Voulez-vous supprimer le fichier ?`

use ichiban_tool::Severity;

use super::{Author, Check, Finding, Pair};
use crate::localise::Locale;

pub(super) struct Language;

/// How many small words of another language make a case, with none of the language asked for.
const ENOUGH: usize = 2;

/// Small words by language: articles, pronouns, prepositions, conjunctions, forms of `be`. A word
/// may stand under several languages; it then speaks for each of them.
static WORDS: &[(&str, &str)] = &[
    (
        "ca",
        "el els les de del dels i en un una que amb per és no aquest aquesta seu seva al als o si",
    ),
    (
        "cs",
        "a v na se je s z do o k pro jako ale že by od po ve které není jsou nebo tento tato při",
    ),
    (
        "da",
        "og i at det en den til er som på de med han af for ikke der var et fra du kan skal vil eller din dit",
    ),
    (
        "de",
        "der die das und ist nicht zu den dem ein eine einen mit auf für von sie ich wird werden oder im am wurde kann können möchten diese dieser dieses alle beim zum zur",
    ),
    (
        "en",
        "the and of to is in that it for you was with on are this be not or your from have we should which will can all every these an",
    ),
    (
        "es",
        "el la los las de del y en que un una es no por con para se su sus lo al está este esta o todas todos quieres desea",
    ),
    ("et", "ja on ei see mis et kui oli selle ka või kas saab"),
    (
        "fi",
        "ja on ei se että oli ovat tai kun tämä myös mutta sekä voit",
    ),
    (
        "fr",
        "le la les de des du et en un une est pas pour dans que qui sur vous votre vos avec ce cette ne au aux ou ses toutes tous voulez",
    ),
    (
        "hr",
        "i u je se na da za su od s ne koji ili sa kao ovaj ova",
    ),
    (
        "hu",
        "a az és hogy nem egy is ez van meg volt vagy ezt szeretné",
    ),
    (
        "id",
        "yang dan di ini itu dengan untuk tidak dari dalam akan pada ke anda atau apakah",
    ),
    (
        "it",
        "il lo la gli le di del della e in un una che non è per con si sono da al alla nel o vuoi sue suo tutte tutti",
    ),
    ("lt", "ir yra kad su iš į tai ar nėra kaip buvo"),
    ("lv", "un ir ka ar no uz par vai nav tas kas bija"),
    (
        "nb",
        "og i det er på som en et til av for ikke med at du kan den de vil eller din ditt fra",
    ),
    (
        "nl",
        "de het een en van is niet in op te dat voor met zijn u je deze dit wordt of wilt aan bij alle",
    ),
    (
        "pl",
        "i w na z się nie do to jest że o jak za po od przez czy ten ta lub są dla chcesz",
    ),
    (
        "pt",
        "o a os as de do da dos das e em um uma que não é para com por se no na seu sua ou deseja todas todos este esta",
    ),
    (
        "ro",
        "și de la în a că nu o un pe cu din este sunt pentru sau care acest această doriți",
    ),
    (
        "sk",
        "a v na sa je s z do o pre ako ale že by od po ktoré nie sú alebo tento táto pri",
    ),
    ("sl", "in v je na se da za so od z ne ki ali kot ta to"),
    (
        "sv",
        "och i att det en den som är på till av för med inte ett du kan vill eller din ditt från alla",
    ),
    (
        "tr",
        "ve bir bu için ile da de mi değil olarak daha çok var veya",
    ),
    (
        "vi",
        "và của là có không cho các một được trong này với bạn",
    ),
];

impl Check for Language {
    fn name(&self) -> &'static str {
        "language"
    }

    fn check(&self, pair: &Pair<'_>, findings: &mut Vec<Finding>) {
        if pair.target_text == pair.source_text {
            return;
        }
        let locale = pair.terms.locale;
        let source = pair.source.prose();
        let Some(Seen {
            language,
            score,
            own,
        }) = seen(&source, &pair.target.prose(), locale)
        else {
            return;
        };
        if score >= ENOUGH && own == 0 || score >= 3 && own * 3 <= score {
            findings.push(finding(pair.terms.author, language, locale));
        }
    }
}

/// How many small words of another language make a case against several texts together, short
/// ones too, for each of which there would be none.
const ENOUGH_TOGETHER: usize = 4;

/// What several texts of one answer, taken together, say of their language.
#[derive(Debug, PartialEq, Eq)]
pub(in crate::localise) enum Together {
    /// They are in the language that was asked for.
    Asked,
    /// They are in another.
    Another(Finding),
    /// There is too little to tell.
    Open,
}

/// Whether texts in a locale can be told by their small words when they stand beside texts in
/// another, the source's.
pub(in crate::localise) fn is_told(locale: &Locale, source: Option<&Locale>) -> bool {
    let wanted = base(locale.language());
    source.is_none_or(|it| base(it.language()) != wanted)
        && WORDS.iter().any(|(language, _)| *language == wanted)
}

/// The language that the texts of an answer are in, taken together.
pub(in crate::localise) fn of_all(source: &str, target: &str, locale: &Locale) -> Together {
    let Some(Seen {
        language,
        score,
        own,
    }) = seen(source, target, locale)
    else {
        return Together::Open;
    };
    if score >= ENOUGH_TOGETHER && own * 2 <= score {
        Together::Another(finding(Author::Model, language, locale))
    } else if own >= ENOUGH && own >= score {
        Together::Asked
    } else {
        Together::Open
    }
}

fn finding(author: Author, language: &str, locale: &Locale) -> Finding {
    let name = |tag: &str| {
        tag.parse::<Locale>()
            .map_or_else(|_| tag.to_owned(), |it| it.english_name().to_owned())
    };
    Finding::new(
        author.strict(Severity::Warning),
        "language",
        format!(
            "The translation looks like {}, not {}.",
            name(language),
            name(locale.as_str())
        ),
        "Translate into the language that was asked for.",
    )
}

/// The small words of a text.
struct Seen {
    /// The language, other than the one asked for, that it has most of.
    language: &'static str,
    /// How many of that.
    score: usize,
    /// How many it has of the language asked for.
    own: usize,
}

/// `None` if the language asked for is not known.
fn seen(source: &str, target: &str, locale: &Locale) -> Option<Seen> {
    let wanted = base(locale.language());
    let own = WORDS.iter().find(|(language, _)| *language == wanted)?.1;
    let source = words(source);
    // What stands in the source too is a name or a quotation.
    let found: Vec<String> = words(target)
        .into_iter()
        .filter(|it| source.binary_search(it).is_err())
        .collect();
    let score = |list: &str| {
        list.split(' ')
            .filter(|word| found.iter().any(|it| it == word))
            .count()
    };
    let (language, score_of_other) = WORDS
        .iter()
        .filter(|(language, _)| *language != wanted)
        .map(|(language, list)| (*language, score(list)))
        .max_by_key(|(_, score)| *score)?;
    Some(Seen {
        language,
        score: score_of_other,
        own: score(own),
    })
}

/// The language whose small words speak for a language.
fn base(language: &str) -> &str {
    match language {
        "nn" | "no" => "nb",
        "bs" | "sr" => "hr",
        "ms" => "id",
        other => other,
    }
}

fn words(prose: &str) -> Vec<String> {
    let mut words: Vec<String> = prose
        .split(|c: char| !c.is_alphabetic())
        .filter(|it| !it.is_empty())
        .map(str::to_lowercase)
        .collect();
    words.sort_unstable();
    words.dedup();
    words
}
