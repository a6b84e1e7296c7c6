namespace Kthena.Integration.Tests.Alerting;

/// <summary>One Alertmanager for all tests whose alerts are in clusters of their own.</summary>
public sealed class AlertmanagerFixture : IAsyncLifetime
{
    public AlertmanagerGraph Graph { get; private set; } = null!;

    public async ValueTask InitializeAsync() => Graph = await AlertmanagerGraph.StartAsync(configure: null, TestContext.Current.CancellationToken);

    public ValueTask DisposeAsync() => Graph.DisposeAsync();
}
