### Convert: data becomes code, a schema or another format.

## The head

convert-title = Convertir
# Stands in the place of a file's name.
convert-untitled = sans titre
convert-samples =
    { $count ->
        [one] { $count } échantillon
       *[other] { $count } échantillons
    }
convert-close = Fermer l'entrée
# A menu: the tools that take the input, and under each what they do with it.
convert-open-in = Ouvrir dans
convert-repair = Réparer
convert-repair-about = l'entrée, abîmée ou non
convert-translate = Traduire
convert-translate-about = l'entrée, comme catalogue de textes
convert-diagram = Diagramme
convert-diagram-about = la structure de l'entrée, dessinée
convert-download = Télécharger
convert-copy = Copier

## Before there is an input

convert-empty-open = Ouvrir des fichiers
convert-empty-write = Écrire ici
convert-empty-note = Plusieurs fichiers sont les échantillons d'un même type. Jusqu'à { $megabytes } Mo chacun.
# $lead is the -lead message, in bold.
convert-fact-reading = { $lead } : facultatif et nullable distingués, unions, dictionnaires, énumérations, dates, tailles d'entiers, récursivité.
convert-fact-reading-lead = Une lecture attentive
convert-fact-lossless = { $lead } : les noms qu'un langage interdit sont échappés et l'original est conservé, les nombres restent tels qu'ils sont écrits.
convert-fact-lossless-lead = Rien ne se perd
# $command is a command line.
convert-fact-private = { $lead } : ni modèle, ni serveur. Le même moteur tourne dans un terminal : { $command }.
convert-fact-private-lead = Rien ne quitte cet onglet

## Examples: what becomes what, and what it shows

convert-example-typescript = Réponse d'API → TypeScript
convert-example-typescript-about = Ce qui peut manquer et ce qui peut être nul, distingués
convert-example-rust = Deux webhooks → Rust
convert-example-rust-about = Plusieurs échantillons d'un type : ce qui diffère est facultatif
convert-example-schema = YAML → JSON Schema
convert-example-schema-about = La configuration d'un déploiement, désormais vérifiée
convert-example-sql = CSV → SQL
convert-example-sql-about = Des commandes : colonnes typées, NULL pour les cellules vides
convert-example-csv = JSON Lines → CSV
convert-example-csv-about = Le journal d'un service, réduit à ses erreurs avec jq
convert-example-go = XML → Go
convert-example-go-about = Un flux : éléments et attributs sous forme de structs

## The input

convert-input = Entrée
convert-divider = Largeur de l'entrée
convert-files = Fichiers à convertir
convert-sample-add = + échantillon
convert-sample-add-about = Un autre échantillon des mêmes données : les types conviendront à tous
convert-sample-list = Échantillons
# Stands in the place of a file's name.
convert-sample-name = Échantillon { $number }
convert-sample-remove = Retirer { $sample }
convert-editor-failed = L'éditeur n'a pas pu être chargé. L'entrée est ouverte et convertie malgré tout.
convert-format = Format de l'entrée
convert-format-any = Tout format
convert-format-detected = { $format }, détecté
convert-query = Expression jq qui restreint l'entrée
convert-query-clear = Effacer la requête jq
convert-query-nothing = Elle ne sélectionne rien dans cette entrée.
convert-query-selected =
    { $count ->
        [one] { $count } valeur
       *[other] { $count } valeurs
    }

## Why there is no output

# A sentence follows, in English.
convert-problem-place = Ligne { $line }, colonne { $column } :
convert-problem-place-of = { $sample }, ligne { $line }, colonne { $column } :
# $target is a language or format, $why a phrase in English.
convert-problem-target = { $target } : { $why }. Choisir une autre cible, ou restreindre l'entrée avec jq.
convert-problem-repair = Réparer
convert-lost-stopped = Arrêté. Modifier l'entrée ou les options pour convertir à nouveau.
convert-lost-limit = Cela demande plus de temps ou de mémoire que la page n'en a, et a été arrêté. Restreindre l'entrée, ou utiliser l'outil en ligne de commande : ichiban json convert.
convert-lost-engine = Le moteur n'a pas pu démarrer : { $reason }. Recharger la page.

## The options

convert-options = Options
# Stands before the button that names the target.
convert-into = Vers
convert-target = Cible : { $target }
convert-target-search = Rechercher une cible
convert-target-search-hint = Langage, schéma ou format
convert-target-list = Cibles
convert-target-none = Aucune cible de ce nom.
convert-group-code = Code
convert-group-schema = Schéma
convert-group-data = Données
convert-label-minified = JSON minifié
convert-label-sorted = JSON trié
# The root type.
convert-root = Racine
convert-root-about = Le nom du type racine

## Settings of targets: a label of a word or two, what it does, and some of what may be chosen

# Swift: who may use the types.
convert-setting-access = Accès
convert-setting-access-about = Qui peut utiliser les types
convert-setting-closed = Fermé
convert-setting-closed-about = Refuser les propriétés absentes des échantillons
convert-setting-declaration = Déclaration
convert-setting-declaration-about = Écrire les types d'objets comme interfaces ou comme alias de type
convert-setting-derive = Derive
convert-setting-derive-about = Traits à dériver en plus de Serialize et Deserialize
convert-setting-extra = Surplus
convert-setting-extra-about = Le sort des clés absentes des échantillons
convert-setting-format-types = Types dédiés
convert-setting-format-types-about = Utiliser les types du langage pour les dates, les UUID et les adresses au lieu de chaînes
convert-setting-frozen = Figé
convert-setting-frozen-about = Rendre les dataclasses immuables
convert-setting-indent = Retrait
convert-setting-indent-about = Ce qui met un niveau en retrait
convert-setting-indent-tab = tabulation
convert-setting-map = Map
convert-setting-map-about = Le type des dictionnaires
convert-setting-merged = Fusionné
convert-setting-merged-about = Écrire un seul type pour des objets de plusieurs sortes, même si un champ les distingue
convert-setting-namespace = Espace de noms
convert-setting-namespace-about = L'espace de noms
convert-setting-package = Paquet
convert-setting-package-about = Le nom du paquet
convert-setting-readonly = Lecture seule
convert-setting-readonly-about = Rendre chaque propriété readonly
# The root element of XML.
convert-setting-root = Racine
convert-setting-root-about = L'élément racine, quand les données n'en donnent pas
convert-setting-separator = Séparateur
convert-setting-separator-about = Ce qui sépare les cellules
convert-setting-separator-comma = virgule
convert-setting-separator-semicolon = point-virgule
convert-setting-separator-tab = tabulation
convert-setting-unknown-keys = Clés inconnues
convert-setting-unknown-keys-about = Le sort des clés absentes des échantillons
convert-setting-unknown-keys-strip = retirer
convert-setting-unknown-keys-refuse = refuser
convert-setting-unknown-keys-keep = garder

## The output

convert-output = Sortie
# $size is a size with its unit.
convert-extent =
    { $lines ->
        [one] { $lines } ligne · { $size }
       *[other] { $lines } lignes · { $size }
    }
convert-stale = D'une entrée antérieure
convert-stale-about = La dernière entrée qui a pu être convertie
convert-output-failed = L'éditeur n'a pas pu être chargé. La sortie peut malgré tout être copiée et téléchargée.
# A button follows: convert-download.
convert-cut-lines = Les { $shown } premières lignes sur { $lines }. « Copier » et « Télécharger » prennent le tout.
convert-cut-line = Le début d'une longue ligne. « Copier » et « Télécharger » prennent le tout.

## The status line: a few words each

convert-converting = Conversion…
convert-status-input = Entrée non valide
convert-status-query = Échec de la requête jq
convert-status-nothing = La requête jq ne sélectionne rien
convert-status-target = Inexprimable dans cette cible
convert-status-lost = Non converti
convert-status-done = Converti

## What happened

convert-said-converted = Converti en { $target }.
convert-said-nothing = Il n'y a rien à convertir.
convert-said-failed = L'entrée ne peut pas être convertie en l'état.
convert-saved = { $file } enregistré.
convert-copied = { $file } copié.
convert-link-unknown = Le lien vise une cible que cette page n'a pas.
