using System.Globalization;
using System.Reflection;
using System.Runtime.CompilerServices;

namespace Aspire.Hosting.Tests.Api;

/// <summary>Public and protected members, a line each, as the baseline writes them.</summary>
internal static class MemberText
{
    private const BindingFlags Declared = BindingFlags.DeclaredOnly | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static;

    public static IEnumerable<string> Of(Type type) =>
    [
        .. type.GetConstructors(Declared).Where(c => !c.IsStatic && IsVisible(c)).Select(c => $"ctor({Parameters(c)})"),
        .. type.GetProperties(Declared).Where(p => p.GetAccessors(true).Any(IsVisible)).Select(Property),
        .. type.GetFields(Declared).Where(f => f.IsPublic || f.IsFamily || f.IsFamilyOrAssembly).Select(Field),
        .. type.GetMethods(Declared).Where(m => IsVisible(m) && !IsGenerated(m)).Select(Method),
    ];

    private static bool IsVisible(MethodBase method) => method.IsPublic || method.IsFamily || method.IsFamilyOrAssembly;

    private static bool IsGenerated(MethodInfo method) =>
        (method.IsSpecialName && method.Name != "op_Implicit") || method.IsDefined(typeof(CompilerGeneratedAttribute), inherit: false);

    private static string Property(PropertyInfo property)
    {
        var accessor = property.GetAccessors(true).First(IsVisible);
        var set = property.SetMethod is { } setter && IsVisible(setter)
            ? setter.ReturnParameter.GetRequiredCustomModifiers().Contains(typeof(IsExternalInit)) ? " init;" : " set;"
            : "";
        var required = property.IsDefined(typeof(RequiredMemberAttribute)) ? "required " : "";
        return $"{Modifiers(accessor)}{required}{TypeText.Of(new NullabilityInfoContext().Create(property))} {property.Name} {{ get;{set} }}{ApiAttributes.Of(property)}";
    }

    private static string Field(FieldInfo field) => field.IsLiteral
        ? $"const {TypeText.Of(field.FieldType)} {field.Name} = {Constant(field.GetRawConstantValue(), field.FieldType)}"
        : $"{(field.IsStatic ? "static " : "")}{TypeText.Of(new NullabilityInfoContext().Create(field))} {field.Name}";

    private static string Method(MethodInfo method)
    {
        var generic = method.IsGenericMethod ? $"<{string.Join(", ", method.GetGenericArguments().Select(a => a.Name))}>" : "";
        var type = TypeText.Of(new NullabilityInfoContext().Create(method.ReturnParameter));
        return $"{Modifiers(method)}{type} {method.Name}{generic}({Parameters(method)}){GenericConstraints.Of(method.GetGenericArguments())}{ApiAttributes.Of(method)}";
    }

    private static string Modifiers(MethodInfo method) =>
        (method.IsPublic ? "" : "protected ") + (method.IsStatic ? "static " : "");

    private static string Parameters(MethodBase method) => string.Join(", ", method.GetParameters().Select((p, i) =>
    {
        var prefix = i == 0 && method.IsDefined(typeof(ExtensionAttribute)) ? "this "
            : p.IsDefined(typeof(ParamArrayAttribute)) ? "params "
            : p.ParameterType.IsByRef ? p.IsOut ? "out " : p.IsIn ? "in " : "ref "
            : "";
        var type = p.ParameterType.IsByRef ? TypeText.Of(p.ParameterType) : TypeText.Of(new NullabilityInfoContext().Create(p));
        return $"{prefix}{type} {p.Name}{(p.HasDefaultValue ? $" = {Constant(p.RawDefaultValue, p.ParameterType)}" : "")}";
    }));

    private static string Constant(object? value, Type type) => value switch
    {
        null => type.IsValueType && Nullable.GetUnderlyingType(type) is null ? "default" : "null",
        string text => $"\"{text}\"",
        bool flag => flag ? "true" : "false",
        _ when type.IsEnum => $"{type.Name}.{Enum.ToObject(type, value)}",
        _ => Convert.ToString(value, CultureInfo.InvariantCulture)!,
    };
}
