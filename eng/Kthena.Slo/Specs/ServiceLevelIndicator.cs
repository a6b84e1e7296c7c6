namespace Kthena.Slo.Specs;

/// <summary>How an objective's bad events are measured.</summary>
public abstract record ServiceLevelIndicator
{
    private protected ServiceLevelIndicator()
    {
    }
}

/// <summary>Bad events over all events, each counted by a query.</summary>
public sealed record EventsIndicator(QueryTemplate Errors, QueryTemplate Total) : ServiceLevelIndicator;

/// <summary>A query that already gives the share of bad events, between 0 and 1.</summary>
public sealed record RawIndicator(QueryTemplate ErrorRatio) : ServiceLevelIndicator;
