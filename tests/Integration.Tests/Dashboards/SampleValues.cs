using Kthena.StackTesting.Dashboards;

namespace Kthena.Integration.Tests.Dashboards;

/// <summary>A value for each variable of a dashboard, where any will do.</summary>
internal static class SampleValues
{
    public static Interpolation Of(Dashboard dashboard)
        => dashboard.Variables.Aggregate(Interpolation.Hour, (values, variable) => values.With(variable.Name, "lande-t50"));
}
