using System.Globalization;
using Kthena.SampleModelServer.Batching;
using Prometheus;

namespace Kthena.SampleModelServer.Telemetry;

/// <summary>The series of one model's queue and batches.</summary>
/// <remarks>
/// The efficiency of a batch is how full it was. Its label <c>batch_size</c> is the size of a full one, a setting, so that the label has one
/// value for a model.
/// </remarks>
internal sealed class BatchingSeries
{
    private readonly IHistogram[] _wait;
    private readonly ICounter[] _rejected;
    private readonly Histogram.Child? _efficiency;
    private readonly int _maxBatchSize;

    public BatchingSeries(string modelId, Histogram wait, Counter rejected, Histogram? efficiency, int maxBatchSize)
    {
        _wait = [.. RequestPriorities.All.Select(priority => wait.WithLabels(modelId, priority.Name()))];
        _rejected = [.. RequestPriorities.All.Select(priority => rejected.WithLabels(modelId, priority.Name()))];
        _efficiency = efficiency?.WithLabels(modelId, maxBatchSize.ToString(CultureInfo.InvariantCulture));
        _maxBatchSize = maxBatchSize;
    }

    public void Waited(RequestPriority priority, TimeSpan time) => _wait[(int)priority].Observe(time.TotalSeconds);

    public void Rejected(RequestPriority priority) => _rejected[(int)priority].Inc();

    public void Batch(int texts) => _efficiency?.Observe((double)texts / _maxBatchSize);
}
