namespace Aspire.Hosting.Orchestration;

/// <summary>Ties the orchestrator to the host's life.</summary>
internal sealed class OrchestratorHostService(ApplicationOrchestrator orchestrator) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken) => orchestrator.StartAsync(cancellationToken);

    public Task StopAsync(CancellationToken cancellationToken) => orchestrator.StopAsync(cancellationToken);
}
