using System.Globalization;
using Kthena.Bench.ModelServer.Processes;
using Microsoft.Extensions.Configuration;

namespace Kthena.Bench.ModelServer.Throughput;

/// <summary>How the pipeline is asked, and its one setting that is measured.</summary>
/// <param name="Callers">How many requests there are at a time.</param>
/// <param name="TextsPerRequest">How many texts each has.</param>
/// <param name="MaxBatchSize">The server's <c>Inference:MaxBatchSize</c>.</param>
internal sealed record PipelineShape(int Callers, int TextsPerRequest, int MaxBatchSize)
{
    private const string Section = "Bench";

    public IEnumerable<string> ToArguments(string texts) =>
    [
        $"--{Section}:Texts={texts}",
        string.Create(CultureInfo.InvariantCulture, $"--{Section}:Callers={Callers}"),
        string.Create(CultureInfo.InvariantCulture, $"--{Section}:TextsPerRequest={TextsPerRequest}"),
        string.Create(CultureInfo.InvariantCulture, $"--Inference:MaxBatchSize={MaxBatchSize}"),
        $"--Models:Ids:0={ServerSettings.Model}",
        "--Inference:Workers=1",
        "--Inference:QueueCapacity=10000",
        "--Cache:Capacity=0",
        "--Logging:LogLevel:Default=None",
    ];

    public static (PipelineShape Shape, string Texts) Read(IConfiguration configuration)
    {
        var section = configuration.GetSection(Section);
        int Whole(string key) => int.Parse(section[key]!, CultureInfo.InvariantCulture);
        return (new PipelineShape(Whole("Callers"), Whole("TextsPerRequest"), int.Parse(configuration["Inference:MaxBatchSize"]!, CultureInfo.InvariantCulture)), section["Texts"]!);
    }
}
