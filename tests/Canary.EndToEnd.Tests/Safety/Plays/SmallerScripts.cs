namespace Canary.EndToEnd.Tests.Safety.Plays;

/// <summary>Makes smaller scripts of one that fails.</summary>
internal static class SmallerScripts
{
    public static IEnumerable<Script> Of(Script script)
    {
        foreach (var acts in Without(script.Acts)) yield return script with { Acts = acts };
        foreach (var faults in Without(script.Faults)) yield return script with { Faults = faults };
        foreach (var steps in Without(script.Steps)) yield return script with { Steps = steps };
        if (script.BakeAfterPromotion > 0) yield return script with { BakeAfterPromotion = 0 };
        if (script.Approval > 0) yield return script with { Approval = 0 };
        if (script.ResumesAfterPause) yield return script with { ResumesAfterPause = false };
        if (script.Before is not null) yield return script with { Before = null };
        if (script.After is not null) yield return script with { After = null };
        if (script.HasCallbacks)
        {
            var (before, after) = (Scripts.Heard(script.Before), Scripts.Heard(script.After));
            yield return script with { HasCallbacks = false, Before = before, After = after };
        }
        if (!script.HasAlias) yield return script with { HasAlias = true };
        if (script.RaisedTo > 0) yield return script with { RaisedTo = 0 };
        if (script.Provisioned > 0) yield return script with { Provisioned = 0, RaisedTo = 0 };
        if (script.Analysis != AnalysisWord.Off) yield return script with { Analysis = AnalysisWord.Off };
        foreach (var outages in Without(script.Outages)) yield return script with { Outages = outages };
        foreach (var crowds in Without(script.Crowds)) yield return script with { Crowds = crowds };
        if (script.LosesEvents) yield return script with { LosesEvents = false };
        if (!script.HasChanged) yield return script with { HasChanged = true };
        for (var i = 0; i < script.Faults.Count; i++)
        {
            var fault = script.Faults[i];
            if (fault.Times > 1) yield return script with { Faults = Replaced(script.Faults, i, fault with { Times = 1 }) };
            if (fault.From > 1)
                yield return script with { Faults = Replaced(script.Faults, i, fault with { From = fault.From - 1 }) };
        }
        for (var i = 0; i < script.Acts.Count; i++)
        {
            var (second, call, after) = script.Acts[i].At;
            if (second > 0) yield return script with
            {
                Acts = Replaced(script.Acts, i, script.Acts[i] with { At = Moment.AtSecond(second / 2) }),
            };
            if (call > 1) yield return script with
            {
                Acts = Replaced(script.Acts, i, script.Acts[i] with { At = new Moment(0, call - 1, after) }),
            };
        }
    }

    private static IEnumerable<List<T>> Without<T>(IReadOnlyList<T> list) =>
        list.Select((_, i) => list.Where((_, other) => other != i).ToList());

    private static List<T> Replaced<T>(IReadOnlyList<T> list, int index, T item) =>
        [.. list.Select((old, i) => i == index ? item : old)];
}
