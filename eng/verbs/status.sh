# ./kthena status [--json]: what the running graph says about itself; exit 3 when nothing runs.

case ${1-} in
  '' | --json) ;;
  *)
    say "usage: ./kthena status [--json]"
    [ "$1" = --help ] || [ "$1" = -h ] || exit 2
    exit 0
    ;;
esac

. "$KTHENA_ROOT/eng/lib/running.sh"
. "$KTHENA_ROOT/eng/lib/dotnet.sh"
. "$KTHENA_ROOT/eng/lib/builds.sh"
running_require
dotnet_ensure
build_cli
run_cli status --root "$KTHENA_ROOT" "$@"
