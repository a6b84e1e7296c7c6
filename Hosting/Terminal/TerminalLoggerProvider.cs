using Microsoft.Extensions.Logging;
using Spectre.Console;

namespace Aspire.Hosting.Terminal;

/// <summary>Log messages of the AppHost itself, written so that they do not tear the view. Warnings and worse, unless configured otherwise.</summary>
[ProviderAlias("Terminal")]
internal sealed class TerminalLoggerProvider(TerminalOutput output) : ILoggerProvider
{
    public ILogger CreateLogger(string categoryName) => new TerminalLogger(output, categoryName);

    public void Dispose()
    {
    }

    private sealed class TerminalLogger(TerminalOutput output, string category) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull
            => null;

        public bool IsEnabled(LogLevel logLevel) => logLevel != LogLevel.None;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            if (!IsEnabled(logLevel)) return;
            var text = $"{Prefix(logLevel)}: {category}: {formatter(state, exception)}";
            // The reader of a warning wants the cause, the reader of an error the place too.
            if (exception is not null) text += logLevel >= LogLevel.Error ? $"{Environment.NewLine}{exception}" : $" ({exception.GetType().Name}: {exception.Message})";
            output.WriteLine(text, logLevel >= LogLevel.Error ? Color.Red : logLevel == LogLevel.Warning ? Color.Yellow : Color.Grey);
        }

        private static string Prefix(LogLevel level) => level switch
        {
            LogLevel.Critical => "critical",
            LogLevel.Error => "error",
            LogLevel.Warning => "warning",
            LogLevel.Information => "info",
            _ => "debug",
        };
    }
}
