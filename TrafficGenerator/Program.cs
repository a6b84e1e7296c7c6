using Kthena.TrafficGenerator;
using Kthena.TrafficGenerator.Models;
using Kthena.TrafficGenerator.Sending;
using Kthena.TrafficGenerator.Telemetry;

var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { Args = args, ContentRootPath = AppContext.BaseDirectory });
builder.AddServiceDefaults();

builder.Services.AddSingleton<TrafficSettings>();
builder.Services.AddSingleton<TrafficMetrics>();
builder.Services.AddModelServerClient();
builder.Services.AddSingleton<RequestSender>();
builder.Services.AddSingleton<ModelDirectory>();
builder.Services.AddHostedService(services => services.GetRequiredService<ModelDirectory>());
builder.Services.AddHostedService<OpenLoop>();

var app = builder.Build();
app.MapDefaultEndpoints();
await app.RunAsync();
