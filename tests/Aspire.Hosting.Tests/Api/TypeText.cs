using System.Reflection;

namespace Aspire.Hosting.Tests.Api;

/// <summary>Types as C# writes them, with nullability.</summary>
internal static class TypeText
{
    private static readonly Dictionary<Type, string> s_keywords = new()
    {
        [typeof(void)] = "void", [typeof(bool)] = "bool", [typeof(byte)] = "byte", [typeof(int)] = "int", [typeof(long)] = "long",
        [typeof(double)] = "double", [typeof(string)] = "string", [typeof(object)] = "object",
    };

    public static string Of(NullabilityInfo info) => Of(info.Type, info);

    /// <summary>The name that the type itself has, nested types included.</summary>
    public static string Name(Type type)
    {
        var name = type.Name.Split('`')[0];
        return type is { IsNested: true, IsGenericParameter: false } ? $"{Name(type.DeclaringType!)}.{name}" : name;
    }

    public static string Of(Type type, NullabilityInfo? info = null)
    {
        if (type.IsByRef)
            type = type.GetElementType()!;
        var nullable = info?.ReadState == NullabilityState.Nullable && !type.IsValueType ? "?" : "";
        if (Nullable.GetUnderlyingType(type) is { } underlying)
            return $"{Of(underlying)}?";
        if (type.IsArray)
            return $"{Of(type.GetElementType()!, info?.ElementType)}[]{nullable}";
        if (s_keywords.TryGetValue(type, out var keyword))
            return keyword + nullable;
        if (!type.IsGenericType)
            return Name(type) + nullable;
        var arguments = type.GetGenericArguments().Select((argument, i) => Of(argument, info?.GenericTypeArguments.ElementAtOrDefault(i)));
        return $"{Name(type)}<{string.Join(", ", arguments)}>{nullable}";
    }
}
