using System.Threading.Channels;
using Kthena.Mutations.Rules;

namespace Kthena.Mutations.Running;

/// <summary>As many copies of the rules as are used at the same time, gone with the pool.</summary>
internal sealed class WorkspacePool : IDisposable
{
    private readonly string _root = Directory.CreateTempSubdirectory("kthena-mutations-").FullName;
    private readonly Channel<Workspace> _free;

    public WorkspacePool(RuleFolder rules, int size)
    {
        Size = size;
        _free = Channel.CreateBounded<Workspace>(size);
        for (var i = 0; i < size; i++)
            _free.Writer.TryWrite(new(rules, Path.Join(_root, $"{i}")));
    }

    public int Size { get; }

    /// <summary>A folder for other files that go with the pool.</summary>
    public string Scratch => Directory.CreateDirectory(Path.Join(_root, "scratch")).FullName;

    /// <summary>Does something in a copy that nobody else uses meanwhile, for each of some items.</summary>
    public Task ForEachAsync<T>(IEnumerable<T> items, Func<T, Workspace, CancellationToken, Task> action, CancellationToken cancellationToken) =>
        Parallel.ForEachAsync(items, new ParallelOptions { MaxDegreeOfParallelism = Size, CancellationToken = cancellationToken }, async (item, token) =>
        {
            var workspace = await _free.Reader.ReadAsync(token);
            try
            {
                await action(item, workspace, token);
            }
            finally
            {
                _free.Writer.TryWrite(workspace);
            }
        });

    public void Dispose() => Directory.Delete(_root, recursive: true);
}
