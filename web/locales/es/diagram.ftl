### Diagram: Mermaid text, data and code are drawn as pictures.

## The head of the tool

diagram-title = Diagrama
# The name of a diagram that came from no file.
diagram-untitled = sin título
diagram-close = Cerrar este diagrama
diagram-examples = Ejemplos
diagram-compare = Comparar
diagram-compare-earlier = Con una versión anterior
diagram-compare-earlier-about = lo que se añadió, se quitó o cambió
diagram-compare-mermaid = Con mermaid.js
diagram-compare-mermaid-about = las dos imágenes de este texto
diagram-copy = Copiar
diagram-export = Exportar

## The menus Export and Copy: the name of a way, and below it what it is good for

diagram-export-svg-about = nítido a cualquier tamaño
diagram-export-svg-transparent = SVG, transparente
diagram-export-transparent-about = nada detrás del diagrama
diagram-export-png-1-about = tan grande como en pantalla
diagram-export-png-2-about = para pantallas de alta resolución
diagram-export-png-3-about = para diapositivas
diagram-export-png-4-about = para imprimir
diagram-export-png-transparent = PNG 2×, transparente
diagram-export-text = Texto
diagram-export-text-about = el diagrama como .mmd
diagram-export-print = Imprimir…
diagram-export-print-about = en blanco y negro
diagram-copy-picture = Imagen
diagram-copy-picture-about = PNG, para chats y documentos
diagram-copy-svg-about = como texto
diagram-copy-markdown-about = el texto en un bloque de código
diagram-copy-link = Enlace
diagram-copy-link-about = una dirección que contiene el texto
diagram-copied =
    { $what ->
        [link] Enlace copiado.
        [markdown] Markdown copiado.
       *[svg] SVG copiado.
    }
diagram-copied-picture = Imagen copiada.
# $name is that of a file, $size its size.
diagram-saved = { $name } guardado, { $size }.
diagram-export-none = Todavía no hay imagen.
diagram-export-older = Esta es la imagen de un texto anterior: el del editor no se puede dibujar.
# What a screen reader calls the picture that is printed.
diagram-printed = El diagrama

## The options above the picture

diagram-lead = Entra texto de Mermaid, datos o código; sale una imagen mientras se escribe. Lo que no se puede leer se corrige donde es seguro.
diagram-options = Opciones
# Which of the two panes, text or picture, a phone shows.
diagram-in-view = A la vista
diagram-text = Texto
diagram-picture = Imagen
diagram-theme = Tema
diagram-theme-about = Los colores de la imagen
diagram-theme-of-page = Como la página
# Before a list of kinds of sources, such as SQL.
diagram-from = Desde
diagram-from-about = Qué es el origen
diagram-from-detect = Detectar
diagram-from-detected = { $source }, detectado

## The invitation, before there is a diagram

diagram-empty-open = Abrir archivos
diagram-empty-write = Escribir uno aquí
diagram-files-to-draw = Archivos que dibujar
diagram-empty-note = Varios archivos del mismo tipo se convierten en un solo diagrama.
# $head is diagram-empty-mended-head, in bold.
diagram-empty-mended = { $head }: lo que modelos y personas escriben mal se encuentra con su línea y se corrige donde eso no cambia el sentido.
diagram-empty-mended-head = Corregido
# $head is diagram-empty-taken-away-head, in bold.
diagram-empty-taken-away = { $head }: SVG cuyo texto sigue siendo texto, PNG, Markdown, un enlace, papel. Por lo demás, la imagen nunca sale de esta pestaña.
diagram-empty-taken-away-head = Para llevar
# $all is a button: diagram-empty-all-examples.
diagram-empty-all = { $all }: cada tipo de diagrama y cada tipo de origen, para empezar.
diagram-empty-all-examples = Los { $count } ejemplos

## The pane of the text

# What a screen reader calls the editor.
diagram-editor = Texto del diagrama
diagram-editor-failed = No se pudo cargar el editor. El diagrama está abierto y se dibuja de todos modos.
diagram-format = Dar formato
diagram-format-about = Sangría y espacios en un solo estilo; el diagrama dice lo mismo
diagram-formatted = Formato aplicado. «Deshacer» en el editor lo revierte.
diagram-formatted-already = El texto ya está en ese estilo.
# The tab of the text that the diagram is made of.
diagram-source = Origen
diagram-source-file = Archivo del origen
diagram-in-editor = En el editor
diagram-undo = Deshacer
diagram-fix = Corregir
diagram-fix-in-part = Corregir en parte
# Beside the button that fixes: how much it would change.
diagram-fix-changes =
    { $count ->
        [one] { $count } cambio
       *[other] { $count } cambios
    }
# $change is a sentence in English.
diagram-fix-change = Línea { $line }: { $change }
diagram-fixed-by =
    { $count ->
        [one] Corregido con { $count } cambio
       *[other] Corregido con { $count } cambios
    }
diagram-fixed-changes = Cambios de la corrección
diagram-fixed-line = línea { $line }
# Before a sentence in English that says what is wrong there.
diagram-place = Línea { $line }, columna { $column }:
diagram-lost-stopped = Detenido. Cambiar el texto para dibujarlo.
diagram-lost-too-long = El cálculo de la disposición tardó más de 10 segundos y se detuvo para que la página siga siendo rápida. Quitar aristas, dividir el diagrama o dibujarlo en una terminal: ichiban mermaid render.
diagram-lost-too-much = El cálculo de la disposición requiere más tiempo o memoria de los que tiene la página y se detuvo. Quitar aristas o dividir el diagrama.
diagram-lost-no-engine = No se pudo iniciar el motor: { $reason }. Recargar la página.
diagram-unanswered = El motor se detuvo antes de responder. Volver a intentarlo.
diagram-unfound = No se encontró en el texto dónde está escrito esto.
# Between the text and the picture, to a screen reader.
diagram-width = Ancho del texto

## What a diagram is made of

diagram-files =
    { $count ->
        [one] { $count } archivo
       *[other] { $count } archivos
    }
# A file without a name, by its place among others.
diagram-file = archivo { $number }
# Sentences in English follow.
diagram-left-out = Fuera del diagrama:
diagram-is-one = Es un diagrama
diagram-is-one-about = Leer el texto como Mermaid
diagram-source-stopped = Detenido. Cambiar el origen o las opciones para leerlo de nuevo.
diagram-source-too-much = Leer este origen requiere más tiempo o memoria de los que tiene la página y se detuvo. Usar solo una parte o la herramienta de línea de comandos: ichiban mermaid from.
diagram-made-anew = El diagrama se volvió a hacer a partir del origen. En su pestaña, «Deshacer» recupera los cambios propios.

## The pane of the picture

diagram-picture-older = De un texto anterior
diagram-size = Tamaño
# In brackets stands the key that does the same, here and below.
diagram-smaller = Reducir
diagram-smaller-about = Reducir (−)
diagram-own-size = Tamaño real (1)
diagram-larger = Ampliar
diagram-larger-about = Ampliar (+)
diagram-fit = Ajustar
diagram-fit-about = Todo (0)
diagram-present = Presentar
diagram-present-about = Solo la imagen, a pantalla completa
diagram-present-end = Terminar la presentación
diagram-present-end-about = Terminar la presentación (Esc)
diagram-find = Buscar (/)
diagram-find-about = Buscar en la imagen
diagram-find-none = ninguno
diagram-find-place = { $place } de { $total }
# What a screen reader says of the picture.
diagram-stage = Diagrama. Las flechas lo mueven, más y menos cambian su tamaño, 0 lo ajusta, la barra diagonal busca, Enter edita la etiqueta seleccionada.
# What is written in a part of the picture, to a screen reader.
diagram-label = Etiqueta
diagram-unshown = El navegador no pudo mostrar la imagen. Aun así se puede guardar.
diagram-drawing = Dibujando…
diagram-no-picture-blank = Escribir un diagrama: se dibuja al teclear.
diagram-no-picture-wrong = Todavía no hay imagen: el panel del texto dice por qué.
diagram-no-picture-asking = Se dibuja a medida que llega.
diagram-no-picture-elsewhere = Cargando mermaid.js, que lo dibuja…

## The comparison with another diagram

diagram-compare-title = Comparar con
diagram-compare-about = La versión anterior de este diagrama. Lo que desde entonces se añadió, se quitó y cambió se enumera y se marca en la imagen.
diagram-compare-text = Versión anterior
diagram-compare-file = Versión anterior como archivo
diagram-comparing = Comparando…
diagram-not-compared = Sin comparar
diagram-no-differences = Sin diferencias
diagram-differences = Diferencias
diagram-differences-count =
    { $count ->
        [one] { $count } diferencia
       *[other] { $count } diferencias
    }
# After how many differences there are: from which file.
diagram-differences-from = respecto a { $name }
diagram-differences-first = Se enumeran las primeras { $count }.
diagram-differences-none = Ambos dicen lo mismo, aunque estén escritos de otro modo.
diagram-compare-end = Terminar la comparación
# Before what was added, removed or changed, in a narrow column.
diagram-added = añadido
diagram-removed = quitado
diagram-changed = cambiado

## Beside the picture of mermaid.js

diagram-beside-title = Comparado con mermaid.js
diagram-beside-own = El diagrama, dibujado por Ichiban
diagram-beside-theirs = El diagrama, dibujado por mermaid.js
diagram-beside-about = mermaid.js se ejecuta en un marco propio, que no accede a nada. Cada tiempo es el de un solo dibujo, sin lo que se carga antes.
# $message is a sentence in English.
diagram-beside-wrong = Línea { $line }, columna { $column }: { $message }
diagram-beside-blank = No hay texto.
diagram-beside-unshown = El navegador no pudo mostrar la imagen.

## mermaid.js, which draws what the engine cannot

diagram-elsewhere-slow = Cargando mermaid.js, que dibuja…
# $reason is a sentence in English: why the engine could not. $words say why mermaid.js could not.
diagram-elsewhere-failed = { $reason } mermaid.js tampoco pudo dibujarlo: { $words }
diagram-elsewhere-unshown = Su dibujo no se puede mostrar. { $reason }
diagram-elsewhere-unanswered = El motor se detuvo antes de responder.
diagram-mermaid-not-loaded = No se pudo cargar mermaid.js. ¿Hay conexión?
diagram-mermaid-too-long = mermaid.js tardó más de { $seconds } segundos y se detuvo.
diagram-mermaid-nothing = mermaid.js no respondió nada que se pueda mostrar.
diagram-mermaid-stopped = mermaid.js se detuvo.

## A link within the diagram

diagram-leave-title = ¿Salir de esta página?
# An address follows, on a line of its own.
diagram-leave-where = El diagrama enlaza a
diagram-leave-stay = Quedarse
diagram-leave-open = Abrir en una pestaña nueva

## Asking a model

diagram-ask = Preguntar a un modelo
diagram-ask-field = Describir un diagrama o un cambio
diagram-ask-example = Describir un diagrama: «cómo viaja un paquete de la tienda a mi puerta»
diagram-ask-change-example = Describir un cambio: «añadir un reintento cuando falla el pago»
diagram-ask-going = Preguntando…
diagram-ask-change = Cambiar
diagram-ask-draw = Dibujar
diagram-ask-connect = Conectar un modelo
diagram-ask-unconnected = No hay ningún modelo conectado. Todo lo demás funciona sin él.
# What goes along with the person's words: the diagram, a text, its source or its sources, or the diagram with them.
# $size is empty or diagram-ask-size, with the space before it.
diagram-ask-sends =
    { $what ->
        [with-sources] Envía la descripción, el diagrama y sus orígenes{ $size } a { $place }.
        [with-source] Envía la descripción, el diagrama y su origen{ $size } a { $place }.
        [diagram] Envía la descripción y el diagrama a { $place }.
        [sources] Envía la descripción y los orígenes{ $size } a { $place }.
        [source] Envía la descripción y el origen{ $size } a { $place }.
        [text] Envía la descripción y el texto{ $size } a { $place }.
       *[words] Envía la descripción a { $place }.
    }
diagram-ask-reads =
    { $what ->
        [with-sources] Se responde en este dispositivo: nada sale de él. Lee la descripción, el diagrama y sus orígenes{ $size }.
        [with-source] Se responde en este dispositivo: nada sale de él. Lee la descripción, el diagrama y su origen{ $size }.
        [diagram] Se responde en este dispositivo: nada sale de él. Lee la descripción y el diagrama.
        [sources] Se responde en este dispositivo: nada sale de él. Lee la descripción y los orígenes{ $size }.
        [source] Se responde en este dispositivo: nada sale de él. Lee la descripción y el origen{ $size }.
        [text] Se responde en este dispositivo: nada sale de él. Lee la descripción y el texto{ $size }.
       *[words] Se responde en este dispositivo: nada sale de él. Lee la descripción.
    }
diagram-ask-size = { " " }({ $size })
# In the ledger of what was sent: what of the input a request held.
diagram-ledger-held = la descripción y el origen del diagrama

## How asking ended. $came says whether some of the answer, or none of it, had come

diagram-end-mended =
    { $count ->
        [one] { $count } error del modelo corregido.
       *[other] { $count } errores del modelo corregidos.
    }
diagram-end-unchanged = El modelo no cambió nada.
diagram-end-unchanged-hint = Decirlo con otras palabras.
diagram-end-stopped =
    { $came ->
        [some] Detenido. Lo que llegó se conserva.
       *[none] Detenido. Aún no había llegado nada.
    }
diagram-end-too-long = La respuesta llegó a su límite y se cortó. Lo que llegó se conserva.
diagram-end-too-long-hint = Pedir un diagrama más pequeño o usar un modelo que pueda escribir más.
diagram-end-cut-off = La respuesta se detuvo a la mitad.
diagram-end-cut-off-hint =
    { $came ->
        [some] Volver a intentarlo. Lo que llegó se conserva.
       *[none] Volver a intentarlo. Aún no había llegado nada.
    }
# $hint is a sentence: what to do about a failure.
diagram-end-failed-hint =
    { $came ->
        [some] { $hint } Lo que llegó se conserva.
       *[none] { $hint } Aún no había llegado nada.
    }
diagram-end-broken = Se preguntó dos veces al modelo, y lo que escribió no es un diagrama.
diagram-end-broken-change = El diagrama no ha cambiado.
diagram-end-broken-open = Abrir lo que escribió
diagram-end-broken-diagram = Lo que escribió está en el editor, con sus errores.
diagram-end-declined = El modelo se negó a responder.
diagram-end-declined-saying = El modelo se negó: { $words }
diagram-end-accepted = El cambio está en el diagrama.
diagram-change-undone = El cambio se deshizo.

## What a model would change

diagram-proposed = Cambios propuestos
diagram-proposed-changes =
    { $count ->
        [one] Propuesta: { $count } cambio
       *[other] Propuesta: { $count } cambios
    }
diagram-proposed-same = Propuesta: lo mismo, escrito de nuevo
# It is not known what differs.
diagram-proposed-unknown = Propuesta
diagram-proposed-partial = hasta donde llegó; el resto está como estaba
diagram-proposed-unread = El diagrama tal como estaba no se puede leer, así que no se sabe qué cambia. La imagen muestra lo propuesto.
diagram-discard = Descartar
diagram-accept = Aceptar

## The status line

diagram-status-elsewhere = Dibujado por mermaid.js, aquí. Nada sale de esta pestaña.
# After a time, such as “38 ms”: where it was spent.
diagram-status-in-mermaid = en mermaid.js
# $place is where a model was asked: a host, or a device.
diagram-status-from = De { $place }
diagram-status-loading = Chrome descarga su modelo: { $percent } %
# $reason is a sentence: what went wrong.
diagram-status-waiting = { $reason } Se intenta de nuevo.
diagram-status-asking = Preguntando a { $place }…
diagram-status-undrawn = De { $place }. La disposición tarda: se dibujará cuando esté completo.
diagram-status-second = De { $place }, tras pedirle que corrija un error
# $number is a number in bold, $unit the unit of a time.
diagram-status-first-token = { $number } { $unit } hasta el 1.er token
diagram-status-first-paint = { $number } { $unit } hasta verlo en pantalla
# Tokens in a second.
diagram-status-speed = { $number } tokens/s
diagram-status-tokens = { $number } tokens
# How often a diagram was drawn that grew. $number is $count in bold.
diagram-status-frames =
    { $count ->
        [one] { $number } imagen dibujada
       *[other] { $number } imágenes dibujadas
    }
diagram-status-drawing-elsewhere = mermaid.js dibuja…
diagram-status-drawn = Dibujado
diagram-status-drawn-by = Dibujado por mermaid.js { $version }
diagram-status-unmade = Sin diagrama de este origen
diagram-status-wrong = Todavía no es un diagrama
diagram-status-too-large = Demasiado grande para dibujar
diagram-status-undrawable = Sin dibujar

## What a screen reader is told

diagram-drawing-stopped = El dibujo se detuvo.
diagram-said-drawn = El diagrama está dibujado.
diagram-said-undrawn = El diagrama no se puede dibujar. Queda la última imagen.
diagram-said-elsewhere = mermaid.js dibuja el diagrama.
diagram-said-unmade = No se pudo hacer ningún diagrama del origen.
diagram-said-fixed = Corregido.
diagram-said-unfixed = La corrección se deshizo.
diagram-said-asking = Preguntando a { $place }.
diagram-said-changed = El diagrama cambiado está listo, a la espera de una decisión.
diagram-said-whole = El diagrama está completo.
diagram-said-stopped = Detenido.
diagram-said-too-long = La respuesta se cortó.
diagram-said-broken = Lo que escribió el modelo no es un diagrama.
diagram-said-declined = El modelo se negó.
diagram-said-accepted = Aceptado.
diagram-said-discarded = Descartado.

## The kinds of diagrams, in the gallery and in the editor

diagram-kind-flowchart = Diagrama de flujo
diagram-kind-sequence = Secuencia
diagram-kind-class = Clases
diagram-kind-state = Estados
diagram-kind-er = Entidad-relación
diagram-kind-gitgraph = Grafo de Git
diagram-kind-architecture = Arquitectura
diagram-kind-c4 = Contexto C4
diagram-kind-c4-container = Contenedor C4
diagram-kind-block = Bloques
diagram-kind-packet = Paquete
diagram-kind-requirement = Requisitos
diagram-kind-gantt = Gantt
diagram-kind-timeline = Cronología
diagram-kind-journey = Recorrido del usuario
diagram-kind-kanban = Kanban
diagram-kind-pie = Circular
diagram-kind-xychart = Gráfico XY
diagram-kind-quadrant = Cuadrantes
diagram-kind-sankey = Sankey
diagram-kind-radar = Radar
diagram-kind-treemap = Treemap
diagram-kind-mindmap = Mapa mental
# Kinds of sources. Others go by the names of formats.
diagram-source-state-table = Tabla de estados
diagram-source-stack-trace = Traza de pila
diagram-source-log = Registro

## The gallery of examples: its groups, and what each example shows

diagram-group-software = Software
diagram-group-time = Tiempo y trabajo
diagram-group-numbers = Números
diagram-group-ideas = Ideas
diagram-group-data = Desde datos
diagram-group-code = Desde código
diagram-group-projects = Desde proyectos
diagram-group-text = Desde texto
diagram-example-flowchart = Un lanzamiento, con sus decisiones
diagram-example-sequence = Inicio de sesión por correo, con alternativas
diagram-example-class = Pedidos y pagos
diagram-example-state = Del borrador al archivo
diagram-example-er = Reservas de un hotel
diagram-example-gitgraph = Una función, una fusión, una corrección urgente
diagram-example-architecture = Servicios y almacenes en una nube
diagram-example-c4 = Personas y sistemas
diagram-example-block = Una disposición en columnas
diagram-example-packet = La cabecera de TCP
diagram-example-requirement = Qué satisface qué
diagram-example-gantt = Un lanzamiento en seis semanas
diagram-example-timeline = Cómo creció la web
diagram-example-journey = Alquilar una bicicleta
diagram-example-kanban = Un tablero
diagram-example-pie = En qué gasta su tiempo una solicitud
diagram-example-xychart = Altas por mes
diagram-example-quadrant = Qué construir después
diagram-example-sankey = De visitante a cliente
diagram-example-radar = Dos bases de datos
diagram-example-treemap = Qué contiene un bundle
diagram-example-mindmap = Incorporación
diagram-example-json = Su estructura como clases
diagram-example-json-schema = Tipos y referencias
diagram-example-openapi = Esquemas y operaciones
diagram-example-graphql = Tipos de un esquema
diagram-example-protobuf = Mensajes y servicios
diagram-example-sql = Tablas, claves y cardinalidad
diagram-example-prisma = Modelos y relaciones
diagram-example-csv = Un gráfico de sus columnas
diagram-example-state-machine = Una máquina de estados
diagram-example-classes = Clases y llamadas
diagram-example-rust = Tipos, traits y llamadas
diagram-example-go = Tipos, interfaces y llamadas
diagram-example-cargo = Paquetes y dependencias
diagram-example-dependencies = Dependencias
diagram-example-go-mod = Módulos
diagram-example-docker-compose = Servicios, redes, volúmenes
diagram-example-kubernetes = Qué selecciona y monta qué
diagram-example-terraform = Recursos y referencias
diagram-example-github-actions = Trabajos y lo que necesitan
diagram-example-gitlab-ci = Etapas y trabajos
diagram-example-git-log = Ramas y fusiones
diagram-example-calls = Llamadas, como secuencia
diagram-example-markdown = Su esquema como mapa mental
diagram-example-unfetched = No se pudo cargar el ejemplo. Volver a intentarlo.

## Settings of what a diagram is made of: a label of a word, what it does, and some of what may be chosen

diagram-setting-arguments = Argumentos
diagram-setting-arguments-about = Lo que reciben los campos
diagram-setting-arguments-shown = visibles
diagram-setting-arguments-hidden = ocultos
# How much is told of each node.
diagram-setting-detail = Detalle
diagram-setting-detail-about = Cuánto de cada nodo: todos los miembros, las claves y lo público, o su nombre
diagram-setting-detail-full = todo
diagram-setting-detail-keys = claves
diagram-setting-detail-names = nombres
diagram-setting-gitlab-ci-detail-about = Cuánto de cada caja: lo que es, también lo que ejecuta, o su nombre
diagram-setting-kubernetes-detail-about = Cuánto de cada caja: lo que es, también lo que ejecuta, o su nombre
diagram-setting-direction = Dirección
diagram-setting-direction-about = Adónde llevan las aristas: de arriba abajo, de izquierda a derecha o al revés
diagram-setting-direction-auto = auto
diagram-setting-exclude = Excluir
diagram-setting-exclude-about = Ningún nodo con estos nombres, separados por comas; `*` representa cualquier texto
diagram-setting-csv-exclude-about = Ninguna fila que tenga una celda con estos textos, separados por comas; `*` representa cualquier texto
diagram-setting-git-log-exclude-about = Ninguna rama con estos nombres, salvo la primera, de la que parten otras; `*` representa cualquier texto
diagram-setting-markdown-exclude-about = Ningún título ni elemento con estos textos, ni lo que está debajo, separados por comas; `*` representa cualquier texto
diagram-setting-group = Grupos
diagram-setting-group-about = Enmarcar lo que va junto, no enmarcarlo o dibujarlo como uno solo
diagram-setting-group-auto = auto
diagram-setting-group-frame = marco
diagram-setting-group-none = ninguno
diagram-setting-group-collapse = agrupar
diagram-setting-graphql-group-about = De lo que empieza con la misma palabra o es usado por lo mismo: dibujado como uno si todo sería demasiado, enmarcado, nunca, o siempre dibujado como uno
diagram-setting-json-schema-group-about = De lo que empieza con la misma palabra o es usado por lo mismo: dibujado como uno si todo sería demasiado, enmarcado, nunca, o siempre dibujado como uno
diagram-setting-openapi-group-about = De lo que empieza con la misma palabra o es usado por lo mismo: dibujado como uno si todo sería demasiado, enmarcado, nunca, o siempre dibujado como uno
diagram-setting-prisma-group-about = De las tablas de un mismo esquema o cuyos nombres empiezan con la misma palabra: dibujadas como una si todas serían demasiado, nunca, o siempre
diagram-setting-sql-group-about = De las tablas de un mismo esquema o cuyos nombres empiezan con la misma palabra: dibujadas como una si todas serían demasiado, nunca, o siempre
diagram-setting-include = Incluir
diagram-setting-include-about = Solo nodos con estos nombres, separados por comas; `*` representa cualquier texto
diagram-setting-csv-include-about = Solo filas que tengan una celda con estos textos, separados por comas; `*` representa cualquier texto
diagram-setting-git-log-include-about = Además de la primera, solo ramas con estos nombres, separados por comas; `*` representa cualquier texto
diagram-setting-markdown-include-about = Solo títulos y elementos con estos textos, con lo que está encima y debajo, separados por comas; `*` representa cualquier texto
# Of a log: info, warning, error.
diagram-setting-level = Nivel
diagram-setting-level-about = El nivel más bajo que se dibuja
diagram-setting-level-all = todos
diagram-setting-limit = Límite
diagram-setting-limit-about = El máximo de aristas, mensajes, ramas o filas que se dibujan, hasta 500
diagram-setting-lists = Listas
diagram-setting-lists-about = Dibujar también los elementos de las listas
diagram-setting-lists-shown = visibles
diagram-setting-lists-hidden = ocultas
# What a package needs.
diagram-setting-needs = Requisitos
diagram-setting-needs-about = Lo necesario para ejecutar, o también para desarrollar, compilar y probar
diagram-setting-needs-all = todo
diagram-setting-needs-run = ejecución
diagram-setting-operation = Operación
diagram-setting-operation-about = Solo las operaciones con estos identificadores, etiquetas o rutas, separados por comas
diagram-setting-request = Solicitud
diagram-setting-request-about = Solo las líneas de este identificador de solicitud, traza o correlación
diagram-setting-steps = Pasos
diagram-setting-steps-about = Dibujar también los pasos de cada trabajo
diagram-setting-title = Título
diagram-setting-title-about = El título del gráfico
# Of Terraform.
diagram-setting-values = Valores
diagram-setting-values-about = Variables, valores locales y salidas
diagram-setting-values-shown = visibles
diagram-setting-values-hidden = ocultos
diagram-setting-versions = Versiones
diagram-setting-versions-about = Escribir las versiones necesarias
# As what it is drawn. `auto` and `calls` are the choices below; the others are words of Mermaid.
diagram-setting-view = Vista
diagram-setting-view-about = Las clases, o qué función llama a cuál; «auto» dibuja clases si las hay
diagram-setting-view-auto = auto
diagram-setting-view-calls = llamadas
diagram-setting-csv-view-about = El gráfico; «auto» lo deduce de las columnas
diagram-setting-json-view-about = Las clases de los objetos, o el documento como mapa mental
diagram-setting-openapi-view-about = Las clases de los esquemas, o lo que ocurre en cada operación
# Of Docker Compose.
diagram-setting-volumes = Volúmenes
diagram-setting-volumes-about = Volúmenes con nombre
diagram-setting-volumes-shown = visibles
diagram-setting-volumes-hidden = ocultos
