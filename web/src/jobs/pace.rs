//! When a job begins, and when it is given up: decided here, done by [`Jobs`](super::Jobs).

use std::time::Duration;

use ichiban_engine::job::Job;

/// How long a job may go on when its input is not wanted any more. A shorter one is waited for: its
/// result is newer than what is shown.
const PATIENCE_MS: f64 = 1_000.0;

/// Why a job has no answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Lost {
    /// The person stopped it.
    Stopped,
    /// It went on for too long, or took too much memory.
    TooMuch,
    /// It went on for longer than such a job may.
    TooLong,
    /// There is no worker, and why.
    NoWorker(String),
}

/// What a wish leads to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Next {
    /// To begin in the next frame.
    Begin,
    /// To end the worker: what it does takes long and nobody wants it.
    CutOff,
}

/// Who ended the worker on purpose.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Cut {
    /// The page, for another job.
    Newer,
    /// The person.
    Person,
    /// The page, for the time it took.
    Limit,
}

/// One job at a time, the newest wish next. Times are in milliseconds, on any clock.
#[derive(Debug, Default)]
pub(super) struct Pace {
    last: Job,
    /// When the last job was sent, while it goes on.
    since_ms: Option<f64>,
    /// Whether another job is to follow.
    is_wanted: bool,
    cut: Option<Cut>,
}

impl Pace {
    /// A job is wanted.
    pub(super) fn want(&mut self, now_ms: f64) -> Next {
        self.is_wanted = true;
        let is_late = self
            .since_ms
            .is_some_and(|since| now_ms - since > PATIENCE_MS);
        if is_late {
            self.cut = Some(Cut::Newer);
            Next::CutOff
        } else {
            Next::Begin
        }
    }

    /// A job is wanted that goes on with what the one before began: that is waited for, however long
    /// it takes.
    pub(super) fn want_next(&mut self) {
        self.is_wanted = true;
    }

    /// The job that begins now, if one is wanted and none goes on.
    pub(super) fn begin(&mut self, now_ms: f64) -> Option<Job> {
        if !self.is_wanted || self.since_ms.is_some() {
            return None;
        }
        self.is_wanted = false;
        self.last = Job(self.last.0.wrapping_add(1));
        self.since_ms = Some(now_ms);
        Some(self.last)
    }

    /// The worker is there: a job that was sent before begins now.
    pub(super) fn is_there(&mut self, now_ms: f64) {
        self.since_ms = self.since_ms.map(|_| now_ms);
    }

    /// Whether this job goes on.
    pub(super) fn is_going(&self, job: Job) -> bool {
        self.since_ms.is_some() && self.last == job
    }

    /// The job was answered, after how long; `None` if it is not the one that goes on.
    pub(super) fn answered(&mut self, job: Job, now_ms: f64) -> Option<f64> {
        if !self.is_going(job) {
            return None;
        }
        self.since_ms.take().map(|since| now_ms - since)
    }

    /// No job goes on any more, whatever became of it.
    pub(super) fn over(&mut self) {
        self.since_ms = None;
    }

    /// Whether a job is to follow.
    pub(super) fn is_wanted(&self) -> bool {
        self.is_wanted
    }

    /// The person stops it. Whether the worker is to be ended for that.
    pub(super) fn stop(&mut self) -> bool {
        self.is_wanted = false;
        let is_going = self.since_ms.is_some();
        if is_going {
            self.cut = Some(Cut::Person);
        }
        is_going
    }

    /// Whether a job has come to the limit of its time, so that the worker is to be ended.
    pub(super) fn limit(&mut self, job: Job, now_ms: f64, limit: Duration) -> bool {
        // Timers may be early by a millisecond.
        let limit_ms = limit.as_secs_f64() * 1_000.0 - 1.0;
        let is_over = self.last == job
            && self
                .since_ms
                .is_some_and(|since| now_ms - since >= limit_ms);
        if is_over {
            self.cut = Some(Cut::Limit);
        }
        is_over
    }

    /// The worker was replaced. Why the job that went on has no answer, unless it is not wanted.
    ///
    /// A job that was too much is not begun again by itself: it would end the same way.
    pub(super) fn replaced(&mut self) -> Option<Lost> {
        let was_going = self.since_ms.take().is_some();
        match self.cut.take() {
            Some(Cut::Newer) => None,
            Some(Cut::Person) => Some(Lost::Stopped),
            Some(Cut::Limit) => Some(Lost::TooLong),
            None => was_going.then_some(Lost::TooMuch),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_job_goes_on_and_the_newest_wish_is_next() {
        let mut pace = Pace::default();
        assert_eq!(pace.begin(0.0), None, "nobody wants anything");
        assert_eq!(pace.want(0.0), Next::Begin);
        let first = pace.begin(1.0).unwrap();
        for at in 2..5 {
            assert_eq!(pace.want(f64::from(at)), Next::Begin);
            assert_eq!(pace.begin(f64::from(at)), None, "one at a time");
        }
        assert_eq!(pace.answered(first, 21.0), Some(20.0));
        assert!(pace.is_wanted());
        let second = pace.begin(22.0).unwrap();
        assert_ne!(first, second);
        assert!(!pace.is_wanted());
        assert_eq!(pace.answered(first, 23.0), None, "an old answer");
        assert!(pace.is_going(second));
    }

    #[test]
    fn a_long_job_is_cut_off_for_a_newer_one_alone() {
        let mut pace = Pace::default();
        pace.want(0.0);
        pace.begin(0.0).unwrap();
        assert_eq!(pace.want(PATIENCE_MS), Next::Begin, "it may end any moment");
        assert_eq!(pace.want(PATIENCE_MS + 1.0), Next::CutOff);
        assert_eq!(pace.replaced(), None, "nobody waits for it");
        assert!(pace.begin(PATIENCE_MS + 2.0).is_some());
    }

    #[test]
    fn what_goes_on_with_a_job_waits_for_it() {
        let mut pace = Pace::default();
        pace.want_next();
        let job = pace.begin(0.0).unwrap();
        pace.want_next();
        assert_eq!(pace.begin(PATIENCE_MS * 9.0), None);
        assert!(pace.answered(job, PATIENCE_MS * 9.0).is_some());
        assert!(pace.is_wanted() && pace.begin(PATIENCE_MS * 9.0).is_some());
    }

    #[test]
    fn what_was_stopped_or_too_much_is_not_begun_again() {
        let mut pace = Pace::default();
        assert!(!pace.stop(), "nothing to stop");
        pace.want(0.0);
        pace.begin(0.0).unwrap();
        pace.want(1.0);
        assert!(pace.stop());
        assert_eq!(pace.replaced(), Some(Lost::Stopped));
        assert_eq!(pace.begin(2.0), None);

        pace.want(3.0);
        pace.begin(3.0).unwrap();
        assert_eq!(pace.replaced(), Some(Lost::TooMuch));
        assert_eq!(pace.begin(4.0), None);
        assert_eq!(pace.replaced(), None, "an idle worker is no loss");
    }

    #[test]
    fn a_job_at_its_limit_is_ended_once() {
        let mut pace = Pace::default();
        let limit = Duration::from_secs(10);
        pace.want(0.0);
        let job = pace.begin(0.0).unwrap();
        pace.is_there(4_000.0);
        assert!(!pace.limit(job, 10_000.0, limit), "the worker came late");
        assert!(pace.limit(job, 14_000.0, limit));
        assert_eq!(pace.replaced(), Some(Lost::TooLong));
        assert!(!pace.limit(job, 15_000.0, limit), "it does not go on");
        pace.want(16_000.0);
        let next = pace.begin(16_000.0).unwrap();
        assert!(!pace.limit(job, 27_000.0, limit), "another goes on");
        assert!(pace.is_going(next));
    }

    #[test]
    fn the_time_a_worker_takes_to_come_is_not_the_jobs() {
        let mut pace = Pace::default();
        pace.want(0.0);
        let job = pace.begin(0.0).unwrap();
        pace.is_there(500.0);
        assert_eq!(pace.answered(job, 512.0), Some(12.0));
        pace.is_there(600.0);
        assert!(!pace.is_going(job));
    }
}
