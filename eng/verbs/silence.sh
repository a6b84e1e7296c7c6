# ./kthena silence ...: creates, lists and ends silences over Alertmanager's API; exit 3 when no Alertmanager answers.

silence_usage() {
  cat >&2 <<'TEXT'
usage: ./kthena silence [alert] [--model M] [--matcher label=value ...] --for 2h --reason TEXT [--from 2026-01-10T22:00Z] [--by NAME]
       ./kthena silence --list
       ./kthena silence --expire ID

It asks the Alertmanager of the running graph, or the one named with --alertmanager URL.
TEXT
}

case ${1-} in
  '')
    silence_usage
    exit 2
    ;;
  --help | -h)
    silence_usage
    exit 0
    ;;
esac

. "$KTHENA_ROOT/eng/lib/dotnet.sh"
. "$KTHENA_ROOT/eng/lib/builds.sh"
dotnet_ensure
build_cli
run_cli silence --root "$KTHENA_ROOT" "$@"
