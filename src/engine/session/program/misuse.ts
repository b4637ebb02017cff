import { thousands } from '../../format.ts'
import type { Address } from '../../units.ts'
import type { Report } from './reporter.ts'
import { addressInHex, blockText, freedBlockAt, type Knowledge, ownerOf } from './surroundings.ts'

/**
 * What is wrong with giving `pointer` to free or realloc; null when it is a live block, or NULL. Only the lab can know:
 * it remembers what was allocated and freed, which no allocator does.
 */
export function misuseOf(known: Knowledge, call: string, pointer: Address): Report | null {
  if (pointer === 0 || known.live.startingAt(pointer, known.row) >= 0) return null
  const freed = freedBlockAt(known, pointer)
  const text = addressInHex(pointer)
  const owner = ownerOf(known, pointer)
  if (owner === null && freed >= 0 && known.history.address[freed] === pointer) {
    const by = known.history.freedAt[freed]! - 1
    return {
      kind: 'double-free',
      address: pointer,
      key: call,
      began: by,
      message: `${call} is given ${text}, ${blockText(known, freed)}, which was freed already on ${known.statements.where(known.rows.line(by))}.`,
    }
  }
  if (owner !== null && owner.block >= 0) {
    return {
      kind: 'interior-free',
      address: pointer,
      key: call,
      began: owner.block,
      message: `${call} is given ${text}, which lies ${thousands(pointer - owner.start)} bytes inside ${owner.text}: only the pointer that malloc returned can be freed.`,
    }
  }
  const what =
    owner === null ? 'which malloc never returned' : `which is ${owner.text} and did not come from malloc`
  return {
    kind: 'invalid-free',
    address: pointer,
    key: call,
    began: -1,
    message: `${call} is given ${text}, ${what}.`,
  }
}

/** The library's `call`, which the program does not define, is given a block of the program's own malloc. */
export function foreignBlock(known: Knowledge, call: string, block: number): Report {
  const address = known.history.address[block]!
  return {
    kind: 'invalid-free',
    address,
    key: call,
    began: block,
    message: `${call} is given ${addressInHex(address)}, ${blockText(known, block)}. This ${call} is the library's, and the block came from the program's own malloc, of which it knows nothing.`,
  }
}
