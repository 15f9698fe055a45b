//! What the worker reports, folded into the signals. Runs at most once a frame.

use std::collections::HashSet;
use std::time::Duration;

use ichiban_engine::protocol::{Column, Command, Outcome, Progress, Report, Revision, Row};
use leptos::prelude::*;

use super::{Awaited, MemoryList, Read, Run, SecondFile, State};
use crate::engine::News;
use crate::shell::words::t;
use crate::translate::locales;
use crate::translate::sheet::Slot;

impl State {
    /// Takes what happened since the last frame.
    pub(super) fn hear(self, news: News<Vec<Report>>) {
        match news {
            News::Message(reports) => self.fold(reports),
            News::Replaced => self.brief_again(),
            News::Lost(reason) => {
                self.run.set(Run::Idle);
                self.tell(t!("translate-engine-lost", reason = reason), true);
            }
        }
    }

    fn fold(self, reports: Vec<Report>) {
        let mut changed: HashSet<(Column, Row)> = HashSet::new();
        let mut is_new_version = false;
        for report in reports {
            match report {
                Report::Ready => {}
                Report::Opened {
                    revision,
                    format,
                    rows,
                    layout,
                    locale,
                    style,
                    diagnostics,
                } => {
                    if !self.is_last(revision) {
                        continue;
                    }
                    self.source.update(|source| {
                        source.read = Some(Read {
                            format,
                            layout,
                            rows,
                            locale,
                            style,
                        });
                        source.problems = diagnostics;
                        source.is_invalid = false;
                    });
                    is_new_version |= self
                        .sheet
                        .try_update_value(|sheet| sheet.opened(revision, rows))
                        .unwrap_or_default();
                    self.was_read();
                    self.fill_pseudo();
                }
                Report::Rows {
                    revision,
                    first,
                    rows,
                } => {
                    is_new_version |= self
                        .sheet
                        .try_update_value(|sheet| sheet.rows(revision, first, rows))
                        .unwrap_or_default();
                }
                Report::Invalid {
                    revision,
                    diagnostics,
                } => {
                    if !self.is_last(revision) {
                        continue;
                    }
                    self.source.update(|source| {
                        source.problems = diagnostics;
                        source.is_invalid = true;
                    });
                    self.was_read();
                }
                Report::Unknown { revision } => {
                    if self.is_last(revision) {
                        self.send_whole();
                    }
                }
                Report::Cells(updates) => {
                    self.sheet.update_value(|sheet| {
                        for update in updates {
                            let cell = (update.column, update.row);
                            if sheet.update(update) {
                                changed.insert(cell);
                            }
                        }
                    });
                }
                Report::Findings { column, findings } => self.findings.update(|all| {
                    all.retain(|(known, _)| *known != column);
                    all.push((column, findings));
                }),
                Report::Difference { column, difference } => self.differs(column, difference),
                Report::Consulted {
                    ticket,
                    terms,
                    similar,
                } => self.was_consulted(ticket, terms, similar),
                Report::MemoryList {
                    ticket,
                    total,
                    found,
                    entries,
                } => self.memory_listed(
                    ticket,
                    MemoryList {
                        total,
                        found,
                        entries,
                    },
                ),
                Report::MemoryImported {
                    ticket,
                    entries,
                    notices,
                } => {
                    self.take_awaited(ticket);
                    self.memory_imported(entries, notices.len());
                }
                Report::MemoryKept { fault } => self.memory_fault.set(fault),
                Report::GlossaryRead {
                    ticket,
                    entries,
                    notices,
                } => {
                    if let Some(Awaited::Glossary(take)) = self.take_awaited(ticket) {
                        let read = t!("translate-glossary-read", count = entries.len());
                        let lines = notices.iter().take(3).map(|it| {
                            t!(
                                "translate-glossary-line",
                                line = it.place.line.to_string(),
                                message = &it.message,
                                hint = &it.hint
                            )
                        });
                        let words: Vec<String> = std::iter::once(read).chain(lines).collect();
                        self.glossary_notice.set(Some((words.join(" "), false)));
                        take(entries);
                    }
                }
                Report::AskDevice {
                    exchange,
                    interface,
                    request,
                } => self.ask_device(exchange, &interface, &request),
                Report::LeaveDevice { exchange } => self.leave_device(exchange),
                Report::Progress(progress) => self.progressed(progress),
                Report::Waiting { failure, .. } => self.run.update(|run| {
                    if let Run::Going { waiting, .. } = run {
                        *waiting = Some(failure);
                    }
                }),
                Report::Saved { run, lines } => self.app.saved(run, lines),
                Report::Sent { entries, spent } => self.app.sent(entries, spent),
                Report::Ended(outcome) => self.ended(outcome),
                Report::Exported {
                    ticket,
                    file_name,
                    media_type,
                    bytes,
                } => self.exported(ticket, &file_name, &media_type, bytes),
                Report::Recognised {
                    ticket,
                    format,
                    locale,
                    shared,
                    rows,
                } => {
                    if let Some(Awaited::Recognition { text, name }) = self.take_awaited(ticket) {
                        // Half of its keys in common is a translation; less is another file.
                        if format.is_some() && shared > 0 && shared.saturating_mul(2) >= rows {
                            self.second.set(Some(SecondFile {
                                name,
                                text,
                                locale,
                                shared,
                                rows,
                            }));
                        } else if format.is_none() && name.is_none() {
                            self.tell(t!("translate-no-catalogue"), true);
                        } else {
                            self.open(text.to_string(), name);
                        }
                    }
                }
                Report::Refused { message, ticket } => {
                    match ticket.and_then(|ticket| self.take_awaited(ticket)) {
                        Some(Awaited::Glossary(_)) => {
                            self.glossary_notice.set(Some((message, true)));
                        }
                        Some(Awaited::MemoryImport) => {
                            self.memory_notice.set(Some((message, true)));
                        }
                        _ => self.tell(message, true),
                    }
                }
            }
        }
        if is_new_version {
            // A task of its own: to read the rows and to lay them out is more than a frame's work.
            set_timeout(move || self.renew(), Duration::ZERO);
        } else {
            self.refresh(&changed);
        }
        if is_new_version || !changed.is_empty() {
            let tally = self.with_sheet(super::Sheet::tally_of_all);
            if self.tally.get_untracked() != tally {
                self.tally.set(tally);
            }
        }
    }

    /// Other rows are in view: every watched cell may be another.
    fn renew(self) {
        let watched: HashSet<_> = self
            .watched
            .with_value(|watched| watched.keys().copied().collect());
        self.version.update(|version| *version += 1);
        self.refresh(&watched);
        self.show_problems();
        if self.review.with_untracked(Option::is_some) {
            // Its rows are others.
            self.begin_review();
        }
    }

    fn refresh(self, changed: &HashSet<(Column, Row)>) {
        // Signals are set outside the borrow: what they notify may watch other cells.
        let news: Vec<(RwSignal<Slot>, Slot)> = self.watched.with_value(|watched| {
            self.with_sheet(|sheet| {
                changed
                    .iter()
                    .filter_map(|&(column, row)| {
                        let signal = *watched.get(&(column, row))?;
                        let slot = sheet.slot(column, row)?;
                        (signal.try_with_untracked(|known| known != slot) == Some(true))
                            .then(|| (signal, slot.clone()))
                    })
                    .collect()
            })
        });
        for (signal, slot) in news {
            signal.set(slot);
        }
    }

    fn is_last(self, revision: Revision) -> bool {
        self.desk.with_value(|desk| desk.revision == revision)
    }

    fn was_read(self) {
        self.desk.update_value(|desk| desk.is_reading = false);
        self.show_problems();
        if self.desk.with_value(|desk| desk.is_dirty) {
            self.ask_to_send_edit();
        }
    }

    /// Shows the source's diagnostics in the editor.
    pub(crate) fn show_problems(self) {
        self.editor.with_value(|editor| {
            if let Some(editor) = editor {
                self.source
                    .with_untracked(|source| editor.set_problems(&source.problems));
            }
        });
    }

    fn fill_pseudo(self) {
        let pseudo = self.targets.with_untracked(|targets| {
            targets
                .iter()
                .find(|target| target.tag == locales::PSEUDO)
                .map(|target| target.column)
        });
        if let Some(column) = pseudo {
            self.send(&Command::Pseudo { column });
        }
    }

    fn progressed(self, progress: Progress) {
        let is_first = progress.first_token_ms.is_some()
            && self.run.with_untracked(|run| {
                run.progress()
                    .is_some_and(|known| known.first_token_ms.is_none())
            });
        if is_first {
            let (run, asked_ms) = self.asked.get_value();
            self.app.time_first_paint(run, asked_ms, move |took_ms| {
                self.first_paint_ms.set(Some(took_ms));
            });
        }
        self.run.update(|run| match run {
            Run::Going {
                progress: known,
                waiting,
            } => {
                if progress.settled > known.settled || progress.usage != known.usage {
                    *waiting = None;
                }
                *known = progress;
            }
            Run::Idle | Run::Over { .. } => {}
        });
        self.app.announce(t!(
            "translate-said-progress",
            done = progress.settled,
            total = progress.total
        ));
    }

    fn ended(self, outcome: Outcome) {
        let words = match &outcome {
            Outcome::Finished { attention: 0 } => t!("translate-said-finished"),
            Outcome::Finished { attention } => {
                t!("translate-said-attention", count = *attention)
            }
            Outcome::Stopped => t!("translate-said-stopped"),
            // The banner is an alert and speaks for itself.
            Outcome::Failed(_) => String::new(),
        };
        self.app.announce_now(words);
        let progress = self
            .run
            .with_untracked(super::Run::progress)
            .unwrap_or_default();
        self.run.set(Run::Over { progress, outcome });
    }
}
