using Aspire.Hosting.ApplicationModel;

namespace Aspire.Hosting.Alertmanager;

/// <summary>A setting below <c>global</c> whose value is known only once endpoints are allocated.</summary>
internal sealed record AlertmanagerGlobalAnnotation(string Name, ReferenceExpression Value) : IResourceAnnotation;

internal static class AlertmanagerGlobals
{
    /// <summary>The settings by name; of several for one name the last holds.</summary>
    public static async Task<IReadOnlyDictionary<string, string>> ValuesAsync(IResource alertmanager, CancellationToken cancellationToken)
    {
        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var global in alertmanager.Annotations.OfType<AlertmanagerGlobalAnnotation>())
        {
            values[global.Name] = await global.Value.GetValueAsync(new ValueProviderContext { Caller = alertmanager }, cancellationToken)
                ?? throw new DistributedApplicationException($"'{global.Name}' of '{alertmanager.Name}' has no value.");
        }

        return values;
    }
}
