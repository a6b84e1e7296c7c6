using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Routing.Constraints;

namespace Kthena.Lookout.Proxy;

/// <summary>A Prometheus label's name in a path.</summary>
internal sealed partial class LabelName() : RegexRouteConstraint(Form())
{
    public const string Policy = "label";

    [GeneratedRegex(@"^[A-Za-z_][A-Za-z0-9_]*$", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Form();
}
