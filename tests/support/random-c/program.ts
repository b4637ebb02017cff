import type { DataModel } from '../../../src/engine/workload/c/source.ts'
import { Context } from './context.ts'
import { declareGlobal, declareLocal } from './declarations.ts'
import { declareFunction, declareFunctionPointer } from './functions.ts'
import { integerValue } from './integers.ts'
import { layoutOf } from './layouts.ts'
import { printValues, printVariable } from './printing.ts'
import { realValue } from './reals.ts'
import { declareRecord } from './records.ts'
import { statements } from './statements.ts'
import type { Node, Program } from './tree.ts'
import { line, programText } from './tree.ts'
import type { IntegerType } from './types.ts'
import { variadic } from './variadic.ts'

/**
 * What all programs of a file share. `real` drops the signs of NaN, zero and infinity: gcc 12 takes `0.0 - i` and
 * `-i + 0.0` of an integer `i` for `-i`, which gives the wrong zero.
 */
const PRELUDE = `#include <math.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <string.h>
static int steps;
static double within(double x, double low, double high) { return x >= low && x <= high ? x : 0; }
static float withinf(float x, float low, float high) { return x >= low && x <= high ? x : 0; }
static double real(double x) { return x != x || x == 0 ? 0 : x - x != 0 ? INFINITY : x; }
static void hex(const void *from, size_t size) {
  for (size_t i = 0; i < size; i++) printf("%02x", ((const unsigned char *)from)[i]);
  puts("");
}
`

/** What `main` prints before each program's output. */
export const MARK = '=== '

/** The C text of some programs, one after the other. */
export function batchText(programs: readonly Program[]): string {
  const calls = programs.map(({ name }) => `  puts("${MARK}${name}"); ${name}();\n`).join('')
  return `${PRELUDE}${programs.map(programText).join('\n')}\nint main(void) {\n${calls}  return 0;\n}\n`
}

/** The program of a seed: free of undefined behaviour, given that signed arithmetic wraps; ends after a short time. */
export function randomProgram(name: string, model: DataModel, seed: number): Program {
  const c = new Context(name, model, seed, { integer: integerValue, real: realValue })
  const { dice } = c
  if (dice.percent(25)) declareEnumeration(c)
  if (dice.percent(25)) declareTypedef(c)
  repeat(dice.pick([0, 0, 0, 1, 1, 2, 3]), () => declareRecord(c))
  repeat(dice.below(4), () => declareGlobal(c))
  repeat(dice.pick([0, 0, 0, 1, 1, 1, 2, 3]), () => declareFunction(c))
  if (dice.percent(25)) declareFunctionPointer(c)
  return { name, items: c.items, body: c.scoped(() => programBody(c)) }
}

function programBody(c: Context): Node[] {
  const { dice } = c
  const body = [line(`steps = ${dice.between(5, 60)};`)]
  repeat(dice.between(1, 6), () => body.push(declareLocal(c)))
  body.push(...statements(c, 2, dice.between(1, 5)))
  if (dice.percent(8)) body.push(...variadic(c))
  const record = dice.maybe(c.records)
  if (record && dice.percent(35)) body.push(...layoutOf(c, record))
  body.push(printValues(c, 4), printValues(c, 3))
  return [...body, ...c.variables.flatMap((variable) => printVariable(c, variable))]
}

function repeat(times: number, make: () => unknown): void {
  for (let i = 0; i < times; i++) make()
}

function declareEnumeration(c: Context): void {
  const { dice } = c
  const name = `enum ${c.globalName('e')}`
  const isSigned = dice.percent(50)
  const values = [
    isSigned ? `-${dice.between(1, 99)}` : '',
    '',
    `${dice.below(300)}`,
    `'${dice.pick(['a', '*'])}'`,
    '',
  ]
  const members = values.map((value) => {
    const member = c.globalName('k')
    return { name: member, text: value === '' ? member : `${member} = ${value}` }
  })
  c.items.push(line(`${name} { ${members.map((each) => each.text).join(', ')} };`))
  c.enumerators.push(...members.map((each) => each.name))
  c.integers.push({ kind: 'integer', name, bits: 32, isSigned, rank: 3 })
}

function declareTypedef(c: Context): void {
  const type: IntegerType = c.dice.pick(c.integers)
  const name = c.globalName('t')
  c.items.push(line(`typedef ${type.name} ${name};`))
  c.integers.push({ ...type, name })
}
