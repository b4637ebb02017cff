import type { Telling } from '../telling.ts'
import type { Deed } from '../views.ts'
import type { ProgramMachine } from './machine.ts'
import { blockName } from './surroundings.ts'
import { programView } from './view.ts'

/** A call with the statement that made it; of one that the library made by itself only the operation is known. */
function deed({ rows, statements, program }: ProgramMachine, row: number): Deed {
  const statement = rows.line(row)
  const info = program.lines[statement]
  return {
    operation: rows.operation(row),
    text: statements.text(statement),
    file: info?.file ?? '',
    line: info?.line ?? 0,
    function: program.functions[info?.function ?? -1]?.name ?? '',
  }
}

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
    deed: (row) => deed(machine, row),
    name: (block) => blockName(machine, block),
    program: (operation, accesses) => programView(machine, operation, accesses),
  }
}
