namespace Aspire.Hosting.Terminal;

/// <summary>One line of the view.</summary>
/// <param name="Name">The resource's name, or its id when it has replicas.</param>
/// <param name="Condition">Decides symbol and colour.</param>
/// <param name="State">Aspire's state, with the health or the exit code where it says more.</param>
/// <param name="StartUp">From the start of the resource to the first time that it was healthy.</param>
/// <param name="Url">The main one.</param>
/// <param name="Reason">Why it is unhealthy or has failed, one line.</param>
internal sealed record ResourceRow(string Name, ResourceCondition Condition, string State, TimeSpan? StartUp = null, string? Url = null, string? Reason = null)
{
    public bool IsFine => Condition is ResourceCondition.Healthy or ResourceCondition.Finished;

    /// <summary>A resource that is started by hand takes no part in "all are healthy" until then.</summary>
    public bool Counts { get; init; } = true;

    /// <summary>Whether its URL is where people look first.</summary>
    public bool IsEntryPage { get; init; }
}
