using Aspire.Hosting.ApplicationModel;

namespace Aspire.Hosting.Terminal;

/// <summary>Says of a resource that its page is where people look first.</summary>
internal sealed record EntryPageAnnotation : IResourceAnnotation;
