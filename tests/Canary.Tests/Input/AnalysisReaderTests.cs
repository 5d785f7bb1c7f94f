using Canary.Input;
using Canary.Rollouts.Plans;
using Canary.Tests.Rollouts;

namespace Canary.Tests.Input;

public class AnalysisReaderTests
{
    [Theory]
    [InlineData("")]
    [InlineData(""", "analysis": true""")]
    [InlineData(""", "analysis": {}""")]
    [InlineData(""", "analysis": { "errors": true, "latency": {}, "metrics": [] }""")]
    public void Read_NothingSaid_IsOnWithTheDefaults(string more)
    {
        var (request, faults) = Given.Read(With(more));

        var defaults = new AnalysisRequest();
        Assert.Empty(faults);
        Assert.Equal(defaults, request.Analysis! with { Metrics = defaults.Metrics });
        Assert.Empty(request.Analysis.Metrics);
    }

    [Fact]
    public void Defaults_AreThoseOfTheStatistics()
    {
        var defaults = new AnalysisRequest();

        Assert.Equal(
            (new(1, .008), new ToleranceChoice(1.5, .002), 50L),
            (defaults.Errors, defaults.Latency, defaults.MinimumRequests));
        Assert.Equal((OnInconclusive.Promote, 900, AfterWait.Evidence, OnUnreadable.Rollback, 3_600, false, false),
            (
                defaults.OnInconclusive,
                defaults.WaitSeconds,
                defaults.AfterWait,
                defaults.OnUnreadable,
                defaults.ApprovalSeconds,
                defaults.DryRun,
                defaults.PromoteEarly));
    }

    [Fact]
    public void Read_False_TurnsItOff()
    {
        var (request, faults) = Given.Read(With(""", "analysis": false"""));

        Assert.Empty(faults);
        Assert.Null(request.Analysis);
    }

    [Fact]
    public void Read_EveryField_IsTaken()
    {
        var (request, faults) = Given.Read(With("""
            , "analysis": { "errors": { "ratio": 1.25, "alpha": 0.01 }, "latency": { "alpha": 0.05 }, "minimumRequests": 200,
              "onInconclusive": "wait", "waitSeconds": 60, "afterWait": "approve", "onUnreadable": "promote",
              "approvalSeconds": 120, "dryRun": true, "promoteEarly": true }
            """));

        var analysis = request.Analysis!;
        Assert.Empty(faults);
        Assert.Equal(
            (new(1.25, .01), new ToleranceChoice(1.5, .05), 200L),
            (analysis.Errors, analysis.Latency, analysis.MinimumRequests));
        Assert.Equal((OnInconclusive.Wait, 60, AfterWait.Approve, OnUnreadable.Promote, 120, true, true),
            (
                analysis.OnInconclusive,
                analysis.WaitSeconds,
                analysis.AfterWait,
                analysis.OnUnreadable,
                analysis.ApprovalSeconds,
                analysis.DryRun,
                analysis.PromoteEarly));
    }

    [Theory]
    [InlineData("promote", OnInconclusive.Promote)]
    [InlineData("wait", OnInconclusive.Wait)]
    [InlineData("approve", OnInconclusive.Approve)]
    [InlineData("rollback", OnInconclusive.Rollback)]
    public void Read_EachPolicy_IsTaken(string word, OnInconclusive policy)
    {
        var (request, faults) = Given.Read(With($$""", "analysis": { "onInconclusive": "{{word}}" }"""));

        Assert.Empty(faults);
        Assert.Equal(policy, request.Analysis!.OnInconclusive);
    }

    [Theory]
    [InlineData("evidence", AfterWait.Evidence)]
    [InlineData("promote", AfterWait.Promote)]
    [InlineData("approve", AfterWait.Approve)]
    [InlineData("rollback", AfterWait.Rollback)]
    public void Read_EachAfterWait_IsTaken(string word, AfterWait policy)
    {
        var (request, faults) =
            Given.Read(With($$""", "analysis": { "onInconclusive": "wait", "afterWait": "{{word}}" }"""));

        Assert.Empty(faults);
        Assert.Equal(policy, request.Analysis!.AfterWait);
    }

    // Who wants to be asked where there is no verdict is asked where nothing can be read, unless the input says otherwise.
    [Theory]
    [InlineData(""" "dryRun": false """, OnUnreadable.Rollback)]
    [InlineData(""" "onInconclusive": "wait" """, OnUnreadable.Rollback)]
    [InlineData(""" "onUnreadable": "promote" """, OnUnreadable.Promote)]
    [InlineData(""" "onUnreadable": "approve", "approvalSeconds": 5 """, OnUnreadable.Approve)]
    [InlineData(""" "onInconclusive": "approve" """, OnUnreadable.Approve)]
    [InlineData(""" "onInconclusive": "wait", "afterWait": "approve" """, OnUnreadable.Approve)]
    [InlineData(""" "onInconclusive": "approve", "onUnreadable": "rollback" """, OnUnreadable.Rollback)]
    public void Read_OnUnreadable_IsARollbackUnlessSomebodyIsAskedAnyway(string analysis, OnUnreadable policy)
    {
        var (request, faults) = Given.Read(With($$""", "analysis": { {{analysis}} }"""));

        Assert.Empty(faults);
        Assert.Equal(policy, request.Analysis!.OnUnreadable);
    }

    [Theory]
    [InlineData("errors")]
    [InlineData("latency")]
    public void Read_OneTurnedOff_TheOtherIsJudged(string name)
    {
        var (request, faults) = Given.Read(With($$""", "analysis": { "{{name}}": false }"""));

        Assert.Empty(faults);
        Assert.Equal((name == "errors", name == "latency"), (request.Analysis!.Errors is null, request.Analysis.Latency is null));
    }

    [Theory]
    [InlineData("null", "analysis is null. It must be false, to watch the alarms only, or an object")]
    [InlineData("\"on\"", "analysis is \"on\".")]
    [InlineData("[]", "analysis is [].")]
    [InlineData(
        """{ "error": {} }""",
        "analysis.error is not a field that Canary knows: did you mean errors? The fields are errors, latency")]
    [InlineData("""{ "dryRun": true, "dryRun": true }""", "analysis.dryRun is given twice")]
    [InlineData("""{ "errors": 5 }""", "analysis.errors is 5. It must be false, not to judge it, or an object")]
    [InlineData("""{ "errors": null }""", "analysis.errors is null.")]
    [InlineData(
        """{ "errors": { "beta": 1 } }""", "analysis.errors.beta is not a field that Canary knows. The fields are ratio, alpha")]
    [InlineData(
        """{ "errors": { "ratio": 0.9 } }""",
        "analysis.errors.ratio is 0.9. It must be how many times the stable version's rate is tolerated, from 1 to 100")]
    [InlineData("""{ "errors": { "ratio": 100.5 } }""", "analysis.errors.ratio is 100.5.")]
    [InlineData("""{ "errors": { "ratio": 1.00001 } }""", "analysis.errors.ratio is 1.00001. "
        + "It must be how many times the stable version's rate is tolerated, from 1 to 100 with at most four decimals")]
    [InlineData("""{ "errors": { "ratio": 1e999 } }""", "analysis.errors.ratio is 1e999.")]
    [InlineData(
        """{ "latency": { "alpha": 0 } }""",
        "analysis.latency.alpha is 0. It must be the chance of a wrong rollback, from 0.0001 to 0.2")]
    [InlineData("""{ "latency": { "alpha": 0.21 } }""", "analysis.latency.alpha is 0.21.")]
    [InlineData("""{ "latency": { "alpha": "0.1" } }""", "analysis.latency.alpha is \"0.1\".")]
    [InlineData(
        """{ "errors": false, "latency": false }""",
        "analysis judges neither errors nor latency nor metrics. Give one of them, or analysis: false.")]
    [InlineData(
        """{ "errors": false, "latency": false, "metrics": [] }""", "analysis judges neither errors nor latency nor metrics.")]
    [InlineData("""{ "errors": false, "latency": 1 }""", "analysis.latency is 1.")]
    [InlineData(
        """{ "minimumRequests": 0 }""",
        "analysis.minimumRequests is 0. It must be a whole number of requests of each version from 1 to 1,000,000")]
    [InlineData("""{ "minimumRequests": 1.5 }""", "analysis.minimumRequests is 1.5.")]
    [InlineData(
        """{ "onInconclusive": "stop" }""",
        "analysis.onInconclusive is \"stop\". It must be one of promote, wait, approve, rollback")]
    [InlineData(
        """{ "onInconclusive": "stop", "afterWait": "approve", "approvalSeconds": 5 }""", "analysis.onInconclusive is \"stop\".")]
    [InlineData("""{ "onInconclusive": "Wait" }""", "analysis.onInconclusive is \"Wait\".")]
    [InlineData(
        """{ "onInconclusive": "wait", "afterWait": "wait" }""",
        "analysis.afterWait is \"wait\". It must be one of evidence, promote, approve, rollback")]
    [InlineData(
        """{ "onUnreadable": "wait" }""",
        "analysis.onUnreadable is \"wait\". It must be one of rollback, promote, approve")]
    [InlineData(
        """{ "afterWait": "promote" }""",
        "analysis.afterWait is \"promote\" without onInconclusive \"wait\". Add that, or leave afterWait out.")]
    [InlineData(
        """{ "approvalSeconds": 60 }""",
        "analysis.approvalSeconds is 60, but none of onInconclusive, afterWait and onUnreadable is \"approve\".")]
    [InlineData(
        """{ "onInconclusive": "approve", "approvalSeconds": 0 }""",
        "analysis.approvalSeconds is 0. It must be a whole number of seconds from 1 to 172,800")]
    [InlineData("""{ "waitSeconds": -1 }""", "analysis.waitSeconds is -1. It must be a whole number of seconds from 0 to 21,600")]
    [InlineData("""{ "waitSeconds": 21601 }""", "analysis.waitSeconds is 21601.")]
    [InlineData("""{ "waitSeconds": 0, "onInconclusive": "wait" }""", "analysis.waitSeconds is 0 with onInconclusive \"wait\".")]
    [InlineData(
        """{ "dryRun": "yes" }""",
        "analysis.dryRun is \"yes\". It must be true, to be told only what the analysis would do, or false")]
    [InlineData("""{ "promoteEarly": 1 }""", "analysis.promoteEarly is 1.")]
    public void Read_AFaultyAnalysis_QuotesTheValueAndSaysWhatToDo(string analysis, string fault)
    {
        var (_, faults) = Given.Read(With($", \"analysis\": {analysis}"));

        Assert.Contains(fault, Assert.Single(faults), StringComparison.Ordinal);
    }

    [Fact]
    public void Read_ManyFaults_AreToldWithAllTheOthers()
    {
        var (_, faults) = Given.Read("""
            { "functionName": "a b", "aliasName": "7", "deploymentConfig": "Slow", "speed": 2,
             "analysis": { "errors": { "ratio": 0, "alpha": 1 }, "latency": 2,
              "metrics": [7, {}], "minimumRequests": "many", "onInconclusive": "later", "waitSeconds": -5, "dryRun": null,
              "colour": "red" } }
            """);

        Assert.Equal(20, faults.Count);
    }

    [Theory]
    [InlineData(""""{ "onInconclusive": "\ud800" }"""")]
    [InlineData(""""{ "\udc00": 1 }"""")]
    [InlineData(""""{ "metrics": [{ "name": "\ud800" }] }"""")]
    [InlineData(""""{ "metrics": [{ "dimensions": { "\ud800": "x" } }] }"""")]
    [InlineData(""""{ "metrics": [{ "expression": "m1", "sources": { "\ud800": {} } }] }"""")]
    public void Read_HalfACharacter_IsAClearFault(string analysis) =>
        Assert.Contains(
            Given.Read(With($", \"analysis\": {analysis}")).Faults,
            fault => fault.Contains("half a character", StringComparison.Ordinal));

    private static string With(string more) =>
        $$"""{ "functionName": "orders", "aliasName": "live", "deploymentConfig": "Canary10Percent5Minutes"{{more}} }""";
}
