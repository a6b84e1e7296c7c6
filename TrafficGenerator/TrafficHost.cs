using Kthena.TrafficGenerator.CommandLine;
using Kthena.TrafficGenerator.Measuring;
using Kthena.TrafficGenerator.Models;
using Kthena.TrafficGenerator.Sending;
using Kthena.TrafficGenerator.Settings;
using Kthena.TrafficGenerator.Telemetry;
using Microsoft.Extensions.Logging.Console;

namespace Kthena.TrafficGenerator;

/// <summary>The program: a service of the graph, or a run that ends by itself.</summary>
internal static class TrafficHost
{
    private const string AnyPort = "http://127.0.0.1:0";

    private static readonly string[] s_addressKeys = [WebHostDefaults.ServerUrlsKey, WebHostDefaults.HttpPortsKey, WebHostDefaults.HttpsPortsKey, "Kestrel:Endpoints"];

    /// <summary>Runs until stopped or, with a duration, until that has passed; returns the exit code.</summary>
    public static async Task<int> RunAsync(string[] args)
    {
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { Args = args, ContentRootPath = AppContext.BaseDirectory });
        RunOptions run;
        try
        {
            run = RunOptions.Read(builder.Configuration);
            TrafficOptions.Read(builder.Configuration);
        }
        catch (InvalidOperationException e)
        {
            await Console.Error.WriteLineAsync("traffic: " + e.Message);
            return ExitCodes.BadUsage;
        }

        builder.AddTraffic(run);
        await using var app = builder.Build();
        app.MapDefaultEndpoints();
        var end = app.Services.GetRequiredService<RunEnd>();
        await app.StartAsync();
        await app.WaitForShutdownAsync();
        return await end.ReportAsync(Console.Out);
    }

    private static void AddTraffic(this WebApplicationBuilder builder, RunOptions run)
    {
        if (run.Server is not null && s_addressKeys.All(key => !builder.Configuration.GetSection(key).Exists()))
            builder.WebHost.UseUrls(AnyPort);
        builder.AddServiceDefaults();
        // The table of a run that ends has standard output for itself.
        if (run.Duration is not null)
            builder.Services.Configure<ConsoleLoggerOptions>(console => console.LogToStandardErrorThreshold = LogLevel.Trace);

        builder.Services.AddSingleton(run);
        builder.Services.AddSingleton<TrafficSettings>();
        builder.Services.AddSingleton<TrafficMetrics>();
        builder.Services.AddModelServerClient(run);
        builder.Services.AddSingleton<AnswerLog>();
        builder.Services.AddSingleton<RequestSender>();
        builder.Services.AddSingleton<InFlightSender>();
        builder.Services.AddSingleton<Pause>();
        builder.Services.AddSingleton<RequestSource>();
        builder.Services.AddSingleton<RunStatistics>();
        builder.Services.AddSingleton<RunEnd>();
        builder.Services.AddSingleton<ModelDirectory>();
        builder.Services.AddHostedService(services => services.GetRequiredService<ModelDirectory>());
        builder.Services.AddHostedService<IntervalLog>();
        builder.Services.AddHostedService<OpenLoop>();
    }
}
