<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fr_FR" sourcelanguage="en_GB">
<context>
    <name>AccessibleNames</name>
    <message>
        <source>Clear this field</source>
        <translation>Vider ce champ</translation>
    </message>
</context>
<context>
    <name>Formatting</name>
    <message>
        <source>%1 µs</source>
        <translation>%1 µs</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation>%1 ms</translation>
    </message>
    <message>
        <source>%1 s</source>
        <extracomment>seconds</extracomment>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>%1 min</source>
        <extracomment>minutes</extracomment>
        <translation>%1 min</translation>
    </message>
    <message>
        <source>%1 h</source>
        <extracomment>hours</extracomment>
        <translation>%1 h</translation>
    </message>
    <message>
        <source>%1 d</source>
        <extracomment>days</extracomment>
        <translation>%1 j</translation>
    </message>
    <message>
        <source>%1 %</source>
        <extracomment>a percentage; French puts a space before the sign</extracomment>
        <translation>%1&#xa0;%</translation>
    </message>
    <message>
        <source>now</source>
        <translation>à jour</translation>
    </message>
    <message>
        <source>%1 old</source>
        <extracomment>age of data; %1 is a duration like &quot;4 s&quot; or &quot;3 h&quot;</extracomment>
        <translation>d’il y a %1</translation>
    </message>
</context>
<context>
    <name>LinkState</name>
    <message>
        <source>Not connected. Last known state of %1.</source>
        <translation>Non connecté. Dernier état connu de %1.</translation>
    </message>
    <message>
        <source>Not up to date: nothing new for %1.</source>
        <translation>Pas à jour&#xa0;: rien de nouveau depuis %1.</translation>
    </message>
    <message>
        <source>Not connected.</source>
        <translation>Non connecté.</translation>
    </message>
    <message>
        <source>The server does not let you in. Check the profile&apos;s token.</source>
        <translation>Le serveur ne vous laisse pas entrer. Vérifiez le jeton du profil.</translation>
    </message>
</context>
<context>
    <name>MetricHelp</name>
    <message>
        <source>Share of all processors&apos; time spent working.</source>
        <translation>Part du temps de tous les processeurs passée à travailler.</translation>
    </message>
    <message>
        <source>Share of all processors&apos; time spent idle while waiting for disks.</source>
        <translation>Part du temps de tous les processeurs passée à attendre les disques.</translation>
    </message>
    <message>
        <source>Processors in use.</source>
        <translation>Processeurs en service.</translation>
    </message>
    <message>
        <source>Load average over one minute.</source>
        <translation>Charge moyenne sur une minute.</translation>
    </message>
    <message>
        <source>Load average over five minutes.</source>
        <translation>Charge moyenne sur cinq minutes.</translation>
    </message>
    <message>
        <source>Load average over fifteen minutes.</source>
        <translation>Charge moyenne sur quinze minutes.</translation>
    </message>
    <message>
        <source>Memory of the machine.</source>
        <translation>Mémoire de la machine.</translation>
    </message>
    <message>
        <source>Memory that programs can still get without swapping.</source>
        <translation>Mémoire encore disponible pour les programmes sans échange.</translation>
    </message>
    <message>
        <source>Share of memory that is not available.</source>
        <translation>Part de la mémoire qui n’est pas disponible.</translation>
    </message>
    <message>
        <source>Swap space of the machine.</source>
        <translation>Espace d’échange de la machine.</translation>
    </message>
    <message>
        <source>Share of the swap space in use.</source>
        <translation>Part utilisée de l’espace d’échange.</translation>
    </message>
    <message>
        <source>Size of a filesystem.</source>
        <translation>Taille d’un système de fichiers.</translation>
    </message>
    <message>
        <source>Room on a filesystem for everybody but root.</source>
        <translation>Place sur un système de fichiers pour tous sauf root.</translation>
    </message>
    <message>
        <source>Share of a filesystem in use, as df counts.</source>
        <translation>Part utilisée d’un système de fichiers, comme la compte df.</translation>
    </message>
    <message>
        <source>Share of a filesystem&apos;s inodes in use.</source>
        <translation>Part utilisée des inodes d’un système de fichiers.</translation>
    </message>
    <message>
        <source>Bytes read from a disk.</source>
        <translation>Octets lus d’un disque.</translation>
    </message>
    <message>
        <source>Bytes written to a disk.</source>
        <translation>Octets écrits sur un disque.</translation>
    </message>
    <message>
        <source>Share of the time in which a disk had something to do.</source>
        <translation>Part du temps où un disque avait quelque chose à faire.</translation>
    </message>
    <message>
        <source>Bytes received by a network interface.</source>
        <translation>Octets reçus par une interface réseau.</translation>
    </message>
    <message>
        <source>Bytes sent by a network interface.</source>
        <translation>Octets envoyés par une interface réseau.</translation>
    </message>
    <message>
        <source>Errors of a network interface, received and sent.</source>
        <translation>Erreurs d’une interface réseau, en réception et en émission.</translation>
    </message>
    <message>
        <source>Share of the time in which a task waited for a processor.</source>
        <translation>Part du temps où une tâche attendait un processeur.</translation>
    </message>
    <message>
        <source>Share of the time in which a task waited for memory.</source>
        <translation>Part du temps où une tâche attendait de la mémoire.</translation>
    </message>
    <message>
        <source>Share of the time in which all tasks waited for memory.</source>
        <translation>Part du temps où toutes les tâches attendaient de la mémoire.</translation>
    </message>
    <message>
        <source>Share of the time in which a task waited for disks.</source>
        <translation>Part du temps où une tâche attendait les disques.</translation>
    </message>
    <message>
        <source>Share of the time in which all tasks waited for disks.</source>
        <translation>Part du temps où toutes les tâches attendaient les disques.</translation>
    </message>
    <message>
        <source>Processes.</source>
        <translation>Processus.</translation>
    </message>
    <message>
        <source>Units of systemd that failed.</source>
        <translation>Unités de systemd en échec.</translation>
    </message>
    <message>
        <source>Time since the machine started.</source>
        <translation>Temps depuis le démarrage de la machine.</translation>
    </message>
    <message>
        <source>1 when the probe found its target well, 0 when not.</source>
        <translation>1 quand la sonde a trouvé sa cible en bon état, sinon 0.</translation>
    </message>
    <message>
        <source>How long the probe took.</source>
        <translation>Durée de la sonde.</translation>
    </message>
    <message>
        <source>Status of the last HTTP answer.</source>
        <translation>État de la dernière réponse HTTP.</translation>
    </message>
    <message>
        <source>How long one phase of the HTTP exchange took.</source>
        <translation>Durée d’une phase de l’échange HTTP.</translation>
    </message>
    <message>
        <source>Time left until the certificate expires.</source>
        <translation>Temps restant avant l’expiration du certificat.</translation>
    </message>
    <message>
        <source>Records in the name server&apos;s answer.</source>
        <translation>Enregistrements dans la réponse du serveur de noms.</translation>
    </message>
</context>
<context>
    <name>NewIncidentDialog</name>
    <message>
        <source>New incident</source>
        <translation>Nouvel incident</translation>
    </message>
    <message>
        <source>&amp;Title</source>
        <translation>&amp;Titre</translation>
    </message>
    <message>
        <source>What is wrong, in one line</source>
        <translation>Ce qui ne va pas, en une ligne</translation>
    </message>
    <message>
        <source>&amp;Severity</source>
        <translation>&amp;Gravité</translation>
    </message>
    <message>
        <source>Ser&amp;vice</source>
        <translation>Ser&amp;vice</translation>
    </message>
    <message>
        <source>&amp;Category</source>
        <translation>&amp;Catégorie</translation>
    </message>
    <message>
        <source>&amp;Owner</source>
        <translation>&amp;Responsable</translation>
    </message>
    <message>
        <source>Nobody yet</source>
        <translation>Personne encore</translation>
    </message>
    <message>
        <source>&amp;Description</source>
        <translation>&amp;Description</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Create incident</source>
        <translation>Créer l’incident</translation>
    </message>
</context>
<context>
    <name>Options</name>
    <message>
        <source>The operations console. With no option it watches this machine.</source>
        <translation>La console d’exploitation. Sans option, elle surveille cette machine.</translation>
    </message>
    <message>
        <source>Open this server profile (name or id).</source>
        <translation>Ouvrir ce profil de serveur (nom ou identifiant).</translation>
    </message>
    <message>
        <source>Connect to this server; the token comes from the environment variable VIGIE_TOKEN.</source>
        <translation>Se connecter à ce serveur&#xa0;; le jeton vient de la variable d’environnement VIGIE_TOKEN.</translation>
    </message>
    <message>
        <source>Show this page first: overview, incidents, metrics, sources, settings.</source>
        <translation>Afficher d’abord cette page&#xa0;: overview, incidents, metrics, sources, settings.</translation>
    </message>
    <message>
        <source>dark, light, hc-dark, hc-light, night or system, for this run.</source>
        <translation>dark, light, hc-dark, hc-light, night ou system, pour cette fois.</translation>
    </message>
    <message>
        <source>en, de or fr, for this run.</source>
        <translation>en, de ou fr, pour cette fois.</translation>
    </message>
    <message>
        <source>Size of the window, for example 1280x720.</source>
        <translation>Taille de la fenêtre, par exemple 1280x720.</translation>
    </message>
    <message>
        <source>Wait until data is on screen, save a picture and end.</source>
        <translation>Attendre que les données soient à l’écran, enregistrer une image et quitter.</translation>
    </message>
    <message>
        <source>Append a line of JSON with figures of this console each second.</source>
        <translation>Ajouter chaque seconde une ligne JSON avec les chiffres de cette console.</translation>
    </message>
    <message>
        <source>Configuration for the server of this machine.</source>
        <translation>Configuration du serveur de cette machine.</translation>
    </message>
    <message>
        <source>Unknown theme “%1”. There are dark, light, hc-dark, hc-light, night and system.</source>
        <translation>Thème inconnu «&#xa0;%1&#xa0;». Il y a dark, light, hc-dark, hc-light, night et system.</translation>
    </message>
    <message>
        <source>Unknown language “%1”. There are en, de and fr.</source>
        <translation>Langue inconnue «&#xa0;%1&#xa0;». Il y a en, de et fr.</translation>
    </message>
    <message>
        <source>“%1” is no size. It looks like 1280x720.</source>
        <translation>«&#xa0;%1&#xa0;» n’est pas une taille. Elle s’écrit comme 1280x720.</translation>
    </message>
    <message>
        <source>“%1” is no address of a server. It looks like https://vigie.example.org.</source>
        <translation>«&#xa0;%1&#xa0;» n’est pas une adresse de serveur. Elle s’écrit comme https://vigie.example.org.</translation>
    </message>
    <message>
        <source>The address must not contain a user or password; the token comes from VIGIE_TOKEN.</source>
        <translation>L’adresse ne doit contenir ni utilisateur ni mot de passe&#xa0;; le jeton vient de VIGIE_TOKEN.</translation>
    </message>
    <message>
        <source>Unexpected argument “%1”.</source>
        <translation>Argument inattendu «&#xa0;%1&#xa0;».</translation>
    </message>
</context>
<context>
    <name>Overview</name>
    <message>
        <source>in use</source>
        <comment>line of the CPU chart</comment>
        <translation>utilisé</translation>
    </message>
    <message>
        <source>waiting for disks</source>
        <translation>attente des disques</translation>
    </message>
    <message>
        <source>memory</source>
        <translation>mémoire</translation>
    </message>
    <message>
        <source>swap</source>
        <translation>swap</translation>
    </message>
    <message>
        <source>1 min</source>
        <translation>1 min</translation>
    </message>
    <message>
        <source>5 min</source>
        <translation>5 min</translation>
    </message>
    <message>
        <source>15 min</source>
        <translation>15 min</translation>
    </message>
    <message>
        <source>CPU</source>
        <translation>CPU</translation>
    </message>
    <message>
        <source>disks</source>
        <translation>disques</translation>
    </message>
    <message>
        <source>in</source>
        <comment>network traffic</comment>
        <translation>entrant</translation>
    </message>
    <message>
        <source>out</source>
        <comment>network traffic</comment>
        <translation>sortant</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>Mémoire</translation>
    </message>
    <message>
        <source>Load</source>
        <translation>Charge</translation>
    </message>
    <message>
        <source>Pressure</source>
        <translation>Pression</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>Réseau</translation>
    </message>
    <message>
        <source>Probe latency</source>
        <translation>Latence des sondes</translation>
    </message>
    <message>
        <source>%1 free</source>
        <translation>%1 libres</translation>
    </message>
</context>
<context>
    <name>ProfileDialog</name>
    <message>
        <source>Connection</source>
        <translation>Connexion</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>&amp;Nom</translation>
    </message>
    <message>
        <source>Production, Europe</source>
        <translation>Production, Europe</translation>
    </message>
    <message>
        <source>&amp;Address</source>
        <translation>&amp;Adresse</translation>
    </message>
    <message>
        <source>&amp;Token</source>
        <translation>&amp;Jeton</translation>
    </message>
    <message>
        <source>&amp;Keep the token in the system&apos;s keyring</source>
        <translation>&amp;Garder le jeton dans le trousseau du système</translation>
    </message>
    <message>
        <source>&amp;User</source>
        <translation>&amp;Utilisateur</translation>
    </message>
    <message>
        <source>shown only, may stay empty</source>
        <translation>affiché seulement, peut rester vide</translation>
    </message>
    <message>
        <source>&amp;CA file</source>
        <translation>Fichier &amp;CA</translation>
    </message>
    <message>
        <source>PEM file; empty: the system&apos;s authorities</source>
        <translation>fichier PEM&#xa0;; vide&#xa0;: les autorités du système</translation>
    </message>
    <message>
        <source>Client c&amp;ertificate</source>
        <translation>C&amp;ertificat client</translation>
    </message>
    <message>
        <source>PEM file, may stay empty</source>
        <translation>fichier PEM, peut rester vide</translation>
    </message>
    <message>
        <source>Client &amp;key</source>
        <translation>&amp;Clé client</translation>
    </message>
    <message>
        <source>Te&amp;st the connection</source>
        <translation>Te&amp;ster la connexion</translation>
    </message>
</context>
<context>
    <name>RuleText</name>
    <message>
        <source>Disk %1 is %2 full</source>
        <translation>Le disque %1 est plein à %2</translation>
    </message>
    <message>
        <source>The file system %1 on %2 has little room left. When it is full, services that write there fail.</source>
        <translation>Le système de fichiers %1 sur %2 n’a plus guère de place. Une fois plein, les services qui y écrivent échouent.</translation>
    </message>
    <message>
        <source>Disk %1 has used %2 of its inodes</source>
        <translation>Le disque %1 a utilisé %2 de ses inodes</translation>
    </message>
    <message>
        <source>No new file can be made on %1 when none is left, although there may be room. Look for folders with very many small files.</source>
        <translation>Quand il n’en reste plus, aucun nouveau fichier ne peut être créé sur %1, même s’il reste de la place. Cherchez des dossiers contenant de très nombreux petits fichiers.</translation>
    </message>
    <message>
        <source>Memory is %1 used</source>
        <translation>La mémoire est utilisée à %1</translation>
    </message>
    <message>
        <source>Little memory is available; the kernel may soon end processes. Used means not available even by dropping caches.</source>
        <translation>Peu de mémoire est disponible&#xa0;; le noyau pourrait bientôt arrêter des processus. Utilisée veut dire&#xa0;: indisponible même en vidant les caches.</translation>
    </message>
    <message>
        <source>Swap is %1 used</source>
        <translation>L’espace d’échange est utilisé à %1</translation>
    </message>
    <message>
        <source>Much memory was moved to disk: the machine may answer slowly.</source>
        <translation>Beaucoup de mémoire a été déplacée sur le disque&#xa0;: la machine peut répondre lentement.</translation>
    </message>
    <message>
        <source>Load is %1 per processor</source>
        <translation>La charge est de %1 par processeur</translation>
    </message>
    <message>
        <source>More tasks want to run, or wait for the disk, than the %1 processors can serve (load %2).</source>
        <translation>Plus de tâches veulent s’exécuter, ou attendent le disque, que les %1 processeurs ne peuvent en servir (charge %2).</translation>
    </message>
    <message>
        <source>Processors are %1 busy</source>
        <translation>Les processeurs sont occupés à %1</translation>
    </message>
    <message>
        <source>All processors were busy for the last ten minutes.</source>
        <translation>Tous les processeurs étaient occupés ces dix dernières minutes.</translation>
    </message>
    <message>
        <source>Tasks wait %1 of the time for a processor</source>
        <translation>Des tâches attendent un processeur %1 du temps</translation>
    </message>
    <message>
        <source>Pressure stall information: at least one task was ready and had no processor.</source>
        <translation>Pressure stall information&#xa0;: au moins une tâche était prête et n’avait pas de processeur.</translation>
    </message>
    <message>
        <source>All tasks stall %1 of the time for memory</source>
        <translation>Toutes les tâches attendent de la mémoire %1 du temps</translation>
    </message>
    <message>
        <source>Pressure stall information: no task could go on because of a lack of memory. The machine is thrashing.</source>
        <translation>Pressure stall information&#xa0;: aucune tâche ne pouvait avancer faute de mémoire. La machine ne fait plus que des échanges avec le disque.</translation>
    </message>
    <message>
        <source>All tasks stall %1 of the time for disks</source>
        <translation>Toutes les tâches attendent les disques %1 du temps</translation>
    </message>
    <message>
        <source>Pressure stall information: no task could go on because all waited for input or output.</source>
        <translation>Pressure stall information&#xa0;: aucune tâche ne pouvait avancer car toutes attendaient une entrée ou une sortie.</translation>
    </message>
    <message>
        <source>%1 systemd units have failed</source>
        <translation>Unités de systemd en échec&#xa0;: %1</translation>
    </message>
    <message>
        <source>systemctl --failed lists them; systemctl reset-failed forgets them.</source>
        <translation>systemctl --failed les énumère&#xa0;; systemctl reset-failed les oublie.</translation>
    </message>
    <message>
        <source>%1 does not answer</source>
        <translation>%1 ne répond pas</translation>
    </message>
    <message>
        <source>The probe %1 fails.</source>
        <translation>La sonde %1 échoue.</translation>
    </message>
    <message>
        <source>%1 answers in %2</source>
        <translation>%1 répond en %2</translation>
    </message>
    <message>
        <source>The probe %1 succeeds but took more than two seconds on average of five minutes.</source>
        <translation>La sonde %1 réussit mais a pris plus de deux secondes en moyenne sur cinq minutes.</translation>
    </message>
    <message>
        <source>The certificate of %1 has %2 left</source>
        <translation>Le certificat de %1 expire dans %2</translation>
    </message>
    <message>
        <source>Time left on the TLS certificate that %1 shows. A negative time means that it has expired.</source>
        <translation>Temps restant pour le certificat TLS que présente %1. Un temps négatif veut dire qu’il a expiré.</translation>
    </message>
    <message>
        <source>The certificate of %1 expired %2 ago</source>
        <translation>Le certificat de %1 a expiré il y a %2</translation>
    </message>
    <message>
        <source>The TLS certificate that %1 shows has expired: clients refuse it.</source>
        <translation>Le certificat TLS que présente %1 a expiré&#xa0;: les clients le refusent.</translation>
    </message>
</context>
<context>
    <name>SourceCheck</name>
    <message>
        <source>The address must begin with http:// or https://.</source>
        <translation>L’adresse doit commencer par http:// ou https://.</translation>
    </message>
    <message>
        <source>This is no complete address: the host is missing or not valid.</source>
        <translation>Cette adresse n’est pas complète&#xa0;: l’hôte manque ou n’est pas valide.</translation>
    </message>
    <message>
        <source>Leave user and password out of the address: it is visible to everybody.</source>
        <translation>Retirez utilisateur et mot de passe de l’adresse&#xa0;: elle est visible de tous.</translation>
    </message>
    <message>
        <source>Write host and port, as in db.example.org:5432 or [2001:db8::1]:22.</source>
        <translation>Écrivez hôte et port, comme db.example.org:5432 ou [2001:db8::1]:22.</translation>
    </message>
    <message>
        <source>The port must lie between 1 and 65535.</source>
        <translation>Le port doit être compris entre 1 et 65535.</translation>
    </message>
    <message>
        <source>This is no host name.</source>
        <translation>Ce n’est pas un nom d’hôte.</translation>
    </message>
    <message>
        <source>Say what is to be watched.</source>
        <translation>Dites ce qu’il faut surveiller.</translation>
    </message>
    <message>
        <source>Write statuses as in 200, 200-299 or 200,301-308.</source>
        <translation>Écrivez les statuts comme 200, 200-299 ou 200,301-308.</translation>
    </message>
    <message>
        <source>Give it a name.</source>
        <translation>Donnez-lui un nom.</translation>
    </message>
    <message>
        <source>The name is too long.</source>
        <translation>Le nom est trop long.</translation>
    </message>
    <message>
        <source>The time limit must not be longer than the interval.</source>
        <translation>La limite de temps ne doit pas dépasser l’intervalle.</translation>
    </message>
    <message>
        <source>The token must have 16 characters or more.</source>
        <translation>Le jeton doit avoir au moins 16 caractères.</translation>
    </message>
</context>
<context>
    <name>SourceDialog</name>
    <message>
        <source>Add a source</source>
        <translation>Ajouter une source</translation>
    </message>
    <message>
        <source>&amp;Kind</source>
        <translation>&amp;Type</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>&amp;Nom</translation>
    </message>
    <message>
        <source>&amp;Address</source>
        <translation>&amp;Adresse</translation>
    </message>
    <message>
        <source>&amp;Every</source>
        <translation>&amp;Toutes les</translation>
    </message>
    <message>
        <source> s</source>
        <translation> s</translation>
    </message>
    <message>
        <source>Time &amp;limit</source>
        <translation>&amp;Limite de temps</translation>
    </message>
    <message>
        <source>Good &amp;statuses</source>
        <translation>Bons &amp;statuts</translation>
    </message>
    <message>
        <source>&amp;Body must match</source>
        <translation>Le &amp;corps doit correspondre à</translation>
    </message>
    <message>
        <source>regular expression, may stay empty</source>
        <translation>expression régulière, peut rester vide</translation>
    </message>
    <message>
        <source>&amp;Record type</source>
        <translation>Type d’en&amp;registrement</translation>
    </message>
    <message>
        <source>Ans&amp;wer must match</source>
        <translation>La &amp;réponse doit correspondre à</translation>
    </message>
    <message>
        <source>&amp;Token</source>
        <translation>&amp;Jeton</translation>
    </message>
    <message>
        <source>only if the server asks for one</source>
        <translation>seulement si le serveur en demande un</translation>
    </message>
    <message>
        <source>&amp;Token of the sender</source>
        <translation>&amp;Jeton de l’émetteur</translation>
    </message>
</context>
<context>
    <name>SourceWords</name>
    <message>
        <source>percent</source>
        <translation>pour cent</translation>
    </message>
    <message>
        <source>bytes</source>
        <translation>octets</translation>
    </message>
    <message>
        <source>bytes per second</source>
        <translation>octets par seconde</translation>
    </message>
    <message>
        <source>seconds</source>
        <translation>secondes</translation>
    </message>
    <message>
        <source>per second</source>
        <translation>par seconde</translation>
    </message>
    <message>
        <source>count</source>
        <translation>nombre</translation>
    </message>
    <message>
        <source>yes or no</source>
        <translation>oui ou non</translation>
    </message>
</context>
<context>
    <name>Timeline</name>
    <message>
        <source>%1 removed the owner</source>
        <translation>%1 a retiré le responsable</translation>
    </message>
    <message>
        <source>%1 took it</source>
        <translation>%1 se l’est attribué</translation>
    </message>
    <message>
        <source>%1 assigned it to %2</source>
        <translation>%1 l’a attribué à %2</translation>
    </message>
    <message>
        <source>%1 opened the incident</source>
        <translation>%1 a ouvert l’incident</translation>
    </message>
    <message>
        <source>%1 reported it again</source>
        <translation>%1 l’a signalé de nouveau</translation>
    </message>
    <message>
        <source>%1 acknowledged</source>
        <translation>%1 l’a pris en compte</translation>
    </message>
    <message>
        <source>%1 commented</source>
        <translation>%1 a commenté</translation>
    </message>
    <message>
        <source>%1 edited the incident</source>
        <translation>%1 a modifié l’incident</translation>
    </message>
    <message>
        <source>%1 changed the severity from %2 to %3</source>
        <translation>%1 a changé la gravité de %2 à %3</translation>
    </message>
    <message>
        <source>%1 snoozed it</source>
        <translation>%1 l’a mis en veille</translation>
    </message>
    <message>
        <source>%1 resolved it</source>
        <translation>%1 l’a résolu</translation>
    </message>
    <message>
        <source>%1 reopened it</source>
        <translation>%1 l’a rouvert</translation>
    </message>
</context>
<context>
    <name>Words</name>
    <message>
        <source>The server did not answer in time.</source>
        <translation>Le serveur n’a pas répondu à temps.</translation>
    </message>
    <message>
        <source>Try again; if it stays so, check the server&apos;s load.</source>
        <translation>Réessayez&#xa0;; si cela persiste, vérifiez la charge du serveur.</translation>
    </message>
    <message>
        <source>The server cannot be reached.</source>
        <translation>Le serveur est injoignable.</translation>
    </message>
    <message>
        <source>Check its address and the network.</source>
        <translation>Vérifiez son adresse et le réseau.</translation>
    </message>
    <message>
        <source>The server sent an answer that makes no sense.</source>
        <translation>Le serveur a envoyé une réponse qui n’a pas de sens.</translation>
    </message>
    <message>
        <source>Check that the address is that of a vigied of the same version.</source>
        <translation>Vérifiez que l’adresse est celle d’un vigied de la même version.</translation>
    </message>
    <message>
        <source>The server is not available at the moment.</source>
        <translation>Le serveur n’est pas disponible pour le moment.</translation>
    </message>
    <message>
        <source>Try again in a few seconds.</source>
        <translation>Réessayez dans quelques secondes.</translation>
    </message>
    <message>
        <source>There were too many requests.</source>
        <translation>Il y a eu trop de requêtes.</translation>
    </message>
    <message>
        <source>Wait a moment and try again.</source>
        <translation>Attendez un instant et réessayez.</translation>
    </message>
    <message>
        <source>The request was cancelled.</source>
        <translation>La requête a été annulée.</translation>
    </message>
    <message>
        <source>Try again.</source>
        <translation>Réessayez.</translation>
    </message>
    <message>
        <source>Something went wrong inside.</source>
        <translation>Une erreur interne s’est produite.</translation>
    </message>
    <message>
        <source>Copy the id below and look into the server&apos;s log.</source>
        <translation>Copiez l’identifiant ci-dessous et consultez le journal du serveur.</translation>
    </message>
    <message>
        <source>It does not exist any more.</source>
        <translation>Cela n’existe plus.</translation>
    </message>
    <message>
        <source>Refresh with F5.</source>
        <translation>Actualisez avec F5.</translation>
    </message>
    <message>
        <source>You are not signed in any more.</source>
        <translation>Vous n’êtes plus connecté.</translation>
    </message>
    <message>
        <source>Sign in again from the profile menu.</source>
        <translation>Reconnectez-vous depuis le menu des profils.</translation>
    </message>
    <message>
        <source>You may not do this.</source>
        <translation>Vous n’en avez pas le droit.</translation>
    </message>
    <message>
        <source>Ask an administrator for the role it needs.</source>
        <translation>Demandez à un administrateur le rôle nécessaire.</translation>
    </message>
    <message>
        <source>The value of “%1” is not accepted.</source>
        <translation>La valeur de «&#xa0;%1&#xa0;» n’est pas acceptée.</translation>
    </message>
    <message>
        <source>Correct it and try again.</source>
        <translation>Corrigez et réessayez.</translation>
    </message>
    <message>
        <source>What was sent is not accepted.</source>
        <translation>Ce qui a été envoyé n’est pas accepté.</translation>
    </message>
    <message>
        <source>Somebody changed it in the meantime.</source>
        <translation>Quelqu’un l’a modifié entre-temps.</translation>
    </message>
    <message>
        <source>Look at the new state, then try again.</source>
        <translation>Regardez le nouvel état, puis réessayez.</translation>
    </message>
    <message>
        <source>It is too large.</source>
        <translation>C’est trop grand.</translation>
    </message>
    <message>
        <source>Ask for less: a shorter range or fewer series.</source>
        <translation>Demandez moins&#xa0;: une période plus courte ou moins de séries.</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Réessayer</translation>
    </message>
    <message>
        <source>%1 %2 %3</source>
        <comment>1: what failed, 2: why, 3: what to do</comment>
        <translation>%1 %2 %3</translation>
    </message>
    <message>
        <source>Offline</source>
        <translation>Hors ligne</translation>
    </message>
    <message>
        <source>Connecting</source>
        <translation>Connexion</translation>
    </message>
    <message>
        <source>Signing in</source>
        <translation>Identification</translation>
    </message>
    <message>
        <source>Connected</source>
        <translation>Connecté</translation>
    </message>
    <message>
        <source>No answer</source>
        <translation>Pas de réponse</translation>
    </message>
    <message>
        <source>No connection</source>
        <translation>Pas de connexion</translation>
    </message>
    <message>
        <source>Access denied</source>
        <translation>Accès refusé</translation>
    </message>
    <message>
        <source>This machine</source>
        <translation>Cette machine</translation>
    </message>
    <message>
        <source>HTTP probe</source>
        <translation>Sonde HTTP</translation>
    </message>
    <message>
        <source>TCP probe</source>
        <translation>Sonde TCP</translation>
    </message>
    <message>
        <source>DNS probe</source>
        <translation>Sonde DNS</translation>
    </message>
    <message>
        <source>Webhook</source>
        <translation>Webhook</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Titre</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>Description</translation>
    </message>
    <message>
        <source>Severity</source>
        <translation>Gravité</translation>
    </message>
    <message>
        <source>Service</source>
        <translation>Service</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>Catégorie</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>Responsable</translation>
    </message>
    <message>
        <source>Comment</source>
        <translation>Commentaire</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Note</translation>
    </message>
    <message>
        <source>Labels</source>
        <translation>Étiquettes</translation>
    </message>
    <message>
        <source>Snoozed until</source>
        <translation>En veille jusqu’à</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nom</translation>
    </message>
    <message>
        <source>Target</source>
        <translation>Cible</translation>
    </message>
    <message>
        <source>Query</source>
        <translation>Requête</translation>
    </message>
    <message>
        <source>longer than %1 bytes</source>
        <translation>plus long que %1 octets</translation>
    </message>
    <message>
        <source>it must not be empty</source>
        <translation>ne doit pas être vide</translation>
    </message>
    <message>
        <source>The value of “%1” is not accepted: %2.</source>
        <comment>1: field, 2: why</comment>
        <translation>La valeur de « %1 » n’est pas acceptée : %2.</translation>
    </message>
    <message>
        <source>Look into the server&apos;s log.</source>
        <translation>Consultez le journal du serveur.</translation>
    </message>
    <message>
        <source>the URL has no IPv6 address in its brackets</source>
        <translation>l’URL n’a pas d’adresse IPv6 entre ses crochets</translation>
    </message>
    <message>
        <source>the URL&apos;s port is no number from 1 to 65535</source>
        <translation>le port de l’URL n’est pas un nombre de 1 à 65535</translation>
    </message>
    <message>
        <source>expected an URL that starts with http:// or https://</source>
        <translation>une URL commençant par http:// ou https:// est attendue</translation>
    </message>
    <message>
        <source>the URL names no host</source>
        <translation>l’URL ne nomme aucun hôte</translation>
    </message>
    <message>
        <source>the URL must not contain a user or password; use the members user and password</source>
        <translation>l’URL ne doit contenir ni utilisateur ni mot de passe</translation>
    </message>
    <message>
        <source>the URL contains a space or a control character</source>
        <translation>l’URL contient une espace ou un caractère de contrôle</translation>
    </message>
    <message>
        <source>expected the base URL, without query or fragment</source>
        <translation>l’URL de base est attendue, sans requête ni fragment</translation>
    </message>
    <message>
        <source>expected 1 to 32 statuses or ranges</source>
        <translation>1 à 32 statuts ou plages sont attendus</translation>
    </message>
    <message>
        <source>expected statuses from 100 to 599, as in 200-299</source>
        <translation>des statuts de 100 à 599 sont attendus, par exemple 200-299</translation>
    </message>
    <message>
        <source>expected statuses from 100 to 599, as in 200-299,301</source>
        <translation>des statuts de 100 à 599 sont attendus, par exemple 200-299,301</translation>
    </message>
    <message>
        <source>expected a domain name to look up</source>
        <translation>un nom de domaine à résoudre est attendu</translation>
    </message>
    <message>
        <source>expected the IP address of a name server, optionally with a port</source>
        <translation>l’adresse IP d’un serveur de noms est attendue, avec un port si besoin</translation>
    </message>
    <message>
        <source>expected 1 to 128 characters without control characters or spaces around</source>
        <translation>1 à 128 caractères sont attendus, sans caractères de contrôle ni espaces autour</translation>
    </message>
    <message>
        <source>expected at most 2048 characters</source>
        <translation>2048 caractères au plus sont attendus</translation>
    </message>
    <message>
        <source>expected 1 second to 1 day</source>
        <translation>une durée de 1 seconde à 1 jour est attendue</translation>
    </message>
    <message>
        <source>expected 0.1 seconds to 5 minutes</source>
        <translation>une durée de 0,1 seconde à 5 minutes est attendue</translation>
    </message>
    <message>
        <source>a token must not contain spaces or control characters</source>
        <translation>un jeton ne doit contenir ni espaces ni caractères de contrôle</translation>
    </message>
    <message>
        <source>expected a token of at least 16 characters</source>
        <translation>un jeton d’au moins 16 caractères est attendu</translation>
    </message>
    <message>
        <source>expected either a user or a bearer token</source>
        <translation>un utilisateur ou un jeton est attendu, pas les deux</translation>
    </message>
    <message>
        <source>this machine has no target</source>
        <translation>cette machine n’a pas de cible</translation>
    </message>
    <message>
        <source>a webhook has no target; it is called</source>
        <translation>un webhook n’a pas de cible ; il est appelé</translation>
    </message>
    <message>
        <source>no valid regular expression (%1)</source>
        <comment>1: what is wrong</comment>
        <translation>expression régulière non valide (%1)</translation>
    </message>
    <message>
        <source>the server does not accept it</source>
        <translation>le serveur ne l’accepte pas</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>1: name of a server, 2: user</comment>
        <translation>%1 (%2)</translation>
    </message>
</context>
<context>
    <name>vigie::AboutSettings</name>
    <message>
        <source>About</source>
        <translation>À propos</translation>
    </message>
    <message>
        <source>Vigie</source>
        <translation>Vigie</translation>
    </message>
    <message>
        <source>Licence</source>
        <translation>Licence</translation>
    </message>
    <message>
        <source>GNU General Public License, version 3 or later. You may use, study, share and change it. It comes without any warranty.</source>
        <translation>GNU General Public License, version 3 ou ultérieure. Vous pouvez l’utiliser, l’étudier, le partager et le modifier. Il est fourni sans aucune garantie.</translation>
    </message>
    <message>
        <source>Copyright</source>
        <translation>Droits d’auteur</translation>
    </message>
    <message>
        <source>Made with</source>
        <translation>Construit avec</translation>
    </message>
    <message>
        <source>Icons</source>
        <translation>Icônes</translation>
    </message>
    <message>
        <source>Breeze icons of KDE, GNU Lesser General Public License 3 or later</source>
        <translation>Icônes Breeze de KDE, GNU Lesser General Public License 3 ou ultérieure</translation>
    </message>
    <message>
        <source>Fonts</source>
        <translation>Polices</translation>
    </message>
    <message>
        <source>Inter and JetBrains Mono, SIL Open Font License 1.1</source>
        <translation>Inter et JetBrains Mono, SIL Open Font License 1.1</translation>
    </message>
</context>
<context>
    <name>vigie::ActionRegistry</name>
    <message>
        <source>“%1” acts on what is selected here. Look at it, then run it again.</source>
        <translation>«&#xa0;%1&#xa0;» porte sur ce qui est sélectionné ici. Vérifiez-le, puis relancez l’action.</translation>
    </message>
</context>
<context>
    <name>vigie::AgeBadge</name>
    <message>
        <source>no data yet</source>
        <translation>pas encore de données</translation>
    </message>
    <message>
        <source>data %1</source>
        <extracomment>%1 is an age: &quot;4 s old&quot; or &quot;now&quot;</extracomment>
        <translation>données %1</translation>
    </message>
</context>
<context>
    <name>vigie::AppearanceSettings</name>
    <message numerus="yes">
        <source>%n minutes</source>
        <translation>
            <numerusform>%n minute</numerusform>
            <numerusform>%n minutes</numerusform>
        </translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation>Apparence</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>Thème</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Langue</translation>
    </message>
    <message>
        <source>Size of text and rows</source>
        <translation>Taille du texte et des lignes</translation>
    </message>
    <message>
        <source>Table rows</source>
        <translation>Lignes des tableaux</translation>
    </message>
    <message>
        <source>Charts of the overview</source>
        <translation>Graphiques de la vue d’ensemble</translation>
    </message>
    <message>
        <source>Show the page list as icons only</source>
        <translation>N’afficher que les icônes des pages</translation>
    </message>
    <message>
        <source>As the desktop</source>
        <translation>Comme le bureau</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Sombre</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Clair</translation>
    </message>
    <message>
        <source>Night</source>
        <translation>Nuit</translation>
    </message>
    <message>
        <source>High contrast, dark</source>
        <translation>Contraste élevé, sombre</translation>
    </message>
    <message>
        <source>High contrast, light</source>
        <translation>Contraste élevé, clair</translation>
    </message>
    <message>
        <source>Normal</source>
        <comment>height of table rows</comment>
        <translation>Normales</translation>
    </message>
    <message>
        <source>Compact</source>
        <comment>height of table rows</comment>
        <translation>Compactes</translation>
    </message>
    <message numerus="yes">
        <source>%n hours</source>
        <translation>
            <numerusform>%n heure</numerusform>
            <numerusform>%n heures</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 for this run</source>
        <comment>a language, given on the command line</comment>
        <translation>%1 pour cette session</translation>
    </message>
    <message>
        <source>The desktop asks for: %1.</source>
        <comment>a theme</comment>
        <translation>Le bureau demande&#xa0;: %1.</translation>
    </message>
    <message>
        <source>For this run the command line asks to follow the desktop: %1.</source>
        <comment>a theme</comment>
        <translation>Pour cette session, la ligne de commande demande de suivre le bureau&#xa0;: %1.</translation>
    </message>
    <message>
        <source>For this run the command line asks for: %1.</source>
        <comment>a theme</comment>
        <translation>Pour cette session, la ligne de commande demande&#xa0;: %1.</translation>
    </message>
    <message>
        <source>Blinking of critical incidents</source>
        <translation>Clignotement des incidents critiques</translation>
    </message>
    <message>
        <source>Once a second</source>
        <comment>how critical incidents blink</comment>
        <translation>Une fois par seconde</translation>
    </message>
    <message>
        <source>Never</source>
        <comment>how critical incidents blink</comment>
        <translation>Jamais</translation>
    </message>
</context>
<context>
    <name>vigie::ChangeModel</name>
    <message>
        <source>%1: opened</source>
        <translation>%1&#xa0;: ouvert</translation>
    </message>
    <message>
        <source>%1: resolved</source>
        <translation>%1&#xa0;: résolu</translation>
    </message>
    <message>
        <source>%1: acknowledged</source>
        <translation>%1&#xa0;: pris en compte</translation>
    </message>
    <message>
        <source>%1: snoozed</source>
        <translation>%1&#xa0;: mis en veille</translation>
    </message>
    <message>
        <source>%1: changed</source>
        <translation>%1&#xa0;: modifié</translation>
    </message>
    <message>
        <source>A source was removed</source>
        <translation>Une source a été retirée</translation>
    </message>
    <message>
        <source>%1: removed</source>
        <translation>%1&#xa0;: retiré</translation>
    </message>
    <message>
        <source>%1 is up</source>
        <translation>%1 répond</translation>
    </message>
    <message>
        <source>%1 is down</source>
        <translation>%1 est en panne</translation>
    </message>
    <message>
        <source>%1 was added</source>
        <translation>%1 a été ajouté</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Heure</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>Ce qui s’est passé</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>Responsable</translation>
    </message>
</context>
<context>
    <name>vigie::ClockLabel</name>
    <message>
        <source>Clock</source>
        <translation>Horloge</translation>
    </message>
</context>
<context>
    <name>vigie::CommandPalette</name>
    <message>
        <source>Command palette</source>
        <translation>Palette de commandes</translation>
    </message>
    <message>
        <source>Search or run a command</source>
        <translation>Chercher ou lancer une commande</translation>
    </message>
    <message>
        <source>Commands</source>
        <translation>Commandes</translation>
    </message>
    <message>
        <source>Nothing fits. Try fewer letters.</source>
        <translation>Rien ne correspond. Essayez avec moins de lettres.</translation>
    </message>
</context>
<context>
    <name>vigie::ConnectionBanner</name>
    <message>
        <source>No connection to the server</source>
        <translation>Pas de connexion au serveur</translation>
    </message>
    <message>
        <source>The server does not answer</source>
        <translation>Le serveur ne répond pas</translation>
    </message>
    <message>
        <source>The server refused your sign-in</source>
        <translation>Le serveur a refusé votre connexion</translation>
    </message>
    <message>
        <source>Not connected</source>
        <translation>Non connecté</translation>
    </message>
    <message>
        <source>Connecting …</source>
        <translation>Connexion en cours …</translation>
    </message>
    <message>
        <source>For %1.</source>
        <translation>Depuis %1.</translation>
    </message>
    <message>
        <source>It tries again by itself.</source>
        <translation>Une nouvelle tentative suit d’elle-même.</translation>
    </message>
    <message>
        <source>Shown is the last known state of %1; nothing here is current.</source>
        <translation>Affiché&#xa0;: le dernier état connu, de %1&#xa0;; rien ici n’est à jour.</translation>
    </message>
    <message>
        <source>What you see is the last known state.</source>
        <translation>Vous voyez le dernier état connu.</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>Se connecter</translation>
    </message>
    <message>
        <source>Try now</source>
        <translation>Essayer maintenant</translation>
    </message>
    <message>
        <source>Trying now.</source>
        <translation>Tentative en cours.</translation>
    </message>
    <message numerus="yes">
        <source>Next try in %n second(s).</source>
        <translation>
            <numerusform>Prochain essai dans %n seconde.</numerusform>
            <numerusform>Prochain essai dans %n secondes.</numerusform>
        </translation>
    </message>
    <message>
        <source>Something is missing here</source>
        <translation>Il manque quelque chose ici</translation>
    </message>
    <message numerus="yes">
        <source>%n entries of the server could not be read and are not shown. Is this console older than the server?</source>
        <translation>
            <numerusform>%n entrée du serveur n’a pas pu être lue et n’est pas affichée. Cette console est-elle plus ancienne que le serveur ?</numerusform>
            <numerusform>%n entrées du serveur n’ont pas pu être lues et ne sont pas affichées. Cette console est-elle plus ancienne que le serveur ?</numerusform>
        </translation>
    </message>
    <message>
        <source>Understood</source>
        <translation>Compris</translation>
    </message>
</context>
<context>
    <name>vigie::ConnectionSettings</name>
    <message>
        <source>Name</source>
        <translation>Nom</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>Connection</source>
        <translation>Connexion</translation>
    </message>
    <message>
        <source>This machine&apos;s own daemon is always there.</source>
        <translation>Le service de cette machine est toujours là.</translation>
    </message>
    <message>
        <source>%1 could not be removed.</source>
        <translation>%1 n’a pas pu être retiré.</translation>
    </message>
    <message>
        <source>The connection %1 was removed.</source>
        <translation>La connexion %1 a été retirée.</translation>
    </message>
    <message>
        <source>The token of %1 could not be removed from the keyring.</source>
        <translation>Le jeton de %1 n’a pas pu être retiré du trousseau.</translation>
    </message>
    <message>
        <source>%1 could not be brought back.</source>
        <translation>%1 n’a pas pu être rétabli.</translation>
    </message>
    <message>
        <source>The token could not be kept in the keyring.</source>
        <translation>Le jeton n’a pas pu être gardé dans le trousseau.</translation>
    </message>
    <message>
        <source>Connections</source>
        <translation>Connexions</translation>
    </message>
    <message>
        <source>Connect</source>
        <translation>Connecter</translation>
    </message>
    <message>
        <source>Edit…</source>
        <translation>Modifier…</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Retirer</translation>
    </message>
    <message>
        <source>Add connection…</source>
        <translation>Ajouter une connexion…</translation>
    </message>
    <message>
        <source>Vigie&apos;s own daemon</source>
        <translation>Le service propre à Vigie</translation>
    </message>
    <message>
        <source>User</source>
        <translation>Utilisateur</translation>
    </message>
</context>
<context>
    <name>vigie::Console</name>
    <message>
        <source>There is no profile “%1”.</source>
        <translation>Il n’y a pas de profil «&#xa0;%1&#xa0;».</translation>
    </message>
    <message>
        <source>There is no page “%1”. There are %2.</source>
        <translation>Il n’y a pas de page «&#xa0;%1&#xa0;». Il y a %2.</translation>
    </message>
    <message>
        <source>The file %1 cannot be written: %2.</source>
        <translation>Le fichier %1 ne peut pas être écrit&#xa0;: %2.</translation>
    </message>
</context>
<context>
    <name>vigie::DataSettings</name>
    <message>
        <source>Connection</source>
        <translation>Connexion</translation>
    </message>
    <message>
        <source>State</source>
        <translation>État</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>Signed in as</source>
        <translation>Connecté en tant que</translation>
    </message>
    <message>
        <source>Daemon</source>
        <translation>Service</translation>
    </message>
    <message>
        <source>Vigie %1 on %2</source>
        <translation>Vigie %1 sur %2</translation>
    </message>
    <message>
        <source>Runs for</source>
        <translation>En marche depuis</translation>
    </message>
    <message>
        <source>Store</source>
        <translation>Stockage</translation>
    </message>
    <message>
        <source>%1, cannot be written</source>
        <translation>%1, non inscriptible</translation>
    </message>
    <message>
        <source>Settings file</source>
        <translation>Fichier de réglages</translation>
    </message>
    <message>
        <source>Offline copy</source>
        <translation>Copie hors ligne</translation>
    </message>
    <message>
        <source>Log of the daemon</source>
        <translation>Journal du service</translation>
    </message>
    <message>
        <source>on its own machine</source>
        <translation>sur sa propre machine</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>Données</translation>
    </message>
</context>
<context>
    <name>vigie::FillList</name>
    <message>
        <source>%1: %2 full, %3</source>
        <translation>%1&#xa0;: plein à %2, %3</translation>
    </message>
    <message>
        <source>Fill level</source>
        <translation>Taux de remplissage</translation>
    </message>
</context>
<context>
    <name>vigie::HelpView</name>
    <message>
        <source>Help</source>
        <translation>Aide</translation>
    </message>
    <message>
        <source>Help for this page</source>
        <translation>Aide sur cette page</translation>
    </message>
    <message>
        <source>Help: %1</source>
        <translation>Aide&#xa0;: %1</translation>
    </message>
    <message>
        <source>Incidents</source>
        <translation>Incidents</translation>
    </message>
    <message>
        <source>Metrics</source>
        <translation>Métriques</translation>
    </message>
    <message>
        <source>Sources</source>
        <translation>Sources</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Réglages</translation>
    </message>
    <message>
        <source>Connecting Prometheus</source>
        <translation>Connecter Prometheus</translation>
    </message>
    <message>
        <source>Keyboard</source>
        <translation>Clavier</translation>
    </message>
    <message>
        <source>Overview</source>
        <translation>Vue d’ensemble</translation>
    </message>
    <message>
        <source>This page of the help is missing.</source>
        <translation>Cette page de l’aide manque.</translation>
    </message>
    <message>
        <source>Help – Vigie</source>
        <translation>Aide – Vigie</translation>
    </message>
    <message>
        <source>Topics</source>
        <translation>Sujets</translation>
    </message>
    <message>
        <source>Help text</source>
        <translation>Texte d’aide</translation>
    </message>
</context>
<context>
    <name>vigie::HostPanel</name>
    <message>
        <source>Process</source>
        <translation>Processus</translation>
    </message>
    <message>
        <source>PID</source>
        <translation>PID</translation>
    </message>
    <message>
        <source>CPU</source>
        <translation>CPU</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>Mémoire</translation>
    </message>
    <message>
        <source>Failed units: %1</source>
        <translation>Unités en échec&#xa0;: %1</translation>
    </message>
    <message>
        <source>Busiest processes</source>
        <translation>Processus les plus actifs</translation>
    </message>
</context>
<context>
    <name>vigie::IncidentActions</name>
    <message>
        <source>nobody</source>
        <translation>personne</translation>
    </message>
    <message>
        <source>%1: %2 → %3</source>
        <comment>1: field, 2: value before, 3: value now</comment>
        <translation>%1&#xa0;: %2 → %3</translation>
    </message>
    <message>
        <source>State</source>
        <translation>État</translation>
    </message>
    <message>
        <source>Severity</source>
        <translation>Gravité</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>Responsable</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Titre</translation>
    </message>
    <message>
        <source>Service</source>
        <translation>Service</translation>
    </message>
    <message>
        <source>Undone for “%1”.</source>
        <translation>Annulé pour «&#xa0;%1&#xa0;».</translation>
    </message>
    <message numerus="yes">
        <source>Undone for %n incident(s).</source>
        <translation>
            <numerusform>Annulé pour %n incident.</numerusform>
            <numerusform>Annulé pour %n incidents.</numerusform>
        </translation>
    </message>
    <message>
        <source>“%1” was not changed.</source>
        <translation>«&#xa0;%1&#xa0;» n’a pas été modifié.</translation>
    </message>
    <message>
        <source>“%1”: %2</source>
        <comment>1: incident, 2: reason</comment>
        <translation>«&#xa0;%1&#xa0;»&#xa0;: %2</translation>
    </message>
    <message numerus="yes">
        <source>%n of the incident(s) were not changed:</source>
        <translation>
            <numerusform>%n incident n’a pas été modifié&#xa0;:</numerusform>
            <numerusform>%n incidents n’ont pas été modifiés&#xa0;:</numerusform>
        </translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <source>“%1” was changed by somebody else in the meantime.</source>
        <translation>«&#xa0;%1&#xa0;» a été modifié entre-temps par quelqu’un d’autre.</translation>
    </message>
    <message>
        <source>“%1” was changed by somebody else in the meantime (%2).</source>
        <translation>«&#xa0;%1&#xa0;» a été modifié entre-temps par quelqu’un d’autre (%2).</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Réessayer</translation>
    </message>
    <message numerus="yes">
        <source>Acknowledge these %n incident(s)?</source>
        <translation>
            <numerusform>Prendre en compte cet incident (%n)&#xa0;?</numerusform>
            <numerusform>Prendre en compte ces %n incidents&#xa0;?</numerusform>
        </translation>
    </message>
    <message>
        <source>Acknowledge</source>
        <translation>Prendre en compte</translation>
    </message>
    <message>
        <source>“%1” acknowledged.</source>
        <translation>«&#xa0;%1&#xa0;» pris en compte.</translation>
    </message>
    <message numerus="yes">
        <source>%n incident(s) acknowledged.</source>
        <translation>
            <numerusform>%n incident pris en compte.</numerusform>
            <numerusform>%n incidents pris en compte.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Assign these %n incident(s) to you?</source>
        <translation>
            <numerusform>Vous attribuer cet incident (%n)&#xa0;?</numerusform>
            <numerusform>Vous attribuer ces %n incidents&#xa0;?</numerusform>
        </translation>
    </message>
    <message>
        <source>Assign to me</source>
        <translation>M’attribuer</translation>
    </message>
    <message>
        <source>“%1” is yours.</source>
        <translation>«&#xa0;%1&#xa0;» est à vous.</translation>
    </message>
    <message numerus="yes">
        <source>%n incident(s) are yours.</source>
        <translation>
            <numerusform>%n incident est à vous.</numerusform>
            <numerusform>%n incidents sont à vous.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Assign %n incident(s)</source>
        <translation>
            <numerusform>Attribuer %n incident</numerusform>
            <numerusform>Attribuer %n incidents</numerusform>
        </translation>
    </message>
    <message>
        <source>Assign</source>
        <translation>Attribuer</translation>
    </message>
    <message>
        <source>To whom (empty: nobody)</source>
        <translation>À qui (vide&#xa0;: personne)</translation>
    </message>
    <message>
        <source>“%1” assigned to %2.</source>
        <translation>«&#xa0;%1&#xa0;» attribué à %2.</translation>
    </message>
    <message numerus="yes">
        <source>%n incident(s) assigned to %1.</source>
        <translation>
            <numerusform>%n incident attribué à %1.</numerusform>
            <numerusform>%n incidents attribués à %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Comment on %n incident(s)</source>
        <translation>
            <numerusform>Commenter %n incident</numerusform>
            <numerusform>Commenter %n incidents</numerusform>
        </translation>
    </message>
    <message>
        <source>Comment</source>
        <translation>Commentaire</translation>
    </message>
    <message>
        <source>Comment added to “%1”.</source>
        <translation>Commentaire ajouté à «&#xa0;%1&#xa0;».</translation>
    </message>
    <message numerus="yes">
        <source>Comment added to %n incident(s).</source>
        <translation>
            <numerusform>Commentaire ajouté à %n incident.</numerusform>
            <numerusform>Commentaire ajouté à %n incidents.</numerusform>
        </translation>
    </message>
    <message>
        <source>The comment on “%1” was not stored.</source>
        <translation>Le commentaire sur «&#xa0;%1&#xa0;» n’a pas été enregistré.</translation>
    </message>
    <message numerus="yes">
        <source>Snooze %n incident(s)</source>
        <translation>
            <numerusform>Mettre en veille %n incident</numerusform>
            <numerusform>Mettre en veille %n incidents</numerusform>
        </translation>
    </message>
    <message>
        <source>Snooze</source>
        <translation>Mettre en veille</translation>
    </message>
    <message>
        <source>For</source>
        <translation>Durée</translation>
    </message>
    <message>
        <source>30 minutes</source>
        <translation>30 minutes</translation>
    </message>
    <message>
        <source>1 hour</source>
        <translation>1 heure</translation>
    </message>
    <message>
        <source>4 hours</source>
        <translation>4 heures</translation>
    </message>
    <message>
        <source>1 day</source>
        <translation>1 jour</translation>
    </message>
    <message>
        <source>1 week</source>
        <translation>1 semaine</translation>
    </message>
    <message>
        <source>“%1” snoozed for %2.</source>
        <translation>«&#xa0;%1&#xa0;» mis en veille pour %2.</translation>
    </message>
    <message numerus="yes">
        <source>%n incident(s) snoozed for %1.</source>
        <translation>
            <numerusform>%n incident mis en veille pour %1.</numerusform>
            <numerusform>%n incidents mis en veille pour %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Resolve %n incident(s)</source>
        <translation>
            <numerusform>Résoudre %n incident</numerusform>
            <numerusform>Résoudre %n incidents</numerusform>
        </translation>
    </message>
    <message>
        <source>Resolve</source>
        <translation>Résoudre</translation>
    </message>
    <message>
        <source>What was done (optional, Ctrl+Enter resolves)</source>
        <translation>Ce qui a été fait (facultatif, Ctrl+Entrée valide)</translation>
    </message>
    <message>
        <source>“%1” resolved.</source>
        <translation>«&#xa0;%1&#xa0;» résolu.</translation>
    </message>
    <message numerus="yes">
        <source>%n incident(s) resolved.</source>
        <translation>
            <numerusform>%n incident résolu.</numerusform>
            <numerusform>%n incidents résolus.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Reopen these %n incident(s)?</source>
        <translation>
            <numerusform>Rouvrir cet incident (%n)&#xa0;?</numerusform>
            <numerusform>Rouvrir ces %n incidents&#xa0;?</numerusform>
        </translation>
    </message>
    <message>
        <source>Reopen</source>
        <translation>Rouvrir</translation>
    </message>
    <message>
        <source>“%1” is open again.</source>
        <translation>«&#xa0;%1&#xa0;» est de nouveau ouvert.</translation>
    </message>
    <message numerus="yes">
        <source>%n incident(s) are open again.</source>
        <translation>
            <numerusform>%n incident est de nouveau ouvert.</numerusform>
            <numerusform>%n incidents sont de nouveau ouverts.</numerusform>
        </translation>
    </message>
    <message>
        <source>“%1” created.</source>
        <translation>«&#xa0;%1&#xa0;» créé.</translation>
    </message>
    <message>
        <source>“%1” is still being changed. Try again in a moment.</source>
        <translation>«&#xa0;%1&#xa0;» est encore en cours de modification. Réessayez dans un instant.</translation>
    </message>
    <message>
        <source>“%1” is acknowledged already.</source>
        <translation>« %1 » est déjà pris en compte.</translation>
    </message>
    <message>
        <source>“%1” was not created.</source>
        <translation>«&#xa0;%1&#xa0;» n’a pas été créé.</translation>
    </message>
</context>
<context>
    <name>vigie::IncidentFilterBar</name>
    <message>
        <source>Filter: title, service, label …</source>
        <translation>Filtrer&#xa0;: titre, service, étiquette …</translation>
    </message>
    <message>
        <source>Filter incidents by text</source>
        <translation>Filtrer les incidents par texte</translation>
    </message>
    <message>
        <source>Show severity %1</source>
        <translation>Afficher la gravité %1</translation>
    </message>
    <message>
        <source>Show state %1</source>
        <translation>Afficher l’état %1</translation>
    </message>
    <message>
        <source>Any owner</source>
        <translation>Tous les responsables</translation>
    </message>
    <message>
        <source>Mine</source>
        <translation>À moi</translation>
    </message>
    <message>
        <source>Unassigned</source>
        <translation>Non attribué</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>Responsable</translation>
    </message>
    <message>
        <source>Any service</source>
        <translation>Tous les services</translation>
    </message>
    <message>
        <source>Service</source>
        <translation>Service</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>Réinitialiser</translation>
    </message>
    <message>
        <source>Reset the filter</source>
        <translation>Réinitialiser le filtre</translation>
    </message>
    <message numerus="yes">
        <source>%n incident(s)</source>
        <translation>
            <numerusform>%n incident</numerusform>
            <numerusform>%n incidents</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, %2 waiting</source>
        <comment>1: count of incidents</comment>
        <translation>%1, %2 en attente</translation>
    </message>
</context>
<context>
    <name>vigie::IncidentModel</name>
    <message>
        <source>unassigned</source>
        <translation>personne</translation>
    </message>
    <message>
        <source>Age %1</source>
        <translation>Âge %1</translation>
    </message>
    <message>
        <source>Severity</source>
        <translation>Gravité</translation>
    </message>
    <message>
        <source>Incident</source>
        <translation>Incident</translation>
    </message>
    <message>
        <source>Service</source>
        <translation>Service</translation>
    </message>
    <message>
        <source>Age</source>
        <translation>Âge</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>Responsable</translation>
    </message>
    <message>
        <source>State</source>
        <translation>État</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Source</translation>
    </message>
</context>
<context>
    <name>vigie::IncidentPane</name>
    <message>
        <source>Acknowledge</source>
        <translation>Prendre en compte</translation>
    </message>
    <message>
        <source>Assign …</source>
        <translation>Attribuer …</translation>
    </message>
    <message>
        <source>Resolve …</source>
        <translation>Résoudre …</translation>
    </message>
    <message>
        <source>Snooze …</source>
        <translation>Mettre en veille …</translation>
    </message>
    <message>
        <source>Reopen</source>
        <translation>Rouvrir</translation>
    </message>
    <message>
        <source>Add comment</source>
        <translation>Ajouter le commentaire</translation>
    </message>
    <message>
        <source>Write a comment</source>
        <translation>Écrire un commentaire</translation>
    </message>
    <message>
        <source>Comment</source>
        <translation>Commentaire</translation>
    </message>
    <message>
        <source>Timeline</source>
        <translation>Chronologie</translation>
    </message>
    <message>
        <source>The metric around the start of the incident</source>
        <translation>La métrique autour du début de l’incident</translation>
    </message>
    <message>
        <source>Incident</source>
        <translation>Incident</translation>
    </message>
    <message>
        <source>Select an incident to see it here.</source>
        <translation>Choisissez un incident pour le voir ici.</translation>
    </message>
    <message>
        <source>This incident is not known any more.</source>
        <translation>Cet incident n’est plus connu.</translation>
    </message>
    <message>
        <source>Started</source>
        <translation>Début</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>Responsable</translation>
    </message>
    <message>
        <source>unassigned</source>
        <translation>non attribué</translation>
    </message>
    <message>
        <source>Service</source>
        <translation>Service</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>Catégorie</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Source</translation>
    </message>
    <message>
        <source>Acknowledged</source>
        <translation>Pris en compte</translation>
    </message>
    <message>
        <source>Snoozed until</source>
        <translation>En veille jusqu’à</translation>
    </message>
    <message>
        <source>Resolved</source>
        <translation>Résolu</translation>
    </message>
    <message>
        <source>Identifier</source>
        <translation>Identifiant</translation>
    </message>
    <message>
        <source>This server keeps no history of this metric.</source>
        <translation>Ce serveur ne garde pas l’historique de cette métrique.</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Début</translation>
    </message>
    <message>
        <source>Timeline: %1</source>
        <comment>1: why there is none</comment>
        <translation>Chronologie&#xa0;: %1</translation>
    </message>
</context>
<context>
    <name>vigie::IncidentsPage</name>
    <message>
        <source>Incidents</source>
        <translation>Incidents</translation>
    </message>
    <message>
        <source>No open incidents. Everything that is watched is well.</source>
        <translation>Aucun incident ouvert. Tout ce qui est surveillé va bien.</translation>
    </message>
    <message>
        <source>Report an incident …</source>
        <translation>Signaler un incident …</translation>
    </message>
    <message>
        <source>No incident passes the filter.</source>
        <translation>Aucun incident ne passe le filtre.</translation>
    </message>
    <message>
        <source>Reset the filter</source>
        <translation>Réinitialiser le filtre</translation>
    </message>
    <message>
        <source>Select an incident first.</source>
        <translation>Choisissez d’abord un incident.</translation>
    </message>
    <message>
        <source>There is no connection to the server.</source>
        <translation>Il n’y a pas de connexion au serveur.</translation>
    </message>
    <message>
        <source>This incident is resolved already.</source>
        <translation>Cet incident est déjà résolu.</translation>
    </message>
    <message>
        <source>Acknowledge</source>
        <translation>Prendre en compte</translation>
    </message>
    <message>
        <source>Assign to me</source>
        <translation>M’attribuer</translation>
    </message>
    <message>
        <source>Assign to …</source>
        <translation>Attribuer à …</translation>
    </message>
    <message>
        <source>Comment …</source>
        <translation>Commenter …</translation>
    </message>
    <message>
        <source>Snooze …</source>
        <translation>Mettre en veille …</translation>
    </message>
    <message>
        <source>Resolve …</source>
        <translation>Résoudre …</translation>
    </message>
    <message>
        <source>Reopen</source>
        <translation>Rouvrir</translation>
    </message>
    <message>
        <source>Acknowledge the next unowned critical incident</source>
        <translation>Prendre en compte le prochain incident critique sans responsable</translation>
    </message>
    <message>
        <source>There is no unowned critical incident.</source>
        <translation>Il n’y a pas d’incident critique sans responsable.</translation>
    </message>
    <message>
        <source>Write a comment beside the table</source>
        <translation>Écrire un commentaire à côté du tableau</translation>
    </message>
    <message>
        <source>Next incident</source>
        <translation>Incident suivant</translation>
    </message>
    <message>
        <source>Previous incident</source>
        <translation>Incident précédent</translation>
    </message>
    <message>
        <source>Show the incidents that wait</source>
        <translation>Afficher les incidents en attente</translation>
    </message>
</context>
<context>
    <name>vigie::KeyboardSettings</name>
    <message>
        <source>Keys</source>
        <translation>Touches</translation>
    </message>
    <message>
        <source>Action</source>
        <translation>Action</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>Où</translation>
    </message>
    <message numerus="yes">
        <source>%n actions</source>
        <translation>
            <numerusform>%n action</numerusform>
            <numerusform>%n actions</numerusform>
        </translation>
    </message>
    <message>
        <source>Choose an action above, then press the keys you want.</source>
        <translation>Choisissez une action ci-dessus, puis appuyez sur les touches voulues.</translation>
    </message>
    <message>
        <source>Press the keys first; one after another makes a sequence.</source>
        <translation>Appuyez d’abord sur les touches&#xa0;; l’une après l’autre forme une suite.</translation>
    </message>
    <message>
        <source>%1 already means “%2”. Nothing was changed.</source>
        <translation>%1 signifie déjà «&#xa0;%2&#xa0;». Rien n’a été modifié.</translation>
    </message>
    <message>
        <source>The action has no keys now.</source>
        <translation>L’action n’a plus de touches.</translation>
    </message>
    <message>
        <source>Done: %1.</source>
        <translation>Fait&#xa0;: %1.</translation>
    </message>
    <message>
        <source>Keyboard</source>
        <translation>Clavier</translation>
    </message>
    <message>
        <source>Actions and their keys</source>
        <translation>Actions et leurs touches</translation>
    </message>
    <message>
        <source>Find an action or keys</source>
        <translation>Chercher une action ou des touches</translation>
    </message>
    <message>
        <source>New keys</source>
        <translation>Nouvelles touches</translation>
    </message>
    <message>
        <source>Use these</source>
        <translation>Utiliser</translation>
    </message>
    <message>
        <source>No keys</source>
        <translation>Aucune touche</translation>
    </message>
    <message>
        <source>As delivered</source>
        <translation>Par défaut</translation>
    </message>
    <message>
        <source>All as delivered</source>
        <translation>Tout par défaut</translation>
    </message>
    <message>
        <source>Press keys</source>
        <translation>Appuyez…</translation>
    </message>
</context>
<context>
    <name>vigie::LegendTable</name>
    <message>
        <source>Legend</source>
        <translation>Légende</translation>
    </message>
    <message>
        <source>Min</source>
        <extracomment>column heads of a chart&apos;s legend: lowest, average, highest and newest value</extracomment>
        <translation>Min</translation>
    </message>
    <message>
        <source>Mean</source>
        <translation>Moyenne</translation>
    </message>
    <message>
        <source>Max</source>
        <translation>Max</translation>
    </message>
    <message>
        <source>Last</source>
        <translation>Dernier</translation>
    </message>
</context>
<context>
    <name>vigie::LiveChart</name>
    <message>
        <source>top %1 of %2</source>
        <translation>les %1 premiers sur %2</translation>
    </message>
    <message>
        <source>No samples yet.</source>
        <translation>Pas encore de mesures.</translation>
    </message>
    <message>
        <source>Not connected. The history of charts is on the server only.</source>
        <translation>Non connecté. L’historique des graphiques n’est que sur le serveur.</translation>
    </message>
</context>
<context>
    <name>vigie::LiveTableView</name>
    <message>
        <source>Table</source>
        <translation>Tableau</translation>
    </message>
</context>
<context>
    <name>vigie::MainWindow</name>
    <message>
        <source>The token could not be kept in the keyring.</source>
        <translation>Le jeton n’a pas pu être gardé dans le trousseau.</translation>
    </message>
    <message>
        <source>The program vigied was not found; install it, or choose a server in the settings.</source>
        <translation>Le programme vigied est introuvable&#xa0;; installez-le, ou choisissez un serveur dans les réglages.</translation>
    </message>
    <message>
        <source>%1 – Vigie</source>
        <comment>1: page</comment>
        <translation>%1 – Vigie</translation>
    </message>
    <message>
        <source>Theme: as the desktop</source>
        <translation>Thème&#xa0;: comme le bureau</translation>
    </message>
    <message>
        <source>Theme: dark</source>
        <translation>Thème&#xa0;: sombre</translation>
    </message>
    <message>
        <source>Theme: light</source>
        <translation>Thème&#xa0;: clair</translation>
    </message>
    <message>
        <source>Theme: high contrast, dark</source>
        <translation>Thème&#xa0;: contraste élevé, sombre</translation>
    </message>
    <message>
        <source>Theme: high contrast, light</source>
        <translation>Thème&#xa0;: contraste élevé, clair</translation>
    </message>
    <message>
        <source>Theme: night</source>
        <translation>Thème&#xa0;: nuit</translation>
    </message>
    <message>
        <source>Go to %1</source>
        <translation>Aller à %1</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>Pages</translation>
    </message>
    <message>
        <source>Window</source>
        <translation>Fenêtre</translation>
    </message>
    <message>
        <source>Search or run a command</source>
        <translation>Chercher ou lancer une commande</translation>
    </message>
    <message>
        <source>Filter this page</source>
        <translation>Filtrer cette page</translation>
    </message>
    <message>
        <source>Refresh</source>
        <translation>Actualiser</translation>
    </message>
    <message>
        <source>Full screen</source>
        <translation>Plein écran</translation>
    </message>
    <message>
        <source>Collapse or expand the page list</source>
        <translation>Réduire ou déployer la liste des pages</translation>
    </message>
    <message>
        <source>Show all keys</source>
        <translation>Afficher toutes les touches</translation>
    </message>
    <message>
        <source>Undo the last action</source>
        <translation>Annuler la dernière action</translation>
    </message>
    <message>
        <source>There is nothing to undo.</source>
        <translation>Il n’y a rien à annuler.</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Quitter</translation>
    </message>
    <message>
        <source>Open the settings</source>
        <translation>Ouvrir les réglages</translation>
    </message>
    <message>
        <source>Connection</source>
        <translation>Connexion</translation>
    </message>
    <message>
        <source>Connect again now</source>
        <translation>Se reconnecter maintenant</translation>
    </message>
    <message>
        <source>Sign in with another token …</source>
        <translation>Se connecter avec un autre jeton …</translation>
    </message>
    <message>
        <source>Manage server profiles …</source>
        <translation>Gérer les profils de serveur …</translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation>Apparence</translation>
    </message>
    <message>
        <source>Language: %1</source>
        <translation>Langue&#xa0;: %1</translation>
    </message>
    <message>
        <source>Larger text</source>
        <translation>Texte plus grand</translation>
    </message>
    <message>
        <source>Smaller text</source>
        <translation>Texte plus petit</translation>
    </message>
    <message>
        <source>Text at 100 %</source>
        <translation>Texte à 100 %</translation>
    </message>
    <message>
        <source>Connect to %1</source>
        <translation>Se connecter à %1</translation>
    </message>
    <message>
        <source>Incident</source>
        <translation>Incident</translation>
    </message>
    <message>
        <source>The setting was not stored: the file %1 of this console is damaged or cannot be written (%2).</source>
        <comment>1: file, 2: reason</comment>
        <translation>Le réglage n’a pas été enregistré : le fichier %1 de cette console est endommagé ou ne peut être écrit (%2).</translation>
    </message>
    <message>
        <source>The server of this machine did not start: %1. Another attempt follows by itself.</source>
        <translation>Le serveur de cette machine n’a pas démarré : %1. Une autre tentative suivra d’elle-même.</translation>
    </message>
    <message>
        <source>Its log is %1.</source>
        <comment>1: file</comment>
        <translation>Son journal est %1.</translation>
    </message>
    <message>
        <source>This machine&apos;s own daemon asks for no token.</source>
        <translation>Le service propre à cette machine ne demande pas de jeton.</translation>
    </message>
</context>
<context>
    <name>vigie::MetricListModel</name>
    <message numerus="yes">
        <source>%1, %n series</source>
        <translation>
            <numerusform>%1, %n série</numerusform>
            <numerusform>%1, %n séries</numerusform>
        </translation>
    </message>
    <message>
        <source>Metric</source>
        <translation>Métrique</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>Unité</translation>
    </message>
    <message>
        <source>Series</source>
        <comment>column: number of series</comment>
        <translation>Séries</translation>
    </message>
    <message numerus="yes">
        <source>%n series</source>
        <translation>
            <numerusform>%n série</numerusform>
            <numerusform>%n séries</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>vigie::MetricsPage</name>
    <message>
        <source>Metrics</source>
        <translation>Métriques</translation>
    </message>
    <message>
        <source>There is nothing to export.</source>
        <translation>Il n’y a rien à exporter.</translation>
    </message>
    <message>
        <source>Export as CSV</source>
        <translation>Exporter en CSV</translation>
    </message>
    <message>
        <source>Comma-separated values (*.csv)</source>
        <translation>Valeurs séparées par des virgules (*.csv)</translation>
    </message>
    <message>
        <source>Written to %1.</source>
        <translation>Écrit dans %1.</translation>
    </message>
    <message>
        <source>%1 could not be written: %2</source>
        <translation>%1 n’a pas pu être écrit&#xa0;: %2</translation>
    </message>
    <message>
        <source>Write a query</source>
        <translation>Écrire une requête</translation>
    </message>
    <message>
        <source>Compare with yesterday, or not</source>
        <translation>Comparer à hier, ou non</translation>
    </message>
    <message>
        <source>Go on live, or stand still</source>
        <translation>Suivre en direct, ou figer</translation>
    </message>
    <message>
        <source>Export as CSV…</source>
        <translation>Exporter en CSV…</translation>
    </message>
    <message>
        <source>Show the whole range again</source>
        <translation>Afficher de nouveau toute la période</translation>
    </message>
    <message>
        <source>Show the last 15 minutes</source>
        <translation>Afficher les 15 dernières minutes</translation>
    </message>
    <message numerus="yes">
        <source>Show the last %n hours</source>
        <translation>
            <numerusform>Afficher la dernière heure</numerusform>
            <numerusform>Afficher les %n dernières heures</numerusform>
        </translation>
    </message>
    <message>
        <source>Show the last 7 days</source>
        <translation>Afficher les 7 derniers jours</translation>
    </message>
    <message numerus="yes">
        <source>%n metrics</source>
        <translation>
            <numerusform>%n métrique</numerusform>
            <numerusform>%n métriques</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing is measured yet.</source>
        <translation>Rien n’est encore mesuré.</translation>
    </message>
    <message>
        <source>Look again</source>
        <translation>Regarder de nouveau</translation>
    </message>
    <message>
        <source>Only the first %1 of %2 series are shown.</source>
        <translation>Seules les %1 premières séries sur %2 sont affichées.</translation>
    </message>
    <message>
        <source>Chart</source>
        <translation>Graphique</translation>
    </message>
    <message>
        <source>The query has a mistake.</source>
        <translation>La requête contient une erreur.</translation>
    </message>
    <message>
        <source>Choose a metric at the left or write a query.</source>
        <translation>Choisissez une métrique à gauche ou écrivez une requête.</translation>
    </message>
    <message>
        <source>There are no samples of this in the chosen time.</source>
        <translation>Il n’y a pas de mesures dans la période choisie.</translation>
    </message>
    <message>
        <source>Series in the chart</source>
        <translation>Séries du graphique</translation>
    </message>
    <message>
        <source>Find a metric</source>
        <translation>Chercher une métrique</translation>
    </message>
    <message>
        <source>As of %1. %2</source>
        <comment>1: time of day, 2: why there is nothing newer</comment>
        <translation>À %1. %2</translation>
    </message>
    <message>
        <source>Not connected. The history of metrics is on the server only.</source>
        <translation>Non connecté. L’historique des métriques n’est que sur le serveur.</translation>
    </message>
</context>
<context>
    <name>vigie::NavButton</name>
    <message>
        <source>%1, %2</source>
        <extracomment>a page and how many things wait there, e.g. &quot;Incidents, 7&quot;</extracomment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>current page</source>
        <extracomment>appended for screen readers to the page that is shown</extracomment>
        <translation>page actuelle</translation>
    </message>
</context>
<context>
    <name>vigie::NavRail</name>
    <message>
        <source>Pages</source>
        <translation>Pages</translation>
    </message>
</context>
<context>
    <name>vigie::NewIncidentDialog</name>
    <message>
        <source>Creating…</source>
        <translation>Création…</translation>
    </message>
    <message>
        <source>Create incident</source>
        <translation>Créer l’incident</translation>
    </message>
</context>
<context>
    <name>vigie::Notices</name>
    <message>
        <source>Undo</source>
        <translation>Annuler</translation>
    </message>
</context>
<context>
    <name>vigie::OverviewPage</name>
    <message>
        <source>Overview</source>
        <translation>Vue d’ensemble</translation>
    </message>
    <message>
        <source>Charts</source>
        <translation>Graphiques</translation>
    </message>
    <message>
        <source>No open incidents. What goes wrong will stand here at once.</source>
        <translation>Aucun incident ouvert. Ce qui va mal apparaîtra ici aussitôt.</translation>
    </message>
    <message>
        <source>Nothing is watched yet.</source>
        <translation>Rien n’est encore surveillé.</translation>
    </message>
    <message>
        <source>Add a source…</source>
        <translation>Ajouter une source…</translation>
    </message>
    <message>
        <source>Nothing has changed since the start.</source>
        <translation>Rien n’a changé depuis le démarrage.</translation>
    </message>
    <message numerus="yes">
        <source>%n open</source>
        <comment>incidents of one severity</comment>
        <translation>
            <numerusform>%n ouvert</numerusform>
            <numerusform>%n ouverts</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>of %n open</source>
        <comment>incidents without an owner</comment>
        <translation>
            <numerusform>sur %n ouvert</numerusform>
            <numerusform>sur %n ouverts</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 sur %2</translation>
    </message>
    <message numerus="yes">
        <source>%n down</source>
        <translation>
            <numerusform>%n en panne</numerusform>
            <numerusform>%n en panne</numerusform>
        </translation>
    </message>
    <message>
        <source>up</source>
        <translation>en marche</translation>
    </message>
    <message>
        <source>%1 open, %2 unacknowledged</source>
        <translation>ouverts&#xa0;: %1, à prendre en compte&#xa0;: %2</translation>
    </message>
    <message numerus="yes">
        <source>%n watched</source>
        <translation>
            <numerusform>%n surveillée</numerusform>
            <numerusform>%n surveillées</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>all %n succeed</source>
        <comment>probes</comment>
        <translation>
            <numerusform>%n réussit</numerusform>
            <numerusform>les %n réussissent</numerusform>
        </translation>
    </message>
    <message>
        <source>Open incidents</source>
        <translation>Incidents ouverts</translation>
    </message>
    <message>
        <source>Sources</source>
        <translation>Sources</translation>
    </message>
    <message>
        <source>Recent changes</source>
        <translation>Changements récents</translation>
    </message>
    <message>
        <source>Nobody&apos;s</source>
        <comment>incidents without an owner</comment>
        <translation>À personne</translation>
    </message>
    <message>
        <source>Disk space</source>
        <translation>Espace disque</translation>
    </message>
    <message>
        <source>No probes yet. Add one on the page Sources.</source>
        <translation>Pas encore de sonde. Ajoutez-en une sur la page Sources.</translation>
    </message>
    <message numerus="yes">
        <source>Charts: last %n minutes</source>
        <translation>
            <numerusform>Graphiques&#xa0;: dernière minute</numerusform>
            <numerusform>Graphiques&#xa0;: %n dernières minutes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Charts: last %n hours</source>
        <translation>
            <numerusform>Graphiques&#xa0;: dernière heure</numerusform>
            <numerusform>Graphiques&#xa0;: %n dernières heures</numerusform>
        </translation>
    </message>
    <message>
        <source>%1/%2 fail</source>
        <comment>probes</comment>
        <translation>%1/%2 échouent</translation>
    </message>
    <message>
        <source>No file systems are measured.</source>
        <translation>Aucun système de fichiers mesuré.</translation>
    </message>
</context>
<context>
    <name>vigie::Panel</name>
    <message>
        <source>Not up to date</source>
        <translation>Pas à jour</translation>
    </message>
    <message>
        <source>Old</source>
        <comment>short: the data are not up to date</comment>
        <translation>Ancien</translation>
    </message>
</context>
<context>
    <name>vigie::PanelMessage</name>
    <message>
        <source>Copy the error id</source>
        <translation>Copier l’identifiant de l’erreur</translation>
    </message>
    <message>
        <source>Error id</source>
        <translation>Identifiant de l’erreur</translation>
    </message>
</context>
<context>
    <name>vigie::PanelSkeleton</name>
    <message>
        <source>Loading</source>
        <translation>Chargement</translation>
    </message>
</context>
<context>
    <name>vigie::PendingBar</name>
    <message numerus="yes">
        <source>%n new, click to show</source>
        <extracomment>bar above a table whose updates wait; %n rows changed or came in since</extracomment>
        <translation>
            <numerusform>%n nouveau, cliquez pour afficher</numerusform>
            <numerusform>%n nouveaux, cliquez pour afficher</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>vigie::ProfileDialog</name>
    <message>
        <source>It works: Vigie %1 on %2, signed in as %3.</source>
        <translation>Cela marche&#xa0;: Vigie %1 sur %2, connecté en tant que %3.</translation>
    </message>
    <message>
        <source>It does not work.</source>
        <translation>Cela ne marche pas.</translation>
    </message>
    <message>
        <source>Certificates and keys (*.pem *.crt *.key);;All files (*)</source>
        <translation>Certificats et clés (*.pem *.crt *.key);;Tous les fichiers (*)</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Enregistrer</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>what the administrator gave you</source>
        <translation>ce que l’administrateur vous a donné</translation>
    </message>
    <message>
        <source>leave empty to keep the present one</source>
        <translation>laissez vide pour garder l’actuel</translation>
    </message>
    <message>
        <source>Give the connection a name.</source>
        <translation>Donnez un nom à la connexion.</translation>
    </message>
    <message>
        <source>Write the address as in https://vigie.example.org, without user and password.</source>
        <translation>Écrivez l’adresse comme https://vigie.example.org, sans utilisateur ni mot de passe.</translation>
    </message>
    <message>
        <source>The connection could not be saved.</source>
        <translation>La connexion n’a pas pu être enregistrée.</translation>
    </message>
    <message>
        <source>No keyring runs here. The token will be asked for at each connection.</source>
        <translation>Aucun trousseau ne fonctionne ici. Le jeton sera demandé à chaque connexion.</translation>
    </message>
    <message>
        <source>The keyring is locked. The token was not kept and will be asked for.</source>
        <translation>Le trousseau est verrouillé. Le jeton n’a pas été gardé et sera demandé.</translation>
    </message>
    <message>
        <source>The token could not be kept in the keyring.</source>
        <translation>Le jeton n’a pas pu être gardé dans le trousseau.</translation>
    </message>
    <message>
        <source>Trying…</source>
        <translation>Essai…</translation>
    </message>
    <message>
        <source>The token of %1 could not be removed from the keyring.</source>
        <translation>Le jeton de %1 n’a pas pu être retiré du trousseau.</translation>
    </message>
</context>
<context>
    <name>vigie::PrometheusTabs</name>
    <message>
        <source>Targets</source>
        <translation>Cibles</translation>
    </message>
    <message>
        <source>Rules</source>
        <translation>Règles</translation>
    </message>
    <message>
        <source>Alerts</source>
        <translation>Alertes</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>tab: word and count</comment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>Inside this Prometheus</source>
        <translation>Dans ce Prometheus</translation>
    </message>
    <message>
        <source>as of %1</source>
        <translation>au %1</translation>
    </message>
    <message>
        <source>This Prometheus has no targets.</source>
        <translation>Ce Prometheus n’a pas de cibles.</translation>
    </message>
    <message>
        <source>This Prometheus has no rules.</source>
        <translation>Ce Prometheus n’a pas de règles.</translation>
    </message>
    <message>
        <source>No alert is active.</source>
        <translation>Aucune alerte n’est active.</translation>
    </message>
    <message>
        <source>Asking…</source>
        <translation>Interrogation en cours…</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>1: as of 12:30:15, 2: why there is nothing newer</comment>
        <translation>%1 : %2</translation>
    </message>
</context>
<context>
    <name>vigie::QueryBar</name>
    <message>
        <source>Last 15 min</source>
        <translation>15 dernières min</translation>
    </message>
    <message>
        <source>Last hour</source>
        <translation>Dernière heure</translation>
    </message>
    <message>
        <source>Last 6 h</source>
        <translation>6 dernières h</translation>
    </message>
    <message>
        <source>Last 24 h</source>
        <translation>24 dernières h</translation>
    </message>
    <message>
        <source>Last 7 days</source>
        <translation>7 derniers jours</translation>
    </message>
    <message>
        <source>From … to …</source>
        <translation>De … à …</translation>
    </message>
    <message>
        <source>Vigie&apos;s own metrics</source>
        <translation>Métriques propres à Vigie</translation>
    </message>
    <message>
        <source>Where to ask</source>
        <translation>Où demander</translation>
    </message>
    <message>
        <source>PromQL, for example rate(http_requests_total[5m])</source>
        <translation>PromQL, par exemple rate(http_requests_total[5m])</translation>
    </message>
    <message>
        <source>Metric, for example host_load1 or probe_success{probe=&quot;shop&quot;}</source>
        <translation>Métrique, par exemple host_load1 ou probe_success{probe=&quot;shop&quot;}</translation>
    </message>
    <message>
        <source>Query</source>
        <translation>Requête</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Afficher</translation>
    </message>
    <message>
        <source>Time range</source>
        <translation>Période</translation>
    </message>
    <message>
        <source>From</source>
        <translation>De</translation>
    </message>
    <message>
        <source>To</source>
        <translation>À</translation>
    </message>
    <message>
        <source>Compare with yesterday</source>
        <translation>Comparer à hier</translation>
    </message>
    <message>
        <source>Live</source>
        <translation>En direct</translation>
    </message>
    <message>
        <source>Goes on with what arrives.</source>
        <translation>Suit ce qui arrive.</translation>
    </message>
    <message>
        <source>Export as CSV…</source>
        <translation>Exporter en CSV…</translation>
    </message>
</context>
<context>
    <name>vigie::Screenshot</name>
    <message>
        <source>The picture could not be saved as %1.</source>
        <translation>L’image n’a pas pu être enregistrée sous %1.</translation>
    </message>
    <message>
        <source>No data came within %1 seconds: %2.</source>
        <translation>Aucune donnée en %1 secondes&#xa0;: %2.</translation>
    </message>
</context>
<context>
    <name>vigie::SearchButton</name>
    <message>
        <source>Search or run a command</source>
        <translation>Chercher ou lancer une commande</translation>
    </message>
</context>
<context>
    <name>vigie::SeriesStatsModel</name>
    <message>
        <source>%1 (a day earlier)</source>
        <translation>%1 (un jour plus tôt)</translation>
    </message>
    <message>
        <source>Series</source>
        <translation>Série</translation>
    </message>
    <message>
        <source>Last</source>
        <translation>Dernier</translation>
    </message>
    <message>
        <source>Min</source>
        <translation>Min</translation>
    </message>
    <message>
        <source>Mean</source>
        <translation>Moyenne</translation>
    </message>
    <message>
        <source>Max</source>
        <translation>Max</translation>
    </message>
    <message>
        <source>Colour</source>
        <translation>Couleur</translation>
    </message>
</context>
<context>
    <name>vigie::SettingsPage</name>
    <message>
        <source>Settings</source>
        <translation>Réglages</translation>
    </message>
    <message>
        <source>Settings: appearance</source>
        <translation>Réglages&#xa0;: apparence</translation>
    </message>
    <message>
        <source>Settings: connections</source>
        <translation>Réglages&#xa0;: connexions</translation>
    </message>
    <message>
        <source>Settings: keyboard</source>
        <translation>Réglages&#xa0;: clavier</translation>
    </message>
    <message>
        <source>Settings: data</source>
        <translation>Réglages&#xa0;: données</translation>
    </message>
    <message>
        <source>About Vigie</source>
        <translation>À propos de Vigie</translation>
    </message>
    <message>
        <source>Add a connection…</source>
        <translation>Ajouter une connexion…</translation>
    </message>
</context>
<context>
    <name>vigie::SeverityChip</name>
    <message>
        <source>Critical</source>
        <translation>Critique</translation>
    </message>
    <message>
        <source>High</source>
        <translation>Élevée</translation>
    </message>
    <message>
        <source>Medium</source>
        <translation>Moyenne</translation>
    </message>
    <message>
        <source>Low</source>
        <translation>Faible</translation>
    </message>
    <message>
        <source>OK</source>
        <translation>OK</translation>
    </message>
    <message>
        <source>Maintenance</source>
        <translation>Maintenance</translation>
    </message>
    <message>
        <source>Unknown</source>
        <translation>Inconnu</translation>
    </message>
    <message>
        <source>Severity: %1</source>
        <translation>Gravité&#xa0;: %1</translation>
    </message>
</context>
<context>
    <name>vigie::ShortcutSheet</name>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>Raccourcis clavier</translation>
    </message>
</context>
<context>
    <name>vigie::SourceDetail</name>
    <message>
        <source>Source</source>
        <translation>Source</translation>
    </message>
    <message>
        <source>Choose a source to see how it does.</source>
        <translation>Choisissez une source pour voir comment elle va.</translation>
    </message>
    <message>
        <source>State</source>
        <translation>État</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Type</translation>
    </message>
    <message>
        <source>Target</source>
        <translation>Cible</translation>
    </message>
    <message>
        <source>Looks every</source>
        <translation>Vérifie toutes les</translation>
    </message>
    <message>
        <source>Last success</source>
        <translation>Dernier succès</translation>
    </message>
    <message>
        <source>Took</source>
        <translation>Durée</translation>
    </message>
    <message>
        <source>Next try</source>
        <translation>Prochain essai</translation>
    </message>
    <message>
        <source>Failures in a row</source>
        <translation>Échecs de suite</translation>
    </message>
    <message>
        <source>Last error</source>
        <translation>Dernière erreur</translation>
    </message>
    <message>
        <source>Comes from</source>
        <translation>Provient de</translation>
    </message>
    <message>
        <source>never</source>
        <translation>jamais</translation>
    </message>
    <message>
        <source>now</source>
        <translation>maintenant</translation>
    </message>
    <message>
        <source>in %1</source>
        <translation>dans %1</translation>
    </message>
    <message>
        <source>added here or through the API</source>
        <translation>ajoutée ici ou par l’API</translation>
    </message>
    <message>
        <source>the daemon&apos;s configuration file</source>
        <translation>fichier de configuration du service</translation>
    </message>
    <message>
        <source>No measurements yet.</source>
        <translation>Pas encore de mesures.</translation>
    </message>
    <message>
        <source>CPU</source>
        <translation>CPU</translation>
    </message>
    <message>
        <source>Latency</source>
        <translation>Latence</translation>
    </message>
</context>
<context>
    <name>vigie::SourceDialog</name>
    <message>
        <source>Add</source>
        <translation>Ajouter</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>field, what is wrong</comment>
        <translation>%1&#xa0;: %2</translation>
    </message>
    <message>
        <source>Adding…</source>
        <translation>Ajout…</translation>
    </message>
    <message>
        <source>%1 was not added.</source>
        <translation>%1 n’a pas été ajouté.</translation>
    </message>
</context>
<context>
    <name>vigie::SourceModel</name>
    <message>
        <source>Being removed</source>
        <translation>En cours de retrait</translation>
    </message>
    <message>
        <source>never</source>
        <translation>jamais</translation>
    </message>
    <message>
        <source>now</source>
        <translation>maintenant</translation>
    </message>
    <message>
        <source>in %1</source>
        <translation>dans %1</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>name of a source, its state</comment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>State</source>
        <translation>État</translation>
    </message>
    <message>
        <source>For</source>
        <comment>column: how long it has been in this state</comment>
        <translation>Depuis</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nom</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Type</translation>
    </message>
    <message>
        <source>Target</source>
        <translation>Cible</translation>
    </message>
    <message>
        <source>Last success</source>
        <comment>column: how long ago</comment>
        <translation>Dernier succès</translation>
    </message>
    <message>
        <source>Latency</source>
        <translation>Latence</translation>
    </message>
    <message>
        <source>Next try</source>
        <translation>Prochain essai</translation>
    </message>
    <message>
        <source>Last error</source>
        <translation>Dernière erreur</translation>
    </message>
    <message>
        <source>up for %1</source>
        <translation>en marche depuis %1</translation>
    </message>
    <message>
        <source>down for %1</source>
        <translation>en panne depuis %1</translation>
    </message>
    <message>
        <source>down for %1: %2</source>
        <translation>en panne depuis %1&#xa0;: %2</translation>
    </message>
    <message>
        <source>nothing received yet</source>
        <translation>rien reçu pour l’instant</translation>
    </message>
    <message>
        <source>first look under way</source>
        <translation>première vérification en cours</translation>
    </message>
</context>
<context>
    <name>vigie::SourcesPage</name>
    <message>
        <source>Sources</source>
        <translation>Sources</translation>
    </message>
    <message>
        <source>Add a source…</source>
        <translation>Ajouter une source…</translation>
    </message>
    <message>
        <source>Check the chosen sources now</source>
        <translation>Vérifier maintenant les sources choisies</translation>
    </message>
    <message>
        <source>Remove the chosen sources</source>
        <translation>Retirer les sources choisies</translation>
    </message>
    <message>
        <source>%1 could not be removed.</source>
        <translation>%1 n’a pas pu être retiré.</translation>
    </message>
    <message numerus="yes">
        <source>%n watched</source>
        <translation>
            <numerusform>%n surveillée</numerusform>
            <numerusform>%n surveillées</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 sur %2</translation>
    </message>
    <message>
        <source>No source fits the filter.</source>
        <translation>Aucune source ne passe le filtre.</translation>
    </message>
    <message>
        <source>Clear the filter</source>
        <translation>Vider le filtre</translation>
    </message>
    <message>
        <source>Nothing is watched yet.</source>
        <translation>Rien n’est encore surveillé.</translation>
    </message>
    <message>
        <source>There is no connection.</source>
        <translation>Il n’y a pas de connexion.</translation>
    </message>
    <message>
        <source>No source is chosen.</source>
        <translation>Aucune source n’est choisie.</translation>
    </message>
    <message>
        <source>%1 is written in the daemon&apos;s configuration file: remove it there.</source>
        <translation>%1 est dans le fichier de configuration du service&#xa0;: retirez-la là-bas.</translation>
    </message>
    <message>
        <source>%1 is watched from now on.</source>
        <translation>%1 est surveillé à partir de maintenant.</translation>
    </message>
    <message>
        <source>%1 is being checked.</source>
        <translation>%1 est en cours de vérification.</translation>
    </message>
    <message>
        <source>%1 could not be checked.</source>
        <translation>%1 n’a pas pu être vérifié.</translation>
    </message>
    <message>
        <source>%1 will be removed in 30 s.</source>
        <translation>%1 sera retiré dans 30 s.</translation>
    </message>
    <message>
        <source>Filter by name, target, kind or state</source>
        <translation>Filtrer par nom, cible, type ou état</translation>
    </message>
    <message>
        <source>Filter sources</source>
        <translation>Filtrer les sources</translation>
    </message>
    <message>
        <source>Add source…</source>
        <translation>Ajouter une source…</translation>
    </message>
    <message>
        <source>Check now</source>
        <translation>Vérifier maintenant</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Retirer</translation>
    </message>
    <message numerus="yes">
        <source>%n source(s) stay: the connection to their server was closed.</source>
        <translation>
            <numerusform>%n source reste&#xa0;: la connexion à son serveur a été fermée.</numerusform>
            <numerusform>%n sources restent&#xa0;: la connexion à leur serveur a été fermée.</numerusform>
        </translation>
    </message>
    <message>
        <source>A webhook cannot be checked: it calls.</source>
        <translation>Un webhook ne peut pas être vérifié&#xa0;: c’est lui qui appelle.</translation>
    </message>
    <message>
        <source>The check is under way.</source>
        <translation>La vérification est en cours.</translation>
    </message>
    <message>
        <source>%1 will be removed in 30 s.</source>
        <comment>1: several names</comment>
        <translation>%1 seront retirés dans 30 s.</translation>
    </message>
    <message numerus="yes">
        <source>%1 and %n more will be removed in 30 s.</source>
        <comment>1: several names</comment>
        <translation>
            <numerusform>%1 et %n autre seront retirés dans 30 s.</numerusform>
            <numerusform>%1 et %n autres seront retirés dans 30 s.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>vigie::StateChip</name>
    <message>
        <source>Open</source>
        <extracomment>state of an incident</extracomment>
        <translation>Ouvert</translation>
    </message>
    <message>
        <source>Acknowledged</source>
        <translation>Pris en compte</translation>
    </message>
    <message>
        <source>Snoozed</source>
        <translation>En veille</translation>
    </message>
    <message>
        <source>Resolved</source>
        <translation>Résolu</translation>
    </message>
    <message>
        <source>Up</source>
        <extracomment>state of a source: it works</extracomment>
        <translation>En marche</translation>
    </message>
    <message>
        <source>Down</source>
        <extracomment>state of a source: it failed</extracomment>
        <translation>En panne</translation>
    </message>
    <message>
        <source>Pending</source>
        <extracomment>state of a source: not tried yet</extracomment>
        <translation>En attente</translation>
    </message>
    <message>
        <source>Stale</source>
        <extracomment>data are too old</extracomment>
        <translation>Périmé</translation>
    </message>
    <message>
        <source>Unknown</source>
        <translation>Inconnu</translation>
    </message>
    <message>
        <source>State: %1</source>
        <translation>État&#xa0;: %1</translation>
    </message>
</context>
<context>
    <name>vigie::TargetDialog</name>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>et %n autre</numerusform>
            <numerusform>et %n autres</numerusform>
        </translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
</context>
<context>
    <name>vigie::TextTableModel</name>
    <message>
        <source>failing</source>
        <comment>a rule whose evaluation fails</comment>
        <translation>en échec</translation>
    </message>
    <message>
        <source>firing</source>
        <comment>state of an alert</comment>
        <translation>actif</translation>
    </message>
    <message>
        <source>pending</source>
        <comment>state of an alert</comment>
        <translation>en attente</translation>
    </message>
    <message>
        <source>recording</source>
        <comment>a rule that records</comment>
        <translation>enregistrement</translation>
    </message>
    <message>
        <source>quiet</source>
        <comment>an alert rule that does not fire</comment>
        <translation>calme</translation>
    </message>
    <message>
        <source>State</source>
        <translation>État</translation>
    </message>
    <message>
        <source>Job</source>
        <translation>Job</translation>
    </message>
    <message>
        <source>Instance</source>
        <translation>Instance</translation>
    </message>
    <message>
        <source>Last error</source>
        <translation>Dernière erreur</translation>
    </message>
    <message>
        <source>Rule</source>
        <translation>Règle</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>Groupe</translation>
    </message>
    <message>
        <source>Expression</source>
        <translation>Expression</translation>
    </message>
    <message>
        <source>Severity</source>
        <translation>Gravité</translation>
    </message>
    <message>
        <source>Alert</source>
        <translation>Alerte</translation>
    </message>
    <message>
        <source>Labels</source>
        <translation>Étiquettes</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Valeur</translation>
    </message>
</context>
<context>
    <name>vigie::TimeSeriesView</name>
    <message>
        <source>No data in this range</source>
        <translation>Aucune donnée dans cette période</translation>
    </message>
    <message>
        <source>Chart</source>
        <translation>Graphique</translation>
    </message>
</context>
<context>
    <name>vigie::TimelineView</name>
    <message>
        <source>Timeline</source>
        <translation>Chronologie</translation>
    </message>
</context>
<context>
    <name>vigie::ToastWidget</name>
    <message>
        <source>Close this message</source>
        <translation>Fermer ce message</translation>
    </message>
</context>
<context>
    <name>vigie::TokenDialog</name>
    <message>
        <source>Keep it in the keyring</source>
        <translation>Le garder dans le trousseau</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>Se connecter</translation>
    </message>
    <message>
        <source>Sign in to %1</source>
        <translation>Se connecter à %1</translation>
    </message>
    <message>
        <source>Access token</source>
        <translation>Jeton d’accès</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Give the access token of this server.</source>
        <translation>Donnez le jeton d’accès de ce serveur.</translation>
    </message>
    <message>
        <source>The keyring is locked, so a token that is kept there cannot be read. Unlock it and connect again, or give the token for this time.</source>
        <translation>Le trousseau est verrouillé&#xa0;: un jeton qui y est gardé ne peut pas être lu. Déverrouillez-le et reconnectez-vous, ou donnez le jeton pour cette fois.</translation>
    </message>
    <message>
        <source>No keyring service is running, so the token is asked for each time.</source>
        <translation>Aucun service de trousseau ne fonctionne&#xa0;: le jeton est demandé à chaque fois.</translation>
    </message>
    <message>
        <source>The server did not accept the token. It may have expired; give another one.</source>
        <translation>Le serveur n’a pas accepté le jeton. Il a peut-être expiré&#xa0;; donnez-en un autre.</translation>
    </message>
</context>
<context>
    <name>vigie::TopBar</name>
    <message>
        <source>Server profile</source>
        <translation>Profil de serveur</translation>
    </message>
    <message>
        <source>Choose the server to watch</source>
        <translation>Choisir le serveur à surveiller</translation>
    </message>
    <message>
        <source>Choose the server to watch. Signed in as %1.</source>
        <translation>Choisir le serveur à surveiller. Connecté en tant que %1.</translation>
    </message>
</context>
<context>
    <name>vigie::TopIncidentsModel</name>
    <message>
        <source>Severity</source>
        <translation>Gravité</translation>
    </message>
    <message>
        <source>Incident</source>
        <translation>Incident</translation>
    </message>
    <message>
        <source>Service</source>
        <translation>Service</translation>
    </message>
    <message>
        <source>Age</source>
        <translation>Âge</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>Responsable</translation>
    </message>
    <message>
        <source>State</source>
        <translation>État</translation>
    </message>
    <message>
        <source>open for %1</source>
        <comment>1: time span, for screen readers</comment>
        <translation>ouvert depuis %1</translation>
    </message>
    <message>
        <source>unassigned</source>
        <translation>personne</translation>
    </message>
</context>
<context>
    <name>vigie::WebhookDialog</name>
    <message>
        <source>Webhook %1</source>
        <translation>Webhook %1</translation>
    </message>
    <message>
        <source>Give these to whoever is to call: Alertmanager, Grafana or a program of your own. The token goes into the header “Authorization: Bearer …” and is not shown again.</source>
        <translation>Donnez ceci à qui doit appeler&#xa0;: Alertmanager, Grafana ou un programme à vous. Le jeton va dans l’en-tête «&#xa0;Authorization: Bearer …&#xa0;» et ne sera plus affiché.</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>Token</source>
        <translation>Jeton</translation>
    </message>
    <message>
        <source>This machine&apos;s own server can be called from this machine only, and its port is another one after each start.</source>
        <translation>Le serveur propre à cette machine ne peut être appelé que depuis cette machine, et son port change à chaque démarrage.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Copier</translation>
    </message>
    <message>
        <source>Copy: %1</source>
        <comment>1: address or token</comment>
        <translation>Copier&#xa0;: %1</translation>
    </message>
</context>
</TS>
