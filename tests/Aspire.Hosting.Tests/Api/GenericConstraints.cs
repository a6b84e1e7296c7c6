using System.Reflection;

namespace Aspire.Hosting.Tests.Api;

internal static class GenericConstraints
{
    public static string Of(Type[] parameters) => string.Concat(parameters.Where(p => p.IsGenericParameter).Select(parameter =>
    {
        var flags = parameter.GenericParameterAttributes;
        List<string> constraints =
        [
            .. flags.HasFlag(GenericParameterAttributes.ReferenceTypeConstraint) ? (string[])["class"] : [],
            .. parameter.GetGenericParameterConstraints().Select(c => TypeText.Of(c)),
            .. flags.HasFlag(GenericParameterAttributes.DefaultConstructorConstraint) ? (string[])["new()"] : [],
        ];
        return constraints.Count == 0 ? "" : $" where {parameter.Name} : {string.Join(", ", constraints)}";
    }));
}
