namespace Kthena.ServiceDefaults.Health;

/// <summary>Tags that put a health check behind an endpoint.</summary>
public static class HealthTags
{
    /// <summary>The check decides about <c>/readyz</c>.</summary>
    public const string Ready = "ready";
}
