namespace Aspire.Hosting.ApplicationModel;

/// <summary>The name under which a resource's replicas are reported.</summary>
internal sealed record DeploymentAnnotation(string Deployment) : IResourceAnnotation;
