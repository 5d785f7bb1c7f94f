using System.Collections.Concurrent;
using System.Text;
using System.Text.RegularExpressions;
using Canary.InProcess;
using Canary.Local;
using Canary.Local.Clocks;
using Canary.Local.Deploy;
using Canary.Local.Faults;
using Canary.Local.Lambda.Model;

namespace Canary.EndToEnd.Tests.InProcess;

/// <summary>
/// Each call that a Lambda makes is one that its role allows, and each that a role allows is one that its Lambda makes.
/// </summary>
public sealed partial class RolesTests : IAsyncDisposable
{
    private const string Secret = "do-not-tell-anybody";

    private static readonly string[] NotPlayed =
    [
        // Lambda itself sends what RestoreAlias failed to do to the queue, as that function's role.
        "RestoreAlias sqs:SendMessage",
        // A candidate that cannot be initialized: ProvisionedConcurrencyTests.
        "Rollback lambda:DeleteProvisionedConcurrencyConfig", "RestoreAlias lambda:DeleteProvisionedConcurrencyConfig",
        // Another's mark on the alias: FoundAfterTheEndTests.
        "Rollback states:DescribeExecution", "RestoreAlias states:DescribeExecution",
    ];

    private readonly VirtualClock _clock = new(new DateTimeOffset(2026, 1, 1, 9, 0, 7, TimeSpan.Zero));
    private readonly AsyncLocal<string?> _lambda = new();
    private readonly ConcurrentDictionary<string, bool> _made = [];
    private readonly ConcurrentBag<string> _told = [];
    private readonly InProcessCanary _canary;

    public RolesTests()
    {
        _canary = InProcessCanary.Create(_clock, new LocalAwsOptions { Jitter = new Random(1) });
        _canary.Lambdas.Invoked = (lambda, _) => _lambda.Value = lambda;
        _canary.Lambdas.Told = (_, given, log) =>
        {
            _told.Add(Encoding.UTF8.GetString(given.Span));
            _told.Add(log);
        };
        _canary.Lambdas.Others = (_, _) => new("{}"u8.ToArray(), Failed: false, "", TimeSpan.Zero);
        _canary.Aws.FrontDoor.Called = (call, _) =>
        {
            if (_lambda.Value is { } lambda) _made[$"{lambda} {call.Service}:{call.Operation}"] = true;
        };
        _canary.Aws.Lambda.CreateFunction(new FunctionDefinition("canary-hook-smoke", "dotnet10", "Smoke", InProcessCanary.NoCode)
        {
            Role = "arn:aws:iam::123456789012:role/hook",
        });
    }

    [Fact]
    public async Task Calls_OfEachLambda_AreWhatItsRoleAllowsAndNothingElse()
    {
        await PlayAllAsync();

        var allowed = Allowed().ToHashSet();
        Assert.Empty(_made.Keys.Except(allowed));
        Assert.Empty(allowed.Except(_made.Keys).Except(NotPlayed));
    }

    /// <summary>GetFunction shows a function's environment variables. They stay where they are.</summary>
    [Fact]
    public async Task Environment_OfAFunction_IsInNoDocumentAndNoLog()
    {
        await PlayAllAsync();

        Assert.NotEmpty(_told);
        Assert.DoesNotContain(_told, text => text.Contains(Secret, StringComparison.Ordinal));
    }

    public ValueTask DisposeAsync() => _canary.DisposeAsync();

    private async Task PlayAllAsync()
    {
        // Whoever gets no answer looks at what became of the call: the first of two is not answered.
        var calls = new ConcurrentDictionary<string, int>();
        foreach (var operation in (string[])["UpdateAlias", "CreateAlias"])
        {
            _canary.Aws.Faults.Add(new Fault("lambda", operation, FaultKind.LostResponse)
            {
                While = call => call.Resource?.StartsWith("plain", StringComparison.Ordinal) == false
                    && calls.AddOrUpdate(call.ToString(), 1, (_, count) => count + 1) % 2 == 1,
            });
        }
        Add("plain");
        await AskAsync("plain");
        var plain = Start("plain", """ "steps": [{ "weight": 10, "bakeSeconds": 300, "approvalSeconds": 600 }] """);
        await PassAsync(30);
        // Whose plan sees a mark, and looks whether its rollout runs.
        Start("plain", """ "deploymentConfig": "AllAtOnce" """);
        await SayAsync("Control", plain, """ "word": "pause", "seconds": 600 """);
        await PassAsync(60);
        await SayAsync("Control", plain, """ "word": "resume" """);
        await PassAsync(400);
        await SayAsync("Approve", plain, """ "reason": "looks good" """);
        Add("again");
        Start("again", """ "deploymentConfig": "AllAtOnce", "targetVersion": "1", "takeOver": true """);
        _canary.Aws.Lambda.PublishVersion("again");
        Start("again", """ "deploymentConfig": "AllAtOnce", "targetVersion": "2" """);
        Add("provisioned", provisioned: 2);
        Start("provisioned", """
            "steps": [{ "weight": 1, "bakeSeconds": 60 }, { "weight": 2, "bakeSeconds": 60 }, { "weight": 3, "bakeSeconds": 60 }],
            "provisionedConcurrency": 4
            """);
        Add("raised", provisioned: 2);
        Start("raised", """ "steps": [{ "weight": 10, "bakeSeconds": 600 }], "provisionedConcurrency": 4 """);
        Add("unprovisioned", provisioned: 2);
        Start("unprovisioned", """ "steps": [{ "weight": 10, "bakeSeconds": 600 }], "bakeAfterPromotionSeconds": 60 """);
        Add("stopped", provisioned: 2);
        var stopped = Start("stopped", """ "steps": [{ "weight": 10, "bakeSeconds": 600 }], "provisionedConcurrency": 4 """);
        _canary.Aws.Lambda.CreateFunction(Definition("first"));
        Start("first", """ "deploymentConfig": "AllAtOnce", "createAlias": true """, alarms: false);
        await PassAsync(400);
        _canary.Aws.Lambda.UpdateAlias("unprovisioned", "live", new(Description: "another's"));
        _canary.PutFailures("raised", 5);
        _canary.Aws.StepFunctions.StopExecution(stopped);
        await PassAsync(1_200);
    }

    private void Add(string function, int provisioned = 0)
    {
        _canary.Aws.Lambda.CreateFunction(Definition(function), publish: true);
        _canary.Aws.Lambda.CreateAlias(function, "live", "1", "");
        _canary.Aws.Lambda.UpdateFunctionConfiguration(function, was => was with { MemoryMb = 256 });
        if (provisioned > 0) _canary.Aws.Lambda.PutProvisionedConcurrency(function, "live", provisioned);
        _canary.AddAlarm(function);
    }

    private static FunctionDefinition Definition(string name) => new(name, "dotnet10", "Shop", InProcessCanary.NoCode)
    {
        Role = "arn:aws:iam::123456789012:role/shop",
        Environment = new Dictionary<string, string> { ["PASSWORD"] = Secret },
    };

    private string Start(string function, string more, bool alarms = true) => _canary.Aws.StepFunctions.StartExecution(
        _canary.StateMachine, null, Input(function, more, alarms)).ExecutionArn;

    private static string Input(string function, string more, bool alarms = true) => $$"""
        { "functionName": "{{function}}", "aliasName": "live", "alarms": [{{(alarms ? $"\"{function}\"" : "")}}],
          "hooks": { "beforeAllowTraffic": "canary-hook-smoke", "afterAllowTraffic": "canary-hook-smoke" }, {{more}} }
        """;

    private Task<string> AskAsync(string function) => InvokeAsync("PlanRollout", $$"""
        { "input": {{Input(function, """ "deploymentConfig": "Canary10Percent5Minutes" """)}},
          "execution": "arn:aws:states:us-east-1:123456789012:execution:canary:asked", "at": "2026-01-01T09:00:07Z" }
        """);

    private async Task SayAsync(string lambda, string execution, string more)
    {
        var answer = await InvokeAsync(lambda, $$"""{ "execution": "{{execution}}", "by": "alice", {{more}} }""");
        Assert.Contains("\"accepted\":true", answer, StringComparison.Ordinal);
    }

    private async Task<string> InvokeAsync(string lambda, string payload)
    {
        var answer = _canary.Aws.Lambda.InvokeAsync(
            $"canary-{lambda}", null, Encoding.UTF8.GetBytes(payload), CancellationToken.None);
        await _clock.RunUntilAsync(answer);
        Assert.Null((await answer).FunctionError);
        return Encoding.UTF8.GetString((await answer).Payload.Span);
    }

    private Task PassAsync(int seconds) => _clock.RunUntilAsync(_clock.GetUtcNow().AddSeconds(seconds));

    // A resource of the template begins with its name, two spaces in.
    private static IEnumerable<string> Allowed() =>
        from resource in Resources().Matches(SourceTree.Find(AppContext.BaseDirectory).Read("template.yaml"))
        let lambda = resource.Groups["lambda"].Value
        from action in Actions().Matches(resource.Groups["body"].Value)
        select $"{lambda} {action.Value}";

    [GeneratedRegex(@"^  (?<lambda>\w+?)(Function|ReadsHolds):\n(?<body>(    .*\n|\n)+)", RegexOptions.Multiline)]
    private static partial Regex Resources();

    [GeneratedRegex(@"\b(lambda|cloudwatch|states|events|sqs):[A-Z]\w+")]
    private static partial Regex Actions();
}
