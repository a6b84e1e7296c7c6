using System.Runtime.CompilerServices;
using System.Threading.Channels;

namespace Aspire.Hosting.Reload;

/// <summary>Changes of files below some folders. A burst, as editors and version control make it, is one change.</summary>
internal sealed class FileChanges : IDisposable
{
    private static readonly TimeSpan s_quiet = TimeSpan.FromMilliseconds(200);

    // One place is enough: a change that is waiting to be read stands for those that follow.
    private readonly Channel<string> _changes = Channel.CreateBounded<string>(
        new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });

    private readonly List<FileSystemWatcher> _watchers;
    private readonly TimeProvider _timeProvider;

    public FileChanges(IEnumerable<string> directories, TimeProvider timeProvider)
    {
        _timeProvider = timeProvider;
        _watchers = [.. directories.Distinct(StringComparer.Ordinal).Select(Watch)];
    }

    /// <summary>The path of a changed file, once the folders have been quiet for a moment.</summary>
    public async IAsyncEnumerable<string> ReadAllAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var first in _changes.Reader.ReadAllAsync(cancellationToken))
        {
            do
            {
                await Task.Delay(s_quiet, _timeProvider, cancellationToken);
            }
            while (_changes.Reader.TryRead(out _));
            yield return first;
        }
    }

    public void Dispose() => _watchers.ForEach(watcher => watcher.Dispose());

    private FileSystemWatcher Watch(string directory)
    {
        var watcher = new FileSystemWatcher(directory)
        {
            IncludeSubdirectories = true,
            NotifyFilter = NotifyFilters.FileName | NotifyFilters.DirectoryName | NotifyFilters.LastWrite | NotifyFilters.Size,
        };
        watcher.Changed += (_, change) => _changes.Writer.TryWrite(change.FullPath);
        watcher.Created += (_, change) => _changes.Writer.TryWrite(change.FullPath);
        watcher.Deleted += (_, change) => _changes.Writer.TryWrite(change.FullPath);
        watcher.Renamed += (_, change) => _changes.Writer.TryWrite(change.FullPath);
        watcher.Error += (_, _) => _changes.Writer.TryWrite(directory); // more changes at once than it could hold: something has changed
        watcher.EnableRaisingEvents = true;
        return watcher;
    }
}
