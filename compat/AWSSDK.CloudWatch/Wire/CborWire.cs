#nullable enable
using System.Formats.Cbor;
using Amazon.Compat;
using Amazon.Util;

namespace Amazon.CloudWatch.Wire;

/// <summary>CBOR to bytes, and bytes to plain objects: dictionaries, lists, strings, numbers, booleans and times.</summary>
internal sealed class CborWire : WireWriter
{
    /// <summary>Canonical, as the official package writes: keys in order of length, lengths up front.</summary>
    private readonly CborWriter _cbor = new(CborConformanceMode.Canonical, convertIndefiniteLengthEncodings: true);

    private CborWire()
    {
    }

    public static byte[] Encode(IShape shape)
    {
        var wire = new CborWire();
        wire.Map(() => shape.Map(new Writing(wire)));
        return wire._cbor.Encode();
    }

    /// <exception cref="FormatException">The body is not one CBOR map.</exception>
    public static IReadOnlyDictionary<string, object?> Decode(byte[] body)
    {
        if (body.Length == 0)
        {
            return new Dictionary<string, object?>();
        }

        try
        {
            var plain = Plain(new CborReader(body, CborConformanceMode.Lax));
            return plain as Dictionary<string, object?> ?? throw new FormatException("The answer is not a CBOR map.");
        }
        catch (CborContentException fault)
        {
            throw new FormatException("The answer is not CBOR.", fault);
        }
    }

    public override void Key(string name) => _cbor.WriteTextString(name);

    public override void Text(string value) => _cbor.WriteTextString(value);

    public override void Flag(bool value) => _cbor.WriteBoolean(value);

    public override void Whole(long value) => _cbor.WriteInt64(value);

    /// <summary>The shortest form without loss, but never a half: Smithy knows only 32 and 64 bits.</summary>
    public override void Number(double value)
    {
        if (double.IsInteger(value) && Math.Abs(value) < long.MaxValue)
        {
            _cbor.WriteInt64((long)value);
        }
        else if (double.IsFinite(value) && (float)value == value)
        {
            var bytes = new byte[5];
            bytes[0] = 0xFA;
            System.Buffers.Binary.BinaryPrimitives.WriteSingleBigEndian(bytes.AsSpan(1), (float)value);
            _cbor.WriteEncodedValue(bytes);
        }
        else
        {
            _cbor.WriteDouble(value);
        }
    }

    public override void Time(DateTime value)
    {
        _cbor.WriteTag(CborTag.UnixTimeSeconds);
        Number(AWSSDKUtils.ConvertToUnixEpochSecondsDouble(value));
    }

    public override void Bytes(byte[] value) => _cbor.WriteByteString(value);

    public override void Map(Action members)
    {
        _cbor.WriteStartMap(null);
        members();
        _cbor.WriteEndMap();
    }

    public override void List(int count, Action items)
    {
        _cbor.WriteStartArray(count);
        items();
        _cbor.WriteEndArray();
    }

    private static object? Plain(CborReader cbor)
    {
        switch (cbor.PeekState())
        {
            case CborReaderState.StartMap: return Members(cbor);
            case CborReaderState.StartArray: return Items(cbor);
            case CborReaderState.TextString or CborReaderState.StartIndefiniteLengthTextString: return cbor.ReadTextString();
            case CborReaderState.ByteString or CborReaderState.StartIndefiniteLengthByteString: return cbor.ReadByteString();
            case CborReaderState.UnsignedInteger: return cbor.ReadUInt64() is var whole && whole <= long.MaxValue ? (long)whole : (double)whole;
            case CborReaderState.NegativeInteger: return cbor.ReadInt64();
            case CborReaderState.HalfPrecisionFloat or CborReaderState.SinglePrecisionFloat or CborReaderState.DoublePrecisionFloat: return cbor.ReadDouble();
            case CborReaderState.Boolean: return cbor.ReadBoolean();
            case CborReaderState.Tag: return Tagged(cbor);
            default:
                cbor.SkipValue();
                return null;
        }
    }

    private static Dictionary<string, object?> Members(CborReader cbor)
    {
        var members = new Dictionary<string, object?>();
        cbor.ReadStartMap();
        while (cbor.PeekState() != CborReaderState.EndMap)
        {
            members[cbor.ReadTextString()] = Plain(cbor);
        }

        cbor.ReadEndMap();
        return members;
    }

    /// <summary>
    /// A list of numbers or of times is one of doubles or of moments: an answer of GetMetricData has thousands of both.
    /// </summary>
    private static object Items(CborReader cbor)
    {
        cbor.ReadStartArray();
        var (times, numbers, items) = (new List<DateTime>(), new List<double>(), new List<object?>());
        for (var state = cbor.PeekState(); state != CborReaderState.EndArray; state = cbor.PeekState())
        {
            if (state == CborReaderState.DoublePrecisionFloat && times.Count + items.Count == 0)
            {
                numbers.Add(cbor.ReadDouble());
            }
            else if (state == CborReaderState.Tag
                && cbor.PeekTag() == CborTag.UnixTimeSeconds
                && numbers.Count + items.Count == 0)
            {
                cbor.ReadTag();
                times.Add(Moment(cbor));
            }
            else
            {
                items.AddRange(times.Cast<object?>().Concat(numbers.Cast<object?>()));
                times.Clear();
                numbers.Clear();
                items.Add(Plain(cbor));
            }
        }

        cbor.ReadEndArray();
        return times.Count > 0 ? times : numbers.Count > 0 ? numbers : items;
    }

    private static DateTime Moment(CborReader cbor) => cbor.PeekState() == CborReaderState.DoublePrecisionFloat
        ? AWSSDKUtils.ConvertFromUnixDoubleEpochSeconds(cbor.ReadDouble())
        : Kinds.Time.Read(Plain(cbor)!).GetValueOrDefault();

    private static object? Tagged(CborReader cbor) => cbor.ReadTag() == CborTag.UnixTimeSeconds ? Moment(cbor) : Plain(cbor);
}
