# Prometheus, promtool, Alertmanager, amtool and node_exporter from Debian's packages: no root, no dpkg database, no services.
# What lies in .tools afterwards can be moved with the repository:
#   root/     the packages as Debian made them
#   libexec/  copies that find their data next to them instead of in /usr/share
#   bin/      what to run, from any directory
#   versions  written last: without it nothing here counts
# Needs tools.sh.

DEBIAN_KEYRING=${DEBIAN_KEYRING:-/usr/share/keyrings/debian-archive-keyring.gpg}
DEBIAN_PACKAGES='prometheus promtool prometheus-alertmanager prometheus-node-exporter'
# Newest first: sid has what upstream supports now; a suite that lost a file or is too old gives way to the next.
DEBIAN_SUITES='sid forky trixie'

# Why this machine cannot use Debian's packages; nothing when it can.
debian_refusal() {
  for refusal_command in apt-get dpkg-deb timeout; do
    command -v "$refusal_command" >/dev/null 2>&1 || {
      echo "Debian's packages cannot be used here ($refusal_command is not installed)"
      return 0
    }
  done
  [ -f "$DEBIAN_KEYRING" ] ||
    echo "Debian's packages cannot be verified here ($DEBIAN_KEYRING is missing; 'apt-get install debian-archive-keyring' brings it)"
}

# The Debian mirror that this machine is set up with, or Debian's own.
debian_mirror() {
  mirror_list='' mirror_parts=''
  eval "$(apt-config shell mirror_list Dir::Etc::sourcelist/f mirror_parts Dir::Etc::sourceparts/d)"
  for mirror_file in "$mirror_list" "$mirror_parts"/*.list "$mirror_parts"/*.sources; do
    [ -r "$mirror_file" ] || continue
    case $mirror_file in
      *.sources) debian_uris_deb822 "$mirror_file" ;;
      *) debian_uris_one_line "$mirror_file" ;;
    esac
  done | awk '/\/debian\/?$|\/debian\.list$/ && !found { print; found = 1 } END { if (!found) print "http://deb.debian.org/debian" }'
}

# 'deb [options] URI suite component...'
debian_uris_one_line() {
  sed -n 's/^[[:space:]]*deb[[:space:]]\{1,\}\(\[[^]]*\][[:space:]]*\)\{0,1\}\([^[:space:]]\{1,\}\)[[:space:]].*/\2/p' "$1"
}

# Stanzas of 'Field: value', a value may go on in lines that start with a space; 'Enabled: no' switches a stanza off.
debian_uris_deb822() {
  awk '
    function flush(  i, n, u) { if (enabled && debs) { n = split(uris, u, " "); for (i = 1; i <= n; i++) print u[i] }; uris = ""; enabled = 1; debs = 0 }
    BEGIN { enabled = 1 }
    /^[[:space:]]*$/ { flush(); next }
    /^#/ { next }
    /^[[:space:]]/ { if (field == "uris") uris = uris " " $0; next }
    {
      field = tolower($0); sub(/:.*/, "", field); value = $0; sub(/^[^:]*:[[:space:]]*/, "", value)
      if (field == "uris") uris = value
      if (field == "types") debs = value ~ /(^| )deb( |$)/
      if (field == "enabled") enabled = tolower(value) !~ /^(no|false|0|off|without|disable)/
    }
    END { flush() }' "$1"
}

# debian_fetch NAME WHAT FUNCTION: has the function fetch from the first suite that serves it. NAME is that of the log. Leaves .tools as it
# was when no suite does; DEBIAN_FAILURE then says what went wrong.
debian_fetch() {
  debian_name=$1 debian_what=$2 debian_function=$3
  rm -rf "$KTHENA_CACHE"/tools.??????
  debian_work=$(mktemp -d "$KTHENA_CACHE/tools.XXXXXX")
  trap 'rm -rf "$debian_work"' EXIT
  trap 'exit 130' INT TERM HUP
  # shellcheck disable=SC2034 # read by tools.sh
  DEBIAN_FAILURE="Debian's packages could not be had from $(debian_mirror)"
  debian_rc=1
  for debian_suite in $DEBIAN_SUITES; do
    if step "$debian_name" "fetching $debian_what (Debian $debian_suite)" "$debian_function" "$debian_suite"; then
      debian_rc=0
      break
    fi
  done
  rm -rf "$debian_work"
  trap - EXIT INT TERM HUP
  return "$debian_rc"
}

debian_fetch_tools() {
  # shellcheck disable=SC2086 # a list of words
  debian_unpack "$1" $DEBIAN_PACKAGES || return 1
  debian_lay_out "$suite_new" || return 1
  debian_versions_will_do "$suite_new" || return 1
  debian_install "$suite_new"
}

# debian_unpack SUITE PACKAGE...: leaves their files in $suite_new/root.
debian_unpack() {
  unpack_suite=$1
  shift
  suite_apt=$debian_work/apt suite_new=$debian_work/new
  rm -rf "$suite_apt" "$suite_new"
  mkdir -p "$suite_apt/lists/partial" "$suite_apt/cache/archives/partial" "$suite_apt/state" "$suite_apt/parts" \
    "$suite_apt/debs" "$suite_new/root" || return 1
  : >"$suite_apt/state/status"
  # A suite's Release file may be past its Valid-Until on a mirror; its signature is checked all the same.
  echo "deb [check-valid-until=no signed-by=$DEBIAN_KEYRING] $(debian_mirror) $unpack_suite main" >"$suite_apt/sources.list"
  debian_apt update || return 1
  (cd "$suite_apt/debs" && debian_apt download "$@") || return 1
  for suite_deb in "$suite_apt"/debs/*.deb; do
    dpkg-deb -x "$suite_deb" "$suite_new/root" || return 1
  done
}

debian_apt() {
  timeout --foreground 240 apt-get -qq \
    -o Dir::Etc::sourcelist="$suite_apt/sources.list" -o Dir::Etc::sourceparts="$suite_apt/parts" \
    -o Dir::State="$suite_apt/state" -o Dir::State::lists="$suite_apt/lists" -o Dir::State::status="$suite_apt/state/status" \
    -o Dir::Cache="$suite_apt/cache" -o APT::Sandbox::User="$(id -un)" -o Acquire::Languages=none \
    -o Acquire::http::Timeout=20 -o Acquire::https::Timeout=20 -o Acquire::Retries=1 "$@" 8>&-
}

# Debian compiles the absolute path of the data in. A path of the same length through descriptor 9, which the wrapper opens
# on that folder, lets the binary run from any directory and the folder lie anywhere.
debian_lay_out() {
  mkdir -p "$1/bin" "$1/libexec" || return 1
  for lay_tool in prometheus alertmanager; do
    lay_source=$1/root/usr/bin/$lay_tool
    [ -f "$lay_source" ] || lay_source=$1/root/usr/bin/prometheus-$lay_tool
    LC_ALL=C sed 's#/usr/share/prometheus#/proc/self/fd/9//////#g' "$lay_source" >"$1/libexec/$lay_tool" || return 1
    cat >"$1/bin/$lay_tool" <<'WRAPPER'
#!/bin/sh
# Runs the binary of the same name in ../libexec with its data folder open as descriptor 9, where it was told to look.
self=$(readlink -f "$0") || exit 127
tools=${self%/bin/*}
exec 9<"$tools/root/usr/share/prometheus" || exit 127
exec "$tools/libexec/${self##*/}" "$@"
WRAPPER
    chmod +x "$1/bin/$lay_tool" "$1/libexec/$lay_tool" || return 1
  done
  ln -s ../root/usr/bin/promtool "$1/bin/promtool" &&
    ln -s ../root/usr/bin/amtool "$1/bin/amtool" &&
    ln -s ../root/usr/bin/prometheus-node-exporter "$1/bin/node_exporter"
}

# Asks the fetched binaries themselves, which also shows that they run on this machine.
debian_versions_will_do() {
  while read -r will_tool will_minimum; do
    case $will_tool in '' | '#'*) continue ;; esac
    will_version=$(tool_version "$1/bin/$will_tool")
    version_ge "${will_version:-0}" "$will_minimum" || {
      echo "$will_tool is ${will_version:-not able to run here}, $will_minimum or newer is needed"
      return 1
    }
    echo "$will_tool $will_version" >>"$1/versions"
  done <"$KTHENA_ROOT/eng/tools.min"
}

debian_install() {
  mkdir -p "$KTHENA_TOOLS/bin" "$debian_work/old" || return 1
  rm -f "$KTHENA_TOOLS/versions"
  for install_part in root libexec; do
    [ ! -e "$KTHENA_TOOLS/$install_part" ] || mv "$KTHENA_TOOLS/$install_part" "$debian_work/old/" || return 1
    mv "$1/$install_part" "$KTHENA_TOOLS/$install_part" || return 1
  done
  mv -f "$1"/bin/* "$KTHENA_TOOLS/bin/" && mv "$1/versions" "$KTHENA_TOOLS/versions"
}
