/** Verified content by its digest. It can never be stale, because content never changes under a digest. */
export interface ContentCache {
  get(digest: string): Uint8Array | undefined;
  put(digest: string, bundle: Uint8Array): void;
}

/** A cache of at most so many bytes that forgets what was not asked for longest. Content above the bound is not kept. */
export function contentCache(maxBytes: number): ContentCache {
  const bundles = new Map<string, Uint8Array>();
  let bytes = 0;

  const forget = (digest: string): void => {
    bytes -= bundles.get(digest)?.byteLength ?? 0;
    bundles.delete(digest);
  };

  return {
    get(digest) {
      const bundle = bundles.get(digest);
      if (bundle === undefined) return undefined;
      // A Map keeps the order of insertion: put it last.
      bundles.delete(digest);
      bundles.set(digest, bundle);
      return bundle;
    },
    put(digest, bundle) {
      if (bundle.byteLength > maxBytes) return;
      forget(digest);
      bundles.set(digest, bundle);
      bytes += bundle.byteLength;
      for (const oldest of bundles.keys()) {
        if (bytes <= maxBytes) return;
        forget(oldest);
      }
    },
  };
}
