import { describe, expect, it } from 'vitest'
import { alignOf, sizeOf } from '../../../../../src/engine/workload/c/sema/index.ts'
import { variableAlignOf } from '../../../../../src/engine/workload/c/sema/layout.ts'
import type { DataModel } from '../../../../../src/engine/workload/c/source.ts'
import { buildAndRun, hasGcc, hasGcc32 } from '../../../../support/gcc.ts'
import { globalOf } from './analysing.ts'
import { layoutText, printerOf, randomRecords, recordOf } from './random-records.ts'

/** Sizes and alignments that gcc 12 gives, under LP64 and with -m32. */
const SIZES: readonly [type: string, lp64: readonly [number, number], ilp32: readonly [number, number]][] = [
  ['long', [8, 8], [4, 4]],
  ['long long', [8, 8], [8, 4]],
  ['double', [8, 8], [8, 4]],
  ['long double', [16, 16], [12, 4]],
  ['char *', [8, 8], [4, 4]],
  ['struct { char a; double b; }', [16, 8], [12, 4]],
  ['struct { char a; long double b; }', [32, 16], [16, 4]],
  ['struct { char a; short b; char c; }', [6, 2], [6, 2]],
  ['struct { char a; int b : 9, c : 24; }', [8, 4], [8, 4]],
  ['struct { int a : 3; long long b : 40; }', [8, 8], [8, 4]],
  ['struct { char a; int : 0; char b; }', [5, 1], [5, 1]],
  ['struct { char a; int b : 4; } __attribute__((packed))', [2, 1], [2, 1]],
  ['struct { int a; char tail[]; }', [4, 4], [4, 4]],
  ['struct { long a; char tail[0]; }', [8, 8], [4, 4]],
  ['struct { char a; } __attribute__((aligned(16)))', [16, 16], [16, 16]],
  ['struct { char a; int b __attribute__((aligned(8))); }', [16, 8], [16, 8]],
  ['struct { }', [0, 1], [0, 1]],
  ['union { char a[5]; int b; }', [8, 4], [8, 4]],
  ['struct { union { int a; char b; }; struct { short c; }; }', [8, 4], [8, 4]],
  ['enum { A, B = 1 }', [4, 4], [4, 4]],
  ['enum { C = 1LL << 32 }', [8, 8], [8, 4]],
]

describe('size and alignment', () => {
  it.each(SIZES)('%s', (type, lp64, ilp32) => {
    for (const [model, expected] of [
      ['lp64', lp64],
      ['ilp32', ilp32],
    ] as const) {
      const known = globalOf(`${type} x;`, 'x', model).type
      expect([sizeOf(known, model), alignOf(known, model)]).toEqual(expected)
    }
  })

  it('of a wide variable is 8 under -m32, though a member gets 4', () => {
    const { type } = globalOf('double x[2];', 'x', 'ilp32')
    expect([alignOf(type, 'ilp32'), variableAlignOf(type, 'ilp32')]).toEqual([4, 8])
  })
})

const MODELS = (['lp64', 'ilp32'] as const).filter((model) => (model === 'lp64' ? hasGcc() : hasGcc32()))

describe.skipIf(MODELS.length === 0)('random records', () => {
  it.each(MODELS)('lie as with gcc in %s', { timeout: 60_000 }, (model: DataModel) => {
    const records = randomRecords(300)
    const text = printerOf(records)
    const { stdout } = buildAndRun([{ name: 'main.c', text }], { model })
    const lines = new TextDecoder().decode(stdout).trimEnd().split('\n')
    const own = records.map((record) =>
      layoutText(recordOf(globalOf(`${record} x;`, 'x', model).type), model),
    )
    for (const [i, line] of lines.entries()) expect(`${records[i]}\n${own[i]}`).toBe(`${records[i]}\n${line}`)
    expect(lines).toHaveLength(records.length)
  })
})
