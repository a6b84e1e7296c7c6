using System.Globalization;
using YamlDotNet.RepresentationModel;

namespace Kthena.EndToEnd.Tests.Stack;

/// <summary>How long groups of alerts wait, as the run's configuration says.</summary>
internal sealed class AlertmanagerTimes
{
    private readonly YamlNode _route;

    public AlertmanagerTimes(string content)
    {
        var yaml = new YamlStream();
        yaml.Load(new StringReader(File.ReadAllText(Path.Join(content, "config", "alertmanager", "alertmanager.yml"))));
        _route = yaml.Documents[0].RootNode["route"];
    }

    /// <summary><c>group_wait</c> of the root route, which all but Watchdog inherit.</summary>
    public TimeSpan GroupWait => Time(_route["group_wait"]);

    /// <summary><c>group_interval</c> of the route that leads to a receiver: its own, or that of the root.</summary>
    public TimeSpan GroupInterval(string receiver)
    {
        var own = ((YamlSequenceNode)_route["routes"]).Cast<YamlMappingNode>()
            .First(route => (string?)route["receiver"] == receiver).Children.TryGetValue("group_interval", out var interval);
        return Time(own ? interval! : _route["group_interval"]);
    }

    private static TimeSpan Time(YamlNode scaled) => TimeSpan.FromMilliseconds(int.Parse(((string)scaled!).AsSpan(..^"ms".Length), CultureInfo.InvariantCulture));
}
