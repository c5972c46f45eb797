import { languageCode } from '../../import/onix/codes/languages.ts'
import type { ImportCategory } from '../../import/category.ts'
import { aboveScheme, factScheme, sectionScheme } from '../../import/onix/schemes.ts'
import { el, type Element } from './xml.ts'

/** A name and a value that ONIX has no place for; undefined without a value. */
export const fact = (name: string, value: string | number | undefined): Element | undefined =>
  value === undefined || value === '' ? undefined : own(factScheme, name, el('SubjectHeadingText', value))

/** The sections a product stands in, and those above them, so that they can be made where they are not there. */
export function sectionSubjects(handles: readonly string[], sections: ReadonlyMap<string, ImportCategory>): (Element | undefined)[] {
  const above = new Set(handles.flatMap((handle) => pathOf(handle, sections).slice(0, -1)).filter((handle) => !handles.includes(handle)))
  return [...[...above].map((handle) => sectionSubject(aboveScheme, handle, sections)), ...handles.map((handle) => sectionSubject(sectionScheme, handle, sections))]
}

function sectionSubject(scheme: string, handle: string, sections: ReadonlyMap<string, ImportCategory>): Element | undefined {
  const names = Object.entries(sections.get(handle)?.name ?? {})
  return own(scheme, pathOf(handle, sections).join('/'), names.map(([language, name]) => {
    const text = el('SubjectHeadingText', name)
    const code = languageCode(language)
    return text && { ...text, ...(code !== undefined && { attributes: ` language="${code}"` }) }
  }))
}

/** Root first. */
function pathOf(handle: string, sections: ReadonlyMap<string, ImportCategory>): string[] {
  const parent = sections.get(handle)?.parent
  return parent === undefined ? [handle] : [...pathOf(parent, sections), handle]
}

const own = (scheme: string, code: string, ...headings: readonly unknown[]): Element | undefined =>
  el('Subject', el('SubjectSchemeIdentifier', '24'), el('SubjectSchemeName', scheme), el('SubjectCode', code), ...headings as Element[])
