/** What Windows-1252 puts at 0x80 to 0x9f (https://encoding.spec.whatwg.org/index-windows-1252.txt). */
const windows1252 = '€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8dŽ\x8f\x90‘’“”•–—˜™š›œ\x9džŸ';

/** Stands for a letter that was lost: `Jos?` and `M\ufffdller`. A letter itself, so that it parts no word. */
export const lostLetter = 'ʔ';

/**
 * The text as it was meant: UTF-8 that was read as Windows-1252 (`JosÃ©`), MIME encoded words (RFC 2047), and HTML
 * entities of letters. Text that is not broken comes back as it is.
 */
export function repairText(text: string): string {
  const decoded = text
    .replace(/=\?([\w-]{1,20})\?([bq])\?([^?\s]*)\?=/gi, (whole, charset, kind, code) =>
      decodeMime(whole, charset, kind, code),
    )
    .replace(/&#(\d{2,6});/g, (whole, code) => (Number(code) < 0xd800 ? String.fromCodePoint(code) : whole))
    .replace(/&([a-z])(?:acute|grave|circ|uml|tilde|cedil|ring|slash|caron);/gi, '$1')
    .replace(/&szlig;/g, 'ß');
  return readAsUtf8(decoded).replace(/(?<=\p{L})(?:[?\ufffd])(?=\p{L}|$)|\ufffd(?=\p{L})/gu, lostLetter);
}

function readAsUtf8(text: string): string {
  if (!/[Â-ô][\x80-\xbf‚-™]/.test(text)) return text;
  const bytes = [...text].map((letter) => {
    const place = windows1252.indexOf(letter);
    return place < 0 ? letter.charCodeAt(0) : place + 0x80;
  });
  if (bytes.some((byte) => byte > 0xff)) return text;
  return decode(Uint8Array.from(bytes), 'utf-8') ?? text;
}

function decodeMime(whole: string, charset: string, kind: string, code: string): string {
  const binary =
    kind.toLowerCase() === 'q'
      ? code
          .replaceAll('_', ' ')
          .replace(/=([0-9a-f]{2})/gi, (_, hex) => String.fromCharCode(parseInt(hex, 16)))
      : base64(code);
  if (binary === null) return whole;
  return (
    decode(
      Uint8Array.from(binary, (byte) => byte.charCodeAt(0)),
      charset,
    ) ?? whole
  );
}

function base64(code: string): string | null {
  try {
    return atob(code);
  } catch {
    return null;
  }
}

function decode(bytes: Uint8Array, charset: string): string | null {
  try {
    return new TextDecoder(charset, { fatal: true }).decode(bytes);
  } catch {
    return null; // not that encoding, or one that nobody knows
  }
}
