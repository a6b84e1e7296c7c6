// The scenarios mostly wait, some for the machine: all of them may be under way.
[assembly: CollectionBehavior(MaxParallelThreads = -1)]
