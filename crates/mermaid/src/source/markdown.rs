//! Markdown: headings and lists as a mind map.

use ichiban_tool::{Choice, Setting, Settings};
use pulldown_cmark::{Event, HeadingLevel, Options, Parser, Tag, TagEnd};

use super::{Error, File, Picture, Source, data, options};
use crate::write;
use crate::write::tree::Tree;

pub(super) const SOURCE: Source = Source {
    name: "markdown",
    label: "Markdown outline",
    about: "Headings and lists of Markdown, drawn as a mind map",
    files: &[".md", ".markdown", ".mdx"],
    settings: &[LISTS, INCLUDE, EXCLUDE, options::LIMIT],
    looks,
    draw,
};

const LISTS: Setting = Setting {
    name: "lists",
    about: "Draw the items of lists, too",
    choice: Choice::OneOf(&["shown", "hidden"]),
};

const INCLUDE: Setting = Setting {
    about: "Only headings and items of these texts, with what is above and under them, separated by commas; `*` stands for any text",
    ..options::INCLUDE
};

const EXCLUDE: Setting = Setting {
    about: "No headings and items of these texts, nor what is under them, separated by commas; `*` stands for any text",
    ..options::EXCLUDE
};

fn looks(text: &str) -> u8 {
    let is_heading = |line: &&str| {
        let level = line.bytes().take_while(|b| *b == b'#').count();
        (1..=6).contains(&level) && line.get(level..).is_some_and(|rest| rest.starts_with(' '))
    };
    let is_item = |line: &&str| {
        let line = line.trim_start();
        line.starts_with("- ") || line.starts_with("* ")
    };
    let headings = text.lines().filter(is_heading).count();
    let items = text.lines().filter(is_item).count();
    let lines = text.lines().filter(|line| !line.trim().is_empty()).count();
    match (headings, items) {
        (2.., _) => 50,
        (1, _) => 35,
        (0, items) if items > 1 && items * 2 >= lines => 30,
        _ => 0,
    }
}

fn draw(files: &[File<'_>], settings: &Settings) -> Result<Picture, Error> {
    let with_lists = settings.text(&LISTS) != "hidden";
    let mut roots: Vec<Tree> = files
        .iter()
        .filter_map(|file| {
            let top = outline(file.text, with_lists);
            (!top.is_empty()).then(|| whole(top, data::stem(file, "Outline")))
        })
        .collect();
    let names = options::Names::of(settings);
    let all: usize = roots.iter().map(Tree::count).sum();
    if !names.are_all() {
        roots = roots
            .into_iter()
            .filter_map(|root| chosen(root, &names))
            .collect();
    }
    let left_out = all - roots.iter().map(Tree::count).sum::<usize>();
    let root = match roots.len() {
        0 => return Err(Error::Empty("heading or list")),
        1 => roots.swap_remove(0),
        _ => Tree {
            text: "Outline".to_owned(),
            children: roots,
        },
    };
    let (text, mut said) = write::mindmap(&root, options::limit(settings));
    if left_out == 0 {
        return Ok(Picture::new((text, said)));
    }
    let words = format!("{left_out} of {all} branches, as chosen");
    let text = write::close(text, std::slice::from_ref(&words));
    said.push(words);
    Ok(Picture::new((text, said)))
}

/// What is to be seen of a tree; none if that is nothing.
fn chosen(mut tree: Tree, names: &options::Names) -> Option<Tree> {
    if names.exclude(&tree.text) {
        return None;
    }
    // Under what is asked for, everything is.
    let is_asked = names.include(&tree.text);
    tree.children = tree
        .children
        .into_iter()
        .filter_map(|child| {
            if is_asked {
                kept(child, names)
            } else {
                chosen(child, names)
            }
        })
        .collect();
    (is_asked || !tree.children.is_empty()).then_some(tree)
}

/// A tree without what is not to be seen.
fn kept(mut tree: Tree, names: &options::Names) -> Option<Tree> {
    if names.exclude(&tree.text) {
        return None;
    }
    let children = tree.children.into_iter();
    tree.children = children.filter_map(|child| kept(child, names)).collect();
    Some(tree)
}

/// One tree: the only heading at the top, or a name for all of them.
fn whole(mut top: Vec<Tree>, name: &str) -> Tree {
    if top.len() == 1 {
        return top.swap_remove(0);
    }
    Tree {
        text: name.to_owned(),
        children: top,
    }
}

/// A tree that is being read, with its depth: headings from 1, items below them.
struct Open {
    depth: usize,
    tree: Tree,
}

fn outline(text: &str, with_lists: bool) -> Vec<Tree> {
    let mut root: Vec<Tree> = Vec::new();
    let mut open: Vec<Open> = Vec::new();
    let mut words: Option<String> = None;
    let (mut heading, mut lists) = (0, 0);
    let options = Options::ENABLE_TASKLISTS
        | Options::ENABLE_TABLES
        | Options::ENABLE_YAML_STYLE_METADATA_BLOCKS;
    for event in Parser::new_ext(text, options) {
        match event {
            Event::Start(Tag::Heading { level, .. }) => {
                heading = depth(level);
                words = Some(String::new());
            }
            Event::End(TagEnd::Heading(_)) => {
                let text = words.take().unwrap_or_default();
                push(heading, text, &mut open, &mut root);
            }
            Event::Start(Tag::List(_)) if with_lists => {
                // The words before a list within an item are the item's.
                if let Some(text) = words.take().filter(|_| lists > 0) {
                    push(heading + lists, text, &mut open, &mut root);
                }
                lists += 1;
            }
            Event::End(TagEnd::List(_)) if with_lists => lists = lists.saturating_sub(1),
            Event::Start(Tag::Item) if with_lists => words = Some(String::new()),
            Event::End(TagEnd::Item) if with_lists => {
                if let Some(text) = words.take() {
                    push(heading + lists, text, &mut open, &mut root);
                }
            }
            // The first paragraph of an item names it.
            Event::End(TagEnd::Paragraph) if lists > 0 => {
                if let Some(text) = words.take() {
                    push(heading + lists, text, &mut open, &mut root);
                }
            }
            Event::Text(text) | Event::Code(text) => {
                if let Some(words) = &mut words {
                    words.push_str(&text);
                }
            }
            Event::SoftBreak | Event::HardBreak => {
                if let Some(words) = &mut words {
                    words.push(' ');
                }
            }
            _ => {}
        }
    }
    close(0, &mut open, &mut root);
    root
}

fn depth(level: HeadingLevel) -> usize {
    match level {
        HeadingLevel::H1 => 1,
        HeadingLevel::H2 => 2,
        HeadingLevel::H3 => 3,
        HeadingLevel::H4 => 4,
        HeadingLevel::H5 => 5,
        HeadingLevel::H6 => 6,
    }
}

fn push(depth: usize, text: String, open: &mut Vec<Open>, root: &mut Vec<Tree>) {
    close(depth, open, root);
    open.push(Open {
        depth,
        tree: Tree::leaf(text),
    });
}

/// Ends what is not above `depth`.
fn close(depth: usize, open: &mut Vec<Open>, root: &mut Vec<Tree>) {
    while open.last().is_some_and(|last| last.depth >= depth) {
        let Some(last) = open.pop() else {
            return;
        };
        match open.last_mut() {
            Some(parent) => parent.tree.children.push(last.tree),
            None => root.push(last.tree),
        }
    }
}
