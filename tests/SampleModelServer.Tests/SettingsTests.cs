namespace Kthena.SampleModelServer.Tests;

public sealed class SettingsTests
{
    [Theory]
    [InlineData("Models__Ids__0", "UPPER", "Models:Ids has 'UPPER': an id begins with a-z or 0-9 and has up to 63 of a-z, 0-9, '.', '-' and '_'.")]
    [InlineData("Inference__MaxBatchSize", "257", "Inference:MaxBatchSize is '257': give a whole number from 1 to 256.")]
    [InlineData("Inference__MaxBatchDelay", "-1", "Inference:MaxBatchDelay is '-1': give a time from 00:00:00 to 00:00:01, as hours:minutes:seconds.")]
    [InlineData("Inference__QueueCapacity", "0", "Inference:QueueCapacity is '0': give a whole number from 1 to 10000.")]
    [InlineData("Inference__Workers", "many", "Inference:Workers is 'many': give a whole number from 1 to 256.")]
    [InlineData("Inference__MaxConcurrentRequests", "0", "Inference:MaxConcurrentRequests is '0': give a whole number from 1 to 100000.")]
    [InlineData("Inference__Deadline", "00:02:00", "Inference:Deadline is '00:02:00': give a time from 00:00:00.0010000 to 00:01:00, as hours:minutes:seconds.")]
    [InlineData("Cache__Capacity", "-1", "Cache:Capacity is '-1': give a whole number from 0 to 1000000.")]
    [InlineData("Cache__RatioWindow", "0", "Cache:RatioWindow is '0': give a time from 00:00:01 to 01:00:00, as hours:minutes:seconds.")]
    [InlineData("Accuracy__Interval", "2.00:00:00", "Accuracy:Interval is '2.00:00:00': give a time from 00:00:00 to 1.00:00:00, as hours:minutes:seconds.")]
    [InlineData("Accuracy__DataSet", "/missing.txt", "/missing.txt: there is no such file; put it there or give another one")]
    public async Task A_setting_that_cannot_be_used_ends_the_start_with_one_line(string name, string value, string problem)
    {
        var (exitCode, _, errors) = await ServerProcess.RunAsync(new() { [name] = value });

        Assert.Equal((1, problem), (exitCode, errors.TrimEnd()));
    }
}
