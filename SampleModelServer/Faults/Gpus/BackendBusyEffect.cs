using Kthena.SampleModelServer.Batching;
using Kthena.SampleModelServer.Models;
using Kthena.SampleModelServer.Telemetry;

namespace Kthena.SampleModelServer.Faults.Gpus;

/// <summary>
/// The backend computes all the time: one thread's worth, at the lowest priority, of what nobody asked for. With <c>Gpu:Device=software</c> the GPU
/// exporter shows it.
/// </summary>
internal sealed class BackendBusyEffect(ModelRegistry registry, BatchScheduler scheduler, BusyClock busy) : IFaultEffect
{
    private static readonly string[] s_texts = ["Nobody asked what language this is."];

    private volatile bool _isOver;
    private Thread? _thread;

    // There is one such device: its index is 0.
    public FaultDefinition Definition { get; } = new("gpu-busy", FaultScope.Gpu);

    public Task BeginAsync(ActiveFault fault)
    {
        if (fault.Gpu != 0)
            throw new FaultRefusedException($"There is no GPU {fault.Gpu}: the backend counts as GPU 0. Start the graph with --Gpu:Device=fake for more.");

        _isOver = false;
        _thread = new Thread(Compute) { IsBackground = true, Name = "fault-gpu-busy" };
        _thread.Start();
        return Task.CompletedTask;
    }

    public Task EndAsync(ActiveFault fault)
    {
        _isOver = true;
        _thread?.Join();
        return Task.CompletedTask;
    }

    private void Compute()
    {
        ThreadNiceness.StepBackFurthest();
        var tokens = new int[s_texts.Length];
        var probabilities = Array.Empty<float>();
        busy.Enter();
        try
        {
            while (!_isOver)
            {
                if (registry.All.Select(entry => scheduler.Of(entry).Session).FirstOrDefault(session => session is not null) is not { Model: var model })
                    continue;
                if (probabilities.Length != model.Description.Labels.Count)
                    probabilities = new float[model.Description.Labels.Count];
                model.Classify(s_texts, probabilities, tokens);
            }
        }
        finally
        {
            busy.Leave();
        }
    }
}
