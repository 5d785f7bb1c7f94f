using System.Globalization;

namespace Canary.Sample;

/// <summary>What makes one version of the sample good and another bad.</summary>
/// <param name="Version">The version that runs, as Lambda tells it.</param>
/// <param name="ErrorRate">The share of requests that fail: 0 to 1, from ERROR_RATE.</param>
/// <param name="Latency">How long an answer takes, from LATENCY_MS.</param>
/// <param name="Crash">Whether the process ends in the middle of a request, from CRASH.</param>
public sealed record SampleSettings(string Version, decimal ErrorRate, TimeSpan Latency, bool Crash)
{
    /// <summary>The function's name, as Lambda tells it.</summary>
    public string FunctionName { get; init; } = "";

    /// <summary>What a failed request looks like from outside, from FAILS_AS.</summary>
    public FailureKind FailsAs { get; init; }

    /// <exception cref="FormatException">A variable has a value that means nothing; the message names it.</exception>
    public static SampleSettings Read(Func<string, string?> variable)
    {
        ArgumentNullException.ThrowIfNull(variable);
        return new SampleSettings(
            variable("AWS_LAMBDA_FUNCTION_VERSION") ?? "$LATEST",
            Number(variable, "ERROR_RATE", most: 1, "a number from 0 to 1, such as 0.2"),
            TimeSpan.FromMilliseconds((double)Number(variable, "LATENCY_MS", most: 900_000, "milliseconds from 0 to 900000")),
            Flag(variable, "CRASH"))
        {
            FunctionName = variable("AWS_LAMBDA_FUNCTION_NAME") ?? "",
            FailsAs = variable("FAILS_AS") switch
            {
                null or "" or "error" => FailureKind.Error,
                "http" => FailureKind.Http,
                "batch" => FailureKind.Batch,
                var text => throw new FormatException($"FAILS_AS is '{text}': give error, http or batch."),
            },
        };
    }

    private static decimal Number(Func<string, string?> variable, string name, decimal most, string expected) =>
        variable(name) switch
        {
            null or "" => 0,
            var text when decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)
                && number <= most => number,
            var text => throw new FormatException($"{name} is '{text}': give {expected}."),
        };

    private static bool Flag(Func<string, string?> variable, string name) => variable(name) switch
    {
        null or "" or "false" => false,
        "true" => true,
        var text => throw new FormatException($"{name} is '{text}': give true or false."),
    };
}
