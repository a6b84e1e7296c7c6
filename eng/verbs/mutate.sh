# ./kthena mutate [rule ...]: breaks each rule in turn and shows that some promtool test fails for every mutation.

. "$KTHENA_ROOT/eng/lib/tools.sh"
. "$KTHENA_ROOT/eng/lib/dotnet.sh"
. "$KTHENA_ROOT/eng/lib/builds.sh"

dotnet_ensure
tools_ensure
build_cli
run_cli mutate --root "$KTHENA_ROOT" "$@"
