using Canary.Local.Lambda.Environments;
using Canary.Local.Lambda.Model;
using Canary.Local.Wire;

namespace Canary.Local.Tests.Lambda.Functions;

public class PublishVersionTests
{
    private static readonly FunctionLifecycle Slow = new(
        UpdateDelay: TimeSpan.FromSeconds(30), PublishDelay: TimeSpan.FromMinutes(2));

    [Fact]
    public async Task Publish_Unchanged_AnswersWithTheSameVersionAndIgnoresTheDescription()
    {
        await using var fixture = new LambdaFixture();
        var first = fixture.Lambda.PublishVersion("shop", "first");
        var again = fixture.Lambda.PublishVersion("shop", "second");
        Assert.Equal(("1", "first"), (again.Version, again.Definition.Description));
        Assert.Equal(first.RevisionId, again.RevisionId);
    }

    [Fact]
    public async Task Publish_AfterADescriptionOfLatest_MakesANewVersion()
    {
        await using var fixture = new LambdaFixture();
        fixture.Lambda.PublishVersion("shop");
        fixture.Lambda.UpdateFunctionConfiguration("shop", definition => definition with { Description = "new words" });
        Assert.Equal("2", fixture.Lambda.PublishVersion("shop").Version);
    }

    [Fact]
    public async Task Publish_AfterAnUpdateThatChangedNothing_MakesNone()
    {
        await using var fixture = new LambdaFixture();
        fixture.Lambda.PublishVersion("shop");
        fixture.Lambda.UpdateFunctionConfiguration("shop", definition => definition);
        Assert.Equal("1", fixture.Lambda.PublishVersion("shop").Version);
    }

    [Fact]
    public async Task Publish_AfterNewCode_MakesANewVersionAndLeavesTheOldOne()
    {
        await using var fixture = new LambdaFixture();
        var first = fixture.Lambda.PublishVersion("shop");
        File.WriteAllText(Path.Combine(fixture.CodeDirectory, "bootstrap"), "two");
        fixture.Lambda.UpdateFunctionCode("shop", fixture.CodeDirectory);
        var second = fixture.Lambda.PublishVersion("shop");
        Assert.Equal("2", second.Version);
        Assert.NotEqual(first.CodeSha256, second.CodeSha256);
        Assert.Equal(first, fixture.Lambda.GetFunctionConfiguration("shop", "1"));
    }

    [Fact]
    public async Task Publish_AfterTheLastVersionWasDeleted_DoesNotReuseItsNumber()
    {
        await using var fixture = new LambdaFixture();
        fixture.Lambda.PublishVersion("shop");
        fixture.Lambda.DeleteFunction("shop", "1");
        Assert.Equal("2", fixture.Lambda.PublishVersion("shop").Version);
    }

    [Fact]
    public async Task Publish_WrongCodeSha256_IsRefused()
    {
        await using var fixture = new LambdaFixture();
        var refusal = Assert.Throws<AwsException>(() => fixture.Lambda.PublishVersion("shop", codeSha256: "AAAA"));
        Assert.Equal((400, "InvalidParameterValueException"), (refusal.StatusCode, refusal.Code));
        Assert.StartsWith(
            "CodeSHA256 (AAAA) is different from current CodeSHA256 in $LATEST (", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Publish_RevisionThatPublishingRotated_Is412()
    {
        await using var fixture = new LambdaFixture();
        var revision = fixture.Lambda.GetFunctionConfiguration("shop").RevisionId;
        fixture.Lambda.PublishVersion("shop", revisionId: revision);
        var refusal = Assert.Throws<AwsException>(() => fixture.Lambda.PublishVersion("shop", revisionId: revision));
        Assert.Equal((412, "PreconditionFailedException"), (refusal.StatusCode, refusal.Code));
    }

    [Fact]
    public async Task CreateAlias_OnAFunction_LeavesItsRevision()
    {
        await using var fixture = new LambdaFixture();
        fixture.Publish();
        var revision = fixture.Lambda.GetFunctionConfiguration("shop").RevisionId;
        fixture.Lambda.CreateAlias("shop", "live", "1");
        Assert.Equal(revision, fixture.Lambda.GetFunctionConfiguration("shop").RevisionId);
    }

    [Fact]
    public async Task Publish_DuringAnUpdate_Is409UntilTheUpdateIsOver()
    {
        await using var fixture = new LambdaFixture(Slow);
        fixture.Lambda.UpdateFunctionConfiguration("shop", definition => definition with { MemoryMb = 256 });
        Assert.Equal("InProgress", fixture.Lambda.GetFunctionConfiguration("shop").LastUpdateStatus);
        var refusal = Assert.Throws<AwsException>(() => fixture.Lambda.PublishVersion("shop"));
        Assert.Equal((409, "ResourceConflictException"), (refusal.StatusCode, refusal.Code));
        Assert.Equal(
            "The operation cannot be performed at this time. An update is in progress for resource: " + LambdaFixture.Arn,
            refusal.Message);
        await fixture.Clock.RunUntilAsync(fixture.Clock.GetUtcNow() + Slow.UpdateDelay);
        Assert.Equal("Successful", fixture.Lambda.GetFunctionConfiguration("shop").LastUpdateStatus);
        Assert.Equal("1", fixture.Lambda.PublishVersion("shop").Version);
    }

    [Fact]
    public async Task Publish_WithADelay_IsPendingAndNeitherInvokedNorRoutedTo()
    {
        await using var fixture = new LambdaFixture(Slow);
        var pending = fixture.Lambda.PublishVersion("shop");
        Assert.Equal(("Pending", "Creating"), (pending.State, pending.StateReasonCode));
        var invoke = await Assert.ThrowsAsync<AwsException>(() => fixture.InvokeAsync("1"));
        var route = Assert.Throws<AwsException>(() => fixture.Lambda.CreateAlias("shop", "live", "1"));
        foreach (var refusal in new[] { invoke, route })
        {
            Assert.Equal((409, "ResourceConflictException"), (refusal.StatusCode, refusal.Code));
            Assert.Equal(
                "The operation cannot be performed at this time. The function is currently in the following state: Pending",
                refusal.Message);
        }
        await fixture.Clock.RunUntilAsync(fixture.Clock.GetUtcNow() + Slow.PublishDelay);
        var active = fixture.Lambda.GetFunctionConfiguration("shop", "1");
        Assert.Equal(("Active", "Successful"), (active.State, active.LastUpdateStatus));
        Assert.Equal("\"1\"", await fixture.InvokeAsync("1"));
    }

    [Fact]
    public async Task Publish_ThatFails_EndsAsFailed()
    {
        await using var fixture = new LambdaFixture(new FunctionLifecycle(PublishFailure: "The snapshot could not be taken."));
        var failed = fixture.Lambda.PublishVersion("shop");
        Assert.Equal(("Failed", "The snapshot could not be taken."), (failed.State, failed.StateReason));
        Assert.Equal(409, (await Assert.ThrowsAsync<AwsException>(() => fixture.InvokeAsync("1"))).StatusCode);
    }

    [Fact]
    public async Task Create_WithADelay_IsPendingAndItsRevisionChangesWithTheState()
    {
        await using var fixture = new LambdaFixture(new FunctionLifecycle(CreateDelay: TimeSpan.FromSeconds(5)));
        var pending = fixture.Lambda.GetFunctionConfiguration("shop");
        Assert.Equal("Pending", pending.State);
        Assert.Equal(409, Assert.Throws<AwsException>(() => fixture.Lambda.PublishVersion("shop")).StatusCode);
        Assert.Equal(409, (await Assert.ThrowsAsync<AwsException>(() => fixture.InvokeAsync())).StatusCode);
        await fixture.Clock.RunUntilAsync(fixture.Clock.GetUtcNow().AddSeconds(5));
        var active = fixture.Lambda.GetFunctionConfiguration("shop");
        Assert.Equal("Active", active.State);
        Assert.NotEqual(pending.RevisionId, active.RevisionId);
    }

    [Fact]
    public async Task Invoke_DuringAnUpdate_UsesThePreviousCode()
    {
        await using var fixture = new LambdaFixture(Slow);
        fixture.Environments.Behaviour = (_, _) => Task.FromResult<EnvironmentAnswer?>(
            ScriptedEnvironments.Say($"\"{fixture.Environments.Started}\""));
        Assert.Equal("\"1\"", await fixture.InvokeAsync());
        fixture.Lambda.UpdateFunctionConfiguration("shop", definition => definition with { MemoryMb = 256 });
        Assert.Equal("\"1\"", await fixture.InvokeAsync());
        await fixture.Clock.RunUntilAsync(fixture.Clock.GetUtcNow() + Slow.UpdateDelay);
        Assert.Equal("\"2\"", await fixture.InvokeAsync());
    }
}
