using Canary.Errors;
using Canary.Rollouts;
using Canary.States;
using Canary.Tests.Rollouts;

namespace Canary.Tests.States;

public class PublishVersionTests
{
    private static readonly Rollout Published =
        PublishVersion.Published(Given.Planned(), new("4", "hash", "Pending", null, null), Given.Time);

    [Fact]
    public void Published_OtherCodeThanWanted_SaysSo() =>
        Assert.Throws<VersionFailed>(() => PublishVersion.Published(
            Given.With(Given.Planned(), plan => plan with { CodeSha256 = "wanted" }),
            new("4", "hash", "Active", null, null),
            Given.Time));

    [Fact]
    public void Published_TheNamedVersionIsGone_SaysSo() =>
        Assert.Throws<VersionFailed>(
            () => PublishVersion.Published(
                Given.With(Given.Planned(), plan => plan with { TargetVersion = "4" }), null, Given.Time));
}
