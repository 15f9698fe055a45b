### What stands around the tools and is fetched when it is first asked for: commands, keys, history,
### the settings as a file, use without a network.

## The list of commands

page-commands-title = Befehle
page-commands-search = Befehle suchen
page-commands-placeholder = Werkzeuge, Aktionen, Beispiele, Einstellungen
page-commands-none = Kein Befehl heißt so.
page-commands-many = Zum Eingrenzen tippen.
page-commands-count =
    { $count ->
        [one] { $count } Befehl
       *[other] { $count } Befehle
    }

## What a command is, beside its title

page-group-action = Aktion
page-group-tool = Werkzeug
page-group-setting = Einstellung
page-group-recent = Zuletzt
page-group-help = Hilfe
# $tool is the name of a tool.
page-group-example = Beispiel: { $tool }

## Commands. The words of `-about` are not shown: a command is found by them. They are those of the
## language, and after them the English ones, which some people type in every language.

page-command-link = Link kopieren
page-command-link-with-input = Link mit der Eingabe kopieren
page-command-link-about = teilen adresse werkzeug optionen copy link input share address tool options
page-command-history-about = zuletzt arbeit angeheftet exportieren importieren löschen history recent work pins export import forget
page-command-endpoint-about = einstellungen schlüssel adresse model endpoint settings key address
page-command-offline-about = einstellungen offline alles speichern herunterladen use without a network settings offline keep everything download
page-command-settings-about = einstellungen exportieren importieren sicherung settings as a file export import backup
# $theme is one of System, Light, Dark; $language the name of a language in that language.
page-command-theme = Design: { $theme }
page-command-theme-about = einstellungen design farben aussehen hell dunkel theme system light dark settings colours appearance
page-command-keys-about = tastatur kürzel hilfe keys keyboard shortcuts help
page-command-language = Sprache: { $language }
# In each language with the words for “language” in all of them, so that who chose one by mistake finds back.
page-command-language-about = einstellungen anzeige übersetzung language words 言語 langue idioma
# $tool is the name of a tool.
page-command-favourite-add = Favoriten: { $tool } hinzufügen
page-command-favourite-remove = Favoriten: { $tool } entfernen
page-command-favourite-about = stern markieren anheften leiste zuerst favourites add take out star mark pin rail first
# $tool is the address of a tool.
page-command-recent-about = zuletzt verlauf recent history { $tool }

## The table of keys: beside each key what it does, by where it does it

page-keys-title = Tastenkürzel
page-keys-everywhere = Überall
page-keys-these = Diese Übersicht, solange kein Feld den Fokus hat
page-keys-paste = Daten an beliebiger Stelle einfügen: Das angezeigte Werkzeug übernimmt sie
page-keys-stop = Laufendes stoppen; schließen, was sich über der Seite geöffnet hat
page-keys-tool = Das angezeigte Werkzeug
page-keys-translate = Übersetzen: Fehlendes beim Modell anfragen
page-keys-convert = Umwandeln: Ausgabe kopieren
page-keys-repair = Reparieren: Text durch die Reparatur ersetzen
page-keys-diagram = Diagramm: gefundene Fehler beheben
page-keys-editors = Editoren
page-keys-undo = Rückgängig
page-keys-search = Suchen
# Two keys, one after the other.
page-keys-leave-keys = Esc, dann Tab
page-keys-leave = Editor verlassen
page-keys-lists = Listen und Trennlinien
page-keys-through = Durch eine Liste oder ein Menü
page-keys-ends = Zum ersten und zum letzten Eintrag
page-keys-divider = Die Trennlinie mit dem Fokus verschieben

## An address that leads nowhere

page-lost-title = Hier ist nichts
page-lost-address = Die Adresse { $address } gehört zu keinem Werkzeug.
page-lost-tools = Dies sind die Werkzeuge. Nichts ist verloren: Was in ihnen offen ist, bleibt offen.
# A tool, and what it is for.
page-lost-tool = { $tool }: { $about }

## Messages above the page

page-said-replaced = Was offen war, wurde ersetzt.
page-said-put-back = Zurückholen

## Links, which carry a tool and its options, and the input if a person asks for it

page-link-not-one = Ein Link enthält einen Text, und hier ist nicht genau einer offen.
page-link-copied = Link kopiert: das Werkzeug und seine Optionen, keine Eingabe.
page-link-copied-with-input = Link kopiert. Wer ihn hat, kann die Eingabe lesen.
# In backticks is what is drawn as code.
page-link-saved-instead = Die Eingabe ist zu lang für einen Link. `{ $file }` wurde gespeichert: diese Datei senden.
page-link-too-long = Mit der Eingabe wäre der Link { $bytes } Byte lang; Programme, die Links weitergeben, nehmen höchstens { $most }. Die Eingabe als Datei speichern und diese senden.
page-link-secret =
    Die Eingabe enthält etwas, das nach { $secret ->
        [private-key] einem privaten Schlüssel
        [api-key] einem API-Schlüssel
        [access-key] einem Zugriffsschlüssel
        [token] einem Token
       *[signed-token] einem signierten Token
    } aussieht. Ein Link würde es allen preisgeben, die ihn bekommen: vorher herausnehmen.
page-link-unwritable = Der Link ließ sich nicht schreiben: { $why }.
page-link-later = Dieser Link stammt von einer neueren Version von Ichiban. Die Seite neu laden und den Link noch einmal öffnen. Nichts wurde geändert.
page-link-too-large = Dieser Link enthält mehr, als die Seite aus einem Link übernimmt. Die Eingabe als Datei schicken lassen. Nichts wurde geändert.
page-link-damaged = Dieser Link ist beschädigt: Er wurde unterwegs abgeschnitten oder verändert. Den Link noch einmal schicken lassen. Nichts wurde geändert.
page-link-other-tool = Dieser Link ist für ein Werkzeug, das diese Seite nicht hat. Nichts wurde geändert.

## History

page-history-empty = Noch nichts. Was geöffnet wird, wird hier aufbewahrt, nur in diesem Browser.
page-history-off = Der Verlauf ist aus: Nichts, was geöffnet wird, wird aufbewahrt.
page-history-search = Suchen
page-history-search-label = Verlauf durchsuchen
page-history-list = Bearbeitetes, das Neueste zuerst
page-history-none = Nichts enthält diese Wörter.
page-history-pin = Anheften
page-history-unpin = Lösen
page-history-forget = Löschen
# The same for screen readers. $title is the name of a file, or the first words of a text.
page-history-pin-this = { $title } anheften
page-history-unpin-this = { $title } lösen
page-history-forget-this = { $title } löschen
# How long ago something was worked on, as short as it can be said.
page-history-now = gerade eben
page-history-minutes-ago = vor { $count } Min.
page-history-hours-ago = vor { $count } Std.
page-history-days-ago =
    { $count ->
        [one] vor { $count } Tag
       *[other] vor { $count } Tagen
    }
page-history-keep = Meine Arbeit in diesem Browser aufbewahren
page-history-keep-about = Nie, was größer als 2 MB ist oder einen Schlüssel oder ein Token enthält. Die letzten 200 werden aufbewahrt, und was angeheftet ist.
page-export = Exportieren
# $open is a button that opens a file.
page-import = Importieren: { $open }
page-history-import-label = Ein exportierter Verlauf
page-history-forget-all = Alles löschen
page-history-forget-sure = Alle { $count } endgültig löschen?
page-history-imported =
    { $count ->
        [one] { $count } Eintrag aus der Datei übernommen.
       *[other] { $count } Einträge aus der Datei übernommen.
    }
# $left: those that this page would not keep, being too large or holding a secret.
page-history-imported-partly =
    { $count ->
        [one] { $count } Eintrag aus der Datei übernommen; weggelassen, weil hier nicht aufbewahrt: { $left }.
       *[other] { $count } Einträge aus der Datei übernommen; weggelassen, weil hier nicht aufbewahrt: { $left }.
    }
page-history-gone = Das wird nicht mehr aufbewahrt: Ein anderer Tab hat es gelöscht.
page-history-other-tool = Das gehört zu einem Werkzeug, das diese Seite nicht hat.
page-history-nothing-kept = Hier wird nichts aufbewahrt.
page-history-browser-keeps-nothing = Der Browser bewahrt hier nichts auf.
# $why is what a reader of JSON says, in English.
page-history-foreign = Diese Datei ist kein Verlauf, den Ichiban exportiert hat: { $why }.
page-history-named = Diese Datei ist kein Verlauf, den Ichiban exportiert hat: Sie nennt sich `{ $name }`.
page-history-later = Dieser Verlauf wurde von einer neueren Version von Ichiban exportiert. Die Seite neu laden und den Verlauf noch einmal importieren.

## The settings as a file

page-settings-title = Einstellungen als Datei
page-settings-about = Alle Einstellungen dieser Seite und ihrer Werkzeuge, für einen anderen Browser oder zur Sicherung. Nie ein Schlüssel und nie die eigene Arbeit.
page-settings-import-label = Exportierte Einstellungen
page-settings-saved = Als { $file } gespeichert. Die Datei enthält keinen Schlüssel.
page-settings-nothing-new = { $file } ändert nichts: Was die Datei einstellt, ist schon so.
# As a heading, and as a sentence for screen readers.
page-settings-would-change-title =
    { $count ->
        [one] { $file } würde { $count } Einstellung ändern
       *[other] { $file } würde { $count } Einstellungen ändern
    }
page-settings-would-change =
    { $count ->
        [one] { $file } würde { $count } Einstellung ändern.
       *[other] { $file } würde { $count } Einstellungen ändern.
    }
page-settings-not-set = nicht eingestellt
page-settings-rest = Was die Datei nicht nennt, bleibt, wie es ist.
page-settings-apply = Ändern
page-settings-leave = Nicht ändern
page-settings-changed =
    { $count ->
        [one] { $count } Einstellung ist geändert.
       *[other] { $count } Einstellungen sind geändert.
    }
page-settings-changed-of-tools =
    { $count ->
        [one] { $count } Einstellung ist geändert. Ein offenes Werkzeug übernimmt seine, wenn die Seite das nächste Mal geladen wird.
       *[other] { $count } Einstellungen sind geändert. Ein offenes Werkzeug übernimmt seine, wenn die Seite das nächste Mal geladen wird.
    }
# The browser does not keep them. $why is a clause without a full stop.
page-settings-changed-for-now =
    { $count ->
        [one] { $count } Einstellung ist geändert, bis diese Seite geschlossen wird: { $why }.
       *[other] { $count } Einstellungen sind geändert, bis diese Seite geschlossen wird: { $why }.
    }
page-settings-undo = Import rückgängig machen
page-settings-put-back = Alles ist wieder eingestellt wie zuvor.
page-settings-not-put-back = Nicht alles ließ sich zurückstellen: { $why }.

## What settings are called

page-setting-endpoint = Modell-Endpunkt
page-setting-models = Modelle der Werkzeuge
page-setting-limits = Limits
page-setting-translate-locales = Übersetzen: Sprachversionen
page-setting-translate-glossary = Übersetzen: Glossar
page-setting-convert-target = Umwandeln: Ziel
page-setting-convert-options = Umwandeln: Optionen
page-setting-diagram-theme = Diagramm: Design
page-setting-docs-prices = Docs: Preise

## Values of settings, before and after

page-settings-none = keine
page-settings-on = an
page-settings-off = aus
# The theme of the page.
page-settings-word =
    { $word ->
        [system] System
        [light] hell
        [dark] dunkel
       *[other] { $word }
    }
page-settings-endpoint = { $address }, Modell { $model }
# $tools: each tool and its model, such as “Diagram coder, Docs small”; $address: where they are.
page-settings-models = { $tools } bei { $address }
page-settings-models-none = keine bei { $address }
# The most that a run or a day may take. $amount is in figures, such as 0.5 or 20000.
page-settings-run-dollars = { $amount } $ pro Lauf
page-settings-run-tokens = { $amount } Token pro Lauf
page-settings-day-dollars = { $amount } $ pro Tag
page-settings-day-tokens = { $amount } Token pro Tag
# Between two of these.
page-settings-between = { ", " }
# Terms of the glossary.
page-settings-terms =
    { $count ->
        [one] { $count } Begriff
       *[other] { $count } Begriffe
    }
page-settings-options =
    { $count ->
        [one] { $count } Option
       *[other] { $count } Optionen
    }
# What tokens cost that are sent, and that come; `page-settings-price-none` where that is not set.
page-settings-prices = Eingabe { $input }, Ausgabe { $output }
page-settings-price-none = keiner

## What of a file is not taken, and why

page-settings-key-lost = Der Schlüssel für { $host } wird in diesem Browser gelöscht.
page-settings-unknown = „{ $name }“ ist keine Einstellung dieser Seite.
# $setting is one of “What settings are called”.
page-settings-secret =
    „{ $setting }“ wird weggelassen: Etwas darin sieht nach { $secret ->
        [private-key] einem privaten Schlüssel
        [api-key] einem API-Schlüssel
        [access-key] einem Zugriffsschlüssel
        [token] einem Token
       *[signed-token] einem signierten Token
    } aus; so etwas enthält keine Datei mit Einstellungen.
page-settings-misfit =
    „{ $setting }“ wird weggelassen: { $fault ->
        [no-flag] Es ist weder true noch false
        [no-choice] Es ist keine der möglichen Angaben
        [no-dollars] Dollar sind ein Text wie "0.50" oder null
        [no-tokens] Token sind eine ganze Zahl oder null
        [no-price] Ein Preis ist eine Zahl ab 0 oder null
        [no-text] Es ist kein Text
        [long-text] Ein Text darin ist zu lang
        [control-characters] Ein Text darin enthält Steuerzeichen
        [empty-text] Ein Text darin ist leer
        [no-tag] Einer der Einträge ist kein Sprachkürzel wie pt-BR
        [no-list] Es ist keine Liste
        [many-entries] Es hat zu viele Einträge
        [no-table] Es ist keine Tabelle von Namen und Werten
        [strange-member] Ein Eintrag darin ist unbekannt
        [missing-member] Ein Eintrag fehlt
        [long-address] Die Adresse enthält mehr als die Wurzel einer API
        [no-address] Die Adresse ist keine gültige Adresse
       *[strange-scheme] Die Adresse beginnt weder mit https:// noch mit http://
    }.
page-settings-key = Vom Modell-Endpunkt werden nur Adresse, Protokoll und Modell übernommen: Ein Schlüssel wird hier eingegeben und kommt nie aus einer Datei.
page-settings-more = Außerdem weggelassen: { $count }.
page-settings-not-json = { $file }: Das ist kein JSON (Zeile { $line }, Spalte { $column }). Eine Datei wählen, die diese Seite exportiert hat.
page-settings-not-settings =
    { $file }: Das ist keine Datei mit Einstellungen: { $lacks ->
        [kind] Es fehlt „ichiban“: „{ "settings" }“
        [version] Es fehlt eine Version
       *[settings] Es fehlen die Einstellungen selbst
    }. Eine Datei wählen, die diese Seite exportiert hat.
page-settings-later = { $file }: Eine neuere Version dieser Seite hat die Datei geschrieben (Version { $version }; diese hier liest bis { $known }). Die Seite neu laden, um die neueste zu haben.

## Use without a network: a section of the settings

page-offline-title = Ohne Netzwerk nutzen
# These four stand behind the title.
page-offline-unknown = noch nicht bekannt
page-offline-not-here = hier nicht verfügbar
page-offline-all = alles ist gespeichert, { $size }
page-offline-part = { $kept } von { $all } gespeichert
page-offline-about-starting = Die Seite startet noch: Gleich ist es so weit.
page-offline-about-all = Alles, was kein Modell braucht, funktioniert ohne Netzwerk, von Anfang an. Eine neue Version wird geholt, wenn es eine gibt.
page-offline-about-part = Ein Werkzeug funktioniert ohne Netzwerk, sobald es einmal benutzt wurde. Alles speichern, um alle Werkzeuge mit allen Teilen zu haben.
page-offline-keep = Alles speichern (noch { $size })
page-offline-progress = Auf diesem Rechner gespeichert
page-offline-percent = { $percent } % sind gespeichert.
page-offline-said-all = Alles ist gespeichert.
page-offline-said-stopped = Gestoppt. Was gekommen ist, bleibt.
# $why is what the browser says.
page-offline-failed =
    Das hat nicht funktioniert: { $code ->
        [no-room] Dieser Browser hat keinen Platz mehr für die Seite: auf diesem Rechner Platz schaffen, dann fortfahren
        [not-arrived] Eine Datei ist nicht angekommen: das Netzwerk prüfen und fortfahren, oder die Seite neu laden, falls es eine neue Version gibt
        [silent] Der Browser nennt keinen Grund
       *[other] { $why }
    }.
# Why nothing can be kept.
page-offline-refused-framed = Innerhalb einer anderen Website wird nichts gespeichert. Diese Seite in einem eigenen Tab öffnen.
page-offline-refused-private = Dieser Browser speichert hier keine Website, etwa in einem privaten Fenster. Die Seite in einem gewöhnlichen Fenster öffnen.
page-offline-refused-insecure = Nur eine Website, die über https:// kam, lässt sich speichern. Diese über eine solche Adresse öffnen, falls sie eine hat.
page-offline-refused-forbidden = Der Browser weigert sich, diese Website zu speichern: Vielleicht verbietet er hier Websitedaten, oder das Netzwerk fiel aus. Das Speichern erlauben, dann die Seite neu laden.
page-offline-refused-first = Nicht einmal die erste Ansicht ließ sich speichern: das Netzwerk und den Platz auf diesem Rechner prüfen, dann die Seite neu laden.
page-offline-refused-unfetched = Dieser Teil der Seite ließ sich nicht holen. Das Netzwerk prüfen, dann die Seite neu laden.

## Offers beside the work: a new version, or to keep all of the site

page-offer-label = Diese App
page-offer-later = Später
page-offer-version = Eine neue Version ist bereit. Sie wird beim nächsten Besuch verwendet. Um sie jetzt zu haben, startet die Seite neu: Offenes vorher speichern.
page-offer-version-now = Neu starten
page-offer-all = Alle Werkzeuge auf diesem Rechner speichern, um sie ohne Netzwerk zu haben? Das braucht { $size }.
page-offer-all-yes = Alles speichern
page-offer-all-part = { $kept } von { $all } sind gespeichert.
page-offer-all-done = Alles ist gespeichert: Was kein Modell braucht, funktioniert ohne Netzwerk.
