using Canary.Cli.CommandLine;
using Canary.Local;
using Canary.Local.Faults;

namespace Canary.Cli.Setup;

/// <summary>What serve can make go wrong, and how it is written.</summary>
internal static class FaultHelp
{
    public const string Title = "canary serve --fault \"WHERE KIND [DURATION] [xN] [#N] [P%]\"";

    public static IReadOnlyList<HelpSection> Sections { get; } =
    [
        new("Such as:",
        [
            new("lambda:UpdateAlias throttle x3", "is throttled three times"),
            new("function:canary-ShiftWeightFunction late 90s", "answers after 90 s"),
        ]),
        new("WHERE:",
        [
            new("SERVICE:OPERATION", $"a call of an API: {string.Join(", ", EmulatedCalls.All.Services)}; * is any operation"),
            new("function:NAME", "the invocations of a function"),
            new("metric:NAME", "the data of a metric"),
            new("(RESOURCE)", "after one of them: only of this, as in lambda:GetAlias(orders:live) or metric:Errors(orders)"),
        ]),
        new("KIND:", [.. FaultWords.All.Select(word => new HelpRow(word.Word, word.Meaning + Only(word)))]),
        new("How much of it:",
        [
            new("DURATION", "30s, 5m, 250ms, on the simulated clock"),
            new("xN", "so many times; always, if it is left out"),
            new("#N", "from the Nth call on"),
            new("P%", "with this probability"),
        ]),
    ];

    private static string Only(FaultWord word) => word switch
    {
        { Calls: false, Functions: false } => " (metrics)",
        { Calls: false } => " (functions)",
        { Functions: false } => " (GetAlias, GetFunction, GetFunctionConfiguration)",
        _ => "",
    };
}
