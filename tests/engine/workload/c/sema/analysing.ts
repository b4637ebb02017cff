import { standardHeader } from '../../../../../src/engine/workload/c/library/headers/index.ts'
import { parse } from '../../../../../src/engine/workload/c/parse/index.ts'
import { preprocess } from '../../../../../src/engine/workload/c/pp/index.ts'
import { analyse } from '../../../../../src/engine/workload/c/sema/index.ts'
import { CompileStop, type DataModel, Diagnostics } from '../../../../../src/engine/workload/c/source.ts'
import type {
  GlobalVariable,
  StaticInitialiser,
  TypedExpression,
  TypedUnit,
} from '../../../../../src/engine/workload/c/typed.ts'

/** A unit together with what was said about it, as `line: message`. */
export interface Analysed {
  readonly unit: TypedUnit
  readonly errors: readonly string[]
  readonly warnings: readonly string[]
}

const EMPTY: TypedUnit = { file: '', functions: [], globals: [], functionSymbols: [] }

/** Analyses a text as the file main.c. */
export function analysed(text: string, model: DataModel = 'lp64'): Analysed {
  const diagnostics = new Diagnostics()
  let unit = EMPTY
  try {
    const options = { files: [], headers: standardHeader, model, defines: [] }
    const tokens = preprocess({ name: 'main.c', text }, options, diagnostics)
    unit = analyse(parse(tokens, 'main.c', diagnostics), model, diagnostics)
  } catch (thrown) {
    if (!(thrown instanceof CompileStop)) throw thrown
  }
  const said = (severity: string) =>
    diagnostics.list
      .filter((each) => each.severity === severity)
      .map(({ place, message }) => `${place.line}: ${message}`)
  return { unit, errors: said('error'), warnings: said('warning') }
}

/** The global of that name in a text without errors. */
export function globalOf(text: string, name = 'x', model: DataModel = 'lp64'): GlobalVariable {
  const { unit, errors } = analysed(text, model)
  if (errors.length > 0) throw new Error(errors.join('\n'))
  const found = unit.globals.find((each) => each.name === name)
  if (!found) throw new Error(`no global ${name}`)
  return found
}

/** The value that `x` has in `<text>; void f(…) { (expression); }`: the typed tree of the expression. */
export function expressionOf(expression: string, before = '', model: DataModel = 'lp64'): TypedExpression {
  const { unit, errors } = analysed(`${before}\nvoid test(void) { (void)(${expression}); }`, model)
  if (errors.length > 0) throw new Error(errors.join('\n'))
  const { body } = unit.functions.at(-1)!
  const statement = body.kind === 'block' ? body.body.at(-1) : undefined
  if (statement?.kind !== 'expression' || statement.value.kind !== 'convert') throw new Error('no expression')
  return statement.value.operand
}

/** The bytes of an initialiser in hexadecimal, addresses behind as `offset:name+addend`. */
export function imageText(initialiser: StaticInitialiser | null): string {
  if (!initialiser) return 'zero'
  const bytes = [...initialiser.bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('')
  const addresses = initialiser.addresses.map(
    ({ offset, target, addend }) =>
      ` ${offset}:${target.name || 'literal'}${addend >= 0 ? '+' : ''}${addend}`,
  )
  return bytes + addresses.join('')
}
