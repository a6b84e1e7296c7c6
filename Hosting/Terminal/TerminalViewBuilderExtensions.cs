using Aspire.Hosting.ApplicationModel;
using Aspire.Hosting.Runtime;
using Aspire.Hosting.Terminal;
using Aspire.Hosting.Terminal.Alerts;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Console;

namespace Aspire.Hosting;

/// <summary>Shows a running graph on the terminal.</summary>
public static class TerminalViewBuilderExtensions
{
    /// <summary>
    /// Shows one line per resource with its state, health, start-up time and URL: updated in place on a terminal, one plain line per
    /// change when the output is a pipe or a file, on CI, or with <c>TERM=dumb</c>. <c>NO_COLOR</c> is respected. Where the graph has an
    /// Alertmanager, a line says when an alert begins and ends to fire, and those that fire are listed below the resources.
    /// </summary>
    /// <remarks>
    /// The console logger is replaced by one that does not write into the view. It shows warnings and worse;
    /// <c>Logging:Terminal:LogLevel:Default</c> in the configuration changes that. In publish mode nothing is added.
    /// </remarks>
    /// <param name="builder">The application's builder.</param>
    /// <returns>The same builder.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="builder"/> is null.</exception>
    public static IDistributedApplicationBuilder AddTerminalView(this IDistributedApplicationBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        var services = builder.Services;
        if (!builder.ExecutionContext.IsRunMode || services.Any(service => service.ServiceType == typeof(TerminalOutput))) return builder;

        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton(_ => TerminalOutput.Detect());
        services.AddSingleton(TerminalTitle.For(StackRuntime.For(builder)));
        services.AddSingleton<CurrentAlerts>();
        services.AddHostedService<TerminalView>();
        services.AddHostedService<AlertWatch>();
        services.RemoveAll<ConsoleLoggerProvider>();
        foreach (var console in services.Where(service => service.ServiceType == typeof(ILoggerProvider) && service.ImplementationType == typeof(ConsoleLoggerProvider)).ToArray())
            services.Remove(console);
        services.AddSingleton<ILoggerProvider, TerminalLoggerProvider>();
        services.Configure<LoggerFilterOptions>(AddRules);
        return builder;
    }

    /// <summary>
    /// Shows on the terminal when a notification has reached this receiver. It says so in its log: an entry of .NET's JSON console logger whose
    /// message has <c>{Status}</c> (<c>firing</c> or <c>resolved</c>) and <c>{AlertName}</c>, and where known <c>{Receiver}</c>, <c>{Integration}</c>
    /// (e.g. <c>slack</c>) and <c>{Labels}</c>.
    /// </summary>
    /// <param name="builder">The receiver.</param>
    /// <returns>The builder.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="builder"/> is null.</exception>
    public static IResourceBuilder<T> WithNotificationLog<T>(this IResourceBuilder<T> builder) where T : IResource
    {
        ArgumentNullException.ThrowIfNull(builder);
        return builder.WithAnnotation(new NotificationLogAnnotation(), ResourceAnnotationMutationBehavior.Replace);
    }

    /// <summary>Makes the resource's main URL the one that the terminal names once everything is healthy.</summary>
    /// <param name="builder">What people look at first.</param>
    /// <returns>The builder.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="builder"/> is null.</exception>
    public static IResourceBuilder<T> WithEntryPage<T>(this IResourceBuilder<T> builder) where T : IResourceWithEndpoints
    {
        ArgumentNullException.ThrowIfNull(builder);
        return builder.WithAnnotation(new EntryPageAnnotation(), ResourceAnnotationMutationBehavior.Replace);
    }

    // A provider's rules come before the general ones; what the configuration says of this provider was read after them.
    private static void AddRules(LoggerFilterOptions options)
    {
        var terminal = typeof(TerminalLoggerProvider).FullName;
        options.Rules.Insert(0, new LoggerFilterRule(terminal, null, LogLevel.Warning, null));
        // The view itself shows each resource's health.
        options.Rules.Insert(0, new LoggerFilterRule(terminal, "Microsoft.Extensions.Diagnostics.HealthChecks.DefaultHealthCheckService", LogLevel.None, null));
    }
}
