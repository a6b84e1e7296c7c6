namespace Aspire.Hosting.ApplicationModel;

public sealed class ExecuteCommandContext
{
    [Obsolete("Use Services instead.")]
    public IServiceProvider ServiceProvider { get => Services; init => Services = value; }

    public required IServiceProvider Services { get; init; }

    public required string ResourceName { get; init; }

    public required CancellationToken CancellationToken { get; init; }

    public required ILogger Logger { get; init; }

    public required InteractionInputCollection Arguments { get; init; }
}

public sealed class ExecuteCommandResult
{
    public required bool Success { get; init; }

    public bool Canceled { get; init; }

    [Obsolete("Use Message instead.")]
    public string? ErrorMessage { get => Message; init => Message = value; }

    public string? Message { get; init; }

    public CommandResultData? Data { get; init; }
}

public enum CommandResultFormat
{
    Text,
    Json,
    Markdown,
}

public sealed class CommandResultData
{
    public required string Value { get; init; }

    public CommandResultFormat Format { get; init; }

    public bool DisplayImmediately { get; init; }
}
