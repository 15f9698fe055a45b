//! Where each item of a long list stands, when items differ in height.
//!
//! Heights are kept in a Fenwick tree: changing one, and finding the item at an offset, take
//! `O(log n)`. All lengths are CSS pixels.

use std::ops::Range;

/// The heights of a list's items, and the offsets that follow from them.
#[derive(Debug, Clone, Default, PartialEq)]
pub(crate) struct Extent {
    heights: Vec<f64>,
    /// `tree[i]` sums the heights of the `i & -i` items that end before item `i`; `tree[0]` is
    /// unused.
    tree: Vec<f64>,
}

impl Extent {
    /// A list of items that are thought to be this high. Cost: one pass.
    pub(crate) fn new(heights: Vec<f64>) -> Self {
        let mut tree = Vec::with_capacity(heights.len() + 1);
        tree.push(0.0);
        tree.extend_from_slice(&heights);
        for place in 1..tree.len() {
            let parent = place + lowest_bit(place);
            let sum = tree.get(place).copied().unwrap_or_default();
            if let Some(above) = tree.get_mut(parent) {
                *above += sum;
            }
        }
        Self { heights, tree }
    }

    /// How many items there are.
    pub(crate) fn len(&self) -> usize {
        self.heights.len()
    }

    /// Notes an item's real height; tells whether that is news. Items out of range are ignored.
    pub(crate) fn measure(&mut self, item: usize, height: f64) -> bool {
        let Some(known) = self.heights.get_mut(item) else {
            return false;
        };
        let change = height - *known;
        if change.abs() < 0.5 {
            return false;
        }
        *known = height;
        let mut place = item + 1;
        while let Some(sum) = self.tree.get_mut(place) {
            *sum += change;
            place += lowest_bit(place);
        }
        true
    }

    /// The offset of an item's upper edge; for the item after the last, the height of them all.
    pub(crate) fn offset(&self, item: usize) -> f64 {
        let mut place = item.min(self.len());
        let mut sum = 0.0;
        while place > 0 {
            sum += self.tree.get(place).copied().unwrap_or_default();
            place &= place - 1;
        }
        sum
    }

    /// The height of all items.
    pub(crate) fn total(&self) -> f64 {
        self.offset(self.len())
    }

    /// The item that covers an offset: the first for those before it, the last for those after.
    pub(crate) fn item_at(&self, offset: f64) -> usize {
        let mut place = 0;
        let mut rest = offset;
        let mut step = self.len().checked_ilog2().map_or(0, |bits| 1_usize << bits);
        while step > 0 {
            let next = place + step;
            if let Some(&sum) = self.tree.get(next)
                && sum <= rest
            {
                place = next;
                rest -= sum;
            }
            step /= 2;
        }
        place.min(self.len().saturating_sub(1))
    }

    /// The items to draw for a viewport, with `margin` pixels more on both sides.
    pub(crate) fn window(&self, top: f64, height: f64, margin: f64) -> Range<usize> {
        if self.heights.is_empty() {
            return 0..0;
        }
        let first = self.item_at((top - margin).max(0.0));
        let last = self.item_at(top + height + margin);
        first..last + 1
    }
}

/// What to draw next on the way from what is drawn to `target`, with at most `most` items more than
/// now: those in view first, from `visible` on. Reaches `target` when called often enough.
pub(crate) fn toward(
    drawn: &Range<usize>,
    target: &Range<usize>,
    visible: usize,
    most: usize,
) -> Range<usize> {
    let from = drawn.start.clamp(target.start, target.end);
    let to = drawn.end.clamp(target.start, target.end);
    let (from, to) = if from < to {
        (from, to)
    } else {
        let visible = visible.clamp(target.start, target.end);
        (visible, visible)
    };
    let end = to.saturating_add(most).min(target.end);
    let start = from.saturating_sub(most - (end - to)).max(target.start);
    start..end
}

const fn lowest_bit(place: usize) -> usize {
    place & place.wrapping_neg()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn an_empty_list_has_no_window() {
        assert_eq!(Extent::new(vec![]).window(0.0, 500.0, 100.0), 0..0);
    }

    #[test]
    fn an_offset_past_the_end_is_the_last_item() {
        let list = Extent::new(vec![10.0; 5]);
        assert_eq!(list.item_at(1_000.0), 4);
        assert_eq!(list.item_at(-5.0), 0);
    }

    #[test]
    fn an_edge_belongs_to_the_item_below_it() {
        let list = Extent::new(vec![10.0, 20.0, 30.0]);
        assert_eq!(list.item_at(9.9), 0);
        assert_eq!(list.item_at(10.0), 1);
        assert_eq!(list.item_at(30.0), 2);
    }

    #[test]
    fn the_window_reaches_beyond_the_viewport_by_its_margin() {
        let list = Extent::new(vec![10.0; 100]);
        assert_eq!(list.window(200.0, 100.0, 0.0), 20..31);
        assert_eq!(list.window(200.0, 100.0, 20.0), 18..33);
        assert_eq!(list.window(0.0, 100.0, 20.0), 0..13);
    }

    #[test]
    fn the_same_height_again_is_no_news() {
        let mut list = Extent::new(vec![10.0; 3]);
        assert!(!list.measure(1, 10.2));
        assert!(list.measure(1, 14.0));
        assert!(!list.measure(7, 14.0));
        assert!((list.total() - 34.0).abs() < 1e-9);
    }

    #[test]
    fn what_is_in_view_is_drawn_first() {
        assert_eq!(toward(&(0..0), &(100..146), 110, 12), 110..122);
        assert_eq!(toward(&(0..40), &(100..146), 110, 12), 110..122);
        assert_eq!(toward(&(110..122), &(100..146), 110, 30), 104..146);
        assert_eq!(toward(&(104..146), &(100..146), 110, 12), 100..146);
        assert_eq!(toward(&(90..120), &(100..146), 110, 12), 100..132);
        assert_eq!(toward(&(5..9), &(0..0), 0, 12), 0..0);
    }

    proptest! {
        #[test]
        fn the_target_is_reached_by_steps_that_are_small(
            drawn in (0_usize..300, 0_usize..80),
            target in (0_usize..300, 0_usize..80),
            visible in 0_usize..400,
            most in 1_usize..40,
        ) {
            let target = target.0..target.0 + target.1;
            let mut now = drawn.0..drawn.0 + drawn.1;
            for _ in 0..=target.len() {
                let next = toward(&now, &target, visible, most);
                let kept = next.clone().filter(|item| now.contains(item)).count();
                prop_assert!(next.len() - kept <= most);
                prop_assert!(next.start >= target.start && next.end <= target.end);
                now = next;
            }
            prop_assert_eq!(now, target);
        }

        #[test]
        fn offsets_are_the_sums_of_the_heights(
            heights in prop::collection::vec(1_u16..200, 1..80),
            news in prop::collection::vec((0_usize..80, 1_u16..200), 0..40),
            probe in 0_u32..20_000,
        ) {
            let mut plain: Vec<f64> = heights.iter().copied().map(f64::from).collect();
            let mut list = Extent::new(plain.clone());
            for (item, height) in news {
                list.measure(item, f64::from(height));
                if let Some(slot) = plain.get_mut(item) {
                    *slot = f64::from(height);
                }
            }
            let mut sum = 0.0;
            for (item, height) in plain.iter().enumerate() {
                prop_assert!((list.offset(item) - sum).abs() < 1e-6);
                sum += height;
            }
            prop_assert!((list.total() - sum).abs() < 1e-6);

            let probe = f64::from(probe);
            let mut expected = plain.len() - 1;
            let mut edge = 0.0;
            for (item, height) in plain.iter().enumerate() {
                edge += height;
                if probe < edge {
                    expected = item;
                    break;
                }
            }
            prop_assert_eq!(list.item_at(probe), expected);
        }
    }
}
