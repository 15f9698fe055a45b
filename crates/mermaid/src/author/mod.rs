//! A language model writes a diagram, changes one, or explains it.
//!
//! [`Session`] holds the conversation without a word on who carries it: it says what to ask, takes
//! the events of the answer, and has at every moment the diagram that can be drawn of what has come.
//!
//! ```
//! use ichiban_mermaid::author::{Outcome, Session, Task};
//! use ichiban_model::{Ending, Event};
//!
//! let task = Task { instruction: "How a parcel travels".to_owned(), ..Task::default() };
//! let mut session = Session::new(task, "some-model");
//! let request = session.next_request().unwrap();
//! assert_eq!(request.messages.len(), 2);
//! let text = "```mermaid\nflowchart LR\n  Shop --> Depot\n  Depot --> Ho".to_owned();
//! let _ = session.absorb(&Event::TextDelta { text });
//! assert_eq!(session.frame().unwrap(), "flowchart LR\n  Shop --> Depot\nDepot\n");
//! let text = "me\n```\n".to_owned();
//! let _ = session.absorb(&Event::TextDelta { text });
//! let _ = session.absorb(&Event::Ended { ending: Ending::Complete });
//! let Some(Outcome::Complete { text, .. }) = session.outcome() else { panic!() };
//! assert_eq!(text, "flowchart LR\n  Shop --> Depot\n  Depot --> Home\n");
//! ```
//!
//! | file | concern |
//! | --- | --- |
//! | `session` | the conversation |
//! | `prompt` | its requests |
//! | `grammar`, `gbnf` | what a server may hold the model to |
//! | `merge` | a diagram that is being changed, as far as it has come |
//! | [`explain`](fn@explain) | what a model is asked about a diagram in words |

mod explain;
mod gbnf;
mod grammar;
mod merge;
mod prompt;
mod session;

pub use explain::{Subject, explain};
pub use session::{Flow, Outcome, Session, Task};
