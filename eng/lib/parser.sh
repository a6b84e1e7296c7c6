# The OpenMetrics parser of Prometheus' Python client (Debian: python3-prometheus-client), which the tests hold every service's exposition
# to. Nothing else needs it: where it cannot be had, those tests are skipped and say so. Needs common.sh and tools.sh.
#   .tools/python   the package and what it imports (python3-decorator: a file or a folder, as the suite has it), for PYTHONPATH

parser_missing() {
  [ ! -f "$KTHENA_TOOLS/python/prometheus_client/openmetrics/parser.py" ] ||
    { [ ! -f "$KTHENA_TOOLS/python/decorator.py" ] && [ ! -f "$KTHENA_TOOLS/python/decorator/__init__.py" ]; }
}

# Fetches the parser when it is missing. 'again' asks even when it could not be had today.
parser_ensure() {
  parser_missing || return 0
  command -v python3 >/dev/null 2>&1 || return 0
  parser_refused=$KTHENA_CACHE/parser-refused
  [ "${1-}" = again ] || [ "$(cat "$parser_refused" 2>/dev/null)" != "$(date +%F)" ] || return 0
  with_lock tools parser_fetch
}

parser_fetch() {
  # Another kthena may have fetched it while we waited for the lock.
  parser_missing || return 0
  . "$KTHENA_ROOT/eng/lib/tools-debian.sh"
  parser_refusal=$(debian_refusal)
  if [ -z "$parser_refusal" ]; then
    if STEP_LOG_SHOWN=no debian_fetch parser 'the OpenMetrics parser' parser_fetch_suite; then
      rm -f "$parser_refused"
      return 0
    fi
    parser_refusal=$DEBIAN_FAILURE
  fi
  mkdir -p "$KTHENA_CACHE"
  date +%F >"$parser_refused"
  say "without the OpenMetrics parser its tests are skipped. $parser_refusal"
}

parser_fetch_suite() {
  debian_unpack "$1" python3-prometheus-client python3-decorator || return 1
  mkdir -p "$KTHENA_TOOLS" || return 1
  rm -rf "$KTHENA_TOOLS/python"
  # shellcheck disable=SC2154 # set by debian_unpack
  mv "$suite_new/root/usr/lib/python3/dist-packages" "$KTHENA_TOOLS/python"
}
