// A service for tests of the orchestrator: it tells its environment, and its health can be changed.
var builder = WebApplication.CreateSlimBuilder(args);
var app = builder.Build();
var isHealthy = app.Configuration["START_UNHEALTHY"] is null;

app.MapGet("/healthz", () => isHealthy ? Results.Ok() : Results.StatusCode(StatusCodes.Status503ServiceUnavailable));
app.MapPost("/health/{healthy:bool}", (bool healthy) => { isHealthy = healthy; });
app.MapGet("/env/{name}", (string name) => Environment.GetEnvironmentVariable(name));
app.MapGet("/args", () => args);
app.MapGet("/directory", () => Environment.CurrentDirectory);
app.MapPost("/log/{text}", (string text) => Console.WriteLine(text));
app.MapPost("/exit/{code:int}", (int code) => Environment.Exit(code));
app.Run();
