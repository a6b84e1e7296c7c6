namespace Kthena.EndToEnd.Tests.Timeline;

/// <summary>A scenario did not come true.</summary>
internal sealed class TimelineException(Exception cause) : Exception(cause.Message, cause);
