#nullable enable
namespace Amazon.Compat;

/// <summary>Writes one document in a protocol's own encoding.</summary>
internal abstract class WireWriter
{
    public abstract void Key(string name);

    public abstract void Text(string value);

    public abstract void Flag(bool value);

    public abstract void Whole(long value);

    public abstract void Number(double value);

    public abstract void Time(DateTime value);

    public abstract void Bytes(byte[] value);

    public abstract void Map(Action members);

    public abstract void List(int count, Action items);
}
