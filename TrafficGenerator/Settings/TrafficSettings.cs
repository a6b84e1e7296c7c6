using Microsoft.Extensions.Primitives;

namespace Kthena.TrafficGenerator.Settings;

/// <summary>
/// The options now in force. A configuration source that reloads changes them at run time; a change that is not valid is logged
/// and the options before it stay (a validated options monitor would throw on the thread that reloads, and end the process).
/// </summary>
internal sealed class TrafficSettings : IDisposable
{
    private readonly IDisposable _reloads;
    private Version _current;

    public TrafficSettings(IConfiguration configuration, ILogger<TrafficSettings> logger)
    {
        _current = new(TrafficOptions.Read(configuration));
        _reloads = ChangeToken.OnChange(configuration.GetReloadToken, () => Reload(configuration, logger));
    }

    /// <summary>The options, and a token that is cancelled when others take their place.</summary>
    public (TrafficOptions Options, CancellationToken Replaced) Current
    {
        get
        {
            var current = Volatile.Read(ref _current);
            return (current.Options, current.Replaced.Token);
        }
    }

    public void Dispose() => _reloads.Dispose();

    private void Reload(IConfiguration configuration, ILogger logger)
    {
        try
        {
            var options = TrafficOptions.Read(configuration);
            if (options == Volatile.Read(ref _current).Options)
                return;
            logger.LogInformation("Traffic changes to {Options}", options);
            Interlocked.Exchange(ref _current, new(options)).Replaced.Cancel();
        }
        catch (InvalidOperationException e)
        {
            logger.LogError("The traffic stays as it is: {Reason}", e.Message);
        }
    }

    private sealed class Version(TrafficOptions options)
    {
        public TrafficOptions Options { get; } = options;

        public CancellationTokenSource Replaced { get; } = new();
    }
}
