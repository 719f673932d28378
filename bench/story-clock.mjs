// Loaded before a server of the bench: its clock runs on from a day on which the records of the tests hold, whatever day it is.
const shift = Number(process.env.TONGHENG_STORY_CLOCK ?? 0) - Date.now();
const Real = Date;
globalThis.Date = class Date extends Real {
  constructor(...given) {
    if (given.length === 0) super(Real.now() + shift);
    else super(...given);
  }
  static now() {
    return Real.now() + shift;
  }
};
