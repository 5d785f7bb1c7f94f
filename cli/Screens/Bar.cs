namespace Canary.Cli.Screens;

/// <summary>A share as a bar, in Spectre's markup.</summary>
internal static class Bar
{
    /// <param name="share">From 0 to 1; what is beyond is drawn as that.</param>
    /// <param name="style">The style of its filled part.</param>
    /// <param name="length">Its characters.</param>
    public static string Of(double share, string style, int length)
    {
        var filled = (int)Math.Round(Math.Clamp(share, 0, 1) * length);
        // What there is a little of is not nothing.
        if (share > 0 && filled == 0) filled = 1;
        return $"[{style}]{new string('█', filled)}[/][dim]{new string('░', length - filled)}[/]";
    }
}
