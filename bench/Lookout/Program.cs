using Kthena.Bench.Lookout;

return await BenchCommand.InvokeAsync(args);
