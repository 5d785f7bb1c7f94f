using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using Canary.Aliases;
using Canary.EndToEnd.Tests.Safety.Plays;
using Canary.Local.Lambda.Model;

namespace Canary.EndToEnd.Tests.Safety.Worlds;

/// <summary>
/// Those who say a word to a rollout: through the Lambdas for it, or straight at the alias. Each has a name of their own.
/// </summary>
internal sealed class Speaker(World world)
{
    private int _words;

    /// <summary>Says a word to the rollout that holds the alias, or through the Lambdas to the one that is named.</summary>
    public void Say(Act act, string execution)
    {
        var by = $"person-{Interlocked.Increment(ref _words)}";
        if (act.Voice is Voice.ByHand or Voice.Curtly) WriteBehindTheMark(TextOf(act, by));
        else
        {
            var lambda = World.NameOf(act.Deed is Deed.Approve or Deed.Reject ? "Approve" : "Control");
            world.Aws.Lambda.InvokeLater(lambda, null, Encoding.UTF8.GetBytes(RequestOf(act, by, execution).ToJsonString()));
        }
    }

    /// <summary>What is no word.</summary>
    public void Mumble() => WriteBehindTheMark("is this still needed?");

    /// <summary>A word without a look at the alias.</summary>
    public void Shout(string execution) => Write(new(null, $"{Hold.Of(execution)}; pause for 20 s by a stranger"));

    /// <summary>Another version, and a word, as if the rollout had asked for it.</summary>
    public void Smuggle()
    {
        if (Mark is { } mark) Write(new(World.Third, $"{mark}; promote by mallory", new Dictionary<string, double>()));
    }

    private string? Mark => Hold.HolderOf(world.Current.Description) is { } holder ? Hold.Of(holder) : null;

    private string TextOf(Act act, string by)
    {
        var word = WordOf(act.Deed) + (act.Seconds > 0 ? $" for {act.Seconds} s" : "");
        return act.Voice == Voice.Curtly
            ? word
            : string.Create(CultureInfo.InvariantCulture, $"{word} by {by} at {world.Clock.GetUtcNow():HH:mm:ss}: a test");
    }

    private static JsonObject RequestOf(Act act, string by, string execution)
    {
        var request = new JsonObject { ["by"] = by, ["reason"] = "a test" };
        if (act.Voice == Voice.ByExecution) request["execution"] = execution;
        else (request["function"], request["alias"]) = (World.Function, World.Alias);
        if (act.Deed is Deed.Approve or Deed.Reject) request["approve"] = act.Deed == Deed.Approve;
        else request["word"] = WordOf(act.Deed);
        if (act.Seconds > 0) request["seconds"] = act.Seconds;
        return request;
    }

    // Who sees no mark has nobody to say it to.
    private void WriteBehindTheMark(string text)
    {
        if (Mark is { } mark) Write(new(null, $"{mark}; {text}"));
    }

    private void Write(AliasUpdate change) =>
        world.Aws.Lambda.UpdateAlias(World.Function, World.Alias, change);

    private static string WordOf(Deed deed) => deed.ToString().ToLowerInvariant();
}
