/** The size of a frame, in CSS pixels, for which the page without its panels is made. */
const WIDTH = 600
const HEIGHT = 400

/** The HTML of a frame that shows a moment in somebody's page. `url` is a link for frames. */
export function embedSnippet(url: string, title: string): string {
  const name = title === '' ? 'Heap Lab' : `Heap Lab: ${title}`
  const attributes = [
    `src="${escaped(url)}"`,
    `title="${escaped(name)}"`,
    `width="${WIDTH}" height="${HEIGHT}"`,
    'style="border: 1px solid #ccc; max-width: 100%"',
    'loading="lazy"',
  ]
  return `<iframe ${attributes.join(' ')}></iframe>`
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

function escaped(text: string): string {
  return text.replace(/\s+/g, ' ').replace(/[&<>"']/g, (character) => ENTITIES[character]!)
}
