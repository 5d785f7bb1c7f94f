using System.Globalization;
using System.Text;

namespace Canary.Architecture.Tests.House;

/// <summary>The house as text, the top floor first: one line a room, with the number of its floor.</summary>
internal static class Picture
{
    public static string Draw(IReadOnlyList<Wing> house)
    {
        var width = house.SelectMany(wing => wing.Rooms).Max(room => room.Name.Length);
        var text = new StringBuilder();
        foreach (var wing in house)
        {
            if (text.Length > 0) text.Append('\n');
            text.Append(CultureInfo.InvariantCulture, $"{wing.Folder}: {wing.Holds}\n");
            foreach (var room in wing.Rooms)
            {
                text.Append(CultureInfo.InvariantCulture, $"{wing.Height(room),3}  {room.Name.PadRight(width)}  {room.Holds}\n");
            }
        }
        return text.ToString();
    }

}
