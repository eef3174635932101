import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import { isUserError } from '../../src/kernel/errors.ts'
import { evaluateMarker, formatMarker, parseMarker, type Marker, type MarkerEnvironment } from '../../src/standards/markers.ts'
import { isProjectName, normalizeName } from '../../src/standards/names.ts'
import { formatRequirement, parseRequirement, requirementReader } from '../../src/standards/requirements.ts'
import { tagsFor } from '../../src/standards/tags.ts'
import { expandWheelTags, parseSdistName, parseWheelName } from '../../src/standards/wheel-name.ts'
import { markerText, nameText, nearVersion, requirementText, wheelFilename } from '../support/packaging/arbitraries.ts'
import { anyInterpreter } from '../support/packaging/interpreters.ts'

const environment: MarkerEnvironment = {
  implementation_name: 'cpython', implementation_version: '3.11.7', os_name: 'posix', platform_machine: 'x86_64',
  platform_python_implementation: 'CPython', platform_release: '6.1.0-18-amd64', platform_system: 'Linux', platform_version: '#1 SMP',
  python_full_version: '3.11.7', python_version: '3.11', sys_platform: 'linux',
}
const marker = markerText.map((text) => parseMarker(text)).filter((parsed) => parsed.ok).map((parsed) => parsed.value)

/** Texts that need an escape are printed without one, as packaging does, and so cannot be read again. */
function isReadable(one: Marker): boolean {
  const text = formatMarker(one)
  return !/[\\\n\r\0]/.test(text) && !/"[^"]*'[^"]*"[^"]*"|'[^']*"[^']*'[^']*'/.test(text)
}

function reread(text: string): Marker {
  const parsed = parseMarker(text)
  if (!parsed.ok) throw new Error(`${text}: ${parsed.message}`)
  return parsed.value
}

/** True, false, or 'undefined' for what has no meaning. */
function value(one: Marker, extras: readonly string[] = []): boolean | 'undefined' {
  try {
    return evaluateMarker(one, environment, new Set(extras))
  } catch (error) {
    if (isUserError(error)) return 'undefined'
    throw error
  }
}

test('the text of a marker is the same marker', () => {
  fc.assert(fc.property(marker, (one) => {
    fc.pre(isReadable(one))
    expect(reread(formatMarker(one))).toEqual(one)
  }), { numRuns: 1000 })
})

test('parentheses and "and", "or" mean what they say', () => {
  fc.assert(fc.property(marker, marker, (a, b) => {
    fc.pre(isReadable(a) && isReadable(b))
    const [left, right] = [value(a), value(b)]
    const isKnown = left !== 'undefined' && right !== 'undefined'
    expect(value(reread(`(${formatMarker(a)}) and (${formatMarker(b)})`))).toBe(isKnown ? left && right : 'undefined')
    expect(value(reread(`(${formatMarker(a)}) or (${formatMarker(b)})`))).toBe(isKnown ? left || right : 'undefined')
  }), { numRuns: 500 })
})

test('a marker holds for several extras when it holds for one of them, and without extras for the empty one', () => {
  fc.assert(fc.property(marker, fc.subarray(['test', 'Foo_Bar', 'foo'], { minLength: 1 }), (one, extras) => {
    fc.pre(value(one) !== 'undefined')
    expect(value(one, extras)).toBe(extras.some((extra) => value(one, [extra]) === true))
    expect(value(one)).toBe(value(one, ['']))
  }), { numRuns: 500 })
})

test('markers and requirements survive JSON and structuredClone', () => {
  fc.assert(fc.property(marker, requirementText, (one, text) => {
    expect(value(JSON.parse(JSON.stringify(one)) as Marker)).toBe(value(one))
    const requirement = parseRequirement(text)
    expect(structuredClone(requirement)).toEqual(requirement)
  }))
})

test('the text of a requirement is the same requirement', () => {
  fc.assert(fc.property(requirementText, (text) => {
    const requirement = parseRequirement(text)
    if (!requirement.ok || requirement.value.extras.some((extra) => !isProjectName(extra))) return fc.pre(false)
    fc.pre(requirement.value.marker === undefined || isReadable(requirement.value.marker))
    const again = parseRequirement(formatRequirement(requirement.value))
    expect(again).toEqual({ ok: true, value: { ...requirement.value, text: formatRequirement(requirement.value) } })
  }), { numRuns: 1000 })
})

test('any text is read or refused inside itself, never with an exception', () => {
  fc.assert(fc.property(fc.oneof(fc.string(), fc.string({ unit: 'binary' }), requirementText, markerText), (text) => {
    for (const parsed of [parseRequirement(text), parseMarker(text)]) {
      if (!parsed.ok) expect(parsed.offset >= 0 && parsed.offset <= text.length).toBe(true)
    }
    parseWheelName(text)
    parseSdistName(text, normalizeName('a'))
  }), { numRuns: 2000 })
})

test('a normalized name stays as it is, and names that differ in case and separators are one', () => {
  fc.assert(fc.property(nameText, (text) => {
    expect(normalizeName(normalizeName(text))).toBe(normalizeName(text))
    if (isProjectName(text)) expect(normalizeName(text.toUpperCase().replace(/[-_.]/g, '__'))).toBe(normalizeName(text))
  }))
})

test('every tag of a wheel, put into a name, is a wheel with that one tag', () => {
  fc.assert(fc.property(wheelFilename, (filename) => {
    const wheel = parseWheelName(filename)
    fc.pre(wheel !== undefined)
    for (const tag of wheel === undefined ? [] : expandWheelTags(wheel)) {
      const single = parseWheelName(`a-1-${tag}.whl`)
      expect(single && expandWheelTags(single)).toEqual([tag])
    }
  }))
})

test('a source archive is found under every spelling of its name', () => {
  const spelling = fc.constantFrom('foo-bar', 'Foo.Bar', 'foo_bar', 'FOO--bar')
  fc.assert(fc.property(nearVersion, spelling, fc.constantFrom('.tar.gz', '.zip', '.tar.xz', '.tbz'), (version, name, suffix) => {
    const sdist = parseSdistName(`${name}-${version}${suffix}`, normalizeName('foo-bar'))
    expect(sdist?.version).toBeDefined()
    expect(parseSdistName(`${name}-${version}${suffix}`, normalizeName('foo'))?.version.text).not.toBe(sdist?.version.text)
  }))
})

test('tags have three parts, are each once, and end with those any Python of the version has', () => {
  fc.assert(fc.property(anyInterpreter, (facts) => {
    const tags = tagsFor(facts)
    expect(tags.every((tag) => /^[^-]+-[^-]+-[^-]+$/.test(tag))).toBe(true)
    expect(new Set(tags).size).toBe(tags.length)
    expect(tags).toContain(`py${facts.versionMajor}-none-any`)
    expect(tags.at(-1)).toMatch(/^py[0-9]+-none-any$/)
  }), { numRuns: 100 })
})

test('the short way through usual requirements leads where the whole grammar does', () => {
  const pick = (...texts: string[]): fc.Arbitrary<string> => fc.constantFrom(...texts)
  const usual = fc.tuple(
    pick('foo', 'Foo.Bar', 'a_b-1', 'foo-', 'f'), pick('', '[a]', '[B_b , a]', '[a,a]', '[]', '[a-]'), pick('', ' '),
    pick('', '>=1', '>=1,<2', '== 1.0.*', '(~=1.4)', '(>1 , !=2.0)', '>=1.*', '~=1', '>=1.0a1', '===x', '()', '@ x'), pick('', ' '),
    pick('', ';python_version<"3"', '; extra == "A_b"', ';', '; os_name', "; extra=='x' and (os_name=='nt')", ' ;extra == "x"\n'),
  ).map((parts) => parts.join(''))
  const read = requirementReader()
  fc.assert(fc.property(usual, (text) => {
    // A tab before the name is no usual form.
    const whole = parseRequirement(`\t${text}`)
    const expected = whole.ok ? { ok: true, value: { ...whole.value, text } } : { ...whole, offset: whole.offset - 1 }
    expect(parseRequirement(text)).toEqual(expected)
    expect([read(text), read(text)]).toEqual([expected, expected])
  }), { numRuns: 2_000 })
})
