using Kthena.Cli;

return await KthenaCommand.InvokeAsync(args, Console.Out, Console.Error);
