/**
 * Magnitude and phase of complex quantities. They are functions with a kink and a jump: at the origin there is no derivative, near it the
 * linear propagation of JCGM 100 answers too small a magnitude and too certain a phase (JCGM 102 9.3), and a phase jumps by 2π at the
 * negative real axis. The first is refused, the others are told.
 */
import { InvalidInput } from '@tongheng/quantity/invalid-input';
import { cos, sin } from '../elementary/trigonometric.ts';
import { abs, add, atan2, hypot } from '../uncertain/arithmetic.ts';
import { asUncertain, derived, type Quantity, type Uncertain } from '../uncertain/uncertain.ts';
import { asComplex, covarianceOf, type Complex, type ComplexQuantity } from './complex.ts';
import { ellipseOf } from './ellipse.ts';

export type Polar = {
  /** In the unit of the quantity. */
  readonly magnitude: Uncertain;
  /** Radians, −π to π. */
  readonly phase: Uncertain;
  /** Where linear propagation is doubtful. */
  readonly notes: readonly (readonly [zh: string, en: string])[];
};

/** Below this many standard uncertainties the magnitude is biased by more than a tenth of its uncertainty: u²/(2|z|) > u/10. */
const leastDistance = 5;
/** Standard uncertainties of the phase within which the jump at ±π counts as near. */
const nearJump = 3;

/** The magnitude, in the unit of z. @throws InvalidInput at 0, where it has a kink */
export function magnitude(quantity: ComplexQuantity): Uncertain {
  const { real, imaginary } = asComplex(quantity, 'magnitude');
  if (real.value === 0 && imaginary.value === 0 && !(real.isConstant && imaginary.isConstant))
    throw new InvalidInput('magnitude', [
      '估计值为 0 的复数量，其模没有导数，线性传播不适用',
      'the magnitude has no derivative where the estimate is 0; linear propagation does not apply there',
    ]);
  if (imaginary.isConstant && imaginary.value === 0) return abs(real);
  return hypot(real, imaginary);
}

/** The phase in radians, −π to π. @throws InvalidInput at 0, where it is not defined */
export function phase(quantity: ComplexQuantity): Uncertain {
  const { real, imaginary } = asComplex(quantity, 'phase');
  if (real.value === 0 && imaginary.value === 0) throw new InvalidInput('phase', ['0 没有相位', '0 has no phase']);
  return atan2(imaginary, real);
}

/**
 * Magnitude and phase, correlated as they are (`covariance(magnitude, phase)`), with notes where the magnitude is near 0 or the phase near ±π.
 * @throws InvalidInput at 0
 */
export function toPolar(quantity: ComplexQuantity): Polar {
  const z = asComplex(quantity, 'toPolar');
  const polar = { magnitude: magnitude(z), phase: phase(z) };
  const notes: (readonly [string, string])[] = [];
  const [largest] = ellipseOf(covarianceOf(z)).axes;
  if (polar.magnitude.value < leastDistance * largest)
    notes.push([
      `模（${polar.magnitude.value}）不到标准不确定度（${largest}）的 ${leastDistance} 倍：线性传播低估模，并给出不可靠的相位不确定度，应采用实部与虚部或蒙特卡洛法`,
      `the magnitude (${polar.magnitude.value}) is less than ${leastDistance} standard uncertainties (${largest}): linear propagation underestimates the magnitude and gives no reliable uncertainty of the phase; use real and imaginary part, or Monte Carlo`,
    ]);
  if (polar.phase.u > 0 && Math.PI - Math.abs(polar.phase.value) < nearJump * polar.phase.u)
    notes.push([
      '相位接近 ±π，包含区间跨越 ±π 处的跳变；比较相位时请用 phaseNear',
      'the phase is near ±π and its coverage interval spans the jump there; compare phases with phaseNear',
    ]);
  return { ...polar, notes };
}

/**
 * The phase plus the multiple of 2π that brings it nearest to a reference, in radians: phases on both sides of ±π can be compared and averaged.
 * @throws InvalidInput at 0
 * @example phaseNear(z, Math.PI) // 3.20 instead of −3.08
 */
export function phaseNear(quantity: ComplexQuantity, reference: number): Uncertain {
  const found = phase(quantity);
  if (typeof reference !== 'number' || !(Math.abs(reference) < 1e6))
    throw new InvalidInput('reference', ['参考相位应为有限的弧度值', 'the reference is a finite number of radians']);
  const turns = Math.round((reference - found.value) / (2 * Math.PI));
  return turns === 0 ? found : add(found, turns * 2 * Math.PI);
}

/**
 * A complex quantity from magnitude and phase (radians), for instance as a certificate states them.
 * @throws InvalidInput for a negative magnitude
 * @example fromPolar(divide(V, I), phi) // JCGM 100 H.2: the impedance
 */
export function fromPolar(size: Quantity, angle: Quantity): Complex {
  const [r, phi] = [asUncertain(size, 'magnitude'), asUncertain(angle, 'phase')];
  if (r.value < 0) throw new InvalidInput('magnitude', ['模不能为负', 'a magnitude is not negative']);
  const [c, s] = [cos(phi.value), sin(phi.value)];
  return {
    real: derived(
      r.value * c,
      [
        [c, r],
        [-r.value * s, phi],
      ],
      'fromPolar',
    ),
    imaginary: derived(
      r.value * s,
      [
        [s, r],
        [r.value * c, phi],
      ],
      'fromPolar',
    ),
  };
}
