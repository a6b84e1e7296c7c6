namespace Aspire.Hosting.ApplicationModel;

public enum HiddenBehavior
{
    Always,
    OnCompletion,
}

public sealed class HiddenAnnotation(HiddenBehavior behavior) : IResourceAnnotation
{
    public HiddenBehavior Behavior { get; } = behavior;

    public IReadOnlyList<int> SuccessfulExitCodes { get; init; } = [0];
}
