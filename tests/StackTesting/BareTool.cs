using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace Kthena.StackTesting;

/// <summary>The process of a tool that runs by itself, with a folder of its own, on a free port of loopback.</summary>
internal sealed class BareTool : IAsyncDisposable
{
    private static readonly TimeSpan s_start = TimeSpan.FromSeconds(30);

    private readonly DirectoryInfo _state;
    private readonly Process _process;

    private BareTool(DirectoryInfo state, Process process, Uri address) => (_state, _process, Http) = (state, process, new HttpClient { BaseAddress = address });

    public HttpClient Http { get; }

    /// <summary>Starts it and waits until it is ready.</summary>
    /// <param name="name">The binary's name.</param>
    /// <param name="state">A folder, which is deleted with it.</param>
    /// <param name="arguments">Its command line, given the address to listen on.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public static async Task<BareTool> StartAsync(string name, DirectoryInfo state, Func<string, IEnumerable<string>> arguments, CancellationToken cancellationToken)
    {
        var address = $"127.0.0.1:{FreePort()}";
        var process = Process.Start(new ProcessStartInfo(Tools.Find(name), arguments(address)) { WorkingDirectory = state.FullName, RedirectStandardError = true })!;
        process.ErrorDataReceived += (_, _) => { };
        process.BeginErrorReadLine();
        var tool = new BareTool(state, process, new Uri($"http://{address}"));
        try
        {
            await Eventually.IsTrueAsync($"{name} being ready", s_start, async cancellation =>
            {
                using var answer = await tool.Http.GetAsync(new Uri("/-/ready", UriKind.Relative), cancellation);
                return answer.IsSuccessStatusCode;
            }, cancellationToken);
            return tool;
        }
        catch
        {
            await tool.DisposeAsync();
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
        _process.Dispose();
        Http.Dispose();
        _state.Delete(recursive: true);
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
