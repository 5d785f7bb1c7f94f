using Canary.EndToEnd.Tests.Safety.Plays;
using Canary.EndToEnd.Tests.Safety.Reports;
using Canary.Local.CloudWatch.Model;
using Canary.Local.Lambda.Model;

namespace Canary.EndToEnd.Tests.Safety.Worlds;

/// <summary>The functions of a world: the one that is released with its alias and alarm, hooks, and a bystander.</summary>
internal static class Cast
{
    public static void Add(World world, Script script, string code)
    {
        var lambda = world.Aws.Lambda;
        foreach (var word in Enum.GetValues<HookWord>()) lambda.CreateFunction(new FunctionDefinition(
            World.HookName(word), "dotnet10", "Hook", code)
        { Role = "arn:aws:iam::123456789012:role/hook" });
        var definition =
            new FunctionDefinition(World.Function, "dotnet10", "Orders", code) { Role = "arn:aws:iam::123456789012:role/orders" };
        lambda.CreateFunction(definition, publish: true);
        Release("2");
        lambda.PublishVersion(World.Function);
        if (script.HasAlias)
        {
            lambda.CreateAlias(World.Function, World.Alias, World.Third, World.Description);
            // So that a read that lags shows an alias, and another version on it.
            lambda.UpdateAlias(World.Function, World.Alias, new(World.Stable));
        }
        else
        {
            world.Changes.AddRange(Enumerable.Repeat(
                new Change(world.Clock.GetUtcNow(), null, null, null, new(new(World.Nothing), World.Nothing)), 2));
        }
        lambda.SetLifecycle(World.Function, new FunctionLifecycle(ProvisioningDelay: TimeSpan.FromSeconds(70)));
        if (script is { HasAlias: true, Provisioned: > 0 })
            lambda.PutProvisionedConcurrency(World.Function, World.Alias, script.Provisioned);
        if (script.HasChanged) Release("3");
        lambda.CreateFunction(new FunctionDefinition(World.Bystander, "dotnet10", "Payments", code)
        {
            Role = "arn:aws:iam::123456789012:role/payments",
        }, publish: true);
        lambda.UpdateFunctionConfiguration(World.Bystander, was => was with { MemoryMb = 256 });
        lambda.PublishVersion(World.Bystander);
        lambda.CreateAlias(World.Bystander, World.Alias, "2", World.Description);
        lambda.PublishVersion(World.Own);
        lambda.CreateAlias(World.Own, World.Alias, "1", World.Description);
        world.Aws.CloudWatch.PutMetricAlarm(new MetricAlarmConfiguration
        {
            Name = World.Alarm,
            Namespace = "Test",
            MetricName = "Errors",
            Statistic = "Sum",
            Period = 60,
            EvaluationPeriods = 1,
            Threshold = 0,
            ComparisonOperator = "GreaterThanThreshold",
            // So that it stays in the state that its last value put it in.
            TreatMissingData = "ignore",
        });
        world.PutErrors(0);

        void Release(string number) => lambda.UpdateFunctionConfiguration(
            World.Function, was => was with { Environment = new Dictionary<string, string> { ["RELEASE"] = number } });
    }
}
