### What all tools tell of models: what happened where one could not be asked or did not answer, what to do, and
### where models are asked.
### $host is the address of a server, such as api.openai.com; where it has none, it is failures-endpoint.

## Pieces

failures-endpoint = El punto de acceso
failures-seconds =
    { $count ->
        [one] { $count } segundo
       *[other] { $count } segundos
    }
failures-minutes = { $count } minutos
failures-hours = { $count } horas
# A limit or a part of it. $count is written as it is.
failures-tokens = { $count } tokens
# What a server says, told after what happened.
failures-it-says = El servidor indica: { $words }
failures-two-sentences = { $first } { $second }

## The server cannot be reached

failures-offline = Este dispositivo no tiene conexión.
failures-no-plain-http = El navegador no permite que esta página https se comunique con { $host } por http.
failures-blocked = El navegador no pudo acceder a { $host } o no puede leer lo que responde.
failures-cors = { $host } está ahí, pero no admite esta página (CORS): el navegador retiene su respuesta.
failures-mixed-content = Esta página llegó por https y el navegador no permite que se comunique con { $host } por http (contenido mixto).
failures-not-permitted =
    { $space ->
        [device] El navegador no permite que esta página acceda a las aplicaciones de este dispositivo, y { $host } es una de ellas.
       *[network] El navegador no permite que esta página acceda a los dispositivos de la red local, y { $host } es uno de ellos.
    }
failures-asks-first =
    { $space ->
        [device] El navegador pregunta antes si esta página puede acceder a las aplicaciones de este dispositivo y aún no tiene respuesta.
       *[network] El navegador pregunta antes si esta página puede acceder a los dispositivos de la red local y aún no tiene respuesta.
    }
failures-nobody-there = Nada responde en { $host }: no existe ese nombre o nada escucha en ese puerto.
failures-unsendable = La solicitud no se puede enviar: { $reason }.

failures-connect = Conectarse a una red y volver a intentarlo; lo ya terminado se conserva.
failures-connect-and-test = Conectarse a una red y volver a probar. Un modelo en este equipo funciona sin ella.
failures-connect-and-ask = Conectarse a una red y volver a preguntar.
failures-give-https = Indicar la dirección con https:// o abrir esta página por http desde la misma red.
failures-check-own-server = Comprobar que el servidor esté en marcha y que permita el origen { $origin } (CORS; en Ollama, definir OLLAMA_ORIGINS={ $origin }).
failures-check-own-server-and-permission = Comprobar que el servidor esté en marcha, que permita el origen { $origin } (CORS; en Ollama, definir OLLAMA_ORIGINS={ $origin }) y que esta página pueda acceder a la red local (configuración del sitio en el navegador).
failures-check-address-and-origin = Comprobar la dirección. Si es correcta, el servidor no permite el origen { $origin } (CORS): permitirlo allí o usar un punto de acceso que lo permita.
failures-allow-by-ollama = Iniciar Ollama con la variable de entorno `OLLAMA_ORIGINS={ $origin }` y volver a probar.
failures-allow-by-lm-studio = Activar CORS en los ajustes del servidor de LM Studio o iniciarlo con `lms server start --cors`.
failures-allow-by-vllm = Iniciar vLLM con `--allowed-origins '["{ $origin }"]'` y volver a probar.
failures-allow-by-gateway = Permitir el origen { $origin } en el servidor o su pasarela, o usar un punto de acceso que admita páginas. Algunos proveedores solo admiten páginas con ciertas claves o direcciones.
failures-allow-by-server = Hacer que el servidor permita el origen { $origin }: Ollama con `OLLAMA_ORIGINS={ $origin }`, vLLM con `--allowed-origins`; el `llama-server` de llama.cpp permite cualquier origen, salvo que un proxy delante lo impida.
failures-avoid-mixed-content = Indicar la dirección con https://, poner el servidor detrás de un proxy con certificado o ejecutarlo en este equipo: http://localhost está permitido.
failures-permit = Permitir el acceso: el icono a la izquierda de la barra de direcciones, luego «Acceso a la red local» (o «Aplicaciones en el dispositivo») y después recargar la página.
failures-answer-the-browser = Volver a probar y elegir «Permitir» cuando el navegador pregunte. Si no pregunta, permitir «Acceso a la red local» con el icono a la izquierda de la barra de direcciones.
failures-look-for-a-slip = Comprobar que la dirección no tenga errores: puede que ese nombre no exista. También puede interponerse un cortafuegos, un proxy o un bloqueador de anuncios.
failures-start-ollama = Iniciar Ollama (`ollama serve`) y comprobar el puerto: es 11434 si nadie lo ha cambiado.
failures-start-lm-studio = Iniciar el servidor en LM Studio (Developer o `lms server start`) y comprobar el puerto: es 1234 si nadie lo ha cambiado.
failures-start-vllm = Iniciar vLLM (`vllm serve MODEL`) y comprobar el puerto: es 8000 si nadie lo ha cambiado.
failures-start-own-server = Iniciar el servidor y comprobar el puerto: en llama.cpp, `llama-server -m MODEL.gguf --port 8081` para 8081.
failures-listen-for-others = Comprobar que el servidor esté en marcha y escuche a otros dispositivos: `--host 0.0.0.0` en llama.cpp, `OLLAMA_HOST=0.0.0.0` en Ollama; y que su cortafuegos los deje entrar.
failures-look-for-stray-characters = Comprobar que la dirección y la clave no tengan caracteres de más.

## The server does not do what it is asked for
## $status is a status code of HTTP.

failures-key-refused = { $host } no acepta la clave.
failures-key-missing = { $host } pide una clave, pero no hay ninguna definida.
failures-key-not-allowed = { $host } no permite hacer eso con esta clave (HTTP 403).
failures-out-of-credit = { $host } indica que a la cuenta no le queda saldo ni cuota.
failures-too-large = { $host } indica que la pregunta es más larga de lo que admite el modelo.
failures-rate-limited = { $host } no acepta más solicitudes por ahora (HTTP 429).
failures-web-page = { $host } respondió con una página web (HTTP { $status }), no como la API de un modelo.
failures-model-unknown = { $host } no conoce ese modelo (HTTP { $status }).
failures-nothing-there = { $host } no tiene nada en esta dirección (HTTP { $status }).
failures-gave-up = { $host } dejó de esperar (HTTP { $status }).
failures-server-failed = { $host } comunicó un error interno (HTTP { $status }).
failures-moved = { $host } responde que la API está en otro lugar (HTTP { $status }).
failures-not-taken = { $host } no acepta esta solicitud (HTTP { $status }).
failures-reported = { $host } comunicó un error.
failures-no-wire = No existe el protocolo `{ $wire }`.
failures-question-unreadable = La pregunta no se puede leer.

failures-check-key = Comprobar la clave: completa, no caducada y de este proveedor.
failures-enter-key = Introducir una clave para este punto de acceso.
failures-use-other-key = Usar una clave que permita este modelo, u otro modelo.
failures-add-credit = Añadir saldo en el proveedor o usar otro punto de acceso.
failures-ask-less-or-larger = Pedir menos de una vez o elegir un modelo con un contexto mayor.
# $wait is a span of time, such as failures-minutes.
failures-wait-for = Volver a intentarlo en { $wait }; lo ya terminado se conserva.
failures-wait = Esperar un poco y volver a intentarlo; lo ya terminado se conserva.
failures-check-root = Comprobar la dirección base: es la raíz de la API, que suele terminar en /v1, no el sitio web.
failures-choose-listed-model = Elegir un modelo de la lista del punto de acceso.
failures-check-base-and-wire = Comprobar la dirección base (suele terminar en /v1) y el protocolo.
failures-ask-less = Volver a intentarlo; si se repite, pedir menos de una vez.
failures-in-a-moment = Volver a intentarlo en un momento; lo ya terminado se conserva.
failures-check-base = Comprobar la dirección base.
failures-check-abilities = Comprobar el protocolo y las capacidades del modelo (salida estricta, herramientas) en los ajustes.
failures-choose-wire = Elegir uno de estos en los ajustes: { $wires }.
failures-reload-mixed-page = Recargar la página: mezcla dos versiones de la aplicación.

## The list of a server's models
## $address is the address of the API, such as https://api.openai.com/v1.

failures-no-list = Este servidor no ofrece una lista de sus modelos (HTTP { $status }).
failures-list-too-long = La lista de modelos que devolvió { $address } es demasiado larga.
failures-list-unreadable = La lista de modelos que devolvió { $address } no se puede leer.

failures-by-hand = Escribir el nombre del modelo a mano, tal como lo conoce el servidor.
failures-by-hand-or-check = Escribir el nombre del modelo a mano, tal como lo conoce el servidor. Si eso también falla, comprobar la dirección y el protocolo.
failures-check-address-and-wire = Comprobar la dirección y el protocolo.

## The answer came, and is not what it should be
## $wait is a span of time, such as failures-minutes; $words are whole sentences in English.

failures-went-silent = { $host } dejó de enviar datos durante { $wait } en mitad de su respuesta.
failures-not-begun = { $host } seguía sin responder al cabo de { $wait }.
failures-length = La respuesta alcanzó su límite de tokens antes de terminar.
failures-declined = El modelo se negó a responder.
failures-cut-off = { $host } interrumpió su respuesta a la mitad.
failures-stopped = Detenido.
failures-not-an-api = Esto no es la respuesta de un modelo: { $words }
failures-bad-answer = La respuesta no se puede usar: { $words }
# $reason is in English.
failures-question-lost = La pregunta se perdió: { $reason }.
failures-question-lost-to-restart = La pregunta se perdió: el proceso dejó de responder y se reinició.

failures-give-it-time = Volver a intentarlo; lo ya terminado se conserva. Un servidor que aún carga su modelo necesita tiempo.
failures-raise-length = Aumentar el límite o pedir menos de una vez; lo ya terminado se conserva.
failures-look-at-question = Revisar lo que se preguntó o probar otro modelo.
failures-ask-the-rest = Volver a intentarlo: lo ya terminado se conserva y solo se pide el resto.
failures-kept = Lo ya terminado se conserva.
failures-check-base-or-wire = Comprobar la dirección base y el protocolo.
failures-other-model = Volver a intentarlo o elegir otro modelo en los ajustes; lo ya terminado se conserva.
failures-check-wire = Volver a intentarlo; si se repite, comprobar el protocolo en los ajustes.
failures-ask-again-or-reload = Volver a preguntar. Si no basta, recargar la página.

## Limits of what models may cost
## $limit, $left and $next are amounts: dollars, or failures-tokens.

failures-price-unknown =
    { $span ->
        [day] No se conoce el precio de este modelo, así que no se puede respetar el límite de { $limit } al día. No se envió nada.
       *[run] No se conoce el precio de este modelo, así que no se puede respetar el límite de { $limit } por ejecución. No se envió nada.
    }
failures-beyond-limit =
    { $span ->
        [day] Esto superaría el límite de { $limit } al día: quedan { $left } y solo la pregunta ocupa alrededor de { $next }. No se envió.
       *[run] Esto superaría el límite de { $limit } por ejecución: quedan { $left } y solo la pregunta ocupa alrededor de { $next }. No se envió.
    }
failures-limit-reached =
    { $span ->
        [day] Detenido: se alcanzó el límite de { $limit } al día.
       *[run] Detenido: se alcanzó el límite de { $limit } por ejecución.
    }

failures-limit-in-tokens = Fijar en su lugar un límite en tokens en los ajustes o usar un modelo cuyo precio se conozca.
failures-raise-limit = Aumentar el límite en los ajustes o pedir menos; lo ya terminado se conserva.
failures-raise-limit-or-wait = Aumentar el límite en los ajustes o seguir mañana; lo ya terminado se conserva.

## Signing in with OpenRouter
## “Sign in with OpenRouter” is the button endpoint-sign-in.

failures-sign-in-not-begun = En esta pestaña no se ha empezado a iniciar sesión con OpenRouter, así que no se tomó nada de la dirección.
failures-sign-in-of-another = La respuesta del inicio de sesión no corresponde a la petición de esta pestaña, así que no se usó.
failures-sign-in-denied = No se permitió el acceso en OpenRouter. No hay clave.
failures-sign-in-refused = OpenRouter se negó: { $words }.
failures-sign-in-cancelled = El inicio de sesión se canceló. No hay clave.
failures-sign-in-no-key = OpenRouter no dio ninguna clave (HTTP { $status }).

failures-begin-sign-in = Empezar de nuevo aquí: «Iniciar sesión con OpenRouter».
failures-begin-sign-in-warily = Empezar de nuevo aquí: «Iniciar sesión con OpenRouter». Si el enlace seguido no venía de allí, lo creó otra persona.
failures-sign-in-and-allow = Iniciar sesión otra vez y permitir el acceso, o introducir una clave a mano.
failures-try-or-enter-key = Volver a intentarlo o introducir una clave a mano.
failures-sign-in-or-enter-key = Iniciar sesión otra vez o introducir una clave a mano.
failures-sign-in-anew = El código ya se usó o ha caducado: iniciar sesión otra vez.

## Where models are asked, as all tools tell it

# The button that opens the settings.
failures-chip-settings = Punto de acceso del modelo: abrir los ajustes
failures-chip-unlock = Desbloquear la clave
failures-chip-connect = Conectar un modelo
# In the place of a host.
failures-this-device = este dispositivo
# What a small model writes there is a draft.
failures-this-device-draft = este dispositivo (borrador)

## What is wrong with an endpoint as it was entered

failures-no-address = Introducir la dirección de la API, como https://api.openai.com/v1.
failures-not-http = Una dirección empieza por https:// o wss://; en este equipo, también por http:// o ws://.
failures-not-a-root = Aquí solo va la raíz de la API: sin nombre de usuario, sin «?», sin «#». Una clave va en su propio campo.
failures-key-in-the-clear = Por http:// y ws:// la clave podría leerse por el camino. Usar https:// o dejar la clave vacía.
failures-no-model = Introducir el nombre de un modelo, tal como lo conoce el punto de acceso.

## The model on this device: what it is doing, in the place of failures-this-device

failures-device-loading = cargando el modelo
failures-device-reading = leyendo la pregunta
# $share is a share in per cent.
failures-device-reading-share = leyendo la pregunta, { $share } %
failures-device-writing = escribiendo un borrador

## The model on this device: what went wrong. A full stop is put after it, unless there is one of Japanese

failures-device-no-model = Aún no hay ningún modelo en este dispositivo: obtener uno en los ajustes
failures-device-removed = El navegador ha quitado el modelo para liberar espacio: obtenerlo de nuevo en los ajustes
failures-device-question-too-long = La pregunta es demasiado larga para el modelo de esta página, que ve { $tokens } tokens como máximo
# $reason is in English, or one of the two below it.
failures-device-not-loaded = No se pudo cargar el modelo: { $reason }
failures-device-llama-failed = llama.cpp falló: { $reason }
failures-device-unsaid = llama.cpp no dijo por qué
failures-device-no-script = no se pudo obtener su script
failures-device-no-translator = Este navegador no tiene un traductor integrado
failures-device-translates-only = El traductor de Chrome traduce textos y no hace nada más
# $source and $target are codes of languages, such as en.
failures-device-no-pair = Chrome no puede traducir de { $source } a { $target } en este dispositivo
failures-device-source-unknown = El traductor de Chrome debe conocer el idioma del origen: nombrar el archivo según él, como en.json
failures-device-no-language-model = Este navegador no tiene un modelo de lenguaje integrado
failures-device-click-needed = Chrome solo descarga su modelo justo después de un clic: pulsar «Traducir» otra vez
failures-device-no-language = Chrome no tiene este idioma en este dispositivo
failures-device-texts-too-long = Los textos son demasiado largos para el modelo de este dispositivo
failures-device-failed = El modelo de Chrome falló: { $reason }
