using Kthena.WebhookReceiver.Notifications;

var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { Args = args, ContentRootPath = AppContext.BaseDirectory });
builder.AddServiceDefaults();

// A group of a thousand alerts fits.
builder.WebHost.ConfigureKestrel(kestrel => kestrel.Limits.MaxRequestBodySize = 2 << 20);
builder.Services.AddSingleton<NotificationLog>();
builder.Services.AddSingleton<NotificationMetrics>();

var app = builder.Build();
// Created now, so that its counters are there before the first message.
app.Services.GetRequiredService<NotificationMetrics>();
app.MapDefaultEndpoints();
app.MapNotifications(app.Configuration["Webhook:Token"]);
await app.RunAsync();
