# The browser that the browser tests drive. Nothing else needs it: where there is none those tests are skipped and say so. Needs common.sh.

browser_path() {
  if [ -n "${PLAYWRIGHT_CHROMIUM_PATH-}" ]; then
    printf '%s\n' "$PLAYWRIGHT_CHROMIUM_PATH"
  else
    command -v chromium || command -v chromium-browser || command -v google-chrome
  fi
}

# Debian's package where we may install it, else one line that says how to get it.
browser_ensure() {
  if browser_path >/dev/null; then return 0; fi
  browser_install='apt-get -y --no-install-recommends install chromium'
  if command -v apt-get >/dev/null 2>&1 && [ "$(id -u)" = 0 ]; then
    with_lock tools browser_fetch && return 0
    browser_hint="see .cache/browser.log, or put chromium on PATH"
  elif command -v apt-get >/dev/null 2>&1; then
    browser_hint="get it with: sudo $browser_install"
  else
    browser_hint="put chromium or google-chrome on PATH, or name one in PLAYWRIGHT_CHROMIUM_PATH"
  fi
  say "without a browser the browser tests are skipped: $browser_hint"
}

browser_fetch() {
  # Another kthena may have installed it while we waited for the lock.
  if browser_path >/dev/null; then return 0; fi
  STEP_LOG_SHOWN=no step browser 'installing Chromium (Debian)' browser_apt
}

browser_apt() {
  # shellcheck disable=SC2086 # a list of words
  DEBIAN_FRONTEND=noninteractive apt-get -qq update 8>&- && DEBIAN_FRONTEND=noninteractive $browser_install 8>&-
}
