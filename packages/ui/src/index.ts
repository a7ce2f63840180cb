/** The parts of the desk, by name. Shells import `@intray/ui/design.css` once and put THEME_SCRIPT at the head. */
export { THEME_SCRIPT, type Theme } from './design/theme.ts';
export { TONES, type Tone } from './design/tone.ts';
export { useNow } from './design/useNow.ts';
export { type Connection as ServerConnection, connectDesk } from './desk/connect.ts';
export { keepDraftsOn } from './desk/drafts.ts';
export { type Kept, openKept, type Shelves } from './desk/offline/kept.ts';
export { type OfflinePort, offlinePort } from './desk/offline/offline-port.ts';
export { type DeskPort, SignedOut } from './desk/port.ts';
export { Gallery } from './gallery/Gallery.tsx';
export {
  chooseLanguage,
  currentLanguage,
  LANGUAGE_NAMES,
  LANGUAGES,
  type Language,
  onLanguage,
  startLanguage,
} from './language/language.ts';
export { type Spoken, spoken } from './language/spoken.ts';
export { useLanguage } from './language/useLanguage.ts';
export { Avatar, type AvatarProps } from './parts/Avatar.tsx';
export { Badge, type BadgeProps } from './parts/Badge.tsx';
export { Button, type ButtonKind, type ButtonProps } from './parts/Button.tsx';
export { Checkbox, type CheckboxProps } from './parts/Checkbox.tsx';
export { Combobox, type ComboboxProps } from './parts/Combobox.tsx';
export { type Connection, ConnectionBar, type ConnectionBarProps } from './parts/ConnectionBar.tsx';
export { CountdownRing, type CountdownRingProps } from './parts/CountdownRing.tsx';
export { Counter, type CounterProps } from './parts/Counter.tsx';
export { Dialog, type DialogProps } from './parts/Dialog.tsx';
export { IconButton, type IconButtonProps } from './parts/IconButton.tsx';
export {
  InviteStack,
  type InviteStackProps,
  InviteToast,
  type InviteToastProps,
} from './parts/InviteToast.tsx';
export { KeyHint, type KeyHintProps } from './parts/KeyHint.tsx';
export { type KeyValue, KeyValueList, type KeyValueListProps } from './parts/KeyValueList.tsx';
export { Logo, type LogoProps } from './parts/Logo.tsx';
export { MediaIcon, type MediaIconProps } from './parts/MediaIcon.tsx';
export { Menu, type MenuGroup, type MenuItem, type MenuProps } from './parts/Menu.tsx';
export { EmptyState, type EmptyStateProps, ErrorState, type ErrorStateProps } from './parts/Message.tsx';
export { Panel, type PanelProps } from './parts/Panel.tsx';
export { Popover, type PopoverProps } from './parts/Popover.tsx';
export { RelativeTime, type RelativeTimeProps } from './parts/RelativeTime.tsx';
export { Select, type SelectOption, type SelectProps } from './parts/Select.tsx';
export { SideNav, type SideNavItem, type SideNavProps, type SideNavSection } from './parts/SideNav.tsx';
export { SkeletonRows, type SkeletonRowsProps } from './parts/Skeleton.tsx';
export { Splitter, type SplitterProps } from './parts/Splitter.tsx';
export { StateBadge, type StateBadgeProps } from './parts/StateBadge.tsx';
export { Switch, type SwitchProps } from './parts/Switch.tsx';
export { type Tab, Tabs, type TabsProps } from './parts/Tabs.tsx';
export { TextArea, type TextAreaProps } from './parts/TextArea.tsx';
export { TextField, type TextFieldProps } from './parts/TextField.tsx';
export { ThemeSwitch, type ThemeSwitchProps } from './parts/ThemeSwitch.tsx';
export { Timeline, type TimelineEntry, type TimelineProps } from './parts/Timeline.tsx';
export { type Notice, type NoticeTone, Toaster, type ToasterProps, useNotify } from './parts/Toaster.tsx';
export { Toolbar, ToolbarDivider, type ToolbarProps, ToolbarSpacer } from './parts/Toolbar.tsx';
export { Tooltip, type TooltipProps } from './parts/Tooltip.tsx';
export { type Column, VirtualList, type VirtualListProps } from './parts/VirtualList.tsx';
export { VisuallyHidden, type VisuallyHiddenProps } from './parts/VisuallyHidden.tsx';
export { Desk, type DeskProps } from './screens/frame/Desk.tsx';
