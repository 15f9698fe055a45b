//! A date as people write it, and as a `dateFormat` wants it.

/// A day, perhaps with a time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Date {
    year: u16,
    month: u8,
    day: u8,
    time: Option<(u8, u8, u8)>,
    /// Whether mermaid.js reads it whatever the chart's form is.
    pub(super) is_read_anyway: bool,
}

const MONTHS: [&str; 12] = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
];

/// Whether a text is a date of numbers that can only have its day before its month.
pub(super) fn has_day_first(text: &str) -> bool {
    numbers(text.trim()).is_some_and(|(parts, _)| {
        let [first, second, year] = parts;
        year.len() == 4 && value(first) > Some(12) && value(second) <= Some(12)
    })
}

impl Date {
    /// Reads a date, and nothing else. Where it could have its day or its month first,
    /// `is_day_first` tells.
    pub(super) fn read(text: &str, is_day_first: bool) -> Option<Self> {
        let (date, time) = split_time(text);
        let is_plain = time.is_none_or(|time| !time.contains(char::is_alphabetic));
        let time = match time {
            Some(time) => Some(read_time(time)?),
            None => None,
        };
        let read = of_numbers(date, is_day_first)
            .or_else(|| compact(date))
            .or_else(|| in_words(date))?;
        let is_date =
            (1..=12).contains(&read.month) && (1..=days(read.year, read.month)).contains(&read.day);
        is_date.then_some(Self {
            time,
            is_read_anyway: read.is_read_anyway && is_plain,
            ..read
        })
    }

    /// The date in a form of Day.js. What a form has no room for, or cannot be written here, makes it
    /// ISO 8601, which mermaid.js reads too.
    pub(super) fn write(&self, form: &str) -> String {
        self.formed(form).unwrap_or_else(|| {
            let Self {
                year, month, day, ..
            } = self;
            let time = self
                .time
                .map(|(hour, minute, second)| format!("T{hour:02}:{minute:02}:{second:02}"));
            format!("{year:04}-{month:02}-{day:02}{}", time.unwrap_or_default())
        })
    }

    fn formed(&self, form: &str) -> Option<String> {
        let (hour, minute, second) = self.time.unwrap_or_default();
        let mut written = String::new();
        let mut told = Vec::new();
        let mut rest = form;
        while let Some(first) = rest.chars().next() {
            let same = rest.chars().take_while(|c| *c == first).count();
            let (token, after) = rest.split_at(same * first.len_utf8());
            rest = after;
            let part = match token {
                "YYYY" => format!("{:04}", self.year),
                "MM" => format!("{:02}", self.month),
                "M" => self.month.to_string(),
                "MMM" => name(self.month)?.get(..3)?.to_owned(),
                "MMMM" => name(self.month)?,
                "DD" => format!("{:02}", self.day),
                "D" => self.day.to_string(),
                "HH" => format!("{hour:02}"),
                "H" => hour.to_string(),
                "mm" => format!("{minute:02}"),
                "ss" => format!("{second:02}"),
                _ if first.is_alphanumeric() && first != 'T' => return None,
                _ => token.to_owned(),
            };
            told.push(first);
            written.push_str(&part);
        }
        let has = |part: &char| told.contains(part);
        let is_whole = ['Y', 'M', 'D'].iter().all(has)
            && (self.time.is_none() || ['H', 'm'].iter().all(has))
            && (second == 0 || has(&'s'));
        is_whole.then_some(written)
    }
}

/// A date and the time after it.
fn split_time(text: &str) -> (&str, Option<&str>) {
    let at = text.find(':').and_then(|colon| {
        let before = text.get(..colon)?;
        before.rfind(|c: char| !c.is_ascii_digit())
    });
    match at.and_then(|at| Some((text.get(..at)?, text.get(at + 1..)?))) {
        Some((date, time)) if !date.is_empty() => (date.trim(), Some(time.trim())),
        _ => (text, None),
    }
}

fn read_time(text: &str) -> Option<(u8, u8, u8)> {
    let lower = text.to_ascii_lowercase();
    let afternoon = lower.strip_suffix("pm");
    let morning = lower.strip_suffix("am");
    let digits = afternoon.or(morning).unwrap_or(&lower).trim();
    let mut parts = digits.trim_end_matches('z').split(':');
    let hour: u8 = parts.next()?.parse().ok()?;
    let minute: u8 = parts.next()?.parse().ok()?;
    let second: u8 = parts.next().map_or(Some(0), |part| part.parse().ok())?;
    let hour = match (hour, afternoon, morning) {
        (12, _, Some(_)) => 0,
        (1..=11, Some(_), _) => hour + 12,
        _ => hour,
    };
    let is_time = hour < 24 && minute < 60 && second < 60 && parts.next().is_none();
    is_time.then_some((hour, minute, second))
}

/// Three numbers between two marks that are the same.
fn numbers(text: &str) -> Option<([&str; 3], char)> {
    let mark = text.chars().find(|c| !c.is_ascii_digit())?;
    let mut parts = text.split(mark);
    let found = [parts.next()?, parts.next()?, parts.next()?];
    let are_numbers = found.iter().all(|part| value(part).is_some());
    (matches!(mark, '-' | '/' | '.') && are_numbers && parts.next().is_none())
        .then_some((found, mark))
}

fn value(digits: &str) -> Option<u16> {
    let is_number = digits.bytes().all(|digit| digit.is_ascii_digit());
    is_number.then(|| digits.parse().ok()).flatten()
}

fn of_numbers(text: &str, is_day_first: bool) -> Option<Date> {
    let ([first, second, third], mark) = numbers(text)?;
    let small = |digits: &str| value(digits).and_then(|value| u8::try_from(value).ok());
    let (year, month, day) = if first.len() == 4 {
        (first, second, third)
    } else if third.len() == 4 && (is_day_first || mark == '.') {
        (third, second, first)
    } else if third.len() == 4 {
        (third, first, second)
    } else {
        return None;
    };
    Some(Date {
        year: value(year)?,
        month: small(month)?,
        day: small(day)?,
        time: None,
        is_read_anyway: first.len() == 4 && mark != '.',
    })
}

/// `20240105`.
fn compact(text: &str) -> Option<Date> {
    if text.len() != 8 {
        return None;
    }
    let small = |digits: &str| value(digits).and_then(|value| u8::try_from(value).ok());
    let year = value(text.get(..4)?)?;
    (1900..=2200).contains(&year).then_some(())?;
    Some(Date {
        year,
        month: small(text.get(4..6)?)?,
        day: small(text.get(6..)?)?,
        time: None,
        is_read_anyway: false,
    })
}

/// `Jan 5 2024`, `5th of January, 2024`, `January 2024`, which begins on its first day.
fn in_words(text: &str) -> Option<Date> {
    let (mut year, mut month, mut day) = (None, None, None);
    for word in text
        .split([' ', ',', '-', '.'])
        .filter(|word| !word.is_empty())
    {
        let lower = word.to_lowercase();
        let digits = lower.trim_end_matches(|c: char| c.is_ascii_lowercase());
        let suffix = lower.get(digits.len()..)?;
        let place = match (value(digits).filter(|_| !digits.is_empty()), suffix) {
            (Some(number), "") if digits.len() == 4 => year.replace(number).is_some(),
            (Some(number), "" | "st" | "nd" | "rd" | "th") if digits.len() < 3 => {
                day.replace(u8::try_from(number).ok()?).is_some()
            }
            (None, "of") => false,
            (None, name) if name.len() >= 3 => {
                let at = MONTHS.iter().position(|known| known.starts_with(name))?;
                month.replace(u8::try_from(at + 1).ok()?).is_some()
            }
            _ => return None,
        };
        // What is said twice is no date.
        if place {
            return None;
        }
    }
    Some(Date {
        year: year?,
        month: month?,
        day: day.unwrap_or(1),
        time: None,
        is_read_anyway: false,
    })
}

fn name(month: u8) -> Option<String> {
    let name = MONTHS.get(usize::from(month).checked_sub(1)?)?;
    let (first, rest) = name.split_at(1);
    Some(first.to_uppercase() + rest)
}

fn days(year: u16, month: u8) -> u8 {
    match month {
        2 if year.is_multiple_of(4) && !year.is_multiple_of(100)
            || month == 2 && year.is_multiple_of(400) =>
        {
            29
        }
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn written(text: &str, is_day_first: bool, form: &str) -> Option<String> {
        Date::read(text, is_day_first).map(|date| date.write(form))
    }

    #[test]
    fn dates_are_read_in_the_forms_that_people_write() {
        for text in [
            "2024-01-05",
            "2024/1/5",
            "2024.01.05",
            "20240105",
            "05.01.2024",
            "01/05/2024",
            "Jan 5 2024",
            "January 5th, 2024",
            "5 Jan 2024",
            "5-Jan-2024",
        ] {
            let date = written(text, false, "YYYY-MM-DD");
            assert_eq!(date.as_deref(), Some("2024-01-05"), "{text}");
        }
        assert_eq!(
            written("05/01/2024", true, "D MMM YYYY").as_deref(),
            Some("5 Jan 2024")
        );
        assert_eq!(
            written("Jan 5 2024 2:30 pm", false, "YYYY-MM-DD HH:mm").as_deref(),
            Some("2024-01-05 14:30")
        );
    }

    #[test]
    fn what_the_form_has_no_room_for_is_kept() {
        assert_eq!(
            written("05.01.2024 10:30", false, "YYYY-MM-DD").as_deref(),
            Some("2024-01-05T10:30:00")
        );
    }

    #[test]
    fn what_is_no_date_is_none() {
        for text in [
            "2024-13-01",
            "30.02.2024",
            "3d",
            "a1",
            "Q1 2024",
            "after a1",
            "1.2.3",
            "12",
            "",
        ] {
            assert_eq!(Date::read(text, false), None, "{text}");
        }
        assert!(has_day_first("15/01/2024") && !has_day_first("01/15/2024"));
    }
}
