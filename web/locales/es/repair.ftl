### Repair: broken JSON is mended, and each change listed.

## The head

repair-title = Reparar
# Stands in the place of a file's name.
repair-untitled = sin título
repair-close = Cerrar este texto
# A menu: the tools that take the repaired text, and under each what they do with it.
repair-open-in = Abrir en
repair-convert = Convertir
repair-convert-about = tipos y formatos del texto reparado
repair-translate = Traducir
repair-translate-about = el texto reparado como catálogo
repair-diagram = Diagrama
repair-diagram-about = la estructura del texto reparado, dibujada
repair-copy = Copiar
repair-download = Descargar
repair-undo = Deshacer
repair-apply = Aplicar
repair-apply-about = Poner el texto reparado en lugar del dañado
repair-lead = Comas, comillas, comentarios, constantes de otros lenguajes, bloques de código, lo que quedó cortado: se repara y se enumera cada cambio. Lo demás no cambia ni un byte.

## Before there is a text

repair-empty-open = Abrir un archivo
repair-empty-write = Escribir aquí
repair-empty-note = Cualquier texto que contenga JSON. Hasta { $megabytes } MB.
# $lead is the -lead message, in bold.
repair-fact-mended = { $lead }: comas, dos puntos, comillas, corchetes y llaves, escapes, comentarios, números, constantes, concatenaciones, lo que quedó cortado.
repair-fact-mended-lead = Lo que se repara
repair-fact-removed = { $lead }: delimitadores de código, prosa, llamadas como JSONP y las de MongoDB. Varios documentos se reúnen en un array.
repair-fact-removed-lead = Lo que se quita
repair-fact-kept = { $lead }: la disposición, el orden, la escritura de números y cadenas. Nada sale de esta pestaña.
repair-fact-kept-lead = Lo que se conserva

## Examples: where it comes from, and what is wrong with it

repair-example-answer = La respuesta de un modelo
repair-example-answer-about = En un bloque de código, con prosa alrededor, cortada a la mitad
repair-example-python = Un diccionario de Python
repair-example-python-about = Comillas simples, True y None, una coma final
repair-example-config = Una configuración escrita a mano
repair-example-config-about = Comentarios, claves sin comillas, comas y comillas que faltan

## The broken text

repair-text = Texto
repair-divider = Ancho del texto dañado
repair-file = Archivo que reparar
repair-editor = Texto dañado
repair-editor-failed = No se pudo cargar el editor. El texto está abierto y se repara de todos modos.
# A sentence follows, in English.
repair-problem-place = Línea { $line }, columna { $column }:
repair-lost-stopped = Detenido. Cambiar el texto para volver a repararlo.
repair-lost-limit = Esto requiere más tiempo o memoria de los que tiene la página y se detuvo. Usar la herramienta de línea de comandos: ichiban json repair.
repair-lost-engine = No se pudo iniciar el motor: { $reason }. Recargar la página.

## The repaired text

repair-repaired = Reparado
repair-reader = Texto reparado
repair-reader-failed = No se pudo cargar el editor. El texto reparado se puede copiar y descargar de todos modos.
# $size is a size with its unit.
repair-extent =
    { $lines ->
        [one] { $lines } línea · { $size }
       *[other] { $lines } líneas · { $size }
    }
repair-stale = De un texto anterior
# Copy, download and Apply are buttons. A button follows: repair-download.
repair-cut-lines = Las primeras { $shown } de { $lines } líneas. «Copiar», «Descargar» y «Aplicar» abarcan todo.
repair-cut-line = El comienzo de una línea larga. «Copiar», «Descargar» y «Aplicar» abarcan todo.

## The changes

repair-changes = Cambios
repair-changes-none = Sin cambios
repair-changes-count =
    { $count ->
        [one] { $count } cambio
       *[other] { $count } cambios
    }
repair-changes-valid = Es JSON válido. Queda como está, byte por byte.
repair-changes-stale = Ninguno para el texto tal como está.
repair-changes-more = Mostrar { $count } más
repair-changes-first = Se enumeran los primeros { $count }; se hicieron todos.

## What was changed at a place: a short phrase

repair-change-bracket = Corchete o llave que faltaba añadido
repair-change-colon = Dos puntos que faltaban añadidos
repair-change-comma = Coma que faltaba añadida
repair-change-comment = Comentario eliminado
repair-change-concatenation = Cadenas unidas
repair-change-control-character = Carácter de control escapado
repair-change-ellipsis = Puntos suspensivos eliminados
repair-change-escape = Escape reparado
repair-change-extra-bracket = Cierre sin apertura eliminado o reemplazado
repair-change-extra-comma = Coma sobrante eliminada
repair-change-fence = Delimitador de código eliminado
repair-change-literal = Constante de otro lenguaje reemplazada
repair-change-lines = Valores reunidos en un array
repair-change-number = Número reparado
repair-change-prose = Texto alrededor del documento eliminado
repair-change-quote-in-string = Comilla escapada dentro de una cadena
repair-change-quote-missing = Comillas que faltaban añadidas
repair-change-quote-style = Comillas reemplazadas por comillas dobles
repair-change-truncated = Parte cortada completada
repair-change-value-missing = null añadido por un valor que faltaba
repair-change-white-space = Espacio no admitido en JSON reemplazado
repair-change-wrapper = Llamada o paréntesis alrededor de un valor eliminados

## The status line: a few words each

repair-repairing = Reparando…
repair-status-valid = JSON válido
repair-status-repaired =
    { $count ->
        [one] Reparado con { $count } cambio
       *[other] Reparado con { $count } cambios
    }
repair-status-beyond = Irreparable
repair-status-lost = Sin reparar

## What happened

repair-said-valid = Es JSON válido.
repair-said-repaired =
    { $count ->
        [one] Reparado con { $count } cambio.
       *[other] Reparado con { $count } cambios.
    }
repair-said-beyond = No se puede reparar.
repair-said-lost = La reparación se detuvo.
repair-said-applied = Reparación aplicada.
repair-said-undone = Reparación deshecha.
repair-saved = { $file } guardado.
repair-copied = { $file } copiado.
repair-one-file = Solo se repara un archivo a la vez.
