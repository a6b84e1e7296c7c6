namespace Kthena.SampleModelServer.Accuracy;

/// <summary>How often models are measured, and on what.</summary>
/// <param name="Interval">Configuration key <c>Accuracy:Interval</c>, 0 (off) to 1 day, 1 minute by default; each load is followed by a measurement too.</param>
/// <param name="DataSet">
/// Configuration key <c>Accuracy:DataSet</c>, <c>accuracy/heldout.txt</c> by default: a file of lines <c>language: sentence</c>; a relative path
/// counts from the executable.
/// </param>
internal sealed record AccuracyOptions(TimeSpan Interval, string DataSet)
{
    /// <exception cref="SettingsException">A setting is out of its range; the message names it and what it may be.</exception>
    public static AccuracyOptions Read(IConfiguration configuration) => new(
        configuration.Time("Accuracy:Interval", TimeSpan.FromMinutes(1), TimeSpan.Zero, TimeSpan.FromDays(1)),
        Path.Combine(AppContext.BaseDirectory, configuration["Accuracy:DataSet"] is { Length: > 0 } path ? path : "accuracy/heldout.txt"));
}
