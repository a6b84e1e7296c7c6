namespace Kthena.SampleModelServer.Api;

internal static class ApiServices
{
    public static void AddApi(this WebApplicationBuilder builder)
    {
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.AddServerHeader = false);
        builder.Services.AddSingleton<ClassifyRequestParser>();
        builder.Services.AddSingleton<RequestAdmission>();
        builder.Services.AddSingleton<ClassifyEndpoint>();
        builder.Services.AddSingleton<ModelsEndpoint>();
        builder.Services.AddSingleton<LifecycleEndpoint>();
        builder.Services.AddSingleton<StatusPage>();
    }

    public static void MapStatusPage(this WebApplication app) => app.MapGet("/", app.Services.GetRequiredService<StatusPage>().HandleAsync);

    public static void MapClassify(this WebApplication app) =>
        app.MapPost("/classify", app.Services.GetRequiredService<ClassifyEndpoint>().HandleAsync);

    public static void MapModels(this WebApplication app)
    {
        var models = app.Services.GetRequiredService<ModelsEndpoint>();
        app.MapGet("/v1/models", models.ListAsync);
        app.MapGet("/v1/models/{id}", models.GetAsync);
        var lifecycle = app.Services.GetRequiredService<LifecycleEndpoint>();
        app.MapPost("/v1/models/{id}/load", lifecycle.LoadAsync);
        app.MapPost("/v1/models/{id}/unload", lifecycle.UnloadAsync);
    }
}
