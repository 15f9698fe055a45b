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

## What a tool invites to, before it has anything to work on

# They are painted before the page is here (js/first.ts): text alone, without any place for something else.
shell-empty-translate = Déposer un fichier de langue
shell-empty-translate-lead = Ses textes sont traduits valeur par valeur, au fil de leur arrivée. Clés, espaces réservés, ordre et mise en forme restent tels quels.
shell-empty-convert = Déposer des données, obtenir des types
shell-empty-convert-lead = JSON, JSON Lines, JSON5, YAML, TOML, CSV ou XML devient, au fil de la frappe, du code en dix langages, un schéma ou les mêmes données dans un autre format.
shell-empty-repair = Déposer un JSON mal formé
shell-empty-repair-lead = L'intention est reconstituée et chaque modification est listée avec son emplacement. Un document valide revient tel quel.
shell-empty-diagram = Déposer un diagramme, ou de quoi en faire un
shell-empty-diagram-lead = Le texte Mermaid est dessiné au fil de la frappe. SQL, JSON, code en cinq langages, manifestes, pipelines, journaux et autres deviennent des diagrammes.
shell-empty-docs = Déposer la documentation d'une API, obtenir une API prête à appeler
shell-empty-docs-lead = Pages web, Markdown, PDF, Postman, HAR, transcriptions de curl ou OpenAPI deviennent un seul document OpenAPI 3.1, avec des appels en huit langages, des définitions d'outils pour un modèle et des requêtes à envoyer d'ici.

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
