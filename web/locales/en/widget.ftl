### The widget: a tool that another page shows in a frame.

## Why the tool is not shown

widget-waiting = Waiting for the page around this
widget-waiting-about = Ichiban shows itself here once the page has said who it is.
widget-refused = This page may not show Ichiban
# $origin is the address of the page around.
widget-refused-about = Whoever runs it has not allowed { $origin } to. Nothing was opened and nothing was sent.
widget-broken = Ichiban cannot be shown here
widget-broken-code = Its code could not be fetched. Nothing was opened and nothing was sent.
# /embed-origins.json is a file in which whoever runs Ichiban says which pages may show it.
widget-broken-unfetched = /embed-origins.json could not be fetched. Nothing was opened and nothing was sent.
widget-broken-form = /embed-origins.json: it is not of the form { "{" }"origins": ["https://docs.example.org"]{ "}" }. Nothing was opened and nothing was sent.
widget-broken-entry = /embed-origins.json: `{ $entry }` is no origin: write https://docs.example.org, https://*.example.org or *, in lower case and without a path. Nothing was opened and nothing was sent.
widget-open = Open Ichiban on its own

## Whether the page around may have a model asked. $host is its address; it may have none.

widget-wanted = A model is wanted
widget-question =
    { $named ->
        [yes] { $host }
       *[no] a page without an address
    } wants a model to be asked about what is open here. It would be sent to { $place }, with your connection and at your cost. May { $named ->
        [yes] { $host }
       *[no] a page without an address
    } do so until this page is closed?
widget-question-unconnected =
    { $named ->
        [yes] { $host }
       *[no] a page without an address
    } wants a model to be asked about what is open here. No model is connected: you would choose one, at your cost, and { $named ->
        [yes] { $host }
       *[no] a page without an address
    } could have it asked until this page is closed.
widget-allow =
    Allow { $named ->
        [yes] { $host }
       *[no] a page without an address
    }
widget-not-now = Not now
