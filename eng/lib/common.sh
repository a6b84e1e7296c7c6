# What all verbs share: messages, steps with their seconds, locks. Sourced by ../../kthena with KTHENA_ROOT set.
# Everything said here goes to standard error: standard output belongs to the verb.

KTHENA_CACHE=$KTHENA_ROOT/.cache

say() { printf '%s\n' "$*" >&2; }

die() {
  say "kthena: $*"
  exit 1
}

# Runs the rest of the arguments as a command, its output in .cache/NAME.log. One line: the label, then the seconds it took.
# On a terminal the seconds count up. On failure the log is shown (unless STEP_LOG_SHOWN=no) and its exit code
# returned.
step() {
  step_name=$1 step_label=$2
  shift 2
  mkdir -p "$KTHENA_CACHE"
  step_log=$KTHENA_CACHE/$step_name.log
  step_start=$(date +%s)
  step_ticker=
  if [ -t 2 ]; then
    step_ticks $$ &
    step_ticker=$!
  else
    printf '%s ...' "$step_label" >&2
  fi
  step_rc=0
  "$@" >"$step_log" 2>&1 </dev/null || step_rc=$?
  if [ -n "$step_ticker" ]; then
    kill "$step_ticker" 2>/dev/null || :
    wait "$step_ticker" 2>/dev/null || :
    printf '\r%s ...' "$step_label" >&2
  fi
  step_seconds=$(($(date +%s) - step_start))
  if [ "$step_rc" -eq 0 ]; then
    say " $step_seconds s"
  else
    say " failed after $step_seconds s"
    [ "${STEP_LOG_SHOWN-yes}" = no ] || cat "$step_log" >&2
  fi
  return "$step_rc"
}

# Counts the seconds of the current step until the shell that runs it is gone.
step_ticks() {
  while kill -0 "$1" 2>/dev/null; do
    printf '\r%s ... %s s' "$step_label" "$(($(date +%s) - step_start))" >&2
    sleep 1
  done
}

# Runs a function while holding a lock that ends with this process; waits at most 15 minutes for another holder.
# Children must not inherit descriptor 8: a build server that outlives us would keep the lock.
with_lock() {
  lock_name=$1
  shift
  mkdir -p "$KTHENA_CACHE"
  if ! command -v flock >/dev/null 2>&1; then
    "$@"
    return
  fi
  exec 8>"$KTHENA_CACHE/$lock_name.lock"
  if ! flock -n 8; then
    say "waiting for another kthena that holds .cache/$lock_name.lock"
    flock -w 900 8 || die "another kthena has held .cache/$lock_name.lock for 15 minutes; end it and try again"
  fi
  lock_rc=0
  "$@" || lock_rc=$?
  exec 8>&-
  return "$lock_rc"
}

# version_ge 3.5.3 2.53: whether the first version is the second or newer, number by number.
version_ge() {
  awk -v have="$1" -v want="$2" 'BEGIN {
    n = split(want, w, "."); split(have, h, ".")
    for (i = 1; i <= n; i++) { if (h[i] + 0 > w[i] + 0) exit 0; if (h[i] + 0 < w[i] + 0) exit 1 }
    exit 0
  }'
}

# Whether a container engine answers; a hung daemon counts as none.
kthena_engine_answers() {
  command -v docker >/dev/null 2>&1 && timeout 2 docker info >/dev/null 2>&1
}
