/*
 * What a file of the library defines, read off its text. The library is written so that this is easy: definitions begin
 * at the start of a line, a function's head stands on one line and ends in {, variables end in ;.
 */

const HEAD = /^(?!static\b|typedef\b|extern\b|(?:struct|enum|union)(?:\s+\w+)?\s*\{|#|\/|\s|\})/
const FUNCTION = /^[^;{}()]*?\b(\w+)\(.*\{.*$/
const VARIABLE = /^[\w\s*]*?\b(\w+)(?:\s*=.*)?;$/
/** Variables of one type, declared together. */
const LIST = /^(?:char|int|long)\s.*,.*;$/

/** The external names that a C text of the library defines. */
export function definedNames(text: string): string[] {
  return text.split('\n').flatMap((line) => {
    if (!HEAD.test(line)) return []
    const isVariable = !line.split('=')[0]!.includes('(')
    if (isVariable && LIST.test(line)) return listed(line)
    const match = (isVariable ? VARIABLE : FUNCTION).exec(line)
    return match === null ? [] : [match[1]!]
  })
}

function listed(line: string): string[] {
  const names = line.replace(/^\w+/, '').split(',')
  return names.map((each) => /\w+/.exec(each.trim().replace(/^\*+/, ''))![0])
}
