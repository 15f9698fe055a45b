//! The settings that a tool declares, as flags of a command.

use clap::{Arg, ArgAction, ArgMatches, Command};
use ichiban_tool::{Choice, Setting, Settings};

/// Each setting once, with all that may be chosen and the names of those that have it.
#[derive(Debug)]
pub(super) struct Flags(Vec<Flag>);

#[derive(Debug)]
struct Flag {
    setting: Setting,
    words: Vec<&'static str>,
    owners: Vec<&'static str>,
}

impl Flags {
    /// The flags of all settings of the owners named.
    pub(super) fn of(owners: impl Iterator<Item = (&'static str, &'static [Setting])>) -> Self {
        let mut flags: Vec<Flag> = Vec::new();
        for (owner, settings) in owners {
            for setting in settings {
                let words = match setting.choice {
                    Choice::OneOf(words) => words,
                    Choice::Flag | Choice::Text(_) => &[],
                };
                match flags
                    .iter_mut()
                    .find(|flag| flag.setting.name == setting.name)
                {
                    Some(flag) => {
                        flag.owners.push(owner);
                        for word in words {
                            if !flag.words.contains(word) {
                                flag.words.push(word);
                            }
                        }
                    }
                    None => flags.push(Flag {
                        setting: *setting,
                        words: words.to_vec(),
                        owners: vec![owner],
                    }),
                }
            }
        }
        Self(flags)
    }

    /// A command with these flags. Which of them belong together is checked when it is known.
    pub(super) fn augment(&self, command: Command, heading: &'static str) -> Command {
        self.0.iter().fold(command, |command, flag| {
            let Flag {
                setting,
                words,
                owners,
            } = flag;
            let default = match setting.choice {
                Choice::Flag | Choice::Text("") => String::new(),
                Choice::OneOf(_) => format!(": {}", words.join(", ")),
                Choice::Text(text) => format!(" [{text}]"),
            };
            let help = format!("{}{default} ({})", setting.about, owners.join(", "));
            let arg = Arg::new(setting.name).long(setting.name).help(help);
            let arg = match setting.choice {
                Choice::Flag => arg.action(ArgAction::SetTrue),
                Choice::OneOf(_) => arg.value_name("WORD"),
                Choice::Text(_) => arg.value_name("TEXT"),
            };
            command.arg(arg.help_heading(heading))
        })
    }

    /// What was chosen.
    pub(super) fn chosen(&self, matches: &ArgMatches) -> Settings {
        let mut chosen = Settings::default();
        for Flag { setting, .. } in &self.0 {
            if setting.choice == Choice::Flag {
                if matches.get_flag(setting.name) {
                    chosen.set(setting.name, "true");
                }
            } else if let Some(text) = matches.get_one::<String>(setting.name) {
                chosen.set(setting.name, text);
            }
        }
        chosen
    }
}
