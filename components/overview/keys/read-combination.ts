/** What someone meant by a key, wherever it stands on their keyboard. */
export type Stroke = {
  key: string;
  code: string;
  shiftKey: boolean;
  ctrlKey: boolean;
  metaKey: boolean;
  altKey: boolean;
};

/** The letter, on keyboards of other scripts the one that is printed beside it on most of them. */
export function letterOf({ key, code }: Pick<Stroke, "key" | "code">): string {
  if (key.length !== 1 || /[a-z]/i.test(key) || !/\p{L}/u.test(key)) return key.toLowerCase();
  return /^Key[A-Z]$/.test(code) ? code.slice(3).toLowerCase() : key;
}

/** Of two keys at once; they work everywhere, also while typing. On a Mac the other one is the text field's own. */
export function readCombination(stroke: Stroke, isMac: boolean): "palette" | "save" | undefined {
  const { ctrlKey, metaKey, shiftKey, altKey, key } = stroke;
  const isPressed = isMac ? metaKey && !ctrlKey : ctrlKey && !metaKey;
  if (!isPressed || shiftKey || altKey) return undefined;
  if (letterOf(stroke) === "k") return "palette";
  return key === "Enter" ? "save" : undefined;
}

/** Whether keys are text here, or choose something: there they mean nothing else. */
export function isTyping(element: Element | null): boolean {
  if (!(element instanceof HTMLElement)) return false;
  if (element instanceof HTMLInputElement)
    return !/^(button|checkbox|color|file|image|radio|range|reset|submit)$/.test(element.type);
  return (
    element.isContentEditable ||
    element.matches("textarea, select, [role=combobox], [role=listbox], [role=searchbox], [role=textbox]")
  );
}
