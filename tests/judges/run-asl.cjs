// Runs a state machine in local-sfn's interpreter and asks, line by line, for what it cannot know: the result of each attempt of a task.
// In: {definition, input, context, recorded}, then for each {task, parameters} that is asked an answer, {result} or {error, cause}.
// Out: those questions, and at last {visited, output} or {visited, error, cause}.

// local-sfn was written for Node 22; this is what it takes from there.
Promise.withResolvers ??= () => {
    const made = {};
    made.promise = new Promise((resolve, reject) => Object.assign(made, { resolve, reject }));
    return made;
};

const { StateMachine } = require("aws-local-stepfunctions");

const lines = require("node:readline").createInterface({ input: process.stdin })[Symbol.asyncIterator]();
const read = async () => JSON.parse((await lines.next()).value);
const write = (message, then) => process.stdout.write(`${JSON.stringify(message)}\n`, then);

async function answer(name, attempts, parameters) {
    attempts[name]++;
    write({ task: name, parameters });
    const { result, error, cause } = await read();
    if (error === undefined) return result;
    throw Object.assign(new Error(cause), { name: error });
}

// What a state reads as $$.State and $$.Task is given by its name, for each attempt as it was recorded.
function contextOf(given, recorded, attempts) {
    const states = {};
    for (const name of Object.keys(recorded)) {
        Object.defineProperty(states, name, { enumerable: true, get: () => recorded[name][Math.min(attempts[name], recorded[name].length - 1)] });
    }
    return { ...given, States: states };
}

async function main() {
    const { definition, input, context, recorded } = await read();
    const named = (type) => Object.keys(definition.States).filter((name) => definition.States[name].Type === type);
    const attempts = Object.fromEntries(named("Task").map((name) => [name, 0]));
    const overrides = {
        taskResourceLocalHandlers: Object.fromEntries(named("Task").map((name) => [name, (parameters) => answer(name, attempts, parameters)])),
        waitTimeOverrides: Object.fromEntries(named("Wait").map((name) => [name, 0])),
        retryIntervalOverrides: Object.fromEntries(named("Task").map((name) => [name, 0])),
    };
    const machine = new StateMachine(definition, { validationOptions: { noValidate: true } });
    const execution = machine.run(input, { overrides, context: contextOf(context, recorded, attempts) });
    const end = execution.result.then((output) => ({ output }), (fault) => fault);
    const visited = [];
    for await (const event of execution.eventLogs) {
        if (event.type === "StateEntered") visited.push({ name: event.state.name, input: event.state.input });
        if (event.type === "StateExited") visited.at(-1).output = event.state.output;
        if (event.type === "ExecutionFailed") Object.assign(visited, { failed: { error: event.Error, cause: event.Cause } });
    }
    // A pipe holds only so much: the rest would be lost if the process ended before it was read.
    write({ visited, ...(visited.failed ?? await end) }, () => process.exit(0));
}

main();
