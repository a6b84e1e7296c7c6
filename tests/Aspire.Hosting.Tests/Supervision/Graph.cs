using Aspire.Hosting.Supervision;
using Aspire.Hosting.Supervisor.Processes;
using Microsoft.Extensions.Logging.Abstractions;

namespace Aspire.Hosting.Tests.Supervision;

/// <summary>Shell scripts under a supervisor of their own. All their processes are found again by a mark in their environment.</summary>
internal sealed class Graph : IAsyncDisposable
{
    private const string MarkVariable = "GRAPH_UNDER_TEST";
    private readonly string _mark = Guid.NewGuid().ToString("N");

    private Graph(SupervisorClient launcher) => Launcher = launcher;

    public SupervisorClient Launcher { get; }

    /// <summary>What lives of this graph, wherever it went.</summary>
    public IReadOnlyList<int> Processes => EnvironmentMark.FindProcesses($"{MarkVariable}={_mark}");

    public static async Task<Graph> StartAsync()
        => new(await SupervisorClient.StartAsync(NullLogger.Instance, TimeProvider.System, TestContext.Current.CancellationToken));

    public ProcessSpec Script(string script) => new()
    {
        Name = "script",
        Command = "sh",
        Arguments = ["-c", script],
        WorkingDirectory = Path.GetTempPath(),
        Environment = new Dictionary<string, string> { [MarkVariable] = _mark },
    };

    public Task<ISupervisedProcess> RunAsync(string script) => RunAsync(Script(script));

    public Task<ISupervisedProcess> RunAsync(ProcessSpec spec) => Launcher.StartAsync(spec, TestContext.Current.CancellationToken).WithinBound();

    public static async Task<IReadOnlyList<OutputLine>> ReadAllAsync(ISupervisedProcess process)
    {
        List<OutputLine> lines = [];
        await foreach (var line in process.Output.ReadAllAsync(TestContext.Current.CancellationToken)) lines.Add(line);
        return lines;
    }

    public static async Task<string> ReadLineAsync(ISupervisedProcess process)
        => (await process.Output.ReadAsync(TestContext.Current.CancellationToken).AsTask().WithinBound()).Text;

    public ValueTask DisposeAsync() => Launcher.DisposeAsync();
}
