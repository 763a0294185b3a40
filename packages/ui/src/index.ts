export { classNames } from "./class-names.ts";
export { okabeIto, viridis } from "./colours.ts";
export { BackLink } from "./controls/back-link.tsx";
export { Button, ButtonLink, type ButtonLinkProps, type ButtonProps, buttonClass } from "./controls/button.tsx";
export { Checkbox, type CheckboxProps } from "./controls/checkbox.tsx";
export { ComboBox, type ComboBoxProps } from "./controls/combo-box.tsx";
export { DateField, type DateFieldProps } from "./controls/date-field.tsx";
export { FileDrop, type FileDropProps } from "./controls/file-drop.tsx";
export { IconButton, type IconButtonProps } from "./controls/icon-button.tsx";
export { NumberField, type NumberFieldProps, SetNumberField } from "./controls/number-field.tsx";
export type { Option } from "./controls/option-list.tsx";
export { RadioGroup, type RadioGroupProps } from "./controls/radio-group.tsx";
export { SearchField, type SearchFieldProps } from "./controls/search-field.tsx";
export { Segmented, type SegmentedProps } from "./controls/segmented.tsx";
export { Select, type SelectProps } from "./controls/select.tsx";
export { Slider, type SliderProps } from "./controls/slider.tsx";
export { Switch, type SwitchProps } from "./controls/switch.tsx";
export { type TabEntry, Tabs, type TabsProps } from "./controls/tabs.tsx";
export { TextField, type TextFieldProps } from "./controls/text-field.tsx";
export { CopyButton, type CopyButtonProps } from "./feedback/copy-button.tsx";
export { EmptyState, type EmptyStateProps } from "./feedback/empty-state.tsx";
export { ErrorState, type ErrorStateProps } from "./feedback/error-state.tsx";
export { Notice } from "./feedback/notice.tsx";
export { ProgressBar, type ProgressBarProps } from "./feedback/progress-bar.tsx";
export { Skeleton } from "./feedback/skeleton.tsx";
export { type JobState, StateChip } from "./feedback/state-chip.tsx";
export { showToast, type ToastMessage } from "./feedback/toast.tsx";
export { FilterBar, type FilterBarProps } from "./layout/filter-bar.tsx";
export { Inspector, type InspectorProps } from "./layout/inspector.tsx";
export { PageBody, Section } from "./layout/page-body.tsx";
export { PageHeader, type PageHeaderProps } from "./layout/page-header.tsx";
export { CancelButton, type CancelButtonProps, RunHeader, type RunHeaderProps } from "./layout/run-header.tsx";
export { ConfirmDialog, type ConfirmDialogProps, Dialog, type DialogProps } from "./overlays/dialog.tsx";
export { Menu, type MenuEntry, type MenuProps } from "./overlays/menu.tsx";
export { SideSheet, type SideSheetProps } from "./overlays/side-sheet.tsx";
export { Tooltip, TooltipTrigger } from "./overlays/tooltip.tsx";
export { UiProvider } from "./provider.tsx";
export type { UiText } from "./text/en.ts";
export { type UiLocale, useUiLocale, useUiText } from "./ui-locale.ts";
export { type Absence, AbsentValue, absenceMark } from "./values/absence.tsx";
export {
  decimalsForWidth,
  formatBytes,
  formatCount,
  formatDecimal,
  formatDuration,
  formatPercent,
  formatRate,
  formatTime,
  formatZonedTime,
} from "./values/format.ts";
export { KeyValue, type KeyValueProps } from "./values/key-value.tsx";
export { PredictedValue, type PredictedValueProps } from "./values/predicted-value.tsx";
export { Time } from "./values/time.tsx";
