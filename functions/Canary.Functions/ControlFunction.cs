using System.Text.Json;
using Amazon.Lambda.Annotations;
using Amazon.Lambda.Core;
using Canary.Answers;
using Canary.Functions.Hosting;
using Canary.Functions.Waits;
using Canary.Functions.Writes;

namespace Canary.Functions;

/// <summary>Takes a person's word to a rollout: pause, resume, skip, promote or abort.</summary>
public sealed class ControlFunction(WordWriter words, TimeProvider time)
{
    /// <summary>
    /// Not a state: people and their tools invoke it. What is wrong with their word is an answer,
    /// for a fault would show them a stack trace.
    /// </summary>
    [LambdaFunction]
    public async Task<WordAnswer> Control(JsonElement input, ILambdaContext context) => context.Log(await words.GiveAsync(
        input, approves: false, new Patience(context, time, input.ToString(), WordWriter.LongestWait)));
}
