using System.Collections.Immutable;

namespace Canary.Local.StepFunctions.Language;

/// <summary>Reads a Task state.</summary>
internal static class TaskParser
{
    private const string Invoke = "arn:aws:states:::lambda:invoke";

    /// <summary>The members of a request to Lambda's Invoke that Canary.Local passes on.</summary>
    public static readonly ImmutableArray<string> Request = ["FunctionName", "Payload", "Qualifier"];

    /// <summary>Reads it and reports what is wrong.</summary>
    public static TaskState Parse(string name, Fields fields)
    {
        fields.Require("Resource");
        if (fields.Text("Resource") is { } resource and not Invoke) fields.Problems.Schema($"{fields.Location}/Resource", Refusal(resource));
        fields.OnlyOne(required: false, "TimeoutSeconds", "TimeoutSecondsPath");
        fields.Whole("TimeoutSeconds", 1, Limits.MaxSeconds);
        var parameters = fields.Template("Parameters");
        CheckRequest(parameters, fields);
        return new TaskState(name)
        {
            Parameters = parameters,
            ResultSelector = fields.Template("ResultSelector"),
            ResultPath = StateParser.ResultPath(fields),
            Timeout = fields.Reference("TimeoutSecondsPath") ?? (Expression?)fields.Value("TimeoutSeconds"),
            Retry = [.. fields.Objects("Retry").Select(Retrier)],
            Catch = [.. fields.Objects("Catch").Select(Catcher)],
        };
    }

    private static string Refusal(string resource) => resource switch
    {
        Invoke + ".waitForTaskToken" => $"Resource '{resource}' is not supported by Canary.Local: .waitForTaskToken and task tokens come in a later version",
        _ when resource.StartsWith("arn:", StringComparison.Ordinal) => $"Resource '{resource}' is not supported by Canary.Local: use '{Invoke}'",
        _ => $"Value '{resource}' is not a valid resource ARN",
    };

    private static void CheckRequest(ObjectTemplate? parameters, Fields fields)
    {
        if (parameters is null) return;
        var names = parameters.Members.Select(member => member.Name).ToArray();
        foreach (var name in names.Except(Request))
            fields.Problems.Schema($"{fields.Location}/Parameters", $"The field '{name}' is not supported by Step Functions in Canary.Local");
        if (!names.Contains("FunctionName")) fields.Problems.Schema($"{fields.Location}/Parameters", "The field 'FunctionName' is required but was missing");
    }

    private static Retrier Retrier(Fields fields)
    {
        var jitter = fields.Text("JitterStrategy") ?? "NONE";
        if (jitter is not ("FULL" or "NONE")) fields.Problems.Schema($"{fields.Location}/JitterStrategy", $"'{jitter}' is not FULL or NONE");
        var retrier = new Retrier(
            Errors(fields, "Retry"),
            fields.Whole("IntervalSeconds", 1, Limits.MaxSeconds) ?? 1,
            fields.Whole("MaxAttempts", 0, Limits.MaxSeconds) ?? 3,
            fields.Number("BackoffRate", 1) ?? 2,
            fields.Whole("MaxDelaySeconds", 1, Limits.MaxDelaySeconds),
            jitter == "FULL");
        Finish(fields);
        return retrier;
    }

    private static Catcher Catcher(Fields fields)
    {
        fields.Require("Next");
        var catcher = new Catcher(Errors(fields, "Catch"), fields.Text("Next") ?? "", StateParser.ResultPath(fields));
        Finish(fields);
        return catcher;
    }

    private static void Finish(Fields fields)
    {
        fields.Text("Comment");
        fields.RefuseOthers();
    }

    private static ErrorNames Errors(Fields fields, string list)
    {
        fields.Require("ErrorEquals");
        var names = ImmutableArray.CreateBuilder<string>();
        foreach (var node in fields.List("ErrorEquals") ?? [])
        {
            var name = node.AsString();
            if (name is null) fields.Problems.Schema($"{fields.Location}/ErrorEquals", $"Expected a string, found {JsonText.Write(node)}");
            else if (name.StartsWith("States.", StringComparison.Ordinal) && !ErrorNames.Reserved.Contains(name))
                fields.Problems.Schema($"{fields.Location}/ErrorEquals", $"'{name}' is no error of Step Functions: the prefix 'States.' is reserved");
            else names.Add(name);
        }
        if (names.Contains(ErrorNames.All) && names.Count > 1) fields.Problems.Schema($"{fields.Location}/ErrorEquals", "States.ALL must appear alone");
        return new ErrorNames(names.ToImmutable());
    }
}
