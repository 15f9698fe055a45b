//! The picture on the page: adopted into a shadow root, looked through a viewport, its parts told
//! apart.

use std::collections::HashSet;
use std::ops::Deref;

use ichiban_engine::diagram::protocol::{PICTURE_ID, Picture};
use leptos::prelude::*;
use leptos::web_sys;
use wasm_bindgen::{JsCast, JsValue};

use super::adopted;
use super::fresh;
use super::places::Label;
use super::viewport::{Area, Size, Viewport};

/// What a person may point at, the outermost first.
const PARTS: &str = "g.node, g.cluster, g.edgeLabel, [data-et], g.legend, g.person-man, \
     g.section, g.quadrant, g.data-point, text";

/// How parts are marked that are selected, written on the caret's line, differ from another diagram,
/// or were not there before. The custom properties are the page's.
const MARKS: &str = ":host { display: block; }
svg { display: block; max-width: none; overflow: visible; }
.is-linked :is(rect, circle, ellipse, polygon, path) { stroke: var(--seal) !important; }
text.is-linked, .is-linked text { fill: var(--seal) !important; }
.is-selected { outline: 2px solid var(--seal); outline-offset: 4px; }
.is-added { outline: 2px dashed var(--ok); outline-offset: 3px; }
.is-changed { outline: 2px dashed var(--warn); outline-offset: 3px; }
@keyframes appear { from { opacity: 0; } }
.is-new { animation: appear 280ms ease-out; }
@media (prefers-reduced-motion: reduce) { .is-new { animation: none; } }
[data-href] { cursor: pointer; }
[data-href] :is(text, tspan) { text-decoration: underline; }";

/// A part of the picture.
struct Part {
    element: web_sys::Element,
    label: Label,
}

/// The picture and how it is looked at. A handle: copies mean the same.
#[derive(Clone, Copy)]
pub(crate) struct Canvas(&'static Inner);

impl Deref for Canvas {
    type Target = Inner;

    fn deref(&self) -> &Inner {
        self.0
    }
}

/// What a [`Canvas`] consists of.
pub(crate) struct Inner {
    /// How the picture lies in its pane.
    pub(super) viewport: RwSignal<Viewport>,
    /// The pane's extent.
    pub(super) pane: RwSignal<Size>,
    /// The picture's extent.
    pub(super) size: RwSignal<Size>,
    /// Whether the picture is fitted into the pane, and stays so when either changes.
    pub(super) is_fitted: RwSignal<bool>,
    /// The part that is selected.
    pub(super) selected: RwSignal<Option<usize>>,
    /// Counts the pictures.
    pub(super) pictures: RwSignal<u32>,
    /// How much a picture may be enlarged to fill the pane.
    pub(super) most: RwSignal<f64>,
    parts: StoredValue<Vec<Part>, LocalStorage>,
    /// What was in the last picture.
    names: StoredValue<HashSet<String>, LocalStorage>,
}

impl Canvas {
    /// A canvas without a picture. It is never freed.
    pub(super) fn new() -> Self {
        Self(Box::leak(Box::new(Inner {
            viewport: RwSignal::default(),
            pane: RwSignal::default(),
            size: RwSignal::default(),
            is_fitted: RwSignal::new(true),
            selected: RwSignal::default(),
            pictures: RwSignal::default(),
            most: RwSignal::new(1.0),
            parts: StoredValue::new_local(Vec::new()),
            names: StoredValue::new_local(HashSet::new()),
        })))
    }

    /// Puts a picture into `host` in place of the one before. If it `grows`, it is the next form of the
    /// same diagram: it lies where that lay, and what is new in it appears.
    ///
    /// # Errors
    /// The browser's words, if it does not take the markup for an SVG document.
    pub(super) fn adopt(
        self,
        host: &web_sys::HtmlElement,
        picture: &Picture,
        grows: bool,
    ) -> Result<(), JsValue> {
        let svg = adopted::parse(&picture.markup)?;
        let names = fresh::names(&svg);
        if grows {
            self.names.with_value(|before| fresh::mark(&names, before));
        }
        self.names
            .set_value(names.into_iter().map(|(name, _)| name).collect());
        let is_first = adopted::show(host, &svg, &[&picture.style, MARKS])?;

        let selected = self.selected_label();
        self.parts.set_value(parts(&svg));
        // What was selected is selected in the new picture too, if it is there.
        self.selected.set(None);
        let size = Size {
            width: picture.width,
            height: picture.height,
        };
        self.size.set(size);
        if !self.is_fitted.get_untracked() {
            self.viewport
                .update(|viewport| *viewport = viewport.shifted(picture.shift));
        } else if grows && !is_first {
            let (pane, most) = (self.pane.get_untracked(), self.most.get_untracked());
            self.viewport
                .update(|viewport| *viewport = viewport.following(picture.shift, size, pane, most));
        } else {
            self.fit();
        }
        self.pictures.update(|pictures| *pictures += 1);
        if let Some(label) = selected {
            self.select(self.position(&label));
        }
        Ok(())
    }

    /// Takes the picture away, without touching what is on the page.
    pub(super) fn forget(self) {
        self.parts.set_value(Vec::new());
        self.selected.set(None);
    }

    /// The labels of all parts, in the order they are drawn.
    pub(super) fn labels(self) -> Vec<Label> {
        self.parts
            .with_value(|parts| parts.iter().map(|part| part.label.clone()).collect())
    }

    /// A part's label.
    pub(super) fn label(self, part: usize) -> Option<Label> {
        self.parts
            .with_value(|parts| parts.get(part).map(|part| part.label.clone()))
    }

    fn selected_label(self) -> Option<Label> {
        self.label(self.selected.get_untracked()?)
    }

    fn position(self, label: &Label) -> Option<usize> {
        self.parts
            .with_value(|parts| parts.iter().position(|part| part.label == *label))
    }

    /// The part of that name.
    pub(super) fn find(self, label: &Label) -> Option<usize> {
        let name = |label: &Label| label.id.clone().unwrap_or_else(|| label.text.clone());
        let name_of = name(label);
        self.parts
            .with_value(|parts| parts.iter().position(|part| name(&part.label) == name_of))
    }

    /// The part that is called so: by what is written in it, or else by its id.
    pub(super) fn named(self, name: &str) -> Option<usize> {
        self.parts.with_value(|parts| {
            let text = |part: &Part| part.label.text == name;
            let id = |part: &Part| part.label.id.as_deref() == Some(name);
            let found = parts.iter().position(text);
            found.or_else(|| parts.iter().position(id))
        })
    }

    /// The part that an event's path leads through.
    pub(super) fn part_on(self, event: &web_sys::Event) -> Option<usize> {
        let path = event.composed_path();
        self.parts.with_value(|parts| {
            parts.iter().position(|part| {
                let element: &JsValue = part.element.as_ref();
                path.includes(element, 0)
            })
        })
    }

    /// Where the link leads that an event's path leads through.
    pub(super) fn link_on(event: &web_sys::Event) -> Option<String> {
        event.composed_path().iter().find_map(|node| {
            let element = node.dyn_into::<web_sys::Element>().ok()?;
            element.get_attribute("data-href")
        })
    }

    /// Selects a part, or none.
    pub(super) fn select(self, part: Option<usize>) {
        let before = self.selected.get_untracked();
        self.mark(before, "is-selected", false);
        self.mark(part, "is-selected", true);
        self.selected.set(part);
    }

    /// Marks the parts whose labels are meant, and no others, as written on the caret's line.
    pub(super) fn link(self, is_meant: impl Fn(&Label) -> bool) {
        self.mark_all("is-linked", is_meant);
    }

    /// Marks the parts whose labels are meant, and no others, by a class.
    pub(super) fn mark_all(self, class: &str, is_meant: impl Fn(&Label) -> bool) {
        self.parts.with_value(|parts| {
            for part in parts {
                // Fails only for a name that is none.
                let _ = part
                    .element
                    .class_list()
                    .toggle_with_force(class, is_meant(&part.label));
            }
        });
    }

    fn mark(self, part: Option<usize>, class: &str, is_on: bool) {
        let Some(part) = part else { return };
        self.parts.with_value(|parts| {
            if let Some(part) = parts.get(part) {
                let _ = part.element.class_list().toggle_with_force(class, is_on);
            }
        });
    }

    /// Where a part lies in the picture.
    pub(super) fn area(self, part: usize) -> Option<Area> {
        self.parts.with_value(|parts| {
            let element = &parts.get(part)?.element;
            let svg = element.closest("svg#diagram").ok().flatten()?;
            let scale = self.viewport.get_untracked().scale;
            let (all, own) = (
                svg.get_bounding_client_rect(),
                element.get_bounding_client_rect(),
            );
            Some(Area {
                x: (own.x() - all.x()) / scale,
                y: (own.y() - all.y()) / scale,
                size: Size {
                    width: own.width() / scale,
                    height: own.height() / scale,
                },
            })
        })
    }

    /// Brings a part into view, if it is not there already.
    pub(super) fn show(self, part: usize) {
        let Some(area) = self.area(part) else { return };
        let pane = self.pane.get_untracked();
        let viewport = self.viewport.get_untracked();
        if viewport.scale >= 0.4 && viewport.shows(area, pane) {
            return;
        }
        self.is_fitted.set(false);
        let picture = self.size.get_untracked();
        self.viewport.set(viewport.showing(area, picture, pane));
    }

    /// The whole picture.
    pub(super) fn fit(self) {
        self.is_fitted.set(true);
        self.viewport.set(Viewport::fitting(
            self.size.get_untracked(),
            self.pane.get_untracked(),
            self.most.get_untracked(),
        ));
    }

    /// Moves the picture.
    pub(super) fn pan(self, dx: f64, dy: f64) {
        self.is_fitted.set(false);
        let (picture, pane) = (self.size.get_untracked(), self.pane.get_untracked());
        self.viewport
            .update(|viewport| *viewport = viewport.moved(dx, dy, picture, pane));
    }

    /// Enlarges the picture around a point of the pane, or around its middle.
    pub(super) fn zoom(self, by: f64, at: Option<(f64, f64)>) {
        self.is_fitted.set(false);
        let (picture, pane) = (self.size.get_untracked(), self.pane.get_untracked());
        let at = at.unwrap_or((pane.width / 2.0, pane.height / 2.0));
        self.viewport
            .update(|viewport| *viewport = viewport.zoomed(by, at, picture, pane));
    }

    /// Draws the picture in its own size.
    pub(super) fn zoom_to(self, scale: f64) {
        self.zoom(scale / self.viewport.get_untracked().scale, None);
    }
}

/// The parts of a picture: those that lie in no other.
fn parts(svg: &web_sys::Element) -> Vec<Part> {
    let Ok(found) = svg.query_selector_all(PARTS) else {
        return Vec::new();
    };
    let mut parts = Vec::new();
    let mut taken: HashSet<String> = HashSet::new();
    for at in 0..found.length() {
        let Some(element) = found
            .item(at)
            .and_then(|node| node.dyn_into::<web_sys::Element>().ok())
        else {
            continue;
        };
        let is_inner = element
            .parent_element()
            .and_then(|parent| parent.closest(PARTS).ok().flatten())
            .is_some_and(|outer| !outer.class_list().contains("cluster"));
        if is_inner
            || element
                .closest("defs, marker, .grid, .tick")
                .ok()
                .flatten()
                .is_some()
        {
            continue;
        }
        let text = words(svg, &element);
        let id = id(&element);
        if text.is_empty() && id.is_none() {
            continue;
        }
        // A participant is drawn at the head and at the foot.
        if let Some(id) = &id
            && !taken.insert(id.clone())
        {
            continue;
        }
        parts.push(Part {
            element,
            label: Label { id, text },
        });
    }
    parts
}

/// The id that the text gives a part.
fn id(element: &web_sys::Element) -> Option<String> {
    if let Some(id) = element
        .get_attribute("data-id")
        .filter(|_| element.has_attribute("data-et"))
    {
        return Some(id);
    }
    let id = element.get_attribute("id")?;
    let id = id.strip_prefix(PICTURE_ID)?.strip_prefix('-')?;
    if element.class_list().contains("cluster") {
        return Some(id.to_owned());
    }
    ["flowchart-", "state-", "classId-", "entity-"]
        .iter()
        .find_map(|prefix| id.strip_prefix(prefix))
        .and_then(|id| Some(id.rsplit_once('-')?.0))
        .filter(|id| !id.is_empty() && !id.starts_with("root_"))
        .map(ToOwned::to_owned)
}

/// What is written in a part, its lines separated by a space.
fn words(svg: &web_sys::Element, element: &web_sys::Element) -> String {
    let mut lines = Vec::new();
    if let Ok(found) = element.query_selector_all("tspan.row, text:not(:has(tspan.row)), use") {
        for at in 0..found.length() {
            let Some(node) = found.item(at) else { continue };
            let text = match node.dyn_ref::<web_sys::Element>() {
                // Labels that the renderer drew apart, and refers to.
                Some(used) if used.tag_name() == "use" => used
                    .get_attribute("href")
                    .and_then(|target| svg.query_selector(&target).ok().flatten())
                    .and_then(|target| target.text_content()),
                _ => node.text_content(),
            };
            lines.extend(text.map(|text| text.trim().to_owned()));
            // More than a person reads is no label.
            if lines.len() > 6 {
                break;
            }
        }
    }
    if lines.is_empty() {
        lines.extend(element.text_content().map(|text| text.trim().to_owned()));
    }
    lines.retain(|line| !line.is_empty());
    let is_box = element.class_list().contains("node");
    // The name of a class or an entity stands above its members.
    if is_box
        && lines.len() > 1
        && element
            .query_selector(".name, .members-group, .attribute-type")
            .ok()
            .flatten()
            .is_some()
        && let Some(name) = lines.iter().find(|line| !line.starts_with('«'))
    {
        return name.clone();
    }
    lines.join(" ")
}
