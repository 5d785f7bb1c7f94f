using System.Text.Json;
using System.Text.Json.Nodes;
using Amazon.Lambda.Model;
using Canary.Cli.CommandLine;

namespace Canary.Cli.Aws;

/// <summary>Invokes the stack's functions by name.</summary>
internal sealed class StackFunctions(AwsAccess aws, Stack stack)
{
    /// <summary>What a function answers.</summary>
    /// <exception cref="CommandFault">There is no such function, or it failed.</exception>
    public async Task<JsonElement> InvokeAsync(string function, JsonObject payload, CancellationToken cancellationToken)
    {
        try
        {
            var answer = await aws.Lambda.InvokeAsync(
                new InvokeRequest { FunctionName = function, Payload = Output.Line(payload) }, cancellationToken);
            using var told = JsonDocument.Parse(answer.Payload is { Length: > 0 } bytes ? bytes.ToArray() : "null"u8.ToArray());
            return answer.FunctionError is null or ""
                ? told.RootElement.Clone()
                : throw CommandFault.Unreachable($"{function} failed: {Failure(told.RootElement)}");
        }
        catch (ResourceNotFoundException missing)
        {
            throw CommandFault.Unreachable(
                $"There is no function {function} in {stack.Place}. Deploy Canary there, or say --stack or --region.", missing);
        }
    }

    private static string Failure(JsonElement told) =>
        told.ValueKind == JsonValueKind.Object && told.TryGetProperty("errorMessage", out var message)
            ? told.TryGetProperty("errorType", out var type) ? $"{type}: {message}" : $"{message}"
            : told.ToString();
}
