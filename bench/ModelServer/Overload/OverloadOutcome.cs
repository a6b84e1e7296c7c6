using Kthena.Bench.ModelServer.Measuring;
using Spectre.Console;

namespace Kthena.Bench.ModelServer.Overload;

/// <summary>What an overload did to those who were let in, and what was left of it afterwards.</summary>
internal sealed record OverloadOutcome(Capacity Capacity, PhaseAnswers Before, PhaseAnswers During, PhaseAnswers After, MemoryWatch Memory, TimeProvider Time)
{
    private const double Tail = 0.99;

    /// <summary>The admitted requests' p99 under overload, as a multiple of that at capacity.</summary>
    public double Slowdown => During.Admitted.Quantile(Tail) / Before.Admitted.Quantile(Tail);

    /// <summary>Answers that were neither a success nor a refusal.</summary>
    public int Others => Before.Others + During.Others + After.Others;

    /// <summary>The most memory from the start of the overload on, as a multiple of that at capacity.</summary>
    public double MemoryGrowth => (double)Memory.Peak(During.From, After.Until) / Memory.Peak(Before.From, Before.Until);

    /// <summary>
    /// Whole seconds after the overload until one in which no larger share is refused than in the worst second before it: at its capacity
    /// a server with a bounded queue always refuses a little. Not a number if there is none.
    /// </summary>
    public double SecondsToRecover
    {
        get
        {
            var usual = Before.RefusedBySecond(Time.TimestampFrequency).Max();
            var second = After.RefusedBySecond(Time.TimestampFrequency).ToList().FindIndex(share => share <= usual);
            return second < 0 ? double.NaN : second;
        }
    }

    public void Print()
    {
        var table = new Table().Title($"Overload, capacity {Capacity}")
            .AddColumns("", "sent/s", "200/s", "p50 ms", "p99 ms", "p99", "429", "429 p99 ms", "other", "peak MB");
        foreach (var row in (PhaseAnswers[])[Before, During, After])
        {
            var tail = row.Admitted.Quantile(Tail);
            table.AddRow(
                row.Phase.Name, $"{row.SentPerSecond:N0}", $"{row.Admitted.Count / row.Phase.Duration.TotalSeconds:N0}",
                $"{row.Admitted.Median * 1e3:N0}", $"{tail * 1e3:N0}", $"{tail / Before.Admitted.Quantile(Tail):0.00}x",
                $"{row.RefusedShare:P1}", $"{row.Refused.Quantile(Tail) * 1e3:N0}", $"{row.Others}", $"{Memory.Peak(row.From, row.Until) / 1e6:N0}");
        }

        AnsiConsole.Write(table);
    }
}
