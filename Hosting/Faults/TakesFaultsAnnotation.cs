namespace Aspire.Hosting.ApplicationModel;

/// <summary>Faults may be injected into the resource.</summary>
internal sealed class TakesFaultsAnnotation : IResourceAnnotation;
