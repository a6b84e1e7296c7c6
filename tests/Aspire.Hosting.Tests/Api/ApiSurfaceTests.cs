using System.Text.RegularExpressions;
using Aspire.Hosting.Testing;

namespace Aspire.Hosting.Tests.Api;

/// <summary>
/// What compiles against the stand-ins compiles against the real packages. The baseline is the surface of Aspire 13.5.2, read back by reflection:
/// of the types that the stand-ins have, all members.
/// </summary>
public sealed partial class ApiSurfaceTests
{
    private static readonly Dictionary<string, ApiType> s_real =
        ApiType.Read(File.ReadLines(Path.Join(AppContext.BaseDirectory, "aspire-13.5.2-api.txt"))).ToDictionary(t => t.Name);

    private static readonly List<ApiType> s_ours =
        [.. ApiType.In(typeof(DistributedApplication).Assembly), .. ApiType.In(typeof(DistributedApplicationTestingBuilder).Assembly)];

    [Fact]
    public void Every_type_is_declared_as_the_real_one() =>
        Assert.Empty(s_ours.Where(t => s_real.GetValueOrDefault(t.Name)?.Declaration != t.Declaration).Select(t => t.Declaration));

    [Fact]
    public void Every_member_is_one_of_the_real_ones() => Assert.Empty(s_ours.SelectMany(t => t.Members.Except(s_real[t.Name].Members).Select(m => $"{t.Name}: {m}")));

    // With an overload missing, a call could compile here that is ambiguous there, or mean another method.
    [Fact]
    public void Every_set_of_overloads_is_whole() => Assert.Empty(s_ours.SelectMany(type =>
    {
        var names = type.Members.Select(NameOf).ToHashSet();
        return s_real[type.Name].Members.Except(type.Members).Where(m => names.Contains(NameOf(m))).Select(m => $"{type.Name}: {m}");
    }));

    [Fact]
    public void The_baseline_holds_no_other_types() => Assert.Equal(s_ours.Select(t => t.Name).Order(StringComparer.Ordinal), s_real.Keys.Order(StringComparer.Ordinal));

    private static string NameOf(string member) => MemberName().Match(member) is { Success: true } match ? match.Groups["name"].Value : member;

    // A method: its name stands before the first parenthesis, or before its type parameters.
    [GeneratedRegex(@"^[^(]*?\b(?<name>\w+)(<[\w, ]+>)?\(")]
    private static partial Regex MemberName();
}
