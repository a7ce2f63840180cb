/** Keys pressed together, as the system is asked for them. */

type Pressed = Pick<KeyboardEvent, 'code' | 'ctrlKey' | 'altKey' | 'shiftKey' | 'metaKey'>;

/** Function keys may stand alone; everything else would be missing in every other program. */
const ALONE = /^F([1-9]|1\d|2[0-4])$/;

/** `Control+Alt+R`; `undefined` while there is nothing yet that could be asked for. */
export function acceleratorOf({ code, ctrlKey, altKey, shiftKey, metaKey }: Pressed): string | undefined {
  const key = /^(?:Key([A-Z])|Digit(\d)|(F\d{1,2}))$/.exec(code);
  const name = key?.[1] ?? key?.[2] ?? key?.[3];
  if (name === undefined) return undefined;
  const held = [
    ...(ctrlKey ? ['Control'] : []),
    ...(altKey ? ['Alt'] : []),
    ...(metaKey ? ['Super'] : []),
    ...(shiftKey ? ['Shift'] : []),
  ];
  const enough = held.some((one) => one !== 'Shift') || ALONE.test(name);
  return enough ? [...held, name].join('+') : undefined;
}
