using Kthena.SampleModelServer.Api;
using Kthena.SampleModelServer.Models;
using Kthena.SampleModelServer.Pipeline;
using Kthena.SampleModelServer.Telemetry;

var builder = WebApplication.CreateSlimBuilder(args);
builder.AddServiceDefaults();
builder.AddServerMetrics();
builder.AddModels();
builder.AddInferencePipeline();
builder.AddApi();

var app = builder.Build();
app.UseRequestIds();
app.UseOpenAIErrors();
app.MapDefaultEndpoints();
app.MapModels();
app.MapClassify();
app.Run();
