//! What the worker has asked of the browser itself: only a window may use what is built in.

use std::collections::HashMap;

use ichiban_engine::protocol::Command;
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::State;
use crate::on_device::Asking;

impl State {
    /// Asks for the worker, and passes the answer on.
    pub(super) fn ask_device(self, exchange: u32, interface: &str, request: &str) {
        let said = move |lines, is_over| {
            self.download.set(None);
            self.send(&Command::DeviceSaid {
                exchange,
                lines,
                is_over,
            });
            if is_over {
                // Not now: it is what speaks.
                spawn_local(async move { self.leave_device(exchange) });
            }
        };
        let loaded = move |part: f64| {
            // From 0 to 100.
            #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
            let percent = (part.clamp(0.0, 1.0) * 100.0) as u32;
            self.download.set((percent < 100).then_some(percent));
        };
        let asking = Asking::begin(interface, request, said, loaded);
        self.asking.update_value(|all| {
            all.insert(exchange, asking);
        });
    }

    /// Stops a question, or forgets one that was answered.
    pub(super) fn leave_device(self, exchange: u32) {
        self.asking.update_value(|all| {
            all.remove(&exchange);
        });
        self.download.set(None);
    }

    /// Stops every question.
    pub(super) fn leave_devices(self) {
        self.asking.update_value(HashMap::clear);
        self.download.set(None);
    }
}
