using System.Net;
using System.Net.Sockets;

namespace Kthena.Lookout.Tests.CommandLine;

/// <summary>Options, exit codes and errors of the program.</summary>
public sealed class CommandLineTests
{
    private static readonly string[] s_required = ["--prometheus", "http://127.0.0.1:9", "--dashboards", "."];

    [Fact]
    public async Task Help_lists_the_options_and_starts_nothing()
    {
        var (exitCode, output, _) = await LookoutProgram.RunAsync("--help");

        Assert.Equal(0, exitCode);
        string[] options = ["--prometheus", "--alertmanager", "--dashboards", "--graph", "--runbooks", "--grafana", "--scrape-interval", "--timeout", "--urls"];
        Assert.All(options, option => Assert.Contains(option + " <", output, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("Lookout:Prometheus is 'localhost:9090': give an http or https address", "--prometheus", "localhost:9090")]
    [InlineData("Lookout:Prometheus is 'http://me:pw@host/'", "--prometheus", "http://me:pw@host/")]
    [InlineData("Lookout:Alertmanager is 'http://host/?a=b'", "--alertmanager", "http://host/?a=b")]
    [InlineData("Lookout:ScrapeInterval is 'soon': give a time such as 500ms, 15s or 1m", "--scrape-interval", "soon")]
    [InlineData("Lookout:Timeout is '1d'", "--timeout", "1d")]
    [InlineData("'--prometeus' is no option", "--prometeus", "x")]
    [InlineData("Required argument missing for option: '--graph'", "--graph")]
    public async Task Wrong_usage_is_one_line_and_exit_code_2(string message, params string[] args)
        => await EndsAsync(2, message, [.. s_required.Where((_, i) => s_required[i - (i % 2)] != args[0]), .. args]);

    [Theory]
    [InlineData("Lookout:Prometheus is not set: give --prometheus", "--dashboards", ".")]
    [InlineData("Lookout:Dashboards is not set: give --dashboards", "--prometheus", "http://127.0.0.1:9")]
    public async Task What_is_needed_is_named(string message, params string[] args) => await EndsAsync(2, message, args);

    [Theory]
    [InlineData("there is no folder /no/such/folder", "--dashboards", "/no/such/folder")]
    [InlineData("there is no folder /no/such/folder", "--runbooks", "/no/such/folder")]
    [InlineData("Lookout:PrometheusCredentialsFile cannot be read", "--prometheus-credentials-file", "/no/such/file")]
    public async Task What_is_missing_is_named_with_exit_code_1(string message, params string[] args)
        => await EndsAsync(1, message, [.. s_required.Where((_, i) => s_required[i - (i % 2)] != args[0]), .. args]);

    [Fact]
    public async Task A_port_that_is_taken_is_named_with_exit_code_1()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var url = $"http://{listener.LocalEndpoint}";

        await EndsAsync(1, $"Failed to bind to address {url}", [.. s_required, "--urls", url]);
    }

    private static async Task EndsAsync(int wanted, string message, string[] args)
    {
        var (exitCode, _, error) = await LookoutProgram.RunAsync(args);

        Assert.Contains(message, error, StringComparison.Ordinal);
        Assert.Single(error.TrimEnd().Split('\n'));
        Assert.Equal(wanted, exitCode);
    }
}
