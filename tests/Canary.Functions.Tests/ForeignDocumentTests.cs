using System.Reflection;
using System.Text;
using Amazon.Lambda.Annotations;
using Canary.Errors;
using Canary.Functions.Hosting;
using Canary.Functions.Tests.Fakes;
using Canary.Functions.Writes;

namespace Canary.Functions.Tests;

/// <summary>
/// Whoever invokes one of Canary's Lambdas with something of their own gets a sentence, and no exception of the code's.
/// </summary>
public class ForeignDocumentTests
{
    private static readonly RolloutSerializer Serializer = new();

    private static readonly Dictionary<string, MethodInfo> Lambdas = typeof(Startup).Assembly
        .GetTypes()
        .SelectMany(type => type.GetMethods())
        .Where(method => method.GetCustomAttribute<LambdaFunctionAttribute>() is not null).ToDictionary(method => method.Name);

    public static TheoryData<string, string> Documents()
    {
        var documents = new TheoryData<string, string>();
        foreach (var lambda in Lambdas.Keys)
        {
            foreach (var document in new[]
            {
                "{}", "[]", "null", "\"hello\"", "42", "true", "", "{ no JSON",
                """{ "functionName": "orders", "aliasName": "live" }""",
                """{ "rollout": null, "at": "2026-01-01T00:00:00Z", "taskToken": null, "time": null,"""
                + """ "detail": null, "input": {}, "execution": null }""",
                """{ "rollout": {}, "at": "2026-01-01T00:00:00Z", "input": 1 }""",
                """
                { "rollout": { "outcome": "InProgress", "reason": "r", "function": "f", "alias": "a", "execution": "e",
                 "decision": { "next": "Bake", "reason": "r" },
                "steps": null, "story": [], "alarms": [] }, "at": "2026-01-01T00:00:00Z", "input": 1 }
                """,
                """{ "hook": "BeforeAllowTraffic", "function": "orders", "alias": "live", "stableVersion": "3","""
                + """ "taskToken": "secret" }""",
                """{ "source": "aws.cloudwatch", "detail-type": "CloudWatch Alarm State Change","""
                + """ "time": "yesterday", "detail": { "alarmName": "errors" } }""",
                """{ "Records": [{ "eventSource": "aws:sqs", "body": "hello" }] }""",
            })
            {
                documents.Add(lambda, document);
            }
        }
        return documents;
    }

    [Fact]
    public void Lambdas_AreSeventeen() => Assert.Equal(17, Lambdas.Count);

    [Theory]
    [MemberData(nameof(Documents))]
    public async Task Invoke_ADocumentThatIsNotItsOwn_SaysSoInASentence(string lambda, string document)
    {
        var fault = await Record.ExceptionAsync(() => InvokeAsync(lambda, document));

        // People invoke it, and what is wrong with their word is an answer.
        if (lambda is "Approve" or "Control" && fault is null) return;
        Assert.IsType<ForeignDocument>(fault);
        Assert.Matches(@"^This function takes [^.]+\. It was given [^.]+(\$[^ ]+ cannot be read)?\.$", fault.Message);
        Assert.DoesNotContain("secret", fault.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Rollback", "{}", "This function takes what Canary's state machine gives it: "
        + "an object with rollout, its document, and at. It was given an empty object.")]
    [InlineData(
        "RestoreAlias",
        "[]",
        "This function takes an event of EventBridge: an object with time and detail. It was given a list.")]
    [InlineData("PlanRollout", """{ "functionName": "orders" }""", "This function takes what Canary's state machine gives it: "
        + "an object with input, execution and at. It was given an object with \"functionName\".")]
    public async Task Invoke_ADocumentThatIsNotItsOwn_SaysWhatItTakes(string lambda, string document, string message) =>
        Assert.Equal(message, (await Assert.ThrowsAsync<ForeignDocument>(() => InvokeAsync(lambda, document))).Message);

    private static object? PortOf(Type type) =>
        type == typeof(TimeProvider) ? TimeProvider.System
        : type == typeof(WordWriter) ? new WordWriter(null!, null!, TimeProvider.System)
        : null;

    private static async Task InvokeAsync(string lambda, string document)
    {
        var method = Lambdas[lambda];
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes(document));
        var read = typeof(RolloutSerializer)
            .GetMethod(nameof(RolloutSerializer.Deserialize))!
            .MakeGenericMethod(method.GetParameters()[0].ParameterType);
        var input = read.Invoke(Serializer, BindingFlags.DoNotWrapExceptions, null, [stream], null);
        // What the serializer lets pass fails in the Lambda, which needs no port for that.
        var instance = method.DeclaringType!.GetConstructors()[0] is var constructor
            ? constructor.Invoke([.. constructor.GetParameters().Select(port => PortOf(port.ParameterType))]) : null;
        if (method.Invoke(instance, BindingFlags.DoNotWrapExceptions, null, [input, Stage.Context], null) is Task running)
            await running;
    }
}
