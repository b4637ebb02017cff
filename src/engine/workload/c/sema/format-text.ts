/** One conversion of a printf or scanf format. */
export interface Conversion {
  /** As it stands in the format: `%-8lu`. */
  readonly text: string
  /** `d`, `s`, `%` …; `[` for a set of scanf's. */
  readonly letter: string
  /** hh, h, l, ll, q, j, z, t, L, scanf's m, or ''. */
  readonly length: string
  /** How many arguments `*` takes for width and precision. */
  readonly stars: number
  /** scanf's `%*d`: read, but not stored. */
  readonly isSkipped: boolean
  /** What is wrong with it, if the conversion is none. */
  readonly problem: string | null
}

const PRINTF = /%([-+ #0'I]*)(\*|\d+)?(?:\.(\*|-?\d*))?(hh|h|ll|l|q|j|z|t|L)?([\s\S])?/g
const PRINTF_LETTERS = 'diouxXbeEfFgGaAcspn%m'

/** The conversions of a printf format (C99 7.19.6.1, glibc's %m), in order. */
export function printfConversions(text: string): Conversion[] {
  return [...text.matchAll(PRINTF)].map(([whole, , width, precision, length, letter]) => {
    const stars = (width === '*' ? 1 : 0) + (precision === '*' ? 1 : 0)
    // %m prints strerror(errno) and takes no argument, like %%.
    const isBare = letter === '%' || letter === 'm'
    return {
      text: whole,
      letter: isBare ? '%' : (letter ?? ''),
      length: length ?? '',
      stars,
      isSkipped: false,
      problem: letterProblem(letter, PRINTF_LETTERS, 'printf'),
    }
  })
}

const SCANF = /%(\*)?(\d+)?(hh|h|ll|l|q|j|z|t|L|m)?(\[\^?\]?[^\]]*\]|[\s\S])?/g
const SCANF_LETTERS = 'diouxXeEfFgGaAcspn%['

/** The conversions of a scanf format (C99 7.19.6.2), in order. */
export function scanfConversions(text: string): Conversion[] {
  return [...text.matchAll(SCANF)].map(([whole, star, , length, rest]) => {
    const letter = rest?.[0]
    return {
      text: whole,
      letter: letter ?? '',
      length: length ?? '',
      stars: 0,
      isSkipped: star !== undefined,
      problem: letterProblem(letter, SCANF_LETTERS, 'scanf'),
    }
  })
}

function letterProblem(letter: string | undefined, known: string, family: string): string | null {
  if (letter === undefined) return "the conversion breaks off at the end; '%%' stands for a percent sign"
  if (/\s/.test(letter)) return "'%%' stands for a percent sign"
  return known.includes(letter) ? null : `${family} has no conversion '${letter}'`
}
