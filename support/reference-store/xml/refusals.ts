import { Refusal } from '../errors/refusal.ts';

/** PBE-36. Which of the two XML codes an API gives is documented nowhere; this one fits both ill-formed and unfitting documents. */
export function malformedXml(): Refusal {
  return new Refusal({
    status: 400,
    code: 'MalformedXML',
    message: 'The XML you provided was not well-formed or did not validate against our published schema.',
    ec: '0031-00000001',
  });
}
