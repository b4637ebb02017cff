import { LONG_LONG } from '../sema/basic-types.ts'
import type { SwitchCase, TypedStatement } from '../typed.ts'
import type { Code } from './context.ts'
import { convertRegister } from './conversions.ts'
import type { Label, PendingTable } from './emitter.ts'
import { isSigned } from './kinds.ts'

type Switch = TypedStatement & { kind: 'switch' }

/** Jumps by the value to one of the labels in the body. */
export function switchCode(code: Code, { value, cases, body }: Switch): void {
  const { emitter, flow, registers } = code
  const end = emitter.label()
  for (const each of cases) flow.cases.set(each, emitter.label())
  const otherwise = cases.find((each) => each.isDefault)
  const table: PendingTable = {
    ranges: rangesOf(cases, flow.cases, isSigned(value.type)),
    otherwise: otherwise === undefined ? end : flow.cases.get(otherwise)!,
  }
  const register = registers.take(value.place)
  code.into(value, register)
  convertRegister(code, register, value.type, LONG_LONG)
  emitter.switchTo(register, table)
  registers.free(register)
  flow.jumps.push({ onBreak: end, onContinue: null, depth: flow.blocks.length })
  code.statement(body)
  flow.jumps.pop()
  emitter.bind(end)
}

/** The case's code begins here. */
export function bindCase(code: Code, of: SwitchCase): void {
  const label = code.flow.cases.get(of)
  if (label !== undefined) code.emitter.bind(label)
}

/** The cases' ranges as signed 64-bit numbers, ascending. */
function rangesOf(
  cases: readonly SwitchCase[],
  labels: ReadonlyMap<SwitchCase, Label>,
  signed: boolean,
): PendingTable['ranges'] {
  const ranges = cases
    .filter((each) => !each.isDefault && each.from <= each.to)
    .flatMap((each) => {
      const label = labels.get(each)!
      const from = BigInt.asIntN(64, each.from)
      const to = BigInt.asIntN(64, each.to)
      // An unsigned range over the middle is two ranges of signed numbers.
      if (signed || from <= to) return [{ from, to, label }]
      return [
        { from: -(2n ** 63n), to, label },
        { from, to: 2n ** 63n - 1n, label },
      ]
    })
  return ranges.sort((a, b) => (a.from < b.from ? -1 : 1))
}
