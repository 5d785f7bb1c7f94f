using System.Text.Json;

namespace Canary.Sample;

/// <summary>The function itself: greets whom the event names, and fails as often as it was told to.</summary>
/// <param name="settings">What it was told.</param>
/// <param name="logs">Where a line becomes an event of the function's log.</param>
/// <param name="time">Stamps what is logged.</param>
public sealed class Greeter(SampleSettings settings, TextWriter logs, TimeProvider time)
{
    private decimal _owed;

    /// <param name="invocation">The event: <c>{"name": …}</c>; without a name the world is greeted.</param>
    /// <exception cref="GreetingFailedException">It was this request's turn to fail, by an error.</exception>
    public async Task<Stream> GreetAsync(Stream invocation)
    {
        using var input = await JsonDocument.ParseAsync(invocation);
        var name = input.RootElement.ValueKind == JsonValueKind.Object && input.RootElement.TryGetProperty("name", out var named)
            ? named.ToString()
            : "world";
        if (settings.Latency > TimeSpan.Zero) await Task.Delay(settings.Latency, time);
        if (settings.Crash) Environment.Exit(3);
        var fails = IsToFail();
        if (settings.FailsAs != FailureKind.Error)
        {
            // Of each request, so that a version without failures has the metric too.
            logs.WriteLine(EmbeddedMetrics.Line(settings, fails, time.GetUtcNow()));
            return settings.FailsAs == FailureKind.Http ? HttpAnswer(fails) : BatchAnswer(input.RootElement, fails);
        }
        if (fails)
            throw new GreetingFailedException(
                $"Version {settings.Version} has lost its voice (ERROR_RATE is {settings.ErrorRate}).");
        return Answer(name);
    }

    // Not at random: at 0.2 each fifth request fails, so that a demo shows what it announces.
    private bool IsToFail()
    {
        _owed += settings.ErrorRate;
        if (_owed < 1) return false;
        _owed -= 1;
        return true;
    }

    // A web framework's way: whatever went wrong becomes an answer, which Lambda takes for a success.
    private static MemoryStream HttpAnswer(bool fails) => Json(json => json.WriteNumber("statusCode", fails ? 500 : 200));

    // All messages go back to the queue; to Lambda that is a success too.
    private static MemoryStream BatchAnswer(JsonElement invocation, bool fails) => Json(json =>
    {
        json.WriteStartArray("batchItemFailures");
        foreach (var message in fails ? [.. invocation.GetProperty("Records").EnumerateArray()] : Array.Empty<JsonElement>())
        {
            json.WriteStartObject();
            json.WriteString("itemIdentifier", message.GetProperty("messageId").GetString());
            json.WriteEndObject();
        }
        json.WriteEndArray();
    });

    private MemoryStream Answer(string name) => Json(json =>
    {
        json.WriteString("version", settings.Version);
        json.WriteString("greeting", $"Hello, {name}!");
    });

    private static MemoryStream Json(Action<Utf8JsonWriter> write)
    {
        var answer = new MemoryStream();
        using (var json = new Utf8JsonWriter(answer))
        {
            json.WriteStartObject();
            write(json);
            json.WriteEndObject();
        }
        answer.Position = 0;
        return answer;
    }
}
