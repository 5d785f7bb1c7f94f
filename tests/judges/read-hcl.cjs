// Reads a file in HashiCorp's language and prints it as JSON, or says what is wrong with it.
const fs = require("node:fs");
const hcl = require("hcl2-parser");

const [read, fault] = hcl.parseToObject(fs.readFileSync(process.argv[2], "utf8"));
if (!read) {
  console.error(`${process.argv[2]}: ${JSON.stringify(fault)}`);
  process.exit(1);
}
console.log(JSON.stringify(read));
