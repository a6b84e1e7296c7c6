# ./kthena test [project ...] [--filter TEXT]: builds everything once, then runs the test projects.

. "$KTHENA_ROOT/eng/lib/tools.sh"
. "$KTHENA_ROOT/eng/lib/parser.sh"
. "$KTHENA_ROOT/eng/lib/dotnet.sh"
. "$KTHENA_ROOT/eng/lib/builds.sh"

dotnet_ensure
tools_ensure
parser_ensure
build_all
run_cli test --root "$KTHENA_ROOT" "$@"
