# ./kthena bench: start-up per resource and memory of the stack, measured on the graph as 'up' runs it.

. "$KTHENA_ROOT/eng/lib/tools.sh"
. "$KTHENA_ROOT/eng/lib/dotnet.sh"
. "$KTHENA_ROOT/eng/lib/builds.sh"

dotnet_ensure
tools_ensure
build_all
cd "$KTHENA_ROOT" || exit 1
exec dotnet run -c "$KTHENA_CONFIGURATION" --project bench/Stack/Stack.csproj -- "$@"
