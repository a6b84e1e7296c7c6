using Kthena.StackTesting;

[assembly: AssemblyFixture(typeof(Kthena.Integration.Tests.Graph.StackFixture))]

namespace Kthena.Integration.Tests.Graph;

/// <summary>One graph for all tests that only look at it.</summary>
public sealed class StackFixture : IAsyncLifetime
{
    public RunningGraph Stack { get; private set; } = null!;

    public async ValueTask InitializeAsync() => Stack = await RunningGraph.StartAsync(TestContext.Current.CancellationToken);

    public ValueTask DisposeAsync() => Stack.DisposeAsync();
}
