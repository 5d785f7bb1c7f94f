namespace Canary.Architecture.Tests.House;

/// <summary>
/// The house: what is where, and which way arrows may run. A new room gets its line here, at the lowest floor that it can have.
/// </summary>
internal static class Plan
{
    private static readonly Wing Domain = new(
        "functions/Canary",
        "the domain; no package, nothing of AWS's SDK",
        new Floor(new Room("", "the document as JSON, whole or as much of it as can be read")),
        new Floor(new Room("States", "what each state decides; NextStep: what follows; AliasPlan: what the alias is to be")),
        new Floor(
            new Room("Planning", "what the plan reads from AWS, and what is wrong with it"),
            new Room("Checks", "what a check reads, when, and how many rollouts share AWS's quotas")),
        new Floor(
            new Room("Analysis", "candidate against stable: what to measure, and what both versions did"),
            new Room("Answers", "what a person or a hook is asked, and what the answer says"),
            new Room("News", "what a rollout tells to whoever listens: events, and numbers at its end")),
        new Floor(
            new Room("Input", "the rollout's input: a reader for each field"),
            new Room("Executions", "other executions: who holds the alias, what ended and must be restored"),
            new Room("Alarms", "what the alarms say")),
        new Floor(new Room("Rollouts", "the document that goes from state to state, and its limits")),
        new Floor(new Room("Rollouts/Plans", "the plan: what the input asked for")),
        new Floor(new Room("Ports", "what a rollout asks of AWS, as interfaces")),
        new Floor(new Room("Errors", "exceptions whose names the state machine catches")),
        new Floor(new Room("Aliases", "an alias, its weights and its hold")),
        new Floor(
            new Room("Sensitivity", "what a plan can see, before it begins"),
            new Room("Statistics/Values", "levels of a metric: which version's is worse, and whose is missing")),
        new Floor(
            new Room("Statistics", "the tests behind a verdict, and its words; neither AWS nor rollouts"),
            new Room("Wording", "how texts and names are written and quoted")),
        new Floor(
            new Room("Statistics/Outlook", "what more traffic would show, and such numbers in words"),
            new Room("Statistics/Chances", "chances, as their logarithms")))
    {
        Never = ["Amazon"],
    };

    private static readonly Wing Lambdas = new(
        "functions/Canary.Functions",
        "the Lambdas: read through a port, decide, act through a port",
        new Floor(new Room("", "one Lambda per file")),
        new Floor(new Room("Hosting", "start, log and serializer of every Lambda")),
        new Floor(
            new Room("Aws", "the ports, on the AWS SDK"),
            new Room("Writes", "changes of an alias that several Lambdas share", "Amazon")),
        new Floor(new Room("Reads", "reads that several Lambdas share", "Amazon")),
        new Floor(new Room("Waits", "how long an invocation goes on trying")));

    private static readonly Wing Program = new(
        "cli",
        "the program for people",
        new Floor(new Room("", "the entry point")),
        new Floor(new Room("Commands", "one command per file, with its options")),
        new Floor(new Room("Scenarios", "what the demo plays, and how it must end")),
        new Floor(new Room("Setup", "the demo's AWS, its function and its traffic")),
        new Floor(
            new Room("Telling", "rollouts listed, and one whole", "Canary.Local"),
            new Room("Undoing", "what is taken back after its promotion, or tried again", "Canary.Local"),
            new Room("Doctor", "whether rollouts can be trusted here", "Canary.Local")),
        new Floor(new Room("Starting", "starts a rollout, and stays with it until it is over", "Canary.Local")),
        new Floor(new Room("Speaking", "words to a rollout that runs, and what came of them", "Canary.Local")),
        new Floor(
            new Room("Verbs", "what every verb stands on: options, clients, the stack, the answer", "Canary.Local"),
            new Room("Planning", "what would become of a rollout: its plan, its time, its dollars", "Canary.Local", "Amazon")),
        new Floor(
            new Room("Screens", "a rollout on the screen: live, and the report at the end", "Canary.Local"),
            new Room("Traffic", "calls of the alias")),
        new Floor(new Room("Watching", "a rollout, read from AWS", "Canary.Local")),
        new Floor(
            new Room("Finding", "which rollout somebody means", "Canary.Local"),
            new Room("Files", "a rollout in a file", "Canary.Local", "Amazon")),
        new Floor(new Room("Aws", "the SDK's clients, who calls, and Canary's stack", "Canary.Local")),
        new Floor(
            new Room("CommandLine", "options, help, exit codes and output; nothing of AWS", "Canary.Local", "Amazon"),
            new Room("Completion", "the scripts by which shells complete a line", "Canary.Local", "Amazon")));

    private static readonly Wing Local = new(
        "local",
        "an AWS for one machine, as strict as AWS is",
        new Floor(new Room("InProcess", "Canary deployed to it, its Lambdas inside this process")),
        new Floor(new Room("", "all of it, started and stopped as one")),
        new Floor(new Room("Deploy", "template.yaml, deployed to it")),
        new Floor(new Room("Events", "EventBridge: rules, schedules, deliveries")),
        new Floor(new Room("StepFunctions", "executions, their history and their tasks")),
        new Floor(new Room("Lambda", "functions, versions, aliases, invocations, event sources")),
        new Floor(new Room("CloudWatch", "metrics and alarms"), new Room("Sns", "topics"), new Room("Sts", "who calls")),
        new Floor(
            new Room("Targets", "what a service sends to: a function, a queue, a topic"), new Room("Gateway", "the endpoint")),
        new Floor(new Room("Faults", "what can be made to go wrong"), new Room("Sqs", "queues")),
        new Floor(new Room("Wire", "AWS's protocols, accounts and common errors")),
        new Floor(
            new Room("StatesLanguage", "the Amazon States Language, without AWS", "Amazon"),
            new Room("Clocks", "time: real, accelerated or virtual"),
            new Room("Sample", "the function that the demo releases")));

    public static IReadOnlyList<Wing> House { get; } = [Program, Local, Lambdas, Domain];
}
