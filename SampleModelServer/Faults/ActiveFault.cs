namespace Kthena.SampleModelServer.Faults;

/// <summary>A fault that was injected.</summary>
/// <param name="Name">Which one.</param>
/// <param name="Model">The id of the model that it strikes; null where it is not about a model.</param>
/// <param name="Gpu">The index of the GPU that it strikes; null where it is not about a GPU.</param>
/// <param name="Share">The share of the requests that it strikes, above 0 and up to 1.</param>
/// <param name="Value">The number that goes with it, in the unit of its definition; null where it has none.</param>
/// <param name="Since">When it was injected.</param>
/// <param name="Until">When it ends by itself; null when it has to be cleared.</param>
internal sealed record ActiveFault(
    string Name, string? Model, int? Gpu, double Share, double? Value, DateTimeOffset Since, DateTimeOffset? Until)
{
    /// <summary>A fault is active once for each model or GPU.</summary>
    public (string Name, string? Model, int? Gpu) Key => (Name, Model, Gpu);

    /// <summary>What is struck, in words.</summary>
    public string Target => Model ?? (Gpu is { } gpu ? $"GPU {gpu}" : "the server");

    /// <summary>When it ends, in words.</summary>
    public string End => Until is { } until ? $"until {until.UtcDateTime:yyyy-MM-dd HH:mm:ss}Z" : "until it is cleared";
}
