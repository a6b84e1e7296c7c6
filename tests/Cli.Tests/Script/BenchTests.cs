namespace Kthena.Cli.Tests.Script;

/// <summary>'bench': which suites run, with what, and what their failures make of the answer.</summary>
public sealed class BenchTests : IDisposable
{
    private readonly Checkout _checkout = new();

    public BenchTests()
    {
        _checkout.Install("node", "echo v22.0.0");
        _checkout.Install("npm", "echo 10");
        _checkout.Install("dotnet", """
            case $* in
              --version) echo 10.0.100 ;;
              build*) ;;
              *Broken*) echo "ran $*"; exit 4 ;;
              *) echo "ran $*" ;;
            esac
            """);
        foreach (var tool in (string[])["prometheus", "promtool", "alertmanager", "amtool"])
            _checkout.InstallTool(tool, "99.0.0");
        foreach (var project in (string[])["Alpha/Alpha", "Broken/Broken", "GpuExporter/GpuExporter.Bench"])
            _checkout.Write($"bench/{project}.csproj", "");
        _checkout.Write("bench/Directory.Build.props", "");
    }

    [Fact]
    public async Task Without_a_name_every_suite_runs_and_a_failure_of_one_is_the_answer()
    {
        var run = await _checkout.KthenaAsync("bench");

        Assert.Equal(4, run.ExitCode);
        Assert.Equal([Ran("Alpha/Alpha"), Ran("Broken/Broken"), Ran("GpuExporter/GpuExporter.Bench")], Lines(run));
    }

    [Fact]
    public async Task Several_names_run_those()
    {
        var run = await _checkout.KthenaAsync("bench", "gpuexporter", "alpha");

        Assert.Equal(0, run.ExitCode);
        Assert.Equal([Ran("GpuExporter/GpuExporter.Bench"), Ran("Alpha/Alpha")], Lines(run));
    }

    [Fact]
    public async Task One_name_with_other_words_gives_them_to_the_suite()
    {
        var run = await _checkout.KthenaAsync("bench", "alpha", "part", "--scale", "two words");

        Assert.Equal(0, run.ExitCode);
        Assert.Equal([Ran("Alpha/Alpha") + " part --scale two words"], Lines(run));
    }

    [Theory]
    [InlineData("other")]
    [InlineData("3")]
    [InlineData("--scale")]
    [InlineData("Alpha")]
    public async Task An_unknown_name_is_bad_usage_and_lists_those_there_are(string name)
    {
        var run = await _checkout.KthenaAsync("bench", name, "alpha");

        Assert.Equal((2, ""), (run.ExitCode, run.Output));
        Assert.Equal($"kthena: there is no benchmark suite '{name}'; there are: alpha broken gpuexporter\n", run.Error);
    }

    public void Dispose() => _checkout.Dispose();

    private static string[] Lines(ProcessRun run) => [.. run.Output.TrimEnd('\n').Split('\n').Select(line => line.TrimEnd())];

    private string Ran(string project) => $"ran run --no-build -c Release --project {_checkout.Root}/bench/{project}.csproj --";
}
