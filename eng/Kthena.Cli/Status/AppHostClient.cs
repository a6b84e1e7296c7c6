using System.ComponentModel;
using System.Diagnostics;
using System.Net.Http.Json;
using System.Text.Json;

namespace Kthena.Cli.Status;

/// <summary>Asks a running AppHost for its resources, once it is certain that it is the one that wrote the state file.</summary>
internal static class AppHostClient
{
    // Start times come from the kernel's ticks and the clock; a corrected clock shifts them a little.
    private static readonly TimeSpan s_startTimeTolerance = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan s_answerTimeout = TimeSpan.FromSeconds(3);

    /// <exception cref="StatusException">The process is gone or another one, or it does not answer.</exception>
    public static async Task<GraphResources> GetResourcesAsync(AppHostState state, CancellationToken cancellationToken)
    {
        if (!IsAlive(state))
            throw new StatusException($"nothing runs (the AppHost with pid {state.Pid} is gone; ./kthena up starts the graph)");

        using var handler = new SocketsHttpHandler { UseProxy = false, AllowAutoRedirect = false };
        using var client = new HttpClient(handler) { Timeout = s_answerTimeout, MaxResponseContentBufferSize = 4 << 20 };
        try
        {
            var answer = await client.GetFromJsonAsync<GraphResources>(new Uri(state.Url, "/resources"), cancellationToken);
            if (answer?.Resources is not null)
                return answer;
            throw new StatusException($"the AppHost at {state.Url} answered without a list of resources");
        }
        catch (Exception e) when (e is HttpRequestException or JsonException || (e is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            throw new StatusException($"the AppHost (pid {state.Pid}) does not answer at {state.Url}: {e.Message}");
        }
    }

    private static bool IsAlive(AppHostState state)
    {
        try
        {
            using var process = Process.GetProcessById(state.Pid);
            return !process.HasExited && (process.StartTime - state.StartedAt.LocalDateTime).Duration() <= s_startTimeTolerance;
        }
        catch (Exception e) when (e is ArgumentException or InvalidOperationException or Win32Exception)
        {
            return false;
        }
    }
}
