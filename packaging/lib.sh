# Shared by packaging/run and packaging/test: what to install and how to build. Sourced, not started.
set -euo pipefail
ROOT=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)

say() { printf '\033[1m%s\033[0m\n' "$*" >&2; }
die() { printf 'vigie: %s\n' "$*" >&2; exit 1; }

# install GROUP...: installs the packages of packages.txt that are missing; says which, and what to do where it may not.
install_packages() {
    command -v dpkg-query >/dev/null || die "this script knows Debian 12; install the packages of packaging/packages.txt by hand"
    local wanted missing=()
    wanted=$(for group in "$@"; do awk -v g="$group" '$1 == g { print $2 }' "$ROOT/packaging/packages.txt"; done)
    local have
    have=$(dpkg-query -W -f '${db:Status-Status} ${Package}\n' 2>/dev/null | awk '$1 == "installed" { print $2 }')
    for package in $wanted; do
        grep -qx "$package" <<<"$have" || missing+=("$package")
    done
    [ ${#missing[@]} -eq 0 ] && return 0
    say "Installing ${#missing[@]} missing packages: ${missing[*]}"
    local sudo=""
    if [ "$(id -u)" != 0 ]; then
        command -v sudo >/dev/null || die "these packages are missing, and installing needs root: apt-get install ${missing[*]}"
        sudo=sudo
    fi
    $sudo env DEBIAN_FRONTEND=noninteractive apt-get update -q >&2 \
        || die "apt-get update failed; check the network and /etc/apt/sources.list, then run this again"
    # The test servers must not start system-wide just because a test wants to start one of its own.
    $sudo "$ROOT/packaging/without-services" /usr/sbin/policy-rc.d env DEBIAN_FRONTEND=noninteractive \
        apt-get install -y -q --no-install-recommends "${missing[@]}" >&2 \
        || die "apt-get could not install: ${missing[*]}"
}

# build PRESET [cmake args]: configures and builds into build/PRESET.
build_preset() {
    local preset=$1
    shift
    say "Building preset $preset into build/$preset"
    (cd "$ROOT" && cmake --preset "$preset" "$@" >"build-$preset.log" 2>&1) || { cat "$ROOT/build-$preset.log" >&2; rm -f "$ROOT/build-$preset.log"; die "configuring failed (above)"; }
    rm -f "$ROOT/build-$preset.log"
    cmake --build "$ROOT/build/$preset" >&2 || die "building failed (above)"
}

# refuse_skips LOG: fails when a test of ctest's LOG was skipped. Where everything is installed a skip is a test that
# nobody ran. A skip that has another reason than something missing says so: QSKIP("by design: ...").
refuse_skips() {
    local skipped
    [ -s "$1" ] || die "there is no log of the tests at $1"
    skipped=$(grep -a '^SKIP   : ' "$1" | grep -av ') by design: ' || true)
    [ -z "$skipped" ] && return 0
    printf '%s\n' "$skipped" >&2
    die "$(wc -l <<<"$skipped") tests were skipped (above), and CI=true allows none"
}
