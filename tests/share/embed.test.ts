import { expect, test } from 'vitest'
import { embedSnippet } from '../../src/share/index.ts'

test('a frame of a size that slides and course pages have room for', () => {
  expect(embedSnippet('https://lab.example/#embed.2.abc', 'Which hole?')).toBe(
    '<iframe src="https://lab.example/#embed.2.abc" title="Heap Lab: Which hole?" width="600" height="400" style="border: 1px solid #ccc; max-width: 100%" loading="lazy"></iframe>',
  )
})

test('no title leaves its attribute', () => {
  const html = embedSnippet('https://lab.example/?a&b', "\"><script>alert('1')</script>\n")
  expect(html).toContain('src="https://lab.example/?a&amp;b"')
  expect(html).toContain('title="Heap Lab: &quot;&gt;&lt;script&gt;alert(&#39;1&#39;)&lt;/script&gt; "')
})

test('without a title it is called by the name of the page', () => {
  expect(embedSnippet('x', '')).toContain('title="Heap Lab"')
})
