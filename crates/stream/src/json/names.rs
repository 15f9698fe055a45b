//! The names of every open object, to tell a duplicate.

use std::collections::BTreeSet;

/// Up to this many names are compared one by one.
const FEW: usize = 16;

/// Names of the members of all open objects, outermost first, in one buffer.
///
/// An object of many names gets an ordered set. A tree and not a hash table: on wasm32 the standard
/// hasher has no random seed, and names chosen to collide would cost quadratic time.
#[derive(Debug, Clone, Default)]
pub(crate) struct Names {
    text: String,
    /// Where in `text` each name ends; it begins where the one before ends.
    ends: Vec<usize>,
    objects: Vec<Object>,
}

#[derive(Debug, Clone)]
struct Object {
    /// How many names the objects around it have so far.
    first: usize,
    /// Every name of this object, once it has more than a few.
    many: Option<BTreeSet<Box<str>>>,
}

impl Names {
    pub(crate) fn open_object(&mut self) {
        self.objects.push(Object {
            first: self.ends.len(),
            many: None,
        });
    }

    pub(crate) fn close_object(&mut self) {
        if let Some(object) = self.objects.pop() {
            self.ends.truncate(object.first);
            self.text.truncate(self.settled());
        }
    }

    /// Begins a name, in place of one that was a duplicate.
    pub(crate) fn begin(&mut self) {
        self.text.truncate(self.settled());
    }

    pub(crate) fn push(&mut self, text: &str) {
        self.text.push_str(text);
    }

    /// Ends the name. Gives it, and whether the innermost object had it already. Costs the name's
    /// length times the logarithm of the object's size.
    pub(crate) fn end(&mut self) -> (&str, bool) {
        let start = self.settled();
        let name = self.text.get(start..).unwrap_or_default();
        let Some(object) = self.objects.last_mut() else {
            return (name, false);
        };
        let replaces = if let Some(many) = &mut object.many {
            !many.insert(name.into())
        } else {
            let ends = self.ends.get(object.first..).unwrap_or_default();
            let mut from = match object.first {
                0 => 0,
                first => self.ends.get(first - 1).copied().unwrap_or_default(),
            };
            let mut names = ends.iter().map(|&to| {
                let range = from..to;
                from = to;
                self.text.get(range).unwrap_or_default()
            });
            if ends.len() < FEW {
                names.any(|other| other == name)
            } else {
                let mut many: BTreeSet<Box<str>> = names.map(Box::from).collect();
                let replaces = !many.insert(name.into());
                object.many = Some(many);
                replaces
            }
        };
        if !replaces {
            self.ends.push(self.text.len());
        }
        (name, replaces)
    }

    fn settled(&self) -> usize {
        self.ends.last().copied().unwrap_or_default()
    }
}
