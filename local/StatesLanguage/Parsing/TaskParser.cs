using System.Collections.Immutable;
using Canary.StatesLanguage.Data;
using Canary.StatesLanguage.Json;
using Canary.StatesLanguage.States;

namespace Canary.StatesLanguage.Parsing;

/// <summary>Reads a Task state.</summary>
internal static class TaskParser
{
    /// <summary>Reads it and reports what is wrong.</summary>
    public static TaskState Parse(string name, Fields fields, ITaskResources resources)
    {
        fields.Require("Resource");
        var resource = resources.Find(
            fields.Text("Resource"), problem => fields.Problems.Schema($"{fields.Location}/Resource", problem));
        var timeout = Seconds(fields, "Timeout");
        var parameters = fields.Template("Parameters");
        CheckRequest(parameters, resource, fields);
        return new TaskState(name, resource)
        {
            Parameters = parameters,
            ResultSelector = fields.Template("ResultSelector"),
            ResultPath = StateParser.ResultPath(fields),
            Timeout = timeout,
            Heartbeat = resource.IsCallback ? Heartbeat(fields) : null,
            Retry = [.. fields.Objects("Retry").Select(Retrier)],
            Catch = [.. fields.Objects("Catch").Select(Catcher)],
        };
    }

    private static Expression? Seconds(Fields fields, string what)
    {
        fields.OnlyOne(required: false, $"{what}Seconds", $"{what}SecondsPath");
        fields.Whole($"{what}Seconds", 1, LanguageLimits.MaxSeconds);
        return fields.Reference($"{what}SecondsPath") ?? (Expression?)fields.Value($"{what}Seconds");
    }

    private static Expression? Heartbeat(Fields fields)
    {
        var heartbeat = fields.Whole("HeartbeatSeconds", 1, LanguageLimits.MaxSeconds);
        var timeout = fields.Whole("TimeoutSeconds", 1, LanguageLimits.MaxSeconds);
        if (heartbeat >= timeout)
            fields.Problems.Schema($"{fields.Location}/HeartbeatSeconds", "HeartbeatSeconds must be smaller than TimeoutSeconds");
        return Seconds(fields, "Heartbeat");
    }

    private static void CheckRequest(ObjectTemplate? parameters, TaskResource resource, Fields fields)
    {
        if (parameters is null) return;
        var names = parameters.Members.Select(member => member.Name).ToArray();
        foreach (var problem in resource.Problems(names)) fields.Problems.Schema($"{fields.Location}/Parameters", problem);
    }

    private static Retrier Retrier(Fields fields)
    {
        var jitter = fields.Text("JitterStrategy") ?? "NONE";
        if (jitter is not ("FULL" or "NONE"))
            fields.Problems.Schema($"{fields.Location}/JitterStrategy", $"'{jitter}' is not FULL or NONE");
        var retrier = new Retrier(
            Errors(fields, "Retry"),
            fields.Whole("IntervalSeconds", 1, LanguageLimits.MaxSeconds) ?? 1,
            fields.Whole("MaxAttempts", 0, LanguageLimits.MaxSeconds) ?? 3,
            fields.Number("BackoffRate", 1) ?? 2,
            fields.Whole("MaxDelaySeconds", 1, LanguageLimits.MaxDelaySeconds),
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
            if (name is null)
                fields.Problems.Schema($"{fields.Location}/ErrorEquals", $"Expected a string, found {JsonText.Write(node)}");
            else if (name.StartsWith("States.", StringComparison.Ordinal) && !ErrorNames.Reserved.Contains(name))
                fields.Problems.Schema(
                    $"{fields.Location}/ErrorEquals",
                    $"'{name}' is no error of Step Functions: the prefix 'States.' is reserved");
            else names.Add(name);
        }
        if (names.Contains(ErrorNames.All) && names.Count > 1)
            fields.Problems.Schema($"{fields.Location}/ErrorEquals", "States.ALL must appear alone");
        return new ErrorNames(names.ToImmutable());
    }
}
