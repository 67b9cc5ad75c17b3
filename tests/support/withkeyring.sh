#!/bin/sh
# SPDX-FileCopyrightText: 2026 The Vigie authors
# SPDX-License-Identifier: GPL-3.0-or-later
# withkeyring.sh keyring|none COMMAND...: runs COMMAND on a session bus of its own with a throw-away home, where a real
# gnome-keyring with an empty unlocked login collection runs (keyring) or cannot be started at all (none).
set -eu
mode=$1
shift
HOME=$(mktemp -d)
XDG_RUNTIME_DIR=$HOME/run
mkdir -m 700 "$XDG_RUNTIME_DIR"
unset DISPLAY WAYLAND_DISPLAY DBUS_SESSION_BUS_ADDRESS XDG_CURRENT_DESKTOP
export HOME XDG_RUNTIME_DIR
export XDG_DATA_HOME="$HOME/data" XDG_CONFIG_HOME="$HOME/config" XDG_CACHE_HOME="$HOME/cache"
status=0
if [ "$mode" = none ]; then
    # A bus that has no service to activate.
    cat >"$HOME/bus.conf" <<'EOF'
<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
 "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig>
  <type>session</type>
  <listen>unix:tmpdir=/tmp</listen>
  <auth>EXTERNAL</auth>
  <policy context="default"><allow send_destination="*" eavesdrop="true"/><allow eavesdrop="true"/><allow own="*"/></policy>
</busconfig>
EOF
    dbus-run-session --config-file="$HOME/bus.conf" -- "$@" || status=$?
else
    # The shell inside is the parent of the keyring, and ends it by its number.
    dbus-run-session -- sh -c '
        printf test | gnome-keyring-daemon --unlock --components=secrets --foreground >/dev/null 2>&1 &
        keyring=$!
        trap "kill $keyring 2>/dev/null" EXIT
        tries=0
        until gdbus call --session --dest org.freedesktop.DBus --object-path /org/freedesktop/DBus \
            --method org.freedesktop.DBus.NameHasOwner org.freedesktop.secrets 2>/dev/null | grep -q true; do
            tries=$((tries + 1))
            [ $tries -lt 100 ] || exit 77
            sleep 0.1
        done
        "$@"' sh "$@" || status=$?
fi
rm -rf "$HOME"
exit $status
