// Judges GraphQL documents by GitHub's public schema.
//   node graphql.cjs PACKAGES FOLDER
// PACKAGES is a node_modules with graphql and @octokit/graphql-schema; FOLDER holds *.graphql, one document a file.
// Exits 0 where every document is valid, 1 where one is not, 2 where there is none.
const fs = require("node:fs");
const path = require("node:path");

const [packages, folder] = process.argv.slice(2).map(argument => path.resolve(argument));
const { buildSchema, parse, validate } = require(path.join(packages, "graphql"));
// The published file defines two fields twice, so it is not itself held to the rules of schemas.
const schema = buildSchema(
  fs.readFileSync(path.join(packages, "@octokit/graphql-schema/schema.graphql"), "utf8"),
  { assumeValid: true, assumeValidSDL: true });
const files = fs.existsSync(folder) ? fs.readdirSync(folder).filter(name => name.endsWith(".graphql")) : [];
if (files.length === 0) {
  console.error(`error: ${folder} holds no GraphQL documents.`);
  process.exit(2);
}

let faults = 0;
for (const file of files) {
  const text = fs.readFileSync(path.join(folder, file), "utf8");
  let errors;
  try {
    errors = validate(schema, parse(text));
  } catch (broken) {
    errors = [broken];
  }
  faults += errors.length;
  for (const error of errors) console.error(`${file}: ${error.message}\n${text}\n`);
}
console.log(`${files.length} GraphQL documents, ${faults} faults by GitHub's schema.`);
process.exit(faults > 0 ? 1 : 0);
