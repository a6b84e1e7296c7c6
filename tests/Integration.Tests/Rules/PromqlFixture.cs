using Kthena.StackTesting.Contract;
using Kthena.StackTesting.PromQL;
using Kthena.StackTesting.RuleFiles;

namespace Kthena.Integration.Tests.Rules;

/// <summary>Prometheus' parser, and the series that the repository's PromQL may use.</summary>
public sealed class PromqlFixture : IAsyncLifetime
{
    private BarePrometheus _prometheus = null!;

    public PromqlParser Parser { get; private set; } = null!;

    public SeriesOfRules Series { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        var cancellation = TestContext.Current.CancellationToken;
        _prometheus = await BarePrometheus.StartAsync(cancellation);
        Parser = new PromqlParser(_prometheus.Http);
        Series = await SeriesOfRules.CreateAsync(MetricContract.Load(), RuleFolder.AllRules(), Parser, cancellation);
    }

    public ValueTask DisposeAsync() => _prometheus.DisposeAsync();
}
