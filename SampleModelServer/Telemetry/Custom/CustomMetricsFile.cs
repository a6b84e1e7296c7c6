using System.Text;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Kthena.SampleModelServer.Telemetry.Custom;

/// <summary>
/// Reads the file that says which custom metrics exist: a list <c>custom_metrics</c> of <c>name</c>, <c>type</c>, <c>help</c>,
/// <c>labels</c> and, for a histogram, <c>buckets</c>.
/// </summary>
internal static class CustomMetricsFile
{
    private const string Root = "custom_metrics";
    private const int MaxBytes = 64 * 1024;

    private static readonly UTF8Encoding s_utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <exception cref="CustomMetricsException">The file is missing, or is wrong in one place or several.</exception>
    public static IReadOnlyList<CustomMetricDefinition> Read(string path)
    {
        var problems = new YamlProblems(path);
        var definitions = Load(path, problems) is { } root ? ReadRoot(root, problems) : [];
        problems.ThrowIfAny();
        return definitions;
    }

    private static YamlNode? Load(string path, YamlProblems problems)
    {
        var start = new Mark(0, 1, 1);
        try
        {
            var yaml = new YamlStream();
            yaml.Load(new StringReader(ReadText(path)));
            switch (yaml.Documents)
            {
                case [var document]:
                    return document.RootNode;
                case []:
                    problems.Add(start, $"the file is empty; write a list '{Root}:'");
                    return null;
                default:
                    problems.Add(yaml.Documents[1].RootNode, "a second document begins; keep all metrics in one");
                    return null;
            }
        }
        catch (YamlException error)
        {
            problems.Add(error.Start, $"not YAML: {error.Message.TrimEnd('.')}; mend it here or just before");
            return null;
        }
    }

    private static string ReadText(string path)
    {
        try
        {
            using var file = File.OpenRead(path);
            var bytes = new byte[MaxBytes + 1];
            var length = file.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false);
            return length <= MaxBytes
                ? s_utf8.GetString(bytes, 0, length).TrimStart('\ufeff')
                : throw new CustomMetricsException([$"{path}: has more than {MaxBytes} bytes, which is no list of custom metrics; give the right file"]);
        }
        catch (DecoderFallbackException)
        {
            throw new CustomMetricsException([$"{path}: is not UTF-8; save it in that encoding"]);
        }
        catch (Exception error) when (error is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new CustomMetricsException([$"{path}: there is no such file; put it there or set CustomMetrics:File to where it is"]);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new CustomMetricsException([$"{path}: cannot be read ({error.Message}); make it a file that this user may read"]);
        }
    }

    private static List<CustomMetricDefinition> ReadRoot(YamlNode root, YamlProblems problems)
    {
        if (root is not YamlMappingNode mapping)
        {
            problems.Add(root, $"the file does not begin with a key; write a list '{Root}:'");
            return [];
        }

        if (!problems.Entries(mapping, [Root], "the file").TryGetValue(Root, out var list))
        {
            problems.Add(root, $"there is no list '{Root}'; write one, empty ([]) for no custom metrics");
            return [];
        }

        if (list is not YamlSequenceNode metrics)
        {
            problems.Add(list, $"'{Root}' is not a list; write one metric after each '-', or [] for none");
            return [];
        }

        var reader = new CustomMetricReader(problems);
        return [.. metrics.Select(reader.Read).OfType<CustomMetricDefinition>()];
    }
}
