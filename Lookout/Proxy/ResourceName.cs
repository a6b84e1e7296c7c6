using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Routing.Constraints;

namespace Kthena.Lookout.Proxy;

/// <summary>An Aspire resource's name in a path.</summary>
internal sealed partial class ResourceName() : RegexRouteConstraint(Form())
{
    public const string Policy = "resource";

    [GeneratedRegex(@"^[A-Za-z][A-Za-z0-9-]*$", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Form();
}
