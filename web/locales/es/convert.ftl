### Convert: data becomes code, a schema or another format.

## The head

convert-title = Convertir
# Stands in the place of a file's name.
convert-untitled = sin título
convert-samples =
    { $count ->
        [one] { $count } muestra
       *[other] { $count } muestras
    }
convert-close = Cerrar la entrada
# A menu: the tools that take the input, and under each what they do with it.
convert-open-in = Abrir en
convert-repair = Reparar
convert-repair-about = la entrada, esté dañada o no
convert-translate = Traducir
convert-translate-about = la entrada, como catálogo de textos
convert-diagram = Diagrama
convert-diagram-about = la estructura de la entrada, dibujada
convert-download = Descargar
convert-copy = Copiar

## Before there is an input

convert-empty-open = Abrir archivos
convert-empty-write = Escribir aquí
convert-empty-note = Varios archivos son muestras de un mismo tipo. Hasta { $megabytes } MB cada uno.
# $lead is the -lead message, in bold.
convert-fact-reading = { $lead }: distingue lo opcional de lo que puede ser nulo y reconoce uniones, mapas, enumeraciones, fechas, tamaños de enteros y recursión.
convert-fact-reading-lead = Lectura minuciosa
convert-fact-lossless = { $lead }: los nombres que un lenguaje prohíbe se escapan y se conserva el original; los números quedan como están escritos.
convert-fact-lossless-lead = No se pierde nada
# $command is a command line.
convert-fact-private = { $lead }: sin modelo ni servidor. El mismo motor funciona en una terminal: { $command }.
convert-fact-private-lead = Nada sale de esta pestaña

## Examples: what becomes what, and what it shows

convert-example-typescript = Respuesta de API → TypeScript
convert-example-typescript-about = Lo que puede faltar y lo que puede ser nulo, diferenciados
convert-example-rust = Dos webhooks → Rust
convert-example-rust-about = Varias muestras de un tipo: lo que difiere es opcional
convert-example-schema = YAML → JSON Schema
convert-example-schema-about = La configuración de un despliegue, validada de ahora en adelante
convert-example-sql = CSV → SQL
convert-example-sql-about = Pedidos: columnas con sus tipos, NULL donde la celda está vacía
convert-example-csv = JSON Lines → CSV
convert-example-csv-about = El registro de un servicio, reducido a sus errores con jq
convert-example-go = XML → Go
convert-example-go-about = Un feed: elementos y atributos como structs

## The input

convert-input = Entrada
convert-divider = Ancho de la entrada
convert-files = Archivos que convertir
convert-sample-add = + muestra
convert-sample-add-about = Otra muestra de los mismos datos: los tipos se ajustarán a todas
convert-sample-list = Muestras
# Stands in the place of a file's name.
convert-sample-name = Muestra { $number }
convert-sample-remove = Quitar { $sample }
convert-editor-failed = No se pudo cargar el editor. La entrada está abierta y se convierte de todos modos.
convert-format = Formato de la entrada
convert-format-any = Cualquier formato
convert-format-detected = { $format }, detectado
convert-query = Expresión jq que acota la entrada
convert-query-clear = Borrar la consulta
convert-query-nothing = No selecciona nada de esta entrada.
convert-query-selected =
    { $count ->
        [one] { $count } valor
       *[other] { $count } valores
    }

## Why there is no output

# A sentence follows, in English.
convert-problem-place = Línea { $line }, columna { $column }:
convert-problem-place-of = { $sample }, línea { $line }, columna { $column }:
# $target is a language or format, $why a phrase in English.
convert-problem-target = { $target }: { $why }. Elegir otro destino o acotar la entrada con jq.
convert-problem-repair = Reparar
convert-lost-stopped = Detenido. Cambiar la entrada o las opciones para volver a convertir.
convert-lost-limit = Esto requiere más tiempo o memoria de los que tiene la página y se detuvo. Acotar la entrada o usar la herramienta de línea de comandos: ichiban json convert.
convert-lost-engine = No se pudo iniciar el motor: { $reason }. Recargar la página.

## The options

convert-options = Opciones
# Stands before the button that names the target.
convert-into = A
convert-target = Destino: { $target }
convert-target-search = Buscar destinos
convert-target-search-hint = Lenguaje, esquema o formato
convert-target-list = Destinos
convert-target-none = Ningún destino con ese nombre.
convert-group-code = Código
convert-group-schema = Esquema
convert-group-data = Datos
convert-label-minified = JSON minificado
convert-label-sorted = JSON ordenado
# The root type.
convert-root = Raíz
convert-root-about = El nombre del tipo raíz

## Settings of targets: a label of a word or two, what it does, and some of what may be chosen

# Swift: who may use the types.
convert-setting-access = Acceso
convert-setting-access-about = Quién puede usar los tipos
convert-setting-closed = Cerrado
convert-setting-closed-about = Rechazar las propiedades que no están en las muestras
convert-setting-declaration = Declaración
convert-setting-declaration-about = Escribir los tipos de objeto como interfaces o como alias de tipo
convert-setting-derive = Derive
convert-setting-derive-about = Traits que derivar además de Serialize y Deserialize
convert-setting-extra = Adicionales
convert-setting-extra-about = Qué se hace con las claves que no están en las muestras
convert-setting-format-types = Tipos propios
convert-setting-format-types-about = Usar los tipos del lenguaje para fechas, UUID y direcciones en lugar de cadenas
convert-setting-frozen = Inmutable
convert-setting-frozen-about = Hacer inmutables las dataclasses
convert-setting-indent = Sangría
convert-setting-indent-about = Con qué se sangra cada nivel
convert-setting-indent-tab = tabulador
convert-setting-map = Mapa
convert-setting-map-about = El tipo de los mapas
convert-setting-merged = Unificado
convert-setting-merged-about = Escribir un solo tipo para objetos de varias clases, aunque un campo los distinga
convert-setting-namespace = Espacio de nombres
convert-setting-namespace-about = El espacio de nombres
convert-setting-package = Paquete
convert-setting-package-about = El nombre del paquete
convert-setting-readonly = Solo lectura
convert-setting-readonly-about = Hacer readonly todas las propiedades
# The root element of XML.
convert-setting-root = Raíz
convert-setting-root-about = El elemento raíz, si los datos no dan ninguno
convert-setting-separator = Separador
convert-setting-separator-about = Qué hay entre las celdas
convert-setting-separator-comma = coma
convert-setting-separator-semicolon = punto y coma
convert-setting-separator-tab = tabulador
convert-setting-unknown-keys = Claves desconocidas
convert-setting-unknown-keys-about = Qué se hace con las claves que no están en las muestras
convert-setting-unknown-keys-strip = quitar
convert-setting-unknown-keys-refuse = rechazar
convert-setting-unknown-keys-keep = conservar

## The output

convert-output = Salida
# $size is a size with its unit.
convert-extent =
    { $lines ->
        [one] { $lines } línea · { $size }
       *[other] { $lines } líneas · { $size }
    }
convert-stale = De una entrada anterior
convert-stale-about = La última entrada que se pudo convertir
convert-output-failed = No se pudo cargar el editor. La salida se puede copiar y descargar de todos modos.
# A button follows: convert-download.
convert-cut-lines = Las primeras { $shown } de { $lines } líneas. «Copiar» y «Descargar» abarcan todo.
convert-cut-line = El comienzo de una línea larga. «Copiar» y «Descargar» abarcan todo.

## The status line: a few words each

convert-converting = Convirtiendo…
convert-status-input = Entrada no válida
convert-status-query = La consulta falla
convert-status-nothing = La consulta no selecciona nada
convert-status-target = No expresable en este destino
convert-status-lost = Sin convertir
convert-status-done = Convertido

## What happened

convert-said-converted = Convertido a { $target }.
convert-said-nothing = No hay nada que convertir.
convert-said-failed = La entrada no se puede convertir tal como está.
convert-saved = { $file } guardado.
convert-copied = { $file } copiado.
convert-link-unknown = El enlace es para un destino que esta página no tiene.
