const IMPORTS = /^(?:import (?:pkg_resources|pkgutil)|from pkgutil import extend_path|from pkg_resources import declare_namespace)$/
const DECLARES = /^(?:(?:__import__\((['"])pkg_resources\1\)|pkg_resources)\.)?declare_namespace\(__name__\)$/
const EXTENDS = /^__path__(?:: [\w.[\]]+)? ?= ?(?:(?:__import__\((['"])pkgutil\1\)|pkgutil)\.)?extend_path\(__path__, ?__name__\)$/
const FRAME = /^(?:try|finally|else|except(?: \(?[\w, ]+\)?)?):$|^pass$/

/**
 * Whether two `__init__.py` do the same, so that it does not matter which one is there: their code without comments and
 * docstring is equal, or both do nothing but declare a legacy namespace package (packaging.python.org: "Packaging namespace
 * packages", the pkgutil and the pkg_resources style), which distributions that share one all ship.
 */
export function areInterchangeable(one: string, other: string): boolean {
  const [first, second] = [codeLines(one), codeLines(other)]
  return (first.length === second.length && first.every((line, index) => line === second[index])) || (declaresNamespace(first) && declaresNamespace(second))
}

function declaresNamespace(lines: readonly string[]): boolean {
  const isDeclaration = (line: string): boolean => DECLARES.test(line) || EXTENDS.test(line)
  return lines.some(isDeclaration) && lines.every((line) => isDeclaration(line) || IMPORTS.test(line) || FRAME.test(line))
}

/** Lines of code with single blanks and without indentation, comments, a first docstring and semicolons. */
function codeLines(text: string): string[] {
  const code = text.replace(/^\uFEFF/, '').split(/\r?\n/).filter((line) => !/^\s*(?:#.*)?$/.test(line)).join('\n')
  const bare = code.replace(/^\s*[rRuU]?(?:"""[^]*?"""|'''[^]*?''')[ \t]*(?=\n|#|$)/, '')
  return bare.split(/[\n;]/).map((line) => line.replace(/\s+#.*$/, '').trim().replace(/[ \t]+/g, ' ')).filter((line) => line !== '' && !line.startsWith('#'))
}
