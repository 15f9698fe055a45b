### Docs: documentation becomes an API that can be called.

## Words of several places

docs-title = Docs
docs-copy = Copiar
docs-stop = Detener
docs-reading = Leyendo…
# Of a parameter or a field, beside its name.
docs-required = obligatorio
docs-no-description = Sin descripción
# Of a request of HTTP.
docs-body = Cuerpo
docs-server = Servidor
docs-sections = Secciones
# How sure the reading of an operation is, at least or just so.
docs-sure = { $percent } % de certeza
docs-percent = { $percent } %
docs-tokens =
    { $count ->
        [one] { $count } token
       *[other] { $count } tokens
    }
# Phrases, one after the other: text, 2 to 12 characters, required.
docs-list = { $before }, { $next }
docs-operations = Operaciones
docs-all-operations = Todas las operaciones
# What a model has answered.
docs-answers = Respuestas
docs-document = Documento
# Marks what a model has added: as short as it can be.
docs-model-mark = modelo
docs-model-mark-details = +{ $count } modelo

## The head

docs-bar-files = { $count } archivos
docs-bar-close = Cerrar los archivos
docs-bar-more = Más documentación para leer
docs-bar-refine = Refinar con un modelo
docs-bar-refine-about = Hace que un modelo busque lo que se pasó por alto: muestra primero lo que se enviaría
docs-bar-refine-nothing = No hay documentación que un modelo pueda leer
# A menu: the tools that take the document, and under each what they do with it.
docs-bar-open-in = Abrir en
docs-bar-diagram = Diagrama
docs-bar-diagram-about = la API como clases o como secuencia
docs-bar-convert = Convertir
docs-bar-convert-about = sus esquemas como tipos de un lenguaje
docs-bar-download = Descargar
docs-bar-yaml = OpenAPI como YAML
docs-bar-json = OpenAPI como JSON
# The version of OpenAPI; with each thing stands where it is documented.
docs-bar-evidence = 3.1, con las referencias
# Definitions of tools for a model; strict is a setting of theirs.
docs-bar-tools-openai = herramientas para OpenAI, strict
docs-bar-tools-anthropic = herramientas para Anthropic
docs-bar-tools-mcp = herramientas para MCP

## Before there is documentation

docs-empty-open = Abrir archivos
docs-empty-write = Leer el primer ejemplo
docs-empty-files = Documentación para leer
docs-empty-note = Varios archivos, o un archivo ZIP, se leen como una sola API. Textos de hasta 32 MB, grabaciones de hasta 100 MB, PDF de hasta 256 MB.
# $head is the -head message, in bold.
docs-empty-places = { $head }: cada operación y cada parámetro lleva a la línea o página que lo documenta e indica su grado de certeza.
docs-empty-places-head = Cada afirmación tiene su referencia
docs-empty-yours = { $head }: nombres, tipos y textos se editan en su sitio y se conservan al leer más.
docs-empty-yours-head = Todo se puede corregir
# $open is a link, the -open message; $command is a command line.
docs-empty-folder = { $open }: nada de ella sale de esta pestaña. El mismo motor funciona en una terminal: { $command }.
docs-empty-folder-open = Abrir una carpeta
docs-empty-folder-files = Carpeta con documentación

## Examples: what each is, and what it shows

docs-example-markdown = Referencia en Markdown
docs-example-markdown-about = Encabezados, tablas y JSON: parámetros con sus tipos y valores predeterminados
docs-example-page = Página web
docs-example-page-about = Listas de definiciones, anclas y cuerpos anidados de una página guardada
docs-example-har = Tráfico grabado (HAR)
docs-example-har-about = Llamadas de una sesión: los identificadores pasan a ser parámetros, los secretos quedan fuera
docs-example-curl = Transcripción de curl
docs-example-curl-about = Comandos de una terminal
docs-example-unfetched = No se pudo cargar el ejemplo. Volver a intentarlo.

## The row of options

docs-options = Opciones
docs-options-lead = Operaciones, parámetros, cuerpos, respuestas y claves, cada cosa con el lugar que la respalda. Leído aquí, sin modelo.
docs-options-ask = Preguntar
# A question as one may ask it.
docs-options-question = ¿qué punto de acceso cancela un pedido?
docs-options-find = Buscar
docs-options-server-about = Dónde está la API: en el documento, las llamadas y el formulario
docs-options-undo =
    { $count ->
        [one] Deshacer la última edición
       *[other] Deshacer la última de { $count } ediciones
    }

## The document

docs-document-pane = Documentación
docs-document-headings = Ir a un encabezado
docs-document-contents = Contenido
docs-document-text = Texto del documento
docs-document-nothing = No hay nada que mostrar.
# Shows the part of the document before or after.
docs-document-earlier = Más arriba
docs-document-later = Más abajo
# The number of a page, in the margin.
docs-document-page = p. { $page }
# Of a line of the document. $operation is a method and a path.
docs-document-mark = Documenta { $operation }
docs-document-mark-parameter = Documenta { $name } de { $operation }
docs-divider = Ancho del documento
docs-leave = ¿Salir de esta página?
docs-leave-to = Este enlace lleva a
docs-leave-stay = Quedarse
docs-leave-open = Abrir en una pestaña nueva

## The list of operations

# How many of all operations are listed.
docs-operations-some = { $some } de { $all }
# A group of operations.
docs-operations-new = Encontradas por el modelo
docs-operations-other = Otras
docs-operations-search = Buscar operaciones
docs-operations-search-short = Buscar
docs-operations-confidence = Certeza
docs-operations-confidence-about = Mostrar las operaciones con al menos esta certeza
docs-operations-all = Todas
docs-operations-more = Y { $count } más: buscarlas.
docs-operations-by-model = Añadido por el modelo, con las palabras que lo prueban
docs-operations-unsure = Grado de certeza de la lectura
docs-operations-none-like-that = Ninguna operación coincide.
# Says what an operation looks like.
docs-operations-none = No se encontró ninguna operación. Una operación es un método y una ruta, como GET /users/{ "{id}" }, en un encabezado, una tabla, código o una frase.
docs-operations-show-all = Mostrar todas
# For a screen reader.
docs-operations-found =
    { $count ->
        [one] Se encontró { $count } operación.
       *[other] Se encontraron { $count } operaciones.
    }
docs-remarks = Conviene saber
docs-remarks-lost-edits =
    { $count ->
        [one] { $count } edición se refiere a algo que ya no está.
       *[other] { $count } ediciones se refieren a algo que ya no está.
    }
# $way is English: HTTP bearer, or a key in the header, X-Key.
docs-remarks-security = Autenticación de las llamadas: { $way }.

## What a question has found

docs-passages = Pasajes
docs-passages-none = Ningún pasaje contiene estas palabras. Preguntar con las palabras de la documentación.
# For a screen reader.
docs-passages-found =
    { $count ->
        [one] { $count } pasaje encontrado.
       *[other] { $count } pasajes encontrados.
    }
docs-answers-and-passages = Respuestas y pasajes
docs-answers-forget = Borrar las respuestas

## One operation in full

docs-detail-views = Vistas de la operación
# Tabs: short.
docs-detail-contract = Contrato
docs-detail-calls = Llamadas
docs-detail-tools = Herramientas
docs-detail-trial = Probar
docs-detail-operation = Operación
docs-detail-summary = Resumen
docs-detail-no-summary = Sin resumen: escribir uno
docs-detail-description = Descripción
docs-detail-deprecated = Obsoleta
# A link to the place in the document; if there are more, they follow: and 2, and 3.
docs-detail-place = Dónde lo dice
docs-detail-place-more = y { $number }
docs-detail-parameters = Parámetros
docs-detail-no-parameters = Ninguno documentado.
# Of the API.
docs-detail-responses = Respuestas
docs-detail-method = Método
docs-detail-path = Ruta
docs-detail-group = Grupo
docs-detail-no-group = Sin grupo
docs-detail-example = Ejemplo
docs-detail-example-copied = Ejemplo copiado.
docs-detail-types = Como tipos
docs-detail-types-about = Abrir el ejemplo en «Convertir», como tipos de un lenguaje
docs-detail-cut = Hay más de lo que se muestra: el esquema es largo o se refiere a sí mismo.
# Fields of a row, for a screen reader. $name is the name of a parameter.
docs-row-name = Nombre de { $name }
docs-row-place = Ubicación de { $name }
docs-row-type = Tipo de { $name }
docs-row-is-required = { $name } es obligatorio
docs-row-description = Descripción de { $name }
# Any type.
docs-row-any = cualquiera
docs-row-show = Mostrar dónde está documentado
docs-row-show-quote = Mostrar dónde lo dice

## A call that is sent from here

# $kind is where the key goes: Authorization: Bearer.
docs-trial-key = Clave ({ $kind })
docs-trial-key-about = Solo en esta pestaña: no se guarda en ningún sitio ni en las llamadas copiadas.
docs-trial-form = Formulario
docs-trial-body-as = Cuerpo como
# Stands where the name of a field does in docs-trial-how, docs-trial-add-to and docs-trial-add-member-to.
docs-trial-the-body = cuerpo
docs-trial-how = Cómo se da { $name }
docs-trial-how-body = Cómo se da el cuerpo
# How a field is given.
docs-trial-given = dado
docs-trial-left-out = omitido
docs-trial-empty-text = texto vacío
docs-trial-as-json = como JSON
docs-trial-such-as = Por ejemplo, { $value }
docs-trial-add = Añadir
docs-trial-add-to = Añadir a: { $name }
docs-trial-remove = Quitar { $name }
# A member of an object of JSON.
docs-trial-add-member = Añadir un miembro
docs-trial-add-member-to = Añadir un miembro a: { $name }
docs-trial-member-name = Nombre del miembro { $number }
docs-trial-member-value = Valor del miembro { $number }
docs-trial-remove-member = Quitar el miembro { $number }
docs-trial-remove-it = Quitar
docs-trial-name = nombre
docs-trial-unfit =
    { $count ->
        [one] { $count } dato no coincide con el documento. No se envió nada.
       *[other] { $count } datos no coinciden con el documento. No se envió nada.
    }
docs-trial-send = Enviar
docs-trial-send-anyway = Enviar de todos modos
docs-trial-send-about = Va de esta página al servidor de arriba, y solo al pulsar «Enviar».
docs-trial-waiting = Esperando a { $address }…
docs-trial-offline = No hay red.
docs-trial-hidden = El navegador no muestra ninguna respuesta. O no hay nada en esta dirección, o el servidor no deja que las páginas de otros orígenes lean sus respuestas (CORS): entonces responde a un shell, pero a ninguna página. Aun así, la llamada puede haber llegado.
# $error is English.
docs-trial-no-answer = No hay respuesta: { $error }.
docs-trial-curl = Copiar como curl
docs-trial-curl-copied = Comando curl copiado.
docs-trial-came = Respuesta
docs-trial-came-body = Cuerpo de la respuesta
# Of an answer that is too long to be shown.
docs-trial-cut = Solo el comienzo.
docs-trial-headers =
    { $count ->
        [one] { $count } cabecera que el servidor deja ver a una página
       *[other] { $count } cabeceras que el servidor deja ver a una página
    }

## What a field takes, in a few words: whole number, at least 1

docs-hint-text = texto
docs-hint-whole-number = número entero
docs-hint-number = número
docs-hint-boolean = true o false
docs-hint-choice = uno de esos
docs-hint-list = lista
docs-hint-object = objeto
docs-hint-file = archivo
docs-hint-json-several = JSON de varios tipos
docs-hint-json-recursive = JSON: su esquema se refiere a sí mismo
docs-hint-json-too-much = JSON: su esquema continúa
docs-hint-at-least = al menos { $number }
docs-hint-at-most = como máximo { $number }
docs-hint-more-than = más de { $number }
docs-hint-less-than = menos de { $number }
docs-hint-characters =
    { $count ->
        [one] { $count } carácter
       *[other] { $count } caracteres
    }
docs-hint-characters-between =
    { $most ->
        [one] de { $least } a { $most } carácter
       *[other] de { $least } a { $most } caracteres
    }
docs-hint-characters-at-least =
    { $count ->
        [one] al menos { $count } carácter
       *[other] al menos { $count } caracteres
    }
docs-hint-characters-at-most =
    { $count ->
        [one] como máximo { $count } carácter
       *[other] como máximo { $count } caracteres
    }
docs-hint-entries =
    { $count ->
        [one] { $count } entrada
       *[other] { $count } entradas
    }
docs-hint-entries-between =
    { $most ->
        [one] de { $least } a { $most } entrada
       *[other] de { $least } a { $most } entradas
    }
docs-hint-entries-at-least =
    { $count ->
        [one] al menos { $count } entrada
       *[other] al menos { $count } entradas
    }
docs-hint-entries-at-most =
    { $count ->
        [one] como máximo { $count } entrada
       *[other] como máximo { $count } entradas
    }

## What would be sent to a model

docs-plan-of-run = Secciones de esta ejecución
docs-plan-close = Cerrar
# $place is what is asked: this device, or a server.
docs-plan-where-here = Las secciones de abajo las lee { $place }.
docs-plan-where = El texto de las secciones de abajo va a { $place }, modelo { $model }.
docs-plan-change = Cambiar
docs-plan-lead = El modelo busca operaciones y parámetros que se pasaron por alto. Lo que añade debe citarse de la sección, palabra por palabra; todo lo demás se descarta y se cuenta.
docs-plan-sections =
    { $count ->
        [one] { $count } sección
       *[other] { $count } secciones
    }
# Which sections are chosen: all, none, or those that are likely to document something.
docs-plan-all = Todas
docs-plan-none = Ninguna
docs-plan-likely = Probables
docs-plan-likely-about = Las que nombran una ruta, un método o un parámetro
# In the place of the heading of a section that has none.
docs-plan-beginning = Comienzo
docs-plan-known =
    { $count ->
        [one] { $count } operación conocida
       *[other] { $count } operaciones conocidas
    }
# Where a section is.
docs-plan-being-read = leyéndose
docs-plan-no-whole-answer = respuesta incompleta
docs-plan-read = leída
docs-plan-read-before = leída antes
# The numbers are in bold: $count is that of $requests. $money is an amount in whatever currency: $cost
# is none, little (less than $money) or some.
docs-plan-estimate =
    { $requests ->
        [one] { $count } solicitud
       *[other] { $count } solicitudes
    }, unos { $input } tokens enviados y como máximo { $output } de vuelta{ $cost ->
        [none] { "" }
        [little] , por menos de { $money }
       *[some] , por alrededor de { $money }
    }
docs-plan-prices = Precios por millón de tokens
# Of tokens.
docs-plan-sent = enviados
docs-plan-back = de vuelta
docs-plan-cancel = Cancelar
docs-plan-start = Iniciar

## A run of a model

docs-run = Lo que añade el modelo
docs-run-loading = Chrome descarga su modelo: { $percent } %
# $place is what is asked: this device, or a server.
docs-run-going = { $done } de { $all } secciones leídas por { $place }
docs-run-paused = En pausa tras { $done } de { $all } secciones
docs-run-interrupted = Interrumpido tras { $done } de { $all } secciones
docs-run-stopped = Detenido tras { $done } de { $all } secciones
docs-run-finished =
    { $count ->
        [one] { $count } sección leída por { $place }
       *[other] { $count } secciones leídas por { $place }
    }
docs-run-finished-in-part =
    { $count ->
        [one] { $count } sección leída por { $place }, { $failed } sin respuesta completa
       *[other] { $count } secciones leídas por { $place }, { $failed } sin respuesta completa
    }
docs-run-earlier = Continuación de una ejecución anterior: { $done } de { $all } secciones leídas
docs-run-progress = Secciones leídas
docs-run-pause = Pausar
docs-run-resume = Reanudar
docs-run-try-again = Reintentar
docs-run-continue = Continuar
docs-run-forget = Borrar
docs-run-forget-about = Borra lo que añadió el modelo, aquí y en lo guardado
docs-run-settings = Ajustes
# $failure is a sentence or two: what happened.
docs-run-trying-again = { $failure } Se intenta de nuevo.
docs-run-fault = El punto de acceso indica: { $fault }
docs-run-no-answer = La respuesta no llegó.
docs-run-kept = Lo que se aceptó se conserva.
docs-run-filter = Mostrar solo las operaciones en las que el modelo añadió algo
docs-run-added =
    { $operations ->
        [one] { $operations } operación
       *[other] { $operations } operaciones
    } y { $details ->
        [one] { $details } detalle añadidos
       *[other] { $details } detalles añadidos
    }
docs-run-added-and-corrected =
    { $operations ->
        [one] { $operations } operación
       *[other] { $operations } operaciones
    } y { $details ->
        [one] { $details } detalle añadidos
       *[other] { $details } detalles añadidos
    }, { $corrected ->
        [one] { $corrected } corregido
       *[other] { $corrected } corregidos
    }
# $money is an amount in whatever currency: $cost is none, little (less than $money) or some.
docs-run-tokens =
    { $count ->
        [one] { $count } token
       *[other] { $count } tokens
    }{ $cost ->
        [none] { "" }
        [little] , menos de { $money }
       *[some] , alrededor de { $money }
    }
docs-run-dropped =
    { $count ->
        [one] { $count } descartado
       *[other] { $count } descartados
    }
# Why something was dropped, each after the number of those.
docs-run-dropped-not-found = palabras citadas que no están en la sección
docs-run-dropped-not-said = palabras citadas que no dicen lo que se afirma
docs-run-dropped-malformed = falta el método, la ruta o el nombre
docs-run-dropped-of-dropped = parte de una operación descartada
# For a screen reader.
docs-run-said =
    { $stage ->
        [paused] En pausa
        [interrupted] Interrumpido
        [stopped] Detenido
        [finished] Terminado
       *[going] En curso
    }. El modelo añadió { $operations ->
        [one] { $operations } operación
       *[other] { $operations } operaciones
    } y { $details ->
        [one] { $details } detalle
       *[other] { $details } detalles
    }.

## The line at the foot

# Where what is shown comes from. $place is what is asked: this device, or a server.
docs-status-from = Motor y { $place }
docs-status-going = Las secciones van a { $place }
docs-status-paused = En pausa. No se envía nada.
docs-status-interrupted = { $place } no responde como debería
# $count is $number, in bold.
docs-status-additions =
    { $number ->
        [one] { $count } añadido
       *[other] { $count } añadidos
    }
# $count is a number, in bold.
docs-status-tokens = { $count } tokens
# For a screen reader.
docs-status-reading =
    Leyendo, { $unit ->
        [page] página
        [section] sección
       *[file] archivo
    } { $done } de { $all }
docs-status-progress =
    { $unit ->
        [page] página
        [section] sección
       *[file] archivo
    } { $done } de { $all }
docs-status-so-far =
    { $count ->
        [one] { $count } operación hasta ahora
       *[other] { $count } operaciones hasta ahora
    }
docs-status-found =
    { $count ->
        [one] { $count } operación
       *[other] { $count } operaciones
    }
docs-status-partial =
    { $count ->
        [one] Detenido: { $count } operación en lo leído
       *[other] Detenido: { $count } operaciones en lo leído
    }
docs-status-none = Ninguna operación encontrada
docs-status-stopped = Detenido
# ichiban apidoc is a command.
docs-status-too-much = Demasiado para esta página: usar ichiban apidoc
# The reader is the part of the page that reads documents. $reason is English.
docs-status-no-reader = El lector no está disponible: { $reason }

## Messages that pass

# $operation is a method and a path.
docs-edit-taken = { $operation } ya existe.
docs-edit-unfit = Esta edición no encaja en el documento y se descartó: quizá el nombre ya se usa o está vacío.
docs-copied = Documento OpenAPI copiado.
docs-saved = { $name } guardado, { $size }.
docs-folder-unread = No se pudo leer la carpeta. Soltarla otra vez.
# In the place of a file's name.
docs-pasted = texto pegado
# It could not be kept. $error is English.
docs-unkept = Lo que añadió el modelo se pierde con esta pestaña: { $error }.
docs-reader-ended = El lector se cerró. Volver a leer los archivos.
# $refused is an English sentence: why a file was not read.
docs-refused-several = { $refused } Y { $more } más, debajo de las operaciones.
# What of the documents a request has held, in the list of all requests.
docs-held = una sección de los documentos
