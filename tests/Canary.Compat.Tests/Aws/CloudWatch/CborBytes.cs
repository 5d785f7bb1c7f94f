using System.Formats.Cbor;

namespace Canary.Compat.Tests.Aws.CloudWatch;

/// <summary>
/// Writes a CloudWatch's answers and prints the requests to it, in RFC 8949's diagnostic notation.
/// Knows nothing of the code under test.
/// </summary>
internal static class CborBytes
{
    public static byte[] Map(params (string Name, object Value)[] members)
    {
        var cbor = new CborWriter();
        Write(cbor, members);
        return cbor.Encode();
    }

    public static string Text(byte[] body)
    {
        var cbor = new CborReader(body);
        var text = Read(cbor);
        Assert.Equal(0, cbor.BytesRemaining);
        return text;
    }

    private static void Write(CborWriter cbor, object value)
    {
        switch (value)
        {
            case string text: cbor.WriteTextString(text); break;
            case bool flag: cbor.WriteBoolean(flag); break;
            case int whole: cbor.WriteInt32(whole); break;
            case ulong whole: cbor.WriteUInt64(whole); break;
            case double number: cbor.WriteDouble(number); break;
            case Half half: cbor.WriteHalf(half); break;
            case DateTimeOffset time: cbor.WriteUnixTimeSeconds(time.ToUnixTimeMilliseconds() / 1000.0); break;
            case (string Name, object Value)[] members:
                // The service streams: its maps and lists have no length up front.
                cbor.WriteStartMap(null);
                foreach (var (name, member) in members)
                {
                    cbor.WriteTextString(name);
                    Write(cbor, member);
                }

                cbor.WriteEndMap();
                break;
            case object[] items:
                cbor.WriteStartArray(null);
                foreach (var item in items)
                {
                    Write(cbor, item);
                }

                cbor.WriteEndArray();
                break;
            default: cbor.WriteNull(); break;
        }
    }

    private static string Read(CborReader cbor) => cbor.PeekState() switch
    {
        CborReaderState.TextString => $"\"{cbor.ReadTextString()}\"",
        CborReaderState.UnsignedInteger or CborReaderState.NegativeInteger => FormattableString.Invariant($"{cbor.ReadInt64()}"),
        CborReaderState.SinglePrecisionFloat => FormattableString.Invariant($"{cbor.ReadSingle()}f32"),
        CborReaderState.DoublePrecisionFloat => FormattableString.Invariant($"{cbor.ReadDouble()}f64"),
        CborReaderState.Boolean => cbor.ReadBoolean() ? "true" : "false",
        CborReaderState.Tag => $"{(ulong)cbor.ReadTag()}({Read(cbor)})",
        CborReaderState.StartMap => $"{{{string.Join(",", Members(cbor, cbor.ReadStartMap()).Order(StringComparer.Ordinal))}}}",
        CborReaderState.StartArray => $"[{string.Join(",", Items(cbor, cbor.ReadStartArray()))}]",
        var other => throw new InvalidOperationException($"A request has no business to hold a {other}."),
    };

    private static List<string> Members(CborReader cbor, int? count)
    {
        Assert.NotNull(count);
        var members = new List<string>();
        while (cbor.PeekState() != CborReaderState.EndMap)
        {
            members.Add($"{cbor.ReadTextString()}:{Read(cbor)}");
        }

        cbor.ReadEndMap();
        return members;
    }

    private static List<string> Items(CborReader cbor, int? count)
    {
        Assert.NotNull(count);
        var items = new List<string>();
        while (cbor.PeekState() != CborReaderState.EndArray)
        {
            items.Add(Read(cbor));
        }

        cbor.ReadEndArray();
        return items;
    }
}
