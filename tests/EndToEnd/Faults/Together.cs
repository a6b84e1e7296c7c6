using Kthena.EndToEnd.Tests.Stack;

namespace Kthena.EndToEnd.Tests.Faults;

/// <summary>Several faults at once; the last one decides since when they are there.</summary>
internal sealed record Together(params IReadOnlyList<IFault> Faults) : IFault
{
    public async Task<DateTimeOffset> BeginAsync(AlertingStack stack, CancellationToken cancellationToken)
        => (await Task.WhenAll(Faults.Select(fault => fault.BeginAsync(stack, cancellationToken)))).Max();

    public Task EndAsync(AlertingStack stack, CancellationToken cancellationToken)
        => Task.WhenAll(Faults.Select(fault => fault.EndAsync(stack, cancellationToken)));
}
