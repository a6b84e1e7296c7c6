using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Aspire.Hosting.Tests.Running;

public sealed class ResourceLoggingTests
{
    [Fact]
    public async Task On_demand_the_logs_of_resources_are_in_the_log_of_the_application()
    {
        var builder = DistributedApplication.CreateBuilder(new DistributedApplicationOptions { AssemblyName = "SmallAppHost", EnableResourceLogging = true });
        using var log = new Collector();
        builder.Services.AddLogging(logging => logging.ClearProviders().AddProvider(log).AddFilter("SmallAppHost.Resources", LogLevel.Information));
        builder.AddShell("talker", "echo to you");
        await using var graph = await RunningGraph.StartAsync(builder);
        Assert.Equal("SmallAppHost.Resources.talker", await log.Found.Task.WaitAsync(Patience.Token));
    }

    private sealed class Collector : ILoggerProvider
    {
        public TaskCompletionSource<string> Found { get; } = new();

        public ILogger CreateLogger(string categoryName) => new Logger(this, categoryName);

        public void Dispose()
        {
        }

        private sealed class Logger(Collector collector, string category) : ILogger
        {
            public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

            public bool IsEnabled(LogLevel logLevel) => true;

            public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
            {
                if (formatter(state, exception).EndsWith("to you", StringComparison.Ordinal))
                    collector.Found.TrySetResult(category);
            }
        }
    }
}
