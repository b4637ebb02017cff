import { expect, test } from 'vitest'
import { fuzz } from './fuzz.ts'
import { compileAndRun, compileMutant, wholeSeeds } from './fuzz-compile.ts'

test('mutated programs are compiled and run to an end', { timeout: 60_000 }, () => {
  expect(fuzz(compileMutant, 150, 1, { seeds: wholeSeeds(8) })).toEqual([])
})

test('most seeds compile, so that their mutants reach the machine', () => {
  const seeds = wholeSeeds(16)
  const compiled = seeds.filter((text) => compileAndRun(text, 'lp64').run !== null)
  expect(compiled.length).toBeGreaterThan(seeds.length / 2)
})
