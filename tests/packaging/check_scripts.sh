#!/usr/bin/env bash
# check_scripts.sh SOURCE: what the scripts of packaging/ promise, tried on copies with stand-ins for the programs they call.
set -euo pipefail
source_dir=$1
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
failed=0

# check WORDS COMMAND...: counts what is not so.
check() {
    local words=$1
    shift
    if "$@"; then echo "ok: $words"; else echo "FAILED: $words"; failed=$((failed + 1)); fi
}
is() { [ "$1" = "$2" ] || { echo "is '$1', not '$2'"; return 1; }; }

# --- no service starts while packages are installed, and the machine's own policy comes back
policy=$work/policy-rc.d
without=$source_dir/packaging/without-services
check "a service is refused meanwhile" is "$("$without" "$policy" sh -c "$policy postgresql start; echo \$?")" 101
check "nothing is left" test ! -e "$policy"
printf '#!/bin/sh\nexit 7\n' >"$policy"
chmod 700 "$policy"
check "it is refused where there is a policy" is "$("$without" "$policy" sh -c "$policy; echo \$?")" 101
check "the old policy is back" is "$("$policy" || echo $?) $(stat -c %a "$policy")" "7 700"
check "the command's failure is its own" is "$("$without" "$policy" sh -c 'exit 3' || echo $?)" 3
check "the old policy is back after a failure" is "$("$policy" || echo $?)" 7
"$without" "$policy" sh -c 'kill -KILL $PPID; sleep 0.2' 2>/dev/null || true
"$without" "$policy" true
check "the old policy is back after a run that was killed" is "$("$policy" || echo $?)" 7

# --- the scripts on a copy, with stand-ins for dpkg-query, apt-get, sudo, id, cmake and ctest
copy=$work/copy
mkdir -p "$copy/bin" "$copy"/{app,ui,widgets,backend,resources,translations}
cp -r "$source_dir/packaging" "$copy/"
touch "$copy"/{CMakeLists.txt,CMakePresets.json}
stand_in() {
    printf '#!/usr/bin/env bash\n%s\n' "$2" >"$copy/bin/$1"
    chmod +x "$copy/bin/$1"
}
export PATH=$copy/bin:$PATH
stand_in dpkg-query "awk '/^[a-z]/ && \$1 != \"clazy\" { print \"installed\", \$2 }' '$copy/packaging/packages.txt'"
stand_in cmake "[ \"\$1\" = --build ] || exit 0
echo built >>'$work/builds'; mkdir -p '$copy/build/release/bin'
for p in vigie vigied; do printf '#!/bin/sh\n' >'$copy/build/release/bin/'\$p; chmod +x '$copy/build/release/bin/'\$p; done
sleep 0.05; [ -e '$work/edit' ] && { rm '$work/edit'; touch '$copy/ui/edited.cpp'; sleep 0.05; } || true"
builds() { wc -l <"$work/builds"; }
run() { "$copy/packaging/run" --build-only >/dev/null 2>&1; }
touch "$work/edit"
run
run
check "an edit made during the build is built by the next run" is "$(builds)" 2
run
check "nothing changed, nothing is built" is "$(builds)" 2

# --- clazy is installed like everything else: by root, or by sudo
stand_in id 'echo 1000'
stand_in sudo "echo \"\$*\" >>'$work/sudo'"
stand_in clazy ''
"$copy/packaging/test" --clazy >/dev/null 2>&1 || true
check "clazy is installed by sudo" grep -q 'apt-get install .*clazy' "$work/sudo"
check "and no service starts" grep -q 'without-services /usr/sbin/policy-rc.d' "$work/sudo"

# --- a skip fails where everything is installed
stand_in ctest "mkdir -p '$copy/build/dev/Testing/Temporary'; cp '$work/log' '$copy/build/dev/Testing/Temporary/LastTest.log'; exit \"\${CTEST_CODE:-0}\""
tests() { env "$@" "$copy/packaging/test" >"$work/said" 2>&1 && echo passed || echo failed; }
printf 'PASS   : TestX::a()\nSKIP   : TestX::b() Debian package openssl is not installed\n   Loc: [x.cpp(1)]\n' >"$work/log"
check "a skip passes on a developer's machine" is "$(tests CI=)" passed
check "and fails in CI" is "$(tests CI=true)" failed
check "which names it" grep -q 'openssl is not installed' "$work/said"
printf 'PASS   : TestX::a()\nSKIP   : TestX::b() by design: too slow with the thread sanitizer\n' >"$work/log"
check "a skip by design passes in CI" is "$(tests CI=true)" passed
printf 'PASS   : TestX::a()\n' >"$work/log"
check "no skip passes in CI" is "$(tests CI=true)" passed
check "what ctest says counts" is "$(tests CI=true CTEST_CODE=8)" failed
check "the pipeline says that it is one" grep -q '^export CI=true' "$source_dir/.ci/run"

[ "$failed" = 0 ] || { echo "$failed failed"; exit 1; }
