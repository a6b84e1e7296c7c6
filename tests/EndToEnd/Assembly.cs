// The scenarios mostly wait: more of them than processors run side by side.
[assembly: CollectionBehavior(MaxParallelThreads = 4)]
