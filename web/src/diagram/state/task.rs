//! How a task stands that a model is asked, its numbers, and how it ended.

use ichiban_engine::diagram::author::Tokens;
use ichiban_model::Failure;

use crate::endpoint::failures;
use crate::shell::words::t;

/// How a question stands that is on its way.
#[derive(Debug, Clone, Default, PartialEq)]
pub(crate) struct Going {
    /// Why it is asked again, if it waits for that.
    pub(crate) waiting: Option<Failure>,
    /// How much of the browser's model has been downloaded, in percent.
    pub(crate) loading: Option<u32>,
    /// Whether the model was asked to correct its answer.
    pub(crate) is_second: bool,
    /// Whether the layout took too long, so that only the whole is drawn.
    pub(crate) is_undrawn: bool,
}

/// The numbers of a task.
#[derive(Debug, Clone, Default, PartialEq)]
pub(crate) struct Figures {
    /// Where the model was asked, for a sentence.
    pub(crate) place: String,
    /// From the question to the first of the answer's text, in milliseconds.
    pub(crate) first_token_ms: Option<f64>,
    /// From the question to the first picture of its answer on the screen, in milliseconds.
    pub(crate) first_paint_ms: Option<f64>,
    /// What was spent.
    pub(crate) tokens: Option<Tokens>,
    /// Tokens of the answer in a second, from its first on.
    pub(crate) per_second: Option<f64>,
    /// How many pictures were drawn of the diagram before it was whole.
    pub(crate) frames: u32,
}

/// How a task ended.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum End {
    /// With a diagram in which this many mistakes were mended.
    Mended(u32),
    /// With the diagram that was there before.
    Unchanged,
    /// The person stopped it. Whether anything had come.
    Stopped(bool),
    /// The answer reached its limit.
    TooLong,
    /// It stopped in the middle, and nobody knows why. Whether anything had come.
    CutOff(bool),
    /// It failed. Whether anything had come.
    Failed(Failure, bool),
    /// With mistakes, although the model was asked twice: the text of the change, if it was to be one.
    Broken(Option<String>),
    /// The model would not: its words.
    Declined(String),
    /// The person took the proposal over: the text as it was before.
    Accepted(String),
}

/// Tokens in a second; nothing of a moment too short to measure.
pub(super) fn per_second(tokens: u64, took_ms: f64) -> Option<f64> {
    // A count of tokens is far below 2^53.
    #[allow(clippy::cast_precision_loss)]
    let tokens = tokens as f64;
    (tokens > 0.0 && took_ms > 50.0).then(|| tokens * 1_000.0 / took_ms)
}

/// How a task ended, for a screen reader.
pub(super) fn announced(end: Option<&End>, is_change: bool) -> String {
    match end {
        None | Some(End::Mended(_)) if is_change => t!("diagram-said-changed"),
        None | Some(End::Mended(_)) => t!("diagram-said-whole"),
        Some(End::Unchanged) => t!("diagram-end-unchanged"),
        Some(End::Stopped(_)) => t!("diagram-said-stopped"),
        Some(End::TooLong) => t!("diagram-said-too-long"),
        Some(End::CutOff(_)) => t!("diagram-end-cut-off"),
        Some(End::Failed(failure, _)) => failures::in_words(failure).message,
        Some(End::Broken(_)) => t!("diagram-said-broken"),
        Some(End::Declined(_)) => t!("diagram-said-declined"),
        Some(End::Accepted(_)) => t!("diagram-said-accepted"),
    }
}

#[cfg(test)]
mod tests {
    use super::per_second;

    #[test]
    fn a_moment_is_no_measure_of_speed() {
        assert_eq!(per_second(10, 20.0), None);
        assert_eq!(per_second(0, 2_000.0), None);
        assert_eq!(per_second(100, 2_000.0), Some(50.0));
    }
}
