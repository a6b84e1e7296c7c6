# What the verbs build. Needs dotnet.sh.

# Everything, tests too.
build_all() {
  build_ensure all 'building everything (Release)' Kthena.Aspire.sln .
}

# The graph and the command line tool: all that 'up' and 'status' run.
build_graph() {
  build_is_current all . || build_ensure graph 'building the graph (Release)' eng/Graph.slnf .
}

# The command line tool alone.
build_cli() {
  build_is_current all . || build_is_current graph . ||
    build_ensure cli 'building the command line tool (Release)' eng/Kthena.Cli/Kthena.Cli.csproj \
      eng/Kthena.Cli eng/Kthena.Slo eng/AspireMode.props Directory.Build.props Directory.Packages.props global.json
}

run_cli() {
  exec dotnet "$KTHENA_BIN/Kthena.Cli/release/Kthena.Cli.dll" "$@"
}
