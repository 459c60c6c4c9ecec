/** A policy in which every key is managed, and images to write one with. */
import type { Policy } from '@/utils/helpdesk/policy.ts';

export interface PngShape {
  readonly width?: number;
  readonly height?: number;
  /** Bytes between head and end. */
  readonly filling?: number;
}

const u32 = (value: number): number[] => [
  value >>> 24,
  (value >>> 16) & 255,
  (value >>> 8) & 255,
  value & 255,
];
/** Bytes with the signature, head and end of a PNG. */
export function pngOf({ width = 1, height = 1, filling = 10 }: PngShape = {}): Uint8Array {
  return new Uint8Array([
    ...[0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a],
    ...[...u32(13), 0x49, 0x48, 0x44, 0x52, ...u32(width), ...u32(height), 8, 0, 0, 0, 0, ...u32(0)],
    ...Array.from({ length: filling }, () => 0),
    ...[0, 0, 0, 0, 0x49, 0x45, 0x4e, 0x44, 0xae, 0x42, 0x60, 0x82],
  ]);
}

export const pngUrl = (bytes: Uint8Array): string =>
  `data:image/png;base64,${Buffer.from(bytes).toString('base64')}`;

/** A real image: one brass pixel, as browsers draw it. */
const LOGO =
  'data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAIAAACQd1PeAAAADElEQVR42mPoimIAAAJWAOXyvnUaAAAAAElFTkSuQmCC';

export const EVERY_VALUE: Policy = {
  organisationName: 'Contoso',
  organisationLogo: LOGO,
  contacts: [
    { label: 'Service desk', url: 'tel:+493012345678' },
    { label: 'desk@contoso.example', url: 'mailto:desk@contoso.example' },
  ],
  links: [{ label: 'Rules for devices', url: 'https://intranet.contoso.example/devices' }],
  rotationInterval: 180,
  reminderLead: 7,
  quietHours: { from: 18, to: 9 },
  remindersEnabled: true,
  minimumPassphraseScore: 4,
  longestAutoLock: 10,
  keepPasswords: false,
  allowExports: false,
  selfMadeLength: 20,
  sensitiveLength: 24,
  hiddenApps: ['the-bat'],
  recommendedApps: ['thunderbird', 'outlook'],
  walkthroughs: { format: 1, apps: [] },
  appPasswords: 'allowed',
  smtpAuth: 'on',
  mfa: 'per-user',
  handOutLanguage: 'de',
};
