import type { NextConfig } from 'next';

/** The desk is a handful of files that the server gives out: no Next server runs anywhere. */
const config: NextConfig = {
  output: 'export',
  trailingSlash: false,
  images: { unoptimized: true },
  transpilePackages: ['@intray/api', '@intray/core', '@intray/importing', '@intray/ui'],
  reactStrictMode: true,
  poweredByHeader: false,
  devIndicators: false,
};

export default config;
