using Kthena.Cli.Tests.Script;

namespace Kthena.Cli.Tests.Tools;

/// <summary>Fetching the OpenMetrics parser, with scripts in the place of Python, apt and dpkg. Only tests need it, so nothing fails without it.</summary>
public sealed class FetchParserTests : IDisposable
{
    private const string Imported = ".tools/python/decorator.py";
    private const string Parser = ".tools/python/prometheus_client/openmetrics/parser.py";

    private readonly Checkout _checkout = new();

    public FetchParserTests()
    {
        _checkout.Install("python3", "exit 0");
        _checkout.Install("apt-config", "echo \"mirror_list='/none'; mirror_parts='/none'\"");
        _checkout.Install("apt-get", $$"""
            case " $* " in
              *' update '*) echo asked >>'{{_checkout.Root}}/asked'; [ -f '{{_checkout.Root}}/archive' ] ;;
              *' download python3-prometheus-client python3-decorator '*) : >prometheus-client.deb; : >decorator.deb ;;
              *) exit 1 ;;
            esac
            """);
        _checkout.Install("dpkg-deb", """
            packages=$3/usr/lib/python3/dist-packages
            mkdir -p "$packages/prometheus_client/openmetrics"
            case $2 in
              *decorator.deb) echo 'what it imports' >"$packages/decorator.py" ;;
              *) echo 'the parser' >"$packages/prometheus_client/openmetrics/parser.py" ;;
            esac
            """);
    }

    [Fact]
    public async Task It_is_fetched_once_and_only_the_package_is_left()
    {
        _checkout.Write("archive", "");

        var first = await EnsureAsync();
        var second = await EnsureAsync();

        Assert.Equal((0, 0), (first.ExitCode, second.ExitCode));
        Assert.Equal(("the parser\n", "what it imports\n"), (_checkout.Read(Parser), _checkout.Read(Imported)));
        Assert.Equal("asked\n", _checkout.Read("asked"));
        Assert.Empty(Directory.EnumerateDirectories(Path.Combine(_checkout.Root, ".cache")));
    }

    [Fact]
    public async Task A_parser_without_what_it_imports_is_fetched_again()
    {
        _checkout.Write("archive", "");
        _checkout.Write(Parser, "an old one");

        await EnsureAsync();

        Assert.Equal(("the parser\n", "what it imports\n"), (_checkout.Read(Parser), _checkout.Read(Imported)));
    }

    [Fact]
    public async Task A_mirror_without_it_is_asked_once_a_day_and_fails_nothing()
    {
        var first = await EnsureAsync();
        var asked = _checkout.Read("asked");
        var second = await EnsureAsync();

        Assert.Equal((0, 0), (first.ExitCode, second.ExitCode));
        Assert.Contains("without the OpenMetrics parser its tests are skipped. Debian's packages could not be had from ", first.Error, StringComparison.Ordinal);
        Assert.Equal("", second.Error);
        Assert.Equal(asked, _checkout.Read("asked"));
    }

    [Fact]
    public async Task Setup_asks_again()
    {
        await EnsureAsync();
        _checkout.Write("archive", "");

        var run = await _checkout.ShellAsync("common tools parser", "parser_ensure again");

        Assert.Equal(0, run.ExitCode);
        Assert.True(_checkout.Exists(Parser));
    }

    [Fact]
    public async Task Without_Python_nothing_is_fetched()
    {
        _checkout.Write("archive", "");
        await _checkout.RunAsync("/bin/rm", [Path.Combine(_checkout.Root, "..", "bin", "python3")]);

        var run = await EnsureAsync();

        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Assert.False(_checkout.Exists("asked"));
    }

    public void Dispose() => _checkout.Dispose();

    private Task<ProcessRun> EnsureAsync() => _checkout.ShellAsync("common tools parser", "parser_ensure");
}
