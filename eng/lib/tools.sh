# Which of Prometheus' tools are at hand, and fetching them when they are not. Needs common.sh.

KTHENA_TOOLS=$KTHENA_ROOT/.tools

# The tools that are missing or too old, one 'name (reason)' a line; nothing when all are at hand.
tools_missing() {
  while read -r tool minimum; do
    case $tool in '' | '#'*) continue ;; esac
    tool_problem "$tool" "$minimum"
  done <"$KTHENA_ROOT/eng/tools.min"
}

# Fetched tools count by the version that was recorded when they were fetched; those on PATH are asked.
tool_problem() {
  if [ -x "$KTHENA_TOOLS/bin/$1" ] && [ -f "$KTHENA_TOOLS/versions" ]; then
    problem_version=$(sed -n "s/^$1 //p" "$KTHENA_TOOLS/versions")
    if version_ge "${problem_version:-0}" "$2"; then return 0; fi
  fi
  # Debian's package names Alertmanager's binary after its package.
  problem_binary=$(command -v "$1") || problem_binary=$(command -v "prometheus-$1") || {
    printf '%s (not found)\n' "$1"
    return 0
  }
  problem_version=$(tool_version "$problem_binary")
  version_ge "${problem_version:-0}" "$2" ||
    printf '%s (%s is %s, %s or newer is needed)\n' "$1" "$problem_binary" "${problem_version:-not a version I can read}" "$2"
}

tool_version() {
  timeout 10 "$1" --version 2>&1 | sed -n '1s/.*version \([0-9][0-9.]*\).*/\1/p'
}

# Makes sure that all tools are at hand, or ends with one line that says what to do.
tools_ensure() {
  [ -n "$(tools_missing)" ] || return 0
  with_lock tools tools_fetch
}

tools_fetch() {
  # Another kthena may have fetched them while we waited for the lock.
  fetch_missing=$(tools_missing)
  [ -n "$fetch_missing" ] || return 0
  . "$KTHENA_ROOT/eng/lib/tools-debian.sh"
  fetch_refusal=$(debian_refusal)
  [ -n "$fetch_refusal" ] || { debian_fetch tools 'Prometheus and Alertmanager' debian_fetch_tools && return 0; fetch_refusal=$DEBIAN_FAILURE; }
  die "missing: $(printf '%s' "$fetch_missing" | tr '\n' ';' | sed 's/;/; /g'). $fetch_refusal: get them from https://prometheus.io/download and put them on PATH"
}

# One line: the version of each tool.
tools_describe() {
  if [ -f "$KTHENA_TOOLS/versions" ]; then
    say "$(tr '\n' ',' <"$KTHENA_TOOLS/versions" | sed 's/,$//; s/,/, /g') (.tools/bin)"
  else
    say "Prometheus and Alertmanager: the binaries on PATH"
  fi
}
