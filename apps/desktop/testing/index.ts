/** For tests that run the main process on what stands in for Electron. */
export { FakeElectron, FakePage, HandTimers } from './fake-electron.ts';
export { type StartedDesktop, type StartOptions, startedDesktop } from './started-desktop.ts';
