import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { socialRelations } from "./index.ts";

/**
 * liking_a of TripleR (Schönbrodt, Back & Schmukle 2012): 54 students at zero acquaintance, how much each likes each, 0 to 5
 * (Back, Schmukle & Egloff). One row per rater, "." on the diagonal.
 */
const LIKING = `
.33224332332232323232233333332231333223333332333333333
4.3434322323334323344434344344444442344444434344343444
43.333432323142403232332123232424432333243243234433443
333.42123224232324433322333333234333243333343233333332
5444.4323343243434442334344433344244443344433332432333
33434.553454454544554543345544543545544454453435445555
534345.54333343534344333333453334443433343444334545444
4344455.4544353424343323334443434434344443344334444443
32442444.233351423243333334335132433423443344234434454
333334442.43233314242322433432422313322342132223423442
3133433314.4233324132312213334233422333233332333334433
32434443345.354354244333434444333532332243242234344233
323335554343.53533444544354554433444443444443334445543
5334435333334.4533354343433544333433433443333334444553
43443443343334.443233423344443334422423243243333423443
322455543442214.55232311325343332522233232211222543235
4234443133444334.4343433434344443434434334443433333433
43555435243244353.354331424454332442554353544344515454
522332322221222322.32322323232223212333233222332212323
4344444434434444444.4443444444433433444444344444434444
33333423333222322223.432223433333332333434343323333343
434344222432343424344.43422432443432433344242334443433
4255453433510502243434.3443241225432332443353235441335
32344122143333442434423.444353534423333323232344532444
213332331323231413242332.14333223311303333242333332333
3154352232324432233424232.3542333423223323144233343434
23432443444354433433434443.443433332144334444331432443
324424434443255424343533444.44343443424352244434444443
3133243333243334333344323454.4533344343334442333433424
32432434133314243415342221344.422442323333233232442442
433235540432353435043321324044.43412223215232131531424
3234244232313344132233213234444.3322423342342343233234
32444334344434333333333333342334.334333444343334343443
434334323333343213234432333434343.32234333222333423343
3244222443323412132243213134322344.4414341243333233332
10341033221142301212422322243313225.523433123214224332
114410133210040003112312221444021255.41231311032114442
4234442223422323232333223342334443423.3344343333432443
42433553433434342333433332543343344343.433343244444443
324233324422343123243333333443433432345.53332333441333
3334433233434334333433334343333433334333.3333434443344
21332432123323233434442134333243342233334.433143333432
444433324342333333320233332333232233333433.42443233233
3134343444323321333432122424434434443424434.4334343444
32322343233434344433433333433354453444435334.545545545
435543353544432433234433344544435553554443355.44545554
4334433324343434333343323233433344334333334444.4443343
31353323343534242311222233333323333234133333333.444432
423334332333343324233322323333332332333333332233.33332
4244345333333324233434223444435444423332433443345.4545
33343332322233222233333233343323433233234334433434.442
535434424342341324334422334443433443324443344444445.34
5335553355334533455523435544442444353433433442433323.5
43444443334344343334343343434343443334335444333333334.
`.trim().split("\n").map((row) => [...row].map((mark) => (mark === "." ? null : Number(mark))));

const expectClose = (actual: number | null | undefined, expected: number, digits = 10): void => expect(actual).toBeCloseTo(expected, digits);

describe("social relations of a full round robin", () => {
  test("variances and covariances are those that TripleR prints for liking_a", () => {
    const result = socialRelations(LIKING);
    // RR(liking_a ~ perceiver.id*target.id, data = likingLong), three decimals
    expectClose(result?.variances.actor, 0.172, 3);
    expectClose(result?.variances.partner, 0.105, 3);
    expectClose(result?.variances.relationship, 0.609, 3);
    expectClose(result?.actorPartnerCovariance, 0.014, 3);
    expectClose(result?.dyadicCovariance, 0.08, 3);
    expectClose(result?.dyadicReciprocity, 0.131, 3);
  });

  test("effects are those that TripleR's getEffects prints, here people 1, 10, 11, 12, 13", () => {
    const result = socialRelations(LIKING);
    const people = [0, 9, 10, 11, 12];
    people.forEach((i, place) => expectClose(result?.actor[i], [-0.477, -0.367, -0.406, 0.152, 0.663][place] ?? 0, 3));
    people.forEach((i, place) => expectClose(result?.partner[i], [0.26389, 0.07728, 0.00107, -0.40349, -0.33725][place] ?? 0, 5));
    // The same with the mean of the group (gm = TRUE): 2.70 for the first.
    expectClose((result?.mean ?? 0) + (result?.actor[0] ?? 0), 2.7, 2);
  });

  test("ratings that are a sum of giver and receiver give back both, and leave no relationship", () => {
    const [give, get] = [[-1, 0, 1, 0.5, -0.5], [0.4, -0.2, -0.2, 0.3, -0.3]];
    const result = socialRelations(give.map((a, i) => get.map((p, j) => (i === j ? null : 3 + a + p))));
    expectClose(result?.mean, 3);
    result?.actor.forEach((value, i) => expectClose(value, give[i] ?? 0));
    result?.partner.forEach((value, i) => expectClose(value, get[i] ?? 0));
    expectClose(result?.variances.relationship, 0);
    expectClose(result?.variances.actor, 0.625);
    expect(result?.dyadicReciprocity).toBeNull();
  });

  test("too few people, a missing rating or a ragged matrix give nothing, and equal ratings no reciprocity", () => {
    const flat = (n: number): (number | null)[][] => Array.from({ length: n }, (_, i) => Array.from({ length: n }, (__, j) => (i === j ? null : 4)));
    expect(socialRelations(flat(3))).toBeNull();
    expect(socialRelations(flat(4).map((row, i) => (i === 1 ? [null, ...row.slice(1)] : row)))).toBeNull();
    expect(socialRelations([...flat(4), [4, 4, 4, 4]])).toBeNull();
    expect(socialRelations(flat(4))).toMatchObject({ mean: 4, actor: [0, 0, 0, 0], variances: { actor: 0, partner: 0, relationship: 0 }, dyadicReciprocity: null });
  });

  test("variances are unbiased: over all patterns of a group of four their mean is the true one", () => {
    // Relationships are a coin each, first independent, then the same in both directions; no actor, no partner.
    const average = (patterns: number, at: (pattern: number, i: number, j: number) => number): number[] => {
      const totals = [0, 0, 0, 0, 0];
      for (let pattern = 0; pattern < patterns; pattern += 1) {
        const result = socialRelations([0, 1, 2, 3].map((i) => [0, 1, 2, 3].map((j) => (i === j ? null : at(pattern, i, j)))));
        [result?.variances.relationship, result?.dyadicCovariance, result?.variances.actor, result?.variances.partner, result?.actorPartnerCovariance].forEach((value, k) => {
          totals[k] = (totals[k] ?? 0) + (value ?? Number.NaN) / patterns;
        });
      }
      return totals;
    };
    const coin = (pattern: number, bit: number): number => ((pattern >> bit) % 2 === 0 ? 1 : -1);
    const independent = average(2 ** 12, (pattern, i, j) => coin(pattern, 3 * i + (j > i ? j - 1 : j)));
    [1, 0, 0, 0, 0].forEach((value, k) => expectClose(independent[k], value));
    const place = [[0, 0, 1, 2], [0, 0, 3, 4], [1, 3, 0, 5], [2, 4, 5, 0]];
    const mutual = average(2 ** 6, (pattern, i, j) => coin(pattern, place[i]?.[j] ?? 0));
    [1, 1, 0, 0, 0].forEach((value, k) => expectClose(mutual[k], value));
  });

  const robin = fc.integer({ min: 4, max: 7 }).chain((n) => fc.array(fc.array(fc.integer({ min: 1, max: 5 }), { minLength: n, maxLength: n }), { minLength: n, maxLength: n }));

  test("turned over, giving becomes getting; a person's own mark is not read", () => {
    fc.assert(fc.property(robin, (matrix) => {
      const one = socialRelations(matrix);
      const other = socialRelations(matrix.map((row, i) => row.map((_, j) => (i === j ? 99 : (matrix[j]?.[i] ?? 0)))));
      one?.actor.forEach((value, i) => expectClose(value, other?.partner[i] ?? 0));
      expectClose(one?.variances.actor, other?.variances.partner ?? 0);
      expectClose(one?.dyadicCovariance, other?.dyadicCovariance ?? 0);
    }));
  });

  test("effects sum to 0; a shift moves the mean alone; a scale moves variances by its square; order of people does not matter", () => {
    fc.assert(fc.property(robin, (matrix) => {
      const one = socialRelations(matrix);
      expectClose(one?.actor.reduce((total, value) => total + value, 0), 0);
      const moved = socialRelations(matrix.map((row) => row.map((value) => 10 + 3 * value)));
      expectClose(moved?.mean, 10 + 3 * (one?.mean ?? 0));
      expectClose(moved?.variances.actor, 9 * (one?.variances.actor ?? 0));
      expectClose(moved?.variances.relationship, 9 * (one?.variances.relationship ?? 0));
      const turned = socialRelations(matrix.map((row) => row.toReversed()).toReversed());
      expectClose(turned?.actor[0], one?.actor.at(-1) ?? 0);
      expectClose(turned?.actorPartnerCovariance, one?.actorPartnerCovariance ?? 0);
    }));
  });
});
