### The widget: a tool that another page shows in a frame.

## Why the tool is not shown

widget-waiting = Warten auf die einbettende Seite
widget-waiting-about = Ichiban zeigt sich hier, sobald die Seite gesagt hat, wer sie ist.
widget-refused = Diese Seite darf Ichiban nicht zeigen
# $origin is the address of the page around.
widget-refused-about = Der Betreiber von Ichiban hat es { $origin } nicht erlaubt. Nichts wurde geöffnet und nichts gesendet.
widget-broken = Ichiban lässt sich hier nicht zeigen
widget-broken-code = Sein Code ließ sich nicht holen. Nichts wurde geöffnet und nichts gesendet.
# /embed-origins.json is a file in which whoever runs Ichiban says which pages may show it.
widget-broken-unfetched = /embed-origins.json ließ sich nicht holen. Nichts wurde geöffnet und nichts gesendet.
widget-broken-form = /embed-origins.json hat nicht die Form { "{" }"origins": ["https://docs.example.org"]{ "}" }. Nichts wurde geöffnet und nichts gesendet.
widget-broken-entry = /embed-origins.json: `{ $entry }` ist kein Ursprung: https://docs.example.org, https://*.example.org oder * schreiben, in Kleinbuchstaben und ohne Pfad. Nichts wurde geöffnet und nichts gesendet.
widget-open = Ichiban separat öffnen

## Whether the page around may have a model asked. $host is its address; it may have none.

widget-wanted = Ein Modell ist gewünscht
widget-question =
    { $named ->
        [yes] { $host }
       *[no] Eine Seite ohne Adresse
    } möchte, dass ein Modell zu dem gefragt wird, was hier offen ist. Es ginge an { $place }, mit Ihrer Verbindung und auf Ihre Kosten. Darf { $named ->
        [yes] { $host }
       *[no] die Seite ohne Adresse
    } das, bis diese Seite geschlossen wird?
widget-question-unconnected =
    { $named ->
        [yes] { $host }
       *[no] Eine Seite ohne Adresse
    } möchte, dass ein Modell zu dem gefragt wird, was hier offen ist. Kein Modell ist verbunden: Sie würden eines wählen, auf Ihre Kosten, und { $named ->
        [yes] { $host }
       *[no] die Seite ohne Adresse
    } könnte es fragen lassen, bis diese Seite geschlossen wird.
widget-allow =
    { $named ->
        [yes] { $host }
       *[no] Der Seite ohne Adresse
    } erlauben
widget-not-now = Jetzt nicht
