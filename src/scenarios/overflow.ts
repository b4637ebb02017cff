import type { Example } from './example.ts'
import { afterLine, course, link, program } from './make.ts'

const text = `#include <stdlib.h>
#include <string.h>

int main(void) {
  char *a = malloc(24);
  char *b = malloc(24);
  char *c = malloc(24);
  memset(c, 'C', 24);
  memset(a, 'A', 41);
  free(b);
}
`

const scenario = program('overflow', 'The forty-first byte', text, course())

export const overflow: Example = {
  id: 'overflow',
  title: 'The forty-first byte',
  chapter: 6,
  kind: 'mistake',
  teaches: 'Tags lie next to data; harm shows later and elsewhere.',
  scenario,
  open: afterLine(scenario, "memset(a, 'A', 41);"),
  panel: 'chunk',
  light: '+48',
  look: 'Bytes 24 to 31 are a’s padding, 32 to 39 its footer, and byte 40 is the lowest byte of b’s header: 0x31 becomes 0x41, so the size of b reads 64.',
  moments: [link('0x31 becomes 0x41', afterLine(scenario, "memset(a, 'A', 41);"))],
  question: 'What has happened to c after free(b)?',
  answer:
    'Its first 8 bytes are 0x40, so c reads "@". free wrote b’s footer where a chunk of 64 bytes would end, 8 bytes inside c’s block. A walk from +0 goes wrong at +112.',
  variants: [],
}
