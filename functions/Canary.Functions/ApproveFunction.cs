using System.Text.Json;
using Amazon.Lambda.Annotations;
using Amazon.Lambda.Core;
using Canary.Answers;
using Canary.Functions.Hosting;
using Canary.Functions.Waits;
using Canary.Functions.Writes;

namespace Canary.Functions;

/// <summary>Takes a person's word to a rollout that waits for one: approve or reject.</summary>
public sealed class ApproveFunction(WordWriter words, TimeProvider time)
{
    /// <summary>Not a state either: see <see cref="ControlFunction"/>. IAM tells who may do which of the two.</summary>
    [LambdaFunction]
    public async Task<WordAnswer> Approve(JsonElement input, ILambdaContext context) => context.Log(await words.GiveAsync(
        input, approves: true, new Patience(context, time, input.ToString(), WordWriter.LongestWait)));
}
