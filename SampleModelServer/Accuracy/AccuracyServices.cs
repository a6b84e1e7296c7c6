namespace Kthena.SampleModelServer.Accuracy;

internal static class AccuracyServices
{
    /// <summary>Measures the models that are loaded, unless the interval is 0.</summary>
    /// <exception cref="SettingsException">A setting is out of its range, or the held-out set cannot be used.</exception>
    public static void AddAccuracy(this IHostApplicationBuilder builder)
    {
        var options = AccuracyOptions.Read(builder.Configuration);
        if (options.Interval == TimeSpan.Zero)
            return;

        builder.Services.AddSingleton(options);
        builder.Services.AddSingleton(HeldOutSet.Read(options.DataSet));
        builder.Services.AddSingleton<AccuracyEvaluator>();
        builder.Services.AddSingleton<AccuracySchedule>();
        builder.Services.AddHostedService(services => services.GetRequiredService<AccuracySchedule>());
    }
}
