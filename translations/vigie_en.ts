<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_GB" sourcelanguage="en_GB">
<context>
    <name>AccessibleNames</name>
    <message>
        <source>Clear this field</source>
        <translation>Clear this field</translation>
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
        <translation>now</translation>
    </message>
    <message>
        <source>%1 old</source>
        <extracomment>age of data; %1 is a duration like &quot;4 s&quot; or &quot;3 h&quot;</extracomment>
        <translation>%1 old</translation>
    </message>
</context>
<context>
    <name>LinkState</name>
    <message>
        <source>Not connected. Last known state of %1.</source>
        <translation>Not connected. Last known state of %1.</translation>
    </message>
    <message>
        <source>Not up to date: nothing new for %1.</source>
        <translation>Not up to date: nothing new for %1.</translation>
    </message>
    <message>
        <source>Not connected.</source>
        <translation>Not connected.</translation>
    </message>
    <message>
        <source>The server does not let you in. Check the profile&apos;s token.</source>
        <translation>The server does not let you in. Check the profile&apos;s token.</translation>
    </message>
</context>
<context>
    <name>MetricHelp</name>
    <message>
        <source>Share of all processors&apos; time spent working.</source>
        <translation>Share of all processors&apos; time spent working.</translation>
    </message>
    <message>
        <source>Share of all processors&apos; time spent idle while waiting for disks.</source>
        <translation>Share of all processors&apos; time spent idle while waiting for disks.</translation>
    </message>
    <message>
        <source>Processors in use.</source>
        <translation>Processors in use.</translation>
    </message>
    <message>
        <source>Load average over one minute.</source>
        <translation>Load average over one minute.</translation>
    </message>
    <message>
        <source>Load average over five minutes.</source>
        <translation>Load average over five minutes.</translation>
    </message>
    <message>
        <source>Load average over fifteen minutes.</source>
        <translation>Load average over fifteen minutes.</translation>
    </message>
    <message>
        <source>Memory of the machine.</source>
        <translation>Memory of the machine.</translation>
    </message>
    <message>
        <source>Memory that programs can still get without swapping.</source>
        <translation>Memory that programs can still get without swapping.</translation>
    </message>
    <message>
        <source>Share of memory that is not available.</source>
        <translation>Share of memory that is not available.</translation>
    </message>
    <message>
        <source>Swap space of the machine.</source>
        <translation>Swap space of the machine.</translation>
    </message>
    <message>
        <source>Share of the swap space in use.</source>
        <translation>Share of the swap space in use.</translation>
    </message>
    <message>
        <source>Size of a filesystem.</source>
        <translation>Size of a filesystem.</translation>
    </message>
    <message>
        <source>Room on a filesystem for everybody but root.</source>
        <translation>Room on a filesystem for everybody but root.</translation>
    </message>
    <message>
        <source>Share of a filesystem in use, as df counts.</source>
        <translation>Share of a filesystem in use, as df counts.</translation>
    </message>
    <message>
        <source>Share of a filesystem&apos;s inodes in use.</source>
        <translation>Share of a filesystem&apos;s inodes in use.</translation>
    </message>
    <message>
        <source>Bytes read from a disk.</source>
        <translation>Bytes read from a disk.</translation>
    </message>
    <message>
        <source>Bytes written to a disk.</source>
        <translation>Bytes written to a disk.</translation>
    </message>
    <message>
        <source>Share of the time in which a disk had something to do.</source>
        <translation>Share of the time in which a disk had something to do.</translation>
    </message>
    <message>
        <source>Bytes received by a network interface.</source>
        <translation>Bytes received by a network interface.</translation>
    </message>
    <message>
        <source>Bytes sent by a network interface.</source>
        <translation>Bytes sent by a network interface.</translation>
    </message>
    <message>
        <source>Errors of a network interface, received and sent.</source>
        <translation>Errors of a network interface, received and sent.</translation>
    </message>
    <message>
        <source>Share of the time in which a task waited for a processor.</source>
        <translation>Share of the time in which a task waited for a processor.</translation>
    </message>
    <message>
        <source>Share of the time in which a task waited for memory.</source>
        <translation>Share of the time in which a task waited for memory.</translation>
    </message>
    <message>
        <source>Share of the time in which all tasks waited for memory.</source>
        <translation>Share of the time in which all tasks waited for memory.</translation>
    </message>
    <message>
        <source>Share of the time in which a task waited for disks.</source>
        <translation>Share of the time in which a task waited for disks.</translation>
    </message>
    <message>
        <source>Share of the time in which all tasks waited for disks.</source>
        <translation>Share of the time in which all tasks waited for disks.</translation>
    </message>
    <message>
        <source>Processes.</source>
        <translation>Processes.</translation>
    </message>
    <message>
        <source>Units of systemd that failed.</source>
        <translation>Units of systemd that failed.</translation>
    </message>
    <message>
        <source>Time since the machine started.</source>
        <translation>Time since the machine started.</translation>
    </message>
    <message>
        <source>1 when the probe found its target well, 0 when not.</source>
        <translation>1 when the probe found its target well, 0 when not.</translation>
    </message>
    <message>
        <source>How long the probe took.</source>
        <translation>How long the probe took.</translation>
    </message>
    <message>
        <source>Status of the last HTTP answer.</source>
        <translation>Status of the last HTTP answer.</translation>
    </message>
    <message>
        <source>How long one phase of the HTTP exchange took.</source>
        <translation>How long one phase of the HTTP exchange took.</translation>
    </message>
    <message>
        <source>Time left until the certificate expires.</source>
        <translation>Time left until the certificate expires.</translation>
    </message>
    <message>
        <source>Records in the name server&apos;s answer.</source>
        <translation>Records in the name server&apos;s answer.</translation>
    </message>
</context>
<context>
    <name>NewIncidentDialog</name>
    <message>
        <source>New incident</source>
        <translation>New incident</translation>
    </message>
    <message>
        <source>&amp;Title</source>
        <translation>&amp;Title</translation>
    </message>
    <message>
        <source>What is wrong, in one line</source>
        <translation>What is wrong, in one line</translation>
    </message>
    <message>
        <source>&amp;Severity</source>
        <translation>&amp;Severity</translation>
    </message>
    <message>
        <source>Ser&amp;vice</source>
        <translation>Ser&amp;vice</translation>
    </message>
    <message>
        <source>&amp;Category</source>
        <translation>&amp;Category</translation>
    </message>
    <message>
        <source>&amp;Owner</source>
        <translation>&amp;Owner</translation>
    </message>
    <message>
        <source>Nobody yet</source>
        <translation>Nobody yet</translation>
    </message>
    <message>
        <source>&amp;Description</source>
        <translation>&amp;Description</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>Create incident</source>
        <translation>Create incident</translation>
    </message>
</context>
<context>
    <name>Options</name>
    <message>
        <source>The operations console. With no option it watches this machine.</source>
        <translation>The operations console. With no option it watches this machine.</translation>
    </message>
    <message>
        <source>Open this server profile (name or id).</source>
        <translation>Open this server profile (name or id).</translation>
    </message>
    <message>
        <source>Connect to this server; the token comes from the environment variable VIGIE_TOKEN.</source>
        <translation>Connect to this server; the token comes from the environment variable VIGIE_TOKEN.</translation>
    </message>
    <message>
        <source>Show this page first: overview, incidents, metrics, sources, settings.</source>
        <translation>Show this page first: overview, incidents, metrics, sources, settings.</translation>
    </message>
    <message>
        <source>dark, light, hc-dark, hc-light, night or system, for this run.</source>
        <translation>dark, light, hc-dark, hc-light, night or system, for this run.</translation>
    </message>
    <message>
        <source>en, de or fr, for this run.</source>
        <translation>en, de or fr, for this run.</translation>
    </message>
    <message>
        <source>Size of the window, for example 1280x720.</source>
        <translation>Size of the window, for example 1280x720.</translation>
    </message>
    <message>
        <source>Wait until data is on screen, save a picture and end.</source>
        <translation>Wait until data is on screen, save a picture and end.</translation>
    </message>
    <message>
        <source>Append a line of JSON with figures of this console each second.</source>
        <translation>Append a line of JSON with figures of this console each second.</translation>
    </message>
    <message>
        <source>Configuration for the server of this machine.</source>
        <translation>Configuration for the server of this machine.</translation>
    </message>
    <message>
        <source>Unknown theme “%1”. There are dark, light, hc-dark, hc-light, night and system.</source>
        <translation>Unknown theme “%1”. There are dark, light, hc-dark, hc-light, night and system.</translation>
    </message>
    <message>
        <source>Unknown language “%1”. There are en, de and fr.</source>
        <translation>Unknown language “%1”. There are en, de and fr.</translation>
    </message>
    <message>
        <source>“%1” is no size. It looks like 1280x720.</source>
        <translation>“%1” is no size. It looks like 1280x720.</translation>
    </message>
    <message>
        <source>“%1” is no address of a server. It looks like https://vigie.example.org.</source>
        <translation>“%1” is no address of a server. It looks like https://vigie.example.org.</translation>
    </message>
    <message>
        <source>The address must not contain a user or password; the token comes from VIGIE_TOKEN.</source>
        <translation>The address must not contain a user or password; the token comes from VIGIE_TOKEN.</translation>
    </message>
    <message>
        <source>Unexpected argument “%1”.</source>
        <translation>Unexpected argument “%1”.</translation>
    </message>
</context>
<context>
    <name>Overview</name>
    <message>
        <source>in use</source>
        <comment>line of the CPU chart</comment>
        <translation>in use</translation>
    </message>
    <message>
        <source>waiting for disks</source>
        <translation>waiting for disks</translation>
    </message>
    <message>
        <source>memory</source>
        <translation>memory</translation>
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
        <translation>disks</translation>
    </message>
    <message>
        <source>in</source>
        <comment>network traffic</comment>
        <translation>in</translation>
    </message>
    <message>
        <source>out</source>
        <comment>network traffic</comment>
        <translation>out</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>Memory</translation>
    </message>
    <message>
        <source>Load</source>
        <translation>Load</translation>
    </message>
    <message>
        <source>Pressure</source>
        <translation>Pressure</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>Network</translation>
    </message>
    <message>
        <source>Probe latency</source>
        <translation>Probe latency</translation>
    </message>
    <message>
        <source>%1 free</source>
        <translation>%1 free</translation>
    </message>
</context>
<context>
    <name>ProfileDialog</name>
    <message>
        <source>Connection</source>
        <translation>Connection</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>&amp;Name</translation>
    </message>
    <message>
        <source>Production, Europe</source>
        <translation>Production, Europe</translation>
    </message>
    <message>
        <source>&amp;Address</source>
        <translation>&amp;Address</translation>
    </message>
    <message>
        <source>&amp;Token</source>
        <translation>&amp;Token</translation>
    </message>
    <message>
        <source>&amp;Keep the token in the system&apos;s keyring</source>
        <translation>&amp;Keep the token in the system&apos;s keyring</translation>
    </message>
    <message>
        <source>&amp;User</source>
        <translation>&amp;User</translation>
    </message>
    <message>
        <source>shown only, may stay empty</source>
        <translation>shown only, may stay empty</translation>
    </message>
    <message>
        <source>&amp;CA file</source>
        <translation>&amp;CA file</translation>
    </message>
    <message>
        <source>PEM file; empty: the system&apos;s authorities</source>
        <translation>PEM file; empty: the system&apos;s authorities</translation>
    </message>
    <message>
        <source>Client c&amp;ertificate</source>
        <translation>Client c&amp;ertificate</translation>
    </message>
    <message>
        <source>PEM file, may stay empty</source>
        <translation>PEM file, may stay empty</translation>
    </message>
    <message>
        <source>Client &amp;key</source>
        <translation>Client &amp;key</translation>
    </message>
    <message>
        <source>Te&amp;st the connection</source>
        <translation>Te&amp;st the connection</translation>
    </message>
</context>
<context>
    <name>RuleText</name>
    <message>
        <source>Disk %1 is %2 full</source>
        <translation>Disk %1 is %2 full</translation>
    </message>
    <message>
        <source>The file system %1 on %2 has little room left. When it is full, services that write there fail.</source>
        <translation>The file system %1 on %2 has little room left. When it is full, services that write there fail.</translation>
    </message>
    <message>
        <source>Disk %1 has used %2 of its inodes</source>
        <translation>Disk %1 has used %2 of its inodes</translation>
    </message>
    <message>
        <source>No new file can be made on %1 when none is left, although there may be room. Look for folders with very many small files.</source>
        <translation>No new file can be made on %1 when none is left, although there may be room. Look for folders with very many small files.</translation>
    </message>
    <message>
        <source>Memory is %1 used</source>
        <translation>Memory is %1 used</translation>
    </message>
    <message>
        <source>Little memory is available; the kernel may soon end processes. Used means not available even by dropping caches.</source>
        <translation>Little memory is available; the kernel may soon end processes. Used means not available even by dropping caches.</translation>
    </message>
    <message>
        <source>Swap is %1 used</source>
        <translation>Swap is %1 used</translation>
    </message>
    <message>
        <source>Much memory was moved to disk: the machine may answer slowly.</source>
        <translation>Much memory was moved to disk: the machine may answer slowly.</translation>
    </message>
    <message>
        <source>Load is %1 per processor</source>
        <translation>Load is %1 per processor</translation>
    </message>
    <message>
        <source>More tasks want to run, or wait for the disk, than the %1 processors can serve (load %2).</source>
        <translation>More tasks want to run, or wait for the disk, than the %1 processors can serve (load %2).</translation>
    </message>
    <message>
        <source>Processors are %1 busy</source>
        <translation>Processors are %1 busy</translation>
    </message>
    <message>
        <source>All processors were busy for the last ten minutes.</source>
        <translation>All processors were busy for the last ten minutes.</translation>
    </message>
    <message>
        <source>Tasks wait %1 of the time for a processor</source>
        <translation>Tasks wait %1 of the time for a processor</translation>
    </message>
    <message>
        <source>Pressure stall information: at least one task was ready and had no processor.</source>
        <translation>Pressure stall information: at least one task was ready and had no processor.</translation>
    </message>
    <message>
        <source>All tasks stall %1 of the time for memory</source>
        <translation>All tasks stall %1 of the time for memory</translation>
    </message>
    <message>
        <source>Pressure stall information: no task could go on because of a lack of memory. The machine is thrashing.</source>
        <translation>Pressure stall information: no task could go on because of a lack of memory. The machine is thrashing.</translation>
    </message>
    <message>
        <source>All tasks stall %1 of the time for disks</source>
        <translation>All tasks stall %1 of the time for disks</translation>
    </message>
    <message>
        <source>Pressure stall information: no task could go on because all waited for input or output.</source>
        <translation>Pressure stall information: no task could go on because all waited for input or output.</translation>
    </message>
    <message>
        <source>%1 systemd units have failed</source>
        <translation>%1 systemd units have failed</translation>
    </message>
    <message>
        <source>systemctl --failed lists them; systemctl reset-failed forgets them.</source>
        <translation>systemctl --failed lists them; systemctl reset-failed forgets them.</translation>
    </message>
    <message>
        <source>%1 does not answer</source>
        <translation>%1 does not answer</translation>
    </message>
    <message>
        <source>The probe %1 fails.</source>
        <translation>The probe %1 fails.</translation>
    </message>
    <message>
        <source>%1 answers in %2</source>
        <translation>%1 answers in %2</translation>
    </message>
    <message>
        <source>The probe %1 succeeds but took more than two seconds on average of five minutes.</source>
        <translation>The probe %1 succeeds but took more than two seconds on average of five minutes.</translation>
    </message>
    <message>
        <source>The certificate of %1 has %2 left</source>
        <translation>The certificate of %1 has %2 left</translation>
    </message>
    <message>
        <source>Time left on the TLS certificate that %1 shows. A negative time means that it has expired.</source>
        <translation>Time left on the TLS certificate that %1 shows. A negative time means that it has expired.</translation>
    </message>
    <message>
        <source>The certificate of %1 expired %2 ago</source>
        <translation>The certificate of %1 expired %2 ago</translation>
    </message>
    <message>
        <source>The TLS certificate that %1 shows has expired: clients refuse it.</source>
        <translation>The TLS certificate that %1 shows has expired: clients refuse it.</translation>
    </message>
</context>
<context>
    <name>SourceCheck</name>
    <message>
        <source>The address must begin with http:// or https://.</source>
        <translation>The address must begin with http:// or https://.</translation>
    </message>
    <message>
        <source>This is no complete address: the host is missing or not valid.</source>
        <translation>This is no complete address: the host is missing or not valid.</translation>
    </message>
    <message>
        <source>Leave user and password out of the address: it is visible to everybody.</source>
        <translation>Leave user and password out of the address: it is visible to everybody.</translation>
    </message>
    <message>
        <source>Write host and port, as in db.example.org:5432 or [2001:db8::1]:22.</source>
        <translation>Write host and port, as in db.example.org:5432 or [2001:db8::1]:22.</translation>
    </message>
    <message>
        <source>The port must lie between 1 and 65535.</source>
        <translation>The port must lie between 1 and 65535.</translation>
    </message>
    <message>
        <source>This is no host name.</source>
        <translation>This is no host name.</translation>
    </message>
    <message>
        <source>Say what is to be watched.</source>
        <translation>Say what is to be watched.</translation>
    </message>
    <message>
        <source>Write statuses as in 200, 200-299 or 200,301-308.</source>
        <translation>Write statuses as in 200, 200-299 or 200,301-308.</translation>
    </message>
    <message>
        <source>Give it a name.</source>
        <translation>Give it a name.</translation>
    </message>
    <message>
        <source>The name is too long.</source>
        <translation>The name is too long.</translation>
    </message>
    <message>
        <source>The time limit must not be longer than the interval.</source>
        <translation>The time limit must not be longer than the interval.</translation>
    </message>
    <message>
        <source>The token must have 16 characters or more.</source>
        <translation>The token must have 16 characters or more.</translation>
    </message>
</context>
<context>
    <name>SourceDialog</name>
    <message>
        <source>Add a source</source>
        <translation>Add a source</translation>
    </message>
    <message>
        <source>&amp;Kind</source>
        <translation>&amp;Kind</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>&amp;Name</translation>
    </message>
    <message>
        <source>&amp;Address</source>
        <translation>&amp;Address</translation>
    </message>
    <message>
        <source>&amp;Every</source>
        <translation>&amp;Every</translation>
    </message>
    <message>
        <source> s</source>
        <translation> s</translation>
    </message>
    <message>
        <source>Time &amp;limit</source>
        <translation>Time &amp;limit</translation>
    </message>
    <message>
        <source>Good &amp;statuses</source>
        <translation>Good &amp;statuses</translation>
    </message>
    <message>
        <source>&amp;Body must match</source>
        <translation>&amp;Body must match</translation>
    </message>
    <message>
        <source>regular expression, may stay empty</source>
        <translation>regular expression, may stay empty</translation>
    </message>
    <message>
        <source>&amp;Record type</source>
        <translation>&amp;Record type</translation>
    </message>
    <message>
        <source>Ans&amp;wer must match</source>
        <translation>Ans&amp;wer must match</translation>
    </message>
    <message>
        <source>&amp;Token</source>
        <translation>&amp;Token</translation>
    </message>
    <message>
        <source>only if the server asks for one</source>
        <translation>only if the server asks for one</translation>
    </message>
    <message>
        <source>&amp;Token of the sender</source>
        <translation>&amp;Token of the sender</translation>
    </message>
</context>
<context>
    <name>SourceWords</name>
    <message>
        <source>percent</source>
        <translation>percent</translation>
    </message>
    <message>
        <source>bytes</source>
        <translation>bytes</translation>
    </message>
    <message>
        <source>bytes per second</source>
        <translation>bytes per second</translation>
    </message>
    <message>
        <source>seconds</source>
        <translation>seconds</translation>
    </message>
    <message>
        <source>per second</source>
        <translation>per second</translation>
    </message>
    <message>
        <source>count</source>
        <translation>count</translation>
    </message>
    <message>
        <source>yes or no</source>
        <translation>yes or no</translation>
    </message>
</context>
<context>
    <name>Timeline</name>
    <message>
        <source>%1 removed the owner</source>
        <translation>%1 removed the owner</translation>
    </message>
    <message>
        <source>%1 took it</source>
        <translation>%1 took it</translation>
    </message>
    <message>
        <source>%1 assigned it to %2</source>
        <translation>%1 assigned it to %2</translation>
    </message>
    <message>
        <source>%1 opened the incident</source>
        <translation>%1 opened the incident</translation>
    </message>
    <message>
        <source>%1 reported it again</source>
        <translation>%1 reported it again</translation>
    </message>
    <message>
        <source>%1 acknowledged</source>
        <translation>%1 acknowledged</translation>
    </message>
    <message>
        <source>%1 commented</source>
        <translation>%1 commented</translation>
    </message>
    <message>
        <source>%1 edited the incident</source>
        <translation>%1 edited the incident</translation>
    </message>
    <message>
        <source>%1 changed the severity from %2 to %3</source>
        <translation>%1 changed the severity from %2 to %3</translation>
    </message>
    <message>
        <source>%1 snoozed it</source>
        <translation>%1 snoozed it</translation>
    </message>
    <message>
        <source>%1 resolved it</source>
        <translation>%1 resolved it</translation>
    </message>
    <message>
        <source>%1 reopened it</source>
        <translation>%1 reopened it</translation>
    </message>
</context>
<context>
    <name>Words</name>
    <message>
        <source>The server did not answer in time.</source>
        <translation>The server did not answer in time.</translation>
    </message>
    <message>
        <source>Try again; if it stays so, check the server&apos;s load.</source>
        <translation>Try again; if it stays so, check the server&apos;s load.</translation>
    </message>
    <message>
        <source>The server cannot be reached.</source>
        <translation>The server cannot be reached.</translation>
    </message>
    <message>
        <source>Check its address and the network.</source>
        <translation>Check its address and the network.</translation>
    </message>
    <message>
        <source>The server sent an answer that makes no sense.</source>
        <translation>The server sent an answer that makes no sense.</translation>
    </message>
    <message>
        <source>Check that the address is that of a vigied of the same version.</source>
        <translation>Check that the address is that of a vigied of the same version.</translation>
    </message>
    <message>
        <source>The server is not available at the moment.</source>
        <translation>The server is not available at the moment.</translation>
    </message>
    <message>
        <source>Try again in a few seconds.</source>
        <translation>Try again in a few seconds.</translation>
    </message>
    <message>
        <source>There were too many requests.</source>
        <translation>There were too many requests.</translation>
    </message>
    <message>
        <source>Wait a moment and try again.</source>
        <translation>Wait a moment and try again.</translation>
    </message>
    <message>
        <source>The request was cancelled.</source>
        <translation>The request was cancelled.</translation>
    </message>
    <message>
        <source>Try again.</source>
        <translation>Try again.</translation>
    </message>
    <message>
        <source>Something went wrong inside.</source>
        <translation>Something went wrong inside.</translation>
    </message>
    <message>
        <source>Copy the id below and look into the server&apos;s log.</source>
        <translation>Copy the id below and look into the server&apos;s log.</translation>
    </message>
    <message>
        <source>It does not exist any more.</source>
        <translation>It does not exist any more.</translation>
    </message>
    <message>
        <source>Refresh with F5.</source>
        <translation>Refresh with F5.</translation>
    </message>
    <message>
        <source>You are not signed in any more.</source>
        <translation>You are not signed in any more.</translation>
    </message>
    <message>
        <source>Sign in again from the profile menu.</source>
        <translation>Sign in again from the profile menu.</translation>
    </message>
    <message>
        <source>You may not do this.</source>
        <translation>You may not do this.</translation>
    </message>
    <message>
        <source>Ask an administrator for the role it needs.</source>
        <translation>Ask an administrator for the role it needs.</translation>
    </message>
    <message>
        <source>The value of “%1” is not accepted.</source>
        <translation>The value of “%1” is not accepted.</translation>
    </message>
    <message>
        <source>Correct it and try again.</source>
        <translation>Correct it and try again.</translation>
    </message>
    <message>
        <source>What was sent is not accepted.</source>
        <translation>What was sent is not accepted.</translation>
    </message>
    <message>
        <source>Somebody changed it in the meantime.</source>
        <translation>Somebody changed it in the meantime.</translation>
    </message>
    <message>
        <source>Look at the new state, then try again.</source>
        <translation>Look at the new state, then try again.</translation>
    </message>
    <message>
        <source>It is too large.</source>
        <translation>It is too large.</translation>
    </message>
    <message>
        <source>Ask for less: a shorter range or fewer series.</source>
        <translation>Ask for less: a shorter range or fewer series.</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Try again</translation>
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
        <translation>Connecting</translation>
    </message>
    <message>
        <source>Signing in</source>
        <translation>Signing in</translation>
    </message>
    <message>
        <source>Connected</source>
        <translation>Connected</translation>
    </message>
    <message>
        <source>No answer</source>
        <translation>No answer</translation>
    </message>
    <message>
        <source>No connection</source>
        <translation>No connection</translation>
    </message>
    <message>
        <source>Access denied</source>
        <translation>Access denied</translation>
    </message>
    <message>
        <source>This machine</source>
        <translation>This machine</translation>
    </message>
    <message>
        <source>HTTP probe</source>
        <translation>HTTP probe</translation>
    </message>
    <message>
        <source>TCP probe</source>
        <translation>TCP probe</translation>
    </message>
    <message>
        <source>DNS probe</source>
        <translation>DNS probe</translation>
    </message>
    <message>
        <source>Webhook</source>
        <translation>Webhook</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Title</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>Description</translation>
    </message>
    <message>
        <source>Severity</source>
        <translation>Severity</translation>
    </message>
    <message>
        <source>Service</source>
        <translation>Service</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>Category</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>Owner</translation>
    </message>
    <message>
        <source>Comment</source>
        <translation>Comment</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Note</translation>
    </message>
    <message>
        <source>Labels</source>
        <translation>Labels</translation>
    </message>
    <message>
        <source>Snoozed until</source>
        <translation>Snoozed until</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Target</source>
        <translation>Target</translation>
    </message>
    <message>
        <source>Query</source>
        <translation>Query</translation>
    </message>
    <message>
        <source>longer than %1 bytes</source>
        <translation>longer than %1 bytes</translation>
    </message>
    <message>
        <source>it must not be empty</source>
        <translation>it must not be empty</translation>
    </message>
    <message>
        <source>The value of “%1” is not accepted: %2.</source>
        <comment>1: field, 2: why</comment>
        <translation>The value of “%1” is not accepted: %2.</translation>
    </message>
    <message>
        <source>Look into the server&apos;s log.</source>
        <translation>Look into the server&apos;s log.</translation>
    </message>
    <message>
        <source>the URL has no IPv6 address in its brackets</source>
        <translation>the URL has no IPv6 address in its brackets</translation>
    </message>
    <message>
        <source>the URL&apos;s port is no number from 1 to 65535</source>
        <translation>the URL&apos;s port is no number from 1 to 65535</translation>
    </message>
    <message>
        <source>expected an URL that starts with http:// or https://</source>
        <translation>expected an URL that starts with http:// or https://</translation>
    </message>
    <message>
        <source>the URL names no host</source>
        <translation>the URL names no host</translation>
    </message>
    <message>
        <source>the URL must not contain a user or password; use the members user and password</source>
        <translation>the URL must not contain a user or password; use the members user and password</translation>
    </message>
    <message>
        <source>the URL contains a space or a control character</source>
        <translation>the URL contains a space or a control character</translation>
    </message>
    <message>
        <source>expected the base URL, without query or fragment</source>
        <translation>expected the base URL, without query or fragment</translation>
    </message>
    <message>
        <source>expected 1 to 32 statuses or ranges</source>
        <translation>expected 1 to 32 statuses or ranges</translation>
    </message>
    <message>
        <source>expected statuses from 100 to 599, as in 200-299</source>
        <translation>expected statuses from 100 to 599, as in 200-299</translation>
    </message>
    <message>
        <source>expected statuses from 100 to 599, as in 200-299,301</source>
        <translation>expected statuses from 100 to 599, as in 200-299,301</translation>
    </message>
    <message>
        <source>expected a domain name to look up</source>
        <translation>expected a domain name to look up</translation>
    </message>
    <message>
        <source>expected the IP address of a name server, optionally with a port</source>
        <translation>expected the IP address of a name server, optionally with a port</translation>
    </message>
    <message>
        <source>expected 1 to 128 characters without control characters or spaces around</source>
        <translation>expected 1 to 128 characters without control characters or spaces around</translation>
    </message>
    <message>
        <source>expected at most 2048 characters</source>
        <translation>expected at most 2048 characters</translation>
    </message>
    <message>
        <source>expected 1 second to 1 day</source>
        <translation>expected 1 second to 1 day</translation>
    </message>
    <message>
        <source>expected 0.1 seconds to 5 minutes</source>
        <translation>expected 0.1 seconds to 5 minutes</translation>
    </message>
    <message>
        <source>a token must not contain spaces or control characters</source>
        <translation>a token must not contain spaces or control characters</translation>
    </message>
    <message>
        <source>expected a token of at least 16 characters</source>
        <translation>expected a token of at least 16 characters</translation>
    </message>
    <message>
        <source>expected either a user or a bearer token</source>
        <translation>expected either a user or a bearer token</translation>
    </message>
    <message>
        <source>this machine has no target</source>
        <translation>this machine has no target</translation>
    </message>
    <message>
        <source>a webhook has no target; it is called</source>
        <translation>a webhook has no target; it is called</translation>
    </message>
    <message>
        <source>no valid regular expression (%1)</source>
        <comment>1: what is wrong</comment>
        <translation>no valid regular expression (%1)</translation>
    </message>
    <message>
        <source>the server does not accept it</source>
        <translation>the server does not accept it</translation>
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
        <translation>About</translation>
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
        <translation>GNU General Public License, version 3 or later. You may use, study, share and change it. It comes without any warranty.</translation>
    </message>
    <message>
        <source>Copyright</source>
        <translation>Copyright</translation>
    </message>
    <message>
        <source>Made with</source>
        <translation>Made with</translation>
    </message>
    <message>
        <source>Icons</source>
        <translation>Icons</translation>
    </message>
    <message>
        <source>Breeze icons of KDE, GNU Lesser General Public License 3 or later</source>
        <translation>Breeze icons of KDE, GNU Lesser General Public License 3 or later</translation>
    </message>
    <message>
        <source>Fonts</source>
        <translation>Fonts</translation>
    </message>
    <message>
        <source>Inter and JetBrains Mono, SIL Open Font License 1.1</source>
        <translation>Inter and JetBrains Mono, SIL Open Font License 1.1</translation>
    </message>
</context>
<context>
    <name>vigie::ActionRegistry</name>
    <message>
        <source>“%1” acts on what is selected here. Look at it, then run it again.</source>
        <translation>“%1” acts on what is selected here. Look at it, then run it again.</translation>
    </message>
</context>
<context>
    <name>vigie::AgeBadge</name>
    <message>
        <source>no data yet</source>
        <translation>no data yet</translation>
    </message>
    <message>
        <source>data %1</source>
        <extracomment>%1 is an age: &quot;4 s old&quot; or &quot;now&quot;</extracomment>
        <translation>data %1</translation>
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
        <translation>Appearance</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>Theme</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Language</translation>
    </message>
    <message>
        <source>Size of text and rows</source>
        <translation>Size of text and rows</translation>
    </message>
    <message>
        <source>Table rows</source>
        <translation>Table rows</translation>
    </message>
    <message>
        <source>Charts of the overview</source>
        <translation>Charts of the overview</translation>
    </message>
    <message>
        <source>Show the page list as icons only</source>
        <translation>Show the page list as icons only</translation>
    </message>
    <message>
        <source>As the desktop</source>
        <translation>As the desktop</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Dark</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Light</translation>
    </message>
    <message>
        <source>Night</source>
        <translation>Night</translation>
    </message>
    <message>
        <source>High contrast, dark</source>
        <translation>High contrast, dark</translation>
    </message>
    <message>
        <source>High contrast, light</source>
        <translation>High contrast, light</translation>
    </message>
    <message>
        <source>Normal</source>
        <comment>height of table rows</comment>
        <translation>Normal</translation>
    </message>
    <message>
        <source>Compact</source>
        <comment>height of table rows</comment>
        <translation>Compact</translation>
    </message>
    <message numerus="yes">
        <source>%n hours</source>
        <translation>
            <numerusform>%n hour</numerusform>
            <numerusform>%n hours</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 for this run</source>
        <comment>a language, given on the command line</comment>
        <translation>%1 for this run</translation>
    </message>
    <message>
        <source>The desktop asks for: %1.</source>
        <comment>a theme</comment>
        <translation>The desktop asks for: %1.</translation>
    </message>
    <message>
        <source>For this run the command line asks to follow the desktop: %1.</source>
        <comment>a theme</comment>
        <translation>For this run the command line asks to follow the desktop: %1.</translation>
    </message>
    <message>
        <source>For this run the command line asks for: %1.</source>
        <comment>a theme</comment>
        <translation>For this run the command line asks for: %1.</translation>
    </message>
    <message>
        <source>Blinking of critical incidents</source>
        <translation>Blinking of critical incidents</translation>
    </message>
    <message>
        <source>Once a second</source>
        <comment>how critical incidents blink</comment>
        <translation>Once a second</translation>
    </message>
    <message>
        <source>Never</source>
        <comment>how critical incidents blink</comment>
        <translation>Never</translation>
    </message>
</context>
<context>
    <name>vigie::ChangeModel</name>
    <message>
        <source>%1: opened</source>
        <translation>%1: opened</translation>
    </message>
    <message>
        <source>%1: resolved</source>
        <translation>%1: resolved</translation>
    </message>
    <message>
        <source>%1: acknowledged</source>
        <translation>%1: acknowledged</translation>
    </message>
    <message>
        <source>%1: snoozed</source>
        <translation>%1: snoozed</translation>
    </message>
    <message>
        <source>%1: changed</source>
        <translation>%1: changed</translation>
    </message>
    <message>
        <source>A source was removed</source>
        <translation>A source was removed</translation>
    </message>
    <message>
        <source>%1: removed</source>
        <translation>%1: removed</translation>
    </message>
    <message>
        <source>%1 is up</source>
        <translation>%1 is up</translation>
    </message>
    <message>
        <source>%1 is down</source>
        <translation>%1 is down</translation>
    </message>
    <message>
        <source>%1 was added</source>
        <translation>%1 was added</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Time</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>What happened</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>Owner</translation>
    </message>
</context>
<context>
    <name>vigie::ClockLabel</name>
    <message>
        <source>Clock</source>
        <translation>Clock</translation>
    </message>
</context>
<context>
    <name>vigie::CommandPalette</name>
    <message>
        <source>Command palette</source>
        <translation>Command palette</translation>
    </message>
    <message>
        <source>Search or run a command</source>
        <translation>Search or run a command</translation>
    </message>
    <message>
        <source>Commands</source>
        <translation>Commands</translation>
    </message>
    <message>
        <source>Nothing fits. Try fewer letters.</source>
        <translation>Nothing fits. Try fewer letters.</translation>
    </message>
</context>
<context>
    <name>vigie::ConnectionBanner</name>
    <message>
        <source>No connection to the server</source>
        <translation>No connection to the server</translation>
    </message>
    <message>
        <source>The server does not answer</source>
        <translation>The server does not answer</translation>
    </message>
    <message>
        <source>The server refused your sign-in</source>
        <translation>The server refused your sign-in</translation>
    </message>
    <message>
        <source>Not connected</source>
        <translation>Not connected</translation>
    </message>
    <message>
        <source>Connecting …</source>
        <translation>Connecting …</translation>
    </message>
    <message>
        <source>For %1.</source>
        <translation>For %1.</translation>
    </message>
    <message>
        <source>It tries again by itself.</source>
        <translation>It tries again by itself.</translation>
    </message>
    <message>
        <source>Shown is the last known state of %1; nothing here is current.</source>
        <translation>Shown is the last known state of %1; nothing here is current.</translation>
    </message>
    <message>
        <source>What you see is the last known state.</source>
        <translation>What you see is the last known state.</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>Sign in</translation>
    </message>
    <message>
        <source>Try now</source>
        <translation>Try now</translation>
    </message>
    <message>
        <source>Trying now.</source>
        <translation>Trying now.</translation>
    </message>
    <message numerus="yes">
        <source>Next try in %n second(s).</source>
        <translation>
            <numerusform>Next try in %n second.</numerusform>
            <numerusform>Next try in %n seconds.</numerusform>
        </translation>
    </message>
    <message>
        <source>Something is missing here</source>
        <translation>Something is missing here</translation>
    </message>
    <message numerus="yes">
        <source>%n entries of the server could not be read and are not shown. Is this console older than the server?</source>
        <translation>
            <numerusform>%n entry of the server could not be read and is not shown. Is this console older than the server?</numerusform>
            <numerusform>%n entries of the server could not be read and are not shown. Is this console older than the server?</numerusform>
        </translation>
    </message>
    <message>
        <source>Understood</source>
        <translation>Understood</translation>
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
        <translation>Address</translation>
    </message>
    <message>
        <source>Connection</source>
        <translation>Connection</translation>
    </message>
    <message>
        <source>This machine&apos;s own daemon is always there.</source>
        <translation>This machine&apos;s own daemon is always there.</translation>
    </message>
    <message>
        <source>%1 could not be removed.</source>
        <translation>%1 could not be removed.</translation>
    </message>
    <message>
        <source>The connection %1 was removed.</source>
        <translation>The connection %1 was removed.</translation>
    </message>
    <message>
        <source>The token of %1 could not be removed from the keyring.</source>
        <translation>The token of %1 could not be removed from the keyring.</translation>
    </message>
    <message>
        <source>%1 could not be brought back.</source>
        <translation>%1 could not be brought back.</translation>
    </message>
    <message>
        <source>The token could not be kept in the keyring.</source>
        <translation>The token could not be kept in the keyring.</translation>
    </message>
    <message>
        <source>Connections</source>
        <translation>Connections</translation>
    </message>
    <message>
        <source>Connect</source>
        <translation>Connect</translation>
    </message>
    <message>
        <source>Edit…</source>
        <translation>Edit…</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Remove</translation>
    </message>
    <message>
        <source>Add connection…</source>
        <translation>Add connection…</translation>
    </message>
    <message>
        <source>Vigie&apos;s own daemon</source>
        <translation>Vigie&apos;s own daemon</translation>
    </message>
    <message>
        <source>User</source>
        <translation>User</translation>
    </message>
</context>
<context>
    <name>vigie::Console</name>
    <message>
        <source>There is no profile “%1”.</source>
        <translation>There is no profile “%1”.</translation>
    </message>
    <message>
        <source>There is no page “%1”. There are %2.</source>
        <translation>There is no page “%1”. There are %2.</translation>
    </message>
    <message>
        <source>The file %1 cannot be written: %2.</source>
        <translation>The file %1 cannot be written: %2.</translation>
    </message>
</context>
<context>
    <name>vigie::DataSettings</name>
    <message>
        <source>Connection</source>
        <translation>Connection</translation>
    </message>
    <message>
        <source>State</source>
        <translation>State</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Address</translation>
    </message>
    <message>
        <source>Signed in as</source>
        <translation>Signed in as</translation>
    </message>
    <message>
        <source>Daemon</source>
        <translation>Daemon</translation>
    </message>
    <message>
        <source>Vigie %1 on %2</source>
        <translation>Vigie %1 on %2</translation>
    </message>
    <message>
        <source>Runs for</source>
        <translation>Runs for</translation>
    </message>
    <message>
        <source>Store</source>
        <translation>Store</translation>
    </message>
    <message>
        <source>%1, cannot be written</source>
        <translation>%1, cannot be written</translation>
    </message>
    <message>
        <source>Settings file</source>
        <translation>Settings file</translation>
    </message>
    <message>
        <source>Offline copy</source>
        <translation>Offline copy</translation>
    </message>
    <message>
        <source>Log of the daemon</source>
        <translation>Log of the daemon</translation>
    </message>
    <message>
        <source>on its own machine</source>
        <translation>on its own machine</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>Data</translation>
    </message>
</context>
<context>
    <name>vigie::FillList</name>
    <message>
        <source>%1: %2 full, %3</source>
        <translation>%1: %2 full, %3</translation>
    </message>
    <message>
        <source>Fill level</source>
        <translation>Fill level</translation>
    </message>
</context>
<context>
    <name>vigie::HelpView</name>
    <message>
        <source>Help</source>
        <translation>Help</translation>
    </message>
    <message>
        <source>Help for this page</source>
        <translation>Help for this page</translation>
    </message>
    <message>
        <source>Help: %1</source>
        <translation>Help: %1</translation>
    </message>
    <message>
        <source>Incidents</source>
        <translation>Incidents</translation>
    </message>
    <message>
        <source>Metrics</source>
        <translation>Metrics</translation>
    </message>
    <message>
        <source>Sources</source>
        <translation>Sources</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Settings</translation>
    </message>
    <message>
        <source>Connecting Prometheus</source>
        <translation>Connecting Prometheus</translation>
    </message>
    <message>
        <source>Keyboard</source>
        <translation>Keyboard</translation>
    </message>
    <message>
        <source>Overview</source>
        <translation>Overview</translation>
    </message>
    <message>
        <source>This page of the help is missing.</source>
        <translation>This page of the help is missing.</translation>
    </message>
    <message>
        <source>Help – Vigie</source>
        <translation>Help – Vigie</translation>
    </message>
    <message>
        <source>Topics</source>
        <translation>Topics</translation>
    </message>
    <message>
        <source>Help text</source>
        <translation>Help text</translation>
    </message>
</context>
<context>
    <name>vigie::HostPanel</name>
    <message>
        <source>Process</source>
        <translation>Process</translation>
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
        <translation>Memory</translation>
    </message>
    <message>
        <source>Failed units: %1</source>
        <translation>Failed units: %1</translation>
    </message>
    <message>
        <source>Busiest processes</source>
        <translation>Busiest processes</translation>
    </message>
</context>
<context>
    <name>vigie::IncidentActions</name>
    <message>
        <source>nobody</source>
        <translation>nobody</translation>
    </message>
    <message>
        <source>%1: %2 → %3</source>
        <comment>1: field, 2: value before, 3: value now</comment>
        <translation>%1: %2 → %3</translation>
    </message>
    <message>
        <source>State</source>
        <translation>State</translation>
    </message>
    <message>
        <source>Severity</source>
        <translation>Severity</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>Owner</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Title</translation>
    </message>
    <message>
        <source>Service</source>
        <translation>Service</translation>
    </message>
    <message>
        <source>Undone for “%1”.</source>
        <translation>Undone for “%1”.</translation>
    </message>
    <message numerus="yes">
        <source>Undone for %n incident(s).</source>
        <translation>
            <numerusform>Undone for %n incident.</numerusform>
            <numerusform>Undone for %n incidents.</numerusform>
        </translation>
    </message>
    <message>
        <source>“%1” was not changed.</source>
        <translation>“%1” was not changed.</translation>
    </message>
    <message>
        <source>“%1”: %2</source>
        <comment>1: incident, 2: reason</comment>
        <translation>“%1”: %2</translation>
    </message>
    <message numerus="yes">
        <source>%n of the incident(s) were not changed:</source>
        <translation>
            <numerusform>%n incident was not changed:</numerusform>
            <numerusform>%n incidents were not changed:</numerusform>
        </translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>“%1” was changed by somebody else in the meantime.</source>
        <translation>“%1” was changed by somebody else in the meantime.</translation>
    </message>
    <message>
        <source>“%1” was changed by somebody else in the meantime (%2).</source>
        <translation>“%1” was changed by somebody else in the meantime (%2).</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Try again</translation>
    </message>
    <message numerus="yes">
        <source>Acknowledge these %n incident(s)?</source>
        <translation>
            <numerusform>Acknowledge this incident (%n)?</numerusform>
            <numerusform>Acknowledge these %n incidents?</numerusform>
        </translation>
    </message>
    <message>
        <source>Acknowledge</source>
        <translation>Acknowledge</translation>
    </message>
    <message>
        <source>“%1” acknowledged.</source>
        <translation>“%1” acknowledged.</translation>
    </message>
    <message numerus="yes">
        <source>%n incident(s) acknowledged.</source>
        <translation>
            <numerusform>%n incident acknowledged.</numerusform>
            <numerusform>%n incidents acknowledged.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Assign these %n incident(s) to you?</source>
        <translation>
            <numerusform>Assign this incident (%n) to you?</numerusform>
            <numerusform>Assign these %n incidents to you?</numerusform>
        </translation>
    </message>
    <message>
        <source>Assign to me</source>
        <translation>Assign to me</translation>
    </message>
    <message>
        <source>“%1” is yours.</source>
        <translation>“%1” is yours.</translation>
    </message>
    <message numerus="yes">
        <source>%n incident(s) are yours.</source>
        <translation>
            <numerusform>%n incident is yours.</numerusform>
            <numerusform>%n incidents are yours.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Assign %n incident(s)</source>
        <translation>
            <numerusform>Assign %n incident</numerusform>
            <numerusform>Assign %n incidents</numerusform>
        </translation>
    </message>
    <message>
        <source>Assign</source>
        <translation>Assign</translation>
    </message>
    <message>
        <source>To whom (empty: nobody)</source>
        <translation>To whom (empty: nobody)</translation>
    </message>
    <message>
        <source>“%1” assigned to %2.</source>
        <translation>“%1” assigned to %2.</translation>
    </message>
    <message numerus="yes">
        <source>%n incident(s) assigned to %1.</source>
        <translation>
            <numerusform>%n incident assigned to %1.</numerusform>
            <numerusform>%n incidents assigned to %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Comment on %n incident(s)</source>
        <translation>
            <numerusform>Comment on %n incident</numerusform>
            <numerusform>Comment on %n incidents</numerusform>
        </translation>
    </message>
    <message>
        <source>Comment</source>
        <translation>Comment</translation>
    </message>
    <message>
        <source>Comment added to “%1”.</source>
        <translation>Comment added to “%1”.</translation>
    </message>
    <message numerus="yes">
        <source>Comment added to %n incident(s).</source>
        <translation>
            <numerusform>Comment added to %n incident.</numerusform>
            <numerusform>Comment added to %n incidents.</numerusform>
        </translation>
    </message>
    <message>
        <source>The comment on “%1” was not stored.</source>
        <translation>The comment on “%1” was not stored.</translation>
    </message>
    <message numerus="yes">
        <source>Snooze %n incident(s)</source>
        <translation>
            <numerusform>Snooze %n incident</numerusform>
            <numerusform>Snooze %n incidents</numerusform>
        </translation>
    </message>
    <message>
        <source>Snooze</source>
        <translation>Snooze</translation>
    </message>
    <message>
        <source>For</source>
        <translation>For</translation>
    </message>
    <message>
        <source>30 minutes</source>
        <translation>30 minutes</translation>
    </message>
    <message>
        <source>1 hour</source>
        <translation>1 hour</translation>
    </message>
    <message>
        <source>4 hours</source>
        <translation>4 hours</translation>
    </message>
    <message>
        <source>1 day</source>
        <translation>1 day</translation>
    </message>
    <message>
        <source>1 week</source>
        <translation>1 week</translation>
    </message>
    <message>
        <source>“%1” snoozed for %2.</source>
        <translation>“%1” snoozed for %2.</translation>
    </message>
    <message numerus="yes">
        <source>%n incident(s) snoozed for %1.</source>
        <translation>
            <numerusform>%n incident snoozed for %1.</numerusform>
            <numerusform>%n incidents snoozed for %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Resolve %n incident(s)</source>
        <translation>
            <numerusform>Resolve %n incident</numerusform>
            <numerusform>Resolve %n incidents</numerusform>
        </translation>
    </message>
    <message>
        <source>Resolve</source>
        <translation>Resolve</translation>
    </message>
    <message>
        <source>What was done (optional, Ctrl+Enter resolves)</source>
        <translation>What was done (optional, Ctrl+Enter resolves)</translation>
    </message>
    <message>
        <source>“%1” resolved.</source>
        <translation>“%1” resolved.</translation>
    </message>
    <message numerus="yes">
        <source>%n incident(s) resolved.</source>
        <translation>
            <numerusform>%n incident resolved.</numerusform>
            <numerusform>%n incidents resolved.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Reopen these %n incident(s)?</source>
        <translation>
            <numerusform>Reopen this incident (%n)?</numerusform>
            <numerusform>Reopen these %n incidents?</numerusform>
        </translation>
    </message>
    <message>
        <source>Reopen</source>
        <translation>Reopen</translation>
    </message>
    <message>
        <source>“%1” is open again.</source>
        <translation>“%1” is open again.</translation>
    </message>
    <message numerus="yes">
        <source>%n incident(s) are open again.</source>
        <translation>
            <numerusform>%n incident is open again.</numerusform>
            <numerusform>%n incidents are open again.</numerusform>
        </translation>
    </message>
    <message>
        <source>“%1” created.</source>
        <translation>“%1” created.</translation>
    </message>
    <message>
        <source>“%1” is still being changed. Try again in a moment.</source>
        <translation>“%1” is still being changed. Try again in a moment.</translation>
    </message>
    <message>
        <source>“%1” is acknowledged already.</source>
        <translation>“%1” is acknowledged already.</translation>
    </message>
    <message>
        <source>“%1” was not created.</source>
        <translation>“%1” was not created.</translation>
    </message>
</context>
<context>
    <name>vigie::IncidentFilterBar</name>
    <message>
        <source>Filter: title, service, label …</source>
        <translation>Filter: title, service, label …</translation>
    </message>
    <message>
        <source>Filter incidents by text</source>
        <translation>Filter incidents by text</translation>
    </message>
    <message>
        <source>Show severity %1</source>
        <translation>Show severity %1</translation>
    </message>
    <message>
        <source>Show state %1</source>
        <translation>Show state %1</translation>
    </message>
    <message>
        <source>Any owner</source>
        <translation>Any owner</translation>
    </message>
    <message>
        <source>Mine</source>
        <translation>Mine</translation>
    </message>
    <message>
        <source>Unassigned</source>
        <translation>Unassigned</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>Owner</translation>
    </message>
    <message>
        <source>Any service</source>
        <translation>Any service</translation>
    </message>
    <message>
        <source>Service</source>
        <translation>Service</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>Reset</translation>
    </message>
    <message>
        <source>Reset the filter</source>
        <translation>Reset the filter</translation>
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
        <translation>%1, %2 waiting</translation>
    </message>
</context>
<context>
    <name>vigie::IncidentModel</name>
    <message>
        <source>unassigned</source>
        <translation>unassigned</translation>
    </message>
    <message>
        <source>Age %1</source>
        <translation>Age %1</translation>
    </message>
    <message>
        <source>Severity</source>
        <translation>Severity</translation>
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
        <translation>Age</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>Owner</translation>
    </message>
    <message>
        <source>State</source>
        <translation>State</translation>
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
        <translation>Acknowledge</translation>
    </message>
    <message>
        <source>Assign …</source>
        <translation>Assign …</translation>
    </message>
    <message>
        <source>Resolve …</source>
        <translation>Resolve …</translation>
    </message>
    <message>
        <source>Snooze …</source>
        <translation>Snooze …</translation>
    </message>
    <message>
        <source>Reopen</source>
        <translation>Reopen</translation>
    </message>
    <message>
        <source>Add comment</source>
        <translation>Add comment</translation>
    </message>
    <message>
        <source>Write a comment</source>
        <translation>Write a comment</translation>
    </message>
    <message>
        <source>Comment</source>
        <translation>Comment</translation>
    </message>
    <message>
        <source>Timeline</source>
        <translation>Timeline</translation>
    </message>
    <message>
        <source>The metric around the start of the incident</source>
        <translation>The metric around the start of the incident</translation>
    </message>
    <message>
        <source>Incident</source>
        <translation>Incident</translation>
    </message>
    <message>
        <source>Select an incident to see it here.</source>
        <translation>Select an incident to see it here.</translation>
    </message>
    <message>
        <source>This incident is not known any more.</source>
        <translation>This incident is not known any more.</translation>
    </message>
    <message>
        <source>Started</source>
        <translation>Started</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>Owner</translation>
    </message>
    <message>
        <source>unassigned</source>
        <translation>unassigned</translation>
    </message>
    <message>
        <source>Service</source>
        <translation>Service</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>Category</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Source</translation>
    </message>
    <message>
        <source>Acknowledged</source>
        <translation>Acknowledged</translation>
    </message>
    <message>
        <source>Snoozed until</source>
        <translation>Snoozed until</translation>
    </message>
    <message>
        <source>Resolved</source>
        <translation>Resolved</translation>
    </message>
    <message>
        <source>Identifier</source>
        <translation>Identifier</translation>
    </message>
    <message>
        <source>This server keeps no history of this metric.</source>
        <translation>This server keeps no history of this metric.</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Start</translation>
    </message>
    <message>
        <source>Timeline: %1</source>
        <comment>1: why there is none</comment>
        <translation>Timeline: %1</translation>
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
        <translation>No open incidents. Everything that is watched is well.</translation>
    </message>
    <message>
        <source>Report an incident …</source>
        <translation>Report an incident …</translation>
    </message>
    <message>
        <source>No incident passes the filter.</source>
        <translation>No incident passes the filter.</translation>
    </message>
    <message>
        <source>Reset the filter</source>
        <translation>Reset the filter</translation>
    </message>
    <message>
        <source>Select an incident first.</source>
        <translation>Select an incident first.</translation>
    </message>
    <message>
        <source>There is no connection to the server.</source>
        <translation>There is no connection to the server.</translation>
    </message>
    <message>
        <source>This incident is resolved already.</source>
        <translation>This incident is resolved already.</translation>
    </message>
    <message>
        <source>Acknowledge</source>
        <translation>Acknowledge</translation>
    </message>
    <message>
        <source>Assign to me</source>
        <translation>Assign to me</translation>
    </message>
    <message>
        <source>Assign to …</source>
        <translation>Assign to …</translation>
    </message>
    <message>
        <source>Comment …</source>
        <translation>Comment …</translation>
    </message>
    <message>
        <source>Snooze …</source>
        <translation>Snooze …</translation>
    </message>
    <message>
        <source>Resolve …</source>
        <translation>Resolve …</translation>
    </message>
    <message>
        <source>Reopen</source>
        <translation>Reopen</translation>
    </message>
    <message>
        <source>Acknowledge the next unowned critical incident</source>
        <translation>Acknowledge the next unowned critical incident</translation>
    </message>
    <message>
        <source>There is no unowned critical incident.</source>
        <translation>There is no unowned critical incident.</translation>
    </message>
    <message>
        <source>Write a comment beside the table</source>
        <translation>Write a comment beside the table</translation>
    </message>
    <message>
        <source>Next incident</source>
        <translation>Next incident</translation>
    </message>
    <message>
        <source>Previous incident</source>
        <translation>Previous incident</translation>
    </message>
    <message>
        <source>Show the incidents that wait</source>
        <translation>Show the incidents that wait</translation>
    </message>
</context>
<context>
    <name>vigie::KeyboardSettings</name>
    <message>
        <source>Keys</source>
        <translation>Keys</translation>
    </message>
    <message>
        <source>Action</source>
        <translation>Action</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>Where</translation>
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
        <translation>Choose an action above, then press the keys you want.</translation>
    </message>
    <message>
        <source>Press the keys first; one after another makes a sequence.</source>
        <translation>Press the keys first; one after another makes a sequence.</translation>
    </message>
    <message>
        <source>%1 already means “%2”. Nothing was changed.</source>
        <translation>%1 already means “%2”. Nothing was changed.</translation>
    </message>
    <message>
        <source>The action has no keys now.</source>
        <translation>The action has no keys now.</translation>
    </message>
    <message>
        <source>Done: %1.</source>
        <translation>Done: %1.</translation>
    </message>
    <message>
        <source>Keyboard</source>
        <translation>Keyboard</translation>
    </message>
    <message>
        <source>Actions and their keys</source>
        <translation>Actions and their keys</translation>
    </message>
    <message>
        <source>Find an action or keys</source>
        <translation>Find an action or keys</translation>
    </message>
    <message>
        <source>New keys</source>
        <translation>New keys</translation>
    </message>
    <message>
        <source>Use these</source>
        <translation>Use these</translation>
    </message>
    <message>
        <source>No keys</source>
        <translation>No keys</translation>
    </message>
    <message>
        <source>As delivered</source>
        <translation>As delivered</translation>
    </message>
    <message>
        <source>All as delivered</source>
        <translation>All as delivered</translation>
    </message>
    <message>
        <source>Press keys</source>
        <translation>Press keys</translation>
    </message>
</context>
<context>
    <name>vigie::LegendTable</name>
    <message>
        <source>Legend</source>
        <translation>Legend</translation>
    </message>
    <message>
        <source>Min</source>
        <extracomment>column heads of a chart&apos;s legend: lowest, average, highest and newest value</extracomment>
        <translation>Min</translation>
    </message>
    <message>
        <source>Mean</source>
        <translation>Mean</translation>
    </message>
    <message>
        <source>Max</source>
        <translation>Max</translation>
    </message>
    <message>
        <source>Last</source>
        <translation>Last</translation>
    </message>
</context>
<context>
    <name>vigie::LiveChart</name>
    <message>
        <source>top %1 of %2</source>
        <translation>top %1 of %2</translation>
    </message>
    <message>
        <source>No samples yet.</source>
        <translation>No samples yet.</translation>
    </message>
    <message>
        <source>Not connected. The history of charts is on the server only.</source>
        <translation>Not connected. The history of charts is on the server only.</translation>
    </message>
</context>
<context>
    <name>vigie::LiveTableView</name>
    <message>
        <source>Table</source>
        <translation>Table</translation>
    </message>
</context>
<context>
    <name>vigie::MainWindow</name>
    <message>
        <source>The token could not be kept in the keyring.</source>
        <translation>The token could not be kept in the keyring.</translation>
    </message>
    <message>
        <source>The program vigied was not found; install it, or choose a server in the settings.</source>
        <translation>The program vigied was not found; install it, or choose a server in the settings.</translation>
    </message>
    <message>
        <source>%1 – Vigie</source>
        <comment>1: page</comment>
        <translation>%1 – Vigie</translation>
    </message>
    <message>
        <source>Theme: as the desktop</source>
        <translation>Theme: as the desktop</translation>
    </message>
    <message>
        <source>Theme: dark</source>
        <translation>Theme: dark</translation>
    </message>
    <message>
        <source>Theme: light</source>
        <translation>Theme: light</translation>
    </message>
    <message>
        <source>Theme: high contrast, dark</source>
        <translation>Theme: high contrast, dark</translation>
    </message>
    <message>
        <source>Theme: high contrast, light</source>
        <translation>Theme: high contrast, light</translation>
    </message>
    <message>
        <source>Theme: night</source>
        <translation>Theme: night</translation>
    </message>
    <message>
        <source>Go to %1</source>
        <translation>Go to %1</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>Pages</translation>
    </message>
    <message>
        <source>Window</source>
        <translation>Window</translation>
    </message>
    <message>
        <source>Search or run a command</source>
        <translation>Search or run a command</translation>
    </message>
    <message>
        <source>Filter this page</source>
        <translation>Filter this page</translation>
    </message>
    <message>
        <source>Refresh</source>
        <translation>Refresh</translation>
    </message>
    <message>
        <source>Full screen</source>
        <translation>Full screen</translation>
    </message>
    <message>
        <source>Collapse or expand the page list</source>
        <translation>Collapse or expand the page list</translation>
    </message>
    <message>
        <source>Show all keys</source>
        <translation>Show all keys</translation>
    </message>
    <message>
        <source>Undo the last action</source>
        <translation>Undo the last action</translation>
    </message>
    <message>
        <source>There is nothing to undo.</source>
        <translation>There is nothing to undo.</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Quit</translation>
    </message>
    <message>
        <source>Open the settings</source>
        <translation>Open the settings</translation>
    </message>
    <message>
        <source>Connection</source>
        <translation>Connection</translation>
    </message>
    <message>
        <source>Connect again now</source>
        <translation>Connect again now</translation>
    </message>
    <message>
        <source>Sign in with another token …</source>
        <translation>Sign in with another token …</translation>
    </message>
    <message>
        <source>Manage server profiles …</source>
        <translation>Manage server profiles …</translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation>Appearance</translation>
    </message>
    <message>
        <source>Language: %1</source>
        <translation>Language: %1</translation>
    </message>
    <message>
        <source>Larger text</source>
        <translation>Larger text</translation>
    </message>
    <message>
        <source>Smaller text</source>
        <translation>Smaller text</translation>
    </message>
    <message>
        <source>Text at 100 %</source>
        <translation>Text at 100 %</translation>
    </message>
    <message>
        <source>Connect to %1</source>
        <translation>Connect to %1</translation>
    </message>
    <message>
        <source>Incident</source>
        <translation>Incident</translation>
    </message>
    <message>
        <source>The setting was not stored: the file %1 of this console is damaged or cannot be written (%2).</source>
        <comment>1: file, 2: reason</comment>
        <translation>The setting was not stored: the file %1 of this console is damaged or cannot be written (%2).</translation>
    </message>
    <message>
        <source>The server of this machine did not start: %1. Another attempt follows by itself.</source>
        <translation>The server of this machine did not start: %1. Another attempt follows by itself.</translation>
    </message>
    <message>
        <source>Its log is %1.</source>
        <comment>1: file</comment>
        <translation>Its log is %1.</translation>
    </message>
    <message>
        <source>This machine&apos;s own daemon asks for no token.</source>
        <translation>This machine&apos;s own daemon asks for no token.</translation>
    </message>
</context>
<context>
    <name>vigie::MetricListModel</name>
    <message numerus="yes">
        <source>%1, %n series</source>
        <translation>
            <numerusform>%1, %n series</numerusform>
            <numerusform>%1, %n series</numerusform>
        </translation>
    </message>
    <message>
        <source>Metric</source>
        <translation>Metric</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>Unit</translation>
    </message>
    <message>
        <source>Series</source>
        <comment>column: number of series</comment>
        <translation>Series</translation>
    </message>
    <message numerus="yes">
        <source>%n series</source>
        <translation>
            <numerusform>%n series</numerusform>
            <numerusform>%n series</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>vigie::MetricsPage</name>
    <message>
        <source>Metrics</source>
        <translation>Metrics</translation>
    </message>
    <message>
        <source>There is nothing to export.</source>
        <translation>There is nothing to export.</translation>
    </message>
    <message>
        <source>Export as CSV</source>
        <translation>Export as CSV</translation>
    </message>
    <message>
        <source>Comma-separated values (*.csv)</source>
        <translation>Comma-separated values (*.csv)</translation>
    </message>
    <message>
        <source>Written to %1.</source>
        <translation>Written to %1.</translation>
    </message>
    <message>
        <source>%1 could not be written: %2</source>
        <translation>%1 could not be written: %2</translation>
    </message>
    <message>
        <source>Write a query</source>
        <translation>Write a query</translation>
    </message>
    <message>
        <source>Compare with yesterday, or not</source>
        <translation>Compare with yesterday, or not</translation>
    </message>
    <message>
        <source>Go on live, or stand still</source>
        <translation>Go on live, or stand still</translation>
    </message>
    <message>
        <source>Export as CSV…</source>
        <translation>Export as CSV…</translation>
    </message>
    <message>
        <source>Show the whole range again</source>
        <translation>Show the whole range again</translation>
    </message>
    <message>
        <source>Show the last 15 minutes</source>
        <translation>Show the last 15 minutes</translation>
    </message>
    <message numerus="yes">
        <source>Show the last %n hours</source>
        <translation>
            <numerusform>Show the last hour</numerusform>
            <numerusform>Show the last %n hours</numerusform>
        </translation>
    </message>
    <message>
        <source>Show the last 7 days</source>
        <translation>Show the last 7 days</translation>
    </message>
    <message numerus="yes">
        <source>%n metrics</source>
        <translation>
            <numerusform>%n metric</numerusform>
            <numerusform>%n metrics</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing is measured yet.</source>
        <translation>Nothing is measured yet.</translation>
    </message>
    <message>
        <source>Look again</source>
        <translation>Look again</translation>
    </message>
    <message>
        <source>Only the first %1 of %2 series are shown.</source>
        <translation>Only the first %1 of %2 series are shown.</translation>
    </message>
    <message>
        <source>Chart</source>
        <translation>Chart</translation>
    </message>
    <message>
        <source>The query has a mistake.</source>
        <translation>The query has a mistake.</translation>
    </message>
    <message>
        <source>Choose a metric at the left or write a query.</source>
        <translation>Choose a metric at the left or write a query.</translation>
    </message>
    <message>
        <source>There are no samples of this in the chosen time.</source>
        <translation>There are no samples of this in the chosen time.</translation>
    </message>
    <message>
        <source>Series in the chart</source>
        <translation>Series in the chart</translation>
    </message>
    <message>
        <source>Find a metric</source>
        <translation>Find a metric</translation>
    </message>
    <message>
        <source>As of %1. %2</source>
        <comment>1: time of day, 2: why there is nothing newer</comment>
        <translation>As of %1. %2</translation>
    </message>
    <message>
        <source>Not connected. The history of metrics is on the server only.</source>
        <translation>Not connected. The history of metrics is on the server only.</translation>
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
        <translation>current page</translation>
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
        <translation>Creating…</translation>
    </message>
    <message>
        <source>Create incident</source>
        <translation>Create incident</translation>
    </message>
</context>
<context>
    <name>vigie::Notices</name>
    <message>
        <source>Undo</source>
        <translation>Undo</translation>
    </message>
</context>
<context>
    <name>vigie::OverviewPage</name>
    <message>
        <source>Overview</source>
        <translation>Overview</translation>
    </message>
    <message>
        <source>Charts</source>
        <translation>Charts</translation>
    </message>
    <message>
        <source>No open incidents. What goes wrong will stand here at once.</source>
        <translation>No open incidents. What goes wrong will stand here at once.</translation>
    </message>
    <message>
        <source>Nothing is watched yet.</source>
        <translation>Nothing is watched yet.</translation>
    </message>
    <message>
        <source>Add a source…</source>
        <translation>Add a source…</translation>
    </message>
    <message>
        <source>Nothing has changed since the start.</source>
        <translation>Nothing has changed since the start.</translation>
    </message>
    <message numerus="yes">
        <source>%n open</source>
        <comment>incidents of one severity</comment>
        <translation>
            <numerusform>%n open</numerusform>
            <numerusform>%n open</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>of %n open</source>
        <comment>incidents without an owner</comment>
        <translation>
            <numerusform>of %n open</numerusform>
            <numerusform>of %n open</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 of %2</translation>
    </message>
    <message numerus="yes">
        <source>%n down</source>
        <translation>
            <numerusform>%n down</numerusform>
            <numerusform>%n down</numerusform>
        </translation>
    </message>
    <message>
        <source>up</source>
        <translation>up</translation>
    </message>
    <message>
        <source>%1 open, %2 unacknowledged</source>
        <translation>%1 open, %2 unacknowledged</translation>
    </message>
    <message numerus="yes">
        <source>%n watched</source>
        <translation>
            <numerusform>%n watched</numerusform>
            <numerusform>%n watched</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>all %n succeed</source>
        <comment>probes</comment>
        <translation>
            <numerusform>%n succeeds</numerusform>
            <numerusform>all %n succeed</numerusform>
        </translation>
    </message>
    <message>
        <source>Open incidents</source>
        <translation>Open incidents</translation>
    </message>
    <message>
        <source>Sources</source>
        <translation>Sources</translation>
    </message>
    <message>
        <source>Recent changes</source>
        <translation>Recent changes</translation>
    </message>
    <message>
        <source>Nobody&apos;s</source>
        <comment>incidents without an owner</comment>
        <translation>Nobody&apos;s</translation>
    </message>
    <message>
        <source>Disk space</source>
        <translation>Disk space</translation>
    </message>
    <message>
        <source>No probes yet. Add one on the page Sources.</source>
        <translation>No probes yet. Add one on the page Sources.</translation>
    </message>
    <message numerus="yes">
        <source>Charts: last %n minutes</source>
        <translation>
            <numerusform>Charts: last minute</numerusform>
            <numerusform>Charts: last %n minutes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Charts: last %n hours</source>
        <translation>
            <numerusform>Charts: last hour</numerusform>
            <numerusform>Charts: last %n hours</numerusform>
        </translation>
    </message>
    <message>
        <source>%1/%2 fail</source>
        <comment>probes</comment>
        <translation>%1/%2 fail</translation>
    </message>
    <message>
        <source>No file systems are measured.</source>
        <translation>No file systems are measured.</translation>
    </message>
</context>
<context>
    <name>vigie::Panel</name>
    <message>
        <source>Not up to date</source>
        <translation>Not up to date</translation>
    </message>
    <message>
        <source>Old</source>
        <comment>short: the data are not up to date</comment>
        <translation>Old</translation>
    </message>
</context>
<context>
    <name>vigie::PanelMessage</name>
    <message>
        <source>Copy the error id</source>
        <translation>Copy the error id</translation>
    </message>
    <message>
        <source>Error id</source>
        <translation>Error id</translation>
    </message>
</context>
<context>
    <name>vigie::PanelSkeleton</name>
    <message>
        <source>Loading</source>
        <translation>Loading</translation>
    </message>
</context>
<context>
    <name>vigie::PendingBar</name>
    <message numerus="yes">
        <source>%n new, click to show</source>
        <extracomment>bar above a table whose updates wait; %n rows changed or came in since</extracomment>
        <translation>
            <numerusform>%n new, click to show</numerusform>
            <numerusform>%n new, click to show</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>vigie::ProfileDialog</name>
    <message>
        <source>It works: Vigie %1 on %2, signed in as %3.</source>
        <translation>It works: Vigie %1 on %2, signed in as %3.</translation>
    </message>
    <message>
        <source>It does not work.</source>
        <translation>It does not work.</translation>
    </message>
    <message>
        <source>Certificates and keys (*.pem *.crt *.key);;All files (*)</source>
        <translation>Certificates and keys (*.pem *.crt *.key);;All files (*)</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Save</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>what the administrator gave you</source>
        <translation>what the administrator gave you</translation>
    </message>
    <message>
        <source>leave empty to keep the present one</source>
        <translation>leave empty to keep the present one</translation>
    </message>
    <message>
        <source>Give the connection a name.</source>
        <translation>Give the connection a name.</translation>
    </message>
    <message>
        <source>Write the address as in https://vigie.example.org, without user and password.</source>
        <translation>Write the address as in https://vigie.example.org, without user and password.</translation>
    </message>
    <message>
        <source>The connection could not be saved.</source>
        <translation>The connection could not be saved.</translation>
    </message>
    <message>
        <source>No keyring runs here. The token will be asked for at each connection.</source>
        <translation>No keyring runs here. The token will be asked for at each connection.</translation>
    </message>
    <message>
        <source>The keyring is locked. The token was not kept and will be asked for.</source>
        <translation>The keyring is locked. The token was not kept and will be asked for.</translation>
    </message>
    <message>
        <source>The token could not be kept in the keyring.</source>
        <translation>The token could not be kept in the keyring.</translation>
    </message>
    <message>
        <source>Trying…</source>
        <translation>Trying…</translation>
    </message>
    <message>
        <source>The token of %1 could not be removed from the keyring.</source>
        <translation>The token of %1 could not be removed from the keyring.</translation>
    </message>
</context>
<context>
    <name>vigie::PrometheusTabs</name>
    <message>
        <source>Targets</source>
        <translation>Targets</translation>
    </message>
    <message>
        <source>Rules</source>
        <translation>Rules</translation>
    </message>
    <message>
        <source>Alerts</source>
        <translation>Alerts</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>tab: word and count</comment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>Inside this Prometheus</source>
        <translation>Inside this Prometheus</translation>
    </message>
    <message>
        <source>as of %1</source>
        <translation>as of %1</translation>
    </message>
    <message>
        <source>This Prometheus has no targets.</source>
        <translation>This Prometheus has no targets.</translation>
    </message>
    <message>
        <source>This Prometheus has no rules.</source>
        <translation>This Prometheus has no rules.</translation>
    </message>
    <message>
        <source>No alert is active.</source>
        <translation>No alert is active.</translation>
    </message>
    <message>
        <source>Asking…</source>
        <translation>Asking…</translation>
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
        <translation>Last 15 min</translation>
    </message>
    <message>
        <source>Last hour</source>
        <translation>Last hour</translation>
    </message>
    <message>
        <source>Last 6 h</source>
        <translation>Last 6 h</translation>
    </message>
    <message>
        <source>Last 24 h</source>
        <translation>Last 24 h</translation>
    </message>
    <message>
        <source>Last 7 days</source>
        <translation>Last 7 days</translation>
    </message>
    <message>
        <source>From … to …</source>
        <translation>From … to …</translation>
    </message>
    <message>
        <source>Vigie&apos;s own metrics</source>
        <translation>Vigie&apos;s own metrics</translation>
    </message>
    <message>
        <source>Where to ask</source>
        <translation>Where to ask</translation>
    </message>
    <message>
        <source>PromQL, for example rate(http_requests_total[5m])</source>
        <translation>PromQL, for example rate(http_requests_total[5m])</translation>
    </message>
    <message>
        <source>Metric, for example host_load1 or probe_success{probe=&quot;shop&quot;}</source>
        <translation>Metric, for example host_load1 or probe_success{probe=&quot;shop&quot;}</translation>
    </message>
    <message>
        <source>Query</source>
        <translation>Query</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Show</translation>
    </message>
    <message>
        <source>Time range</source>
        <translation>Time range</translation>
    </message>
    <message>
        <source>From</source>
        <translation>From</translation>
    </message>
    <message>
        <source>To</source>
        <translation>To</translation>
    </message>
    <message>
        <source>Compare with yesterday</source>
        <translation>Compare with yesterday</translation>
    </message>
    <message>
        <source>Live</source>
        <translation>Live</translation>
    </message>
    <message>
        <source>Goes on with what arrives.</source>
        <translation>Goes on with what arrives.</translation>
    </message>
    <message>
        <source>Export as CSV…</source>
        <translation>Export as CSV…</translation>
    </message>
</context>
<context>
    <name>vigie::Screenshot</name>
    <message>
        <source>The picture could not be saved as %1.</source>
        <translation>The picture could not be saved as %1.</translation>
    </message>
    <message>
        <source>No data came within %1 seconds: %2.</source>
        <translation>No data came within %1 seconds: %2.</translation>
    </message>
</context>
<context>
    <name>vigie::SearchButton</name>
    <message>
        <source>Search or run a command</source>
        <translation>Search or run a command</translation>
    </message>
</context>
<context>
    <name>vigie::SeriesStatsModel</name>
    <message>
        <source>%1 (a day earlier)</source>
        <translation>%1 (a day earlier)</translation>
    </message>
    <message>
        <source>Series</source>
        <translation>Series</translation>
    </message>
    <message>
        <source>Last</source>
        <translation>Last</translation>
    </message>
    <message>
        <source>Min</source>
        <translation>Min</translation>
    </message>
    <message>
        <source>Mean</source>
        <translation>Mean</translation>
    </message>
    <message>
        <source>Max</source>
        <translation>Max</translation>
    </message>
    <message>
        <source>Colour</source>
        <translation>Colour</translation>
    </message>
</context>
<context>
    <name>vigie::SettingsPage</name>
    <message>
        <source>Settings</source>
        <translation>Settings</translation>
    </message>
    <message>
        <source>Settings: appearance</source>
        <translation>Settings: appearance</translation>
    </message>
    <message>
        <source>Settings: connections</source>
        <translation>Settings: connections</translation>
    </message>
    <message>
        <source>Settings: keyboard</source>
        <translation>Settings: keyboard</translation>
    </message>
    <message>
        <source>Settings: data</source>
        <translation>Settings: data</translation>
    </message>
    <message>
        <source>About Vigie</source>
        <translation>About Vigie</translation>
    </message>
    <message>
        <source>Add a connection…</source>
        <translation>Add a connection…</translation>
    </message>
</context>
<context>
    <name>vigie::SeverityChip</name>
    <message>
        <source>Critical</source>
        <translation>Critical</translation>
    </message>
    <message>
        <source>High</source>
        <translation>High</translation>
    </message>
    <message>
        <source>Medium</source>
        <translation>Medium</translation>
    </message>
    <message>
        <source>Low</source>
        <translation>Low</translation>
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
        <translation>Unknown</translation>
    </message>
    <message>
        <source>Severity: %1</source>
        <translation>Severity: %1</translation>
    </message>
</context>
<context>
    <name>vigie::ShortcutSheet</name>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>Keyboard shortcuts</translation>
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
        <translation>Choose a source to see how it does.</translation>
    </message>
    <message>
        <source>State</source>
        <translation>State</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Kind</translation>
    </message>
    <message>
        <source>Target</source>
        <translation>Target</translation>
    </message>
    <message>
        <source>Looks every</source>
        <translation>Looks every</translation>
    </message>
    <message>
        <source>Last success</source>
        <translation>Last success</translation>
    </message>
    <message>
        <source>Took</source>
        <translation>Took</translation>
    </message>
    <message>
        <source>Next try</source>
        <translation>Next try</translation>
    </message>
    <message>
        <source>Failures in a row</source>
        <translation>Failures in a row</translation>
    </message>
    <message>
        <source>Last error</source>
        <translation>Last error</translation>
    </message>
    <message>
        <source>Comes from</source>
        <translation>Comes from</translation>
    </message>
    <message>
        <source>never</source>
        <translation>never</translation>
    </message>
    <message>
        <source>now</source>
        <translation>now</translation>
    </message>
    <message>
        <source>in %1</source>
        <translation>in %1</translation>
    </message>
    <message>
        <source>added here or through the API</source>
        <translation>added here or through the API</translation>
    </message>
    <message>
        <source>the daemon&apos;s configuration file</source>
        <translation>the daemon&apos;s configuration file</translation>
    </message>
    <message>
        <source>No measurements yet.</source>
        <translation>No measurements yet.</translation>
    </message>
    <message>
        <source>CPU</source>
        <translation>CPU</translation>
    </message>
    <message>
        <source>Latency</source>
        <translation>Latency</translation>
    </message>
</context>
<context>
    <name>vigie::SourceDialog</name>
    <message>
        <source>Add</source>
        <translation>Add</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>field, what is wrong</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Adding…</source>
        <translation>Adding…</translation>
    </message>
    <message>
        <source>%1 was not added.</source>
        <translation>%1 was not added.</translation>
    </message>
</context>
<context>
    <name>vigie::SourceModel</name>
    <message>
        <source>Being removed</source>
        <translation>Being removed</translation>
    </message>
    <message>
        <source>never</source>
        <translation>never</translation>
    </message>
    <message>
        <source>now</source>
        <translation>now</translation>
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
        <translation>State</translation>
    </message>
    <message>
        <source>For</source>
        <comment>column: how long it has been in this state</comment>
        <translation>For</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Kind</translation>
    </message>
    <message>
        <source>Target</source>
        <translation>Target</translation>
    </message>
    <message>
        <source>Last success</source>
        <comment>column: how long ago</comment>
        <translation>Last success</translation>
    </message>
    <message>
        <source>Latency</source>
        <translation>Latency</translation>
    </message>
    <message>
        <source>Next try</source>
        <translation>Next try</translation>
    </message>
    <message>
        <source>Last error</source>
        <translation>Last error</translation>
    </message>
    <message>
        <source>up for %1</source>
        <translation>up for %1</translation>
    </message>
    <message>
        <source>down for %1</source>
        <translation>down for %1</translation>
    </message>
    <message>
        <source>down for %1: %2</source>
        <translation>down for %1: %2</translation>
    </message>
    <message>
        <source>nothing received yet</source>
        <translation>nothing received yet</translation>
    </message>
    <message>
        <source>first look under way</source>
        <translation>first look under way</translation>
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
        <translation>Add a source…</translation>
    </message>
    <message>
        <source>Check the chosen sources now</source>
        <translation>Check the chosen sources now</translation>
    </message>
    <message>
        <source>Remove the chosen sources</source>
        <translation>Remove the chosen sources</translation>
    </message>
    <message>
        <source>%1 could not be removed.</source>
        <translation>%1 could not be removed.</translation>
    </message>
    <message numerus="yes">
        <source>%n watched</source>
        <translation>
            <numerusform>%n watched</numerusform>
            <numerusform>%n watched</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 of %2</translation>
    </message>
    <message>
        <source>No source fits the filter.</source>
        <translation>No source fits the filter.</translation>
    </message>
    <message>
        <source>Clear the filter</source>
        <translation>Clear the filter</translation>
    </message>
    <message>
        <source>Nothing is watched yet.</source>
        <translation>Nothing is watched yet.</translation>
    </message>
    <message>
        <source>There is no connection.</source>
        <translation>There is no connection.</translation>
    </message>
    <message>
        <source>No source is chosen.</source>
        <translation>No source is chosen.</translation>
    </message>
    <message>
        <source>%1 is written in the daemon&apos;s configuration file: remove it there.</source>
        <translation>%1 is written in the daemon&apos;s configuration file: remove it there.</translation>
    </message>
    <message>
        <source>%1 is watched from now on.</source>
        <translation>%1 is watched from now on.</translation>
    </message>
    <message>
        <source>%1 is being checked.</source>
        <translation>%1 is being checked.</translation>
    </message>
    <message>
        <source>%1 could not be checked.</source>
        <translation>%1 could not be checked.</translation>
    </message>
    <message>
        <source>%1 will be removed in 30 s.</source>
        <translation>%1 will be removed in 30 s.</translation>
    </message>
    <message>
        <source>Filter by name, target, kind or state</source>
        <translation>Filter by name, target, kind or state</translation>
    </message>
    <message>
        <source>Filter sources</source>
        <translation>Filter sources</translation>
    </message>
    <message>
        <source>Add source…</source>
        <translation>Add source…</translation>
    </message>
    <message>
        <source>Check now</source>
        <translation>Check now</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Remove</translation>
    </message>
    <message numerus="yes">
        <source>%n source(s) stay: the connection to their server was closed.</source>
        <translation>
            <numerusform>%n source stays: the connection to its server was closed.</numerusform>
            <numerusform>%n sources stay: the connection to their server was closed.</numerusform>
        </translation>
    </message>
    <message>
        <source>A webhook cannot be checked: it calls.</source>
        <translation>A webhook cannot be checked: it calls.</translation>
    </message>
    <message>
        <source>The check is under way.</source>
        <translation>The check is under way.</translation>
    </message>
    <message>
        <source>%1 will be removed in 30 s.</source>
        <comment>1: several names</comment>
        <translation>%1 will be removed in 30 s.</translation>
    </message>
    <message numerus="yes">
        <source>%1 and %n more will be removed in 30 s.</source>
        <comment>1: several names</comment>
        <translation>
            <numerusform>%1 and %n more will be removed in 30 s.</numerusform>
            <numerusform>%1 and %n more will be removed in 30 s.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>vigie::StateChip</name>
    <message>
        <source>Open</source>
        <extracomment>state of an incident</extracomment>
        <translation>Open</translation>
    </message>
    <message>
        <source>Acknowledged</source>
        <translation>Acknowledged</translation>
    </message>
    <message>
        <source>Snoozed</source>
        <translation>Snoozed</translation>
    </message>
    <message>
        <source>Resolved</source>
        <translation>Resolved</translation>
    </message>
    <message>
        <source>Up</source>
        <extracomment>state of a source: it works</extracomment>
        <translation>Up</translation>
    </message>
    <message>
        <source>Down</source>
        <extracomment>state of a source: it failed</extracomment>
        <translation>Down</translation>
    </message>
    <message>
        <source>Pending</source>
        <extracomment>state of a source: not tried yet</extracomment>
        <translation>Pending</translation>
    </message>
    <message>
        <source>Stale</source>
        <extracomment>data are too old</extracomment>
        <translation>Stale</translation>
    </message>
    <message>
        <source>Unknown</source>
        <translation>Unknown</translation>
    </message>
    <message>
        <source>State: %1</source>
        <translation>State: %1</translation>
    </message>
</context>
<context>
    <name>vigie::TargetDialog</name>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancel</translation>
    </message>
</context>
<context>
    <name>vigie::TextTableModel</name>
    <message>
        <source>failing</source>
        <comment>a rule whose evaluation fails</comment>
        <translation>failing</translation>
    </message>
    <message>
        <source>firing</source>
        <comment>state of an alert</comment>
        <translation>firing</translation>
    </message>
    <message>
        <source>pending</source>
        <comment>state of an alert</comment>
        <translation>pending</translation>
    </message>
    <message>
        <source>recording</source>
        <comment>a rule that records</comment>
        <translation>recording</translation>
    </message>
    <message>
        <source>quiet</source>
        <comment>an alert rule that does not fire</comment>
        <translation>quiet</translation>
    </message>
    <message>
        <source>State</source>
        <translation>State</translation>
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
        <translation>Last error</translation>
    </message>
    <message>
        <source>Rule</source>
        <translation>Rule</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>Group</translation>
    </message>
    <message>
        <source>Expression</source>
        <translation>Expression</translation>
    </message>
    <message>
        <source>Severity</source>
        <translation>Severity</translation>
    </message>
    <message>
        <source>Alert</source>
        <translation>Alert</translation>
    </message>
    <message>
        <source>Labels</source>
        <translation>Labels</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Value</translation>
    </message>
</context>
<context>
    <name>vigie::TimeSeriesView</name>
    <message>
        <source>No data in this range</source>
        <translation>No data in this range</translation>
    </message>
    <message>
        <source>Chart</source>
        <translation>Chart</translation>
    </message>
</context>
<context>
    <name>vigie::TimelineView</name>
    <message>
        <source>Timeline</source>
        <translation>Timeline</translation>
    </message>
</context>
<context>
    <name>vigie::ToastWidget</name>
    <message>
        <source>Close this message</source>
        <translation>Close this message</translation>
    </message>
</context>
<context>
    <name>vigie::TokenDialog</name>
    <message>
        <source>Keep it in the keyring</source>
        <translation>Keep it in the keyring</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>Sign in</translation>
    </message>
    <message>
        <source>Sign in to %1</source>
        <translation>Sign in to %1</translation>
    </message>
    <message>
        <source>Access token</source>
        <translation>Access token</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>Give the access token of this server.</source>
        <translation>Give the access token of this server.</translation>
    </message>
    <message>
        <source>The keyring is locked, so a token that is kept there cannot be read. Unlock it and connect again, or give the token for this time.</source>
        <translation>The keyring is locked, so a token that is kept there cannot be read. Unlock it and connect again, or give the token for this time.</translation>
    </message>
    <message>
        <source>No keyring service is running, so the token is asked for each time.</source>
        <translation>No keyring service is running, so the token is asked for each time.</translation>
    </message>
    <message>
        <source>The server did not accept the token. It may have expired; give another one.</source>
        <translation>The server did not accept the token. It may have expired; give another one.</translation>
    </message>
</context>
<context>
    <name>vigie::TopBar</name>
    <message>
        <source>Server profile</source>
        <translation>Server profile</translation>
    </message>
    <message>
        <source>Choose the server to watch</source>
        <translation>Choose the server to watch</translation>
    </message>
    <message>
        <source>Choose the server to watch. Signed in as %1.</source>
        <translation>Choose the server to watch. Signed in as %1.</translation>
    </message>
</context>
<context>
    <name>vigie::TopIncidentsModel</name>
    <message>
        <source>Severity</source>
        <translation>Severity</translation>
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
        <translation>Age</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>Owner</translation>
    </message>
    <message>
        <source>State</source>
        <translation>State</translation>
    </message>
    <message>
        <source>open for %1</source>
        <comment>1: time span, for screen readers</comment>
        <translation>open for %1</translation>
    </message>
    <message>
        <source>unassigned</source>
        <translation>unassigned</translation>
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
        <translation>Give these to whoever is to call: Alertmanager, Grafana or a program of your own. The token goes into the header “Authorization: Bearer …” and is not shown again.</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Address</translation>
    </message>
    <message>
        <source>Token</source>
        <translation>Token</translation>
    </message>
    <message>
        <source>This machine&apos;s own server can be called from this machine only, and its port is another one after each start.</source>
        <translation>This machine&apos;s own server can be called from this machine only, and its port is another one after each start.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Copy</translation>
    </message>
    <message>
        <source>Copy: %1</source>
        <comment>1: address or token</comment>
        <translation>Copy: %1</translation>
    </message>
</context>
</TS>
