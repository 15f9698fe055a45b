### The settings of models: the endpoint that is asked, its key, limits, what was sent, and models on this device.

## The form of the endpoint

endpoint-head = Punto de acceso del modelo
# The head above what is set of the page itself, and not of models.
endpoint-this-page = Esta página
endpoint-about = Cualquier servidor que use uno de estos protocolos. Las solicitudes van directamente de esta página a él: no hay nada en medio.
endpoint-fill-in = Rellenar
# Names of servers follow.
endpoint-fill-in-for = Rellenar para
endpoint-address = Dirección
# The protocol that the server speaks.
endpoint-wire = Protocolo
# A dialect of the protocol Chat Completions. $server is a name such as OpenRouter.
endpoint-wire-dialect = Chat Completions al modo de { $server }
endpoint-key = Clave
# In the empty field of the key.
endpoint-key-none-needed = no hace falta en este equipo
endpoint-save = Guardar
endpoint-saving = Guardando…
endpoint-test = Probar
# The key stays encrypted in the browser, and is forgotten in this tab.
endpoint-lock = Bloquear la clave
endpoint-remove = Quitar

## Where requests go. $host is an address such as api.openai.com

endpoint-goes-to-page = Nada sale de este dispositivo. El modelo se inicia con la primera pregunta y tarda unos segundos.
endpoint-goes-to-browser = Nada sale de este dispositivo. La primera vez, puede que Chrome tenga que descargar el modelo.
endpoint-goes-to-address = Nada sale de esta pestaña hasta que se traduzca. Entonces los textos por traducir van a la dirección de arriba.
endpoint-goes-to-machine = Al traducir, los textos van a { $host }, en este equipo. No salen de él.
endpoint-goes-to-host = Al traducir, los textos y esta clave van a { $host }. No se envía nada a ningún otro lugar.
# Two sentences: $place is one of these above, $why one of these below.
endpoint-goes-and-why = { $place } { $why }
endpoint-http-by-wire = Solo OpenAI Responses tiene WebSocket: este protocolo usa HTTP.
endpoint-http-by-key = Una página no puede enviar ninguna clave por WebSocket: con clave, se usa HTTP.

## The model's name, and the list of those that the endpoint has

endpoint-model = Modelo
# In the empty field.
endpoint-model-as-named = como lo llama el punto de acceso
endpoint-models-show = Listar modelos
endpoint-models-hide = Ocultar lista
endpoint-models-list = Nombres en este punto de acceso
endpoint-models-asking = Pidiendo la lista…
endpoint-models-none = Su lista no contiene ningún modelo. Escribir el nombre a mano.
endpoint-models-there =
    { $count ->
        [one] Hay { $count } modelo.
       *[other] Hay { $count } modelos. Escribir para encontrar uno.
    }
endpoint-models-more = { $count } más: escribir para encontrarlos
# How much a model can read. $tokens is a short number, such as 128k.
endpoint-model-context = { $tokens } tokens

## The test of the endpoint

endpoint-test-asking = Pidiendo una sola palabra…
endpoint-test-answers = Responde.
endpoint-test-answers-as = Responde, como { $model }.
endpoint-test-unlisted = Su lista de modelos no contiene «{ $model }».
# $near are names that are like it.
endpoint-test-unlisted-near = Su lista de modelos no contiene «{ $model }». Tiene { $near }.

## Where the settings are kept: three ways, each with what that means

endpoint-keep = Conservar estos ajustes, clave incluida
endpoint-keep-choice = Conservar esta elección
endpoint-keep-in-tab = en esta pestaña
endpoint-keep-in-tab-about = hasta que se cierre
endpoint-keep-in-browser = en este navegador
endpoint-keep-in-browser-about = hasta que se quiten; quien use este navegador puede leer la clave
endpoint-keep-choice-in-browser-about = hasta que se quite
endpoint-keep-sealed = en este navegador, con la clave cifrada
endpoint-keep-sealed-about = una frase de contraseña la desbloquea, una vez en cada pestaña
endpoint-passphrase = Frase de contraseña
# In the empty field: the passphrase stays the one before.
endpoint-passphrase-as-it-was = como estaba
endpoint-passphrase-about = Mejor varias palabras que una sola. Nadie puede recuperarla; la clave se puede volver a introducir.
endpoint-passphrase-too-short = Introducir una frase de contraseña de al menos { $count } caracteres.

## The encrypted key

# $place is a host in bold.
endpoint-unlock-about = La clave de { $place } está cifrada en este navegador. Se desbloquea para esta pestaña, hasta que se cierre, se recargue o se bloquee.
endpoint-unlock = Desbloquear
endpoint-unlocking = Desbloqueando…
endpoint-unlocked = La clave está desbloqueada.
endpoint-use-another = Usar otro punto de acceso
endpoint-forget-key = Borrar la clave
endpoint-key-forgotten = Ya no hay ninguna clave cifrada: otra pestaña la ha borrado.
endpoint-vault-wrong-passphrase = Esta no es la frase de contraseña con la que se cifró la clave. Volver a intentarlo o borrar la clave.
endpoint-vault-later-version = Una versión más reciente de esta página cifró la clave: recargar la página.
endpoint-vault-unreadable = Lo que se conserva en lugar de la clave no se puede leer. Borrarlo e introducir la clave de nuevo.
endpoint-vault-insecure = El navegador solo cifra en páginas que llegaron por https o desde este equipo.
endpoint-browser-refused = El navegador se negó y no dice por qué.

## Signing in with OpenRouter, in place of a key that is entered

endpoint-sign-in = Iniciar sesión con OpenRouter
endpoint-sign-in-about = El permiso se da allí y se vuelve con una clave propia de esta página. Se conserva como se elija abajo.
endpoint-sign-in-fetching = Obteniendo la clave de OpenRouter…
endpoint-sign-in-by-hand = Introducir una clave a mano.
endpoint-sign-in-insecure = Para iniciar sesión, la página debe haber llegado por https o desde este equipo.
endpoint-signed-in = Sesión iniciada. La clave se conserva como se eligió; elegir un modelo o dejarlo en manos de OpenRouter.
endpoint-signed-in-passphrase = Sesión iniciada. Introducir la frase de contraseña con la que se cifrará la clave y guardar.
# $reason is what the browser says, in English.
endpoint-signed-in-unkept = Sesión iniciada, pero la clave no se conserva: { $reason }.
endpoint-signed-in-unkept-about = Funciona hasta que se cierre esta página.

## Another model for a tool

endpoint-tool-models = Otro modelo para una herramienta
endpoint-tool-models-about = En este punto de acceso. Un campo vacío equivale al modelo de arriba.

## Limits of what models may cost

endpoint-limits = Límites
endpoint-limits-dollars = dólares
endpoint-limits-tokens = tokens
# The limit of one run, and of all of a day: heads of the rows below the two above.
endpoint-limits-run = por ejecución
endpoint-limits-day = al día
# In an empty field: there is no limit.
endpoint-limit-none = ninguno
endpoint-limit-run-dollars = Máximo de dólares por ejecución
endpoint-limit-run-tokens = Máximo de tokens por ejecución
endpoint-limit-day-dollars = Máximo de dólares al día
endpoint-limit-day-tokens = Máximo de tokens al día
endpoint-limit-wrong = Un límite es una cantidad, como 0.50 o 20000; vacío significa ninguno.
endpoint-limits-about = Ahí se detiene una ejecución y no se envía nada más. Si no se conoce el precio de un modelo, solo se pueden contar tokens. Los modelos de este equipo no cuestan nada.

## Recordings of runs

endpoint-replay = Reproducir una grabación
endpoint-replay-about = Una ejecución guardada responde en lugar de un modelo: sin clave ni red. Guardar una abajo, en la lista de solicitudes, y preguntar en la herramienta de la que procede.
# $file is a name in bold, $stop a link that says endpoint-stop-replaying.
endpoint-replaying = { $file } responde a todo lo que se pregunta a un modelo. No se envía nada. { $stop }
endpoint-stop-replaying = Dejar de reproducir
endpoint-recording = Grabación
endpoint-recording-answers = La grabación responde a lo próximo que se pregunte.
# The name of the model of a recording that names none.
endpoint-recording-model = grabación
# How fast it plays: four ways.
endpoint-pace = Ritmo
endpoint-pace-own = a su propio ritmo
endpoint-pace-four = cuatro veces más rápido
endpoint-pace-sixteen = dieciséis veces más rápido
endpoint-pace-at-once = todo de una vez
# $reason is in English.
endpoint-no-recording = { $file } no es una grabación de esta página: { $reason }.
endpoint-empty-recording = { $file } no contiene ninguna grabación.
endpoint-run-gone = Esta ejecución ya no se guarda: solo las últimas de esta pestaña.
endpoint-run-saved = Guardado como { $file }. Contiene lo preguntado y lo respondido, ninguna clave del punto de acceso; lo que parece un secreto se ha ocultado. Revisarlo antes de compartirlo.

## What was sent to models

# $summary is one of the two below, in small print, or endpoint-sent-nothing.
endpoint-sent = Enviado desde este navegador { $summary }
endpoint-sent-nothing = nada
# $count counts requests; $tokens is a number, with ≈ before an estimate.
endpoint-sent-summary =
    { $count ->
        [one] { $count } solicitud, { $tokens } tokens, { $cost }
       *[other] { $count } solicitudes, { $tokens } tokens, { $cost }
    }
endpoint-sent-summary-unpriced =
    { $count ->
        [one] { $count } solicitud, { $tokens } tokens, { $cost } más las de precio desconocido
       *[other] { $count } solicitudes, { $tokens } tokens, { $cost } más las de precio desconocido
    }
endpoint-sent-none = Nada todavía. Aquí aparecerá cada solicitud a un modelo: cuándo, a quién, cuánto y qué datos propios contenía.
endpoint-sent-filter = Filtrar
endpoint-sent-filter-about = Filtrar solicitudes
endpoint-sent-copy = Copiar JSON
endpoint-sent-copied = Copiado como JSON.
endpoint-sent-download = Descargar CSV
endpoint-sent-forget = Borrar
endpoint-sent-list = Solicitudes, las más recientes primero
endpoint-sent-none-found = Ninguna solicitud contiene estas palabras.
# $reason is what the browser says, in English.
endpoint-sent-unkept = No se conserva después de esta pestaña: { $reason }.
endpoint-sent-unfetched = No se conserva después de esta pestaña: no se pudo obtener la parte de la página que las guarda.

# The facts of a request, with dots between.
endpoint-sent-bytes = { $count } bytes
endpoint-sent-tokens = { $input } de entrada, { $output } de salida
endpoint-sent-no-price = precio desconocido
# $time is a span, such as 38 ms.
endpoint-sent-byte = { $time } hasta el primer byte
endpoint-sent-token = { $time } hasta el primer token
endpoint-sent-paint = { $time } hasta verlo en pantalla
# Tokens in a second.
endpoint-sent-rate = { $rate } tokens/s
endpoint-sent-save = Guardar ejecución
# What was in a request of these settings.
endpoint-sent-test = una pregunta de prueba, sin datos propios
endpoint-sent-models = la lista de modelos, sin datos propios
# How a request ended.
endpoint-sent-complete = completa
endpoint-sent-length = límite de longitud
endpoint-sent-refused = rechazada
endpoint-sent-cut-off = cortada
endpoint-sent-stopped = detenida

# A table: how fast answers came.
endpoint-latency = Latencia
endpoint-latency-byte = hasta el primer byte
endpoint-latency-token = hasta el primer token
endpoint-latency-paint = hasta verlo en pantalla
endpoint-latency-rate = tokens por segundo

## A file of settings names an endpoint that cannot be taken

endpoint-left-out-no-model = El punto de acceso del modelo se omite: este navegador no tiene integrado ese modelo.
endpoint-left-out-no-wire = El punto de acceso del modelo se omite: esta versión de la página no conoce su protocolo.
# $fault is a sentence that says what to do.
endpoint-left-out-fault = El punto de acceso del modelo se omite. { $fault }

## What answers on this device, and what each does well

endpoint-on-device = En este dispositivo
# In place of one on this device.
endpoint-an-endpoint = Un punto de acceso
endpoint-translator = Traductor de Chrome
endpoint-translator-about = Rápido y bueno con las frases. No sabe nada de glosarios ni de formas plurales: sus errores se marcan.
endpoint-language-model = Modelo de lenguaje de Chrome
endpoint-language-model-about = Más lento. Sigue el glosario y las notas; conoce pocos idiomas.
endpoint-llama = Un modelo en esta página
endpoint-llama-about = llama.cpp, en esta página. Los modelos pequeños escriben borradores: cortos, ceñidos a su forma y a menudo erróneos; las herramientas hacen el trabajo. No necesita clave, ni red una vez que el modelo está aquí.

## Models for llama.cpp in this page: files that are fetched and kept

endpoint-local = Modelos en esta página
endpoint-local-none = Este sitio no ofrece ningún modelo. Usar uno propio:
endpoint-local-pick = Archivo GGUF del disco…
endpoint-local-address = Dirección de un archivo GGUF
# In the empty field, beside the button above.
endpoint-local-or-address = o su dirección: https://…/model.gguf
endpoint-local-look = Consultar
endpoint-local-looking = Consultando…
endpoint-local-advice = Vale la pena descargar un modelo de código de entre 500 y 1500 millones de parámetros, como Qwen2.5-Coder-1.5B-Instruct en Q4_K_M (1 GB).
endpoint-local-agree = Aceptar y descargar
endpoint-local-download = Descargar
endpoint-local-resume = Reanudar
endpoint-local-cancel = Cancelar
endpoint-local-use = Usar
endpoint-local-remove = Quitar
endpoint-local-test = Modelo de prueba: muestra que todo funciona. Lo que responde es válido, pero no sirve de nada.
# The name of a model that has none.
endpoint-local-unnamed = Un modelo
endpoint-local-no-licence = licencia no indicada: ver dónde se publica
endpoint-local-from = de { $host }
endpoint-local-from-disk = del disco
# $done and $all are sizes, such as 1.1 MB.
endpoint-local-fetching = { $done } de { $all }
endpoint-local-unfinished = Hay { $done } de { $all }
endpoint-local-asked = Solo se ha obtenido el principio del archivo.
endpoint-local-checking = Comprobando que esté completo y sea lo prometido…
endpoint-local-in-memory = En memoria, hasta que se cierre esta pestaña.
endpoint-local-forbidden = Este navegador no guarda nada para esta página (una ventana privada o un marco sin permiso de almacenamiento): los modelos quedan en memoria hasta que se cierre esta pestaña.
endpoint-local-no-room = El navegador no tiene espacio para guardar este modelo: queda en memoria hasta que se cierre esta pestaña.

## Why a model could not be had. These have no full stop at the end

endpoint-local-unfetched = No se pudo obtener esta parte de la página. Abrir los ajustes de nuevo.
endpoint-local-unreachable = No se pudo acceder a { $host }, o no permite que las páginas de otros sitios descarguen de él. Descargar el archivo y elegirlo del disco
endpoint-local-unreachable-kept = No se pudo acceder a { $host }, o no permite que las páginas de otros sitios descarguen de él. Lo que había llegado se conserva
# $status is a status of HTTP, such as 404 Not Found.
endpoint-local-answered = { $host } respondió { $status }
endpoint-local-no-gguf-there = Lo que { $host } tiene en esta dirección no es un archivo GGUF
endpoint-local-no-size = { $host } no indica el tamaño del archivo. Descargarlo y elegirlo del disco
endpoint-local-no-address = Esto no es una dirección: una dirección empieza por https://
endpoint-local-only-https = Un modelo solo se obtiene por https://, para que nadie pueda cambiarlo por el camino
endpoint-local-none-picked = No se eligió ningún archivo
endpoint-local-no-gguf = { $file } no es un archivo GGUF, que es lo que lee llama.cpp
endpoint-local-pick-again = Elegir el archivo de nuevo: la página no puede abrirlo por sí misma
# $got and $promised are numbers of bytes.
endpoint-local-wrong-length = El servidor envió { $got } bytes y debían llegar { $promised }
endpoint-local-broken-off = La conexión se cortó. Lo que había llegado se conserva: continuar cuando se quiera
endpoint-local-not-gguf = Esto no es un archivo GGUF, que es lo que lee llama.cpp. Se descartó
endpoint-local-wrong-digest = Lo obtenido no es lo prometido: su SHA-256 es otro. Se descartó; volver a intentarlo y, si se repite, avisar a quien lo ofrece
endpoint-local-other-tab = Otra pestaña está descargando este modelo: esperar a que termine o detenerla
endpoint-local-full = El navegador no tiene espacio para el resto. Quitar otro modelo o liberar espacio en disco y continuar
# $reason is in English.
endpoint-local-failed = La descarga falló: { $reason }
endpoint-local-refused = El navegador se niega: { $reason }

## What is wrong with the list of models that this site offers, which its operator writes.
## $model and $part are numbers. No full stops

endpoint-list-no-object = La lista de modelos de este sitio no se puede leer: no es un objeto
endpoint-list-no-models = La lista de modelos de este sitio no es válida: falta «models»
endpoint-list-no-model = La lista de modelos de este sitio no se puede leer: el modelo { $model } no es un objeto
endpoint-list-no-part = La lista de modelos de este sitio no se puede leer: el modelo { $model }, parte { $part } no es un objeto
endpoint-list-no-files = En la lista de modelos de este sitio, el modelo { $model } no tiene archivos
endpoint-list-no-digest = En la lista de modelos de este sitio, el SHA-256 del modelo { $model }, parte { $part } no tiene 64 dígitos hexadecimales
endpoint-list-no-bytes = En la lista de modelos de este sitio, los bytes del modelo { $model }, parte { $part } no son un número
endpoint-list-missing-of-model =
    { $what ->
        [licence] La lista de modelos de este sitio no se puede leer: falta la licencia del modelo { $model }
        [template] La lista de modelos de este sitio no se puede leer: falta la plantilla de chat del modelo { $model }
       *[name] La lista de modelos de este sitio no se puede leer: falta el nombre del modelo { $model }
    }
endpoint-list-missing-of-part =
    { $what ->
        [digest] La lista de modelos de este sitio no se puede leer: falta el SHA-256 del modelo { $model }, parte { $part }
       *[address] La lista de modelos de este sitio no se puede leer: falta la dirección del modelo { $model }, parte { $part }
    }
