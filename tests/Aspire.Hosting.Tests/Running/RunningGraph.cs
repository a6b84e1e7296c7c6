using System.Text.RegularExpressions;
using Aspire.Hosting.ApplicationModel;
using Microsoft.Extensions.DependencyInjection;

namespace Aspire.Hosting.Tests.Running;

/// <summary>A started application whose every wait is bounded.</summary>
internal sealed class RunningGraph : IAsyncDisposable
{
    private RunningGraph(DistributedApplication application) => Application = application;

    public DistributedApplication Application { get; }

    public ResourceNotificationService Notifications => Application.ResourceNotifications;

    /// <summary>A builder that knows the projects of the small AppHost.</summary>
    public static IDistributedApplicationBuilder Define(params string[] args) =>
        DistributedApplication.CreateBuilder(new DistributedApplicationOptions { Args = args, AssemblyName = "SmallAppHost", DisableDashboard = true });

    public static async Task<RunningGraph> StartAsync(IDistributedApplicationBuilder builder)
    {
        var graph = new RunningGraph(builder.Build());
        await graph.Application.StartAsync(Patience.Token);
        return graph;
    }

    public async Task<CustomResourceSnapshot> UntilAsync(string id, Func<CustomResourceSnapshot, bool> condition)
    {
        await foreach (var resourceEvent in Notifications.WatchAsync(Patience.Token))
            if (resourceEvent.ResourceId == id && condition(resourceEvent.Snapshot))
                return resourceEvent.Snapshot;
        throw new InvalidOperationException();
    }

    public Task<CustomResourceSnapshot> UntilAsync(string id, string state) => UntilAsync(id, s => s.State?.Text == state);

    public async Task<CustomResourceSnapshot> UntilHealthyAsync(string name) =>
        (await Notifications.WaitForResourceHealthyAsync(name, Patience.Token)).Snapshot;

    public CustomResourceSnapshot Now(string id) => Notifications.TryGetCurrentState(id, out var state) ? state.Snapshot : throw new InvalidOperationException($"'{id}' has no state.");

    public async Task<LogLine> UntilLoggedAsync(string id, string pattern)
    {
        await foreach (var lines in Application.Services.GetRequiredService<ResourceLoggerService>().WatchAsync(id).WithCancellation(Patience.Token))
            foreach (var line in lines)
                if (Regex.IsMatch(line.Content, pattern))
                    return line;
        throw new InvalidOperationException();
    }

    public Task<ExecuteCommandResult> CommandAsync(string id, string command) => Application.ResourceCommands.ExecuteCommandAsync(id, command, Patience.Token);

    public static HttpClient Client(string url) => new() { BaseAddress = new(url) };

    public ValueTask DisposeAsync() => Application.DisposeAsync();
}
