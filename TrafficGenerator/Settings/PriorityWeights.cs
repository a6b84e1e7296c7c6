namespace Kthena.TrafficGenerator.Settings;

/// <summary>How often each priority is asked for, in proportion; 0.2, 0.7 and 0.1 by default. At least one is above 0.</summary>
internal sealed record PriorityWeights(double High, double Normal, double Low)
{
    private static readonly string[] s_names = [nameof(High), nameof(Normal), nameof(Low)];

    public static PriorityWeights Read(SettingReader settings)
    {
        var weights = new PriorityWeights(
            settings.Number("Priorities:High", 0.2, 0, MixOptions.MaxWeight),
            settings.Number("Priorities:Normal", 0.7, 0, MixOptions.MaxWeight),
            settings.Number("Priorities:Low", 0.1, 0, MixOptions.MaxWeight));
        foreach (var (name, _) in settings.Numbers("Priorities", 0, MixOptions.MaxWeight))
        {
            if (!s_names.Contains(name, StringComparer.OrdinalIgnoreCase))
                throw new InvalidOperationException($"Traffic:Priorities:{name} is no priority: there are {string.Join(", ", s_names)}.");
        }

        return weights is { High: 0, Normal: 0, Low: 0 }
            ? throw new InvalidOperationException("Traffic:Priorities are all 0: give at least one a weight above 0.")
            : weights;
    }
}
