using Kthena.Cli.Tests.Script;

namespace Kthena.Cli.Tests.Tools;

/// <summary>Fetching, with scripts in the place of apt and dpkg: an archive is a folder of suites, a package a list of binaries.</summary>
public sealed class FetchFromDebianTests : IDisposable
{
    private readonly Checkout _checkout = new();

    public FetchFromDebianTests()
    {
        _checkout.Install("apt-config", "echo \"mirror_list='/none'; mirror_parts='/none'\"");
        // apt-get ... -o Dir::Etc::sourcelist=FILE ... update | download PACKAGE...
        _checkout.Install("apt-get", $$"""
            for word; do case $word in Dir::Etc::sourcelist=*) suite=$(sed 's/.*debian \([a-z]*\) main/\1/' "${word#*=}") ;; esac; done
            echo "$suite" >>'{{_checkout.Root}}/asked'
            case " $* " in
              *' update '*) [ -f "{{_checkout.Root}}/archive/$suite" ] ;;
              *) cp "{{_checkout.Root}}/archive/$suite" all.deb ;;
            esac
            """);
        _checkout.Install("dpkg-deb", """
            version=$(cat "$2") alertmanager=0.33.1
            mkdir -p "$3/usr/bin" "$3/usr/share/prometheus/alertmanager"
            echo 'the template' >"$3/usr/share/prometheus/alertmanager/default.tmpl"
            for tool in prometheus promtool; do echo "#!/bin/sh
            echo '$tool, version $version (branch: debian/sid)'" >"$3/usr/bin/$tool"; done
            for tool in prometheus-alertmanager amtool prometheus-node-exporter; do echo "#!/bin/sh
            echo '$tool, version $alertmanager (branch: debian/sid)'
            if [ \"\$1\" = data ]; then cat /usr/share/prometheus/alertmanager/default.tmpl; fi" >"$3/usr/bin/$tool"; done
            chmod +x "$3"/usr/bin/*
            """);
    }

    [Fact]
    public async Task The_newest_suite_serves_and_nothing_is_fetched_twice()
    {
        Suite("sid", "3.5.3+ds1");

        var first = await EnsureAsync();
        var second = await EnsureAsync();

        Assert.Equal((0, 0), (first.ExitCode, second.ExitCode));
        Assert.Equal("sid\nsid\n", _checkout.Read("asked"));
        Assert.Equal("prometheus 3.5.3\npromtool 3.5.3\nalertmanager 0.33.1\namtool 0.33.1\n", _checkout.Read(".tools/versions"));
    }

    [Fact]
    public async Task A_suite_that_is_gone_or_too_old_gives_way_to_the_next()
    {
        Suite("forky", "2.45.0");
        Suite("trixie", "2.53.3+ds1");

        var run = await EnsureAsync();

        Assert.Equal(0, run.ExitCode);
        Assert.Contains("prometheus 2.53.3", _checkout.Read(".tools/versions"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_any_suite_nothing_is_left_and_the_last_line_says_what_to_do()
    {
        var run = await EnsureAsync();

        Assert.Equal(1, run.ExitCode);
        Assert.Contains("https://prometheus.io/download", run.Error.TrimEnd().Split('\n')[^1], StringComparison.Ordinal);
        Assert.False(_checkout.Exists(".tools"));
        Assert.Empty(Directory.EnumerateDirectories(Path.Combine(_checkout.Root, ".cache")));
    }

    [Fact]
    public async Task An_interrupted_fetch_counts_for_nothing_and_the_next_one_repairs_it()
    {
        Suite("sid", "3.5.3");
        await EnsureAsync();
        // As if it had been ended with -9 while it moved things into place.
        await _checkout.RunAsync("/bin/sh", ["-euc", $"cd '{_checkout.Root}'; rm .tools/versions .tools/bin/amtool; rm -rf .tools/libexec; mkdir .cache/tools.abcdef"]);

        var run = await EnsureAsync();

        Assert.Equal(0, run.ExitCode);
        Assert.False(_checkout.Exists(".cache/tools.abcdef"));
        Assert.True(_checkout.Exists(".tools/libexec/prometheus") && _checkout.Exists(".tools/bin/amtool"));
    }

    [Fact]
    public async Task Several_at_once_fetch_once()
    {
        Suite("sid", "3.5.3");

        var runs = await Task.WhenAll(EnsureAsync(), EnsureAsync(), EnsureAsync());

        Assert.All(runs, r => Assert.Equal(0, r.ExitCode));
        Assert.Equal("sid\nsid\n", _checkout.Read("asked"));
    }

    [Fact]
    public async Task The_tools_find_their_data_from_any_folder_also_after_the_repository_moved()
    {
        Suite("sid", "3.5.3");
        await EnsureAsync();

        var moved = Path.Combine(_checkout.Elsewhere, "moved");
        Directory.Move(Path.Combine(_checkout.Root, ".tools"), moved);
        var run = await _checkout.RunAsync(Path.Combine(moved, "bin", "alertmanager"), ["data"]);

        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Assert.EndsWith("the template\n", run.Output, StringComparison.Ordinal);
    }

    public void Dispose() => _checkout.Dispose();

    private void Suite(string name, string version) => _checkout.Write("archive/" + name, version);

    private Task<ProcessRun> EnsureAsync() => _checkout.ShellAsync("common tools", "tools_ensure");
}
