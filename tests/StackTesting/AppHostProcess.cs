using System.Diagnostics;
using System.Globalization;
using System.Text.Json.Nodes;

namespace Kthena.StackTesting;

/// <summary>The AppHost as a person runs it: a process of its own, with a state folder of its own.</summary>
public sealed class AppHostProcess : IAsyncDisposable
{
    private static readonly TimeSpan s_startTimeout = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan s_stopTimeout = TimeSpan.FromSeconds(30);

    private readonly DirectoryInfo _state = Directory.CreateTempSubdirectory("kthena-state-");
    private readonly HttpClient _http = new();
    private readonly Process _process;

    private AppHostProcess(IEnumerable<string> arguments)
    {
        var appHost = typeof(Projects.AppHost).Assembly.Location;
        // A test run may itself be a background job, which ignores interrupts and would hand that down.
        _process = Process.Start(new ProcessStartInfo("env", ["--default-signal=INT", "dotnet", "exec", appHost, $"--Stack:State={_state.FullName}", .. arguments]) { RedirectStandardOutput = true })!;
        _process.OutputDataReceived += (_, _) => { };
        _process.BeginOutputReadLine();
    }

    public int ProcessId => _process.Id;

    public string StateFile => Path.Join(_state.FullName, "apphost.json");

    /// <summary>Starts the graph in processes and waits until all of it is healthy.</summary>
    public static Task<AppHostProcess> StartAsync(CancellationToken cancellationToken) => StartAsync([], cancellationToken);

    /// <summary>Starts the graph in processes, with more arguments of the AppHost, and waits until all of it is healthy.</summary>
    public static async Task<AppHostProcess> StartAsync(IEnumerable<string> arguments, CancellationToken cancellationToken)
    {
        var appHost = new AppHostProcess(["--Stack:Runtime=processes", .. arguments]);
        try
        {
            await Eventually.IsTrueAsync("Every resource being healthy", s_startTimeout, async cancellation =>
                (await appHost.ResourcesAsync(cancellation)) is { Count: > 1 } resources
                    && resources.All(resource => (string?)resource!["health"] == "Healthy"), cancellationToken);
            return appHost;
        }
        catch
        {
            await appHost.DisposeAsync();
            throw;
        }
    }

    /// <summary>What the graph reports; null while it does not.</summary>
    public async Task<JsonArray?> ResourcesAsync(CancellationToken cancellationToken)
    {
        if (!File.Exists(StateFile) || new FileInfo(StateFile).Length == 0) return null;
        var url = (string?)JsonNode.Parse(await File.ReadAllTextAsync(StateFile, cancellationToken))!["url"];
        return JsonNode.Parse(await _http.GetStringAsync(new Uri($"{url}/resources"), cancellationToken))!["resources"]!.AsArray();
    }

    /// <summary>Where a resource is reached.</summary>
    public async Task<Uri> EndpointAsync(string resource, string endpoint, CancellationToken cancellationToken)
    {
        var found = (await ResourcesAsync(cancellationToken))?.FirstOrDefault(one => (string?)one!["name"] == resource)?["urls"]?[endpoint];
        return new Uri((string?)found ?? throw new InvalidOperationException($"The graph reports no endpoint '{endpoint}' of '{resource}'."));
    }

    /// <summary>The ids of all processes that this one started, and those started.</summary>
    public IReadOnlyList<int> Descendants()
    {
        var parents = Directory.EnumerateDirectories("/proc").Select(Path.GetFileName)
            .Where(name => int.TryParse(name, CultureInfo.InvariantCulture, out _)).Select(name => int.Parse(name!, CultureInfo.InvariantCulture))
            .ToDictionary(id => id, ParentOf);
        bool IsOurs(int id) => parents.TryGetValue(id, out var parent) && parent is { } known && (known == ProcessId || IsOurs(known));
        return [.. parents.Keys.Where(IsOurs)];
    }

    public void Kill() => _process.Kill();

    /// <summary>Ctrl+C.</summary>
    public async Task<int> InterruptAsync(CancellationToken cancellationToken)
    {
        using var kill = Process.Start("kill", ["-INT", $"{ProcessId}"]);
        return await ExitCodeAsync(cancellationToken);
    }

    public async Task<int> ExitCodeAsync(CancellationToken cancellationToken)
    {
        using var timeout = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        timeout.CancelAfter(s_stopTimeout);
        await _process.WaitForExitAsync(timeout.Token);
        return _process.ExitCode;
    }

    public static bool IsAlive(int processId) => ParentOf(processId) is not null;

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            _process.Kill();
            await _process.WaitForExitAsync();
        }

        _process.Dispose();
        _http.Dispose();
        _state.Delete(recursive: true);
    }

    // A zombie has ended: only its parent has not asked yet.
    private static int? ParentOf(int processId)
    {
        try
        {
            var stat = File.ReadAllText($"/proc/{processId}/stat");
            var fields = stat[(stat.LastIndexOf(')') + 2)..].Split(' ');
            return fields[0] is "Z" or "X" ? null : int.Parse(fields[1], CultureInfo.InvariantCulture);
        }
        catch (IOException)
        {
            return null;
        }
    }
}
