using Kthena.StackTesting.Dashboards;

namespace Kthena.Integration.Tests.Dashboards.Lint;

/// <summary>A dashboard that keeps to every rule, small enough to break it in one place.</summary>
internal static class SmallDashboard
{
    public const string File = "kthena-small.json";

    public static Dashboard Create() => Dashboard.Parse(File, """
        {
          "uid": "kthena-small",
          "title": "Small",
          "description": "For tests.",
          "tags": ["kthena"],
          "schemaVersion": 41,
          "editable": false,
          "graphTooltip": 1,
          "time": {"from": "now-1h", "to": "now"},
          "refresh": "10s",
          "timepicker": {"refresh_intervals": ["10s"]},
          "links": [{"type": "dashboards", "tags": ["kthena"], "keepTime": true, "includeVars": true}],
          "annotations": {"list": [
            {"name": "Alerts", "datasource": {"type": "prometheus", "uid": "${datasource}"}, "expr": "ALERTS", "titleFormat": "{{alertname}}"}
          ]},
          "templating": {"list": [
            {"name": "datasource", "label": "Data source", "description": "Where the metrics are.", "type": "datasource", "query": "prometheus"},
            {"name": "job", "label": "Job", "description": "The jobs.", "type": "query", "datasource": {"type": "prometheus", "uid": "${datasource}"},
             "query": {"query": "label_values(up, job)"}, "refresh": 2, "includeAll": true, "allValue": ".+"}
          ]},
          "panels": [
            {
              "id": 1, "type": "timeseries", "title": "Traffic", "description": "Requests. Few are no harm.", "gridPos": {"h": 8, "w": 12, "x": 0, "y": 0},
              "datasource": {"type": "prometheus", "uid": "${datasource}"},
              "fieldConfig": {
                "defaults": {"unit": "reqps", "noValue": "No requests", "color": {"mode": "palette-classic"}, "custom": {}},
                "overrides": []
              },
              "options": {"legend": {"calcs": ["max"]}},
              "targets": [{
                "refId": "A", "datasource": {"type": "prometheus", "uid": "${datasource}"}, "legendFormat": "{{status}}",
                "expr": "sum by (status) (rate(kthena_inference_requests_total{job=~\"$job\"}[$__rate_interval]))"
              }]
            },
            {
              "id": 2, "type": "table", "title": "Targets", "description": "Each target of the jobs.", "gridPos": {"h": 8, "w": 12, "x": 12, "y": 0},
              "datasource": {"type": "prometheus", "uid": "${datasource}"},
              "fieldConfig": {
                "defaults": {"unit": "none", "noValue": "No target", "thresholds": {"steps": [{"value": null}, {"value": 1}]}},
                "overrides": [{"matcher": {"id": "byName", "options": "Up"}, "properties": [{"id": "unit", "value": "bool"}]}]
              },
              "targets": [{
                "refId": "A", "datasource": {"type": "prometheus", "uid": "${datasource}"}, "format": "table", "instant": true, "expr": "up{job=~\"$job\"}"
              }],
              "transformations": [{"id": "organize", "options": {"renameByName": {"Value": "Up"}}}]
            }
          ]
        }
        """);
}
