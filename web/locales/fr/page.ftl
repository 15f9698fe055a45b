### What stands around the tools and is fetched when it is first asked for: commands, keys, history,
### the settings as a file, use without a network.

## The list of commands

page-commands-title = Commandes
page-commands-search = Rechercher une commande
page-commands-placeholder = Outils, actions, exemples, paramètres
page-commands-none = Aucune commande ne porte ce nom.
page-commands-many = Taper pour affiner la liste.
page-commands-count =
    { $count ->
        [one] { $count } commande
       *[other] { $count } commandes
    }

## What a command is, beside its title

page-group-action = Action
page-group-tool = Outil
page-group-setting = Paramètre
page-group-recent = Récent
page-group-help = Aide
# $tool is the name of a tool.
page-group-example = Exemple : { $tool }

## Commands. The words of `-about` are not shown: a command is found by them. They are those of the
## language, and after them the English ones, which some people type in every language.

page-command-link = Copier le lien
page-command-link-with-input = Copier le lien avec l'entrée
page-command-link-about = partager adresse outil options copy link input share address tool options
page-command-history-about = récent travail épinglé exporter importer effacer history recent work pins export import forget
page-command-endpoint-about = paramètres clé adresse model endpoint settings key address
page-command-offline-about = paramètres hors ligne tout conserver télécharger use without a network settings offline keep everything download
page-command-settings-about = paramètres exporter importer sauvegarde settings as a file export import backup
# $theme is one of System, Light, Dark; $language the name of a language in that language.
page-command-theme = Thème : { $theme }
page-command-theme-about = paramètres couleurs apparence theme system light dark settings colours appearance
page-command-keys-about = clavier raccourcis aide keys keyboard shortcuts help
page-command-language = Langue : { $language }
# In each language with the words for “language” in all of them, so that who chose one by mistake finds back.
page-command-language-about = paramètres affichage traduction language words 言語 sprache idioma
# $tool is the name of a tool.
page-command-favourite-add = Favoris : ajouter { $tool }
page-command-favourite-remove = Favoris : retirer { $tool }
page-command-favourite-about = étoile marquer épingler barre premier favourites add take out star mark pin rail first
# $tool is the address of a tool.
page-command-recent-about = récent historique recent history { $tool }

## The table of keys: beside each key what it does, by where it does it

page-keys-title = Raccourcis clavier
page-keys-everywhere = Partout
page-keys-these = Cette liste, tant qu'aucun champ n'a le focus
page-keys-paste = Coller des données n'importe où : l'outil affiché les prend
page-keys-stop = Arrêter ce qui est en cours ; fermer ce qui est ouvert au-dessus de la page
page-keys-tool = L'outil affiché
page-keys-translate = Traduire : demander au modèle ce qui manque
page-keys-convert = Convertir : copier la sortie
page-keys-repair = Réparer : remplacer le texte par la réparation
page-keys-diagram = Diagramme : corriger les erreurs trouvées
page-keys-editors = Éditeurs
page-keys-undo = Annuler
page-keys-search = Rechercher
# Two keys, one after the other.
page-keys-leave-keys = Esc, puis Tab
page-keys-leave = Quitter l'éditeur
page-keys-lists = Listes et séparateurs
page-keys-through = Parcourir une liste ou un menu
page-keys-ends = Aller au premier et au dernier élément
page-keys-divider = Déplacer le séparateur qui a le focus

## An address that leads nowhere

page-lost-title = Il n'y a rien ici
page-lost-address = L'adresse { $address } n'est celle d'aucun outil.
page-lost-tools = Voici les outils. Rien n'est perdu : ce qui y est ouvert le reste.
# A tool, and what it is for.
page-lost-tool = { $tool } : { $about }

## Messages above the page

page-said-replaced = Ce qui était ouvert a été remplacé.
page-said-put-back = Restaurer

## Links, which carry a tool and its options, and the input if a person asks for it

page-link-not-one = Un lien contient un seul texte, et ici il n'y en a pas exactement un d'ouvert.
page-link-copied = Lien copié : l'outil et ses options, sans l'entrée.
page-link-copied-with-input = Lien copié. Quiconque l'a peut lire l'entrée.
# In backticks is what is drawn as code.
page-link-saved-instead = L'entrée est trop longue pour un lien. `{ $file }` a été enregistré : envoyer ce fichier.
page-link-too-long = Avec l'entrée, le lien ferait { $bytes } octets ; les programmes qui transmettent des liens en acceptent { $most } au plus. Enregistrer l'entrée dans un fichier et envoyer celui-ci.
page-link-secret =
    L'entrée contient ce qui ressemble à { $secret ->
        [private-key] une clé privée
        [api-key] une clé d'API
        [access-key] une clé d'accès
        [token] un jeton
       *[signed-token] un jeton signé
    }. Un lien livrerait ce secret à quiconque le reçoit : le retirer d'abord.
page-link-unwritable = Le lien n'a pas pu être écrit : { $why }.
page-link-later = Ce lien vient d'une version plus récente d'Ichiban. Recharger la page, puis rouvrir le lien. Rien n'a été modifié.
page-link-too-large = Ce lien contient plus que ce que la page accepte d'un lien. Demander l'entrée sous forme de fichier. Rien n'a été modifié.
page-link-damaged = Ce lien est abîmé : il a été coupé ou modifié en chemin. Demander qu'il soit renvoyé. Rien n'a été modifié.
page-link-other-tool = Ce lien est celui d'un outil que cette page n'a pas. Rien n'a été modifié.

## History

page-history-empty = Rien pour l'instant. Ce qui est ouvert est conservé ici, dans ce navigateur seulement.
page-history-off = L'historique est désactivé : rien de ce qui est ouvert n'est conservé.
page-history-search = Rechercher
page-history-search-label = Rechercher dans l'historique
page-history-list = Ce qui a été ouvert, le plus récent en premier
page-history-none = Rien ne contient ces mots.
page-history-pin = Épingler
page-history-unpin = Désépingler
page-history-forget = Effacer
# The same for screen readers. $title is the name of a file, or the first words of a text.
page-history-pin-this = Épingler { $title }
page-history-unpin-this = Désépingler { $title }
page-history-forget-this = Effacer { $title }
# How long ago something was worked on, as short as it can be said.
page-history-now = à l'instant
page-history-minutes-ago = il y a { $count } min
page-history-hours-ago = il y a { $count } h
page-history-days-ago =
    { $count ->
        [one] il y a { $count } jour
       *[other] il y a { $count } jours
    }
page-history-keep = Conserver mon travail dans ce navigateur
page-history-keep-about = Jamais ce qui dépasse 2 Mo ni ce qui contient une clé ou un jeton. Les 200 derniers sont conservés, ainsi que ce qui est épinglé.
page-export = Exporter
# $open is a button that opens a file.
page-import = Importer : { $open }
page-history-import-label = Un historique exporté
page-history-forget-all = Tout effacer
page-history-forget-sure = Tout effacer pour de bon ({ $count }) ?
page-history-imported =
    { $count ->
        [one] { $count } élément importé du fichier.
       *[other] { $count } éléments importés du fichier.
    }
# $left: those that this page would not keep, being too large or holding a secret.
page-history-imported-partly =
    { $count ->
        [one] { $count } élément importé du fichier ; laissés de côté, car non conservés ici : { $left }.
       *[other] { $count } éléments importés du fichier ; laissés de côté, car non conservés ici : { $left }.
    }
page-history-gone = Ceci n'est plus conservé : un autre onglet l'a effacé.
page-history-other-tool = Ceci vient d'un outil que cette page n'a pas.
page-history-nothing-kept = Rien n'est conservé ici.
page-history-browser-keeps-nothing = Le navigateur ne conserve rien ici.
# $why is what a reader of JSON says, in English.
page-history-foreign = Ce fichier n'est pas un historique exporté par Ichiban : { $why }.
page-history-named = Ce fichier n'est pas un historique exporté par Ichiban : il se nomme `{ $name }`.
page-history-later = Cet historique a été exporté par une version plus récente d'Ichiban. Recharger la page, puis importer l'historique à nouveau.

## The settings as a file

page-settings-title = Paramètres dans un fichier
page-settings-about = Tous les paramètres de cette page et de ses outils, pour un autre navigateur ou en sauvegarde. Jamais une clé, ni le travail lui-même.
page-settings-import-label = Des paramètres exportés
page-settings-saved = Enregistré sous { $file }. Il ne contient aucune clé.
page-settings-nothing-new = { $file } ne change rien : ce qu'il règle l'est déjà.
# As a heading, and as a sentence for screen readers.
page-settings-would-change-title =
    { $count ->
        [one] { $file } changerait { $count } paramètre
       *[other] { $file } changerait { $count } paramètres
    }
page-settings-would-change =
    { $count ->
        [one] { $file } changerait { $count } paramètre.
       *[other] { $file } changerait { $count } paramètres.
    }
page-settings-not-set = non défini
page-settings-rest = Ce que le fichier ne nomme pas reste tel quel.
page-settings-apply = Appliquer
page-settings-leave = Ne rien changer
page-settings-changed =
    { $count ->
        [one] { $count } paramètre modifié.
       *[other] { $count } paramètres modifiés.
    }
page-settings-changed-of-tools =
    { $count ->
        [one] { $count } paramètre modifié. Un outil ouvert prend les siens au prochain chargement de la page.
       *[other] { $count } paramètres modifiés. Un outil ouvert prend les siens au prochain chargement de la page.
    }
# The browser does not keep them. $why is a clause without a full stop.
page-settings-changed-for-now =
    { $count ->
        [one] { $count } paramètre modifié, jusqu'à la fermeture de cette page : { $why }.
       *[other] { $count } paramètres modifiés, jusqu'à la fermeture de cette page : { $why }.
    }
page-settings-undo = Annuler l'importation
page-settings-put-back = Tout est réglé comme avant.
page-settings-not-put-back = Tout n'a pas pu être rétabli : { $why }.

## What settings are called

page-setting-endpoint = Point d'accès du modèle
page-setting-models = Modèles des outils
page-setting-limits = Limites
page-setting-translate-locales = Traduire : langues cibles
page-setting-translate-glossary = Traduire : glossaire
page-setting-convert-target = Convertir : cible
page-setting-convert-options = Convertir : options
page-setting-diagram-theme = Diagramme : thème
page-setting-docs-prices = Docs : prix

## Values of settings, before and after

page-settings-none = aucun
page-settings-on = activé
page-settings-off = désactivé
# The theme of the page.
page-settings-word =
    { $word ->
        [system] système
        [light] clair
        [dark] sombre
       *[other] { $word }
    }
page-settings-endpoint = { $address }, modèle { $model }
# $tools: each tool and its model, such as “Diagram coder, Docs small”; $address: where they are.
page-settings-models = { $tools } sur { $address }
page-settings-models-none = aucun sur { $address }
# The most that a run or a day may take. $amount is in figures, such as 0.5 or 20000.
page-settings-run-dollars = { $amount } $ par exécution
page-settings-run-tokens = { $amount } jetons par exécution
page-settings-day-dollars = { $amount } $ par jour
page-settings-day-tokens = { $amount } jetons par jour
# Between two of these.
page-settings-between = { ", " }
# Terms of the glossary.
page-settings-terms =
    { $count ->
        [one] { $count } terme
       *[other] { $count } termes
    }
page-settings-options =
    { $count ->
        [one] { $count } option
       *[other] { $count } options
    }
# What tokens cost that are sent, and that come; `page-settings-price-none` where that is not set.
page-settings-prices = entrée { $input }, sortie { $output }
page-settings-price-none = aucun

## What of a file is not taken, and why

page-settings-key-lost = La clé pour { $host } est effacée de ce navigateur.
page-settings-unknown = « { $name } » n'est pas un paramètre de cette page.
# $setting is one of “What settings are called”.
page-settings-secret =
    « { $setting } » est laissé de côté : quelque chose y ressemble à { $secret ->
        [private-key] une clé privée
        [api-key] une clé d'API
        [access-key] une clé d'accès
        [token] un jeton
       *[signed-token] un jeton signé
    }, ce qu'aucun fichier de paramètres ne contient.
page-settings-misfit =
    « { $setting } » est laissé de côté : { $fault ->
        [no-flag] ce n'est ni true ni false
        [no-choice] ce n'est aucun des choix
        [no-dollars] les dollars sont un texte tel que "0.50", ou null
        [no-tokens] les jetons sont un nombre entier, ou null
        [no-price] un prix est un nombre d'au moins 0, ou null
        [no-text] ce n'est pas un texte
        [long-text] un de ses textes est trop long
        [control-characters] un de ses textes contient des caractères de contrôle
        [empty-text] un de ses textes est vide
        [no-tag] l'une des langues n'est pas un code tel que pt-BR
        [no-list] ce n'est pas une liste
        [many-entries] il y a trop d'entrées
        [no-table] ce n'est pas une table de noms et de valeurs
        [strange-member] un de ses membres est inconnu
        [missing-member] il manque un membre
        [long-address] son adresse contient plus que la racine d'une API
        [no-address] son adresse n'est pas valide
       *[strange-scheme] son adresse ne commence ni par https:// ni par http://
    }.
page-settings-key = Du point d'accès du modèle, seuls l'adresse, le protocole et le modèle sont repris : une clé se saisit ici et ne vient jamais d'un fichier.
page-settings-more = Également laissés de côté : { $count }.
page-settings-not-json = { $file } : ce n'est pas du JSON (ligne { $line }, colonne { $column }). Choisir un fichier que cette page a exporté.
page-settings-not-settings =
    { $file } : ce n'est pas un fichier de paramètres : il y manque { $lacks ->
        [kind] « ichiban » : « { "settings" } »
        [version] une version
       *[settings] les paramètres eux-mêmes
    }. Choisir un fichier que cette page a exporté.
page-settings-later = { $file } : une version plus récente de cette page a écrit ce fichier (version { $version } ; celle-ci lit jusqu'à { $known }). Recharger la page pour avoir la dernière.

## Use without a network: a section of the settings

page-offline-title = Utiliser sans réseau
# These four stand behind the title.
page-offline-unknown = pas encore connu
page-offline-not-here = indisponible ici
page-offline-all = tout est conservé, { $size }
page-offline-part = { $kept } sur { $all } conservés
page-offline-about-starting = La page démarre encore : cela vient dans un instant.
page-offline-about-all = Tout ce qui se passe de modèle fonctionne sans réseau, dès le démarrage. Une nouvelle version est récupérée quand il y en a une.
page-offline-about-part = Un outil fonctionne sans réseau une fois utilisé. Tout conserver pour les avoir tous, et chacune de leurs parties.
page-offline-keep = Tout conserver (encore { $size })
page-offline-progress = Conservé sur cette machine
page-offline-percent = { $percent } % sont conservés.
page-offline-said-all = Tout est conservé.
page-offline-said-stopped = Arrêté. Ce qui est arrivé reste.
# $why is what the browser says.
page-offline-failed =
    Cela n'a pas fonctionné : { $code ->
        [no-room] ce navigateur n'a plus de place pour le site : en libérer sur cette machine, puis continuer
        [not-arrived] un fichier n'est pas arrivé : vérifier le réseau et continuer, ou recharger la page si une nouvelle version est sortie
        [silent] le navigateur ne dit pas pourquoi
       *[other] { $why }
    }.
# Why nothing can be kept.
page-offline-refused-framed = Rien n'est conservé à l'intérieur d'un autre site. Ouvrir cette page dans son propre onglet.
page-offline-refused-private = Ce navigateur ne conserve aucun site ici, comme dans une fenêtre privée. Ouvrir la page dans une fenêtre ordinaire.
page-offline-refused-insecure = Seul un site venu par https:// peut être conservé. Ouvrir celui-ci par une telle adresse, s'il en a une.
page-offline-refused-forbidden = Le navigateur refuse de conserver ce site : il interdit peut-être ici les données de site, ou le réseau a fait défaut. Autoriser ces données, puis recharger la page.
page-offline-refused-first = Même la première vue n'a pas pu être conservée : vérifier le réseau et la place sur cette machine, puis recharger la page.
page-offline-refused-unfetched = Cette partie de la page n'a pas pu être récupérée. Vérifier le réseau, puis recharger la page.

## Offers beside the work: a new version, or to keep all of the site

page-offer-label = Cette application
page-offer-later = Plus tard
page-offer-version = Une nouvelle version est prête. Elle sera utilisée à la prochaine visite. Pour l'avoir maintenant, la page redémarre : enregistrer d'abord ce qui est ouvert.
page-offer-version-now = Redémarrer
page-offer-all = Conserver tous les outils sur cette machine, pour les avoir sans réseau ? Cela prend { $size }.
page-offer-all-yes = Tout conserver
page-offer-all-part = { $kept } sur { $all } sont conservés.
page-offer-all-done = Tout est conservé : ce qui se passe de modèle fonctionne sans réseau.
