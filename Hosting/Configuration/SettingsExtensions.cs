using Aspire.Hosting.ApplicationModel;
using Microsoft.Extensions.Configuration;

namespace Aspire.Hosting;

/// <summary>Hands settings of the AppHost on to services of our own.</summary>
public static class SettingsExtensions
{
    /// <summary>Gives a service every setting of a section as an environment variable, such as <c>Traffic__RequestsPerSecond</c>.</summary>
    /// <param name="builder">The service.</param>
    /// <param name="section">The section of the AppHost's configuration; what it does not hold keeps the service's own default.</param>
    /// <returns>The builder.</returns>
    public static IResourceBuilder<T> WithSettings<T>(this IResourceBuilder<T> builder, string section) where T : IResourceWithEnvironment
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentException.ThrowIfNullOrEmpty(section);
        foreach (var (key, value) in builder.ApplicationBuilder.Configuration.GetSection(section).AsEnumerable())
        {
            if (value is not null) builder.WithEnvironment(key.Replace(":", "__", StringComparison.Ordinal), value);
        }

        return builder;
    }
}
