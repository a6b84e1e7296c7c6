namespace Kthena.Mutations.Tests.Running;

/// <summary>One alert, and cases that leave one thing open: what happens at the threshold itself.</summary>
internal static class SmallRules
{
    public const string Alert = """
        groups:
        - name: g
          rules:
          - alert: A
            expr: a > 1
        """;

    public const string Cases = """
        rule_files: [../alerts/a.yml]
        evaluation_interval: 1m
        tests:
        - name: A fires above one
          interval: 1m
          input_series: [{series: a, values: 2x4}]
          alert_rule_test: [{eval_time: 2m, alertname: A, exp_alerts: [{}]}]
        - name: A is quiet below one
          interval: 1m
          input_series: [{series: a, values: 0x4}]
          alert_rule_test: [{eval_time: 2m, alertname: A}]
        """;
}
