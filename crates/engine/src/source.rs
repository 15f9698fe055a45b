//! The open catalogue.

use std::sync::Arc;

use ichiban_json::localise::message::Style;
use ichiban_json::localise::{Catalogue, Hint, Segment};
use ichiban_tool::Diagnostic;

use crate::protocol::{Report, Revision, Row, SourceRow};

/// A catalogue as the page opened it.
pub(crate) struct Source {
    pub(crate) revision: Revision,
    pub(crate) catalogue: Arc<Catalogue>,
    pub(crate) file_name: Option<String>,
}

impl Source {
    /// Reads a source text.
    pub(crate) fn read(
        revision: Revision,
        text: String,
        file_name: Option<String>,
        style: Option<&str>,
    ) -> Result<Self, Vec<Diagnostic>> {
        let named = style.and_then(Style::by_name);
        let hint = Hint {
            syntax: named.map(|it| it.syntax.clone()),
            ..hint(file_name.as_deref())
        };
        let catalogue = Catalogue::read(text, &hint)?;
        Ok(Self {
            revision,
            catalogue: Arc::new(catalogue),
            file_name,
        })
    }

    /// The texts.
    pub(crate) fn segments(&self) -> &[Segment] {
        self.catalogue.segments()
    }

    /// What the page is told of it at once.
    pub(crate) fn report(&self) -> Report {
        let catalogue = &self.catalogue;
        Report::Opened {
            revision: self.revision,
            format: catalogue.format().label().to_owned(),
            rows: count(catalogue.segments().len()),
            layout: catalogue.layout().to_owned(),
            locale: catalogue.locale().map(|it| it.as_str().to_owned()),
            style: catalogue.syntax().style().to_owned(),
            diagnostics: catalogue.diagnostics().to_vec(),
        }
    }

    /// The rows from `first`, at most `most`; `None` if there are none.
    pub(crate) fn rows(&self, first: Row, most: usize) -> Option<Report> {
        let rest = self.segments().get(first.0 as usize..)?;
        let rows: Vec<_> = rest.iter().take(most).map(row).collect();
        (!rows.is_empty()).then_some(Report::Rows {
            revision: self.revision,
            first,
            rows,
        })
    }
}

/// What a file's name tells of it.
pub(crate) fn hint(file_name: Option<&str>) -> Hint {
    file_name.map_or_else(Hint::default, Hint::path)
}

/// A number of rows as the protocol counts them. A text with more rows than that has over four
/// gigabytes.
pub(crate) fn count(rows: usize) -> u32 {
    u32::try_from(rows).unwrap_or(u32::MAX)
}

fn row(segment: &Segment) -> SourceRow {
    SourceRow {
        path: segment.path.clone(),
        text: segment.text.clone(),
        placeholders: segment
            .message
            .kept()
            .into_iter()
            .map(|span| (count(span.start), count(span.end)))
            .collect(),
        line: segment.place.line,
    }
}
