import { useEffect, useState } from "react";

/** From this width on the text of the plan stands beside the list. */
const WIDE = "(min-width: 640px)";

/** True while the pane is wide. */
export function useWide(): boolean {
  const [wide, setWide] = useState(() => query()?.matches ?? false);
  useEffect(() => {
    const list = query();
    if (!list) return;
    const onChange = () => setWide(list.matches);
    list.addEventListener("change", onChange);
    return () => list.removeEventListener("change", onChange);
  }, []);
  return wide;
}

function query(): MediaQueryList | undefined {
  return typeof window.matchMedia === "function" ? window.matchMedia(WIDE) : undefined;
}
