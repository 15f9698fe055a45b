### Repair: broken JSON is mended, and each change listed.

## The head

repair-title = Réparer
# Stands in the place of a file's name.
repair-untitled = sans titre
repair-close = Fermer ce texte
# A menu: the tools that take the repaired text, and under each what they do with it.
repair-open-in = Ouvrir dans
repair-convert = Convertir
repair-convert-about = types et formats du texte réparé
repair-translate = Traduire
repair-translate-about = le texte réparé comme catalogue
repair-diagram = Diagramme
repair-diagram-about = la structure du texte réparé, dessinée
repair-copy = Copier
repair-download = Télécharger
repair-undo = Annuler
repair-apply = Appliquer
repair-apply-about = Mettre le texte réparé à la place du texte abîmé
repair-lead = Virgules, guillemets, commentaires, constantes d'autres langages, blocs de code, texte coupé : tout est réparé et chaque modification listée. Le reste ne change pas d'un octet.

## Before there is a text

repair-empty-open = Ouvrir un fichier
repair-empty-write = Écrire ici
repair-empty-note = Tout texte qui contient du JSON. Jusqu'à { $megabytes } Mo.
# $lead is the -lead message, in bold.
repair-fact-mended = { $lead } : virgules, deux-points, guillemets, crochets et accolades, échappements, commentaires, nombres, constantes, concaténations, texte coupé.
repair-fact-mended-lead = Ce qui est réparé
repair-fact-removed = { $lead } : délimiteurs de code, prose, appels comme JSONP et ceux de MongoDB. Plusieurs documents deviennent un tableau.
repair-fact-removed-lead = Ce qui est retiré
repair-fact-kept = { $lead } : la mise en forme, l'ordre, l'écriture des nombres et des chaînes. Rien ne quitte cet onglet.
repair-fact-kept-lead = Ce qui reste

## Examples: where it comes from, and what is wrong with it

repair-example-answer = La réponse d'un modèle
repair-example-answer-about = Dans un bloc de code, de la prose autour, coupée au milieu
repair-example-python = Un dictionnaire Python
repair-example-python-about = Guillemets simples, True et None, une virgule finale
repair-example-config = Une configuration écrite à la main
repair-example-config-about = Commentaires, clés sans guillemets, virgules et guillemets manquants

## The broken text

repair-text = Texte
repair-divider = Largeur du texte abîmé
repair-file = Fichier à réparer
repair-editor = Texte abîmé
repair-editor-failed = L'éditeur n'a pas pu être chargé. Le texte est ouvert et réparé malgré tout.
# A sentence follows, in English.
repair-problem-place = Ligne { $line }, colonne { $column } :
repair-lost-stopped = Arrêté. Modifier le texte pour le réparer à nouveau.
repair-lost-limit = Cela demande plus de temps ou de mémoire que la page n'en a, et a été arrêté. Utiliser l'outil en ligne de commande : ichiban json repair.
repair-lost-engine = Le moteur n'a pas pu démarrer : { $reason }. Recharger la page.

## The repaired text

repair-repaired = Réparé
repair-reader = Texte réparé
repair-reader-failed = L'éditeur n'a pas pu être chargé. Le texte réparé peut malgré tout être copié et téléchargé.
# $size is a size with its unit.
repair-extent =
    { $lines ->
        [one] { $lines } ligne · { $size }
       *[other] { $lines } lignes · { $size }
    }
repair-stale = D'un texte antérieur
# Copy, download and Apply are buttons. A button follows: repair-download.
repair-cut-lines = Les { $shown } premières lignes sur { $lines }. « Copier », « Télécharger » et « Appliquer » prennent le tout.
repair-cut-line = Le début d'une longue ligne. « Copier », « Télécharger » et « Appliquer » prennent le tout.

## The changes

repair-changes = Modifications
repair-changes-none = Aucune modification
repair-changes-count =
    { $count ->
        [one] { $count } modification
       *[other] { $count } modifications
    }
repair-changes-valid = C'est du JSON valide. Il reste tel quel, à l'octet près.
repair-changes-stale = Aucune pour le texte en l'état.
repair-changes-more = En afficher { $count } de plus
repair-changes-first = Les { $count } premières sont listées ; toutes sont faites.

## What was changed at a place: a short phrase

repair-change-bracket = Crochet ou accolade manquant ajouté
repair-change-colon = Deux-points manquant ajouté
repair-change-comma = Virgule manquante ajoutée
repair-change-comment = Commentaire retiré
repair-change-concatenation = Chaînes réunies
repair-change-control-character = Caractère de contrôle échappé
repair-change-ellipsis = Points de suspension retirés
repair-change-escape = Échappement réparé
repair-change-extra-bracket = Fermeture sans ouverture retirée ou remplacée
repair-change-extra-comma = Virgule superflue retirée
repair-change-fence = Délimiteur de code retiré
repair-change-literal = Constante d'un autre langage remplacée
repair-change-lines = Valeurs réunies dans un tableau
repair-change-number = Nombre réparé
repair-change-prose = Texte autour du document retiré
repair-change-quote-in-string = Guillemet échappé dans une chaîne
repair-change-quote-missing = Guillemets manquants ajoutés
repair-change-quote-style = Guillemets remplacés par des guillemets doubles
repair-change-truncated = Partie coupée complétée
repair-change-value-missing = null ajouté pour une valeur manquante
repair-change-white-space = Espace inconnue de JSON remplacée
repair-change-wrapper = Appel ou parenthèses autour d'une valeur retirés

## The status line: a few words each

repair-repairing = Réparation…
repair-status-valid = JSON valide
repair-status-repaired =
    { $count ->
        [one] Réparé par { $count } modification
       *[other] Réparé par { $count } modifications
    }
repair-status-beyond = Irréparable
repair-status-lost = Non réparé

## What happened

repair-said-valid = C'est du JSON valide.
repair-said-repaired =
    { $count ->
        [one] Réparé par { $count } modification.
       *[other] Réparé par { $count } modifications.
    }
repair-said-beyond = Ce texte ne peut pas être réparé.
repair-said-lost = La réparation a été arrêtée.
repair-said-applied = Réparation appliquée.
repair-said-undone = Réparation annulée.
repair-saved = { $file } enregistré.
repair-copied = { $file } copié.
repair-one-file = Un seul fichier peut être réparé à la fois.
