/** Keytag's own mark, as in public/icon: a paper tag with a brass eyelet. Decorative; its name stands beside it. */

export function Mark({ size = 24 }: { readonly size?: number }) {
  return (
    <svg class="mark" width={size} height={size} viewBox="0 0 24 24" aria-hidden="true" focusable="false">
      <g transform="rotate(12 12 12)">
        <path
          class="mark-paper"
          d="M9.4 1.5h5.2a1 1 0 0 1 .8.3l3.4 3.8a1 1 0 0 1 .3.7v14.4a1.8 1.8 0 0 1-1.8 1.8H6.7a1.8 1.8 0 0 1-1.8-1.8V6.3a1 1 0 0 1 .3-.7l3.4-3.8a1 1 0 0 1 .8-.3Z"
        />
        <circle class="mark-eyelet" cx="12" cy="7.5" r="2.4" />
        <path class="mark-lines" d="M8.5 14.5h7M8.5 18h4.5" />
      </g>
    </svg>
  );
}
