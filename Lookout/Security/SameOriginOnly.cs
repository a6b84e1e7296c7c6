namespace Kthena.Lookout.Security;

/// <summary>Marks an endpoint that only a page of Lookout itself may use.</summary>
internal sealed class SameOriginOnly;
