<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de_DE" sourcelanguage="en_GB">
<context>
    <name>AccessibleNames</name>
    <message>
        <source>Clear this field</source>
        <translation>Feld leeren</translation>
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
        <translation>%1 d</translation>
    </message>
    <message>
        <source>%1 %</source>
        <extracomment>a percentage; French puts a space before the sign</extracomment>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>now</source>
        <translation>aktuell</translation>
    </message>
    <message>
        <source>%1 old</source>
        <extracomment>age of data; %1 is a duration like &quot;4 s&quot; or &quot;3 h&quot;</extracomment>
        <translation>%1 alt</translation>
    </message>
</context>
<context>
    <name>LinkState</name>
    <message>
        <source>Not connected. Last known state of %1.</source>
        <translation>Nicht verbunden. Letzter bekannter Stand von %1.</translation>
    </message>
    <message>
        <source>Not up to date: nothing new for %1.</source>
        <translation>Nicht aktuell: seit %1 nichts Neues.</translation>
    </message>
    <message>
        <source>Not connected.</source>
        <translation>Nicht verbunden.</translation>
    </message>
    <message>
        <source>The server does not let you in. Check the profile&apos;s token.</source>
        <translation>Der Server lässt Sie nicht hinein. Prüfen Sie das Token des Profils.</translation>
    </message>
</context>
<context>
    <name>MetricHelp</name>
    <message>
        <source>Share of all processors&apos; time spent working.</source>
        <translation>Anteil der Zeit aller Prozessoren, in der sie arbeiten.</translation>
    </message>
    <message>
        <source>Share of all processors&apos; time spent idle while waiting for disks.</source>
        <translation>Anteil der Zeit aller Prozessoren, in der sie untätig auf Platten warten.</translation>
    </message>
    <message>
        <source>Processors in use.</source>
        <translation>Prozessoren in Betrieb.</translation>
    </message>
    <message>
        <source>Load average over one minute.</source>
        <translation>Mittlere Last einer Minute.</translation>
    </message>
    <message>
        <source>Load average over five minutes.</source>
        <translation>Mittlere Last von fünf Minuten.</translation>
    </message>
    <message>
        <source>Load average over fifteen minutes.</source>
        <translation>Mittlere Last von fünfzehn Minuten.</translation>
    </message>
    <message>
        <source>Memory of the machine.</source>
        <translation>Arbeitsspeicher des Rechners.</translation>
    </message>
    <message>
        <source>Memory that programs can still get without swapping.</source>
        <translation>Speicher, den Programme noch ohne Auslagern bekommen.</translation>
    </message>
    <message>
        <source>Share of memory that is not available.</source>
        <translation>Anteil des Speichers, der nicht verfügbar ist.</translation>
    </message>
    <message>
        <source>Swap space of the machine.</source>
        <translation>Auslagerungsspeicher des Rechners.</translation>
    </message>
    <message>
        <source>Share of the swap space in use.</source>
        <translation>Belegter Anteil des Auslagerungsspeichers.</translation>
    </message>
    <message>
        <source>Size of a filesystem.</source>
        <translation>Größe eines Dateisystems.</translation>
    </message>
    <message>
        <source>Room on a filesystem for everybody but root.</source>
        <translation>Platz auf einem Dateisystem für alle außer root.</translation>
    </message>
    <message>
        <source>Share of a filesystem in use, as df counts.</source>
        <translation>Belegter Anteil eines Dateisystems, wie df zählt.</translation>
    </message>
    <message>
        <source>Share of a filesystem&apos;s inodes in use.</source>
        <translation>Belegter Anteil der Inodes eines Dateisystems.</translation>
    </message>
    <message>
        <source>Bytes read from a disk.</source>
        <translation>Von einer Platte gelesene Bytes.</translation>
    </message>
    <message>
        <source>Bytes written to a disk.</source>
        <translation>Auf eine Platte geschriebene Bytes.</translation>
    </message>
    <message>
        <source>Share of the time in which a disk had something to do.</source>
        <translation>Anteil der Zeit, in der eine Platte etwas zu tun hatte.</translation>
    </message>
    <message>
        <source>Bytes received by a network interface.</source>
        <translation>Von einer Netzwerkschnittstelle empfangene Bytes.</translation>
    </message>
    <message>
        <source>Bytes sent by a network interface.</source>
        <translation>Von einer Netzwerkschnittstelle gesendete Bytes.</translation>
    </message>
    <message>
        <source>Errors of a network interface, received and sent.</source>
        <translation>Fehler einer Netzwerkschnittstelle, empfangen und gesendet.</translation>
    </message>
    <message>
        <source>Share of the time in which a task waited for a processor.</source>
        <translation>Anteil der Zeit, in der eine Aufgabe auf einen Prozessor wartete.</translation>
    </message>
    <message>
        <source>Share of the time in which a task waited for memory.</source>
        <translation>Anteil der Zeit, in der eine Aufgabe auf Speicher wartete.</translation>
    </message>
    <message>
        <source>Share of the time in which all tasks waited for memory.</source>
        <translation>Anteil der Zeit, in der alle Aufgaben auf Speicher warteten.</translation>
    </message>
    <message>
        <source>Share of the time in which a task waited for disks.</source>
        <translation>Anteil der Zeit, in der eine Aufgabe auf Platten wartete.</translation>
    </message>
    <message>
        <source>Share of the time in which all tasks waited for disks.</source>
        <translation>Anteil der Zeit, in der alle Aufgaben auf Platten warteten.</translation>
    </message>
    <message>
        <source>Processes.</source>
        <translation>Prozesse.</translation>
    </message>
    <message>
        <source>Units of systemd that failed.</source>
        <translation>Fehlgeschlagene Einheiten von systemd.</translation>
    </message>
    <message>
        <source>Time since the machine started.</source>
        <translation>Zeit seit dem Start des Rechners.</translation>
    </message>
    <message>
        <source>1 when the probe found its target well, 0 when not.</source>
        <translation>1, wenn die Probe ihr Ziel gesund fand, sonst 0.</translation>
    </message>
    <message>
        <source>How long the probe took.</source>
        <translation>Wie lange die Probe dauerte.</translation>
    </message>
    <message>
        <source>Status of the last HTTP answer.</source>
        <translation>Status der letzten HTTP-Antwort.</translation>
    </message>
    <message>
        <source>How long one phase of the HTTP exchange took.</source>
        <translation>Wie lange ein Abschnitt des HTTP-Austauschs dauerte.</translation>
    </message>
    <message>
        <source>Time left until the certificate expires.</source>
        <translation>Zeit, bis das Zertifikat abläuft.</translation>
    </message>
    <message>
        <source>Records in the name server&apos;s answer.</source>
        <translation>Einträge in der Antwort des Nameservers.</translation>
    </message>
</context>
<context>
    <name>NewIncidentDialog</name>
    <message>
        <source>New incident</source>
        <translation>Neue Störung</translation>
    </message>
    <message>
        <source>&amp;Title</source>
        <translation>&amp;Titel</translation>
    </message>
    <message>
        <source>What is wrong, in one line</source>
        <translation>Was nicht stimmt, in einer Zeile</translation>
    </message>
    <message>
        <source>&amp;Severity</source>
        <translation>&amp;Schweregrad</translation>
    </message>
    <message>
        <source>Ser&amp;vice</source>
        <translation>&amp;Dienst</translation>
    </message>
    <message>
        <source>&amp;Category</source>
        <translation>&amp;Kategorie</translation>
    </message>
    <message>
        <source>&amp;Owner</source>
        <translation>&amp;Zuständig</translation>
    </message>
    <message>
        <source>Nobody yet</source>
        <translation>Noch niemand</translation>
    </message>
    <message>
        <source>&amp;Description</source>
        <translation>&amp;Beschreibung</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Create incident</source>
        <translation>Störung anlegen</translation>
    </message>
</context>
<context>
    <name>Options</name>
    <message>
        <source>The operations console. With no option it watches this machine.</source>
        <translation>Die Betriebskonsole. Ohne Option überwacht sie diesen Rechner.</translation>
    </message>
    <message>
        <source>Open this server profile (name or id).</source>
        <translation>Dieses Serverprofil öffnen (Name oder Kennung).</translation>
    </message>
    <message>
        <source>Connect to this server; the token comes from the environment variable VIGIE_TOKEN.</source>
        <translation>Mit diesem Server verbinden; das Token kommt aus der Umgebungsvariable VIGIE_TOKEN.</translation>
    </message>
    <message>
        <source>Show this page first: overview, incidents, metrics, sources, settings.</source>
        <translation>Zuerst diese Seite zeigen: overview, incidents, metrics, sources, settings.</translation>
    </message>
    <message>
        <source>dark, light, hc-dark, hc-light, night or system, for this run.</source>
        <translation>dark, light, hc-dark, hc-light, night oder system, für diesen Lauf.</translation>
    </message>
    <message>
        <source>en, de or fr, for this run.</source>
        <translation>en, de oder fr, für diesen Lauf.</translation>
    </message>
    <message>
        <source>Size of the window, for example 1280x720.</source>
        <translation>Größe des Fensters, zum Beispiel 1280x720.</translation>
    </message>
    <message>
        <source>Wait until data is on screen, save a picture and end.</source>
        <translation>Warten, bis Daten zu sehen sind, ein Bild speichern und beenden.</translation>
    </message>
    <message>
        <source>Append a line of JSON with figures of this console each second.</source>
        <translation>Jede Sekunde eine JSON-Zeile mit Kennzahlen dieser Konsole anhängen.</translation>
    </message>
    <message>
        <source>Configuration for the server of this machine.</source>
        <translation>Konfiguration für den Server dieses Rechners.</translation>
    </message>
    <message>
        <source>Unknown theme “%1”. There are dark, light, hc-dark, hc-light, night and system.</source>
        <translation>Unbekanntes Farbschema „%1“. Es gibt dark, light, hc-dark, hc-light, night und system.</translation>
    </message>
    <message>
        <source>Unknown language “%1”. There are en, de and fr.</source>
        <translation>Unbekannte Sprache „%1“. Es gibt en, de und fr.</translation>
    </message>
    <message>
        <source>“%1” is no size. It looks like 1280x720.</source>
        <translation>„%1“ ist keine Größe. Sie sieht aus wie 1280x720.</translation>
    </message>
    <message>
        <source>“%1” is no address of a server. It looks like https://vigie.example.org.</source>
        <translation>„%1“ ist keine Adresse eines Servers. Sie sieht aus wie https://vigie.example.org.</translation>
    </message>
    <message>
        <source>The address must not contain a user or password; the token comes from VIGIE_TOKEN.</source>
        <translation>Die Adresse darf weder Benutzer noch Passwort enthalten; das Token kommt aus VIGIE_TOKEN.</translation>
    </message>
    <message>
        <source>Unexpected argument “%1”.</source>
        <translation>Unerwartetes Argument „%1“.</translation>
    </message>
</context>
<context>
    <name>Overview</name>
    <message>
        <source>in use</source>
        <comment>line of the CPU chart</comment>
        <translation>belegt</translation>
    </message>
    <message>
        <source>waiting for disks</source>
        <translation>wartet auf Platten</translation>
    </message>
    <message>
        <source>memory</source>
        <translation>Speicher</translation>
    </message>
    <message>
        <source>swap</source>
        <translation>Auslagerung</translation>
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
        <translation>Platten</translation>
    </message>
    <message>
        <source>in</source>
        <comment>network traffic</comment>
        <translation>ein</translation>
    </message>
    <message>
        <source>out</source>
        <comment>network traffic</comment>
        <translation>aus</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>Speicher</translation>
    </message>
    <message>
        <source>Load</source>
        <translation>Last</translation>
    </message>
    <message>
        <source>Pressure</source>
        <translation>Druck</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>Netzwerk</translation>
    </message>
    <message>
        <source>Probe latency</source>
        <translation>Latenz der Proben</translation>
    </message>
    <message>
        <source>%1 free</source>
        <translation>%1 frei</translation>
    </message>
</context>
<context>
    <name>ProfileDialog</name>
    <message>
        <source>Connection</source>
        <translation>Verbindung</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>&amp;Name</translation>
    </message>
    <message>
        <source>Production, Europe</source>
        <translation>Produktion, Europa</translation>
    </message>
    <message>
        <source>&amp;Address</source>
        <translation>&amp;Adresse</translation>
    </message>
    <message>
        <source>&amp;Token</source>
        <translation>&amp;Token</translation>
    </message>
    <message>
        <source>&amp;Keep the token in the system&apos;s keyring</source>
        <translation>Token im &amp;Schlüsselbund aufbewahren</translation>
    </message>
    <message>
        <source>&amp;User</source>
        <translation>&amp;Benutzer</translation>
    </message>
    <message>
        <source>shown only, may stay empty</source>
        <translation>nur zur Anzeige, darf leer bleiben</translation>
    </message>
    <message>
        <source>&amp;CA file</source>
        <translation>&amp;CA-Datei</translation>
    </message>
    <message>
        <source>PEM file; empty: the system&apos;s authorities</source>
        <translation>PEM-Datei; leer: die Stellen des Systems</translation>
    </message>
    <message>
        <source>Client c&amp;ertificate</source>
        <translation>&amp;Client-Zertifikat</translation>
    </message>
    <message>
        <source>PEM file, may stay empty</source>
        <translation>PEM-Datei, darf leer bleiben</translation>
    </message>
    <message>
        <source>Client &amp;key</source>
        <translation>Client-Schlü&amp;ssel</translation>
    </message>
    <message>
        <source>Te&amp;st the connection</source>
        <translation>Verbindung &amp;prüfen</translation>
    </message>
</context>
<context>
    <name>RuleText</name>
    <message>
        <source>Disk %1 is %2 full</source>
        <translation>Platte %1 ist zu %2 voll</translation>
    </message>
    <message>
        <source>The file system %1 on %2 has little room left. When it is full, services that write there fail.</source>
        <translation>Das Dateisystem %1 auf %2 hat wenig Platz. Ist es voll, fallen Dienste aus, die dort schreiben.</translation>
    </message>
    <message>
        <source>Disk %1 has used %2 of its inodes</source>
        <translation>Platte %1 hat %2 ihrer Inodes verbraucht</translation>
    </message>
    <message>
        <source>No new file can be made on %1 when none is left, although there may be room. Look for folders with very many small files.</source>
        <translation>Ist keiner mehr frei, lässt sich auf %1 keine neue Datei anlegen, auch wenn noch Platz ist. Suchen Sie Ordner mit sehr vielen kleinen Dateien.</translation>
    </message>
    <message>
        <source>Memory is %1 used</source>
        <translation>Speicher ist zu %1 belegt</translation>
    </message>
    <message>
        <source>Little memory is available; the kernel may soon end processes. Used means not available even by dropping caches.</source>
        <translation>Wenig Speicher ist verfügbar; der Kernel beendet vielleicht bald Prozesse. Belegt heißt: auch durch Leeren der Caches nicht verfügbar.</translation>
    </message>
    <message>
        <source>Swap is %1 used</source>
        <translation>Auslagerungsspeicher ist zu %1 belegt</translation>
    </message>
    <message>
        <source>Much memory was moved to disk: the machine may answer slowly.</source>
        <translation>Viel Speicher wurde auf die Platte ausgelagert: Der Rechner antwortet vielleicht langsam.</translation>
    </message>
    <message>
        <source>Load is %1 per processor</source>
        <translation>Last je Prozessor ist %1</translation>
    </message>
    <message>
        <source>More tasks want to run, or wait for the disk, than the %1 processors can serve (load %2).</source>
        <translation>Mehr Aufgaben wollen laufen oder warten auf die Platte, als die %1 Prozessoren bedienen können (Last %2).</translation>
    </message>
    <message>
        <source>Processors are %1 busy</source>
        <translation>Prozessoren sind zu %1 ausgelastet</translation>
    </message>
    <message>
        <source>All processors were busy for the last ten minutes.</source>
        <translation>Alle Prozessoren waren in den letzten zehn Minuten ausgelastet.</translation>
    </message>
    <message>
        <source>Tasks wait %1 of the time for a processor</source>
        <translation>Aufgaben warten %1 der Zeit auf einen Prozessor</translation>
    </message>
    <message>
        <source>Pressure stall information: at least one task was ready and had no processor.</source>
        <translation>Pressure Stall Information: Mindestens eine Aufgabe war bereit und hatte keinen Prozessor.</translation>
    </message>
    <message>
        <source>All tasks stall %1 of the time for memory</source>
        <translation>Alle Aufgaben warten %1 der Zeit auf Speicher</translation>
    </message>
    <message>
        <source>Pressure stall information: no task could go on because of a lack of memory. The machine is thrashing.</source>
        <translation>Pressure Stall Information: Aus Mangel an Speicher kam keine Aufgabe voran. Der Rechner lagert nur noch ein und aus.</translation>
    </message>
    <message>
        <source>All tasks stall %1 of the time for disks</source>
        <translation>Alle Aufgaben warten %1 der Zeit auf Platten</translation>
    </message>
    <message>
        <source>Pressure stall information: no task could go on because all waited for input or output.</source>
        <translation>Pressure Stall Information: Keine Aufgabe kam voran, weil alle auf Ein- oder Ausgabe warteten.</translation>
    </message>
    <message>
        <source>%1 systemd units have failed</source>
        <translation>Fehlgeschlagene Einheiten von systemd: %1</translation>
    </message>
    <message>
        <source>systemctl --failed lists them; systemctl reset-failed forgets them.</source>
        <translation>systemctl --failed zeigt sie; systemctl reset-failed vergisst sie.</translation>
    </message>
    <message>
        <source>%1 does not answer</source>
        <translation>%1 antwortet nicht</translation>
    </message>
    <message>
        <source>The probe %1 fails.</source>
        <translation>Die Probe %1 scheitert.</translation>
    </message>
    <message>
        <source>%1 answers in %2</source>
        <translation>%1 antwortet in %2</translation>
    </message>
    <message>
        <source>The probe %1 succeeds but took more than two seconds on average of five minutes.</source>
        <translation>Die Probe %1 gelingt, dauerte im Mittel von fünf Minuten aber über zwei Sekunden.</translation>
    </message>
    <message>
        <source>The certificate of %1 has %2 left</source>
        <translation>Das Zertifikat von %1 gilt noch %2</translation>
    </message>
    <message>
        <source>Time left on the TLS certificate that %1 shows. A negative time means that it has expired.</source>
        <translation>Restzeit des TLS-Zertifikats, das %1 vorweist. Eine negative Zeit heißt, dass es abgelaufen ist.</translation>
    </message>
    <message>
        <source>The certificate of %1 expired %2 ago</source>
        <translation>Das Zertifikat von %1 ist vor %2 abgelaufen</translation>
    </message>
    <message>
        <source>The TLS certificate that %1 shows has expired: clients refuse it.</source>
        <translation>Das TLS-Zertifikat, das %1 vorweist, ist abgelaufen: Clients lehnen es ab.</translation>
    </message>
</context>
<context>
    <name>SourceCheck</name>
    <message>
        <source>The address must begin with http:// or https://.</source>
        <translation>Die Adresse muss mit http:// oder https:// beginnen.</translation>
    </message>
    <message>
        <source>This is no complete address: the host is missing or not valid.</source>
        <translation>Das ist keine vollständige Adresse: Der Rechner fehlt oder ist nicht gültig.</translation>
    </message>
    <message>
        <source>Leave user and password out of the address: it is visible to everybody.</source>
        <translation>Lassen Sie Benutzer und Passwort aus der Adresse weg: Sie ist für alle sichtbar.</translation>
    </message>
    <message>
        <source>Write host and port, as in db.example.org:5432 or [2001:db8::1]:22.</source>
        <translation>Schreiben Sie Rechner und Port wie in db.example.org:5432 oder [2001:db8::1]:22.</translation>
    </message>
    <message>
        <source>The port must lie between 1 and 65535.</source>
        <translation>Der Port muss zwischen 1 und 65535 liegen.</translation>
    </message>
    <message>
        <source>This is no host name.</source>
        <translation>Das ist kein Rechnername.</translation>
    </message>
    <message>
        <source>Say what is to be watched.</source>
        <translation>Sagen Sie, was überwacht werden soll.</translation>
    </message>
    <message>
        <source>Write statuses as in 200, 200-299 or 200,301-308.</source>
        <translation>Schreiben Sie Statuswerte wie 200, 200-299 oder 200,301-308.</translation>
    </message>
    <message>
        <source>Give it a name.</source>
        <translation>Geben Sie einen Namen an.</translation>
    </message>
    <message>
        <source>The name is too long.</source>
        <translation>Der Name ist zu lang.</translation>
    </message>
    <message>
        <source>The time limit must not be longer than the interval.</source>
        <translation>Das Zeitlimit darf nicht länger sein als der Abstand.</translation>
    </message>
    <message>
        <source>The token must have 16 characters or more.</source>
        <translation>Das Token braucht mindestens 16 Zeichen.</translation>
    </message>
</context>
<context>
    <name>SourceDialog</name>
    <message>
        <source>Add a source</source>
        <translation>Quelle hinzufügen</translation>
    </message>
    <message>
        <source>&amp;Kind</source>
        <translation>&amp;Art</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>&amp;Name</translation>
    </message>
    <message>
        <source>&amp;Address</source>
        <translation>&amp;Adresse</translation>
    </message>
    <message>
        <source>&amp;Every</source>
        <translation>A&amp;lle</translation>
    </message>
    <message>
        <source> s</source>
        <translation> s</translation>
    </message>
    <message>
        <source>Time &amp;limit</source>
        <translation>Zeit&amp;limit</translation>
    </message>
    <message>
        <source>Good &amp;statuses</source>
        <translation>Gute &amp;Statuswerte</translation>
    </message>
    <message>
        <source>&amp;Body must match</source>
        <translation>&amp;Inhalt muss passen auf</translation>
    </message>
    <message>
        <source>regular expression, may stay empty</source>
        <translation>regulärer Ausdruck, darf leer bleiben</translation>
    </message>
    <message>
        <source>&amp;Record type</source>
        <translation>&amp;Eintragstyp</translation>
    </message>
    <message>
        <source>Ans&amp;wer must match</source>
        <translation>Ant&amp;wort muss passen auf</translation>
    </message>
    <message>
        <source>&amp;Token</source>
        <translation>&amp;Token</translation>
    </message>
    <message>
        <source>only if the server asks for one</source>
        <translation>nur wenn der Server danach fragt</translation>
    </message>
    <message>
        <source>&amp;Token of the sender</source>
        <translation>&amp;Token des Senders</translation>
    </message>
</context>
<context>
    <name>SourceWords</name>
    <message>
        <source>percent</source>
        <translation>Prozent</translation>
    </message>
    <message>
        <source>bytes</source>
        <translation>Byte</translation>
    </message>
    <message>
        <source>bytes per second</source>
        <translation>Byte je Sekunde</translation>
    </message>
    <message>
        <source>seconds</source>
        <translation>Sekunden</translation>
    </message>
    <message>
        <source>per second</source>
        <translation>je Sekunde</translation>
    </message>
    <message>
        <source>count</source>
        <translation>Anzahl</translation>
    </message>
    <message>
        <source>yes or no</source>
        <translation>ja oder nein</translation>
    </message>
</context>
<context>
    <name>Timeline</name>
    <message>
        <source>%1 removed the owner</source>
        <translation>%1 hat die Zuständigkeit entfernt</translation>
    </message>
    <message>
        <source>%1 took it</source>
        <translation>%1 hat übernommen</translation>
    </message>
    <message>
        <source>%1 assigned it to %2</source>
        <translation>%1 hat an %2 zugewiesen</translation>
    </message>
    <message>
        <source>%1 opened the incident</source>
        <translation>%1 hat die Störung eröffnet</translation>
    </message>
    <message>
        <source>%1 reported it again</source>
        <translation>%1 hat sie erneut gemeldet</translation>
    </message>
    <message>
        <source>%1 acknowledged</source>
        <translation>%1 hat bestätigt</translation>
    </message>
    <message>
        <source>%1 commented</source>
        <translation>%1 hat kommentiert</translation>
    </message>
    <message>
        <source>%1 edited the incident</source>
        <translation>%1 hat die Störung bearbeitet</translation>
    </message>
    <message>
        <source>%1 changed the severity from %2 to %3</source>
        <translation>%1 hat den Schweregrad von %2 auf %3 geändert</translation>
    </message>
    <message>
        <source>%1 snoozed it</source>
        <translation>%1 hat zurückgestellt</translation>
    </message>
    <message>
        <source>%1 resolved it</source>
        <translation>%1 hat sie als behoben gemeldet</translation>
    </message>
    <message>
        <source>%1 reopened it</source>
        <translation>%1 hat wieder geöffnet</translation>
    </message>
</context>
<context>
    <name>Words</name>
    <message>
        <source>The server did not answer in time.</source>
        <translation>Der Server hat nicht rechtzeitig geantwortet.</translation>
    </message>
    <message>
        <source>Try again; if it stays so, check the server&apos;s load.</source>
        <translation>Versuchen Sie es erneut; bleibt es dabei, prüfen Sie die Last des Servers.</translation>
    </message>
    <message>
        <source>The server cannot be reached.</source>
        <translation>Der Server ist nicht erreichbar.</translation>
    </message>
    <message>
        <source>Check its address and the network.</source>
        <translation>Prüfen Sie seine Adresse und das Netzwerk.</translation>
    </message>
    <message>
        <source>The server sent an answer that makes no sense.</source>
        <translation>Der Server hat eine Antwort geschickt, die keinen Sinn ergibt.</translation>
    </message>
    <message>
        <source>Check that the address is that of a vigied of the same version.</source>
        <translation>Prüfen Sie, ob die Adresse zu einem vigied derselben Version gehört.</translation>
    </message>
    <message>
        <source>The server is not available at the moment.</source>
        <translation>Der Server steht gerade nicht zur Verfügung.</translation>
    </message>
    <message>
        <source>Try again in a few seconds.</source>
        <translation>Versuchen Sie es in einigen Sekunden erneut.</translation>
    </message>
    <message>
        <source>There were too many requests.</source>
        <translation>Es waren zu viele Anfragen.</translation>
    </message>
    <message>
        <source>Wait a moment and try again.</source>
        <translation>Warten Sie einen Augenblick und versuchen Sie es erneut.</translation>
    </message>
    <message>
        <source>The request was cancelled.</source>
        <translation>Die Anfrage wurde abgebrochen.</translation>
    </message>
    <message>
        <source>Try again.</source>
        <translation>Versuchen Sie es erneut.</translation>
    </message>
    <message>
        <source>Something went wrong inside.</source>
        <translation>Im Inneren ist etwas schiefgegangen.</translation>
    </message>
    <message>
        <source>Copy the id below and look into the server&apos;s log.</source>
        <translation>Kopieren Sie die Kennung unten und sehen Sie im Protokoll des Servers nach.</translation>
    </message>
    <message>
        <source>It does not exist any more.</source>
        <translation>Das gibt es nicht mehr.</translation>
    </message>
    <message>
        <source>Refresh with F5.</source>
        <translation>Aktualisieren Sie mit F5.</translation>
    </message>
    <message>
        <source>You are not signed in any more.</source>
        <translation>Sie sind nicht mehr angemeldet.</translation>
    </message>
    <message>
        <source>Sign in again from the profile menu.</source>
        <translation>Melden Sie sich im Profilmenü neu an.</translation>
    </message>
    <message>
        <source>You may not do this.</source>
        <translation>Das dürfen Sie nicht.</translation>
    </message>
    <message>
        <source>Ask an administrator for the role it needs.</source>
        <translation>Bitten Sie die Verwaltung um die nötige Rolle.</translation>
    </message>
    <message>
        <source>The value of “%1” is not accepted.</source>
        <translation>Der Wert von „%1“ wird nicht angenommen.</translation>
    </message>
    <message>
        <source>Correct it and try again.</source>
        <translation>Berichtigen Sie das und versuchen Sie es erneut.</translation>
    </message>
    <message>
        <source>What was sent is not accepted.</source>
        <translation>Die Angaben werden nicht angenommen.</translation>
    </message>
    <message>
        <source>Somebody changed it in the meantime.</source>
        <translation>Jemand hat es inzwischen geändert.</translation>
    </message>
    <message>
        <source>Look at the new state, then try again.</source>
        <translation>Sehen Sie sich den neuen Stand an und versuchen Sie es dann erneut.</translation>
    </message>
    <message>
        <source>It is too large.</source>
        <translation>Das ist zu groß.</translation>
    </message>
    <message>
        <source>Ask for less: a shorter range or fewer series.</source>
        <translation>Fragen Sie weniger ab: einen kürzeren Zeitraum oder weniger Reihen.</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>%1 %2 %3</source>
        <comment>1: what failed, 2: why, 3: what to do</comment>
        <translation>%1 %2 %3</translation>
    </message>
    <message>
        <source>Offline</source>
        <translation>Offline</translation>
    </message>
    <message>
        <source>Connecting</source>
        <translation>Verbindet</translation>
    </message>
    <message>
        <source>Signing in</source>
        <translation>Meldet an</translation>
    </message>
    <message>
        <source>Connected</source>
        <translation>Verbunden</translation>
    </message>
    <message>
        <source>No answer</source>
        <translation>Keine Antwort</translation>
    </message>
    <message>
        <source>No connection</source>
        <translation>Keine Verbindung</translation>
    </message>
    <message>
        <source>Access denied</source>
        <translation>Zugang verweigert</translation>
    </message>
    <message>
        <source>This machine</source>
        <translation>Dieser Rechner</translation>
    </message>
    <message>
        <source>HTTP probe</source>
        <translation>HTTP-Probe</translation>
    </message>
    <message>
        <source>TCP probe</source>
        <translation>TCP-Probe</translation>
    </message>
    <message>
        <source>DNS probe</source>
        <translation>DNS-Probe</translation>
    </message>
    <message>
        <source>Webhook</source>
        <translation>Webhook</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Titel</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>Beschreibung</translation>
    </message>
    <message>
        <source>Severity</source>
        <translation>Schweregrad</translation>
    </message>
    <message>
        <source>Service</source>
        <translation>Dienst</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>Kategorie</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>Zuständig</translation>
    </message>
    <message>
        <source>Comment</source>
        <translation>Kommentar</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Notiz</translation>
    </message>
    <message>
        <source>Labels</source>
        <translation>Labels</translation>
    </message>
    <message>
        <source>Snoozed until</source>
        <translation>Zurückgestellt bis</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Target</source>
        <translation>Ziel</translation>
    </message>
    <message>
        <source>Query</source>
        <translation>Abfrage</translation>
    </message>
    <message>
        <source>longer than %1 bytes</source>
        <translation>länger als %1 Bytes</translation>
    </message>
    <message>
        <source>it must not be empty</source>
        <translation>darf nicht leer sein</translation>
    </message>
    <message>
        <source>The value of “%1” is not accepted: %2.</source>
        <comment>1: field, 2: why</comment>
        <translation>Der Wert von „%1“ wird nicht angenommen: %2.</translation>
    </message>
    <message>
        <source>Look into the server&apos;s log.</source>
        <translation>Sehen Sie in das Protokoll des Servers.</translation>
    </message>
    <message>
        <source>the URL has no IPv6 address in its brackets</source>
        <translation>in den Klammern der Adresse steht keine IPv6-Adresse</translation>
    </message>
    <message>
        <source>the URL&apos;s port is no number from 1 to 65535</source>
        <translation>der Port der Adresse ist keine Zahl von 1 bis 65535</translation>
    </message>
    <message>
        <source>expected an URL that starts with http:// or https://</source>
        <translation>erwartet wird eine Adresse, die mit http:// oder https:// beginnt</translation>
    </message>
    <message>
        <source>the URL names no host</source>
        <translation>die Adresse nennt keinen Rechner</translation>
    </message>
    <message>
        <source>the URL must not contain a user or password; use the members user and password</source>
        <translation>die Adresse darf weder Benutzer noch Passwort enthalten</translation>
    </message>
    <message>
        <source>the URL contains a space or a control character</source>
        <translation>die Adresse enthält ein Leer- oder Steuerzeichen</translation>
    </message>
    <message>
        <source>expected the base URL, without query or fragment</source>
        <translation>erwartet wird die Grundadresse ohne Abfrage und Fragment</translation>
    </message>
    <message>
        <source>expected 1 to 32 statuses or ranges</source>
        <translation>erwartet werden 1 bis 32 Status oder Bereiche</translation>
    </message>
    <message>
        <source>expected statuses from 100 to 599, as in 200-299</source>
        <translation>erwartet werden Status von 100 bis 599, etwa 200-299</translation>
    </message>
    <message>
        <source>expected statuses from 100 to 599, as in 200-299,301</source>
        <translation>erwartet werden Status von 100 bis 599, etwa 200-299,301</translation>
    </message>
    <message>
        <source>expected a domain name to look up</source>
        <translation>erwartet wird ein Domänenname zum Nachschlagen</translation>
    </message>
    <message>
        <source>expected the IP address of a name server, optionally with a port</source>
        <translation>erwartet wird die IP-Adresse eines Nameservers, auf Wunsch mit Port</translation>
    </message>
    <message>
        <source>expected 1 to 128 characters without control characters or spaces around</source>
        <translation>erwartet werden 1 bis 128 Zeichen ohne Steuerzeichen und ohne Leerzeichen am Rand</translation>
    </message>
    <message>
        <source>expected at most 2048 characters</source>
        <translation>erwartet werden höchstens 2048 Zeichen</translation>
    </message>
    <message>
        <source>expected 1 second to 1 day</source>
        <translation>erwartet wird eine Dauer von 1 Sekunde bis 1 Tag</translation>
    </message>
    <message>
        <source>expected 0.1 seconds to 5 minutes</source>
        <translation>erwartet wird eine Dauer von 0,1 Sekunden bis 5 Minuten</translation>
    </message>
    <message>
        <source>a token must not contain spaces or control characters</source>
        <translation>ein Token darf keine Leer- und Steuerzeichen enthalten</translation>
    </message>
    <message>
        <source>expected a token of at least 16 characters</source>
        <translation>erwartet wird ein Token mit mindestens 16 Zeichen</translation>
    </message>
    <message>
        <source>expected either a user or a bearer token</source>
        <translation>erwartet wird entweder ein Benutzer oder ein Bearer-Token</translation>
    </message>
    <message>
        <source>this machine has no target</source>
        <translation>dieser Rechner hat kein Ziel</translation>
    </message>
    <message>
        <source>a webhook has no target; it is called</source>
        <translation>ein Webhook hat kein Ziel; er wird aufgerufen</translation>
    </message>
    <message>
        <source>no valid regular expression (%1)</source>
        <comment>1: what is wrong</comment>
        <translation>kein gültiger regulärer Ausdruck (%1)</translation>
    </message>
    <message>
        <source>the server does not accept it</source>
        <translation>der Server nimmt es nicht an</translation>
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
        <translation>Über Vigie</translation>
    </message>
    <message>
        <source>Vigie</source>
        <translation>Vigie</translation>
    </message>
    <message>
        <source>Licence</source>
        <translation>Lizenz</translation>
    </message>
    <message>
        <source>GNU General Public License, version 3 or later. You may use, study, share and change it. It comes without any warranty.</source>
        <translation>GNU General Public License, Version 3 oder neuer. Sie dürfen das Programm benutzen, untersuchen, weitergeben und verändern. Es kommt ohne jede Gewähr.</translation>
    </message>
    <message>
        <source>Copyright</source>
        <translation>Urheber</translation>
    </message>
    <message>
        <source>Made with</source>
        <translation>Gebaut mit</translation>
    </message>
    <message>
        <source>Icons</source>
        <translation>Symbole</translation>
    </message>
    <message>
        <source>Breeze icons of KDE, GNU Lesser General Public License 3 or later</source>
        <translation>Breeze-Symbole von KDE, GNU Lesser General Public License 3 oder neuer</translation>
    </message>
    <message>
        <source>Fonts</source>
        <translation>Schriften</translation>
    </message>
    <message>
        <source>Inter and JetBrains Mono, SIL Open Font License 1.1</source>
        <translation>Inter und JetBrains Mono, SIL Open Font License 1.1</translation>
    </message>
</context>
<context>
    <name>vigie::ActionRegistry</name>
    <message>
        <source>“%1” acts on what is selected here. Look at it, then run it again.</source>
        <translation>„%1“ gilt dem, was hier gewählt ist. Sehen Sie es an und führen Sie es dann noch einmal aus.</translation>
    </message>
</context>
<context>
    <name>vigie::AgeBadge</name>
    <message>
        <source>no data yet</source>
        <translation>noch keine Daten</translation>
    </message>
    <message>
        <source>data %1</source>
        <extracomment>%1 is an age: &quot;4 s old&quot; or &quot;now&quot;</extracomment>
        <translation>Daten %1</translation>
    </message>
</context>
<context>
    <name>vigie::AppearanceSettings</name>
    <message numerus="yes">
        <source>%n minutes</source>
        <translation>
            <numerusform>%n Minute</numerusform>
            <numerusform>%n Minuten</numerusform>
        </translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation>Aussehen</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>Farbschema</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Sprache</translation>
    </message>
    <message>
        <source>Size of text and rows</source>
        <translation>Größe von Schrift und Zeilen</translation>
    </message>
    <message>
        <source>Table rows</source>
        <translation>Tabellenzeilen</translation>
    </message>
    <message>
        <source>Charts of the overview</source>
        <translation>Diagramme der Übersicht</translation>
    </message>
    <message>
        <source>Show the page list as icons only</source>
        <translation>Seitenliste nur als Symbole zeigen</translation>
    </message>
    <message>
        <source>As the desktop</source>
        <translation>Wie die Arbeitsumgebung</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Dunkel</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Hell</translation>
    </message>
    <message>
        <source>Night</source>
        <translation>Nacht</translation>
    </message>
    <message>
        <source>High contrast, dark</source>
        <translation>Hoher Kontrast, dunkel</translation>
    </message>
    <message>
        <source>High contrast, light</source>
        <translation>Hoher Kontrast, hell</translation>
    </message>
    <message>
        <source>Normal</source>
        <comment>height of table rows</comment>
        <translation>Normal</translation>
    </message>
    <message>
        <source>Compact</source>
        <comment>height of table rows</comment>
        <translation>Eng</translation>
    </message>
    <message numerus="yes">
        <source>%n hours</source>
        <translation>
            <numerusform>%n Stunde</numerusform>
            <numerusform>%n Stunden</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 for this run</source>
        <comment>a language, given on the command line</comment>
        <translation>%1 für diesen Lauf</translation>
    </message>
    <message>
        <source>The desktop asks for: %1.</source>
        <comment>a theme</comment>
        <translation>Der Desktop wünscht: %1.</translation>
    </message>
    <message>
        <source>For this run the command line asks to follow the desktop: %1.</source>
        <comment>a theme</comment>
        <translation>Für diesen Start verlangt die Befehlszeile, dem Desktop zu folgen: %1.</translation>
    </message>
    <message>
        <source>For this run the command line asks for: %1.</source>
        <comment>a theme</comment>
        <translation>Für diesen Start verlangt die Befehlszeile: %1.</translation>
    </message>
    <message>
        <source>Blinking of critical incidents</source>
        <translation>Blinken kritischer Störungen</translation>
    </message>
    <message>
        <source>Once a second</source>
        <comment>how critical incidents blink</comment>
        <translation>Einmal je Sekunde</translation>
    </message>
    <message>
        <source>Never</source>
        <comment>how critical incidents blink</comment>
        <translation>Nie</translation>
    </message>
</context>
<context>
    <name>vigie::ChangeModel</name>
    <message>
        <source>%1: opened</source>
        <translation>%1: geöffnet</translation>
    </message>
    <message>
        <source>%1: resolved</source>
        <translation>%1: behoben</translation>
    </message>
    <message>
        <source>%1: acknowledged</source>
        <translation>%1: bestätigt</translation>
    </message>
    <message>
        <source>%1: snoozed</source>
        <translation>%1: zurückgestellt</translation>
    </message>
    <message>
        <source>%1: changed</source>
        <translation>%1: geändert</translation>
    </message>
    <message>
        <source>A source was removed</source>
        <translation>Eine Quelle wurde entfernt</translation>
    </message>
    <message>
        <source>%1: removed</source>
        <translation>%1: entfernt</translation>
    </message>
    <message>
        <source>%1 is up</source>
        <translation>%1 antwortet</translation>
    </message>
    <message>
        <source>%1 is down</source>
        <translation>%1 ist ausgefallen</translation>
    </message>
    <message>
        <source>%1 was added</source>
        <translation>%1 wurde hinzugefügt</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>Was geschah</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>Zuständig</translation>
    </message>
</context>
<context>
    <name>vigie::ClockLabel</name>
    <message>
        <source>Clock</source>
        <translation>Uhr</translation>
    </message>
</context>
<context>
    <name>vigie::CommandPalette</name>
    <message>
        <source>Command palette</source>
        <translation>Befehlspalette</translation>
    </message>
    <message>
        <source>Search or run a command</source>
        <translation>Suchen oder Befehl ausführen</translation>
    </message>
    <message>
        <source>Commands</source>
        <translation>Befehle</translation>
    </message>
    <message>
        <source>Nothing fits. Try fewer letters.</source>
        <translation>Nichts passt. Versuchen Sie es mit weniger Buchstaben.</translation>
    </message>
</context>
<context>
    <name>vigie::ConnectionBanner</name>
    <message>
        <source>No connection to the server</source>
        <translation>Keine Verbindung zum Server</translation>
    </message>
    <message>
        <source>The server does not answer</source>
        <translation>Der Server antwortet nicht</translation>
    </message>
    <message>
        <source>The server refused your sign-in</source>
        <translation>Der Server hat Ihre Anmeldung abgelehnt</translation>
    </message>
    <message>
        <source>Not connected</source>
        <translation>Nicht verbunden</translation>
    </message>
    <message>
        <source>Connecting …</source>
        <translation>Verbindung wird aufgebaut …</translation>
    </message>
    <message>
        <source>For %1.</source>
        <translation>Seit %1.</translation>
    </message>
    <message>
        <source>It tries again by itself.</source>
        <translation>Es wird von selbst erneut versucht.</translation>
    </message>
    <message>
        <source>Shown is the last known state of %1; nothing here is current.</source>
        <translation>Gezeigt wird der letzte bekannte Stand von %1; nichts hier ist aktuell.</translation>
    </message>
    <message>
        <source>What you see is the last known state.</source>
        <translation>Sie sehen den letzten bekannten Stand.</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>Anmelden</translation>
    </message>
    <message>
        <source>Try now</source>
        <translation>Jetzt versuchen</translation>
    </message>
    <message>
        <source>Trying now.</source>
        <translation>Ein Versuch läuft.</translation>
    </message>
    <message numerus="yes">
        <source>Next try in %n second(s).</source>
        <translation>
            <numerusform>Nächster Versuch in %n Sekunde.</numerusform>
            <numerusform>Nächster Versuch in %n Sekunden.</numerusform>
        </translation>
    </message>
    <message>
        <source>Something is missing here</source>
        <translation>Hier fehlt etwas</translation>
    </message>
    <message numerus="yes">
        <source>%n entries of the server could not be read and are not shown. Is this console older than the server?</source>
        <translation>
            <numerusform>%n Eintrag des Servers konnte nicht gelesen werden und wird nicht gezeigt. Ist diese Konsole älter als der Server?</numerusform>
            <numerusform>%n Einträge des Servers konnten nicht gelesen werden und werden nicht gezeigt. Ist diese Konsole älter als der Server?</numerusform>
        </translation>
    </message>
    <message>
        <source>Understood</source>
        <translation>Verstanden</translation>
    </message>
</context>
<context>
    <name>vigie::ConnectionSettings</name>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>Connection</source>
        <translation>Verbindung</translation>
    </message>
    <message>
        <source>This machine&apos;s own daemon is always there.</source>
        <translation>Der Dienst dieses Rechners ist immer da.</translation>
    </message>
    <message>
        <source>%1 could not be removed.</source>
        <translation>%1 konnte nicht entfernt werden.</translation>
    </message>
    <message>
        <source>The connection %1 was removed.</source>
        <translation>Die Verbindung %1 wurde entfernt.</translation>
    </message>
    <message>
        <source>The token of %1 could not be removed from the keyring.</source>
        <translation>Das Token von %1 konnte nicht aus dem Schlüsselbund entfernt werden.</translation>
    </message>
    <message>
        <source>%1 could not be brought back.</source>
        <translation>%1 konnte nicht zurückgeholt werden.</translation>
    </message>
    <message>
        <source>The token could not be kept in the keyring.</source>
        <translation>Das Token konnte nicht im Schlüsselbund aufbewahrt werden.</translation>
    </message>
    <message>
        <source>Connections</source>
        <translation>Verbindungen</translation>
    </message>
    <message>
        <source>Connect</source>
        <translation>Verbinden</translation>
    </message>
    <message>
        <source>Edit…</source>
        <translation>Bearbeiten …</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Add connection…</source>
        <translation>Verbindung hinzufügen …</translation>
    </message>
    <message>
        <source>Vigie&apos;s own daemon</source>
        <translation>Vigies eigener Dienst</translation>
    </message>
    <message>
        <source>User</source>
        <translation>Benutzer</translation>
    </message>
</context>
<context>
    <name>vigie::Console</name>
    <message>
        <source>There is no profile “%1”.</source>
        <translation>Es gibt kein Profil „%1“.</translation>
    </message>
    <message>
        <source>There is no page “%1”. There are %2.</source>
        <translation>Es gibt keine Seite „%1“. Es gibt %2.</translation>
    </message>
    <message>
        <source>The file %1 cannot be written: %2.</source>
        <translation>Die Datei %1 kann nicht geschrieben werden: %2.</translation>
    </message>
</context>
<context>
    <name>vigie::DataSettings</name>
    <message>
        <source>Connection</source>
        <translation>Verbindung</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>Signed in as</source>
        <translation>Angemeldet als</translation>
    </message>
    <message>
        <source>Daemon</source>
        <translation>Dienst</translation>
    </message>
    <message>
        <source>Vigie %1 on %2</source>
        <translation>Vigie %1 auf %2</translation>
    </message>
    <message>
        <source>Runs for</source>
        <translation>Läuft seit</translation>
    </message>
    <message>
        <source>Store</source>
        <translation>Speicher</translation>
    </message>
    <message>
        <source>%1, cannot be written</source>
        <translation>%1, nicht beschreibbar</translation>
    </message>
    <message>
        <source>Settings file</source>
        <translation>Einstellungsdatei</translation>
    </message>
    <message>
        <source>Offline copy</source>
        <translation>Offline-Kopie</translation>
    </message>
    <message>
        <source>Log of the daemon</source>
        <translation>Protokoll des Dienstes</translation>
    </message>
    <message>
        <source>on its own machine</source>
        <translation>auf dessen eigenem Rechner</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>Daten</translation>
    </message>
</context>
<context>
    <name>vigie::FillList</name>
    <message>
        <source>%1: %2 full, %3</source>
        <translation>%1: %2 belegt, %3</translation>
    </message>
    <message>
        <source>Fill level</source>
        <translation>Füllstand</translation>
    </message>
</context>
<context>
    <name>vigie::HelpView</name>
    <message>
        <source>Help</source>
        <translation>Hilfe</translation>
    </message>
    <message>
        <source>Help for this page</source>
        <translation>Hilfe zu dieser Seite</translation>
    </message>
    <message>
        <source>Help: %1</source>
        <translation>Hilfe: %1</translation>
    </message>
    <message>
        <source>Incidents</source>
        <translation>Störungen</translation>
    </message>
    <message>
        <source>Metrics</source>
        <translation>Metriken</translation>
    </message>
    <message>
        <source>Sources</source>
        <translation>Quellen</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Connecting Prometheus</source>
        <translation>Prometheus anbinden</translation>
    </message>
    <message>
        <source>Keyboard</source>
        <translation>Tastatur</translation>
    </message>
    <message>
        <source>Overview</source>
        <translation>Übersicht</translation>
    </message>
    <message>
        <source>This page of the help is missing.</source>
        <translation>Diese Seite der Hilfe fehlt.</translation>
    </message>
    <message>
        <source>Help – Vigie</source>
        <translation>Hilfe – Vigie</translation>
    </message>
    <message>
        <source>Topics</source>
        <translation>Themen</translation>
    </message>
    <message>
        <source>Help text</source>
        <translation>Hilfetext</translation>
    </message>
</context>
<context>
    <name>vigie::HostPanel</name>
    <message>
        <source>Process</source>
        <translation>Prozess</translation>
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
        <translation>Speicher</translation>
    </message>
    <message>
        <source>Failed units: %1</source>
        <translation>Fehlgeschlagene Units: %1</translation>
    </message>
    <message>
        <source>Busiest processes</source>
        <translation>Größte Verbraucher</translation>
    </message>
</context>
<context>
    <name>vigie::IncidentActions</name>
    <message>
        <source>nobody</source>
        <translation>niemand</translation>
    </message>
    <message>
        <source>%1: %2 → %3</source>
        <comment>1: field, 2: value before, 3: value now</comment>
        <translation>%1: %2 → %3</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Severity</source>
        <translation>Schweregrad</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>Zuständig</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Titel</translation>
    </message>
    <message>
        <source>Service</source>
        <translation>Dienst</translation>
    </message>
    <message>
        <source>Undone for “%1”.</source>
        <translation>Rückgängig gemacht für „%1“.</translation>
    </message>
    <message numerus="yes">
        <source>Undone for %n incident(s).</source>
        <translation>
            <numerusform>Rückgängig gemacht für %n Störung.</numerusform>
            <numerusform>Rückgängig gemacht für %n Störungen.</numerusform>
        </translation>
    </message>
    <message>
        <source>“%1” was not changed.</source>
        <translation>„%1“ wurde nicht geändert.</translation>
    </message>
    <message>
        <source>“%1”: %2</source>
        <comment>1: incident, 2: reason</comment>
        <translation>„%1“: %2</translation>
    </message>
    <message numerus="yes">
        <source>%n of the incident(s) were not changed:</source>
        <translation>
            <numerusform>%n Störung wurde nicht geändert:</numerusform>
            <numerusform>%n Störungen wurden nicht geändert:</numerusform>
        </translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>“%1” was changed by somebody else in the meantime.</source>
        <translation>„%1“ wurde inzwischen von jemand anderem geändert.</translation>
    </message>
    <message>
        <source>“%1” was changed by somebody else in the meantime (%2).</source>
        <translation>„%1“ wurde inzwischen von jemand anderem geändert (%2).</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message numerus="yes">
        <source>Acknowledge these %n incident(s)?</source>
        <translation>
            <numerusform>Diese %n Störung bestätigen?</numerusform>
            <numerusform>Diese %n Störungen bestätigen?</numerusform>
        </translation>
    </message>
    <message>
        <source>Acknowledge</source>
        <translation>Bestätigen</translation>
    </message>
    <message>
        <source>“%1” acknowledged.</source>
        <translation>„%1“ bestätigt.</translation>
    </message>
    <message numerus="yes">
        <source>%n incident(s) acknowledged.</source>
        <translation>
            <numerusform>%n Störung bestätigt.</numerusform>
            <numerusform>%n Störungen bestätigt.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Assign these %n incident(s) to you?</source>
        <translation>
            <numerusform>Diese %n Störung selbst übernehmen?</numerusform>
            <numerusform>Diese %n Störungen selbst übernehmen?</numerusform>
        </translation>
    </message>
    <message>
        <source>Assign to me</source>
        <translation>Selbst übernehmen</translation>
    </message>
    <message>
        <source>“%1” is yours.</source>
        <translation>„%1“ gehört nun Ihnen.</translation>
    </message>
    <message numerus="yes">
        <source>%n incident(s) are yours.</source>
        <translation>
            <numerusform>%n Störung gehört nun Ihnen.</numerusform>
            <numerusform>%n Störungen gehören nun Ihnen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Assign %n incident(s)</source>
        <translation>
            <numerusform>%n Störung zuweisen</numerusform>
            <numerusform>%n Störungen zuweisen</numerusform>
        </translation>
    </message>
    <message>
        <source>Assign</source>
        <translation>Zuweisen</translation>
    </message>
    <message>
        <source>To whom (empty: nobody)</source>
        <translation>Wem (leer: niemandem)</translation>
    </message>
    <message>
        <source>“%1” assigned to %2.</source>
        <translation>„%1“ an %2 zugewiesen.</translation>
    </message>
    <message numerus="yes">
        <source>%n incident(s) assigned to %1.</source>
        <translation>
            <numerusform>%n Störung an %1 zugewiesen.</numerusform>
            <numerusform>%n Störungen an %1 zugewiesen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Comment on %n incident(s)</source>
        <translation>
            <numerusform>%n Störung kommentieren</numerusform>
            <numerusform>%n Störungen kommentieren</numerusform>
        </translation>
    </message>
    <message>
        <source>Comment</source>
        <translation>Kommentar</translation>
    </message>
    <message>
        <source>Comment added to “%1”.</source>
        <translation>Kommentar zu „%1“ gespeichert.</translation>
    </message>
    <message numerus="yes">
        <source>Comment added to %n incident(s).</source>
        <translation>
            <numerusform>Kommentar zu %n Störung gespeichert.</numerusform>
            <numerusform>Kommentar zu %n Störungen gespeichert.</numerusform>
        </translation>
    </message>
    <message>
        <source>The comment on “%1” was not stored.</source>
        <translation>Der Kommentar zu „%1“ wurde nicht gespeichert.</translation>
    </message>
    <message numerus="yes">
        <source>Snooze %n incident(s)</source>
        <translation>
            <numerusform>%n Störung zurückstellen</numerusform>
            <numerusform>%n Störungen zurückstellen</numerusform>
        </translation>
    </message>
    <message>
        <source>Snooze</source>
        <translation>Zurückstellen</translation>
    </message>
    <message>
        <source>For</source>
        <translation>Wie lange</translation>
    </message>
    <message>
        <source>30 minutes</source>
        <translation>30 Minuten</translation>
    </message>
    <message>
        <source>1 hour</source>
        <translation>1 Stunde</translation>
    </message>
    <message>
        <source>4 hours</source>
        <translation>4 Stunden</translation>
    </message>
    <message>
        <source>1 day</source>
        <translation>1 Tag</translation>
    </message>
    <message>
        <source>1 week</source>
        <translation>1 Woche</translation>
    </message>
    <message>
        <source>“%1” snoozed for %2.</source>
        <translation>„%1“ zurückgestellt (%2).</translation>
    </message>
    <message numerus="yes">
        <source>%n incident(s) snoozed for %1.</source>
        <translation>
            <numerusform>%n Störung zurückgestellt (%1).</numerusform>
            <numerusform>%n Störungen zurückgestellt (%1).</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Resolve %n incident(s)</source>
        <translation>
            <numerusform>%n Störung als behoben melden</numerusform>
            <numerusform>%n Störungen als behoben melden</numerusform>
        </translation>
    </message>
    <message>
        <source>Resolve</source>
        <translation>Behoben</translation>
    </message>
    <message>
        <source>What was done (optional, Ctrl+Enter resolves)</source>
        <translation>Was getan wurde (freiwillig; Strg+Eingabe schließt ab)</translation>
    </message>
    <message>
        <source>“%1” resolved.</source>
        <translation>„%1“ behoben.</translation>
    </message>
    <message numerus="yes">
        <source>%n incident(s) resolved.</source>
        <translation>
            <numerusform>%n Störung behoben.</numerusform>
            <numerusform>%n Störungen behoben.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Reopen these %n incident(s)?</source>
        <translation>
            <numerusform>Diese %n Störung wieder öffnen?</numerusform>
            <numerusform>Diese %n Störungen wieder öffnen?</numerusform>
        </translation>
    </message>
    <message>
        <source>Reopen</source>
        <translation>Wieder öffnen</translation>
    </message>
    <message>
        <source>“%1” is open again.</source>
        <translation>„%1“ ist wieder offen.</translation>
    </message>
    <message numerus="yes">
        <source>%n incident(s) are open again.</source>
        <translation>
            <numerusform>%n Störung ist wieder offen.</numerusform>
            <numerusform>%n Störungen sind wieder offen.</numerusform>
        </translation>
    </message>
    <message>
        <source>“%1” created.</source>
        <translation>„%1“ angelegt.</translation>
    </message>
    <message>
        <source>“%1” is still being changed. Try again in a moment.</source>
        <translation>„%1“ wird noch geändert. Versuchen Sie es gleich noch einmal.</translation>
    </message>
    <message>
        <source>“%1” is acknowledged already.</source>
        <translation>„%1“ ist schon bestätigt.</translation>
    </message>
    <message>
        <source>“%1” was not created.</source>
        <translation>„%1“ wurde nicht angelegt.</translation>
    </message>
</context>
<context>
    <name>vigie::IncidentFilterBar</name>
    <message>
        <source>Filter: title, service, label …</source>
        <translation>Filter: Titel, Dienst, Label …</translation>
    </message>
    <message>
        <source>Filter incidents by text</source>
        <translation>Störungen nach Text filtern</translation>
    </message>
    <message>
        <source>Show severity %1</source>
        <translation>Schweregrad %1 zeigen</translation>
    </message>
    <message>
        <source>Show state %1</source>
        <translation>Zustand %1 zeigen</translation>
    </message>
    <message>
        <source>Any owner</source>
        <translation>Jede Zuständigkeit</translation>
    </message>
    <message>
        <source>Mine</source>
        <translation>Meine</translation>
    </message>
    <message>
        <source>Unassigned</source>
        <translation>Nicht zugewiesen</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>Zuständig</translation>
    </message>
    <message>
        <source>Any service</source>
        <translation>Jeder Dienst</translation>
    </message>
    <message>
        <source>Service</source>
        <translation>Dienst</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>Zurücksetzen</translation>
    </message>
    <message>
        <source>Reset the filter</source>
        <translation>Filter zurücksetzen</translation>
    </message>
    <message numerus="yes">
        <source>%n incident(s)</source>
        <translation>
            <numerusform>%n Störung</numerusform>
            <numerusform>%n Störungen</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, %2 waiting</source>
        <comment>1: count of incidents</comment>
        <translation>%1, %2 warten</translation>
    </message>
</context>
<context>
    <name>vigie::IncidentModel</name>
    <message>
        <source>unassigned</source>
        <translation>niemand</translation>
    </message>
    <message>
        <source>Age %1</source>
        <translation>Alter %1</translation>
    </message>
    <message>
        <source>Severity</source>
        <translation>Schwere</translation>
    </message>
    <message>
        <source>Incident</source>
        <translation>Störung</translation>
    </message>
    <message>
        <source>Service</source>
        <translation>Dienst</translation>
    </message>
    <message>
        <source>Age</source>
        <translation>Alter</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>Zuständig</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Quelle</translation>
    </message>
</context>
<context>
    <name>vigie::IncidentPane</name>
    <message>
        <source>Acknowledge</source>
        <translation>Bestätigen</translation>
    </message>
    <message>
        <source>Assign …</source>
        <translation>Zuweisen …</translation>
    </message>
    <message>
        <source>Resolve …</source>
        <translation>Behoben …</translation>
    </message>
    <message>
        <source>Snooze …</source>
        <translation>Zurückstellen …</translation>
    </message>
    <message>
        <source>Reopen</source>
        <translation>Wieder öffnen</translation>
    </message>
    <message>
        <source>Add comment</source>
        <translation>Kommentar speichern</translation>
    </message>
    <message>
        <source>Write a comment</source>
        <translation>Kommentar schreiben</translation>
    </message>
    <message>
        <source>Comment</source>
        <translation>Kommentar</translation>
    </message>
    <message>
        <source>Timeline</source>
        <translation>Verlauf</translation>
    </message>
    <message>
        <source>The metric around the start of the incident</source>
        <translation>Die Metrik um den Beginn der Störung</translation>
    </message>
    <message>
        <source>Incident</source>
        <translation>Störung</translation>
    </message>
    <message>
        <source>Select an incident to see it here.</source>
        <translation>Wählen Sie eine Störung, um sie hier zu sehen.</translation>
    </message>
    <message>
        <source>This incident is not known any more.</source>
        <translation>Diese Störung ist nicht mehr bekannt.</translation>
    </message>
    <message>
        <source>Started</source>
        <translation>Begonnen</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>Zuständig</translation>
    </message>
    <message>
        <source>unassigned</source>
        <translation>nicht zugewiesen</translation>
    </message>
    <message>
        <source>Service</source>
        <translation>Dienst</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>Kategorie</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Quelle</translation>
    </message>
    <message>
        <source>Acknowledged</source>
        <translation>Bestätigt</translation>
    </message>
    <message>
        <source>Snoozed until</source>
        <translation>Zurückgestellt bis</translation>
    </message>
    <message>
        <source>Resolved</source>
        <translation>Behoben</translation>
    </message>
    <message>
        <source>Identifier</source>
        <translation>Kennung</translation>
    </message>
    <message>
        <source>This server keeps no history of this metric.</source>
        <translation>Dieser Server hat keinen Verlauf dieser Metrik.</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Beginn</translation>
    </message>
    <message>
        <source>Timeline: %1</source>
        <comment>1: why there is none</comment>
        <translation>Verlauf: %1</translation>
    </message>
</context>
<context>
    <name>vigie::IncidentsPage</name>
    <message>
        <source>Incidents</source>
        <translation>Störungen</translation>
    </message>
    <message>
        <source>No open incidents. Everything that is watched is well.</source>
        <translation>Keine offenen Störungen. Allem, was überwacht wird, geht es gut.</translation>
    </message>
    <message>
        <source>Report an incident …</source>
        <translation>Störung melden …</translation>
    </message>
    <message>
        <source>No incident passes the filter.</source>
        <translation>Keine Störung passt zum Filter.</translation>
    </message>
    <message>
        <source>Reset the filter</source>
        <translation>Filter zurücksetzen</translation>
    </message>
    <message>
        <source>Select an incident first.</source>
        <translation>Wählen Sie zuerst eine Störung.</translation>
    </message>
    <message>
        <source>There is no connection to the server.</source>
        <translation>Es gibt keine Verbindung zum Server.</translation>
    </message>
    <message>
        <source>This incident is resolved already.</source>
        <translation>Diese Störung ist schon behoben.</translation>
    </message>
    <message>
        <source>Acknowledge</source>
        <translation>Bestätigen</translation>
    </message>
    <message>
        <source>Assign to me</source>
        <translation>Selbst übernehmen</translation>
    </message>
    <message>
        <source>Assign to …</source>
        <translation>Zuweisen an …</translation>
    </message>
    <message>
        <source>Comment …</source>
        <translation>Kommentieren …</translation>
    </message>
    <message>
        <source>Snooze …</source>
        <translation>Zurückstellen …</translation>
    </message>
    <message>
        <source>Resolve …</source>
        <translation>Behoben …</translation>
    </message>
    <message>
        <source>Reopen</source>
        <translation>Wieder öffnen</translation>
    </message>
    <message>
        <source>Acknowledge the next unowned critical incident</source>
        <translation>Nächste kritische Störung ohne Zuständige bestätigen</translation>
    </message>
    <message>
        <source>There is no unowned critical incident.</source>
        <translation>Es gibt keine kritische Störung ohne Zuständige.</translation>
    </message>
    <message>
        <source>Write a comment beside the table</source>
        <translation>Kommentar neben der Tabelle schreiben</translation>
    </message>
    <message>
        <source>Next incident</source>
        <translation>Nächste Störung</translation>
    </message>
    <message>
        <source>Previous incident</source>
        <translation>Vorige Störung</translation>
    </message>
    <message>
        <source>Show the incidents that wait</source>
        <translation>Wartende Störungen zeigen</translation>
    </message>
</context>
<context>
    <name>vigie::KeyboardSettings</name>
    <message>
        <source>Keys</source>
        <translation>Tasten</translation>
    </message>
    <message>
        <source>Action</source>
        <translation>Aktion</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>Wo</translation>
    </message>
    <message numerus="yes">
        <source>%n actions</source>
        <translation>
            <numerusform>%n Aktion</numerusform>
            <numerusform>%n Aktionen</numerusform>
        </translation>
    </message>
    <message>
        <source>Choose an action above, then press the keys you want.</source>
        <translation>Wählen Sie oben eine Aktion und drücken Sie dann die gewünschten Tasten.</translation>
    </message>
    <message>
        <source>Press the keys first; one after another makes a sequence.</source>
        <translation>Drücken Sie zuerst die Tasten; nacheinander ergeben sie eine Folge.</translation>
    </message>
    <message>
        <source>%1 already means “%2”. Nothing was changed.</source>
        <translation>%1 bedeutet schon „%2“. Nichts wurde geändert.</translation>
    </message>
    <message>
        <source>The action has no keys now.</source>
        <translation>Die Aktion hat nun keine Tasten.</translation>
    </message>
    <message>
        <source>Done: %1.</source>
        <translation>Erledigt: %1.</translation>
    </message>
    <message>
        <source>Keyboard</source>
        <translation>Tastatur</translation>
    </message>
    <message>
        <source>Actions and their keys</source>
        <translation>Aktionen und ihre Tasten</translation>
    </message>
    <message>
        <source>Find an action or keys</source>
        <translation>Aktion oder Tasten suchen</translation>
    </message>
    <message>
        <source>New keys</source>
        <translation>Neue Tasten</translation>
    </message>
    <message>
        <source>Use these</source>
        <translation>Übernehmen</translation>
    </message>
    <message>
        <source>No keys</source>
        <translation>Keine Tasten</translation>
    </message>
    <message>
        <source>As delivered</source>
        <translation>Wie geliefert</translation>
    </message>
    <message>
        <source>All as delivered</source>
        <translation>Alle wie geliefert</translation>
    </message>
    <message>
        <source>Press keys</source>
        <translation>Drücken …</translation>
    </message>
</context>
<context>
    <name>vigie::LegendTable</name>
    <message>
        <source>Legend</source>
        <translation>Legende</translation>
    </message>
    <message>
        <source>Min</source>
        <extracomment>column heads of a chart&apos;s legend: lowest, average, highest and newest value</extracomment>
        <translation>Min.</translation>
    </message>
    <message>
        <source>Mean</source>
        <translation>Mittel</translation>
    </message>
    <message>
        <source>Max</source>
        <translation>Max.</translation>
    </message>
    <message>
        <source>Last</source>
        <translation>Zuletzt</translation>
    </message>
</context>
<context>
    <name>vigie::LiveChart</name>
    <message>
        <source>top %1 of %2</source>
        <translation>die größten %1 von %2</translation>
    </message>
    <message>
        <source>No samples yet.</source>
        <translation>Noch keine Messwerte.</translation>
    </message>
    <message>
        <source>Not connected. The history of charts is on the server only.</source>
        <translation>Nicht verbunden. Der Verlauf liegt nur auf dem Server.</translation>
    </message>
</context>
<context>
    <name>vigie::LiveTableView</name>
    <message>
        <source>Table</source>
        <translation>Tabelle</translation>
    </message>
</context>
<context>
    <name>vigie::MainWindow</name>
    <message>
        <source>The token could not be kept in the keyring.</source>
        <translation>Das Token konnte nicht im Schlüsselbund aufbewahrt werden.</translation>
    </message>
    <message>
        <source>The program vigied was not found; install it, or choose a server in the settings.</source>
        <translation>Das Programm vigied wurde nicht gefunden; installieren Sie es, oder wählen Sie einen Server in den Einstellungen.</translation>
    </message>
    <message>
        <source>%1 – Vigie</source>
        <comment>1: page</comment>
        <translation>%1 – Vigie</translation>
    </message>
    <message>
        <source>Theme: as the desktop</source>
        <translation>Farbschema: wie die Arbeitsumgebung</translation>
    </message>
    <message>
        <source>Theme: dark</source>
        <translation>Farbschema: dunkel</translation>
    </message>
    <message>
        <source>Theme: light</source>
        <translation>Farbschema: hell</translation>
    </message>
    <message>
        <source>Theme: high contrast, dark</source>
        <translation>Farbschema: hoher Kontrast, dunkel</translation>
    </message>
    <message>
        <source>Theme: high contrast, light</source>
        <translation>Farbschema: hoher Kontrast, hell</translation>
    </message>
    <message>
        <source>Theme: night</source>
        <translation>Farbschema: Nacht</translation>
    </message>
    <message>
        <source>Go to %1</source>
        <translation>Gehe zu %1</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>Seiten</translation>
    </message>
    <message>
        <source>Window</source>
        <translation>Fenster</translation>
    </message>
    <message>
        <source>Search or run a command</source>
        <translation>Suchen oder Befehl ausführen</translation>
    </message>
    <message>
        <source>Filter this page</source>
        <translation>Diese Seite filtern</translation>
    </message>
    <message>
        <source>Refresh</source>
        <translation>Aktualisieren</translation>
    </message>
    <message>
        <source>Full screen</source>
        <translation>Vollbild</translation>
    </message>
    <message>
        <source>Collapse or expand the page list</source>
        <translation>Seitenliste ein- oder ausklappen</translation>
    </message>
    <message>
        <source>Show all keys</source>
        <translation>Alle Tasten zeigen</translation>
    </message>
    <message>
        <source>Undo the last action</source>
        <translation>Letzte Aktion rückgängig machen</translation>
    </message>
    <message>
        <source>There is nothing to undo.</source>
        <translation>Es gibt nichts rückgängig zu machen.</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Beenden</translation>
    </message>
    <message>
        <source>Open the settings</source>
        <translation>Einstellungen öffnen</translation>
    </message>
    <message>
        <source>Connection</source>
        <translation>Verbindung</translation>
    </message>
    <message>
        <source>Connect again now</source>
        <translation>Jetzt neu verbinden</translation>
    </message>
    <message>
        <source>Sign in with another token …</source>
        <translation>Mit anderem Token anmelden …</translation>
    </message>
    <message>
        <source>Manage server profiles …</source>
        <translation>Serverprofile verwalten …</translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation>Aussehen</translation>
    </message>
    <message>
        <source>Language: %1</source>
        <translation>Sprache: %1</translation>
    </message>
    <message>
        <source>Larger text</source>
        <translation>Größere Schrift</translation>
    </message>
    <message>
        <source>Smaller text</source>
        <translation>Kleinere Schrift</translation>
    </message>
    <message>
        <source>Text at 100 %</source>
        <translation>Schrift auf 100 %</translation>
    </message>
    <message>
        <source>Connect to %1</source>
        <translation>Mit %1 verbinden</translation>
    </message>
    <message>
        <source>Incident</source>
        <translation>Störung</translation>
    </message>
    <message>
        <source>The setting was not stored: the file %1 of this console is damaged or cannot be written (%2).</source>
        <comment>1: file, 2: reason</comment>
        <translation>Die Einstellung wurde nicht gespeichert: Die Datei %1 dieser Konsole ist beschädigt oder lässt sich nicht schreiben (%2).</translation>
    </message>
    <message>
        <source>The server of this machine did not start: %1. Another attempt follows by itself.</source>
        <translation>Der Server dieses Rechners ist nicht gestartet: %1. Ein neuer Versuch folgt von selbst.</translation>
    </message>
    <message>
        <source>Its log is %1.</source>
        <comment>1: file</comment>
        <translation>Sein Protokoll ist %1.</translation>
    </message>
    <message>
        <source>This machine&apos;s own daemon asks for no token.</source>
        <translation>Der eigene Dienst dieses Rechners verlangt kein Token.</translation>
    </message>
</context>
<context>
    <name>vigie::MetricListModel</name>
    <message numerus="yes">
        <source>%1, %n series</source>
        <translation>
            <numerusform>%1, %n Reihe</numerusform>
            <numerusform>%1, %n Reihen</numerusform>
        </translation>
    </message>
    <message>
        <source>Metric</source>
        <translation>Metrik</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>Einheit</translation>
    </message>
    <message>
        <source>Series</source>
        <comment>column: number of series</comment>
        <translation>Reihen</translation>
    </message>
    <message numerus="yes">
        <source>%n series</source>
        <translation>
            <numerusform>%n Reihe</numerusform>
            <numerusform>%n Reihen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>vigie::MetricsPage</name>
    <message>
        <source>Metrics</source>
        <translation>Metriken</translation>
    </message>
    <message>
        <source>There is nothing to export.</source>
        <translation>Es gibt nichts zu exportieren.</translation>
    </message>
    <message>
        <source>Export as CSV</source>
        <translation>Als CSV exportieren</translation>
    </message>
    <message>
        <source>Comma-separated values (*.csv)</source>
        <translation>Kommagetrennte Werte (*.csv)</translation>
    </message>
    <message>
        <source>Written to %1.</source>
        <translation>In %1 geschrieben.</translation>
    </message>
    <message>
        <source>%1 could not be written: %2</source>
        <translation>%1 konnte nicht geschrieben werden: %2</translation>
    </message>
    <message>
        <source>Write a query</source>
        <translation>Abfrage schreiben</translation>
    </message>
    <message>
        <source>Compare with yesterday, or not</source>
        <translation>Mit gestern vergleichen oder nicht</translation>
    </message>
    <message>
        <source>Go on live, or stand still</source>
        <translation>Laufend weiter oder stehen bleiben</translation>
    </message>
    <message>
        <source>Export as CSV…</source>
        <translation>Als CSV exportieren …</translation>
    </message>
    <message>
        <source>Show the whole range again</source>
        <translation>Wieder den ganzen Zeitraum zeigen</translation>
    </message>
    <message>
        <source>Show the last 15 minutes</source>
        <translation>Die letzten 15 Minuten zeigen</translation>
    </message>
    <message numerus="yes">
        <source>Show the last %n hours</source>
        <translation>
            <numerusform>Die letzte Stunde zeigen</numerusform>
            <numerusform>Die letzten %n Stunden zeigen</numerusform>
        </translation>
    </message>
    <message>
        <source>Show the last 7 days</source>
        <translation>Die letzten 7 Tage zeigen</translation>
    </message>
    <message numerus="yes">
        <source>%n metrics</source>
        <translation>
            <numerusform>%n Metrik</numerusform>
            <numerusform>%n Metriken</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing is measured yet.</source>
        <translation>Noch wird nichts gemessen.</translation>
    </message>
    <message>
        <source>Look again</source>
        <translation>Erneut nachsehen</translation>
    </message>
    <message>
        <source>Only the first %1 of %2 series are shown.</source>
        <translation>Nur die ersten %1 von %2 Reihen werden gezeigt.</translation>
    </message>
    <message>
        <source>Chart</source>
        <translation>Diagramm</translation>
    </message>
    <message>
        <source>The query has a mistake.</source>
        <translation>Die Abfrage hat einen Fehler.</translation>
    </message>
    <message>
        <source>Choose a metric at the left or write a query.</source>
        <translation>Wählen Sie links eine Metrik, oder schreiben Sie eine Abfrage.</translation>
    </message>
    <message>
        <source>There are no samples of this in the chosen time.</source>
        <translation>Im gewählten Zeitraum gibt es dazu keine Messwerte.</translation>
    </message>
    <message>
        <source>Series in the chart</source>
        <translation>Reihen im Diagramm</translation>
    </message>
    <message>
        <source>Find a metric</source>
        <translation>Metrik suchen</translation>
    </message>
    <message>
        <source>As of %1. %2</source>
        <comment>1: time of day, 2: why there is nothing newer</comment>
        <translation>Stand %1. %2</translation>
    </message>
    <message>
        <source>Not connected. The history of metrics is on the server only.</source>
        <translation>Nicht verbunden. Der Verlauf der Metriken liegt nur auf dem Server.</translation>
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
        <translation>aktuelle Seite</translation>
    </message>
</context>
<context>
    <name>vigie::NavRail</name>
    <message>
        <source>Pages</source>
        <translation>Seiten</translation>
    </message>
</context>
<context>
    <name>vigie::NewIncidentDialog</name>
    <message>
        <source>Creating…</source>
        <translation>Wird angelegt…</translation>
    </message>
    <message>
        <source>Create incident</source>
        <translation>Störung anlegen</translation>
    </message>
</context>
<context>
    <name>vigie::Notices</name>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
</context>
<context>
    <name>vigie::OverviewPage</name>
    <message>
        <source>Overview</source>
        <translation>Übersicht</translation>
    </message>
    <message>
        <source>Charts</source>
        <translation>Diagramme</translation>
    </message>
    <message>
        <source>No open incidents. What goes wrong will stand here at once.</source>
        <translation>Keine offenen Störungen. Was schiefgeht, steht sofort hier.</translation>
    </message>
    <message>
        <source>Nothing is watched yet.</source>
        <translation>Noch wird nichts überwacht.</translation>
    </message>
    <message>
        <source>Add a source…</source>
        <translation>Quelle hinzufügen …</translation>
    </message>
    <message>
        <source>Nothing has changed since the start.</source>
        <translation>Seit dem Start hat sich nichts geändert.</translation>
    </message>
    <message numerus="yes">
        <source>%n open</source>
        <comment>incidents of one severity</comment>
        <translation>
            <numerusform>%n offen</numerusform>
            <numerusform>%n offen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>of %n open</source>
        <comment>incidents without an owner</comment>
        <translation>
            <numerusform>von %n offenen</numerusform>
            <numerusform>von %n offenen</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message numerus="yes">
        <source>%n down</source>
        <translation>
            <numerusform>%n ausgefallen</numerusform>
            <numerusform>%n ausgefallen</numerusform>
        </translation>
    </message>
    <message>
        <source>up</source>
        <translation>in Betrieb</translation>
    </message>
    <message>
        <source>%1 open, %2 unacknowledged</source>
        <translation>%1 offen, %2 unbestätigt</translation>
    </message>
    <message numerus="yes">
        <source>%n watched</source>
        <translation>
            <numerusform>%n überwacht</numerusform>
            <numerusform>%n überwacht</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>all %n succeed</source>
        <comment>probes</comment>
        <translation>
            <numerusform>%n erfolgreich</numerusform>
            <numerusform>alle %n erfolgreich</numerusform>
        </translation>
    </message>
    <message>
        <source>Open incidents</source>
        <translation>Offene Störungen</translation>
    </message>
    <message>
        <source>Sources</source>
        <translation>Quellen</translation>
    </message>
    <message>
        <source>Recent changes</source>
        <translation>Letzte Änderungen</translation>
    </message>
    <message>
        <source>Nobody&apos;s</source>
        <comment>incidents without an owner</comment>
        <translation>Ohne Zuständige</translation>
    </message>
    <message>
        <source>Disk space</source>
        <translation>Plattenplatz</translation>
    </message>
    <message>
        <source>No probes yet. Add one on the page Sources.</source>
        <translation>Noch keine Proben. Fügen Sie auf der Seite „Quellen“ eine hinzu.</translation>
    </message>
    <message numerus="yes">
        <source>Charts: last %n minutes</source>
        <translation>
            <numerusform>Diagramme: letzte Minute</numerusform>
            <numerusform>Diagramme: letzte %n Minuten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Charts: last %n hours</source>
        <translation>
            <numerusform>Diagramme: letzte Stunde</numerusform>
            <numerusform>Diagramme: letzte %n Stunden</numerusform>
        </translation>
    </message>
    <message>
        <source>%1/%2 fail</source>
        <comment>probes</comment>
        <translation>%1/%2 scheitern</translation>
    </message>
    <message>
        <source>No file systems are measured.</source>
        <translation>Keine Dateisysteme gemessen.</translation>
    </message>
</context>
<context>
    <name>vigie::Panel</name>
    <message>
        <source>Not up to date</source>
        <translation>Nicht aktuell</translation>
    </message>
    <message>
        <source>Old</source>
        <comment>short: the data are not up to date</comment>
        <translation>Alt</translation>
    </message>
</context>
<context>
    <name>vigie::PanelMessage</name>
    <message>
        <source>Copy the error id</source>
        <translation>Fehlerkennung kopieren</translation>
    </message>
    <message>
        <source>Error id</source>
        <translation>Fehlerkennung</translation>
    </message>
</context>
<context>
    <name>vigie::PanelSkeleton</name>
    <message>
        <source>Loading</source>
        <translation>Lädt</translation>
    </message>
</context>
<context>
    <name>vigie::PendingBar</name>
    <message numerus="yes">
        <source>%n new, click to show</source>
        <extracomment>bar above a table whose updates wait; %n rows changed or came in since</extracomment>
        <translation>
            <numerusform>%n neue, klicken zum Zeigen</numerusform>
            <numerusform>%n neue, klicken zum Zeigen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>vigie::ProfileDialog</name>
    <message>
        <source>It works: Vigie %1 on %2, signed in as %3.</source>
        <translation>Es geht: Vigie %1 auf %2, angemeldet als %3.</translation>
    </message>
    <message>
        <source>It does not work.</source>
        <translation>Es geht nicht.</translation>
    </message>
    <message>
        <source>Certificates and keys (*.pem *.crt *.key);;All files (*)</source>
        <translation>Zertifikate und Schlüssel (*.pem *.crt *.key);;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>what the administrator gave you</source>
        <translation>was die Verwaltung Ihnen gegeben hat</translation>
    </message>
    <message>
        <source>leave empty to keep the present one</source>
        <translation>leer lassen, um das jetzige zu behalten</translation>
    </message>
    <message>
        <source>Give the connection a name.</source>
        <translation>Geben Sie der Verbindung einen Namen.</translation>
    </message>
    <message>
        <source>Write the address as in https://vigie.example.org, without user and password.</source>
        <translation>Schreiben Sie die Adresse wie https://vigie.example.org, ohne Benutzer und Passwort.</translation>
    </message>
    <message>
        <source>The connection could not be saved.</source>
        <translation>Die Verbindung konnte nicht gespeichert werden.</translation>
    </message>
    <message>
        <source>No keyring runs here. The token will be asked for at each connection.</source>
        <translation>Hier läuft kein Schlüsselbund. Das Token wird bei jeder Verbindung erfragt.</translation>
    </message>
    <message>
        <source>The keyring is locked. The token was not kept and will be asked for.</source>
        <translation>Der Schlüsselbund ist gesperrt. Das Token wurde nicht aufbewahrt und wird erfragt.</translation>
    </message>
    <message>
        <source>The token could not be kept in the keyring.</source>
        <translation>Das Token konnte nicht im Schlüsselbund aufbewahrt werden.</translation>
    </message>
    <message>
        <source>Trying…</source>
        <translation>Wird versucht …</translation>
    </message>
    <message>
        <source>The token of %1 could not be removed from the keyring.</source>
        <translation>Das Token von %1 konnte nicht aus dem Schlüsselbund entfernt werden.</translation>
    </message>
</context>
<context>
    <name>vigie::PrometheusTabs</name>
    <message>
        <source>Targets</source>
        <translation>Ziele</translation>
    </message>
    <message>
        <source>Rules</source>
        <translation>Regeln</translation>
    </message>
    <message>
        <source>Alerts</source>
        <translation>Alarme</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>tab: word and count</comment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>Inside this Prometheus</source>
        <translation>In diesem Prometheus</translation>
    </message>
    <message>
        <source>as of %1</source>
        <translation>Stand %1</translation>
    </message>
    <message>
        <source>This Prometheus has no targets.</source>
        <translation>Dieser Prometheus hat keine Ziele.</translation>
    </message>
    <message>
        <source>This Prometheus has no rules.</source>
        <translation>Dieser Prometheus hat keine Regeln.</translation>
    </message>
    <message>
        <source>No alert is active.</source>
        <translation>Kein Alarm ist aktiv.</translation>
    </message>
    <message>
        <source>Asking…</source>
        <translation>Wird abgefragt …</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>1: as of 12:30:15, 2: why there is nothing newer</comment>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>vigie::QueryBar</name>
    <message>
        <source>Last 15 min</source>
        <translation>Letzte 15 min</translation>
    </message>
    <message>
        <source>Last hour</source>
        <translation>Letzte Stunde</translation>
    </message>
    <message>
        <source>Last 6 h</source>
        <translation>Letzte 6 h</translation>
    </message>
    <message>
        <source>Last 24 h</source>
        <translation>Letzte 24 h</translation>
    </message>
    <message>
        <source>Last 7 days</source>
        <translation>Letzte 7 Tage</translation>
    </message>
    <message>
        <source>From … to …</source>
        <translation>Von … bis …</translation>
    </message>
    <message>
        <source>Vigie&apos;s own metrics</source>
        <translation>Vigies eigene Metriken</translation>
    </message>
    <message>
        <source>Where to ask</source>
        <translation>Wo gefragt wird</translation>
    </message>
    <message>
        <source>PromQL, for example rate(http_requests_total[5m])</source>
        <translation>PromQL, zum Beispiel rate(http_requests_total[5m])</translation>
    </message>
    <message>
        <source>Metric, for example host_load1 or probe_success{probe=&quot;shop&quot;}</source>
        <translation>Metrik, zum Beispiel host_load1 oder probe_success{probe=&quot;shop&quot;}</translation>
    </message>
    <message>
        <source>Query</source>
        <translation>Abfrage</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Zeigen</translation>
    </message>
    <message>
        <source>Time range</source>
        <translation>Zeitraum</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Von</translation>
    </message>
    <message>
        <source>To</source>
        <translation>Bis</translation>
    </message>
    <message>
        <source>Compare with yesterday</source>
        <translation>Mit gestern vergleichen</translation>
    </message>
    <message>
        <source>Live</source>
        <translation>Laufend</translation>
    </message>
    <message>
        <source>Goes on with what arrives.</source>
        <translation>Läuft mit dem weiter, was ankommt.</translation>
    </message>
    <message>
        <source>Export as CSV…</source>
        <translation>Als CSV exportieren …</translation>
    </message>
</context>
<context>
    <name>vigie::Screenshot</name>
    <message>
        <source>The picture could not be saved as %1.</source>
        <translation>Das Bild konnte nicht als %1 gespeichert werden.</translation>
    </message>
    <message>
        <source>No data came within %1 seconds: %2.</source>
        <translation>Innerhalb von %1 Sekunden kamen keine Daten: %2.</translation>
    </message>
</context>
<context>
    <name>vigie::SearchButton</name>
    <message>
        <source>Search or run a command</source>
        <translation>Suchen oder Befehl ausführen</translation>
    </message>
</context>
<context>
    <name>vigie::SeriesStatsModel</name>
    <message>
        <source>%1 (a day earlier)</source>
        <translation>%1 (einen Tag zuvor)</translation>
    </message>
    <message>
        <source>Series</source>
        <translation>Reihe</translation>
    </message>
    <message>
        <source>Last</source>
        <translation>Zuletzt</translation>
    </message>
    <message>
        <source>Min</source>
        <translation>Min.</translation>
    </message>
    <message>
        <source>Mean</source>
        <translation>Mittel</translation>
    </message>
    <message>
        <source>Max</source>
        <translation>Max.</translation>
    </message>
    <message>
        <source>Colour</source>
        <translation>Farbe</translation>
    </message>
</context>
<context>
    <name>vigie::SettingsPage</name>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Settings: appearance</source>
        <translation>Einstellungen: Aussehen</translation>
    </message>
    <message>
        <source>Settings: connections</source>
        <translation>Einstellungen: Verbindungen</translation>
    </message>
    <message>
        <source>Settings: keyboard</source>
        <translation>Einstellungen: Tastatur</translation>
    </message>
    <message>
        <source>Settings: data</source>
        <translation>Einstellungen: Daten</translation>
    </message>
    <message>
        <source>About Vigie</source>
        <translation>Über Vigie</translation>
    </message>
    <message>
        <source>Add a connection…</source>
        <translation>Verbindung hinzufügen …</translation>
    </message>
</context>
<context>
    <name>vigie::SeverityChip</name>
    <message>
        <source>Critical</source>
        <translation>Kritisch</translation>
    </message>
    <message>
        <source>High</source>
        <translation>Hoch</translation>
    </message>
    <message>
        <source>Medium</source>
        <translation>Mittel</translation>
    </message>
    <message>
        <source>Low</source>
        <translation>Niedrig</translation>
    </message>
    <message>
        <source>OK</source>
        <translation>OK</translation>
    </message>
    <message>
        <source>Maintenance</source>
        <translation>Wartung</translation>
    </message>
    <message>
        <source>Unknown</source>
        <translation>Unbekannt</translation>
    </message>
    <message>
        <source>Severity: %1</source>
        <translation>Schweregrad: %1</translation>
    </message>
</context>
<context>
    <name>vigie::ShortcutSheet</name>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>Tastenkürzel</translation>
    </message>
</context>
<context>
    <name>vigie::SourceDetail</name>
    <message>
        <source>Source</source>
        <translation>Quelle</translation>
    </message>
    <message>
        <source>Choose a source to see how it does.</source>
        <translation>Wählen Sie eine Quelle, um zu sehen, wie es ihr geht.</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>Target</source>
        <translation>Ziel</translation>
    </message>
    <message>
        <source>Looks every</source>
        <translation>Prüft alle</translation>
    </message>
    <message>
        <source>Last success</source>
        <translation>Letzter Erfolg</translation>
    </message>
    <message>
        <source>Took</source>
        <translation>Dauerte</translation>
    </message>
    <message>
        <source>Next try</source>
        <translation>Nächster Versuch</translation>
    </message>
    <message>
        <source>Failures in a row</source>
        <translation>Fehler in Folge</translation>
    </message>
    <message>
        <source>Last error</source>
        <translation>Letzter Fehler</translation>
    </message>
    <message>
        <source>Comes from</source>
        <translation>Stammt aus</translation>
    </message>
    <message>
        <source>never</source>
        <translation>nie</translation>
    </message>
    <message>
        <source>now</source>
        <translation>jetzt</translation>
    </message>
    <message>
        <source>in %1</source>
        <translation>in %1</translation>
    </message>
    <message>
        <source>added here or through the API</source>
        <translation>hier oder über die API hinzugefügt</translation>
    </message>
    <message>
        <source>the daemon&apos;s configuration file</source>
        <translation>Konfigurationsdatei des Dienstes</translation>
    </message>
    <message>
        <source>No measurements yet.</source>
        <translation>Noch keine Messungen.</translation>
    </message>
    <message>
        <source>CPU</source>
        <translation>CPU</translation>
    </message>
    <message>
        <source>Latency</source>
        <translation>Latenz</translation>
    </message>
</context>
<context>
    <name>vigie::SourceDialog</name>
    <message>
        <source>Add</source>
        <translation>Hinzufügen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>field, what is wrong</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Adding…</source>
        <translation>Wird hinzugefügt …</translation>
    </message>
    <message>
        <source>%1 was not added.</source>
        <translation>%1 wurde nicht hinzugefügt.</translation>
    </message>
</context>
<context>
    <name>vigie::SourceModel</name>
    <message>
        <source>Being removed</source>
        <translation>Wird entfernt</translation>
    </message>
    <message>
        <source>never</source>
        <translation>nie</translation>
    </message>
    <message>
        <source>now</source>
        <translation>jetzt</translation>
    </message>
    <message>
        <source>in %1</source>
        <translation>in %1</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>name of a source, its state</comment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>For</source>
        <comment>column: how long it has been in this state</comment>
        <translation>Seit</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>Target</source>
        <translation>Ziel</translation>
    </message>
    <message>
        <source>Last success</source>
        <comment>column: how long ago</comment>
        <translation>Letzter Erfolg</translation>
    </message>
    <message>
        <source>Latency</source>
        <translation>Latenz</translation>
    </message>
    <message>
        <source>Next try</source>
        <translation>Nächster Versuch</translation>
    </message>
    <message>
        <source>Last error</source>
        <translation>Letzter Fehler</translation>
    </message>
    <message>
        <source>up for %1</source>
        <translation>in Betrieb seit %1</translation>
    </message>
    <message>
        <source>down for %1</source>
        <translation>ausgefallen seit %1</translation>
    </message>
    <message>
        <source>down for %1: %2</source>
        <translation>ausgefallen seit %1: %2</translation>
    </message>
    <message>
        <source>nothing received yet</source>
        <translation>noch nichts empfangen</translation>
    </message>
    <message>
        <source>first look under way</source>
        <translation>erste Prüfung läuft</translation>
    </message>
</context>
<context>
    <name>vigie::SourcesPage</name>
    <message>
        <source>Sources</source>
        <translation>Quellen</translation>
    </message>
    <message>
        <source>Add a source…</source>
        <translation>Quelle hinzufügen …</translation>
    </message>
    <message>
        <source>Check the chosen sources now</source>
        <translation>Gewählte Quellen jetzt prüfen</translation>
    </message>
    <message>
        <source>Remove the chosen sources</source>
        <translation>Gewählte Quellen entfernen</translation>
    </message>
    <message>
        <source>%1 could not be removed.</source>
        <translation>%1 konnte nicht entfernt werden.</translation>
    </message>
    <message numerus="yes">
        <source>%n watched</source>
        <translation>
            <numerusform>%n überwacht</numerusform>
            <numerusform>%n überwacht</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>No source fits the filter.</source>
        <translation>Keine Quelle passt zum Filter.</translation>
    </message>
    <message>
        <source>Clear the filter</source>
        <translation>Filter leeren</translation>
    </message>
    <message>
        <source>Nothing is watched yet.</source>
        <translation>Noch wird nichts überwacht.</translation>
    </message>
    <message>
        <source>There is no connection.</source>
        <translation>Es gibt keine Verbindung.</translation>
    </message>
    <message>
        <source>No source is chosen.</source>
        <translation>Keine Quelle ist gewählt.</translation>
    </message>
    <message>
        <source>%1 is written in the daemon&apos;s configuration file: remove it there.</source>
        <translation>%1 steht in der Konfigurationsdatei des Dienstes: Entfernen Sie es dort.</translation>
    </message>
    <message>
        <source>%1 is watched from now on.</source>
        <translation>%1 wird von nun an überwacht.</translation>
    </message>
    <message>
        <source>%1 is being checked.</source>
        <translation>%1 wird geprüft.</translation>
    </message>
    <message>
        <source>%1 could not be checked.</source>
        <translation>%1 konnte nicht geprüft werden.</translation>
    </message>
    <message>
        <source>%1 will be removed in 30 s.</source>
        <translation>%1 wird in 30 s entfernt.</translation>
    </message>
    <message>
        <source>Filter by name, target, kind or state</source>
        <translation>Nach Name, Ziel, Art oder Zustand filtern</translation>
    </message>
    <message>
        <source>Filter sources</source>
        <translation>Quellen filtern</translation>
    </message>
    <message>
        <source>Add source…</source>
        <translation>Quelle hinzufügen …</translation>
    </message>
    <message>
        <source>Check now</source>
        <translation>Jetzt prüfen</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message numerus="yes">
        <source>%n source(s) stay: the connection to their server was closed.</source>
        <translation>
            <numerusform>%n Quelle bleibt: Die Verbindung zu ihrem Server wurde getrennt.</numerusform>
            <numerusform>%n Quellen bleiben: Die Verbindung zu ihrem Server wurde getrennt.</numerusform>
        </translation>
    </message>
    <message>
        <source>A webhook cannot be checked: it calls.</source>
        <translation>Ein Webhook lässt sich nicht prüfen: Er ruft selbst an.</translation>
    </message>
    <message>
        <source>The check is under way.</source>
        <translation>Die Prüfung läuft.</translation>
    </message>
    <message>
        <source>%1 will be removed in 30 s.</source>
        <comment>1: several names</comment>
        <translation>%1 werden in 30 s entfernt.</translation>
    </message>
    <message numerus="yes">
        <source>%1 and %n more will be removed in 30 s.</source>
        <comment>1: several names</comment>
        <translation>
            <numerusform>%1 und %n weitere werden in 30 s entfernt.</numerusform>
            <numerusform>%1 und %n weitere werden in 30 s entfernt.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>vigie::StateChip</name>
    <message>
        <source>Open</source>
        <extracomment>state of an incident</extracomment>
        <translation>Offen</translation>
    </message>
    <message>
        <source>Acknowledged</source>
        <translation>Bestätigt</translation>
    </message>
    <message>
        <source>Snoozed</source>
        <translation>Zurückgestellt</translation>
    </message>
    <message>
        <source>Resolved</source>
        <translation>Behoben</translation>
    </message>
    <message>
        <source>Up</source>
        <extracomment>state of a source: it works</extracomment>
        <translation>In Betrieb</translation>
    </message>
    <message>
        <source>Down</source>
        <extracomment>state of a source: it failed</extracomment>
        <translation>Ausgefallen</translation>
    </message>
    <message>
        <source>Pending</source>
        <extracomment>state of a source: not tried yet</extracomment>
        <translation>Ausstehend</translation>
    </message>
    <message>
        <source>Stale</source>
        <extracomment>data are too old</extracomment>
        <translation>Veraltet</translation>
    </message>
    <message>
        <source>Unknown</source>
        <translation>Unbekannt</translation>
    </message>
    <message>
        <source>State: %1</source>
        <translation>Zustand: %1</translation>
    </message>
</context>
<context>
    <name>vigie::TargetDialog</name>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>und %n weitere</numerusform>
            <numerusform>und %n weitere</numerusform>
        </translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
</context>
<context>
    <name>vigie::TextTableModel</name>
    <message>
        <source>failing</source>
        <comment>a rule whose evaluation fails</comment>
        <translation>fehlerhaft</translation>
    </message>
    <message>
        <source>firing</source>
        <comment>state of an alert</comment>
        <translation>feuert</translation>
    </message>
    <message>
        <source>pending</source>
        <comment>state of an alert</comment>
        <translation>ausstehend</translation>
    </message>
    <message>
        <source>recording</source>
        <comment>a rule that records</comment>
        <translation>aufzeichnend</translation>
    </message>
    <message>
        <source>quiet</source>
        <comment>an alert rule that does not fire</comment>
        <translation>still</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Job</source>
        <translation>Job</translation>
    </message>
    <message>
        <source>Instance</source>
        <translation>Instanz</translation>
    </message>
    <message>
        <source>Last error</source>
        <translation>Letzter Fehler</translation>
    </message>
    <message>
        <source>Rule</source>
        <translation>Regel</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>Gruppe</translation>
    </message>
    <message>
        <source>Expression</source>
        <translation>Ausdruck</translation>
    </message>
    <message>
        <source>Severity</source>
        <translation>Schweregrad</translation>
    </message>
    <message>
        <source>Alert</source>
        <translation>Alarm</translation>
    </message>
    <message>
        <source>Labels</source>
        <translation>Labels</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Wert</translation>
    </message>
</context>
<context>
    <name>vigie::TimeSeriesView</name>
    <message>
        <source>No data in this range</source>
        <translation>Keine Daten in diesem Zeitraum</translation>
    </message>
    <message>
        <source>Chart</source>
        <translation>Diagramm</translation>
    </message>
</context>
<context>
    <name>vigie::TimelineView</name>
    <message>
        <source>Timeline</source>
        <translation>Verlauf</translation>
    </message>
</context>
<context>
    <name>vigie::ToastWidget</name>
    <message>
        <source>Close this message</source>
        <translation>Diese Meldung schließen</translation>
    </message>
</context>
<context>
    <name>vigie::TokenDialog</name>
    <message>
        <source>Keep it in the keyring</source>
        <translation>Im Schlüsselbund aufbewahren</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>Anmelden</translation>
    </message>
    <message>
        <source>Sign in to %1</source>
        <translation>Bei %1 anmelden</translation>
    </message>
    <message>
        <source>Access token</source>
        <translation>Zugangstoken</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Give the access token of this server.</source>
        <translation>Geben Sie das Zugangstoken dieses Servers an.</translation>
    </message>
    <message>
        <source>The keyring is locked, so a token that is kept there cannot be read. Unlock it and connect again, or give the token for this time.</source>
        <translation>Der Schlüsselbund ist gesperrt, daher kann ein dort aufbewahrtes Token nicht gelesen werden. Entsperren Sie ihn und verbinden Sie neu, oder geben Sie das Token für dieses Mal an.</translation>
    </message>
    <message>
        <source>No keyring service is running, so the token is asked for each time.</source>
        <translation>Es läuft kein Schlüsselbunddienst, daher wird das Token jedes Mal erfragt.</translation>
    </message>
    <message>
        <source>The server did not accept the token. It may have expired; give another one.</source>
        <translation>Der Server hat das Token nicht angenommen. Vielleicht ist es abgelaufen; geben Sie ein anderes an.</translation>
    </message>
</context>
<context>
    <name>vigie::TopBar</name>
    <message>
        <source>Server profile</source>
        <translation>Serverprofil</translation>
    </message>
    <message>
        <source>Choose the server to watch</source>
        <translation>Den Server wählen, der überwacht wird</translation>
    </message>
    <message>
        <source>Choose the server to watch. Signed in as %1.</source>
        <translation>Zu beobachtenden Server wählen. Angemeldet als %1.</translation>
    </message>
</context>
<context>
    <name>vigie::TopIncidentsModel</name>
    <message>
        <source>Severity</source>
        <translation>Schweregrad</translation>
    </message>
    <message>
        <source>Incident</source>
        <translation>Störung</translation>
    </message>
    <message>
        <source>Service</source>
        <translation>Dienst</translation>
    </message>
    <message>
        <source>Age</source>
        <translation>Alter</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>Zuständig</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>open for %1</source>
        <comment>1: time span, for screen readers</comment>
        <translation>offen seit %1</translation>
    </message>
    <message>
        <source>unassigned</source>
        <translation>niemand</translation>
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
        <translation>Geben Sie dies dem, der anrufen soll: Alertmanager, Grafana oder ein eigenes Programm. Das Token gehört in den Header „Authorization: Bearer …“ und wird nicht noch einmal gezeigt.</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>Token</source>
        <translation>Token</translation>
    </message>
    <message>
        <source>This machine&apos;s own server can be called from this machine only, and its port is another one after each start.</source>
        <translation>Der eigene Server dieses Rechners ist nur von diesem Rechner aus zu erreichen, und sein Port ist nach jedem Start ein anderer.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Copy: %1</source>
        <comment>1: address or token</comment>
        <translation>Kopieren: %1</translation>
    </message>
</context>
</TS>
