using System.Globalization;

namespace Kthena.Cli.Faults;

/// <summary>What is said about active faults, a line for each.</summary>
internal static class FaultReport
{
    public static void Write(IReadOnlyList<ActiveFault> faults, TextWriter output)
    {
        if (faults is [])
            output.WriteLine("no fault is active");
        foreach (var fault in faults)
            output.WriteLine(Line(fault));
    }

    /// <summary>A fault that has begun, and the alerts of these rules that it should raise.</summary>
    public static void Write(ActiveFault fault, IReadOnlyDictionary<string, string> rules, TextWriter output)
    {
        output.WriteLine(Line(fault));
        foreach (var alert in KnownFaults.Alerts[fault.Name].Where(rules.ContainsKey))
        {
            output.WriteLine(rules[alert] == "0s"
                ? $"  should raise {alert} as soon as it is seen"
                : $"  should raise {alert} when it has been seen for {rules[alert]}");
        }

        if (fault.Name != KnownFaults.Crash)
            output.WriteLine($"  ./kthena fault --clear {fault.Name} takes it back");
    }

    private static string Line(ActiveFault fault) => string.Join(' ', ((string[])
    [
        fault.Name,
        fault.Target is { Length: > 0 } target ? $"on {target}" : "",
        fault.Share is { } share and < 1 ? string.Create(CultureInfo.InvariantCulture, $"for {share:0.##%} of the requests") : "",
        fault.Value is { } value ? string.Create(CultureInfo.InvariantCulture, $"at {value:0.###}") : "",
        fault.Name == KnownFaults.Crash ? "now: the model server ends, and comes back with the graph" : fault.End,
    ]).Where(part => part.Length > 0));
}
