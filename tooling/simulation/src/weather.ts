/** How badly things go on the ways between people, servers and the database. Each figure is a probability. */
export interface Weather {
  /** A question to the database gets lost, or its answer. */
  readonly lostQuestion: number;
  readonly lostAnswer: number;
  /** A transaction takes long. */
  readonly slowSave: number;
  /** The connection breaks while a save is on its way, which may arrive all the same. */
  readonly brokenSave: number;
  /** One server's hint to the others is lost. */
  readonly lostNotice: number;
  /** A person's question to a server gets lost, or its answer. */
  readonly lostCall: number;
}

export const CALM: Weather = {
  lostQuestion: 0,
  lostAnswer: 0,
  slowSave: 0.02,
  brokenSave: 0,
  lostNotice: 0,
  lostCall: 0,
};

export const RAIN: Weather = {
  lostQuestion: 0.004,
  lostAnswer: 0.004,
  slowSave: 0.1,
  brokenSave: 0.01,
  lostNotice: 0.2,
  lostCall: 0.02,
};

export const STORM: Weather = {
  lostQuestion: 0.03,
  lostAnswer: 0.03,
  slowSave: 0.3,
  brokenSave: 0.06,
  lostNotice: 0.6,
  lostCall: 0.1,
};
