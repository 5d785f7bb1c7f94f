using Canary.StatesLanguage.Data;
using Canary.StatesLanguage.States;

namespace Canary.StatesLanguage.Parsing;

/// <summary>Reads one state.</summary>
internal static class StateParser
{
    private const string Supported = "Task, Wait, Pass, Choice, Succeed or Fail";

    /// <summary>Reads it and reports what is wrong; null when its type is not supported.</summary>
    public static State? Parse(string name, Fields fields, ITaskResources resources)
    {
        fields.Require("Type");
        var type = fields.Text("Type");
        fields.Text("Comment");
        DefinitionParser.RefuseJsonata(fields);
        State? state = type switch
        {
            "Task" => Following(TaskParser.Parse(name, fields, resources), fields),
            "Wait" => Following(Wait(name, fields), fields),
            "Pass" => Following(Pass(name, fields), fields),
            "Choice" => Filtering(ChoiceParser.Parse(name, fields), fields),
            "Succeed" => Filtering(new SucceedState(name), fields),
            "Fail" => Fail(name, fields),
            _ => null,
        };
        if (state is not null) fields.RefuseOthers();
        else if (type is not null)
            fields.Problems.Schema(
                $"{fields.Location}/Type", $"State type '{type}' is not supported by Canary.Local: use {Supported}");
        return state;
    }

    private static State Filtering(State state, Fields fields) =>
        state with { InputPath = fields.Path("InputPath"), OutputPath = fields.Path("OutputPath") };

    private static State Following(State state, Fields fields)
    {
        fields.OnlyOne(required: true, "Next", "End");
        if (fields.Flag("End") is false) fields.Problems.Schema($"{fields.Location}/End", "End must be true or left out");
        return Filtering(state, fields) with { Next = fields.Text("Next") };
    }

    private static PassState Pass(string name, Fields fields) =>
        new(name)
        {
            Parameters = fields.Template("Parameters"),
            Result = fields.Value("Result"),
            ResultPath = ResultPath(fields),
        };

    private static WaitState Wait(string name, Fields fields)
    {
        fields.OnlyOne(required: true, "Seconds", "SecondsPath", "Timestamp", "TimestampPath");
        fields.Whole("Seconds", 0, LanguageLimits.MaxSeconds);
        if (fields.Text("Timestamp") is { } moment && !Rfc3339.TryParse(moment, out _))
            fields.Problems.Schema($"{fields.Location}/Timestamp", $"'{moment}' is no timestamp such as 2026-01-01T00:00:00Z");
        if (fields.Reference("SecondsPath") is { } seconds) return new WaitState(name, "SecondsPath", seconds);
        if (fields.Reference("TimestampPath") is { } timestamp) return new WaitState(name, "TimestampPath", timestamp);
        var constant = fields.Has("Seconds") ? "Seconds" : "Timestamp";
        return new WaitState(name, constant, fields.Value(constant) ?? new Literal(null));
    }

    private static FailState Fail(string name, Fields fields)
    {
        fields.OnlyOne(required: false, "Error", "ErrorPath");
        fields.OnlyOne(required: false, "Cause", "CausePath");
        return new FailState(name, Either(fields, "Error"), Either(fields, "Cause"));
    }

    private static Expression? Either(Fields fields, string name)
    {
        var fixedText = fields.Text(name);
        return fields.PathOrCall($"{name}Path") ?? (fixedText is null ? null : new Literal(fixedText));
    }

    /// <summary>Where a result goes: a path into the input, never into the context object.</summary>
    public static JsonPath? ResultPath(Fields fields)
    {
        var path = fields.Path("ResultPath");
        if (path is { OfContext: true })
            fields.Problems.Schema(
                $"{fields.Location}/ResultPath", $"'{path.Text}' points into the context object, which cannot be changed");
        return path;
    }
}
