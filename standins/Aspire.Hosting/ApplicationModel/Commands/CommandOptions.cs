namespace Aspire.Hosting.ApplicationModel;

public enum ResourceCommandState
{
    Enabled,
    Disabled,
    Hidden,
}

[Flags]
public enum ResourceCommandVisibility
{
    None = 0,
    UI = 1 << 0,
    Api = 1 << 1,
}

public class CommandOptions
{
    public string? Description { get; set; }

    [Obsolete("Use Arguments to describe invocation arguments.")]
    public object? Parameter { get; set; }

    public IReadOnlyList<InteractionInput> Arguments { get; set; } = [];

    public Func<InputsDialogValidationContext, Task>? ValidateArguments { get; set; }

    public ResourceCommandVisibility Visibility { get; set; } = ResourceCommandVisibility.UI | ResourceCommandVisibility.Api;

    public string? ConfirmationMessage { get; set; }

    public string? IconName { get; set; }

    public IconVariant? IconVariant { get; set; }

    public bool IsHighlighted { get; set; }

    public Func<UpdateCommandStateContext, ResourceCommandState>? UpdateState { get; set; }

    public CommandProgressOptions? Progress { get; set; }
}

public sealed class CommandProgressOptions
{
    public string? Message { get; set; }

    public string? Title { get; set; }

    public bool HideCancelButton { get; set; }
}

public sealed class UpdateCommandStateContext
{
    public required CustomResourceSnapshot ResourceSnapshot { get; init; }

    [Obsolete("Use Services instead.")]
    public IServiceProvider ServiceProvider { get => Services; init => Services = value; }

    public required IServiceProvider Services { get; init; }
}
