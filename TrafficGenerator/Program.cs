using Kthena.TrafficGenerator;
using Kthena.TrafficGenerator.CommandLine;

return await TrafficCommand.InvokeAsync(args, TrafficHost.RunAsync, Console.Error);
