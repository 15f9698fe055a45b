//! The events of the samples, folded into an arena of nodes.

use indexmap::IndexMap;

use super::{
    maps,
    strings::Strings,
    tagged::{Split, is_tag_name},
};

/// A place's node in the arena.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) struct NodeId(pub(super) u32);

/// An object's statistics in the arena.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) struct ObjectId(pub(super) u32);

/// An array's statistics in the arena.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) struct ArrayId(pub(super) u32);

/// An array longer than this is a list. It is also as long as tuples are in Rust.
const MAX_TUPLE: usize = 12;

/// From so many names on, an object is asked whether it is a map while it is observed.
const MANY_NAMES: usize = 128;

/// All that was seen at one place.
#[derive(Debug, Clone, Default)]
pub(super) struct Node {
    pub(super) null: bool,
    pub(super) boolean: bool,
    /// A number with a fraction or exponent.
    pub(super) fraction: bool,
    pub(super) integers: Option<Integers>,
    pub(super) strings: Option<Box<Strings>>,
    pub(super) array: Option<ArrayId>,
    pub(super) object: Option<ObjectId>,
}

/// The least and the greatest integer seen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Integers {
    pub(super) min: i128,
    pub(super) max: i128,
}

impl Integers {
    pub(super) fn join(self, other: Self) -> Self {
        Self {
            min: self.min.min(other.min),
            max: self.max.max(other.max),
        }
    }
}

/// The arrays seen at one place.
#[derive(Debug, Clone)]
pub(super) struct Array {
    pub(super) count: u64,
    pub(super) items: Items,
}

/// What is known of an array's items.
#[derive(Debug, Clone)]
pub(super) enum Items {
    /// All arrays so far had the same length (once the first is over), so positions are kept
    /// apart.
    Positions {
        nodes: Vec<NodeId>,
        length: Option<usize>,
    },
    /// Items are alike; `None` while there was none.
    Alike(Option<NodeId>),
}

/// The objects seen at one place.
#[derive(Debug, Clone, Default)]
pub(super) struct Object {
    pub(super) count: u64,
    pub(super) members: Members,
    pub(super) split: Split,
}

/// What is known of an object's members.
#[derive(Debug, Clone)]
pub(super) enum Members {
    Fields(IndexMap<Box<str>, Field>),
    /// Names are data; `None` for the value while there was none.
    Map(Option<NodeId>),
}

impl Default for Members {
    fn default() -> Self {
        Self::Fields(IndexMap::new())
    }
}

#[derive(Debug, Clone, Copy)]
pub(super) struct Field {
    pub(super) node: NodeId,
    /// In how many objects it stood.
    pub(super) count: u64,
    /// The last of them, so that a name twice in one object counts once.
    pub(super) last: u64,
    /// Whether it is named like a tag.
    is_tag: bool,
}

/// Every node, array and object. Merging (see [`super::merge`]) makes one of two; the ids of both
/// go on to name it.
#[derive(Debug, Default)]
pub(super) struct Arena {
    pub(super) nodes: Vec<Node>,
    pub(super) arrays: Vec<Array>,
    pub(super) objects: Vec<Object>,
    pub(super) node_parents: Vec<NodeId>,
    pub(super) object_parents: Vec<ObjectId>,
}

impl Arena {
    pub(super) fn add_node(&mut self) -> NodeId {
        add_node(&mut self.nodes, &mut self.node_parents)
    }

    fn add_array(&mut self) -> ArrayId {
        let id = ArrayId(index(self.arrays.len()));
        self.arrays.push(Array {
            count: 0,
            items: Items::Positions {
                nodes: Vec::new(),
                length: None,
            },
        });
        id
    }

    pub(super) fn add_object(&mut self) -> ObjectId {
        let id = ObjectId(index(self.objects.len()));
        self.objects.push(Object::default());
        self.object_parents.push(id);
        id
    }

    pub(super) fn node_mut(&mut self, id: NodeId) -> &mut Node {
        &mut self.nodes[id.0 as usize]
    }

    pub(super) fn array_mut(&mut self, id: ArrayId) -> &mut Array {
        &mut self.arrays[id.0 as usize]
    }

    pub(super) fn object_mut(&mut self, id: ObjectId) -> &mut Object {
        &mut self.objects[id.0 as usize]
    }
}

/// Adds a node to the arena's parts, whatever other part is held.
fn add_node(nodes: &mut Vec<Node>, parents: &mut Vec<NodeId>) -> NodeId {
    let id = NodeId(index(nodes.len()));
    nodes.push(Node::default());
    parents.push(id);
    id
}

/// An arena of 2³² places would be of hundreds of gigabytes.
fn index(length: usize) -> u32 {
    u32::try_from(length).unwrap_or(u32::MAX)
}

enum Frame {
    Array {
        id: ArrayId,
        next: usize,
    },
    /// `value` is the node of the member whose key came last; `next` guesses the place of the
    /// member to come.
    Object {
        id: ObjectId,
        value: NodeId,
        next: usize,
        tag: Tag,
    },
}

/// What tag an object has.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Tag {
    /// None so far.
    None,
    /// The value that comes next may be one.
    Next,
    /// The object has become a variant of this one.
    Of(ObjectId),
}

/// Observation under way.
pub(super) struct Observation {
    arena: Arena,
    root: NodeId,
    stack: Vec<Frame>,
}

impl Observation {
    pub(super) fn new() -> Self {
        let mut arena = Arena::default();
        let root = arena.add_node();
        Self {
            arena,
            root,
            stack: Vec::new(),
        }
    }

    pub(super) fn is_empty(&self) -> bool {
        let root = &self.arena.nodes[self.root.0 as usize];
        root.kinds() == 0 && !root.null
    }

    pub(super) fn finish(self) -> (NodeId, Arena) {
        (self.root, self.arena)
    }

    pub(super) fn null(&mut self) {
        self.slot().null = true;
    }

    pub(super) fn boolean(&mut self, _: bool) {
        self.slot().boolean = true;
    }

    pub(super) fn number(&mut self, text: &str) {
        let node = self.slot();
        match integer(text) {
            Some(value) => {
                let seen = Integers {
                    min: value,
                    max: value,
                };
                node.integers = Some(node.integers.map_or(seen, |integers| integers.join(seen)));
            }
            None => node.fraction = true,
        }
    }

    pub(super) fn string(&mut self, value: &str) {
        self.slot().strings.get_or_insert_default().observe(value);
        if let Some(Frame::Object { id, next, tag, .. }) = self.stack.last_mut()
            && *tag == Tag::Next
        {
            let whole = *id;
            *tag = Tag::None;
            if let Some(variant) = self.arena.split(whole, *next - 1, value) {
                *id = variant;
                *next = 0;
                *tag = Tag::Of(whole);
            }
        }
    }

    pub(super) fn begin_array(&mut self) {
        let node = self.slot_id();
        let id = if let Some(id) = self.arena.node_mut(node).array {
            id
        } else {
            let id = self.arena.add_array();
            self.arena.node_mut(node).array = Some(id);
            id
        };
        self.arena.array_mut(id).count += 1;
        self.stack.push(Frame::Array { id, next: 0 });
    }

    pub(super) fn end_array(&mut self) {
        let Some(Frame::Array { id, next }) = self.stack.pop() else {
            return;
        };
        if let Items::Positions { length, .. } = &mut self.arena.array_mut(id).items {
            match length {
                None => *length = Some(next),
                Some(length) if *length == next => {}
                Some(_) => {
                    self.arena.collapse_array(id);
                }
            }
        }
    }

    pub(super) fn begin_object(&mut self) {
        let node = self.slot_id();
        let id = if let Some(id) = self.arena.node_mut(node).object {
            id
        } else {
            let id = self.arena.add_object();
            self.arena.node_mut(node).object = Some(id);
            id
        };
        self.arena.object_mut(id).count += 1;
        self.stack.push(Frame::Object {
            id,
            value: node,
            next: 0,
            tag: Tag::None,
        });
    }

    pub(super) fn key(&mut self, name: &str) {
        let Some(Frame::Object {
            id,
            value,
            next,
            tag,
        }) = self.stack.last_mut()
        else {
            return;
        };
        let arena = &mut self.arena;
        let fields = match &mut arena.objects[id.0 as usize].members {
            Members::Fields(fields) => fields,
            Members::Map(node) => {
                *value = *node
                    .get_or_insert_with(|| add_node(&mut arena.nodes, &mut arena.node_parents));
                return;
            }
        };
        // Objects of one kind mostly have their members in one order: no hashing then.
        let place = match fields.get_index(*next) {
            Some((known, _)) if **known == *name => Some(*next),
            _ => fields.get_index_of(name),
        };
        let is_many = fields.len() >= MANY_NAMES && fields.len().is_power_of_two();
        if place.is_none() && is_many && maps::is_map(arena, *id) {
            // Places below a name that is data would be as many as the data.
            arena.collapse_object(*id);
            return self.key(name);
        }
        if place.is_none()
            && let Tag::Of(whole) = *tag
            && let Some(known) = arena.seen_before_tag(whole, name)
        {
            *value = known;
            return;
        }
        let object = &mut arena.objects[id.0 as usize];
        let Members::Fields(fields) = &mut object.members else {
            return;
        };
        let field = if let Some(place) = place {
            *next = place + 1;
            &mut fields[place]
        } else {
            *next = fields.len() + 1;
            fields.entry(name.into()).or_insert(Field {
                node: add_node(&mut arena.nodes, &mut arena.node_parents),
                count: 0,
                last: 0,
                is_tag: is_tag_name(name),
            })
        };
        if field.last != object.count {
            field.last = object.count;
            field.count += 1;
        }
        *value = field.node;
        if !matches!(tag, Tag::Of(_)) {
            *tag = if field.is_tag { Tag::Next } else { Tag::None };
        }
    }

    pub(super) fn end_object(&mut self) {
        self.stack.pop();
    }

    /// The node of the value whose event is being taken.
    fn slot(&mut self) -> &mut Node {
        let id = self.slot_id();
        self.arena.node_mut(id)
    }

    fn slot_id(&mut self) -> NodeId {
        match self.stack.last_mut() {
            None => self.root,
            Some(Frame::Object { value, .. }) => *value,
            Some(Frame::Array { id, next }) => {
                let (id, position) = (*id, *next);
                *next += 1;
                self.item(id, position)
            }
        }
    }

    fn item(&mut self, id: ArrayId, position: usize) -> NodeId {
        match &self.arena.arrays[id.0 as usize].items {
            Items::Alike(Some(node)) => return *node,
            Items::Positions { nodes, length } => {
                if let Some(node) = nodes.get(position) {
                    return *node;
                }
                if length.is_none() && position < MAX_TUPLE {
                    let node = self.arena.add_node();
                    if let Items::Positions { nodes, .. } = &mut self.arena.array_mut(id).items {
                        nodes.push(node);
                    }
                    return node;
                }
            }
            Items::Alike(None) => {}
        }
        if let Some(node) = self.arena.collapse_array(id) {
            return node;
        }
        let node = self.arena.add_node();
        self.arena.array_mut(id).items = Items::Alike(Some(node));
        node
    }
}

/// The value of a number written as an integer; of those beyond 128 bits the nearest.
fn integer(text: &str) -> Option<i128> {
    let digits = text.strip_prefix('-').unwrap_or(text);
    if !digits.bytes().all(|b| b.is_ascii_digit()) {
        return None;
    }
    // JSON has no leading zeros, so 18 digits fit 64 bits, and 38 fit 128.
    match digits.len() {
        ..=18 => text.parse::<i64>().ok().map(i128::from),
        19..=38 => text.parse().ok(),
        _ if text.len() > digits.len() => Some(i128::MIN),
        _ => Some(i128::MAX),
    }
}
