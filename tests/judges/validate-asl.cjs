// Reads a state machine from standard input and prints asl-validator's findings as a JSON list.
const validate = require("asl-validator");

const definition = JSON.parse(require("node:fs").readFileSync(0, "utf8"));
console.log(JSON.stringify(validate(definition).errors.map((error) => `${error["Error code"]}: ${error.Message}`)));
