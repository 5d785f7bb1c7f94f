using System.Text;

namespace Canary.Local.Lambda.Environments;

/// <summary>The last 4 KB that a process wrote since the tail was last cleared.</summary>
internal sealed class LogTail
{
    private const int Limit = 4096;
    private readonly Lock _gate = new();
    private readonly List<byte> _bytes = [];

    public void Clear()
    {
        lock (_gate) _bytes.Clear();
    }

    public void Append(ReadOnlySpan<byte> written)
    {
        lock (_gate)
        {
            _bytes.AddRange(written);
            if (_bytes.Count > 2 * Limit) _bytes.RemoveRange(0, _bytes.Count - Limit);
        }
    }

    public void Append(string line) => Append(Encoding.UTF8.GetBytes(line));

    public string Read()
    {
        lock (_gate) return Encoding.UTF8.GetString([.. _bytes.TakeLast(Limit)]);
    }
}
