using Canary.Local.Wire;

namespace Canary.Local.Deploy;

/// <summary>What each stack has made, so that a later deployment can delete what its template does not name any more.</summary>
internal sealed class StackInventory
{
    private readonly Dictionary<(string Stack, string Kind), IReadOnlyList<string>> _made = [];

    /// <summary>
    /// Deletes what a stack has made of a kind and does not name any more. Somebody may have deleted it himself.
    /// </summary>
    public void Replace(string stack, string kind, IEnumerable<string> now, Action<string> delete)
    {
        List<string> kept = [.. now];
        foreach (var old in _made.GetValueOrDefault((stack, kind), []).Except(kept))
        {
            try
            {
                delete(old);
            }
            catch (AwsException gone) when (gone.Code is "ResourceNotFound" or "QueueDoesNotExist")
            {
                // It is as it should be.
            }
        }
        _made[(stack, kind)] = kept;
    }
}
