# Where Aspire comes from: 'package' (the NuGet feed) or 'standin' (standins/). Needs common.sh and dotnet.sh.

ASPIRE_CHOICE=$KTHENA_ROOT/eng/AspireMode.user.props

aspire_mode() {
  aspire_chosen=$(sed -n 's#.*<AspireMode>\(.*\)</AspireMode>.*#\1#p' "$ASPIRE_CHOICE" 2>/dev/null) || :
  printf '%s\n' "${aspire_chosen:-standin}"
}

aspire_remember() {
  if [ "$(aspire_mode)" = "$1" ]; then return 0; fi
  cat >"$ASPIRE_CHOICE.new" <<XML
<Project>
  <!-- Written by ./kthena setup; not in git. -->
  <PropertyGroup>
    <AspireMode>$1</AspireMode>
  </PropertyGroup>
</Project>
XML
  mv "$ASPIRE_CHOICE.new" "$ASPIRE_CHOICE"
}

# Restores every Aspire package that the build names, then the AppHost with Aspire's own SDK, in a folder of their own.
aspire_restore() {
  restore_packages=$(sed -n 's/.*<PackageVersion Include="\(Aspire\.[^"]*\)".*/\1/p' "$KTHENA_ROOT/Directory.Packages.props" |
    tr '\n' ' ' | sed 's/ $//; s/ /%3B/g')
  aspire_restore_one "$1" eng/AspireProbe/AspireProbe.csproj -p:AspirePackages="$restore_packages" &&
    aspire_restore_one "$1" AppHost/AppHost.csproj -p:AspireMode=package
}

aspire_restore_one() {
  restore_seconds=$1
  shift
  (cd "$KTHENA_ROOT" && exec timeout --foreground "$restore_seconds" dotnet restore "$@" \
    -p:ArtifactsPath="$KTHENA_CACHE/aspire-probe/" -v quiet -nologo) 8>&-
}

# Which packages the last restore did not find, or where to read what else went wrong.
aspire_reason() {
  reason_missing=$(sed -n "s/.*error NU110[0-9]: .*[Pp]ackage '\{0,1\}\([A-Za-z0-9.-]*[A-Za-z0-9]\).*/\1/p" "$KTHENA_CACHE/aspire.log" | sort -u | tr '\n' ' ')
  if [ -n "$reason_missing" ]; then
    echo "missing from the NuGet feed: ${reason_missing% }"
  else
    echo "the NuGet feed's answer is in .cache/aspire.log"
  fi
}

aspire_choose_package() {
  STEP_LOG_SHOWN=no step aspire 'asking the NuGet feed for Aspire' aspire_restore 300 ||
    die "Aspire cannot come from packages, $(aspire_reason); still: $(aspire_mode)"
  aspire_remember package
}

# Says when the feed has Aspire while the stand-in is in use. Asks at most once a day and for at most 20 seconds.
aspire_mention() {
  [ "$(aspire_mode)" = standin ] || return 0
  mention_file=$KTHENA_CACHE/aspire-asked
  mention_today=$(date +%F)
  case $(cat "$mention_file" 2>/dev/null) in
    "$mention_today "*) ;;
    *)
      mkdir -p "$KTHENA_CACHE"
      mention_answer=no
      if aspire_restore 10 >"$KTHENA_CACHE/aspire.log" 2>&1 </dev/null; then mention_answer=yes; fi
      echo "$mention_today $mention_answer" >"$mention_file"
      ;;
  esac
  case $(cat "$mention_file") in
    *yes) say "the NuGet feed has Aspire: './kthena setup --aspire package' switches to it" ;;
  esac
}
