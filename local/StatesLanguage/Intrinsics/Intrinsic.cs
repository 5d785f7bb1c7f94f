using System.Text.Json.Nodes;

namespace Canary.StatesLanguage.Intrinsics;

/// <summary>An intrinsic function.</summary>
/// <param name="Name">With its prefix <c>States.</c>.</param>
/// <param name="MinArguments">How many arguments it needs.</param>
/// <param name="MaxArguments">How many it accepts.</param>
/// <param name="Compute">What it does; throws <see cref="IntrinsicFault"/>.</param>
internal sealed record Intrinsic(string Name, int MinArguments, int MaxArguments, Func<JsonNode?[], JsonNode?> Compute);
