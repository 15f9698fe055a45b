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

    /// How far this picture has to be moved, to the right and down, so that most of the nodes that
    /// were in the picture `before` are where they were; zero if there were none.
    pub fn shift(&self, before: &Self) -> (f64, f64) {
        let was = before.places();
        let (mut right, mut down): (Vec<f64>, Vec<f64>) = self
            .places()
            .into_iter()
            .filter_map(|(id, (x, y))| was.get(id).map(|(old_x, old_y)| (old_x - x, old_y - y)))
            .unzip();
        (median(&mut right), median(&mut down))
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
