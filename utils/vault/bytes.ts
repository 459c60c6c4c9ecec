/** Bytes and numbers, bytes and text. All numbers are big-endian. No secrets are kept here. */
import type { Bytes } from './types.ts';

export function concat(...parts: readonly Uint8Array[]): Bytes {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

export const utf8 = (text: string): Bytes => new TextEncoder().encode(text);

export function u16(value: number): Bytes {
  return new Uint8Array([value >>> 8, value]);
}

export function u32(value: number): Bytes {
  const bytes = new Uint8Array(4);
  new DataView(bytes.buffer).setUint32(0, value);
  return bytes;
}

/** Six bytes hold every whole number JavaScript counts reliably for the next 8,000 years of milliseconds. */
export function u48(value: number): Bytes {
  const bytes = new Uint8Array(6);
  const view = new DataView(bytes.buffer);
  view.setUint16(0, Math.floor(value / 2 ** 32));
  view.setUint32(2, value % 2 ** 32);
  return bytes;
}

function view(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

export const readU16 = (bytes: Uint8Array, at: number): number => view(bytes).getUint16(at);
export const readU32 = (bytes: Uint8Array, at: number): number => view(bytes).getUint32(at);
export const readU48 = (bytes: Uint8Array, at: number): number =>
  view(bytes).getUint16(at) * 2 ** 32 + view(bytes).getUint32(at + 2);

/** Whether two public values are equal. Not for secrets: it takes longer the more they agree. */
export function isEqual(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((byte, index) => byte === b[index]);
}

const HEX = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'));

/** Native in Chrome 140 and Firefox 133; not yet in the language level the types are of. */
type WithHex = Uint8Array & { toHex?(): string };

export function toHex(bytes: Uint8Array): string {
  const native = (bytes as WithHex).toHex?.();
  if (native !== undefined) return native;
  let text = '';
  for (const byte of bytes) text += HEX[byte];
  return text;
}

export function toBase64(bytes: Uint8Array): string {
  let text = '';
  for (const byte of bytes) text += String.fromCharCode(byte);
  return btoa(text);
}

/** @returns `null` for anything that is not base64 */
export function fromBase64(text: string): Bytes | null {
  try {
    return Uint8Array.from(atob(text), (char) => char.charCodeAt(0));
  } catch {
    return null;
  }
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

export const isUuid = (text: string): boolean => UUID.test(text);

export function uuidBytes(uuid: string): Bytes {
  const hex = uuid.replaceAll('-', '');
  const bytes = new Uint8Array(16);
  for (let at = 0; at < 16; at++) bytes[at] = Number.parseInt(hex.slice(at * 2, at * 2 + 2), 16);
  return bytes;
}

export function uuidText(bytes: Uint8Array): string {
  const hex = toHex(bytes);
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}

export async function sha256(bytes: Bytes): Promise<Bytes> {
  return new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
}
