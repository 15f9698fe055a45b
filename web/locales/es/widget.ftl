### The widget: a tool that another page shows in a frame.

## Why the tool is not shown

widget-waiting = Esperando a la página contenedora
widget-waiting-about = Ichiban se mostrará aquí cuando la página haya dicho quién es.
widget-refused = Esta página no puede mostrar Ichiban
# $origin is the address of the page around.
widget-refused-about = Quien gestiona Ichiban no se lo ha permitido a { $origin }. No se abrió ni se envió nada.
widget-broken = Ichiban no se puede mostrar aquí
widget-broken-code = No se pudo obtener su código. No se abrió ni se envió nada.
# /embed-origins.json is a file in which whoever runs Ichiban says which pages may show it.
widget-broken-unfetched = No se pudo obtener /embed-origins.json. No se abrió ni se envió nada.
widget-broken-form = /embed-origins.json: no tiene la forma { "{" }"origins": ["https://docs.example.org"]{ "}" }. No se abrió ni se envió nada.
widget-broken-entry = /embed-origins.json: `{ $entry }` no es un origen: escribir https://docs.example.org, https://*.example.org o *, en minúsculas y sin ruta. No se abrió ni se envió nada.
widget-open = Abrir Ichiban por separado

## Whether the page around may have a model asked. $host is its address; it may have none.

widget-wanted = Se pide un modelo
widget-question =
    { $named ->
        [yes] { $host }
       *[no] Una página sin dirección
    } quiere que se pregunte a un modelo por lo que está abierto aquí. Se enviaría a { $place } con la conexión configurada en este navegador, y el coste lo pagaría usted. ¿Permitirlo hasta que se cierre esta página?
widget-question-unconnected =
    { $named ->
        [yes] { $host }
       *[no] Una página sin dirección
    } quiere que se pregunte a un modelo por lo que está abierto aquí. No hay ningún modelo conectado: usted elegiría uno y pagaría su coste, y se le podría preguntar hasta que se cierre esta página.
widget-allow =
    Permitir a { $named ->
        [yes] { $host }
       *[no] una página sin dirección
    }
widget-not-now = Ahora no
