//! Where a picture lies in its pane, and how large it is drawn. Lengths are CSS pixels.

/// Smaller than this nothing can be told apart.
const LEAST: f64 = 0.02;
/// Larger than this a letter fills the pane.
const MOST: f64 = 16.0;
/// Between the picture and the pane's edge, when it fits.
const MARGIN: f64 = 24.0;
/// As much of a picture stays in the pane, wherever it is moved.
const IN_VIEW: f64 = 40.0;
/// As much larger a picture that grows may become before it is drawn smaller again.
const GROWTH: f64 = 1.4;

/// An extent.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub(super) struct Size {
    pub(super) width: f64,
    pub(super) height: f64,
}

/// A part of a picture, in the picture's own coordinates, which begin at its corner.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub(super) struct Area {
    pub(super) x: f64,
    pub(super) y: f64,
    pub(super) size: Size,
}

/// How a picture lies in its pane: a point `p` of it is at `p × scale + (x, y)`.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Viewport {
    pub(super) x: f64,
    pub(super) y: f64,
    pub(super) scale: f64,
}

impl Default for Viewport {
    fn default() -> Self {
        Self {
            x: 0.0,
            y: 0.0,
            scale: 1.0,
        }
    }
}

impl Viewport {
    /// The whole picture in the middle of the pane, enlarged `most` times at most.
    pub(super) fn fitting(picture: Size, pane: Size, most: f64) -> Self {
        let room = |length: f64| (length - 2.0 * MARGIN).max(1.0);
        let scale = (room(pane.width) / picture.width.max(1.0))
            .min(room(pane.height) / picture.height.max(1.0))
            .min(most)
            .clamp(LEAST, MOST);
        Self {
            x: (pane.width - picture.width * scale) / 2.0,
            y: (pane.height - picture.height * scale) / 2.0,
            scale,
        }
    }

    /// After the picture became another: as it lay, `shift` (right and down, in the picture's own
    /// coordinates) from the one before, so that what is in both stays where it is. If that leaves
    /// part of it outside, it is made smaller, with room left to grow.
    pub(super) fn following(self, shift: (f64, f64), picture: Size, pane: Size, most: f64) -> Self {
        let moved = self.shifted(shift);
        let all = Area {
            size: picture,
            ..Area::default()
        };
        if moved.shows(all, pane) {
            return moved;
        }
        let grown = Size {
            width: picture.width * GROWTH,
            height: picture.height * GROWTH,
        };
        let scale = Self::fitting(grown, pane, most).scale;
        Self::fitting(picture, pane, scale)
    }

    /// Moved by a distance in the picture's own coordinates.
    pub(super) fn shifted(self, (right, down): (f64, f64)) -> Self {
        Self {
            x: self.x + right * self.scale,
            y: self.y + down * self.scale,
            ..self
        }
    }

    /// Moved by a distance in the pane.
    pub(super) fn moved(self, dx: f64, dy: f64, picture: Size, pane: Size) -> Self {
        Self {
            x: self.x + dx,
            y: self.y + dy,
            ..self
        }
        .held(picture, pane)
    }

    /// Enlarged `by` times, while the point of the picture under this point of the pane stays there.
    pub(super) fn zoomed(self, by: f64, (px, py): (f64, f64), picture: Size, pane: Size) -> Self {
        let scale = (self.scale * by).clamp(LEAST, MOST);
        let by = scale / self.scale;
        Self {
            x: px - (px - self.x) * by,
            y: py - (py - self.y) * by,
            scale,
        }
        .held(picture, pane)
    }

    /// With the middle of an area in the middle of the pane, large enough to be read.
    pub(super) fn showing(self, area: Area, picture: Size, pane: Size) -> Self {
        let scale = self.scale.max(0.6);
        Self {
            x: pane.width / 2.0 - (area.x + area.size.width / 2.0) * scale,
            y: pane.height / 2.0 - (area.y + area.size.height / 2.0) * scale,
            scale,
        }
        .held(picture, pane)
    }

    /// What of the picture is in the pane.
    pub(super) fn seen(self, pane: Size) -> Area {
        Area {
            x: -self.x / self.scale,
            y: -self.y / self.scale,
            size: Size {
                width: pane.width / self.scale,
                height: pane.height / self.scale,
            },
        }
    }

    /// Whether all of an area is in the pane.
    pub(super) fn shows(self, area: Area, pane: Size) -> bool {
        let seen = self.seen(pane);
        area.x >= seen.x
            && area.y >= seen.y
            && area.x + area.size.width <= seen.x + seen.size.width
            && area.y + area.size.height <= seen.y + seen.size.height
    }

    fn held(self, picture: Size, pane: Size) -> Self {
        let hold = |at: f64, length: f64, room: f64| {
            let length = length * self.scale;
            let most = room - IN_VIEW.min(length);
            let least = IN_VIEW.min(length) - length;
            at.clamp(least.min(most), most.max(least))
        };
        Self {
            x: hold(self.x, picture.width, pane.width),
            y: hold(self.y, picture.height, pane.height),
            ..self
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const PANE: Size = Size {
        width: 800.0,
        height: 600.0,
    };
    const PICTURE: Size = Size {
        width: 2_000.0,
        height: 500.0,
    };

    #[test]
    fn what_fits_is_in_the_middle_and_not_enlarged() {
        let small = Size {
            width: 100.0,
            height: 50.0,
        };
        let view = Viewport::fitting(small, PANE, 1.0);
        assert_eq!(
            view,
            Viewport {
                x: 350.0,
                y: 275.0,
                scale: 1.0
            }
        );
        let view = Viewport::fitting(PICTURE, PANE, 1.0);
        let all = Area {
            size: PICTURE,
            ..Area::default()
        };
        assert!(view.shows(all, PANE), "{view:?}");
        assert!(!Viewport::default().shows(all, PANE));
    }

    #[test]
    fn a_picture_that_grows_stays_where_it_is_until_there_is_no_room() {
        let size = |height| Size {
            width: 100.0,
            height,
        };
        let mut view = Viewport::fitting(size(50.0), PANE, 1.0);
        let mut steps = 0;
        for height in (60..4_000).step_by(20) {
            let picture = size(f64::from(height));
            // It grows upwards by two pixels, and downwards by the rest.
            let next = view.following((0.0, -2.0), picture, PANE, 1.0);
            let all = Area {
                size: picture,
                ..Area::default()
            };
            assert!(next.shows(all, PANE));
            let stayed = view.shifted((0.0, -2.0));
            if stayed.shows(all, PANE) {
                assert_eq!(next, stayed);
            } else {
                assert!(next.scale <= view.scale);
                steps += 1;
            }
            view = next;
        }
        assert!(steps < 12, "{steps} steps");
    }

    #[test]
    fn a_zoom_holds_the_point_under_the_pointer() {
        let view = Viewport::fitting(PICTURE, PANE, 1.0);
        let at = (300.0, 310.0);
        let point = |view: Viewport| ((at.0 - view.x) / view.scale, (at.1 - view.y) / view.scale);
        let (x, y) = point(view);
        let (nx, ny) = point(view.zoomed(1.5, at, PICTURE, PANE));
        assert!((x - nx).abs() < 1e-9 && (y - ny).abs() < 1e-9);
    }

    #[test]
    fn a_zoom_has_bounds() {
        let mut view = Viewport::default();
        for _ in 0..100 {
            view = view.zoomed(2.0, (0.0, 0.0), PICTURE, PANE);
        }
        assert!(view.scale <= MOST);
        for _ in 0..100 {
            view = view.zoomed(0.5, (0.0, 0.0), PICTURE, PANE);
        }
        assert!(view.scale >= LEAST);
    }

    #[test]
    fn a_picture_is_never_lost() {
        let view = Viewport::default();
        for (dx, dy) in [(1e6, 1e6), (-1e6, -1e6), (1e6, -1e6)] {
            let view = view.moved(dx, dy, PICTURE, PANE);
            let seen = view.seen(PANE);
            assert!(seen.x < PICTURE.width && seen.x + seen.size.width > 0.0);
            assert!(seen.y < PICTURE.height && seen.y + seen.size.height > 0.0);
        }
    }

    #[test]
    fn what_is_shown_is_in_the_middle() {
        let area = Area {
            x: 1_500.0,
            y: 200.0,
            size: Size {
                width: 100.0,
                height: 40.0,
            },
        };
        let view = Viewport::fitting(PICTURE, PANE, 1.0).showing(area, PICTURE, PANE);
        assert!(view.shows(area, PANE));
        assert!((area.x + 50.0) * view.scale + view.x - 400.0 < 1e-9);
    }
}
