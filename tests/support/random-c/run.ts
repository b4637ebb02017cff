/**
 * Random C programs, built by gcc and run here, compared: `npx tsx tests/support/random-c/run.ts [count] [seed]
 * [lp64|ilp32]`. Each program that differs is made small and printed; after five of them the run ends.
 */
import type { DataModel } from '../../../src/engine/workload/c/source.ts'
import { differences } from './judge.ts'
import { batchText, randomProgram } from './program.ts'
import { shrink } from './shrink.ts'
import type { Program } from './tree.ts'

const BATCH = 200
const MOST_FAILURES = 5

const [count = '2000', seed = '1', only] = process.argv.slice(2)
const models: readonly DataModel[] = only === 'lp64' || only === 'ilp32' ? [only] : ['lp64', 'ilp32']
const start = Date.now()
let failures = 0
const unbuilt: Program[] = []
for (const model of models) runModel(model)
process.exitCode = failures > 0 ? 1 : 0

function runModel(model: DataModel): void {
  for (let done = 0; done < Number(count) && failures < MOST_FAILURES; done += BATCH) {
    const size = Math.min(BATCH, Number(count) - done)
    const first = Number(seed) + done
    const programs = Array.from({ length: size }, (_, i) => randomProgram(`p${first + i}`, model, first + i))
    const found = differences(programs, model, unbuilt)
    for (const { program } of found.slice(0, MOST_FAILURES - failures)) report(program, model)
    say(
      `${model}: ${done + size} programs, ${failures} differ, gcc crashes on ${unbuilt.length}, ${Math.round((Date.now() - start) / 1000)} s`,
    )
  }
}

function report(program: Program, model: DataModel): void {
  failures++
  const small = shrink(program, (candidate) => fails(candidate, model))
  const [difference] = differences([small], model)
  say(`\n--- ${program.name} in ${model}\n${batchText([small])}`)
  say(`--- gcc\n${difference?.expected}\n--- here\n${difference?.actual}\n`)
}

function fails(program: Program, model: DataModel): boolean {
  try {
    return differences([program], model).some(({ expected }) => !/\(ends with|\(nothing/.test(expected))
  } catch {
    return false
  }
}

function say(text: string): void {
  process.stdout.write(`${text}\n`)
}
