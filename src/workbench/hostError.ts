/** An error that the stand-in answers as Excel would: code, sentence, HTTP status. */
export class HostError extends Error {
  constructor(
    readonly code: string,
    message: string,
    /** Member that failed, for instance "Range.values". @default the member that was being executed */
    readonly location?: string,
    readonly status = 400,
  ) {
    super(message);
  }
}

/** The sentence that Excel gives for most arguments it does not like. */
export function invalidArgument(location?: string, message = "The argument is invalid or missing or has an incorrect format."): HostError {
  return new HostError("InvalidArgument", message, location);
}

export function itemNotFound(location?: string): HostError {
  return new HostError("ItemNotFound", "The requested resource doesn't exist.", location, 404);
}

export function itemAlreadyExists(location?: string): HostError {
  return new HostError("ItemAlreadyExists", "A resource with the same name or identifier already exists.", location, 409);
}

export function invalidOperation(location?: string, message = "The attempted operation is invalid."): HostError {
  return new HostError("InvalidOperation", message, location);
}

/** A member that this stand-in does not know: said aloud, so that no test passes by accident. */
export function notImplemented(member: string): HostError {
  return new HostError("ApiNotFound", `stand-in host: ${member} is not implemented`, member, 404);
}
