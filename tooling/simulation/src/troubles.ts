/** What goes wrong in a day: weather on the network, servers that die, a database that is away, machines that crash. */
import type { Agent } from './agent.ts';
import type { Dice } from './dice.ts';
import type { Mood } from './mood.ts';
import type { Network } from './network.ts';
import type { Scheduler } from './scheduler.ts';
import { Server, type ServerParts } from './server.ts';
import type { Story } from './story.ts';
import { CALM, RAIN, STORM } from './weather.ts';

export interface TroublesParts extends ServerParts {
  readonly scheduler: Scheduler;
  readonly network: Network;
  readonly dice: Dice;
  readonly story: Story;
  readonly mood: Mood;
  readonly agents: readonly Agent[];
  /** Cuts somebody's line to the feed. */
  readonly cut: () => void;
}

const SERVERS = 2;

export class Troubles {
  readonly servers: Server[] = [];
  readonly #parts: TroublesParts;
  #started = 0;
  #lastTrouble: number;
  #over = false;

  constructor(parts: TroublesParts) {
    this.#parts = parts;
    this.#lastTrouble = parts.scheduler.now;
  }

  /** Since when nothing was wrong; not at all while something is. */
  calmSince = (): number => {
    const { network, scheduler } = this.#parts;
    const wrong =
      network.down || network.weather !== CALM || this.servers.filter((one) => one.serving).length < SERVERS;
    return wrong ? scheduler.now : this.#lastTrouble;
  };

  /** Starts the servers. */
  begin(): void {
    for (let n = 0; n < SERVERS; n += 1) this.#startServer();
  }

  /** Lets things go wrong until `end`. */
  brew(): void {
    const { scheduler, dice, mood } = this.#parts;
    scheduler.after(dice.between(1_000, 16_000), () => {
      if (this.#over) return;
      if (!mood.hush) this.#happen();
      this.brew();
    });
  }

  /** Everything is well again, for good or for a while. */
  calm(): void {
    this.#parts.network.weather = CALM;
    this.#parts.network.down = false;
    this.#lastTrouble = this.#parts.scheduler.now;
  }

  end(): void {
    this.#over = true;
    this.calm();
    for (const agent of this.#parts.agents) if (!agent.isThere) agent.begin();
  }

  #happen(): void {
    const { dice, network, story, agents, cut } = this.#parts;
    const what = dice.weighted({
      calm: 5,
      rain: 4,
      storm: 2,
      kill: 2,
      router: 2,
      outage: 1,
      crash: 3,
      cut: 4,
    });
    if (what !== 'cut' && what !== 'crash') this.#lastTrouble = this.#parts.scheduler.now;
    switch (what) {
      case 'calm':
        network.weather = CALM;
        break;
      case 'rain':
        network.weather = RAIN;
        break;
      case 'storm':
        story.tell(() => 'a storm breaks');
        network.weather = STORM;
        break;
      case 'kill':
        if (this.servers.length > 0) this.#kill(dice.pick(this.servers));
        break;
      case 'router':
        this.#loseRouter();
        break;
      case 'outage':
        this.#outage();
        break;
      case 'crash':
        dice.pick(agents).crash();
        break;
      case 'cut':
        cut();
        break;
    }
  }

  #startServer(): void {
    this.#started += 1;
    const server = new Server(`server ${this.#started}`, this.#parts);
    const { scheduler, verdict, story } = this.#parts;
    this.servers.push(server);
    server
      .start(() => scheduler.pause(500, server))
      .then(() => {
        this.#lastTrouble = scheduler.now;
        story.tell(() => `${server.name} serves`);
      })
      .catch((failure: unknown) => verdict.surprise(`${server.name} could not start`, failure));
  }

  #kill(server: Server): void {
    const { scheduler, dice, story } = this.#parts;
    story.tell(() => `${server.name} is killed`);
    server.kill();
    this.servers.splice(this.servers.indexOf(server), 1);
    scheduler.after(dice.between(200, 8_000), () => this.#startServer());
  }

  #loseRouter(): void {
    const { scheduler, dice, story } = this.#parts;
    story.tell(() => 'the right to route is lost');
    for (const server of this.servers) server.loseRouter(scheduler, dice.between(0, 4_000));
  }

  #outage(): void {
    const { scheduler, dice, story, network } = this.#parts;
    story.tell(() => 'the database is away');
    network.down = true;
    this.#loseRouter();
    scheduler.after(dice.between(100, 6_000), () => {
      network.down = false;
      this.#lastTrouble = scheduler.now;
      story.tell(() => 'the database is back');
    });
  }
}
