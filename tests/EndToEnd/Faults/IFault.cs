using Kthena.EndToEnd.Tests.Stack;

namespace Kthena.EndToEnd.Tests.Faults;

/// <summary>Something that goes wrong, and is put right again.</summary>
internal interface IFault
{
    /// <summary>When this returns, the fault is there.</summary>
    /// <returns>Since when.</returns>
    Task<DateTimeOffset> BeginAsync(AlertingStack stack, CancellationToken cancellationToken);

    /// <summary>When this returns, the fault is gone.</summary>
    Task EndAsync(AlertingStack stack, CancellationToken cancellationToken);
}
