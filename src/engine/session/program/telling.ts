import type { Telling } from '../telling.ts'
import type { ProgramMachine } from './machine.ts'
import { blockName } from './surroundings.ts'
import { programView } from './view.ts'

/** How a program is told: its operations are statements, and the calls that have a row. */
export function programTelling(machine: ProgramMachine, done: number): Telling {
  const { rows, statements } = machine
  const statementAt = (operation: number) => machine.statementAt(operation)
  return {
    done,
    call: (operation) => machine.callAt(operation) ?? statements.text(statementAt(operation)),
    text: (operation) => statements.line(statementAt(operation)),
    line: (operation) => statements.span(statementAt(operation)).line,
    rowsBefore: (operation) => rows.before(operation),
    operationOf: (row) => rows.operation(row),
    name: (block) => blockName(machine, block),
    program: (operation, accesses) => programView(machine, operation, accesses),
  }
}
