import { bytesText, counted } from '../../format.ts'
import type { Finding } from '../findings.ts'
import type { ProgramMachine } from './machine.ts'

/** Places with leaks that are told one by one. */
const MOST_PLACES = 50

/** What lives at the end of a program, a finding for each statement that allocated it. The library's own buffers are none. */
export function findLeaks(machine: ProgramMachine): Finding[] {
  const { history, rows, statements } = machine
  const byStatement = new Map<number, number[]>()
  for (let block = 0; block < rows.length; block++) {
    if (history.address[block] === 0 || history.freedAt[block] !== 0 || rows.line(block) < 0) continue
    const statement = rows.line(block)
    const blocks = byStatement.get(statement)
    if (blocks === undefined) byStatement.set(statement, [block])
    else blocks.push(block)
  }
  return [...byStatement].slice(0, MOST_PLACES).map(([statement, blocks]) => {
    const bytes = blocks.reduce((sum, block) => sum + history.requested[block]!, 0)
    const first = blocks[0]!
    const target = statements.target(statement)
    const what =
      blocks.length === 1
        ? `${target === '' ? 'a block' : `the block \`${target}\``} of ${bytesText(bytes)} that ${statements.where(statement)} allocated has`
        : `${counted(blocks.length, 'block')} of together ${bytesText(bytes)} that ${statements.where(statement)} allocated have`
    const place = statements.place(statement)
    return {
      kind: 'leak',
      operation: machine.operation,
      address: history.address[first]!,
      began: rows.operation(first),
      message: `At the end ${what} never been freed.`,
      ...(place === undefined ? {} : { place, beganPlace: place }),
    }
  })
}
