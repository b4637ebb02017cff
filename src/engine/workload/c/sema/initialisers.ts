import type { Designator, Expression, Initialiser, InitialiserItem } from '../ast.ts'
import type { Place } from '../source.ts'
import type { LValue, TypedExpression } from '../typed.ts'
import type { ArrayType, CType, Member, RecordType } from '../types.ts'
import { assignable } from './assignable.ts'
import { differenceType, isCharArray, isIncomplete, isScalar, wideCharType } from './basic-types.ts'
import { type Context, Failed } from './context.ts'
import { integerConstant } from './integer-constant.ts'
import { sizeOf } from './layout.ts'
import { findMember, memberOf } from './members.ts'
import { counted } from './messages.ts'
import { sameType } from './same-type.ts'
import { typeWords } from './type-text.ts'
import { integer, rvalue } from './values.ts'

/** Elements that one range of an initialiser may name: each becomes a part of its own. */
const LONGEST_RANGE = 65536

/** Takes the parts of an initialiser, in order; a later part for the same place replaces an earlier one. */
export interface Sink {
  value(target: LValue, value: TypedExpression): void
  /** A string literal for an array of characters: as many of its bytes as fit; the rest is zero. */
  text(target: LValue, bytes: Uint8Array, place: Place): void
}

/**
 * Walks an initialiser along the type of `target` (C99 6.7.8: brace elision, designators; GNU's ranges) and hands each
 * scalar, record or string with its place to the sink. Returns the number of elements that a list gave to an array,
 * which completes `int a[] = {…}`.
 */
export function walkInitialiser(c: Context, target: LValue, initialiser: Initialiser, sink: Sink): number {
  return new Walk(c, sink).whole(target, initialiser)
}

/** A string literal as it stands in `char s[] = "…"`, or in braces; null for anything else. */
export function stringOf(initialiser: Initialiser): (Expression & { kind: 'string' }) | null {
  if (initialiser.kind === 'expression') return initialiser.value.kind === 'string' ? initialiser.value : null
  const [only, ...others] = initialiser.items
  if (!only || others.length > 0 || only.designators.length > 0) return null
  return stringOf(only.value)
}

/** The items of one list while they are given out. */
class Items {
  private next = 0
  private value: TypedExpression | null = null

  constructor(private readonly items: readonly InitialiserItem[]) {}

  get current(): InitialiserItem | null {
    return this.items[this.next] ?? null
  }

  /** The value of the item at hand, analysed once. */
  valueHere(c: Context, expression: Expression): TypedExpression {
    this.value ??= rvalue(c, c.operand(expression))
    return this.value
  }

  advance(): void {
    this.next++
    this.value = null
  }

  /** A reader from the same item on, for one more element of a range. */
  again(): Items {
    const copy = new Items(this.items)
    copy.next = this.next
    copy.value = this.value
    return copy
  }
}

class Walk {
  constructor(
    private readonly c: Context,
    private readonly sink: Sink,
  ) {}

  whole(target: LValue, initialiser: Initialiser): number {
    const { type } = target
    const string = stringOf(initialiser)
    if (string && takesString(this.c, type, string)) return this.text(target, string)
    if (initialiser.kind === 'expression') return this.single(target, initialiser.value)
    if (type.kind === 'array' || type.kind === 'record') {
      return this.fill(target, new Items(initialiser.items), true, [])
    }
    return this.scalarInBraces(target, initialiser)
  }

  private single(target: LValue, expression: Expression): number {
    if (target.type.kind === 'array') {
      this.c.fail(
        expression.place,
        `an array (${typeWords(target.type)}) is initialised by a list in braces or a string`,
      )
    }
    this.give(target, rvalue(this.c, this.c.operand(expression)), expression.place)
    return 0
  }

  private scalarInBraces(target: LValue, list: Initialiser & { kind: 'list' }): number {
    const [first, second] = list.items
    if (!first) this.c.fail(list.place, `empty braces cannot initialise ${typeWords(target.type)}`)
    if (second)
      this.c.warn(second.place, `${typeWords(target.type)} takes one value, so the others are dropped`)
    return this.whole(target, first!.value)
  }

  private give(target: LValue, value: TypedExpression, place: Place): void {
    this.sink.value(target, assignable(this.c, value, target.type, { place, words: 'the initialiser' }))
  }

  private text(target: LValue, string: Expression & { kind: 'string' }): number {
    const { element, length } = target.type as ArrayType
    const unit = element.kind === 'integer' ? element.size : 1
    const own = string.bytes.length / unit
    if (length !== null && own > length) {
      this.c.warn(
        string.place,
        `the string has ${counted(own, 'character')}, but the array has room for ${length}`,
      )
    }
    const bytes = new Uint8Array(Math.min(length ?? own + 1, own + 1) * unit)
    bytes.set(string.bytes.subarray(0, bytes.length))
    this.sink.text(target, bytes, string.place)
    return own + 1
  }

  /**
   * Fills an array or a record from the items: from the first element on, or where designators lead. Without braces of
   * its own it ends when it is full or when an item has designators, which mean the object around it.
   */
  private fill(target: LValue, items: Items, isBraced: boolean, designators: readonly Designator[]): number {
    const children = target.type.kind === 'array' ? new Elements(this.c, target) : new Members(this.c, target)
    // Without braces the designators of the first item have led here; those of a later one lead away.
    const first = isBraced ? null : items.current
    let most = 0
    for (let item = items.current; item; item = items.current) {
      const path = isBraced ? item.designators : item === first ? designators : []
      const leadsAway = item !== first && item.designators.length > 0
      if (!isBraced && path.length === 0 && (leadsAway || children.isFull)) return most
      try {
        if (path.length > 0) this.designated(children, items, path)
        else if (children.isFull) this.excess(target.type, items, item)
        else this.child(children.take(), items)
      } catch (thrown) {
        if (!(thrown instanceof Failed) || !isBraced) throw thrown
        if (items.current === item) items.advance()
      }
      most = Math.max(most, children.count)
    }
    return most
  }

  private excess(type: CType, items: Items, item: InitialiserItem): void {
    this.c.warn(item.place, `there are more values than ${typeWords(type)} has room for, so they are dropped`)
    items.advance()
  }

  private designated(children: Elements | Members, items: Items, path: readonly Designator[]): void {
    const rest = path.slice(1)
    const repeats = children.moveTo(path[0]!)
    for (let i = 1; i < repeats; i++) this.inner(children.take(), items.again(), rest)
    this.inner(children.take(), items, rest)
  }

  private inner(target: LValue, items: Items, rest: readonly Designator[]): void {
    if (rest.length === 0) {
      this.child(target, items)
      return
    }
    if (target.type.kind !== 'array' && target.type.kind !== 'record') {
      this.c.fail(rest[0]!.place, `${typeWords(target.type)} has no parts that a designator could name`)
    }
    this.fill(target, items, false, rest)
  }

  /** Gives the item at hand to an element or member; one that is an aggregate may take several items. */
  private child(target: LValue, items: Items): void {
    const { value, place } = items.current!
    const { type } = target
    const string = stringOf(value)
    if (value.kind === 'list' || (string && takesString(this.c, type, string))) {
      items.advance()
      this.whole(target, value)
      return
    }
    if (isScalar(type) || this.isWhole(type, items, value.value)) {
      const given = items.valueHere(this.c, value.value)
      items.advance()
      this.give(target, given, place)
    } else {
      this.fill(target, items, false, [])
    }
  }

  private isWhole(type: CType, items: Items, expression: Expression): boolean {
    return type.kind === 'record' && sameType(items.valueHere(this.c, expression).type, type, true)
  }
}

function takesString(c: Context, type: CType, string: Expression & { kind: 'string' }): boolean {
  if (type.kind !== 'array') return false
  return string.isWide ? sameType(type.element, wideCharType(c.model), true) : isCharArray(type)
}

/** The elements of an array, given out in order or from a designated index on. */
class Elements {
  private index = 0
  /** One more than the largest index given out. */
  count = 0

  constructor(
    private readonly c: Context,
    private readonly array: LValue,
  ) {
    const { element, length } = this.type
    if (length === null && sizeOf(element, c.model) === 0) {
      c.fail(array.place, `the number of elements is not known, since ${typeWords(element)} takes no values`)
    }
  }

  private get type(): ArrayType {
    return this.array.type as ArrayType
  }

  get isFull(): boolean {
    return this.type.length !== null && this.index >= this.type.length
  }

  take(): LValue {
    const { element, length } = this.type
    const { place } = this.array
    const index = integer(BigInt(this.index++), differenceType(this.c.model), place)
    this.count = Math.max(this.count, this.index)
    return { kind: 'element', base: this.array, index, length: length ?? this.index, type: element, place }
  }

  /** Goes to a designated index; returns how many elements the designator names. */
  moveTo(designator: Designator): number {
    if (designator.kind === 'member') {
      return this.c.fail(
        designator.place,
        `'.${designator.name}' cannot name a part of the array ${typeWords(this.type)}`,
      )
    }
    const from = this.position(designator.index)
    const to = designator.to ? this.position(designator.to) : from
    if (to < from) this.c.fail(designator.place, `the range [${from} ... ${to}] is empty`)
    if (to - from >= LONGEST_RANGE) {
      this.c.fail(
        designator.place,
        `this range has ${to - from + 1} elements; at most ${LONGEST_RANGE} are possible here`,
      )
    }
    this.index = from
    return to - from + 1
  }

  private position(expression: Expression): number {
    const { value } = integerConstant(this.c, expression, 'an index of an initialiser')
    const { length } = this.type
    const most = length ?? 0x7fffffff
    if (value < 0n || value >= BigInt(most)) {
      this.c.fail(expression.place, `index ${value} lies outside of the array ${typeWords(this.type)}`)
    }
    return Number(value)
  }
}

/** The members of a record that take values, in order; of a union the first one, or the one designated. */
class Members {
  private readonly members: readonly Member[]
  private next = 0
  private path: readonly Member[] | null = null
  count = 0

  constructor(
    private readonly c: Context,
    private readonly record: LValue,
  ) {
    const { type } = record
    if (isIncomplete(type))
      c.fail(record.place, `${typeWords(type)} is never defined, so it cannot be initialised`)
    this.members = (this.type.definition.members ?? []).filter(
      (member) => member.name !== null || !member.bits,
    )
  }

  private get type(): RecordType {
    return this.record.type as RecordType
  }

  get isFull(): boolean {
    return (
      this.next >= (this.type.definition.isUnion ? Math.min(1, this.members.length) : this.members.length)
    )
  }

  take(): LValue {
    const path = this.path ?? [this.members[this.next]!]
    this.next = this.members.indexOf(path[0]!) + 1
    this.path = null
    this.count++
    const { place } = this.record
    return path.reduce((lvalue, member) => memberOf(lvalue, member, place), this.record)
  }

  /** Goes to a designated member. */
  moveTo(designator: Designator): number {
    if (designator.kind === 'index') {
      return this.c.fail(designator.place, `an index cannot name a member of ${typeWords(this.type)}`)
    }
    this.path = findMember(this.c, this.type, designator.name, designator.place)
    return 1
  }
}
