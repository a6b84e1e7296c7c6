# The .NET SDK and Node.js, and builds that happen only when something changed. Needs common.sh.

KTHENA_CONFIGURATION=Release
KTHENA_BIN=$KTHENA_ROOT/artifacts/bin
KTHENA_STAMPS=$KTHENA_BIN/.kthena

# Ends with one line when the SDK or Node.js is missing or too old.
dotnet_ensure() {
  command -v dotnet >/dev/null 2>&1 ||
    die "the .NET SDK 10 is missing: get it from https://dot.net/download, or your distribution's package dotnet-sdk-10.0"
  # The programs that we build look for the runtime where DOTNET_ROOT says, not on PATH.
  if [ -z "${DOTNET_ROOT-}" ]; then
    ensure_root=$(dirname "$(readlink -f "$(command -v dotnet)")")
    if [ -d "$ensure_root/host/fxr" ]; then
      DOTNET_ROOT=$ensure_root
      export DOTNET_ROOT
    fi
  fi
  export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1
}

# Asked before a build only: what is built needs neither.
sdk_ensure() {
  ensure_sdk=$(cd "$KTHENA_ROOT" && dotnet --version 2>/dev/null) ||
    die "no .NET SDK 10 (global.json) among: $(dotnet --list-sdks | tr '\n' ' '); get it from https://dot.net/download"
  version_ge "$ensure_sdk" 10.0 || die "the .NET SDK is $ensure_sdk, 10.0 or newer is needed: https://dot.net/download"
  node_ensure
}

# The model's package is fetched with npm while SampleModelServer is built, and Lookout's page is built with it.
node_ensure() {
  { command -v node && command -v npm; } >/dev/null 2>&1 ||
    die "Node.js with npm is missing: get it from https://nodejs.org, or your distribution's packages nodejs and npm"
  ensure_node=$(node --version)
  version_ge "${ensure_node#v}" 18 || die "Node.js is $ensure_node, 18 or newer is needed: https://nodejs.org"
}

# build_ensure NAME LABEL PROJECT INPUT...: builds the project unless the files under the inputs (paths from the root) are
# the same as when NAME was built last. 'dotnet build' with nothing to do takes seconds, this takes milliseconds.
build_ensure() {
  ensure_name=$1 ensure_label=$2 ensure_project=$3
  shift 3
  if ! build_is_current "$ensure_name" "$@"; then
    sdk_ensure
    with_lock build build_now "$@"
  fi
}

build_is_current() {
  current_name=$1
  shift
  [ -f "$KTHENA_STAMPS/$current_name" ] && [ "$(build_fingerprint "$@")" = "$(cat "$KTHENA_STAMPS/$current_name")" ]
}

build_now() {
  # Another kthena may have built it while we waited for the lock.
  if build_is_current "$ensure_name" "$@"; then return 0; fi
  # Taken before the build: what is edited meanwhile counts as changed.
  now_fingerprint=$(build_fingerprint "$@")
  # Builds share outputs, so none of the earlier ones is current from here on.
  rm -rf "$KTHENA_STAMPS"
  step "build-$ensure_name" "$ensure_label" build_run "$ensure_project" ||
    die "the build failed; its messages are above and in .cache/build-$ensure_name.log"
  mkdir -p "$KTHENA_STAMPS"
  printf '%s\n' "$now_fingerprint" >"$KTHENA_STAMPS/$ensure_name"
}

build_run() {
  (cd "$KTHENA_ROOT" && exec dotnet build "$1" -c "$KTHENA_CONFIGURATION" -v quiet '-clp:NoSummary;ErrorsOnly' -nologo) 8>&-
}

# Name, time of change and size of every file under the inputs, as one line. It differs each time where find cannot print
# them (not GNU's), so that every run builds.
build_fingerprint() {
  (
    cd "$KTHENA_ROOT" || exit 1
    find "$@" \( -name .git -o -name artifacts -o -name .tools -o -name .state -o -name .cache -o -name node_modules \
      -o -name TestResults -o -name .vs -o -name .idea \) -prune -o -type f -printf '%p %T@ %s\n' 2>/dev/null || date
  ) | LC_ALL=C sort | cksum
}
