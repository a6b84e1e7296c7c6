using System.Reflection;
using Microsoft.Extensions.Hosting;

namespace Aspire.Hosting.Testing;

/// <summary>Makes a builder that of an AppHost, whatever process it lives in.</summary>
internal static class TestingConfiguration
{
    public static void Apply(Assembly? appHost, string[] args, DistributedApplicationOptions options, HostApplicationBuilderSettings settings,
        Action<DistributedApplicationOptions, HostApplicationBuilderSettings> configure)
    {
        settings.Args = [.. settings.Args ?? [], .. args];
        options.Args = settings.Args;
        options.DisableDashboard = true;
        options.EnableResourceLogging = true;
        if (appHost?.GetName().Name is { } name)
        {
            settings.ApplicationName = name;
            options.AssemblyName = name;
            if (AppHostAssembly.Metadata(appHost, "AppHostProjectPath") is { } directory && Directory.Exists(directory))
                settings.ContentRootPath = directory;
        }

        configure(options, settings);
    }
}
