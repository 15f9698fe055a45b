//! Draws diagrams as SVG, in this process, without a browser.
//!
//! Layout and shapes are [`merman`]'s, which follows mermaid.js. This module colours them
//! ([`theme`]), holds them to limits, lets nothing through that could harm the page they are shown
//! in (`sanitise`), and asks whoever has the fonts how wide a text is ([`Measure`]).

mod measure;
mod places;
mod sanitise;
pub mod theme;

use std::fmt::Write as _;
use std::sync::Arc;

use ichiban_tool::Place;
use merman::runtime::RuntimePolicy;
use merman::svg::{
    CssOverridePolicy, RenderResourcePolicy, ResourceLimitId, SvgOutputPolicy, SvgPipeline,
    SvgPipelinePreset, SvgRenderOptions,
};
use merman::{
    Engine, MermaidConfig, OperationControl, ParseOptions, RenderError, RenderOutput,
    RenderRequest, SvgEnvironment, SvgRequest,
};

pub use self::measure::{Font, Measure};
use self::sanitise::{Clean, sanitise};
use self::theme::Theme;
use crate::blocks::too_deep;
use crate::diagram::{ParseError, appearance, parse};

/// Diagrams of more bytes than this are not drawn.
pub const MOST_BYTES: usize = 512 * 1024;
/// Diagrams of more nodes, edges, messages and the like than this are not drawn: nobody could read
/// them, and the layout would take minutes.
pub const MOST_ITEMS: usize = 5_000;
/// Groups nested deeper than this are not drawn.
pub const DEEPEST: usize = 48;

/// A drawn diagram.
#[derive(Debug, Clone, PartialEq)]
pub struct Picture {
    /// The grammar's name of its kind, such as `flowchart-v2`.
    pub kind: String,
    /// One `svg` element without style, script, handler or outside reference, safe to be parsed
    /// into a page. Links are `a` elements with their address in `data-href`.
    pub markup: String,
    /// Its style sheet: rules for elements inside the picture alone.
    pub style: String,
    /// In CSS pixels.
    pub width: f64,
    /// In CSS pixels.
    pub height: f64,
    /// The colour behind it.
    pub canvas: &'static str,
}

impl Picture {
    /// The picture as a file of its own, with its styles and links; with the colour behind it, or
    /// transparent.
    pub fn to_svg(&self, is_transparent: bool) -> String {
        let Some((root, rest)) = self.markup.split_once('>') else {
            return String::new();
        };
        let mut svg = String::with_capacity(self.markup.len() + self.style.len() + 128);
        svg.push_str(root);
        svg.push('>');
        if !self.style.is_empty() {
            svg.push_str("<style>");
            svg.push_str(&quick_xml::escape::partial_escape(&self.style));
            svg.push_str("</style>");
        }
        if !is_transparent {
            let origin = self.view_box();
            // Writing to a text fails never.
            let _ = write!(
                svg,
                "<rect x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\" fill=\"{}\"/>",
                origin.0, origin.1, self.width, self.height, self.canvas
            );
        }
        // Quotes in texts and values are escaped: this is an attribute, never a text.
        svg.push_str(&rest.replace(" data-href=\"", " href=\""));
        svg
    }

    /// Where the drawing's own coordinates begin.
    fn view_box(&self) -> (f64, f64) {
        view_box(&self.markup).map_or((0.0, 0.0), |[x, y, _, _]| (x, y))
    }
}

/// Why a diagram cannot be drawn.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Error {
    /// It is no diagram.
    #[error("{}", .0.message)]
    Syntax(ParseError),
    /// It is too large.
    #[error("the diagram has {actual} {what}, more than the {most} that can be drawn; {remedy}")]
    TooLarge {
        /// What there is too much of.
        what: &'static str,
        /// How much of it there is.
        actual: u64,
        /// How much there may be.
        most: u64,
        /// What to do.
        remedy: &'static str,
    },
    /// It needs what this renderer does not have.
    #[error("this diagram needs {0}, which this renderer does not have")]
    Unsupported(&'static str),
    /// The renderer gives up on a diagram that is accepted.
    #[error("this diagram cannot be drawn: {0}")]
    Failed(String),
}

impl Error {
    /// Where in the text it is, as far as that is known.
    pub fn place(&self) -> Option<Place> {
        match self {
            Self::Syntax(error) => Some(error.place),
            _ => None,
        }
    }

    /// Whether mermaid.js may draw it all the same.
    pub fn is_worth_another_try(&self) -> bool {
        matches!(self, Self::Unsupported(_) | Self::Failed(_))
    }
}

/// Draws diagrams in one theme. To be kept: it takes longer to make than a small diagram to draw.
pub struct Renderer {
    inner: merman::Renderer,
    request: SvgRequest,
    /// Makes a drawing for browsers one for every viewer.
    conversion: SvgPipeline,
    theme: &'static Theme,
    id: String,
}

impl Renderer {
    /// A renderer whose pictures bear this `id`, which must differ between pictures on a page.
    /// `measure` tells widths by real fonts; without it they are estimated.
    pub fn new(
        theme: &'static Theme,
        id: &str,
        measure: Option<Arc<dyn Measure>>,
    ) -> Result<Self, Error> {
        let failed = |error: &dyn std::error::Error| Error::Failed(error.to_string());
        let presentation = theme
            .presentation()
            .map_err(|error| failed(&error))?
            .resolve();
        let mut config = appearance("dagre", "classic");
        // Labels as SVG text, which every viewer can show.
        config["htmlLabels"] = false.into();
        config["flowchart"]["htmlLabels"] = false.into();
        let config = MermaidConfig::from_value(config);
        let engine = presentation.materialize_engine(Engine::new().with_site_config(config));
        let mut environment = SvgEnvironment::deterministic().with_resource_policy(limits());
        if let Some(measure) = measure {
            environment = environment.with_text_measurement_policy(measure::policy(measure));
        }
        let id = merman::svg::sanitize_svg_id(id);
        let output = SvgOutputPolicy {
            preset: SvgPipelinePreset::ResvgSafe,
            css_override_policy: CssOverridePolicy::default(),
            ..SvgOutputPolicy::default()
        };
        Ok(Self {
            inner: merman::Renderer::new()
                .with_engine(engine)
                .with_parse_options(ParseOptions::strict()),
            request: SvgRequest {
                environment,
                options: SvgRenderOptions {
                    diagram_id: Some(id.clone()),
                    ..SvgRenderOptions::default()
                },
                presentation: presentation.render_policy(),
                ..SvgRequest::default()
            },
            conversion: output.pipeline(),
            theme,
            id,
        })
    }

    /// Tells the time, for diagrams that mark today: milliseconds since 1970 in UTC.
    #[must_use]
    pub fn at(mut self, unix_ms: i64) -> Self {
        let runtime = RuntimePolicy::deterministic().with_fixed_unix_millis(unix_ms);
        self.inner = self.inner.with_runtime_policy(runtime);
        self
    }

    /// Draws a diagram for a browser. Cost: that of its layout; for a flowchart more than linear in
    /// its edges.
    pub fn render(&self, text: &str) -> Result<Picture, Error> {
        let Some(svg) = self.draw(text, None)? else {
            return Ok(self.nothing("sequence"));
        };
        match sanitise(&svg, &self.id) {
            Ok(clean) if !clean.lacks_text => self.picture(clean),
            // What the renderer writes as HTML, or not as XML, has to be converted.
            _ => self.export(text),
        }
    }

    /// Draws a diagram for any viewer of SVG: without the newer selectors and attributes that
    /// browsers alone understand. Cost: two to three times that of [`render`](Self::render).
    pub fn export(&self, text: &str) -> Result<Picture, Error> {
        match self.draw(text, Some(&self.conversion))? {
            Some(svg) => {
                let clean = sanitise(&svg, &self.id);
                self.picture(clean.map_err(|error| Error::Failed(error.to_string()))?)
            }
            None => Ok(self.nothing("sequence")),
        }
    }

    /// A drawing that another renderer, such as mermaid.js, made of a diagram: what of it may reach a
    /// page. Its root element has to bear this renderer's id, since its styles name it, and its texts
    /// have to be SVG, not HTML. Cost: linear.
    ///
    /// # Errors
    /// [`Error::Failed`] if it is no drawing that can be shown.
    pub fn adopt(&self, svg: &str) -> Result<Picture, Error> {
        let clean = sanitise(svg, &self.id).map_err(|error| Error::Failed(error.to_string()))?;
        if clean.lacks_text {
            return Err(Error::Failed(
                "its texts are not part of the drawing".to_owned(),
            ));
        }
        self.picture(clean)
    }

    /// The drawing as the renderer gives it; nothing if the diagram says nothing yet.
    fn draw(&self, text: &str, conversion: Option<&SvgPipeline>) -> Result<Option<String>, Error> {
        if text.len() > MOST_BYTES {
            return Err(Error::TooLarge {
                what: "bytes",
                actual: text.len() as u64,
                most: MOST_BYTES as u64,
                remedy: "split it into several diagrams",
            });
        }
        // The grammar comes first, and would take long to say so, or run out of stack.
        if too_deep(text, DEEPEST).is_some() {
            return Err(Error::TooLarge {
                what: "levels of nesting",
                actual: DEEPEST as u64 + 1,
                most: DEEPEST as u64,
                remedy: "flatten its groups",
            });
        }
        let request = SvgRequest {
            pipeline: conversion.cloned(),
            ..self.request.clone()
        };
        let request = RenderRequest::svg(text, OperationControl::new(), request);
        match self.inner.render(request) {
            Ok(RenderOutput::Svg(Some(drawn))) => Ok(Some(drawn.into_parts().0)),
            Ok(_) => Err(refused(text, "there is no diagram here")),
            Err(_) if says_nothing(text) => Ok(None),
            Err(error) => Err(told(text, &error)),
        }
    }

    fn picture(&self, clean: Clean) -> Result<Picture, Error> {
        let [_, _, width, height] = view_box(&clean.markup)
            .ok_or_else(|| Error::Failed("the drawing has no extent".to_owned()))?;
        Ok(Picture {
            kind: attribute(&clean.markup, "aria-roledescription").unwrap_or_default(),
            markup: sized(&clean.markup, width, height),
            style: clean.style,
            width,
            height,
            canvas: self.theme.canvas,
        })
    }

    /// The picture of a diagram that says nothing yet.
    fn nothing(&self, kind: &str) -> Picture {
        const SIDE: f64 = 16.0;
        let id = &self.id;
        let root = format!(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" id=\"{id}\" viewBox=\"0 0 {SIDE} {SIDE}\" \
             aria-roledescription=\"{kind}\"></svg>"
        );
        Picture {
            kind: kind.to_owned(),
            markup: sized(&root, SIDE, SIDE),
            style: String::new(),
            width: SIDE,
            height: SIDE,
            canvas: self.theme.canvas,
        }
    }
}

/// Whether this is a sequence of no participants yet, which mermaid.js draws and the renderer
/// refuses.
fn says_nothing(text: &str) -> bool {
    let diagram = parse(text)
        .ok()
        .filter(|diagram| diagram.kind == "sequence");
    let actors = diagram.map(|diagram| diagram.model.get("actorOrder").cloned());
    actors.is_some_and(|actors| {
        actors.is_none_or(|actors| actors.as_array().is_none_or(Vec::is_empty))
    })
}

fn limits() -> RenderResourcePolicy {
    use merman::resources::InputResourceLimitId as Input;
    let mut policy = RenderResourcePolicy::interactive();
    for (limit, value) in [
        (ResourceLimitId::Input(Input::MaxSourceBytes), MOST_BYTES),
        (ResourceLimitId::Input(Input::MaxModelItems), MOST_ITEMS),
        (ResourceLimitId::Input(Input::MaxModelNestingDepth), DEEPEST),
    ] {
        // Only an unknown limit or a zero is refused.
        let _ = policy.apply_limit(limit, value);
    }
    policy
}

/// The renderer's refusal in this crate's words.
fn told(text: &str, error: &RenderError) -> Error {
    match error {
        RenderError::ResourceLimitExceeded(limit) => {
            let (what, remedy) = match limit.id {
                "max_model_items" => (
                    "nodes, edges and other items",
                    "leave some out, or split it into several diagrams",
                ),
                "max_model_nesting_depth" | "svg_backend_tree_depth" => {
                    ("levels of nesting", "flatten its groups")
                }
                "max_model_text_bytes" => ("bytes of text", "shorten its labels"),
                "max_layout_work_units" => ("steps of layout", "leave some edges out, or split it"),
                "max_source_bytes" => ("bytes", "split it into several diagrams"),
                _ => ("elements in its drawing", "split it into several diagrams"),
            };
            Error::TooLarge {
                what,
                actual: limit.actual,
                most: limit.maximum,
                remedy,
            }
        }
        RenderError::Svg(merman::svg::RenderError::MissingCapability { capability, .. }) => {
            Error::Unsupported(match capability {
                merman::svg::RenderCapability::Math => "mathematical formulas",
                _ => "another layout engine",
            })
        }
        RenderError::NoDiagram => refused(text, "there is no diagram here"),
        RenderError::Parse(_) => refused(text, &error.to_string()),
        other => Error::Failed(other.to_string()),
    }
}

/// What the grammar says of a text that the renderer refused.
fn refused(text: &str, words: &str) -> Error {
    match parse(text) {
        Err(error) => Error::Syntax(error),
        Ok(_) => Error::Failed(words.to_owned()),
    }
}

/// The value of an attribute of the root element, which is written by `sanitise`.
fn attribute(markup: &str, name: &str) -> Option<String> {
    let root = markup.split('>').next()?;
    let (_, rest) = root.split_once(&format!(" {name}=\""))?;
    Some(rest.split('"').next()?.to_owned())
}

fn view_box(markup: &str) -> Option<[f64; 4]> {
    let value = attribute(markup, "viewBox")?;
    let mut numbers = value
        .split([' ', ','])
        .filter(|part| !part.is_empty())
        .map(str::parse::<f64>);
    let mut next = || numbers.next()?.ok().filter(|number| number.is_finite());
    let found = [next()?, next()?, next()?, next()?];
    (found[2] > 0.0 && found[3] > 0.0).then_some(found)
}

/// The same drawing, as wide and high as its own coordinates say.
fn sized(markup: &str, width: f64, height: f64) -> String {
    let Some((root, rest)) = markup.split_once('>') else {
        return markup.to_owned();
    };
    let mut sized = String::with_capacity(markup.len() + 48);
    for (at, part) in root.split("\" ").enumerate() {
        let name = part.rsplit_once('=').map_or(part, |(name, _)| name);
        if matches!(name, "width" | "height") {
            continue;
        }
        if at > 0 {
            sized.push(' ');
        }
        sized.push_str(part);
        if !part.ends_with('"') {
            sized.push('"');
        }
    }
    let _ = write!(sized, " width=\"{width}\" height=\"{height}\">");
    sized.push_str(rest);
    sized
}

#[cfg(test)]
mod tests;
