### What stands around the tools and is fetched when it is first asked for: commands, keys, history,
### the settings as a file, use without a network.

## The list of commands

page-commands-title = Commands
page-commands-search = Search commands
page-commands-placeholder = Tools, actions, examples, settings
page-commands-none = No command is called that.
page-commands-many = Type to narrow it down.
page-commands-count =
    { $count ->
        [one] { $count } command
       *[other] { $count } commands
    }

## What a command is, beside its title

page-group-action = Action
page-group-tool = Tool
page-group-setting = Setting
page-group-recent = Recent
page-group-help = Help
# $tool is the name of a tool.
page-group-example = { $tool } example

## Commands. The words of `-about` are not shown: a command is found by them. They are those of the
## language, and after them the English ones, which some people type in every language.

page-command-link = Copy link
page-command-link-with-input = Copy link with the input
page-command-link-about = share address tool and its options
page-command-history-about = recent work pins export import forget
page-command-endpoint-about = settings key address
page-command-offline-about = settings offline keep everything download
page-command-settings-about = settings export import backup
# $theme is one of System, Light, Dark; $language the name of a language in that language.
page-command-theme = Theme: { $theme }
page-command-theme-about = settings colours appearance
page-command-keys-about = keyboard shortcuts help
page-command-language = Language: { $language }
# In each language with the words for “language” in all of them, so that who chose one by mistake finds back.
page-command-language-about = settings words translation 言語 sprache langue idioma
# $tool is the name of a tool.
page-command-favourite-add = Favourites: add { $tool }
page-command-favourite-remove = Favourites: take { $tool } out
page-command-favourite-about = star mark pin rail first
# $tool is the address of a tool.
page-command-recent-about = recent history { $tool }

## The table of keys: beside each key what it does, by where it does it

page-keys-title = Keys
page-keys-everywhere = Everywhere
page-keys-these = These keys, while no field has the focus
page-keys-paste = Paste data anywhere: the tool in view takes it
page-keys-stop = Stop what goes on; close what is open above the page
page-keys-tool = The tool in view
page-keys-translate = Translate: ask the model for what is missing
page-keys-convert = Convert: copy the output
page-keys-repair = Repair: put the repair in place of the text
page-keys-diagram = Diagram: fix what is found wrong
page-keys-editors = Editors
page-keys-undo = Undo
page-keys-search = Search
# Two keys, one after the other.
page-keys-leave-keys = Esc, then Tab
page-keys-leave = Leave the editor
page-keys-lists = Lists and dividers
page-keys-through = Through a list or a menu
page-keys-ends = To its first and its last
page-keys-divider = Move a divider that has the focus

## An address that leads nowhere

page-lost-title = There is nothing here
page-lost-address = The address { $address } belongs to no tool.
page-lost-tools = These are the tools. Nothing of yours is lost: what is open in them stays open.
# A tool, and what it is for.
page-lost-tool = { $tool }: { $about }

## Messages above the page

page-said-replaced = What was open was replaced.
page-said-put-back = Put it back

## Links, which carry a tool and its options, and the input if a person asks for it

page-link-not-one = A link carries one text, and there is not one open here.
page-link-copied = Copied the link: the tool and its options, no input.
page-link-copied-with-input = Copied the link. Who has it can read the input.
# In backticks is what is drawn as code.
page-link-saved-instead = The input is too long for a link. Saved `{ $file }`: send that.
page-link-too-long = With the input, the link would take { $bytes } bytes; programs that carry links take { $most } at most. Save the input as a file and send that.
page-link-secret =
    The input holds what looks like { $secret ->
        [private-key] a private key
        [api-key] an API key
        [access-key] an access key
        [token] a token
       *[signed-token] a signed token
    }. A link would give it to whoever gets the link: take it out first.
page-link-unwritable = The link could not be written: { $why }.
page-link-later = This link was made by a later version of Ichiban. Reload the page, then open it again. Nothing was changed.
page-link-too-large = This link holds more than the page takes from a link. Ask for the input as a file. Nothing was changed.
page-link-damaged = This link is damaged: something cut it off or changed it on the way. Ask for it again. Nothing was changed.
page-link-other-tool = This link is for a tool that this page does not have. Nothing was changed.

## History

page-history-empty = Nothing yet. What you open is kept here, in this browser alone.
page-history-off = History is off: nothing that you open is kept.
page-history-search = Search
page-history-search-label = Search history
page-history-list = What was worked on, the newest first
page-history-none = Nothing has these words.
page-history-pin = Pin
page-history-unpin = Unpin
page-history-forget = Forget
# The same for screen readers. $title is the name of a file, or the first words of a text.
page-history-pin-this = Pin { $title }
page-history-unpin-this = Unpin { $title }
page-history-forget-this = Forget { $title }
# How long ago something was worked on, as short as it can be said.
page-history-now = now
page-history-minutes-ago = { $count } min ago
page-history-hours-ago = { $count } h ago
page-history-days-ago =
    { $count ->
        [one] { $count } day ago
       *[other] { $count } days ago
    }
page-history-keep = Keep what I work on in this browser
page-history-keep-about = Never what is larger than 2 MB, nor what holds a key or a token. The last 200 are kept, and what is pinned.
page-export = Export
# $open is a button that opens a file.
page-import = Import: { $open }
page-history-import-label = A history that was exported
page-history-forget-all = Forget everything
page-history-forget-sure = Forget all { $count } for good?
page-history-imported =
    { $count ->
        [one] { $count } piece of work came from the file.
       *[other] { $count } pieces of work came from the file.
    }
# $left: those that this page would not keep, being too large or holding a secret.
page-history-imported-partly =
    { $count ->
        [one] { $count } piece of work came from the file; { $left } would not be kept here and were left out.
       *[other] { $count } pieces of work came from the file; { $left } would not be kept here and were left out.
    }
page-history-gone = This is not kept any more: another tab has forgotten it.
page-history-other-tool = This is of a tool that this page does not have.
page-history-nothing-kept = Nothing is kept here.
page-history-browser-keeps-nothing = The browser keeps nothing here.
# $why is what a reader of JSON says, in English.
page-history-foreign = This file is not a history that Ichiban has exported: { $why }.
page-history-named = This file is not a history that Ichiban has exported: it calls itself `{ $name }`.
page-history-later = This history was exported by a later version of Ichiban. Reload the page, then import it again.

## The settings as a file

page-settings-title = Settings as a file
page-settings-about = Every setting of this page and its tools, for another browser or for safekeeping. Never a key, and never your work.
page-settings-import-label = Settings that were exported
page-settings-saved = Saved as { $file }. It holds no key.
page-settings-nothing-new = { $file } changes nothing: what it sets is set already.
# As a heading, and as a sentence for screen readers.
page-settings-would-change-title =
    { $count ->
        [one] { $file } would change { $count } setting
       *[other] { $file } would change { $count } settings
    }
page-settings-would-change =
    { $count ->
        [one] { $file } would change { $count } setting.
       *[other] { $file } would change { $count } settings.
    }
page-settings-not-set = not set
page-settings-rest = What it does not name stays as it is.
page-settings-apply = Change them
page-settings-leave = Leave it
page-settings-changed =
    { $count ->
        [one] { $count } setting is changed.
       *[other] { $count } settings are changed.
    }
page-settings-changed-of-tools =
    { $count ->
        [one] { $count } setting is changed. A tool that is open takes its own when the page is next loaded.
       *[other] { $count } settings are changed. A tool that is open takes its own when the page is next loaded.
    }
# The browser does not keep them. $why is a clause without a full stop.
page-settings-changed-for-now =
    { $count ->
        [one] { $count } setting is changed, until this page is closed: { $why }.
       *[other] { $count } settings are changed, until this page is closed: { $why }.
    }
page-settings-undo = Undo the import
page-settings-put-back = Everything is set as it was before.
page-settings-not-put-back = Not everything could be put back: { $why }.

## What settings are called

page-setting-endpoint = Model endpoint
page-setting-models = Models of tools
page-setting-limits = Limits
page-setting-translate-locales = Translate: locales
page-setting-translate-glossary = Translate: glossary
page-setting-convert-target = Convert: target
page-setting-convert-options = Convert: options
page-setting-diagram-theme = Diagram: theme
page-setting-docs-prices = Docs: prices

## Values of settings, before and after

page-settings-none = none
page-settings-on = on
page-settings-off = off
# The theme of the page.
page-settings-word =
    { $word ->
        [system] system
        [light] light
        [dark] dark
       *[other] { $word }
    }
page-settings-endpoint = { $address }, model { $model }
# $tools: each tool and its model, such as “Diagram coder, Docs small”; $address: where they are.
page-settings-models = { $tools } at { $address }
page-settings-models-none = none at { $address }
# The most that a run or a day may take. $amount is in figures, such as 0.5 or 20000.
page-settings-run-dollars = ${ $amount } a run
page-settings-run-tokens = { $amount } tokens a run
page-settings-day-dollars = ${ $amount } a day
page-settings-day-tokens = { $amount } tokens a day
# Between two of these.
page-settings-between = { ", " }
# Terms of the glossary.
page-settings-terms =
    { $count ->
        [one] { $count } term
       *[other] { $count } terms
    }
page-settings-options =
    { $count ->
        [one] { $count } option
       *[other] { $count } options
    }
# What tokens cost that are sent, and that come; `page-settings-price-none` where that is not set.
page-settings-prices = { $input } in, { $output } out
page-settings-price-none = none

## What of a file is not taken, and why

page-settings-key-lost = The key for { $host } is forgotten in this browser.
page-settings-unknown = “{ $name }” is no setting of this page.
# $setting is one of “What settings are called”.
page-settings-secret =
    { $setting } is left out: something in it looks like { $secret ->
        [private-key] a private key
        [api-key] an API key
        [access-key] an access key
        [token] a token
       *[signed-token] a signed token
    }, which no file of settings holds.
page-settings-misfit =
    { $setting } is left out: { $fault ->
        [no-flag] it is neither true nor false
        [no-choice] it is none of the choices
        [no-dollars] dollars are a text such as "0.50", or null
        [no-tokens] tokens are a whole number, or null
        [no-price] a price is a number of 0 or more, or null
        [no-text] it is no text
        [long-text] a text of it is too long
        [control-characters] a text of it holds control characters
        [empty-text] a text of it is empty
        [no-tag] one of them is no language tag, such as pt-BR
        [no-list] it is no list
        [many-entries] it has too many entries
        [no-table] it is no table of names and values
        [strange-member] it has a member that is not known
        [missing-member] a member is missing
        [long-address] its address holds more than the root of an API
        [no-address] its address is none
       *[strange-scheme] its address begins neither with https:// nor with http://
    }.
page-settings-key = Of the model endpoint only address, wire and model are taken: a key is entered here, and never comes from a file.
page-settings-more = { $count } more are left out.
page-settings-not-json = { $file }: this is not JSON: line { $line }, column { $column }. Choose a file that this page has exported.
page-settings-not-settings =
    { $file }: this is no file of settings: it lacks { $lacks ->
        [kind] “ichiban”: “{ "settings" }”
        [version] a version
       *[settings] the settings themselves
    }. Choose a file that this page has exported.
page-settings-later = { $file }: a later version of this page has written it (version { $version }; this one reads up to { $known }): load the page anew to have the latest.

## Use without a network: a section of the settings

page-offline-title = Use without a network
# These four stand behind the title.
page-offline-unknown = not known yet
page-offline-not-here = not here
page-offline-all = everything is kept, { $size }
page-offline-part = { $kept } of { $all } kept
page-offline-about-starting = The page is still starting: this comes in a moment.
page-offline-about-all = All that needs no model works without a network, from a cold start. A new version is fetched when there is one.
page-offline-about-part = A tool works without a network once it was used. Keep everything to have all of them, and every part of them.
page-offline-keep = Keep everything ({ $size } more)
page-offline-progress = Kept on this machine
page-offline-percent = { $percent } % are kept.
page-offline-said-all = Everything is kept.
page-offline-said-stopped = Stopped. What has come stays.
# $why is what the browser says.
page-offline-failed =
    That did not work: { $code ->
        [no-room] this browser has no room left for the site: free some on this machine, then go on
        [not-arrived] a file did not arrive: look at the network and go on, or load the page anew if a new version is out
        [silent] the browser does not say why
       *[other] { $why }
    }.
# Why nothing can be kept.
page-offline-refused-framed = Within another site nothing is kept. Open this page in a tab of its own.
page-offline-refused-private = This browser keeps no site here, as in a private window. Open the page in a window of the usual kind.
page-offline-refused-insecure = Only a site that came over https:// can be kept. Open this one by such an address, if it has one.
page-offline-refused-forbidden = The browser refuses to keep this site: it may forbid site data here, or the network failed. Allow it, then load the page anew.
page-offline-refused-first = Not even the first view could be kept: look at the network and the room on this machine, then load the page anew.
page-offline-refused-unfetched = That part of the page could not be fetched. Look at the network, then load the page anew.

## Offers beside the work: a new version, or to keep all of the site

page-offer-label = This app
page-offer-later = Later
page-offer-version = A new version is ready. It comes with your next visit. To have it now, the page starts anew: save what you have open first.
page-offer-version-now = Start anew
page-offer-all = Keep every tool on this machine, to have it without a network? That takes { $size }.
page-offer-all-yes = Keep everything
page-offer-all-part = { $kept } of { $all } are kept.
page-offer-all-done = Everything is kept: what needs no model works without a network.
