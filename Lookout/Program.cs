using Kthena.Lookout;
using Kthena.Lookout.CommandLine;

return await LookoutCommand.InvokeAsync(args, LookoutHost.RunAsync, Console.Error);
