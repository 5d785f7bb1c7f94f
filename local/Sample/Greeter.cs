using System.Text.Json;

namespace Canary.Sample;

/// <summary>The function itself: greets whom the event names, and fails as often as it was told to.</summary>
public sealed class Greeter(SampleSettings settings)
{
    private decimal _owed;

    /// <param name="invocation">The event: <c>{"name": …}</c>; without a name the world is greeted.</param>
    /// <exception cref="GreetingFailedException">It was this request's turn to fail.</exception>
    public async Task<Stream> GreetAsync(Stream invocation)
    {
        using var input = await JsonDocument.ParseAsync(invocation);
        var name = input.RootElement.ValueKind == JsonValueKind.Object && input.RootElement.TryGetProperty("name", out var named)
            ? named.ToString()
            : "world";
        if (settings.Latency > TimeSpan.Zero) await Task.Delay(settings.Latency, TimeProvider.System);
        if (settings.Crash) Environment.Exit(3);
        // Not at random: at 0.2 each fifth request fails, so that a demo shows what it announces.
        _owed += settings.ErrorRate;
        if (_owed >= 1)
        {
            _owed -= 1;
            throw new GreetingFailedException(
                $"Version {settings.Version} has lost its voice (ERROR_RATE is {settings.ErrorRate}).");
        }
        return Answer(name);
    }

    private MemoryStream Answer(string name)
    {
        var answer = new MemoryStream();
        using (var json = new Utf8JsonWriter(answer))
        {
            json.WriteStartObject();
            json.WriteString("version", settings.Version);
            json.WriteString("greeting", $"Hello, {name}!");
            json.WriteEndObject();
        }
        answer.Position = 0;
        return answer;
    }
}
