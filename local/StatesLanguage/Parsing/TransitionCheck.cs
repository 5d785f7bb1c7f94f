using Canary.StatesLanguage.States;

namespace Canary.StatesLanguage.Parsing;

/// <summary>Whether every transition leads somewhere, every state can be reached and the execution can end.</summary>
internal static class TransitionCheck
{
    /// <summary>Reports what is wrong, in AWS's words and order.</summary>
    public static void Check(string startAt, List<State> states, DefinitionProblems problems)
    {
        var byName = states.ToDictionary(state => state.Name);
        // AWS says 'Next' for every kind of transition, StartAt included.
        if (!byName.ContainsKey(startAt)) problems.Transition("/StartAt", $"Missing 'Next' target: {startAt}");
        foreach (var state in states)
            foreach (var (field, target) in state.Transitions)
                if (!byName.ContainsKey(target))
                    problems.Transition($"/States/{state.Name}/{field}", $"Missing 'Next' target: {target}");
        CheckAllButLast(states, problems);
        if (!states.Any(state => state.IsTerminal)) problems.NoEnd();
        else CheckReach(startAt, byName, problems);
    }

    private static void CheckReach(string startAt, Dictionary<string, State> states, DefinitionProblems problems)
    {
        var reached = new HashSet<string>();
        var open = new Stack<string>([startAt]);
        while (open.TryPop(out var name))
            if (states.TryGetValue(name, out var state) && reached.Add(name))
                foreach (var (_, target) in state.Transitions) open.Push(target);
        foreach (var name in states.Keys.Where(name => !reached.Contains(name)))
            problems.Transition($"/States/{name}", $"State \"{name}\" is not reachable.");
    }

    private static void CheckAllButLast(List<State> states, DefinitionProblems problems)
    {
        foreach (var task in states.OfType<TaskState>())
        {
            CheckLast(task.Retry.Select(retrier => retrier.Errors), $"/States/{task.Name}/Retry", problems);
            CheckLast(task.Catch.Select(catcher => catcher.Errors), $"/States/{task.Name}/Catch", problems);
        }
    }

    private static void CheckLast(IEnumerable<ErrorNames> errors, string location, DefinitionProblems problems)
    {
        var list = errors.ToList();
        for (var index = 0; index < list.Count - 1; index++)
            if (list[index].Names.Contains(ErrorNames.All))
                problems.Schema($"{location}[{index}]", "States.ALL must appear in the last item");
    }
}
