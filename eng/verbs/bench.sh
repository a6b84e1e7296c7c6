# ./kthena bench [suite ...] or suite [arguments]: runs benchmarks. A suite is a project under bench/, named as its folder in lower case;
# without a name all of them run. Each prints its tables, and fails when it could not measure or a bar was missed.

. "$KTHENA_ROOT/eng/lib/tools.sh"
. "$KTHENA_ROOT/eng/lib/dotnet.sh"
. "$KTHENA_ROOT/eng/lib/builds.sh"

bench_name() { basename "$(dirname "$1")" | tr '[:upper:]' '[:lower:]'; }

# The names of all suites, on one line.
bench_names() {
  for names_project in "$KTHENA_ROOT"/bench/*/*.csproj; do
    if [ -f "$names_project" ]; then bench_name "$names_project"; fi
  done | sort | tr '\n' ' ' | sed 's/ $//'
}

bench_is_suite() {
  case " $BENCH_NAMES " in
    *" $1 "*) return 0 ;;
    *) return 1 ;;
  esac
}

# bench_run SUITE [ARGUMENT...]: runs one suite; a failure is kept in BENCH_RC and the next one runs all the same.
bench_run() {
  run_suite=$1
  shift
  say "== $run_suite"
  for run_project in "$KTHENA_ROOT"/bench/*/*.csproj; do
    if [ "$(bench_name "$run_project")" = "$run_suite" ]; then
      run_rc=0
      dotnet run --no-build -c "$KTHENA_CONFIGURATION" --project "$run_project" -- "$@" || run_rc=$?
      if [ "$run_rc" -eq 130 ]; then exit 130; fi
      if [ "$run_rc" -ne 0 ]; then BENCH_RC=$run_rc; fi
    fi
  done
}

BENCH_NAMES=$(bench_names)
BENCH_RC=0

# Words after a suite's name are more suites if all of them are, otherwise that suite's arguments.
bench_arguments=no
for bench_word; do
  bench_is_suite "$bench_word" || bench_arguments=yes
done
if [ "$bench_arguments" = yes ] && ! bench_is_suite "$1"; then
  say "kthena: there is no benchmark suite '$1'; there are: $BENCH_NAMES"
  exit 2
fi

dotnet_ensure
tools_ensure
build_all
cd "$KTHENA_ROOT" || exit 1

if [ "$bench_arguments" = yes ]; then
  bench_run "$@"
else
  for bench_suite in ${*:-$BENCH_NAMES}; do
    bench_run "$bench_suite"
  done
fi
exit "$BENCH_RC"
