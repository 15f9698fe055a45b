# The frame of the page: the rail, the foot, and what all tools have in common. It comes with the page's
# start: what is needed later belongs in another catalogue.

## The rail, and the names of the tools

shell-skip = Ir al área de trabajo
shell-tools = Herramientas
shell-favourites = Favoritos
# The names of tools stand under small drawings on a phone: as short as they can be.
shell-translate = Traducir
# What a tool is for, after its name and a colon.
shell-translate-about = catálogos JSON a otros idiomas
shell-convert = Convertir
shell-convert-about = JSON, YAML, CSV, XML a tipos y esquemas
shell-repair = Reparar
shell-repair-about = JSON roto arreglado
shell-diagram = Diagrama
shell-diagram-about = Mermaid, datos y código a imágenes
shell-docs = Docs
shell-docs-about = documentación de API a OpenAPI
shell-running = en curso
# The star beside a tool.
shell-mark = Marcar como favorita
shell-unmark = Quitar de favoritas
# The same star to a screen reader, which says beside it whether it is set. $tool is the name of a tool.
shell-is-marked = { $tool } es favorita
shell-search = Buscar
shell-search-about = Todos los comandos por su nombre
shell-history = Historial
shell-settings = Ajustes
shell-theme = Tema
# $now and $next are the words for themes below.
shell-theme-about = Tema: { $now }. Clic para cambiar a { $next }.
shell-theme-system = Sistema
shell-theme-light = Claro
shell-theme-dark = Oscuro
shell-language = Idioma
# $language is the name of a language in that language, such as Deutsch.
shell-language-failed = No se pudieron cargar los textos del idioma { $language }. No se cambió nada: comprobar la red y volver a elegir.

## What the tab of the browser says

shell-title-translate = Traducir JSON · Ichiban
shell-title-convert = Convertir JSON · Ichiban
shell-title-repair = Reparar JSON · Ichiban
shell-title-diagram = Diagramas · Ichiban
shell-title-docs = Docs · Ichiban
shell-title-lost = No encontrado · Ichiban

## What a tool invites to, before it has anything to work on

# They are painted before the page is here (js/first.ts): text alone, without any place for something else.
shell-empty-translate = Soltar un archivo de idioma
shell-empty-translate-lead = Sus textos se traducen valor por valor, a medida que llegan. Claves, marcadores, orden y disposición quedan como están.
shell-empty-convert = Soltar datos, obtener tipos
shell-empty-convert-lead = JSON, JSON Lines, JSON5, YAML, TOML, CSV o XML se convierte, mientras se escribe, en código de diez lenguajes, en un esquema o en los mismos datos con otro formato.
shell-empty-repair = Soltar JSON mal formado
shell-empty-repair-lead = Se deduce lo que se quería decir y se enumera cada cambio con su lugar. Un documento válido vuelve tal cual.
shell-empty-diagram = Soltar un diagrama, o algo con que hacerlo
shell-empty-diagram-lead = El texto de Mermaid se dibuja mientras se escribe. SQL, JSON, código de cinco lenguajes, manifiestos, pipelines, registros y más se convierten en diagramas.
shell-empty-docs = Soltar la documentación de una API, obtener una API lista para llamar
shell-empty-docs-lead = Páginas web, Markdown, PDF, Postman, HAR, transcripciones de curl u OpenAPI se convierten en un solo documento OpenAPI 3.1, con llamadas en ocho lenguajes, definiciones de herramientas para un modelo y solicitudes que se envían desde aquí.

## What stands around the work of a tool

# After the button that opens a file. $keys are keys to press.
shell-paste = o pegar con { $keys }
# Above a list of examples.
shell-try-one = O probar uno de estos
# Over the work, while something is dragged over the page.
shell-drop = Soltar aquí
shell-open = Abrir…
shell-close = Cerrar
shell-dismiss = Descartar
shell-stop = Detener
shell-try-again = Reintentar
# The line between two panes.
shell-divider = Arrastrar o usar las teclas de flecha. Doble clic para restablecer.
shell-editor-opening = Abriendo el editor…
shell-part-failed = No se pudo cargar esta parte de la página. No se ha perdido nada.
# At the foot of the page: no model is asked.
shell-engine-only = Solo el motor. Nada sale de esta pestaña.
# How long the last work took, such as 38 ms in the engine. $by is shell-in-engine or what stands for another program.
shell-took = { $number } { $unit } { $by }
shell-in-engine = en el motor

## Sizes of files

# Below 1000.
shell-bytes =
    { $count ->
        [one] { $count } byte
       *[other] { $count } bytes
    }
shell-kilobytes = { $size } KB
shell-megabytes = { $size } MB
