/** The settings' card about what the organisation manages. Loaded only where it manages something. */
export { PolicyCard } from '@/components/policy-card.tsx';
