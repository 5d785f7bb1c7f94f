using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Canary.StatesLanguage.Data;
using Canary.StatesLanguage.Json;

namespace Canary.StatesLanguage.Intrinsics;

/// <summary>A call of an intrinsic function.</summary>
/// <param name="Text">As the definition has it.</param>
/// <param name="Function">What it computes.</param>
/// <param name="Arguments">Literals, paths and calls.</param>
internal sealed record IntrinsicCall(string Text, Intrinsic Function, ImmutableArray<Expression> Arguments) : Expression
{
    /// <inheritdoc/>
    public override JsonNode? Evaluate(StateData data)
    {
        try
        {
            return Function.Compute([.. Arguments.Select(argument => Value(argument, data))]);
        }
        catch (IntrinsicFault fault)
        {
            throw new RuntimeFault($"The function '{Text}' had the following error: {fault.Message}");
        }
    }

    private static JsonNode? Value(Expression argument, StateData data) => argument switch
    {
        FieldPath path when !data.TryRead(path.Path, out _) =>
            throw new IntrinsicFault(
                $"The JsonPath argument for the field '{path.Path.Text}' could not be found in the "
                + $"input '{JsonText.Write(data.Input)}'"),
        _ => argument.Evaluate(data),
    };
}
