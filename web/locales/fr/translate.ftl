# Translate: a file of texts is translated value by value into one or more locales.

translate-title = Traduire
translate-close = Fermer ce fichier
translate-copy = Copier
translate-download = Télécharger
translate-edit = Modifier
translate-ask-again = Redemander
translate-accept = Accepter
translate-undo = Annuler
translate-remove = Supprimer
# A share, such as 80 %.
translate-percent = { $percent } %

## The files that are made, in the menus Copy and Download

# Every value has a translation.
translate-export-complete = complet
translate-export-rest =
    { $count ->
        [one] { $count } valeur dans la langue source
       *[other] { $count } valeurs dans la langue source
    }
translate-export-all = Toutes les langues cibles
translate-export-zip = un seul zip
# $name is the name of a file.
translate-saved = { $name } enregistré.
translate-copied = { $name } copié.

## Before there is a source

translate-empty-open = Ouvrir un fichier
translate-empty-write = En écrire un ici
translate-empty-files = Fichier de langue
translate-empty-note = JSON (i18next, Chrome, ARB, FormatJS, Xcode), YAML, PO, Android, Apple, Fluent, properties, CSV. Jusqu'à { $limit } Mo.
# In each of the three facts $lead is the text of the message before it, in bold.
translate-fact-alone-lead = Sans modèle
translate-fact-alone = { $lead }, on voit ce qui serait traduit, quels espaces réservés sont conservés, ce qui ne va pas dans le fichier, et une pseudo-localisation.
translate-fact-model-lead = Avec un modèle
translate-fact-model = { $lead }, chaque valeur est vérifiée dès qu'elle est fixée : espaces réservés, balises, syntaxe ICU, formes du pluriel. Ce qui échoue est redemandé une fois, puis signalé.
translate-fact-private-lead = Rien ne quitte cet onglet
translate-fact-private = { $lead } avant la traduction, et alors seuls les textes partent, vers le point d'accès indiqué.
translate-example-i18next = Une boutique en ligne : clés imbriquées, pluriels, balises
translate-example-icu = Une boîte de réception : plural, select, dates
translate-example-chrome = Une extension de navigateur : descriptions, $PLACEHOLDERS$

## The row of options

translate-options = Options
# Before the names of the languages to translate into.
translate-options-into = Vers
translate-options-glossary = Glossaire
translate-options-terms = Glossaire · { $count }
translate-options-memory = Mémoire
translate-options-memory-about = Traductions acceptées ou écrites
# Goes on from "Memory", for screen readers.
translate-options-memory-unkept = n'est pas conservée
translate-options-unchanged = Autoriser l'identique
translate-options-unchanged-about = Accepter une traduction identique à sa source, comme pour les noms et les emprunts
translate-options-pseudo = Pseudo-localiser
translate-options-pseudo-about = Accentué, allongé, entre crochets : montre ce qui n'est pas traduisible et ce qui manque de place. Sans modèle.
translate-options-remove = Retirer { $language }
# The pseudo-localisation, in place of the name of a language.
translate-pseudo = Pseudo

## The list of locales

translate-picker-add = + langue
translate-picker-search = Rechercher une langue cible
translate-picker-hint = Langue, région ou étiquette
translate-picker-list = Langues cibles
# $tag is an example.
translate-picker-none = Aucune langue cible de ce nom. Une étiquette BCP 47 telle que { $tag } peut être saisie.

## A second file

translate-second-title = Une traduction de ce fichier ?
# $name is the name of the file or the message below it.
translate-second-lead =
    { $name } contient { $rows ->
        [one] { $shared } sur { $rows } valeur
       *[other] { $shared } des { $rows } valeurs
    } de cette source. Pris comme traduction, son contenu est vérifié, et seul ce qui manque est demandé.
translate-second-text = Le texte
translate-second-locale = Sa langue cible
translate-second-tag = Une étiquette BCP 47, comme fr ou pt-BR
translate-second-use = Utiliser comme traduction
translate-second-open = Ouvrir comme nouvelle source
translate-one-file = Déposer un fichier à la fois : d'abord la source, puis chaque traduction déjà existante.
translate-no-catalogue = Le contenu collé n'est pas un catalogue de textes. La source reste telle quelle.

## The pane of the source

translate-source = Source
translate-source-editor = JSON source
translate-source-open = Ouvrir…
translate-source-file = Fichier source ou traduit
translate-source-width = Largeur de la source
translate-source-no-editor = L'éditeur n'a pas pu être chargé. Le fichier est ouvert et peut être traduit malgré tout.
# $format and $layout are in English.
translate-source-what =
    { $count ->
        [one] { $count } valeur
       *[other] { $count } valeurs
    } · { $format } · { $layout }
translate-source-reading = lecture…
translate-source-placeholders = Espaces réservés
translate-source-placeholders-about = Aspect des espaces réservés dans ce fichier
# $example is a placeholder, or "Placeholders".
translate-source-found = { $example } (détecté)
# Before a problem that the engine names.
translate-source-place = Ligne { $line }, colonne { $column } :
translate-source-stays = Le tableau montre encore le dernier texte lisible.

## The pane of the translations

translate-table = Traductions
translate-table-done = { $done } sur { $total }
translate-table-search = Rechercher
translate-table-search-label = Rechercher dans les clés et les textes
translate-table-key = Clé
translate-table-source = Texte source
# The keys that stand in no object.
translate-table-top = (premier niveau)
translate-filters = Afficher
translate-filter-all = Toutes
translate-filter-attention = À vérifier
translate-filter-missing = Manquantes
translate-filter-stale = Obsolètes
translate-filter-orphaned = Orphelines
translate-none-invalid = Le tableau se remplit dès que la source est lisible.
translate-none-text = Ce fichier ne contient aucun texte à traduire.
translate-none-found = Aucun résultat.
translate-none-attention = Rien à vérifier.
translate-none-stale = Aucun texte source n'a changé depuis sa traduction.
translate-none-missing = Rien ne manque.

## A cell of the table, and what is said below its text

translate-cell-field = Traduction
translate-cell-keys = Enter conserve, Shift Enter passe à la ligne, Esc abandonne
translate-cell-stale = La source a changé depuis.
translate-cell-fits = Elle convient toujours : la garder
translate-cell-all-the-same = Acceptée malgré tout.
# More findings than the one that is shown.
translate-cell-more =
    { $count ->
        [one] Et { $count } autre.
       *[other] Et { $count } autres.
    }
# A check fails, and it is in the file.
translate-cell-in-file = Le fichier la contient malgré tout.
translate-cell-earlier = Le fichier garde la traduction précédente.
translate-cell-source = Le fichier garde le texte source.
# Where a translation comes from.
translate-origin-accepted = acceptée
translate-origin-model = du modèle
translate-origin-memory = de la mémoire
translate-origin-memory-accepted = de la mémoire, acceptée
translate-origin-file = du fichier
translate-origin-file-accepted = du fichier, acceptée
translate-origin-person = saisie à la main
translate-origin-verbatim = rien à traduire

## Existing translations, and values that the source lacks

translate-existing = Traductions existantes
# $number is the number in bold, $count the same for the form of the words.
translate-existing-missing =
    { $count ->
        [one] { $number } manquante
       *[other] { $number } manquantes
    }
translate-existing-missing-about = Valeurs absentes de ce fichier
translate-existing-stale =
    { $count ->
        [one] { $number } obsolète
       *[other] { $number } obsolètes
    }
translate-existing-stale-about = Valeurs dont le texte source a changé depuis leur traduction
translate-existing-orphaned =
    { $count ->
        [one] { $number } orpheline
       *[other] { $number } orphelines
    }
translate-existing-orphaned-about = Valeurs de ce fichier que la source n'a plus
translate-existing-current = { $number } à jour
# $tag is a locale such as pt-BR.
translate-orphans-kept =
    { $count ->
        [one] { $count } valeur dans { $tag } que la source n'a pas. Le fichier produit la garde jusqu'à sa suppression.
       *[other] { $count } valeurs dans { $tag } que la source n'a pas. Le fichier produit les garde jusqu'à leur suppression.
    }
translate-orphans-left-out =
    { $count ->
        [one] { $count } valeur dans { $tag } que la source n'a pas. Le fichier produit n'a pas de place pour elle : elle est omise.
       *[other] { $count } valeurs dans { $tag } que la source n'a pas. Le fichier produit n'a pas de place pour elles : elles sont omises.
    }
translate-orphans-keep-all = Tout garder
translate-orphans-remove-all = Tout supprimer
translate-orphan-remove = Supprimer { $path }, ligne { $line }
translate-orphan-undo = Annuler la suppression de { $path }, ligne { $line }

## Findings of checks, below the table

translate-findings =
    { $count ->
        [one] { $count } constat dans la traduction fournie
       *[other] { $count } constats dans les traductions fournies
    }
translate-findings-show = Afficher
translate-findings-hide = Masquer
translate-findings-more = Et { $count } de plus. Ils seront listés une fois ceux-ci corrigés.
translate-findings-go = Aller à cette valeur

## The review, one value at a time

translate-review = Relecture
translate-review-about = Parcourir les traductions une par une
translate-review-progress = Progression de la relecture
translate-review-close = Fermer
translate-review-in-source = Montrer dans la source
translate-review-checks = Vérifications
translate-review-glossary = Glossaire
translate-review-memory = Mémoire
# In place of the translation of a term.
translate-review-kept = gardé tel quel
translate-review-use = Utiliser
translate-review-keep = Garder
translate-review-drop = Abandonner
translate-review-next = Suivante
translate-review-previous = Précédente
translate-review-skip = Passer
# No longer accept it.
translate-review-take-back = Ne plus accepter
translate-review-over = C'était la dernière
translate-review-nothing = Il n'y a encore aucune traduction à relire.
translate-review-accepted =
    { $accepted ->
        [one] { $accepted } valeur est acceptée.
       *[other] { $accepted } valeurs sont acceptées.
    }
translate-review-accepted-attention =
    { $accepted ->
        [one] { $accepted } valeur est acceptée.
       *[other] { $accepted } valeurs sont acceptées.
    } { $attention ->
        [one] { $attention } valeur reste à vérifier.
       *[other] { $attention } valeurs restent à vérifier.
    }
translate-review-back = Retour au tableau
# How a value stands.
translate-standing-empty = non traduite
translate-standing-pending = en cours de traduction
translate-standing-stale = sa source a changé
translate-standing-attention = à vérifier
translate-standing-verbatim = comme dans la source

## The glossary

translate-glossary-title = Glossaire
translate-glossary-lead = Ces termes sont communiqués aux modèles, et chaque traduction est vérifiée d'après eux. Une traduction vide laisse le terme libre.
translate-glossary-term = Terme
translate-glossary-keep = Garder tel quel
translate-glossary-keep-term = Garder « { $term } » tel quel
translate-glossary-keep-this = Garder ce terme tel quel
translate-glossary-delete = Supprimer
translate-glossary-delete-term = Supprimer « { $term } »
translate-glossary-delete-this = Supprimer ce terme
translate-glossary-translation = { $term } en { $language }
translate-glossary-add = + terme
translate-glossary-save = Enregistrer
translate-glossary-cancel = Annuler
translate-glossary-import = Importer un CSV
translate-glossary-export = Exporter en CSV
translate-glossary-file = Glossaire au format CSV
translate-glossary-read =
    { $count ->
        [one] { $count } terme lu.
       *[other] { $count } termes lus.
    }
# $message and $hint are sentences in English.
translate-glossary-line = Ligne { $line } : { $message } { $hint }
translate-glossary-unkept = Le glossaire ne dure que jusqu'à la fermeture de cette page : { $reason }.

## The translation memory

translate-memory-title = Mémoire de traduction
translate-memory-lead = Ce qui est accepté ou écrit est mémorisé dans ce navigateur et sert avant qu'un modèle soit interrogé.
translate-memory-empty = Rien n'est encore mémorisé.
translate-memory-all =
    { $count ->
        [one] { $count } traduction
       *[other] { $count } traductions
    }
translate-memory-found = { $found } sur { $total }
translate-memory-unkept = La mémoire ne dure que jusqu'à la fermeture de cette page : { $reason }.
translate-memory-search = Rechercher
translate-memory-search-label = Rechercher dans la mémoire
translate-memory-list = Traductions mémorisées
translate-memory-more = Afficher plus
translate-memory-import = Importer un TMX
translate-memory-export = Exporter en TMX
translate-memory-file = Mémoire de traduction au format TMX
translate-memory-forget-all = Tout effacer
translate-memory-forget-sure =
    { $count ->
        [one] Effacer { $count } traduction
       *[other] Effacer { $count } traductions
    }
# Not forget all.
translate-memory-keep = Garder
translate-memory-forget = Effacer
translate-memory-forget-text = Effacer « { $text } »
# In place of a translation.
translate-memory-forgotten = effacée
translate-memory-imported =
    { $count ->
        [one] { $count } traduction reprise.
       *[other] { $count } traductions reprises.
    }
translate-memory-imported-some =
    { $count ->
        [one] { $count } traduction reprise.
       *[other] { $count } traductions reprises.
    } { $passed ->
        [one] { $passed } unité sans texte ou sans langue a été ignorée.
       *[other] { $passed } unités sans texte ou sans langue ont été ignorées.
    }

## The status line

translate-status-alone = Moteur seul. Rien n'a quitté cet onglet.
translate-status-translate = Traduire
translate-status-continue = Continuer
translate-status-stop = Arrêter
translate-status-choose = Choisir une langue cible.
translate-status-connect = Aucun modèle connecté : « Traduire » demande où envoyer les textes.
translate-status-nothing-left = Plus rien à traduire.
# $place is a host, a file, or "this device".
translate-status-asking = Demande à { $place }…
translate-status-from = { $place } répond
translate-status-finished = Terminé, réponse : { $place }
translate-status-download = Chrome télécharge son modèle : { $percent } %
# $failure is a sentence.
translate-status-again = { $failure } Nouvel essai.
translate-status-stopped =
    { $count ->
        [one] Arrêté. { $count } valeur restante.
       *[other] Arrêté. { $count } valeurs restantes.
    }
translate-status-interrupted =
    { $count ->
        [one] Interrompu. { $count } valeur restante.
       *[other] Interrompu. { $count } valeurs restantes.
    }
# What a run will do. $host is an address.
translate-status-sends =
    { $count ->
        [one] Envoie { $count } valeur à { $host }
       *[other] Envoie { $count } valeurs à { $host }
    }
translate-status-sends-stale =
    { $count ->
        [one] Envoie à { $host } { $count } valeur dont la source a changé
       *[other] Envoie à { $host } { $count } valeurs dont la source a changé
    }
translate-status-sends-both = Envoie { $count } valeurs ({ $missing } sans traduction, { $stale } à mettre à jour) à { $host }
translate-status-device =
    { $count ->
        [one] Traduit { $count } valeur sur cet appareil
       *[other] Traduit { $count } valeurs sur cet appareil
    }
translate-status-device-stale =
    { $count ->
        [one] Traduit sur cet appareil { $count } valeur dont la source a changé
       *[other] Traduit sur cet appareil { $count } valeurs dont la source a changé
    }
translate-status-device-both = Traduit { $count } valeurs ({ $missing } sans traduction, { $stale } à mettre à jour) sur cet appareil
# $unit is ms, s or min.
translate-status-first-token = { $number } { $unit } jusqu'au 1er jeton
translate-status-first-paint = { $number } { $unit } jusqu'au 1er affichage
translate-status-speed = { $number } jetons/s
translate-status-tokens = { $number } jetons
translate-status-part = { $number } %
translate-status-progress = Progression
translate-status-invalid = Source non valide
translate-status-attention =
    { $count ->
       *[other] { $count } à vérifier
    }
translate-status-good = Vérifications réussies

## A run that failed

translate-failed-nothing = Rien n'a été modifié.
translate-failed-kept =
    { $count ->
        [one] Une traduction est conservée. Réessayer ne demande que le reste.
       *[other] { $count } traductions sont conservées. Réessayer ne demande que le reste.
    }
translate-failed-retry = Réessayer
translate-failed-settings = Ouvrir les paramètres
translate-engine-anew = Le moteur ne répondait plus et a été relancé. Ce qui était traduit est conservé : relancer la traduction pour le reste.
translate-engine-lost = Le moteur n'a pas pu démarrer : { $reason }. Recharger la page.

## Said to screen readers

translate-said-begun = Traduction en cours.
translate-said-progress = { $done } valeurs traduites sur { $total }
translate-said-finished = Traduction terminée.
translate-said-attention =
    { $count ->
        [one] Traduction terminée. { $count } valeur est à vérifier.
       *[other] Traduction terminée. { $count } valeurs sont à vérifier.
    }
translate-said-stopped = Traduction arrêtée. Ce qui était traduit est conservé.

## What a request held, in the list of requests

translate-held = textes du fichier { $name }
translate-held-unnamed = textes du catalogue
