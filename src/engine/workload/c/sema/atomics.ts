import type { Place } from '../source.ts'
import type { ArithmeticOperator, LValue, TypedExpression } from '../typed.ts'
import { arithmetic } from './arithmetic.ts'
import { assignable } from './assignable.ts'
import { BOOL, differenceType, isScalar, unqualified, VOID } from './basic-types.ts'
import type { Context } from './context.ts'
import { convert } from './conversions.ts'
import { compare } from './pointers.ts'
import { deref, integer, variable } from './values.ts'

/*
 * `__sync_…` and `__atomic_…`: a program of the lab has one thread, so the plain operations will do. The address is
 * computed once, into a hidden local.
 */

const OPERATORS: Readonly<Record<string, ArithmeticOperator>> = {
  add: '+',
  sub: '-',
  or: '|',
  and: '&',
  xor: '^',
}

/** The expansion of an atomic built-in function; null for names that are none. */
export function atomicCall(
  c: Context,
  name: string,
  values: readonly TypedExpression[],
  place: Place,
): TypedExpression | null {
  if (/^__(sync_synchronize|atomic_(thread|signal)_fence)$/.test(name))
    return convert(c, integer(0n, VOID, place), VOID)
  const [pointer, operand, replacement] = values
  if (pointer?.type.kind !== 'pointer' || !isScalar(pointer.type.target)) {
    return c.fail(place, `'${name}' needs a pointer to a number or to a pointer`)
  }
  const cell = new Cell(c, pointer, place)
  const word = name.replace(/^__(sync|atomic)_/, '')
  if (word === 'load_n') return cell.load()
  if (word === 'lock_release') return cell.run([], cell.store(integer(0n, cell.type, place)), VOID)
  if (!operand) return c.fail(place, `'${name}' needs a second argument`)
  if (word === 'store_n') return cell.run([], cell.store(operand), VOID)
  if (word === 'exchange_n' || word === 'lock_test_and_set') return cell.exchange(operand)
  const swap = /^(bool|val)_compare_and_swap$/.exec(word)
  if (swap && replacement) return cell.compareAndSwap(operand, replacement, swap[1] === 'bool')
  const parts = /^(?:fetch_and_|fetch_)(add|sub|or|and|xor)$|^(add|sub|or|and|xor)_(?:and_)?fetch$/.exec(word)
  if (!parts) return null
  const operator = OPERATORS[(parts[1] ?? parts[2])!]!
  return cell.update(operator, operand, parts[1] !== undefined)
}

/** The object at an address that is computed once. */
class Cell {
  readonly type
  private readonly start: TypedExpression
  private readonly target: LValue

  constructor(
    private readonly c: Context,
    pointer: TypedExpression,
    private readonly place: Place,
  ) {
    const slot = variable(c.hiddenLocal(pointer.type, place), place)
    this.start = { kind: 'assign', target: slot, value: pointer, type: pointer.type, place }
    this.target = deref({ kind: 'load', from: slot, type: pointer.type, place }, place)
    this.type = unqualified(this.target.type)
  }

  load(): TypedExpression {
    return this.run([], this.current, this.type)
  }

  store(value: TypedExpression): TypedExpression {
    const converted = assignable(this.c, value, this.type, { place: this.place, words: 'the value' })
    return { kind: 'assign', target: this.target, value: converted, type: this.type, place: this.place }
  }

  exchange(value: TypedExpression): TypedExpression {
    const old = this.keep()
    return this.run([old.store, this.store(value)], old.load, this.type)
  }

  compareAndSwap(expected: TypedExpression, replacement: TypedExpression, isBool: boolean): TypedExpression {
    const old = this.keep()
    const { c, place } = this
    const isEqual = compare(c, '==', old.load, expected, place)
    const then = this.store(replacement)
    const swapped: TypedExpression = {
      kind: 'conditional',
      condition: isEqual,
      then,
      otherwise: old.load,
      type: this.type,
      place,
    }
    return this.run(
      [old.store, swapped],
      isBool ? convert(c, isEqual, BOOL) : old.load,
      isBool ? BOOL : this.type,
    )
  }

  update(operator: ArithmeticOperator, operand: TypedExpression, isOld: boolean): TypedExpression {
    const old = this.keep()
    const { c, place } = this
    const number = this.type.kind === 'pointer' ? convert(c, old.load, differenceType(c.model)) : old.load
    const value = convert(c, arithmetic(c, operator, number, operand, place), this.type)
    const store = this.store(value)
    return isOld ? this.run([old.store, store], old.load, this.type) : this.run([old.store], store, this.type)
  }

  /** The steps after the address, then the value. */
  run(
    steps: readonly TypedExpression[],
    value: TypedExpression,
    type: TypedExpression['type'],
  ): TypedExpression {
    const { place } = this
    const result = type.kind === 'void' ? convert(this.c, value, VOID) : value
    return [this.start, ...steps].reduceRight<TypedExpression>(
      (right, left) => ({ kind: 'comma', left, right, type: right.type, place }),
      result,
    )
  }

  private get current(): TypedExpression {
    return { kind: 'load', from: this.target, type: this.type, place: this.place }
  }

  /** A hidden local for the value that was there before. */
  private keep(): { store: TypedExpression; load: TypedExpression } {
    const { place, type } = this
    const slot = variable(this.c.hiddenLocal(type, place), place)
    return {
      store: { kind: 'assign', target: slot, value: this.current, type, place },
      load: { kind: 'load', from: slot, type, place },
    }
  }
}
