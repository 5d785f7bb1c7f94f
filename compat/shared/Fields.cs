#nullable enable
namespace Amazon.Compat;

/// <summary>
/// The fields of one object on the wire. <see cref="Writing"/> sends what is set and returns it unchanged,
/// <see cref="Reading"/> returns what the answer holds, or null when it is absent.
/// A constant class (State, StateValue, …) goes through <see cref="Text"/>: it converts to and from a string.
/// </summary>
internal abstract class Fields
{
    public string? Text(string name, string? value) => Field(name, value, Kinds.Text);

    public bool? Flag(string name, bool? value) => Field(name, value, Kinds.Flag);

    public int? Whole(string name, int? value) => Field(name, value, Kinds.Whole);

    public long? Long(string name, long? value) => Field(name, value, Kinds.Long);

    public double? Number(string name, double? value) => Field(name, value, Kinds.Number);

    public DateTime? Time(string name, DateTime? value) => Field(name, value, Kinds.Time);

    public MemoryStream? Bytes(string name, MemoryStream? value) => Field(name, value, Kinds.Bytes);

    public T? Object<T>(string name, T? value) where T : class, IShape, new() => Field(name, value, Kinds.Object<T>());

    public List<T>? Objects<T>(string name, List<T>? value) where T : class, IShape, new() => Field(name, value, Kinds.List(Kinds.Object<T>()));

    public List<string>? Texts(string name, List<string>? value) => Field(name, value, Kinds.List(Kinds.Text));

    public List<double>? Numbers(string name, List<double>? value) => Field(name, value, Kinds.List(Kinds.Number.Required()));

    public List<DateTime>? Times(string name, List<DateTime>? value) => Field(name, value, Kinds.List(Kinds.Time.Required()));

    public Dictionary<string, string>? TextMap(string name, Dictionary<string, string>? value) => Field(name, value, Kinds.Map(Kinds.Text));

    public Dictionary<string, double>? NumberMap(string name, Dictionary<string, double>? value) =>
        Field(name, value, Kinds.Map(Kinds.Number.Required()));

    protected abstract T? Field<T>(string name, T? value, Kind<T> kind);
}
