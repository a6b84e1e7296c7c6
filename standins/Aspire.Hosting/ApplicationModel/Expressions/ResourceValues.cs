using System.Globalization;
using Microsoft.Extensions.Logging.Abstractions;

namespace Aspire.Hosting.ApplicationModel;

/// <summary>Runs a resource's callbacks and resolves what they left.</summary>
internal static class ResourceValues
{
    public static async Task<Dictionary<string, string>> EnvironmentAsync(IResource resource, DistributedApplicationExecutionContext executionContext,
        ValueProviderContext values, ILogger? logger = null, CancellationToken cancellationToken = default)
    {
        var context = new EnvironmentCallbackContext(executionContext, resource, cancellationToken: cancellationToken) { Logger = logger ?? NullLogger.Instance };
        foreach (var annotation in resource.Annotations.OfType<EnvironmentCallbackAnnotation>())
            await annotation.Callback(context).ConfigureAwait(false);

        var environment = new Dictionary<string, string>();
        foreach (var (name, value) in context.EnvironmentVariables)
            if (await ResolveAsync(value, executionContext, values, cancellationToken).ConfigureAwait(false) is { } text)
                environment[name] = text;
        return environment;
    }

    public static async Task<IReadOnlyList<string>> ArgumentsAsync(IResource resource, DistributedApplicationExecutionContext executionContext,
        ValueProviderContext values, ILogger? logger = null, CancellationToken cancellationToken = default)
    {
        var context = new CommandLineArgsCallbackContext([], resource, cancellationToken) { ExecutionContext = executionContext, Logger = logger ?? NullLogger.Instance };
        foreach (var annotation in resource.Annotations.OfType<CommandLineArgsCallbackAnnotation>())
            await annotation.Callback(context).ConfigureAwait(false);
        return await ArgumentsAsync(context.Args, executionContext, values, cancellationToken).ConfigureAwait(false);
    }

    public static async Task<IReadOnlyList<string>> ArgumentsAsync(IEnumerable<object> args, DistributedApplicationExecutionContext executionContext,
        ValueProviderContext values, CancellationToken cancellationToken = default)
    {
        var arguments = new List<string>();
        foreach (var arg in args)
            if (await ResolveAsync(arg, executionContext, values, cancellationToken).ConfigureAwait(false) is { } text)
                arguments.Add(text);
        return arguments;
    }

    private static async Task<string?> ResolveAsync(object? value, DistributedApplicationExecutionContext executionContext, ValueProviderContext values,
        CancellationToken cancellationToken)
    {
        if (value is IResourceBuilder<IResource> builder)
            value = builder.Resource;
        return executionContext.IsPublishMode && value is IManifestExpressionProvider manifest
            ? manifest.ValueExpression
            : value switch
            {
                null => null,
                string text => text,
                IValueProvider provider => await provider.GetValueAsync(values, cancellationToken).ConfigureAwait(false),
                bool flag => flag ? "true" : "false",
                IFormattable formattable => formattable.ToString(null, CultureInfo.InvariantCulture),
                _ => throw new InvalidOperationException($"Unexpected value, expected one of string, IValueProvider or IResourceBuilder, but got {value.GetType()}."),
            };
    }
}
