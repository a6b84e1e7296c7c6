# Verbs that ask the running graph.

# Exits with 3 when nothing runs.
running_require() {
  [ -f "$KTHENA_ROOT/.state/apphost.json" ] && return
  say "nothing runs (./kthena up starts the graph)"
  exit 3
}
