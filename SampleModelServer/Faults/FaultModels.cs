using Kthena.SampleModelServer.Models;

namespace Kthena.SampleModelServer.Faults;

internal static class FaultModels
{
    /// <summary>The model that a fault strikes.</summary>
    public static ModelEntry Of(this ModelRegistry registry, ActiveFault fault) => registry.TryGet(fault.Model!, out var entry)
        ? entry
        : throw new InvalidOperationException($"'{fault.Model}' is no model of this server.");
}
