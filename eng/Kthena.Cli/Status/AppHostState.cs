using System.Text.Json;

namespace Kthena.Cli.Status;

/// <summary>What a running AppHost leaves in <c>.state/apphost.json</c>.</summary>
/// <param name="Pid">The AppHost's process.</param>
/// <param name="StartedAt">When that process started: tells it from a later one with the same number.</param>
/// <param name="Url">Where it serves its resources, on loopback.</param>
internal sealed record AppHostState(int Pid, DateTimeOffset StartedAt, Uri Url)
{
    public static string PathUnder(string root) => Path.Combine(root, ".state", "apphost.json");

    /// <exception cref="StatusException">There is no such file, or it is not what an AppHost writes.</exception>
    public static AppHostState Read(string root)
    {
        var path = PathUnder(root);
        try
        {
            var state = JsonSerializer.Deserialize<AppHostState>(File.ReadAllText(path), JsonSerializerOptions.Web);
            if (state is { Pid: > 0, Url: { IsAbsoluteUri: true, IsLoopback: true, Scheme: "http" } })
                return state;
            throw new StatusException($"{path} does not name a process and a loopback URL; remove it and start again with ./kthena up");
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new StatusException("nothing runs (./kthena up starts the graph)");
        }
        catch (JsonException e)
        {
            throw new StatusException($"{path} cannot be read ({e.Message}); remove it and start again with ./kthena up");
        }
    }
}
