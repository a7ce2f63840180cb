import { OPERATIONS_KEPT_FOR, type OperationReport, user } from '@intray/core';
import { MemoryDatabase, memoryStore, sharing } from '@intray/store/memory';
import { describe, expect, it } from 'vitest';
import { yes } from '../reads/answers.ts';
import { ManualClock } from '../testing/manual-clock.ts';
import { type Naming, once } from './once.ts';

const report = (id: string): OperationReport => ({ items: [{ id }], done: 1, refused: 0 });
const LENA = { actor: user('lena'), key: 'k-1', request: { hold: ['a'] } };

function world() {
  const parts = { store: memoryStore(sharing(new MemoryDatabase())), clock: new ManualClock() };
  const did: { plan: string; commandId: string | undefined }[] = [];
  let planned = 0;
  const plan = async () => {
    planned += 1;
    return yes(`plan ${planned}`);
  };
  const carryOut = async (made: string, naming: Naming) => {
    did.push({ plan: made, commandId: naming('a').commandId });
    return report(made);
  };
  return { parts, did, plan, carryOut };
}

describe('an operation under a key', () => {
  it('is planned and done once, and answered alike for a day [T31]', async () => {
    const { parts, did, plan, carryOut } = world();
    const first = await once(parts, LENA, plan, carryOut);
    parts.clock.jump(OPERATIONS_KEPT_FOR);
    expect(await once(parts, LENA, plan, carryOut)).toEqual(first);
    expect(did).toHaveLength(1);
    parts.clock.jump(1);
    expect(await once(parts, LENA, plan, carryOut)).toEqual(yes(report('plan 2')));
    // Done anew, also where the commands of the first time are still remembered.
    expect(did[1]?.commandId).not.toBe(did[0]?.commandId);
  });

  it('is gone on with by the same plan and under the same names after a crash [T31]', async () => {
    const { parts, did, plan, carryOut } = world();
    const crash = async (made: string, naming: Naming) => {
      await carryOut(made, naming);
      throw new Error('the power is gone');
    };
    await expect(once(parts, LENA, plan, crash)).rejects.toThrow('the power is gone');
    expect(await once(parts, LENA, plan, carryOut)).toEqual(yes(report('plan 1')));
    expect(did).toHaveLength(2);
    expect(did[1]).toEqual(did[0]);
  });

  it('is refused for another request, and is another one for another person [T31]', async () => {
    const { parts, did, plan, carryOut } = world();
    await once(parts, LENA, plan, carryOut);
    const other = await once(parts, { ...LENA, request: { hold: ['b'] } }, plan, carryOut);
    expect(other).toMatchObject({ ok: false, refusal: { code: 'key_reused' } });
    expect(await once(parts, { ...LENA, actor: user('leo') }, plan, carryOut)).toEqual(yes(report('plan 2')));
    expect(did[1]?.commandId).not.toBe(did[0]?.commandId);
  });
});
