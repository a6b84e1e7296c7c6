using System.Diagnostics;
using System.Text.Json;

namespace Aspire.Hosting.GraphReport;

/// <summary>Says where a running graph answers. It may be read by its owner only, and is gone when the graph has stopped.</summary>
internal sealed class AppHostStateFile(string folder)
{
    private static readonly JsonSerializerOptions s_json = new(JsonSerializerDefaults.Web);

    private string FilePath => Path.Join(folder, "apphost.json");

    /// <exception cref="DistributedApplicationException">Another graph runs from the same folder.</exception>
    public async Task EnsureUnusedAsync(CancellationToken cancellationToken)
    {
        if (await OtherGraphAsync(cancellationToken) is { } other)
        {
            throw new DistributedApplicationException(
                $"A graph already runs with state in {folder} (process {other}). Stop it first, or set Stack:State to another folder.");
        }
    }

    public async Task WriteAsync(string url, CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(folder);
        using var process = Process.GetCurrentProcess();
        var state = new AppHostState(process.Id, process.StartTime.ToUniversalTime(), url);
        // Readers see the whole file or none.
        var fresh = FilePath + ".new";
        File.Delete(fresh);
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        await using (var file = new FileStream(fresh, options)) await JsonSerializer.SerializeAsync(file, state, s_json, cancellationToken);
        File.Move(fresh, FilePath, overwrite: true);
    }

    public void Delete() => File.Delete(FilePath);

    private async Task<int?> OtherGraphAsync(CancellationToken cancellationToken)
    {
        if (!File.Exists(FilePath)) return null;
        try
        {
            var state = JsonSerializer.Deserialize<AppHostState>(await File.ReadAllTextAsync(FilePath, cancellationToken), s_json);
            return state is { Pid: var pid } && pid != Environment.ProcessId && RunsSince(pid, state.StartedAt) ? pid : null;
        }
        catch (JsonException)
        {
            return null; // left half-written by a graph that was killed
        }
    }

    // The kernel gives ids again: the same process is the one that started at the same time.
    private static bool RunsSince(int processId, DateTime startedAt)
    {
        try
        {
            using var process = Process.GetProcessById(processId);
            return (process.StartTime.ToUniversalTime() - startedAt).Duration() < TimeSpan.FromSeconds(2);
        }
        catch (ArgumentException)
        {
            return false;
        }
    }
}

internal sealed record AppHostState(int Pid, DateTime StartedAt, string Url);
