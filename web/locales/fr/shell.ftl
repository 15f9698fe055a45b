# The frame of the page: the rail, the foot, and what all tools have in common. It comes with the page's
# start: what is needed later belongs in another catalogue.

## The rail, and the names of the tools

shell-skip = Aller à l'espace de travail
shell-tools = Outils
shell-favourites = Favoris
# The names of tools stand under small drawings on a phone: as short as they can be.
shell-translate = Traduire
# What a tool is for, after its name and a colon.
shell-translate-about = catalogues JSON vers d'autres langues
shell-convert = Convertir
shell-convert-about = JSON, YAML, CSV, XML vers types et schémas
shell-repair = Réparer
shell-repair-about = JSON cassé remis en état
shell-diagram = Diagramme
shell-diagram-about = Mermaid, données et code vers images
shell-docs = Docs
shell-docs-about = documentation d'API vers OpenAPI
shell-running = en cours
# The star beside a tool.
shell-mark = Ajouter aux favoris
shell-unmark = Retirer des favoris
# The same star to a screen reader, which says beside it whether it is set. $tool is the name of a tool.
shell-is-marked = { $tool } est un favori
shell-search = Rechercher
shell-search-about = Toutes les commandes par leur nom
shell-history = Historique
shell-settings = Paramètres
shell-theme = Thème
# $now and $next are the words for themes below.
shell-theme-about = Thème : { $now }. Cliquer pour passer à { $next }.
shell-theme-system = Système
shell-theme-light = Clair
shell-theme-dark = Sombre
shell-language = Langue
# $language is the name of a language in that language, such as Deutsch.
shell-language-failed = Les textes de la langue { $language } n'ont pas pu être chargés. Rien n'a changé : vérifier le réseau, puis choisir de nouveau.

## What the tab of the browser says

shell-title-translate = Traduire du JSON · Ichiban
shell-title-convert = Convertir du JSON · Ichiban
shell-title-repair = Réparer du JSON · Ichiban
shell-title-diagram = Diagrammes · Ichiban
shell-title-docs = Docs · Ichiban
shell-title-lost = Introuvable · Ichiban

## What stands around the work of a tool

# After the button that opens a file. $keys are keys to press.
shell-paste = ou coller avec { $keys }
# Above a list of examples.
shell-try-one = Ou essayer un de ces exemples
# Over the work, while something is dragged over the page.
shell-drop = Déposer ici
shell-open = Ouvrir…
shell-close = Fermer
shell-dismiss = Masquer
shell-stop = Arrêter
shell-try-again = Réessayer
# The line between two panes.
shell-divider = Glisser, ou utiliser les touches fléchées. Double-clic pour réinitialiser.
shell-editor-opening = Ouverture de l'éditeur…
shell-part-failed = Cette partie de la page n'a pas pu être chargée. Rien n'est perdu.
# At the foot of the page: no model is asked.
shell-engine-only = Moteur seul. Rien ne quitte cet onglet.
# How long the last work took, such as 38 ms in the engine. $by is shell-in-engine or what stands for another program.
shell-took = { $number } { $unit } { $by }
shell-in-engine = dans le moteur

## Sizes of files

# Below 1000.
shell-bytes =
    { $count ->
        [one] { $count } octet
       *[other] { $count } octets
    }
shell-kilobytes = { $size } ko
shell-megabytes = { $size } Mo
