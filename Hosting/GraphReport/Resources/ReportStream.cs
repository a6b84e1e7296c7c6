using System.Runtime.CompilerServices;
using System.Text.Json;

namespace Aspire.Hosting.GraphReport.Resources;

/// <summary>The report now, then each time that it has become another one. What changes quickly is told together.</summary>
internal static class ReportStream
{
    private static readonly TimeSpan s_shortestInterval = TimeSpan.FromMilliseconds(250);

    public static async IAsyncEnumerable<string> FollowAsync(
        ResourceStates states, TimeProvider timeProvider, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        string? last = null;
        while (true)
        {
            // Taken before the report, so that no change falls between the two.
            var change = states.NextChange;
            var report = JsonSerializer.Serialize(ResourceReport.Of(states), JsonSerializerOptions.Web);
            if (report != last) yield return last = report;
            await Task.Delay(s_shortestInterval, timeProvider, cancellationToken);
            await change.WaitAsync(cancellationToken);
        }
    }
}
