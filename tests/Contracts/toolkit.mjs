// Says to the runner, with GitHub's own toolkit, what is asked on standard input, so that it can be compared with ours:
// {"outputs": [[name, value]], "annotations": [{"level", "title", "message", "file", "line"}], "masks": [value]}.
// What it prints is what the toolkit prints; the outputs go to GITHUB_OUTPUT.
import { readFileSync } from 'node:fs'
import { error, notice, setOutput, setSecret, warning } from '@actions/core'

const asked = JSON.parse(readFileSync(0, 'utf8'))
const levels = { error, notice, warning }

asked.masks.forEach(value => setSecret(value))
asked.annotations.forEach(({ level, title, message, file, line }) =>
  levels[level](message, { title, file, startLine: line }))
asked.outputs.forEach(([name, value]) => setOutput(name, value))
