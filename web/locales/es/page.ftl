### What stands around the tools and is fetched when it is first asked for: commands, keys, history,
### the settings as a file, use without a network.

## The list of commands

page-commands-title = Comandos
page-commands-search = Buscar comandos
page-commands-placeholder = Herramientas, acciones, ejemplos, ajustes
page-commands-none = Ningún comando se llama así.
page-commands-many = Escribir para acotar la lista.
page-commands-count =
    { $count ->
        [one] { $count } comando
       *[other] { $count } comandos
    }

## What a command is, beside its title

page-group-action = Acción
page-group-tool = Herramienta
page-group-setting = Ajuste
page-group-recent = Reciente
page-group-help = Ayuda
# $tool is the name of a tool.
page-group-example = Ejemplo: { $tool }

## Commands. The words of `-about` are not shown: a command is found by them. They are those of the
## language, and after them the English ones, which some people type in every language.

page-command-link = Copiar enlace
page-command-link-with-input = Copiar enlace con la entrada
page-command-link-about = compartir dirección herramienta opciones copy link input share address tool options
page-command-history-about = reciente trabajo fijado exportar importar borrar history recent work pins export import forget
page-command-endpoint-about = ajustes clave dirección model endpoint settings key address
page-command-offline-about = ajustes sin conexión guardar todo descargar use without a network settings offline keep everything download
page-command-settings-about = ajustes exportar importar copia de seguridad settings as a file export import backup
# $theme is one of System, Light, Dark; $language the name of a language in that language.
page-command-theme = Tema: { $theme }
page-command-theme-about = ajustes colores apariencia theme system light dark settings colours appearance
page-command-keys-about = teclado atajos ayuda keys keyboard shortcuts help
page-command-language = Idioma: { $language }
# In each language with the words for “language” in all of them, so that who chose one by mistake finds back.
page-command-language-about = ajustes visualización traducción language words 言語 sprache langue
# $tool is the name of a tool.
page-command-favourite-add = Favoritos: añadir { $tool }
page-command-favourite-remove = Favoritos: quitar { $tool }
page-command-favourite-about = estrella marcar fijar barra primero favourites add take out star mark pin rail first
# $tool is the address of a tool.
page-command-recent-about = reciente historial recent history { $tool }

## The table of keys: beside each key what it does, by where it does it

page-keys-title = Atajos de teclado
page-keys-everywhere = En todas partes
page-keys-these = Esta lista, mientras ningún campo tenga el foco
page-keys-paste = Pegar datos en cualquier lugar: los toma la herramienta a la vista
page-keys-stop = Detener lo que está en curso; cerrar lo que esté abierto sobre la página
page-keys-tool = La herramienta a la vista
page-keys-translate = Traducir: pedir al modelo lo que falta
page-keys-convert = Convertir: copiar la salida
page-keys-repair = Reparar: sustituir el texto por la reparación
page-keys-diagram = Diagrama: corregir los errores encontrados
page-keys-editors = Editores
page-keys-undo = Deshacer
page-keys-search = Buscar
# Two keys, one after the other.
page-keys-leave-keys = Esc, luego Tab
page-keys-leave = Salir del editor
page-keys-lists = Listas y divisores
page-keys-through = Recorrer una lista o un menú
page-keys-ends = Ir al primero y al último
page-keys-divider = Mover el divisor que tiene el foco

## An address that leads nowhere

page-lost-title = Aquí no hay nada
page-lost-address = La dirección { $address } no es la de ninguna herramienta.
page-lost-tools = Estas son las herramientas. No se ha perdido nada: lo que está abierto en ellas sigue abierto.
# A tool, and what it is for.
page-lost-tool = { $tool }: { $about }

## Messages above the page

page-said-replaced = Se sustituyó lo que estaba abierto.
page-said-put-back = Restaurar

## Links, which carry a tool and its options, and the input if a person asks for it

page-link-not-one = Un enlace lleva un solo texto, y aquí no hay exactamente uno abierto.
page-link-copied = Enlace copiado: la herramienta y sus opciones, sin la entrada.
page-link-copied-with-input = Enlace copiado. Quien lo tenga puede leer la entrada.
# In backticks is what is drawn as code.
page-link-saved-instead = La entrada es demasiado larga para un enlace. Se guardó `{ $file }`: enviar ese archivo.
page-link-too-long = Con la entrada, el enlace ocuparía { $bytes } bytes; los programas que transmiten enlaces admiten { $most } como máximo. Guardar la entrada en un archivo y enviarlo.
page-link-secret =
    La entrada contiene lo que parece { $secret ->
        [private-key] una clave privada
        [api-key] una clave de API
        [access-key] una clave de acceso
        [token] un token
       *[signed-token] un token firmado
    }. Un enlace revelaría ese secreto a quien lo reciba: quitarlo antes.
page-link-unwritable = No se pudo escribir el enlace: { $why }.
page-link-later = Este enlace se hizo con una versión más reciente de Ichiban. Recargar la página y volver a abrir el enlace. No se cambió nada.
page-link-too-large = Este enlace contiene más de lo que la página acepta de un enlace. Pedir la entrada como archivo. No se cambió nada.
page-link-damaged = Este enlace está dañado: se cortó o se modificó por el camino. Pedir que lo envíen de nuevo. No se cambió nada.
page-link-other-tool = Este enlace es para una herramienta que esta página no tiene. No se cambió nada.

## History

page-history-empty = Todavía nada. Lo que se abre se guarda aquí, solo en este navegador.
page-history-off = El historial está desactivado: no se guarda nada de lo que se abre.
page-history-search = Buscar
page-history-search-label = Buscar en el historial
page-history-list = Lo trabajado, lo más reciente primero
page-history-none = Nada contiene estas palabras.
page-history-pin = Fijar
page-history-unpin = Dejar de fijar
page-history-forget = Borrar
# The same for screen readers. $title is the name of a file, or the first words of a text.
page-history-pin-this = Fijar { $title }
page-history-unpin-this = Dejar de fijar { $title }
page-history-forget-this = Borrar { $title }
# How long ago something was worked on, as short as it can be said.
page-history-now = ahora
page-history-minutes-ago = hace { $count } min
page-history-hours-ago = hace { $count } h
page-history-days-ago =
    { $count ->
        [one] hace { $count } día
       *[other] hace { $count } días
    }
page-history-keep = Guardar mi trabajo en este navegador
page-history-keep-about = Nunca lo que supere los 2 MB ni lo que contenga una clave o un token. Se guardan los últimos 200 y lo que esté fijado.
page-export = Exportar
# $open is a button that opens a file.
page-import = Importar: { $open }
page-history-import-label = Un historial exportado
page-history-forget-all = Borrar todo
page-history-forget-sure = ¿Borrar todo para siempre ({ $count })?
page-history-imported =
    { $count ->
        [one] { $count } elemento importado del archivo.
       *[other] { $count } elementos importados del archivo.
    }
# $left: those that this page would not keep, being too large or holding a secret.
page-history-imported-partly =
    { $count ->
        [one] { $count } elemento importado del archivo; omitidos, porque no se guardarían aquí: { $left }.
       *[other] { $count } elementos importados del archivo; omitidos, porque no se guardarían aquí: { $left }.
    }
page-history-gone = Esto ya no se guarda: otra pestaña lo ha borrado.
page-history-other-tool = Esto pertenece a una herramienta que esta página no tiene.
page-history-nothing-kept = Aquí no se guarda nada.
page-history-browser-keeps-nothing = El navegador no guarda nada aquí.
# $why is what a reader of JSON says, in English.
page-history-foreign = Este archivo no es un historial que Ichiban haya exportado: { $why }.
page-history-named = Este archivo no es un historial que Ichiban haya exportado: se llama a sí mismo `{ $name }`.
page-history-later = Este historial se exportó con una versión más reciente de Ichiban. Recargar la página y volver a importar el historial.

## The settings as a file

page-settings-title = Ajustes en un archivo
page-settings-about = Todos los ajustes de esta página y de sus herramientas, para otro navegador o como copia de seguridad. Nunca una clave ni el trabajo propio.
page-settings-import-label = Ajustes exportados
page-settings-saved = Guardado como { $file }. No contiene ninguna clave.
page-settings-nothing-new = { $file } no cambia nada: lo que establece ya está así.
# As a heading, and as a sentence for screen readers.
page-settings-would-change-title =
    { $count ->
        [one] { $file } cambiaría { $count } ajuste
       *[other] { $file } cambiaría { $count } ajustes
    }
page-settings-would-change =
    { $count ->
        [one] { $file } cambiaría { $count } ajuste.
       *[other] { $file } cambiaría { $count } ajustes.
    }
page-settings-not-set = sin definir
page-settings-rest = Lo que el archivo no nombra queda como está.
page-settings-apply = Aplicar
page-settings-leave = No cambiar
page-settings-changed =
    { $count ->
        [one] { $count } ajuste ha cambiado.
       *[other] { $count } ajustes han cambiado.
    }
page-settings-changed-of-tools =
    { $count ->
        [one] { $count } ajuste ha cambiado. Una herramienta abierta toma los suyos la próxima vez que se cargue la página.
       *[other] { $count } ajustes han cambiado. Una herramienta abierta toma los suyos la próxima vez que se cargue la página.
    }
# The browser does not keep them. $why is a clause without a full stop.
page-settings-changed-for-now =
    { $count ->
        [one] { $count } ajuste ha cambiado, hasta que se cierre esta página: { $why }.
       *[other] { $count } ajustes han cambiado, hasta que se cierre esta página: { $why }.
    }
page-settings-undo = Deshacer la importación
page-settings-put-back = Todo está como estaba antes.
page-settings-not-put-back = No se pudo restaurar todo: { $why }.

## What settings are called

page-setting-endpoint = Punto de acceso del modelo
page-setting-models = Modelos de las herramientas
page-setting-limits = Límites
page-setting-translate-locales = Traducir: idiomas
page-setting-translate-glossary = Traducir: glosario
page-setting-convert-target = Convertir: destino
page-setting-convert-options = Convertir: opciones
page-setting-diagram-theme = Diagrama: tema
page-setting-docs-prices = Docs: precios

## Values of settings, before and after

page-settings-none = ninguno
page-settings-on = activado
page-settings-off = desactivado
# The theme of the page.
page-settings-word =
    { $word ->
        [system] sistema
        [light] claro
        [dark] oscuro
       *[other] { $word }
    }
page-settings-endpoint = { $address }, modelo { $model }
# $tools: each tool and its model, such as “Diagram coder, Docs small”; $address: where they are.
page-settings-models = { $tools } en { $address }
page-settings-models-none = ninguno en { $address }
# The most that a run or a day may take. $amount is in figures, such as 0.5 or 20000.
page-settings-run-dollars = { $amount } $ por ejecución
page-settings-run-tokens = { $amount } tokens por ejecución
page-settings-day-dollars = { $amount } $ al día
page-settings-day-tokens = { $amount } tokens al día
# Between two of these.
page-settings-between = { ", " }
# Terms of the glossary.
page-settings-terms =
    { $count ->
        [one] { $count } término
       *[other] { $count } términos
    }
page-settings-options =
    { $count ->
        [one] { $count } opción
       *[other] { $count } opciones
    }
# What tokens cost that are sent, and that come; `page-settings-price-none` where that is not set.
page-settings-prices = entrada { $input }, salida { $output }
page-settings-price-none = ninguno

## What of a file is not taken, and why

page-settings-key-lost = La clave de { $host } se borra de este navegador.
page-settings-unknown = «{ $name }» no es un ajuste de esta página.
# $setting is one of “What settings are called”.
page-settings-secret =
    «{ $setting }» se omite: algo en él parece { $secret ->
        [private-key] una clave privada
        [api-key] una clave de API
        [access-key] una clave de acceso
        [token] un token
       *[signed-token] un token firmado
    }, y eso no lo contiene ningún archivo de ajustes.
page-settings-misfit =
    «{ $setting }» se omite: { $fault ->
        [no-flag] no es ni true ni false
        [no-choice] no es ninguna de las opciones
        [no-dollars] los dólares son un texto como "0.50", o null
        [no-tokens] los tokens son un número entero, o null
        [no-price] un precio es un número de 0 o más, o null
        [no-text] no es un texto
        [long-text] uno de sus textos es demasiado largo
        [control-characters] uno de sus textos contiene caracteres de control
        [empty-text] uno de sus textos está vacío
        [no-tag] uno de ellos no es una etiqueta de idioma como pt-BR
        [no-list] no es una lista
        [many-entries] tiene demasiadas entradas
        [no-table] no es una tabla de nombres y valores
        [strange-member] tiene un miembro desconocido
        [missing-member] falta un miembro
        [long-address] su dirección contiene más que la raíz de una API
        [no-address] su dirección no es válida
       *[strange-scheme] su dirección no empieza ni por https:// ni por http://
    }.
page-settings-key = Del punto de acceso del modelo solo se toman la dirección, el protocolo y el modelo: una clave se introduce aquí y nunca viene de un archivo.
page-settings-more = También se omiten: { $count }.
page-settings-not-json = { $file }: esto no es JSON (línea { $line }, columna { $column }). Elegir un archivo que esta página haya exportado.
page-settings-not-settings =
    { $file }: esto no es un archivo de ajustes: { $lacks ->
        [kind] le falta «ichiban»: «{ "settings" }»
        [version] le falta una versión
       *[settings] le faltan los propios ajustes
    }. Elegir un archivo que esta página haya exportado.
page-settings-later = { $file }: lo escribió una versión más reciente de esta página (versión { $version }; esta lee hasta la { $known }). Recargar la página para tener la última.

## Use without a network: a section of the settings

page-offline-title = Usar sin red
# These four stand behind the title.
page-offline-unknown = aún no se sabe
page-offline-not-here = no disponible aquí
page-offline-all = todo está guardado, { $size }
page-offline-part = { $kept } de { $all } guardados
page-offline-about-starting = La página aún se está iniciando: estará listo en un momento.
page-offline-about-all = Todo lo que no necesita un modelo funciona sin red, desde el arranque. Cuando hay una versión nueva, se descarga.
page-offline-about-part = Una herramienta funciona sin red una vez usada. Guardar todo para tenerlas todas, con cada una de sus partes.
page-offline-keep = Guardar todo ({ $size } más)
page-offline-progress = Guardado en este equipo
page-offline-percent = El { $percent } % está guardado.
page-offline-said-all = Todo está guardado.
page-offline-said-stopped = Detenido. Lo que ha llegado se queda.
# $why is what the browser says.
page-offline-failed =
    No ha funcionado: { $code ->
        [no-room] a este navegador no le queda espacio para el sitio: liberar algo en este equipo y continuar
        [not-arrived] no ha llegado un archivo: comprobar la red y continuar, o recargar la página si hay una versión nueva
        [silent] el navegador no dice por qué
       *[other] { $why }
    }.
# Why nothing can be kept.
page-offline-refused-framed = Dentro de otro sitio no se guarda nada. Abrir esta página en una pestaña propia.
page-offline-refused-private = Este navegador no guarda ningún sitio aquí, por ejemplo en una ventana privada. Abrir la página en una ventana normal.
page-offline-refused-insecure = Solo se puede guardar un sitio que haya llegado por https://. Abrir este con una dirección así, si la tiene.
page-offline-refused-forbidden = El navegador se niega a guardar este sitio: puede que aquí prohíba los datos de sitios, o que fallara la red. Permitirlo y recargar la página.
page-offline-refused-first = Ni siquiera se pudo guardar la primera vista: comprobar la red y el espacio de este equipo y recargar la página.
page-offline-refused-unfetched = No se pudo obtener esa parte de la página. Comprobar la red y recargar la página.

## Offers beside the work: a new version, or to keep all of the site

page-offer-label = Esta aplicación
page-offer-later = Más tarde
page-offer-version = Hay una versión nueva lista. Se usará en la próxima visita. Para tenerla ahora, la página se reinicia: guardar antes lo que esté abierto.
page-offer-version-now = Reiniciar
page-offer-all = ¿Guardar todas las herramientas en este equipo, para tenerlas sin red? Eso ocupa { $size }.
page-offer-all-yes = Guardar todo
page-offer-all-part = { $kept } de { $all } están guardados.
page-offer-all-done = Todo está guardado: lo que no necesita un modelo funciona sin red.
