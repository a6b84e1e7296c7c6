namespace Aspire.Hosting.Terminal;

/// <summary>What a person wants to know about a resource at one glance.</summary>
internal enum ResourceCondition
{
    /// <summary>Not started, or waiting for another resource.</summary>
    Waiting,

    /// <summary>On its way: starting, not yet healthy for the first time, or stopping.</summary>
    Changing,

    /// <summary>Runs, and its health checks pass.</summary>
    Healthy,

    /// <summary>Ended as it should.</summary>
    Finished,

    /// <summary>Was asked to stop, and did.</summary>
    Stopped,

    /// <summary>Runs, was healthy, and is not any more.</summary>
    Unhealthy,

    /// <summary>Failed to start, or ended with an error.</summary>
    Failed,
}
