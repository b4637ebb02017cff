import type { TranslationUnit } from '../ast.ts'
import type { Diagnostics } from '../source.ts'
import type { Tokens } from '../token.ts'
import { readBlock, readFunctionBody } from './blocks.ts'
import { readStaticAssertion } from './declarations.ts'
import { readTypeName } from './declarators.ts'
import { readAssignment, readConditional, readExpression } from './expressions.ts'
import { readUnit } from './file.ts'
import { readInitialiser } from './initialisers.ts'
import { Parser, type Rules } from './parser.ts'
import { readEnumeration, readRecord } from './records.ts'

export { headerOfType } from './hints.ts'

const RULES: Rules = {
  expression: readExpression,
  assignment: readAssignment,
  conditional: readConditional,
  typeName: readTypeName,
  initialiser: readInitialiser,
  block: readBlock,
  functionBody: readFunctionBody,
  record: readRecord,
  enumeration: readEnumeration,
  staticAssertion: readStaticAssertion,
}

/**
 * Reads one preprocessed file: C99 with what gcc adds to it (C11's anonymous members, `_Static_assert`, `_Generic` and
 * alignment; attributes, statement expressions, ranges and the like).
 *
 * Syntax errors go to `diagnostics`. What they stand in is left out of the tree, or a zero stands for an expression,
 * so a tree that comes with errors is good for no more than looking for further ones. Throws CompileStop only.
 */
export function parse(tokens: Tokens, file: string, diagnostics: Diagnostics): TranslationUnit {
  return { file, declarations: readUnit(new Parser(tokens, diagnostics, RULES)) }
}
