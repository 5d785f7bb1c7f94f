using System.Buffers;
using System.Buffers.Binary;
using System.Text;
using Canary.Local.Wire.Protocols;

namespace Canary.Local.CloudWatch.Api;

/// <summary>
/// The neutral tree into CBOR. An answer of GetMetricData has thousands of numbers, so nothing here looks twice at what it
/// writes.
/// </summary>
internal static class CborEncoding
{
    // The kinds of RFC 8949, in the upper three bits of what begins an item.
    private const byte Unsigned = 0 << 5;
    private const byte Negative = 1 << 5;
    private const byte Text = 3 << 5;
    private const byte List = 4 << 5;
    private const byte Map = 5 << 5;
    private const byte False = 0xF4;
    private const byte True = 0xF5;
    private const byte Time = 0xC1;
    private const byte Double = 0xFB;

    public static ReadOnlyMemory<byte> Of(WireMap map)
    {
        var bytes = new ArrayBufferWriter<byte>(1024);
        Write(bytes, map);
        return bytes.WrittenMemory;
    }

    private static void Write(ArrayBufferWriter<byte> bytes, object value)
    {
        switch (value)
        {
            case string text: Write(bytes, text); break;
            case bool flag: Byte(bytes, flag ? True : False); break;
            case long number when number < 0: Head(bytes, Negative, (ulong)~number); break;
            case long number: Head(bytes, Unsigned, (ulong)number); break;
            case double number: Write(bytes, number); break;
            case DateTimeOffset moment:
                Byte(bytes, Time);
                Write(bytes, moment.ToUnixTimeMilliseconds() / 1000d);
                break;
            case WireMap map:
                Head(bytes, Map, (ulong)map.Count);
                foreach (var (name, member) in map)
                {
                    Write(bytes, name);
                    Write(bytes, member);
                }
                break;
            case IReadOnlyCollection<object> list:
                Head(bytes, List, (ulong)list.Count);
                foreach (var item in list) Write(bytes, item);
                break;
            default: throw new ArgumentException($"CloudWatch's answers have no {value.GetType()}.", nameof(value));
        }
    }

    private static void Write(ArrayBufferWriter<byte> bytes, string text)
    {
        var length = Encoding.UTF8.GetByteCount(text);
        Head(bytes, Text, (ulong)length);
        bytes.Advance(Encoding.UTF8.GetBytes(text, bytes.GetSpan(length)));
    }

    /// <summary>Always 64 bits: Smithy asks servers not to send 16.</summary>
    private static void Write(ArrayBufferWriter<byte> bytes, double number)
    {
        var span = bytes.GetSpan(1 + sizeof(double));
        span[0] = Double;
        BinaryPrimitives.WriteDoubleBigEndian(span[1..], number);
        bytes.Advance(1 + sizeof(double));
    }

    /// <summary>What begins an item: its kind with a number, in as few bytes as it takes.</summary>
    private static void Head(ArrayBufferWriter<byte> bytes, byte kind, ulong number)
    {
        var span = bytes.GetSpan(1 + sizeof(ulong));
        var (size, how) = number switch
        {
            < 24 => (0, (int)number),
            <= byte.MaxValue => (1, 24),
            <= ushort.MaxValue => (2, 25),
            <= uint.MaxValue => (4, 26),
            _ => (8, 27),
        };
        span[0] = (byte)(kind | how);
        for (var i = size; i > 0; i--, number >>= 8) span[i] = (byte)number;
        bytes.Advance(1 + size);
    }

    private static void Byte(ArrayBufferWriter<byte> bytes, byte one)
    {
        bytes.GetSpan(1)[0] = one;
        bytes.Advance(1);
    }
}
