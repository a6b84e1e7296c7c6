using Kthena.SampleModelServer;
using Kthena.SampleModelServer.Accuracy;
using Kthena.SampleModelServer.Api;
using Kthena.SampleModelServer.Batching;
using Kthena.SampleModelServer.Faults;
using Kthena.SampleModelServer.Models;
using Kthena.SampleModelServer.Pipeline;
using Kthena.SampleModelServer.Telemetry;
using Kthena.SampleModelServer.Telemetry.Custom;

// Settings lie beside the executable; the working directory would be watched with all that is below it.
var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { Args = args, ContentRootPath = AppContext.BaseDirectory });
try
{
    builder.AddServiceDefaults();
    builder.AddServerMetrics();
    builder.AddCustomMetrics();
    builder.AddModels();
    builder.AddBatching();
    builder.AddInferencePipeline();
    builder.AddAccuracy();
    builder.AddApi();
    builder.AddFaults();
}
catch (SettingsException exception)
{
    Console.Error.WriteLine(exception.Message);
    return 1;
}

var app = builder.Build();
app.UseRequestIds();
app.UseOpenAIErrors();
app.UseSampledMetrics();
app.UseFaults();
app.MapDefaultEndpoints();
app.MapStatusPage();
app.MapModels();
app.MapClassify();
app.Run();
return 0;
