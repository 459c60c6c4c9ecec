/** Set-ups for services: Zabbix, Grafana, WordPress. */
import { lines, type Values } from './mail-tools.ts';
import { doubleQuoted, php } from './quote.ts';
import { PASSWORD, storeCommands, withSecret } from './secret.ts';
import type { Way } from './setup.ts';

/** Zabbix keeps the password itself; the script hands it over through Zabbix's own interface. */
export function zabbix(values: Values): { password: Way; oauth: null } {
  return {
    password: {
      files: [
        {
          path: 'zabbix_media_type.py',
          mode: '0644',
          content: lines(
            'import json',
            'import os',
            'import urllib.request',
            '',
            `ADDRESS = ${doubleQuoted(values.address)}`,
            '',
            'media_type = {',
            '    "name": "Microsoft 365",',
            '    "type": 0,',
            `    "smtp_server": ${doubleQuoted(values.host)},`,
            `    "smtp_port": ${values.port},`,
            '    "smtp_helo": ADDRESS.split("@")[1],',
            '    "smtp_email": ADDRESS,',
            '    "smtp_security": 1,',
            '    "smtp_verify_peer": 1,',
            '    "smtp_verify_host": 1,',
            '    "smtp_authentication": 1,',
            '    "username": ADDRESS,',
            '    "passwd": os.environ["SMTP_PASSWORD"],',
            '}',
            'request = urllib.request.Request(',
            '    os.environ["ZABBIX_URL"].rstrip("/") + "/api_jsonrpc.php",',
            '    json.dumps({"jsonrpc": "2.0", "method": "mediatype.create", "params": media_type, "id": 1}).encode(),',
            '    {"Content-Type": "application/json-rpc", "Authorization": "Bearer " + os.environ["ZABBIX_TOKEN"]},',
            ')',
            'with urllib.request.urlopen(request, timeout=30) as answer:',
            '    result = json.load(answer)',
            'print(result.get("error", {}).get("data") or "Done. Press Test beside the new media type.")',
          ),
        },
      ],
      store: [
        ...storeCommands(values.appPasswordSource, PASSWORD),
        "printf 'ZABBIX_URL: '; read -r ZABBIX_URL; printf 'ZABBIX_TOKEN: '; stty -echo; read -r ZABBIX_TOKEN; stty echo; export ZABBIX_URL ZABBIX_TOKEN",
      ],
      apply: [],
      test: [withSecret(values.appPasswordSource, PASSWORD, 'python3 zabbix_media_type.py')],
    },
    // Zabbix has a media type of its own for Microsoft's sign-in: the catalogue's steps lead there.
    oauth: null,
  };
}

/** Grafana runs as a service: its secret lies in a file for it alone. */
export function grafana({ address, host, port }: Values): { password: Way; oauth: null } {
  return {
    password: {
      files: [
        {
          path: '/etc/grafana/grafana.ini',
          mode: '0600',
          content: lines(
            '[smtp]',
            'enabled = true',
            `host = ${host}:${port}`,
            `user = ${address}`,
            'password = $__file{/etc/grafana/smtp-password}',
            `from_address = ${address}`,
            'from_name = Grafana',
            'startTLS_policy = MandatoryStartTLS',
            'skip_verify = false',
          ),
        },
      ],
      store: [
        `sudo sh -c 'umask 077; printf "SMTP_PASSWORD: "; stty -echo; read -r secret; stty echo; printf "%s" "$secret" > /etc/grafana/smtp-password; chown grafana /etc/grafana/smtp-password'`,
      ],
      apply: ['sudo systemctl restart grafana-server'],
      test: [],
    },
    oauth: null,
  };
}

/** A must-use plug-in: WordPress brings PHPMailer with it, and no plug-in's database keeps the password. */
export function wordpress(values: Values): { password: Way; oauth: null } {
  return {
    password: {
      files: [
        {
          path: 'wp-content/mu-plugins/smtp.php',
          mode: '0644',
          content: lines(
            '<?php',
            `const KEYTAG_SMTP_ADDRESS = ${php(values.address)};`,
            '',
            "add_filter('wp_mail_from', fn () => KEYTAG_SMTP_ADDRESS);",
            "add_action('phpmailer_init', function ($mail) {",
            '    $mail->isSMTP();',
            `    $mail->Host = ${php(values.host)};`,
            `    $mail->Port = ${values.port};`,
            "    $mail->SMTPSecure = 'tls';",
            '    $mail->SMTPAuth = true;',
            '    $mail->Username = KEYTAG_SMTP_ADDRESS;',
            "    $mail->Password = trim(file_get_contents(dirname(ABSPATH) . '/smtp-password'));",
            '});',
          ),
        },
      ],
      // Beside the folder the web server shows, never in it.
      store: [
        `(umask 077; printf 'SMTP_PASSWORD: '; stty -echo; read -r secret; stty echo; printf '%s\\n' "$secret" > ../smtp-password)`,
        'sudo chown www-data ../smtp-password',
      ],
      apply: [],
      test: ['wp eval \'var_dump(wp_mail(KEYTAG_SMTP_ADDRESS, "Test", "Sent by WordPress."));\''],
    },
    // WordPress plug-ins with Microsoft's sign-in are in the catalogue.
    oauth: null,
  };
}
