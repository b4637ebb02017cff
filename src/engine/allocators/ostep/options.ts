import type { Address, Bytes } from '../../units.ts'
import type { OptionValues } from '../allocator.ts'
import type { OrderName } from './order.ts'
import type { Policy } from './placement.ts'

/** malloc.py's settings of its heap. */
export interface OstepOptions {
  readonly size: Bytes
  readonly base: Address
  readonly headerSize: Bytes
  /** Requests are rounded up to a multiple of this; 0 or -1 for none. */
  readonly alignment: number
  readonly policy: Policy
  readonly order: OrderName
  readonly coalesce: boolean
}

/** The settings that the catalog's option values mean. */
export function ostepOptions(values: OptionValues): OstepOptions {
  return {
    size: Number(values['size']),
    base: Number(values['base']),
    headerSize: Number(values['headerSize']),
    alignment: Number(values['alignment']),
    policy: values['policy'] as Policy,
    order: values['order'] as OrderName,
    coalesce: values['coalesce'] === true,
  }
}
