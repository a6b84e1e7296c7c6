using Kthena.SampleModelServer.Api;

namespace Kthena.SampleModelServer.Faults.Api;

/// <summary>The errors that only the faults' API answers.</summary>
internal static class FaultErrors
{
    public static ApiError Unknown(FaultCatalog catalog) => new(
        StatusCodes.Status400BadRequest, $"There is no such fault; there are: {string.Join(", ", catalog.All.Select(fault => fault.Name))}.", "unknown_fault", "name");

    public static ApiError Refused(FaultRefusedException refused) => new(StatusCodes.Status409Conflict, refused.Message, "fault_refused");
}
