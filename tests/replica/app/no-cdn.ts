/**
 * Must be the first import of the bundle: Fluent registers fonts from Microsoft's CDN while it is
 * imported, unless it finds an empty base address. The replica asks nobody but its own server.
 */
(window as { FabricConfig?: { fontBaseUrl: string } }).FabricConfig = { fontBaseUrl: '' };

export {};
