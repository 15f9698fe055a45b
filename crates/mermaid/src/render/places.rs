//! Where the nodes of a picture are, so that the next one can be shown with most of them where they
//! were.

use std::collections::BTreeMap;

use super::Picture;

impl Picture {
    /// Where the centre of each node and group of a graph is, by the id of its element, in the
    /// picture's own coordinates. Empty for families that draw no graph. Cost: one pass.
    pub fn places(&self) -> BTreeMap<&str, (f64, f64)> {
        let groups = self.markup.split("<g ").skip(1);
        groups
            .filter_map(|group| place(group.split('>').next()?))
            .collect()
    }

    /// How far this picture's corner has to be from that of the picture `before`, to the right and
    /// down, so that most of the nodes that were there are where they were. If it shows no node again,
    /// as in families whose coordinates begin at their first element, that is where both begin at the
    /// same point. Zero if it is of another kind.
    pub fn shift(&self, before: &Self) -> (f64, f64) {
        if self.kind != before.kind {
            return (0.0, 0.0);
        }
        let places = before.places();
        let was: BTreeMap<&str, (f64, f64)> = places
            .iter()
            .map(|(id, place)| (name(id), *place))
            .collect();
        let (mut right, mut down): (Vec<f64>, Vec<f64>) = self
            .places()
            .into_iter()
            .filter_map(|(id, (x, y))| {
                let (old_x, old_y) = was.get(name(id))?;
                Some((old_x - x, old_y - y))
            })
            .unzip();
        let (corner, old_corner) = (self.view_box(), before.view_box());
        (
            median(&mut right) + corner.0 - old_corner.0,
            median(&mut down) + corner.1 - old_corner.1,
        )
    }
}

/// An id without the number at its end, which counts the mentions of nodes in the text: it is another
/// once something is mentioned before.
fn name(id: &str) -> &str {
    match id.rsplit_once('-') {
        Some((name, number)) if number.bytes().all(|byte| byte.is_ascii_digit()) => name,
        _ => id,
    }
}

fn place(tag: &str) -> Option<(&str, (f64, f64))> {
    let value = |name: &str| tag.split_once(name)?.1.split('"').next();
    let id = tag
        .strip_prefix("id=\"")
        .map_or_else(|| value(" id=\""), |rest| rest.split('"').next())?;
    let inside = value("transform=\"translate(")?.strip_suffix(')')?;
    let (x, y) = inside.split_once([',', ' '])?;
    Some((id, (x.trim().parse().ok()?, y.trim().parse().ok()?)))
}

/// The lower one of two in the middle; zero of nothing.
fn median(numbers: &mut [f64]) -> f64 {
    numbers.sort_by(f64::total_cmp);
    let middle = numbers.len().saturating_sub(1) / 2;
    numbers.get(middle).copied().unwrap_or(0.0)
}
