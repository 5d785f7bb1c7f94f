using System.Text.Json;
using System.Text.Json.Serialization;

namespace Canary.Rollouts.Plans;

/// <summary>Writes a choice of the input as the input writes it, such as <c>promote</c>.</summary>
internal sealed class InputWordConverter<T>() : JsonStringEnumConverter<T>(JsonNamingPolicy.CamelCase, allowIntegerValues: false)
    where T : struct, Enum;
