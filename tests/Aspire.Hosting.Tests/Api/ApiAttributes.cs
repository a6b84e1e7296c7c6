using System.Diagnostics.CodeAnalysis;
using System.Reflection;

namespace Aspire.Hosting.Tests.Api;

/// <summary>The attributes that change how code compiles against a member.</summary>
internal static class ApiAttributes
{
    public static string Of(MemberInfo member)
    {
        if (member.GetCustomAttribute<ExperimentalAttribute>(inherit: false) is { } experimental)
            return $" // [Experimental {experimental.DiagnosticId}]";
        return member.IsDefined(typeof(ObsoleteAttribute), inherit: false) ? " // [Obsolete]" : "";
    }
}
