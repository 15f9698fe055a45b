### Answers in words: in Docs, and beside a diagram.

## What is done with an answer

# Before the words of a question, for screen readers.
answer-to = Respuesta a: { $question }
answer-stop = Detener
answer-ask-again = Preguntar de nuevo
answer-connect = Conectar un modelo
answer-copy = Copiar
answer-copy-markdown = Copiar como Markdown
answer-copied = Copiado.
# $reason is in English: why not, and what to do.
answer-not-copied = No copiado: { $reason }.
answer-unfetched = No se pudo cargar la parte de la página que muestra las respuestas. Comprobar la conexión y recargar la página; copiar sí funciona.

## Code in an answer

# In the place of the name of a language, where the code has none.
answer-code = código
# Said to a screen reader in the place of the code.
answer-code-lines =
    { $lines ->
        [one] Código de { $lines } línea.
       *[other] Código de { $lines } líneas.
    }
# Names of tools, as in the list of tools.
answer-open-in-diagram = Abrir en Diagrama
answer-open-in-repair = Abrir en Reparar
answer-open-in-convert = Abrir en Convertir

## How an answer stands. $place is where a model was asked: a host, or a device

answer-asking = Preguntando a { $place }…
# $message is a sentence: what went wrong.
answer-waiting = { $message } Se intenta de nuevo.
answer-loading = Chrome descarga su modelo: { $percent } %

## How an answer ended. $begun says whether any of it had come

answer-stopped =
    { $begun ->
        [yes] Detenido: no es la respuesta completa. Lo que llegó se conserva.
       *[no] Detenido: no es la respuesta completa.
    }
answer-declined = El modelo se negó a responder.
# $message and $hint are sentences: what went wrong, and what to do.
answer-failed =
    { $begun ->
        [yes] No es la respuesta completa. { $message } { $hint } Lo que llegó se conserva.
       *[no] { $message } { $hint }
    }
answer-cut-off = La respuesta se detuvo a la mitad.
answer-try-again = Volver a intentarlo.
answer-exhausted = El modelo quiso consultar más de lo permitido.
answer-exhausted-hint = Preguntar menos de una vez.
answer-ask-again-hint = Preguntar de nuevo.
answer-reader-ended = El proceso que lee la respuesta se detuvo.
answer-reader-ended-hint = Preguntar de nuevo. Si no basta, recargar la página.

## The same, said to a screen reader

answer-said-whole = La respuesta está completa.
answer-said-stopped = Detenido.
answer-said-declined = El modelo se negó.

## The status line

answer-from-answering = { $place } responde
answer-from = De { $place }
answer-from-stopped = De { $place }, detenida
answer-from-declined = { $place } se negó
answer-from-not-whole = De { $place }, incompleta
# $number is a number in bold, $unit the unit of a time.
answer-first-token = { $number } { $unit } hasta el 1.er token
answer-first-paint = { $number } { $unit } hasta verlo en pantalla
# Tokens in a second.
answer-speed = { $number } tokens/s
# $counted says whether the provider has told the number; else it is estimated.
answer-tokens =
    { $counted ->
        [yes] { $number } tokens
       *[no] unos { $number } tokens
    }

## Docs: what would be sent with a question

answer-docs-offer = Preguntar a un modelo
# $sections of the documents, $tokens in all, and how many $earlier questions go along.
answer-docs-could =
    Un modelo puede responder a partir de { $sections ->
        [one] { $sections } sección
       *[other] { $sections } secciones
    }, unos { $tokens } tokens{ $earlier ->
        [0] { "" }
        [1] , con la pregunta anterior y su respuesta
       *[other] , con las { $earlier } preguntas anteriores y sus respuestas
    }.
answer-docs-here =
    Se responde en este navegador a partir de { $sections ->
        [one] { $sections } sección
       *[other] { $sections } secciones
    }, unos { $tokens } tokens{ $earlier ->
        [0] { "" }
        [1] , con la pregunta anterior y su respuesta
       *[other] , con las { $earlier } preguntas anteriores y sus respuestas
    }.
answer-docs-goes-to =
    La pregunta va a { $place } con { $sections ->
        [one] { $sections } sección
       *[other] { $sections } secciones
    }, unos { $tokens } tokens{ $earlier ->
        [0] { "" }
        [1] , con la pregunta anterior y su respuesta
       *[other] , con las { $earlier } preguntas anteriores y sus respuestas
    }.
answer-docs-ask = Preguntar al modelo
answer-docs-looks-up = Puede consultar más en estos documentos mientras responde
answer-docs-contents = Lo que se envía
answer-docs-operations =
    { $count ->
        [one] el nombre de { $count } operación
       *[other] los nombres de { $count } operaciones
    }
# After the names of operations: those for which there was no room.
answer-docs-unsent = y { $count } más, sin enviar
answer-docs-left-out =
    { $count ->
        [one] { $count } sección con palabras de la pregunta ya no cabe.
       *[other] { $count } secciones con palabras de la pregunta ya no caben.
    }
answer-docs-show = Mostrar en el documento
answer-docs-tokens = { $count } tokens

## Docs: what the model has looked up

answer-docs-looked-up =
    { $count ->
        [one] El modelo consultó { $count } elemento
       *[other] El modelo consultó { $count } elementos
    }
# $words are those that were looked for, $titles those of the sections that were found.
answer-docs-sections = Secciones sobre «{ $words }»: { $titles } ({ $tokens } tokens)
answer-docs-no-sections = Secciones sobre «{ $words }»: nada
# $name is an operation of an API, as GET /pets.
answer-docs-operation = La operación «{ $name }»: { $titles } ({ $tokens } tokens)
answer-docs-no-operation = La operación «{ $name }»: nada
# An operation was chosen in an answer.
answer-docs-unlisted = { $name } no está en la lista.

## Docs: why a question has no answer

answer-docs-ended = El lector se cerró.
answer-docs-read-again = Leer los archivos de nuevo y después preguntar.
answer-docs-moved = El punto de acceso se cambió mientras el modelo consultaba los documentos.

## Docs: calls and definitions, written

answer-docs-languages = Lenguajes
# Whose models definitions are for: OpenAI, Anthropic, MCP.
answer-docs-houses = Proveedores
answer-docs-written = Llamada escrita
answer-docs-text-copied = Texto copiado.

## Diagram: what a model says of the diagram

answer-explain = Explicar
# Beside that button, in a narrow line: what it sends, or what a model on this device reads.
answer-explain-sends = «Explicar» envía el origen del diagrama, unos { $tokens } tokens.
answer-explain-reads = «Explicar» lee el origen del diagrama, unos { $tokens } tokens.
# The pane. On a phone its tab, which is short.
answer-explain-title = Explicación
answer-explain-close = Volver al texto
answer-explain-forget = Borrar las respuestas
answer-explain-answers = Respuestas
answer-explain-field = Pregunta sobre este diagrama
answer-explain-put = Preguntar
answer-explain-unconnected = Un modelo puede responder preguntas sobre este diagrama.
# $tokens in all, and how many $earlier questions go along.
answer-explain-question-sends =
    Una pregunta va a { $place } con el origen del diagrama{ $earlier ->
        [0] { "" }
        [1] , la pregunta anterior y su respuesta
       *[other] , las { $earlier } preguntas anteriores y sus respuestas
    }: unos { $tokens } tokens.
answer-explain-question-reads =
    Se responde en este navegador a partir del origen del diagrama{ $earlier ->
        [0] { "" }
        [1] , de la pregunta anterior y de su respuesta
       *[other] , de las { $earlier } preguntas anteriores y de sus respuestas
    }: unos { $tokens } tokens.
# In the place of a question, where none was asked.
answer-explain-whole = Explicar este diagrama
answer-explain-older = El diagrama ha cambiado desde entonces.
# $name is what is written in a part of the diagram: it was chosen in an answer.
answer-explain-not-drawn = { $name } no está en la imagen.
# For screen readers.
answer-explain-selected = { $name } está seleccionado en la imagen.
# An address follows, on a line of its own.
answer-explain-leads = La respuesta enlaza a
answer-explain-ended = El motor se detuvo antes de que se hiciera la pregunta.
answer-explain-moved = El punto de acceso se cambió antes de que se hiciera la pregunta.
# In the ledger of what was sent: what of the input a request held.
answer-explain-held = el origen del diagrama
answer-explain-held-question = una pregunta, lo dicho antes y el origen del diagrama
