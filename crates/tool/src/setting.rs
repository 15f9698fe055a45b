//! What a tool lets a person choose: declared once, shown as a form and as command-line flags.

use std::collections::BTreeMap;

/// One choice.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Setting {
    /// Its kebab-case name, as in the flag `--name`.
    pub name: &'static str,
    /// What it does, as a phrase for a form's label and a flag's help.
    pub about: &'static str,
    /// What may be chosen.
    pub choice: Choice,
}

/// What may be chosen, and what is chosen if nothing is said.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Choice {
    /// On or off; off if nothing is said.
    Flag,
    /// One of a few words; the first if nothing is said.
    OneOf(&'static [&'static str]),
    /// A text, and the one taken if nothing is said.
    Text(&'static str),
}

/// What a person chose, by the setting's name.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Settings(BTreeMap<String, String>);

/// A choice that cannot be made.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UnknownChoice {
    /// The setting's name.
    pub name: String,
    /// What was chosen.
    pub chosen: String,
    /// What may be chosen; empty if there is no such setting.
    pub choices: Vec<&'static str>,
}

impl std::fmt::Display for UnknownChoice {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let Self {
            name,
            chosen,
            choices,
        } = self;
        if choices.is_empty() {
            return write!(f, "there is no option --{name} here");
        }
        write!(
            f,
            "--{name} cannot be `{chosen}`: choose one of {}",
            choices.join(", ")
        )
    }
}

impl std::error::Error for UnknownChoice {}

impl Settings {
    /// Chooses; the last choice for a name counts. A flag is `true` or `false`.
    pub fn set(&mut self, name: &str, value: &str) {
        self.0.insert(name.to_owned(), value.to_owned());
    }

    /// Whether all that was chosen is among the settings declared.
    pub fn check(&self, declared: &[Setting]) -> Result<(), UnknownChoice> {
        for (name, chosen) in &self.0 {
            let setting = declared.iter().find(|setting| setting.name == name);
            let choices: &[&'static str] = match setting.map(|setting| setting.choice) {
                Some(Choice::Text(_)) => continue,
                Some(Choice::Flag) => &["true", "false"],
                Some(Choice::OneOf(words)) => words,
                None => &[],
            };
            if !choices.contains(&chosen.as_str()) {
                let (name, chosen) = (name.clone(), chosen.clone());
                return Err(UnknownChoice {
                    name,
                    chosen,
                    choices: choices.to_vec(),
                });
            }
        }
        Ok(())
    }

    /// The value of a text or a word.
    pub fn text<'a>(&'a self, setting: &Setting) -> &'a str {
        match (self.0.get(setting.name), setting.choice) {
            (Some(chosen), _) => chosen,
            (None, Choice::Text(text)) => text,
            (None, Choice::OneOf(words)) => words.first().copied().unwrap_or_default(),
            (None, Choice::Flag) => "false",
        }
    }

    /// The value of a flag.
    pub fn flag(&self, setting: &Setting) -> bool {
        self.text(setting) == "true"
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const COLOUR: Setting = Setting {
        name: "colour",
        about: "Colour",
        choice: Choice::OneOf(&["red", "blue"]),
    };

    #[test]
    fn the_first_word_is_taken_if_nothing_is_said() {
        let mut settings = Settings::default();
        assert_eq!(settings.text(&COLOUR), "red");
        settings.set("colour", "blue");
        assert_eq!(settings.text(&COLOUR), "blue");
    }

    #[test]
    fn an_unknown_choice_is_refused_with_the_choices() {
        let mut settings = Settings::default();
        settings.set("colour", "green");
        let error = settings.check(&[COLOUR]).unwrap_err();
        assert_eq!(
            error.to_string(),
            "--colour cannot be `green`: choose one of red, blue"
        );
        assert!(settings.check(&[]).is_err());
    }
}
