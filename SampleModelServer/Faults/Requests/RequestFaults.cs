using System.Collections.Frozen;

namespace Kthena.SampleModelServer.Faults.Requests;

/// <summary>The faults that strike requests now. Looking costs one read while there is none.</summary>
internal sealed class RequestFaults
{
    private readonly Lock _lock = new();
    private volatile FrozenDictionary<string, ModelRequestFaults>? _byModel;

    /// <returns>Null when there is none for the model.</returns>
    public ModelRequestFaults? Of(string modelId) => _byModel?.GetValueOrDefault(modelId);

    public void Add(ActiveFault fault) => Change(faults => faults.Append(new RequestFault(fault)));

    public void Remove(ActiveFault fault) => Change(faults => faults.Where(active => active.Fault.Key != fault.Key));

    private void Change(Func<IEnumerable<RequestFault>, IEnumerable<RequestFault>> change)
    {
        lock (_lock)
        {
            var faults = change(_byModel?.Values.SelectMany(model => model.All) ?? []).ToList();
            _byModel = faults is [] ? null : faults.GroupBy(fault => fault.Fault.Model!).ToFrozenDictionary(group => group.Key, group => new ModelRequestFaults([.. group]));
        }
    }
}
