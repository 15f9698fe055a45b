//! Which tool call a fragment belongs to, whatever the provider does with ids and indexes.
//!
//! OpenAI's Chat Completions numbers parallel calls by `index` and names each once, by `id` and
//! `function.name`. Servers that imitate it leave the index out, give every call index 0, repeat
//! the id and name in each fragment or never send an id at all. What holds in all of them, and
//! decides here:
//!
//! 1. Another id at the same index is another call; so is another name. It is a call known by
//!    that id if its arguments still lack their end, or if the fragment names no tool: servers
//!    that give every call index 0 write parallel calls in turns.
//! 2. A whole document cannot go on: a named fragment that would continue one is another call.
//! 3. The same id at another index is another call if the fragment names its tool (an id used
//!    twice), else the same call (an index that drifted or came late).
//! 4. Without index and id, a fragment continues the last call unless it names its tool anew.
//! 5. An id or a name that comes late belongs to the call at its index that has none.
//!
//! So parallel calls never merge; at worst a fragment that nothing connects to a call becomes a
//! call of its own, which fails for want of a name.

use std::collections::HashMap;

use crate::Event;
use crate::tool_call::{Calls, Cut, Extent, Kind, Slot};

/// A piece of a tool call, as a provider sends it.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Fragment<'a> {
    pub(crate) index: Option<u64>,
    pub(crate) id: Option<&'a str>,
    pub(crate) name: Option<&'a str>,
    pub(crate) arguments: &'a str,
}

/// Sorts fragments into calls.
#[derive(Debug, Default)]
pub(crate) struct Fragments {
    calls: Calls,
    by_index: HashMap<u64, Slot>,
    last: Option<Slot>,
    /// A name that came again, without arguments, after a whole document: an echo, unless
    /// arguments follow.
    repeated_name: Option<(Slot, String)>,
}

impl Fragments {
    /// Takes the next fragment.
    pub(crate) fn push(&mut self, fragment: Fragment<'_>, events: &mut Vec<Event>) {
        let mut fragment = Fragment {
            id: fragment.id.filter(|id| !id.is_empty()),
            name: fragment.name.filter(|name| !name.is_empty()),
            ..fragment
        };
        let mut slot = self
            .call_of(fragment)
            .filter(|slot| self.calls.is_open(*slot));
        let has_arguments = !fragment.arguments.trim_ascii().is_empty();
        let repeated_name = self.repeated_name.take();
        if let Some(whole) = slot.filter(|slot| self.calls.extent(*slot) == Extent::Whole) {
            match (fragment.name, &repeated_name) {
                (Some(_), _) if has_arguments => slot = None,
                (Some(name), _) => self.repeated_name = Some((whole, name.to_owned())),
                (None, Some((at, name))) if *at == whole && has_arguments => {
                    fragment.name = Some(name);
                    slot = None;
                }
                (None, _) => {}
            }
        }
        let slot = match slot {
            Some(slot) => {
                if let Some(id) = fragment.id {
                    self.calls.identify(slot, id, events);
                }
                if let Some(name) = fragment.name {
                    self.calls.name(slot, name, events);
                }
                slot
            }
            None => self
                .calls
                .open(Kind::Json, fragment.id, fragment.name, events),
        };
        if let Some(index) = fragment.index {
            self.by_index.insert(index, slot);
        }
        self.last = Some(slot);
        self.calls.push(slot, fragment.arguments, events);
    }

    /// The call that a fragment continues; `None` if it begins one.
    fn call_of(&self, fragment: Fragment<'_>) -> Option<Slot> {
        let slot = match fragment.index {
            Some(index) => match self.by_index.get(&index) {
                Some(slot) => *slot,
                None => self.call_at_new_index(fragment)?,
            },
            None => match fragment.id {
                Some(id) => match self.calls.latest_with_id(id) {
                    Some(slot) => slot,
                    // An id that comes late.
                    None => self.last.filter(|_| fragment.name.is_none())?,
                },
                None => self.last?,
            },
        };
        let is_other_id = match (self.calls.id(slot), fragment.id) {
            (Some(known), Some(id)) => known != id,
            _ => false,
        };
        let is_other_tool = match (self.calls.tool_name(slot), fragment.name) {
            (Some(known), Some(name)) => known != name,
            _ => false,
        };
        match fragment.id {
            Some(id) if is_other_id => self.calls.latest_with_id(id).filter(|slot| {
                fragment.name.is_none_or(|name| {
                    self.calls.tool_name(*slot) == Some(name)
                        && self.calls.extent(*slot) == Extent::Partial
                })
            }),
            _ => (!is_other_tool).then_some(slot),
        }
    }

    fn call_at_new_index(&self, fragment: Fragment<'_>) -> Option<Slot> {
        let has_index = |slot: Slot| self.by_index.values().any(|known| *known == slot);
        match fragment.id {
            Some(id) => {
                let slot = self.calls.latest_with_id(id)?;
                (fragment.name.is_none() || !has_index(slot)).then_some(slot)
            }
            // An index that comes late.
            None if fragment.name.is_none() => self.last.filter(|slot| !has_index(*slot)),
            None => None,
        }
    }

    /// Ends every open call, as the answer ends.
    pub(crate) fn finish(&mut self, cut: Cut, events: &mut Vec<Event>) {
        self.calls.finish_all(cut, events);
    }

    /// Whether any call was begun.
    pub(crate) fn any(&self) -> bool {
        self.calls.any()
    }
}

#[cfg(test)]
#[path = "tool_fragment_tests.rs"]
mod tests;
