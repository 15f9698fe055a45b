### Convert: data becomes code, a schema or another format.

## The head

convert-title = Umwandeln
# Stands in the place of a file's name.
convert-untitled = unbenannt
convert-samples =
    { $count ->
        [one] { $count } Beispiel
       *[other] { $count } Beispiele
    }
convert-close = Eingabe schließen
# A menu: the tools that take the input, and under each what they do with it.
convert-open-in = Öffnen in
convert-repair = Reparieren
convert-repair-about = die Eingabe, ob fehlerhaft oder nicht
convert-translate = Übersetzen
convert-translate-about = die Eingabe als Katalog von Texten
convert-diagram = Diagramm
convert-diagram-about = die Struktur der Eingabe, gezeichnet
convert-download = Herunterladen
convert-copy = Kopieren

## Before there is an input

convert-empty-open = Dateien öffnen
convert-empty-write = Hier schreiben
convert-empty-note = Mehrere Dateien gelten als Beispiele eines Typs. Jeweils bis zu { $megabytes } MB.
# $lead is the -lead message, in bold.
convert-fact-reading = { $lead }: „optional“ und „darf null sein“ werden unterschieden, Unions, Maps, Enums, Datumsangaben, Integer-Breiten und Rekursion erkannt.
convert-fact-reading-lead = Genau gelesen
convert-fact-lossless = { $lead }: Namen, die eine Sprache verbietet, werden maskiert und im Original festgehalten; Zahlen bleiben, wie sie geschrieben sind.
convert-fact-lossless-lead = Nichts geht verloren
# $command is a command line.
convert-fact-private = { $lead }: kein Modell, kein Server. Dieselbe Engine läuft im Terminal: { $command }.
convert-fact-private-lead = Nichts verlässt diesen Tab

## Examples: what becomes what, and what it shows

convert-example-typescript = API-Antwort → TypeScript
convert-example-typescript-about = Was fehlen und was null sein darf, klar getrennt
convert-example-rust = Zwei Webhooks → Rust
convert-example-rust-about = Mehrere Beispiele eines Typs: Was abweicht, ist optional
convert-example-schema = YAML → JSON Schema
convert-example-schema-about = Die Konfiguration eines Deployments, ab jetzt geprüft
convert-example-sql = CSV → SQL
convert-example-sql-about = Bestellungen: Spalten mit ihren Typen, NULL bei leeren Zellen
convert-example-csv = JSON Lines → CSV
convert-example-csv-about = Das Log eines Dienstes, mit jq auf die Fehler eingegrenzt
convert-example-go = XML → Go
convert-example-go-about = Ein Feed: Elemente und Attribute als Structs

## The input

convert-input = Eingabe
convert-divider = Breite der Eingabe
convert-files = Dateien zum Umwandeln
convert-sample-add = + Beispiel
convert-sample-add-about = Ein weiteres Beispiel derselben Daten: Die Typen passen dann zu allen
convert-sample-list = Beispiele
# Stands in the place of a file's name.
convert-sample-name = Beispiel { $number }
convert-sample-remove = { $sample } entfernen
convert-editor-failed = Der Editor konnte nicht geladen werden. Die Eingabe ist offen und wird trotzdem umgewandelt.
convert-format = Format der Eingabe
convert-format-any = Beliebiges Format
convert-format-detected = { $format }, erkannt
convert-query = jq-Ausdruck, der die Eingabe eingrenzt
convert-query-clear = jq-Abfrage leeren
convert-query-nothing = Der Ausdruck wählt nichts aus dieser Eingabe aus.
convert-query-selected =
    { $count ->
        [one] { $count } Wert
       *[other] { $count } Werte
    }

## Why there is no output

# A sentence follows, in English.
convert-problem-place = Zeile { $line }, Spalte { $column }:
convert-problem-place-of = { $sample }, Zeile { $line }, Spalte { $column }:
# $target is a language or format, $why a phrase in English.
convert-problem-target = { $target }: { $why }. Ein anderes Ziel wählen oder die Eingabe mit jq eingrenzen.
convert-problem-repair = Reparieren
convert-lost-stopped = Gestoppt. Eine Änderung an der Eingabe oder den Optionen startet die Umwandlung neu.
convert-lost-limit = Das braucht mehr Zeit oder Speicher, als die Seite hat, und wurde gestoppt. Die Eingabe eingrenzen oder das Kommandozeilenwerkzeug verwenden: ichiban json convert.
convert-lost-engine = Die Engine konnte nicht starten: { $reason }. Die Seite neu laden.

## The options

convert-options = Optionen
# Stands before the button that names the target.
convert-into = In
convert-target = Ziel: { $target }
convert-target-search = Ziele durchsuchen
convert-target-search-hint = Programmiersprache, Schema oder Format
convert-target-list = Ziele
convert-target-none = Kein Ziel mit diesem Namen.
convert-group-code = Code
convert-group-schema = Schema
convert-group-data = Daten
convert-label-minified = JSON, minimiert
convert-label-sorted = JSON, sortiert
# The root type.
convert-root = Wurzel
convert-root-about = Der Name des Wurzeltyps

## Settings of targets: a label of a word or two, what it does, and some of what may be chosen

# Swift: who may use the types.
convert-setting-access = Zugriff
convert-setting-access-about = Wer die Typen verwenden darf
convert-setting-closed = Geschlossen
convert-setting-closed-about = Eigenschaften ablehnen, die in den Beispielen nicht vorkommen
convert-setting-declaration = Deklaration
convert-setting-declaration-about = Objekttypen als Interfaces oder als Typaliase schreiben
convert-setting-derive = Derive
convert-setting-derive-about = Traits, die neben Serialize und Deserialize abgeleitet werden
convert-setting-extra = Zusätzliches
convert-setting-extra-about = Was mit Schlüsseln geschieht, die in den Beispielen nicht vorkommen
convert-setting-format-types = Eigene Typen
convert-setting-format-types-about = Für Datumsangaben, UUIDs und Adressen die Typen der Sprache statt Strings verwenden
convert-setting-frozen = Frozen
convert-setting-frozen-about = Die Dataclasses unveränderlich machen
convert-setting-indent = Einzug
convert-setting-indent-about = Womit eine Ebene eingerückt wird
convert-setting-indent-tab = Tab
convert-setting-map = Map
convert-setting-map-about = Der Typ von Maps
convert-setting-merged = Vereint
convert-setting-merged-about = Für Objekte mehrerer Arten einen einzigen Typ schreiben, auch wenn ein Feld sie unterscheidet
convert-setting-namespace = Namensraum
convert-setting-namespace-about = Der Namensraum
convert-setting-package = Paket
convert-setting-package-about = Der Name des Pakets
convert-setting-readonly = Nur lesbar
convert-setting-readonly-about = Jede Eigenschaft als readonly deklarieren
# The root element of XML.
convert-setting-root = Wurzel
convert-setting-root-about = Das Wurzelelement, falls die Daten keines vorgeben
convert-setting-separator = Trennzeichen
convert-setting-separator-about = Was zwischen den Zellen steht
convert-setting-separator-comma = Komma
convert-setting-separator-semicolon = Semikolon
convert-setting-separator-tab = Tab
convert-setting-unknown-keys = Unbekannte Schlüssel
convert-setting-unknown-keys-about = Was mit Schlüsseln geschieht, die in den Beispielen nicht vorkommen
convert-setting-unknown-keys-strip = entfernen
convert-setting-unknown-keys-refuse = ablehnen
convert-setting-unknown-keys-keep = behalten

## The output

convert-output = Ausgabe
# $size is a size with its unit.
convert-extent =
    { $lines ->
        [one] { $lines } Zeile · { $size }
       *[other] { $lines } Zeilen · { $size }
    }
convert-stale = Aus einer früheren Eingabe
convert-stale-about = Die letzte Eingabe, die sich umwandeln ließ
convert-output-failed = Der Editor konnte nicht geladen werden. Die Ausgabe lässt sich trotzdem kopieren und herunterladen.
# A button follows: convert-download.
convert-cut-lines = Die ersten { $shown } von { $lines } Zeilen. „Kopieren“ und „Herunterladen“ umfassen alles.
convert-cut-line = Der Anfang einer langen Zeile. „Kopieren“ und „Herunterladen“ umfassen alles.

## The status line: a few words each

convert-converting = Wird umgewandelt…
convert-status-input = Ungültige Eingabe
convert-status-query = Abfrage schlägt fehl
convert-status-nothing = Abfrage wählt nichts aus
convert-status-target = In diesem Ziel nicht ausdrückbar
convert-status-lost = Nicht umgewandelt
convert-status-done = Umgewandelt

## What happened

convert-said-converted = In { $target } umgewandelt.
convert-said-nothing = Es gibt nichts umzuwandeln.
convert-said-failed = Die Eingabe lässt sich so nicht umwandeln.
convert-saved = { $file } gespeichert.
convert-copied = { $file } kopiert.
convert-link-unknown = Der Link gilt für ein Ziel, das diese Seite nicht hat.
