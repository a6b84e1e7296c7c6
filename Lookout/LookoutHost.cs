using System.IO.Compression;
using Kthena.Lookout.CommandLine;
using Kthena.Lookout.Dashboards;
using Kthena.Lookout.Health;
using Kthena.Lookout.Proxy;
using Kthena.Lookout.Runbooks;
using Kthena.Lookout.Security;
using Kthena.Lookout.Settings;
using Kthena.Lookout.Page;
using Microsoft.AspNetCore.ResponseCompression;

namespace Kthena.Lookout;

/// <summary>The program: the page, and the way from it to the servers that it shows.</summary>
internal static class LookoutHost
{
    private const string Loopback = "http://127.0.0.1:3001";
    private const int MostLineBytes = 32 << 10;
    private const int MostBodyBytes = 64 << 10;
    private const int MostConnections = 1024;

    /// <summary>Runs until stopped; returns the exit code.</summary>
    public static async Task<int> RunAsync(string[] args)
    {
        try
        {
            await using var app = Build(args);
            await app.StartAsync();
            await app.WaitForShutdownAsync();
            return ExitCodes.Success;
        }
        catch (SettingException e)
        {
            await Console.Error.WriteLineAsync("lookout: " + e.Message);
            return e.ExitCode;
        }
        catch (IOException e) when (e.InnerException is Microsoft.AspNetCore.Connections.AddressInUseException)
        {
            await Console.Error.WriteLineAsync($"lookout: {e.Message} Give another address with --urls.");
            return ExitCodes.Failure;
        }
    }

    /// <summary>The program, not started yet.</summary>
    /// <exception cref="SettingException">A setting cannot be used.</exception>
    public static WebApplication Build(string[] args)
    {
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { Args = args, ContentRootPath = AppContext.BaseDirectory });
        var options = LookoutOptions.Read(builder.Configuration);
        ListenOnLoopback(builder);
        builder.AddServiceDefaults();
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            // Queries of dashboards are long, and travel in the address.
            kestrel.Limits.MaxRequestLineSize = MostLineBytes;
            kestrel.Limits.MaxRequestBodySize = MostBodyBytes;
            kestrel.Limits.MaxConcurrentConnections = MostConnections;
        });
        builder.Services.AddSingleton(options);
        builder.Services.AddProblemDetails();
        builder.Services.AddResponseCompression(compression =>
        {
            // Events are not among these types: they pass as they come.
            compression.Providers.Add<BrotliCompressionProvider>();
            compression.Providers.Add<GzipCompressionProvider>();
        });
        builder.Services.Configure<BrotliCompressionProviderOptions>(brotli => brotli.Level = CompressionLevel.Fastest);
        builder.Services.AddProxy();
        builder.Services.AddUpstreamChecks(options);

        var app = builder.Build();
        app.UseSecurityHeaders();
        app.UseExceptionHandler();
        app.UseHostCheck();
        app.UseStatusCodePages();
        app.UseResponseCompression();
        app.UseRouting();
        app.UseSameOriginCheck();
        app.MapDefaultEndpoints();
        app.MapSettings();
        app.MapDashboards();
        app.MapRunbooks();
        app.MapProxy();
        app.MapPage();
        return app;
    }

    // What is said by HTTP_PORTS alone, as container images do, is meant to be reached from elsewhere.
    private static void ListenOnLoopback(WebApplicationBuilder builder)
    {
        string[] keys = [WebHostDefaults.ServerUrlsKey, WebHostDefaults.HttpPortsKey, WebHostDefaults.HttpsPortsKey, "Kestrel:Endpoints"];
        if (keys.All(key => !builder.Configuration.GetSection(key).Exists()))
            builder.WebHost.UseUrls(Loopback);
    }
}
