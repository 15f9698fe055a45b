//! Messages with things in them that are no text: a key to press, a link, a number in bold.
//!
//! The message has a place for each, like for any argument: `Press { $key } to leave.` Where in the
//! sentence it stands, the language decides.

use std::borrow::Cow;

use crate::Argument;

/// The first of the letters that stand for things while a message is put together. They are for private
/// use (Unicode, plane 15): no font has them.
const FIRST: u32 = 0xF_0000;

/// A piece of a message, in the order of the sentence.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Piece<'p> {
    /// Words.
    Text(String),
    /// The thing of this name.
    Place(&'p str),
}

/// The letter that stands for a thing.
fn letter(place: usize) -> Option<char> {
    u32::try_from(place)
        .ok()
        .and_then(|place| char::from_u32(FIRST + place))
}

/// The arguments with a letter for each thing among them. A text that has such a letter loses it.
pub(crate) fn with_places<'a>(
    arguments: &'a [(&'a str, Argument<'a>)],
    places: &'a [&'a str],
) -> Vec<(&'a str, Argument<'a>)> {
    let is_ours = |found: char| (0..places.len()).any(|place| letter(place) == Some(found));
    let clean = |argument: &Argument<'a>| match argument {
        Argument::Text(text) if text.contains(is_ours) => {
            Argument::Text(Cow::Owned(text.replace(is_ours, "\u{fffd}")))
        }
        other => other.clone(),
    };
    let texts = arguments
        .iter()
        .map(|(name, argument)| (*name, clean(argument)));
    let things = places
        .iter()
        .enumerate()
        .filter_map(|(place, name)| Some((*name, Argument::from(letter(place)?))));
    texts.chain(things).collect()
}

/// The text cut at the letters that stand for things.
pub(crate) fn cut<'p>(text: &str, places: &[&'p str]) -> Vec<Piece<'p>> {
    let mut pieces = Vec::new();
    let mut words = String::new();
    for found in text.chars() {
        match (0..places.len()).find(|place| letter(*place) == Some(found)) {
            Some(place) => {
                if !words.is_empty() {
                    pieces.push(Piece::Text(std::mem::take(&mut words)));
                }
                pieces.extend(places.get(place).map(|name| Piece::Place(name)));
            }
            None => words.push(found),
        }
    }
    if !words.is_empty() {
        pieces.push(Piece::Text(words));
    }
    pieces
}
