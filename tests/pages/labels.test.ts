import { describe, expect, it } from 'vitest';
import {
  knownLabel,
  labelLanguages,
  languagesContaining,
  languagesOf,
  normaliseLabel,
} from '@/utils/pages/labels.ts';

describe('normaliseLabel', () => {
  it.each([
    ['+ Add sign-in method', 'add sign-in method'],
    ['  App\u00a0password\u202f', 'app password'],
    ['Mot de passe d’application', "mot de passe d'application"],
    ['アプリ パスワード', 'アプリパスワード'],
    ['ＡＰＰ password', 'app password'],
    ['App-Kennwort', 'app-kennwort'],
    ['Größe', 'größe'],
  ])('brings %j to %j', (text, normal) => expect(normaliseLabel(text)).toBe(normal));
});

describe('labels', () => {
  it.each(labelLanguages())('recognises its own words in %s', (language) => {
    const label = knownLabel('appPassword', language);
    expect(label).toBeDefined();
    expect(languagesOf('appPassword', label ?? '')).toContain(language);
  });

  it('takes "Password" for no app password, in no language', () => {
    for (const word of [
      'Password',
      'Kennwort',
      'Mot de passe',
      'Contraseña',
      'パスワード',
      'Passwort',
      '密码',
      'Wachtwoord',
    ]) {
      expect(languagesOf('appPassword', word)).toEqual([]);
    }
  });

  it('finds the name in a longer title', () => {
    expect(languagesContaining('appPassword', 'Create your app password')).toEqual(['en']);
    expect(languagesContaining('appPassword', 'Create your password')).toEqual([]);
  });

  it('quotes no guesses', () => {
    expect(knownLabel('addMethodButton', 'ko')).toBeUndefined();
    expect(knownLabel('addMethodButton', 'fr')).toBe('Ajouter une méthode');
  });
});
