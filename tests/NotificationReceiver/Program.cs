using Kthena.NotificationReceiver;

var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { Args = args, ContentRootPath = AppContext.BaseDirectory });
builder.AddServiceDefaults();
builder.AddNotificationReceiver(builder.Configuration.GetSection("Receiver").Get<ReceiverOptions>() ?? new());

var app = builder.Build();
app.MapDefaultEndpoints();
app.MapNotificationReceiver();
await app.RunAsync();
