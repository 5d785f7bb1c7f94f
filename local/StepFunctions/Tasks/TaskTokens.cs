using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using Canary.Local.Clocks;
using Canary.Local.StepFunctions.Errors;
using Canary.Local.StepFunctions.Model;
using Canary.Local.Wire;

namespace Canary.Local.StepFunctions.Tasks;

/// <summary>
/// The tokens of tasks that wait for an answer. A token carries its own seal, so that one whose task has ended can be told from
/// one that never was without remembering any.
/// </summary>
internal sealed class TaskTokens(Clock clock)
{
    // As long as AWS's are: whoever stores or sends one must cope with it, and with the characters of base64.
    private const int Nonce = 480;

    private readonly byte[] _key = RandomNumberGenerator.GetBytes(HMACSHA256.HashSizeInBytes);
    private readonly ConcurrentDictionary<string, Callback> _open = new();

    /// <summary>A new token, and who waits for it.</summary>
    /// <param name="stopped">Cancelled when the execution that waits has ended.</param>
    public Callback Open(CancellationToken stopped)
    {
        var token = new byte[Nonce + HMACSHA256.HashSizeInBytes];
        RandomNumberGenerator.Fill(token.AsSpan(0, Nonce));
        HMACSHA256.HashData(_key, token.AsSpan(0, Nonce), token.AsSpan(Nonce));
        var callback = new Callback(Convert.ToBase64String(token), clock, ended => _open.TryRemove(ended.Token, out _), stopped);
        _open[callback.Token] = callback;
        return callback;
    }

    /// <summary>Who waits for a token.</summary>
    /// <exception cref="AwsException">InvalidToken: there never was such a token; TaskTimedOut: its task has ended.</exception>
    public Callback Find(string token)
    {
        CommonErrors.CheckLength(token, "taskToken", 1, WorkflowLimits.TokenLength);
        if (_open.TryGetValue(token, out var callback)) return callback;
        throw IsOurs(token) ? StepFunctionsErrors.TaskTimedOut() : StepFunctionsErrors.InvalidToken();
    }

    private bool IsOurs(string token)
    {
        var bytes = new byte[Encoding.UTF8.GetMaxByteCount(token.Length)];
        return Convert.TryFromBase64String(token, bytes, out var length) && length == Nonce + HMACSHA256.HashSizeInBytes
            && CryptographicOperations.FixedTimeEquals(
                HMACSHA256.HashData(_key, bytes.AsSpan(0, Nonce)), bytes.AsSpan(Nonce, length - Nonce));
    }
}
