using System.Formats.Cbor;
using Canary.Local.CloudWatch.Api;
using Canary.Local.Wire.Protocols;

namespace Canary.Local.Tests.CloudWatch.Api;

public class CborEncodingTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(23)]
    [InlineData(24)]
    [InlineData(255)]
    [InlineData(256)]
    [InlineData(65_535)]
    [InlineData(65_536)]
    [InlineData(4_294_967_295)]
    [InlineData(4_294_967_296)]
    [InlineData(long.MaxValue)]
    [InlineData(-1)]
    [InlineData(-24)]
    [InlineData(-25)]
    [InlineData(-257)]
    [InlineData(long.MinValue)]
    public void Of_AWholeNumber_IsAsShortAsItCanBe(long number) =>
        Assert.Equal(Written(cbor => cbor.WriteInt64(number)), Encoded(number));

    [Theory]
    [InlineData(0)]
    [InlineData(23)]
    [InlineData(24)]
    [InlineData(300)]
    [InlineData(70_000)]
    public void Of_AText_HasItsLengthInBytes(int length)
    {
        var text = new string('é', length);

        Assert.Equal(Written(cbor => cbor.WriteTextString(text)), Encoded(text));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1.5)]
    [InlineData(double.NaN)]
    [InlineData(-1e300)]
    public void Of_ANumber_HasAlways64Bits(double number)
    {
        var body = Encoded(number);

        Assert.Equal(9 + 3, body.Length);
        Assert.Equal(number, Read(body, cbor => cbor.ReadDouble()));
    }

    [Fact]
    public void Of_AMoment_IsATaggedNumberOfSeconds()
    {
        var moment = new DateTimeOffset(2026, 1, 1, 9, 0, 0, 250, TimeSpan.Zero);

        Assert.Equal(moment, Read(Encoded(moment), cbor => cbor.ReadUnixTimeSeconds()));
    }

    [Fact]
    public void Of_ListsAndStructures_IsThemInTheirOrder() => Assert.Equal(
        Written(cbor =>
        {
            cbor.WriteStartArray(3);
            cbor.WriteBoolean(true);
            cbor.WriteBoolean(false);
            cbor.WriteStartMap(2);
            cbor.WriteTextString("b");
            cbor.WriteInt64(1);
            cbor.WriteTextString("a");
            cbor.WriteStartArray(0);
            cbor.WriteEndArray();
            cbor.WriteEndMap();
            cbor.WriteEndArray();
        }),
        Encoded(new List<object> { true, false, new WireMap { { "b", 1 }, { "none", null }, { "a", new List<string>() } } }));

    private static byte[] Encoded(object value) => CborEncoding.Of(new WireMap { { "v", value } }).ToArray();

    private static byte[] Written(Action<CborWriter> value)
    {
        var cbor = new CborWriter();
        cbor.WriteStartMap(1);
        cbor.WriteTextString("v");
        value(cbor);
        cbor.WriteEndMap();
        return cbor.Encode();
    }

    private static T Read<T>(byte[] body, Func<CborReader, T> read)
    {
        var cbor = new CborReader(body);
        cbor.ReadStartMap();
        Assert.Equal("v", cbor.ReadTextString());
        return read(cbor);
    }
}
