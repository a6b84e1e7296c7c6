namespace Aspire.Hosting.ApplicationModel;

/// <summary>The stand-in knows only the form that keeps a resource out of what is published.</summary>
public class ManifestPublishingCallbackAnnotation : IResourceAnnotation
{
    private ManifestPublishingCallbackAnnotation()
    {
    }

    public static ManifestPublishingCallbackAnnotation Ignore { get; } = new();
}
