# ./kthena up: builds the graph and becomes the AppHost, so that Ctrl+C and the exit code are its own.

. "$KTHENA_ROOT/eng/lib/tools.sh"
. "$KTHENA_ROOT/eng/lib/dotnet.sh"
. "$KTHENA_ROOT/eng/lib/aspire.sh"
. "$KTHENA_ROOT/eng/lib/builds.sh"

# With a container engine the official images run, and no tool is needed.
up_needs_tools() {
  case " $* ${Stack__Runtime-} " in
    *[Rr]untime=processes* | *' processes '*) return 0 ;;
    *[Rr]untime=containers* | *' containers '*) return 1 ;;
  esac
  ! kthena_engine_answers
}

dotnet_ensure
if [ -n "$(tools_missing)" ] && up_needs_tools "$@"; then
  tools_ensure
fi
build_graph

cd "$KTHENA_ROOT" || exit 1
DOTNET_ENVIRONMENT=${DOTNET_ENVIRONMENT-Development}
export DOTNET_ENVIRONMENT
if [ "$(aspire_mode)" = package ]; then
  # Aspire's own AppHost takes its addresses from the launch profile.
  exec dotnet run --no-build -c "$KTHENA_CONFIGURATION" --project AppHost -- "$@"
fi
exec "$KTHENA_BIN/AppHost/release/AppHost" "$@"
