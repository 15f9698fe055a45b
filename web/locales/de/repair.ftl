### Repair: broken JSON is mended, and each change listed.

## The head

repair-title = Reparieren
# Stands in the place of a file's name.
repair-untitled = unbenannt
repair-close = Diesen Text schließen
# A menu: the tools that take the repaired text, and under each what they do with it.
repair-open-in = Öffnen in
repair-convert = Umwandeln
repair-convert-about = Typen und Formate des reparierten Textes
repair-translate = Übersetzen
repair-translate-about = der reparierte Text als Katalog
repair-diagram = Diagramm
repair-diagram-about = die Struktur des reparierten Textes, gezeichnet
repair-copy = Kopieren
repair-download = Herunterladen
repair-undo = Rückgängig
repair-apply = Anwenden
repair-apply-about = Den fehlerhaften Text durch den reparierten ersetzen
repair-lead = Kommas, Anführungszeichen, Kommentare, Konstanten anderer Sprachen, Codeblock-Markierungen, Abgeschnittenes: repariert, und jede Änderung aufgelistet. Alles andere bleibt Byte für Byte gleich.

## Before there is a text

repair-empty-open = Datei öffnen
repair-empty-write = Hier schreiben
repair-empty-note = Jeder Text, der JSON enthält. Bis zu { $megabytes } MB.
# $lead is the -lead message, in bold.
repair-fact-mended = { $lead }: Kommas, Doppelpunkte, Anführungszeichen, Klammern, Escapes, Kommentare, Zahlen, Konstanten, Verkettungen, Abgeschnittenes.
repair-fact-mended-lead = Was repariert wird
repair-fact-removed = { $lead }: Codeblock-Markierungen, Fließtext, Aufrufe wie JSONP und die von MongoDB. Mehrere Dokumente werden zu einem Array.
repair-fact-removed-lead = Was entfernt wird
repair-fact-kept = { $lead }: Layout, Reihenfolge, die Schreibweise von Zahlen und Strings. Nichts verlässt diesen Tab.
repair-fact-kept-lead = Was bleibt

## Examples: where it comes from, and what is wrong with it

repair-example-answer = Die Antwort eines Modells
repair-example-answer-about = In Codeblock und Text eingebettet, mittendrin abgeschnitten
repair-example-python = Ein Python-Dict
repair-example-python-about = Einfache Anführungszeichen, True und None, ein Komma am Ende
repair-example-config = Eine handgeschriebene Konfiguration
repair-example-config-about = Kommentare, unquotierte Schlüssel, fehlende Kommas und Anführungszeichen

## The broken text

repair-text = Text
repair-divider = Breite des fehlerhaften Textes
repair-file = Datei zum Reparieren
repair-editor = Fehlerhafter Text
repair-editor-failed = Der Editor konnte nicht geladen werden. Der Text ist offen und wird trotzdem repariert.
# A sentence follows, in English.
repair-problem-place = Zeile { $line }, Spalte { $column }:
repair-lost-stopped = Gestoppt. Eine Änderung am Text startet die Reparatur neu.
repair-lost-limit = Das braucht mehr Zeit oder Speicher, als die Seite hat, und wurde gestoppt. Das Kommandozeilenwerkzeug verwenden: ichiban json repair.
repair-lost-engine = Die Engine konnte nicht starten: { $reason }. Die Seite neu laden.

## The repaired text

repair-repaired = Repariert
repair-reader = Reparierter Text
repair-reader-failed = Der Editor konnte nicht geladen werden. Der reparierte Text lässt sich trotzdem kopieren und herunterladen.
# $size is a size with its unit.
repair-extent =
    { $lines ->
        [one] { $lines } Zeile · { $size }
       *[other] { $lines } Zeilen · { $size }
    }
repair-stale = Aus einem früheren Text
# Copy, download and Apply are buttons. A button follows: repair-download.
repair-cut-lines = Die ersten { $shown } von { $lines } Zeilen. „Kopieren“, „Herunterladen“ und „Anwenden“ umfassen alles.
repair-cut-line = Der Anfang einer langen Zeile. „Kopieren“, „Herunterladen“ und „Anwenden“ umfassen alles.

## The changes

repair-changes = Änderungen
repair-changes-none = Keine Änderungen
repair-changes-count =
    { $count ->
        [one] { $count } Änderung
       *[other] { $count } Änderungen
    }
repair-changes-valid = Das ist gültiges JSON. Es bleibt, wie es ist, Byte für Byte.
repair-changes-stale = Keine für den Text, wie er jetzt ist.
repair-changes-more = { $count } weitere zeigen
repair-changes-first = Die ersten { $count } sind aufgelistet; alle sind ausgeführt.

## What was changed at a place: a short phrase

repair-change-bracket = Fehlende Klammer ergänzt
repair-change-colon = Fehlenden Doppelpunkt ergänzt
repair-change-comma = Fehlendes Komma ergänzt
repair-change-comment = Kommentar entfernt
repair-change-concatenation = Strings verbunden
repair-change-control-character = Steuerzeichen maskiert
repair-change-ellipsis = Auslassungspunkte entfernt
repair-change-escape = Escape-Sequenz repariert
repair-change-extra-bracket = Klammer, die nichts schließt, entfernt oder ersetzt
repair-change-extra-comma = Überzähliges Komma entfernt
repair-change-fence = Codeblock-Markierung entfernt
repair-change-literal = Konstante einer anderen Sprache ersetzt
repair-change-lines = Werte in ein Array gesetzt
repair-change-number = Zahl repariert
repair-change-prose = Text um das Dokument entfernt
repair-change-quote-in-string = Anführungszeichen in einem String maskiert
repair-change-quote-missing = Fehlende Anführungszeichen ergänzt
repair-change-quote-style = Anführungszeichen durch doppelte ersetzt
repair-change-truncated = Abgeschnittenes vervollständigt
repair-change-value-missing = null für einen fehlenden Wert ergänzt
repair-change-white-space = Leerraum ersetzt, den JSON nicht kennt
repair-change-wrapper = Aufruf oder Klammern um einen Wert entfernt

## The status line: a few words each

repair-repairing = Wird repariert…
repair-status-valid = Gültiges JSON
repair-status-repaired =
    { $count ->
        [one] Mit { $count } Änderung repariert
       *[other] Mit { $count } Änderungen repariert
    }
repair-status-beyond = Nicht reparierbar
repair-status-lost = Nicht repariert

## What happened

repair-said-valid = Das ist gültiges JSON.
repair-said-repaired =
    { $count ->
        [one] Mit { $count } Änderung repariert.
       *[other] Mit { $count } Änderungen repariert.
    }
repair-said-beyond = Das lässt sich nicht reparieren.
repair-said-lost = Die Reparatur wurde gestoppt.
repair-said-applied = Reparatur angewendet.
repair-said-undone = Reparatur rückgängig gemacht.
repair-saved = { $file } gespeichert.
repair-copied = { $file } kopiert.
repair-one-file = Es wird immer nur eine Datei repariert.
