import type { Expression } from '../ast.ts'
import type { DataModel, Place } from '../source.ts'
import type { TypedExpression } from '../typed.ts'
import type { CType, IntegerType } from '../types.ts'
import { isCharacter, longType, sizeType } from './basic-types.ts'
import type { Context } from './context.ts'
import { type Conversion, printfConversions, scanfConversions } from './format-text.ts'
import { counted } from './messages.ts'
import { typeWords } from './type-text.ts'

/** Which argument is the format, from 0, and what kind it is. */
const FORMATS: Readonly<Record<string, readonly ['printf' | 'scanf', number]>> = {
  printf: ['printf', 0],
  fprintf: ['printf', 1],
  dprintf: ['printf', 1],
  sprintf: ['printf', 1],
  snprintf: ['printf', 2],
  scanf: ['scanf', 0],
  fscanf: ['scanf', 1],
  sscanf: ['scanf', 1],
}

/** Compares a printf or scanf format with the arguments behind it, as gcc's -Wformat does; all it finds are warnings. */
export function checkFormat(
  c: Context,
  name: string,
  written: readonly Expression[],
  values: readonly TypedExpression[],
): void {
  const found = Object.hasOwn(FORMATS, name) ? FORMATS[name] : undefined
  const format = found && written[found[1]]
  if (!found || format?.kind !== 'string' || format.isWide) return
  const [family, index] = found
  const text = new TextDecoder('latin1').decode(format.bytes)
  // Arguments named by number (POSIX) may come in any order: left unchecked.
  if (/%\d+\$/.test(text)) return
  const conversions = family === 'printf' ? printfConversions(text) : scanfConversions(text)
  new Check(c, format.place, values.slice(index + 1)).run(conversions, family)
}

class Check {
  private next = 0

  constructor(
    private readonly c: Context,
    private readonly place: Place,
    private readonly values: readonly TypedExpression[],
  ) {}

  run(conversions: readonly Conversion[], family: 'printf' | 'scanf'): void {
    for (const conversion of conversions) {
      if (conversion.problem !== null) {
        // Behind a conversion that nobody knows, it is unknown which argument belongs to which.
        const shown = conversion.text.replaceAll('\n', '\\n')
        this.c.warn(this.place, `'${shown}' in the format: ${conversion.problem}`)
        return
      }
      for (let i = 0; i < conversion.stars; i++) this.star(conversion)
      if (conversion.letter !== '%' && !conversion.isSkipped) this.one(conversion, family)
    }
    const extra = this.values.length - this.next
    if (extra > 0) {
      this.c.warn(
        this.values[this.next]!.place,
        `the format uses ${counted(this.next, 'argument')}, but ${extra} more ${extra === 1 ? 'is' : 'are'} given`,
      )
    }
  }

  private take(conversion: Conversion): TypedExpression | null {
    const value = this.values[this.next++]
    if (value) return value
    this.next = this.values.length
    this.c.warn(this.place, `'${conversion.text}' in the format has no argument`)
    return null
  }

  private star(conversion: Conversion): void {
    const value = this.take(conversion)
    if (value && !isIntegerOf(value.type, 4)) {
      this.c.warn(
        value.place,
        `'*' in '${conversion.text}' expects int, but the argument is ${typeWords(value.type)}`,
      )
    }
  }

  private one(conversion: Conversion, family: 'printf' | 'scanf'): void {
    const value = this.take(conversion)
    if (!value) return
    const { model } = this.c
    const isFit =
      family === 'printf'
        ? fitsPrintf(conversion, value.type, model)
        : fitsScanf(conversion, value.type, model)
    if (isFit) return
    const expected = family === 'printf' ? printfExpects(conversion, model) : scanfExpects(conversion, model)
    this.c.warn(
      value.place,
      `'${conversion.text}' expects ${expected}, but the argument is ${typeWords(value.type)}`,
    )
  }
}

/** Bytes of the integer that a length modifier means. */
function integerSize(length: string, model: DataModel): number {
  if (length === 'hh') return 1
  if (length === 'h') return 2
  if (length === 'll' || length === 'q' || length === 'j' || length === 'L') return 8
  return length === '' ? 4 : longType(model).size
}

function isIntegerOf(type: CType, size: number): type is IntegerType {
  return type.kind === 'integer' && type.size === size
}

/**
 * gcc takes any integer type of the rank for %d and %u alike (signs are -Wformat-signedness). A `long` for %lld or an
 * `int` for %ld under -m32 have the right size only by chance, and it warns.
 */
function isRanked(type: CType, length: string, model: DataModel): boolean {
  if (type.kind !== 'integer') return false
  const name = type.name.replace(/^(un)?signed /, '')
  if (length === 'z' || length === 't') return name === sizeType(model).name.replace('unsigned ', '')
  if (length === 'j') return type.size === 8 && name === (model === 'lp64' ? 'long' : 'long long')
  if (length === 'l') return name === 'long'
  if (length === '' || length === 'h' || length === 'hh') return name === 'int'
  return name === 'long long'
}

function fitsPrintf({ letter, length }: Conversion, type: CType, model: DataModel): boolean {
  switch (letter) {
    case 's':
      return isPointerToCharacter(type) || length === 'l'
    case 'p':
      return type.kind === 'pointer'
    case 'n':
      return type.kind === 'pointer' && isIntegerOf(type.target, integerSize(length, model))
    case 'c':
      return isIntegerOf(type, 4)
    case 'd':
    case 'i':
    case 'o':
    case 'u':
    case 'x':
    case 'X':
    case 'b':
      return isRanked(type, length, model)
    default:
      return type.kind === 'float' && (type.name === 'long double') === (length === 'L')
  }
}

function isPointerToCharacter(type: CType): boolean {
  return type.kind === 'pointer' && isCharacter(type.target)
}

function fitsScanf({ letter, length }: Conversion, type: CType, model: DataModel): boolean {
  if (type.kind !== 'pointer') return false
  const { target } = type
  if (letter === 's' || letter === 'c' || letter === '[')
    return isCharacter(target) || length === 'l' || length === 'm'
  if (letter === 'p') return target.kind === 'pointer'
  if ('aAeEfFgG'.includes(letter)) {
    return target.kind === 'float' && target.name === floatName(length)
  }
  return isIntegerOf(target, integerSize(length, model))
}

function floatName(length: string): 'float' | 'double' | 'long double' {
  return length === 'l' ? 'double' : length === 'L' ? 'long double' : 'float'
}

function printfExpects({ letter, length }: Conversion, model: DataModel): string {
  if (letter === 's') return 'char *'
  if (letter === 'p') return 'a pointer'
  if (letter === 'c') return 'int'
  if ('aAeEfFgG'.includes(letter)) return length === 'L' ? 'long double' : 'double'
  const name = integerName(letter, length, model)
  return letter === 'n' ? `${name} *` : name
}

function scanfExpects({ letter, length }: Conversion, model: DataModel): string {
  if (letter === 's' || letter === 'c' || letter === '[') return 'char *'
  if (letter === 'p') return 'void **'
  if ('aAeEfFgG'.includes(letter)) return `${floatName(length)} *`
  return `${integerName(letter, length, model)} *`
}

function integerName(letter: string, length: string, model: DataModel): string {
  const isUnsigned = 'ouxXb'.includes(letter)
  if (length === 'z') return isUnsigned ? typeWords(sizeType(model)) : 'ssize_t'
  const names: Readonly<Record<string, string>> = {
    hh: 'char',
    h: 'short',
    l: 'long',
    ll: 'long long',
    q: 'long long',
    j: 'intmax_t',
    t: 'ptrdiff_t',
  }
  const name = names[length] ?? 'int'
  return isUnsigned && !name.endsWith('_t') ? `unsigned ${name}` : name
}
