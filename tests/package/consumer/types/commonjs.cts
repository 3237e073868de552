// From CommonJS: by require(), and by imports that become it.
import passmuster = require('passmuster');
import zxcvbn = require('passmuster/zxcvbn-compat');
import { mount, type Verdict } from 'passmuster/element';

const answer: Promise<passmuster.Passmuster> = passmuster.load();
const warning = (estimate: passmuster.Estimate): passmuster.WarningName | null => estimate.warning;
const { score }: zxcvbn.ZXCVBNResult = zxcvbn('password123');
const verdict: Verdict | null = mount(document.forms[0]).verdict;
// @ts-expect-error There is no such engine.
passmuster.load({ engine: 'other' });
export = { answer, warning, score, verdict };
