namespace Aspire.Hosting.ApplicationModel;

internal sealed record RetentionAnnotation(TimeSpan Time, long? Bytes) : IResourceAnnotation;
