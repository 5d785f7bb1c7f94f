using Canary.Bench.Traffic;

namespace Canary.Bench.Judges;

/// <summary>Something that can roll a release back.</summary>
internal interface IJudge
{
    string Name { get; }

    /// <summary>The look, from 0, after which it rolls back; null if it never does.</summary>
    int? RollsBackAt(Run run);

    /// <summary>Whether it rolls back now, having not done so at an earlier look.</summary>
    bool RollsBackNow(Run run) => RollsBackAt(run) is not null;
}
