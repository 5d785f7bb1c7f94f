using Canary.Architecture.Tests.House;

namespace Canary.Architecture.Tests.Rules;

/// <summary>Arrows run down: a room may name what is on a floor below its own, and nothing beside it or above it.</summary>
internal static class FloorRule
{
    /// <summary>What is wrong, one line each: where it stands, what it names, and where it should go.</summary>
    public static IEnumerable<string> Faults(IEnumerable<Arrow> arrows, IReadOnlyList<Wing> house) =>
        from arrow in arrows
        from wing in house
        let room = wing.RoomOf(arrow.From.Folder)
        let other = wing.RoomOf(arrow.ToFolder)
        // What another project has is for the references between projects to say, and for what a room may never name.
        where room is not null && other is not null && room != other && wing.Height(other) >= wing.Height(room)
        select $"{arrow.From.Path}({arrow.Line}) names {arrow.Named}: {Cure(arrow, wing, room, other)}";

    private static string Cure(Arrow arrow, Wing wing, Room room, Room other)
    {
        var (here, there) = (wing.Height(room), wing.Height(other));
        return here == there
            ? $"{room.Name} and {other.Name} share floor {here} and do not know each other. "
                + "Move what both need to a floor below, or join them in a floor above."
            : $"{room.Name} is on floor {here}, {other.Name} above it on floor {there}. "
                + $"Move what it names down to {room.Name} or below, or {arrow.From.Name} up to {other.Name}.";
    }
}
