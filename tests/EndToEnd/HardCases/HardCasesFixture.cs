using Kthena.EndToEnd.Tests.Stack;

namespace Kthena.EndToEnd.Tests.HardCases;

/// <summary>One graph for all hard cases; each begins when the one before has been resolved.</summary>
public sealed class HardCasesFixture : IAsyncLifetime
{
    public const string First = "model-a";
    public const string Second = "model-b";

    private IDisposable? _use;

    internal AlertingStack Stack { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        _use = await Machine.MeasureAsync(TestContext.Current.CancellationToken);
        Stack = await AlertingStack.StartAsync(new AlertingOptions { Models = [First, Second] }, TestContext.Current.CancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        if (Stack is not null) await Stack.DisposeAsync(); // null when the start failed
        _use?.Dispose();
    }
}
