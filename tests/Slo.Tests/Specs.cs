using Kthena.Slo.Generation;
using Kthena.Slo.Rules;
using Kthena.Slo.Specs;

namespace Kthena.Slo.Tests;

/// <summary>Specifications to start from.</summary>
internal static class Specs
{
    /// <summary>The smallest one in the plain form; line 1 is its version.</summary>
    public const string Plain = """
        version: prometheus/v1
        service: shop
        slos:
        - name: requests
          objective: 99.9
          sli:
            events:
              error_query: sum(rate(http_requests_total{code=~"5.."}[{{.window}}]))
              total_query: sum(rate(http_requests_total[{{.window}}]))
          alerting:
            name: ShopFails
        """;

    /// <summary>The page's objectives as a Kubernetes resource, in repaired form.</summary>
    public const string Resource = """
        apiVersion: sloth.slok.dev/v1
        kind: PrometheusServiceLevel
        metadata:
          name: kthena-slo
          namespace: monitoring
        spec:
          service: "kthena"
          labels:
            team: "ml-ops"
          slos:
          - name: "inference-availability"
            objective: 99.9
            description: "99.9% of inference requests should be successful"
            sli:
              events:
                errorQuery: sum(rate(kthena_inference_requests_total{status=~"5.."}[{{.window}}]))
                totalQuery: sum(rate(kthena_inference_requests_total[{{ .window }}]))
            alerting:
              name: KthenaHighErrorRate
              annotations:
                summary: "High error rate on Kthena inference requests"
              pageAlert:
                labels:
                  severity: critical
              ticketAlert:
                labels:
                  severity: warning
          - name: "inference-latency"
            objective: 95.0
            description: "95% of inference requests should complete within 1 second"
            sli:
              events:
                errorQuery: sum(rate(kthena_inference_duration_seconds_count[{{.window}}])) - sum(rate(kthena_inference_duration_seconds_bucket{le=~"1(\\.0)?"}[{{.window}}]))
                totalQuery: sum(rate(kthena_inference_duration_seconds_count[{{.window}}]))
            alerting:
              name: KthenaHighLatency
              labels:
                severity: warning
              annotations:
                summary: "High latency on Kthena inference requests"
        """;

    public static ServiceLevelSpec Read(string text) => ServiceLevelSpecReader.Read("slo.yml", text);

    public static RuleFile Generate(string text) => RuleGenerator.Generate(Read(text));

    public static IReadOnlyList<SpecError> ErrorsOf(string text) => Assert.Throws<InvalidSpecException>(() => Read(text)).Errors;

    /// <summary>The plain specification with one text replaced.</summary>
    public static string PlainWith(string what, string by)
    {
        Assert.Contains(what, Plain, StringComparison.Ordinal);
        return Plain.Replace(what, by, StringComparison.Ordinal);
    }

    public static Rule Recorded(this RuleFile file, string metric, string slo)
        => Assert.Single(file.Groups.SelectMany(group => group.Rules), rule => rule.Record == metric && rule.Labels["sloth_slo"] == slo);

    public static IReadOnlyList<Rule> Alerts(this RuleFile file) => [.. file.Groups.SelectMany(group => group.Rules).Where(rule => rule.Alert is not null)];
}
