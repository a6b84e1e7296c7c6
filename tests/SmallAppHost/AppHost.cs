// A graph for tests of the orchestrator and of the testing builder: a service, and one that needs it.
var builder = DistributedApplication.CreateBuilder(args);

var greeting = builder.AddParameter("greeting", "hello");
var secret = builder.AddConnectionString("store");

var back = builder.AddProject<Projects.SmallService>("back")
    .WithHttpEndpoint()
    .WithHttpEndpoint(name: "metrics", env: "Metrics__Port")
    .WithHttpHealthCheck("/healthz");

builder.AddProject<Projects.SmallService>("front")
    .WithHttpEndpoint()
    .WithHttpHealthCheck("/healthz")
    .WithReference(back)
    .WithReference(secret)
    .WithEnvironment("GREETING", greeting)
    .WithEnvironment("BACK_PORT", $"port {back.GetEndpoint("http").Property(EndpointProperty.Port)}")
    .WithArgs("--back", back.GetEndpoint("http"))
    .WaitFor(back);

builder.Build().Run();
