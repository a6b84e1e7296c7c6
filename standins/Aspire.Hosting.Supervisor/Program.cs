using Aspire.Hosting.Supervisor;

if (!OperatingSystem.IsLinux())
{
    Console.Error.WriteLine("The supervisor needs Linux: child subreaper, parent-death signal and /proc.");
    return 1;
}

// Children are forked by the main thread only: Linux delivers the parent-death signal when the forking *thread* ends.
return ProcessSupervisor.Run(Console.OpenStandardInput(), Console.OpenStandardOutput());
