/**
 * Fluent's components, given types that hold under this project's `exactOptionalPropertyTypes`: React 17's
 * own declarations don't. Nothing else is done here; what is drawn is Fluent's.
 */
import * as Button from '@fluentui/react/lib/Button';
import * as Details from '@fluentui/react/lib/DetailsList';
import * as Dialogs from '@fluentui/react/lib/Dialog';
import * as Dropdowns from '@fluentui/react/lib/Dropdown';
import * as Icons from '@fluentui/react/lib/Icon';
import * as Links from '@fluentui/react/lib/Link';
import * as Messages from '@fluentui/react/lib/MessageBar';
import * as Shimmers from '@fluentui/react/lib/Shimmer';
import * as Spinners from '@fluentui/react/lib/Spinner';
import * as TextFields from '@fluentui/react/lib/TextField';
import type { Key, ReactNode } from 'react';

export { DetailsListLayoutMode, SelectionMode } from '@fluentui/react/lib/DetailsList';
export { DialogType } from '@fluentui/react/lib/Dialog';
export { MessageBarType } from '@fluentui/react/lib/MessageBar';
export { SpinnerSize } from '@fluentui/react/lib/Spinner';

type Component<Props> = (props: Props & { children?: ReactNode; key?: Key }) => JSX.Element;

function typed<Props>(component: unknown): Component<Props> {
  return component as Component<Props>;
}

export const ActionButton = typed<Button.IButtonProps>(Button.ActionButton);
export const CommandBarButton = typed<Button.IButtonProps>(Button.CommandBarButton);
export const DefaultButton = typed<Button.IButtonProps>(Button.DefaultButton);
export const IconButton = typed<Button.IButtonProps>(Button.IconButton);
export const PrimaryButton = typed<Button.IButtonProps>(Button.PrimaryButton);
export const DetailsList = typed<Details.IDetailsListProps>(Details.DetailsList);
export const Dialog = typed<Dialogs.IDialogProps>(Dialogs.Dialog);
/** The original: Fluent recognises it among a dialog's children by identity. */
export const DialogFooter = typed<Dialogs.IDialogFooterProps>(Dialogs.DialogFooter);
export const Dropdown = typed<Dropdowns.IDropdownProps>(Dropdowns.Dropdown);
export const Icon = typed<Icons.IIconProps>(Icons.Icon);
export const Link = typed<Links.ILinkProps>(Links.Link);
export const MessageBar = typed<Messages.IMessageBarProps>(Messages.MessageBar);
export const Shimmer = typed<Shimmers.IShimmerProps>(Shimmers.Shimmer);
export const Spinner = typed<Spinners.ISpinnerProps>(Spinners.Spinner);
export const TextField = typed<TextFields.ITextFieldProps>(TextFields.TextField);
