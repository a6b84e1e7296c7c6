# ./kthena slo [check|generate [spec ...] [--output FOLDER]]: makes recording rules and alerts of service level objectives, or checks that those
# committed are what it would make.

. "$KTHENA_ROOT/eng/lib/dotnet.sh"
. "$KTHENA_ROOT/eng/lib/builds.sh"
dotnet_ensure
build_cli
run_cli slo --root "$KTHENA_ROOT" "$@"
