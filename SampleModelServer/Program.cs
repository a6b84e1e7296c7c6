using Kthena.SampleModelServer.Api;
using Kthena.SampleModelServer.Models;
using Kthena.SampleModelServer.Pipeline;
using Kthena.SampleModelServer.Telemetry;
using Kthena.SampleModelServer.Telemetry.Custom;

// Settings lie beside the executable; the working directory would be watched with all that is below it.
var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { Args = args, ContentRootPath = AppContext.BaseDirectory });
builder.AddServiceDefaults();
builder.AddServerMetrics();
if (!builder.TryAddCustomMetrics(Console.Error))
    return 1;
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
return 0;
