using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Canary.Local.Sqs.Model;

/// <summary>A message's attribute: what a sender says about it besides its body.</summary>
/// <param name="DataType"><c>String</c>, <c>Number</c> or <c>Binary</c>, with a label of the sender's own behind a dot.</param>
/// <param name="Text">Of the first two.</param>
/// <param name="Bytes">Of the third.</param>
public sealed record MessageAttributeValue(string DataType, string? Text, byte[]? Bytes = null)
{
    /// <summary>
    /// The digest that clients compare with their own (SQS developer guide, "Calculating the MD5 message digest for message
    /// attributes").
    /// </summary>
    public static string Digest(IReadOnlyDictionary<string, MessageAttributeValue> attributes)
    {
        var buffer = new MemoryStream();
        foreach (var (name, attribute) in attributes.OrderBy(one => one.Key, StringComparer.Ordinal))
        {
            Write(buffer, Encoding.UTF8.GetBytes(name));
            Write(buffer, Encoding.UTF8.GetBytes(attribute.DataType));
            buffer.WriteByte(attribute.Bytes is null ? (byte)1 : (byte)2);
            Write(buffer, attribute.Bytes ?? Encoding.UTF8.GetBytes(attribute.Text ?? ""));
        }
        return Md5(buffer.ToArray());
    }

    /// <summary>The same of a body.</summary>
    public static string Digest(string body) => Md5(Encoding.UTF8.GetBytes(body));

    /// <summary>What it adds to a message's size, but for its name.</summary>
    internal int Size => Encoding.UTF8.GetByteCount(DataType) + (Bytes?.Length ?? Encoding.UTF8.GetByteCount(Text ?? ""));

    private static void Write(MemoryStream buffer, byte[] value)
    {
        Span<byte> length = stackalloc byte[4];
        BinaryPrimitives.WriteInt32BigEndian(length, value.Length);
        buffer.Write(length);
        buffer.Write(value);
    }

    // SQS's own choice: it guards against a broken wire, not against people.
#pragma warning disable CA5351
    private static string Md5(byte[] bytes) => Convert.ToHexStringLower(MD5.HashData(bytes));
#pragma warning restore CA5351
}
