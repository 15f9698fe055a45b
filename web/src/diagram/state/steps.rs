//! The steps of a task, and how many of them the worker knows.

use ichiban_engine::diagram::author::{Step, Task};

/// Every step of a task, in order. They are kept to its end, for a worker that takes the place of
/// another.
#[derive(Debug, Default)]
pub(super) struct Steps {
    all: Vec<Step>,
    told: usize,
    /// How many of the task's questions were asked.
    asked: u32,
}

impl Steps {
    /// Those of a task that begins.
    pub(super) fn begin(task: Task) -> Self {
        Self {
            all: vec![Step::Begin(task)],
            told: 0,
            asked: 0,
        }
    }

    /// Something happened.
    pub(super) fn push(&mut self, step: Step) {
        self.all.push(step);
    }

    /// Whether the worker does not know all of them.
    pub(super) fn has_news(&self) -> bool {
        self.told < self.all.len()
    }

    /// What the worker does not know; it will.
    pub(super) fn take_news(&mut self) -> Vec<Step> {
        let news = self.all.get(self.told..).unwrap_or_default().to_vec();
        self.told = self.all.len();
        news
    }

    /// The worker is another, and knows nothing.
    pub(super) fn tell_again(&mut self) {
        self.told = 0;
    }

    /// Whether the last of this many questions is to be asked; from then on it is.
    pub(super) fn is_to_ask(&mut self, questions: u32) -> bool {
        let is_new = questions > self.asked;
        self.asked = self.asked.max(questions);
        is_new
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_worker_is_told_each_step_once_and_a_new_one_all_of_them() {
        let mut steps = Steps::begin(Task::default());
        assert_eq!(steps.take_news().len(), 1);
        assert!(!steps.has_news());
        steps.push(Step::Failed);
        assert!(steps.has_news());
        assert_eq!(steps.take_news(), [Step::Failed]);
        assert_eq!(steps.take_news(), []);
        steps.tell_again();
        assert!(steps.has_news());
        assert_eq!(steps.take_news().len(), 2);
    }

    #[test]
    fn a_question_that_is_told_again_is_not_asked_again() {
        let mut steps = Steps::begin(Task::default());
        assert!(steps.is_to_ask(1));
        assert!(!steps.is_to_ask(1));
        assert!(steps.is_to_ask(2));
        assert!(!steps.is_to_ask(1) && !steps.is_to_ask(2));
    }
}
