#nullable enable
using System.Collections;
using System.Globalization;
using Amazon.Util;

namespace Amazon.Compat;

internal static class Kinds
{
    public static readonly Kind<string> Text = new((w, v) => w.Text(v), found => (string)found);

    public static readonly Kind<bool?> Flag = new((w, v) => w.Flag(v is true), found => (bool)found);

    public static readonly Kind<int?> Whole = new((w, v) => w.Whole(v.GetValueOrDefault()), found => Convert.ToInt32(found, CultureInfo.InvariantCulture));

    public static readonly Kind<long?> Long = new((w, v) => w.Whole(v.GetValueOrDefault()), found => Convert.ToInt64(found, CultureInfo.InvariantCulture));

    public static readonly Kind<double?> Number =
        new((w, v) => w.Number(v.GetValueOrDefault()), found => Convert.ToDouble(found, CultureInfo.InvariantCulture));

    /// <summary>CBOR tells a time by its tag. JSON sends seconds since 1970, with a fraction.</summary>
    public static readonly Kind<DateTime?> Time = new(
        (w, v) => w.Time(v.GetValueOrDefault()),
        found => found as DateTime? ?? AWSSDKUtils.ConvertFromUnixDoubleEpochSeconds(Convert.ToDouble(found, CultureInfo.InvariantCulture)));

    public static readonly Kind<MemoryStream> Bytes = new(
        (w, v) => w.Bytes(v.ToArray()),
        found => new MemoryStream(found as byte[] ?? Convert.FromBase64String((string)found)));

    public static Kind<T> Object<T>() where T : class, IShape, new() => new(
        (w, v) => w.Map(() => v.Map(new Writing(w))),
        found =>
        {
            var value = new T();
            value.Map(new Reading((IReadOnlyDictionary<string, object?>)found));
            return value;
        });

    public static Kind<List<T>> List<T>(Kind<T> item) => new(
        (w, v) => w.List(v.Count, () => v.ForEach(each => item.Write(w, each))),
        found => found as List<T> ?? [.. ((IList)found).OfType<object>().Select(item.Read)]);

    public static Kind<Dictionary<string, T>> Map<T>(Kind<T> item) => new(
        (w, v) => w.Map(() =>
        {
            foreach (var (key, value) in v)
            {
                w.Key(key);
                item.Write(w, value);
            }
        }),
        found => ((IReadOnlyDictionary<string, object?>)found)
            .Where(each => each.Value is not null)
            .ToDictionary(each => each.Key, each => item.Read(each.Value!)));

    /// <summary>The same kind for a place where null cannot stand: an item of a list, a value of a map.</summary>
    public static Kind<T> Required<T>(this Kind<T?> kind) where T : struct => new((w, v) => kind.Write(w, v), found => kind.Read(found).GetValueOrDefault());
}
