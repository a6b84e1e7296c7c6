using System.Diagnostics;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Kthena.Bench.Stack;

/// <summary>One AppHost process with a state folder of its own, stopped as Ctrl+C would stop it.</summary>
internal sealed class RunningGraph : IAsyncDisposable
{
    private static readonly TimeSpan s_stopTimeout = TimeSpan.FromSeconds(30);

    private readonly HttpClient _http = new() { Timeout = TimeSpan.FromSeconds(2) };
    private readonly string _state = Directory.CreateTempSubdirectory("kthena-bench-").FullName;
    private readonly TimeProvider _time;
    private readonly Process _process;
    private readonly long _started;

    private RunningGraph(TimeProvider time)
    {
        _time = time;
        _started = time.GetTimestamp();
        var appHost = typeof(RunningGraph).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(data => data.Key == "AppHost").Value!;
        _process = Process.Start(new ProcessStartInfo(Environment.ProcessPath is { } path && Path.GetFileNameWithoutExtension(path) == "dotnet" ? path : "dotnet",
            ["exec", appHost, $"--Stack:State={_state}"]) { RedirectStandardOutput = true })!;
        _process.OutputDataReceived += (_, _) => { };
        _process.BeginOutputReadLine();
    }

    public int ProcessId => _process.Id;

    public TimeSpan Elapsed => _time.GetElapsedTime(_started);

    public bool HasExited => _process.HasExited;

    public static RunningGraph Start(TimeProvider time) => new(time);

    /// <summary>The resources as the graph reports them, null until it answers.</summary>
    public async Task<JsonArray?> ResourcesAsync(CancellationToken cancellationToken)
    {
        try
        {
            var file = Path.Join(_state, "apphost.json");
            if (!File.Exists(file)) return null;
            var url = JsonNode.Parse(await File.ReadAllTextAsync(file, cancellationToken))?["url"]?.GetValue<string>();
            return JsonNode.Parse(await _http.GetStringAsync(new Uri($"{url}/resources"), cancellationToken))?["resources"]?.AsArray();
        }
        catch (Exception notYet) when (notYet is JsonException or HttpRequestException or IOException)
        {
            return null;
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            using var kill = Process.Start("kill", ["-TERM", $"{_process.Id}"]);
            using var timeout = new CancellationTokenSource(s_stopTimeout, _time);
            await _process.WaitForExitAsync(timeout.Token);
        }

        _process.Dispose();
        _http.Dispose();
        Directory.Delete(_state, recursive: true);
    }
}
