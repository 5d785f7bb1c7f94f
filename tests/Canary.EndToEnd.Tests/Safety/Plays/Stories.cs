using Canary.EndToEnd.Tests.Safety.Worlds;
using FsCheck;
using FsCheck.Fluent;

namespace Canary.EndToEnd.Tests.Safety.Plays;

/// <summary>Draws deeds that make sense one after another only: chance alone would hardly ever put them in this order.</summary>
internal static class Stories
{
    private static readonly int[] Soon = [0, 1, 5, 30];
    private static readonly int[] Later = [0, 3, 20, 60, 200, 900];

    // A sweep looks back for six hours; an event may come later than that.
    private static readonly int[] MuchLater = [1, 20, 200, 900, 900, 8_000, 30_000];

    public static Gen<List<Act>> Any(int bake) =>
        Gen.Frequency((5, Afterlife(bake)), (2, Overruled(bake)), (2, Pruned(bake)), (1, Forged(bake)), (5, Spoken(bake)));

    public static Gen<Act> ActOf(Moment moment, Deed deed) =>
        deed == Deed.Forge ? Forgery.Select(forgery => new Act(moment, deed, forgery))
        : Act.Words.Contains(deed) ? Word(moment, deed)
        : Gen.Constant(new Act(moment, deed));

    private static Gen<Act> Word(Moment moment, Deed deed) =>
        from voice in Gen.Elements(Enum.GetValues<Voice>())
        from seconds in Gen.Elements(5, 20, 60, 60, 200)
        select new Act(moment, deed, null, voice, deed == Deed.Pause ? seconds : 0);

    // It ends before its time; somebody else goes on with the alias; then the first one stirs again.
    private static Gen<List<Act>> Afterlife(int bake) =>
        from end in Gen.Choose(0, bake + 15)
        from how in Gen.Elements(Deed.Stop, Deed.Stop, Deed.Breach, Deed.SetThird)
        from pause in Gen.Elements(Later)
        from next in Gen.Elements(
            Deed.StartAgain,
            Deed.StartAgain,
            Deed.StartAnother,
            Deed.StartTakingOver,
            Deed.StartThird,
            Deed.SetCandidate,
            Deed.SetStable,
            Deed.SetThird,
            Deed.Describe,
            Deed.Impersonate,
            Deed.Feign)
        from rest in Gen.Elements(MuchLater)
        from stir in Gen.Elements(Deed.Redrive, Deed.EventAgain)
        from later in Gen.Elements(MuchLater)
        from last in Gen.Elements<Deed?>(
            null, null, Deed.StartAgain, Deed.StartTakingOver, Deed.EventAgain, Deed.SetCandidate, Deed.Stop)
        select In(end, (0, how), (1, Deed.Recover), (pause, next), (rest, stir), (later, last));

    // A person's word, while the alarm says another, or somebody else does.
    private static Gen<List<Act>> Overruled(int bake) =>
        from at in Gen.Choose(0, bake + 15)
        from first in Gen.Elements(
            Deed.Breach, Deed.Breach, Deed.Describe, Deed.Impersonate, Deed.Feign, Deed.Touch, Deed.Permit, Deed.SetStable)
        from pause in Gen.Elements(Soon)
        from word in Gen.Elements(Deed.Approve, Deed.Approve, Deed.Breach, Deed.Stop)
        select In(at, (0, first), (pause, word));

    // People steer it, one after the other or at once, and somebody else says something different. A word before the first step,
    // which takes no time and few calls, has to wait for a check.
    private static Gen<List<Act>> Spoken(int bake) =>
        from at in Gen.Choose(0, bake + 15)
        from call in Gen.Elements(0, 0, 0, 4, 5, 6, 7)
        from first in Gen.Elements(
            Deed.Pause, Deed.Pause, Deed.Pause, Deed.Skip, Deed.Skip, Deed.Promote, Deed.Abort, Deed.Approve, Deed.Mumble)
        from pause in Gen.Elements(Soon)
        from second in Gen.Elements(
            Deed.Resume, Deed.Resume, Deed.Skip, Deed.Promote, Deed.Abort, Deed.Pause, Deed.Approve, Deed.Reject,
            Deed.Breach, Deed.Stop, Deed.Touch, Deed.SetThird, Deed.Describe, Deed.Smuggle)
        from rest in Gen.Elements(Later)
        from third in Gen.Elements<Deed?>(
            null, Deed.Resume, Deed.Skip, Deed.Promote, Deed.Abort, Deed.Recover, Deed.Shout, Deed.EventAgain, Deed.StartAgain)
        from one in ActOf(call > 0 ? Moment.After(call) : Moment.AtSecond(at), first)
        from two in ActOf(Moment.AtSecond(at + pause), second)
        from three in ActOf(Moment.AtSecond(at + pause + rest), third ?? Deed.Recover)
        select new List<Act>(third is null ? [one, two] : [one, two, three]);

    // After the promotion nothing protects the version before.
    private static Gen<List<Act>> Pruned(int bake) =>
        from at in Gen.Choose(0, bake + 25)
        from gone in Gen.Elements(Deed.PruneStable, Deed.PruneStable, Deed.PruneCandidate)
        from pause in Gen.Elements(Soon)
        from then in Gen.Elements(Deed.Breach, Deed.Stop, Deed.Touch)
        from rest in Gen.Elements(Later)
        from last in Gen.Elements<Deed?>(null, Deed.StartAgain, Deed.Redrive, Deed.EventAgain)
        select In(at, (0, gone), (pause, then), (rest, last));

    private static Gen<List<Act>> Forged(int bake) =>
        from at in Gen.Choose(0, bake + 15)
        from forgery in Forgery
        from end in Gen.Elements<Deed?>(null, Deed.Stop, Deed.Breach)
        select new List<Act>([new(Moment.AtSecond(at), Deed.Forge, forgery), .. In(at, (2, end))]);

    // The longest input is of 262,144 bytes, and the task's is longer than the execution's.
    private static Gen<Forgery> Forgery =>
        from names in Gen.Elements(Enum.GetValues<ForgedName>())
        from function in Gen.Elements(World.Function, World.Function, World.Bystander, World.Own)
        from stable in Gen.Elements(World.Third, World.Stable, World.Candidate, "$LATEST")
        from promoted in Gen.Elements(true, false)
        from revision in Gen.Elements(true, false)
        from length in Gen.Frequency((8, Gen.Constant(0)), (1, Gen.Elements(261_900, 262_000, 262_144)))
        from stopped in Gen.Frequency((5, Gen.Constant(true)), (1, Gen.Constant(false)))
        select new Forgery(names, function, stable, promoted, revision, length, stopped);

    private static List<Act> In(int from, params (int Pause, Deed? Deed)[] deeds)
    {
        var acts = new List<Act>();
        foreach (var (pause, deed) in deeds)
        {
            from += pause;
            if (deed is { } one) acts.Add(new(Moment.AtSecond(from), one));
        }
        return acts;
    }
}
