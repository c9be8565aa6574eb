/** What travels over the wire. */
export type Json = null | string | number | boolean | readonly Json[] | { readonly [key: string]: Json };

/** An object of Excel as the stand-in answers it: the name of its type and what it stands for. */
export interface HostObject {
  readonly type: string;
  readonly self: unknown;
}

/** An argument of a method: plain data or another object. */
export type Argument = Json | HostObject | undefined;

export function isHostObject(value: unknown): value is HostObject {
  return typeof value === "object" && value !== null && "type" in value && "self" in value;
}

/** A scalar property; names are those of the wire, in PascalCase. */
export interface PropertyDefinition<T> {
  readonly get?: (self: T) => Json | Promise<Json>;
  readonly set?: (self: T, value: Json) => void | Promise<void>;
  /** Left out of an unspecific load. @default false */
  readonly heavy?: boolean;
}

/** A type of Excel's object model: members by wire name. What is not listed does not exist. */
export interface ObjectType<T = never> {
  readonly name: string;
  /** Identity told when the object is first named. */
  readonly id?: (self: T) => string | number;
  readonly properties?: Readonly<Record<string, PropertyDefinition<T>>>;
  /** Objects that hang below this one. */
  readonly navigation?: Readonly<Record<string, (self: T) => HostObject | null>>;
  /** A method returns data, an object, or null for a missing object. */
  readonly methods?: Readonly<Record<string, (self: T, args: readonly Argument[]) => unknown>>;
  /** Members of a collection. */
  readonly items?: (self: T) => readonly HostObject[];
  /** `getItem` of a collection. */
  readonly indexer?: (self: T, args: readonly Argument[]) => HostObject;
}

/** Forgets the type of `self`, which the registry pairs with the name of the type again. */
export function defineType<T>(type: ObjectType<T>): ObjectType {
  return type as unknown as ObjectType;
}
