# ./kthena setup [--aspire package|standin]: what this machine needs, checked and fetched.

. "$KTHENA_ROOT/eng/lib/tools.sh"
. "$KTHENA_ROOT/eng/lib/parser.sh"
. "$KTHENA_ROOT/eng/lib/browser.sh"
. "$KTHENA_ROOT/eng/lib/dotnet.sh"
. "$KTHENA_ROOT/eng/lib/aspire.sh"

setup_usage() {
  say "usage: ./kthena setup [--aspire package|standin]"
  exit "$1"
}

setup_aspire=
while [ $# -gt 0 ]; do
  case $1 in
    --aspire)
      setup_aspire=${2-}
      case $setup_aspire in package | standin) ;; *) setup_usage 2 ;; esac
      shift 2
      ;;
    --aspire=package | --aspire=standin)
      setup_aspire=${1#--aspire=}
      shift
      ;;
    -h | --help) setup_usage 0 ;;
    *) setup_usage 2 ;;
  esac
done

dotnet_ensure
sdk_ensure
say ".NET SDK $ensure_sdk, Node.js $ensure_node"
tools_ensure
tools_describe
parser_ensure again
browser_ensure
case $setup_aspire in
  package) aspire_choose_package ;;
  standin) aspire_remember standin ;;
  *) aspire_mention ;;
esac
say "Aspire: $(aspire_mode)"
