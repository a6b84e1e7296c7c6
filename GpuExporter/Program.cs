using Kthena.GpuExporter;
using Kthena.GpuExporter.Attribution;
using Kthena.GpuExporter.Devices;
using Kthena.GpuExporter.Software;

var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { Args = args, ContentRootPath = AppContext.BaseDirectory });
builder.Configuration.AddCommandLine(args, new Dictionary<string, string> { ["--device"] = ExporterOptions.DeviceKey });
if (ExporterOptions.TryRead(builder.Configuration, Console.Error) is not { } options)
    return ExporterOptions.BadUsage;

builder.AddServiceDefaults();
builder.Services.AddSingleton(options);
if (options.Device == DeviceKind.Software)
{
    builder.AddSoftwareDevice();
}
else
{
    builder.AddAttribution();
    builder.AddNvmlDevices();
}

var app = builder.Build();
app.MapDefaultEndpoints();
app.Run();
return 0;
