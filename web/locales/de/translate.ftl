# Translate: a file of texts is translated value by value into one or more locales.

translate-title = Übersetzen
translate-close = Diese Datei schließen
translate-copy = Kopieren
translate-download = Herunterladen
translate-edit = Bearbeiten
translate-ask-again = Erneut fragen
translate-accept = Annehmen
translate-undo = Rückgängig
translate-remove = Entfernen
# A share, such as 80 %.
translate-percent = { $percent } %

## The files that are made, in the menus Copy and Download

# Every value has a translation.
translate-export-complete = vollständig
translate-export-rest =
    { $count ->
        [one] { $count } Wert in der Ausgangssprache
       *[other] { $count } Werte in der Ausgangssprache
    }
translate-export-all = Alle Sprachversionen
translate-export-zip = als ein Zip
# $name is the name of a file.
translate-saved = { $name } gespeichert.
translate-copied = { $name } kopiert.

## Before there is a source

translate-empty-open = Datei öffnen
translate-empty-write = Hier eine schreiben
translate-empty-files = Sprachdatei
translate-empty-note = JSON (i18next, Chrome, ARB, FormatJS, Xcode), YAML, PO, Android, Apple, Fluent, Properties, CSV. Bis zu { $limit } MB.
# In each of the three facts $lead is the text of the message before it, in bold.
translate-fact-alone-lead = Ohne Modell
translate-fact-alone = { $lead } ist zu sehen, was übersetzt würde, welche Platzhalter erhalten bleiben und was in der Datei nicht stimmt; dazu eine Pseudolokalisierung.
translate-fact-model-lead = Mit Modell
translate-fact-model = { $lead } wird jeder Wert geprüft, sobald er feststeht: Platzhalter, Tags, ICU-Syntax, Pluralformen. Was nicht besteht, wird noch einmal angefragt und dann zur Prüfung vorgelegt.
translate-fact-private-lead = Nichts verlässt diesen Tab
translate-fact-private = { $lead }, bis übersetzt wird, und dann gehen nur die Texte hinaus, an den angegebenen Endpunkt.
translate-example-i18next = Ein Webshop: verschachtelte Schlüssel, Plurale, Tags
translate-example-icu = Ein Posteingang: plural, select, Datumsangaben
translate-example-chrome = Eine Browser-Erweiterung: Beschreibungen, $PLACEHOLDERS$

## The row of options

translate-options = Optionen
# Before the names of the languages to translate into.
translate-options-into = Ziel
translate-options-glossary = Glossar
translate-options-terms = Glossar · { $count }
translate-options-memory = Speicher
translate-options-memory-about = Angenommene oder selbst geschriebene Übersetzungen
# Goes on from "Memory", for screen readers.
translate-options-memory-unkept = wird nicht aufbewahrt
translate-options-unchanged = Unverändertes zulassen
translate-options-unchanged-about = Eine Übersetzung zulassen, die der Quelle gleicht, wie bei Namen und Lehnwörtern
translate-options-pseudo = Pseudolokalisieren
translate-options-pseudo-about = Mit Akzenten, länger, in Klammern: zeigt, was nicht übersetzbar ist und wo der Platz nicht reicht. Ohne Modell.
translate-options-remove = { $language } entfernen
# The pseudo-localisation, in place of the name of a language.
translate-pseudo = Pseudo

## The list of locales

translate-picker-add = + Sprache
translate-picker-search = Sprachversionen durchsuchen
translate-picker-hint = Sprache, Region oder Kürzel
translate-picker-list = Sprachversionen
# $tag is an example.
translate-picker-none = Keine Sprachversion dieses Namens. Ein BCP-47-Kürzel wie { $tag } lässt sich eingeben.

## A second file

translate-second-title = Eine Übersetzung dieser Datei?
# $name is the name of the file or the message below it.
translate-second-lead =
    { $name } hat { $shared } von { $rows ->
        [one] { $rows } Wert
       *[other] { $rows } Werten
    } dieser Quelle. Als Übersetzung genommen, wird der Inhalt geprüft und nur angefragt, was fehlt.
translate-second-text = Der Text
translate-second-locale = Sprachversion
translate-second-tag = Ein BCP-47-Kürzel, etwa fr oder pt-BR
translate-second-use = Als Übersetzung verwenden
translate-second-open = Als neue Quelle öffnen
translate-one-file = Dateien einzeln ablegen: zuerst die Quelle, dann jede Übersetzung, die es schon gibt.
translate-no-catalogue = Das Eingefügte ist kein Katalog mit Texten. Die Quelle bleibt, wie sie ist.

## The pane of the source

translate-source = Quelle
translate-source-editor = JSON der Quelle
translate-source-open = Öffnen…
translate-source-file = Quelle oder übersetzte Datei
translate-source-width = Breite der Quelle
translate-source-no-editor = Der Editor konnte nicht geladen werden. Die Datei ist offen und lässt sich trotzdem übersetzen.
# $format and $layout are in English.
translate-source-what =
    { $count ->
        [one] { $count } Wert
       *[other] { $count } Werte
    } · { $format } · { $layout }
translate-source-reading = wird gelesen…
translate-source-placeholders = Platzhalter
translate-source-placeholders-about = Wie Platzhalter in dieser Datei aussehen
# $example is a placeholder, or "Placeholders".
translate-source-found = { $example } (erkannt)
# Before a problem that the engine names.
translate-source-place = Zeile { $line }, Spalte { $column }:
translate-source-stays = Die Tabelle zeigt noch den letzten lesbaren Text.

## The pane of the translations

translate-table = Übersetzungen
translate-table-done = { $done } von { $total }
translate-table-search = Suchen
translate-table-search-label = Schlüssel und Texte durchsuchen
translate-table-key = Schlüssel
translate-table-source = Ausgangstext
# The keys that stand in no object.
translate-table-top = (oberste Ebene)
translate-filters = Anzeigen
translate-filter-all = Alle
translate-filter-attention = Zu prüfen
translate-filter-missing = Fehlend
translate-filter-stale = Veraltet
translate-filter-orphaned = Verwaist
translate-none-invalid = Die Tabelle füllt sich, sobald die Quelle lesbar ist.
translate-none-text = In dieser Datei gibt es keinen Text zum Übersetzen.
translate-none-found = Nichts gefunden.
translate-none-attention = Nichts zu prüfen.
translate-none-stale = Kein Ausgangstext hat sich seit der Übersetzung geändert.
translate-none-missing = Es fehlt nichts.

## A cell of the table, and what is said below its text

translate-cell-field = Übersetzung
translate-cell-keys = Enter übernimmt, Shift Enter bricht die Zeile um, Esc verwirft
translate-cell-stale = Die Quelle hat sich seitdem geändert.
translate-cell-fits = Passt noch: behalten
translate-cell-all-the-same = Trotzdem angenommen.
# More findings than the one that is shown.
translate-cell-more =
    { $count ->
        [one] Und { $count } weiterer.
       *[other] Und { $count } weitere.
    }
# A check fails, and it is in the file.
translate-cell-in-file = Die Datei enthält sie trotzdem.
translate-cell-earlier = Die Datei behält die bisherige Übersetzung.
translate-cell-source = Die Datei behält den Ausgangstext.
# Where a translation comes from.
translate-origin-accepted = angenommen
translate-origin-model = vom Modell
translate-origin-memory = aus dem Speicher
translate-origin-memory-accepted = aus dem Speicher, angenommen
translate-origin-file = aus der Datei
translate-origin-file-accepted = aus der Datei, angenommen
translate-origin-person = selbst geschrieben
translate-origin-verbatim = nichts zu übersetzen

## Existing translations, and values that the source lacks

translate-existing = Vorhandene Übersetzungen
# $number is the number in bold, $count the same for the form of the words.
translate-existing-missing =
    { $count ->
        [one] { $number } fehlt
       *[other] { $number } fehlen
    }
translate-existing-missing-about = Werte, die diese Datei nicht hat
translate-existing-stale =
    { $count ->
       *[other] { $number } veraltet
    }
translate-existing-stale-about = Werte, deren Ausgangstext sich seit der Übersetzung geändert hat
translate-existing-orphaned =
    { $count ->
       *[other] { $number } verwaist
    }
translate-existing-orphaned-about = Werte dieser Datei, die die Quelle nicht mehr hat
translate-existing-current = { $number } aktuell
# $tag is a locale such as pt-BR.
translate-orphans-kept =
    { $count ->
        [one] { $count } Wert in { $tag }, den die Quelle nicht hat. Die erzeugte Datei behält ihn, bis er entfernt wird.
       *[other] { $count } Werte in { $tag }, die die Quelle nicht hat. Die erzeugte Datei behält sie, bis sie entfernt werden.
    }
translate-orphans-left-out =
    { $count ->
        [one] { $count } Wert in { $tag }, den die Quelle nicht hat. Die erzeugte Datei hat keinen Platz dafür: Er wird weggelassen.
       *[other] { $count } Werte in { $tag }, die die Quelle nicht hat. Die erzeugte Datei hat keinen Platz dafür: Sie werden weggelassen.
    }
translate-orphans-keep-all = Alle behalten
translate-orphans-remove-all = Alle entfernen
translate-orphan-remove = { $path }, Zeile { $line }, entfernen
translate-orphan-undo = Entfernen von { $path }, Zeile { $line }, rückgängig machen

## Findings of checks, below the table

translate-findings =
    { $count ->
        [one] { $count } Befund in der vorhandenen Übersetzung
       *[other] { $count } Befunde in den vorhandenen Übersetzungen
    }
translate-findings-show = Anzeigen
translate-findings-hide = Ausblenden
translate-findings-more = Und { $count } weitere. Sie erscheinen, sobald diese behoben sind.
translate-findings-go = Zu diesem Wert

## The review, one value at a time

translate-review = Durchsicht
translate-review-about = Die Übersetzungen einzeln durchgehen
translate-review-progress = Fortschritt der Durchsicht
translate-review-close = Schließen
translate-review-in-source = In der Quelle zeigen
translate-review-checks = Prüfungen
translate-review-glossary = Glossar
translate-review-memory = Speicher
# In place of the translation of a term.
translate-review-kept = bleibt unverändert
translate-review-use = Verwenden
translate-review-keep = Übernehmen
translate-review-drop = Verwerfen
translate-review-next = Weiter
translate-review-previous = Zurück
translate-review-skip = Überspringen
# No longer accept it.
translate-review-take-back = Zurücknehmen
translate-review-over = Das war die letzte
translate-review-nothing = Noch gibt es keine Übersetzung zum Durchsehen.
translate-review-accepted =
    { $accepted ->
        [one] { $accepted } Wert ist angenommen.
       *[other] { $accepted } Werte sind angenommen.
    }
translate-review-accepted-attention =
    { $accepted ->
        [one] { $accepted } Wert ist angenommen.
       *[other] { $accepted } Werte sind angenommen.
    } { $attention ->
        [one] { $attention } Wert ist noch zu prüfen.
       *[other] { $attention } Werte sind noch zu prüfen.
    }
translate-review-back = Zurück zur Tabelle
# How a value stands.
translate-standing-empty = nicht übersetzt
translate-standing-pending = wird übersetzt
translate-standing-stale = Quelle hat sich geändert
translate-standing-attention = zu prüfen
translate-standing-verbatim = wie in der Quelle

## The glossary

translate-glossary-title = Glossar
translate-glossary-lead = Modelle bekommen diese Begriffe mitgeteilt, und jede Übersetzung wird daran geprüft. Eine leere Übersetzung lässt den Begriff offen.
translate-glossary-term = Begriff
translate-glossary-keep = Unverändert lassen
translate-glossary-keep-term = „{ $term }“ unverändert lassen
translate-glossary-keep-this = Diesen Begriff unverändert lassen
translate-glossary-delete = Löschen
translate-glossary-delete-term = „{ $term }“ löschen
translate-glossary-delete-this = Diesen Begriff löschen
translate-glossary-translation = { $term } auf { $language }
translate-glossary-add = + Begriff
translate-glossary-save = Speichern
translate-glossary-cancel = Abbrechen
translate-glossary-import = CSV importieren
translate-glossary-export = CSV exportieren
translate-glossary-file = Glossar als CSV
translate-glossary-read =
    { $count ->
        [one] { $count } Begriff gelesen.
       *[other] { $count } Begriffe gelesen.
    }
# $message and $hint are sentences in English.
translate-glossary-line = Zeile { $line }: { $message } { $hint }
translate-glossary-unkept = Das Glossar bleibt nur erhalten, bis diese Seite geschlossen wird: { $reason }.

## The translation memory

translate-memory-title = Übersetzungsspeicher
translate-memory-lead = Was angenommen oder geschrieben wird, merkt sich dieser Browser. Es wird eingesetzt, bevor ein Modell gefragt wird.
translate-memory-empty = Noch ist nichts gespeichert.
translate-memory-all =
    { $count ->
        [one] { $count } Übersetzung
       *[other] { $count } Übersetzungen
    }
translate-memory-found = { $found } von { $total }
translate-memory-unkept = Der Speicher bleibt nur erhalten, bis diese Seite geschlossen wird: { $reason }.
translate-memory-search = Suchen
translate-memory-search-label = Speicher durchsuchen
translate-memory-list = Gespeicherte Übersetzungen
translate-memory-more = Mehr anzeigen
translate-memory-import = TMX importieren
translate-memory-export = TMX exportieren
translate-memory-file = Übersetzungsspeicher als TMX
translate-memory-forget-all = Alles löschen
translate-memory-forget-sure =
    { $count ->
        [one] { $count } Übersetzung löschen
       *[other] { $count } Übersetzungen löschen
    }
# Not forget all.
translate-memory-keep = Behalten
translate-memory-forget = Löschen
translate-memory-forget-text = „{ $text }“ löschen
# In place of a translation.
translate-memory-forgotten = gelöscht
translate-memory-imported =
    { $count ->
        [one] { $count } Übersetzung übernommen.
       *[other] { $count } Übersetzungen übernommen.
    }
translate-memory-imported-some =
    { $count ->
        [one] { $count } Übersetzung übernommen.
       *[other] { $count } Übersetzungen übernommen.
    } { $passed ->
        [one] { $passed } Einheit ohne Text oder Sprache übersprungen.
       *[other] { $passed } Einheiten ohne Text oder Sprache übersprungen.
    }

## The status line

translate-status-alone = Nur Engine. Nichts hat diesen Tab verlassen.
translate-status-translate = Übersetzen
translate-status-continue = Fortsetzen
translate-status-stop = Stopp
translate-status-choose = Eine Sprachversion als Ziel wählen.
translate-status-connect = Noch kein Modell verbunden: „Übersetzen“ fragt, wohin die Texte gehen.
translate-status-nothing-left = Nichts mehr zu übersetzen.
# $place is a host, a file, or "this device".
translate-status-asking = { $place } wird gefragt…
translate-status-from = { $place } antwortet
translate-status-finished = Fertig, Antwort: { $place }
translate-status-download = Chrome lädt sein Modell herunter: { $percent } %
# $failure is a sentence.
translate-status-again = { $failure } Neuer Versuch.
translate-status-stopped =
    { $count ->
        [one] Gestoppt. { $count } Wert übrig.
       *[other] Gestoppt. { $count } Werte übrig.
    }
translate-status-interrupted =
    { $count ->
        [one] Unterbrochen. { $count } Wert übrig.
       *[other] Unterbrochen. { $count } Werte übrig.
    }
# What a run will do. $host is an address.
translate-status-sends =
    { $count ->
        [one] Sendet { $count } Wert an { $host }
       *[other] Sendet { $count } Werte an { $host }
    }
translate-status-sends-stale =
    { $count ->
        [one] Sendet { $count } Wert mit geänderter Quelle an { $host }
       *[other] Sendet { $count } Werte mit geänderter Quelle an { $host }
    }
translate-status-sends-both = Sendet { $count } Werte ({ $missing } fehlend, { $stale } geändert) an { $host }
translate-status-device =
    { $count ->
        [one] Übersetzt { $count } Wert auf diesem Gerät
       *[other] Übersetzt { $count } Werte auf diesem Gerät
    }
translate-status-device-stale =
    { $count ->
        [one] Übersetzt { $count } Wert mit geänderter Quelle auf diesem Gerät
       *[other] Übersetzt { $count } Werte mit geänderter Quelle auf diesem Gerät
    }
translate-status-device-both = Übersetzt { $count } Werte ({ $missing } fehlend, { $stale } geändert) auf diesem Gerät
# $unit is ms, s or min.
translate-status-first-token = { $number } { $unit } bis zum 1. Token
translate-status-first-paint = { $number } { $unit } bis zur 1. Anzeige
translate-status-speed = { $number } Token/s
translate-status-tokens = { $number } Token
translate-status-part = { $number } %
translate-status-progress = Fortschritt
translate-status-invalid = Quelle ist ungültig
translate-status-attention =
    { $count ->
       *[other] { $count } zu prüfen
    }
translate-status-good = Alle Prüfungen bestanden

## A run that failed

translate-failed-nothing = Es wurde nichts geändert.
translate-failed-kept =
    { $count ->
        [one] Eine Übersetzung bleibt erhalten. Ein neuer Versuch fragt nur den Rest an.
       *[other] { $count } Übersetzungen bleiben erhalten. Ein neuer Versuch fragt nur den Rest an.
    }
translate-failed-retry = Erneut versuchen
translate-failed-settings = Einstellungen öffnen
translate-engine-anew = Die Engine antwortete nicht mehr und wurde neu gestartet. Was übersetzt war, bleibt erhalten: für den Rest noch einmal übersetzen.
translate-engine-lost = Die Engine konnte nicht starten: { $reason }. Die Seite neu laden.

## Said to screen readers

translate-said-begun = Es wird übersetzt.
translate-said-progress = { $done } von { $total } Werten übersetzt
translate-said-finished = Übersetzung abgeschlossen.
translate-said-attention =
    { $count ->
        [one] Übersetzung abgeschlossen. { $count } Wert ist zu prüfen.
       *[other] Übersetzung abgeschlossen. { $count } Werte sind zu prüfen.
    }
translate-said-stopped = Übersetzung gestoppt. Was übersetzt war, bleibt erhalten.

## What a request held, in the list of requests

translate-held = Texte aus { $name }
translate-held-unnamed = Texte des Katalogs
