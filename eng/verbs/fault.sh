# ./kthena fault <name> [--model M] [--gpu N] [--for 30s] [--share 0.5] [--value V], --list, --clear [name]: makes something fail in the
# running graph; exit 1 when it is refused, 2 for bad usage, 3 when nothing runs.

case ${1-} in
  '' | -h | --help)
    say "usage: ./kthena fault <name> [--model M] [--gpu N] [--for 30s] [--share 0.5] [--value V]"
    say "       ./kthena fault --list"
    say "       ./kthena fault --clear [name] [--model M] [--gpu N]"
    say "names: errors latency memory load-failure accuracy queue-flood cache-bypass crash hang scrape-hang cardinality"
    say "       gpu-busy gpu-hot gpu-lost gpu-xid stuck-autoscaling"
    [ -n "${1-}" ] || exit 2
    exit 0
    ;;
esac

. "$KTHENA_ROOT/eng/lib/running.sh"
. "$KTHENA_ROOT/eng/lib/dotnet.sh"
. "$KTHENA_ROOT/eng/lib/builds.sh"
running_require
dotnet_ensure
build_cli
run_cli fault --root "$KTHENA_ROOT" "$@"
