# Translate: a file of texts is translated value by value into one or more locales.

translate-title = Traducir
translate-close = Cerrar este archivo
translate-copy = Copiar
translate-download = Descargar
translate-edit = Editar
translate-ask-again = Pedir otra vez
translate-accept = Aceptar
translate-undo = Deshacer
translate-remove = Eliminar
# A share, such as 80 %.
translate-percent = { $percent } %

## The files that are made, in the menus Copy and Download

# Every value has a translation.
translate-export-complete = completo
translate-export-rest =
    { $count ->
        [one] { $count } valor en el idioma de origen
       *[other] { $count } valores en el idioma de origen
    }
translate-export-all = Todos los idiomas
translate-export-zip = un solo zip
# $name is the name of a file.
translate-saved = { $name } guardado.
translate-copied = { $name } copiado.

## Before there is a source

translate-empty-open = Abrir un archivo
translate-empty-write = Escribir uno aquí
translate-empty-files = Archivo de idioma
translate-empty-note = JSON (i18next, Chrome, ARB, FormatJS, Xcode), YAML, PO, Android, Apple, Fluent, properties, CSV. Hasta { $limit } MB.
# In each of the three facts $lead is the text of the message before it, in bold.
translate-fact-alone-lead = Sin modelo
translate-fact-alone = { $lead }, se ve qué se traduciría, qué marcadores se conservan, qué está mal en el archivo y una pseudolocalización.
translate-fact-model-lead = Con un modelo
translate-fact-model = { $lead }, cada valor se comprueba en cuanto queda fijado: marcadores, etiquetas, sintaxis ICU, formas plurales. Lo que falla se pide una vez más y luego se muestra.
translate-fact-private-lead = Nada sale de esta pestaña
translate-fact-private = { $lead } hasta que se traduce, y entonces solo salen los textos, hacia el punto de acceso indicado.
translate-example-i18next = Una tienda en línea: claves anidadas, plurales, etiquetas
translate-example-icu = Una bandeja de entrada: plural, select, fechas
translate-example-chrome = Una extensión de navegador: descripciones, $PLACEHOLDERS$

## The row of options

translate-options = Opciones
# Before the names of the languages to translate into.
translate-options-into = Destino
translate-options-glossary = Glosario
translate-options-terms = Glosario · { $count }
translate-options-memory = Memoria
translate-options-memory-about = Traducciones aceptadas o escritas
# Goes on from "Memory", for screen readers.
translate-options-memory-unkept = no se conserva
translate-options-unchanged = Permitir sin cambios
translate-options-unchanged-about = Aceptar una traducción igual a su origen, como en nombres y préstamos
translate-options-pseudo = Pseudolocalizar
translate-options-pseudo-about = Con acentos, más largo, entre corchetes: muestra qué no se puede traducir y dónde falta espacio. Sin modelo.
translate-options-remove = Quitar { $language }
# The pseudo-localisation, in place of the name of a language.
translate-pseudo = Pseudo

## The list of locales

translate-picker-add = + idioma
translate-picker-search = Buscar idiomas
translate-picker-hint = Idioma, región o etiqueta
translate-picker-list = Idiomas
# $tag is an example.
translate-picker-none = Ningún idioma con ese nombre. Se puede escribir una etiqueta BCP 47 como { $tag }.

## A second file

translate-second-title = ¿Una traducción de este archivo?
# $name is the name of the file or the message below it.
translate-second-lead =
    { $name } tiene { $shared } de { $rows ->
        [one] { $rows } valor
       *[other] { $rows } valores
    } de este origen. Si se toma como traducción, se comprueba y solo se pide lo que falta.
translate-second-text = El texto
translate-second-locale = Su idioma
translate-second-tag = Una etiqueta BCP 47, como fr o pt-BR
translate-second-use = Usar como traducción
translate-second-open = Abrir como nuevo origen
translate-one-file = Soltar los archivos de uno en uno: primero el origen, luego cada traducción que ya exista.
translate-no-catalogue = Lo pegado no es un catálogo con textos. El origen queda como está.

## The pane of the source

translate-source = Origen
translate-source-editor = JSON de origen
translate-source-open = Abrir…
translate-source-file = Archivo de origen o traducido
translate-source-width = Ancho del origen
translate-source-no-editor = No se pudo cargar el editor. El archivo está abierto y se puede traducir de todos modos.
# $format and $layout are in English.
translate-source-what =
    { $count ->
        [one] { $count } valor
       *[other] { $count } valores
    } · { $format } · { $layout }
translate-source-reading = leyendo…
translate-source-placeholders = Marcadores
translate-source-placeholders-about = Aspecto de los marcadores en este archivo
# $example is a placeholder, or "Placeholders".
translate-source-found = { $example } (detectado)
# Before a problem that the engine names.
translate-source-place = Línea { $line }, columna { $column }:
translate-source-stays = La tabla aún muestra el último texto legible.

## The pane of the translations

translate-table = Traducciones
translate-table-done = { $done } de { $total }
translate-table-search = Buscar
translate-table-search-label = Buscar en claves y textos
translate-table-key = Clave
translate-table-source = Texto de origen
# The keys that stand in no object.
translate-table-top = (nivel superior)
translate-filters = Mostrar
translate-filter-all = Todos
translate-filter-attention = Por revisar
translate-filter-missing = Sin traducir
translate-filter-stale = Obsoletos
translate-filter-orphaned = Huérfanos
translate-none-invalid = La tabla se llena en cuanto el origen es legible.
translate-none-text = Este archivo no tiene textos que traducir.
translate-none-found = Sin resultados.
translate-none-attention = No hay nada por revisar.
translate-none-stale = Ningún texto de origen ha cambiado desde su traducción.
translate-none-missing = No falta nada.

## A cell of the table, and what is said below its text

translate-cell-field = Traducción
translate-cell-keys = Enter la conserva, Shift Enter salta de línea, Esc la descarta
translate-cell-stale = El origen ha cambiado desde entonces.
translate-cell-fits = Sigue siendo válida: conservarla
translate-cell-all-the-same = Aceptada de todos modos.
# More findings than the one that is shown.
translate-cell-more =
    { $count ->
       *[other] Y { $count } más.
    }
# A check fails, and it is in the file.
translate-cell-in-file = El archivo la contiene de todos modos.
translate-cell-earlier = El archivo conserva la traducción anterior.
translate-cell-source = El archivo conserva el texto de origen.
# Where a translation comes from.
translate-origin-accepted = aceptada
translate-origin-model = del modelo
translate-origin-memory = de la memoria
translate-origin-memory-accepted = de la memoria, aceptada
translate-origin-file = del archivo
translate-origin-file-accepted = del archivo, aceptada
translate-origin-person = escrita a mano
translate-origin-verbatim = nada que traducir

## Existing translations, and values that the source lacks

translate-existing = Traducciones existentes
# $number is the number in bold, $count the same for the form of the words.
translate-existing-missing =
    { $count ->
        [one] { $number } sin traducir
       *[other] { $number } sin traducir
    }
translate-existing-missing-about = Valores que este archivo no tiene
translate-existing-stale =
    { $count ->
        [one] { $number } obsoleto
       *[other] { $number } obsoletos
    }
translate-existing-stale-about = Valores cuyo texto de origen ha cambiado desde que se tradujeron
translate-existing-orphaned =
    { $count ->
        [one] { $number } huérfano
       *[other] { $number } huérfanos
    }
translate-existing-orphaned-about = Valores de este archivo que el origen ya no tiene
translate-existing-current = { $number } al día
# $tag is a locale such as pt-BR.
translate-orphans-kept =
    { $count ->
        [one] { $count } valor en { $tag } que el origen no tiene. El archivo generado lo conserva hasta que se elimine.
       *[other] { $count } valores en { $tag } que el origen no tiene. El archivo generado los conserva hasta que se eliminen.
    }
translate-orphans-left-out =
    { $count ->
        [one] { $count } valor en { $tag } que el origen no tiene. El archivo generado no tiene lugar para él: se omite.
       *[other] { $count } valores en { $tag } que el origen no tiene. El archivo generado no tiene lugar para ellos: se omiten.
    }
translate-orphans-keep-all = Conservar todos
translate-orphans-remove-all = Eliminar todos
translate-orphan-remove = Eliminar { $path }, línea { $line }
translate-orphan-undo = Deshacer la eliminación de { $path }, línea { $line }

## Findings of checks, below the table

translate-findings =
    { $count ->
        [one] { $count } hallazgo en la traducción aportada
       *[other] { $count } hallazgos en las traducciones aportadas
    }
translate-findings-show = Mostrar
translate-findings-hide = Ocultar
translate-findings-more = Y { $count } más. Aparecerán cuando se corrijan estos.
translate-findings-go = Ir a este valor

## The review, one value at a time

translate-review = Revisión
translate-review-about = Recorrer las traducciones una por una
translate-review-progress = Progreso de la revisión
translate-review-close = Cerrar
translate-review-in-source = Mostrar en el origen
translate-review-checks = Comprobaciones
translate-review-glossary = Glosario
translate-review-memory = Memoria
# In place of the translation of a term.
translate-review-kept = se conserva tal cual
translate-review-use = Usar
translate-review-keep = Conservar
translate-review-drop = Descartar
translate-review-next = Siguiente
translate-review-previous = Anterior
translate-review-skip = Omitir
# No longer accept it.
translate-review-take-back = Anular aceptación
translate-review-over = Era la última
translate-review-nothing = Aún no hay ninguna traducción que revisar.
translate-review-accepted =
    { $accepted ->
        [one] { $accepted } valor está aceptado.
       *[other] { $accepted } valores están aceptados.
    }
translate-review-accepted-attention =
    { $accepted ->
        [one] { $accepted } valor está aceptado.
       *[other] { $accepted } valores están aceptados.
    } { $attention ->
        [one] { $attention } valor queda por revisar.
       *[other] { $attention } valores quedan por revisar.
    }
translate-review-back = Volver a la tabla
# How a value stands.
translate-standing-empty = sin traducir
translate-standing-pending = en traducción
translate-standing-stale = su origen ha cambiado
translate-standing-attention = por revisar
translate-standing-verbatim = como en el origen

## The glossary

translate-glossary-title = Glosario
translate-glossary-lead = Los modelos reciben estos términos, y cada traducción se comprueba con ellos. Una traducción vacía deja el término libre.
translate-glossary-term = Término
translate-glossary-keep = Conservar tal cual
translate-glossary-keep-term = Conservar «{ $term }» tal cual
translate-glossary-keep-this = Conservar este término tal cual
translate-glossary-delete = Eliminar
translate-glossary-delete-term = Eliminar «{ $term }»
translate-glossary-delete-this = Eliminar este término
translate-glossary-translation = { $term } en { $language }
translate-glossary-add = + término
translate-glossary-save = Guardar
translate-glossary-cancel = Cancelar
translate-glossary-import = Importar CSV
translate-glossary-export = Exportar CSV
translate-glossary-file = Glosario en CSV
translate-glossary-read =
    { $count ->
        [one] { $count } término leído.
       *[other] { $count } términos leídos.
    }
# $message and $hint are sentences in English.
translate-glossary-line = Línea { $line }: { $message } { $hint }
translate-glossary-unkept = El glosario solo dura hasta que se cierre esta página: { $reason }.

## The translation memory

translate-memory-title = Memoria de traducción
translate-memory-lead = Lo que se acepta o se escribe se guarda en este navegador y se usa antes de preguntar a un modelo.
translate-memory-empty = Aún no hay nada guardado.
translate-memory-all =
    { $count ->
        [one] { $count } traducción
       *[other] { $count } traducciones
    }
translate-memory-found = { $found } de { $total }
translate-memory-unkept = La memoria solo dura hasta que se cierre esta página: { $reason }.
translate-memory-search = Buscar
translate-memory-search-label = Buscar en la memoria
translate-memory-list = Traducciones guardadas
translate-memory-more = Mostrar más
translate-memory-import = Importar TMX
translate-memory-export = Exportar TMX
translate-memory-file = Memoria de traducción en TMX
translate-memory-forget-all = Borrar todo
translate-memory-forget-sure =
    { $count ->
        [one] Borrar { $count } traducción
       *[other] Borrar { $count } traducciones
    }
# Not forget all.
translate-memory-keep = Conservar
translate-memory-forget = Borrar
translate-memory-forget-text = Borrar «{ $text }»
# In place of a translation.
translate-memory-forgotten = borrada
translate-memory-imported =
    { $count ->
        [one] { $count } traducción incorporada.
       *[other] { $count } traducciones incorporadas.
    }
translate-memory-imported-some =
    { $count ->
        [one] { $count } traducción incorporada.
       *[other] { $count } traducciones incorporadas.
    } { $passed ->
        [one] Se omitió { $passed } unidad sin texto o sin idioma.
       *[other] Se omitieron { $passed } unidades sin texto o sin idioma.
    }

## The status line

translate-status-alone = Solo el motor. Nada ha salido de esta pestaña.
translate-status-translate = Traducir
translate-status-continue = Continuar
translate-status-stop = Detener
translate-status-choose = Elegir un idioma de destino.
translate-status-connect = Ningún modelo conectado: «Traducir» pregunta adónde enviar los textos.
translate-status-nothing-left = No queda nada que traducir.
# $place is a host, a file, or "this device".
translate-status-asking = Preguntando a { $place }…
translate-status-from = { $place } responde
translate-status-finished = Terminado, de { $place }
translate-status-download = Chrome descarga su modelo: { $percent } %
# $failure is a sentence.
translate-status-again = { $failure } Se intenta de nuevo.
translate-status-stopped =
    { $count ->
        [one] Detenido. Queda { $count } valor.
       *[other] Detenido. Quedan { $count } valores.
    }
translate-status-interrupted =
    { $count ->
        [one] Interrumpido. Queda { $count } valor.
       *[other] Interrumpido. Quedan { $count } valores.
    }
# What a run will do. $host is an address.
translate-status-sends =
    { $count ->
        [one] Envía { $count } valor a { $host }
       *[other] Envía { $count } valores a { $host }
    }
translate-status-sends-stale =
    { $count ->
        [one] Envía a { $host } { $count } valor cuyo origen ha cambiado
       *[other] Envía a { $host } { $count } valores cuyo origen ha cambiado
    }
translate-status-sends-both = Envía { $count } valores ({ $missing } sin traducir, { $stale } por actualizar) a { $host }
translate-status-device =
    { $count ->
        [one] Traduce { $count } valor en este dispositivo
       *[other] Traduce { $count } valores en este dispositivo
    }
translate-status-device-stale =
    { $count ->
        [one] Traduce en este dispositivo { $count } valor cuyo origen ha cambiado
       *[other] Traduce en este dispositivo { $count } valores cuyo origen ha cambiado
    }
translate-status-device-both = Traduce { $count } valores ({ $missing } sin traducir, { $stale } por actualizar) en este dispositivo
# $unit is ms, s or min.
translate-status-first-token = { $number } { $unit } hasta el 1.er token
translate-status-first-paint = { $number } { $unit } hasta verlo en pantalla
translate-status-speed = { $number } tokens/s
translate-status-tokens = { $number } tokens
translate-status-part = { $number } %
translate-status-progress = Progreso
translate-status-invalid = Origen no válido
translate-status-attention =
    { $count ->
       *[other] { $count } por revisar
    }
translate-status-good = Comprobaciones superadas

## A run that failed

translate-failed-nothing = No se cambió nada.
translate-failed-kept =
    { $count ->
        [one] Se conserva una traducción. Reintentar pide solo el resto.
       *[other] Se conservan { $count } traducciones. Reintentar pide solo el resto.
    }
translate-failed-retry = Reintentar
translate-failed-settings = Abrir los ajustes
translate-engine-anew = El motor dejó de responder y se reinició. Lo traducido se conserva: traducir de nuevo para el resto.
translate-engine-lost = No se pudo iniciar el motor: { $reason }. Recargar la página.

## Said to screen readers

translate-said-begun = Traduciendo.
translate-said-progress = { $done } de { $total } valores traducidos
translate-said-finished = Traducción terminada.
translate-said-attention =
    { $count ->
        [one] Traducción terminada. { $count } valor está por revisar.
       *[other] Traducción terminada. { $count } valores están por revisar.
    }
translate-said-stopped = Traducción detenida. Lo traducido se conserva.

## What a request held, in the list of requests

translate-held = textos de { $name }
translate-held-unnamed = textos del catálogo
