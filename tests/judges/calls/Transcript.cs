using System.Text.Json.Nodes;
using Amazon.Runtime;

namespace Canary.Calls;

/// <summary>Makes calls and writes a line for each: what was asked, and the parsed answer or the error's type.</summary>
public sealed class Transcript(TextWriter output)
{
    /// <summary>Makes a call.</summary>
    /// <param name="what">Its name in the transcript; no two are the same.</param>
    /// <param name="call">Makes it.</param>
    /// <returns>The answer; null when it was refused.</returns>
    public async Task<T?> MakeAsync<T>(string what, Func<Task<T>> call)
        where T : AmazonWebServiceResponse
    {
        ArgumentNullException.ThrowIfNull(call);
        var line = new JsonObject { ["call"] = what };
        T? answer = null;
        try
        {
            answer = await call();
            (line["status"], line["answer"]) = ((int)answer.HttpStatusCode, Shape.Of(answer));
        }
        catch (AmazonServiceException refusal)
        {
            (line["status"], line["error"], line["type"]) = ((int)refusal.StatusCode, refusal.ErrorCode, refusal.GetType().Name);
        }
        catch (AmazonClientException fault)
        {
            // The client could make nothing of the answer.
            line["type"] = fault.GetType().Name;
        }
        await output.WriteLineAsync(line.ToJsonString());
        return answer;
    }
}
