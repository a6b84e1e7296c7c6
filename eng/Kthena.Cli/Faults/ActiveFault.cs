namespace Kthena.Cli.Faults;

/// <summary>A fault as the model server and the graph tell it.</summary>
internal sealed record ActiveFault(string Name, string? Model, int? Gpu, double? Share, double? Value, DateTimeOffset? Until)
{
    public string Target => Model ?? (Gpu is { } gpu ? $"GPU {gpu}" : "");

    public string End => Until is { } until ? $"until {until.UtcDateTime:yyyy-MM-dd HH:mm:ss}Z" : "until it is cleared";
}

/// <summary>The answer to <c>GET /faults</c>.</summary>
internal sealed record ActiveFaults(IReadOnlyList<ActiveFault>? Faults);

/// <summary>What is injected, as <c>PUT /faults/{name}</c> takes it.</summary>
internal sealed record FaultRequest(string? Model, double? For, double? Share, double? Value, int? Gpu);
