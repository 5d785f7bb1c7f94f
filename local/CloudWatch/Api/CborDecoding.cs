using System.Formats.Cbor;
using Canary.Local.CloudWatch.Errors;
using Canary.Local.Wire.Protocols;

namespace Canary.Local.CloudWatch.Api;

/// <summary>CBOR into the neutral tree.</summary>
internal static class CborDecoding
{
    /// <summary>As deep as JSON may be. Without a cap a small body could use up the stack, which ends the process.</summary>
    private const int MaximumDepth = 64;

    public static object? Value(CborReader cbor, int depth = 0)
    {
        switch (cbor.PeekState())
        {
            case CborReaderState.StartMap or CborReaderState.StartArray when depth == MaximumDepth:
                throw CloudWatchErrors.Serialization($"The body is nested more than {MaximumDepth} deep.");
            case CborReaderState.StartMap: return Map(cbor, depth);
            case CborReaderState.StartArray: return List(cbor, depth);
            case CborReaderState.TextString or CborReaderState.StartIndefiniteLengthTextString: return cbor.ReadTextString();
            case CborReaderState.UnsignedInteger or CborReaderState.NegativeInteger: return cbor.ReadInt64();
            case CborReaderState.HalfPrecisionFloat
                or CborReaderState.SinglePrecisionFloat
                or CborReaderState.DoublePrecisionFloat:
                return cbor.ReadDouble();
            case CborReaderState.Boolean: return cbor.ReadBoolean();
            case CborReaderState.Tag: return Tagged(cbor);
            case CborReaderState.Null:
                cbor.ReadNull();
                return null;
            case CborReaderState.SimpleValue when cbor.ReadSimpleValue() == CborSimpleValue.Undefined: return null;
            case var other:
                throw CloudWatchErrors.Serialization($"The body holds {other}, which CloudWatch's model does not use.");
        }
    }

    private static DateTimeOffset Tagged(CborReader cbor) => cbor.PeekTag() == CborTag.UnixTimeSeconds
        ? cbor.ReadUnixTimeSeconds()
        : throw CloudWatchErrors.Serialization(
            $"The body holds CBOR tag {(ulong)cbor.PeekTag()}, which CloudWatch's model does not use.");

    private static WireMap Map(CborReader cbor, int depth)
    {
        var map = new WireMap();
        cbor.ReadStartMap();
        while (cbor.PeekState() != CborReaderState.EndMap) map.Add(cbor.ReadTextString(), Value(cbor, depth + 1));
        cbor.ReadEndMap();
        return map;
    }

    private static List<object> List(CborReader cbor, int depth)
    {
        var list = new List<object>();
        cbor.ReadStartArray();
        while (cbor.PeekState() != CborReaderState.EndArray)
        {
            if (Value(cbor, depth + 1) is { } item) list.Add(item);
        }
        cbor.ReadEndArray();
        return list;
    }
}
