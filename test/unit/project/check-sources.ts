import { parseSync } from 'vite';

/** A source file of the interface. */
export interface Source {
  readonly file: string;
  readonly code: string;
}

interface Node {
  readonly type: string;
  readonly start: number;
  readonly [property: string]: unknown;
}

/** What gives a text for a key, which is its first argument. */
const textFunctions = ['t', 'tCount', 'textOf'];

/** What people see or hear of an element, or a component of ours passes on to one. */
const spokenAttributes =
  /^(aria-(label|description|roledescription|valuetext)|title|alt|placeholder|label|heading|help)$/;

/** Names of texts that no source asks for. A key with a variable part counts for all that it may stand for. */
export function unusedNames(names: Iterable<string>, sources: readonly Source[]): string[] {
  const patterns = sources.flatMap((source) => keyPatterns(source));
  return [...names].filter((name) => !patterns.some((pattern) => pattern.test(name)));
}

function keyPatterns(source: Source): RegExp[] {
  const patterns: RegExp[] = [];
  walk(parse(source), (node) => {
    const [key] = textFunctions.includes(calledName(node)) ? nodesIn(node.arguments) : [];
    if (key) for (const one of valuesOf(key)) patterns.push(...patternOf(one));
  });
  return patterns;
}

/** A key in full, or one whose beginning is known. */
function patternOf(node: Node): RegExp[] {
  if (node.type === 'Literal') return typeof node.value === 'string' ? [exactly(node.value)] : [];
  if (node.type !== 'TemplateLiteral') return [];
  const parts = quasisOf(node);
  return parts[0] ? [new RegExp(`^${parts.map(escaped).join('.+')}$`)] : [];
}

function exactly(text: string): RegExp {
  return new RegExp(`^${escaped(text)}$`);
}

function escaped(text: string): string {
  return text.replace(/[^\w]/g, '\\$&');
}

/** Words that a component holds, or that code puts together, each with where it stands. */
export function wordsInCode(source: Source): string[] {
  const found: string[] = [];
  const add = (node: Node, what: string) => {
    const line = source.code.slice(0, node.start).split('\n').length;
    found.push(`${source.file}:${line}: ${what}`);
  };
  walk(parse(source), (node) => {
    if (node.type === 'JSXText' && hasWords(String(node.value))) add(node, 'words between elements');
    if (node.type === 'JSXExpressionContainer' && isNode(node.expression) && !node.isAttribute) {
      for (const value of valuesOf(node.expression)) if (isWordy(value)) add(value, 'words between elements');
    }
    if (node.type === 'JSXAttribute' && isNode(node.value) && spokenAttributes.test(attributeName(node))) {
      const value =
        node.value.type === 'JSXExpressionContainer' && isNode(node.value.expression)
          ? node.value.expression
          : node.value;
      for (const one of valuesOf(value)) if (isWordy(one)) add(one, `words in ${attributeName(node)}`);
    }
    if (node.type === 'TemplateLiteral' && nodesIn(node.expressions).some(isText))
      add(node, 'a text put together with others');
    if (calledName(node) === 'join' && isMember(node) && nodesIn(node.arguments).some(isSeparator))
      add(node, 'texts joined by punctuation');
  });
  return found;
}

/** What an expression may be: the branches of a condition, the sides of an operator. */
function valuesOf(node: Node): Node[] {
  const parts: Readonly<Record<string, readonly string[]>> = {
    ConditionalExpression: ['consequent', 'alternate'],
    LogicalExpression: ['left', 'right'],
    ParenthesizedExpression: ['expression'],
    TSAsExpression: ['expression'],
  };
  const names = parts[node.type];
  if (!names) return [node];
  return names.flatMap((name) => (isNode(node[name]) ? valuesOf(node[name]) : []));
}

function isWordy(node: Node): boolean {
  if (node.type === 'Literal') return typeof node.value === 'string' && hasWords(node.value);
  return node.type === 'TemplateLiteral' && quasisOf(node).some(hasWords);
}

function isText(node: Node): boolean {
  return ['t', 'tCount', 'listTexts'].includes(calledName(node));
}

function isSeparator(node: Node): boolean {
  return node.type === 'Literal' && /[,;:·|/–—]/.test(String(node.value));
}

function hasWords(text: string): boolean {
  return /\p{L}/u.test(text);
}

function quasisOf(template: Node): string[] {
  return nodesIn(template.quasis).map(({ value }) => String((value as { readonly raw: string }).raw));
}

function attributeName({ name }: Node): string {
  return isNode(name) ? String(name.name) : '';
}

/** The name of the function or method that is called; empty for anything else. */
function calledName(node: Node): string {
  if (node.type !== 'CallExpression' || !isNode(node.callee)) return '';
  const { callee } = node;
  const named = callee.type === 'MemberExpression' ? callee.property : callee;
  return isNode(named) && named.type === 'Identifier' ? String(named.name) : '';
}

function isMember({ callee }: Node): boolean {
  return isNode(callee) && callee.type === 'MemberExpression';
}

function parse({ file, code }: Source): Node {
  const { program, errors } = parseSync(file, code);
  if (errors.length || !isNode(program)) throw new Error(`${file} cannot be parsed`);
  return program;
}

function walk(node: Node, visit: (node: Node) => void): void {
  visit(node);
  for (const value of Object.values(node))
    for (const child of nodesIn(Array.isArray(value) ? value : [value]))
      walk(node.type === 'JSXAttribute' ? { ...child, isAttribute: true } : child, visit);
}

function nodesIn(values: unknown): Node[] {
  return Array.isArray(values) ? values.filter(isNode) : [];
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string';
}
