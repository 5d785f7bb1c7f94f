using System.Text;

namespace Canary.Local.Lambda.Environments;

/// <summary>
/// Makes lines of what comes in pieces. One that is longer than an event of CloudWatch Logs may be is left out.
/// </summary>
internal sealed class LogLines(Action<string> read)
{
    private const int Longest = 1024 * 1024;
    private readonly List<byte> _begun = [];
    private bool _isTooLong;

    public void Append(ReadOnlySpan<byte> written)
    {
        while (written.IndexOf((byte)'\n') is var end and >= 0)
        {
            Keep(written[..end]);
            End();
            written = written[(end + 1)..];
        }
        Keep(written);
    }

    /// <summary>Nothing more comes: what is begun is a line too.</summary>
    public void End()
    {
        if (_begun.Count > 0 && !_isTooLong) read(Encoding.UTF8.GetString([.. _begun]));
        _begun.Clear();
        _isTooLong = false;
    }

    private void Keep(ReadOnlySpan<byte> some)
    {
        if (_begun.Count + some.Length > Longest) _isTooLong = true;
        if (!_isTooLong) _begun.AddRange(some);
    }
}
