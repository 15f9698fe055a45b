### Answers in words: in Docs, and beside a diagram.

## What is done with an answer

# Before the words of a question, for screen readers.
answer-to = Antwort auf: { $question }
answer-stop = Stopp
answer-ask-again = Erneut fragen
answer-connect = Modell verbinden
answer-copy = Kopieren
answer-copy-markdown = Als Markdown kopieren
answer-copied = Kopiert.
# $reason is in English: why not, and what to do.
answer-not-copied = Nicht kopiert: { $reason }.
answer-unfetched = Der Teil der Seite, der Antworten anzeigt, ließ sich nicht laden. Die Verbindung prüfen und die Seite neu laden; Kopieren funktioniert.

## Code in an answer

# In the place of the name of a language, where the code has none.
answer-code = Code
# Said to a screen reader in the place of the code.
answer-code-lines =
    { $lines ->
        [one] Code mit { $lines } Zeile.
       *[other] Code mit { $lines } Zeilen.
    }
# Names of tools, as in the list of tools.
answer-open-in-diagram = In Diagramm öffnen
answer-open-in-repair = In Reparieren öffnen
answer-open-in-convert = In Umwandeln öffnen

## How an answer stands. $place is where a model was asked: a host, or a device

answer-asking = { $place } wird gefragt…
# $message is a sentence: what went wrong.
answer-waiting = { $message } Neuer Versuch.
answer-loading = Chrome lädt sein Modell herunter: { $percent } %

## How an answer ended. $begun says whether any of it had come

answer-stopped =
    { $begun ->
        [yes] Gestoppt: Das ist nicht die ganze Antwort. Was kam, bleibt erhalten.
       *[no] Gestoppt: Das ist nicht die ganze Antwort.
    }
answer-declined = Das Modell hat die Antwort verweigert.
# $message and $hint are sentences: what went wrong, and what to do.
answer-failed =
    { $begun ->
        [yes] Das ist nicht die ganze Antwort. { $message } { $hint } Was kam, bleibt erhalten.
       *[no] { $message } { $hint }
    }
answer-cut-off = Die Antwort brach mittendrin ab.
answer-try-again = Erneut versuchen.
answer-exhausted = Das Modell wollte mehr nachschlagen, als erlaubt ist.
answer-exhausted-hint = Weniger auf einmal fragen.
answer-ask-again-hint = Erneut fragen.
answer-reader-ended = Der Prozess, der die Antwort liest, wurde beendet.
answer-reader-ended-hint = Erneut fragen. Hilft das nicht, die Seite neu laden.

## The same, said to a screen reader

answer-said-whole = Die Antwort ist vollständig.
answer-said-stopped = Gestoppt.
answer-said-declined = Das Modell hat die Antwort verweigert.

## The status line

answer-from-answering = { $place } antwortet
answer-from = Antwort: { $place }
answer-from-stopped = Antwort: { $place }, gestoppt
answer-from-declined = { $place } hat die Antwort verweigert
answer-from-not-whole = Antwort: { $place }, unvollständig
# $number is a number in bold, $unit the unit of a time.
answer-first-token = { $number } { $unit } bis zum 1. Token
answer-first-paint = { $number } { $unit } bis zur 1. Anzeige
# Tokens in a second.
answer-speed = { $number } Token/s
# $counted says whether the provider has told the number; else it is estimated.
answer-tokens =
    { $counted ->
        [yes] { $number } Token
       *[no] etwa { $number } Token
    }

## Docs: what would be sent with a question

answer-docs-offer = Ein Modell fragen
# $sections of the documents, $tokens in all, and how many $earlier questions go along.
answer-docs-could =
    Ein Modell kann das aus { $sections ->
        [one] { $sections } Abschnitt
       *[other] { $sections } Abschnitten
    } beantworten, etwa { $tokens } Token{ $earlier ->
        [0] { "" }
        [1] , mit der vorigen Frage und ihrer Antwort
       *[other] , mit den { $earlier } vorigen Fragen und ihren Antworten
    }.
answer-docs-here =
    Wird in diesem Browser beantwortet, aus { $sections ->
        [one] { $sections } Abschnitt
       *[other] { $sections } Abschnitten
    }, etwa { $tokens } Token{ $earlier ->
        [0] { "" }
        [1] , mit der vorigen Frage und ihrer Antwort
       *[other] , mit den { $earlier } vorigen Fragen und ihren Antworten
    }.
answer-docs-goes-to =
    Die Frage geht an { $place } mit { $sections ->
        [one] { $sections } Abschnitt
       *[other] { $sections } Abschnitten
    }, etwa { $tokens } Token{ $earlier ->
        [0] { "" }
        [1] , mit der vorigen Frage und ihrer Antwort
       *[other] , mit den { $earlier } vorigen Fragen und ihren Antworten
    }.
answer-docs-ask = Das Modell fragen
answer-docs-looks-up = Beim Antworten darf es in diesen Dokumenten mehr nachschlagen
answer-docs-contents = Was gesendet wird
answer-docs-operations =
    { $count ->
        [one] Name von { $count } Operation
       *[other] Namen von { $count } Operationen
    }
# After the names of operations: those for which there was no room.
answer-docs-unsent = und { $count } weitere, nicht gesendet
answer-docs-left-out =
    { $count ->
        [one] { $count } Abschnitt mit Wörtern der Frage passt nicht mehr hinein.
       *[other] { $count } Abschnitte mit Wörtern der Frage passen nicht mehr hinein.
    }
answer-docs-show = Im Dokument zeigen
answer-docs-tokens = { $count } Token

## Docs: what the model has looked up

answer-docs-looked-up =
    { $count ->
        [one] Das Modell hat { $count }-mal nachgeschlagen
       *[other] Das Modell hat { $count }-mal nachgeschlagen
    }
# $words are those that were looked for, $titles those of the sections that were found.
answer-docs-sections = Abschnitte zu „{ $words }“: { $titles } ({ $tokens } Token)
answer-docs-no-sections = Abschnitte zu „{ $words }“: nichts
# $name is an operation of an API, as GET /pets.
answer-docs-operation = Die Operation „{ $name }“: { $titles } ({ $tokens } Token)
answer-docs-no-operation = Die Operation „{ $name }“: nichts
# An operation was chosen in an answer.
answer-docs-unlisted = { $name } steht nicht in der Liste.

## Docs: why a question has no answer

answer-docs-ended = Das Leseprogramm wurde beendet.
answer-docs-read-again = Die Dateien erneut lesen, dann fragen.
answer-docs-moved = Der Endpunkt wurde geändert, während das Modell etwas nachschlug.

## Docs: calls and definitions, written

answer-docs-languages = Sprachen
# Whose models definitions are for: OpenAI, Anthropic, MCP.
answer-docs-houses = Anbieter
answer-docs-written = Geschriebener Aufruf
answer-docs-text-copied = Text kopiert.

## Diagram: what a model says of the diagram

answer-explain = Erklären
# Beside that button, in a narrow line: what it sends, or what a model on this device reads.
answer-explain-sends = „Erklären“ sendet die Quelle des Diagramms, etwa { $tokens } Token.
answer-explain-reads = „Erklären“ liest die Quelle des Diagramms, etwa { $tokens } Token.
# The pane. On a phone its tab, which is short.
answer-explain-title = Erklärung
answer-explain-close = Zurück zum Text
answer-explain-forget = Antworten löschen
answer-explain-answers = Antworten
answer-explain-field = Frage zu diesem Diagramm
answer-explain-put = Fragen
answer-explain-unconnected = Ein Modell kann Fragen zu diesem Diagramm beantworten.
# $tokens in all, and how many $earlier questions go along.
answer-explain-question-sends =
    Eine Frage geht an { $place } mit der Quelle des Diagramms{ $earlier ->
        [0] { "" }
        [1] , der vorigen Frage und ihrer Antwort
       *[other] , den { $earlier } vorigen Fragen und ihren Antworten
    }: etwa { $tokens } Token.
answer-explain-question-reads =
    Wird in diesem Browser beantwortet, aus der Quelle des Diagramms{ $earlier ->
        [0] { "" }
        [1] , der vorigen Frage und ihrer Antwort
       *[other] , den { $earlier } vorigen Fragen und ihren Antworten
    }: etwa { $tokens } Token.
# In the place of a question, where none was asked.
answer-explain-whole = Dieses Diagramm erklären
answer-explain-older = Das Diagramm hat sich seitdem geändert.
# $name is what is written in a part of the diagram: it was chosen in an answer.
answer-explain-not-drawn = { $name } ist nicht im Bild.
# For screen readers.
answer-explain-selected = { $name } ist im Bild ausgewählt.
# An address follows, on a line of its own.
answer-explain-leads = Die Antwort verweist auf
answer-explain-ended = Die Engine wurde gestoppt, bevor die Frage gestellt wurde.
answer-explain-moved = Der Endpunkt wurde geändert, bevor die Frage gestellt wurde.
# In the ledger of what was sent: what of the input a request held.
answer-explain-held = die Quelle des Diagramms
answer-explain-held-question = eine Frage, das zuvor Gesagte und die Quelle des Diagramms
