const COLOR = /\u001b\[[\d;]*m/g
/** Control characters but tab and line feed, and those that turn the direction of text around. */
const UNSEEN = /[\0-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/g

/**
 * Text of others (a file's line, a name on an index, what a build printed) as it may be shown on a terminal: colours are taken out,
 * what else a terminal would obey is spelled out (`\x1b`).
 */
export function printable(text: string): string {
  return text.replace(COLOR, '').replaceAll('\r\n', '\n').replace(UNSEEN, (character) => {
    const code = character.charCodeAt(0).toString(16)
    return code.length > 2 ? `\\u${code}` : `\\x${code.padStart(2, '0')}`
  })
}
