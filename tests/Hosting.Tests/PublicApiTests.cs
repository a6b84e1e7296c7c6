using System.Reflection;
using System.Runtime.CompilerServices;
using Aspire.Hosting.ApplicationModel;

namespace Aspire.Hosting.Tests;

public class PublicApiTests
{
    public static TheoryData<string> Verbs() => [.. Methods().Select(Name).Distinct().Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Verbs))]
    public void A_verb_refuses_to_work_without_its_builder(string verb)
    {
        foreach (var method in Methods().Where(method => Name(method) == verb))
        {
            var closed = method.IsGenericMethodDefinition ? method.MakeGenericMethod(Suitable(method.GetGenericArguments()[0])) : method;
            var arguments = closed.GetParameters().Select((parameter, position) => position == 0 ? null : Value(parameter)).ToArray();

            var error = Assert.Throws<TargetInvocationException>(() => closed.Invoke(null, arguments)).InnerException;

            Assert.Equal("builder", Assert.IsType<ArgumentNullException>(error).ParamName);
        }
    }

    private static IEnumerable<MethodInfo> Methods() => typeof(PrometheusBuilderExtensions).Assembly.GetExportedTypes()
        .SelectMany(type => type.GetMethods(BindingFlags.Public | BindingFlags.Static)).Where(method => method.IsDefined(typeof(ExtensionAttribute)));

    private static string Name(MethodInfo method) => $"{method.DeclaringType!.Name}.{method.Name}";

    private static Type Suitable(Type generic) => generic.GetGenericParameterConstraints().Contains(typeof(IConfiguredResource)) ? typeof(IPrometheusResource) : typeof(ProjectResource);

    private static object? Value(ParameterInfo parameter) => parameter switch
    {
        { HasDefaultValue: true } => parameter.DefaultValue,
        { ParameterType: var type } when type == typeof(string) => "text",
        { ParameterType: var type } when type == typeof(TimeSpan) => TimeSpan.FromDays(1),
        _ => null,
    };
}
