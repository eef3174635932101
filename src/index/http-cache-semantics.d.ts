// The package ships JavaScript with annotations only; this is the part of its interface that is used.
declare module 'http-cache-semantics' {
  type Headers = Readonly<Record<string, string>>
  interface CacheRequest {
    readonly url: string
    readonly method: string
    readonly headers: Headers
  }
  export default class CachePolicy {
    constructor(request: CacheRequest, response: { readonly status: number; readonly headers: Headers }, options: { readonly shared: boolean })
    static fromObject(object: object): CachePolicy
    toObject(): object
    storable(): boolean
    /** Milliseconds for which it is fresh from here on; 0 or less: it is not. */
    timeToLive(): number
    satisfiesWithoutRevalidation(request: CacheRequest): boolean
    revalidationHeaders(request: CacheRequest): Record<string, string>
    revalidatedPolicy(request: CacheRequest, response: { readonly status: number; readonly headers: Headers }): { readonly policy: CachePolicy; readonly modified: boolean }
  }
}
