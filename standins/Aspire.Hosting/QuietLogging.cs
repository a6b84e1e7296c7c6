namespace Aspire.Hosting;

/// <summary>The AppHost's own console says only what is wrong: states and logs of resources have their own services.</summary>
internal static class QuietLogging
{
    public static void Configure(ILoggingBuilder logging, IConfiguration configuration)
    {
        logging.SetMinimumLevel(LogLevel.Warning);
        logging.AddFilter("Microsoft.Hosting.Lifetime", LogLevel.Warning);
        logging.AddFilter("Microsoft.Extensions.Diagnostics.HealthChecks.DefaultHealthCheckService", LogLevel.None);
        // A failed start is told in one line, by the application itself.
        logging.AddFilter("Microsoft.Extensions.Hosting.Internal.Host", LogLevel.None);
        logging.AddFilter("System.Net.Http.HttpClient", LogLevel.Warning);
        logging.AddSimpleConsole(console => console.SingleLine = true);
        // Last, so that the user's settings win.
        logging.AddConfiguration(configuration.GetSection("Logging"));
    }
}
