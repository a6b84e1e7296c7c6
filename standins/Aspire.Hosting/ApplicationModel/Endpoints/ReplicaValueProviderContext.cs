namespace Aspire.Hosting.ApplicationModel;

/// <summary>Resolves values for one replica: its own endpoints mean this replica's ports, not the first replica's.</summary>
internal sealed class ReplicaValueProviderContext(IReadOnlyDictionary<EndpointAnnotation, AllocatedEndpoint> own) : ValueProviderContext
{
    public AllocatedEndpoint? Find(EndpointReference reference) =>
        reference.Resource == Caller && reference.Exists ? own.GetValueOrDefault(reference.EndpointAnnotation) : null;
}
