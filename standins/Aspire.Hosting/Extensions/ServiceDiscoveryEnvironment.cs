namespace Aspire.Hosting;

/// <summary>The environment that tells a resource where a service's endpoints are.</summary>
internal static class ServiceDiscoveryEnvironment
{
    public static void Write(EnvironmentCallbackContext context, EndpointReferenceAnnotation reference, string? name, ReferenceEnvironmentInjectionFlags flags)
    {
        var service = name ?? reference.Resource.Name;
        var indexes = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
        foreach (var endpoint in reference.Resource.GetEndpoints(reference.ContextNetworkId))
        {
            var named = reference.EndpointNames.Contains(endpoint.EndpointName);
            if (!named && !(reference.UseAllEndpoints && !endpoint.ExcludeReferenceEndpoint))
                continue;

            if (flags.HasFlag(ReferenceEnvironmentInjectionFlags.Endpoints))
                context.EnvironmentVariables[$"{VariableName(name ?? service.ToUpperInvariant())}_{VariableName(endpoint.EndpointName).ToUpperInvariant()}"] = endpoint;
            if (!flags.HasFlag(ReferenceEnvironmentInjectionFlags.ServiceDiscovery))
                continue;

            var key = endpoint.IsHttpSchemeNamedEndpoint ? endpoint.Scheme : endpoint.EndpointName;
            var index = indexes.GetValueOrDefault(key);
            while (context.EnvironmentVariables.ContainsKey($"services__{service}__{key}__{index}"))
                index++;
            context.EnvironmentVariables[$"services__{service}__{key}__{index}"] = endpoint;
            indexes[key] = index + 1;
        }
    }

    /// <summary>A name as an environment variable can have it.</summary>
    public static string VariableName(string name)
    {
        var text = string.Concat(name.Select(c => char.IsAsciiLetterOrDigit(c) ? c : '_'));
        return text.Length > 0 && char.IsAsciiDigit(text[0]) ? $"_{text}" : text;
    }
}
