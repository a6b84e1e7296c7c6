using Kthena.SampleModelServer.Telemetry.Custom;

namespace Kthena.SampleModelServer.Tests;

public sealed class CustomMetricsFileTests : IDisposable
{
    private const string Names = "model_accuracy_score, inference_queue_depth, model_cache_hit_ratio, batch_processing_efficiency";
    private const string Gauge = "custom_metrics:\n- name: inference_queue_depth\n  type: gauge\n  help: h\n  labels: [model_id, priority]\n";
    private const string Histogram = "custom_metrics:\n- name: batch_processing_efficiency\n  type: histogram\n  help: h\n  labels: [model_id, batch_size]\n";

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("metrics-");

    /// <summary>A file and what is wrong with it, without the path.</summary>
    public static TheoryData<string, string[]> WrongFiles { get; } = new()
    {
        { "", ["1:1: the file is empty; write a list 'custom_metrics:'"] },
        { "# nothing\n", ["1:1: the file is empty; write a list 'custom_metrics:'"] },
        { "hello", ["1:1: the file does not begin with a key; write a list 'custom_metrics:'"] },
        { "custom_metrics: [", ["2:1: not YAML: While parsing a node, did not find expected node content; mend it here or just before"] },
        { Gauge + "  help: other\n", ["6:3: not YAML: Duplicate key help; mend it here or just before"] },
        { Gauge + "---\na: b\n", ["7:1: a second document begins; keep all metrics in one"] },
        { "custom_metrics:\n", ["1:16: 'custom_metrics' is not a list; write one metric after each '-', or [] for none"] },
        { "custom_metrics: {}\n", ["1:17: 'custom_metrics' is not a list; write one metric after each '-', or [] for none"] },
        {
            "apiVersion: v1\n",
            ["1:1: unknown key 'apiVersion'; the file has custom_metrics", "1:1: there is no list 'custom_metrics'; write one, empty ([]) for no custom metrics"]
        },
        { "custom_metrics:\n- gauge\n", ["2:3: 'gauge' is no metric; write name, type, help, labels"] },
        { Gauge + "  unit: s\n", ["6:3: unknown key 'unit'; a metric has name, type, help, labels, buckets"] },
        {
            "custom_metrics:\n- {}\n",
            [
                "2:3: the metric has no 'name'; add it", "2:3: the metric has no 'type'; add it",
                "2:3: the metric has no 'help'; add it", "2:3: the metric has no 'labels'; add it",
            ]
        },

        // Names.
        { Gauge.Replace("inference_queue_depth", "9lives"), ["2:9: '9lives' is no metric name; use letters, digits, '_' and ':', and no digit at the start"] },
        { Gauge.Replace("inference_queue_depth", "queue-depth"), ["2:9: 'queue-depth' is no metric name; use letters, digits, '_' and ':', and no digit at the start"] },
        { Gauge.Replace("inference_queue_depth", "\"a\\nb\""), ["2:9: 'a b' is no metric name; use letters, digits, '_' and ':', and no digit at the start"] },
        { Gauge.Replace("inference_queue_depth", ""), ["2:8: '' is no metric name; use letters, digits, '_' and ':', and no digit at the start"] },
        { Gauge.Replace("inference_queue_depth", "[a]"), ["2:9: 'a list' is no metric name; use letters, digits, '_' and ':', and no digit at the start"] },
        { Gauge.Replace("inference_queue_depth", "gpu_temperature"), [$"2:9: the server has no numbers for 'gpu_temperature'; it has them for {Names}"] },
        {
            Gauge.Replace("inference_queue_depth", "kthena_model_status"),
            [$"2:9: 'kthena_model_status' is a name of the server's own metrics, which always exist; the custom ones are {Names}"]
        },
        { Gauge + Gauge[Gauge.IndexOf('-', StringComparison.Ordinal)..], ["6:9: 'inference_queue_depth' is there already, in line 2; keep one of them"] },

        // Types.
        { Gauge.Replace("gauge", "guage"), ["3:9: unknown type 'guage'; the types are counter, gauge, histogram, summary"] },
        { Gauge.Replace("gauge", "Gauge"), ["3:9: unknown type 'Gauge'; the types are counter, gauge, histogram, summary"] },
        { Gauge.Replace("gauge", "1"), ["3:9: unknown type '1'; the types are counter, gauge, histogram, summary"] },
        { Gauge.Replace("gauge", "counter"), ["3:9: 'inference_queue_depth' is no counter; write gauge"] },
        { Histogram.Replace("histogram", "summary") + "  buckets: [1]\n", ["3:9: 'batch_processing_efficiency' is no summary; write histogram"] },

        // Help.
        { Gauge.Replace("help: h", "help:"), ["4:8: the help is no text or an empty one; say in a sentence what the metric tells"] },
        { Gauge.Replace("help: h", "help: \" \""), ["4:9: the help is no text or an empty one; say in a sentence what the metric tells"] },
        { Gauge.Replace("help: h", "help: ~"), ["4:9: the help is no text or an empty one; say in a sentence what the metric tells"] },
        { Gauge.Replace("help: h", "help: [h]"), ["4:9: the help is no text or an empty one; say in a sentence what the metric tells"] },

        // Labels.
        { Gauge.Replace("[model_id, priority]", "model_id"), ["5:11: the labels are not a list; write [a, b]"] },
        { Gauge.Replace("priority", "priority-class"), ["5:22: 'priority-class' is no label name; use letters, digits and '_', no digit and no '__' at the start"] },
        { Gauge.Replace("priority", "__name__"), ["5:22: '__name__' is no label name; use letters, digits and '_', no digit and no '__' at the start"] },
        { Gauge.Replace("priority", "a:b"), ["5:22: 'a:b' is no label name; use letters, digits and '_', no digit and no '__' at the start"] },
        { Gauge.Replace("priority", "priority, model_id"), ["5:32: label 'model_id' is there twice; keep one of them"] },
        { Gauge.Replace(", priority", ""), ["5:11: 'inference_queue_depth' has other labels; write [model_id, priority], in any order"] },
        { Gauge.Replace("priority", "priority, version"), ["5:11: 'inference_queue_depth' has other labels; write [model_id, priority], in any order"] },
        { Gauge.Replace("model_id, priority", ""), ["5:11: 'inference_queue_depth' has other labels; write [model_id, priority], in any order"] },

        // Buckets.
        { Histogram, ["2:3: the histogram has no 'buckets'; add their upper bounds"] },
        { Histogram + "  buckets: []\n", ["6:12: the buckets are no list or an empty one; write their upper bounds, such as [0.5, 1]"] },
        { Histogram + "  buckets: 1\n", ["6:12: the buckets are no list or an empty one; write their upper bounds, such as [0.5, 1]"] },
        { Histogram + "  buckets: [1, 0.5]\n", ["6:16: the bucket 0.5 does not lie above the one before it; write them in ascending order, each once"] },
        { Histogram + "  buckets: [1, 1.0]\n", ["6:16: the bucket 1.0 does not lie above the one before it; write them in ascending order, each once"] },
        { Histogram + "  buckets: [1, +Inf]\n", ["6:16: '+Inf' is no finite number; write one (the bucket +Inf is always there)"] },
        { Histogram + "  buckets: [1, Infinity]\n", ["6:16: 'Infinity' is no finite number; write one (the bucket +Inf is always there)"] },
        { Histogram + "  buckets: [NaN, 1]\n", ["6:13: 'NaN' is no finite number; write one (the bucket +Inf is always there)"] },
        { Histogram + "  buckets: [half]\n", ["6:13: 'half' is no finite number; write one (the bucket +Inf is always there)"] },
        { Histogram + "  buckets: [[1]]\n", ["6:13: 'a list' is no finite number; write one (the bucket +Inf is always there)"] },
        { Gauge + "  buckets: [1]\n", ["6:12: a gauge has no buckets; take them out"] },

        // All at once, in the order of the file.
        {
            "custom_metrics:\n- help: h\n  labels: [1]\n  type: dial\n  name: my metric\n- name: process_cpu\n  type: gauge\n  help: ''\n  labels: []\nmore: 1\n",
            [
                "3:12: '1' is no label name; use letters, digits and '_', no digit and no '__' at the start",
                "4:9: unknown type 'dial'; the types are counter, gauge, histogram, summary",
                "5:9: 'my metric' is no metric name; use letters, digits, '_' and ':', and no digit at the start",
                $"6:9: 'process_cpu' is a name of the server's own metrics, which always exist; the custom ones are {Names}",
                "8:9: the help is no text or an empty one; say in a sentence what the metric tells",
                "10:1: unknown key 'more'; the file has custom_metrics",
            ]
        },
    };

    private string File => Path.Combine(_folder.FullName, "metrics.yaml");

    public void Dispose() => _folder.Delete(recursive: true);

    [Theory]
    [MemberData(nameof(WrongFiles), DisableDiscoveryEnumeration = true)]
    public void Everything_that_is_wrong_is_said_with_its_place_and_its_remedy(string yaml, string[] problems)
    {
        System.IO.File.WriteAllText(File, yaml);

        Assert.Equal(problems.Select(problem => $"{File}:{problem}"), Problems());
    }

    [Fact]
    public void A_missing_file_is_said() =>
        Assert.Equal([$"{File}: there is no such file; put it there or set CustomMetrics:File to where it is"], Problems());

    [Fact]
    public void A_folder_is_no_file()
    {
        Directory.CreateDirectory(File);

        Assert.Matches("metrics.yaml: cannot be read \\(.+\\); make it a file that this user may read$", Assert.Single(Problems()));
    }

    [Fact]
    public void A_file_without_end_is_not_read_to_its_end()
    {
        System.IO.File.CreateSymbolicLink(File, "/dev/zero");

        Assert.Equal([$"{File}: has more than 65536 bytes, which is no list of custom metrics; give the right file"], Problems());
    }

    [Fact]
    public void Another_encoding_than_UTF_8_is_said()
    {
        System.IO.File.WriteAllBytes(File, [.. "custom_metrics: [] # "u8, 0xE9]);

        Assert.Equal([$"{File}: is not UTF-8; save it in that encoding"], Problems());
    }

    [Fact]
    public void The_order_of_labels_and_keys_is_free()
    {
        System.IO.File.WriteAllText(File, "custom_metrics:\n- labels: [priority, model_id]\n  help: |\n    h\n  type: gauge\n  name: inference_queue_depth\n");

        Assert.Equal(new CustomMetricDefinition(CustomMetricSource.QueueDepth, "h", []), Assert.Single(CustomMetricsFile.Read(File)));
    }

    [Fact]
    public void An_empty_list_means_no_custom_metrics()
    {
        System.IO.File.WriteAllText(File, "custom_metrics: []\n");

        Assert.Empty(CustomMetricsFile.Read(File));
    }

    private IReadOnlyList<string> Problems() => Assert.Throws<CustomMetricsException>(() => CustomMetricsFile.Read(File)).Problems;
}
