using Kthena.FakeNvml;

var builder = DistributedApplication.CreateBuilder(args);
var content = builder.Configuration["Stack:Content"] ?? ".."; // config/, rules/ and dashboards/ lie below it

// ── What is watched: a model server, the machine's GPUs, and the graph itself ───────────────────────────────────────────────────
var modelServer = builder.AddProject<Projects.SampleModelServer>("model-server")
    .WithHttpEndpoint()
    .WithHttpEndpoint(name: "metrics", env: "Metrics__Port")
    .WithHttpHealthCheck("/readyz")
    .WithModels("lande-t50", "lande-t50-pruned")
    .WithSettings("Inference")
    .WithSettings("Cache")
    .WithSettings("Accuracy")
    .WithFaultInjection() // ./kthena fault; never in what is published
    .WithConfigFile($"{content}/config/model-server/metrics.yaml", "CustomMetrics__File");
modelServer.WithUrl($"{modelServer.GetEndpoint("http")}/v1/models", "Models");

var gpus = builder.AddProject<Projects.GpuExporter>("gpu-exporter")
    .WithHttpEndpoint()
    .WithHttpHealthCheck("/readyz")
    .WithSettings("Gpu") // Gpu:Device=software shows the model server's processor time, Gpu:Device=fake GPUs that can fail
    .WithFakeGpus(cancellation => FakeLibrary.BuildAsync(cancellationToken: cancellation))
    .WithReference(modelServer.GetEndpoint("metrics"));

var graph = builder.AddGraphReport("graph").WithRunbooks($"{content}/rules/runbooks").WithFaultInjection();

// ── Load: seeded sentences, so that every rate lives from the first minute ──────────────────────────────────────────────────────
var traffic = builder.AddProject<Projects.TrafficGenerator>("traffic")
    .WithHttpEndpoint()
    .WithHttpHealthCheck("/readyz")
    .WithSettings("Traffic") // Traffic:RequestsPerSecond=0 switches it off
    .WithReference(modelServer);

// ── Who is told: a webhook, a Slack, a PagerDuty and a mail server that log what comes ───────────────────────────────────────────
var receiverToken = builder.AddParameter("receiver-token", new GenerateParameterDefault { MinLength = 32, Special = false }, secret: true);
var receiver = builder.AddProject<Projects.NotificationReceiver>("receiver")
    .WithHttpEndpoint()
    .WithEndpoint(name: "smtp", scheme: "smtp", env: "Receiver__SmtpPort")
    .WithEnvironment("Receiver__Token", receiverToken)
    .WithHttpHealthCheck("/readyz")
    .WithNotificationLog();
receiver.WithUrl($"{receiver.GetEndpoint("http")}/notifications", "Notifications");

// ── Who watches: Prometheus, and Alertmanager, which tells ──────────────────────────────────────────────────────────────────────
var alertmanager = builder.AddAlertmanager("alertmanager")
    .WithConfig($"{content}/config/alertmanager")
    .WithUrlFile("webhook", ReferenceExpression.Create($"{receiver.GetEndpoint("http")}/notifications"))
    .WithUrlFile("slack", ReferenceExpression.Create($"{receiver.GetEndpoint("http")}/slack/{receiverToken}"))
    .WithPagerDutyUrl(ReferenceExpression.Create($"{receiver.GetEndpoint("http")}/v2/enqueue"))
    .WithSmtp(receiver.GetEndpoint("smtp"), requireTls: false)
    .WithSecretFile("webhook-token", receiverToken)
    .WithSecretFile("pagerduty-routing-key", receiverToken)
    .WithSecretFile("smtp-password", receiverToken);

var prometheus = builder.AddPrometheus("prometheus")
    .WithConfig($"{content}/config/prometheus")
    .WithScrapeConfigs($"{content}/config/prometheus/scrape.d/graph")
    .WithRules($"{content}/rules/recording")
    .WithRules($"{content}/rules/alerts")
    .WithRules($"{content}/rules/generated")
    .WithRetention(TimeSpan.FromDays(2))
    .WithScrapeInterval(TimeSpan.FromSeconds(1)) // so that one sees it move; in a cluster prometheus.yml's 15 s
    .WithAlertmanager(alertmanager)
    .WithScrape(modelServer, job: "kthena-models", endpointName: "metrics")
    .WithScrape(gpus, job: "gpu-exporter")
    .WithScrape(graph, job: "kube-state-metrics")
    .WithScrape(traffic, job: "traffic-generator")
    .WithScrape(receiver, job: "notification-receiver")
    .WithScrape(alertmanager, job: "alertmanager");
prometheus.WithScrape(prometheus, job: "prometheus");

// ── What people look at: the dashboards, alerts and objectives, in the browser ──────────────────────────────────────────────────
var lookout = builder.AddProject<Projects.Lookout>("lookout")
    .WithHttpEndpoint()
    .WithHttpHealthCheck("/readyz")
    .WithEnvironment("Lookout__Prometheus", prometheus.GetEndpoint("http"))
    .WithEnvironment("Lookout__Alertmanager", alertmanager.GetEndpoint("http"))
    .WithEnvironment("Lookout__Graph", graph.GetEndpoint("http"))
    .WithEnvironment("Lookout__ScrapeInterval", prometheus.Resource.ScrapeInterval)
    .WithConfigFolder($"{content}/dashboards", "Lookout__Dashboards")
    .WithConfigFolder($"{content}/rules/runbooks", "Lookout__Runbooks")
    .WithSettings("Lookout")
    .WithEntryPage();

var grafana = builder.AddGrafana("grafana", standIn: lookout.GetEndpoint("http")) // Grafana:Enabled=false: Lookout alone
    .WithConfig($"{content}/config/grafana")
    .WithDashboards($"{content}/dashboards")
    .WithPrometheus(prometheus)
    .WithAlertmanager(alertmanager);
lookout.WithGrafana(grafana, "Lookout__Grafana");

prometheus.WithScrape(lookout, job: "lookout").WithAlertLinks(
    runbooks: ReferenceExpression.Create($"{graph.GetEndpoint("http")}/runbooks"),
    dashboards: grafana.Resource.UrlExpression);

builder.AddLogFiles().AddTerminalView();

builder.Build().Run();
