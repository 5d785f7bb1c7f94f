namespace Canary.Cli.Setup;

/// <summary>What a person can type against the embedded AWS: each line works as it stands.</summary>
internal static class Recipes
{
    private static readonly string Input = Sample.Rollout("\"deploymentConfig\":\"Canary10Percent5Minutes\"");

    /// <param name="endpoint">Where the embedded AWS listens.</param>
    /// <param name="region">Its Region.</param>
    /// <param name="start">What rollouts are started by: the ARN of the state machine's alias.</param>
    /// <param name="speed">How many simulated seconds pass in a real one.</param>
    public static string Text(Uri endpoint, string region, string start, double speed)
    {
        var aws = $"aws --endpoint-url {endpoint.GetLeftPart(UriPartial.Authority)}";
        var execution = start[..start.LastIndexOf(':')].Replace(":stateMachine:", ":execution:", StringComparison.Ordinal);
        var begin = $"{aws} stepfunctions start-execution --state-machine-arn {start} --input '{Input}'";
        var change = $"{aws} lambda update-function-configuration --function-name {Sample.Function}";
        var alarm = $"{aws} cloudwatch describe-alarms --alarm-names {Sample.Alarm}";
        var state = $"{alarm} --query 'MetricAlarms[].StateValue' --output text";
        return $$"""
            With the command canary, in another shell and any folder:
              export AWS_ENDPOINT_URL={{endpoint.GetLeftPart(UriPartial.Authority)}}
              canary init {{Sample.Function}}:{{Sample.Alias}} && canary start --watch

            With aws. Any credentials will do:
              export AWS_ACCESS_KEY_ID=local AWS_SECRET_ACCESS_KEY=local AWS_DEFAULT_REGION={{region}}

            Release $LATEST of the function {{Sample.Function}}, a good version, through the alias {{Sample.Alias}}:
              {{begin}} --name good-1

            Watch it: how it stands and its report at the end, each event so far, and where the alias sends its traffic:
              {{aws}} stepfunctions describe-execution --execution-arn {{execution}}:good-1
              {{aws}} stepfunctions get-execution-history --execution-arn {{execution}}:good-1
              {{aws}} lambda get-alias --function-name {{Sample.Function}} --name {{Sample.Alias}}

            Make $LATEST bad, so that each fifth request fails, and see it rolled back:
              {{change}} --environment 'Variables={RELEASE=3,ERROR_RATE=0.2}'
              {{begin}} --name bad-1
              {{alarm}}
              {{aws}} stepfunctions describe-execution --execution-arn {{execution}}:bad-1

            Make it good again, release it once the alarm is OK again, and stop it on the way. A rule restores the alias:
              {{change}} --environment 'Variables={RELEASE=4}'
              until {{state}} | grep -q OK; do sleep 1; done
              {{begin}} --name stopped-1
              {{aws}} stepfunctions stop-execution --execution-arn {{execution}}:stopped-1 --cause 'seen enough'
              {{aws}} lambda get-alias --function-name {{Sample.Function}} --name {{Sample.Alias}}
              {{aws}} events list-rules

            {{Clock(speed)}} Ctrl-C ends it all.
            """;
    }

    private static string Clock(double speed) => speed > 1
        ? FormattableString.Invariant(
            $"Time runs {speed:0.##} times as fast: a minute of a rollout takes {60 / speed:0.#} s; with --speed 1, a minute.")
        : "Time runs as it does on AWS. With --speed 20 a minute of a rollout takes 3 s.";
}
