//! The picture taken away: files, the clipboard, an address, paper.

use ichiban_browser::{clipboard, files, raster};
use ichiban_engine::diagram::protocol::Question;
use leptos::ev;
use leptos::prelude::*;
use leptos::task::spawn_local;
use leptos::web_sys;
use wasm_bindgen::JsCast;

use super::{Drawer, State};
use crate::shell::figures;
use crate::shell::words::t;

/// How a picture is taken away.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Export {
    /// An SVG file.
    Svg {
        /// Whether nothing is behind the diagram.
        is_transparent: bool,
    },
    /// A PNG file.
    Png {
        /// Pixels for a CSS pixel.
        scale: u8,
        /// Whether nothing is behind the diagram.
        is_transparent: bool,
    },
    /// The diagram's text as a file.
    Text,
    /// PNG on the clipboard.
    CopyImage,
    /// SVG on the clipboard, as text.
    CopySvg,
    /// A fence for Markdown on the clipboard.
    CopyMarkdown,
    /// An address that holds the text, on the clipboard.
    CopyLink,
    /// Paper.
    Print,
}

/// Pixels for a CSS pixel on the clipboard: as sharp as today's screens.
const CLIPBOARD_SCALE: u8 = 2;

impl State {
    /// Takes the picture away. Of a text that cannot be drawn it is the last picture.
    pub(crate) fn export(self, export: Export) {
        self.take_edit();
        match export {
            Export::Text => self.save("mmd", "text/plain", self.text().as_bytes()),
            Export::CopyMarkdown => {
                let text = self.text();
                let fence = fence(&text);
                let markdown = format!("{fence}mermaid\n{}\n{fence}\n", text.trim_end());
                self.copy(markdown, "markdown");
            }
            Export::CopyLink => {
                let text = self.text();
                self.ask_text(Question::Pack { text }, move |packed| {
                    let location = window().location();
                    let page = location.origin().unwrap_or_default()
                        + &location.pathname().unwrap_or_default();
                    self.copy(format!("{page}#{packed}"), "link");
                });
            }
            Export::Svg { is_transparent } => {
                self.svg(None, is_transparent, move |svg| {
                    self.save("svg", "image/svg+xml", svg.as_bytes());
                });
            }
            Export::CopySvg => self.svg(None, false, move |svg| self.copy(svg, "svg")),
            Export::Png {
                scale,
                is_transparent,
            } => self.png(scale, is_transparent, false),
            Export::CopyImage => self.png(CLIPBOARD_SCALE, false, true),
            Export::Print => self.svg(Some("print"), false, move |svg| self.print(&svg)),
        }
    }

    /// Has the picture made a file, in its theme or another; says so if it is of an earlier text.
    fn svg(self, theme: Option<&str>, is_transparent: bool, then: impl FnOnce(String) + 'static) {
        let is_stale = untrack(|| self.is_stale());
        self.picture_file(theme, is_transparent, move |svg| {
            then(svg);
            if is_stale {
                self.tell(t!("diagram-export-older"), true);
            }
        });
    }

    /// Has the picture made a file, in its theme or another.
    pub(crate) fn picture_file(
        self,
        theme: Option<&str>,
        is_transparent: bool,
        then: impl FnOnce(String) + 'static,
    ) {
        let Some(shown) = self.shown.get_untracked() else {
            return self.tell(t!("diagram-export-none"), true);
        };
        let text = shown.text.to_string();
        let in_theme = theme.unwrap_or(&shown.theme).to_owned();
        let cleaned = move |svg: &str, theme| Question::ExportClean {
            svg: svg.to_owned(),
            theme,
            is_transparent,
        };
        match &shown.drawer {
            Drawer::Own => self.ask_text(
                Question::Export {
                    text,
                    theme: in_theme,
                    is_transparent,
                },
                then,
            ),
            Drawer::Mermaid { svg, .. } if in_theme == shown.theme => {
                self.ask_text(cleaned(svg, in_theme), then);
            }
            Drawer::Mermaid { .. } => {
                self.draw_by_mermaid(text, in_theme.clone(), move |drawn| match drawn {
                    Ok(other) => self.ask_text(cleaned(&other.svg, in_theme), then),
                    Err(words) => self.tell(words, true),
                });
            }
        }
    }

    fn png(self, scale: u8, is_transparent: bool, is_copied: bool) {
        let Some(shown) = self.shown.get_untracked() else {
            return self.tell(t!("diagram-export-none"), true);
        };
        let (width, height) = (shown.picture.width, shown.picture.height);
        self.svg(None, is_transparent, move |svg| {
            spawn_local(async move {
                let image = match raster::png(&svg, width, height, f64::from(scale)).await {
                    Ok(image) => image,
                    Err(error) => return self.tell(error.to_string(), true),
                };
                if is_copied {
                    match clipboard::write_image(&image).await {
                        Ok(()) => self.tell(t!("diagram-copied-picture"), false),
                        Err(error) => self.tell(error.to_string(), true),
                    }
                    return;
                }
                match raster::bytes(&image).await {
                    Ok(bytes) => self.save("png", "image/png", &bytes),
                    Err(error) => self.tell(error.to_string(), true),
                }
            });
        });
    }

    /// Copies a text; `what` it is chooses among the message's words.
    fn copy(self, text: String, what: &'static str) {
        spawn_local(async move {
            match clipboard::write_text(&text).await {
                Ok(()) => self.tell(t!("diagram-copied", what = what), false),
                Err(error) => self.tell(error.to_string(), true),
            }
        });
    }

    fn save(self, extension: &str, media_type: &str, bytes: &[u8]) {
        let name = self.file_name(extension);
        match files::download(&name, media_type, bytes) {
            Ok(()) => self.tell(
                t!(
                    "diagram-saved",
                    name = &name,
                    size = figures::size(bytes.len() as u64)
                ),
                false,
            ),
            Err(error) => self.tell(error.to_string(), true),
        }
    }

    pub(in crate::diagram) fn file_name(self, extension: &str) -> String {
        let name = self.name.get_untracked();
        let stem = name.as_deref().map_or("diagram", |name| {
            name.rsplit_once('.').map_or(name, |(stem, _)| stem)
        });
        format!("{stem}.{extension}")
    }

    /// Prints a picture: the style sheet hides all else on paper.
    fn print(self, svg: &str) {
        let url = match files::object_url("image/svg+xml", svg.as_bytes()) {
            Ok(url) => url,
            Err(reason) => return self.tell(reason, true),
        };
        spawn_local(async move {
            let image = document()
                .create_element("img")
                .ok()
                .and_then(|image| image.dyn_into::<web_sys::HtmlImageElement>().ok());
            let (Some(image), Some(body)) = (image, document().body()) else {
                return;
            };
            image.set_class_name("printed");
            image.set_alt(&t!("diagram-printed"));
            image.set_src(&url);
            // An image that cannot be decoded prints as an empty page, which the person sees.
            let _ = wasm_bindgen_futures::JsFuture::from(image.decode()).await;
            if body.append_child(&image).is_ok() {
                let done = window_event_listener(ev::afterprint, {
                    let image = image.clone();
                    move |_| image.remove()
                });
                // Where there is no printer, the browser says so itself.
                let _ = window().print();
                set_timeout(
                    move || {
                        done.remove();
                        image.remove();
                        files::revoke(&url);
                    },
                    std::time::Duration::from_mins(1),
                );
            }
        });
    }
}

/// A fence that the text does not hold itself.
fn fence(text: &str) -> String {
    let longest = text
        .lines()
        .map(|line| line.trim_start().chars().take_while(|c| *c == '`').count())
        .max()
        .unwrap_or(0);
    "`".repeat(longest.max(2) + 1)
}
