//! Widths of texts by the fonts that will show them.

use std::sync::Arc;

use merman::svg::{
    DeterministicTextMeasurer, HostMeasurementResult, HostTextMeasurement,
    HostTextMeasurementRequest, HostTextMeasurer, MeasurementProfileId, TextMeasurementOperation,
    TextMeasurementPhase, TextMeasurementPolicy, TextMeasurementProfileIdentity, TextMeasurer,
    TextMetrics,
};

use super::theme::FONT_FAMILY;

/// What a text is set in.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Font<'a> {
    /// As in CSS.
    pub family: &'a str,
    /// In CSS pixels.
    pub size: f64,
    /// As in CSS, such as `bold`.
    pub weight: &'a str,
    /// As in CSS, such as `italic`.
    pub style: &'a str,
}

/// Whoever has the fonts.
pub trait Measure: Send + Sync {
    /// How wide a single line of text is, in CSS pixels; `None` if it cannot be told.
    fn width(&self, text: &str, font: Font<'_>) -> Option<f64>;
}

/// Has the renderer ask `measure` for widths; what that does not tell is estimated.
pub(super) fn policy(measure: Arc<dyn Measure>) -> TextMeasurementPolicy {
    let identity = MeasurementProfileId::new("page")
        .and_then(|profile| TextMeasurementProfileIdentity::new(profile, "1"));
    match identity {
        Ok(identity) => TextMeasurementPolicy::host_display(
            identity,
            Arc::new(Host(measure)),
            TextMeasurementPhase::ALL,
        ),
        Err(_) => TextMeasurementPolicy::deterministic(),
    }
}

struct Host(Arc<dyn Measure>);

impl HostTextMeasurer for Host {
    fn measure(&self, request: HostTextMeasurementRequest<'_>) -> HostMeasurementResult {
        use TextMeasurementOperation as Asked;
        Ok(match request.operation {
            Asked::ComputedLength
            | Asked::SimpleBBoxWidth
            | Asked::RawBBoxWidth
            | Asked::TspanBBoxWidth
            | Asked::WrapProbeBBoxWidth
            | Asked::BoundingClientRectWidth
            | Asked::CanvasMeasureTextWidth => {
                self.width(&request).map(HostTextMeasurement::Length)
            }
            Asked::BBoxX | Asked::BBoxXWithAsciiOverhang | Asked::TitleBBoxX => self
                .width(&request)
                .map(|width| HostTextMeasurement::HorizontalExtents {
                    left: width / 2.0,
                    right: width / 2.0,
                }),
            Asked::Measure | Asked::MermaidCalculateTextDimensions | Asked::Wrapped => {
                self.line(&request).map(HostTextMeasurement::Metrics)
            }
            Asked::WrappedWithRawWidth => {
                self.line(&request)
                    .map(|metrics| HostTextMeasurement::WrappedWithRawWidth {
                        raw_width: Some(metrics.width),
                        metrics,
                    })
            }
            _ => None,
        })
    }
}

impl Host {
    fn width(&self, request: &HostTextMeasurementRequest<'_>) -> Option<f64> {
        let style = request.style;
        let family = style.font_family.as_deref().unwrap_or(FONT_FAMILY);
        let width = self.0.width(
            request.text,
            Font {
                family: family.trim().trim_end_matches(';'),
                size: style.font_size,
                weight: style.font_weight.as_deref().unwrap_or("normal"),
                style: style.font_style.as_deref().unwrap_or("normal"),
            },
        )?;
        (width.is_finite() && width >= 0.0).then_some(width)
    }

    /// The extent of a text that stays on one line. One that breaks, or may hold markup, is left to
    /// the renderer's own estimate.
    fn line(&self, request: &HostTextMeasurementRequest<'_>) -> Option<TextMetrics> {
        if request.text.contains(['<', '&', '\n', '*', '`', '_']) {
            return None;
        }
        let estimate = DeterministicTextMeasurer::default().measure_wrapped(
            request.text,
            request.style,
            None,
            request.wrap_mode,
        );
        let width = self.width(request)?;
        let fits = request.max_width.is_none_or(|most| width <= most);
        (estimate.line_count == 1 && fits).then_some(TextMetrics { width, ..estimate })
    }
}
