namespace Kthena.Integration.Tests.Traffic;

/// <summary>The same requests, as the traffic generator and as the model server counted them.</summary>
public sealed class AgreementTests(TrafficRun run) : IClassFixture<TrafficRun>
{
    [Fact]
    public void They_agree_on_every_request_its_status_and_its_sizes()
    {
        var requests = 0L;
        foreach (var (model, statuses) in run.Client["models"]!.AsObject())
        {
            var (requestBytes, responseBytes) = (0L, 0L);
            foreach (var (status, totals) in statuses!.AsObject())
            {
                Assert.Equal((long)totals!["requests"]!, run.Server[$"kthena_inference_requests_total{{model_id=\"{model}\",status=\"{status}\"}}"]);
                requests += (long)totals["requests"]!;
                requestBytes += (long)totals["requestBytes"]!;
                responseBytes += (long)totals["responseBytes"]!;
            }

            Assert.Equal(requestBytes, run.Server[$"kthena_inference_request_size_bytes_sum{{model_id=\"{model}\"}}"]);
            Assert.Equal(responseBytes, run.Server[$"kthena_inference_response_size_bytes_sum{{model_id=\"{model}\"}}"]);
        }

        Assert.Equal((requests, requests), ((long)run.Client["sent"]!, (long)run.Server.Sum("kthena_inference_requests_total")));
        // Otherwise this would show less than it seems to.
        Assert.Superset(new HashSet<string> { "200", "429" }, run.Client["statuses"]!.AsObject().Select(status => status.Key).ToHashSet());
        Assert.Equal(2, run.Client["models"]!.AsObject().Count);
    }
}
