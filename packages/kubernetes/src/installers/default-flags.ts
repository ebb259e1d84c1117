/** A flag that an installer gives by itself. */
export type DefaultFlag = readonly [name: string, value: string];
